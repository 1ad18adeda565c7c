"""Two letters side by side (`fuwen compare`): entities, promises, figures, ranks and passages in one, both, other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Generic, Literal, Protocol, TypeVar

from msgspec import structs

from ..relate.records import THINGS
from ..tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow, ThreadRow
from ..tables.graph_tables import GraphTables, LetterRow
from ..tables.stored_tables import rows_where
from . import labels
from .citation import quote_citation
from .figure_search import printed_value, short_period
from .pairing import figure_likeness, paired, promise_likeness, ranking_likeness
from .promises import ThreadStep, claimed_steps, steps_of

Aspect = Literal["entity", "promise", "figure", "ranking", "passage"]
Where = Literal["only_a", "both", "changed", "only_b"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedItem:
    """One line of a comparison. `changed`: in both, with another status or value. Quotes are whole sentences.

    `span_a`, `span_b`: where they stand in the texts of the letters, as half-open ranges of code points.
    """

    aspect: Aspect
    where: Where
    item: str
    in_a: str = ""
    in_b: str = ""
    quote_a: str = ""
    quote_b: str = ""
    span_a: tuple[int, int] = (0, 0)
    span_b: tuple[int, int] = (0, 0)


class _Quoted(Protocol):
    @property
    def quote(self) -> str: ...

    @property
    def letter_id(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Row = TypeVar("_Row", bound=_Quoted)
_OF_LETTER = ("letter_id",)
_FOLLOWS = 10.0
"""Likeness of a promise and the account of it, as threads.csv has them: more than any wording gives."""
_TOLD = 0.1
"""Likeness, at least, of a promise and what its thread tells of it: less than that of the same promise made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure(Generic[_Row]):
    """How rows of one kind are compared: how alike two are, whether both say one thing, and what it is called."""

    aspect: Aspect
    likeness: Callable[[_Row, _Row], float]
    same: Callable[[_Row, _Row], bool]
    item: Callable[[_Row], str]
    words: Callable[[_Row], str]
    stands_alone: Callable[[_Row], bool] = lambda _: True
    """Whether a row that the other letter has no match for is told at all."""


def compare_letters(tables: GraphTables, letter_a: str, letter_b: str) -> tuple[ComparedItem, ...]:
    """Return what two letters have apart and in common, aspect by aspect, in the order of letter A, then B."""
    own = _of_letters(tables, {letter_a, letter_b})
    figures = [row for row in own.figures if row.type != "ranking"]
    return (
        *_entities(own, letter_a, letter_b),
        *_promises(own, letter_a, letter_b),
        *_differences(_FIGURES, figures, letter_a, letter_b),
        *_differences(_RANKINGS, own.rankings, letter_a, letter_b),
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
    differences: Iterable[ComparedItem], letter_a: LetterRow, letter_b: LetterRow
) -> Iterator[tuple[str, ...]]:
    """Yield one row per difference with the columns `COMPARE_COLUMNS`, every sentence with its citation."""
    for one in differences:
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


def _differences(
    measure: _Measure[_Row], rows: Sequence[_Row], letter_a: str, letter_b: str
) -> Iterator[ComparedItem]:
    """Pair the rows of A and B that are about the same, the most alike first; then the rest of B."""
    ones = [row for row in rows if row.letter_id == letter_a]
    twos = [row for row in rows if row.letter_id == letter_b]
    partners = paired(ones, twos, measure.likeness)
    for at, one in enumerate(ones):
        if at in partners:
            two = twos[partners[at]]
            yield _line(measure, "both" if measure.same(one, two) else "changed", one, two)
        elif measure.stands_alone(one):
            yield _line(measure, "only_a", one, None)
    taken = set(partners.values())
    for at, two in enumerate(twos):
        if at not in taken and measure.stands_alone(two):
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
        span_a=_span(one),
        span_b=_span(two),
    )


def _span(row: _Quoted | None) -> tuple[int, int]:
    return (row.start, row.end) if row is not None else (0, 0)


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
            span_a=_span(one),
            span_b=_span(two),
        )


def _promises(tables: GraphTables, letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    """Compare the promises, those too that the other letter tells to be kept or given up without promising anything."""
    answers = {row.commitment_id: (promise_id, row) for promise_id, row in _told(tables)}
    told = [row for _, row in answers.values()]
    things = {thing for row in (*tables.commitments, *told) for thing in row.object_ids}
    names = {
        row.entity_id: (row.name, *row.aliases, row.short_name)
        for row in rows_where(tables.entities, ("entity_id",), things)
        if row.kind in THINGS
    }
    follows = {
        pair for row in tables.threads for pair in zip(row.commitment_ids, row.reports_on, strict=False)
    }

    def likeness(one: CommitmentRow, two: CommitmentRow) -> float:
        pair = (one.commitment_id, two.commitment_id)
        accounts = bool(one.outcome) != bool(two.outcome)
        if accounts and (pair in follows or pair[::-1] in follows):
            return _FOLLOWS + promise_likeness(one, two, names)
        if pair[0] in answers or pair[1] in answers:
            told, promise = (one, two) if pair[0] in answers else (two, one)
            own = answers[told.commitment_id][0] == promise.commitment_id
            return (
                max(_TOLD, promise_likeness(one, two, names))
                if own and not _is_before(told, promise)
                else 0.0
            )
        return promise_likeness(one, two, names)

    measure: _Measure[CommitmentRow] = _Measure(
        aspect="promise",
        likeness=likeness,
        same=_promises_the_same,
        item=lambda row: row.what,
        words=_promise_words,
        stands_alone=lambda row: row.commitment_id not in answers,
    )
    rows = [one for row in tables.commitments for one in _by_thing(row, told)]
    yield from _differences(measure, (*rows, *told), letter_a, letter_b)


def _is_before(told: CommitmentRow, promise: CommitmentRow) -> bool:
    """Whether what is told stands in a letter from before the promise: it says nothing of what became of that."""
    return bool(told.date) and told.date < promise.date


def _by_thing(row: CommitmentRow, told: Iterable[CommitmentRow]) -> Iterable[CommitmentRow]:
    """A promise of several things, once for each of which the other letter tells what became of it."""
    told_of = {thing for one in told if one.letter_id != row.letter_id for thing in one.object_ids} & set(
        row.object_ids
    )
    answered = [thing for thing in row.object_ids if thing in told_of]
    return [structs.replace(row, object_ids=(thing,)) for thing in answered] if len(answered) > 1 else [row]


def _told(tables: GraphTables) -> Iterator[tuple[str, CommitmentRow]]:
    """Yield what the letters tell of promised things, with the id of each promise of the other letter it answers."""
    promised = {row.commitment_id: row.letter_id for row in tables.commitments}
    threads = [row for row in tables.threads if any(one in promised for one in row.commitment_ids)]
    claims = claimed_steps(replace(tables, threads=threads))
    for thread in threads:
        for step in steps_of(thread, claims):
            if step.claim_id in promised or not (step.status or step.outcome):
                continue
            for promise_id in thread.commitment_ids:
                if promised.get(promise_id, step.letter_id) != step.letter_id:
                    yield promise_id, _told_row(thread, step, promise_id)


def _told_row(thread: ThreadRow, step: ThreadStep, promise_id: str) -> CommitmentRow:
    """What a step tells, as the promise that it answers is told."""
    return CommitmentRow(
        commitment_id=f"{promise_id} {thread.thread_id} {step.claim_id}",
        letter_id=step.letter_id,
        actor="",
        responsible="",
        responsible_basis="",
        what=f"{thread.title} {step.words}".rstrip(),
        object_ids=thread.about_ids,
        status=step.status,
        cue="",
        date=step.date,
        sentence_id="",
        start=step.start,
        end=step.end,
        quote=step.quote,
        outcome=step.outcome,
        clause_start=step.start,
        clause_end=step.end,
    )


def _promise_status(row: CommitmentRow) -> str:
    return f"{row.status} {row.outcome}".strip()


def _promises_the_same(one: CommitmentRow, two: CommitmentRow) -> bool:
    """Whether neither status nor outcome changed, nor the time until when, where both tell one."""
    moved = bool(one.due and two.due) and one.due != two.due
    return _promise_status(one) == _promise_status(two) and not moved


def _promise_words(row: CommitmentRow) -> str:
    due = f" (期限 due {row.due})" if row.due else ""
    told = labels.concept("outcome", row.outcome) if row.outcome else labels.concept("status", row.status)
    return f"{told}{due}: {row.what}"


def _rank_said(row: RankingRow) -> str:
    return f"{row.status} " + (f"{row.scope} {row.rank}" if row.rank is not None else row.words)


def _ranking_words(row: RankingRow) -> str:
    status = labels.concept("status", row.status)
    return row.words + (f" ({status})" if status else "") + f": {row.metric}"


def _figure_words(row: FigureRow) -> str:
    time = row.as_of or (f"{row.period_start}…{row.period_end}" if row.period_start else "")
    notes = [note for note in (labels.concept("status", row.status), short_period(time)) if note]
    return printed_value(row) + (f" ({', '.join(notes)})" if notes else "")


_FIGURES: _Measure[FigureRow] = _Measure(
    aspect="figure",
    likeness=figure_likeness,
    same=lambda one, two: (one.normalised_value, one.bound) == (two.normalised_value, two.bound),
    item=lambda row: row.metric,
    words=_figure_words,
)
_RANKINGS: _Measure[RankingRow] = _Measure(
    aspect="ranking",
    likeness=ranking_likeness,
    same=lambda one, two: _rank_said(one) == _rank_said(two),
    item=lambda row: row.metric,
    words=_ranking_words,
)
