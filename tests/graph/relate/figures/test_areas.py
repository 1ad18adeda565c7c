"""Numbers of areas and companies are not those of the city or county that writes."""

from __future__ import annotations

import pytest
from read_figures import read

HOME = "芜湖市"
OWN = "place/芜湖市"


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("江北片区现有公交线路23条。", "江北片区"),
        ("您所反映的江北片区现有公交线路23条，站点覆盖率仅为71.5%。", "江北片区"),
        ("今年上半年，江北片区公交日均客运量达到1.86万人次。", "江北片区"),
        ("古黄公园新增绿地8.6公顷、健身步道4.2公里。", "古黄公园"),
        ("小岭村现有青檀林2.3万亩，带动农户1260户。", "小岭村"),
        ("全市公交线路达到200条，江北片区公交日均客运量不低于2万人次。", "江北片区"),
        ("在项里片区消除积水点9处。", "项里片区"),
        ("南湖公园片区占地680亩。", "南湖公园片区"),
    ],
)
def test_an_area_that_is_no_node_keeps_its_numbers(sentence, scope):
    figure = read(sentence, jurisdiction=HOME).figures[-1]
    assert (figure.place, figure.scope) == ("", scope)


@pytest.mark.parametrize(
    "sentence",
    [
        "新建口袋公园38个。",
        "口袋公园新增12个。",
        "行政村客车通达率100%。",
        "农村公路总里程1846公里。",
        "乡镇卫生院达到56所。",
        "胜利路、解放大道等11条道路设置信号优先。",
        "社区工作者增加300人。",
        "今年已建成公园12个；江北片区另行安排，全市新增绿地30公顷。",
        "江北片区正在规划，全市新增绿地30公顷。",
    ],
)
def test_a_kind_of_area_and_what_follows_another_place_are_the_citys(sentence):
    assert read(sentence, jurisdiction=HOME).figures[-1].place == OWN


def test_an_area_that_is_a_node_is_the_place_of_its_numbers():
    figure = read("[桃花潭景区|p]全年接待游客98万人次，门票收入2150万元。", jurisdiction=HOME).figures[-1]
    assert (figure.place, figure.scope) == ("桃花潭景区", "桃花潭景区")


def test_a_companys_number_is_nobody_elses_unless_it_acts_for_the_place():
    told = [
        "[云帆科技公司|o]实现产值3亿元。",
        "[芜湖公交集团|o]开通线路14条。",
        "[市公交集团|o]开通线路14条。",
        "由[云帆科技公司|o]建设净水站9座。",
    ]
    found = [read(each, jurisdiction=HOME).figures[-1].place for each in told]
    assert found == ["", OWN, OWN, OWN]


def test_a_lake_with_the_short_name_of_a_province_is_not_that_province():
    (figure,) = read("[青海湖保护区|p]设管护员120名。", jurisdiction="全国").figures
    assert figure.place != "place/青海省"


def test_the_metric_of_an_area_is_told_without_it_as_that_of_a_place():
    assert (
        read("江北片区公交日均客运量达到1.86万人次。", jurisdiction=HOME).figures[0].metric
        == "公交日均客运量"
    )
    assert read("江北片区面积12平方公里。", jurisdiction=HOME).figures[0].metric == "江北片区面积"
