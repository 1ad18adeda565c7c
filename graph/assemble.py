"""Everything found, laid out in tables: one place where all rows meet, every table sorted.

Letter by letter and bucket of edges by bucket, so that the rows of a large build need not be in memory together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.records import Issue, Reading

from .claim_rows import commitment_rows, figure_rows, passage_rows, ranking_rows
from .corpus_relations import CorpusRelations
from .edge_rows import Setting
from .edge_tasks import Reducer
from .knowledge import Knowledge
from .letter_rows import issue_row, letter_row, section_rows, sentence_rows
from .link.linker import Linking
from .node_rows import entity_rows, mention_rows
from .records import Recognition
from .relate.claims import CorpusClaims, conflict_issues, corpus_claims
from .relate.co_mention import MIN_TOGETHER
from .relate.conflicts import conflict_partners
from .relate.passages import repeated_sentences
from .replies import Replies
from .runners import Runner
from .spool import Shelf
from .tables import (
    EdgeRow,
    EvidenceRow,
    GraphTables,
    MentionRow,
    SectionRow,
    SentenceRow,
)
from .tables_claims import CommitmentRow, FigureRow, PassageRow, RankingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything the stages found, ready to be laid out in tables. What is said of letters stands in their order."""

    readings: Sequence[Reading]
    letters: Replies
    recognitions: Sequence[Recognition]
    linking: Linking
    relations: CorpusRelations = field(repr=False)
    issues: Sequence[Issue] = ()


def assemble(
    findings: Findings, *, base: str, knowledge: Knowledge, shelf: Shelf, runner: Runner
) -> GraphTables:
    """Return the tables, every one sorted. Raises `BrokenEvidence` where text[start:end] is not the quote."""
    dates = _dates(findings.letters)
    said = corpus_claims(findings.relations.said, findings.relations.fingerprints)
    edges, evidence = _edges(findings, said, shelf, runner)
    sources = {reading.letter.letter_id: reading.source for reading in findings.readings if reading.letter}
    issues = map(issue_row, (*findings.issues, *conflict_issues(said.conflicts, sources)))
    sections, sentences, mentions = _contents(findings, shelf)
    figures, rankings, commitments = _claimed(findings, said, shelf)
    return GraphTables(
        letters=sorted(map(letter_row, findings.readings), key=lambda row: (row.letter_id, row.source)),
        sections=sections,
        sentences=sentences,
        mentions=mentions,
        entities=entity_rows(
            findings.relations.nodes,
            findings.linking,
            edges,
            dates,
            base=base,
            knowledge=knowledge,
        ),
        edges=edges,
        evidence=evidence,
        issues=sorted(issues, key=lambda row: (row.source, row.code, row.where, row.value, row.message)),
        figures=figures,
        rankings=rankings,
        commitments=commitments,
        passages=shelf.rows(PassageRow, passage_rows(said.passages, findings.relations.texts)),
    )


def _dates(letters: Replies) -> dict[str, str]:
    return {one.letter_id: one.header.reply_date.value for one in letters if one.header.reply_date}


def _edges(
    findings: Findings, said: CorpusClaims, shelf: Shelf, runner: Runner
) -> tuple[Sequence[EdgeRow], Sequence[EvidenceRow]]:
    relations = findings.relations
    setting = Setting(
        windows=relations.windows,
        counts={name: count for name, count in relations.counts.items() if count >= MIN_TOGETHER},
        wordings=relations.wordings,
        repeated=repeated_sentences(said.passages, findings.letters),
    )
    edges, evidence = shelf.rows(EdgeRow), shelf.rows(EvidenceRow)
    for reduced in runner.map(Reducer(setting=setting), relations.claims.tasks()):
        reduced.add_to(edges, evidence)
    return edges, evidence


def _contents(
    findings: Findings, shelf: Shelf
) -> tuple[Sequence[SectionRow], Sequence[SentenceRow], Sequence[MentionRow]]:
    """Return the rows of what stands in the letters, by letter and place."""
    sections, sentences = shelf.rows(SectionRow), shelf.rows(SentenceRow)
    mentions = shelf.rows(MentionRow)
    each = zip(findings.letters, findings.recognitions, findings.relations.topics, strict=True)
    for letter, found, topics in each:
        sections.extend(section_rows(letter, topics))
        sentences.extend(sentence_rows(letter, topics))
        mentions.extend(mention_rows(letter, found, findings.linking.links.of(letter.letter_id)))
    return sections, sentences, mentions


def _claimed(
    findings: Findings, said: CorpusClaims, shelf: Shelf
) -> tuple[Sequence[FigureRow], Sequence[RankingRow], Sequence[CommitmentRow]]:
    """Return the rows of figures, claims of rank and promises, each by id.

    An id is a letter_id, a dot and a place, so letters stand in the order of their ids with the dot.
    """
    figures, rankings = shelf.rows(FigureRow), shelf.rows(RankingRow)
    commitments = shelf.rows(CommitmentRow)
    partners = conflict_partners(said.conflicts)
    order = sorted(range(len(findings.letters)), key=lambda at: f"{findings.letters.letter_ids[at]}.")
    for at in order:
        one, letter = said.letters[at], findings.letters[at]
        letters = {letter.letter_id: letter}
        figures.extend(figure_rows(one.figures, letters, partners))
        rankings.extend(ranking_rows(one.rankings, letters))
        commitments.extend(commitment_rows(one.commitments, letters))
    return figures, rankings, commitments
