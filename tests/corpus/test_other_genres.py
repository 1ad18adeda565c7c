"""Texts that are near to replies and are none, and replies that look like them."""

import pytest
from reply_letters import BODY, OPENING, SALUTATION, SIGNATURE, readings, reply

SIGNED = "昆山市城市管理局\n2024年5月6日"
OTHERS = {
    "an answer to prosecutors": "关于昆检建〔2024〕7号检察建议书的复函\n"
    "昆山市人民检察院：\n贵院《检察建议书》收悉，现将整改情况回复如下：\n"
    f"我局立即组织排查，发现问题九个，已整改到位。\n{SIGNED}",
    "an answer to a court": "关于司法建议的答复\n昆山市人民法院：\n贵院司法建议收悉。经研究，现答复如下：\n"
    f"我局将规范执法程序。\n{SIGNED}",
    "comments on a draft": "关于《绿化条例（征求意见稿）》意见的函\n"
    "市司法局：\n贵局来函收悉。经研究，提出如下意见和建议：\n"
    f"第三条建议修改为“种植乡土树种”。\n{SIGNED}",
    "a report on a year's work": "关于2024年人大建议和政协提案办理情况的报告\n"
    "市政府办公室：\n我局共承办建议提案二十三件，现将情况报告如下：\n"
    f"面商率百分之百，全部按期办结。\n{SIGNED}",
    "a mayor's letterbox": "关于增设路灯的建议\n来信人：某先生\n来信内容：建议在东门增设路灯。\n"
    "回复内容：您提出的建议收悉，现回复如下：经勘察，将于下月增设。",
    "a message board": "网友您好！您的留言收悉，现答复如下：年满六周岁可以入学。感谢您提出的宝贵建议。",
    "a notice with a sample": "关于规范提案答复格式的通知\n各承办单位：\n现将答复格式印发给你们，请遵照执行。\n附件：\n"
    "关于市政协X届X次会议第XX号提案的答复\nXXX委员：\n您提出的《XXX》收悉，现答复如下：",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_text_of_another_genre_is_no_reply(text):
    assert [reading.status for reading in readings(text)] == ["not_a_letter"]


@pytest.mark.parametrize(
    "text",
    [
        reply(head=("2024年人大建议政协提案办理情况",), title=""),
        reply(head=("通知公告", "建议提案办理")),
        reply(title="关于推广检察建议制度的提案的答复"),
        reply(
            title="",
            salutation="民建苏州市委会：",
            opening="贵会提出的《关于建设实训基地的建议》收悉，现答复如下：",
        ),
        "\n".join(("市工业和信息化局：", "现将第0145号提案的会办意见函复如下：", *BODY, *SIGNATURE)),
        "\n".join(("留言板", "关于市政协十五届三次会议第0145号提案的答复", SALUTATION, OPENING, *BODY)),
    ],
    ids=[
        "column of a year",
        "column of notices",
        "of prosecutors",
        "to a party",
        "to an organ",
        "column of letters",
    ],
)
def test_a_reply_that_looks_like_another_text_is_one(text):
    assert [reading.status for reading in readings(text)] == ["reply"]
