"""Who pays whom, ranks without a number, and pairs of claims that do not agree: what a reader of figures is told."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from changed import replace

from graph.tables.graph_tables import IssueRow

pytestmark = pytest.mark.browser

HUB = "e/平湖区学前教育研究院"
PAYER, PAYEE = "平湖区财政局", "平湖区学前教育研究院"


def rows_of_csv(page):
    with page.page.expect_download() as waiting:
        page.find("#sheet .chip").filter(has_text="CSV").click()
    return list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))


@pytest.fixture(scope="module")
def paid(letters):
    """Letters of which two figures have a payer and a payee, one a payer that is a place and one only a payee."""
    ends = [(PAYER, PAYEE), ("place/平湖区", ""), ("", "首次上规模的企业"), (PAYER, "江北区企业")]
    figures = [
        replace(row, payer=payer, payee=payee, amount_role="reward")
        for row, (payer, payee) in zip(letters.tables.figures, ends, strict=False)
    ]
    tables = replace(letters.tables, figures=[*figures, *letters.tables.figures[len(ends) :]])
    return replace(letters, tables=tables)


def test_figures_tell_who_pays_whom_where_it_is_known(read, paid):
    page = read(paid, hash_="#v=figures", name="paid")
    page.page.wait_for_selector("#rows table")
    shown = page.find("#rows td.cell-parties").all_inner_texts()
    wanted = [f"{PAYER}\n→ {PAYEE}", "平湖区 →", "→ 首次上规模的企业", f"{PAYER}\n→ 江北区企业", ""]
    assert shown[:5] == wanted
    filed = rows_of_csv(page)
    assert [(row["付方"], row["收方"]) for row in filed[:3]] == [
        (PAYER, PAYEE), ("平湖区", ""), ("", "首次上规模的企业"),
    ]  # fmt: skip
    page.find("#rows th button").filter(has_text="付方 → 收方").click()
    first = page.find("#rows td.cell-parties").first.inner_text()
    assert first in wanted
    assert first
    page.page.fill("#narrow", "江北区企业")
    assert page.find("#rows td.cell-parties").all_inner_texts() == [wanted[3]]
    page.page.fill("#narrow", "")


def test_nobody_pays_nobody_a_table_has_no_such_column(read, letters):
    page = read(letters, hash_="#v=figures", name="letters")
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows td.cell-parties").count() == 0
    assert "付方" not in rows_of_csv(page)[0]


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [390, 985, 1060, 1280, 1400])
def test_who_pays_whom_lies_within_the_window(read, paid, width, locale):
    page = read(
        paid, hash_="#v=figures", name="paid", locale=locale, viewport={"width": width, "height": 900}
    )
    page.page.wait_for_selector("#rows table")
    room = "() => { const s = document.getElementById('sheet'); return s.scrollWidth - s.clientWidth; }"
    assert page.page.evaluate(room) <= 0


def test_a_figure_tells_what_it_is_of_where_its_metric_does_not(read, letters):
    name = next(row.name for row in letters.tables.entities if row.entity_id == HUB)
    one, two, *others = letters.tables.figures
    figures = [
        replace(one, about_ids=(HUB,), metric="认缴规模", value="1000"),
        replace(two, about_ids=(HUB,), metric=f"{name}用户数", value="63"),
        *(replace(row, about_ids=()) for row in others),
    ]
    page = read(
        replace(letters, tables=replace(letters.tables, figures=figures)),
        hash_="#v=figures",
        name="counted-of",
    )
    page.page.wait_for_selector("#rows table")
    cells = page.find("#rows td.cell-metric").all_inner_texts()
    assert f"认缴规模\n{name}" in cells
    assert f"{name}用户数" in cells
    assert {row["所述对象"] for row in rows_of_csv(page)} == {name, ""}


def test_a_rank_without_a_number_tells_its_words_where_it_stands_among_figures(read, letters):
    first, *others = letters.tables.figures
    rank = replace(
        first, type="ranking", value="", normalised_value=None, unit="", ranking="全国首个", bound="exact",
        about_ids=(HUB,), metric="学前教育数据平台",
    )  # fmt: skip
    figures = [rank, *(replace(row, about_ids=(HUB,)) for row in others[:2]), *others[2:]]
    ranked = replace(letters, tables=replace(letters.tables, figures=figures))
    page = read(ranked, hash_=f"#s=n{HUB}", name="rank-only")
    page.page.wait_for_selector("#detail .claims")
    rows = page.find("#detail .claims button").all_inner_texts()
    (told,) = [row for row in rows if "学前教育数据平台" in row]
    assert "全国首个" in told


def pair_issue(letters, one, other):
    sources = {row.letter_id: row.source for row in letters.tables.letters}
    return IssueRow(
        source=sources[one.letter_id], letter_id=one.letter_id, severity="info", code="claims.ranking",
        where=f"{one.letter_id} {other.letter_id}", value=f"{one.figure_id} {other.figure_id}",
        message="口径不同，未必矛盾 (scopes differ)", hint="name the scope",
    )  # fmt: skip


def test_a_pair_that_does_not_agree_names_both_letters_and_leads_to_each(read, letters):
    one, other, third = letters.tables.figures[:3]
    issues = [pair_issue(letters, one, other), pair_issue(letters, one, third)]
    page = read(
        replace(letters, tables=replace(letters.tables, issues=issues)), hash_="#v=issues", name="pairs"
    )
    page.page.wait_for_selector("#rows table")
    cells = page.find("#rows td.cell-letter")
    assert cells.nth(0).inner_text() != cells.nth(1).inner_text()
    numbers = {row.letter_id: row.proposal_numbers[0] for row in letters.tables.letters}
    places = cells.first.locator(".place").all_inner_texts()
    assert [numbers[row.letter_id] in place for row, place in zip((one, other), places, strict=True)] == [
        True, True,
    ]  # fmt: skip
    filed = rows_of_csv(page)
    assert all(numbers[row.letter_id] in filed[0]["信件"] for row in (one, other))
    cells.first.locator(".place").nth(1).click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == other.quote


def test_a_period_is_told_in_as_few_words_as_say_it(read, letters):
    ends = {
        ("2023-01-01", "2023-12-31"): "2023",
        ("2016-01-01", "2018-12-31"): "2016\n– 2018",
        ("2024-01-01", "2024-06-30"): "2024-01\n– 2024-06",
        ("2024-02-01", "2024-02-29"): "2024-02",
        ("2024-02-01", "2024-02-28"): "2024-02-01\n– 2024-02-28",
        ("2019-01-01", ""): "2019-01-01",
    }
    figures = [
        replace(row, period_start=start, period_end=end)
        for row, (start, end) in zip(letters.tables.figures, ends, strict=False)
    ]
    page = read(
        replace(letters, tables=replace(letters.tables, figures=figures)), hash_="#v=figures", name="periods"
    )
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows td.cell-period").all_inner_texts() == [*ends.values()]


def test_a_figure_that_another_letter_disagrees_with_says_so_below_its_sentence(read, letters):
    page = read(letters, hash_="#v=figures", name="letters")
    page.page.wait_for_selector("#rows table")
    doubted = [cell.locator(".tag.doubt").count() for cell in page.find("#rows tr.under").all()]
    assert doubted == [int(bool(row.conflict)) for row in letters.tables.figures]
    page.page.fill("#narrow", "不一致")
    assert page.find("#rows tr.under").count() == 1
    page.page.fill("#narrow", "")
