"""Claims to rows of edges.csv and evidence.csv. A claim whose quote is not in its letter is a fault, and stops.

Ids and quotes, which many rows share, are interned: claims that were on disk have strings of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from corpus.records import Span

from .claim_buckets import Wordings, edge_id
from .errors import BrokenEvidence
from .records import Claim
from .relate.co_mention import npmi
from .tables import EdgeRow, EvidenceRow

_CERTAINTY = ("asserted", "inferred", "suggested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What rows need beside their claims: texts and dates by letter_id, counts of windows, repeated sentences."""

    texts: Mapping[str, str] = field(repr=False)
    dates: Mapping[str, str] = field(repr=False)
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    wordings: Wordings = field(repr=False)
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

    def of(self, claim: Claim) -> Quote:
        """Return the quote of a claim; an empty one where it has none."""
        span = claim.quote
        if span is None:
            return _NO_QUOTE
        key = claim.letter_id, span.start, span.end, claim.sentence_id
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._quote(claim, span)
        return found

    def _quote(self, claim: Claim, span: Span) -> Quote:
        text = intern(self._setting.texts.get(claim.letter_id, "")[span.start : span.end])
        bare = "".join(text.split())
        within = self._setting.repeated.get((claim.letter_id, claim.sentence_id), 1)
        return Quote(text, bare, max(within, self._setting.wordings.letters(bare)))


def edge_rows(claims: Iterable[Claim], setting: Setting) -> tuple[list[EdgeRow], list[EvidenceRow]]:
    """Return one row per (source, relation, target) and one per supporting sentence, both sorted by id.

    Raises `BrokenEvidence` where a quote is not in its letter.
    """
    quotes = Quotes(setting)
    grouped = _grouped(claims)
    edges = [_edge_row(edge, group, setting, quotes) for edge, group in grouped]
    evidence = [row for edge, group in grouped for row in _evidence_rows(edge, group, setting, quotes)]
    return edges, evidence


def _grouped(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Return the claims of every edge with its id, by id."""
    grouped: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.source, claim.relation, claim.target), []).append(claim)
    return sorted(((edge_id(*ends), _distinct(found)) for ends, found in grouped.items()), key=itemgetter(0))


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Sort claims, and drop those that say the same from the same sentence by the same rule."""
    if len(claims) == 1:
        return claims
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        found.setdefault(_order(claim), claim)
    return [found[key] for key in sorted(found)]


def _order(claim: Claim) -> tuple[str, int, int, str, str, str]:
    start, end = (claim.quote.start, claim.quote.end) if claim.quote else (-1, -1)
    return claim.letter_id, start, end, claim.rule, claim.status, claim.note


def _evidence_rows(edge: str, claims: Sequence[Claim], setting: Setting, quotes: Quotes) -> list[EvidenceRow]:
    """Return a row per claim, by evidence_id."""
    rows = [
        EvidenceRow(
            evidence_id=f"{edge}.{number}",
            edge_id=edge,
            origin=claim.origin,
            letter_id=intern(claim.letter_id),
            section_id=intern(claim.section_id),
            sentence_id=intern(claim.sentence_id),
            start=claim.quote.start if claim.quote else None,
            end=claim.quote.end if claim.quote else None,
            quote=_checked(claim, setting.texts, quotes) if claim.quote else claim.note,
            source_start=claim.source_span.start if claim.source_span else None,
            source_end=claim.source_span.end if claim.source_span else None,
            target_start=claim.target_span.start if claim.target_span else None,
            target_end=claim.target_span.end if claim.target_span else None,
            status=claim.status,
            cue=intern(claim.cue),
            date=setting.dates.get(claim.letter_id, ""),
            rule=intern(claim.rule),
            score=claim.score,
            strength=claim.strength,
            certainty=claim.certainty,
            repeated_in=quotes.of(claim).repeated_in,
            names_in_window=claim.names_in_window,
        )
        for number, claim in enumerate(claims, start=1)
    ]
    return rows if len(rows) < 10 else sorted(rows, key=lambda row: row.evidence_id)


def _checked(claim: Claim, texts: Mapping[str, str], quotes: Quotes) -> str:
    """Return the quote; a span that leaves its letter or holds nothing is a fault of ours."""
    span = claim.quote or Span(start=0, end=0)
    text = texts.get(claim.letter_id, "")
    ends = [end for end in (claim.source_span, claim.target_span) if end is not None]
    inside = all(span.start <= end.start < end.end <= span.end for end in ends)
    if not 0 <= span.start < span.end <= len(text) or not inside:
        raise BrokenEvidence(
            f"{claim.letter_id}, characters {span.start}–{span.end}: no such quote for {claim.source} "
            f"{claim.relation} {claim.target} ({claim.rule}); please report this with the letter"
        )
    return quotes.of(claim).text


def _edge_row(edge: str, claims: Sequence[Claim], setting: Setting, quotes: Quotes) -> EdgeRow:
    first, dates = claims[0], setting.dates
    alone = len(claims) == 1  # as nine edges in ten
    found = _letters(claims)
    known = sorted(dates[one] for one in found if dates.get(one))
    co_mention = first.relation == "co_mention"
    return EdgeRow(
        edge_id=edge,
        source=intern(first.source),
        relation=intern(first.relation),
        target=intern(first.target),
        directed=first.directed,
        weight=1 if alone else len({(claim.letter_id, claim.quote) for claim in claims}),
        weight_frac=round(sum(1 / (claim.names_in_window - 1) for claim in claims), 4)
        if co_mention
        else None,
        npmi=_npmi(first, len(claims), setting) if co_mention else None,
        distinct_texts=1 if alone else len({quotes.of(claim).bare or claim.note for claim in claims}),
        letter_count=len(found),
        letter_ids=found,
        first_date=known[0] if known else "",
        last_date=known[-1] if known else "",
        status=first.status if alone else _latest_status(claims, dates),
        certainty=first.certainty
        if alone
        else min((claim.certainty for claim in claims), key=_CERTAINTY.index),
    )


def _letters(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the letters that make the claims, sorted."""
    return tuple(sorted({intern(claim.letter_id) for claim in claims if claim.letter_id}))


def _npmi(claim: Claim, together: int, setting: Setting) -> float | None:
    value = npmi(together, setting.counts[claim.source], setting.counts[claim.target], setting.windows)
    return None if value is None else round(value, 4)


def _latest_status(claims: Iterable[Claim], dates: Mapping[str, str]) -> str:
    """Return the status of the latest dated letter that gives one; of an undated one only where no other does."""
    stated = [
        (dates.get(claim.letter_id, ""), claim.letter_id, claim.status) for claim in claims if claim.status
    ]
    return max(stated)[2] if stated else ""
