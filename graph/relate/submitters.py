"""Which of several proposers submitted which of several proposals, where the letter pairs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from corpus.records import Fact, Letter, Zone
from ontology.submitting_words import SubmittingRole, submitting_words
from ontology.tsv import any_word

_ZONES: frozenset[Zone] = frozenset({"title", "letterhead", "salutation", "opening"})
_JOINT = re.compile(
    r"(?:等?[0-9一二三四五六七八九十百两]*[名位]?(?:委员|代表|同志)?们?|（[^（）]*）)?[、，和与及以]{0,2}"
)
"""Between two proposers of one proposal: 李明、王芳委员."""
_TO_PROPOSAL = re.compile(r"(?!.*[您你]们?提)[^。；：\n《]{0,40}《?(?:（?第|编号)?")
"""Between a proposer and what he submitted: 李明委员在会议期间提出的《, 李明委员第."""
_NEXT = re.compile(r"号?(?:的?(?:提案|建议))*[》）号]*(?:的?(?:提案|建议))*[、和及与以]{0,2}[（《第]*")
"""Between two proposals of one proposer: 》和《."""
_TITLE = re.compile("《[^《》]*》")
_LONGEST_PERSON = 4
"""A proposer with a longer name is a body."""
_IN_BRACKETS = re.compile(r"[^，。；：\n]{0,6}（(?:由|提出人：?|委员|代表)?")
"""Between a proposal and its proposer behind it: 第12号提案（李明委员）."""


class _Named(NamedTuple):
    """Where a proposer (`is_person`) or a proposal is named, and its place in the header's list."""

    start: int
    end: int
    is_person: bool
    place: int


def pairs(letter: Letter) -> set[tuple[int, int]]:
    """Return the pairs (proposer, proposal), both by their place in the header's lists, that a letter states."""
    header = letter.header
    numbers, titles = header.proposal_numbers, header.proposal_titles
    proposals = numbers or titles
    every = {(one, other) for one in range(len(header.proposers)) for other in range(len(proposals))}
    if len(header.proposers) < 2 or max(len(proposals), len(titles)) < 2:
        return every
    by_title = titles if not numbers or len(numbers) == len(titles) else ()
    if told := _paired(letter, numbers) or _paired(letter, by_title):
        return told
    opening = _opening(letter)
    if _submitted("together").search(opening):
        return every
    in_order = len(proposals) == len(header.proposers) and _submitted("each").search(opening)
    return {pair for pair in every if pair[0] == pair[1]} if in_order else set()


def _opening(letter: Letter) -> str:
    spans = (sentence.span for sentence in letter.sentences if sentence.zone == "opening")
    return "".join(letter.text[span.start : span.end] for span in spans)


def _named(letter: Letter, proposals: Sequence[Fact]) -> Iterator[_Named]:
    """Yield where the header's proposers and proposals are named in the title, the salutation and the opening."""
    people = letter.header.proposers
    ranges = [(one.span.start, one.span.end) for one in letter.sentences if one.zone in _ZONES]
    bodies = [place for place, fact in enumerate(people) if len(fact.value) > _LONGEST_PERSON]
    for place, fact in enumerate(people):
        forms = (fact.value, *(submitting_words()["addressed"] if bodies == [place] else ()))
        yield from (
            _Named(*span, True, place) for form in forms for span in _printed(letter.text, form, ranges)
        )
    for place, fact in enumerate(proposals):
        yield from (_Named(*span, False, place) for span in _printed(letter.text, fact.value, ranges))


def _printed(text: str, words: str, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where words stand; a number stands alone (12, not that of 2012)."""
    pattern = re.compile(rf"(?<![0-9]){re.escape(words)}(?![0-9])")
    for start, end in ranges:
        yield from (match.span() for match in pattern.finditer(text, start, end))


def _paired(letter: Letter, proposals: Sequence[Fact]) -> set[tuple[int, int]]:
    """Return the pairs of proposers and these proposals that stand side by side; titles between them do not part."""
    named = sorted(_named(letter, proposals)) if proposals else []
    found: set[tuple[int, int]] = set()
    people: list[int] = []
    for before, one in zip((None, *named), named, strict=False):
        between = _TITLE.sub("", letter.text[before.end : one.start]) if before else ""
        if one.is_person:
            if before and not before.is_person and _IN_BRACKETS.fullmatch(between):
                found.add((one.place, before.place))
                people = []
                continue
            joined = before is not None and before.is_person and _JOINT.fullmatch(between)
            people = [*people, one.place] if joined else [one.place]
            continue
        leads = before is not None and (_TO_PROPOSAL if before.is_person else _NEXT).fullmatch(between)
        people = people if leads else []
        found.update((person, one.place) for person in people)
    return found


@cache
def _submitted(role: SubmittingRole) -> re.Pattern[str]:
    """Words of a role that say how a proposal was submitted: 联名提出, 分别在会议期间提出."""
    return re.compile(rf"{any_word(submitting_words()[role])}[^，。；]{{0,20}}提")
