"""Everything found, laid out in tables: one place where all rows meet, every table sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Issue, Reading

from .claim_rows import commitment_rows, figure_rows, passage_rows, ranking_rows
from .edge_rows import Setting, edge_rows
from .knowledge import Knowledge
from .letter_rows import issue_row, letter_row, section_rows, sentence_rows
from .link.linker import Linking
from .node_rows import entity_rows, mention_rows
from .records import Claim, Node, Recognition
from .relate.claims import CorpusClaims, conflict_issues
from .relate.conflicts import conflict_partners
from .relate.passages import repeated_sentences
from .tables import GraphTables


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything the stages found, ready to be laid out in tables. `counts` are windows per entity."""

    readings: Sequence[Reading]
    recognitions: Sequence[Recognition]
    linking: Linking
    claims: Sequence[Claim]
    nodes: Sequence[Node]
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    said: CorpusClaims = field(repr=False)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    issues: Sequence[Issue] = ()


def assemble(findings: Findings, *, base: str, knowledge: Knowledge) -> GraphTables:
    """Return the tables, every one sorted. Raises `BrokenEvidence` where text[start:end] is not the quote."""
    read = [one.letter for one in findings.readings if one.letter and one.status == "reply"]
    letters = {letter.letter_id: letter for letter in sorted(read, key=lambda one: one.letter_id)}
    dates = {key: one.header.reply_date.value for key, one in letters.items() if one.header.reply_date}
    said, linking = findings.said, findings.linking
    setting = Setting(
        letters=letters,
        dates=dates,
        windows=findings.windows,
        counts=findings.counts,
        repeated=repeated_sentences(said.passages, letters.values()),
    )
    edges, evidence = edge_rows(findings.claims, setting)
    sources = {key: letter.source for key, letter in letters.items()}
    issues = map(issue_row, (*findings.issues, *conflict_issues(said.conflicts, sources)))
    return GraphTables(
        letters=sorted(map(letter_row, findings.readings), key=lambda row: (row.letter_id, row.source)),
        sections=[row for letter in letters.values() for row in section_rows(letter, findings.topics)],
        sentences=[row for letter in letters.values() for row in sentence_rows(letter, findings.topics)],
        mentions=mention_rows(findings.recognitions, letters, linking),
        entities=entity_rows(
            findings.nodes, linking, findings.recognitions, edges, dates, base=base, knowledge=knowledge
        ),
        edges=edges,
        evidence=evidence,
        issues=sorted(issues, key=lambda row: (row.source, row.code, row.where, row.value, row.message)),
        figures=figure_rows(said.figures, letters, conflict_partners(said.conflicts)),
        rankings=ranking_rows(said.rankings, letters),
        commitments=commitment_rows(said.commitments, letters),
        passages=passage_rows(said.passages, letters),
    )
