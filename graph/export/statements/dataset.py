"""The node that describes the whole export: what it holds, made by what, under which licence. No clock.

For OWL tools it is an ontology that declares its terms and imports nothing, so that no tool calls out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.vocabulary import ONTOLOGY_IRI, Vocabulary

from ..publication import Publication
from .block import AND, Block, said
from .index import shorten
from .terms import plain, text

DATASET = "dataset"
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
TRIPLES = "void:triples"
_TITLE = {"zh": "复文知识图谱", "en": "Knowledge graph of reply letters"}
_SUMMARY = {
    "zh": "复文 {letters} 份，节点 {nodes} 个，关系 {edges} 条，证据 {evidence} 条，句子 {sentences} 句。",
    "en": "{letters} replies, {nodes} nodes, {edges} relations, {evidence} evidence rows, {sentences} sentences.",
}


def dataset_block(publication: Publication) -> Block:
    """Return the header of the export; the writer adds the number of triples once it is known."""
    counts = _counts(publication)
    labels = [text(_TITLE[language], language) for language in ("zh", "en")]
    summary = [text(_SUMMARY[language].format(**counts), language) for language in ("zh", "en")]
    statements = (
        f"a dcat:Dataset{AND}void:Dataset{AND}owl:Ontology",
        said("rdfs:label", *labels),
        said("skos:prefLabel", *labels),
        said("fuwen:name", plain(_TITLE["zh"])),
        said("dcterms:title", *labels),
        said("dcterms:description", *summary),
        said("dcterms:license", f"<{LICENCE}>"),
        said("dcterms:conformsTo", f"<{ONTOLOGY_IRI}>"),
        said("fuwen:corpusHash", plain(publication.corpus_hash)),
        said("owl:versionInfo", plain(publication.version)),
        said("prov:wasGeneratedBy", f"<{publication.base}build>"),
        said("void:entities", str(counts["nodes"])),
        said("void:vocabulary", f"<{ONTOLOGY_IRI}>"),
    )
    return Block(f"<{publication.base}{DATASET}>", "".join(statements))


def declaration_blocks(words: Vocabulary) -> Iterator[Block]:
    """Yield one block per class and property that the graph may use: without, OWL tools take each for an annotation."""
    for iri, kind in words.declared.items():
        term = shorten(iri)
        if not term.startswith("<"):
            yield Block(term, f"a {shorten(kind)}")


def concept_blocks(words: Vocabulary) -> Iterator[Block]:
    """Yield one block per listed value (status, certainty, role …) with its names, as fuwen.ttl has them.

    Whoever queries the graph alone can show 已做 instead of status-done.
    """
    concepts = {concept.iri: concept for scheme in words.concepts.values() for concept in scheme.values()}
    for iri, concept in sorted(concepts.items()):
        names = text(concept.label_zh, "zh"), text(concept.label_en, "en")
        yield Block(
            shorten(iri), f"a skos:Concept{said('rdfs:label', *names)}{said('skos:prefLabel', *names)}"
        )


def build_block(publication: Publication) -> Block:
    """Return the one activity that made the export; software and version, never a time."""
    labels = text("生成本图谱", "zh"), text("Build of this graph", "en")
    statements = (
        "a prov:Activity",
        said("rdfs:label", *labels),
        said("skos:prefLabel", *labels),
        said("fuwen:name", plain(f"fuwen {publication.version}")),
    )
    return Block(f"<{publication.base}build>", "".join(statements))


def _counts(publication: Publication) -> Mapping[str, int]:
    tables = publication.tables
    return {
        "letters": sum(row.status == "reply" for row in tables.letters),
        "nodes": len(tables.entities),
        "edges": len(tables.edges),
        "evidence": len(tables.evidence),
        "sentences": len(tables.sentences),
    }
