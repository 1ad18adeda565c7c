"""Text that letters share word for word: runs of 30 characters and more, white space aside.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): shingles of 15 characters
in windows of 16, which finds every shared run of 15 + 16 − 1 = 30. Time and memory grow with the text. Of a run that
repeats itself every few characters only a part may be found.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter

from corpus.records import Letter, Offsets, Span

from .records import Passage, PassagePlace

LEAST_LENGTH = 30
_SHINGLE = 15
_WINDOW = LEAST_LENGTH - _SHINGLE + 1
_BASE, _MODULUS = 0x110000 + 7, (1 << 61) - 1
_ZONES = frozenset({"body", "heading"})
_HOLDERS = 1024
"""Letters with repeated text that are kept at hand."""
_COMMON_LENGTH = 1 << 15
"""Characters that few letters are longer than."""
_SOLID = re.compile(r"\S+")
_EDGES = "，。；：、！？,.;:!?（）()“”"
_HALVES = (("“", "”"), ("（", "）"))
_BREAK = "\0"
"""Stands where a title or signature lies between: no run goes over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """One letter made comparable: its text without white space, where each character stands, chosen shingles.

    `hashes` and `positions` (in `text`) of the chosen shingles go together, in text order.
    """

    letter_id: str
    text: str
    offsets: Offsets = field(repr=False)
    sentences: tuple[tuple[int, str], ...] = field(repr=False)
    hashes: Offsets = field(repr=False)
    positions: Offsets = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Match:
    """The same run in two letters: `length` characters from `first` in the holder and from `second` in the other."""

    first: int
    length: int
    letter: str
    second: int
    place: PassagePlace = field(compare=False)
    """Where it stands in the other."""


def fingerprints(letter: Letter) -> Fingerprints:
    """Return what a letter is compared by; a pure function of the letter, so letters can be split over workers."""
    pieces: list[str] = []
    offsets: array[int] = array("I")
    sentences: list[tuple[int, str]] = []
    at = _all_offsets(max(_COMMON_LENGTH, len(letter.text)))
    for sentence in letter.sentences:
        if sentence.zone not in _ZONES:
            continue
        if offsets and letter.text[offsets[-1] + 1 : sentence.span.start].strip():
            pieces.append(_BREAK)
            offsets.append(offsets[-1] + 1)
        sentences.append((len(offsets), sentence.sentence_id))
        for solid in _SOLID.finditer(letter.text, sentence.span.start, sentence.span.end):
            pieces.append(solid[0])
            offsets.extend(at[solid.start() : solid.end()])
    text = "".join(pieces)
    chosen = list(_winnow(text))
    return Fingerprints(
        letter_id=letter.letter_id,
        text=text,
        offsets=offsets,
        sentences=tuple(sentences),
        hashes=array("Q", [value for value, _ in chosen]),
        positions=array("I", [position for _, position in chosen]),
    )


@lru_cache(maxsize=1)
def _all_offsets(length: int) -> array[int]:
    """All offsets of a text, to take slices of."""
    return array("I", range(length))


def repeated_passages(letters: Sequence[Fingerprints]) -> tuple[Passage, ...]:
    """Return the passages that two or more letters share, by place of first occurrence (letters by id).

    Letters may be on disk: they are run through twice, and looked up again where they share something.
    """
    passages: list[Passage] = []
    for holder, matches in _matches(letters):
        letter = letters[holder]
        grouped: dict[tuple[int, int], list[_Match]] = defaultdict(list)
        for match in matches:
            grouped[match.first, match.length].append(match)
        for (start, length), group in sorted(grouped.items()):
            passages.append(_passage(letter, start, length, [match.place for match in sorted(group)]))
    return tuple(_by_wording(passages))


def _by_wording(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Join passages of one wording: a letter may share it with one holder, and what is around it with another."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.passage_id].append(passage)
    for first, *others in found.values():
        if others:
            places = dict.fromkeys((*first.places, *(place for other in others for place in other.places)))
            yield replace(
                first, places=tuple(sorted(places, key=lambda one: (one.letter_id, one.span.start)))
            )
        else:
            yield first


def repeated_sentences(
    passages: Iterable[Passage], letters: Iterable[Letter]
) -> Mapping[tuple[str, str], int]:
    """Return (letter_id, sentence_id) → how many letters hold the sentence, for sentences inside a passage."""
    passages = tuple(passages)
    wanted: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for place in passage.places:
            wanted[place.letter_id].update(place.sentence_ids)
    spans = {
        (letter.letter_id, sentence.sentence_id): sentence.span
        for letter in letters
        if letter.letter_id in wanted
        for sentence in letter.sentences
        if sentence.sentence_id in wanted[letter.letter_id]
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
    least, left = -1, _WINDOW - 1
    for last, entering in enumerate(hashes[_WINDOW - 1 :], _WINDOW - 1):
        if entering <= least:
            chosen, least = last, entering
        elif last >= left:
            window = hashes[last - _WINDOW + 1 : last + 1]
            least = min(window)
            chosen = last - window[::-1].index(least)
        else:
            continue
        left = chosen + _WINDOW
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


def _matches(letters: Sequence[Fingerprints]) -> list[tuple[int, set[_Match]]]:
    """Return the maximal runs that letters share with later ones, by the place of the first holder in `letters`.

    Holders stand in the order of their ids. Each letter is matched with the first holder of a shingle.
    """
    order, repeated = _repeated_hashes(letters)
    holder_at = lru_cache(maxsize=_HOLDERS)(letters.__getitem__)
    first_seen: dict[int, tuple[int, int]] = {}
    found: dict[int, set[_Match]] = defaultdict(set)
    for number in order:
        letter = letters[number]
        covered: dict[tuple[int, int], int] = {}
        for value, position in zip(letter.hashes, letter.positions, strict=True):
            if value not in repeated:
                continue
            holder, at = first_seen.setdefault(value, (number, position))
            alignment = (holder, position - at)
            if holder == number or covered.get(alignment, -1) > position:
                continue
            match = _extend(holder_at(holder), at, letter, position)
            if match:
                covered[alignment] = match.second + match.length
                found[holder].add(match)
    return [(holder, found[holder]) for holder in order if holder in found]


def _repeated_hashes(letters: Sequence[Fingerprints]) -> tuple[list[int], set[int]]:
    """Return the places of the letters in the order of their ids, and all hashes that stand in several places.

    Some that stand in one are among them: what was seen is remembered in one to two kilobytes per letter, not hash
    by hash.
    """
    slots = 1 << max(16, (1024 * len(letters)).bit_length())
    seen = bytearray(slots)
    repeated: set[int] = set()
    ids: list[str] = []
    for letter in letters:
        ids.append(letter.letter_id)
        for value in letter.hashes:
            slot = value & (slots - 1)
            if seen[slot]:
                repeated.add(value)
            seen[slot] = 1
    return sorted(range(len(ids)), key=ids.__getitem__), repeated


def _extend(holder: Fingerprints, at: int, letter: Fingerprints, position: int) -> _Match | None:
    """The longest common run around two equal shingles, marks at its edges cut off; None below the least length."""
    one, two = holder.text, letter.text
    shingle = one[at : at + _SHINGLE]
    if shingle != two[position : position + _SHINGLE] or _BREAK in shingle:
        return None
    most = min(at, position)
    back = _common_prefix(one[at - most : at][::-1], two[position - most : position][::-1])
    ahead = _SHINGLE + _common_prefix(one[at + _SHINGLE :], two[position + _SHINGLE :])
    first, last = _without_edges(one, at - back, at + ahead)
    length = last - first
    if length < LEAST_LENGTH:
        return None
    start = position - at + first
    place = _place(letter, start, length)
    return _Match(first=first, length=length, letter=letter.letter_id, second=start, place=place)


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the marks it begins and ends with; the half of a pair stays whose other is inside."""
    first, last = start, end
    while first < last and text[first] in _EDGES:
        first += 1
    while last > first and text[last - 1] in _EDGES:
        last -= 1
    for opening, closing in _HALVES:
        inside = text[first:last]
        if start < first and text[first - 1] == opening and closing in inside.split(opening)[0]:
            first -= 1
        if last < end and text[last] == closing and opening in inside.split(closing)[-1]:
            last += 1
    return first, last


def _common_prefix(one: str, two: str) -> int:
    """How many characters two texts begin with alike, up to a break, found by halving."""
    alike, most = 0, min(len(one), len(two))
    while alike < most:
        middle = (alike + most + 1) // 2
        if one[alike:middle] == two[alike:middle]:
            alike = middle
        else:
            most = middle - 1
    broken = one.find(_BREAK, 0, alike)
    return alike if broken < 0 else broken


def _passage(holder: Fingerprints, start: int, length: int, others: Iterable[PassagePlace]) -> Passage:
    text = holder.text[start : start + length]
    return Passage(
        passage_id="p" + hashlib.sha256(text.encode()).hexdigest()[:12],
        text=text,
        places=(_place(holder, start, length), *others),
    )


def _place(letter: Fingerprints, start: int, length: int) -> PassagePlace:
    begin = itemgetter(0)
    first = bisect_right(letter.sentences, start, key=begin) - 1
    last = bisect_left(letter.sentences, start + length, first, key=begin)
    sentence_ids = tuple(sentence_id for _, sentence_id in letter.sentences[first:last])
    span = Span(start=letter.offsets[start], end=letter.offsets[start + length - 1] + 1)
    return PassagePlace(letter_id=letter.letter_id, sentence_ids=sentence_ids, span=span)
