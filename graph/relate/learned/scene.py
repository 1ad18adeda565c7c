"""A masked sentence as the scorer sees it: the names that can be related, and the words that may relate them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Final

import msgspec
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from ontology.cues import Status
from ontology.relation_words import relation_words

from ..clause_roles import any_of
from ..lists import OR
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..status import clause_bounds
from ..typed.actors import theme_candidates

IMPLIED: Final = "A"
"""The kind of an end that no name stands for: the letter's place or issuer."""
KIND_LETTERS: Final[Mapping[str, str]] = {
    "organisation": "O",
    "fund": "F",
    "platform": "P",
    "policy": "Y",
    "place": "L",
}
_NOTE = r"(?:[（(][^）)]*[）)])?"
_AND = f"(?:{OR}|{any_of('owning')})"
_UNIT = re.compile(
    rf"[{ANY_NAME}]{_NOTE}(?:{_AND}(?:[{ANY_PLACE}]?[{ANY_NAME}]{_NOTE}|[{ANY_PLACE}](?![{ANY_NAME}{ANY_PLACE}])))*"
    rf"|[{ANY_PLACE}](?:{_AND}[{ANY_PLACE}](?![{ANY_NAME}{ANY_PLACE}]))*"
)
_MOST_LISTED = 8
"""Names of a list that are related: longer lists are listings."""
TOPIC: Final = -3
"""The rank of what the clauses before a word are about, where it is none of the units near the word."""
_START, _END = attrgetter("start"), attrgetter("end")
_REACH = 2
"""How many units before a word, and after it, can be what it relates."""


class Unit(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One name or a list of names (A、B和C), which stands in the same relations; half-open range of the masked text."""

    start: int
    end: int
    names: tuple[Name, ...]
    kind: str
    tail: str
    """The last two characters of its first name."""


class Cue(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A word that may speak of relations, at a half-open range of the masked text; `clause` is the clause it is in, and
    `topic` what the clauses before that are about (None where the names near the word are all there is).
    """

    start: int
    end: int
    word: str
    relations: Mapping[str, Status]
    clause: tuple[int, int]
    topic: Name | None


class Scene(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """`plain` is the masked text with N for every name."""

    masked: MaskedSentence
    plain: str
    units: tuple[Unit, ...]
    cues: tuple[Cue, ...]
    cue_starts: Sequence[int]


def scene(masked: MaskedSentence, letter_text: str) -> Scene | None:
    """Return what the scorer sees of a sentence, None where no name or no word speaks of a relation."""
    found = _words().automaton.find(masked.text)
    units = tuple(_units(masked, letter_text)) if found else ()
    if not units:
        return None
    words = _words().words
    cues = tuple(_cues(masked, units, [(start, end, words[index]) for start, end, index in found]))
    return Scene(
        masked=masked,
        plain=_ANY.sub("N", masked.text),
        units=units,
        cues=cues,
        cue_starts=[cue.start for cue in cues],
    )


def near(units: Sequence[Unit], cue: Cue) -> list[tuple[Unit, int]]:
    """Return the units near a word with their ranks: -1 the last before it, 1 the first after it, `TOPIC` what the
    clauses before it are about.
    """
    earlier = units[: bisect_right(units, cue.start, key=_END)]
    following = bisect_left(units, cue.end, key=_START)
    before, after = earlier[-_REACH:], units[following : following + _REACH]
    ranked = [(unit, index - len(before)) for index, unit in enumerate(before)]
    ranked += [(unit, index) for index, unit in enumerate(after, start=1)]
    if cue.topic:
        ranked += [(unit, TOPIC) for unit in earlier[:-_REACH] if cue.topic in unit.names]
    return ranked


def _units(masked: MaskedSentence, letter_text: str) -> list[Unit]:
    found = []
    for match in _UNIT.finditer(masked.text):
        names = masked.names_in(*match.span()) or tuple(
            masked.names[char] for char in match[0] if char in masked.names
        )
        names = names[:_MOST_LISTED]
        if any(name.node_ids for name in names):
            first = names[0]
            printed = letter_text[first.span.start : first.span.end].rstrip("》”")
            found.append(
                Unit(
                    start=match.start(),
                    end=match.end(),
                    names=names,
                    kind=KIND_LETTERS[first.kind],
                    tail=printed[-2:],
                )
            )
    return found


def _cues(
    masked: MaskedSentence, units: Sequence[Unit], found: Sequence[tuple[int, int, str]]
) -> Iterator[Cue]:
    """Yield the words with what is known of the clause each is in; a topic is looked for once per clause."""
    topics: dict[int, Name | None] = {}
    far = units[_REACH].end if len(units) > _REACH else len(masked.text)
    for start, end, word in found:
        clause = clause_bounds(masked.text, start)
        if start >= far and clause[0] not in topics:
            topics[clause[0]] = next(iter(theme_candidates(masked, clause[0])), None)
        topic = topics.get(clause[0]) if start >= far else None
        yield Cue(
            start=start, end=end, word=word, relations=relation_words()[word], clause=clause, topic=topic
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    automaton: CharwiseDoubleArrayAhoCorasick
    words: tuple[str, ...]


@cache
def _words() -> _Words:
    words = tuple(relation_words())
    return _Words(
        automaton=CharwiseDoubleArrayAhoCorasick(list(words), MATCH_KIND_LEFTMOST_LONGEST), words=words
    )


_ANY = re.compile(f"[{ANY_NAME}{ANY_PLACE}]")
