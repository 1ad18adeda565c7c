"""Text that letters share word for word: runs of 30 characters and more, white space aside.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): shingles of 15 characters
in windows of 16, which finds every shared run of 15 + 16 − 1 = 30. Time and memory grow with the text. Of a run that
repeats itself every few characters only a part may be found.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.records import Letter, Offsets, Span

from .records import Passage, PassagePlace

LEAST_LENGTH = 30
_SHINGLE = 15
_WINDOW = LEAST_LENGTH - _SHINGLE + 1
_BASE, _MODULUS = 0x110000 + 7, (1 << 61) - 1
_ZONES = frozenset({"body", "heading"})
_SOLID = re.compile(r"\S+")
_EDGES = "，。；：、！？,.;:!?（）()“”"
_BREAK = "\0"
"""Stands where a title or signature lies between: no run goes over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """One letter made comparable: its text without white space, where each character stands, chosen shingles."""

    letter_id: str
    text: str
    offsets: Offsets = field(repr=False)
    sentences: tuple[tuple[int, str], ...] = field(repr=False)
    chosen: tuple[tuple[int, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Match:
    """The same run in two letters: `length` characters from `first` in one and from `second` in the other."""

    first: int
    length: int
    letter: str
    second: int


def fingerprints(letter: Letter) -> Fingerprints:
    """Return what a letter is compared by; a pure function of the letter, so letters can be split over workers."""
    pieces: list[str] = []
    offsets: array[int] = array("L")
    sentences: list[tuple[int, str]] = []
    for sentence in letter.sentences:
        if sentence.zone not in _ZONES:
            continue
        if offsets and letter.text[offsets[-1] + 1 : sentence.span.start].strip():
            pieces.append(_BREAK)
            offsets.append(offsets[-1] + 1)
        sentences.append((len(offsets), sentence.sentence_id))
        for solid in _SOLID.finditer(letter.text, sentence.span.start, sentence.span.end):
            pieces.append(solid[0])
            offsets.extend(range(*solid.span()))
    text = "".join(pieces)
    return Fingerprints(
        letter_id=letter.letter_id,
        text=text,
        offsets=offsets,
        sentences=tuple(sentences),
        chosen=tuple(_winnow(text)),
    )


def repeated_passages(letters: Iterable[Fingerprints]) -> tuple[Passage, ...]:
    """Return the passages that two or more letters share, by place of first occurrence (letters by id)."""
    ordered = sorted(letters, key=lambda each: each.letter_id)
    by_id = {each.letter_id: each for each in ordered}
    passages: list[Passage] = []
    for letter_id, matches in sorted(_matches(ordered, by_id).items()):
        grouped: dict[tuple[int, int], list[_Match]] = defaultdict(list)
        for match in matches:
            grouped[match.first, match.length].append(match)
        for (start, length), group in sorted(grouped.items()):
            places = [(letter_id, start), *((each.letter, each.second) for each in sorted(group))]
            passages.append(_passage(by_id, places, length))
    return tuple(passages)


def repeated_sentences(
    passages: Iterable[Passage], letters: Iterable[Letter]
) -> Mapping[tuple[str, str], int]:
    """Return (letter_id, sentence_id) → how many letters hold the sentence, for sentences inside a passage."""
    passages = tuple(passages)
    wanted = {
        (place.letter_id, sentence_id)
        for passage in passages
        for place in passage.places
        for sentence_id in place.sentence_ids
    }
    spans = {
        (letter.letter_id, sentence.sentence_id): sentence.span
        for letter in letters
        for sentence in letter.sentences
        if (letter.letter_id, sentence.sentence_id) in wanted
    }
    found: dict[tuple[str, str], int] = {}
    for passage in passages:
        letter_count = len({place.letter_id for place in passage.places})
        for place in passage.places:
            for sentence_id in place.sentence_ids:
                span = spans[place.letter_id, sentence_id]
                if place.span.start <= span.start and span.end <= place.span.end + 1:
                    key = (place.letter_id, sentence_id)
                    found[key] = max(found.get(key, 0), letter_count)
    return found


def _winnow(text: str) -> Iterator[tuple[int, int]]:
    """Yield (hash, position): the rightmost smallest hash of every window, each once.

    A window is searched only where the smallest hash of the one before has left it.
    """
    hashes = _rolling_hashes(text)
    chosen = least = -1
    for last in range(_WINDOW - 1, len(hashes)):
        entering = hashes[last]
        if entering <= least:
            chosen, least = last, entering
        elif chosen <= last - _WINDOW:
            window = hashes[last - _WINDOW + 1 : last + 1]
            least = min(window)
            chosen = last - window[::-1].index(least)
        else:
            continue
        yield least, chosen


def _rolling_hashes(text: str) -> list[int]:
    """Polynomial hashes of all shingles; stable over runs and platforms, unlike hash()."""
    codes = list(map(ord, text))
    leaving = pow(_BASE, _SHINGLE, _MODULUS)
    value = 0
    for code in codes[:_SHINGLE]:
        value = (value * _BASE + code) % _MODULUS
    hashes = [value] if len(codes) >= _SHINGLE else []
    for old, new in zip(codes, codes[_SHINGLE:], strict=False):
        value = (value * _BASE - old * leaving + new) % _MODULUS
        hashes.append(value)
    return hashes


def _matches(
    letters: Sequence[Fingerprints], by_id: Mapping[str, Fingerprints]
) -> Mapping[str, list[_Match]]:
    """Return for each letter the maximal runs it shares with later ones; each letter against the first holder."""
    first_seen: dict[int, tuple[str, int]] = {}
    covered: dict[tuple[str, str, int], int] = {}
    found: dict[str, set[_Match]] = defaultdict(set)
    for letter in letters:
        for value, position in letter.chosen:
            holder, at = first_seen.setdefault(value, (letter.letter_id, position))
            if holder == letter.letter_id:
                continue
            alignment = (holder, letter.letter_id, position - at)
            if covered.get(alignment, -1) > position:
                continue
            match = _extend(by_id[holder], at, letter, position)
            if match:
                covered[alignment] = match.second + match.length
                found[holder].add(match)
    return {holder: sorted(matches) for holder, matches in found.items()}


def _extend(holder: Fingerprints, at: int, letter: Fingerprints, position: int) -> _Match | None:
    """The longest common run around two equal shingles, marks at its edges cut off; None below the least length."""
    one, two = holder.text, letter.text
    shingle = one[at : at + _SHINGLE]
    if shingle != two[position : position + _SHINGLE] or _BREAK in shingle:
        return None
    back = 0
    while at - back > 0 and position - back > 0 and one[at - back - 1] == two[position - back - 1] != _BREAK:
        back += 1
    ahead = _SHINGLE
    limit = min(len(one) - at, len(two) - position)
    while ahead < limit and one[at + ahead] == two[position + ahead] != _BREAK:
        ahead += 1
    while back > 0 and one[at - back] in _EDGES:
        back -= 1
    while ahead > 0 and one[at + ahead - 1] in _EDGES:
        ahead -= 1
    if back + ahead < LEAST_LENGTH:
        return None
    return _Match(first=at - back, length=back + ahead, letter=letter.letter_id, second=position - back)


def _passage(by_id: Mapping[str, Fingerprints], places: Sequence[tuple[str, int]], length: int) -> Passage:
    letter_id, start = places[0]
    text = by_id[letter_id].text[start : start + length]
    return Passage(
        passage_id="passage/" + hashlib.sha256(text.encode()).hexdigest()[:12],
        text=text,
        places=tuple(_place(by_id[each], at, length) for each, at in places),
    )


def _place(letter: Fingerprints, start: int, length: int) -> PassagePlace:
    bounds = [*letter.sentences, (len(letter.text), "")]
    sentence_ids = tuple(
        sentence_id
        for (begin, sentence_id), (end, _) in pairwise(bounds)
        if begin < start + length and start < end
    )
    span = Span(start=letter.offsets[start], end=letter.offsets[start + length - 1] + 1)
    return PassagePlace(letter_id=letter.letter_id, sentence_ids=sentence_ids, span=span)
