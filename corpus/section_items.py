"""Where the parts of a letter begin: numbered headings and lines, points that are answered, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cues import either
from .listed_points import BY_NUMBER
from .named_points import ASKING, ASKING_PLAINLY, find_point
from .numerals import ONE_TO_TEN
from .page import Page, Paragraph
from .shapes import DATE, ITEM, item_number
from .signature import ANNEX
from .zones import ANSWERED, POINT_HEADING, QUOTED_HEADING, only_thanks

ORDER = ("part", "asked", "cn", "bracket", "digit", "digit_bracket", "ordinal", "yishi")
"""Kinds of numbers, outermost first: one opens a level below the nearest open kind that stands before it here."""
UNCOUNTED = ("unnumbered", "answered", "annex")
"""Parts that a letter does not number: 下一步 …, 您建议“…”。…, 附件1."""
INNER = ("ordinal", "yishi")
"""Kinds that number what stands within a part, also within one without a number."""
_IN_SERIES = ("part", "asked", "yishi", "ordinal", "digit_bracket")
"""Kinds that number nothing where no second member follows or precedes."""
SENTENCE_HEADING, CLAUSE_HEADING = 40, 60
"""Characters of a heading glued to its paragraph that ends at a full stop, and of one that ends at a comma, at most."""
_UNNUMBERED = re.compile(rf"(?P<cue>{either('unnumbered')})(?=[，,：。我将区市省县全]|$)")
_LATER_ITEM = re.compile(
    rf"[。！？](?P<item>[{ONE_TO_TEN}]{{1,2}}是|（[{ONE_TO_TEN}]{{1,2}}）|第[{ONE_TO_TEN}]，|[{ONE_TO_TEN}]、)"
)
# （一）2024年12月底前，提高补贴标准…: a time alone heads nothing.
_WHEN = re.compile(
    rf"{either('when_lead')}?(?:{DATE.pattern}|[0-9]{{4}}年(?:[0-9]{{1,2}}月)?){either('when_tail')}*，"
)
_STOP = re.compile("[。！？：；]")
# 关于明确监管职责的建议。目前…: such a part is told by its like, for a sentence may begin so.
_POINT_FIRST = re.compile(
    rf"(?P<heading>{either('point_title')}(?:“[^”]{{2,80}}”|[^，。：；“”]{{4,60}}?){either('point_end')}"
    rf"|{ASKING_PLAINLY}[^，。：；“”]{{4,60}}|关于[^，。：；“”]{{4,30}}(?=。))[。：]"
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
_ASKED_IN_LIST = re.compile(rf"{either('asker')}们?[^，。；：]{{0,8}}{either('asking')}[^，。；：]{{0,4}}\Z")
# 您建议，“扩大试点范围”。全省已…, 建议提出的“加强培养”的建议。我厅…: nothing but a part of the letter begins so.
_POINT_ASKED = re.compile(
    rf"(?P<heading>(?:{either('introducing')}(?={either('asker', 'asked_noun')}))?{ASKING}[，：]?"
    rf"“[^”]{{4,120}}”(?:[、和及]“[^”]{{2,120}}”)*(?:{either('point_end')})?"
    # 关于代表提出的由财政直接补偿的建议，因不符合…
    rf"|{either('introducing')}{either('asker')}们?{either('raised')}(?:关于)?[^，。：；“”]{{4,60}}?{either('point_asked')})[。；，]"
)
# 针对“完善冷链设施”的建议，省财政厅…, 你们提出的“支持物流”的建议十分中肯。…: told by its like, as _POINT_FIRST.
_POINT_IN_MARKS = re.compile(
    rf"(?P<heading>{either('introducing')}(?:“[^”]{{4,120}}”[、和及]?)+{either('point_end')}"
    rf"|{either('introducing')}?{ASKING}[，：]?(?:“[^”]{{4,120}}”[、和及]?)+(?:{either('point_end')})?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """The beginning of a part: its kind and ordinal (0 without one).

    `start`, `end`: where its heading stands in `Page.folded`, half-open.
    """

    kind: str
    ordinal: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """How far within a letter numbers of this kind stand, 0 for the outermost; -1 for a part without one."""
        return ORDER.index(self.kind) if self.kind in ORDER else -1


def find_items(page: Page) -> list[Item]:
    """Return where the parts of a letter begin, in text order.

    A 一是 counts only in a series whose members begin sentences.
    """
    items = _in_series([item for paragraph in page.paragraphs for item in _items(paragraph)])
    outer = next((item.start for item in items if item.kind in ORDER and item.kind not in INNER), None)
    ranked = [item for item in items if item.kind in ORDER]
    outermost = min((item.rank for item in ranked), default=0)
    last = max((item.start for item in ranked if item.rank == outermost), default=0)
    points = _answered_points(page, alone=True) if outer is None else _headed_points(page, outer, last)
    return sorted([*items, *points], key=lambda item: item.start)


def _items(paragraph: Paragraph) -> list[Item]:
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


def _announced(paragraph: Paragraph, second: int, found: Sequence[Item]) -> Iterator[Item]:
    """Yield the 一是 behind a colon whose 二是, at `second`, begins a sentence: 做好以下工作：一是建平台。二是….

    What is asked so (您建议：一是简化审批。二是…) is no part of the answer.
    """
    if any(item.kind == "yishi" and item.ordinal == 1 for item in found):
        return
    at = paragraph.folded.rfind("：一是", 0, second)
    begin = paragraph.folded.rfind("。", 0, at) + 1
    if at >= 0 and not _ASKED_IN_LIST.search(paragraph.folded, begin, at):
        yield _item(paragraph, "yishi", at + 1, at + len("：一是"))


def _unnumbered(paragraph: Paragraph) -> list[Item]:
    if ANNEX.fullmatch(paragraph.folded):
        return [Item(kind="annex", ordinal=0, start=paragraph.start, end=paragraph.end)]
    match = _UNNUMBERED.match(paragraph.folded)
    if match is None:
        return []
    end = match.end("cue")
    return [Item(kind="unnumbered", ordinal=0, start=paragraph.start, end=paragraph.start + end)]


def _headed_points(page: Page, numbered: int, last: int) -> list[Item]:
    """Return the points answered in a letter with numbers, the first at `numbered`, the `last` of the whole letter.

    Lines are such points, too, where they stand above all numbers, or below the last of the whole letter.
    """
    lines = _point_lines(page)
    first = min(lines, default=numbered)
    within = numbered < first < last
    return [*(() if within else lines.values()), *_answered_points(page, alone=False)]


def _point_lines(page: Page) -> dict[int, Item]:
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


def _answered_points(page: Page, *, alone: bool) -> list[Item]:
    """Return the paragraphs that begin with the point they answer (您建议，“…”。我局…).

    In a letter whose other parts have no numbers (`alone`), 关于…的建议。 or 针对“…”的建议，我局… is one, too, where
    another paragraph begins so; in another letter only those that name their point.
    """
    bodies = list(page.zone("body"))
    asked = [(paragraph, _POINT_ASKED.match(paragraph.folded)) for paragraph in bodies]
    named = [(paragraph, ANSWERED.match(paragraph.folded)) for paragraph in bodies]
    numbers = [(paragraph, _POINT_BY_NUMBER.match(paragraph.folded)) for paragraph in bodies]
    if not alone:
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
    found |= {p.start: _answered(p, match, "unnumbered") for p, match in (*asked, *named, *numbers) if match}
    return [*found.values()]


def _answered(paragraph: Paragraph, match: re.Match[str], kind: str) -> Item:
    return Item(kind=kind, ordinal=0, start=paragraph.start, end=paragraph.start + match.end("heading"))


def _item(paragraph: Paragraph, kind: str, begin: int, after: int) -> Item:
    text = paragraph.folded
    end = len(text) if paragraph.zone == "heading" and begin == 0 else _heading_end(text, after)
    ordinal = item_number(text[begin:after])
    return Item(kind=kind, ordinal=ordinal, start=paragraph.start + begin, end=paragraph.start + end)


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


def _in_series(items: Sequence[Item]) -> list[Item]:
    """Return the items without a 一是, 首先 or 1. that no second member follows or precedes in the same part."""
    kept = []
    for place, item in enumerate(items):
        if item.kind not in _IN_SERIES or _has_sibling(items, place):
            kept.append(item)
    return kept


def _has_sibling(items: Sequence[Item], place: int) -> bool:
    return any(_follows_on(items, place, step) for step in (1, -1))


def _follows_on(items: Sequence[Item], place: int, step: int) -> bool:
    """Return whether the nearest item of the same kind, one step on or back within the part, has the next number."""
    own = items[place]
    at = place + step
    while 0 <= at < len(items):
        other = items[at]
        if other.kind == own.kind:
            return other.ordinal == own.ordinal + step
        if other.rank < own.rank and (other.kind not in UNCOUNTED or own.kind in INNER):
            return False
        at += step
    return False
