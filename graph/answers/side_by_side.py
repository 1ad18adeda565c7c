"""Rows of two letters side by side: which are about the same, whether they say the same, and what stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from .pairing import paired

Aspect = Literal["entity", "promise", "figure", "ranking", "passage"]
Where = Literal["only_a", "both", "changed", "only_b"]


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


Row = TypeVar("Row", bound=_Quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Generic[Row]):
    """How rows of one kind are compared: how alike two are, whether both say one thing, and what it is called."""

    aspect: Aspect
    likeness: Callable[[Row, Row], float]
    same: Callable[[Row, Row], bool]
    item: Callable[[Row], str]
    words: Callable[[Row], str]
    stands_alone: Callable[[Row], bool] = lambda _: True
    """Whether a row that the other letter has no match for is told at all."""


def differences(
    measure: Measure[Row], rows: Sequence[Row], letter_a: str, letter_b: str
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


def _line(measure: Measure[Row], where: Where, one: Row | None, two: Row | None) -> ComparedItem:
    named = one if one is not None else two
    return ComparedItem(
        aspect=measure.aspect,
        where=where,
        item=measure.item(named) if named is not None else "",
        in_a=measure.words(one) if one is not None else "",
        in_b=measure.words(two) if two is not None else "",
        quote_a=one.quote if one is not None else "",
        quote_b=two.quote if two is not None else "",
        span_a=span_of(one),
        span_b=span_of(two),
    )


def span_of(row: _Quoted | None) -> tuple[int, int]:
    """Return where a row stands in the text of its letter; (0, 0) where there is none."""
    return (row.start, row.end) if row is not None else (0, 0)
