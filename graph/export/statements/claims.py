"""What the letters claim: figures, rankings, commitments, and passages that several letters share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from ...tables.claim_buckets import spot_id
from ...tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow, ThreadRow
from ...threads.rows import NONE
from .block import NEXT, Block, dated, excerpt, filled, listed, named, named_as, quoted, said, span
from .index import Index, located, value
from .terms import day, decimal, plain, token

_KEPT = 4096

ClaimRow = FigureRow | RankingRow | CommitmentRow


def figure_blocks(rows: Iterable[FigureRow], index: Index) -> Iterator[Block]:
    """Yield one block per figure, in the rows' order."""
    kind = index.types("figure")
    for row in rows:
        printed = " ".join(part for part in (row.metric, row.value + row.unit) if part)
        statements = (
            named(excerpt(printed)),
            filled(
                ("fuwen:figureType", row.type and plain(row.type)),
                ("fuwen:metric", row.metric and plain(row.metric)),
                ("fuwen:valueText", row.value and plain(row.value)),
                ("fuwen:unit", row.unit and plain(row.unit)),
                ("fuwen:value", "" if row.normalised_value is None else decimal(row.normalised_value)),
            ),
            _meant(row.canonical_unit, row.bound, row.amount_role, row.change, row.status),
            _party("payer", row.payer, index),
            _party("payee", row.payee, index),
            _scope(row, index),
            _period(row.period_start, row.period_end),
            f"{NEXT}fuwen:numberBegin {row.number_start}{NEXT}fuwen:numberEnd {row.number_end}",
            listed("fuwen:conflictsWith", {token("figure", other, index.base) for other in row.conflict}),
            _about(row.about_ids, index),
            _place(row, index),
        )
        yield _block(kind, "figure", row.figure_id, row.letter_id, statements, index)


@lru_cache(_KEPT)
def _meant(canonical_unit: str, bound: str, amount_role: str, change: str, status: str) -> str:
    """Return how the number of a figure is meant: very many figures are alike in it."""
    return filled(
        ("fuwen:canonicalUnit", canonical_unit and plain(canonical_unit)),
        ("fuwen:bound", bound and value("bound", bound)),
        ("fuwen:amountRole", amount_role and value("amount-role", amount_role)),
        ("fuwen:change", change and plain(change)),
        ("fuwen:status", status and value("status", status)),
    )


@lru_cache(_KEPT)
def _period(start: str, end: str) -> str:
    return filled(("fuwen:periodStart", start and day(start)), ("fuwen:periodEnd", end and day(end)))


def ranking_blocks(rows: Iterable[RankingRow], index: Index) -> Iterator[Block]:
    """Yield one block per claim of rank, in the rows' order."""
    kind = index.types("ranking")
    for row in rows:
        statements = (
            named(excerpt(f"{row.metric} {row.words}".strip())),
            filled(
                ("fuwen:metric", row.metric and plain(row.metric)),
                ("fuwen:rankWords", row.words and plain(row.words)),
                ("fuwen:rank", "" if row.rank is None else str(row.rank)),
                ("fuwen:status", row.status and value("status", row.status)),
                ("fuwen:territory", row.territory and plain(_name(row.territory, index))),
                ("fuwen:ofFigure", row.figure_id and token("figure", row.figure_id, index.base)),
            ),
            _scope(row, index),
            _about(row.about_ids, index),
            _place(row, index),
        )
        yield _block(kind, "ranking", row.ranking_id, row.letter_id, statements, index)


def commitment_blocks(
    rows: Iterable[CommitmentRow], earlier: Mapping[str, Collection[str]], index: Index
) -> Iterator[Block]:
    """Yield one block per promise or report on one, in the rows' order; `earlier`: those that each takes up, by id."""
    kind = index.types("commitment")
    for row in rows:
        label, what = quoted(row.what)
        statements = (
            f'{named_as(label)}{NEXT}fuwen:what "{what}"',
            filled(
                ("fuwen:status", row.status and value("status", row.status)),
                ("fuwen:outcome", row.outcome and value("outcome", row.outcome)),
                ("fuwen:cue", row.cue and plain(row.cue)),
                ("fuwen:due", row.due and plain(row.due)),
                ("fuwen:responsibleBasis", row.responsible_basis and plain(row.responsible_basis)),
                ("fuwen:clauseBegin", str(row.clause_start)),
                ("fuwen:clauseEnd", str(row.clause_end)),
            ),
            _party("actor", row.actor, index),
            _party("responsible", row.responsible, index),
            _about(row.object_ids, index),
            listed(
                "fuwen:reportsOn",
                [token("commitment", one, index.base) for one in earlier.get(row.commitment_id, ())],
            ),
            _place(row, index),
        )
        yield _block(kind, "commitment", row.commitment_id, row.letter_id, statements, index)


def taken_up(threads: Iterable[ThreadRow]) -> Mapping[str, Collection[str]]:
    """Return the earlier promises that a promise takes up, by its id: more than one where it names several things."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in threads:
        for commitment_id, earlier in zip(row.commitment_ids, row.reports_on, strict=True):
            if earlier != NONE:
                found[commitment_id].add(earlier)
    return found


def thread_blocks(rows: Iterable[ThreadRow], index: Index) -> Iterator[Block]:
    """Yield one block per promise over the letters, in the rows' order."""
    kind = index.types("thread")
    for row in rows:
        steps = [token("commitment", one, index.base) for one in row.commitment_ids]
        steps += [token("evidence", one, index.base) for one in row.evidence_ids]
        steps += [token("figure", one, index.base) for one in row.figure_ids]
        steps += [token("sentence", one, index.base) for one in row.sentence_ids]
        silent = row.silent_letters
        statements = (
            f"{kind}{NEXT}dcterms:identifier {plain(row.thread_id)}{named(excerpt(row.title))}",
            f"{NEXT}fuwen:course {value('course', row.course)}{listed('fuwen:step', steps)}",
            listed("fuwen:about", map(index.node, row.about_ids)),
            dated("fuwen:firstDate", row.first_date),
            dated("fuwen:lastDate", row.last_date),
            dated("fuwen:lastMentioned", row.last_mentioned),
            filled(
                ("fuwen:silentLetters", "" if silent is None else str(silent)),
                ("fuwen:due", row.due and plain(row.due)),
                ("fuwen:overdueAsOf", row.overdue_as_of and plain(row.overdue_as_of)),
            ),
        )
        yield Block(token("thread", row.thread_id, index.base), "".join(statements))


def passage_blocks(rows: Iterable[PassageRow], index: Index) -> Iterator[Block]:
    """Yield one block per repeated passage; its places are named there."""
    kind = index.types("passage")
    for passage_id, places in groupby(rows, key=lambda row: row.passage_id):
        first, *others = places
        occurrences = [_occurrence(row, index) for row in (first, *others)]
        statements = (
            kind,
            named(excerpt(first.quote)),
            said("fuwen:length", str(first.length)),
            said("fuwen:letterCount", str(first.letter_count)),
            said("fuwen:occurrence", *occurrences),
        )
        yield Block(token("passage", passage_id, index.base), "".join(statements))


def occurrence_blocks(rows: Iterable[PassageRow], index: Index) -> Iterator[Block]:
    """Yield one block per place of a repeated passage."""
    kind = index.types("occurrence")
    for row in rows:
        document = index.document(row.letter_id)
        label, quote = quoted(row.quote)
        sentences = {token("sentence", each, index.base) for each in row.sentence_ids}
        statements = (
            f"{kind}{named_as(label)}{NEXT}fuwen:inDocument {document}"
            f"{listed('fuwen:inSentence', sentences)}"
            f'{NEXT}fuwen:quote "{quote}"{span(row.start, row.end)}'
        )
        yield Block(_occurrence(row, index), statements, document)


def _occurrence(row: PassageRow, index: Index) -> str:
    """Return the token of a place of a passage: it follows from the place, so that further letters change none."""
    spot = spot_id(row.letter_id, f"{row.start}-{row.end}")
    return token("occurrence", f"{row.passage_id}.{spot}", index.base)


def _block(
    kind: str, name: str, claim_id: str, letter_id: str, statements: Iterable[str], index: Index
) -> Block:
    """Return the block with the claim's id as the tables write it."""
    told = f"{kind}{NEXT}dcterms:identifier {plain(claim_id)}{''.join(statements)}"
    return Block(token(name, claim_id, index.base), told, index.document(letter_id))


def _place(row: ClaimRow, index: Index) -> str:
    """Return the sentence that says it: where it stands and what it says."""
    return (
        f"{NEXT}fuwen:inDocument {index.document(row.letter_id)}"
        f"{located(row.section_id, row.sentence_id, index.base)}"
        f"{dated('fuwen:date', row.date)}"
        f"{NEXT}fuwen:quote {plain(row.quote)}{span(row.start, row.end)}"
    )


def _about(ids: Sequence[str], index: Index) -> str:
    """Return the nodes that a claim is about: most are about none."""
    return listed("fuwen:about", {*map(index.node, ids)}) if ids else ""


def _scope(row: FigureRow | RankingRow, index: Index) -> str:
    return filled(
        ("fuwen:place", row.place and plain(_name(row.place, index))),
        ("fuwen:scope", row.scope and plain(row.scope)),
        ("fuwen:asOf", row.as_of and day(row.as_of)),
    )


def _party(role: str, party: str, index: Index) -> str:
    """Return who takes part: the node where there is one, and the name in any case (企业 is no node)."""
    if not party:
        return ""
    known = party in index.nodes
    return filled(
        (f"fuwen:{role}", index.node(party) if known else ""),
        (f"fuwen:{role}Name", plain(_name(party, index))),
    )


def _name(party: str, index: Index) -> str:
    """Return the name of a node; that of a place no edge leads to is its id's, and a text is its own name."""
    return index.nodes.name(party, party.removeprefix("place/"))
