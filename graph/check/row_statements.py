"""What the rows of the tables say of their nodes, as far as it is compared with graph.ttl."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE

from ..export.statements.index import direct, value
from ..export.statements.links import Links
from ..export.statements.nodes import Nodes
from ..export.statements.terms import decimal, expanded, iri
from ..storage.digest_counts import DigestCounts
from ..storage.narrow_records import only
from ..tables.claim_buckets import spot_id
from ..tables.graph_tables import EdgeRow, GraphTables

Said = set[tuple[str, str]]
"""Properties (local names of fuwen.ttl) with their values: the IRI of a node, or the text of a literal."""
_Pairs = Iterable[tuple[str, object]]
_Teller = Callable[[Any, str], _Pairs]
"""Tells what a row says of its node, given the base of all IRIs; None and "" are not said."""
COMPARED = (
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


class RowStatements(Iterable[tuple[str, Said]]):
    """Every node by its IRI, with what the tables say of it; made again whenever they are run through.

    `edges` are those that the graph files hold. Only names and direct triples are in memory.
    """

    def __init__(self, tables: GraphTables, edges: Sequence[EdgeRow]) -> None:
        self._tables, self._edges = tables, edges
        self._base = next((row.iri.removesuffix(row.entity_id) for row in tables.entities), "")
        self._drawn = DigestCounts((row.edge_id, 1) for row in only(edges, "edge_id"))
        self._links = Links(Nodes(tables.entities, self._base))
        for edge in only(edges, "source", "relation", "target", "directed", "certainty"):
            token, symmetric = direct(edge.relation, edge.certainty == "suggested")
            name = token.removeprefix("fuwen:")
            self._links.add(edge.source, name, edge.target, mirrored=symmetric or not edge.directed)

    def __iter__(self) -> Iterator[tuple[str, Said]]:
        base = self._base
        for node_id, tell, row in _rows(self._tables, self._edges, self._drawn):
            own = {(name, str(value)) for name, value in tell(row, base) if value not in {None, ""}}
            linked = {(name, expanded(token, base)) for name, token in self._links.of(node_id)}
            yield iri(node_id, base), own | linked


def _rows(
    tables: GraphTables, edges: Iterable[EdgeRow], drawn: DigestCounts
) -> Iterator[tuple[str, _Teller, Any]]:
    """Yield node id, teller and row of all that is compared; a section's own row takes the place of its node's."""
    sections = {f"section/{row.section_id}" for row in only(tables.sections, "section_id")}
    yield from ((row.entity_id, _extent, row) for row in tables.entities if row.entity_id not in sections)
    yield from ((f"section/{row.section_id}", _span, row) for row in tables.sections)
    yield from ((f"edge/{row.edge_id}", _relation, row) for row in edges)
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
