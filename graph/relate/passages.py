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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from msgspec.structs import astuple

from corpus.records import Letter, Offsets, Span

from ..storage.buckets import Buckets
from ..storage.narrow_records import one, only
from ..storage.spool import Shelf
from .records import Passage, PassagePlace

LEAST_LENGTH = 30
_SHINGLE = 15
_WINDOW = LEAST_LENGTH - _SHINGLE + 1
_BASE, _MODULUS = 0x110000 + 7, (1 << 61) - 1
_ZONES = frozenset({"body", "heading"})
_HOLDERS = 2048
"""Texts with repeated parts that are kept at hand."""
_BUCKETS = 64
"""Of matches, and of passages: of 100,000 letters each holds as many as 1,500 letters make."""
_PLACE_BITS = 32
_LAST_PLACE = (1 << _PLACE_BITS) - 1
_NOWHERE = -1
"""Where a shingle stands first, in one number: the rank of the letter, then the place in it."""
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


class _Match(NamedTuple):
    """The same run in two letters: `length` characters from `first` in the holder and from `second` in the other.

    `holder` is its rank among the letters by id; the rest tells where the run stands in the other.
    """

    holder: int
    first: int
    length: int
    letter: str
    second: int
    sentence_ids: tuple[str, ...]
    start: int
    end: int

    @property
    def place(self) -> PassagePlace:
        """Where it stands in the other."""
        span = Span(start=self.start, end=self.end)
        return PassagePlace(letter_id=self.letter, sentence_ids=self.sentence_ids, span=span)


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


def repeated_passages(letters: Sequence[Fingerprints], shelf: Shelf | None = None) -> Sequence[Passage]:
    """Return the passages that two or more letters share, by id. `shelf` is where those of a large build are kept.

    Letters may be on disk: they are run through twice, and looked up again where they share something.
    """
    shelf = shelf or Shelf()
    order, matches = _matches(letters, shelf)
    found: Buckets[Passage] = Buckets(Passage, _BUCKETS, shelf)
    for bucket in range(_BUCKETS):
        for rank, of_holder in groupby(sorted(set(matches.of(bucket))), key=attrgetter("holder")):
            holder = letters[order[rank]]
            for (start, length), same in groupby(of_holder, key=attrgetter("first", "length")):
                passage = _passage(holder, start, length, [match.place for match in same])
                found.add(int(passage.passage_id[1:3], 16) * _BUCKETS >> 8, passage)
    by_id = (passage for bucket in range(_BUCKETS) for passage in _by_wording(found.of(bucket)))
    return shelf.kept(Passage, by_id)


def _by_wording(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Join passages of one wording: a letter may share it with one holder, and what is around it with another."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.passage_id].append(passage)
    for _, (first, *others) in sorted(found.items()):
        if others:
            places = dict.fromkeys((*first.places, *(place for other in others for place in other.places)))
            yield replace(
                first, places=tuple(sorted(places, key=lambda one: (one.letter_id, one.span.start)))
            )
        else:
            yield first


def repeated_sentences(
    passages: Iterable[Passage], sentences: Iterable[tuple[str, str, str, int, int]]
) -> Iterator[tuple[str, int]]:
    """Yield sentence_id and how many letters hold the sentence, for sentences inside a passage, each once.

    `sentences`: letter_id, sentence_id, zone, start and end, letter by letter in the order of the text.
    """
    within: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for passage in passages:
        letter_count = len({place.letter_id for place in passage.places})
        for place in passage.places:
            within[place.letter_id].append((place.span.start, place.span.end, letter_count))
    for letter_id, of_letter in groupby(sentences, key=itemgetter(0)):
        found: dict[str, int] = {}
        inside = [one for one in of_letter if one[2] in _ZONES] if letter_id in within else []
        starts = [start for _, _, _, start, _ in inside]
        for start, end, letter_count in within.pop(letter_id, ()):
            for _, sentence_id, _, _, ends in inside[bisect_left(starts, start) : bisect_left(starts, end)]:
                if ends <= end + 1:
                    found[sentence_id] = max(found.get(sentence_id, 0), letter_count)
        yield from found.items()


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


def _matches(letters: Sequence[Fingerprints], shelf: Shelf) -> tuple[list[int], Buckets[_Match]]:
    """Return the places of the letters in the order of their ids, and the maximal runs that they share with later ones.

    Each letter is matched with the first holder of a shingle. Buckets hold those of holders that stand together.
    """
    order, places = _repeated_hashes(letters)
    text_at = lru_cache(maxsize=_HOLDERS)(lambda rank: one(letters, order[rank], "text").text)
    found: Buckets[_Match] = Buckets(_Match, _BUCKETS, shelf)
    for rank, number in enumerate(order):
        letter = letters[number]
        covered: dict[tuple[int, int], int] = {}
        for value, position in zip(letter.hashes, letter.positions, strict=True):
            place = places.get(value)
            if place is None:
                continue
            if place == _NOWHERE:
                places[value] = rank << _PLACE_BITS | position
                continue
            holder, at = place >> _PLACE_BITS, place & _LAST_PLACE
            alignment = (holder, position - at)
            if holder == rank or covered.get(alignment, -1) > position:
                continue
            match = _extend(holder, text_at(holder), at, letter, position)
            if match:
                covered[alignment] = match.second + match.length
                found.add(holder * _BUCKETS // len(order), match)
    return order, found


def _repeated_hashes(letters: Sequence[Fingerprints]) -> tuple[list[int], dict[int, int]]:
    """Return the places of the letters in the order of their ids, and all hashes that stand in several places.

    Some that stand in one are among them: what was seen is remembered in one to two kilobytes per letter, not hash
    by hash. Where each of them stands first is not known yet.
    """
    slots = 1 << max(16, (1024 * len(letters)).bit_length())
    seen = bytearray(slots)
    repeated: dict[int, int] = {}
    ids: list[str] = []
    for letter in only(letters, "letter_id", "hashes"):
        ids.append(letter.letter_id)
        for value in letter.hashes:
            slot = value & (slots - 1)
            if seen[slot]:
                repeated[value] = _NOWHERE
            seen[slot] = 1
    return sorted(range(len(ids)), key=ids.__getitem__), repeated


def _extend(holder: int, text: str, at: int, letter: Fingerprints, position: int) -> _Match | None:
    """The longest common run around two equal shingles, marks at its edges cut off; None below the least length."""
    other = letter.text
    shingle = text[at : at + _SHINGLE]
    if shingle != other[position : position + _SHINGLE] or _BREAK in shingle:
        return None
    most = min(at, position)
    back = _common_prefix(text[at - most : at][::-1], other[position - most : position][::-1])
    ahead = _SHINGLE + _common_prefix(text[at + _SHINGLE :], other[position + _SHINGLE :])
    first, last = _without_edges(text, at - back, at + ahead)
    length = last - first
    if length < LEAST_LENGTH:
        return None
    start = position - at + first
    place = _place(letter, start, length)
    return _Match(holder, first, length, letter.letter_id, start, place.sentence_ids, *astuple(place.span))


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
