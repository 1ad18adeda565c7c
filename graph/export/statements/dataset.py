"""The node that describes the whole export: what it holds, made by what, under which licence. No clock."""

from __future__ import annotations

from collections.abc import Mapping

from ontology.vocabulary import ONTOLOGY_IRI

from ...publication import Publication
from .index import Block, Properties
from .terms import plain, text

DATASET = "dataset"
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
TRIPLES = "void:triples"
_TITLE = {"zh": "复文知识图谱", "en": "Knowledge graph of reply letters"}
_SUMMARY = {
    "zh": "复文 {letters} 份，实体 {entities} 个，关系 {edges} 条，证据 {evidence} 条，句子 {sentences} 句。",
    "en": "{letters} replies, {entities} nodes, {edges} relations, {evidence} evidence rows, {sentences} sentences.",
}


def dataset_block(publication: Publication) -> Block:
    """Return the header of the export; the writer adds the number of triples once it is known."""
    return Block(subject=f"<{publication.base}{DATASET}>", properties=_header(publication))


def _header(publication: Publication) -> Properties:
    counts = _counts(publication)
    labels = [text(_TITLE[language], language) for language in ("zh", "en")]
    return [
        ("a", ["dcat:Dataset", "void:Dataset"]),
        ("rdfs:label", labels),
        ("skos:prefLabel", labels),
        ("fuwen:name", [plain(_TITLE["zh"])]),
        ("dcterms:title", labels),
        (
            "dcterms:description",
            [text(_SUMMARY[language].format(**counts), language) for language in ("zh", "en")],
        ),
        ("dcterms:license", [f"<{LICENCE}>"]),
        ("dcterms:conformsTo", [f"<{ONTOLOGY_IRI}>"]),
        ("fuwen:corpusHash", [plain(publication.corpus_hash)]),
        ("owl:versionInfo", [plain(publication.version)]),
        ("prov:wasGeneratedBy", [f"<{publication.base}build>"]),
        ("void:entities", [str(counts["entities"])]),
        ("void:vocabulary", [f"<{ONTOLOGY_IRI}>"]),
    ]


def build_block(publication: Publication) -> Block:
    """Return the one activity that made the export; software and version, never a time."""
    name = f"fuwen {publication.version}"
    properties: Properties = [
        ("a", ["prov:Activity"]),
        ("rdfs:label", [text("生成本图谱", "zh"), text("Build of this graph", "en")]),
        ("skos:prefLabel", [text("生成本图谱", "zh"), text("Build of this graph", "en")]),
        ("fuwen:name", [plain(name)]),
    ]
    return Block(subject=f"<{publication.base}build>", properties=properties)


def _counts(publication: Publication) -> Mapping[str, int]:
    tables = publication.tables
    return {
        "letters": sum(row.status == "reply" for row in tables.letters),
        "entities": len(tables.entities),
        "edges": len(tables.edges),
        "evidence": len(tables.evidence),
        "sentences": len(tables.sentences),
    }
