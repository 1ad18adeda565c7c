"""What is a reply and what is not, and how many replies a file holds."""

from pathlib import Path

import pytest
from reply_letters import BODY, SIGNATURE, letter, readings, reply, values

OTHERS = {
    "news": (
        "市政协召开提案办理协商会",
        "6月30日，市政协召开第0145号提案办理协商会。会议听取了市工信局关于提案办理情况的汇报。",
    ),
    "visit": (
        "市工信局走访答复政协委员",
        "近日，市工信局就李明委员提出的《关于加快智能制造发展的提案》当面答复，征求意见。",
    ),
    "notice": (
        "关于做好2023年人大代表建议和政协委员提案办理工作的通知",
        "各区人民政府：",
        "现将有关事项通知如下：",
        "一、提高认识",
    ),
    "report": (
        "苏州市工业和信息化局2023年度建议提案办理情况",
        "2023年，我局共承办建议、提案45件。现将情况汇报如下：",
        "一、基本情况",
    ),
    "law": ("苏州市科技创新促进条例", "第一章 总则", "第一条 为了促进科技创新，根据有关法律，制定本条例。"),
    "proposal": (
        "关于加快智能制造发展的提案",
        "提案人：李明",
        "我市智能制造发展较快，但仍有问题。建议加强支持。",
    ),
    "links": tuple(f"关于市政协十五届三次会议第{n}号提案的答复" for n in range(1, 8)),
    "ruling": (
        "最高人民法院关于适用范围问题的批复",
        "广东省高级人民法院：",
        "你院《请示》（粤高法〔2020〕108号）收悉。经研究，批复如下：",
    ),
    "report on follow-up": (
        "关于对2018年以来政协提案B类答复件跟踪办理情况的报告",
        "发布时间：2021-12-08 08:48 信息来源：苏州市体育局",
        "市政府督查室：",
        "根据有关通知要求，我局认真梳理2018年以来政协委员提案B类答复件，现将有关情况报告如下。",
        "一、提案办理基本情况",
        "2018年以来，我局共承办17件政协委员提案，已完成办理12件。",
        "苏州市体育局",
        "2021年12月8日",
    ),
    "plan": (
        "苏州市体育局关于印发市政协五届四次会议第271号提案公开办理工作方案的通知",
        "市财政局、市住建局：",
        "陆宁等委员提出的第271号《建议增设健身步道》的提案被列为公开办理提案。特制定本工作方案。",
        "一、建立工作小组",
    ),
    "quoted": (
        "近日，市体育局在答复市政协第271号提案时表示，将增设健身步道。",
        "以下是回复全文：",
        "一、关于步道规划",
        "我市已建成步道三百公里。",
    ),
    "mayor's post box": (
        "信件标题 | 增设站点",
        "信件内容 | 尊敬的领导，您好，建议在村口增设公交站点。",
        "回复部门 | 市交通运输局",
        "回复内容 | 您好，您的建议收悉，我局将适时研究增设。",
    ),
    "suggestion": (
        "李明（虎丘区代表团）",
        "主办单位：市市场监管局",
        "随着生活节奏加快，外卖已成为时尚。建议：",
        "一、加强日常巡查。",
    ),
    "list": ("序号\t提案号\t提案者", "1\t0145\t李明", "2\t0146\t王芳"),
}
SECOND = reply(
    title="关于对市政协十五届三次会议第0233号提案的答复",
    salutation="王芳委员：",
    opening="您提出的《关于改善停车的提案》（第0233号）收悉。现答复如下：",
    body=("一、新建停车场", "我市新建公共停车泊位一万二千个，缓解了老旧小区停车难问题，群众反映良好。"),
    signature=("苏州市城市管理局", "2023年7月1日"),
)


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_are_told_apart_with_a_reason(name):
    (reading,) = readings("\n".join(OTHERS[name]))
    assert reading.status == "not_a_letter"
    (code,) = (issue.code for issue in reading.issues)
    assert code == ("no_reply" if name == "proposal" else "not_a_letter")
    assert reading.letter is not None


def test_a_reply_in_traditional_characters_is_told_to_be_converted():
    lines = (
        "關於對市政協第0123號提案的答覆",
        "王芳委員：",
        "您提出的提案收悉。現答覆如下：",
        "一、加大投入。",
    )
    (reading,) = readings("\n".join(lines))
    assert reading.status == "not_a_letter"
    assert "convert the letter to simplified" in reading.issues[0].hint


@pytest.mark.parametrize(
    "parts",
    [
        {"title": ""},
        {"salutation": ""},
        {"opening": ""},
        {"signature": ()},
        {"salutation": "", "opening": ""},
        {"title": "", "signature": ()},
    ],
    ids=str,
)
def test_a_reply_may_lack_any_one_part(parts):
    (reading,) = readings(reply(**parts))
    assert reading.status == "reply"


def test_prose_with_a_signature_alone_is_no_reply():
    (reading,) = readings("\n".join((*BODY, *SIGNATURE)))
    assert reading.status == "not_a_letter"


@pytest.mark.parametrize("gap", ["\n", "\n\n\n", "\n\f\n", "\n上一篇：某某\n"], ids=repr)
def test_two_letters_in_one_file_are_two_readings(gap):
    first, second = readings(reply() + gap + SECOND)
    assert [first.source, second.source] == ["a.txt#1", "a.txt#2"]
    assert values(first.letter.header.proposal_numbers) == ["0145"]
    assert values(second.letter.header.proposal_numbers) == ["0233"]
    assert first.letter.header.department.value == "苏州市工业和信息化局"
    assert second.letter.header.department.value == "苏州市城市管理局"
    assert "停车" not in first.letter.text
    assert "several_letters" in {issue.code for issue in first.issues}


def test_two_letters_without_titles_are_split_at_their_salutations():
    one = reply(title="")
    two = reply(
        title="",
        salutation="王芳委员：",
        opening="您提出的《关于改善停车的提案》（第0233号）收悉。现答复如下：",
    )
    first, second = readings(f"{one}\n{two}")
    assert values(first.letter.header.addressees) == ["李明"]
    assert values(second.letter.header.addressees) == ["王芳"]


@pytest.mark.parametrize("line", ["（二）走访政协委员", "加强与人大代表", "二、联系服务代表：", "李明委员"])
def test_lines_about_deputies_in_the_middle_split_nothing(line):
    body = (*BODY[:2], line, *BODY[2:])
    (reading,) = readings(reply(body=body))
    assert line in reading.letter.text


def test_a_letter_printed_twice_is_read_once_and_told():
    (reading,) = readings(reply() + "\n" + reply())
    assert reading.letter.text == letter(reply()).text
    assert "printed_twice" in {issue.code for issue in reading.issues}


def test_the_letterhead_of_a_second_letter_goes_with_it():
    head = "苏城管函〔2023〕8号"
    first, second = readings(reply() + "\n" + head + "\n" + SECOND)
    assert head not in first.letter.text
    assert second.letter.header.document_number.value == head


def test_links_to_other_replies_below_a_letter_make_no_second_letter():
    links = "\n".join(f"关于市政协十五届三次会议第{n}号提案的答复" for n in range(1, 4))
    (reading,) = readings(reply() + "\n" + links)
    assert values(reading.letter.header.proposal_numbers) == ["0145"]


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "tune" / "letters").glob("*.txt")), ids=lambda p: p.stem
)
def test_thirty_invented_letters_of_thirty_places_are_replies_with_a_full_header(path):
    (reading,) = readings(path.read_bytes(), source=path.name)
    header = reading.letter.header
    assert reading.status == "reply"
    assert header.session
    assert header.jurisdiction
    assert header.department.basis == "signature"
    assert header.reply_date
    assert len(header.proposal_numbers) == len(header.proposal_titles) == 1
    assert header.addressees


ANSWERS_TO_OTHERS = {
    "a question online": (
        "关于增设公交站点建议的回复",
        "市民朋友：",
        "您好，您提出的关于增设公交站点的建议收悉。经研究，现回复如下：",
        "该路段客流不足。",
    ),
    "a petition": (
        "信访事项处理意见书",
        "张三同志：",
        "您反映的征地补偿问题收悉，经调查核实，现答复如下：",
        "该地块已征收。",
    ),
    "a request for information": (
        "关于张三政府信息公开申请的答复",
        "张三先生：",
        "本机关收到您提出的政府信息公开申请，现答复如下：",
        "您申请的信息不存在。",
    ),
    "a hotline": (
        "事项办理回复单",
        "赵大海先生：",
        "您通过热线反映的关于小区停车难的建议收悉，现答复如下：",
        "该小区将增设车位。",
    ),
    "a petition with a form's title": (
        "信访事项答复意见书",
        "王芳女士：",
        "您提出的关于增设站点的提案收悉，现答复如下：",
        "该路段客流不足。",
    ),
    "a letter to a paper": ("读者来信", "编辑同志：", "贵报的报道收悉，我有几点意见如下：", "应加强宣传。"),
}


@pytest.mark.parametrize("name", ANSWERS_TO_OTHERS)
def test_an_answer_to_the_public_is_no_reply_to_a_deputy(name):
    (reading,) = readings("\n".join((*ANSWERS_TO_OTHERS[name], "某市交通运输局", "2023年5月4日")))
    assert reading.status == "not_a_letter"


FORM = ("提案编号：0145", "提案标题：关于加快智能制造发展的提案", "承办单位：苏州市工业和信息化局")


def test_a_form_without_greeting_is_a_reply_only_where_it_is_answered():
    (answered,) = readings("\n".join((*FORM, "答复内容：", *BODY)))
    (asked,) = readings("\n".join((*FORM, "提案内容：", *BODY)))
    assert (answered.status, asked.status) == ("reply", "not_a_letter")
    assert answered.letter.header.department.value == "苏州市工业和信息化局"


@pytest.mark.parametrize(
    "last", [("苏州市工业和信息化局", "2023年6月30日"), ("2023年6月30日",)], ids=["signed", "dated"]
)
def test_an_organ_above_the_title_of_a_second_letter_heads_that_letter(last):
    first, second = readings(reply(signature=last) + "\n苏州市城市管理局\n" + SECOND)
    signed = first.letter.header.department
    assert (signed.value if signed else None) == (last[0] if len(last) > 1 else None)
    assert second.letter.text.startswith("苏州市城市管理局\n")
    assert second.letter.header.department.value == "苏州市城市管理局"


LISTED = (
    "一、关于加大旅游宣传的建议。2022年，地区投入文旅宣传资金860万元，推出3条精品线路。",
    "二、关于培育旅游人才的建议。与新疆旅游职业学院合作，每年培训导游60人。",
)


def test_a_title_with_session_and_number_and_a_list_below_it_is_a_reply():
    title = "塔城地区行政公署办公室关于自治州十五届人大二次会议第36号建议的答复意见"
    (reading,) = readings("\n".join((title, *LISTED)))
    assert reading.status == "reply"
    assert [section.level for section in reading.letter.sections] == [1, 1]
    assert reading.letter.header.department.value == "塔城地区行政公署办公室"
    plain = "塔城地区行政公署办公室关于旅游建议的答复意见"
    assert [one.status for one in readings("\n".join((plain, *LISTED)))] == ["not_a_letter"]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("新闻：市政协十五届三次会议第36号提案获答复", LISTED),
        ("人大代表建议第36号的答复", LISTED),
        (
            "关于市政协十五届三次会议第0145号提案的答复",
            ("1、问：如何参保。答：到社区办理，需带身份证和户口簿原件。",),
        ),
        (
            "市政协十五届三次会议第0145号提案的答复",
            ("1.关于市十六届人大二次会议第33号建议的答复。2023-01-02", "2.关于第34号提案的答复。2023-01-03"),
        ),
    ],
)
def test_a_title_alone_makes_no_reply_of_news_questions_and_lists_of_links(title, below):
    assert [one.status for one in readings("\n".join((title, *below)))] == ["not_a_letter"]


def test_the_card_of_a_reply_that_names_the_proposal_swallows_no_answer():
    card = ("标题：关于加快智能制造发展的建议", "答复内容：已办理，我局将设立专项资金五亿元。")
    assert card[1] in letter(reply(tail=card)).text


def test_traditional_characters_put_in_by_a_converter_are_told_too():
    (reading,) = readings(
        "對十四屆全國人大二次會議第0536號建議的答復\n李明代表:\n您提出的建議,由我部辦理,答復如下:"
    )
    assert "convert the letter to simplified" in reading.issues[0].hint


def test_an_opinion_whose_card_alone_names_it_is_a_reply():
    text = "\n".join(
        (
            "主题分类：建议提案答复 | |",
            "名　　称：对十四届全国人大二次会议第4127号建议的协办意见 | |",
            "国家发展改革委办公厅：",
            "经研究，我局对十四届全国人大二次会议第4127号建议提出如下协办意见：",
            "我局积极支持机场改扩建，已将该项目纳入“十四五”民航发展规划，并于2023年5月完成立项行业审查。",
            "以上意见，供贵委答复时参考。",
            "中国民用航空局综合司",
            "2024年5月20日",
        )
    )
    header = letter(text).header
    assert [fact.value for fact in header.addressees] == ["国家发展改革委办公厅"]
    assert (header.department.value, header.role.value) == ("中国民用航空局综合司", "协办")
    assert header.title.value == "对十四届全国人大二次会议第4127号建议的协办意见"
