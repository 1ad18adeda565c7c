"""What the page knows: the graph and the letters as columns, built from the tables. No browser needed to test it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Any

from ontology import places

from ...storage.narrow_records import only
from ...tables.graph_tables import EdgeRow, EvidenceRow, GraphTables, IssueRow, LetterRow, SectionRow
from ...tables.issue_texts import in_chinese, in_english
from ..evidence_of_edges import with_evidence
from ..publication import Publication
from ..sorted_rows import by_edge_id
from .claims import claims
from .columns import Tell, Utf16, Values, columns_of, deltas, sparse
from .evidence import ENUMERATION, NO_TEXT, evidence
from .threads import threads


def graph_block(publication: Publication, drawn: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return nodes, edges and letters; `drawn` are the pyvis nodes, in the order of the entities table."""
    tables = publication.tables
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    nodes = {row.entity_id: at for at, row in enumerate(tables.entities)}
    values = Values()
    return {
        "letters": [_letter(row) for row in tables.letters],
        "places": _places(tables.letters),
        "nodes": _nodes(publication, drawn, letters, values),
        "edges": _edges(tables, nodes, letters, values),
        "values": values.listed,
    }


def letters_parts(publication: Publication, several: Set[str] | None = None) -> Iterator[tuple[str, Any]]:
    """Yield texts, sections, sentences, mentions, evidence, claims, threads: what is read after the first picture.

    One after the other: together they would need most of the memory of an export. `several`: see `threads`.
    """
    tables = publication.tables
    letters = {row.letter_id: at for at, row in enumerate(tables.letters)}
    units = {letter_id: Utf16(text) for letter_id, text in publication.texts.items()}
    values = Values()
    yield "texts", [publication.texts.get(row.letter_id, "") for row in tables.letters]
    yield "sections", _sections(tables, letters, units)
    yield "sentences", _sentences(tables, letters, units, values)
    yield "mentions", _mentions(tables, letters, units)
    yield "evidence", evidence(publication, letters, units, values)
    yield "claims", claims(tables, units)
    yield "threads", threads(tables, letters, units, several)
    yield "issues", [_issue(row, letters) for row in tables.issues]
    yield "values", values.listed


def _issue(row: IssueRow, letters: Mapping[str, int]) -> dict[str, Any]:
    """Return an issue in both languages; `claims` are the ids of the figures or rankings that it speaks of."""
    return {
        "severity": row.severity,
        "code": row.code,
        "source": row.source,
        "letter": letters.get(row.letter_id, -1) if row.letter_id else -1,
        "claims": row.value.split() if row.code.startswith("claims.") else [],
        "zh": asdict(in_chinese(row)),
        "en": asdict(in_english(row)),
    }


def _places(rows: Iterable[LetterRow]) -> dict[str, str]:
    """Return the next larger place of every place that letters are of or lie in, as far as the province."""
    known = places.load()
    chains = {known.ancestors(row.jurisdiction) for row in rows if row.jurisdiction}
    return dict(sorted({inner: outer for chain in chains for outer, inner in pairwise(chain[1:])}.items()))


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
        "classification": row.classification,
        "url": row.source_url,
        "role": row.role,
        "warnings": row.warnings,
    }
    return {field: value for field, value in shown.items() if value}


def _nodes(
    publication: Publication, drawn: Sequence[Mapping[str, Any]], letters: Mapping[str, int], values: Values
) -> dict[str, Any]:
    rows = publication.tables.entities
    looks = [(node["label"], node["x"], node["y"]) for node in drawn]
    return {
        "id": ["" if row.entity_id == f"e/{row.name}" else row.entity_id for row in rows],
        "name": [row.name for row in rows],
        "label": sparse(
            label if label != row.name else "" for (label, *_), row in zip(looks, rows, strict=True)
        ),
        "kind": [values.number(row.kind) for row in rows],
        "sub": sparse(row.subkind for row in rows),
        "aliases": sparse([name for name in row.aliases if name != row.name] for row in rows),
        "place": sparse(row.jurisdiction for row in rows),
        "x": [x for _, x, _ in looks],
        "y": [y for *_, y in looks],
        "mentions": [row.mentions for row in rows],
        "letters": [deltas(_known(row.letter_ids, letters)) for row in rows],
        "iri": sparse("" if row.iri == publication.base + row.entity_id else row.iri for row in rows),
    }


def _known(letter_ids: Iterable[str], letters: Mapping[str, int]) -> list[int]:
    return sorted(letters[letter_id] for letter_id in letter_ids if letter_id in letters)


def _edges(
    tables: GraphTables, nodes: Mapping[str, int], letters: Mapping[str, int], values: Values
) -> dict[str, Any]:
    @lru_cache(maxsize=4096)
    def known(letter_ids: tuple[str, ...]) -> list[int]:
        return deltas(_known(letter_ids, letters))

    tell: dict[str, Tell] = {
        "source": lambda rows, _: [nodes[row.source] for row in rows],
        "target": lambda rows, _: [nodes[row.target] for row in rows],
        "relation": lambda rows, _: values.column([row.relation for row in rows]),
        "undirected": lambda rows, _: [int(not row.directed) for row in rows],
        "weight": lambda rows, _: [row.weight for row in rows],
        "frac": lambda rows, _: [round(row.weight_frac or 0, 3) for row in rows],
        "npmi": lambda rows, _: [round(row.npmi or 0, 3) for row in rows],
        "texts": lambda rows, _: [
            row.distinct_texts if row.distinct_texts != row.weight else 0 for row in rows
        ],
        "letters": lambda rows, _: [known(row.letter_ids) for row in rows],
        "status": lambda rows, _: [row.status for row in rows],
        "certainty": lambda rows, _: ["" if row.certainty == "asserted" else row.certainty for row in rows],
        "enumerated": lambda rows, of_rows: [*map(_is_enumeration, rows, of_rows)],
        "implied": lambda _, of_rows: [*map(_is_implied, of_rows)],
    }
    evidence = only(by_edge_id(tables.evidence), "edge_id", "strength", "names_in_window")
    found: dict[str, Any] = columns_of(with_evidence(tables.edges, evidence), tell)
    found["source"] = deltas(found["source"])
    return found | {name: sparse(found[name]) for name in _MOSTLY_EMPTY}


_MOSTLY_EMPTY = ("undirected", "frac", "npmi", "texts", "status", "certainty", "enumerated", "implied")


def _is_enumeration(row: EdgeRow, evidence: Sequence[EvidenceRow]) -> int:
    """Return 1 for a pair that no sentence says without many other names."""
    if row.relation != "co_mention" or not evidence or evidence[0].names_in_window < ENUMERATION:
        return 0
    return int(all(each.names_in_window >= ENUMERATION for each in evidence))


def _is_implied(evidence: Sequence[EvidenceRow]) -> int:
    """Return 1 for an edge whose sentences all imply it and none says it."""
    if not evidence or evidence[0].strength != "implied":
        return 0
    return int(all(each.strength == "implied" for each in evidence))


def _sections(tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16]) -> list[list[Any]]:
    return [
        _section(row, letters[row.letter_id], units.get(row.letter_id, NO_TEXT)) for row in tables.sections
    ]


def _section(row: SectionRow, letter: int, unit: Utf16) -> list[Any]:
    start, end = unit.unit(row.start), unit.unit(row.end)
    return [letter, row.section_id, row.level, row.heading, row.recommendation_point, start, end]


def _sentences(
    tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16], values: Values
) -> dict[str, Any]:
    sentences = only(tables.sentences, "letter_id", "start", "end", "zone")
    rows = ((row, units[row.letter_id]) for row in sentences if row.letter_id in units)
    tell = {
        "letter": lambda rows, _: [letters[row.letter_id] for row in rows],
        "start": lambda rows, units: [unit.unit(row.start) for row, unit in zip(rows, units, strict=True)],
        "end": lambda rows, units: [unit.unit(row.end) for row, unit in zip(rows, units, strict=True)],
        "zone": lambda rows, _: values.column([row.zone for row in rows]),
    }
    found = columns_of(rows, tell)
    return {
        "letter": deltas(found["letter"]),
        "start": deltas(found["start"]),
        "length": [*map(sub, found["end"], found["start"])],
        "zone": found["zone"],
    }


def _mentions(tables: GraphTables, letters: Mapping[str, int], units: Mapping[str, Utf16]) -> dict[str, Any]:
    """Return the mentions in reading order, the longer first of those that begin together."""
    nodes = {row.entity_id: at for at, row in enumerate(tables.entities)}
    found = []
    for at, row in enumerate(only(tables.mentions, "letter_id", "start", "end", "entity_ids")):
        if row.letter_id in units:
            unit = units[row.letter_id]
            start, end = unit.unit(row.start), unit.unit(row.end)
            named = [nodes[entity] for entity in row.entity_ids if entity in nodes]
            found.append((letters[row.letter_id], start, -end, at, named))
    found.sort()
    return {
        "letter": deltas(letter for letter, *_ in found),
        "start": deltas(start for _, start, *_ in found),
        "length": [-minus_end - start for _, start, minus_end, *_ in found],
        "nodes": [named for *_, named in found],
    }
