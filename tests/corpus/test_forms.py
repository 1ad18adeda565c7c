"""Forms above the answer: rows whose cells one blank parts, answers without a salutation."""

import pytest
from reply_letters import BODY, SALUTATION, SIGNATURE, letter, readings, reply, values

ASKED = "您在市政协十五届三次会议上提出的提案收悉。经研究，现答复如下："
ROWS = (
    "提案标题 关于加快智能制造发展的提案",
    "提案编号 第0145号",
    "届次 苏州市政协十五届三次会议",
    "主办单位 苏州市工业和信息化局",
)
LINES = (SALUTATION, "您提出的提案收悉，现答复如下：", *BODY)


def facts_of(header):
    """Return what the rows state."""
    return (
        header.title.value,
        values(header.proposal_numbers),
        values(header.proposal_titles),
        header.session.value,
        header.jurisdiction,
        header.department.value,
    )


STATED = (
    "关于加快智能制造发展的提案",
    ["0145"],
    ["关于加快智能制造发展的提案"],
    "苏州市政协十五届三次会议",
    "苏州市",
    "苏州市工业和信息化局",
)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS[::-1],
        tuple(row.replace(" ", "\u3000") for row in ROWS),
        (*ROWS[:2], "届 次 苏州市政协十五届三次会议", ROWS[3]),
        (ROWS[0], f"{ROWS[1]} {ROWS[2]}", ROWS[3]),
        ("提案标题 关于加快智能", "制造发展的提案", *ROWS[1:]),
        ("提交时段 会议期间", *ROWS),
    ],
    ids=[
        "rows",
        "other order",
        "wide blank",
        "spaced label",
        "two in a line",
        "value of two lines",
        "unknown label",
    ],
)
def test_rows_parted_by_one_blank_are_rows_of_a_form(rows):
    read = letter("\n".join((*rows, *LINES)))
    assert facts_of(read.header) == STATED
    assert "提案编号" not in read.text
    assert read.text.endswith("\n".join(LINES))


@pytest.mark.parametrize(
    "row",
    [
        "主办单位 苏州市工业和信息化局 联系人 王建华 电话 65112233",
        "主办单位 苏州市工业和信息化局 承办人及电话 王建华 65112233",
        "编号 0145 经办人 王建华",
    ],
)
def test_who_is_to_be_called_is_in_no_cell(row):
    read = letter("\n".join((ROWS[0], row, *ROWS[1:], *LINES)))
    assert "王建华" not in repr(read)
    assert "65112233" not in repr(read)
    assert facts_of(read.header)[0] == STATED[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("主办单位 苏州市工业和信息化局",),
        ("来源 市工信局", "时间 2023年6月"),
        ("主办单位 要加强统筹，协办单位 要密切配合。", "编号 不得重复。"),
    ],
)
def test_a_line_that_only_begins_with_a_label_is_no_row(lines):
    text = letter(reply(body=(BODY[0], *lines, *BODY[1:]))).text
    assert all(line in text for line in lines)


FORM = (
    "提案办理答复",
    "提案标题：关于加快智能制造发展的提案",
    "编号：0145",
    "主办单位：苏州市工业和信息化局",
    "协办单位：苏州市财政局、苏州市科学技术局",
    "提案人：李明、王芳",
)


@pytest.mark.parametrize(
    "answer", [("答复内容：", ASKED), ("答复内容：" + ASKED,), ("【答复内容】：", ASKED)]
)
def test_the_rows_above_an_answer_are_read_though_a_heading_stands_above_them(answer):
    header = letter("\n".join((*FORM, *answer, *BODY, *SIGNATURE))).header
    assert values(header.proposal_numbers) == ["0145"]
    assert values(header.proposal_titles) == ["关于加快智能制造发展的提案"]
    assert values(header.proposers) == ["李明", "王芳"]
    assert [(joint.name, joint.role) for joint in header.joint_departments] == [
        ("苏州市财政局", "协办"),
        ("苏州市科学技术局", "协办"),
    ]
    assert header.session.value == "市政协十五届三次会议"


def test_a_form_that_thanks_who_asked_is_a_reply():
    rows = tuple(row.replace(" ", "\t") for row in ROWS)
    read = letter("\n".join((*rows, *BODY)))
    assert facts_of(read.header) == STATED


@pytest.mark.parametrize(
    "lines",
    [
        (*ROWS[:3], "提案人 李明", BODY[1], "建议由市财政局设立智能制造专项资金，感谢各位委员的支持。"),
        ("标题 关于路灯维修的来信", "编号 0145", "主办单位 苏州市城市管理局", *BODY),
    ],
    ids=["a proposal", "an answer to the public"],
)
def test_a_form_alone_is_no_reply(lines):
    (reading,) = readings("\n".join(line.replace(" ", "\t") for line in lines))
    assert reading.status == "not_a_letter"


def test_a_card_whose_cells_one_blank_parts_is_none_of_the_letter_whatever_its_keywords():
    card = (
        "名称 对市九届人大三次会议第118号建议的答复",
        "索引号 014325716/2024-00217 分类 建议提案办理 科技 其他",
        "发布机构 市科技局 发文日期 2024-07-12",
        "文号 盐科建〔2024〕19号 关键词 建议；答复",
    )
    title = "对市九届人大三次会议第118号建议的答复"
    header = letter(reply(head=card, title=title)).header
    assert (header.title.value, header.document_number.value) == (title, "盐科建〔2024〕19号")


def test_a_row_of_a_card_whose_class_is_left_empty_is_none_of_the_letter():
    card = (
        "索引号：11320500/2023-00871 分类：",
        "发布机构：苏州市工业和信息化局 成文日期：2023-06-30",
        "文号：苏工信函〔2023〕66号 发布日期：2023-07-03",
    )
    read = letter(reply(head=card))
    assert "索引号" not in read.text
    assert read.header.document_number.value == "苏工信函〔2023〕66号"
