"""Duplicates: told, counted once, and never two letters that only look alike."""

import re
from collections import Counter
from pathlib import Path

import pytest
from changed import replace
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import BODY, read_file, readings, reply

from corpus import duplicates, reading_key, settlement, told_of
from corpus.sketches import likeness, sketch

DEV = Path(__file__).parents[1] / "dev"


def one(text, source, sha="1"):
    (reading,) = readings(text, source=source)
    return replace(reading, sha256=sha)


def settled(found):
    """What becomes of readings when all are known."""
    letters = {reading.source: reading.letter for reading in found}
    decided = settlement([reading_key(reading) for reading in found], lambda source: told_of(letters[source]))
    return [decided.settled(reading) for reading in found]


def found_among(keys):
    """The duplicates that the keys alone tell, in the order of their sources."""
    return tuple(settlement(list(keys)).duplicates.values())


def test_identical_bytes_are_counted_once_and_name_the_first():
    marked = settled([one(reply(), "b.txt"), one(reply(), "a.txt")])
    assert [(reading.source, reading.status) for reading in marked] == [
        ("b.txt", "duplicate"),
        ("a.txt", "reply"),
    ]
    (issue,) = [issue for issue in marked[0].issues if issue.code == "duplicate"]
    assert issue.value == "a.txt"
    assert marked[0].letter is None


def test_the_same_reply_in_another_layout_is_told_apart_from_identical_bytes():
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in reply().split("\n")) + "</body></html>"
    marked = settled([one(reply(), "a.txt", "1"), one(page, "b.html", "2")])
    assert [reading.status for reading in marked] == ["reply", "duplicate"]
    assert [issue.code for issue in marked[1].issues] == ["same_reply"]


def test_of_two_copies_the_one_that_tells_more_of_its_letter_is_kept():
    without_head = "\n".join(reply().split("\n")[1:])
    marked = settled([one(without_head, "a.txt", "1"), one(reply(), "b.txt", "2")])
    assert [reading.status for reading in marked] == ["duplicate", "reply"]
    assert [issue.value for issue in marked[0].issues if issue.code == "same_reply"] == ["b.txt"]


def test_of_two_copies_that_tell_the_same_the_one_with_cells_is_kept():
    marked = settled([one(reply(), "a.pdf", "1"), one(reply(), "b.docx", "2")])
    assert [reading.status for reading in marked] == ["duplicate", "reply"]


def test_two_departments_answers_to_one_proposal_are_two_letters():
    other = reply(
        body=(
            "市财政局积极安排专项资金，支持企业开展技术改造，全年下达补助资金三亿元，惠及企业一百二十家。",
        ),
        signature=("苏州市财政局", "2023年7月1日"),
    )
    assert found_among([reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]) == ()


def test_one_text_for_two_proposals_is_two_letters():
    other = reply(title="关于对市政协十五届三次会议第0146号提案的答复")
    keys = [reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert found_among(keys) == ()


def test_one_number_of_two_assemblies_is_two_proposals():
    other = reply(title="关于对市十七届人大三次会议第0145号建议的答复", salutation="李明代表：")
    keys = [reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert found_among(keys) == ()


def test_letters_of_one_file_are_no_duplicates_of_each_other():
    second = reply(title="关于对市政协十五届三次会议第0233号提案的答复", body=BODY[::-1])
    assert found_among(map(reading_key, readings(reply() + "\n" + second))) == ()


def test_what_is_refused_is_no_duplicate():
    marked = settled([one("新闻一则。", "a.txt"), one("新闻一则。", "b.txt")])
    assert [reading.status for reading in marked] == ["not_a_letter", "not_a_letter"]


@given(st.text(min_size=1, max_size=300), st.text(max_size=300))
def test_likeness_is_between_0_and_1_symmetric_and_1_for_equal_texts(left, right):
    a, b = sketch(left), sketch(right)
    assert likeness(a, a) == 1.0
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0


UNNUMBERED = {
    "title": "关于加快智能制造发展的建议的答复",
    "opening": "您提出的关于加快智能制造发展的建议收悉。经研究，现答复如下：",
}
BOILERPLATE = (
    "收到您的建议后，我局高度重视，主要领导亲自部署，明确责任处室和办理时限，多次与您沟通，充分听取意见。",
    "下一步，我局将继续加强统筹协调，压实工作责任，完善工作机制，推动各项措施落地见效，努力提升工作水平。",
    "感谢您对我局工作的关心、理解和支持，希望您一如既往地关注我局工作，多提宝贵意见！",
)
LONGER = (*BODY[:4], *BOILERPLATE)


def wrapped(text, width=22):
    lines = ("\u3000\u3000" + line for line in text.split("\n"))
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))


def as_page(text):
    lines = "".join(f"<p>&nbsp;&nbsp;{line}</p>\n" for line in text.split("\n"))
    return (
        f"<html><head><title>{UNNUMBERED['title']}_苏州市政府</title></head><body><ul><li><a>首页</a></li></ul>"
        f"<div>发布日期：2023-07-05　来源：市工信局</div><div>{lines}</div><div>上一篇：<a>通知</a></div></body></html>"
    )


LAYOUTS = {
    "wraps": wrapped,
    "blank lines": lambda text: text.replace("\n", "\r\n\r\n"),
    "half-width marks": lambda text: text.translate(str.maketrans("，：；（）！", ",:;()!")),
    "full-width figures": lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "blanks between characters": lambda text: text.replace("苏州市", "苏 州 市").replace("企业", "企 业"),
    "web page": as_page,
    "page numbers": lambda text: text.replace("\n下一步", "\n- 2 -\n下一步"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_a_number_the_same_reply_in_another_layout_is_still_told(layout):
    plain = reply(**UNNUMBERED, body=LONGER)
    again = LAYOUTS[layout](plain)
    assert again != plain
    marked = settled([one(plain, "a.txt", "1"), one(again, "b.html", "2")])
    assert marked[0].letter.header.proposal_numbers == ()
    assert [reading.status for reading in marked] == ["reply", "duplicate"]
    assert [issue.value for issue in marked[1].issues if issue.code == "same_reply"] == ["a.txt"]


def test_a_copy_whose_title_lost_the_number_is_told():
    numbered = reply(title="关于第0145号建议的答复", opening=UNNUMBERED["opening"], body=LONGER)
    cut = reply(title="", opening=UNNUMBERED["opening"], body=LONGER)
    marked = settled([one(numbered, "a.txt", "1"), one(cut, "b.txt", "2")])
    assert [reading.status for reading in marked] == ["reply", "duplicate"]


EDITS = {
    "another number": ("三百余家", "四百余家"),
    "a longer number": ("三百余家", "三百二十余家"),
    "another name": ("苏州市产业技术研究院", "苏州市纳米技术研究院"),
    "another document": ("《苏州市智能制造行动计划》", "《苏州市智能制造三年规划》"),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("numbered", [True, False])
def test_an_edited_copy_is_another_version_and_both_are_read(edit, numbered):
    plain = reply(body=LONGER) if numbered else reply(**UNNUMBERED, body=LONGER)
    changed = plain.replace(*EDITS[edit])
    assert changed != plain
    marked = settled([one(plain, "a.txt", "1"), one(wrapped(changed), "b.txt", "2")])
    assert [reading.status for reading in marked] == ["reply", "reply"]
    assert marked[0].letter.letter_id != marked[1].letter.letter_id
    (told,) = [issue for issue in marked[1].letter.issues if issue.code == "other_version"]
    assert told.value.startswith("a.txt: ")
    assert told.letter_id == marked[1].letter.letter_id
    assert "other_version" not in {issue.code for issue in marked[0].letter.issues}


@pytest.mark.parametrize(
    ("printed", "damaged"),
    [("2023年", "2O23年"), ("取得了较好成效", "取得了较妤成效"), ("《苏州市智能制造行动计划》", "")],
)
def test_damage_and_lines_that_one_layout_lacks_make_no_other_version(printed, damaged):
    plain = reply(body=(*LONGER, "到2023年，全市建成智能车间。"))
    marked = settled([one(plain, "a.txt", "1"), one(plain.replace(printed, damaged), "b.txt", "2")])
    assert [reading.status for reading in marked] == ["reply", "duplicate"]


NEAR_MISSES = {
    "another subject in the same words": {
        "title": "关于加快物流业发展的建议的答复",
        "opening": "您提出的关于加快物流业发展的建议收悉。经研究，现答复如下：",
        "body": (
            "一、完善规划",
            "我市编制物流枢纽规划，建成县级物流中心十二个，降低社会物流成本。",
            *BOILERPLATE,
        ),
    },
    "another addressee": {"salutation": "王芳委员："},
    "another day": {"signature": ("苏州市工业和信息化局", "2024年6月30日")},
    "another department": {"signature": ("昆山市工业和信息化局", "2023年6月30日")},
    "another title": {
        "title": "关于加快数字经济发展的建议的答复",
        "opening": "您提出的关于加快数字经济发展的建议收悉。经研究，现答复如下：",
    },
    "another document number": {"head": ("苏工信函〔2023〕13号",)},
}


@pytest.mark.parametrize("difference", NEAR_MISSES)
def test_without_a_number_replies_alike_but_for_a_fact_are_two(difference):
    first = {**UNNUMBERED, "body": LONGER, "head": ("苏工信函〔2023〕12号",)}
    texts = [reply(**first), reply(**(first | NEAR_MISSES[difference]))]
    marked = settled([one(text, f"{at}.txt", str(at)) for at, text in enumerate(texts)])
    assert [reading.status for reading in marked] == ["reply", "reply"]


def test_thousands_of_unnumbered_letters_on_one_template_are_compared_in_linear_time(monkeypatch):
    reading = reading_key(one(reply(**UNNUMBERED, body=LONGER), "a.txt"))
    dates = {number: {"reply_date signature": f"day {number:05}"} for number in range(600)}
    keys = [
        replace(reading, source=f"{number:05}", sha256=str(number), facts=facts)
        for number, facts in dates.items()
    ]
    compared = Counter()

    def counted(left, right):
        compared["pairs"] += 1
        return likeness(left, right)

    monkeypatch.setattr(duplicates, "likeness", counted)
    assert found_among(keys) == ()
    assert compared["pairs"] <= duplicates.BUCKET * len(keys)


@pytest.mark.parametrize("file", sorted((DEV / "raw").iterdir()), ids=lambda file: file.name)
def test_a_copy_without_its_number_is_told_from_every_format(file):
    text = (DEV / "letters" / f"{file.name[:3]}.txt").read_text(encoding="utf-8")
    copy = one(re.sub(r"第?[A-Z]*\d{3,}号", "", text), "x.txt", "1")
    (original,) = read_file(file)
    assert [reading.status for reading in settled([original, copy])] == ["reply", "duplicate"]
    assert copy.letter.header.proposal_numbers == ()
    assert [(found.source, found.first) for found in found_among(map(reading_key, [copy, original]))] == [
        ("x.txt", file.name)
    ]


def test_no_two_of_the_invented_letters_are_taken_for_one():
    files = sorted((DEV / "letters").glob("*.txt"))
    keys = [
        replace(reading_key(one(file.read_text(encoding="utf-8"), file.name, file.name)), proposals=())
        for file in files
    ]
    assert len(keys) == 8
    assert found_among(keys) == ()


def of_county(
    county, *, number="0145", session="十一届三次", bureau="教育局", document="", town="南江", money="320"
):
    """A letter from one template: names of places apart, everything is said in the same words."""
    return reply(
        head=(f"{county}{bureau}", document) if document else (f"{county}{bureau}",),
        title=f"关于县政协{session}会议第{number}号提案的答复",
        body=(
            "一、工作情况",
            f"近年来，我县高度重视校园安全工作，投入资金{money}万元改造校舍，全县所有学校配齐专职保安。",
            "二、下一步打算",
            "我局将继续会同公安、交通运输等部门开展校园周边环境综合整治，建立联席会议制度，落实网格化管理。",
            f"年底前完成{town}镇中心小学食堂改造，明年秋季学期投入使用，切实保障师生饮食安全。",
            "感谢您对我县教育事业的关心和支持，欢迎继续提出宝贵意见和建议！",
        ),
        signature=(f"{county}{bureau}", "2023年6月30日"),
    )


@pytest.mark.parametrize(
    "other",
    [
        of_county("灵山县"),
        of_county("浦北县", session="十一届四次"),
        of_county("浦北县", bureau="公安局"),
        of_county("浦北县", document="浦教函〔2024〕9号"),
    ],
)
def test_letters_from_one_template_of_other_places_sessions_and_issuers_are_letters(other):
    first = of_county("浦北县", document="浦教函〔2023〕7号")
    assert likeness(sketch(first), sketch(other)) > duplicates.ALIKE
    keys = [reading_key(one(first, "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert found_among(keys) == ()


def test_a_letter_that_a_page_prints_without_its_head_is_the_same_letter():
    first, other = of_county("浦北县", document="浦教函〔2023〕7号"), of_county("浦北县")
    keys = [reading_key(one(first, "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert len(found_among(keys)) == 1


def test_the_issues_of_letters_that_would_have_one_id_name_each_by_its_own():
    unsigned = [
        one(
            reply(opening=f"您提出的《{what}》（第0145号）收悉。现答复如下：", body=(what,), signature=()),
            name,
            name,
        )
        for name, what in (("a.txt", "关于加快智能制造发展的提案"), ("b.txt", "关于加快社区养老发展的提案"))
    ]
    marked = settled(unsigned)
    assert len({reading.letter.letter_id for reading in marked}) == 2
    for reading in marked:
        assert {issue.letter_id for issue in reading.issues} == {reading.letter.letter_id}
        assert reading.issues == reading.letter.issues
