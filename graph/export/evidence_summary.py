"""The evidence of an edge, summarised for one row of a graph file: its sentences, years and days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import msgspec

from ..storage.narrow_records import only, text_of
from ..tables.graph_tables import EdgeRow, EvidenceRow, GraphTables
from .evidence_of_edges import with_evidence
from .sorted_rows import by_edge_id

TEXT_LENGTH = 500
"""Characters of evidence text at an edge; evidence.csv has all of it, joined by edge_id."""

SEPARATOR = " ¶ "

_SUMMARISED = ("edge_id", "letter_id", "quote", "date", "names_in_window")
"""Columns of evidence that are read of every row; of edges with several also which sentence it is."""

_YEAR = re.compile(r"(\d{4})(?:-|$)")


class EdgeEvidence(msgspec.Struct, frozen=True, gc=False):
    """The evidence of one edge; a struct, since one is made for every edge of a large graph.

    `text`: the distinct sentences in the order of the table, joined by ¶ and cut at `TEXT_LENGTH`. `years` counts
    distinct windows by year, `days` are the full dates (yyyy-mm-dd), both sorted. `date_basis`: what the dates were
    read from, joined by `+`; `none` where there is no date. `most_names`: of the fullest sentence, 0 if unknown.
    """

    text: str
    years: Mapping[int, int]
    days: Sequence[str]
    date_basis: str
    most_names: int


NO_EVIDENCE = EdgeEvidence(text="", years={}, days=(), date_basis="none", most_names=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedEvidence:
    """All evidence in the order of the edges.

    What it says of an edge is put together edge by edge, so that a large graph needs little memory. `years` are
    those of all evidence, sorted; `days` is whether any date is full.
    """

    years: Sequence[int]
    days: bool
    _rows: Sequence[EvidenceRow] = field(repr=False)
    _bases: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, tables: GraphTables) -> SortedEvidence:
        """Return the evidence of these tables."""
        dates = {row.date for row in only(tables.evidence, "date")}
        return cls(
            years=sorted({year for year in map(year_of, dates) if year is not None}),
            days=any(map(is_day, dates)),
            _rows=by_edge_id(tables.evidence),
            _bases={letter.letter_id: letter.date_basis for letter in tables.letters},
        )

    def along(self, edges: Iterable[EdgeRow]) -> Iterator[tuple[EdgeRow, EdgeEvidence]]:
        """Yield every edge with its evidence. The edges must be sorted by edge_id."""
        for edge, rows in with_evidence(edges, only(self._rows, *_SUMMARISED)):
            yield edge, self._told(rows)

    def _told(self, rows: Sequence[EvidenceRow]) -> EdgeEvidence:
        if not rows:
            return NO_EVIDENCE
        return self._single(rows[0]) if len(rows) == 1 else self._several(rows)

    def _single(self, row: EvidenceRow) -> EdgeEvidence:
        """Return what `_several` would of one row, faster: most edges have one."""
        years, days = _times(row.date)
        return EdgeEvidence(
            row.quote if len(row.quote) <= TEXT_LENGTH else _text([row]),
            years,
            days,
            self._bases.get(row.letter_id, "none") if years else "none",
            row.names_in_window,
        )

    def _several(self, rows: Sequence[EvidenceRow]) -> EdgeEvidence:
        years: dict[int, int] = {}
        days, bases, windows = set(), set(), set()
        for row in rows:
            window = row.letter_id, text_of(row.sentence_id) or text_of(row.evidence_id)
            year = year_of(row.date)
            if year is None or window in windows:
                continue
            windows.add(window)
            years[year] = years.get(year, 0) + 1
            bases.add(self._bases.get(row.letter_id, "none"))
            if is_day(row.date):
                days.add(row.date)
        return EdgeEvidence(
            _text(rows),
            dict(sorted(years.items())),
            sorted(days),
            "+".join(sorted(bases)) or "none",
            max(row.names_in_window for row in rows),
        )


def _text(rows: Sequence[EvidenceRow]) -> str:
    quotes: dict[str, None] = {}
    length = -len(SEPARATOR)
    for row in rows:
        if row.quote and row.quote not in quotes:
            quotes[row.quote] = None
            length += len(SEPARATOR) + len(row.quote)
            if length > TEXT_LENGTH:
                return SEPARATOR.join(quotes)[: TEXT_LENGTH - 1] + "…"
    return SEPARATOR.join(quotes)


@cache
def _times(text: str) -> tuple[Mapping[int, int], Sequence[str]]:
    """Return years and days of evidence that is one sentence of this date."""
    year = year_of(text)
    return {} if year is None else {year: 1}, (text,) if is_day(text) else ()


@cache
def year_of(text: str) -> int | None:
    """Return the year of 2024, 2024-08 or 2024-08-08; None for anything else."""
    found = _YEAR.match(text)
    return int(found[1]) if found and int(found[1]) > 0 else None


@cache
def is_day(text: str) -> bool:
    """Return whether the text is a full date of the calendar, yyyy-mm-dd."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
