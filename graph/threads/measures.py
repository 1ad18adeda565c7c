"""Promises of a number, told by what it counts: 建成X100家 and 确保X达到100家 are one, X已有82家 is how far it is.

A target is of its place, its year and its unit. What is to be added (新增5家) is another promise every year, and no
total tells how far it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache

from ..relate.figures.likeness import containment, metrics_alike, says_enough
from ..relate.figures.periods import periods
from ..relate.nodes import place_id
from ..relate.records import OF_ANOTHER
from ..tables.claim_records import CommitmentRow, FigureRow, ThreadRow
from .clauses.counts import (
    clause_around,
    counted_as,
    is_added,
    is_of_all_years,
    kinds_of_act,
    tells_what_came,
    words_before,
)
from .clauses.outcomes import TIME
from .clauses.word_roles import any_outcome_word, outcome_pattern, promise_pattern
from .steps import UNDATED, Step

MeasureKey = tuple[str, ...]
"""Place, year, unit and what is counted, of what makes promises of a number one."""
_MORE_OR_LESS = re.compile("比.*[增减多少]")
"""比2023年底增加29家: how far a figure is from another."""


_LEAST_NEAR = 0.5
"""Of the bigrams of a metric."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is to be reached, as the first promise has it, and the figures of later letters that tell how far it is."""

    key: MeasureKey
    metric: str
    first: FigureRow
    due: str
    total: bool
    """Whether a total is to be reached: what is done in one year does not tell how far it is, nor it what is done."""
    promises: list[str] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    answers: set[str] = field(default_factory=set)
    """Ids of those figures that a letter sets against the promise itself (原定120部，实际完成93部)."""

    def steps(self) -> Iterator[Step]:
        """Yield what the figures say: done where the number is reached, and not there where the time is over."""
        for row in self.figures:
            reached = _number(row) >= _number(self.first)
            until, told_of = self.first.period_end, row.as_of or row.period_end
            over = bool(until) and told_of >= until
            over = over or (
                row.figure_id in self.answers and bool(self.due) and row.date[: len(self.due)] > self.due
            )
            yield Step(
                order=row.date or UNDATED,
                letter_id=row.letter_id,
                start=row.start,
                claim_id=row.figure_id,
                date=row.date,
                status="done" if reached else "ongoing",
                sentence_id=row.sentence_id,
                promised=False,
                undone=not reached and over,
                when=_when(row) if reached else "",
                counted=True,
            )


def _when(row: FigureRow) -> str:
    """The first day of the last time in the clause of a number (20辆于2025年3月全部到位), empty where it tells none."""
    number = max(0, row.number_start - row.start)
    begin, end = clause_around(row.quote, number)
    told = [one.first for one in periods(row.quote[begin:end], row.date) if one.first and not one.goes_on]
    return told[-1] if told else ""


_Groups = dict[tuple[str, str], list[Measure]]


def measures(
    commitments: Iterable[CommitmentRow], figures: Sequence[FigureRow], homes: Mapping[str, str]
) -> Mapping[str, Measure]:
    """Return the measure of each promise of a number, by commitment_id; `homes`: the place of each letter."""
    targets = _targets(figures)
    groups: _Groups = defaultdict(list)
    found: dict[str, Measure] = {}
    counting = (
        (row, target)
        for row in commitments
        if (target := _target(row, targets.get(row.letter_id, ()))) is not None
    )
    for row, target in sorted(counting, key=lambda one: (one[0].date or UNDATED, one[0].commitment_id)):
        found[row.commitment_id] = _measure(row, target, groups, homes)
    _add_all_progress(figures, groups, homes)
    return {one: each for one, each in found.items() if each.figures or len(each.promises) > 1}


def reaching(
    threads: Iterable[ThreadRow], commitments: Iterable[CommitmentRow], figures: Iterable[FigureRow]
) -> frozenset[str]:
    """Return which figures of the threads reach what the first promise of a number there wants."""
    promises = {row.commitment_id: row for row in commitments}
    known = {figure.figure_id: figure for figure in figures}
    targets = _targets(known.values())
    found: set[str] = set()
    for thread in threads:
        own = (promises[one] for one in thread.commitment_ids if one in promises)
        wanted = next((each for row in own if (each := _target(row, targets.get(row.letter_id, ())))), None)
        if wanted is not None:
            counted = (known[one] for one in thread.figure_ids if one in known)
            found |= {figure.figure_id for figure in counted if _number(figure) >= _number(wanted)}
    return frozenset(found)


def _targets(figures: Iterable[FigureRow]) -> Mapping[str, list[FigureRow]]:
    """The numbers that are planned to be reached, by letter."""
    targets: dict[str, list[FigureRow]] = defaultdict(list)
    for figure in figures:
        if figure.status == "planned" and _counts(figure):
            targets[figure.letter_id].append(figure)
    return targets


def _target(row: CommitmentRow, figures: Iterable[FigureRow]) -> FigureRow | None:
    """The one number that a promise wants to be reached from below, None where there is none or more than one."""
    inside = [each for each in figures if row.clause_start <= each.number_start < row.clause_end]
    wanted = inside[0] if len(inside) == 1 and row.status == "planned" and not row.outcome else None
    return None if wanted is None or outcome_pattern("below", "each").search(row.what) else wanted


def _measure(row: CommitmentRow, target: FigureRow, groups: _Groups, homes: Mapping[str, str]) -> Measure:
    """Return the measure of a promise, which it is added to, or a new one."""
    metric = _metric(target)
    added = "added" if outcome_pattern("added").search(row.what) else ""
    of_place = groups[_group(target, homes)]
    key = (*_group(target, homes), target.period_end[:4], added)
    measure = next(
        (
            each
            for each in of_place
            if each.key[:-1] == key and _meet(each.first, target) and _same(each.metric, metric)
        ),
        None,
    )
    if measure is None:
        total = not added and outcome_pattern("stock").search(row.what) is not None
        measure = Measure(key=(*key, metric), metric=metric, first=target, due=row.due, total=total)
        of_place.append(measure)
    measure.promises.append(row.commitment_id)
    return measure


def _add_all_progress(figures: Sequence[FigureRow], groups: _Groups, homes: Mapping[str, str]) -> None:
    """Add the figures that tell how far what was promised is: not the old target that a letter repeats."""
    quoted: tuple[str, Measure] | None = None
    planned = _years_planned(figures)
    for figure in figures:
        if not _counts(figure) or not groups.get(_group(figure, homes)):
            continue
        years = planned.get((figure.letter_id, figure.sentence_id, figure.canonical_unit), set())
        told = counted_as(figure, homes.get(figure.letter_id, ""))
        before = quoted[1] if quoted and quoted[0] == figure.sentence_id else None
        if told == "quoted":
            of_year = _of_years(_measures_of(figure, groups, homes, quoted=True), years)
            measure = next(of_year, None)
            quoted = (figure.sentence_id, measure) if measure else quoted
        elif told == "done" and before and _answers(figure, before, homes):
            before.figures.append(figure)
            before.answers.add(figure.figure_id)
        elif told == "done" and not figure.status:
            for each in _of_years(_measures_of(figure, groups, homes), years):
                if _comparable(figure, each):
                    each.figures.append(figure)


def _of_years(found: Iterable[Measure], years: Set[str]) -> Iterator[Measure]:
    """Yield the measures that are due in one of the years, all where none is told."""
    return (each for each in found if not years or _year_of(each) in years)


def _years_planned(figures: Iterable[FigureRow]) -> Mapping[tuple[str, str, str], set[str]]:
    """The years of the targets of each sentence, by unit: 今年计划改造95个，已开工62个 is no news of last year's."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for each in figures:
        if each.status == "planned" and each.period_end:
            found[each.letter_id, each.sentence_id, each.canonical_unit].add(each.period_end[:4])
    return found


def _year_of(measure: Measure) -> str:
    return measure.due[:4] or measure.first.period_end[:4]


def _answers(figure: FigureRow, measure: Measure, homes: Mapping[str, str]) -> bool:
    """Whether a figure behind the old target of its sentence tells what came of that, and of no other thing."""
    same_unit = figure.canonical_unit == measure.first.canonical_unit
    same_place = homes.get(figure.letter_id) == homes.get(measure.first.letter_id)
    return same_unit and same_place and (tells_what_came(figure) or _same(measure.metric, _metric(figure)))


def _measures_of(
    figure: FigureRow, groups: _Groups, homes: Mapping[str, str], *, quoted: bool = False
) -> Iterator[Measure]:
    """Yield the measures that a figure tells of: those of its place, promised before the time that it counts.

    `quoted`: that say the same number in other words, too.
    """
    told_of = figure.date if quoted else figure.as_of or figure.period_end or figure.date
    if _MORE_OR_LESS.search(figure.metric):
        return
    metric = _metric(figure)
    for each in groups.get(_group(figure, homes), ()):
        before = each.first.date < figure.date and each.first.date < told_of and _meet(each.first, figure)
        same_number = quoted and _number(figure) == _number(each.first)
        if before and (_same(each.metric, metric) or (same_number and _near(each.metric, metric))):
            yield each


def _comparable(figure: FigureRow, measure: Measure) -> bool:
    """Whether a number is of the kind that was promised: a total, or what was done until the time that it is due."""
    if measure.total:
        return not is_added(figure)
    words = words_before(figure), words_before(measure.first)
    if promise_pattern("stock").search(words[0]) and promise_pattern("creating").search(words[1]):
        return False  # 培育X50个 is not told by X达到180个
    acts = kinds_of_act(words_before(figure)), kinds_of_act(words_before(measure.first))
    if all(acts) and acts[0].isdisjoint(acts[1]):
        return False
    of_year = (figure.period_end or figure.as_of)[:4]
    year = _year_of(measure)
    if is_of_all_years(figure) or (of_year and year and of_year > year):
        return False
    return not measure.key[-2] or (is_added(figure) and bool(of_year) and of_year == year)


def _group(figure: FigureRow, homes: Mapping[str, str]) -> tuple[str, str]:
    """Where a figure counts, its place within the letter's, and in which unit.

    A zone counts as the letter's own place: the next letter may tell the same number without its name.
    """
    home = homes.get(figure.letter_id, figure.letter_id)
    return f"{home} {place_id(home) if _is_zone(figure) else figure.place}", figure.canonical_unit


def _meet(first: FigureRow, later: FigureRow) -> bool:
    """Whether a later number may be told of the place of the first: of one zone, or of a zone that goes unnamed."""
    return first.place == later.place or (_is_zone(first) and not _is_zone(later))


def _is_zone(figure: FigureRow) -> bool:
    return bool(figure.place) and not figure.place.startswith(place_id(""))


def _counts(figure: FigureRow) -> bool:
    """Whether a figure counts or sums up something that its metric says."""
    counted = figure.type in {"count", "amount"} and figure.amount_role not in OF_ANOTHER
    return counted and figure.bound != "at_most" and figure.normalised_value is not None and bool(figure.date)


def _number(figure: FigureRow) -> Decimal:
    return figure.normalised_value or Decimal(0)


def _metric(figure: FigureRow) -> str:
    """What a figure counts, without what is to be done with it: 企业技术中心 of 确保2025年底前企业技术中心."""
    return _urging_pattern().sub("", figure.metric)


@lru_cache(maxsize=8192)
def _same(left: str, right: str) -> bool:
    """Whether two metrics count one thing: of the same level, and alike."""
    if left == right:
        return True
    return (
        says_enough(left)
        and says_enough(right)
        and _levels(left) == _levels(right)
        and metrics_alike(left, right)
    )


@lru_cache(maxsize=4096)
def _levels(metric: str) -> frozenset[str]:
    return frozenset(outcome_pattern("level").findall(metric))


def _near(left: str, right: str) -> bool:
    """Whether two metrics with one number have most words in common: 新安装路灯, 路灯原定安装."""
    return containment(left, outcome_pattern("quoted").sub("", right)) >= _LEAST_NEAR


@cache
def _urging_pattern() -> re.Pattern[str]:
    ways = any_outcome_word("timed", "founding", "sure", "urging")
    return re.compile(rf"^(?:{TIME}|前|{ways})+")
