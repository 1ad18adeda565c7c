"""Cuts a paragraph into words, each with what the lexicons know of it.

The cut is the likeliest one under word frequencies (unigram model over the lattice of all lexicon words, as in
jieba's dictionary mode); characters in no word stand alone. One automaton pass finds all words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from typing import Final

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology import lexicon, places

HEAD, PLACE, LEVEL, BODY, HARD, SOFT, GENERIC, CONJUNCTION, COUNTER = (
    "H",
    "L",
    "l",
    "B",
    "S",
    "s",
    "G",
    "c",
    "q",
)
PUNCTUATION, LATIN, DIGITS, UNKNOWN, SPACE = "P", "A", "#", "U", "w"

_RUN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9.\-]*|[0-9０-９]+(?:\.[0-9]+)*")
_WORD_CHARACTER = re.compile(r"\w")
_TOTAL: Final = log(60_000_000)
"""Size of the corpus behind the frequencies of common_words.tsv."""
_FREQUENCY_BY_LENGTH: Final = (1, 20_000, 3_000, 1_500, 800, 400)
"""Frequency given to our own words, which were never counted: short ones are commoner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is known of a word: `tag` joins the marks of all lexicons that hold it, `kinds` those of a head."""

    text: str
    tag: str
    kinds: tuple[str, ...] = ()
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph in words. `starts[i]` is the offset of word i in the paragraph, with a last entry for its end."""

    words: Sequence[Word]
    starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Segmenter:
    """Cuts text into words. Built from hashed files of ours only: daachorse trusts what it is given."""

    table: Sequence[Word] = field(repr=False)
    automaton: CharwiseDoubleArrayAhoCorasick = field(repr=False)

    def cut(self, text: str) -> Words:
        """Return the words of `text`, which together are the whole of it."""
        size = len(text)
        edges: list[list[tuple[int, Word]]] = [[] for _ in range(size)]
        table = self.table
        for start, end, index in self.automaton.find_overlapping(text):
            edges[start].append((end, table[index]))
        for match in _RUN.finditer(text):
            run = match.group()
            tag = DIGITS if run[0].isdigit() else LATIN
            edges[match.start()].append((match.end(), Word(text=run, tag=tag, cost=12.0)))
        return _best_path(text, edges)


def _best_path(text: str, edges: Sequence[Sequence[tuple[int, Word]]]) -> Words:
    size = len(text)
    best = [0.0] * (size + 1)
    choice: list[tuple[int, Word | None]] = [(0, None)] * size
    for start in range(size - 1, -1, -1):
        cheapest, taken = best[start + 1] + _TOTAL, (start + 1, None)
        for end, word in edges[start]:
            cost = best[end] + word.cost
            if cost < cheapest:
                cheapest, taken = cost, (end, word)  # type: ignore[assignment]  # widened from None
        best[start], choice[start] = cheapest, taken
    words: list[Word] = []
    starts: list[int] = []
    position = 0
    while position < size:
        end, chosen = choice[position]
        words.append(chosen or _single(text[position]))
        starts.append(position)
        position = end
    starts.append(size)
    return Words(words=words, starts=starts)


@cache
def _single(character: str) -> Word:
    tag = SPACE if character.isspace() else UNKNOWN if _WORD_CHARACTER.match(character) else PUNCTUATION
    return Word(text=character, tag=tag, cost=_TOTAL)


@cache
def segmenter() -> Segmenter:
    """Return the segmenter over all shipped lexicons (built once per process)."""
    words = _vocabulary()
    texts = sorted(words)
    return Segmenter(tuple(words[text] for text in texts), CharwiseDoubleArrayAhoCorasick(texts))


def _vocabulary() -> dict[str, Word]:
    heads, clause, common = lexicon.heads(), lexicon.boundary_words(), lexicon.common_words()
    marked = _marked()
    words: dict[str, Word] = {}
    for text in sorted({*clause, *common, *(text for texts in marked.values() for text in texts)}):
        tag = "".join(mark for mark, texts in marked.items() if text in texts)
        tag += _boundary_marks(clause[text], alone=not tag) if text in clause else ""
        counted = common[text].frequency if text in common else 0
        words[text] = Word(
            text=text,
            tag=tag or common[text].part_of_speech[0],
            kinds=heads[text].kinds if text in heads else (),
            cost=_cost(text, counted),
        )
    return words


def _marked() -> dict[str, Collection[str]]:
    """Return the words of each lexicon under its mark, in the order of the marks in a tag."""
    clause = lexicon.boundary_words()
    return {
        BODY: frozenset(form for body in lexicon.bodies() for form in body.forms),
        # 会同县 is not preferred to 会同 before 县
        PLACE: frozenset(name for name in places.load().names() if name[:-1] not in clause),
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
