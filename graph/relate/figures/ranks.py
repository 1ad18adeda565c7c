"""The words of a claim of rank in a masked sentence: a scope (全省) and a rank (第二位, 唯一) close together."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from ontology.clause_words import clause_words
from ontology.quantity_words import RankingPart, figure_words, ranking_words
from ontology.tsv import any_word

from ..masking import ANY_PLACE
from .contests import contest
from .quantity import han_number

_DESCRIBED = re.compile("的[^，。；：、]{2}")
"""Behind a rank: what is ranked follows (全球领先的平台)."""


class Rank(msgspec.Struct, frozen=True):
    """A claim of rank at [start, end) of a masked text: its scope word, the number that it says or None.

    `behind`: what is ranked stands behind the words (全国首个X平台), else before them (X数量全市最多).
    """

    start: int
    end: int
    scope: tuple[int, int]
    rank: int | None
    ordinal: bool
    behind: bool
    own: bool = False
    """Whether the claim has words of its own for its scope, so that it belongs to no number before it."""


@lru_cache(maxsize=512)
def ranks(text: str) -> tuple[Rank, ...]:
    """Return the claims of rank in a masked sentence, in text order.

    A rank without a scope counts only as an ordinal behind a linking word: 位列主城新区第3名.
    """
    if not _ranking_pattern().search(text):
        return ()
    scoped = [_rank(match) for match in _pattern().finditer(text)]
    listed = [
        msgspec.structs.replace(_rank(match), own=True)
        for match in _listed_pattern().finditer(text)
        if match["number"] or contest(text, match.start())  # 把安全放在首位 is no rank
    ]
    free = [
        rank
        for rank in listed
        if not any(rank.start < other.end and other.start < rank.end for other in scoped)
    ]
    found = sorted((*scoped, *free), key=lambda rank: rank.start)
    return tuple(rank for rank in found if not _is_left(text, rank))


def _is_left(text: str, rank: Rank) -> bool:
    """Whether an ordinal is where a rise or fall began and no rank any more: 由全国第12位升至第5位."""
    start = clause_words()["starting"]
    began = text.endswith(start, 0, rank.start) or text.startswith(start, rank.scope[0])
    return rank.ordinal and began and _reaching_pattern().match(text, rank.end) is not None


@cache
def _reaching_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：、\d]{{0,6}}?{any_word(figure_words('reached'))}")


def _rank(match: re.Match[str]) -> Rank:
    number = match["number"]
    word = None if number else ranking_words("rank")[match["word"]]
    one_of = bool(match["classifier"])
    value = word.rank if word else int(number) if number.isdigit() else han_number(number)
    return Rank(
        start=match.start(),
        end=match.end(),
        scope=match.span("scope"),
        rank=value,
        ordinal=bool(number)
        or (word is not None and word.ordinal and not match.string[match.end() :][:1].isalnum()),
        behind=one_of
        or (word is not None and (word.behind or bool(_DESCRIBED.match(match.string, match.end())))),
        own=one_of,
    )


def is_linking(words: str) -> bool:
    """Return whether words do no more than link what is ranked with its rank: 居, 稳居, 位列."""
    return bool(re.fullmatch(f"(?:{linking()})+", words))


@cache
def linking() -> str:
    """Return an expression for a word that stands between what is ranked and its rank."""
    return any_word(figure_words("linking"))


@cache
def _ranking_pattern() -> re.Pattern[str]:
    """What every claim of rank holds; few sentences do."""
    return re.compile(any_word(("第", *ranking_words("rank"))))


@cache
def _pattern() -> re.Pattern[str]:
    scope = rf"(?:[{ANY_PLACE}]|{_words('scope')})"
    between = rf"(?:(?!{scope}|{_words('over_time')})[^，。；：、》\d]){{0,8}}?"
    no_minimum = rf"(?!{_words('closing_rank')}(?![，。；、）]|的|$))"
    limit = any_word(word for word, told in ranking_words("rank").items() if not told.behind)
    no_limit = rf"(?!{limit}\d)"  # 给予最高100万元
    word = rf"(?!{_words('rank_trap')}){no_minimum}{no_limit}(?P<word>{_words('rank')})"
    return re.compile(
        rf"(?P<scope>{scope}){_words('scope_tail')}*(?P<between>{between})(?:{_ordinal()}|{word})"
    )


@cache
def _ordinal() -> str:
    """第三位, 第3名; 第三家: of those there are it is the third, by no number before it."""
    one_of = rf"(?!{_words('classifier_trap')})(?P<classifier>{_words('classifier')})"
    number = rf"(?P<number>[{ONE_TO_TEN}]+|\d+)"
    return rf"第{number}(?:[位名]|{one_of}|(?=[，。；：、）]|$))"


def _words(part: RankingPart) -> str:
    return any_word(ranking_words(part))


@cache
def linked_pattern() -> re.Pattern[str]:
    """Return the pattern of the linking word right before an ordinal."""
    return re.compile(rf"{linking()}(?={_ordinal()}$)")


@cache
def _listed_pattern() -> re.Pattern[str]:
    """位列…第3名, 排名第5, 居首位: an ordinal behind a linking word, its scope in words of its own."""
    words = any_word(word for word, told in ranking_words("rank").items() if told.ordinal)
    scope = r"(?P<scope>[^，。；：、》\d第]{0,10}?)"
    return re.compile(rf"(?:{linking()}){scope}(?:{_ordinal()}|(?P<word>{words}))")
