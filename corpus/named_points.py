"""What recommendation a heading says it answers: 关于X的建议 → X."""

from __future__ import annotations

import re

from .cues import cues, either
from .listed_points import called_by_number, is_by_number, said_again
from .numerals import ONE_TO_TEN
from .page import Page
from .records import Fact
from .shapes import ITEM
from .zones import THANKS

ASKING = rf"(?:{either('asker', 'asked_noun')})*(?:在{either('asked_noun')}中)?{either('asking')}"
"""Who asked, and that they did, before what they asked for in quotation marks: 您建议，“…”, 建议提出的“…”."""
ASKING_PLAINLY = (
    rf"{either('asker')}们?(?:在{either('asked_noun')}中)?(?:{either('also_asks')})?"
    rf"(?:{either('asks')}|{either('asks_before')}(?=，|要))(?!{either('not_asks')})，?要?"
)
"""The same without quotation marks: 您建议…, 你在提案中还提出，要…."""
_ASKED_WORDS = cues()["asked"]
_INTRODUCING = cues()["introducing"]
_POINT_STARTS = (*_INTRODUCING, *cues()["point_start"], "“", "对“")
# 针对提案“扩大空间”建议, 关于建议一“设立计划”: what is quoted is the point.
_BEFORE_QUOTED = rf"(?:{either('asked_noun')}(?:中的?)?[{ONE_TO_TEN}0-9]{{0,2}}(?=“))?"
_POINT = re.compile(
    rf"(?:{either('asked')}[{ONE_TO_TEN}0-9]{{1,2}}[：、])?(?:{either('introducing')}|对(?=[“您你贵]))?{_BEFORE_QUOTED}"
    rf"(?:[\u4e00-\u9fff]{{2,4}}(?=委员|代表))?(?:{either('asked_noun')}中?(?={either('raised')})|{either('asker')}*(?:们)?)"
    rf"(?:{either('raised')}(?:关于)?)?"
    rf"(?P<point>.+?)(?P<end>{either('point_end')})"
    rf"(?:，?{either('answered_so')}|{either('answer_named', 'praised')})?[：]?"
)
# A heading glued to its answer: 针对您提出的…的建议，我局每年….
_CLAUSE = re.compile("(?:[^，“”]|“[^”]*”)*")
# 关于X的建议（部分采纳）, 关于X的建议——采纳
_VERDICT = re.compile(rf"(?:[（(]|——?){either('verdict_how')}*{either('verdict')}[）)]?$")
_ANSWER_BEHIND = re.compile(rf"(?<=”){either('answer_to_quoted')}$")  # 关于“健全机制”的答复
_QUOTED = re.compile(
    rf"(?:{either('introducing')}[^，。；：“”]{{0,16}}?)?{ASKING}[，：]?“(?P<point>[^”]+(?:”[、和及]“[^”]+)*)”"
    rf"(?:{either('point_end')})?(?:，?{either('answered_so')})?"
)
_ASKED_PLAINLY = re.compile(rf"(?:{either('introducing')})?{ASKING_PLAINLY}(?P<point>[^“”]+)")
_ABOUT = re.compile(rf"{either('point_title')}{_BEFORE_QUOTED}(?P<point>.+)")
# 关于提案中加强合作的建议
_WHERE_ASKED = re.compile(rf"{either('asked_noun')}中的?(?=.{{4}})")
_NOT_POINT = re.compile(rf".*(?:{either('not_point_end')})")
# 您建议中的具体事项, 提案所提其他建议, 暂不能采纳的建议: words that name no recommendation of their own.
_GENERIC_POINT = re.compile(
    rf"(?>{either('generic_whose', 'generic_raised', 'raised', 'asked_noun', 'generic_word')}"
    rf"|{either('verdict', 'verdict_how')})*+"
)


def find_point(page: Page, start: int, end: int) -> Fact | None:
    """Return the recommendation that a heading says it answers (关于X的建议 → X), None where it names none."""
    text = _ANSWER_BEHIND.sub("", _VERDICT.sub("", page.folded[start:end].rstrip("。：")))
    item = ITEM.match(text)
    offset = item.end() if item else 0
    rest = text[offset:]
    if item and item.lastgroup == "asked" and len(rest) >= 2 and not rest.endswith(_ASKED_WORDS):
        return page.fact(start + offset, start + len(text), "body")
    quoted = _QUOTED.fullmatch(rest) or _ASKED_PLAINLY.fullmatch(rest)
    if quoted:
        return page.fact(start + offset + quoted.start("point"), start + offset + quoted.end("point"), "body")
    clause = _CLAUSE.match(rest)
    match = _POINT.fullmatch(rest) or (_POINT.fullmatch(clause.group()) if clause else None)
    if THANKS.match(rest):
        return None
    if match is None or not (rest.startswith(_POINT_STARTS) or match["end"].startswith("的建议")):
        match = _ABOUT.fullmatch(rest)
        if match is None and item:
            return said_again(page, start + offset, start + len(text))
        unnamed = match is None or _NOT_POINT.fullmatch(rest) or len(match["point"]) < 4
        if match is None or (unnamed and not is_by_number(match["point"])):
            return None
    first, last = match.span("point")
    if match["point"].startswith("“") and match["point"].endswith("”") and match["point"].count("“") == 1:
        first, last = first + 1, last - 1
    return _named_point(page, start + offset + first, start + offset + last)


def _named_point(page: Page, start: int, end: int) -> Fact | None:
    """Return the point that a half-open range of `page.folded` names, None where its words say nothing of it."""
    where = _WHERE_ASKED.match(page.folded, start, end)
    start = where.end() if where else start
    name = page.folded[start:end]
    if is_by_number(name):
        return called_by_number(page, start, end)
    if len(name) < 2 or name in _INTRODUCING or _GENERIC_POINT.fullmatch(name):
        return None
    return page.fact(start, end, "body")
