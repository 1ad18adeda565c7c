"""How a number of a later letter is told: as done, as the old target again, or as something of others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.tables.claim_records import FigureRow
from graph.threads.clauses.counts import counted_as, is_of_all_years, tells_what_came


def figure(quote, value, unit):
    at = quote.index(f"{value}{unit}")
    return FigureRow(
        figure_id="f",
        letter_id="b",
        type="count",
        metric="",
        value=value,
        unit=unit,
        normalised_value=Decimal(value),
        canonical_unit=unit,
        bound="exact",
        amount_role="count",
        start=0,
        end=len(quote),
        quote=quote,
        number_start=at,
        number_end=at + len(value) + len(unit),
    )


@pytest.mark.parametrize(
    ("quote", "value", "told"),
    [
        ("去年加固危房76户。", "76", "done"),
        ("去年承诺的加固危房70户已全部完成。", "70", "done"),
        ("加固危房原定70户，实际加固了52户。", "70", "quoted"),
        ("加固危房原定70户，实际加固了52户。", "52", "done"),
        ("原计划加固危房70户，因资金不到位没有实施。", "70", "quoted"),
        ("去年答复说加固危房70户，一户也没动。", "70", "quoted"),
        ("加固危房70户的任务没有完成。", "70", "quoted"),
        ("加固危房70户，施工中没有发生一起事故。", "70", "done"),
        ("您建议加固危房90户。", "90", ""),
        ("加固危房90户的建议很有价值。", "90", ""),
        ("去年申报加固危房90户。", "90", ""),
        ("邻县去年加固危房90户。", "90", ""),
        ("宜昌市去年加固危房90户。", "90", ""),
        ("全省去年加固危房9000户。", "9000", ""),
        ("开发区管委会去年加固危房90户。", "90", ""),
        ("离70户的目标还差18户。", "18", ""),
        ("加固危房由70户调整为50户。", "70", ""),
        ("加固危房应改70户，实改52户。", "70", "quoted"),
        ("如加固危房90户，需资金300万元。", "90", ""),
        ("每年加固危房90户。", "90", ""),
    ],
)
def test_a_number_is_done_here_or_the_old_target_or_of_others(quote, value, told):
    assert counted_as(figure(quote, value, "户"), "黄冈市") == told


def test_the_whole_of_the_own_place_is_the_own_place():
    assert counted_as(figure("全市去年加固危房76户。", "76", "户"), "黄冈市") == "done"
    assert counted_as(figure("全市去年加固危房76户。", "76", "户"), "黄冈市红安县") == ""


def test_what_is_summed_up_over_years_is_told_apart():
    assert is_of_all_years(figure("全市累计加固危房410户。", "410", "户"))
    assert not is_of_all_years(figure("去年加固危房76户。", "76", "户"))


def test_words_that_only_say_that_so_many_were_done_name_nothing_else():
    assert tells_what_came(figure("原定70户，实际只加固了52户。", "52", "户"))
    assert not tells_what_came(figure("原定70户，实际走访群众520户。", "520", "户"))
