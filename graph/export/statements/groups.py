"""The whole graph, group by group, in the order in which every RDF format writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby

from ...storage.narrow_records import chosen, only
from ...tables.graph_tables import EntityRow, EvidenceRow, GraphTables
from ..evidence_of_edges import with_evidence
from ..publication import Publication
from ..sorted_rows import ENTITY_ID, by_edge_id, by_entity_id
from .block import Block
from .claims import (
    commitment_blocks,
    figure_blocks,
    occurrence_blocks,
    passage_blocks,
    ranking_blocks,
    taken_up,
    thread_blocks,
)
from .dataset import build_block, concept_blocks, dataset_block, declaration_blocks
from .edges import change_blocks, evidence_blocks, handling_blocks, relation_blocks
from .entities import check_kinds, entity_blocks, merged_blocks
from .index import Index, build
from .letters import document_blocks, mention_blocks, section_blocks, sentence_blocks, topic_blocks
from .places import further_places

_WITH_TABLES_OF_THEIR_OWN = frozenset({"reply", "section"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The blocks of one kind of node, sorted. `title` is Chinese and English, for people who read the file."""

    title: str
    blocks: Iterable[Block] = field(repr=False)


def groups(publication: Publication) -> Iterator[Group]:
    """Yield the graph lazily: only nodes, letters and links are held in memory, never rows or statements.

    Raises `VocabularyError` where a table holds a kind, relation or value that fuwen.ttl does not know.
    """
    tables = publication.tables
    index = build(publication)
    check_kinds(only(tables.entities, "kind"), index)
    yield Group(title="数据集 · dataset", blocks=(dataset_block(publication), build_block(publication)))
    yield Group(title="词汇声明 · declared terms", blocks=declaration_blocks(index.words))
    yield Group(title="取值 · listed values", blocks=concept_blocks(index.words))
    yield from _entities(tables.entities, index)
    yield _group("merged", merged_blocks(publication.merged, index), index)
    names = {topic for section in only(tables.sections, "topics") for topic in section.topics}
    names.update(topic for sentence in only(tables.sentences, "topics") for topic in sentence.topics)
    yield _group("topic", topic_blocks(names, publication.topics, index), index)
    yield _group("reply", document_blocks(tables.letters, publication.texts, index), index)
    yield _group("section", section_blocks(tables.sections, index), index)
    apart = {edge.edge_id for edge in index.told_apart}
    said = [*chosen(tables.evidence, lambda row: row.edge_id in apart, "edge_id")]
    cues = {row.edge_id: row.cue for row in said if row.cue}
    yield _group("handling", handling_blocks(index.told_apart, cues, index), index)
    yield Group(
        title="机构沿革 · change of a body",
        blocks=change_blocks(index.told_apart, _days(said), index),
    )
    evidence = only(by_edge_id(tables.evidence), "edge_id", "evidence_id")
    proven = with_evidence(by_edge_id(tables.edges), evidence)
    yield _group("relation", relation_blocks(proven, index), index)
    yield _group("evidence", evidence_blocks(tables.evidence, index), index)
    yield from _claims(tables, index)
    yield _group("sentence", sentence_blocks(tables.sentences, index), index)
    yield _group("mention", mention_blocks(tables.mentions, index), index)


def _days(said: Iterable[EvidenceRow]) -> dict[str, str]:
    """Return the earliest day that people state of a change, by its edge_id."""
    stated = ((row.edge_id, row.date) for row in said if row.origin == "decision" and row.date)
    return dict(sorted(stated, reverse=True))


def _claims(tables: GraphTables, index: Index) -> Iterator[Group]:
    yield _group("figure", figure_blocks(tables.figures, index), index)
    yield _group("ranking", ranking_blocks(tables.rankings, index), index)
    earlier = taken_up(tables.threads)
    yield _group("commitment", commitment_blocks(tables.commitments, earlier, index), index)
    yield _group("thread", thread_blocks(tables.threads, index), index)
    yield _group("passage", passage_blocks(tables.passages, index), index)
    yield _group("occurrence", occurrence_blocks(tables.passages, index), index)


def _entities(rows: Sequence[EntityRow], index: Index) -> Iterator[Group]:
    """Yield one group per kind of node id; replies and sections come with their own tables."""
    further = further_places(only(rows, "jurisdiction", "is_place", "name", "entity_id"), index.base)
    every = merge(by_entity_id(rows), further, key=ENTITY_ID)
    for kind, found in groupby(every, key=lambda row: row.entity_id.partition("/")[0]):
        if kind not in _WITH_TABLES_OF_THEIR_OWN:
            title = index.words.term("Entity") if kind == "e" else index.words.kind(kind)
            yield Group(title=f"{title.label_zh} · {title.label_en}", blocks=entity_blocks(found, index))


def _group(kind: str, blocks: Iterable[Block], index: Index) -> Group:
    term = index.words.kind(kind)
    return Group(title=f"{term.label_zh} · {term.label_en}", blocks=blocks)
