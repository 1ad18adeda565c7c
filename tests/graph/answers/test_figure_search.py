"""Figures as an answer prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.answers.figure_search import FIGURE_COLUMNS, figure_table, printed_value
from graph.tables.claim_records import FigureRow


def figure(**cells):
    known = {
        "figure_id": "a.f1", "letter_id": "a", "type": "amount", "metric": "奖励", "value": "60", "unit": "万元",
        "normalised_value": Decimal(600_000), "canonical_unit": "元", "bound": "exact", "amount_role": "ceiling",
        "start": 0, "end": 9, "quote": "最高奖励60万元。", "number_start": 4, "number_end": 8,
    }  # fmt: skip
    return FigureRow(**(known | cells))


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        ({}, "60万元"),
        ({"bound": "at_most"}, "≤60万元"),
        ({"bound": "over"}, "≥60万元"),
        ({"bound": "about"}, "≈60万元"),
        ({"value": "3", "unit": "%", "normalised_value": Decimal("-0.03")}, "↓3%"),
        ({"type": "ranking", "value": "2", "unit": "名次", "ranking": "全市第二"}, "全市第二"),
        ({"type": "ranking", "value": "", "unit": "", "ranking": "全省首个"}, "全省首个"),
    ],
)
def test_a_number_is_printed_with_its_unit_and_its_limits_and_a_rank_in_its_words(cells, printed):
    assert printed_value(figure(**cells)) == printed


def test_a_row_names_what_the_figure_is_of_and_keeps_an_id_that_no_node_has():
    row = figure(about_ids=("e/甲基金", "e/无此节点"))
    (cells,) = figure_table([row], {"e/甲基金": "甲区天使基金"})
    assert dict(zip(FIGURE_COLUMNS, cells, strict=True))["about"] == "甲区天使基金|e/无此节点"
