"""Promise threads: courses, silence, and promises that name nothing."""

from __future__ import annotations

import pytest

from graph.answers.promises import PromiseTables, history, promise_rows, promise_threads
from graph.tables.claim_records import CommitmentRow
from graph.tables.graph_tables import EntityRow, LetterRow, MentionRow

DATES = {"a": "2022-06-24", "b": "2023-07-18", "c": "2024-08-08"}


def letters(*names):
    return [
        LetterRow(
            letter_id=name, source=name, status="reply", jurisdiction="苏州市", reply_date=DATES.get(name, "")
        )
        for name in names
    ]


def promise(letter_id, status, *, what="设立专项子基金", objects=("fund",), outcome="", cue="将"):
    return CommitmentRow(
        commitment_id=f"{letter_id}.c1",
        letter_id=letter_id,
        actor="",
        responsible="",
        responsible_basis="",
        what=what,
        object_ids=objects,
        status=status,
        cue=cue,
        date=DATES.get(letter_id, ""),
        sentence_id="1",
        start=0,
        end=len(what),
        quote=what,
        outcome=outcome,
        clause_start=0,
        clause_end=len(what),
    )


def mention(letter_id):
    return MentionRow(
        mention_id=f"{letter_id}#m1",
        letter_id=letter_id,
        start=0,
        end=2,
        text="基金",
        kind="fund",
        entity_id="fund",
        entity_ids=("fund",),
        anaphor=False,
        rule="",
        score=1.0,
        section_id="",
        sentence_id="1",
    )


def threads(*rows, mentioned=(), known=("a", "b", "c"), **asked):
    fund = EntityRow(
        entity_id="fund", kind="fund", name="专项子基金", short_name="", aliases=("子基金",), iri=""
    )
    tables = PromiseTables(
        letters=letters(*known),
        entities=[fund],
        mentions=[mention(each) for each in (*mentioned, *(row.letter_id for row in rows))],
        edges=[],
        evidence=[],
        commitments=rows,
    )
    return promise_threads(tables, **asked)


@pytest.mark.parametrize(
    ("first", "second", "outcome", "course"),
    [
        ("planned", "done", "", "kept"),
        ("planned", "done", "late", "late"),
        ("planned", "ongoing", "missed", "missed"),
        ("planned", "done", "refused", "refused"),
        ("ongoing", "planned", "", "back"),
        ("planned", "ongoing", "", "forward"),
        ("planned", "planned", "", "open"),
        ("done", "done", "", "done"),
    ],
)
def test_the_course_of_a_promise(first, second, outcome, course):
    (thread,) = threads(promise("a", first), promise("b", second, outcome=outcome))
    assert thread.course == course


def test_an_undated_letter_leaves_the_course_unclear():
    (thread,) = threads(promise("a", "planned"), promise("x", "done"), known=("a", "x"))
    assert thread.course == "unclear"
    assert "undated" in history(thread)


def test_a_later_letter_that_names_the_thing_is_not_silent():
    (silent,) = threads(promise("a", "planned"))
    assert silent.silent == ("b", "c")
    (named,) = threads(promise("a", "planned"), mentioned=("b",))
    assert named.silent == ("c",)
    assert [row[4] for row in promise_rows([named])] == ["planned", "not_mentioned"]


def test_promises_that_name_nothing_meet_by_their_quoted_words_or_their_wording():
    quoted = threads(
        promise("a", "ongoing", what="构建“交易+融资”平台", objects=(), cue="构建"),
        promise("b", "planned", what="争取构建首个“交易+融资”平台", objects=(), cue="争取"),
    )
    assert [thread.course for thread in quoted] == ["back"]
    plain = threads(
        promise("a", "planned", what="探索制定统计标准", objects=(), cue="探索"),
        promise("b", "planned", what="制定统计标准", objects=(), cue="将"),
        promise("c", "planned", what="完善统计标准", objects=(), cue="将"),
    )
    assert sorted(len(thread.steps) for thread in plain) == [1, 2]


def test_threads_are_asked_for_by_alias_and_year():
    rows = (promise("a", "planned"), promise("a", "planned", what="举办推介会", objects=()))
    assert [thread.title for thread in threads(*rows, about="子基金")] == ["专项子基金"]
    assert threads(*rows, since="2023") == ()
