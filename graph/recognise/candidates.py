"""Every stretch of a paragraph that could be a name: from a head word to the left, in quotes, in a list.

A candidate is a run of words; which candidates are names is decided later (features, selection). Generating is
generous: what is not generated can never be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.numerals import ONE_TO_TEN
from ontology.name_edges import name_edges

from ..records import KINDS
from .boundaries import Boundaries, ends_place
from .marks import (
    BODY,
    COUNTER,
    DIGITS,
    FRONT_HEAD,
    HARD,
    HEAD,
    LEVEL,
    PLACE,
    PUNCTUATION,
    QUOTES,
    SOFT,
    STOP,
    UNKNOWN,
)
from .words import Word, Words, joined

_LONGEST_QUOTE = 30
_LONGEST_BARE = 12
_LONGEST_BRACKET = 30
_ORGANISATION: Final = ("organisation",)
_POLICY: Final = ("policy",)
_LONGEST_PLACE = 2
"""Characters before 区 or 县 in the names of most places."""
_BARE_KINDS: Final = ("organisation", "platform")
_PHASE: Final = "期"
_PHASES: Final = frozenset(f"第{ONE_TO_TEN}")
_AFTER_ITEM: Final = frozenset("、等")
_BODY_PARTS: Final = "lLUGnabfm"
"""Kinds of words that no office of the centre stands behind: 县中办学, 市中办公 are cut elsewhere."""


class Candidate(NamedTuple):
    """Words [first, last) might be a name of one of `kinds`; word `head` (-1: none) ends it, before any bracket.

    `shape` says how it was found: head, bracket, version, phase, titled, quote, quote_tail, body, front, bare.
    """

    first: int
    last: int
    head: int
    kinds: tuple[str, ...]
    shape: str


class Ending(NamedTuple):
    """The candidates that share all but their beginnings, which are the words `firsts`."""

    firsts: Sequence[int]
    last: int
    head: int
    kinds: tuple[str, ...]
    shape: str

    def candidate(self, first: int) -> Candidate:
        """Return the candidate that begins with word `first`."""
        _, last, head, kinds, shape = self
        return Candidate(first, last, head, kinds, shape)


def endings(line: Words) -> list[Ending]:
    """Return all candidates of a paragraph, each stretch once: the first way in which it was found counts."""
    unique: list[Ending] = []
    known: dict[int, Sequence[int]] = {}
    for found in _all(Boundaries(line)):
        before = known.get(found.last)
        if before is None:
            known[found.last] = found.firsts
            unique.append(found)
            continue
        firsts = [first for first in found.firsts if first not in before]
        known[found.last] = [*before, *firsts]
        unique.append(found._replace(firsts=firsts))
    return unique


def _all(bounds: Boundaries) -> Iterator[Ending]:
    words, traits = bounds.words, bounds.traits
    for index in [index for index in bounds.telling if traits[index].anchors]:
        word, tag = words[index], words[index].tag
        if BODY in tag and not _is_torn(words, index):
            yield Ending(bounds.beginnings(index), index + 1, index, _ORGANISATION, "body")
        if word.text == FRONT_HEAD and index + 1 < len(words):
            after = words[index + 1].tag
            if PLACE in after or LEVEL in after:
                yield Ending((index,), index + 2, index, _ORGANISATION, "front")
        if HEAD in tag:
            yield from _from_head(bounds, index)
        if word.text in QUOTES and bounds.pairs.get(index, 0) > index:
            yield from _from_quote(bounds, index)
    yield from _bare(bounds)


def _from_head(bounds: Boundaries, head: int) -> Iterator[Ending]:
    words, starts = bounds.words, bounds.starts
    kinds, after = words[head].kinds, head + 1
    firsts: Sequence[int] = bounds.beginnings(head)
    if bounds.partners and kinds[0] in _BARE_KINDS and "policy" not in kinds:
        firsts = bounds.behind_partners(firsts, head)
    if bounds.steps[head] == STOP and ("policy" not in kinds or _counts_things(words, head)):
        return  # 车辆386台 and 专线3条 count, 科创20条 is a name
    if LEVEL in words[head].tag and _is_only_the_centre(words, head):
        return  # 某省|中央预算内投资
    yield Ending(firsts, after, head, kinds, "head")
    if after < len(words) and words[after].text in "（(" and after in bounds.pairs:
        close = bounds.pairs[after]
        inside = words[after + 1 : close]
        named = not any(map(_tells, inside)) and joined(inside).replace(" ", "") not in name_edges()["seal"]
        if named and starts[close] - starts[after] <= _LONGEST_BRACKET:
            yield Ending(firsts, close + 1, head, kinds, "bracket")
    elif _numbers_a_name(words, after):
        yield Ending(firsts, after + 1, head, kinds, "version")
    elif after < len(words) and words[after].text[0] in _PHASES and (last := _behind_phase(words, after)):
        yield Ending(firsts, last, head, kinds, "phase")
    if bounds.issuing and "policy" in kinds and (title := bounds.titled(head)) >= 0:
        yield Ending((title,), after, head, _POLICY, "titled")


def _is_only_the_centre(words: Sequence[Word], head: int) -> bool:
    return head > 0 and words[head].text in name_edges()["centre"] and ends_place(words[head - 1])


def _counts_things(words: Sequence[Word], measure: int) -> bool:
    """Return whether before a number and its measure word stands what 条 counts: 专线3条."""
    return joined(words[max(0, measure - 3) : measure - 1]).endswith(name_edges()["counted"])


def _is_district(words: Sequence[Word], first: int, last: int) -> bool:
    """Return whether a stretch is a place that no list has (青石区), and no brand."""
    end = words[last - 1]
    if len(end.text) != 1 or LEVEL not in end.tag or HEAD in end.tag:
        return False
    stem = words[first : last - 1]
    return len(stem) <= _LONGEST_PLACE and all(word.tag == UNKNOWN for word in stem)


def _is_torn(words: Sequence[Word], index: int) -> bool:
    """Return whether an office of the centre is torn out of other words: 中办 out of 县中|办学."""
    told = name_edges()
    if words[index].text not in told["office"]:
        return False
    after = words[index].text[-1] + (words[index + 1].text[0] if index + 1 < len(words) else "")
    return after in told["office_word"] or (index > 0 and words[index - 1].tag[0] in _BODY_PARTS)


def _numbers_a_name(words: Sequence[Word], index: int) -> bool:
    """Return whether word `index` is a number that does not count what follows: 行动2.0, but not 片区36个."""
    if index >= len(words) or words[index].tag != DIGITS:
        return False
    return index + 1 == len(words) or SOFT not in words[index + 1].tag


def _behind_phase(words: Sequence[Word], index: int) -> int:
    """Return where the phase ends that begins with word `index` (二期, 第二期), 0 where none does."""
    text = ""
    for last in range(index, min(index + 3, len(words))):
        text += words[last].text
        if text[-1] == _PHASE:
            return last + 1 if set(text[:-1]) <= _PHASES and len(text) > 1 else 0
    return 0


def _tells(word: Word) -> bool:
    """Return whether a word in brackets shows that they say something of the name, instead of being part of it."""
    return HARD in word.tag or COUNTER in word.tag


def _from_quote(bounds: Boundaries, open_: int) -> Iterator[Ending]:
    """Yield what stands in the quotes, and names that the quoted part ends: 科技金融“赋能计划”."""
    words, close = bounds.words, bounds.pairs[open_]
    if close - open_ < 2 or bounds.starts[close] - bounds.starts[open_] > _LONGEST_QUOTE:
        return
    head = close - 1 if HEAD in words[close - 1].tag else -1
    yield Ending((open_ + 1,), close, head, KINDS, "quote")
    if open_ and words[open_ - 1].tag != PUNCTUATION and HARD not in words[open_ - 1].tag:
        yield Ending(bounds.beginnings(open_ - 1), close + 1, head, KINDS, "quote_tail")
    if _numbers_a_name(words, close + 1):
        yield Ending((open_,), close + 2, -1, KINDS, "version")


def _bare(bounds: Boundaries) -> Iterator[Ending]:
    """Yield short stretches without a head word: brands in a list, or between two words that enclose a name.

    Outside lists only those that hold something no dictionary has, or a place.
    """
    words, starts, begins, traits = bounds.words, bounds.starts, bounds.begins, bounds.traits
    size = len(words)
    firsts: dict[int, list[int]] = {}
    for first, here in enumerate(traits):
        if not (begins[first] and here.opens_bare and (first == 0 or traits[first - 1].before_bare)):
            continue
        proper = listed = first > 0 and words[first - 1].text == "、"
        limit = starts[first] + _LONGEST_BARE
        for last in range(first + 1, size + 1):
            inner = traits[last - 1]
            if inner.breaks or starts[last] > limit:
                break
            proper = proper or inner.proper
            if not proper and not (last < size and words[last].text in _AFTER_ITEM):
                continue
            enclosed = last == size or (traits[last].follows and (listed or traits[last].after_bare))
            named = enclosed and inner.closes_bare and starts[last] - starts[first] > 1
            if named and not _is_district(words, first, last):
                firsts.setdefault(last, []).append(first)
    for last, beginnings in firsts.items():
        yield Ending(beginnings, last, -1, _BARE_KINDS, "bare")
