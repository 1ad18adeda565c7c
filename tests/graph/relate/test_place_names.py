"""Bare places: which names mean a division of the country, and which are only words for parts of a town."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.place_names import place_names
from ontology import places


def found(text, jurisdiction):
    made = linked(text, jurisdiction=jurisdiction)
    return [one.node_id for one in place_names(made, places.load()) if not one.own]


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("老城区投入资金300万元，河西区投入资金200万元。", "钦州市浦北县"),
        ("近年来，矿区改造房屋560户，西区新建停车场2处。", "钦州市浦北县"),
        ("在城东区、港口区、平房区设点。", "安庆市"),
        ("建成城区首个口袋公园。", "佛山市"),
        ("新县城建设提速，富县强民。", "玉林市"),
        ("目前，朝阳产业增长较快。", "玉林市"),
        ("老城区新增泊位436个。", "全国"),
        ("老城区新增泊位436个。", ""),
    ],
)
def test_words_for_parts_of_a_town_are_no_districts_elsewhere(text, jurisdiction):
    assert found(text, jurisdiction) == []


@pytest.mark.parametrize(
    ("text", "jurisdiction", "place"),
    [
        ("老城区投入资金300万元。", "洛阳市", "place/洛阳市老城区"),
        ("老城区投入资金300万元。", "洛阳市涧西区", "place/洛阳市老城区"),
        ("洛阳市老城区投入资金300万元。", "钦州市浦北县", "place/洛阳市老城区"),
        ("攀枝花投入资金300万元。其中，西区投入80万元。", "四川省", "place/攀枝花市西区"),
        ("福田区投入资金300万元。", "钦州市浦北县", "place/深圳市福田区"),
        ("江北区投入资金300万元。", "重庆市渝中区", "place/重庆市江北区"),
        ("朝阳投入资金300万元。", "沈阳市", "place/朝阳市"),
    ],
)
def test_a_district_is_meant_in_its_own_city_and_where_its_city_is_named(text, jurisdiction, place):
    assert place in found(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("项目位于双桥镇，明年开工。", "钦州市浦北县", ["place/钦州市浦北县双桥镇"]),
        ("青石乡入选名单，2021年12月，青石乡挂牌。", "钦州市浦北县", ["place/钦州市浦北县青石乡"] * 2),
        ("青石乡入选名单。", "钦州市浦北县", []),
        ("2023年，在双桥镇建设水厂。", "钦州市浦北县", ["place/钦州市浦北县双桥镇"]),
        ("，推进镇区改造，在推进镇街改革中，组织乡医培训。", "钦州市浦北县", []),
        ("助力乡贤返乡，鼓励乡亲创业，在工业重镇设点，在市县乡三级推广。", "钦州市浦北县", []),
        ("项目位于双桥镇，明年开工。", "钦州市浦北县寨圩镇", ["place/钦州市浦北县双桥镇"]),
        ("项目位于双桥镇，明年开工。", "佛山市", []),
        ("项目位于双桥镇，明年开工。", "", []),
        ("在各乡镇设点，对重点镇给予补助，建设特色小镇。", "钦州市浦北县", []),
        ("支持青年返乡创业，在全镇推广。", "钦州市浦北县", []),
        ("以乡村振兴为重点，在城镇风貌上下功夫。", "钦州市浦北县", []),
    ],
)
def test_towns_that_a_county_names_lie_in_it(text, jurisdiction, expected):
    assert found(text, jurisdiction) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通许县玉皇庙镇入选名单。", ["place/开封市通许县玉皇庙镇"]),
        (
            "通许县四所楼镇、竖岗镇分别投入资金18万元、19万元。",
            ["place/开封市通许县四所楼镇", "place/开封市通许县竖岗镇"],
        ),
        ("通许县竖岗镇和周边乡镇改造卫生院。", ["place/开封市通许县竖岗镇"]),
        ("兰考县东坝头苗族乡入选名单。", ["place/开封市兰考县东坝头苗族乡"]),
        ("兰考县推进乡村建设，兰考县各乡镇改造卫生院。", ["place/开封市兰考县"] * 2),
        ("兰考县特色小镇投入300万元，兰考县等乡镇先行。", ["place/开封市兰考县"] * 2),
    ],
)
def test_a_town_behind_its_county_is_that_town(text, expected):
    assert found(text, "开封市") == expected


def test_a_town_speaks_of_itself():
    made = linked("我镇投入资金300万元。", jurisdiction="钦州市浦北县寨圩镇")
    assert [one.node_id for one in place_names(made, places.load())] == ["place/钦州市浦北县寨圩镇"]


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("去年会昌、于都、石城三县获批试点。", "赣州市", ["会昌县", "于都县", "石城县"]),
        ("\n会昌、石城两县获批试点。", "赣州市", ["会昌县", "石城县"]),
        ("南康、章贡等区先行试点。", "赣州市", ["南康区", "章贡区"]),
        ("支持会昌、瑞金等5个县（市、区）改造市场。", "赣州市", ["会昌县", "瑞金市"]),
        ("会昌县、于都和石城3县改造市场。", "赣州市", ["会昌县", "于都县", "石城县"]),
        ("会昌、于都、石城两县改造市场。", "赣州市", []),
        ("会昌、于都等2个县改造市场。", "赣州市", []),
        ("学习、工作两区分开，张、李两县合办。", "赣州市", []),
        ("会昌、于都两市级市场。", "赣州市", []),
    ],
)
def test_short_names_are_places_where_a_list_says_how_many_and_what(text, jurisdiction, expected):
    assert found(text, jurisdiction) == [f"place/{jurisdiction}{name}" for name in expected]


def test_the_type_of_a_list_says_which_place_a_short_name_means():
    assert found("赤壁、恩施等14个县市获批试点。", "湖北省") == [
        "place/咸宁市赤壁市",
        "place/恩施土家族苗族自治州恩施市",
    ]
