"""Edges as nodes: Relation and CoMention with weights, their Evidence with quotes, and Handling with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...tables import EdgeRow, EvidenceRow
from .index import Block, Index, Properties, excerpt, filled, named
from .terms import day, decimal, plain, year

CO_MENTION = "co_mention"
SUCCESSION = "succeeded_by"
_HANDLING_RELATIONS = ("issued_by", "jointly_with")


def relation_blocks(rows: Iterable[EdgeRow], index: Index) -> Iterator[Block]:
    """Yield one block per edge, in the rows' order."""
    together = index.types(index.words.kind("co_mention_relation"))
    other = index.types(index.words.kind("relation"))
    for row in rows:
        kind = together if row.relation == CO_MENTION else other
        yield Block(subject=index.own(f"edge/{row.edge_id}"), properties=[kind, *_relation(row, index)])


def _relation(row: EdgeRow, index: Index) -> Properties:
    relation = index.words.relation(row.relation)
    ends = [index.node(row.source), index.node(row.target)]
    name = f"{index.short_name(row.source)} – {relation.label_zh} – {index.short_name(row.target)}"
    evidence = [
        index.own(f"evidence/{evidence_id}") for evidence_id in index.evidence_of.get(row.edge_id, ())
    ]
    return [
        *named(name),
        ("fuwen:source", ends[:1]),
        ("fuwen:relationType", [f"fuwen:{relation.name}"]),
        ("fuwen:target", ends[1:]),
        *([("fuwen:entity", sorted(ends))] if row.relation == CO_MENTION else []),
        *_weights(row, index),
        *_when_and_where(row, index),
        *([("fuwen:evidence", sorted(evidence))] if evidence else []),
    ]


def _weights(row: EdgeRow, index: Index) -> Properties:
    return filled(
        ("fuwen:certainty", index.value("certainty", row.certainty)),
        ("fuwen:status", row.status and index.value("status", row.status)),
        ("fuwen:weight", str(row.weight)),
        ("fuwen:fractionalWeight", decimal(row.weight_frac) if row.weight_frac is not None else ""),
        ("fuwen:npmi", decimal(row.npmi) if row.npmi is not None else ""),
        ("fuwen:distinctTexts", str(row.distinct_texts)),
        ("fuwen:letterCount", str(row.letter_count)),
    )


def _when_and_where(row: EdgeRow, index: Index) -> Properties:
    documents = sorted(index.document(letter_id) for letter_id in row.letter_ids)
    return [
        *([("fuwen:inDocument", documents)] if documents else []),
        *filled(
            ("fuwen:firstDate", row.first_date and day(row.first_date)),
            ("fuwen:firstYear", year(row.first_date)),
            ("fuwen:lastDate", row.last_date and day(row.last_date)),
            ("fuwen:lastYear", year(row.last_date)),
        ),
    ]


def evidence_blocks(rows: Iterable[EvidenceRow], index: Index) -> Iterator[Block]:
    """Yield one block per row of evidence, in the rows' order."""
    kind = index.types(index.words.kind("evidence"))
    for row in rows:
        properties = [kind, *named(_evidence_label(row)), *_place(row, index), *_reason(row, index)]
        document = index.document(row.letter_id) if row.letter_id else ""
        yield Block(
            subject=index.own(f"evidence/{row.evidence_id}"), properties=properties, document=document
        )


def _evidence_label(row: EvidenceRow) -> str:
    return excerpt(row.quote) or row.rule or row.evidence_id


def _place(row: EvidenceRow, index: Index) -> Properties:
    """Return where the sentence and the two names stand, in code points of the letter's text."""
    return filled(
        ("fuwen:inDocument", row.letter_id and index.document(row.letter_id)),
        ("fuwen:inSection", row.section_id and index.node(f"section/{row.section_id}")),
        ("fuwen:inSentence", row.sentence_id and index.node(f"sentence/{row.sentence_id}")),
        ("fuwen:quote" if row.letter_id else "fuwen:note", row.quote and plain(row.quote)),
        ("fuwen:begin", _offset(row.start)),
        ("fuwen:end", _offset(row.end)),
        ("fuwen:sourceBegin", _offset(row.source_start)),
        ("fuwen:sourceEnd", _offset(row.source_end)),
        ("fuwen:targetBegin", _offset(row.target_start)),
        ("fuwen:targetEnd", _offset(row.target_end)),
    )


def _reason(row: EvidenceRow, index: Index) -> Properties:
    return filled(
        ("fuwen:origin", index.value("origin", row.origin)),
        ("fuwen:certainty", index.value("certainty", row.certainty)),
        ("fuwen:strength", row.strength and index.value("strength", row.strength)),
        ("fuwen:status", row.status and index.value("status", row.status)),
        ("fuwen:cue", row.cue and plain(row.cue)),
        ("fuwen:date", row.date and day(row.date)),
        ("fuwen:rule", row.rule and plain(row.rule)),
        ("fuwen:score", decimal(row.score)),
        ("fuwen:repeatedIn", str(row.repeated_in)),
        ("fuwen:namesInWindow", str(row.names_in_window) if row.names_in_window else ""),
    )


def _offset(value: int | None) -> str:
    return "" if value is None else str(value)


def handling_blocks(rows: Iterable[EdgeRow], cues: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one block per department that handled a proposal: who, which proposals, in which role.

    `cues` maps an edge_id to the printed word for the role (会办), empty where none is printed.
    """
    kind = index.types(index.words.kind("handling"))
    for row in rows:
        if row.relation in _HANDLING_RELATIONS and row.certainty != "suggested":
            role = _role(row, cues.get(row.edge_id, ""), index)
            concept = index.words.concept("handling-role", role)
            proposals = [
                index.node(other)
                for edge, other in index.edges_at.get(row.source, ())
                if edge.relation == "responds_to" and edge.certainty != "suggested"
            ]
            properties = [
                kind,
                *named(f"{index.short_name(row.target)} – {concept.label_zh}"),
                ("fuwen:handledBy", [index.node(row.target)]),
                ("fuwen:handlingRole", [f"fuwen:{concept.name}"]),
                ("fuwen:inDocument", [index.node(row.source)]),
                *([("fuwen:ofProposal", sorted(proposals))] if proposals else []),
            ]
            yield Block(subject=index.node(f"handling/{row.edge_id}"), properties=properties)


def change_blocks(rows: Iterable[EdgeRow], index: Index) -> Iterator[Block]:
    """Yield one org:ChangeEvent per body that a decision says was renamed or reorganised into another."""
    for row in rows:
        if row.relation == SUCCESSION and row.certainty == "asserted":
            name = f"{index.short_name(row.source)} → {index.short_name(row.target)}"
            properties = [
                ("a", ["org:ChangeEvent"]),
                *named(name),
                ("org:originalOrganization", [index.node(row.source)]),
                ("org:resultingOrganization", [index.node(row.target)]),
            ]
            yield Block(subject=index.node(f"change/{row.edge_id}"), properties=properties)


def _role(row: EdgeRow, cue: str, index: Index) -> str:
    """Return the code of the role: as printed, else lead for the signing and consulted for other departments."""
    letter = index.letters.get(row.source.removeprefix("reply/"))
    printed = letter.role if letter and row.relation == "issued_by" else cue
    roles = index.words.concepts["handling-role"].values()
    found = next((role.code for role in roles if printed.startswith(role.label_zh)), "")
    return found or ("lead" if row.relation == "issued_by" else "consulted")
