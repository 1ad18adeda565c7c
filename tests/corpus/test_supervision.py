"""Key proposals and who supervises them: in titles, openings, forms and sentences about the proposal."""

import pytest
from reply_letters import letter, reply, values

TITLES = [
    (
        "关于省政协十三届二次会议重点提案第0123号（省政协副主席陈晓波领衔督办）的答复",
        ["省政协副主席陈晓波"],
        "重点",
    ),
    ("关于市政协十五届三次会议第145号重点提案的答复", [], "重点"),
    ("关于市政协十五届三次会议主席督办提案第145号的答复", ["主席"], "主席督办"),
    ("对市十七届人大三次会议主任会议重点督办建议第12号的答复", [], "重点督办"),
    ("关于市十七届人大三次会议重点督办代表建议第12号办理情况的答复", [], "重点督办"),
    ("关于市政协十五届三次会议第145号提案（重点督办件）的答复", [], "重点督办"),
]
OPENINGS = [
    ("该提案由市政协副主席领衔督办", ["市政协副主席"], None),
    ("该提案（省政协副主席李晓林督办）已办结", ["省政协副主席李晓林"], None),
    (
        "该提案被确定为2023年度市政协重点提案，由市委常委、副市长张华同志领衔督办",
        ["市委常委、副市长张华"],
        "重点",
    ),
    ("该提案由李明副市长牵头办理、市政协副主席王芳督办", ["市政协副主席王芳"], None),
    (
        "该提案为市政协主席会议督办重点提案，由市政协主席刘建国、副主席周芳共同督办",
        ["市政协主席刘建国", "副主席周芳"],
        "主席会议督办",
    ),
    ("市委书记、市人大常委会主任王力同志亲自领衔督办", ["市委书记、市人大常委会主任王力"], None),
    ("该提案由市长王力领办、市政协主席张伟督办", ["市政协主席张伟"], None),
    ("此提案由市政协提案委员会负责督办", ["市政协提案委员会"], None),
    ("在省政协副主席欧阳明华的督办下，我厅认真办理", ["省政协副主席欧阳明华"], None),
    ("督办领导为市政府副市长李明", ["市政府副市长李明"], None),
    ("经市政协研究，列为市长督办件", ["市长"], "市长督办"),
    (
        "该提案由区委副书记、区长赵敏，区政协主席钱伟共同督办",
        ["区委副书记、区长赵敏", "区政协主席钱伟"],
        None,
    ),
    ("该提案由李和平副市长督办", ["李和平副市长"], None),
    (
        "该提案由自治区政协副主席阿布都热依木·吐尔逊领衔督办",
        ["自治区政协副主席阿布都热依木·吐尔逊"],
        None,
    ),
    ("该提案由分管工业的副市长王强牵头督办", ["副市长王强"], None),
    (
        "该件被列为市人大常委会重点督办建议，由市人大常委会副主任陈某某领衔督办",
        ["市人大常委会副主任陈某某"],
        "重点督办",
    ),
]
NOBODY = [
    "我局高度重视，局领导多次督办",
    "我局按照市政府督办要求，认真办理",
    "您提出的关于加强食品安全督办的提案已办结",
    "该提案由我局主办，市财政局会办",
]
FORMS = [
    ("督办领导：省政协副主席 陈晓波", ["省政协副主席陈晓波"], None),
    ("（督办领导：副市长李明）", ["副市长李明"], None),
    ("督办领导：市委常委、副市长李明；协办：市财政局", ["市委常委、副市长李明"], None),
    ("督办领导\t市政协副主席张伟、副市长李明", ["市政协副主席张伟", "副市长李明"], None),
    ("是否重点提案\t是\t督办领导\t副市长李明", ["副市长李明"], "重点"),
    ("是否重点提案\t否", [], None),
    ("督办人\t李明", ["李明"], None),
]


def priority(header):
    return header.priority.value if header.priority else None


@pytest.mark.parametrize(("title", "supervisors", "mark"), TITLES)
def test_a_title_marks_a_key_proposal_and_names_its_supervisor(title, supervisors, mark):
    header = letter(reply(title=title)).header
    assert (values(header.supervisors), priority(header)) == (supervisors, mark)


@pytest.mark.parametrize(("sentence", "supervisors", "mark"), OPENINGS)
def test_an_opening_says_who_supervises(sentence, supervisors, mark):
    read = letter(reply(opening=f"您提出的提案收悉。{sentence}。现答复如下："))
    assert (values(read.header.supervisors), priority(read.header)) == (supervisors, mark)
    for fact in read.header.supervisors:
        assert read.text[fact.span.start : fact.span.end] == fact.value
        assert fact.basis == "opening"


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_supervises_where_no_official_is_named_for_it(sentence):
    header = letter(reply(opening=f"您提出的提案收悉。{sentence}。现答复如下：")).header
    assert (header.supervisors, header.priority) == ((), None)


@pytest.mark.parametrize(("rows", "supervisors", "mark"), FORMS)
def test_the_row_of_a_form_says_who_supervises(rows, supervisors, mark):
    header = letter(reply(head=(rows,))).header
    assert (values(header.supervisors), priority(header)) == (supervisors, mark)


def test_the_body_counts_only_where_it_speaks_of_the_proposal():
    about_it = letter(reply(body=("该提案由市政协副主席周芳督办，我局高度重视。", "二、其他工作")))
    other = letter(reply(body=("由市委书记王力督办的信访积案全部化解。", "二、其他工作")))
    assert values(about_it.header.supervisors) == ["市政协副主席周芳"]
    assert other.header.supervisors == ()


def test_a_supervisor_in_a_form_leaves_his_telephone_behind():
    read = letter(reply(head=("督办领导\t副市长李明 13812345678",)))
    assert values(read.header.supervisors) == ["副市长李明"]
    assert "13812345678" not in repr(read)
