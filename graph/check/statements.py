"""What graph.ttl says against the tables: quotes and offsets, ends and weights of relations, and the direct triples.

The file is read as a stream, one node at a time; beside the tables, an entry per row and a link per edge are in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE

from ..export.statements.index import SUGGESTION, direct, value
from ..export.statements.terms import decimal, iri
from ..oxigraph import require_oxigraph
from ..tables.claim_buckets import spot_id
from ..tables.graph_tables import EdgeRow, GraphTables
from .report import Finding

_Said = set[tuple[str, str]]
"""Properties (local names of fuwen.ttl) with their values: the IRI of a node, or the text of a literal."""
_Pairs = Iterable[tuple[str, object]]
_Teller = Callable[[Any, str], _Pairs]
"""Tells what a row says of its node, given the base of all IRIs; None and "" are not said."""
_COMPARED = (
    *("begin", "end", "quote", "note", "inSentence", "source", "target", "relationType"),
    *("weight", "distinctTexts", "letterCount", "mentionCount"),
    *("status", "certainty", "strength", "outcome", "course", "bound", "amountRole"),
    *("value", "valueText", "unit", "metric", "what", "due", "overdueAsOf", "rank", "rankWords"),
)
_PROPERTY = {"amount_role": "amountRole"}
"""Columns of listed values whose property has another name."""
_CLAIMED = {
    **{name: name for name in ("unit", "metric", "what", "due", "rank")},
    "valueText": "value",
    "rankWords": "words",
}
"""Properties of claims whose value is that of a column, by name."""
_SHOWN = 60
"""Characters of a value in a message."""


def statement_findings(path: Path, tables: GraphTables, edges: Iterable[EdgeRow]) -> Iterator[Finding]:
    """Yield the nodes of a Turtle file that say something else than the tables, in the order of the file.

    `edges` are those that the graph files hold. Raises `SyntaxError` where the file is broken.
    """
    base = next((row.iri.removesuffix(row.entity_id) for row in tables.entities), "")
    drawn = {edge.edge_id: edge for edge in edges}
    links = _links(drawn.values())
    rows = {iri(node_id, base): (node_id, tell, row) for node_id, tell, row in _rows(tables, drawn)}

    def wanted(subject: str) -> _Said:
        if subject not in rows:
            return set()
        node_id, tell, row = rows.pop(subject)
        own = {(name, str(value)) for name, value in tell(row, base) if value not in {None, ""}}
        return own | {(name, iri(there, base)) for name, there in links.get(node_id, ())}

    for subject, found in _nodes(path):
        if found != (said := wanted(subject)):
            yield _differs(path.name, subject, found, said)
    for subject in tuple(rows):
        if said := wanted(subject):
            yield _differs(path.name, subject, set(), said)


def _nodes(path: Path) -> Iterator[tuple[str, _Said]]:
    """Yield the IRI of every node with what it says, as far as that is compared."""
    require_oxigraph()
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  (loaded only where RDF is read)

    relations = [term.name for term in vocabulary.load().relations.values()]
    names = {NAMESPACE + name: name for name in (*_COMPARED, *relations, SUGGESTION)}
    statements = (
        (quad.subject.value, name, quad.object.value)
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        if (name := names.get(quad.predicate.value))
    )
    for subject, said in groupby(statements, key=itemgetter(0)):
        yield subject, {(name, value) for _, name, value in said}


def _links(edges: Iterable[EdgeRow]) -> Mapping[str, _Said]:
    """Return the direct triples that follow from the edges, by node: local name of the property, and the other node."""
    links: dict[str, _Said] = defaultdict(set)
    for edge in edges:
        token, symmetric = direct(edge.relation, edge.certainty == "suggested")
        name = token.removeprefix("fuwen:")
        links[edge.source].add((name, edge.target))
        if symmetric or not edge.directed:
            links[edge.target].add((name, edge.source))
    return links


def _rows(tables: GraphTables, drawn: Mapping[str, EdgeRow]) -> Iterator[tuple[str, _Teller, Any]]:
    """Yield node id, teller and row of all that is compared; a section's own row takes the place of its node's."""
    yield from ((row.entity_id, _extent, row) for row in tables.entities)
    yield from ((f"section/{row.section_id}", _span, row) for row in tables.sections)
    yield from ((f"edge/{edge_id}", _relation, row) for edge_id, row in drawn.items())
    yield from (
        (f"evidence/{row.evidence_id}", _evidence, row) for row in tables.evidence if row.edge_id in drawn
    )
    yield from ((f"sentence/{row.sentence_id}", _sentence, row) for row in tables.sentences)
    yield from ((f"mention/{row.mention_id}", _mention, row) for row in tables.mentions)
    yield from ((f"figure/{row.figure_id}", _claim, row) for row in tables.figures)
    yield from ((f"ranking/{row.ranking_id}", _claim, row) for row in tables.rankings)
    yield from ((f"commitment/{row.commitment_id}", _claim, row) for row in tables.commitments)
    yield from ((f"thread/{row.thread_id}", _thread, row) for row in tables.threads)
    for passage_id, places in groupby(tables.passages, key=attrgetter("passage_id")):
        first, *others = places
        yield f"passage/{passage_id}", _passage, first
        for row in (first, *others):
            spot = spot_id(row.letter_id, f"{row.start}-{row.end}")
            yield f"occurrence/{passage_id}.{spot}", _occurrence, row


def _extent(row: Any, _base: str) -> _Pairs:
    if row.kind == "reply":
        return ()
    return ("letterCount", row.letter_count or None), ("mentionCount", row.mentions or None)


def _relation(row: Any, base: str) -> _Pairs:
    return (
        ("source", iri(row.source, base)),
        ("target", iri(row.target, base)),
        ("relationType", vocabulary.load().relation(row.relation).iri),
        ("weight", row.weight),
        ("distinctTexts", row.distinct_texts),
        ("letterCount", row.letter_count),
        *_listed(row, "status", "certainty"),
    )


def _listed(row: Any, *columns: str) -> _Pairs:
    """Return the values of columns that fuwen.ttl lists, as the IRIs that stand for them."""
    for column in columns:
        code = getattr(row, column, "")
        if code:
            scheme = column.replace("_", "-")
            concept = NAMESPACE + value(scheme, code).removeprefix("fuwen:")
            yield _PROPERTY.get(column, column), concept


def _span(row: Any, _base: str) -> _Pairs:
    return ("begin", row.start), ("end", row.end)


def _sentence(row: Any, base: str) -> _Pairs:
    return *_span(row, base), ("quote", row.text)


def _mention(row: Any, base: str) -> _Pairs:
    return *_sentence(row, base), _in_sentence(row.sentence_id, base), *_listed(row, "certainty")


def _claim(row: Any, base: str) -> _Pairs:
    number = getattr(row, "normalised_value", None)
    return (
        *_span(row, base),
        ("quote", row.quote),
        _in_sentence(row.sentence_id, base),
        *_listed(row, "status", "outcome", "bound", "amount_role"),
        *((name, getattr(row, column, None)) for name, column in _CLAIMED.items()),
        ("value", None if number is None else decimal(number).removesuffix("^^xsd:decimal").strip('"')),
    )


def _thread(row: Any, _base: str) -> _Pairs:
    """Return what is told of a promise over the letters."""
    return *_listed(row, "course"), ("due", row.due), ("overdueAsOf", row.overdue_as_of)


def _evidence(row: Any, base: str) -> _Pairs:
    """Return what is told of evidence; the note of a decision or a derivation is no quote of a letter."""
    words = ("quote" if row.start is not None else "note", row.quote)
    told = _listed(row, "status", "certainty", "strength")
    return *_span(row, base), words, _in_sentence(row.sentence_id, base), *told


def _occurrence(row: Any, base: str) -> _Pairs:
    return *_span(row, base), ("quote", row.quote), *(_in_sentence(one, base) for one in row.sentence_ids)


def _passage(row: Any, _base: str) -> _Pairs:
    return (("letterCount", row.letter_count),)


def _in_sentence(sentence_id: str, base: str) -> tuple[str, object]:
    return "inSentence", sentence_id and iri(f"sentence/{sentence_id}", base)


def _differs(file: str, subject: str, found: _Said, wanted: _Said) -> Finding:
    """Return the finding on a node: the first statement that it lacks or has too many, by name and value."""
    lacks, has = (
        "、".join(f"{name} {value[:_SHOWN]!r}" for name, value in sorted(said)[:2]) or "—"
        for said in (wanted - found, found - wanted)
    )
    return Finding(
        part="statements",
        where=f"{file}, {subject}",
        message_zh=f"与表格不符：写作 {has}，表格为 {lacks}；请重新生成",
        message_en=f"says {has}, the tables say {lacks}; build again",
    )
