"""Two letters side by side, figures in series, and how a sentence is cited."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from graph.answers.citation import letter_citation, quote_citation
from graph.answers.compare import COMPARE_COLUMNS, ComparedTables, compare_letters, compare_table
from graph.answers.figure_search import FIGURE_COLUMNS, figure_table, find_figures
from graph.tables.claim_records import FigureRow
from graph.tables.graph_tables import LetterRow


def figure(letter_id, value, *, metric="规上科学仪器企业", role="count", end="2021-12-31", number=1):
    return FigureRow(
        figure_id=f"{letter_id}.f{number}",
        letter_id=letter_id,
        type="count",
        metric=metric,
        value=value,
        unit="家",
        normalised_value=Decimal(value),
        canonical_unit="家",
        bound="exact",
        amount_role=role,
        place="place/苏州市",
        period_start="2021-01-01",
        period_end=end,
        start=0,
        end=9,
        quote=f"企业{value}家。",
        number_start=2,
        number_end=5,
    )


def compared(*figures):
    tables = ComparedTables(entities=[], mentions=[], figures=figures)
    return [(each.where, each.in_a, each.in_b) for each in compare_letters(tables, "a", "b")]


def test_a_changed_value_is_told_from_an_equal_one():
    assert [where for where, *_ in compared(figure("a", "186"), figure("b", "168"))] == ["changed"]
    assert [where for where, *_ in compared(figure("a", "186"), figure("b", "186"))] == ["both"]


def test_a_fall_beside_a_rise_is_seen_as_one():
    fall = replace(figure("b", "2.1", role="growth"), normalised_value=Decimal("-2.1"), bound="about")
    minus = replace(fall, value="-2.1")
    assert compared(figure("a", "6.3", role="growth"), fall) == [
        ("changed", "6.3家 (2021-01-01…2021-12-31)", "↓≈2.1家 (2021-01-01…2021-12-31)")
    ]
    assert compared(minus)[0][2] == "≈-2.1家 (2021-01-01…2021-12-31)"


def test_the_equal_partner_is_preferred_to_the_first_one():
    rows = compared(figure("a", "186"), figure("b", "168"), figure("b", "186", number=2))
    assert [where for where, *_ in rows] == ["both", "only_b"]


def test_other_roles_and_short_metrics_are_not_compared():
    assert [where for where, *_ in compared(figure("a", "1"), figure("b", "2", role="share"))] == [
        "only_a",
        "only_b",
    ]
    one, two = figure("a", "1", metric="企业"), figure("b", "2", metric="企业服务机构")
    assert [where for where, *_ in compared(one, two)] == ["only_a", "only_b"]


def test_rows_have_a_cell_for_every_column():
    tables = ComparedTables(entities=[], mentions=[], figures=[figure("a", "1"), figure("b", "2")])
    assert {len(row) for row in compare_table(compare_letters(tables, "a", "b"))} == {len(COMPARE_COLUMNS)}
    assert {len(row) for row in figure_table([figure("a", "1")], {})} == {len(FIGURE_COLUMNS)}


def test_figures_come_as_series_in_order_of_period():
    rows = [figure("b", "203", end="2022-12-31"), figure("a", "168"), figure("a", "9", metric="共享服务次数")]
    assert [row.value for row in find_figures(rows, metric="科学仪器企业")] == ["168", "203"]
    assert [row.value for row in find_figures(rows, since="2022")] == ["203"]
    assert find_figures(rows, place="无锡") == ()


def test_a_letter_is_cited_by_the_national_standard():
    letter = LetterRow(
        letter_id="x",
        source="x.txt",
        status="reply",
        title="关于提案的答复",
        department="苏州市科学技术局",
        reply_date="2022-06-24",
    )
    assert letter_citation(letter) == "苏州市科学技术局. 关于提案的答复[Z]. 2022-06-24."
    assert quote_citation(letter, "成功\n设立。", 3, 9).endswith("“成功 设立。”（第3–9字）")


def test_quotation_marks_within_a_quotation_are_single_ones():
    letter = LetterRow(letter_id="x", source="x.txt", status="reply")
    cited = quote_citation(letter, "落实“一网‘通办’”，it’s", 0, 9)
    assert cited == "未署名. x[Z]. 日期不详.“落实‘一网“通办”’，it’s”（第0–9字）"


def test_a_letter_from_the_web_is_cited_with_its_address_and_an_unsigned_one_says_so():
    letter = LetterRow(letter_id="x", source="x.html", status="reply", source_url="https://example.org/1")
    assert letter_citation(letter) == "未署名. x[EB/OL]. (日期不详). https://example.org/1."
