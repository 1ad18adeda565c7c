"""Claims of rank: 全市第二, 全省唯一, 全国首个, 数量全市最多: a scope and a rank close together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from corpus.records import Places
from ontology.clause_words import clause_words
from ontology.quantity_words import RankingPart, figure_words, ranking_words
from ontology.tsv import any_word

from ...records import ClaimStatus, LinkedLetter
from ..masking import ANY_PLACE, MaskedSentence, Name
from ..nodes import place_id
from ..records import OF_ANOTHER, Figure, RankingClaim
from ..status import clause_bounds, part_bounds
from .periods import Period, periods
from .places import own_place
from .quantities import quantities
from .quantity import han_number
from .times import time_of

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
    listed = [msgspec.structs.replace(_rank(match), own=True) for match in _listed_pattern().finditer(text)]
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


def ranking_claims(
    linked: LinkedLetter,
    masked: MaskedSentence,
    numbers: Sequence[Figure],
    places: Places,
    strives: Callable[[Rank], bool],
    asked: Callable[[int], bool],
) -> tuple[tuple[RankingClaim, ...], tuple[Figure, ...]]:
    """Return the ranking claims of a sentence, and its figures with the ranks that belong to them.

    A rank stands with a number of its own clause or of the clause before it, where the words between name no other
    metric (…119家，数量全市第一); else it becomes a figure of type `ranking`.

    `strives` tells of which it is only said that they will be, `asked` at which places of it somebody wants something.
    """
    ranked = [each for each in ranks(masked.text) if not asked(each.start)]
    if not ranked:
        return (), tuple(numbers)
    claims: list[RankingClaim] = []
    figures = list(numbers)
    for found in ranked:
        acting = acting_place(linked, masked, found)
        rank = msgspec.structs.replace(found, start=found.scope[1], scope=(0, 0)) if acting else found
        words = masked.printed(linked.letter, rank.start, rank.end)
        status: ClaimStatus = "planned" if strives(rank) else ""
        index = _ranked_number(masked, rank, figures)
        if index is None:
            alone = _alone(linked, masked, rank, words, _metric_before(masked, rank, figures))
            figures.append(msgspec.structs.replace(alone, status=status, place=acting or alone.place))
            index = len(figures) - 1
        else:
            figures[index] = msgspec.structs.replace(figures[index], ranking=words)
        claim = _claim(linked, masked, rank, words, figures[index], places)
        claims.append(msgspec.structs.replace(claim, status=status))
    return tuple(claims), tuple(sorted(figures, key=lambda figure: (figure.span, figure.figure_id)))


def acting_place(linked: LinkedLetter, masked: MaskedSentence, rank: Rank) -> str:
    """Return the node of the place before a rank that acts, and is not within what it ranks (甲区率先建成), or empty.

    全国率先 and 在甲区率先 say within what.
    """
    start, end = rank.scope
    if not masked.text.endswith(figure_words("acting"), end, rank.end):
        return ""
    within = masked.text.endswith(figure_words("linking"), 0, start)
    names = () if within else masked.names_in(start, end)
    known = masked.printed(linked.letter, start, end) in ranking_words("scope")
    return "" if known else _first_node(names)


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


def _ranked_number(masked: MaskedSentence, rank: Rank, figures: Sequence[Figure]) -> int | None:
    """The index of the number that a rank is about, None where the rank has a metric of its own."""
    start, end = clause_bounds(masked.text, rank.start)
    inside = [
        index
        for index, figure in enumerate(figures)
        if _between(masked, figure, start, end) and _may_be_ranked(figure)
    ]
    if inside:
        return inside[-1]
    before = masked.text[start : rank.start]
    if start == 0 or rank.own or not _says_nothing_new(before) or _names_ranked(rank, end):
        return None
    begin, stop = clause_bounds(masked.text, start - 1)
    previous = [
        index
        for index, figure in enumerate(figures)
        if _between(masked, figure, begin, stop) and (_may_be_ranked(figure) or figure.type == "ranking")
    ]
    return previous[-1] if previous else None


def _names_ranked(rank: Rank, end: int) -> bool:
    """Whether the words for a rank say themselves what is ranked: 占地50亩，为全省首个X平台."""
    return rank.behind and rank.end < end


def _may_be_ranked(figure: Figure) -> bool:
    """Whether a rank may be that of a number: not of a mere change (较上年提高0.4个百分点，总量居全国第四位)."""
    return figure.type != "ranking" and not (figure.amount_role in OF_ANOTHER and figure.type == "percent")


def _says_nothing_new(words: str) -> bool:
    """Whether words before a rank name no metric of their own: 数量居, 继续保持, 连续三年居."""
    return bool(_nothing_new_pattern().fullmatch(words))


@cache
def _nothing_new_pattern() -> re.Pattern[str]:
    running = rf"连续[\d{ONE_TO_TEN}]+年"
    return re.compile(rf"(?:{_linking()}|{'|'.join(figure_words('amount'))}|{running})*")


def is_linking(words: str) -> bool:
    """Return whether words do no more than link what is ranked with its rank: 居, 稳居, 位列."""
    return bool(re.fullmatch(f"(?:{_linking()})+", words))


@cache
def _linking() -> str:
    return any_word(figure_words("linking"))


def _between(masked: MaskedSentence, figure: Figure, start: int, end: int) -> bool:
    if start >= end:
        return False
    span = masked.span(start, end)
    return span.start <= figure.span.start < span.end


def _metric_before(masked: MaskedSentence, rank: Rank, figures: Sequence[Figure]) -> str:
    """The metric of the last figure before a rank in its sentence, or the empty string."""
    at = masked.span(rank.start, rank.end).start
    earlier = [figure.metric for figure in figures if figure.span.start < at and figure.type != "ranking"]
    return earlier[-1] if earlier else ""


def _alone(linked: LinkedLetter, masked: MaskedSentence, rank: Rank, words: str, before: str) -> Figure:
    letter, sentence = linked.letter, masked.sentence
    span = masked.span(rank.start, rank.end)
    time = _time_of(linked, masked, rank)
    return Figure(
        figure_id=f"{letter.letter_id}.f{span.start:05d}",
        letter_id=letter.letter_id,
        type="ranking",
        metric=_metric(linked, masked, rank, before),
        value=str(rank.rank) if rank.ordinal and rank.rank else "",
        unit="名次" if rank.ordinal else "",
        normalised=str(rank.rank) if rank.ordinal and rank.rank else "",
        canonical_unit="名次" if rank.ordinal else "",
        bound="exact",
        amount_role="",
        about=_about(masked, rank),
        place=own_place(linked),
        scope=masked.printed(linked.letter, *rank.scope),
        period_start=time.first if time else "",
        period_end=time.last if time else "",
        as_of=time.as_of if time else "",
        sentence_id=sentence.sentence_id,
        section_id=sentence.section_id or "",
        span=span,
        quote=sentence.span,
        ranking=words,
    )


def _time_of(linked: LinkedLetter, masked: MaskedSentence, rank: Rank) -> Period | None:
    """When a rank holds that belongs to no number (截至2024年上半年，数量全市最多).

    What is the first of its kind is so since what was told before it in its part (于2024年4月发布，为全省首个X).
    """
    times = periods(masked.text, linked.letter.header.date)
    if not times:
        return None
    found = time_of(masked.text, times, quantities(masked.text), rank, planned=False)
    start, _ = part_bounds(masked.text, rank.start)
    before = [each for each in times if start <= each.start < each.end <= rank.start and not each.as_of]
    return found or (before[-1] if before and rank.behind else None)


def _first_node(names: Sequence[Name]) -> str:
    """Return the node of the first name; empty without names, and where it stands for nothing known."""
    return names[0].node_ids[0] if names and names[0].node_ids else ""


def _claim(
    linked: LinkedLetter, masked: MaskedSentence, rank: Rank, words: str, figure: Figure, places: Places
) -> RankingClaim:
    letter, sentence = linked.letter, masked.sentence
    span = masked.span(rank.start, rank.end)
    scope = masked.printed(linked.letter, *rank.scope)
    territory = _first_node(masked.names_in(*rank.scope)) or _territory(scope, places, letter.header.home)
    return RankingClaim(
        ranking_id=f"{letter.letter_id}.r{span.start:05d}",
        letter_id=letter.letter_id,
        metric=figure.metric,
        words=words,
        scope=scope,
        territory=territory,
        rank=rank.rank,
        place=figure.place,
        as_of=figure.as_of or figure.period_end,
        figure_id=figure.figure_id,
        about=figure.about,
        sentence_id=sentence.sentence_id,
        section_id=sentence.section_id or "",
        span=span,
        quote=sentence.span,
    )


def _territory(scope: str, places: Places, within: str | None) -> str:
    canonical = places.resolve(scope, within=within)
    return place_id(canonical) if canonical else ""


def _metric(linked: LinkedLetter, masked: MaskedSentence, rank: Rank, before: str) -> str:
    """What is ranked; a bare 数量 is that of the figure before it."""
    start, end = clause_bounds(masked.text, rank.start)
    if rank.behind and rank.end < end:
        return masked.printed(linked.letter, *_thing_behind(masked.text, rank, end))
    links = "|".join((_linking(), *figure_words("taking")))
    head = re.sub(rf"(?:{links})+$", "", masked.text[start : rank.start])
    if not head or head in figure_words("amount"):
        return before + head
    return masked.printed(linked.letter, start, start + len(head))


def _thing_behind(text: str, rank: Rank, end: int) -> tuple[int, int]:
    """The range of what is ranked behind the words for its rank, up to where the clause tells what it does."""
    start = rank.end + text.startswith("的", rank.end)
    told = _telling_pattern().search(text, start + 1, end)
    return start, told.start() if told else end


def _about(masked: MaskedSentence, rank: Rank) -> tuple[str, ...]:
    start, end = clause_bounds(masked.text, rank.start)
    names = _things(masked, start, end)
    if rank.behind:
        names = _things(masked, *_thing_behind(masked.text, rank, end)) or names
    return tuple(dict.fromkeys(node_id for name in names for node_id in name.node_ids))


def _things(masked: MaskedSentence, start: int, end: int) -> list[Name]:
    return [name for name in masked.names_in(start, end) if name.kind != "place"]


@cache
def _ranking_pattern() -> re.Pattern[str]:
    """What every claim of rank holds; few sentences do."""
    return re.compile(any_word(("第", *ranking_words("rank"))))


@cache
def _pattern() -> re.Pattern[str]:
    scope = rf"(?:[{ANY_PLACE}]|{_words('scope')})"
    between = rf"(?:(?!{scope}|{_words('over_time')})[^，。；：、》\d]){{0,8}}?"
    no_minimum = rf"(?!{_words('closing_rank')}(?![，。；、）]|的|$))"
    word = rf"(?!{_words('rank_trap')}){no_minimum}(?P<word>{_words('rank')})"
    return re.compile(rf"(?P<scope>{scope}){_words('scope_tail')}*{between}(?:{_ordinal()}|{word})")


@cache
def _ordinal() -> str:
    """第三位, 第3名; 第三家: of those there are it is the third, by no number before it."""
    one_of = rf"(?!{_words('classifier_trap')})(?P<classifier>{_words('classifier')})"
    number = rf"(?P<number>[{ONE_TO_TEN}]+|\d+)"
    return rf"第{number}(?:[位名]|{one_of}|(?=[，。；：、）]|$))"


def _words(part: RankingPart) -> str:
    return any_word(ranking_words(part))


@cache
def _telling_pattern() -> re.Pattern[str]:
    """What ends the name of a thing that a rank stands before: 首个X正式落地甲区."""
    return re.compile("—|" + any_word(figure_words("telling")))


@cache
def _listed_pattern() -> re.Pattern[str]:
    """位列…第3名, 排名第5: an ordinal behind a linking word, its scope in words of its own."""
    return re.compile(rf"(?:{_linking()})(?P<scope>[^，。；：、》\d第]{{0,10}}){_ordinal()}(?P<word>)")
