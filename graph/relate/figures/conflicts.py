"""Claims that do not agree: figures of one metric, counts against their own lists, ranks of differing scope.

Everything here asks for review; nothing is declared wrong (research: scopes differ more often than letters err).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter
from typing import Literal, TypeVar

from ontology.quantity_words import units

from ...records import LinkedLetter
from ..lists import AND
from ..masking import ANY_NAME, LetterNames, MaskedSentence, mask
from ..records import OF_ANOTHER, Figure, RankingClaim
from .bare_metrics import ends_bare
from .likeness import alike, metrics_alike, says_enough

ConflictKind = Literal["figure", "count", "ranking", "rank", "further"]
"""ranking: of differing scope; rank: of the same; further: pairs of any that are only counted."""
FigureGroup = tuple[str, str, str, str, str]
"""Place, first and last day, unit and role."""
_Claim = TypeVar("_Claim", Figure, RankingClaim)
_OTHER_RANK = "same scope, other ranks; please review"
_MOST_OF_A_KIND = 200
"""Groups beyond this size are not compared pair by pair: their metric says too little (个, 全年)."""
MOST_PARTNERS = 10
"""A pair is only counted where both are told to differ from so many others: 200 figures of a kind make 19,900 pairs."""
_LIST_BEFORE = re.compile(rf"(?P<names>[{ANY_NAME}](?:{AND}?[{ANY_NAME}])+)(?P<more>等)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims that should be looked at side by side: their ids, and what differs in both languages."""

    kind: ConflictKind
    claim_ids: tuple[str, ...]
    letter_ids: tuple[str, ...]
    message_zh: str
    message_en: str


def compared_in(figure: Figure) -> FigureGroup | None:
    """Return the group within which a figure is compared with those of other letters: see `figure_conflicts`."""
    told = figure.type != "ranking" and figure.status != "planned" and figure.amount_role not in OF_ANOTHER
    if not told or not figure.metric or not figure.place or not (figure.period_end or figure.as_of):
        return None
    time = (figure.period_start, figure.period_end or figure.as_of)
    return figure.place, *time, figure.canonical_unit, figure.amount_role


def can_conflict(members: int) -> bool:
    """Return whether a group of so many figures or ranks is compared at all."""
    return 1 < members <= _MOST_OF_A_KIND


def figure_conflicts(figures: Iterable[Figure]) -> tuple[Conflict, ...]:
    """Return pairs of figures of the same metric, place, period and unit in two letters with different values.

    Targets, growth rates and comparisons are left out, so are figures without a period or a place: they may be of
    other times and regions. Every figure stands in all its pairs, or in `MOST_PARTNERS` and more.
    """
    grouped: dict[FigureGroup, list[Figure]] = defaultdict(list)
    for figure in figures:
        group = compared_in(figure)
        if group is not None:
            grouped[group].append(figure)
    return tuple(
        conflict
        for _, members in sorted(grouped.items())
        if can_conflict(len(members))
        for conflict in _told(_differing(members), _figure_pair, attrgetter("figure_id"))
    )


def ranking_comparisons(rankings: Iterable[RankingClaim]) -> tuple[Conflict, ...]:
    """Return pairs of ranking claims of two letters about alike metrics whose words differ (最多, 第二).

    Said to differ in metric, scope or date, or to ask for review where they differ in none of these; never declared a
    contradiction. Every claim stands in all its pairs, or in `MOST_PARTNERS` and more.
    """
    grouped: dict[str, list[RankingClaim]] = defaultdict(list)
    for ranking in rankings:
        if ranking.metric and ranking.place:
            grouped[ranking.place].append(ranking)
    return tuple(
        conflict
        for _, group in sorted(grouped.items())
        if can_conflict(len(group))
        for conflict in _told(_unlike(group), _ranking_pair, attrgetter("ranking_id"))
    )


def count_conflicts(linked: LinkedLetter, figures: Sequence[Figure]) -> tuple[Conflict, ...]:
    """Return the counts of a letter that disagree with the list of names before them (“A”“A”“B”等3个项目).

    A list closed by 等 may be shorter than its count, but not repeat a name to reach it.
    """
    sentences = {sentence.sentence_id: sentence for sentence in linked.letter.sentences}
    named = LetterNames(linked, ())
    counts = (
        figure
        for figure in figures
        if figure.bound == "exact" and figure.value.isdigit() and _counts_things(figure)
    )
    found: list[Conflict] = []
    for sentence_id, counted in groupby(counts, key=attrgetter("sentence_id")):
        known = named.of(sentences[sentence_id])
        if len(known) > 1:  # there may be a list
            masked = mask(linked.letter, sentences[sentence_id], known)
            found += (conflict for each in counted if (conflict := _count_conflict(masked, each)))
    return tuple(found)


def conflict_partners(conflicts: Iterable[Conflict]) -> Mapping[str, tuple[str, ...]]:
    """Return claim id → the ids of the claims that it is to be looked at with."""
    partners: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        for claim_id in conflict.claim_ids:
            partners[claim_id].update(each for each in conflict.claim_ids if each != claim_id)
    return {claim_id: tuple(sorted(others)) for claim_id, others in sorted(partners.items())}


def _told(
    pairs: Iterable[tuple[_Claim, _Claim]],
    conflict: Callable[[_Claim, _Claim], Conflict],
    name: Callable[[_Claim], str],
) -> Iterator[Conflict]:
    """Yield the conflicts of a group: of claims that differ from very many others, of each with some of them."""
    partners: Counter[str] = Counter()
    further: list[_Claim] = []
    for left, right in pairs:
        ids = name(left), name(right)
        if all(partners[one] >= MOST_PARTNERS for one in ids):
            further.append(left)
        else:
            partners.update(ids)
            yield conflict(left, right)
    if further:
        yield _further(further[0].letter_id, name(further[0]), len(further))


def _further(letter_id: str, claim_id: str, pairs: int) -> Conflict:
    return Conflict(
        kind="further",
        claim_ids=(claim_id,),
        letter_ids=(letter_id,),
        message_zh=f"此处所列之外，同地同类说法还有{pairs}对不一致，未逐一列出",
        message_en=f"{pairs} more pairs of claims of this place and kind differ and are not listed one by one",
    )


def _differing(group: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for left, right in combinations(sorted(group, key=lambda each: each.figure_id), 2):
        if left.letter_id == right.letter_id or left.normalised == right.normalised:
            continue
        if "about" not in {left.bound, right.bound} and _of_one_thing(left, right):
            yield left, right


def _unlike(group: Iterable[RankingClaim]) -> Iterator[tuple[RankingClaim, RankingClaim]]:
    for left, right in combinations(sorted(group, key=lambda each: each.ranking_id), 2):
        if left.letter_id == right.letter_id or left.words == right.words:
            continue
        if metrics_alike(left.metric, right.metric) and not _same_said(left, right):
            yield left, right


def _of_one_thing(left: Figure, right: Figure) -> bool:
    """Whether two metrics are alike; short ones (兑付, 产值) must be about a common entity as well.

    Those that bear the name of their thing are not about two: 甲省产业基金规模 is not that of 乙省产业基金.
    """
    common = bool(set(left.about) & set(right.about))
    differ = left.metric != right.metric and ends_bare(left.metric) and ends_bare(right.metric)
    if differ and left.about and right.about and not common:
        return False
    if says_enough(left.metric) and says_enough(right.metric):
        return alike(left.metric, right.metric)
    return left.metric == right.metric and common


def _figure_pair(left: Figure, right: Figure) -> Conflict:
    said = (f"{left.metric} {left.value}{left.unit}", f"{right.metric} {right.value}{right.unit}")
    time = left.as_of or left.period_end
    return Conflict(
        kind="figure",
        claim_ids=(left.figure_id, right.figure_id),
        letter_ids=(left.letter_id, right.letter_id),
        message_zh=f"同一指标、同一地区、同一时间（{time}）数值不同：{said[0]}；{said[1]}，请核对",
        message_en=f"same metric, place and time ({time}), different values: {said[0]}; {said[1]}; please review",
    )


def _same_said(left: RankingClaim, right: RankingClaim) -> bool:
    """Whether two claims of one rank only write it in another way: 全市第2, 全市第二."""
    return left.rank is not None and left.rank == right.rank and not _scopes_differing(left, right)


def _scopes_differing(left: RankingClaim, right: RankingClaim) -> list[str]:
    """What two ranks are told of in different ways, in both languages; the rank itself is none of it."""
    return [
        name
        for name, one, two in (
            ("指标 metric", left.metric, right.metric),
            ("范围 scope", left.scope, right.scope),
            ("时间 date", left.as_of, right.as_of),
        )
        if one != two
    ]


def _ranking_pair(left: RankingClaim, right: RankingClaim) -> Conflict:
    differs = _scopes_differing(left, right)
    zh, en = "、".join(each.split()[0] for each in differs), ", ".join(each.split()[1] for each in differs)
    said = f"{left.metric} {left.words}", f"{right.metric} {right.words}"
    why_zh = f"口径不同（{zh}），未必矛盾" if differs else "口径相同而位次不同，请核对"
    why_en = f"scopes differ ({en}), not necessarily a contradiction"
    return Conflict(
        kind="ranking" if differs else "rank",
        claim_ids=(left.ranking_id, right.ranking_id),
        letter_ids=(left.letter_id, right.letter_id),
        message_zh=f"排名并列对照：{said[0]}；{said[1]}；{why_zh}",
        message_en=f"ranks side by side: {said[0]}; {said[1]}; {why_en if differs else _OTHER_RANK}",
    )


def _counts_things(figure: Figure) -> bool:
    unit = units().get(figure.unit)
    return unit is not None and unit.dimension == "count"


def _count_conflict(masked: MaskedSentence, figure: Figure) -> Conflict | None:
    at = bisect_left(masked.offsets, figure.span.start)
    listed = _LIST_BEFORE.search(masked.text, 0, at)
    if listed is None:
        return None
    names = masked.names_in(*listed.span("names"))
    distinct, count = len({name.node_ids for name in names}), int(figure.value)
    complete = not listed["more"] or len(names) >= count
    if distinct == count or not complete:
        return None
    repeated = f"，其中{len(names) - distinct}个重复" if len(names) > distinct else ""
    return Conflict(
        kind="count",
        claim_ids=(figure.figure_id,),
        letter_ids=(figure.letter_id,),
        message_zh=f"称{figure.value}{figure.unit}{figure.metric}，但列出{distinct}个不同名称{repeated}",
        message_en=f"says {figure.value} {figure.metric}, but the list holds {distinct} distinct names",
    )
