"""Everything found, laid out in tables: one place where all rows meet, every table sorted.

Letter by letter and bucket of edges by bucket, so that the rows of a large build need not be in memory together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from corpus.records import Issue

from .knowledge import Knowledge
from .link.linker import Linking
from .relate.claims import CorpusClaims, conflict_issues, corpus_claims
from .relate.figures.conflicts import Conflict, conflict_partners
from .relate.passages import repeated_sentences
from .relate.records import THINGS
from .run.corpus_relations import CorpusRelations
from .run.edge_tasks import Reducer
from .run.replies import Replies
from .run.thread_tasks import Reteller
from .run.work import Work
from .storage.digest_counts import DigestCounts
from .storage.narrow_records import only
from .storage.spool import Shelf
from .tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow
from .tables.claim_rows import passage_rows
from .tables.edge_rows import Setting
from .tables.graph_tables import (
    EdgeRow,
    EntityRow,
    EvidenceRow,
    GraphTables,
    LetterRow,
    MentionRow,
    SectionRow,
    SentenceRow,
)
from .tables.issue_rows import issue_rows
from .tables.letter_tables import LetterTables, with_conflicts
from .tables.node_rows import entity_rows
from .threads.rows import Means, thread_rows
from .threads.steps import Told

_PLACED = ("letter_id", "sentence_id", "start", "end", "zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything the stages found, ready to be laid out in tables. What is said of letters stands in their order."""

    rows: Sequence[LetterRow]
    """One per input."""
    letters: Replies
    linking: Linking
    relations: CorpusRelations = field(repr=False)
    issues: Sequence[Issue] = ()


def assemble(findings: Findings, *, base: str, knowledge: Knowledge, work: Work) -> GraphTables:
    """Return the tables, every one sorted. Raises `BrokenEvidence` where text[start:end] is not the quote."""
    dates = {row.letter_id: row.reply_date for row in findings.rows if row.letter_id and row.reply_date}
    sections, sentences, mentions = _contents(findings.relations.tables, work.shelf)
    said = corpus_claims(findings.relations.said, findings.relations.fingerprints, work.shelf)
    edges, evidence, told = _edges(findings, said, sentences, work)
    passages = work.shelf.rows(PassageRow, passage_rows(said.passages, findings.relations.texts))
    sources = {row.letter_id: row.source for row in findings.rows if row.letter_id}
    issues = (*findings.issues, *conflict_issues(said.conflicts, sources))
    figures, rankings, commitments = _claimed(findings, said.conflicts, work.shelf)
    entities = work.shelf.rows(
        EntityRow,
        entity_rows(findings.relations.nodes, findings.linking, edges, dates, base=base, knowledge=knowledge),
    )
    return GraphTables(
        letters=sorted(findings.rows, key=lambda row: (row.letter_id, row.source)),
        sections=sections,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        edges=edges,
        evidence=evidence,
        issues=issue_rows(issues),
        figures=figures,
        rankings=rankings,
        commitments=commitments,
        passages=passages,
        threads=thread_rows(
            commitments,
            told,
            findings.rows,
            entities,
            findings.relations.texts,
            figures,
            sentences,
            Means(shelf=work.shelf, retell=partial(work.done, "threads", Reteller(letters=len(dates)))),
        ),
    )


def _edges(
    findings: Findings, said: CorpusClaims, sentences: Sequence[SentenceRow], work: Work
) -> tuple[Sequence[EdgeRow], Sequence[EvidenceRow], Sequence[Told]]:
    """Return the edges and their evidence, by id, and what the evidence tells of things that may be promised."""
    relations = findings.relations
    stand = (
        (row.letter_id, row.sentence_id, row.zone, row.start, row.end) for row in only(sentences, *_PLACED)
    )
    setting = Setting(
        windows=relations.windows,
        counts=relations.counts,
        wordings=relations.wordings,
        repeated=DigestCounts(repeated_sentences(said.passages, stand)),
        things=DigestCounts((one.entity_id, 1) for one in findings.linking.entities if one.kind in THINGS),
    )
    edges, evidence = work.shelf.rows(EdgeRow), work.shelf.rows(EvidenceRow)
    told = work.shelf.rows(Told)
    reducer = Reducer(setting=setting, letters=len(findings.letters))
    for reduced in work.done("reduce", reducer, relations.claims.tasks()):
        reduced.edges.add_to(edges, EdgeRow)
        reduced.evidence.add_to(evidence, EvidenceRow)
        told.extend(reduced.told)
    relations.claims.clear()
    return edges, evidence, told


def _contents(
    tables: Iterable[LetterTables], shelf: Shelf
) -> tuple[Sequence[SectionRow], Sequence[SentenceRow], Sequence[MentionRow]]:
    """Return the rows of what stands in the letters, by letter and place."""
    sections, sentences = shelf.rows(SectionRow), shelf.rows(SentenceRow)
    mentions = shelf.rows(MentionRow)
    for one in tables:
        one.sections.add_to(sections, SectionRow)
        one.sentences.add_to(sentences, SentenceRow)
        one.mentions.add_to(mentions, MentionRow)
    return sections, sentences, mentions


def _claimed(
    findings: Findings, conflicts: Collection[Conflict], shelf: Shelf
) -> tuple[Sequence[FigureRow], Sequence[RankingRow], Sequence[CommitmentRow]]:
    """Return the rows of figures, claims of rank and promises, each by id.

    An id is a letter_id, a dot and a place, so letters stand in the order of their ids with the dot.
    """
    figures, rankings = shelf.rows(FigureRow), shelf.rows(RankingRow)
    commitments = shelf.rows(CommitmentRow)
    partners = conflict_partners(conflicts)
    contradicted = {letter_id for one in conflicts for letter_id in one.letter_ids}
    letter_ids = findings.letters.letter_ids
    for at in sorted(range(len(letter_ids)), key=lambda at: f"{letter_ids[at]}."):
        tables = findings.relations.tables[at]
        own = tables.figures
        (with_conflicts(own, partners) if letter_ids[at] in contradicted else own).add_to(figures, FigureRow)
        tables.rankings.add_to(rankings, RankingRow)
        tables.commitments.add_to(commitments, CommitmentRow)
    return figures, rankings, commitments
