"""What must be looked up while rows become statements: names, edges by node, evidence by edge, terms by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE, Kind, Vocabulary

from ...external_ids import ExternalId
from ...publication import Publication
from ...tables import EdgeRow, EntityRow, LetterRow
from . import terms

Properties = list[tuple[str, list[str]]]
"""What is said of one node: predicate token → object tokens, in the order in which they are written."""

SUGGESTION = "possiblyRelatedTo"
_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """All statements on one node. `document` is the letter that alone says so, empty for what several share."""

    subject: str
    properties: Properties
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The rows by what they are looked up by. `letters` holds those with a text: replies, and other documents."""

    base: str
    words: Vocabulary
    nodes: Mapping[str, EntityRow] = field(repr=False)
    letters: Mapping[str, LetterRow] = field(repr=False)
    documents: Mapping[str, str] = field(repr=False)
    """letter_id → token of that letter."""
    edges_at: Mapping[str, Sequence[tuple[EdgeRow, str]]] = field(repr=False)
    """Node id → its edges, each with the node id at the other end; symmetric edges stand at both ends."""
    evidence_of: Mapping[str, Sequence[str]] = field(repr=False)
    external_ids: Mapping[str, Sequence[ExternalId]] = field(repr=False)

    def node(self, node_id: str) -> str:
        """Return the token of a node."""
        return terms.node(node_id, self.base)

    def own(self, node_id: str) -> str:
        """Return the token of a node that is named about once, so that it pushes no other out of memory."""
        return terms.own_node(node_id, self.base)

    def document(self, letter_id: str) -> str:
        """Return the token of a letter: a reply, or a document that was read and is none."""
        return self.documents.get(letter_id) or self.node(f"reply/{letter_id}")

    def value(self, scheme: str, code: str) -> str:
        """Return the token of a listed value. Raises `VocabularyError` where it is not listed."""
        return _value(scheme, code)

    def types(self, *kinds: Kind) -> tuple[str, list[str]]:
        """Return rdf:type with the classes and all that stand above them, the narrowest first."""
        own = list(dict.fromkeys(kind.iri for kind in reversed(kinds)))
        above = sorted({iri for kind in kinds for iri in kind.ancestors} - set(own))
        return "a", [shorten(iri) for iri in (*own, *above)]

    def direct(self, edge: EdgeRow) -> str:
        """Return the property of the direct triple: a suggested edge is never stated with an asserted property."""
        relation = self.words.relation(edge.relation)
        if edge.certainty == "suggested" and NAMESPACE + SUGGESTION not in relation.parents:
            return f"fuwen:{SUGGESTION}"
        return "fuwen:" + relation.name

    def short_name(self, node_id: str) -> str:
        """Return a name for labels: the short name, else the name, else the id."""
        row = self.nodes.get(node_id)
        return (row.short_name or row.name) if row else node_id


def build(publication: Publication) -> Index:
    """Return the index of a publication's tables."""
    tables = publication.tables
    words = vocabulary.load()
    edges_at: dict[str, list[tuple[EdgeRow, str]]] = defaultdict(list)
    for edge in tables.edges:
        edges_at[edge.source].append((edge, edge.target))
        if words.relation(edge.relation).symmetric or not edge.directed:
            edges_at[edge.target].append((edge, edge.source))
    evidence_of: dict[str, list[str]] = defaultdict(list)
    for evidence in tables.evidence:
        evidence_of[evidence.edge_id].append(evidence.evidence_id)
    read = ("reply", "not_a_letter")
    letters = {row.letter_id: row for row in tables.letters if row.status in read and row.letter_id}
    return Index(
        base=publication.base,
        words=words,
        nodes={row.entity_id: row for row in tables.entities},
        letters=letters,
        documents={key: _document(row, publication.base) for key, row in letters.items()},
        edges_at=edges_at,
        evidence_of=evidence_of,
        external_ids=publication.external_ids,
    )


def _document(row: LetterRow, base: str) -> str:
    kind = "reply" if row.status == "reply" else "document"
    return terms.node(f"{kind}/{row.letter_id}", base)


@cache
def _value(scheme: str, code: str) -> str:
    return "fuwen:" + vocabulary.load().concept(scheme, code).name


@cache
def shorten(iri: str) -> str:
    """Return the prefixed name of a term of one of the vocabularies."""
    for prefix, namespace in terms.VOCABULARIES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def named(name: str) -> Properties:
    """Return what every node has: rdfs:label and skos:prefLabel in Chinese, and the plain name."""
    label = terms.text(name)
    return [("rdfs:label", [label]), ("skos:prefLabel", [label]), ("fuwen:name", [terms.plain(name)])]


def excerpt(text: str) -> str:
    """Return a text short enough to be a label; the whole one stands in fuwen:quote."""
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"


def filled(*pairs: tuple[str, str | None]) -> Properties:
    """Return the pairs that have a value: what is unknown is not stated."""
    return [(predicate, [token]) for predicate, token in pairs if token]
