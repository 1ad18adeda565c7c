"""Marks and numbers in one form, whatever form a letter prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import BODY, letter, reply, values

from corpus.shapes import fold
from corpus.typography import WIDE, turned, usual, usual_lines


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("建成”江航通”系统。", "建成“江航通”系统。"),
        ("建成“江航通“系统。", "建成“江航通”系统。"),
        ("建成”江航通“系统。", "建成“江航通”系统。"),
        ("”甲”与“乙”、”丙”", "“甲”与“乙”、“丙”"),
        ("依托”苏州智造“平台和”苏州云谷“平台。", "依托“苏州智造”平台和“苏州云谷”平台。"),
        ("依托“苏州智造“平台和“苏州云谷“平台。", "依托“苏州智造”平台和“苏州云谷”平台。"),
    ],
)
def test_quotation_marks_that_stand_the_wrong_way_round_are_turned(printed, meant):
    assert turned(printed) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "实施“八桂‘工匠’进校园”计划。",
        "列入“关于“双师型”教师队伍的意见”。",
        "全长12”的管道。",
        "一”是前一句。后一句”。",
        "”" + "很" * 61 + "”",
        "””",
    ],
)
def test_marks_that_pair_or_enclose_nothing_short_are_left(printed):
    assert turned(printed) == printed


def test_a_letter_with_turned_marks_reads_as_one_with_the_right_ones():
    opening = "您提出的”关于加快智能制造发展的提案”收悉。现答复如下："
    read = letter(reply(opening=opening, body=(*BODY[:3], "我局建成”苏链通“平台。")))
    assert values(read.header.proposal_titles) == ["关于加快智能制造发展的提案"]
    assert "建成“苏链通”平台。" in read.text
    assert len(read.raw_offsets) == len(read.text)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (
            '印发《办法(试行)》,支持"甲"平台;1,200户、10:30',
            "印发《办法（试行）》，支持“甲”平台；1,200户、10:30",
        ),
        ("投入４６．８亿元，增长１２．５％", "投入46.8亿元，增长12.5%"),
        ("‘岸电护航’行动、「绿船贷」", "“岸电护航”行动、“绿船贷”"),
        ("“八桂‘工匠’”", "“八桂‘工匠’”"),
        ('管径5"的管道', '管径5"的管道'),
        ("90’以上，‘甲’", "90’以上，‘甲’"),
        ("见http://www.gov.cn", "见http://www.gov.cn"),
        ("主要任务∶", "主要任务："),
        ("主要任务︰", "主要任务："),
    ],
)
def test_rules_see_marks_and_numbers_in_their_usual_form(printed, meant):
    assert usual(printed) == meant


@pytest.mark.parametrize("mark", WIDE)
def test_what_rules_see_in_chinese_width_the_reader_sees_so_too(mark):
    assert fold(f"甲{mark}乙") == usual(f"甲{mark}乙") == f"甲{WIDE[mark]}乙"


@given(st.text(alphabet="甲乙“”‘’「」\"'，,;:()0１．。\n ", max_size=60))
def test_no_character_comes_or_goes(text):
    assert len(usual_lines(text)) == len(text) == len(turned(text))
    assert usual_lines(usual_lines(text)) == usual_lines(text)
    assert turned(turned(text)) == turned(text)
