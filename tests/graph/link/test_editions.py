"""Documents with one title: the one in force and its predecessor are two, a title without its year is the same one."""

import re
from dataclasses import replace

import msgspec
import pytest
from linking import letter, linked

from corpus.records import Span

PLAN = "漳州市养老提升方案"
NEW = f"{PLAN}（2025—2027年）"


def told(text, *, aliases=()):
    """Return the entity of each title in marks, in text order."""
    found = list(re.finditer(r"《([^》]+)》", text))
    names = [match[1] for match in found]
    spans = [Span(start=match.start() + 1, end=match.end() - 1) for match in found]
    made, recognised = letter("x", "漳州市", *((name, "policy") for name in names), aliases=aliases)
    mentions = tuple(
        msgspec.structs.replace(mention, mention_id=f"x.m{span.start}-{span.end}", span=span)
        for mention, span in zip(recognised.mentions, spans, strict=True)
    )
    made = replace(made, text=text)
    linking = linked((made, replace(recognised, mentions=mentions)))
    return [linking.links[mention.mention_id].entity_ids for mention in mentions]


@pytest.mark.parametrize(
    "text",
    [
        f"《{NEW}》已起草，拟印发，接续此前实施的《{PLAN}》。",
        f"我局印发《{NEW}》，取代《{PLAN}》。",
        f"《{NEW}》替代2019年的《{PLAN}》。",
        f"《{NEW}》自明年起施行，《{PLAN}》同时废止。",
        f"《{NEW}》接力推进，原《{PLAN}》不再执行。",
        f"《{PLAN}》到期后，我局印发《{NEW}》。",
        f"在《{PLAN}》的基础上，我局起草《{NEW}》。",
        "《漳州市高龄津贴办法（试行）》已失效，由《漳州市高龄津贴办法》接替。",
    ],
)
def test_a_document_and_the_one_before_it_are_two(text):
    first, second = told(text)
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        f"我局印发《{NEW}》，《{PLAN}》提出12项措施。",
        f"我局修订《{NEW}》，修订后的《{PLAN}》已施行。",
        f"我局落实《{NEW}》。取代老旧设备300台，《{PLAN}》目标完成。",
        "我局印发《漳州市高龄津贴办法（试行）》，按照《漳州市高龄津贴办法》发放。",
        f"我局印发《{NEW}》。该项目到期后继续实施，《{PLAN}》明确了责任。",
    ],
)
def test_a_title_without_its_year_is_the_same_document(text):
    first, second = told(text)
    assert first == second


def test_a_bare_word_points_to_the_document_named_last():
    first, second = "漳州市托育服务的意见", "关于加强护理队伍建设的指导意见"
    text = f"《{first}》（以下简称《意见》）已印发。\n我局印发《{second}》。上述《意见》明确了目标。"
    found = told(text, aliases=[(first, "意见")])
    assert found[3] == found[2] != found[0] == found[1]


@pytest.mark.parametrize(
    "text",
    [
        "《漳州市科技平台办法》实施三年后，我局印发《漳州市科技平台办法（2023年修订）》。",
        "2019年印发《漳州市工业发展意见》，今年作了修订，形成《漳州市工业发展意见（修订版）》。",
    ],
)
def test_a_later_edition_is_another_document_than_the_one_named_before_it(text):
    first, second = told(text)
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "我局修订《漳州市科技平台办法（2023年修订）》，按照《漳州市科技平台办法》兑现补助。",
        "《中华人民共和国职业教育法》施行多年，《中华人民共和国职业教育法（2022年修订）》明确了地位。",
        "《福建省科技进步条例》施行后，省里通过《福建省科技进步条例（2021年修订）》。",
    ],
)
def test_an_edition_named_again_without_its_year_and_a_revised_statute_are_one_document(text):
    first, second = told(text)
    assert first == second
