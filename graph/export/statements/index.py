"""What must be looked up while rows become statements: names, tokens, links between nodes, terms by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE, Vocabulary

from ...storage.narrow_records import chosen, only
from ...tables.external_ids import ExternalId
from ...tables.graph_tables import EdgeRow, EntityRow, LetterRow
from ..publication import Publication
from . import terms
from .block import AND, NEXT
from .links import Links
from .nodes import Nodes

SUGGESTION = "possiblyRelatedTo"
HANDLING_RELATIONS = ("issued_by", "jointly_with")
SUCCESSION = "succeeded_by"
_TOLD_APART = frozenset({*HANDLING_RELATIONS, SUCCESSION})

_PLACES_KEPT = 1 << 16
_REPLY = "reply"
_node = lru_cache(1 << 14)(terms.node)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The rows by what they are looked up by. `letters` holds those with a text: replies, and other documents."""

    base: str
    words: Vocabulary
    nodes: Nodes = field(repr=False)
    replies: Mapping[str, EntityRow] = field(repr=False)
    """The nodes that letters are, by letter_id."""
    letters: Mapping[str, LetterRow] = field(repr=False)
    documents: Mapping[str, str] = field(repr=False)
    """letter_id → token of that letter."""
    links: Links = field(repr=False)
    """The direct triples: one per edge, and its mirror where the edge is symmetric."""
    told_apart: Sequence[EdgeRow] = field(repr=False)
    """The few edges that are also told as an event: who handled a letter, which body succeeded which."""
    external_ids: Mapping[str, Sequence[ExternalId]] = field(repr=False)

    def node(self, node_id: str) -> str:
        """Return the token of a node."""
        return _node(node_id, self.base)

    def document(self, letter_id: str) -> str:
        """Return the token of a letter: a reply, or a document that was read and is none."""
        return self.documents.get(letter_id) or self.node(f"reply/{letter_id}")

    def types(self, *kinds: str) -> str:
        """Return rdf:type with the classes and all that stand above them, the narrowest first.

        Raises `VocabularyError` where a kind is not known.
        """
        return _types(kinds)


def build(publication: Publication) -> Index:
    """Return the index of a publication's tables."""
    tables = publication.tables
    read = ("reply", "not_a_letter")
    letters = {row.letter_id: row for row in tables.letters if row.status in read and row.letter_id}
    nodes = Nodes(tables.entities, publication.base)
    links, told_apart = _linked(tables.edges, nodes)
    replies = chosen(tables.entities, lambda row: row.kind == _REPLY, "kind")
    return Index(
        base=publication.base,
        words=vocabulary.load(),
        nodes=nodes,
        replies={row.entity_id.removeprefix(f"{_REPLY}/"): row for row in replies},
        letters=letters,
        documents={key: _document(row, publication.base) for key, row in letters.items()},
        links=links,
        told_apart=told_apart,
        external_ids=publication.external_ids,
    )


def _linked(edges: Sequence[EdgeRow], nodes: Nodes) -> tuple[Links, list[EdgeRow]]:
    """Return the links of all edges, and the edges that are told apart."""
    links = Links(nodes)
    for edge in only(edges, "source", "relation", "target", "directed", "certainty"):
        predicate, symmetric = direct(edge.relation, edge.certainty == "suggested")
        links.add(edge.source, predicate, edge.target, mirrored=symmetric or not edge.directed)
    return links, [*chosen(edges, lambda edge: edge.relation in _TOLD_APART, "relation")]


@cache
def direct(relation: str, suggested: bool) -> tuple[str, bool]:
    """Return the property of the direct triple, and whether it is symmetric.

    A suggested edge is never stated with an asserted property.
    """
    term = vocabulary.load().relation(relation)
    if suggested and NAMESPACE + SUGGESTION not in term.parents:
        return f"fuwen:{SUGGESTION}", term.symmetric
    return f"fuwen:{term.name}", term.symmetric


def _document(row: LetterRow, base: str) -> str:
    kind = "reply" if row.status == "reply" else "document"
    return terms.node(f"{kind}/{row.letter_id}", base)


@lru_cache(_PLACES_KEPT)
def located(section_id: str, sentence_id: str, base: str) -> str:
    """Return in which section and sentence of its document something stands, as far as it is known."""
    section = f"{NEXT}fuwen:inSection {terms.token('section', section_id, base)}" if section_id else ""
    return (
        f"{section}{NEXT}fuwen:inSentence {terms.token('sentence', sentence_id, base)}"
        if sentence_id
        else section
    )


@cache
def value(scheme: str, code: str) -> str:
    """Return the token of a listed value. Raises `VocabularyError` where it is not listed."""
    return "fuwen:" + vocabulary.load().concept(scheme, code).name


@cache
def _types(codes: tuple[str, ...]) -> str:
    kinds = [vocabulary.load().kind(code) for code in codes]
    own = list(dict.fromkeys(kind.iri for kind in reversed(kinds)))
    above = sorted({iri for kind in kinds for iri in kind.ancestors} - set(own))
    return f"a {AND.join(shorten(iri) for iri in (*own, *above))}"


@cache
def shorten(iri: str) -> str:
    """Return the prefixed name of a term of one of the vocabularies."""
    for prefix, namespace in terms.VOCABULARIES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
