"""One place, one department, one member or one name: what the page shows of their letters alone."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
import synthetic
from changed import replace

pytestmark = pytest.mark.browser

DEPARTMENT = "平湖区生物医药局"
HUB = "e/平湖区学前教育研究院"


def replies(page):
    return {node for node in page.shown() if node.startswith("reply/")}


def of_department(letters):
    return {row.letter_id for row in letters.tables.letters if row.department == DEPARTMENT}


@pytest.fixture
def placed(letters):
    """Letters of a province, of a city in it, of a district of that, of another city there, and of no known place."""
    places = ["江苏省", "苏州市吴江区", "苏州市", "", *["南京市"] * 7, "成都市"]
    rows = [
        replace(row, jurisdiction=place) for row, place in zip(letters.tables.letters, places, strict=True)
    ]
    return replace(letters, tables=replace(letters.tables, letters=rows))


@pytest.mark.parametrize(
    ("place", "count"), [("江苏省", 10), ("苏州市", 2), ("苏州市吴江区", 1), ("南京市", 7), ("成都市", 1)]
)
def test_a_place_has_the_letters_of_all_places_in_it_and_none_of_an_unknown_place(read, placed, place, count):
    page = read(placed, name="placed")
    page.find("#only").select_option(f"place:{place}")
    page.wait("() => location.hash.includes('a=place')")
    page.wait("(n) => document.querySelectorAll('#detail .contents li:not(.year)').length === n", count)
    assert len(replies(page)) == count


def test_the_years_count_the_letters_that_are_shown_and_a_year_without_any_cannot_be_chosen(read, placed):
    page = read(placed, name="placed", hash_="#a=place:苏州市")
    own = [row for row in placed.tables.letters if row.jurisdiction.startswith("苏州市")]
    counts = Counter(row.reply_date[:4] for row in own if row.reply_date)
    for bar in page.find("#time [data-year]").all():
        count = counts[bar.get_attribute("data-year")]
        assert bar.get_attribute("title") == f"{count} 封信"
        assert bar.is_disabled() == (count == 0)
    assert 0 < len(counts) < page.find("#time [data-year]").count()
    assert page.find("#undated").count() == (counts.total() < len(own))


def test_a_province_that_says_no_more_than_its_one_city_is_not_offered_and_yet_found_by_a_link(read, placed):
    page = read(placed, name="placed")
    assert page.find("#only option[value='place:四川省']").count() == 0
    page.follow("#a=place:四川省")
    assert len(replies(page)) == 1


def test_the_head_of_the_page_says_of_how_many_places_its_letters_are_and_how_many_name_none(read, placed):
    page = read(placed, name="placed")
    assert page.text("#strap").startswith("5 个地区 · 12 封")
    assert "1 封未写明地区" in page.text("#detail .lead")


def test_the_head_of_the_page_names_the_place_that_all_letters_lie_in(read, letters):
    places = ["苏州市吴江区", "苏州市", *["苏州市昆山市"] * 10]
    rows = [
        replace(row, jurisdiction=place) for row, place in zip(letters.tables.letters, places, strict=True)
    ]
    page = read(replace(letters, tables=replace(letters.tables, letters=rows)), name="one-city")
    assert page.text("#strap").startswith("苏州市 · 12 封")
    assert "苏州市" in page.text("#detail .lead")


def test_the_promises_of_a_department_are_a_table_in_one_click_and_its_file_has_them_alone(read, letters):
    page = read(letters, name="letters")
    page.focus(DEPARTMENT)
    page.find("#office-table").click()
    page.page.wait_for_selector("#rows table")
    promised = [row for row in letters.tables.commitments if row.letter_id in of_department(letters)]
    assert page.find("#rows tr[data-row]").count() == len(promised) > 0
    with page.page.expect_download() as waiting:
        page.find("#sheet .chip").filter(has_text="CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert [row["原句"] for row in csv.DictReader(io.StringIO(text))] == [row.quote for row in promised]


def test_what_the_letters_are_narrowed_to_stands_above_picture_and_tables_and_one_click_takes_it_away(
    read, letters
):
    page = read(letters, hash_=f"#a=department:e/{DEPARTMENT}", name="letters")
    assert len(replies(page)) == len(of_department(letters)) == 3
    assert page.text("#scope-line .limit") == f"{DEPARTMENT}（3 封） ×"
    page.find("#views [data-view=figures]").click()
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows tr[data-row]").count() == 3
    page.find("#sheet .limit").click()
    page.wait(
        "(n) => document.querySelectorAll('#rows tr[data-row]').length === n", len(letters.tables.figures)
    )
    assert page.find("#only").input_value() == ""


def test_a_name_leads_to_the_letters_that_say_it_and_back(read, letters):
    page = read(letters, name="letters")
    page.focus(HUB.removeprefix("e/"))
    naming = next(row.letter_ids for row in letters.tables.entities if row.entity_id == HUB)
    page.find("#detail [data-only]").focus()
    page.page.keyboard.press("Enter")
    page.wait("() => location.hash.includes('a=name')")
    assert replies(page) == {f"reply/{letter}" for letter in naming}
    page.wait(
        "() => document.activeElement.id === 'only-drop'"
    )  # whoever came by key can take it back by key
    page.page.keyboard.press("Enter")
    page.wait("(n) => document.querySelectorAll('#detail .contents li:not(.year)').length === n", 12)
    assert page.find("#only").input_value() == ""


def test_a_group_that_another_build_had_is_told_as_missing(read, letters):
    page = read(letters, hash_="#a=place:无此市", name="letters")
    assert len(replies(page)) > 3
    assert "1 项不在本图中" in page.text(".toast")


def test_promises_and_figures_are_found_by_who_asked_for_them(read, letters):
    member = letters.tables.letters[0].proposers[0]
    theirs = {row.letter_id for row in letters.tables.letters if member in row.proposers}
    for view, rows in (("promises", letters.tables.commitments), ("figures", letters.tables.figures)):
        page = read(letters, hash_=f"#v={view}&n={member}", name="letters")
        page.page.wait_for_selector("#rows table")
        count = sum(row.letter_id in theirs for row in rows)
        assert page.find("#rows tr[data-row]").count() == count > 0


def test_two_places_are_compared(read, placed):
    page = read(placed, hash_="#v=compare&ab=place:苏州市~place:南京市", name="placed")
    page.page.wait_for_selector("#compare-a")
    chosen = [page.find(f"#compare-{side} option:checked").inner_text() for side in "ab"]
    assert chosen == ["苏州市（2 封）", "南京市（7 封）"]


def test_two_departments_or_letters_looked_at_one_after_the_other_are_compared_in_one_click(read, letters):
    page = read(letters, name="letters")
    page.focus("平湖区生物医药局")
    page.focus("临港市智能制造局")
    page.find("#compare-with").click()
    page.page.wait_for_selector("#compare-a")
    chosen = [page.find(f"#compare-{side}").input_value() for side in "ab"]
    assert chosen == ["department:e/平湖区生物医药局", "department:e/临港市智能制造局"]
    one, other = (letters.tables.letters[at].letter_id for at in (2, 6))
    page.follow(f"#z=focus&f=reply/{one}&s=nreply/{one}")
    page.follow(f"#z=focus&f=reply/{other}&s=nreply/{other}")
    page.find("#compare-with").click()
    page.wait("() => location.hash.includes('letter')")
    assert [page.find(f"#compare-{side}").input_value() for side in "ab"] == [
        f"letter:{one}",
        f"letter:{other}",
    ]


def test_things_that_are_no_group_of_letters_are_not_offered_for_comparison(read, letters):
    page = read(letters, name="letters")
    page.focus("平湖区生物医药局")
    page.focus(HUB.removeprefix("e/"))
    assert page.find("#path-to").count() == 1
    assert page.find("#compare-with").count() == 0


@pytest.mark.parametrize("control", ["#range-minLetters", "#certainty", "#only"])
def test_a_filter_that_is_set_by_key_keeps_the_keys(read, letters, control):
    page = read(letters, name="letters")
    page.find(control).focus()
    page.page.keyboard.press("ArrowRight" if "range" in control else "ArrowDown")
    page.wait("() => location.hash.length > 1")
    assert page.page.evaluate(
        "(control) => document.activeElement === document.querySelector(control)", control
    )


@pytest.fixture
def crowd(letters):
    """Ninety letters: more members and departments than a reader can look through."""
    return synthetic.publication(90)


def test_of_very_many_groups_one_is_found_by_a_part_of_its_name_and_by_key(read, crowd):
    page = read(crowd, name="ninety")
    member = crowd.tables.letters[7].proposers[0]
    page.find("#only").focus()
    page.page.keyboard.type(member)
    page.page.keyboard.press("Enter")
    page.wait("() => location.hash.includes('a=member')")
    theirs = {f"reply/{row.letter_id}" for row in crowd.tables.letters if member in row.proposers}
    assert replies(page) <= theirs
    assert member in page.find("#only").input_value()
    assert page.page.evaluate("() => document.activeElement.id") == "only"


def test_a_field_of_groups_that_is_left_with_nonsense_means_what_it_meant(read, crowd):
    page = read(crowd, name="ninety")
    before = page.find("#only").input_value()
    page.find("#only").click()
    assert page.find("#only").input_value() == ""  # all are offered
    page.page.keyboard.type("查无此处")
    page.page.keyboard.press("Enter")
    assert page.find("#only").input_value() == before == "全部信件"
    assert "a=" not in page.page.url


def test_two_letters_of_very_many_are_chosen_for_comparison_by_number(read, crowd):
    page = read(crowd, hash_="#v=compare", name="ninety")
    page.page.wait_for_selector("#compare-a")
    row = crowd.tables.letters[33]
    page.find("#compare-b").fill(row.proposal_numbers[0])
    page.find("#compare-b").press("Enter")
    page.wait("(id) => decodeURIComponent(location.hash).includes('letter:' + id)", row.letter_id)
