"""Two letters side by side (`fuwen compare`): entities, promises, figures, ranks and passages in one, both, other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from ..tables.claim_records import FigureRow, PassageRow, RankingRow
from ..tables.graph_tables import GraphTables, LetterRow
from ..tables.stored_tables import rows_where
from . import labels
from .citation import quote_citation
from .compared_promises import compared_promises
from .figure_search import printed_value, short_period
from .pairing import figure_likeness, ranking_likeness
from .side_by_side import ComparedItem, Measure, differences, span_of

COMPARE_COLUMNS = (
    "aspect",
    "where",
    "item",
    "in_a",
    "in_b",
    "quote_a",
    "quote_b",
    "citation_a",
    "citation_b",
)
_OF_LETTER = ("letter_id",)


def compare_letters(tables: GraphTables, letter_a: str, letter_b: str) -> tuple[ComparedItem, ...]:
    """Return what two letters have apart and in common, aspect by aspect, in the order of letter A, then B."""
    own = _of_letters(tables, {letter_a, letter_b})
    figures = [row for row in own.figures if row.type != "ranking"]
    return (
        *_entities(own, letter_a, letter_b),
        *compared_promises(own, letter_a, letter_b),
        *differences(_FIGURES, figures, letter_a, letter_b),
        *differences(_RANKINGS, own.rankings, letter_a, letter_b),
        *_passages(own.passages, letter_a, letter_b),
    )


def _of_letters(tables: GraphTables, letter_ids: Set[str]) -> GraphTables:
    """Return the rows of these letters; nodes, edges and threads, which are of no single letter, stay as they are."""
    return replace(
        tables,
        mentions=[*rows_where(tables.mentions, _OF_LETTER, letter_ids)],
        commitments=[*rows_where(tables.commitments, _OF_LETTER, letter_ids)],
        figures=[*rows_where(tables.figures, _OF_LETTER, letter_ids)],
        rankings=[*rows_where(tables.rankings, _OF_LETTER, letter_ids)],
        passages=[*rows_where(tables.passages, _OF_LETTER, letter_ids)],
        evidence=[*rows_where(tables.evidence, _OF_LETTER, letter_ids)],
        threads=tuple(tables.threads),
    )


def compare_table(
    compared: Iterable[ComparedItem], letter_a: LetterRow, letter_b: LetterRow
) -> Iterator[tuple[str, ...]]:
    """Yield one row per item with the columns `COMPARE_COLUMNS`, every sentence with its citation."""
    for one in compared:
        quotes = (" ".join(quote.split()) for quote in (one.quote_a, one.quote_b))
        cited = (
            quote_citation(letter, quote, *span) if quote else ""
            for letter, quote, span in (
                (letter_a, one.quote_a, one.span_a),
                (letter_b, one.quote_b, one.span_b),
            )
        )
        yield (one.aspect, one.where, one.item, one.in_a, one.in_b, *quotes, *cited)


def _entities(tables: GraphTables, letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    printed: dict[str, dict[str, dict[str, None]]] = {letter_a: {}, letter_b: {}}
    for row in tables.mentions:
        if not row.anaphor:
            for entity_id in row.entity_ids:
                printed[row.letter_id].setdefault(entity_id, {})["".join(row.text.split())] = None
    in_a, in_b = printed[letter_a], printed[letter_b]
    named = dict.fromkeys((*in_a, *in_b))
    names = {row.entity_id: row.name for row in rows_where(tables.entities, ("entity_id",), named)}
    for entity_id in named:
        yield ComparedItem(
            aspect="entity",
            where="only_b" if entity_id not in in_a else "both" if entity_id in in_b else "only_a",
            item=names.get(entity_id, entity_id),
            in_a="|".join(in_a.get(entity_id, ())),
            in_b="|".join(in_b.get(entity_id, ())),
        )


def _passages(rows: Sequence[PassageRow], letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    texts = {
        letter_id: {row.passage_id: row for row in rows if row.letter_id == letter_id}
        for letter_id in (letter_a, letter_b)
    }
    for passage_id in sorted(texts[letter_a].keys() & texts[letter_b].keys()):
        one, two = texts[letter_a][passage_id], texts[letter_b][passage_id]
        yield ComparedItem(
            aspect="passage",
            where="both",
            item="".join(one.quote.split()),
            quote_a=one.quote,
            quote_b=two.quote,
            span_a=span_of(one),
            span_b=span_of(two),
        )


def _rank_said(row: RankingRow) -> str:
    return f"{row.status} " + (f"{row.scope} {row.rank}" if row.rank is not None else row.words)


def _ranking_words(row: RankingRow) -> str:
    status = labels.concept("status", row.status)
    return row.words + (f" ({status})" if status else "") + f": {row.metric}"


def _figure_words(row: FigureRow) -> str:
    time = row.as_of or (f"{row.period_start}…{row.period_end}" if row.period_start else "")
    notes = [note for note in (labels.concept("status", row.status), short_period(time)) if note]
    return printed_value(row) + (f" ({', '.join(notes)})" if notes else "")


_FIGURES: Measure[FigureRow] = Measure(
    aspect="figure",
    likeness=figure_likeness,
    same=lambda one, two: (one.normalised_value, one.bound) == (two.normalised_value, two.bound),
    item=lambda row: row.metric,
    words=_figure_words,
)
_RANKINGS: Measure[RankingRow] = Measure(
    aspect="ranking",
    likeness=ranking_likeness,
    same=lambda one, two: _rank_said(one) == _rank_said(two),
    item=lambda row: row.metric,
    words=_ranking_words,
)
