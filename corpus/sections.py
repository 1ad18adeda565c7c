"""The numbered parts of a letter, as a tree, with the recommendation each says it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cues import cues, either
from .listed_points import BY_NUMBER, called_by_number, is_by_number, said_again
from .numerals import ONE_TO_TEN
from .page import Page, Paragraph
from .records import Fact, Section, Span
from .shapes import DATE, ITEM, item_number
from .signature import ANNEX
from .zones import ANSWERED, POINT_HEADING, QUOTED_HEADING, THANKS, only_thanks

# Outermost first; a kind of number opens one level below the nearest open kind that stands before it here.
ORDER = ("part", "asked", "cn", "bracket", "digit", "digit_bracket", "ordinal", "yishi")
_UNCOUNTED = ("unnumbered", "answered", "annex")
"""Parts that a letter does not number: 下一步 …, 您建议“…”。…, 附件1."""
_INNER = ("ordinal", "yishi")
"""Kinds that number what stands within a part, also within one without a number."""
_ASKED_WORDS = cues()["asked"]
SENTENCE_HEADING = 40
CLAUSE_HEADING = 60
_UNNUMBERED = re.compile(rf"(?P<cue>{either('unnumbered')})(?=[，,：。我将区市省县全]|$)")
_LATER_ITEM = re.compile(
    rf"[。！？](?P<item>[{ONE_TO_TEN}]{{1,2}}是|（[{ONE_TO_TEN}]{{1,2}}）|第[{ONE_TO_TEN}]，|[{ONE_TO_TEN}]、)"
)
# （一）2024年12月底前，提高补贴标准…: a time alone heads nothing.
_WHEN = re.compile(
    rf"{either('when_lead')}?(?:{DATE.pattern}|[0-9]{{4}}年(?:[0-9]{{1,2}}月)?){either('when_tail')}*，"
)
# 针对提案“扩大空间”建议, 关于建议一“设立计划”: what is quoted is the point.
_BEFORE_QUOTED = rf"(?:{either('asked_noun')}(?:中的?)?[{ONE_TO_TEN}0-9]{{0,2}}(?=“))?"
_POINT = re.compile(
    rf"(?:{either('asked')}[{ONE_TO_TEN}0-9]{{1,2}}[：、])?(?:{either('introducing')}|对(?=[“您你贵]))?{_BEFORE_QUOTED}"
    rf"(?:[\u4e00-\u9fff]{{2,4}}(?=委员|代表))?(?:{either('asked_noun')}中?(?={either('raised')})|{either('asker')}*(?:们)?)"
    rf"(?:{either('raised')}(?:关于)?)?"
    rf"(?P<point>.+?)(?P<end>{either('point_end')})"
    rf"(?:，?{either('answered_so')}|{either('answer_named', 'praised')})?[：]?"
)
_INTRODUCING = cues()["introducing"]
_POINT_STARTS = (*_INTRODUCING, *cues()["point_start"], "“", "对“")
_STOP = re.compile("[。！？：；]")
# 您建议…, 你在提案中还提出，要…
_ASKING_PLAINLY = (
    rf"{either('asker')}们?(?:在{either('asked_noun')}中)?(?:{either('also_asks')})?"
    rf"(?:{either('asks')}|{either('asks_before')}(?=，|要))(?!{either('not_asks')})，?要?"
)
# 关于明确监管职责的建议。目前…: such a part is told by its like, for a sentence may begin so.
_POINT_FIRST = re.compile(
    rf"(?P<heading>{either('point_title')}(?:“[^”]{{2,80}}”|[^，。：；“”]{{4,60}}?){either('point_end')}"
    rf"|{_ASKING_PLAINLY}[^，。：；“”]{{4,60}}|关于[^，。：；“”]{{4,30}}(?=。))[。：]"
)
# A line of its own, the answer below it: 关于完善政策的建议.
_POINT_LINE = re.compile(
    rf"(?P<heading>{either('point_title')}(?:“[^”]{{2,80}}”|[^，。：；“”]{{4,60}}?){either('point_end')}"
    rf"|(?:{either('introducing')})?(?:{either('asker')}们?{either('raised')}的?)?{BY_NUMBER})"
)
_BY_NUMBER = re.compile(BY_NUMBER)
# 关于第三条建议，我局…: of the whole letter wherever it stands.
_POINT_BY_NUMBER = re.compile(
    rf"(?P<heading>(?:{either('introducing')}|对)(?:{either('asker')}们?{either('raised')}的?)?{BY_NUMBER})[，。：；]"
)
# 您建议，“扩大试点范围”。全省已…, 建议提出的“加强培养”的建议。我厅…: nothing but a part of the letter begins so.
_ASKING = rf"(?:{either('asker', 'asked_noun')})*(?:在{either('asked_noun')}中)?{either('asking')}"
_ASKED_IN_LIST = re.compile(rf"{either('asker')}们?[^，。；：]{{0,8}}{either('asking')}[^，。；：]{{0,4}}\Z")
_POINT_ASKED = re.compile(
    rf"(?P<heading>(?:{either('introducing')}(?={either('asker', 'asked_noun')}))?{_ASKING}[，：]?"
    rf"“[^”]{{4,120}}”(?:[、和及]“[^”]{{2,120}}”)*(?:{either('point_end')})?"
    # 关于代表提出的由财政直接补偿的建议，因不符合…
    rf"|{either('introducing')}{either('asker')}们?{either('raised')}(?:关于)?[^，。：；“”]{{4,60}}?{either('point_asked')})[。；，]"
)
# 针对“完善冷链设施”的建议，省财政厅…, 你们提出的“支持物流”的建议十分中肯。…: told by its like, as _POINT_FIRST.
_POINT_IN_MARKS = re.compile(
    rf"(?P<heading>{either('introducing')}(?:“[^”]{{4,120}}”[、和及]?)+{either('point_end')}"
    rf"|{either('introducing')}?{_ASKING}[，：]?(?:“[^”]{{4,120}}”[、和及]?)+(?:{either('point_end')})?)"
)
# A heading glued to its answer: 针对您提出的…的建议，我局每年….
_CLAUSE = re.compile("(?:[^，“”]|“[^”]*”)*")
# 关于X的建议（部分采纳）, 关于X的建议——采纳
_VERDICT = re.compile(rf"(?:[（(]|——?){either('verdict_how')}*{either('verdict')}[）)]?$")
_ANSWER_BEHIND = re.compile(rf"(?<=”){either('answer_to_quoted')}$")  # 关于“健全机制”的答复
_QUOTED = re.compile(
    rf"(?:{either('introducing')}[^，。；：“”]{{0,16}}?)?{_ASKING}[，：]?“(?P<point>[^”]+(?:”[、和及]“[^”]+)*)”"
    rf"(?:{either('point_end')})?(?:，?{either('answered_so')})?"
)
_ASKED_PLAINLY = re.compile(rf"(?:{either('introducing')})?{_ASKING_PLAINLY}(?P<point>[^“”]+)")
_ABOUT = re.compile(rf"{either('point_title')}{_BEFORE_QUOTED}(?P<point>.+)")
# 关于提案中加强合作的建议
_WHERE_ASKED = re.compile(rf"{either('asked_noun')}中的?(?=.{{4}})")
_NOT_POINT = re.compile(rf".*(?:{either('not_point_end')})")
# 您建议中的具体事项, 提案所提其他建议, 暂不能采纳的建议: words that name no recommendation of their own.
_GENERIC_POINT = re.compile(
    rf"(?>{either('generic_whose', 'generic_raised', 'raised', 'asked_noun', 'generic_word')}"
    rf"|{either('verdict', 'verdict_how')})*+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A numbered heading found in the folded text: its kind, ordinal, and half-open ranges."""

    kind: str
    ordinal: int
    start: int
    end: int


def find_sections(page: Page, letter_id: str) -> tuple[Section, ...]:
    """Return the sections in text order; ids are `{letter_id}.s{n}` from 1.

    Levels: 1 is the outermost numbered kind of the letter, 0 an unnumbered part (下一步 …). Such a part is of the whole
    letter, or of the numbered one in which it stands: see `_ranks`. A 一是 counts only in a series whose members begin
    sentences.
    """
    items = _in_series([item for paragraph in page.paragraphs for item in _items(paragraph)])
    outer = next((item.start for item in items if item.kind in ORDER and item.kind not in _INNER), None)
    ranked = [item for item in items if item.kind in ORDER]
    last = max((item.start for item in ranked if _rank(item) == min(map(_rank, ranked))), default=0)
    points = _answered_points(page, alone=True) if outer is None else _headed_points(page, outer, last)
    items = sorted([*items, *points], key=lambda item: item.start)
    signed = next((each.start for each in page.zone("signature")), len(page.folded))
    items = [item for item in items if item.start < signed or _annexed(items, item, signed)]
    body = _end_of_body(page, signed)
    ranks = _ranks(items)
    sections: list[Section] = []
    stack: list[tuple[float, Section]] = []
    for place, item in enumerate(items):
        while stack and stack[-1][0] >= ranks[place]:
            stack.pop()
        numbered = [section for _, section in stack if section.level]
        section = _section(
            page,
            item,
            f"{letter_id}.s{place + 1}",
            stack[-1][1].section_id if stack else None,
            0 if item.kind in _UNCOUNTED else len(numbered) + 1,
            _extent(items, ranks, place, body if item.start < signed else len(page.folded)),
        )
        stack.append((ranks[place], section))
        sections.append(section)
    return tuple(sections)


def _section(page: Page, item: _Item, section_id: str, parent: str | None, level: int, end: int) -> Section:
    heading = page.span(item.start, item.end)
    return Section(
        section_id=section_id,
        parent=parent,
        level=level,
        heading=page.text[heading.start : heading.end],
        heading_span=heading,
        span=Span(start=heading.start, end=page.span(item.start, max(end, item.end)).end),
        point=find_point(page, item.start, item.end),
    )


def _extent(items: Sequence[_Item], ranks: Sequence[float], place: int, limit: int) -> int:
    """Return where in `page.folded` the part of the item at `place` ends: before the next of its rank or above."""
    own = items[place]
    for later, rank in zip(items[place + 1 :], ranks[place + 1 :], strict=True):
        if rank <= ranks[place]:
            limit = min(limit, later.start - 1)
            break
    return max(limit, own.end)


def _annexed(items: Sequence[_Item], item: _Item, signed: int) -> bool:
    """Return whether an item below the signature stands in an annex that has a heading, or is that heading."""
    return any(one.kind == "annex" and signed <= one.start <= item.start for one in items)


def _ranks(items: Sequence[_Item]) -> list[float]:
    """Return how far within the letter each item stands, 0 for the outermost kind of number.

    A part without a number is of the whole letter (-1), unless a series that is open before it goes on behind it:
    一、甲, 下一步 …, 二、乙. Then it is of 一, half a rank below; so is the last of a letter that has such parts.
    """
    ranks: list[float] = []
    opened: list[_Item] = []
    within = False
    for place, item in enumerate(items):
        rank: float = _rank(item)
        if item.kind == "answered":
            rank = len(ORDER)  # whatever is numbered ends it
        elif item.kind == "unnumbered":
            home = _home(opened, items[place + 1 :]) or (opened[0] if opened and within else None)
            within = within or home is not None
            rank = -1 if home is None else _rank(home) + 0.5
        opened = [one for one in opened if _rank(one) < rank]
        if item.kind not in _UNCOUNTED:
            opened.append(item)
        ranks.append(rank)
    return ranks


def _home(opened: Sequence[_Item], later: Sequence[_Item]) -> _Item | None:
    """Return the innermost open item whose series goes on in what stands behind; None where none does."""
    for item in reversed(opened):
        following = next((one for one in later if one.kind == item.kind), None)
        if item.kind not in _INNER and following is not None and following.ordinal == item.ordinal + 1:
            return item
    return None


def _rank(item: _Item) -> int:
    """Return how far within a letter numbers of this kind stand, 0 for the outermost; -1 for a part without one."""
    return ORDER.index(item.kind) if item.kind in ORDER else -1


def _end_of_body(page: Page, signed: int) -> int:
    """Return where in `page.folded` closing, signature (at `signed`) and contact begin; annexes stand below them."""
    spoken = [each.end for each in page.zone("heading", "body", "opening") if each.start < signed]
    return spoken[-1] if spoken else len(page.folded)


def _items(paragraph: Paragraph) -> list[_Item]:
    if paragraph.zone not in ("heading", "body", "opening", "closing"):
        return []
    if paragraph.zone == "closing":
        return _unnumbered(paragraph)
    found = []
    match = ITEM.match(paragraph.folded)
    if match and paragraph.zone != "opening" and not only_thanks(match):
        found.append(_item(paragraph, match.lastgroup or "", 0, match.end()))
    elif match is None:
        found.extend(_unnumbered(paragraph))
    for later in _LATER_ITEM.finditer(paragraph.folded):
        inner = ITEM.match(paragraph.folded, later.start("item"))
        if inner and not (inner.lastgroup == "cn" and paragraph.zone != "body"):
            if inner.lastgroup == "yishi" and inner.group() == "二是":
                found.extend(_announced(paragraph, inner.start(), found))
            found.append(_item(paragraph, inner.lastgroup or "", inner.start(), inner.end()))
    return found


def _announced(paragraph: Paragraph, second: int, found: Sequence[_Item]) -> Iterator[_Item]:
    """Yield the 一是 behind a colon whose 二是, at `second`, begins a sentence: 做好以下工作：一是建平台。二是….

    What is asked so (您建议：一是简化审批。二是…) is no part of the answer.
    """
    if any(item.kind == "yishi" and item.ordinal == 1 for item in found):
        return
    at = paragraph.folded.rfind("：一是", 0, second)
    begin = paragraph.folded.rfind("。", 0, at) + 1
    if at >= 0 and not _ASKED_IN_LIST.search(paragraph.folded, begin, at):
        yield _item(paragraph, "yishi", at + 1, at + len("：一是"))


def _unnumbered(paragraph: Paragraph) -> list[_Item]:
    if ANNEX.fullmatch(paragraph.folded):
        return [_Item(kind="annex", ordinal=0, start=paragraph.start, end=paragraph.end)]
    match = _UNNUMBERED.match(paragraph.folded)
    if match is None:
        return []
    end = match.end("cue")
    return [_Item(kind="unnumbered", ordinal=0, start=paragraph.start, end=paragraph.start + end)]


def _headed_points(page: Page, numbered: int, last: int) -> list[_Item]:
    """Return the points answered in a letter with numbers, the first at `numbered`, the `last` of the whole letter.

    Lines are such points, too, where they stand above all numbers, or below the last of the whole letter.
    """
    lines = _point_lines(page)
    first = min(lines, default=numbered)
    within = numbered < first < last
    return [*(() if within else lines.values()), *_answered_points(page, alone=False)]


def _point_lines(page: Page) -> dict[int, _Item]:
    """Return, by where they start, the lines that are nothing but a point answered below them.

    Of those that do not call it by its number there must be several.
    """
    bodies = list(page.zone("body", "heading"))
    found = [(paragraph, _POINT_LINE.fullmatch(paragraph.folded)) for paragraph in bodies]
    lines = {
        paragraph.start: _answered(paragraph, match, "unnumbered")
        for (paragraph, match), (_, below) in pairwise(found)
        if match and not below
    }
    numbers = {
        start: line for start, line in lines.items() if _BY_NUMBER.search(page.folded, start, line.end)
    }
    return lines if len(lines) > 1 else numbers


def _answered_points(page: Page, *, alone: bool) -> list[_Item]:
    """Return the paragraphs that begin with the point they answer (您建议，“…”。我局…).

    In a letter whose other parts have no numbers (`alone`), 关于…的建议。 or 针对“…”的建议，我局… is one, too, where
    another paragraph begins so; in another letter only those that name their point.
    """
    bodies = list(page.zone("body"))
    asked = [(paragraph, _POINT_ASKED.match(paragraph.folded)) for paragraph in bodies]
    named = [(paragraph, ANSWERED.match(paragraph.folded)) for paragraph in bodies]
    if not alone:
        numbers = [(paragraph, _POINT_BY_NUMBER.match(paragraph.folded)) for paragraph in bodies]
        within = {p.start: _answered(p, match, "answered") for p, match in (*asked, *named) if match}
        within |= {p.start: _answered(p, match, "unnumbered") for p, match in numbers if match}
        return [item for item in within.values() if find_point(page, item.start, item.end)]
    like = [
        (paragraph, _POINT_FIRST.match(paragraph.folded) or _POINT_IN_MARKS.match(paragraph.folded))
        for paragraph in bodies
    ]
    found = {paragraph.start: _answered(paragraph, match, "unnumbered") for paragraph, match in like if match}
    if len(found) == 1:
        found = {}
    found |= _point_lines(page)
    numbers = [(paragraph, _POINT_BY_NUMBER.match(paragraph.folded)) for paragraph in bodies]
    found |= {p.start: _answered(p, match, "unnumbered") for p, match in (*asked, *named, *numbers) if match}
    return [*found.values()]


def _answered(paragraph: Paragraph, match: re.Match[str], kind: str) -> _Item:
    return _Item(kind=kind, ordinal=0, start=paragraph.start, end=paragraph.start + match.end("heading"))


def _item(paragraph: Paragraph, kind: str, begin: int, after: int) -> _Item:
    text = paragraph.folded
    end = len(text) if paragraph.zone == "heading" and begin == 0 else _heading_end(text, after)
    ordinal = item_number(text[begin:after])
    return _Item(kind=kind, ordinal=ordinal, start=paragraph.start + begin, end=paragraph.start + end)


def _heading_end(text: str, after: int) -> int:
    """Return where a heading glued to its paragraph ends: behind its point, at a near full stop, else at a comma."""
    named = POINT_HEADING.match(text, after) or QUOTED_HEADING.match(text, after)
    if named:
        return named.end()
    stop = _STOP.search(text, after)
    end = stop.start() if stop else len(text)
    if end - after <= SENTENCE_HEADING and (stop is None or stop.group() != "；"):
        return end
    when = _WHEN.match(text, after)
    comma = text.find("，", when.end() if when else after, min(end, after + CLAUSE_HEADING))
    return comma if comma > 0 else min(end, after + CLAUSE_HEADING)


def _in_series(items: Sequence[_Item]) -> list[_Item]:
    """Return the items without a 一是, 首先 or 1. that no second member follows or precedes in the same part."""
    kept = []
    for place, item in enumerate(items):
        if item.kind not in ("part", "asked", "yishi", "ordinal", "digit_bracket") or _has_sibling(
            items, place
        ):
            kept.append(item)
    return kept


def _has_sibling(items: Sequence[_Item], place: int) -> bool:
    return any(_follows_on(items, place, step) for step in (1, -1))


def _follows_on(items: Sequence[_Item], place: int, step: int) -> bool:
    """Return whether the nearest item of the same kind, one step on or back within the part, has the next number."""
    own = items[place]
    at = place + step
    while 0 <= at < len(items):
        other = items[at]
        if other.kind == own.kind:
            return other.ordinal == own.ordinal + step
        if _rank(other) < _rank(own) and (other.kind not in _UNCOUNTED or own.kind in _INNER):
            return False
        at += step
    return False


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
