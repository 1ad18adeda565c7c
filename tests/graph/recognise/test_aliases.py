from time import process_time

from corpus.records import Span
from graph.recognise.aliases import alias_spans, companies_again, defined, numbered_again, repeated
from graph.recognise.finding import Finding
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
