"""Two letters side by side (`fuwen compare`): entities, promises, figures, ranks and passages in one, both, other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

from ..relate.figures.likeness import alike
from ..tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow
from ..tables.graph_tables import EntityRow, MentionRow
from .figure_search import printed_value

Aspect = Literal["entity", "promise", "figure", "ranking", "passage"]
Where = Literal["only_a", "both", "changed", "only_b"]

COMPARE_COLUMNS = ("aspect", "where", "item", "in_a", "in_b", "quote_a", "quote_b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedItem:
    """One line of a comparison. `changed`: in both, with another status or value. Quotes are whole sentences."""

    aspect: Aspect
    where: Where
    item: str
    in_a: str = ""
    in_b: str = ""
    quote_a: str = ""
    quote_b: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTables:
    """The tables that letters are compared by; every part may be any sequence of rows."""

    entities: Sequence[EntityRow]
    mentions: Sequence[MentionRow]
    commitments: Sequence[CommitmentRow] = field(default=())
    figures: Sequence[FigureRow] = field(default=())
    rankings: Sequence[RankingRow] = field(default=())
    passages: Sequence[PassageRow] = field(default=())


class _Quoted(Protocol):
    @property
    def quote(self) -> str: ...

    @property
    def letter_id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure(Generic[_Row]):
    """How rows of one kind are compared: which two are about one thing, what is said, and what it is called."""

    aspect: Aspect
    alike: Callable[[_Row, _Row], bool]
    said: Callable[[_Row], str]
    item: Callable[[_Row], str]
    words: Callable[[_Row], str]


def compare_letters(tables: ComparedTables, letter_a: str, letter_b: str) -> tuple[ComparedItem, ...]:
    """Return what two letters have apart and in common, aspect by aspect, in the order of letter A, then B."""
    figures = [row for row in tables.figures if row.type != "ranking"]
    return (
        *_entities(tables, letter_a, letter_b),
        *_differences(_PROMISES, tables.commitments, letter_a, letter_b),
        *_differences(_FIGURES, figures, letter_a, letter_b),
        *_differences(_RANKINGS, tables.rankings, letter_a, letter_b),
        *_passages(tables.passages, letter_a, letter_b),
    )


def compare_table(differences: Iterable[ComparedItem]) -> Iterator[tuple[str, ...]]:
    """Yield one row per difference with the columns `COMPARE_COLUMNS`."""
    for one in differences:
        quotes = (" ".join(quote.split()) for quote in (one.quote_a, one.quote_b))
        yield (one.aspect, one.where, one.item, one.in_a, one.in_b, *quotes)


def _entities(tables: ComparedTables, letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    names = {row.entity_id: row.name for row in tables.entities}
    printed: dict[str, dict[str, dict[str, None]]] = {letter_a: {}, letter_b: {}}
    for row in tables.mentions:
        if row.letter_id in printed and not row.anaphor:
            for entity_id in row.entity_ids:
                printed[row.letter_id].setdefault(entity_id, {})["".join(row.text.split())] = None
    in_a, in_b = printed[letter_a], printed[letter_b]
    for entity_id in dict.fromkeys((*in_a, *in_b)):
        yield ComparedItem(
            aspect="entity",
            where="only_b" if entity_id not in in_a else "both" if entity_id in in_b else "only_a",
            item=names.get(entity_id, entity_id),
            in_a="|".join(in_a.get(entity_id, ())),
            in_b="|".join(in_b.get(entity_id, ())),
        )


def _differences(
    measure: _Measure[_Row], rows: Sequence[_Row], letter_a: str, letter_b: str
) -> Iterator[ComparedItem]:
    """Pair each row of A with the first free row of B that is about the same; then the rest of B."""
    rest = [row for row in rows if row.letter_id == letter_b]
    for one in (row for row in rows if row.letter_id == letter_a):
        near = [row for row in rest if measure.alike(one, row)]
        two = next((row for row in near if measure.said(row) == measure.said(one)), next(iter(near), None))
        if two is None:
            yield _line(measure, "only_a", one, None)
            continue
        rest.remove(two)
        yield _line(measure, "both" if measure.said(one) == measure.said(two) else "changed", one, two)
    for two in rest:
        yield _line(measure, "only_b", None, two)


def _line(measure: _Measure[_Row], where: Where, one: _Row | None, two: _Row | None) -> ComparedItem:
    named = one if one is not None else two
    return ComparedItem(
        aspect=measure.aspect,
        where=where,
        item=measure.item(named) if named is not None else "",
        in_a=measure.words(one) if one is not None else "",
        in_b=measure.words(two) if two is not None else "",
        quote_a=one.quote if one is not None else "",
        quote_b=two.quote if two is not None else "",
    )


def _passages(rows: Sequence[PassageRow], letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    texts = {
        letter_id: {row.passage_id: row.quote for row in rows if row.letter_id == letter_id}
        for letter_id in (letter_a, letter_b)
    }
    for passage_id in sorted(texts[letter_a].keys() & texts[letter_b].keys()):
        quote_a, quote_b = texts[letter_a][passage_id], texts[letter_b][passage_id]
        yield ComparedItem(
            aspect="passage",
            where="both",
            item="".join(quote_a.split()),
            quote_a=quote_a,
            quote_b=quote_b,
        )


def _same_promise(one: CommitmentRow, two: CommitmentRow) -> bool:
    if one.object_ids and two.object_ids:
        return bool(set(one.object_ids) & set(two.object_ids))
    return alike(one.what, two.what)


def _same_metric(one: FigureRow, two: FigureRow) -> bool:
    comparable = (one.canonical_unit, one.amount_role) == (two.canonical_unit, two.amount_role)
    return comparable and alike(one.metric, two.metric)


def _same_ranked(one: RankingRow, two: RankingRow) -> bool:
    return alike(one.metric, two.metric)


def _promise_status(row: CommitmentRow) -> str:
    return f"{row.status} {row.outcome}".strip()


def _figure_words(row: FigureRow) -> str:
    time = row.as_of or (f"{row.period_start}…{row.period_end}" if row.period_start else "")
    return printed_value(row) + (f" ({time})" if time else "")


_PROMISES: _Measure[CommitmentRow] = _Measure(
    aspect="promise",
    alike=_same_promise,
    said=_promise_status,
    item=lambda row: row.what,
    words=lambda row: f"{_promise_status(row)}: {row.what}",
)
_FIGURES: _Measure[FigureRow] = _Measure(
    aspect="figure",
    alike=_same_metric,
    said=lambda row: f"{row.normalised_value} {row.bound}",
    item=lambda row: row.metric,
    words=_figure_words,
)
_RANKINGS: _Measure[RankingRow] = _Measure(
    aspect="ranking",
    alike=_same_ranked,
    said=lambda row: row.words,
    item=lambda row: row.metric,
    words=lambda row: f"{row.metric} {row.words}",
)
