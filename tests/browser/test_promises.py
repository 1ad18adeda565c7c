"""What became of promises: the course of each, the letters it was told in, and how many went which way."""

from __future__ import annotations

import pytest
import synthetic
from changed import replace

from graph.tables.claim_records import ThreadRow

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def followed():
    """Letters of which a later one keeps what an earlier one promises; the promise after them is silent in two."""
    plain = synthetic.with_claims(synthetic.publication(12))
    dates = {row.letter_id: row.reply_date for row in plain.tables.letters}
    dated = sorted(
        (
            replace(row, date=dates[row.letter_id], outcome="")
            for row in plain.tables.commitments
            if dates[row.letter_id]
        ),
        key=lambda row: row.date,
    )
    first, last = replace(dated[0], status="planned"), replace(dated[-1], status="done")
    rows = [first, *dated[1:-1], last]
    kept = ThreadRow(
        thread_id="t0", course="kept", title="试点", commitment_ids=(first.commitment_id, last.commitment_id),
        reports_on=("none", first.commitment_id), letter_ids=(first.letter_id, last.letter_id),
    )  # fmt: skip
    others = [
        ThreadRow(
            thread_id=f"t{at}", course="open", title=row.what, commitment_ids=(row.commitment_id,),
            reports_on=("none",), letter_ids=(row.letter_id,), last_mentioned=row.date, silent_letters=2,
        )
        for at, row in enumerate(dated[1:-1], 1)
    ]  # fmt: skip
    tables = replace(plain.tables, commitments=rows, threads=[kept, *others])
    return replace(plain, tables=tables), first, last


@pytest.fixture
def promises(read, followed):
    def opened(hash_="#v=promises", **wishes):
        page = read(followed[0], hash_=hash_, name="followed", **wishes)
        page.page.wait_for_selector("#rows table")
        return page

    return opened


def courses(page):
    return page.find("#rows td.cell-course strong").all_inner_texts()


def test_promises_that_came_to_something_stand_first_and_then_the_newest(promises, followed):
    page = promises()
    publication, _, _ = followed
    assert courses(page) == ["已兑现", "已兑现"] + ["未了"] * (len(publication.tables.commitments) - 2)
    days = [
        text.split("\n")[0].split(" · ")[-1] for text in page.find("#rows td.cell-letter").all_inner_texts()
    ]
    assert days[2:] == sorted(days[2:], reverse=True)


def test_a_promise_tells_its_steps_and_each_leads_to_its_sentence(promises, followed):
    page = promises()
    _, first, last = followed
    steps = page.find("#rows td.cell-course").first.locator(".step")
    assert steps.all_inner_texts() == [f"{first.date} 将做", f"{last.date} 已做"]
    steps.first.click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == first.quote


def test_silence_is_told_and_is_no_course(promises):
    page = promises()
    cell = page.find("#rows td.cell-course").nth(2)
    assert cell.inner_text().split("\n") == ["未了", "此后 2 封未再提及"]
    page = promises(locale="en-US")
    assert "not named in 2 later letters" in page.find("#rows td.cell-course").nth(2).inner_text()


def test_how_many_went_which_way_stands_above_and_narrows_the_rows(promises, followed):
    page = promises()
    many = len(followed[0].tables.commitments)
    chips = page.find("#sheet .facets .chip")
    assert chips.all_inner_texts() == [f"全部 {many}", "已兑现 2", f"未了 {many - 2}"]
    assert "后来的复文说已做到" in (chips.nth(1).get_attribute("title") or "")
    chips.nth(1).focus()
    page.page.keyboard.press("Enter")
    assert courses(page) == ["已兑现", "已兑现"]
    assert page.page.evaluate("() => document.activeElement.dataset.facet") == "kept"
    link = page.page.evaluate("() => location.hash")
    page = promises(hash_="#v=figures")
    page = promises(hash_=link)
    assert courses(page) == ["已兑现", "已兑现"]
    page.find("#sheet .facets .chip").nth(1).click()
    assert len(courses(page)) == many


def test_only_the_words_that_promise_are_marked_in_their_sentence(read, followed):
    publication, first, _ = followed
    said = replace(first, clause_start=first.start + 4, clause_end=first.end - 1)
    rows = [said if row == first else row for row in publication.tables.commitments]
    tables = replace(publication.tables, commitments=rows)
    page = read(replace(publication, tables=tables), hash_="#v=promises", name="a-clause")
    page.page.wait_for_selector("#rows table")
    row = page.find("#rows tr.under").filter(has_text=first.quote).first
    assert row.text_content().strip() == first.quote
    assert row.locator("mark").all_text_contents() == [first.quote[4:-1]]
    row.click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == first.quote


def test_a_department_tells_what_its_replies_promise_and_name(read, followed):
    publication, first, _ = followed
    department = next(
        row.department
        for row in publication.tables.letters
        if row.department and row.letter_id == first.letter_id
    )
    own = {row.letter_id for row in publication.tables.letters if row.department == department}
    node = next(row for row in publication.tables.entities if row.name == department)
    page = read(publication, hash_=f"#s=n{node.entity_id}", name="followed")
    page.page.wait_for_selector("#detail [data-claims=cited]")
    heads = [text.split("\n")[0] for text in page.find("#detail h3[data-claims]").all_inner_texts()]
    assert heads[-1] == "其答复提及"
    assert page.text("#detail h3[data-claims=cited] .count") == str(
        len(
            [
                row
                for row in publication.tables.entities
                if row.kind in ("organisation", "fund", "platform", "policy")
                and row.entity_id != node.entity_id
                and own & set(row.letter_ids)
            ]
        )
    )


def test_a_link_that_names_no_known_course_still_shows_the_table(promises):
    page = promises()
    page.follow("#v=promises&o=foo")
    page.wait("() => document.querySelectorAll('#sheet .facets [data-facet=foo]').length === 1")
    assert page.find("#sheet .facets .chip").count() > 1
    assert page.errors == []


def test_a_promise_too_short_to_say_what_is_told_with_the_heading_it_stands_under(read, followed):
    publication, first, _ = followed
    short = replace(first, what="不予采纳")
    others = [
        replace(row, what="推进公共书架建设试点")
        for row in publication.tables.commitments
        if row.commitment_id != first.commitment_id
    ]
    tables = replace(publication.tables, commitments=[short, *others], threads=[])
    page = read(replace(publication, tables=tables), hash_="#v=promises", name="a-short-promise")
    page.page.wait_for_selector("#rows table")
    within = [row for row in tables.sections if row.letter_id == first.letter_id and row.start <= first.start]
    heading = max(within, key=lambda row: row.start).heading
    told = page.find("#rows td.cell-what").all_inner_texts()
    assert f"不予采纳\n{heading}" in told
    assert sum("\n" in each for each in told) == 1


def test_a_promise_of_several_things_tells_the_course_of_each(read, followed):
    publication, _, last = followed
    kept, *others = publication.tables.threads
    second = replace(
        kept, thread_id="t99", course="forward", title="基地", commitment_ids=(last.commitment_id,)
    )
    tables = replace(publication.tables, threads=[replace(kept, title="试点"), second, *others])
    page = read(replace(publication, tables=tables), hash_="#v=promises", name="several")
    page.page.wait_for_selector("#rows table")
    cell = page.find("#rows td.cell-course").filter(has=page.find("details"))
    assert cell.count() == 1
    assert "试点" in cell.inner_text()
    assert "基地" not in cell.inner_text()
    cell.locator("summary").click()
    assert "推进 · 基地" in cell.inner_text()
