"""Figures side by side (`fuwen figures`): by metric, in order of period. Nothing is ever added up."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..link.name_keys import core
from ..relate.figures.likeness import alike
from ..tables.claim_records import FigureRow

FIGURE_COLUMNS = (
    "metric",
    "about",
    "value",
    "unit",
    "normalised_value",
    "bound",
    "amount_role",
    "payer",
    "payee",
    "place",
    "period",
    "change",
    "ranking",
    "status",
    "letter_id",
    "date",
    "conflict",
    "quote",
    "start",
    "end",
)

_YEARS = re.compile(r"(\d{4})-01-01…(\d{4})-12-31")
_MONTH = re.compile(r"(\d{4}-\d\d)-01…\1-(\d\d)")


def find_figures(
    figures: Sequence[FigureRow], *, metric: str = "", about: str = "", place: str = "", since: str = ""
) -> tuple[FigureRow, ...]:
    """Return the figures that fit, series together: by metric, place, then period.

    `metric`: words that the metric holds, or nearly so; `about`: an entity id, of who pays or is paid, too;
    `place`: part of a place's name; `since`: a year (yyyy) of the period, as-of date or letter. Width, quotes and
    white space of what is asked do not matter.
    """
    words, named = core(metric), core(place)
    chosen = [
        row
        for row in figures
        if (not words or words in core(row.metric) or alike(metric, row.metric))
        and (not about or about in (*row.about_ids, row.payer, row.payee))
        and (not named or named in core(row.place))
        and (not since or _time(row)[: len(since)] >= since)
    ]
    return tuple(sorted(chosen, key=lambda row: (row.metric, row.place, _time(row), row.figure_id)))


def figure_table(figures: Iterable[FigureRow], names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield one row per figure with the columns `FIGURE_COLUMNS`.

    `names` by node id, of what they are about and of who pays and is paid.
    """
    for row in figures:
        yield (
            row.metric,
            "|".join(names.get(one, one) for one in row.about_ids),
            row.value,
            row.unit,
            "" if row.normalised_value is None else format(row.normalised_value, "f"),
            row.bound,
            row.amount_role,
            _known_as(row.payer, names),
            _known_as(row.payee, names),
            _known_as(row.place, names),
            _period(row),
            row.change,
            row.ranking,
            row.status,
            row.letter_id,
            row.date,
            "|".join(row.conflict),
            " ".join(row.quote.split()),
            str(row.start),
            str(row.end),
        )


def _known_as(node_id: str, names: Mapping[str, str]) -> str:
    """Return the name of a node; that of a place no edge leads to is its id's, and a text is its own name."""
    return names.get(node_id) or node_id.removeprefix("place/")


def printed_value(row: FigureRow) -> str:
    """Return the number with its unit and what the letter says of how exact it is; of a rank alone its words."""
    if row.type == "ranking":
        return row.ranking
    bound = {"over": "≥", "about": "≈", "at_most": "≤"}.get(row.bound, "")
    fall = "↓" if (row.normalised_value or 0) < 0 and not row.value.startswith("-") else ""
    return f"{fall}{bound}{row.value}{row.unit}"


def short_period(period: str) -> str:
    """Return a period of whole years as 2022 or 2021…2023, a whole month as 2022-07, any other as it is."""
    if found := _YEARS.fullmatch(period):
        return found[1] if found[1] == found[2] else f"{found[1]}…{found[2]}"
    found = _MONTH.fullmatch(period)
    whole = found and int(found[2]) == monthrange(int(found[1][:4]), int(found[1][5:]))[1]
    return found[1] if found and whole else period


def is_undated(row: FigureRow) -> bool:
    """Whether neither the figure nor its letter has a date."""
    return not _time(row)


def _time(row: FigureRow) -> str:
    return row.period_end or row.as_of or row.date


def _period(row: FigureRow) -> str:
    if row.as_of:
        return f"…{row.as_of}"
    return f"{row.period_start}…{row.period_end}" if row.period_start else ""
