"""What labels state: a row that holds nothing names nobody, a person is no department, a seal is no part of a name."""

import pytest
from reply_letters import letter, reply, values

from corpus.stated import is_body, named_bodies, states_nothing

SIGNED = ("昆山市水务局", "2023年6月30日")
NOTHING = [
    "无",
    "暂无",
    "无。",
    "（无）",
    "/",
    "——",
    "（空）",
    "详见附件",
    "见附表",
    "N/A",
    "无协办单位",
    "没有会办单位",
    "本单位独办",
]
SOMETHING = ["无锡市财政局", "A", "空港经济区管委会", "略阳县人民政府", "第12号", "无棣县水利局"]


def page(rows, signature=SIGNED):
    """Return a web page with a table of the rows above the letter."""
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = "".join(f"<p>{line}</p>" for line in reply(signature=signature).split("\n"))
    return f"<html><body><table>{table}</table>{text}</body></html>"


def joint(text):
    return [one.name for one in letter(text).header.joint_departments]


@pytest.mark.parametrize("value", NOTHING)
def test_a_row_that_holds_nothing_is_told_from_one_that_names_something(value):
    assert states_nothing(value)


@pytest.mark.parametrize("value", SOMETHING)
def test_names_that_begin_as_such_a_row_does_are_names(value):
    assert not states_nothing(value)


@pytest.mark.parametrize("value", NOTHING)
@pytest.mark.parametrize("label", ["会办单位", "协办单位"])
def test_a_row_without_value_names_no_joint_department(label, value):
    assert joint(reply(signature=SIGNED, tail=(f"{label}：{value}",))) == []
    assert joint(reply(signature=SIGNED, tail=(f"{label}\t{value}",))) == []
    assert joint(reply(signature=SIGNED, head=(f"{label}：{value}",))) == []
    assert joint(page([[label, value]])) == []


def test_a_row_with_a_department_and_nothing_names_the_department_once():
    assert joint(reply(signature=SIGNED, tail=("会办单位：昆山市财政局、无",))) == ["昆山市财政局"]
    assert joint(page([["会办单位", "昆山市财政局、/、昆山市财政局"]])) == ["昆山市财政局"]


@pytest.mark.parametrize("value", ["无", "——", "（无）", "/"])
def test_no_other_field_takes_a_row_without_value_for_what_it_names(value):
    head = (f"发文机关：{value}", f"文号：{value}", f"附议代表：{value}", f"抄送：{value}")
    read = letter(reply(signature=("2023年6月30日",), head=head)).header
    assert (read.department, read.document_number, values(read.copies_to)) == (None, None, [])
    assert values(read.proposers) == ["李明"]


def test_a_proposer_who_is_not_told_is_none():
    opening = "您提出的提案（提案人：暂无）收悉。现答复如下："
    assert letter(reply(salutation="", opening=opening)).header.proposers == ()


def test_marks_of_a_row_that_only_says_yes_stay():
    read = letter(page([["是否重点提案", "√"], ["会办单位", "√"]])).header
    assert read.priority.value == "重点"
    assert read.joint_departments == ()


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("钱珂宁", []),
        ("钱珂宁（65220158）", []),
        ("昆山市财政局 钱珂宁", ["昆山市财政局"]),
        ("昆山市财政局钱珂宁", ["昆山市财政局"]),
        ("昆山市财政局（盖章）、昆山市住建局（代章）", ["昆山市财政局", "昆山市住建局"]),
        ("市财政局、张浦镇、高新区管委会、供电公司", ["市财政局", "张浦镇", "高新区管委会", "供电公司"]),
        ("市发改、财政、公安", ["市发改", "财政", "公安"]),
        ("市文联、侨联、市司法局（法治办）", ["市文联", "侨联", "市司法局（法治办）"]),
        ("各县（市、区）人民政府、市教育局等6个部门", ["市教育局"]),
        ("市财政局 市教育局", ["市财政局", "市教育局"]),
        ("市财政局/市教育局", ["市财政局", "市教育局"]),
        ("1.市财政局 2.市教育局", ["市财政局", "市教育局"]),
        ("①市财政局②市教育局", ["市财政局", "市教育局"]),
        ("市财政局（主办）、市教育局（协办）", ["市财政局", "市教育局"]),
        ("我局", []),
        ("本溪市财政局", ["本溪市财政局"]),
        ("无（我局独办）", []),
    ],
)
def test_only_what_ends_as_bodies_do_is_a_joint_department(printed, named):
    assert joint(reply(signature=SIGNED, tail=(f"会办单位：{printed}",))) == named


def test_a_table_of_contacts_below_the_letter_names_no_department():
    rows = ("\t\t联系人\t联系电话", "\t主办单位\t邹珂然\t65220157", "\t会办单位\t钱珂宁\t65220158")
    read = letter(reply(signature=SIGNED, tail=rows)).header
    assert (read.department.value, read.joint_departments) == (SIGNED[0], ())


@pytest.mark.parametrize(
    "printed",
    [
        "单位（盖章）：昆山市水务局",
        "单位（盖章）\t昆山市水务局",
        "承办单位（公章）\t昆山市水务局",
        "主办单位（盖章）：昆山市水务局",
        "（单位盖章）昆山市水务局",
        "昆山市水务局（代章）",
        "昆山市水务局（单位公章）",
        "单位公章：昆山市水务局",
        "主办单位：昆山市水务局（公章）",
    ],
)
def test_a_seal_is_no_part_of_the_department_and_no_second_signature(printed):
    alone = letter(reply(signature=(printed, SIGNED[1]))).header
    below = letter(reply(signature=SIGNED, tail=(printed,))).header
    for read in (alone, below):
        assert (read.department.value, read.joint_departments) == (SIGNED[0], ())


def test_a_bracket_that_is_no_seal_stays_part_of_the_name():
    read = letter(reply(signature=("昆山市水务局（昆山市节约用水办公室）", SIGNED[1]))).header
    assert read.department.value == "昆山市水务局（昆山市节约用水办公室）"


def test_a_label_with_a_seal_is_the_label():
    assert joint(page([["会办单位（盖章）", "昆山市财政局"]])) == ["昆山市财政局"]
    read = letter(reply(signature=("2023年6月30日",), head=("承办单位（盖章）：昆山市水务局（盖章）",)))
    assert read.header.department.value == SIGNED[0]


def test_a_person_in_the_place_of_the_department_is_none():
    read = letter(reply(signature=("2023年6月30日",), head=("主办单位：邹珂然",))).header
    assert read.department is None


def test_an_abbreviation_with_a_stroke_is_no_class_of_the_reply():
    read = letter(reply(signature=SIGNED, tail=("会办单位：N/A",))).header
    assert read.classification is None


@pytest.mark.parametrize(
    "name", ["市财政局", "文联", "国网昆山供电", "昆山市", "关工委", "市教育局（语委办）"]
)
def test_names_of_bodies_are_told_by_their_ends(name):
    assert is_body(name)


@pytest.mark.parametrize("name", ["钱珂宁", "王建社", "欧阳娜娜", "李新城", "）", "详见", "65220158"])
def test_persons_and_marks_are_no_bodies(name):
    assert not is_body(name)
    assert list(named_bodies(name)) == []
