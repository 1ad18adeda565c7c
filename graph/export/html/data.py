"""What the page knows: the graph and the letters as columns, built from the tables. No browser needed to test it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from ...publication import Publication
from ...tables import EdgeRow, EvidenceRow, GraphTables, LetterRow, SectionRow
from .columns import Utf16, Values, deltas, sparse

ENUMERATION = 5
"""A sentence with so many names is an enumeration: its pairs say little of each other (issue 8, point 2)."""

CLAIM_TABLES = ("commitments", "figures", "rankings", "passages")
"""Tables that are shown as views of their own where the build has them (issue 6)."""


def graph_block(publication: Publication, drawn: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return nodes, edges and letters; `drawn` are the pyvis nodes, in the order of the entities table."""
    tables = publication.tables
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    nodes = {row.entity_id: at for at, row in enumerate(tables.entities)}
    values = Values()
    return {
        "letters": [_letter(row) for row in tables.letters],
        "nodes": _nodes(publication, drawn, letters, values),
        "edges": _edges(tables, nodes, letters, values),
        "values": values.listed,
    }


def letters_block(publication: Publication) -> dict[str, Any]:
    """Return texts, sections, sentences, mentions, evidence and claims: what is read after the first picture."""
    tables = publication.tables
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    units = {letter_id: Utf16(text) for letter_id, text in publication.texts.items()}
    values = Values()
    return {
        "texts": [publication.texts.get(row.letter_id, "") for row in tables.letters],
        "sections": _sections(tables, letters, units),
        "sentences": _sentences(tables, letters, units, values),
        "mentions": _mentions(tables, letters, units),
        "evidence": _evidence(publication, letters, units, values),
        "claims": claims(tables, units),
        "issues": [[row.severity, row.code, row.source, row.message, row.hint] for row in tables.issues],
        "values": values.listed,
    }


def claims(tables: GraphTables, units: Mapping[str, Utf16]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every claim table that the build has, as plain dicts; absent tables are left out.

    Where the letter's text is in the page the quote is left out: it is the text between `start` and `end`.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for name in CLAIM_TABLES:
        rows = [_claim(row, units) for row in getattr(tables, name, ())]
        if rows:
            found[name] = rows
    return found


def _claim(row: Any, units: Mapping[str, Utf16]) -> dict[str, Any]:
    # not asdict: it copies every value
    cells = {each.name: getattr(row, each.name) for each in fields(row)} if is_dataclass(row) else dict(row)
    unit = units.get(cells.get("letter_id", ""))
    if unit is not None:
        cells |= {"quote": "", "start": unit.unit(cells["start"]), "end": unit.unit(cells["end"])}
    return {column: cell for column, cell in cells.items() if cell not in ("", None, (), [])}


def _letter(row: LetterRow) -> dict[str, Any]:
    shown = {
        "id": row.letter_id,
        "source": row.source,
        "status": row.status,
        "title": row.title,
        "body": row.body,
        "jurisdiction": row.jurisdiction,
        "session": row.session,
        "numbers": row.proposal_numbers,
        "titles": row.proposal_titles,
        "proposers": row.proposers,
        "department": row.department,
        "basis": row.department_basis,
        "joint": row.joint_departments,
        "date": row.reply_date,
        "date_basis": row.date_basis,
        "document": row.document_number,
        "url": row.source_url,
        "role": row.role,
        "warnings": row.warnings,
    }
    return {field: value for field, value in shown.items() if value}


def _nodes(
    publication: Publication, drawn: Sequence[Mapping[str, Any]], letters: Mapping[str, int], values: Values
) -> dict[str, Any]:
    rows = publication.tables.entities
    return {
        "id": ["" if row.entity_id == f"e/{row.name}" else row.entity_id for row in rows],
        "name": [row.name for row in rows],
        "label": sparse(
            node["label"] if node["label"] != row.name else "" for node, row in zip(drawn, rows, strict=True)
        ),
        "kind": [values.number(row.kind) for row in rows],
        "sub": sparse(row.subkind for row in rows),
        "aliases": sparse([name for name in row.aliases if name != row.name] for row in rows),
        "place": sparse(row.jurisdiction for row in rows),
        "x": [node["x"] for node in drawn],
        "y": [node["y"] for node in drawn],
        "mentions": [row.mentions for row in rows],
        "letters": [deltas(_known(row.letter_ids, letters)) for row in rows],
        "iri": sparse("" if row.iri == publication.base + row.entity_id else row.iri for row in rows),
    }


def _known(letter_ids: Iterable[str], letters: Mapping[str, int]) -> list[int]:
    return sorted(letters[letter_id] for letter_id in letter_ids if letter_id in letters)


def _edges(
    tables: GraphTables, nodes: Mapping[str, int], letters: Mapping[str, int], values: Values
) -> dict[str, Any]:
    rows = tables.edges
    enumerated = _enumerated(tables.evidence)
    return {
        "source": deltas(nodes[row.source] for row in rows),
        "target": [nodes[row.target] for row in rows],
        "relation": [values.number(row.relation) for row in rows],
        "undirected": sparse(int(not row.directed) for row in rows),
        "weight": [row.weight for row in rows],
        "frac": sparse(round(row.weight_frac, 3) if row.weight_frac is not None else 0 for row in rows),
        "npmi": sparse(round(row.npmi, 3) if row.npmi is not None else 0 for row in rows),
        "texts": sparse(row.distinct_texts if row.distinct_texts != row.weight else 0 for row in rows),
        "letters": [deltas(_known(row.letter_ids, letters)) for row in rows],
        "status": sparse(row.status for row in rows),
        "certainty": sparse("" if row.certainty == "asserted" else row.certainty for row in rows),
        "enumerated": sparse(int(_is_enumeration(row, enumerated)) for row in rows),
    }


def _enumerated(evidence: Iterable[EvidenceRow]) -> Mapping[str, int]:
    """Return, per edge, the fewest names that any of its sentences holds."""
    fewest: dict[str, int] = {}
    for row in evidence:
        names = row.names_in_window
        fewest[row.edge_id] = min(names, fewest.get(row.edge_id, names))
    return fewest


def _is_enumeration(row: EdgeRow, fewest: Mapping[str, int]) -> bool:
    return row.relation == "co_mention" and fewest.get(row.edge_id, 0) >= ENUMERATION


def _sections(tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16]) -> list[list[Any]]:
    return [_section(row, letters[row.letter_id], _units(row.letter_id, units)) for row in tables.sections]


def _section(row: SectionRow, letter: int, unit: Utf16) -> list[Any]:
    start, end = unit.unit(row.start), unit.unit(row.end)
    return [letter, row.section_id, row.level, row.heading, row.recommendation_point, start, end]


_NO_TEXT = Utf16("")


def _units(letter_id: str, units: Mapping[str, Utf16]) -> Utf16:
    return units.get(letter_id, _NO_TEXT)


def _sentences(
    tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16], values: Values
) -> dict[str, Any]:
    rows = [row for row in tables.sentences if row.letter_id in units]
    starts = [units[row.letter_id].unit(row.start) for row in rows]
    ends = [units[row.letter_id].unit(row.end) for row in rows]
    return {
        "letter": deltas(letters[row.letter_id] for row in rows),
        "start": deltas(starts),
        "length": [end - start for start, end in zip(starts, ends, strict=True)],
        "zone": [values.number(row.zone) for row in rows],
    }


def _mentions(tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16]) -> dict[str, Any]:
    nodes = {row.entity_id: at for at, row in enumerate(tables.entities)}
    rows = sorted(
        (row for row in tables.mentions if row.letter_id in units),
        key=lambda row: (letters[row.letter_id], row.start, -row.end),
    )
    starts = [units[row.letter_id].unit(row.start) for row in rows]
    ends = [units[row.letter_id].unit(row.end) for row in rows]
    return {
        "letter": deltas(letters[row.letter_id] for row in rows),
        "start": deltas(starts),
        "length": [end - start for start, end in zip(starts, ends, strict=True)],
        "nodes": [[nodes[entity] for entity in row.entity_ids if entity in nodes] for row in rows],
    }


def _evidence(
    publication: Publication, letters: Mapping[str, int], units: Mapping[str, Utf16], values: Values
) -> dict[str, Any]:
    """Evidence in the order of the edges; a sentence stands once in `spans`, however many edges it supports.

    Offsets of the two names count from the sentence's start.
    """
    tables = publication.tables
    by_edge: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in tables.evidence:
        by_edge[row.edge_id].append(row)
    rows = [row for edge in tables.edges for row in by_edge[edge.edge_id]]
    spans = sorted({_span(row) for row in rows})
    numbers = {span: at for at, span in enumerate(spans)}
    return {
        "per_edge": [len(by_edge[edge.edge_id]) for edge in tables.edges],
        "spans": _spans(spans, letters, units),
        "span": [numbers[_span(row)] for row in rows],
        "source": [_name(row, row.source_start, row.source_end, units) for row in rows],
        "target": [_name(row, row.target_start, row.target_end, units) for row in rows],
        "quote": sparse("" if row.letter_id in units else row.quote for row in rows),
        "origin": [values.number(row.origin) for row in rows],
        "status": [values.number(row.status) for row in rows],
        "cue": [values.number(row.cue) for row in rows],
        "rule": [values.number(row.rule) for row in rows],
        "score": [round(row.score, 3) for row in rows],
        "strength": [values.number(row.strength) for row in rows],
        "certainty": [values.number(row.certainty) for row in rows],
        "names": sparse(row.names_in_window if row.names_in_window >= ENUMERATION else 0 for row in rows),
        "note": sparse(str(getattr(row, "note", "")) for row in rows),
    }


def _span(row: EvidenceRow) -> tuple[str, int, int, int]:
    return row.letter_id, row.start or 0, row.end or 0, row.repeated_in


def _spans(
    spans: Sequence[tuple[str, int, int, int]], letters: Mapping[str, int], units: Mapping[str, Utf16]
) -> dict[str, list[int]]:
    starts = [_units(letter, units).unit(start) for letter, start, _, _ in spans]
    ends = [_units(letter, units).unit(end) for letter, _, end, _ in spans]
    return {
        "letter": deltas(letters.get(letter, -1) for letter, _, _, _ in spans),
        "start": deltas(starts),
        "length": [end - start for start, end in zip(starts, ends, strict=True)],
        "repeated": [repeated for _, _, _, repeated in spans],
    }


def _name(row: EvidenceRow, first: int | None, last: int | None, units: Mapping[str, Utf16]) -> list[int]:
    """Return where a name stands in its sentence as [offset, length], empty where the sentence does not say it."""
    if first is None or last is None:
        return []
    unit = _units(row.letter_id, units)
    start = unit.unit(first)
    return [start - unit.unit(row.start or 0), unit.unit(last) - start]
