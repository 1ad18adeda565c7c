"""What became of each promise, for the page: its course and its steps, as numbers of rows that the page has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from ...storage.narrow_records import chosen, only
from ...tables.claim_records import CommitmentRow, FigureRow, ThreadRow
from ...tables.graph_tables import EvidenceRow, GraphTables, SentenceRow
from ...threads.measures import reaching
from ...threads.sayings import SAID
from ...threads.steps import said_in
from .columns import Utf16
from .evidence import NO_TEXT

_Told = list[Any]
"""Letter, start, end of a sentence that tells of the promised thing and promises nothing, its status and outcome."""


def in_several(rows: Sequence[ThreadRow]) -> Set[str]:
    """Return the promises that stand in more than one thread, by id."""
    seen: set[str] = set()
    several: set[str] = set()
    for row in only(rows, "commitment_ids"):
        several |= seen.intersection(row.commitment_ids)
        seen.update(row.commitment_ids)
    return several


def threads(
    tables: GraphTables,
    letters: Mapping[str, int],
    units: Mapping[str, Utf16],
    several: Set[str] | None = None,
) -> list[dict[str, Any]]:
    """Return course and steps of every thread that has a promise here, in the order of threads.csv.

    `promises` are places in the list of commitments, `follows` that of each which takes up an earlier one, and its.
    What it is about is told of several steps only: one stands in its row. Of a part of a large graph only the steps
    that stand in its letters are told. A title is told where one promise stands in several threads, which are
    `several` where other parts have threads, too.
    """
    rows: Sequence[ThreadRow] = getattr(tables, "threads", ())
    commitments: Sequence[CommitmentRow] = getattr(tables, "commitments", ())
    places = {row.commitment_id: at for at, row in enumerate(only(commitments, "commitment_id"))}
    told = _told_by_id(tables, rows, letters, units)
    shared = in_several(rows) if several is None else several
    found = (_thread(row, places, told, shared) for row in rows)
    return [thread for thread in found if thread["promises"]]


def _thread(
    row: ThreadRow, places: Mapping[str, int], told: Mapping[str, _Told], shared: Set[str]
) -> dict[str, Any]:
    steps = {
        "promises": [places[one] for one in row.commitment_ids if one in places],
        "told": [
            *(told[one] for one in row.evidence_ids if one in told),
            *(told[one] for one in row.figure_ids if one in told),
            *(
                [*told[one], *(word for word in SAID.get(said, ("", "")) if word)]
                for one, said in zip(row.sentence_ids, row.sentences_say, strict=True)
                if one in told
            ),
        ],
    }
    several = (
        len(row.commitment_ids) + len(row.evidence_ids) + len(row.figure_ids) + len(row.sentence_ids) > 1
    )
    follows = zip(row.commitment_ids, row.reports_on, strict=False)  # of none where nothing is known
    shown = steps | {
        "follows": [[places[one], places[two]] for one, two in follows if one in places and two in places],
        "course": row.course,
        "title": "" if shared.isdisjoint(row.commitment_ids) else row.title,
        "about": row.about_ids if several else (),
        "silent": row.silent_letters or 0,
        "due": row.due if row.overdue_as_of else "",
        "overdue": row.overdue_as_of,
    }
    return {name: value for name, value in shown.items() if value or name == "promises"}


def _told_by_id(
    tables: GraphTables, rows: Sequence[ThreadRow], letters: Mapping[str, int], units: Mapping[str, Utf16]
) -> dict[str, _Told]:
    """Return what the letters here tell of the threads, by the id of the figure, the sentence or the evidence.

    What a sentence says its thread tells.
    """
    worded, wanted = set[str](), set[str]()
    for row in only(rows, "sentence_ids", "evidence_ids"):
        worded.update(row.sentence_ids)
        wanted.update(row.evidence_ids)
    sentences = chosen(
        tables.sentences if worded else (), lambda row: row.sentence_id in worded, "sentence_id"
    )
    evidence = chosen(tables.evidence if wanted else (), lambda row: row.evidence_id in wanted, "evidence_id")
    return {
        **_measured(tables, rows, letters, units),
        **{row.sentence_id: _place(row, letters, units) for row in sentences if row.letter_id in units},
        **{row.evidence_id: _told(row, letters, units) for row in evidence if row.letter_id in units},
    }


def _measured(
    tables: GraphTables, rows: Sequence[ThreadRow], letters: Mapping[str, int], units: Mapping[str, Utf16]
) -> dict[str, _Told]:
    """Return the figures of the threads by id, with whether they reach what was promised."""
    measured = [*chosen(rows, lambda row: bool(row.figure_ids), "figure_ids")]
    if not measured:
        return {}
    counted = {figure_id for row in measured for figure_id in row.figure_ids}
    promised = {commitment_id for row in measured for commitment_id in row.commitment_ids}

    def is_needed(row: FigureRow) -> bool:
        return row.figure_id in counted or row.status == "planned"

    figures = [*chosen(tables.figures, is_needed, "figure_id", "status")]
    promises = chosen(tables.commitments, lambda row: row.commitment_id in promised, "commitment_id")
    reached = reaching(measured, promises, figures)
    return {
        row.figure_id: [*_place(row, letters, units), "done" if row.figure_id in reached else "ongoing"]
        for row in figures
        if row.figure_id in counted and row.letter_id in units
    }


def _place(
    row: EvidenceRow | FigureRow | SentenceRow, letters: Mapping[str, int], units: Mapping[str, Utf16]
) -> _Told:
    unit = units.get(row.letter_id, NO_TEXT)
    return [letters[row.letter_id], unit.unit(row.start or 0), unit.unit(row.end or 0)]


def _told(row: EvidenceRow, letters: Mapping[str, int], units: Mapping[str, Utf16]) -> _Told:
    place = _place(row, letters, units)
    said = None if row.status else said_in(row)
    if said is None:
        return [*place, row.status]
    return [*place, said.status, said.outcome] if said.outcome else [*place, said.status]
