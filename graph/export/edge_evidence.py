"""What the sentences behind an edge say of it, short enough for one row of a graph file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from graph.tables import EvidenceRow, GraphTables

TEXT_LENGTH = 500
"""Characters of evidence text at an edge; evidence.csv has all of it, joined by edge_id."""

SEPARATOR = " ¶ "

_YEAR = re.compile(r"(\d{4})(?:-|$)")


@dataclass(slots=True)
class EdgeEvidence:
    """The evidence of one edge. `years` counts distinct windows by year, `days` are full dates (yyyy-mm-dd)."""

    quotes: dict[str, None] = field(default_factory=dict)
    quoted: int = 0
    windows: set[tuple[str, str]] = field(default_factory=set)
    years: Counter[int] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    most_names: int = 0

    @property
    def text(self) -> str:
        """The distinct sentences in the order of the table, joined by ¶ and cut at `TEXT_LENGTH`."""
        text = SEPARATOR.join(self.quotes)
        return text if len(text) <= TEXT_LENGTH else text[: TEXT_LENGTH - 1] + "…"

    @property
    def date_basis(self) -> str:
        """What the dates were read from, joined by `+`; `none` where there is no date."""
        return "+".join(sorted(self.bases)) if self.years else "none"


NO_EVIDENCE = EdgeEvidence()


def by_edge(tables: GraphTables) -> Mapping[str, EdgeEvidence]:
    """Return the evidence of every edge that has any, by edge_id."""
    bases = {letter.letter_id: letter.date_basis for letter in tables.letters}
    found: dict[str, EdgeEvidence] = {}
    for row in tables.evidence:
        evidence = found.get(row.edge_id)
        if evidence is None:
            evidence = found[row.edge_id] = EdgeEvidence()
        _add(evidence, row, bases.get(row.letter_id, "none"))
    return found


def _add(evidence: EdgeEvidence, row: EvidenceRow, basis: str) -> None:
    if row.quote and evidence.quoted <= TEXT_LENGTH + len(SEPARATOR) and row.quote not in evidence.quotes:
        evidence.quotes[row.quote] = None
        evidence.quoted += len(row.quote) + len(SEPARATOR)
    evidence.most_names = max(evidence.most_names, row.names_in_window)
    window = (row.letter_id, row.sentence_id or row.evidence_id)
    if window in evidence.windows:
        return
    evidence.windows.add(window)
    year = year_of(row.date)
    if year is not None:
        evidence.years[year] += 1
        evidence.bases.add(basis)
        if is_day(row.date):
            evidence.days.add(row.date)


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
