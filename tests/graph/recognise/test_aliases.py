from time import process_time

import pytest

from corpus.records import Span
from graph.recognise.aliases import alias_spans, companies_again, defined, numbered_again, repeated
from graph.recognise.annotated import marked
from graph.recognise.finding import Finding
from graph.recognise.grammar import Grammar
from graph.recognise.words import segmenter

TEXT = "依托江南仪器技术研究院（以下简称“江仪院”）建设。支持江仪院发展，江仪院附属中学除外。"
FULL = Finding(span=Span(start=2, end=11), kind="organisation", score=0.9, reason="test")


def test_the_short_name_takes_kind_and_definition_from_the_full_one():
    found, definitions = defined("x", TEXT, [FULL])
    assert [TEXT[f.span.start : f.span.end] for f in found] == ["江仪院"]
    assert found[0].kind == "organisation"
    assert [(d.name, d.alias) for d in definitions] == [("江南仪器技术研究院", "江仪院")]


def test_a_definition_behind_no_name_is_none():
    assert defined("x", TEXT, []) == ([], [])
    assert len(alias_spans(TEXT)) == 1


@pytest.mark.parametrize(
    ("brackets", "short"),
    [
        ("（平政规〔2021〕3号，以下简称《若干措施》）", "若干措施"),
        ("(平政规[2021]3号,下称“若干措施”)", "若干措施"),
        ("（平政规〔2021〕3号）（以下简称“《若干措施》”）", "若干措施"),
        ("（自2022年1月1日起施行，简称‘平台十条’）", "平台十条"),
    ],
)
def test_a_short_name_is_defined_behind_the_number_of_the_document_too(brackets, short):
    text = f"印发《平川市促进平台经济发展若干措施》{brackets}，对企业给予奖励。"
    title = Finding(span=Span(start=3, end=18), kind="policy", score=0.9, reason="test")
    found, definitions = defined("x", text, [title])
    assert [(one.name, one.alias) for one in definitions] == [("平川市促进平台经济发展若干措施", short)]
    assert [text[one.span.start : one.span.end] for one in found] == [short]


@pytest.mark.parametrize("short", ["两部委", "三部门", "四家单位"])
def test_what_means_a_whole_list_is_no_name_of_its_last_body(short):
    text = f"省发展改革委、省工业和信息化厅（以下简称“{short}”）联合印发通知。"
    last = Finding(span=Span(start=7, end=15), kind="organisation", score=0.9, reason="test")
    assert defined("x", text, [last]) == ([], [])
    hospital = text.replace(short, "三院")
    assert [one.alias for one in defined("x", hospital, [last])[1]] == ["三院"]


def test_it_is_found_again_but_not_inside_longer_names():
    _, definitions = defined("x", TEXT, [FULL])
    school = Finding(span=Span(start=33, end=40), kind="organisation", score=0.9, reason="test")
    assert TEXT[33:40] == "江仪院附属中学"
    again = repeated(TEXT, definitions, [FULL, school])
    assert [finding.span for finding in again] == [Span(start=27, end=30)]


def second_names(text, full):
    at = text.index(full)
    span = Span(start=at, end=at + len(full))
    finding = Finding(span=span, kind="platform", score=0.9, reason="test")
    found, definitions = defined("x", text, [finding])
    assert len(found) == len(definitions)
    return [text[one.span.start : one.span.end] for one in found]


def test_brackets_hold_a_second_name_in_latin_letters_or_one_that_is_used_again():
    assert second_names("苏州生物医药产业园（BioBAY）一期", "苏州生物医药产业园") == ["BioBAY"]
    assert second_names("科沃达创新园（华莱坞）集聚，华莱坞内", "科沃达创新园") == ["华莱坞"]


@pytest.mark.parametrize(
    "brackets", ["（“星融通”）", "（即“星融通”）", "（又称“星融通”）", '("星融通")', "（「星融通」）"]
)
def test_a_quoted_word_alone_in_brackets_is_a_second_name_also_where_it_stands_once(brackets):
    assert second_names(f"苏州市企业融资服务平台{brackets}上线。", "苏州市企业融资服务平台") == ["星融通"]


def test_a_second_name_that_was_found_by_itself_takes_the_kind_of_the_full_one():
    letter_text = "苏州市企业融资服务平台（“星融通”）上线，升级“星融通”。"
    full = Finding(span=Span(start=0, end=11), kind="platform", score=0.9, reason="test")
    alone = Finding(span=Span(start=13, end=16), kind="fund", score=0.5, reason="quote")
    found, definitions = defined("x", letter_text, [full, alone])
    assert [(one.span, one.kind) for one in found] == [(alone.span, "platform")]
    assert [(one.name, one.alias) for one in definitions] == [("苏州市企业融资服务平台", "星融通")]


@pytest.mark.parametrize(
    "word",
    [
        "试行",
        "十四五",
        "第二期",
        "2023年",
        "吴江区",
        "REITs",
        "一网通办",
        "1+N",
        "平台",
        "3家",
        "双创",
        "独角兽",
        "链主企业",
        "中华老字号",
        "专精特新",
    ],
)
def test_a_quoted_word_that_names_a_phase_a_place_or_a_class_is_no_second_name(word):
    assert second_names(f"苏州市科技创新平台（“{word}”）建成，{word}", "苏州市科技创新平台") == []


def test_a_noun_behind_the_quoted_second_name_is_no_part_of_it():
    text = "武汉市企业融资对接服务平台（又称“汉惠企”平台）上线，“汉惠企”平台入驻机构90家"
    assert second_names(text, "武汉市企业融资对接服务平台") == ["汉惠企"]


def test_brackets_that_hold_more_than_the_quoted_word_define_nothing():
    for more in ("“星企通”、“星惠通”", "“星企通”平台一期", "对接“星企通”"):
        assert second_names(f"苏州市企业服务平台（{more}）上线", "苏州市企业服务平台") == []


def test_the_full_name_in_brackets_behind_the_quoted_one_defines_it():
    brand = Finding(span=Span(start=1, end=4), kind="platform", score=0.7, reason="quote")
    full = Finding(span=Span(start=6, end=17), kind="platform", score=0.9, reason="test")
    text = "“星融通”（苏州市企业融资服务平台）上线。"
    _, definitions = defined("x", text, [brand, full])
    assert [(one.name, one.alias) for one in definitions] == [("苏州市企业融资服务平台", "星融通")]
    operator = Finding(span=Span(start=6, end=12), kind="organisation", score=0.9, reason="test")
    assert defined("x", "“星融通”（苏州金控集团）上线。", [brand, operator]) == ([], [])


def test_brackets_that_only_add_something_hold_no_name():
    for added in ("一期", "苏州市", "A级", "2023"):
        assert (
            second_names(f"苏州生物医药产业园（{added}）在苏州市建成，一期与A级", "苏州生物医药产业园") == []
        )


def test_a_document_is_found_again_by_the_number_of_its_articles_once_it_was_named():
    text = "八条措施之外，印发《关于支持冷链发展的八条措施》，修订八条措施，落实《八条措施》。"
    title = Finding(span=Span(start=10, end=23), kind="policy", score=0.9, reason="test")
    assert text[10:23] == "关于支持冷链发展的八条措施"
    again = numbered_again(text, [title])
    assert [(one.span, one.kind) for one in again] == [
        (Span(start=27, end=31), "policy"),
        (Span(start=35, end=39), "policy"),
    ]
    assert numbered_again(text.replace("八条措施》，", "措施》，"), [title]) == []


def brands(text, company):
    at = text.index(company)
    name = Finding(span=Span(start=at, end=at + len(company)), kind="organisation", score=0.9, reason="test")
    return [text[one.span.start : one.span.end] for one in companies_again(text, [name])]


def test_a_company_is_found_again_by_its_brand_and_not_by_common_words():
    care = "上海福寿康养老服务有限公司"
    assert brands(f"福寿康此前未提及。由{care}运营，福寿康派驻护理员32名。", care) == ["福寿康"]
    city = "绵阳市城市建设投资有限公司"
    assert brands(f"由{city}建设，推进城市建设工作。", city) == []


def test_many_mentions_of_one_company_or_document_are_gone_through_once():
    company, title = "上海福寿康养老服务有限公司", "关于支持冷链发展的八条措施"
    part = f"{company}派驻护理员，福寿康印发{title}，修订八条措施。\n"
    names = [
        Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason="test")
        for at in range(0, 2000 * len(part), len(part))
        for name, kind, at in ((company, "organisation", at), (title, "policy", at + part.index(title)))
    ]
    segmenter()
    begin = process_time()
    assert len(companies_again(part * 2000, names)) == len(numbered_again(part * 2000, names)) == 2000
    assert process_time() - begin < 5


def test_a_paragraph_with_many_brands_is_cut_once():
    care = "上海福寿康养老服务有限公司"
    text = f"由{care}运营，" + "福寿康派驻护理员，" * 4000
    segmenter()
    begin = process_time()
    assert len(brands(text, care)) == 4000
    assert process_time() - begin < 5


@pytest.mark.parametrize(
    ("rest", "again"),
    [
        ("我局征求意见，感谢您的宝贵意见。", 0),
        ("您对此有不同意见，请反馈意见。", 0),
        ("《意见》提出12项措施，意见明确了责任。", 2),
        ("我局按照意见要求落实，上述意见已上网。", 2),
    ],
)
def test_a_bare_word_is_the_document_only_where_it_can_be_no_other(rest, again):
    title = "江南市托育服务的意见"
    text = f"印发《{title}》（以下简称《意见》）。{rest}"
    full = Finding(span=Span(start=3, end=3 + len(title)), kind="policy", score=0.9, reason="test")
    _, definitions = defined("x", text, [full])
    assert len(repeated(text, definitions, [full])) == again


@pytest.mark.parametrize(
    ("full", "clip", "alias"),
    [
        ("江南汽车技术研究中心有限公司", "江汽中心", ["江汽中心"]),
        ("江南大学附属医院", "江南大学", []),
        ("江南仪器研究院", "河口大学", []),
    ],
)
def test_a_body_in_brackets_is_the_one_before_them_where_it_is_made_of_its_characters(full, clip, alias):
    text = f"由{full}（{clip}）承建。"
    spans = Span(start=1, end=1 + len(full)), Span(start=2 + len(full), end=2 + len(full) + len(clip))
    names = [Finding(span=span, kind="organisation", score=0.9, reason="test") for span in spans]
    assert [each.alias for each in defined("x", text, names)[1]] == alias


def test_another_office_in_brackets_is_no_second_name():
    text = "国家发展改革委（能源局）已下达计划。能源局将继续支持。"
    assert Grammar().recognise(marked("x", text).letter()).aliases == ()


def test_a_short_name_may_stand_behind_the_verb_of_the_founding():
    text = "2020年初，柳州市公共数据标准化技术委员会成立（简称“市数标委”）。市数标委已发布标准。"
    found = Grammar().recognise(marked("x", text).letter())
    assert [(one.name, one.alias) for one in found.aliases] == [
        ("柳州市公共数据标准化技术委员会", "市数标委")
    ]


def test_brackets_within_the_marks_belong_to_the_short_name():
    text = "香港科技大学（广州）（以下简称“港科大（广州）”）开学。支持港科大（广州）发展。"
    full = Finding(span=Span(start=0, end=10), kind="organisation", score=0.9, reason="test")
    found, definitions = defined("x", text, [full])
    assert [(one.name, one.alias) for one in definitions] == [("香港科技大学（广州）", "港科大（广州）")]
    assert len(repeated(text, definitions, [full, *found])) == 1


def test_two_laboratories_in_brackets_behind_each_other_are_one():
    text = "江南光电信息科学与技术创新实验室（云湖创新实验室）与江南大学医院（云湖医院）建成。"

    def found(name, kind):
        at = text.index(name)
        return Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason="test")

    names = [
        found("江南光电信息科学与技术创新实验室", "platform"),
        found("云湖创新实验室", "platform"),
        found("江南大学医院", "organisation"),
        found("云湖医院", "organisation"),
    ]
    _, definitions = defined("x", text, names)
    assert [(one.name, one.alias) for one in definitions] == [
        ("江南光电信息科学与技术创新实验室", "云湖创新实验室")
    ]


def test_a_bare_short_name_is_not_the_end_of_a_class():
    text = "国家合成生物技术创新中心（简称创新中心）建成。创建省级制造业创新中心，依托创新中心攻关。"
    full = Finding(span=Span(start=0, end=12), kind="platform", score=0.9, reason="test")
    found, definitions = defined("x", text, [full])
    again = repeated(text, definitions, [full, *found])
    assert [text[one.span.start - 2 : one.span.end] for one in again] == ["依托创新中心"]
