"""A verb that was taken into a name is cut off; of what is no name without it nothing is left."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.verbs_before import without_verbs


def cut(text, name, kind="platform"):
    at = text.index(name)
    finding = Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason="head:x")
    return [text[each.span.start : each.span.end] for each in without_verbs(text, [finding])]


@pytest.mark.parametrize(
    ("text", "name", "kind", "left"),
    [
        ("今年提速宿州机场前期工作。", "提速宿州机场", "platform", "宿州机场"),
        ("实施好国家儿童区域医疗中心建设。", "好国家儿童区域医疗中心", "platform", "国家儿童区域医疗中心"),
        ("落实好育儿补贴制度。", "好育儿补贴制度", "policy", "育儿补贴制度"),
        ("认真落实民办教育促进条例。", "认真落实民办教育促进条例", "policy", "民办教育促进条例"),
        ("以松山湖科学城为核心布局产业。", "以松山湖科学城", "platform", "松山湖科学城"),
        ("协同绿源盛集团做好监督。", "协同绿源盛集团", "organisation", "绿源盛集团"),
        ("均市财政局安排。", "均市财政局", "organisation", "市财政局"),
        ("我省创新林权贷等产品。", "创新林权贷", "fund", "林权贷"),
    ],
)
def test_a_verb_before_a_name_is_cut_off(text, name, kind, left):
    assert cut(text, name, kind) == [left]


@pytest.mark.parametrize(
    ("text", "name"), [("织密便民服务网络。", "织密便民服务网络"), ("丰富养老。", "丰富养老")]
)
def test_a_verb_with_a_class_behind_it_is_no_name(text, name):
    assert cut(text, name, "organisation") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("打响“好客山东”平台。", "好客山东"),
        ("支持、好未来公司落户。", "好未来公司"),
        ("与以色列理工学院共建校区。", "以色列理工学院"),
        ("以松山湖科学城名义申报。", "以松山湖科学城"),
        ("我市引进好未来教育科技有限公司。", "好未来教育科技有限公司"),
        ("近年来支持好想你食品股份有限公司扩产。", "好想你食品股份有限公司"),
        ("我市以岭药业股份有限公司被认定为创新型企业。", "以岭药业股份有限公司"),
        ("推动以岭药业有限公司成为行业龙头，壮大产业。", "以岭药业有限公司"),
        ("将以岭药业有限公司列为链主企业。", "以岭药业有限公司"),
        ("以岭药业有限公司获评为龙头企业。", "以岭药业有限公司"),
    ],
)
def test_a_name_that_begins_like_a_verb_stays(text, name):
    assert cut(text, name) == [name]


def test_a_loan_may_begin_with_what_it_is_granted_by():
    assert cut("推出创新积分贷等产品。", "创新积分贷", "fund") == ["创新积分贷"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "left"),
    [
        (
            "指导贵州省编制算力产业发展专项规划。",
            "贵州省编制算力产业发展专项规划",
            "policy",
            ["算力产业发展专项规划"],
        ),
        (
            "支持万州区创建国家级循环经济产业园，",
            "万州区创建国家级循环经济产业园",
            "platform",
            ["国家级循环经济产业园"],
        ),
        ("支持南平市布局建设特色产业园。", "南平市布局建设特色产业园", "platform", []),
        ("罗湖区推动水贝珠宝交易中心建设。", "罗湖区推动水贝珠宝交易中心", "platform", ["水贝珠宝交易中心"]),
        (
            "推动南平市布局建设福建竹材与低碳技术研究院，",
            "南平市布局建设福建竹材",
            "organisation",
            ["福建竹材与低碳技术研究院"],
        ),
        (
            "印发万州区创建文明城区三年行动计划。",
            "万州区创建文明城区三年行动计划",
            "policy",
            ["万州区创建文明城区三年行动计划"],
        ),
        ("由贵州省编制委员会批准。", "贵州省编制委员会", "organisation", ["贵州省编制委员会"]),
        (
            "由南平市引进国外智力中心承办。",
            "南平市引进国外智力中心",
            "organisation",
            ["南平市引进国外智力中心"],
        ),
        (
            "万州区创建全国文明城区指挥部办公室调度。",
            "万州区创建全国文明城区指挥部办公室",
            "organisation",
            ["万州区创建全国文明城区指挥部办公室"],
        ),
    ],
)
def test_what_a_place_draws_up_or_strives_for_is_named_without_it(text, name, kind, left):
    assert cut(text, name, kind) == left


def test_the_time_before_a_made_up_company_is_cut_off():
    assert cut("全年奇骏集团销售汽车。", "全年奇骏集团", "organisation") == ["奇骏集团"]
