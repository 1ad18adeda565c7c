"""Tables, promises, figures and comparison; and the files that the page hands out."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
import synthetic
from changed import replace

from graph.tables.graph_tables import IssueRow

pytestmark = pytest.mark.browser


def saved(page, button) -> bytes:
    with page.page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture
def table(read, letters):
    page = read(letters, hash_="#v=table", name="letters")
    page.page.wait_for_selector("#rows table")
    return page


def column(page, number):
    return page.find(f"#rows tbody td:nth-child({number})").all_inner_texts()


def test_the_picture_is_a_table_too(table):
    assert table.find("#rows tr[data-row]").count() == len(table.shown())


def test_a_column_sorts_both_ways(table):
    table.find("#rows th button").nth(2).click()
    down = [int(cell) for cell in column(table, 3)]
    table.find("#rows th button").nth(2).click()
    up = [int(cell) for cell in column(table, 3)]
    assert down == sorted(down, reverse=True)
    assert up == sorted(up)
    assert table.find("#rows th").nth(2).get_attribute("aria-sort") == "ascending"


def test_rows_can_be_narrowed_by_words(table):
    every = table.find("#rows tr[data-row]").all_inner_texts()
    fitting = [row for row in every if "基金" in row]
    assert 0 < len(fitting) < len(every)
    table.page.fill("#narrow", "基金")
    assert table.find("#rows tr[data-row]").all_inner_texts() == fitting
    table.page.fill("#narrow", "")
    assert table.find("#rows tr[data-row]").all_inner_texts() == every


def test_a_row_selects_its_node(table):
    name = table.find("#rows tr[data-row]").nth(3).locator("td").first.inner_text()
    table.find("#rows tr[data-row]").nth(3).click()
    table.wait("(name) => document.querySelector('#detail h2').textContent === name", name.strip())
    assert table.find("#rows tr[aria-selected=true]").count() == 1


def test_the_selection_is_saved_as_csv_that_excel_opens(table):
    raw = saved(table, table.find("#sheet .chip").filter(has_text="CSV"))
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 1 + len(table.shown())
    assert rows[0][0] == "名称"


def test_the_selection_is_saved_as_markdown(table):
    text = saved(table, table.find("#sheet .chip").filter(has_text="Markdown")).decode("utf-8")
    lines = text.strip().split("\n")
    assert lines[1].startswith("| ---")
    assert len(lines) == 2 + len(table.shown())


def test_relations_are_the_other_half_of_the_table(table):
    table.find("#sheet .chip").filter(has_text="关系").click()
    table.page.wait_for_selector("#rows tr.under")
    table.find("#rows + .more, #sheet .more").click()
    assert table.find("#rows tr[data-row]").count() == len(table.edges())
    table.find("#sheet .chip").filter(has_text="节点").click()


def test_the_picture_is_saved_as_png_and_svg(page):
    assert saved(page, page.find("#scope-line .save").first).startswith(b"\x89PNG")
    svg = saved(page, page.find("#scope-line .save").last).decode("utf-8")
    assert svg.startswith("<svg")
    assert svg.count("<title>") == len(page.shown())


def test_a_saved_picture_shows_which_way_an_edge_runs_and_covers_none_with_another(read, letters):
    ends = (
        "e/临港市现代农业重点实验室",
        "e/东塘区科技金融交易中心",
    )  # two relations tie them, and a common mention
    page = read(letters, hash_=f"#z=focus&f={ends[0]}", name="letters")
    svg = ElementTree.fromstring(saved(page, page.find("#scope-line .save").last))  # noqa: S314  (our own file)
    directed = {row.edge_id for row in letters.tables.edges if row.directed}
    pale = ("cited_in", "cited_in_section")
    pointed = [edge for edge in page.edges() if edge in directed and edge.split("|")[1] not in pale]
    assert len(svg.findall(".//*[@class='head']")) == len(pointed) > 1
    between = [edge for edge in page.edges() if set(edge.split("|")[::2]) == set(ends)]
    assert len(between) == 3
    lines = [path.get("d") for path in svg.findall("{http://www.w3.org/2000/svg}path")]
    assert len(set(lines)) == len(lines) == len(page.edges())


def test_below_a_saved_picture_stands_what_its_shapes_mean_what_it_shows_and_of_which_letters(read, letters):
    page = read(letters, hash_="#a=department:e/平湖区生物医药局", name="letters")
    svg = saved(page, page.find("#scope-line .save").last).decode("utf-8")
    for text in ("提案建议", "基金", page.text("#shown"), "平湖区生物医药局", "12 封", "0123456789ab"):
        assert f"{text}" in re.sub(r"<title>.*?</title>", "", svg)
    high = page.find("#canvas").bounding_box()["height"]
    png = saved(page, page.find("#scope-line .save").first)
    assert int.from_bytes(png[20:24], "big") > 4 * (high + 40)  # dots enough for print
    assert "提案与答复" in svg


def test_promises_are_a_table_whose_rows_open_the_letter(read, letters):
    page = read(letters, hash_="#v=promises", name="letters")
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows tr[data-row]").count() == len(letters.tables.commitments)
    assert "已兑现" in page.text("#rows tbody")
    page.find("#rows tr[data-row]").first.click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == letters.tables.commitments[0].quote


def test_figures_sort_by_what_they_are_worth(read, letters):
    page = read(letters, hash_="#v=figures", name="letters")
    page.page.wait_for_selector("#rows table")
    page.find("#rows th button").nth(1).click()
    values = [float(cell.strip("至少亿元")) for cell in column(page, 2)]
    assert values == sorted(values)
    assert "与 1 处不一致" in page.text("#rows tbody")


def test_by_how_much_something_fell_is_shown_with_an_arrow(read, letters):
    first, second, *others = letters.tables.figures
    fallen = [replace(first, value="2.1", unit="%", normalised_value=Decimal("-0.021"), bound="exact")]
    printed = [replace(second, value="-1.2", unit="%", normalised_value=Decimal("-0.012"), bound="exact")]
    figures = [*fallen, *printed, *others]
    fewer = replace(letters, tables=replace(letters.tables, figures=figures))
    page = read(fewer, hash_="#v=figures", name="fallen")
    page.page.wait_for_selector("#rows table")
    assert {"↓2.1%", "-1.2%"} < set(column(page, 2))


def test_a_bound_stands_before_its_number_as_the_language_writes_it(read, letters):
    page = read(letters, hash_="#v=figures", name="letters")
    page.page.wait_for_selector("#rows table")
    assert column(page, 2)[0] == "至少9.5亿元"
    page.follow("#v=figures&l=en")
    page.page.wait_for_selector("#rows table")
    assert column(page, 2)[0] == "at least 9.5亿元"


def test_views_without_rows_are_not_offered(read):
    page = read(synthetic.publication(3), name="plain")
    assert page.find("#views [data-view=promises]").count() == 0
    assert page.find("#views [data-view=table]").count() == 1


def names(page, part):
    return set(page.find(f"#part-{part} .name").all_inner_texts())


def test_two_letters_are_compared(read, letters):
    page = read(letters, hash_="#v=compare", name="letters")
    page.page.wait_for_selector("#compare-a")
    one, other = letters.tables.letters[0].letter_id, letters.tables.letters[3].letter_id
    page.find("#compare-a").select_option(f"letter:{one}")
    page.find("#compare-b").select_option(f"letter:{other}")
    page.wait("() => location.hash.includes('ab=')")
    cited = [
        {
            row.name
            for row in letters.tables.entities
            if letter in row.letter_ids and row.kind in {"organisation", "fund", "platform", "policy"}
        }
        for letter in (one, other)
    ]
    assert names(page, "a") == cited[0] - cited[1]
    assert names(page, "both") == cited[0] & cited[1]
    assert names(page, "b") == cited[1] - cited[0]
    assert page.find("#beside-commitments li").count() > 0
    assert page.find("#beside-figures li").count() > 0


def test_years_and_members_are_compared_too(read, letters):
    page = read(letters, hash_="#v=compare&ab=year:2021~year:2022", name="letters")
    page.page.wait_for_selector("#compare-a")
    assert page.find("#compare-a").input_value() == "year:2021"
    member = letters.tables.letters[0].proposers[0]
    page.find("#compare-b").select_option(f"member:person/{member}")
    page.wait("() => location.hash.includes('member')")
    assert page.find("#part-a, #part-both, #part-b").count() == 3


def test_one_member_with_two_letters_is_the_first_comparison(read, letters):
    page = read(letters, hash_="#v=compare", name="letters")
    page.page.wait_for_selector("#compare-a")
    ids = [page.find(f"#compare-{side}").input_value().removeprefix("letter:") for side in "ab"]
    proposers = {row.letter_id: row.proposers for row in letters.tables.letters}
    assert ids[0] != ids[1]
    assert proposers[ids[0]] == proposers[ids[1]]


def test_where_no_member_has_two_letters_those_with_most_names_in_common_are_the_first_comparison(read):
    plain = synthetic.publication(9)
    rows = plain.tables.entities
    fund = next(row for row in rows if row.kind == "fund")
    one, other = sorted(row.letter_id for row in plain.tables.letters)[1:8:6]
    entities = [
        replace(row, letter_ids=(one, other), letter_count=2)
        if row is fund
        else replace(row, letter_ids=row.letter_ids[:1], letter_count=1)
        for row in rows
    ]
    tables = replace(plain.tables, entities=entities, passages=())
    page = read(replace(plain, tables=tables), hash_="#v=compare", name="apart")
    page.page.wait_for_selector("#compare-a")
    chosen = {page.find(f"#compare-{side}").input_value() for side in "ab"}
    assert chosen == {f"letter:{one}", f"letter:{other}"}


def test_what_was_left_unresolved_is_one_click_from_the_corner(read):
    plain = synthetic.publication(2)
    issue = IssueRow(
        source="b.pdf", letter_id="", severity="error", code="unreadable", where="", value="",
        message="文件不能打开 · no text in it", hint="scan it again",
    )  # fmt: skip
    page = read(replace(plain, tables=replace(plain.tables, issues=[issue])), name="issues")
    page.find("#issues").click()
    page.page.wait_for_selector("#rows table")
    assert "文件不能打开" in page.text("#rows tbody")


def test_departments_are_compared_and_letters_stand_newest_first(read, letters):
    page = read(letters, hash_="#v=compare", name="letters")
    page.page.wait_for_selector("#compare-a")
    labels = page.find("#compare-a optgroup").first.locator("option").all_inner_texts()
    days = [label.split(" ")[0] for label in labels if label.startswith("20")]
    assert days == sorted(days, reverse=True)
    assert all(label.startswith("未注日期") for label in labels[len(days) :])
    department = next(row.department for row in letters.tables.letters if row.department)
    page.find("#compare-b").focus()
    signed = next(row for row in letters.tables.letters if row.department == department)
    office = next(
        edge.target
        for edge in letters.tables.edges
        if edge.relation == "issued_by" and edge.source == f"reply/{signed.letter_id}"
    )
    page.find("#compare-b").select_option(f"department:{office}")
    page.wait("(name) => decodeURIComponent(location.hash).includes(name)", office)
    assert page.page.evaluate("() => document.activeElement.id") == "compare-b"
    own = {row.letter_id for row in letters.tables.letters if row.department == department}
    cited = {row.entity_id for row in letters.tables.mentions if row.letter_id in own and row.entity_id}
    names = {row.name for row in letters.tables.entities if row.entity_id in cited}
    both = {*page.find("#part-b .name").all_inner_texts(), *page.find("#part-both .name").all_inner_texts()}
    assert names
    assert names <= both


def test_a_file_of_a_comparison_holds_promises_and_figures_with_their_citations(read, letters):
    one, two = (row.letter_id for row in letters.tables.letters[:2])
    page = read(letters, hash_=f"#v=compare&ab=letter:{one}~letter:{two}", name="letters")
    page.page.wait_for_selector("#part-a")
    text = saved(page, page.find("#sheet .chip").filter(has_text="CSV")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    promised = [row for row in rows if row["类型"] == "承诺"]
    told = {row[f"{side} · 原句"]: row[f"{side} · 引文"] for row in promised for side in "甲乙"}
    told.pop("", None)
    sentences = {row.quote for row in letters.tables.commitments if row.letter_id in {one, two}}
    assert {*told} == sentences
    assert all("[Z]" in cited and "字）" in cited for cited in told.values())
    assert any(row["类型"] == "数据" for row in rows)
    names = page.find("#part-a .name, #part-both .name, #part-b .name").all_inner_texts()
    assert {*names} <= {row["名称"] for row in rows}


def test_departments_of_one_name_are_compared_by_themselves(read, letters):
    """市教育局 of two cities are two bodies of the graph; a body that two letters name differently is one."""
    page = read(letters, hash_="#v=compare", name="letters")
    page.page.wait_for_selector("#compare-a")
    offices = {edge.target for edge in letters.tables.edges if edge.relation == "issued_by"}
    codes = page.find("#compare-a option").evaluate_all("all => all.map((one) => one.value)")

    assert {code.removeprefix("department:") for code in codes if code.startswith("department:e/")} == offices
