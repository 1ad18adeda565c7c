"""The courses of promises in the data block: rows are named by their places, offsets count as browsers do."""

from __future__ import annotations

import pytest
import synthetic
from changed import replace

from graph.export.html.columns import Utf16
from graph.export.html.threads import in_several, threads
from graph.tables.claim_records import ThreadRow


@pytest.fixture
def tables():
    plain = synthetic.with_claims(synthetic.publication(4)).tables
    rows = plain.commitments
    several = ThreadRow(
        thread_id="t1", course="kept", title="试点", about_ids=("e/基金",),
        commitment_ids=(rows[0].commitment_id, rows[2].commitment_id),
        evidence_ids=(plain.evidence[0].evidence_id,),
    )  # fmt: skip
    alone = ThreadRow(
        thread_id="t2", course="open", title="试点", commitment_ids=(rows[1].commitment_id,), silent_letters=3,
    )  # fmt: skip
    told_only = ThreadRow(thread_id="t3", course="done", title="基金", evidence_ids=("e",))
    return replace(plain, threads=[several, alone, told_only])


def found(tables, wide=""):
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    return threads(tables, letters, {row.letter_id: Utf16(wide) for row in tables.letters})


def test_a_thread_names_its_promises_and_the_sentences_that_tell_of_it(tables):
    row = tables.evidence[0]
    letters = [letter.letter_id for letter in tables.letters]
    told = [letters.index(row.letter_id), row.start, row.end, row.status]
    assert found(tables)[0] == {"promises": [0, 2], "told": [told], "course": "kept", "about": ("e/基金",)}


def test_offsets_count_characters_beyond_the_basic_plane_twice(tables):
    ((_, start, end, _),) = found(tables, wide="𠮷" * 2)[0]["told"]
    assert (start, end) == (tables.evidence[0].start + 2, tables.evidence[0].end + 2)


def test_a_single_step_stands_in_its_row_and_tells_of_silence(tables):
    assert found(tables)[1] == {"promises": [1], "course": "open", "silent": 3}


def test_a_thread_without_a_promise_on_this_page_is_left_out(tables):
    assert len(found(tables)) == 2
    part = replace(tables, commitments=tables.commitments[2:])
    assert [(one["promises"], one["course"]) for one in found(part)] == [([0], "kept")]


def test_a_part_tells_the_title_where_a_promise_of_the_thread_stands_in_several_elsewhere(tables):
    rows = tables.commitments
    assert [one.get("title", "") for one in found(tables)] == ["", ""]
    again = ThreadRow(
        thread_id="t6",
        course="open",
        title="基金",
        commitment_ids=(rows[2].commitment_id, rows[3].commitment_id),
    )
    whole = [*tables.threads, again]
    assert in_several(whole) == {rows[2].commitment_id}
    part = replace(tables, commitments=rows[:1])
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    (thread,) = threads(part, letters, {}, in_several(whole))
    assert thread["title"] == "试点"


def test_a_thread_tells_the_figures_of_what_is_to_be_reached_and_since_when_it_is_overdue(tables):
    figure = tables.figures[0]
    counted = ThreadRow(
        thread_id="t4", course="forward", title="试点", commitment_ids=(tables.commitments[0].commitment_id,),
        figure_ids=(figure.figure_id,), due="2024-06", overdue_as_of="2024-09",
    )  # fmt: skip
    (thread,) = found(replace(tables, threads=[counted]))
    letters = [letter.letter_id for letter in tables.letters]
    assert thread["told"] == [[letters.index(figure.letter_id), figure.start, figure.end, "ongoing"]]
    assert (thread["due"], thread["overdue"]) == ("2024-06", "2024-09")


def test_a_thread_tells_the_sentences_that_speak_of_it_in_its_words(tables):
    done, spoken = tables.sentences[:2]
    worded = ThreadRow(
        thread_id="t5", course="kept", title="试点", commitment_ids=(tables.commitments[0].commitment_id,),
        sentence_ids=(done.sentence_id, spoken.sentence_id), sentences_say=("done", "mentioned"),
    )  # fmt: skip
    (thread,) = found(replace(tables, threads=[worded]))
    letters = [letter.letter_id for letter in tables.letters]
    assert thread["told"] == [
        [letters.index(done.letter_id), done.start, done.end, "done"],
        [letters.index(spoken.letter_id), spoken.start, spoken.end],
    ]
