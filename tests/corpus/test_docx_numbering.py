"""Numbers of Word's lists: printed by Word, in no paragraph's text."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import OPENING, SALUTATION, SIGNATURE, TITLE, letter, reply

from corpus.formats.list_numerals import numeral
from corpus.formats.read import read_bytes
from corpus.numerals import number

CHINESE, BRACKETED, DECIMAL = (
    ("chineseCounting", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)


STYLED = """<w:abstractNum w:abstractNumId="78"><w:numStyleLink w:val="公文"/></w:abstractNum>"""


def levels(*forms: tuple[str, str]) -> str:
    """Return the levels of an abstract list, each with its form of numerals and its text."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


def word(
    *paragraphs,
    forms=(CHINESE, BRACKETED, DECIMAL),
    more="",
    link="",
    numbers='<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
):
    """Return a Word file. A paragraph is its text, or (text, level) or (text, level, list)."""
    document = docx.Document()
    root = document.part.numbering_part.element
    counted = f"{link}{levels(*forms)}{more}"
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{counted}</w:abstractNum>'))
    if link:
        root.insert(0, parse_xml(STYLED.replace(" ", f" {nsdecls('w')} ", 1)))
    for num in numbers.split("\n"):
        root.append(parse_xml(num.replace("<w:num ", f"<w:num {nsdecls('w')} ", 1)))
    for one in paragraphs:
        text, *place = (one,) if isinstance(one, str) else one
        paragraph = document.add_paragraph(text)
        if place:
            depth, list_id = (*place, 77)[:2]
            level, own = f'<w:ilvl w:val="{depth}"/>', f'<w:numId w:val="{list_id}"/>'
            listed = parse_xml(f"<w:numPr {nsdecls('w')}>{level}{own}</w:numPr>")
            paragraph._p.get_or_add_pPr().append(listed)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(data: bytes) -> list[str]:
    return read_bytes(data, source="a.docx").text.split("\n")


def test_a_letter_whose_sections_word_numbers_reads_as_one_with_typed_numbers():
    prose = "近年来，我市印发《苏州市智能制造行动计划》，推动企业数字化转型。"
    listed = word(
        TITLE,
        SALUTATION,
        OPENING,
        ("完善政策体系", 0),
        ("强化统筹", 1),
        prose,
        ("搭建服务平台", 0),
        prose,
        *SIGNATURE,
    )
    typed = reply(body=("一、完善政策体系", "（一）强化统筹", prose, "二、搭建服务平台", prose))
    assert letter(listed, source="a.docx").text == letter(typed).text
    assert [one.level for one in letter(listed, source="a.docx").sections] == [1, 2, 1]


def test_deeper_levels_begin_anew_below_each_number():
    data = word(("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1), ("庚", 2))
    assert lines(data) == ["一、甲", "（一）乙", "（二）丙", "1.丁", "二、戊", "（一）己", "1.庚"]


def test_a_level_may_print_those_above_it():
    data = word(("甲", 0), ("乙", 1), ("丙", 1), forms=(("decimal", "%1."), ("decimal", "%1.%2")))
    assert lines(data) == ["1.甲", "1.1乙", "1.2丙"]


def test_another_list_goes_on_or_begins_anew_where_it_says_so():
    numbers = (
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>\n'
        '<w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num>\n'
        '<w:num w:numId="79"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    data = word(("甲", 0), ("乙", 0, 78), ("丙", 0, 79), ("丁", 0, 79), numbers=numbers)
    assert lines(data) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_style_numbers_its_paragraphs():
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels(CHINESE)}</w:abstractNum>')
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    document.add_paragraph("甲", style="Heading 1")
    document.add_paragraph("文")
    document.add_paragraph("乙", style="Heading 1")
    stream = io.BytesIO()
    document.save(stream)
    assert lines(stream.getvalue()) == ["一、甲", "文", "二、乙"]


def test_a_list_that_only_names_a_style_of_lists_counts_as_that_style_says():
    numbers = '<w:num w:numId="78"><w:abstractNumId w:val="78"/></w:num>'
    data = word(("甲", 0, 78), ("乙", 1, 78), link='<w:styleLink w:val="公文"/>', numbers=numbers)
    assert lines(data) == ["一、甲", "（一）乙"]


@pytest.mark.parametrize(("restart", "second", "third"), [(0, "3.", "4."), (1, "3.", "1."), (2, "1.", "1.")])
def test_a_level_begins_anew_below_the_levels_that_it_names(restart, second, third):
    level = (
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlRestart w:val="{restart}"/><w:lvlText w:val="%3."/></w:lvl>'
    )
    asked = (
        ("一", 0),
        ("二", 1),
        ("甲", 2),
        ("乙", 2),
        ("三", 1),
        ("丙", 2),
        ("四", 0),
        ("五", 1),
        ("丁", 2),
    )
    read = lines(word(*asked, forms=(CHINESE, BRACKETED), more=level))
    assert [read[at] for at in (2, 3, 5, 8)] == ["1.甲", "2.乙", f"{second}丙", f"{third}丁"]


@pytest.mark.parametrize("forms", [(("bullet", "●"),), (("none", "%1"),)])
def test_bullets_and_lists_without_numbers_print_none(forms):
    assert lines(word(("甲", 0), ("乙", 0), forms=forms)) == ["甲", "乙"]


def test_list_zero_an_unknown_list_and_a_level_that_is_not_there_number_nothing():
    assert lines(word(("甲", 0, 0), ("乙", 0, 999), ("丙", 8))) == ["甲", "乙", "丙"]


def test_an_empty_paragraph_is_counted_as_word_counts_it_and_prints_nothing():
    assert [line for line in lines(word(("甲", 0), ("", 0), ("乙", 0))) if line] == ["一、甲", "三、乙"]


@pytest.mark.parametrize(
    ("form", "count", "printed"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 20, "二十"),
        ("japaneseCounting", 100, "100"),
        ("ideographDigital", 12, "一二"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 2, "B"),
        ("decimalZero", 3, "3"),
    ],
)
def test_numerals_of_all_forms_and_digits_where_a_form_has_none(form, count, printed):
    assert numeral(count, form) == printed


@given(st.integers(1, 99))
def test_chinese_numerals_are_read_as_what_they_count(count):
    assert number(numeral(count, "chineseCounting")) == count


def test_a_list_may_count_a_level_in_its_own_way_and_begin_a_deeper_one_elsewhere():
    own = (
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride></w:num>'
    )
    assert lines(word(("甲", 0), ("乙", 0), numbers=own)) == ["3）甲", "4）乙"]
    deeper = (
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    assert lines(word(("甲", 0), ("乙", 1), numbers=deeper)) == ["一、甲", "（五）乙"]


def test_a_long_text_of_a_level_unfolds_nothing():
    data = word(*[("甲", 0)] * 500, forms=(("decimal", "%1" * 10_000),))
    assert len(read_bytes(data, source="a.docx").text) < 500 * 80
