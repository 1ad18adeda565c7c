"""Two funds or platforms that end with the same word are not one."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.two_in_one import parted


def parts(name, kind="fund"):
    finding = Finding(span=Span(start=2, end=2 + len(name)), kind=kind, score=0.9, reason="test")
    text = f"组建{name}，"
    return [text[one.span.start : one.span.end] for one in parted(text, [finding])]


@pytest.mark.parametrize(
    ("name", "kind", "both"),
    [
        ("产业母基金和创投母基金", "fund", ["产业母基金", "创投母基金"]),
        ("市科创母基金与人才母基金", "fund", ["市科创母基金", "人才母基金"]),
        ("国家科技重大专项和制造业高质量发展专项", "policy", ["国家科技重大专项", "制造业高质量发展专项"]),
        ("清河农资服务平台和平川用工服务平台", "platform", ["清河农资服务平台", "平川用工服务平台"]),
        (
            "清河医药股份有限公司所属清河健康养老",
            "organisation",
            ["清河医药股份有限公司", "清河健康养老"],
        ),
        ("平川文旅集团旗下青石酒店公司", "organisation", ["平川文旅集团", "青石酒店公司"]),
        ("姚安县委县政府", "organisation", ["姚安县委", "县政府"]),
        ("镇远市委市人民政府", "organisation", ["镇远市委", "市人民政府"]),
        ("双桥镇党委政府", "organisation", ["双桥镇党委"]),
        ("市自然资源局（林业局）", "organisation", ["市自然资源局", "林业局"]),
        ("省中医院对口支援雷山县人民医院", "organisation", ["省中医院", "雷山县人民医院"]),
        ("贵州大学建设省级茶叶研究院", "organisation", ["贵州大学", "省级茶叶研究院"]),
    ],
)
def test_names_that_end_with_one_word_or_own_another_are_parted(name, kind, both):
    assert parts(name, kind) == both


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("科研设施和科研仪器共享平台", "platform"),
        ("种子和天使基金", "fund"),
        ("基金和创投基金", "fund"),
        ("中小企业和民营企业发展基金", "fund"),
        ("省文化和旅游厅", "organisation"),
        ("市教育局直属青石中学", "organisation"),
        ("苏州市社会建设市级专项资金", "fund"),
        ("江苏省县级医院建设省级补助资金", "fund"),
        ("苏州市农村学校建设市级专项资金", "fund"),
        ("苏州市农村学校建设市级行动计划", "policy"),
        ("苏州市社会建设市级研究中心", "organisation"),
    ],
)
def test_a_joint_within_one_name_parts_nothing(name, kind):
    assert parts(name, kind) == [name]


def test_those_that_form_a_class_are_named_without_it():
    assert parts("贵州水务集团组成联合体", "organisation") == ["贵州水务集团"]


@pytest.mark.parametrize(
    "name",
    ["贵州省建设集团有限公司", "贵州城投集团建设发展公司", "贵州大学建设管理学院", "建设银行贵州省分行"],
)
def test_a_verb_that_is_part_of_a_name_parts_nothing(name):
    assert parts(name, "organisation") == [name]


def of(text, name, kind, reason="head:x"):
    at = text.index(name)
    finding = Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason=reason)
    return [(text[one.span.start : one.span.end], one.kind) for one in parted(text, [finding])]


def test_a_company_and_its_quoted_platform_are_two():
    name = "云帆智数“云鲸工业互联网平台”"
    assert of(f"{name}入选。", name, "organisation", "quote_tail:平台") == [
        ("云帆智数", "organisation"),
        ("云鲸工业互联网平台", "platform"),
    ]


def test_a_quoted_part_of_a_platform_belongs_to_its_name():
    name = "榆林“氢能走廊”"
    assert of(f"建设{name}。", name, "platform", "quote_tail:走廊") == [(name, "platform")]


def test_two_departments_of_one_place_side_by_side_are_two():
    assert of("经与市经信局市新经济委研究。", "市经信局市新经济委", "organisation") == [
        ("市经信局", "organisation"),
        ("市新经济委", "organisation"),
    ]


@pytest.mark.parametrize("name", ["市市场监督管理局市场稽查局", "区委区直机关工委", "市教育局"])
def test_one_department_stays_one(name):
    assert of(f"由{name}负责。", name, "organisation") == [(name, "organisation")]


@pytest.mark.parametrize(
    ("name", "kind", "left"),
    [
        ("中央预算内投资、超长期特别国债", "fund", "超长期特别国债"),
        ("常州市、常州经济开发区", "platform", "常州经济开发区"),
        ("小麦、玉米完全成本保险", "fund", "小麦、玉米完全成本保险"),
        ("奉化、慈溪人才基金", "fund", "奉化、慈溪人才基金"),
    ],
)
def test_an_item_that_is_a_name_for_itself_is_no_part_of_the_next(name, kind, left):
    assert of(f"争取{name}支持。", name, kind) == [(left, kind)]


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("湘江大学联合楚天集团", ["湘江大学", "楚天集团"]),
        ("市教育局携手青海盐湖研究所", ["市教育局", "青海盐湖研究所"]),
        ("湘江大学联合研究中心", ["湘江大学联合研究中心"]),
        ("市协同创新研究院", ["市协同创新研究院"]),
    ],
)
def test_bodies_that_act_together_are_two(name, both):
    assert parts(name, "organisation") == both
