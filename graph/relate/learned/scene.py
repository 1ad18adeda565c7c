"""A masked sentence as the scorer sees it: the names that can be related, and the words that speak of relations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from ontology.cues import Status
from ontology.relation_words import relation_words

from ..clause_roles import any_clause_word
from ..lists import OR
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..status import clause_bounds
from ..typed.actors import Actors, actors_at

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
_AND = f"(?:{OR}|{any_clause_word('owning')})"
_UNIT = re.compile(
    rf"[{ANY_NAME}]{_NOTE}(?:{_AND}(?:[{ANY_PLACE}]?[{ANY_NAME}]{_NOTE}|[{ANY_PLACE}](?![{ANY_NAME}{ANY_PLACE}])))*"
    rf"|[{ANY_PLACE}](?:{_AND}[{ANY_PLACE}](?![{ANY_NAME}{ANY_PLACE}]))*"
)
_DIGIT, _LATIN = re.compile(r"\d"), re.compile("[A-Za-z]")
_MASK = re.compile(f"[{ANY_NAME}{ANY_PLACE}]")
_MOST_LISTED = 8
"""Names of a list that are related: longer lists are listings."""


class Unit(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One name or a list of names (A、B和C), which stands in the same relations; half-open range of the masked text."""

    start: int
    end: int
    names: tuple[Name, ...]
    kind: str
    """The letter of its first name."""
    kinds: str
    """The letters of all of its names, sorted."""
    tail: str
    """The last two characters of its first name."""


class Word(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A word that may speak of relations, at a half-open range of the masked text."""

    start: int
    end: int
    relations: Mapping[str, Status]
    """What it may speak of, and the status that the bare word tells."""
    text: str


class Scene(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A sentence as it is weighed.

    `letters` is the masked text with the letter of its kind for every name (small for 我局 and 我区), 0 for every digit
    and x for Latin letters.
    """

    masked: MaskedSentence
    letters: str
    units: tuple[Unit, ...]
    acting: tuple[tuple[Actors, Actors], ...]
    """Of every unit: who acts where it begins, and who where it ends."""
    words: tuple[Word, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that stand within a range, in text order."""
        first = bisect_left(self.word_starts, start)
        return self.words[first : bisect_right(self.word_ends, end, first)]


def scene(masked: MaskedSentence, letter_text: str) -> Scene | None:
    """Return what the scorer sees of a sentence, None where it names nothing."""
    units = tuple(_units(masked, letter_text))
    if not units:
        return None
    words = tuple(_words_of(masked.text))
    plain = _LATIN.sub("x", _DIGIT.sub("0", masked.text))
    return Scene(
        masked=masked,
        letters=_MASK.sub(lambda match: _letter(masked.names[match[0]]), plain),
        units=units,
        acting=tuple((actors_at(masked, unit.start), actors_at(masked, unit.end)) for unit in units),
        words=words,
        word_starts=tuple([word.start for word in words]),
        word_ends=tuple([word.end for word in words]),
    )


def _words_of(text: str) -> Iterator[Word]:
    known, told = _words(), relation_words()
    for start, end, index in known.automaton.find(text):
        word = known.words[index]
        yield Word(start=start, end=end, relations=told[word], text=word)


def telling_word(scene: Scene, relation: str, first: Unit | None, second: Unit) -> Word | None:
    """Return the word that most likely tells a relation of two units (`first` None: understood), in their clauses.

    The last one between them, else the next one behind them, else the last one before them; of words that tell this
    relation, or where there are none, of all words. None where no word stands there.
    """
    begin, _ = clause_bounds(scene.masked.text, (first or second).start)
    _, stop = clause_bounds(scene.masked.text, second.end)
    words = scene.words_in(begin, stop)
    for some in ([word for word in words if relation in word.relations], words):
        behind = [word for word in some if word.start >= second.end]
        before = [word for word in some if word.end <= second.start]
        between = [word for word in before if first is None or word.start >= first.end]
        if some:
            return between[-1] if between else behind[0] if behind else some[-1]
    return None


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
                    kinds="".join(sorted({KIND_LETTERS[name.kind] for name in names})),
                    tail=printed[-2:],
                )
            )
    return found


def _letter(name: Name) -> str:
    letter = KIND_LETTERS[name.kind]
    return letter.lower() if name.anaphor else letter


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
