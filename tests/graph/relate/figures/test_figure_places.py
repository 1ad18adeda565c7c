"""Where a number holds: the place of its own clause, else the letter's."""

from __future__ import annotations

import pytest
from test_figures import read

OWN = "place/深圳市福田区"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("在广州、东莞、宁波设立[甲总站|o]等协作站15个。", OWN),
        ("[甲局|o]在宁波设立协作站，发展会员11万人。", OWN),
        ("首批在湖北省、安徽省等10个省份开展。", OWN),
        ("在全国副省级城市中较早出台《[甲条例|y]》，2024年立项18个。", OWN),
        ("全区月均收入5127元，增速高于全国平均水平1.3个百分点。", OWN),
        ("南山区建成协作站15个。", "place/深圳市南山区"),
        ("占全省的42%、全国的12%。", "place/全国"),
    ],
)
def test_a_number_holds_where_its_own_clause_says_unless_it_lists_or_compares_places(sentence, place):
    assert read(sentence).figures[-1].place == place


def test_places_that_are_told_apart_each_have_their_number():
    found = read("南山区、福田区分别建成协作站15个、12个。").figures
    assert [each.place for each in found] == ["place/深圳市南山区", OWN]
