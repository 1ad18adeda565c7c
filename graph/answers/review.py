"""`fuwen review`: what people should decide, as CSV to fill in and as a table to read.

Two files come of it: undecided pairs, and facts that letters do not state. Filled in and saved beside the letters, as
fuwen/decisions.csv and fuwen/facts.csv, they are applied by every later build; rows that stay empty are passed over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from pathlib import Path

from ..link import decisions
from ..tables.cells import guarded
from ..tables.graph_tables import (
    EdgeRow,
    EntityRow,
    EvidenceRow,
    GraphTables,
    IssueRow,
    LetterRow,
    MentionRow,
)
from ..tables.stored_tables import open_tables, rows_where
from ..terminal import table
from . import labels

VERDICTS = "same | different | part_of | successor | unsure"
_VERDICTS_TOLD = "same 同一 · different 不同 · part_of 隶属 · successor 前后相继 · unsure 不定"
_DECIDABLE = frozenset({"same_as_suggested", "succeeded_by"})
"""Suggested relations that a row of decisions.csv settles."""
FACT_COLUMNS = ("source", "field", "value", "evidence", "by", "message")
"""The columns of facts.csv and what the reader said of the letter."""
_FACT_OF = {
    "unsigned": "department",
    "issuer_suggested": "department",
    "undated": "reply_date",
    "no_proposal_number": "proposal_numbers",
    "no_session": "session",
    "unknown_jurisdiction": "jurisdiction",
    "unknown_body": "body",
}
"""Issue code → field of facts.csv that settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPair:
    """Two nodes that may be one, or follow each other. `letters` counts the letters that name either.

    `context`, `other_context`: letter, date and sentence of the first mention; empty where only a header names it.
    """

    kind: str
    name: str
    jurisdiction: str
    other_kind: str
    other_name: str
    other_jurisdiction: str
    relation: str
    score: float
    rule: str
    reason: str
    letters: int
    context: str
    other_context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFact:
    """A fact that a letter does not state. `clue` is what the reader saw instead (我局, a contact unit)."""

    source: str
    field: str
    clue: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything undecided: pairs, the most valuable first (score × letters), and facts by source."""

    pairs: tuple[OpenPair, ...]
    facts: tuple[OpenFact, ...]


def review(folder: Path) -> Review:
    """Return what is undecided in the build in `folder`. Raises `MissingBuild`."""
    return undecided(open_tables(folder))


def undecided(tables: GraphTables) -> Review:
    """Return what is undecided in the tables."""
    open_edges = [
        edge for edge in rows_where(tables.edges, ("relation",), _DECIDABLE) if edge.certainty == "suggested"
    ]
    evidence: dict[str, EvidenceRow] = {}
    for piece in rows_where(tables.evidence, ("edge_id",), {edge.edge_id for edge in open_edges}):
        evidence.setdefault(piece.edge_id, piece)
    ends = {end for edge in open_edges for end in (edge.source, edge.target)}
    nodes = {row.entity_id: row for row in rows_where(tables.entities, ("entity_id",), ends)}
    contexts = _Contexts(tables, ends)
    pairs = [
        _pair(edge, nodes[edge.source], nodes[edge.target], evidence.get(edge.edge_id), contexts)
        for edge in open_edges
        if edge.source in nodes and edge.target in nodes
    ]
    pairs.sort(key=lambda one: (-one.score * one.letters, one.name, one.other_name, one.relation))
    return Review(pairs=tuple(pairs), facts=tuple(_facts(tables.issues)))


def pairs_csv(pairs: Iterable[OpenPair]) -> str:
    """Return the pairs as CSV with the columns of decisions.csv first: fill in `verdict`, `by` and `why`.

    Prefix it with a byte order mark (encoding utf-8-sig) for Excel.
    """
    extra = ("options", "relation", "score", "rule", "reason", "letters", "context", "other_context")
    return _csv((*decisions.COLUMNS, *extra), (_pair_cells(one) for one in pairs))


def facts_csv(facts: Iterable[OpenFact]) -> str:
    """Return the open facts as CSV in the form of facts.csv: fill in `value` and `by`, delete the other rows."""
    return _csv(FACT_COLUMNS, ({**_cells(one), "evidence": one.clue} for one in facts))


def as_text(found: Review, *, shown: int = 20) -> str:
    """Return the first `shown` pairs and facts as tables for a terminal."""
    lines = [f"待定的成对名称 undecided pairs: {len(found.pairs)}"]
    if found.pairs:
        lines += ["", *_pair_table(found.pairs[:shown])]
        lines += ["", f"裁定 verdict: {_VERDICTS_TOLD}"]
    lines += ["", f"信中未写明的事项 facts the letters do not state: {len(found.facts)}"]
    if found.facts:
        rows = [(one.source, labels.word(one.field), one.clue) for one in found.facts[:shown]]
        lines += ["", *table([*map(labels.word, ("source", "field", "clue"))], rows)]
    if found.pairs or found.facts:
        lines += [
            "",
            "用 `fuwen review --out DIR` 写成表格来填 · `fuwen review --out DIR` writes tables to fill in",
        ]
    return "\n".join(lines) + "\n"


def _pair_table(pairs: Sequence[OpenPair]) -> Iterator[str]:
    rows = [
        (
            f"{one.score:.2f}",
            str(one.letters),
            one.name,
            one.other_name,
            labels.relation(one.relation),
            *labels.reason(one.rule, one.reason),
        )
        for one in pairs
    ]
    head = ("分数 score", "复文 letters", "名称 name", "另一名称 other", "关系 relation", *labels.REASON)
    return table(head, rows)


def _pair(
    edge: EdgeRow, left: EntityRow, right: EntityRow, why: EvidenceRow | None, contexts: _Contexts
) -> OpenPair:
    return OpenPair(
        kind=left.kind,
        name=left.name,
        jurisdiction=_where(left),
        other_kind=right.kind,
        other_name=right.name,
        other_jurisdiction=_where(right),
        relation=edge.relation,
        score=why.score if why else 0.0,
        rule=why.rule if why else "",
        reason=why.quote if why else "",
        letters=len({*left.letter_ids, *right.letter_ids}),
        context=contexts.of(left.entity_id),
        other_context=contexts.of(right.entity_id),
    )


def _where(row: EntityRow) -> str:
    """Return what tells a name from equal ones: its jurisdiction, else `?` and the one letter that names it."""
    if row.jurisdiction or len(row.letter_ids) != 1:
        return row.jurisdiction
    return f"?{row.letter_ids[0]}"


class _Contexts:
    """Where a node is first named (我局 only where nothing else): the earliest dated letter, the first place in it."""

    def __init__(self, tables: GraphTables, nodes: Set[str]) -> None:
        self._letters: Mapping[str, LetterRow] = {
            row.letter_id: row for row in tables.letters if row.letter_id
        }
        self._first: dict[str, MentionRow] = {}
        for row in sorted(rows_where(tables.mentions, ("entity_ids",), nodes), key=self._order):
            for entity in row.entity_ids:
                self._first.setdefault(entity, row)
        wanted = {self._first[node].sentence_id for node in nodes if node in self._first}
        self._sentences = {
            row.sentence_id: row.text for row in rows_where(tables.sentences, ("sentence_id",), wanted)
        }

    def of(self, entity_id: str) -> str:
        """Return `letter (date): sentence`, empty where no sentence names it."""
        row = self._first.get(entity_id)
        if row is None:
            return ""
        date = self._letters[row.letter_id].reply_date if row.letter_id in self._letters else ""
        sentence = " ".join(self._sentences.get(row.sentence_id, row.text).split())
        return f"{row.letter_id} ({date}): {sentence}" if date else f"{row.letter_id}: {sentence}"

    def _order(self, row: MentionRow) -> tuple[bool, bool, str, str, int]:
        date = self._letters[row.letter_id].reply_date if row.letter_id in self._letters else ""
        return row.anaphor, not date, date, row.letter_id, row.start


def _facts(issues: Iterable[IssueRow]) -> Iterator[OpenFact]:
    for issue in issues:
        if issue.code in _FACT_OF:
            field = _FACT_OF[issue.code]
            clue = issue.value if issue.value != field else ""
            yield OpenFact(source=issue.source, field=field, clue=clue, message=issue.message)


def _pair_cells(one: OpenPair) -> dict[str, str]:
    return {**_cells(one), "score": f"{one.score:.4g}", "options": VERDICTS}


def _cells(record: OpenPair | OpenFact) -> dict[str, str]:
    return {field.name: str(getattr(record, field.name)) for field in fields(record)}


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return CSV text; cells that a spreadsheet would run are guarded, columns that a row lacks stay empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue()
