"""What the letters claim: figures, rankings, commitments, and passages that several letters share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby

from ...tables_claims import CommitmentRow, FigureRow, PassageRow, RankingRow
from .index import Block, Index, Properties, excerpt, filled, named
from .terms import day, decimal, plain

ClaimRow = FigureRow | RankingRow | CommitmentRow


def claim_node(kind: str, claim_id: str, index: Index) -> str:
    """Return the token of a claim. Sub-resources are divided by `.`, which a prefixed name may hold."""
    return index.node(f"{kind}/{claim_id}")


def figure_blocks(rows: Iterable[FigureRow], index: Index) -> Iterator[Block]:
    """Yield one block per figure, in the rows' order."""
    kind = index.types(index.words.kind("figure"))
    for row in rows:
        value = " ".join(part for part in (row.metric, row.value + row.unit) if part)
        properties = [
            kind,
            *named(excerpt(value)),
            *filled(
                ("fuwen:figureType", row.type and plain(row.type)),
                ("fuwen:metric", row.metric and plain(row.metric)),
                ("fuwen:valueText", row.value and plain(row.value)),
                ("fuwen:unit", row.unit and plain(row.unit)),
                ("fuwen:value", _number(row.normalised_value)),
                ("fuwen:canonicalUnit", row.canonical_unit and plain(row.canonical_unit)),
                ("fuwen:bound", row.bound and index.value("bound", row.bound)),
                ("fuwen:amountRole", row.amount_role and index.value("amount-role", row.amount_role)),
                ("fuwen:change", row.change and plain(row.change)),
                ("fuwen:status", row.status and index.value("status", row.status)),
            ),
            *_party("payer", row.payer, index),
            *_party("payee", row.payee, index),
            *_scope(row, index),
            *filled(
                ("fuwen:periodStart", row.period_start and day(row.period_start)),
                ("fuwen:periodEnd", row.period_end and day(row.period_end)),
                ("fuwen:numberBegin", str(row.number_start)),
                ("fuwen:numberEnd", str(row.number_end)),
            ),
            *_links("fuwen:conflictsWith", [claim_node("figure", other, index) for other in row.conflict]),
            *_links("fuwen:about", map(index.node, row.about_ids)),
            *_place(row, index),
        ]
        yield _block("figure", row.figure_id, row.letter_id, properties, index)


def ranking_blocks(rows: Iterable[RankingRow], index: Index) -> Iterator[Block]:
    """Yield one block per claim of rank, in the rows' order."""
    kind = index.types(index.words.kind("ranking"))
    for row in rows:
        properties = [
            kind,
            *named(excerpt(f"{row.metric} {row.words}".strip())),
            *filled(
                ("fuwen:metric", row.metric and plain(row.metric)),
                ("fuwen:rankWords", row.words and plain(row.words)),
                ("fuwen:rank", "" if row.rank is None else str(row.rank)),
                ("fuwen:territory", row.territory and plain(_name(row.territory, index))),
                ("fuwen:ofFigure", row.figure_id and claim_node("figure", row.figure_id, index)),
            ),
            *_scope(row, index),
            *_links("fuwen:about", map(index.node, row.about_ids)),
            *_place(row, index),
        ]
        yield _block("ranking", row.ranking_id, row.letter_id, properties, index)


def commitment_blocks(rows: Iterable[CommitmentRow], index: Index) -> Iterator[Block]:
    """Yield one block per promise or report on one, in the rows' order."""
    kind = index.types(index.words.kind("commitment"))
    for row in rows:
        properties = [
            kind,
            *named(excerpt(row.what)),
            ("fuwen:what", [plain(row.what)]),
            *filled(
                ("fuwen:status", row.status and index.value("status", row.status)),
                ("fuwen:outcome", row.outcome and index.value("outcome", row.outcome)),
                ("fuwen:cue", row.cue and plain(row.cue)),
                ("fuwen:due", row.due and plain(row.due)),
                ("fuwen:responsibleBasis", row.responsible_basis and plain(row.responsible_basis)),
                ("fuwen:clauseBegin", str(row.clause_start)),
                ("fuwen:clauseEnd", str(row.clause_end)),
            ),
            *_party("actor", row.actor, index),
            *_party("responsible", row.responsible, index),
            *_links("fuwen:about", map(index.node, row.object_ids)),
            *_place(row, index),
        ]
        yield _block("commitment", row.commitment_id, row.letter_id, properties, index)


def passage_blocks(rows: Iterable[PassageRow], index: Index) -> Iterator[Block]:
    """Yield one block per repeated passage; its places are named there."""
    kind = index.types(index.words.kind("passage"))
    for passage_id, places in groupby(rows, key=lambda row: row.passage_id):
        first, *others = places
        occurrences = [_occurrence(passage_id, number, index) for number in range(1, len(others) + 2)]
        properties = [
            kind,
            *named(excerpt(first.quote)),
            ("fuwen:length", [str(first.length)]),
            ("fuwen:letterCount", [str(first.letter_count)]),
            ("fuwen:occurrence", occurrences),
        ]
        yield Block(subject=claim_node("passage", passage_id, index), properties=properties)


def occurrence_blocks(rows: Iterable[PassageRow], index: Index) -> Iterator[Block]:
    """Yield one block per place of a repeated passage."""
    kind = index.types(index.words.kind("occurrence"))
    for passage_id, places in groupby(rows, key=lambda row: row.passage_id):
        for number, row in enumerate(places, start=1):
            document = index.document(row.letter_id)
            properties = [
                kind,
                *named(excerpt(row.quote)),
                ("fuwen:inDocument", [document]),
                *_links("fuwen:inSentence", (index.node(f"sentence/{each}") for each in row.sentence_ids)),
                ("fuwen:quote", [plain(row.quote)]),
                ("fuwen:begin", [str(row.start)]),
                ("fuwen:end", [str(row.end)]),
            ]
            subject = _occurrence(passage_id, number, index)
            yield Block(subject=subject, properties=properties, document=document)


def _occurrence(passage_id: str, number: int, index: Index) -> str:
    return claim_node("occurrence", f"{passage_id}.{number}", index)


def _block(kind: str, claim_id: str, letter_id: str, properties: Properties, index: Index) -> Block:
    """Return the block with the claim's id as the tables write it."""
    told = [*properties[:1], ("dcterms:identifier", [plain(claim_id)]), *properties[1:]]
    return Block(
        subject=claim_node(kind, claim_id, index), properties=told, document=index.document(letter_id)
    )


def _place(row: ClaimRow, index: Index) -> Properties:
    """Return the sentence that says it: where it stands and what it says."""
    return filled(
        ("fuwen:inDocument", index.document(row.letter_id)),
        ("fuwen:inSection", row.section_id and index.node(f"section/{row.section_id}")),
        ("fuwen:inSentence", row.sentence_id and index.node(f"sentence/{row.sentence_id}")),
        ("fuwen:date", row.date and day(row.date)),
        ("fuwen:quote", plain(row.quote)),
        ("fuwen:begin", str(row.start)),
        ("fuwen:end", str(row.end)),
    )


def _scope(row: FigureRow | RankingRow, index: Index) -> Properties:
    return filled(
        ("fuwen:place", row.place and plain(_name(row.place, index))),
        ("fuwen:scope", row.scope and plain(row.scope)),
        ("fuwen:asOf", row.as_of and day(row.as_of)),
    )


def _party(role: str, value: str, index: Index) -> Properties:
    """Return who takes part: the node where there is one, and the name in any case (企业 is no node)."""
    if not value:
        return []
    known = value in index.nodes
    return filled(
        (f"fuwen:{role}", index.node(value) if known else ""),
        (f"fuwen:{role}Name", plain(_name(value, index))),
    )


def _name(value: str, index: Index) -> str:
    """Return the name of a node; that of a place no edge leads to is its id's, and a text is its own name."""
    row = index.nodes.get(value)
    return row.name if row else value.removeprefix("place/")


def _links(predicate: str, tokens: Iterable[str]) -> Properties:
    found = sorted(set(tokens))
    return [(predicate, found)] if found else []


def _number(value: str) -> str:
    """Return the number where it is one; what is printed stands in fuwen:valueText in any case."""
    try:
        return decimal(value) if Decimal(value).is_finite() else ""
    except InvalidOperation:
        return ""
