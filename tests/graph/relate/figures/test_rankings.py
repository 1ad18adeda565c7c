"""Claims of rank: what was ranked, among what, and who only has the rank."""

import pytest
from read_figures import read


def ranked(text):
    return [(one.metric, one.words, one.scope) for one in read(text).rankings]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("2024年，[广陵高新区|p]在国家高新区综合评价中位列第142位。", ("国家高新区综合评价", "位列第142位")),
        ("在年度目标考核中，我区连续3年排名第一。", ("年度目标考核", "排名第一")),
        ("2021—2023连续3年在知识产权保护考核中排名全市第一。", ("知识产权保护考核", "全市第一")),
        ("[数据港|p]在重点平台能力评估中连续5年居首位。", ("重点平台能力评估", "居首位")),
        ("我区在全球60个城市中排名第七。", ("", "排名第七")),
    ],
)
def test_where_only_who_is_ranked_is_named_the_metric_is_what_was_judged(text, claim):
    assert [one[:2] for one in ranked(text)] == [claim]


def test_a_number_that_tells_among_how_many_or_for_how_long_is_not_ranked():
    assert [one.ranking for one in read("我区在全球60个城市中排名第七。").figures] == ["", "排名第七"]
    found = read("出口114.5万辆，连续22年位居中国品牌乘用车出口第一。")
    assert [(one.metric, one.scope) for one in found.rankings] == [("出口", "中国品牌乘用车出口")]


def test_the_place_before_a_linking_word_has_the_rank_and_is_not_what_it_is_within():
    assert ranked("评估报告显示，我区综合评分位列第一。") == [("综合评分", "位列第一", "")]
    assert ranked("高新技术企业居我区第一。") == [("高新技术企业", "我区第一", "我区")]
    assert ranked("营商环境考核全国排名第三。") == [("营商环境考核", "全国排名第三", "全国")]
    (claim,) = read("深圳市南山区综合评分排名第一。").rankings
    assert (claim.metric, claim.place) == ("综合评分", "place/深圳市南山区")


def test_a_rank_whose_metric_is_told_nowhere_has_none():
    assert ranked("我区排名全国第三。") == [("", "全国第三", "全国")]


def test_of_two_ranks_of_one_thing_both_name_the_thing():
    claims = ranked("[海上测试场|p]是亚洲首个、全球最大的无人船测试场。")
    assert [one[0] for one in claims] == ["无人船测试场", "无人船测试场"]


@pytest.mark.parametrize(
    "text", ["对成果在福田区转化的给予最高100万元补助。", "始终把安全放在首位，在工作中抓紧抓实。"]
)
def test_a_limit_and_a_priority_are_no_ranks(text):
    assert ranked(text) == []


def test_a_bare_total_is_that_of_the_amount_before_not_of_its_growth():
    (claim,) = read("电商交易额达248亿元，增长18.7%，总量居全省第二位。").rankings
    assert claim.metric == "电商交易额总量"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("我区科技企业融资环境在全市处于前列。", "科技企业融资环境"),
        ("有源器械检验能力处于国内前列。", "有源器械检验能力"),
        ("快递业务量连续十年位居世界第一。", "快递业务量"),
    ],
)
def test_what_is_ranked_ends_before_what_links_and_begins_behind_its_place(text, metric):
    assert [one[0] for one in ranked(text)] == [metric]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("在推进数字化转型过程中，我区数字治理指数排名第三。", ("数字治理指数", "")),
        ("在推进数字化转型过程当中，我区数字治理指数排名第三。", ("数字治理指数", "")),
        ("在全省数字政府评估中，我区数字治理指数排名第三。", ("数字治理指数", "全省数字政府评估")),
    ],
)
def test_a_course_is_nothing_that_a_rank_is_won_in(text, claim):
    (found,) = read(text).rankings
    assert (found.metric, found.scope) == claim


def test_a_pace_right_before_a_bare_rank_is_what_is_ranked():
    told = read("地区生产总值5715亿元，总量位居全市第三，增速6.1%，排名全市第四。").rankings
    assert [one.metric for one in told] == ["地区生产总值", "地区生产总值增速"]


def test_a_port_keeps_the_place_that_it_is_called_by():
    assert ranked("深圳港吞吐量在全球排第四。")[0][0] == "深圳港吞吐量"
