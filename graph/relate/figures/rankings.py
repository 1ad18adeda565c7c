"""Claims of rank, each with what it ranks: 全市第二, 全省唯一, 全国首个, 数量全市最多."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from corpus.records import Places
from ontology.quantity_words import figure_words, ranking_words
from ontology.tsv import any_word

from ...records import ClaimStatus, LinkedLetter
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..nodes import place_id
from ..records import OF_ANOTHER, Figure, RankingClaim
from ..status import clause_bounds, part_bounds
from .contests import contest
from .left_edges import left_edges
from .periods import Period, periods
from .places import own_place
from .quantities import quantities
from .quantity import RANGE
from .ranks import Rank, is_linking, linked_pattern, linking, ranks
from .times import time_of

_PLACE = re.compile(f"[{ANY_PLACE}]")
_WHO_AND_WHEN = re.compile(rf"[{ANY_NAME}{ANY_PLACE}\d年月{RANGE}]*")
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(AND)


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
        rank = _of_winner(linked, masked, found)
        place = acting or (_first_node(masked.names_in(*found.scope)) if rank is not found else "")
        rank = msgspec.structs.replace(rank, start=found.scope[1], scope=(0, 0)) if acting else rank
        words = masked.printed(linked.letter, rank.start, rank.end)
        status: ClaimStatus = "planned" if strives(rank) else ""
        index = _ranked_number(masked, rank, figures)
        if index is None:
            alone = _alone(linked, masked, rank, words, _metric_before(masked, rank, figures))
            figures.append(msgspec.structs.replace(alone, status=status, place=place or alone.place))
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


def _of_winner(linked: LinkedLetter, masked: MaskedSentence, rank: Rank) -> Rank:
    """Return a rank without a scope where the place before it has it, and is not within what: 我市综合评分位列第一.

    全国排名第三 says within what, and so does 在我市排名第三.
    """
    start, end = rank.scope
    name = masked.printed(linked.letter, start, end)
    within = name in ranking_words("scope") and name not in ranking_words("own")
    linked_to = linked_pattern().search(masked.text, end, rank.end)
    if (
        not rank.ordinal
        or within
        or linked_to is None
        or masked.text.endswith(figure_words("linking"), 0, start)
    ):
        return rank
    return msgspec.structs.replace(rank, start=linked_to.start(), scope=(0, 0), own=True)


def _ranked_number(masked: MaskedSentence, rank: Rank, figures: Sequence[Figure]) -> int | None:
    """The index of the number that a rank is about, None where the rank has a metric of its own."""
    start, end = clause_bounds(masked.text, rank.start)
    inside = [
        index
        for index, figure in enumerate(figures)
        if _between(masked, figure, start, end)
        and _may_be_ranked(figure)
        and not _only_says_how(masked, figure, rank)
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


def _only_says_how(masked: MaskedSentence, figure: Figure, rank: Rank) -> bool:
    """Whether a number tells among how many a rank was won, or for how long: 在60个城市中, 连续三年."""
    won = contest(masked.text, rank.start)
    if won and _between(masked, figure, won.start, won.end):
        return True
    return figure.type == "duration" and any(
        _between(masked, figure, *match.span()) for match in _running_pattern().finditer(masked.text)
    )


@cache
def _running_pattern() -> re.Pattern[str]:
    return re.compile(rf"连续[\d{ONE_TO_TEN}]+年")


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
    return re.compile(rf"(?:{linking()}|{any_word(figure_words('amount'))}|{_running_pattern().pattern})*")


def _between(masked: MaskedSentence, figure: Figure, start: int, end: int) -> bool:
    if start >= end:
        return False
    span = masked.span(start, end)
    return span.start <= figure.span.start < span.end


def _metric_before(masked: MaskedSentence, rank: Rank, figures: Sequence[Figure]) -> str:
    """The metric of the last figure before a rank in its sentence, or the empty string."""
    at = masked.span(rank.start, rank.end).start
    bare = is_linking(
        masked.text[clause_bounds(masked.text, rank.start)[0] : rank.start]
    )  # 增速6%，排名全市第四
    earlier = [
        figure.metric
        for figure in figures
        if figure.span.start < at
        and (_may_be_ranked(figure) or (bare and figure.metric.endswith(figure_words("rate"))))
        and not _only_says_how(masked, figure, rank)
    ]
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
        scope=masked.printed(linked.letter, *_scope(masked, rank)),
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
    within = _scope(masked, rank)
    scope = masked.printed(linked.letter, *within)
    territory = _first_node(masked.names_in(*within)) or _territory(scope, places, letter.header.home)
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


def _scope(masked: MaskedSentence, rank: Rank) -> tuple[int, int]:
    """The range of what a rank is within; where it has no scope of its own, what it was won among."""
    won = None if rank.scope[0] < rank.scope[1] else contest(masked.text, rank.start)
    return won.among if won else rank.scope


def _territory(scope: str, places: Places, within: str | None) -> str:
    canonical = places.resolve(scope, within=within)
    return place_id(canonical) if canonical else ""


def _metric(linked: LinkedLetter, masked: MaskedSentence, rank: Rank, before: str) -> str:
    """What is ranked; a bare 数量 is that of the figure before it, and who is ranked says less than in what."""
    text, (start, end) = masked.text, clause_bounds(masked.text, rank.start)
    if rank.behind and rank.end < end:
        return masked.printed(linked.letter, *_thing_behind(text, rank, end))
    won = contest(text, rank.start)
    found = _head(text, max(start, won.end) if won else start, rank.start)
    if won and _WHO_AND_WHEN.fullmatch(text, *found):
        found = _head(text, clause_bounds(text, won.start)[0], won.start)
        if _WHO_AND_WHEN.fullmatch(text, *found):
            found = won.among
            if _DIGIT.search(text, *found):
                return ""  # among how many is told, not in what
    head = "" if _PLACE.fullmatch(text, *found) else masked.printed(linked.letter, *found)
    return before + head if not head or head in figure_words("amount") else head


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of what is ranked before the words for its rank, without its place and what only links."""
    end = start + len(_link_pattern().sub("", text[start:end]))
    edge = left_edges().match(text, start, end)
    cut = edge.end() if edge else start
    whole = cut - start == 1 and not _PLACE.match(text, start)  # 有 of 有源器械
    if cut > start and _PLACE.match(text, cut - 1) and text.startswith(figure_words("landmark"), cut):
        cut -= 1  # 甲港吞吐量
    return (start if whole or text.startswith("（", cut) else cut), end


@cache
def _link_pattern() -> re.Pattern[str]:
    links = f"{linking()}|{any_word(figure_words('taking'))}|{_running_pattern().pattern}"
    return re.compile(f"(?:{links})+$")


def _thing_behind(text: str, rank: Rank, end: int) -> tuple[int, int]:
    """The range of what is ranked behind the words for its rank, up to where the clause tells what it does.

    Of several ranks of one thing (全省首个、全国最大的X) it stands behind the last.
    """
    for later in ranks(text):
        if later.behind and _JOINED.fullmatch(text, rank.end, later.start):
            rank = later
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
def _telling_pattern() -> re.Pattern[str]:
    """What ends the name of a thing that a rank stands before: 首个X正式落地甲区."""
    return re.compile("—|" + any_word(figure_words("telling")))
