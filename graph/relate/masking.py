"""A sentence with each name replaced by one character, so that patterns see names as units.

Every kind has a block of a Unicode private use plane: patterns match `[block]` and look the name up by its
position. Quotation marks that enclose exactly a name and definitions of short names （以下简称“X”） are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter

import msgspec

from corpus.records import Letter, Sentence, Span
from corpus.typography import usual
from ontology.quantity_words import figure_words
from ontology.tsv import any_word

from ..records import LinkedLetter, Mention
from .clause_roles import any_clause_word
from .place_names import PlaceName
from .typed.back_references import back_references

BLOCK = 0x400
FIRST = 0xF0000
"""Beyond the first plane: `re` compiles a class by walking each of its ranges that lie in that plane."""
KIND_BLOCKS = {"organisation": 0, "fund": 1, "platform": 2, "policy": 3, "named_place": 4, "own_place": 5}
_CLOSING = {"《": "》", "“": "”", "「": "」", "‘": "’", '"': '"', "〈": "〉"}
_START = attrgetter("span.start")
_RIGHT_BEHIND = (0, 1)
"""How far behind the end of a name a definition may begin: a closing mark may stand between."""
_ALIAS = re.compile(r"[（(]\s*(?:以下|下)?(?:统|并)?(?:简称|称)[^）)]*[）)]")


def kind_class(*kinds: str) -> str:
    """Return the inside of a regex character class that holds the names of these kinds.

    `place` is every place: `named_place` (福田区) and `own_place` (我区, 全市).
    """
    numbers = _blocks(kinds)
    opening = [number for number in numbers if number - 1 not in numbers]
    closing = [number for number in numbers if number + 1 not in numbers]
    return "".join(
        f"{chr(FIRST + first * BLOCK)}-{chr(FIRST + (last + 1) * BLOCK - 1)}"
        for first, last in zip(opening, closing, strict=True)
    )


def marks_of(*kinds: str) -> str:
    """Return the characters that stand for all names of these kinds in an outline."""
    return "".join(chr(FIRST + number * BLOCK) for number in _blocks(kinds))


def _blocks(kinds: Sequence[str]) -> list[int]:
    blocks = [
        block for kind in kinds for block in (("named_place", "own_place") if kind == "place" else (kind,))
    ]
    return sorted({KIND_BLOCKS[block] for block in blocks})


ANY_NAME = kind_class("organisation", "fund", "platform", "policy")
ANY_PLACE = kind_class("place")
_NAME_OR_BRACKET = re.compile(f"[（(）){ANY_NAME}{ANY_PLACE}]")


_ANY = re.compile(f"[{ANY_NAME}{ANY_PLACE}]")


@lru_cache(maxsize=8)
def outline(text: str) -> str:
    """Return a masked text with one character for all names of a kind, the first of its block."""
    return _ANY.sub(lambda name: chr(ord(name[0]) - (ord(name[0]) - FIRST) % BLOCK), text)


class Name(msgspec.Struct, frozen=True):
    """A name or bare place as it stands in a sentence: the nodes that it means, and where it is printed."""

    node_ids: tuple[str, ...]
    kind: str
    span: Span
    anaphor: bool = False
    """我局 and its like; of a place: a word for the letter's own (我区, 全市)."""
    referring: bool = False
    """A bare noun that stands for a thing named earlier (…基地，基地坐落于…)."""
    meant: Span | None = None
    """Where the thing that such a noun stands for is named in full."""

    @property
    def full(self) -> Span:
        """Where the name is printed in full."""
        return self.meant or self.span

    def printed(self, letter: Letter) -> str:
        """Return the name as the letter prints it in full."""
        return letter.text[self.full.start : self.full.end]

    @property
    def block(self) -> int:
        """The block of the masking alphabet that the name belongs to."""
        kind = self.kind if self.kind != "place" else "own_place" if self.anaphor else "named_place"
        return KIND_BLOCKS[kind]


def unspaced(text: str, span: Span) -> str:
    """Return what stands at a span of a text, without white space."""
    return "".join(text[span.start : span.end].split())


class MaskedSentence(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """`text` is the masked sentence; `offsets[i]` the letter's offset of its i-th character, one more for its end."""

    sentence: Sentence
    text: str
    offsets: Sequence[int]
    names: dict[str, Name]
    enclosing: frozenset[int]
    """Offsets of the marks around names, which `text` leaves out."""
    understood: str = ""
    """The node of who is understood where no subject is printed (see `understood`), empty where nobody is known."""

    def span(self, start: int, end: int) -> Span:
        """Return the span in the letter of the masked range [start, end), with the marks around its outer names.

        A mark that stands in the next sentence (“甲。”乙) is left out.
        """
        first = self.offsets[start]
        if start >= end:
            return Span(start=first, end=first)
        last = self.names.get(self.text[end - 1])
        stop = last.span.end if last else self.offsets[end - 1] + 1
        opened = self.text[start] in self.names and first - 1 in self.enclosing
        closed = last is not None and stop in self.enclosing
        whole = self.sentence.span
        return Span(start=max(first - opened, whole.start), end=min(stop + closed, whole.end))

    def printed(self, letter: Letter, start: int, end: int) -> str:
        """Return what the letter prints for the masked range [start, end), without white space."""
        if start >= end:
            return ""
        return unspaced(letter.text, self.span(start, end))

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names listed in the masked range [start, end), in text order.

        Names in brackets are remarks, a place right before another name only says where it is (福田区信立泰), and one
        before 旗下的 or its like only whose it is: all are left out.
        """
        if end - start < 2:
            name = self.names.get(self.text[start:end])
            return (name,) if name else ()
        if not self.names:
            return ()
        found: list[Name] = []
        depth = 0
        for match in _NAME_OR_BRACKET.finditer(self.text, start, end):
            char = match[0]
            depth += (char in "（(") - (char in "）)")
            name = self.names.get(char)
            following = self.names.get(self.text[match.end()]) if match.end() < end else None
            if name is None or depth > 0 or (name.kind == "place" and following is not None):
                continue
            if _owning().match(self.text, match.end(), end):
                continue
            found.append(name)
        return tuple(found)


@cache
def _owning() -> re.Pattern[str]:
    """What stands between a body and a name that belongs to it (A旗下的B)."""
    return re.compile(rf"{any_clause_word('owning')}(?=[{ANY_NAME}])")


class LetterNames:
    """The names of a letter and its bare places, asked for sentence by sentence."""

    __slots__ = ("_linked", "_mention_starts", "_place_starts", "_places")

    def __init__(self, linked: LinkedLetter, places: Sequence[PlaceName]) -> None:
        self._linked = linked
        self._places = places
        self._mention_starts = [mention.span.start for mention in linked.mentions]
        self._place_starts = [place.span.start for place in places]

    def of(self, sentence: Sentence, *, unresolved: bool = False) -> tuple[Name, ...]:
        """Return a sentence's names in text order: outermost mentions, bare places outside them, back-references.

        Mentions that stand for no entity are left out unless `unresolved`, where only their extent matters.
        """
        linked, span = self._linked, sentence.span
        starting = linked.mentions[_starting_in(self._mention_starts, span)]
        inside = [each for each in starting if each.span.end <= span.end]
        known = [each for each in inside if unresolved or linked.entity_ids.get(each.mention_id)]
        names = [
            Name(
                node_ids=linked.entity_ids.get(each.mention_id, ()),
                kind=each.kind,
                span=each.span,
                anaphor=each.anaphor,
            )
            for each in _outermost(known)
        ]
        names += [
            Name(node_ids=(place.node_id,), kind="place", span=place.span, anaphor=place.own)
            for place in self._places[_starting_in(self._place_starts, span)]
            if not any(_overlap(place.span, each.span) for each in inside)
        ]
        names += [
            Name(
                node_ids=linked.entity_ids[meant.mention_id],
                kind=meant.kind,
                span=span,
                referring=True,
                meant=meant.span,
            )
            for span, meant in back_references(linked, sentence)
            if not any(_overlap(span, name.span) for name in names)
        ]
        return tuple(sorted(names, key=_START) if len(names) > 1 else names)


def mask(
    letter: Letter, sentence: Sentence, names: Sequence[Name], within: Span | None = None
) -> MaskedSentence:
    """Return the sentence with each of `names` as one character, without white space, marks and numbers in one form.

    `within` is the part of the sentence that is looked at, a cell of a table row; without it the whole. A block
    holds 1,024 names: further ones of a sentence are left in words.
    """
    text, names = letter.text, names[:BLOCK]
    within = within or sentence.span
    start, end = within.start, within.end
    if not names and not _left_out().search(text, start, end):
        return MaskedSentence(
            sentence=sentence,
            text=usual(text[start:end]),
            offsets=range(start, end + 1),
            names={},
            enclosing=frozenset(),
        )
    enclosing = _enclosing_marks(text, names)
    dropped = enclosing | _alias_definitions(text, within, names)
    pieces: list[str] = []
    offsets: list[int] = []
    table: dict[str, Name] = {}
    position = start
    for name in names:
        if name.span.start in dropped:
            continue
        _add_plain(text, position, name.span.start, dropped, pieces, offsets)
        symbol = chr(FIRST + name.block * BLOCK + len(table))
        table[symbol] = name
        pieces.append(symbol)
        offsets.append(name.span.start)
        position = name.span.end
    _add_plain(text, position, end, dropped, pieces, offsets)
    offsets.append(end)
    return MaskedSentence(
        sentence=sentence,
        text=usual("".join(pieces)),
        offsets=tuple(offsets),
        names=table,
        enclosing=enclosing,
    )


@cache
def _left_out() -> re.Pattern[str]:
    """White space, and numbers whose digits commas part: 1,200户; not the names 101,102,103路.

    It begins with one class, which `re` finds quickest.
    """
    named = rf"(?!\d\d(?:,[1-9]\d\d)+{any_word(figure_words('numbered'))})"
    return re.compile(rf"[\s\d](?:(?<=\s)\s*|(?<=\d)(?<![\d,.].){named}\d{{0,2}}(?:,\d{{3}})+(?![\d,]))")


def _add_plain(
    text: str, start: int, end: int, dropped: frozenset[int], pieces: list[str], offsets: list[int]
) -> None:
    """Append text[start:end] and its offsets, without white space, commas in numbers and what is `dropped`."""
    if dropped.isdisjoint(range(start, end)) and not _left_out().search(text, start, end):
        pieces.append(text[start:end])
        offsets.extend(range(start, end))
        return
    found = (at for gap in _left_out().finditer(text, start, end) for at in range(*gap.span()))
    left_out = {at for at in found if not text[at].isdigit()}
    positions = [at for at in range(start, end) if at not in left_out and at not in dropped]
    pieces.append("".join([text[at] for at in positions]))
    offsets.extend(positions)


def _outermost(mentions: Sequence[Mention]) -> Sequence[Mention]:
    if len(mentions) < 2:
        return mentions
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _alias_definitions(text: str, span: Span, names: Sequence[Name]) -> frozenset[int]:
    """Offsets inside a short-name definition that stands right behind a name (or its closing mark)."""
    found: set[int] = set()
    for match in _ALIAS.finditer(text, span.start, span.end):
        if any(match.start() - name.span.end in _RIGHT_BEHIND for name in names):
            found.update(range(match.start(), match.end()))
    return frozenset(found)


def _enclosing_marks(text: str, names: Sequence[Name]) -> frozenset[int]:
    """Offsets of quotation marks that enclose exactly one name."""
    found: set[int] = set()
    for name in names:
        before, after = name.span.start - 1, name.span.end
        if before >= 0 and after < len(text) and _CLOSING.get(text[before]) == text[after]:
            found.update((before, after))
    return frozenset(found)


def _starting_in(starts: Sequence[int], span: Span) -> slice:
    """Where the items are that start in the span, by the offsets in text order at which items start."""
    first = bisect_left(starts, span.start)
    return slice(first, bisect_left(starts, span.end, first))


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
