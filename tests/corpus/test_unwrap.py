"""Un-wrapping and traced text: any break can be undone, and every character knows where it came from."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import BODY, OPENING, SALUTATION, SIGNATURE, TITLE, letter, readings, reply

from corpus.furniture import read_lines
from corpus.lines import RawLine, raw_lines
from corpus.traced import join, traced
from corpus.unwrap import unwrap

TESTS = Path(__file__).parents[1]
PROSE = (
    "近年来，我市印发《苏州市智能制造行动计划（2021—2023年）》，推动企业数字化转型，规上工业企业数字化改造覆盖率达到八成，"
    "累计培育国家级智能制造示范工厂六家、省级示范车间一百二十个。二是强化资金支持，设立苏州市智能制造产业发展基金。"
)
PARAGRAPHS = (
    "李明委员：",
    "您提出的《关于加快智能制造发展的提案》收悉。我局会同市财政局、苏州高新区管委会认真研究，现答复如下：",
    "一、完善政策体系",
    PROSE,
    "感谢您的支持！",
    "苏州市工业和信息化局",
    "2023年6月30日",
)


def paragraphs(raw: str) -> list[str]:
    return [paragraph.text for paragraph in unwrap(read_lines(raw, raw_lines(raw)))]


def wrapped(width: int, *, indent: bool, gap: str) -> str:
    lines = []
    for number, text in enumerate(PARAGRAPHS):
        first = "\u3000\u3000" if indent and number in (1, 2, 3, 4) else ""
        lines += textwrap.wrap(first + text, width, drop_whitespace=False)
    return gap.join(lines)


@given(st.integers(18, 44), st.booleans(), st.sampled_from(["\n", "\n\n", "\r\n", " \n \n", "\n\n\n"]))
def test_print_of_any_width_is_undone(width, indent, gap):
    got = paragraphs(wrapped(width, indent=indent, gap=gap))
    assert "".join(got) == "".join(PARAGRAPHS)
    assert got[0] == PARAGRAPHS[0]
    assert got[-2:] == list(PARAGRAPHS[-2:])


def test_indented_print_gives_the_paragraphs_themselves():
    assert paragraphs(wrapped(30, indent=True, gap="\n")) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [30, 36])
def test_indents_are_counted_from_the_margin_of_the_letter(width):
    text = wrapped(width, indent=True, gap="\n\u3000\u3000\u3000\u3000")
    assert paragraphs(f"首页 | 打印 | 关闭\n\u3000\u3000\u3000\u3000{text}") == list(PARAGRAPHS)


def printed(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph as a page of print holds them: closing marks never begin a line."""
    lines, line = [], ""
    for word in re.findall(r"[0-9A-Za-z.%]+|.", paragraph):
        marks = sum(0.5 if mark.isascii() else 1.0 for mark in line + word)
        if marks > width and word not in "，。；：、）”》！？":
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


@pytest.mark.parametrize(("kept", "floor"), [(True, 0.98), (False, 0.94)])
def test_most_paragraphs_of_thirty_five_letters_come_back_from_print(kept, floor):
    """A paragraph whose last line is exactly full cannot be told where indents are lost: hence no floor of 1."""
    right = total = 0
    files = sorted((TESTS / "tune" / "letters").glob("*.txt")) + sorted((TESTS / "gold").glob("*.txt"))
    for number, path in enumerate(files):
        texts = [
            "".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        lines = []
        for place, text in enumerate(texts):
            indent = "\u3000\u3000" if place > 1 and len(text) > 14 else ""
            page = printed(indent + text, 26 + number % 10)
            lines += page if kept else [line.strip("\u3000") for line in page]
        got = {"".join(text.split()) for text in paragraphs("\n".join(lines))}
        right += sum(text in got for text in texts)
        total += len(texts)
    print(f"paragraphs from print, indents {'kept' if kept else 'lost'}: {right} of {total}")
    assert right / total >= floor


def test_page_numbers_and_running_heads_go_even_in_the_middle_of_a_sentence():
    raw = wrapped(28, indent=True, gap="\n").replace("数字化转型", "数字\n\n— 1 —\n\f化转型", 1)
    assert "".join(paragraphs(raw)) == "".join(PARAGRAPHS)


def test_running_heads_of_pages_go():
    pages = [f"苏州市人民政府公报 第{n}页\n{PARAGRAPHS[3]}\n{n}" for n in (1, 2, 3)]
    raw = "\n".join(pages)
    starts = [raw.index(text) for text in pages]
    lines = [
        RawLine(start=start + match.start(), end=start + match.end(), page=page)
        for page, (start, text) in enumerate(zip(starts, pages, strict=True))
        for match in re.finditer("[^\n]+", text)
    ]
    got = "".join(line.text for line in read_lines(raw, lines))
    assert got == PARAGRAPHS[3] * 3


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "苏州市工业和信息化局\n第{n}页 共3页"),
        ("", "苏州市工业和信息化局\n政协提案答复选编\n- {n} -"),
        ("", "11/22/26, 3:0{n} AM 政协提案答复公开-苏州市工业和信息化局\nfile:///letters/a.html {n}/3"),
        ("苏州市工业和信息化局\n政协提案答复选编", "{n}"),
    ],
    ids=["head and number below", "head of two lines below", "browser", "head of two lines above"],
)
def test_heads_beside_page_numbers_go_and_sign_nothing(above, below):
    pages = [
        (TITLE, SALUTATION, OPENING, BODY[0], BODY[1][:20]),
        (BODY[1][20:], BODY[2]),
        (*BODY[3:], *SIGNATURE),
    ]
    printed_pages = [
        "\n".join(part for part in (above, *page, below) if part).format(n=number)
        for number, page in enumerate(pages, start=1)
    ]
    read = letter("\n\f".join(printed_pages))
    assert read.text.split("\n") == reply().split("\n")
    assert read.header.department.value == SIGNATURE[0]
    assert read.header.joint_departments == ()


def test_what_ends_the_letters_of_a_volume_alike_is_no_head():
    letters = [
        reply(title=TITLE.replace("0145", number), signature=("", ""))
        + f"\n苏州市工业和信息化局\n2023年6月30日\n- {place} -"
        for place, number in enumerate(("0145", "0146", "0147"), start=1)
    ]
    texts = [reading.letter.text for reading in readings("\n\f".join(letters))]
    assert len(texts) == 3
    assert all(text.endswith("支持！\n苏州市工业和信息化局\n2023年6月30日") for text in texts)


def test_who_signs_at_the_foot_of_each_page_of_a_volume_is_kept():
    letters = [
        reply(title=TITLE.replace("0145", number), signature=SIGNATURE[:1]) + f"\n- {place} -"
        for place, number in enumerate(("0145", "0146", "0147"), start=1)
    ]
    assert paragraphs("\n\f".join(letters)).count(SIGNATURE[0]) == 3


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (TITLE, "- {n} -"),
        ("", f"{TITLE}\n- {{n}} -"),
        ("", f"11/22/26, 3:02 AM {TITLE}\nfile:///letters/a.html {{n}}/3"),
        ("", f"2026/11/22 下午3:02 {TITLE}\nfile:///letters/a.html {{n}}/3"),
    ],
    ids=["above", "below", "browser", "browser in Chinese"],
)
def test_the_title_as_head_of_every_page_stands_once(above, below):
    first = (SALUTATION, OPENING, BODY[0], BODY[1][:20])
    pages = [first if above else (TITLE, *first), (BODY[1][20:], BODY[2]), (*BODY[3:], *SIGNATURE)]
    printed_pages = [
        "\n".join(part for part in (above, *page, below) if part).format(n=number)
        for number, page in enumerate(pages, start=1)
    ]
    assert letter("\n\f".join(printed_pages)).text == reply()


@pytest.mark.parametrize("row", ["附件：企业名单", "主动公开", "备注：本件可以公开"])
def test_what_begins_anew_on_a_page_of_its_own_stays_apart(row):
    last = "我局将继续努力，为全市工业经济高质量发展作出新的更大贡献"
    text = letter(reply(body=(*BODY[:4], last, "- 3 -", row))).text
    assert f"{last}\n{row}\n" in text


def test_a_letterhead_is_no_head_of_the_page_that_it_also_signs():
    first = reply(head=("苏州市工业和信息化局",), body=BODY[:2], signature=())
    last = "\n".join((*BODY[2:], "2023年6月30日", SIGNATURE[0]))
    assert letter(f"{first}\n1\n\f{last}\n2").header.department.value == SIGNATURE[0]


@pytest.mark.parametrize("number", ["- 2 -", "— 2 —", "第2页 共4页"])
def test_a_page_number_cuts_no_sentence_where_lines_are_paragraphs(number):
    cut = BODY[1].replace("数字化", f"数字\n\n{number}\n\n化")
    read = letter(reply(body=(BODY[0], cut, *BODY[2:])))
    assert BODY[1] in read.text.split("\n")


@pytest.mark.parametrize("turn", range(8))
def test_a_page_number_joins_nothing_that_stands_apart(turn):
    body = (*BODY[:4], "感谢您对我市工业发展的关心，欢迎再提宝贵意见")
    lines = reply(body=body).split("\n")
    told = "\n\n".join(("\n".join(lines[: turn + 2]), "- 2 -", "\n".join(lines[turn + 2 :])))
    assert letter(told).text.split("\n") == lines


def test_a_title_over_three_lines_is_one():
    read = letter(
        reply(title="关于对市政协提案 2024237《关于充分发挥区\n域优势，高质量发展产业的建议》\n\n的回复")
    )
    assert (
        read.header.title.value
        == "关于对市政协提案2024237《关于充分发挥区域优势，高质量发展产业的建议》的回复"
    )


def test_latin_words_keep_a_space_where_a_line_ended():
    raw = "我市企业参加论坛并发布《 Smart\nFactory 白皮书》，取得了较好的成效，推动了产业发展、\n技术进步。"
    (paragraph,) = paragraphs(raw)
    assert (
        paragraph
        == "我市企业参加论坛并发布《 Smart Factory 白皮书》，取得了较好的成效，推动了产业发展、技术进步。"
    )


@given(st.text(max_size=200))
def test_traced_text_keeps_its_offsets(raw):
    piece = traced(raw, 0, len(raw))
    assert len(piece.text) == len(piece.offsets)
    assert list(piece.offsets) == sorted(piece.offsets)
    assert all(0 <= offset < len(raw) for offset in piece.offsets)
    assert piece.stripped().text == piece.text.strip()


@given(st.lists(st.text(max_size=20), max_size=6))
def test_joined_pieces_are_the_joined_texts(texts):
    raw = "".join(texts)
    pieces, at = [], 0
    for text in texts:
        pieces.append(traced(raw, at, at + len(text)))
        at += len(text)
    whole = join(pieces, "\n")
    assert whole.text == "\n".join(piece.text for piece in pieces)
    assert len(whole.offsets) == len(whole.text)
    assert list(whole.offsets) == sorted(whole.offsets)


def test_cutting_out_keeps_the_rest_in_place():
    piece = traced("abcdef", 0, 6).without([(1, 3), (4, 5)])
    assert (piece.text, list(piece.offsets)) == ("adf", [0, 3, 5])


def test_decomposed_and_radical_forms_become_the_usual_ones():
    piece = traced("⼀cafe\u0301金", 0, 7)
    assert piece.text == "一café金"
    assert list(piece.offsets) == [0, 1, 2, 3, 4, 6]


def test_a_line_of_print_that_ends_in_members_is_no_salutation():
    raw = "近年来我局不断完善工作机制取得了良好的成效得到社会好评\n"
    raw += "我局还将进一步加强与各相关专门委员会以及各位政协委员\n的沟通联系。"
    filler = "\n".join("我市积极推进各项工作落地见效并取得了较好成效得到了社会认可" for _ in range(8))
    assert "以及各位政协委员的沟通联系。" in "".join(paragraphs(raw + "\n" + filler))


def test_a_line_of_labels_is_no_part_of_the_title_below_it():
    labels = (
        "索引号：QJ000014/2023-0311　发布机构：苏州市工业和信息化局　发文字号：苏工信建议函〔2023〕28号　"
        "成文日期：2023年6月30日　主题分类：工业　公开方式：全文公开"
    )
    title = "苏州市工业和信息化局关于市十七届人大二次会议第352号建议的答复"
    read = letter("\n".join((labels, title, *PARAGRAPHS[1:])))
    assert read.header.title.value == title
    assert paragraphs("\n".join((labels, title, *PARAGRAPHS)))[:2] == [labels, title]


def wide(text: str, gap: str = " ") -> str:
    return gap.join(text)


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000"])
def test_a_text_set_wide_is_read_as_any_other(gap):
    lines = [part for line in reply().split("\n") for part in textwrap.wrap(line, 18)]
    read = letter("\n".join(wide(line, gap) for line in lines))
    assert "".join(read.text.split()) == "".join(reply().split())
    assert not {" ", "\u3000"} & set(read.text)
    assert read.header.department.value == SIGNATURE[0]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("苏 州 市 工 业 和 信 息 化 局", "苏州市工业和信息化局"),
        ("苏　州　市　财　政　局", "苏州市财政局"),
        ("市 财 政 局　　市 教 育 局", "市财政局　　市教育局"),
        (
            "推 动 《 苏 州 市 产 业 规 划 》， 落 实 资 金 2 0 0 万 元",
            "推动《苏州市产业规划》，落实资金200万元",
        ),
    ],
)
def test_a_line_set_wide_is_closed_up_but_for_its_wider_gaps(line, read):
    assert paragraphs(line) == [read]


@pytest.mark.parametrize(
    "line",
    [
        "李明 王芳 赵刚 钱进 孙立",
        "年 月 日",
        "李 明、王 芳委员：",
        "A B C D E F",
        "关于 Smart Factory 的建议",
        "支 持",
    ],
)
def test_words_that_blanks_part_stay_parted(line):
    assert paragraphs(line) == [line]


def test_a_line_set_wide_keeps_its_offsets():
    raw = "苏 州 市 财 政 局 负 责"
    (line,) = read_lines(raw, raw_lines(raw))
    assert "".join(raw[at] for at in line.body.offsets) == line.text == "苏州市财政局负责"


def test_what_follows_as_below_is_a_paragraph_of_its_own_and_rows_that_count_stay_apart():
    rows = (
        "1 0145 关于加快智能制造发展的提案 李明 市工信局",
        "2 0203 关于培育专精特新企业的提案 王芳 市工信局",
    )
    lines = (
        "您提出的关于发展茶旅融合产业的提案收悉，现答复如下：",
        "全县茶园面积达到15.6万亩，综合产值达到28亿元左右。",
        *rows,
    )
    assert paragraphs("\n".join((*lines[:2] * 3, *rows))) == [*lines[:2] * 3, *rows]


def test_a_letter_of_few_full_lines_is_joined_where_they_run_over():
    lines = (
        "　　一、工作开展情况",
        "　　近年来，全县累计投入资金3.6亿元，建成项目128个，受",
        "益群众46万人。",
        "　　二、下一步打算",
        "　　下一步，力争实现全覆盖。",
        "　　感谢您的支持！",
        "　　霍山县财政局",
        "　　2023年6月30日",
    )
    joined = [line.strip() for line in (lines[0], lines[1] + lines[2], *lines[3:])]
    assert paragraphs("\n".join(lines)) == joined


def test_a_short_letter_printed_without_indents_is_joined_where_a_margin_cut_its_lines():
    lines = (
        "您提出的《关于发展银发经济的提案》收悉，现答复如下：",
        "一、2022年以来，省财政累计投入养老服务资金27.3亿元，新增护理型床位6.4万张，惠及失能老",
        "年人口12万人。",
        "二、全省建成养老服务综合信息平台，接入机构2300家、社区养老服务设施5.8万处，月均服务老",
        "人9万次。",
        "三、四市开展普惠养老试点。",
        "下一步，到2025年底全省特困人员供养服务机构护理型床位占比、社区日间照料机构覆盖率均达到",
        "90%以上。",
        "感谢您的支持！",
        "鲁东省民政厅",
        "2023年9月11日",
    )
    joined = [lines[0], lines[1] + lines[2], lines[3] + lines[4], lines[5], lines[6] + lines[7], *lines[8:]]
    assert paragraphs("\n".join(lines)) == joined
    assert paragraphs("\n".join(lines[:6] + lines[8:])) == [
        *lines[:6],
        *lines[8:],
    ]  # two such lines may be chance


def test_names_in_a_list_that_are_as_long_as_each_other_are_not_joined():
    lines = (
        "您提出的提案收悉，现答复如下：",
        "一、已有基础",
        "路网骨架已经形成。",
        "二、主要做法",
        "今年安排下列项目：",
        "城东片区南北向主干道路改造提升工程",
        "城西片区东西向次干道路改造提升工程",
        "城北片区公共停车场及充电桩建设工程",
        "以上项目年内开工。",
        "三、下一步打算",
        "加快前期工作。",
        "感谢您的支持！",
        "鲁东省民政厅",
        "2023年9月11日",
    )
    assert paragraphs("\n".join(lines)) == list(lines)


def test_short_paragraphs_that_all_have_their_stops_are_no_print():
    lines = (
        "您提出的关于扩大普惠托育服务供给的建议收悉，现答复：",
        "近年来，全市累计投入资金3.6亿元，建成项目128个，受益群众46万人。",
        "2022年，我局印发《三年行动方案》，安排专项资金2600万元，支持12个乡镇开展试点。",
        "下一步，力争到2025年底实现全覆盖，新增床位1200张。",
        "感谢您对我市工作的关心和支持！",
        "南通市卫生健康委员会",
        "2023-06-28",
    )
    assert paragraphs("\n".join(lines)) == list(lines)


def test_an_organ_below_a_line_of_contacts_signs():
    below = [
        "联系人：沈丽，电话：13912345678，邮箱：shenli@example.cn",
        "霍山县残疾人联合会",
        "2023年6月30日",
    ]
    full = "近年来，我局安排专项资金支持乡镇开展试点并取得成效"
    assert paragraphs("\n".join([*[full] * 6, *below]))[-3:] == below
