"""Figures as an answer prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.answers.figure_search import printed_value
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
