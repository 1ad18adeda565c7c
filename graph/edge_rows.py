"""Claims to rows of edges.csv and evidence.csv. A claim whose quote is not in its letter is a fault, and stops.

Ids and quotes, which many rows share, are interned: claims that were on disk have strings of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from .claim_buckets import QuotedClaim, bare, digest_of, edge_id
from .errors import BrokenEvidence
from .records import Claim
from .relate.co_mention import npmi
from .tables import EdgeRow, EvidenceRow

_CERTAINTY = ("asserted", "inferred", "suggested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What rows need beside their claims, and only all letters together tell.

    `windows` and `counts` (windows per entity) are what NPMI is computed from; `wordings`: in how many letters a
    wording stands, by its digest, where they are several; `repeated`: the same of sentences within a repeated
    passage, by letter_id and sentence_id.
    """

    windows: int
    counts: Mapping[str, int] = field(repr=False)
    wordings: Mapping[int, int] = field(repr=False)
    repeated: Mapping[tuple[str, str], int] = field(repr=False)


class Quote(NamedTuple):
    """A sentence that proves edges: as it stands, without white space, and in how many letters it stands.

    It repeats where other letters have it word for word, or within a repeated passage.
    """

    text: str
    bare: str
    repeated_in: int


_NO_QUOTE = Quote("", "", 1)


class Quotes:
    """The sentences that prove edges: each is looked at once, however many edges it proves."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._found: dict[tuple[str, int, int, str], Quote] = {}

    def of(self, one: QuotedClaim) -> Quote:
        """Return the quote of a claim; an empty one where it has none."""
        claim = one.claim
        span = claim.quote
        if span is None:
            return _NO_QUOTE
        key = claim.letter_id, span.start, span.end, claim.sentence_id
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._quote(one)
        return found

    def _quote(self, one: QuotedClaim) -> Quote:
        wording = bare(one.text)
        within = self._setting.repeated.get((one.claim.letter_id, one.claim.sentence_id), 1)
        return Quote(
            intern(one.text), wording, max(within, self._setting.wordings.get(digest_of(wording), 1))
        )


def edge_rows(claims: Iterable[QuotedClaim], setting: Setting) -> tuple[list[EdgeRow], list[EvidenceRow]]:
    """Return one row per (source, relation, target) and one per supporting sentence, both sorted by id.

    Raises `BrokenEvidence` where a quote is not in its letter.
    """
    quotes = Quotes(setting)
    grouped = _grouped(claims)
    edges = [_edge_row(edge, group, setting, quotes) for edge, group in grouped]
    evidence = [row for edge, group in grouped for row in _evidence_rows(edge, group, quotes)]
    return edges, evidence


def _grouped(claims: Iterable[QuotedClaim]) -> list[tuple[str, list[QuotedClaim]]]:
    """Return the claims of every edge with its id, by id."""
    grouped: dict[tuple[str, str, str], list[QuotedClaim]] = {}
    for one in claims:
        claim = one.claim
        grouped.setdefault((claim.source, claim.relation, claim.target), []).append(one)
    return sorted(((edge_id(*ends), _distinct(found)) for ends, found in grouped.items()), key=itemgetter(0))


def _distinct(claims: list[QuotedClaim]) -> list[QuotedClaim]:
    """Sort claims, and drop those that say the same from the same sentence by the same rule."""
    if len(claims) == 1:
        return claims
    found: dict[tuple[object, ...], QuotedClaim] = {}
    for one in claims:
        found.setdefault(_order(one.claim), one)
    return [found[key] for key in sorted(found)]


def _order(claim: Claim) -> tuple[str, int, int, str, str, str]:
    start, end = (claim.quote.start, claim.quote.end) if claim.quote else (-1, -1)
    return claim.letter_id, start, end, claim.rule, claim.status, claim.note


def _evidence_rows(edge: str, claims: Sequence[QuotedClaim], quotes: Quotes) -> list[EvidenceRow]:
    """Return a row per claim, by evidence_id."""
    rows = [
        _evidence_row(f"{edge}.{number}", edge, one, quotes) for number, one in enumerate(claims, start=1)
    ]
    return rows if len(rows) < 10 else sorted(rows, key=lambda row: row.evidence_id)


def _evidence_row(evidence_id: str, edge: str, one: QuotedClaim, quotes: Quotes) -> EvidenceRow:
    claim, quote = one.claim, quotes.of(one)
    span, source, target = claim.quote, claim.source_span, claim.target_span
    if span:
        _check(one)
    return EvidenceRow(
        evidence_id=evidence_id,
        edge_id=edge,
        origin=claim.origin,
        letter_id=intern(claim.letter_id),
        section_id=intern(claim.section_id),
        sentence_id=intern(claim.sentence_id),
        start=span.start if span else None,
        end=span.end if span else None,
        quote=quote.text if span else claim.note,
        source_start=source.start if source else None,
        source_end=source.end if source else None,
        target_start=target.start if target else None,
        target_end=target.end if target else None,
        status=claim.status,
        cue=intern(claim.cue),
        date=intern(one.date),
        rule=intern(claim.rule),
        score=claim.score,
        strength=claim.strength,
        certainty=claim.certainty,
        repeated_in=quote.repeated_in,
        names_in_window=claim.names_in_window,
    )


def _check(one: QuotedClaim) -> None:
    """Raise `BrokenEvidence` for a span that leaves its letter, holds nothing or not its ends: a fault of ours."""
    claim, span = one.claim, one.claim.quote
    if span is None:
        return
    ends = [end for end in (claim.source_span, claim.target_span) if end is not None]
    inside = all(span.start <= end.start < end.end <= span.end for end in ends)
    if not 0 <= span.start < span.end or len(one.text) != span.end - span.start or not inside:
        raise BrokenEvidence(
            f"{claim.letter_id}, characters {span.start}–{span.end}: no such quote for {claim.source} "
            f"{claim.relation} {claim.target} ({claim.rule}); please report this with the letter"
        )


def _edge_row(edge: str, claims: Sequence[QuotedClaim], setting: Setting, quotes: Quotes) -> EdgeRow:
    first = claims[0].claim
    alone = len(claims) == 1  # as nine edges in ten
    found = _letters(claims)
    known = sorted(one.date for one in claims if one.date)
    co_mention = first.relation == "co_mention"
    return EdgeRow(
        edge_id=edge,
        source=intern(first.source),
        relation=intern(first.relation),
        target=intern(first.target),
        directed=first.directed,
        weight=1 if alone else len({(one.claim.letter_id, one.claim.quote) for one in claims}),
        weight_frac=_shares(claims) if co_mention else None,
        npmi=_npmi(first, len(claims), setting) if co_mention else None,
        distinct_texts=1 if alone else len({quotes.of(one).bare or one.claim.note for one in claims}),
        letter_count=len(found),
        letter_ids=found,
        first_date=known[0] if known else "",
        last_date=known[-1] if known else "",
        status=first.status if alone else _latest_status(claims),
        certainty=first.certainty
        if alone
        else min((one.claim.certainty for one in claims), key=_CERTAINTY.index),
    )


def _letters(claims: Sequence[QuotedClaim]) -> tuple[str, ...]:
    """Return the letters that make the claims, sorted."""
    return tuple(sorted({intern(one.claim.letter_id) for one in claims if one.claim.letter_id}))


def _shares(claims: Sequence[QuotedClaim]) -> float:
    """Return Σ 1/(k−1) over windows with k names."""
    return round(sum(1 / (one.claim.names_in_window - 1) for one in claims), 4)


def _npmi(claim: Claim, together: int, setting: Setting) -> float | None:
    counts = setting.counts
    value = npmi(together, counts.get(claim.source, 0), counts.get(claim.target, 0), setting.windows)
    return None if value is None else round(value, 4)


def _latest_status(claims: Iterable[QuotedClaim]) -> str:
    """Return the status of the latest dated letter that gives one; of an undated one only where no other does."""
    stated = [(one.date, one.claim.letter_id, one.claim.status) for one in claims if one.claim.status]
    return max(stated)[2] if stated else ""
