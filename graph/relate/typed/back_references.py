"""Bare nouns that stand for a thing named before them: …设立海洋中试基地，基地坐落于…; 中试基地二期.

后者 is the last thing named before it in its sentence, 前者 the last but one. Others only where exactly one named thing
can be meant: a bare noun looks back within its paragraph, to the nearest sentence that names a thing ending in it; a
clipped name (four characters or more) looks back through the whole letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from daachorse import CharwiseDoubleArrayAhoCorasick

from corpus.records import Sentence, Span
from ontology.back_reference_words import BackReferenceRole, back_reference_words
from ontology.tsv import any_word

from ...records import LinkedLetter, Mention

_CLIPPED = 4
"""A clipped name of fewer characters than this is treated as a bare noun."""
_THIS = "该此"
_CLOSING = ("”", "’", "」", '"')
_OF_TWO: Final[tuple[BackReferenceRole, ...]] = ("latter", "earlier")
_CLUES: Final[tuple[BackReferenceRole, ...]] = ("head", "pointed", "tail", "pointed_body")
_FROM_LAST: Final[Mapping[str, int]] = {"latter": 1, "earlier": 2}
"""Of two things named before it, which one a word stands for, counted from the last."""


def back_references(linked: LinkedLetter, sentence: Sentence) -> Iterator[tuple[Span, Mention]]:
    """Yield where such a noun stands in a sentence, with the mention that it stands for, in text order."""
    text = linked.letter.text
    clues = _clues(text)
    nearest = bisect_left(clues, sentence.span.start)
    if nearest == len(clues) or clues[nearest] >= sentence.span.end:
        return
    for match in _pattern().finditer(text, sentence.span.start, sentence.span.end):
        group = match.lastgroup or ""
        span = Span(start=match.start(group), end=match.end(group))
        if group in _FROM_LAST:
            meant = _last_named(linked, sentence, span, _FROM_LAST[group])
        else:
            noun = text[span.start : span.end].lstrip(_THIS)
            meant = _meant(linked, sentence, span, noun, pointed=group == "definite")
        if meant:
            yield span, meant


def _meant(
    linked: LinkedLetter, sentence: Sentence, span: Span, noun: str, *, pointed: bool
) -> Mention | None:
    """The mention before `span` that a noun stands for, None where there is none or more than one.

    A noun that is pointed at (该基金) means the nearest one.
    """
    text = linked.letter.text
    earlier = _ending_in(linked, span, noun, _endings(noun))
    if pointed and not earlier and noun in back_reference_words()["firm"]:
        earlier = _ending_in(linked, span, noun, back_reference_words()["firm_end"])
    if len(noun) < _CLIPPED:
        earlier = _nearest(linked, sentence, earlier)
    if pointed:
        standing = [
            each
            for each in earlier
            if not text.endswith(back_reference_words()["beside"], 0, each.span.start)
        ]
        return (standing or earlier)[-1] if earlier else None
    entities = {linked.entity_ids[each.mention_id] for each in earlier}
    return earlier[-1] if len(entities) == 1 else None


def _ending_in(linked: LinkedLetter, span: Span, noun: str, endings: tuple[str, ...]) -> list[Mention]:
    """The mentions before `span` that end so, or are called so, and are no anaphora."""
    return [
        each
        for each in linked.mentions
        if each.span.end <= span.start
        and linked.entity_ids.get(each.mention_id)
        and not each.anaphor
        and each.text != noun
        and (each.text.endswith(endings) or _is_called(linked.letter.text, each, noun))
    ]


def _endings(noun: str) -> tuple[str, ...]:
    """What a name ends in that a noun may stand for: 园区 for an 产业园."""
    short = noun.removesuffix("区")
    return (noun, short) if short in back_reference_words()["short"] else (noun,)


def _is_called(text: str, mention: Mention, noun: str) -> bool:
    """Whether the noun stands behind a quoted name and says what it is: “某某通”系统."""
    closed = text.startswith(_CLOSING, mention.span.end)
    return closed and text.startswith(noun, mention.span.end + 1)


def _last_named(linked: LinkedLetter, sentence: Sentence, span: Span, number: int) -> Mention | None:
    """The last body or thing that the sentence names before `span`, or another one, told by its number from there.

    Where 前者 stands before 后者, both are told from there.
    """
    first = min(
        (
            at
            for word in back_reference_words()["earlier"]
            if (at := linked.letter.text.find(word, sentence.span.start, span.start)) >= 0
        ),
        default=span.start,
    )
    earlier = [
        each
        for each in linked.mentions
        if sentence.span.start <= each.span.start
        and each.span.end <= first
        and each.kind != "policy"
        and linked.entity_ids.get(each.mention_id)
    ]
    return earlier[-number] if len(earlier) >= number else None


def _nearest(linked: LinkedLetter, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the last sentence of the paragraph, up to this one, that holds any."""
    text = linked.letter.text
    paragraph = text.rfind("\n", 0, sentence.span.start) + 1
    inside = [each for each in mentions if each.span.start >= paragraph]
    if not inside:
        return []
    begin = max(text.rfind("。", 0, inside[-1].span.start) + 1, paragraph)
    return [each for each in inside if each.span.start >= begin]


@lru_cache(maxsize=4)
def _clues(text: str) -> tuple[int, ...]:
    """Where a letter has a noun with what must stand beside it, found in one pass: most sentences hold none."""
    return tuple(sorted(start for start, _, _ in _clue_words().find_overlapping(text)))


@cache
def _clue_words() -> CharwiseDoubleArrayAhoCorasick:
    heads, pointed, tails, bodies = (back_reference_words()[role] for role in _CLUES)
    of_two = (word for role in _OF_TWO for word in back_reference_words()[role])
    definite = (this + head for this in _THIS for head in (*heads, *pointed, *bodies))
    plain = (head + tail for head in heads for tail in tails)
    return CharwiseDoubleArrayAhoCorasick(sorted({*definite, *plain, *of_two}))


@cache
def _pattern() -> re.Pattern[str]:
    heads, pointed, openings, tails = (_any_of(role) for role in ("head", "pointed", "opening", "tail"))
    bodies = rf"(?:{_any_of('pointed_body')})(?!{_any_of('no_body')})"
    before = rf"(?:^|(?<=[，。；：\n])|{openings})"
    noun = rf"(?:[^，。；：、（）\s]{{1,10}}?)?{heads}"
    of_two = "|".join(f"(?P<{role}>{_any_of(role)})" for role in _OF_TWO)
    return re.compile(
        rf"(?P<definite>[{_THIS}](?:{heads}|{pointed}|{bodies}))|{of_two}|{before}(?P<noun>{noun})(?={tails})",
        re.MULTILINE,
    )


def _any_of(role: BackReferenceRole) -> str:
    return any_word(back_reference_words()[role])
