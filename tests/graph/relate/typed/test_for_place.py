"""What a department writes of and its place, or a place above, does: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told

ISSUER = {"issuer": "issuer"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("二是出台《[甲方案|y]》（福政办发〔2019〕58号），明确分工。", (PLACE, "issued", "甲方案")),
        ("出台[甲方案|y](福党办﹝2019﹞6号)。", (PLACE, "issued", "甲方案")),
        ("印发《[甲办法|y]》（福民政发〔2019〕3号）。", ("issuer", "issued", "甲办法")),
        ("印发《[甲办法|y]》（福政务发〔2019〕3号）。", ("issuer", "issued", "甲办法")),
        ("印发《[甲办法|y]》（福教党发〔2019〕3号）。", ("issuer", "issued", "甲办法")),
        ("印发《[甲办法|y]》（福卫健党办〔2019〕3号）。", ("issuer", "issued", "甲办法")),
        ("[我局|o|issuer]印发《[甲办法|y]》（福府办〔2019〕3号）。", ("issuer", "issued", "甲办法")),
    ],
)
def test_the_number_of_a_paper_tells_who_issued_it_where_nobody_is_named(sentence, claim):
    assert claim in told(sentence, **ISSUER)


@pytest.mark.parametrize(
    ("body", "founder"),
    [
        ("福田区数字政府建设领导小组", PLACE),
        ("数字政府建设领导小组", "issuer"),
        ("福田区数字技术研究院", "issuer"),
    ],
)
def test_a_body_for_the_departments_of_a_place_is_set_up_by_the_place(body, founder):
    told_of = told(f"去年7月，成立[{body}|o]，统筹全区工作。", **ISSUER)
    assert (founder, "established", body) in told_of


@pytest.mark.parametrize(
    ("level", "supporter"),
    [("市级", "place/深圳市"), ("省级", "place/广东省"), ("区级", "issuer"), ("我区", "issuer")],
)
def test_what_is_listed_at_a_level_is_supported_there(level, supporter):
    assert told(f"[青石古镇|p]已列入{level}重点项目，正在招标。", **ISSUER) == {
        (supporter, "supports", "青石古镇")
    }


def test_the_whole_country_founds_nothing():
    claims = told("全国律协组建“[甲联盟|o]”，已有会员2600多名。", **ISSUER)
    assert not any(source == "place/全国" for source, _, _ in claims)
