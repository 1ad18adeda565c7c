"""Edges as nodes: Relation and CoMention with weights, their Evidence with quotes, and Handling with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ontology import vocabulary

from ...both_languages import chinese, english, is_in_both
from ...tables.graph_tables import EdgeRow, EvidenceRow
from .block import (
    NEXT,
    Block,
    dated,
    excerpt,
    filled,
    listed,
    named,
    named_as,
    named_in_both,
    quoted,
    said,
    seen,
    span,
)
from .index import HANDLING_RELATIONS, SUCCESSION, Index, direct, located, value
from .terms import decimal, escape, plain, token

CO_MENTION = "co_mention"
_ENDS_KEPT = 1 << 16
_KEPT = 1 << 14
"""Edges differ in their ends and sentences; in the rest very many are the same, and are written once."""


def relation_blocks(rows: Iterable[tuple[EdgeRow, Sequence[EvidenceRow]]], index: Index) -> Iterator[Block]:
    """Yield one block per edge, in the rows' order; every edge comes with its evidence."""
    together, other = index.types("co_mention_relation"), index.types("relation")

    @lru_cache(_KEPT)
    def documents(letter_ids: tuple[str, ...]) -> str:
        return listed("fuwen:inDocument", map(index.document, letter_ids))

    @lru_cache(_ENDS_KEPT)
    def end(node_id: str) -> tuple[str, str]:
        return index.node(node_id), escape(index.nodes.short_name(node_id))

    for row, evidence in rows:
        (source, source_name), (target, target_name) = end(row.source), end(row.target)
        label, relation = _relation(row.relation)
        name = f"{source_name} – {label} – {target_name}"
        co_mention = row.relation == CO_MENTION
        sentences = [token("evidence", one.evidence_id, index.base) for one in evidence]
        statements = (
            f"{together if co_mention else other}{named_as(name)}"
            f"{NEXT}fuwen:source {source}{NEXT}fuwen:relationType {relation}{NEXT}fuwen:target {target}"
            f"{listed('fuwen:entity', (source, target)) if co_mention else ''}"
            f"{_certainty(row.certainty, row.status)}"
            f"{_weights(row.weight, row.weight_frac, row.npmi, row.distinct_texts, row.letter_count)}"
            f"{documents(row.letter_ids)}"
            f"{seen(row.first_date, row.last_date)}"
            f"{listed('fuwen:evidence', sentences)}"
        )
        yield Block(token("edge", row.edge_id, index.base), statements)


@cache
def _relation(code: str) -> tuple[str, str]:
    """Return the escaped label and the token of a relation. Raises `VocabularyError` where there is none."""
    relation = vocabulary.load().relation(code)
    return escape(relation.label_zh), f"fuwen:{relation.name}"


@cache
def _certainty(certainty: str, status: str) -> str:
    return filled(
        ("fuwen:certainty", value("certainty", certainty)),
        ("fuwen:status", status and value("status", status)),
    )


@lru_cache(_KEPT)
def _weights(
    weight: int, weight_frac: float | None, npmi: float | None, distinct_texts: int, letter_count: int
) -> str:
    return filled(
        ("fuwen:weight", str(weight)),
        ("fuwen:fractionalWeight", decimal(weight_frac) if weight_frac is not None else ""),
        ("fuwen:npmi", decimal(npmi) if npmi is not None else ""),
        ("fuwen:distinctTexts", str(distinct_texts)),
        ("fuwen:letterCount", str(letter_count)),
    )


def evidence_blocks(rows: Iterable[EvidenceRow], index: Index) -> Iterator[Block]:
    """Yield one block per row of evidence, in the rows' order."""
    kind = index.types("evidence")
    for row in rows:
        names, words = _told(row)
        document = index.document(row.letter_id) if row.letter_id else ""
        statements = (
            f"{kind}{names}"
            f"{f'{NEXT}fuwen:inDocument {document}' if document else ''}"
            f"{located(row.section_id, row.sentence_id, index.base)}"
            f"{words}{_offsets(row)}"
            f"{_manner(row.origin, row.certainty, row.strength, row.status, row.cue)}"
            f"{_found(row.date, row.rule, row.score, row.repeated_in, row.names_in_window)}"
        )
        yield Block(token("evidence", row.evidence_id, index.base), statements, document)


def _told(row: EvidenceRow) -> tuple[str, str]:
    """Return the names of a row and its words: a sentence, or the note of a decision or a derivation."""
    if row.start is not None:
        label, quote = quoted(row.quote)
        return named_as(label), f'{NEXT}fuwen:quote "{quote}"'
    return named_in_both(*_titles(row)), filled(("fuwen:note", row.quote and plain(row.quote)))


def _titles(row: EvidenceRow) -> tuple[str, str]:
    """Return what names a row without a sentence in Chinese and in English.

    The reason that a person wrote is in a language that nobody tells: its origin and row name it.
    """
    if is_in_both(row.quote):
        return excerpt(chinese(row.quote)), excerpt(english(row.quote))
    origin = vocabulary.load().concept("origin", row.origin)
    place = row.rule.removeprefix(f"{row.origin}:") or row.evidence_id
    return f"{origin.label_zh} {place}", f"{origin.label_en} {place}"


def _offsets(row: EvidenceRow) -> str:
    """Return where the sentence and the two names stand, in code points of the letter's text."""
    sentence = source = target = ""
    if row.start is not None and row.end is not None:
        sentence = span(row.start, row.end)
    if row.source_start is not None:
        source = f"{NEXT}fuwen:sourceBegin {row.source_start}{NEXT}fuwen:sourceEnd {row.source_end}"
    if row.target_start is not None:
        target = f"{NEXT}fuwen:targetBegin {row.target_start}{NEXT}fuwen:targetEnd {row.target_end}"
    return f"{sentence}{source}{target}"


@lru_cache(_KEPT)
def _manner(origin: str, certainty: str, strength: str, status: str, cue: str) -> str:
    return filled(
        ("fuwen:origin", value("origin", origin)),
        ("fuwen:certainty", value("certainty", certainty)),
        ("fuwen:strength", strength and value("strength", strength)),
        ("fuwen:status", status and value("status", status)),
        ("fuwen:cue", cue and plain(cue)),
    )


@lru_cache(_KEPT)
def _found(date: str, rule: str, score: float, repeated_in: int, names_in_window: int) -> str:
    return dated("fuwen:date", date) + filled(
        ("fuwen:rule", rule and plain(rule)),
        ("fuwen:score", decimal(score)),
        ("fuwen:repeatedIn", str(repeated_in)),
        ("fuwen:namesInWindow", str(names_in_window) if names_in_window else ""),
    )


def handling_blocks(rows: Iterable[EdgeRow], cues: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one block per department that handled a proposal: who, which proposals, in which role.

    `cues` maps an edge_id to the printed word for the role (会办), empty where none is printed.
    """
    kind = index.types("handling")
    responds_to, _ = direct("responds_to", suggested=False)
    for row in rows:
        if row.relation in HANDLING_RELATIONS and row.certainty != "suggested":
            concept = index.words.concept("handling-role", _role(row, cues.get(row.edge_id, ""), index))
            proposals = [proposal for how, proposal in index.links.of(row.source) if how == responds_to]
            statements = (
                kind,
                named(f"{index.nodes.short_name(row.target)} – {concept.label_zh}"),
                said("fuwen:handledBy", index.node(row.target)),
                said("fuwen:handlingRole", f"fuwen:{concept.name}"),
                said("fuwen:inDocument", index.node(row.source)),
                listed("fuwen:ofProposal", proposals),
            )
            yield Block(index.node(f"handling/{row.edge_id}"), "".join(statements))


def change_blocks(rows: Iterable[EdgeRow], days: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one org:ChangeEvent per organisation that another one succeeds, as a letter or a decision says.

    `days` maps an edge_id to the day that a decision states. The date of a letter that tells of it is none.
    Funds, platforms and policies are no organisations of the W3C vocabulary: for these the relation says it all.
    """
    for row in rows:
        bodies = all(index.nodes.kind(end) == "organisation" for end in (row.source, row.target))
        if row.relation == SUCCESSION and row.certainty == "asserted" and bodies:
            name = f"{index.nodes.short_name(row.source)} → {index.nodes.short_name(row.target)}"
            statements = (
                "a org:ChangeEvent",
                named(name),
                said("org:originalOrganization", index.node(row.source)),
                said("org:resultingOrganization", index.node(row.target)),
                dated("dcterms:date", days.get(row.edge_id, ""), text="fuwen:dateText"),
            )
            yield Block(index.node(f"change/{row.edge_id}"), "".join(statements))


def _role(row: EdgeRow, cue: str, index: Index) -> str:
    """Return the code of the role as printed; consulted (会同) and answering (a signature) are those that say none."""
    letter = index.letters.get(row.source.removeprefix("reply/"))
    printed = letter.role if letter and row.relation == "issued_by" else cue
    roles = index.words.concepts["handling-role"].values()
    found = next((role.code for role in roles if printed.startswith(role.label_zh)), "")
    if found or row.relation != "issued_by":
        return found or "consulted"
    return "lead" if printed else "answering"  # 牵头, 独办 and 承办 lead
