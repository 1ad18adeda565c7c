"""What letters claim beside edges: figures, rankings, promises, and passages that recur. Frozen records.

All spans are half-open ranges of code points into `Letter.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from corpus.records import Span

from ..records import ClaimStatus

FigureType = Literal["amount", "count", "percent", "ratio", "duration", "ranking"]
LEARNED = "typed:learned"
"""The rule of relations that no pattern tells and the scorer finds likely."""
THINGS = frozenset({"fund", "platform", "policy"})
"""Kinds of what is promised: an organisation takes part, or is where it happens."""
OF_ANOTHER = frozenset({"growth", "comparison"})
"""Amount roles of figures that tell how another figure changed, or how far it is from a third."""
Basis = Literal["named", "inherited", "implied", ""]
"""How an actor is known: named in the clause, carried over from an earlier clause, or the issuer understood."""


class Figure(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One number of a letter: what it counts, where and when, exactly as said.

    `value` and `unit` are as printed (18.87, 亿元), `normalised` the plain decimal number in `canonical_unit`
    (1887000000, 元), below zero where it is by how much something fell (下降2.1%: -0.021). `bound` keeps 超, 约, 最高
    of the printed number; `amount_role` the kind of quantity: figures of different roles must never be summed.
    `span` is the number with its unit and qualifier, `quote` its sentence.
    """

    figure_id: str
    letter_id: str
    type: FigureType
    metric: str
    value: str
    unit: str
    normalised: str
    canonical_unit: str
    bound: str
    amount_role: str
    payer: str = ""
    payee: str = ""
    about: tuple[str, ...] = ()
    place: str = ""
    scope: str = ""
    period_start: str = ""
    period_end: str = ""
    as_of: str = ""
    change: str = ""
    sentence_id: str
    section_id: str = ""
    span: Span
    quote: Span
    ranking: str = ""
    status: ClaimStatus = ""
    """planned for a target, empty for a fact."""


class RankingClaim(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A claim of rank: `metric` is `rank` within `scope` (全市第二: scope 全市, territory 深圳市, rank 2).

    `rank` is None where the words give no number (领先, 前列); `figure_id` the figure that it ranks, or empty.
    """

    ranking_id: str
    letter_id: str
    metric: str
    words: str
    scope: str
    territory: str
    rank: int | None
    place: str = ""
    as_of: str = ""
    figure_id: str = ""
    about: tuple[str, ...] = ()
    status: ClaimStatus = ""
    """planned where the rank is only striven for (争取建成全省首个X), empty where it is told as a fact."""
    sentence_id: str
    section_id: str = ""
    span: Span
    quote: Span


class Commitment(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A promise, or the report on one: who will do what, with the words that say so.

    `outcome` is empty for a promise, kept, late, missed or refused for a report on an earlier one.
    `span` is the clause, `quote` its sentence; `due` is a date as precise as printed.
    """

    commitment_id: str
    letter_id: str
    actor: str
    responsible: str = ""
    responsible_basis: Basis = ""
    what: str
    object_ids: tuple[str, ...] = ()
    status: ClaimStatus
    outcome: str = ""
    cue: str
    due: str = ""
    date: str = ""
    section_id: str = ""
    sentence_id: str
    span: Span
    quote: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePlace:
    """One place where a repeated passage stands."""

    letter_id: str
    sentence_ids: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of text that two or more letters share, or that one letter repeats. `text` is without white space."""

    passage_id: str
    text: str
    places: tuple[PassagePlace, ...]
