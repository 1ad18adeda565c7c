"""Every quote against its letter, every edge against its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..storage.digest_counts import DigestCounts
from ..storage.narrow_records import only
from ..tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow
from ..tables.graph_tables import EvidenceRow, GraphTables
from ..tables.schema import TABLE_FOLDER
from .report import Finding, Part

_Claim = FigureRow | RankingRow | CommitmentRow | PassageRow
_SHOWN = 40
"""Characters of a quote in a message."""
_FIRST_ROW = 2
"""The first row of a CSV file that holds data, as a spreadsheet counts."""


def quote_findings(tables: GraphTables, texts: Mapping[str, str]) -> tuple[int, list[Finding]]:
    """Return how many quotes were compared, and those that are not what stands at their offsets."""
    findings: list[Finding] = []
    count = 0
    for where, letter_id, start, end, quote in _quotes(tables):
        count += 1
        if wrong := _wrong(texts.get(letter_id), letter_id, start, end, quote):
            findings.append(_finding(where, *wrong))
    return count, findings


def _wrong(text: str | None, letter_id: str, start: int, end: int, quote: str) -> tuple[str, str] | None:
    """Return what is wrong with a quote from the text of a letter, in both languages, None where nothing is."""
    if text is None:
        return f"没有复文 {letter_id}", f"there is no letter {letter_id!r}"
    if not (0 <= start < end <= len(text)):
        return f"偏移 {start}–{end} 超出文本", f"offsets {start}–{end} leave the text"
    stands = text[start:end]
    if stands != quote:
        told = f"quotes {quote[:_SHOWN]!r}, the letter has {stands[:_SHOWN]!r} at {start}–{end}"
        return "引文与原文不符", told
    return None


def _quotes(tables: GraphTables) -> Iterator[tuple[str, str, int, int, str]]:
    """Yield (place, letter_id, start, end, quote) of every row that quotes a letter."""
    for number, sentence in enumerate(tables.sentences, start=_FIRST_ROW):
        yield _place("sentences", number), sentence.letter_id, sentence.start, sentence.end, sentence.text
    for number, mention in enumerate(tables.mentions, start=_FIRST_ROW):
        yield _place("mentions", number), mention.letter_id, mention.start, mention.end, mention.text
    for number, evidence in enumerate(tables.evidence, start=_FIRST_ROW):
        stated = evidence.origin != "letter" and evidence.start is None  # a row of decisions.csv or facts.csv
        if not stated:
            yield _place("evidence", number), evidence.letter_id, *_span(evidence), evidence.quote
    claims: Mapping[str, Sequence[_Claim]] = {
        "figures": tables.figures,
        "rankings": tables.rankings,
        "commitments": tables.commitments,
        "passages": tables.passages,
    }
    for name, rows in claims.items():
        for number, row in enumerate(rows, start=_FIRST_ROW):
            yield _place(name, number), row.letter_id, row.start, row.end, row.quote


def _span(row: EvidenceRow) -> tuple[int, int]:
    return (-1 if row.start is None else row.start), (-1 if row.end is None else row.end)


def evidence_findings(tables: GraphTables) -> Iterator[Finding]:
    """Yield every edge without evidence or without a node at an end, and every piece of evidence without an edge."""
    supported = DigestCounts((row.edge_id, 1) for row in only(tables.evidence, "edge_id"))
    nodes = DigestCounts((row.entity_id, 1) for row in only(tables.entities, "entity_id"))
    for number, edge in enumerate(only(tables.edges, "edge_id", "source", "target"), start=_FIRST_ROW):
        where = f"{_place('edges', number)} ({edge.edge_id})"
        if edge.edge_id not in supported:
            yield _finding(where, "没有证据", "has no evidence", part="evidence")
        for end in (edge.source, edge.target):
            if end not in nodes:
                yield _finding(where, f"{end} 不在实体表中", f"{end} is not in entities.csv", part="evidence")
    edges = DigestCounts((row.edge_id, 1) for row in only(tables.edges, "edge_id"))
    for number, row in enumerate(only(tables.evidence, "edge_id"), start=_FIRST_ROW):
        if row.edge_id not in edges:
            where = _place("evidence", number)
            yield _finding(
                where, f"没有关系 {row.edge_id}", f"there is no edge {row.edge_id!r}", part="evidence"
            )


def _place(table: str, number: int) -> str:
    return f"{TABLE_FOLDER}/{table}.csv, row {number}"


def _finding(where: str, message_zh: str, message_en: str, *, part: Part = "quotes") -> Finding:
    return Finding(part=part, where=where, message_zh=message_zh, message_en=message_en)
