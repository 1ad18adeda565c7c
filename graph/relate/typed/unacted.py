"""What a sentence speaks of and nobody does: what comes of a thing, what is not ripe, what others are asked to do.

What a plan holds (规划主要内容为：建设X) is no deed of who is understood to act either: the plan is another's as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from corpus.records import Span

from ...records import Claim
from ..clause_roles import any_clause_word, holds_word
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, kind_class
from ..status import clause_bounds, part_bounds
from ..wishes import own_clause
from .actors import lead_pattern

_DESIGNATED: Final = "designated_as"
_DONE_BY_SOMEBODY: Final = frozenset({"established", "implements", "issued"})


def without_unacted(masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence but those of what nobody does; what somebody named is asked to do is planned."""
    if _trigger().search(masked.text) is None:
        yield from claims
        return
    for claim in claims:
        at = _later_end(masked, claim)
        if _serves(masked, claim, at):
            continue
        if any(is_so(masked.text, at) for is_so in (_comes_of_it, _is_unripe, _is_put_off, _is_judged)):
            continue
        asked = _asks(masked.text, at)
        if None not in (claim.source_span, claim.target_span):
            planned = asked and claim.status != "planned"
            yield msgspec.structs.replace(claim, status="planned", cue=asked) if planned else claim
        elif not (asked or _is_content(masked.text, at) or _is_of_unnamed(masked.text, claim, at)):
            yield claim


def _later_end(masked: MaskedSentence, claim: Claim) -> int:
    """Where the later of the names that a claim ties begins in the masked text."""
    starts = [each.start for each in (claim.source_span, claim.target_span) if each]
    return bisect_left(masked.offsets, max(starts)) if starts else 0


def _comes_of_it(text: str, at: int) -> bool:
    """Whether the clause up to a name only says what a thing is good for: 项目有利于提升X配套水平."""
    return _conducive().search(text, clause_bounds(text, at)[0], at) is not None


def _serves(masked: MaskedSentence, claim: Claim, at: int) -> bool:
    """Whether a clause that names nobody who does it only says what its matter is good for: 对建设X具有重要意义."""
    if claim.relation not in _DONE_BY_SOMEBODY or not _serving().match(masked.text, at):
        return False
    start, _ = clause_bounds(masked.text, at)
    acting = claim.source_span
    if acting and bisect_left(masked.offsets, acting.start) >= start and not _is_place_alone(masked, acting):
        return False
    return _for_its_good().search(masked.text, start, at) is not None


def _is_place_alone(masked: MaskedSentence, span: Span) -> bool:
    at = bisect_left(masked.offsets, span.start)
    return any(name.kind == "place" for name in masked.names_in(at, at + 1))


@cache
def _serving() -> re.Pattern[str]:
    return re.compile(rf"[{ANY_NAME}][”》]?[^，。；：]{{0,4}}?{any_clause_word('serving')}")


@cache
def _for_its_good() -> re.Pattern[str]:
    """对我市建设X, 为甲市打造X: the beginning of what something is good for."""
    return re.compile(r"[对为](?:于)?[^，。；：]{0,16}[“《]?\Z")


def _is_unripe(text: str, at: int) -> bool:
    """Whether a clause goes on behind a name that it cannot be yet: 成立X条件暂不成熟."""
    return _unripe().match(text, at) is not None


def _is_put_off(text: str, at: int) -> bool:
    """Whether a clause goes on that a matter did not get on: 与甲共建中心一事因故暂未落实."""
    return _put_off().match(text, at) is not None


def _is_judged(text: str, at: int) -> bool:
    """Whether a clause goes on that those named only heed a matter, or what good a thing would be.

    甲与乙等会办单位高度重视提案, but 甲与乙高度重视，联合开展护学; 设置X也是重要手段.
    """
    found = _judged().match(text, at)
    if found is None:
        return False
    return not (found["heeded"] and holds_word("together", text, found.end(), part_bounds(text, at)[1]))


def _asks(text: str, at: int) -> str:
    """Return the word by which the part up to a name asks others for what it tells (请贵局会同甲落实), or nothing."""
    start, _ = part_bounds(text, at)
    found = _asking().search(text, start, at)
    if found is None or "了" in text[found.end() : at] or own_clause().search(text, found.end(), at):
        return ""
    return found["word"]


def _is_content(text: str, at: int) -> bool:
    """Whether the part up to a name says what a paper holds: 该规划主要任务是：建设X."""
    return _content().search(text, part_bounds(text, at)[0], at) is not None


def _is_of_unnamed(text: str, claim: Claim, at: int) -> bool:
    """Whether a clause begins with something unnamed, or an unknown 我市, that got the honour: 古城街被评为X."""
    if claim.relation != _DESIGNATED or claim.source_span is not None:
        return False
    return _honoured().match(text, clause_bounds(text, at)[0], at) is not None


@cache
def _honoured() -> re.Pattern[str]:
    names = f"{ANY_NAME}{ANY_PLACE}"
    own = any_clause_word("self", "adverb", "before_honour")
    return re.compile(
        rf"(?>{lead_pattern().pattern})(?!{own})[^，。；：{names}]{{2,12}}?[^，。；：]{{0,16}}?{any_clause_word('honouring')}"
    )


@cache
def _trigger() -> re.Pattern[str]:
    words = any_clause_word(
        "serving", "conducive", "addressing", "meeting", "content", "honouring", "caring", "means_of"
    )
    return re.compile(rf"{words}|请|一事|事宜|事项")


@cache
def _conducive() -> re.Pattern[str]:
    return re.compile(any_clause_word("conducive"))


@cache
def _unripe() -> re.Pattern[str]:
    names = f"[{ANY_NAME}{ANY_PLACE}]"
    return re.compile(
        rf"{names}[^，。；：]{{0,6}}?(?:条件|时机)[^，。；：]{{0,4}}?[不未][^，。；：]{{0,2}}?{any_clause_word('meeting')}"
    )


@cache
def _put_off() -> re.Pattern[str]:
    not_yet = any_clause_word("unrealised", "negation")
    return re.compile(rf"[^，。；：]{{1,24}}?(?:一事|事宜|事项)[^，。；：]{{0,16}}?{not_yet}")


@cache
def _judged() -> re.Pattern[str]:
    heeded = rf"(?:等[^，。；：]{{0,10}})?(?:都|均|也|一直|历来)?{any_clause_word('caring')}"
    good = rf"(?:也|都|均|同样|不失)?[是为][^，。；：]{{0,24}}?{any_clause_word('means_of')}(?:之一)?(?=[，。；]|$)"
    name = f"[{ANY_NAME}{ANY_PLACE}]"
    return re.compile(rf"{name}(?:[、和及与同]{name})*(?:(?P<heeded>{heeded})|{good})")


@cache
def _asking() -> re.Pattern[str]:
    """A clause that begins by asking its reader or somebody named: 请您…, 请甲局…, but 提请甲局."""
    word = rf"(?P<word>{any_clause_word('addressing')}|请(?=[{ANY_NAME}{ANY_PLACE}]))"
    return re.compile(rf"(?:^|(?<=[，；：。])){lead_pattern().pattern}{word}")


@cache
def _content() -> re.Pattern[str]:
    paper = rf"(?:[{kind_class('policy')}]》?|{any_clause_word('paper')}》?)"
    said = r"(?:主要)?(?:是|为|有|包括|包含|涵盖|如下)?"
    return re.compile(
        rf"{paper}的?[^，。；：]{{0,4}}?{any_clause_word('content')}{said}(?:：|(?<=[是为有括含盖]))"
    )
