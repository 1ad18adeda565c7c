"""Cuts a paragraph into words, each with what the lexicons know of it.

The cut is the likeliest one under word frequencies (unigram model over the lattice of all lexicon words, as in
jieba's dictionary mode); characters in no word stand alone. One automaton pass finds all words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log
from operator import itemgetter
from sys import intern
from typing import Final

import msgspec
from daachorse import CharwiseDoubleArrayAhoCorasick

from corpus.records import Span
from ontology import lexicon, places

from .marks import (
    BODY,
    CONJUNCTION,
    COUNTER,
    DIGITS,
    GENERIC,
    HARD,
    HEAD,
    LATIN,
    LEVEL,
    PLACE,
    PUNCTUATION,
    SOFT,
    SPACE,
    UNKNOWN,
    Traits,
    traits,
)

_RUN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9.\-]*|[0-9０-９]+(?:[.．][0-9０-９]+)*")
_LINE_BREAK = re.compile("\n")
_WORD_CHARACTER = re.compile(r"\w")
_RUN_COST: Final = 12.0
_TOTAL: Final = log(60_000_000)
"""Size of the corpus behind the frequencies of common_words.tsv."""
_Edge = tuple[int, int, int]
"""Where a word begins and ends, and its index in the table."""
_NO_INDEX: Final = -1
"""That of numbers and Latin letters, which no table holds."""
_START = itemgetter(0)
_FREQUENCY_BY_LENGTH: Final = (1, 20_000, 3_000, 1_500, 800, 400)
"""Frequency given to our own words, which were never counted: short ones are commoner."""


class Word(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False):
    """What is known of a word: `tag` joins the marks of all lexicons that hold it, `kinds` those of a head.

    Each word of a dictionary is one object.
    """

    text: str
    tag: str
    kinds: tuple[str, ...] = ()
    cost: float
    traits: Traits


def _word(text: str, tag: str, cost: float, kinds: tuple[str, ...] = ()) -> Word:
    # interned, as the values of features are: then most look-ups compare no characters
    text, tag = intern(text), intern(tag)
    return Word(text=text, tag=tag, kinds=kinds, cost=cost, traits=traits(text, tag))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph in words. `starts[i]` is the offset of word i in the paragraph, with a last entry for its end."""

    words: Sequence[Word]
    starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Segmenter:
    """Cuts text into words. Built from hashed files of ours only: daachorse trusts what it is given."""

    table: Mapping[int, Word] = field(repr=False)
    costs: Mapping[int, float] = field(repr=False)
    automaton: CharwiseDoubleArrayAhoCorasick = field(repr=False)

    def cut(self, text: str) -> Words:
        """Return the words of `text`, which together are the whole of it."""
        found = self.automaton.find_overlapping(text)
        found += [(*match.span(), _NO_INDEX) for match in _RUN.finditer(text)]
        found.sort(key=_START, reverse=True)
        choice = self._cheapest(len(text), found)
        words: list[Word] = []
        starts: list[int] = []
        at = 0
        while at < len(text):
            starts.append(at)
            chosen = choice[at]
            if chosen is None:
                words.append(single(text[at]))
                at += 1
            else:
                _, end, index = chosen
                words.append(_run(text[at:end]) if index == _NO_INDEX else self.table[index])
                at = end
        starts.append(len(text))
        return Words(words=words, starts=starts)

    def _cheapest(self, size: int, found: Sequence[_Edge]) -> list[_Edge | None]:
        """Return for each character the word that begins the cheapest rest of the text, None for the character alone.

        `found` are all words, the last ones first; of those that begin together and cost the same the first counts.
        """
        costs = self.costs
        rest = [0.0] * (size + 1)
        choice: list[_Edge | None] = [None] * size
        at, cheapest = size, 0.0
        for each in found:
            start, end, index = each
            while at > start:
                rest[at] = cheapest
                cheapest += _TOTAL
                at -= 1
            cost = rest[end] + costs[index]
            if cost < cheapest:
                cheapest, choice[start] = cost, each
        return choice


@cache
def single(character: str) -> Word:
    """Return a character that is in no word as one of its own."""
    tag = SPACE if character.isspace() else UNKNOWN if _WORD_CHARACTER.match(character) else PUNCTUATION
    return _word(character, tag, _TOTAL)


@lru_cache(maxsize=1 << 14)
def _run(text: str) -> Word:
    return _word(text, DIGITS if text[0].isdigit() else LATIN, _RUN_COST)


@cache
def segmenter() -> Segmenter:
    """Return the segmenter over all shipped lexicons (built once per process)."""
    tags: dict[str, str] = {}
    for mark, texts in _marked().items():
        for text in texts:
            tags[text] = tags.get(text, "") + mark
    vocabulary = sorted({*lexicon.boundary_words(), *lexicon.common_words(), *tags})
    table = _Vocabulary(vocabulary, tags)
    return Segmenter(table, _Costs(table), CharwiseDoubleArrayAhoCorasick(vocabulary))


class _Vocabulary(dict[int, Word]):
    """The words by their index, each made when a text first holds it: a few letters hold few of them."""

    def __init__(self, texts: Sequence[str], tags: Mapping[str, str]) -> None:
        super().__init__()
        self._texts, self._tags = texts, tags

    def __missing__(self, index: int) -> Word:
        text = self._texts[index]
        word = self[index] = _known_word(text, self._tags.get(text, ""))
        return word


class _Costs(dict[int, float]):
    """What the words cost, by index: found in less time than in the words."""

    def __init__(self, table: Mapping[int, Word]) -> None:
        super().__init__({_NO_INDEX: _RUN_COST})
        self._table = table

    def __missing__(self, index: int) -> float:
        cost = self[index] = self._table[index].cost
        return cost


def _known_word(text: str, tag: str) -> Word:
    heads, clause, common = lexicon.heads(), lexicon.boundary_words(), lexicon.common_words()
    tag += _boundary_marks(clause[text], alone=not tag) if text in clause else ""
    counted = common[text].frequency if text in common else 0
    kinds = heads[text].kinds if text in heads else ()
    return _word(text, tag or common[text].part_of_speech[0], _cost(text, counted), kinds)


def _marked() -> dict[str, Collection[str]]:
    """Return the words of each lexicon under its mark, in the order of the marks in a tag."""
    clause = lexicon.boundary_words()
    return {
        BODY: frozenset(form for body in lexicon.bodies() for form in body.forms),
        # 会同县 is not preferred to 会同 before 县
        PLACE: frozenset(name for name in places.load().names() if name[:-1] not in clause)
        | lexicon.words("torn_towns.tsv"),
        LEVEL: lexicon.words("level_words.tsv"),
        HEAD: lexicon.heads().keys(),
        GENERIC: lexicon.words("generic_words.tsv"),
    }


def _boundary_marks(word: lexicon.BoundaryWord, *, alone: bool) -> str:
    """Return the marks of a boundary word; one that is anything else too may stand in names, so it is soft."""
    mark = HARD if word.hard and alone else SOFT
    return mark + {"conjunction": CONJUNCTION, "counter": COUNTER}.get(word.word_class, "")


def _cost(text: str, counted: int) -> float:
    own = _FREQUENCY_BY_LENGTH[min(len(text), len(_FREQUENCY_BY_LENGTH) - 1)]
    return _TOTAL - log(counted or own)


def joined(words: Iterable[Word]) -> str:
    """Return the text that the words make up."""
    return "".join(word.text for word in words)


def is_coined(name: str, *, or_placed: bool = False) -> bool:
    """Return whether a name holds a character that no dictionary word has, Latin letters, or (`or_placed`) a place."""
    words = segmenter().cut(name).words
    return any(word.tag in (UNKNOWN, LATIN) or (or_placed and PLACE in word.tag) for word in words)


class WordEdges:
    """Where the words of a text begin and end; a paragraph is cut once, when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        self._edges: dict[int, frozenset[int]] = {}

    def hold(self, span: Span) -> bool:
        """Return whether a stretch begins and ends at a word of its paragraph: 青石 is no name in 青石板."""
        return self._is_edge(span.start) and self._is_edge(span.end)

    def _is_edge(self, offset: int) -> bool:
        begin = self._paragraphs[bisect_right(self._paragraphs, offset) - 1]
        if begin not in self._edges:
            end = self._text.find("\n", begin)
            paragraph = self._text[begin : end if end >= 0 else None]
            self._edges[begin] = frozenset(segmenter().cut(paragraph).starts)
        return offset - begin in self._edges[begin]
