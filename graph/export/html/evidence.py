"""The sentences behind the edges, as columns for the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from ...storage.narrow_records import only, text_of
from ...tables.graph_tables import EvidenceRow
from ..evidence_of_edges import with_evidence
from ..publication import Publication
from ..sorted_rows import by_edge_id
from .columns import Tell, Utf16, Values, columns_of, deltas, sparse

ENUMERATION = 5
"""A sentence with so many names is an enumeration: its pairs say little of each other."""

NO_TEXT = Utf16("")

_LISTED = ("origin", "status", "cue", "rule", "strength", "certainty")
"""Columns whose few values are listed, and stand as numbers: very many rows are alike in all of them."""
_manner = attrgetter(*_LISTED)

_Span = tuple[str, int, int, int]


def evidence(
    publication: Publication, letters: Mapping[str, int], units: Mapping[str, Utf16], values: Values
) -> dict[str, Any]:
    """Return evidence in the order of the edges; a sentence stands once in `spans`, however many edges it supports.

    Offsets of the two names count from the sentence's start.
    """
    per_edge: list[int] = []
    spans: dict[_Span, int] = {}
    manners: dict[tuple[str, ...], int] = {}
    found = columns_of(_in_order(publication, units, per_edge), _told(spans, manners, units))
    order = sorted(spans)
    numbers = {spans[span]: at for at, span in enumerate(order)}
    numbered = {name: _numbers(at, found["manner"], manners, values) for at, name in enumerate(_LISTED)}
    return {
        "per_edge": per_edge,
        "spans": _spans(order, letters, units),
        "span": [numbers[span] for span in found["span"]],
        "source": found["source"],
        "target": found["target"],
        "quote": sparse(found["quote"]),
        "origin": numbered["origin"],
        "status": numbered["status"],
        "cue": numbered["cue"],
        "rule": numbered["rule"],
        "score": found["score"],
        "strength": numbered["strength"],
        "certainty": numbered["certainty"],
        "names": sparse(found["names"]),
        "note": sparse(found["note"]),
    }


def _told(
    spans: dict[_Span, int], manners: dict[tuple[str, ...], int], units: Mapping[str, Utf16]
) -> dict[str, Tell]:
    """Return what tells the columns of evidence; it numbers sentences and manners as they come."""
    places = _Places()
    return {
        "span": lambda rows, _: [
            spans.setdefault((row.letter_id, row.start or 0, row.end or 0, row.repeated_in), len(spans))
            for row in rows
        ],
        "source": lambda rows, of_rows: [
            places.of(row.start, row.source_start, row.source_end, unit)
            for row, unit in zip(rows, of_rows, strict=True)
        ],
        "target": lambda rows, of_rows: [
            places.of(row.start, row.target_start, row.target_end, unit)
            for row, unit in zip(rows, of_rows, strict=True)
        ],
        "quote": lambda rows, _: [
            "" if row.letter_id in units or row.start is None else text_of(row.quote) for row in rows
        ],
        "note": lambda rows, _: [text_of(row.quote) if row.start is None else "" for row in rows],
        "score": lambda rows, _: [round(row.score, 3) for row in rows],
        "names": lambda rows, _: [
            row.names_in_window if row.names_in_window >= ENUMERATION else 0 for row in rows
        ],
        "manner": lambda rows, _: [manners.setdefault(_manner(row), len(manners)) for row in rows],
    }


def _in_order(
    publication: Publication, units: Mapping[str, Utf16], per_edge: list[int]
) -> Iterator[tuple[EvidenceRow, Utf16]]:
    """Yield the evidence of edge after edge with the letter's offsets; tell `per_edge` how much each edge has."""
    tables = publication.tables
    evidence = only(by_edge_id(tables.evidence), "edge_id", "letter_id", "names_in_window", *_LISTED)
    for _, rows in with_evidence(only(tables.edges, "edge_id"), evidence):
        per_edge.append(len(rows))
        for row in rows:
            yield row, units.get(row.letter_id, NO_TEXT)


def _numbers(at: int, column: Iterable[int], manners: Iterable[tuple[str, ...]], values: Values) -> list[int]:
    """Return one of the columns that are listed, from the numbers of what rows hold in all of them."""
    of_manners = [values.number(manner[at]) for manner in manners]
    return [of_manners[manner] for manner in column]


class _Places(dict[tuple[int, int], list[int]]):
    """Where names stand in their sentences: lists, since JSON has no other; those that say the same are one list."""

    def of(self, sentence: int | None, first: int | None, last: int | None, unit: Utf16) -> list[int]:
        """Return [offset, length], empty where the sentence does not say the name."""
        if first is None or last is None:
            return []
        if unit.plain:
            return self[first - (sentence or 0), last - first]
        start = unit.unit(first)
        return self[start - unit.unit(sentence or 0), unit.unit(last) - start]

    def __missing__(self, place: tuple[int, int]) -> list[int]:
        self[place] = [*place]
        return self[place]


def _spans(
    spans: Sequence[_Span], letters: Mapping[str, int], units: Mapping[str, Utf16]
) -> dict[str, list[int]]:
    of_spans = [units.get(letter, NO_TEXT) for letter, *_ in spans]
    starts = [unit.unit(start) for unit, (_, start, _, _) in zip(of_spans, spans, strict=True)]
    ends = [unit.unit(end) for unit, (_, _, end, _) in zip(of_spans, spans, strict=True)]
    return {
        "letter": deltas(letters.get(letter, -1) for letter, *_ in spans),
        "start": deltas(starts),
        "length": [end - start for start, end in zip(starts, ends, strict=True)],
        "repeated": [repeated for *_, repeated in spans],
    }
