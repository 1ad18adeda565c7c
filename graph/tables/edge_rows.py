"""Claims to rows of edges.csv and evidence.csv. A claim whose quote is not in its letter is a fault, and stops."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Span

from ..errors import BrokenEvidence
from ..records import Claim
from ..relate.co_mention import npmi
from ..storage.digest_counts import DigestCounts
from .claim_buckets import QuotedClaim, spot_id
from .graph_tables import EdgeRow, EvidenceRow

_CERTAINTY = ("asserted", "inferred", "suggested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What rows need beside their claims, and only all letters together tell.

    `windows` and `counts` (windows per entity) are what NPMI is computed from; `wordings`: in how many letters a
    wording stands, by its digest, where they are several; `repeated`: the same of sentences within a repeated
    passage, by sentence_id; `things`: the ids of what may be promised, None where they do not matter.
    """

    windows: int
    counts: Mapping[str, int] = field(repr=False)
    wordings: Mapping[int, int] = field(repr=False)
    repeated: DigestCounts = field(repr=False)
    things: Container[str] | None = field(default=None, repr=False)


def edge_rows(claims: Iterable[QuotedClaim], setting: Setting) -> tuple[list[EdgeRow], list[EvidenceRow]]:
    """Return a row per (source, relation, target), sorted by id, and a row per sentence that supports one.

    The latter stand edge by edge, by letter and place. Raises `BrokenEvidence` where a quote is not in its letter.
    """
    grouped: dict[str, list[QuotedClaim]] = {}
    for one in claims:
        grouped.setdefault(one.edge_id, []).append(one)
    edges: list[EdgeRow] = []
    evidence: list[EvidenceRow] = []
    for edge_id in sorted(grouped):
        group = _distinct(grouped[edge_id])
        edges.append(_edge_row(group, setting))
        evidence += _evidence_rows(group, setting)
    return edges, evidence


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


def _evidence_rows(claims: Sequence[QuotedClaim], setting: Setting) -> list[EvidenceRow]:
    """Return a row per claim, in their order."""
    if len(claims) == 1:  # as of nine edges in ten
        return [_evidence_row(claims[0], _evidence_id(claims[0]), setting)]
    ids = _evidence_ids(claims)
    return [_evidence_row(one, one_id, setting) for one, one_id in zip(claims, ids, strict=True)]


def _evidence_ids(claims: Sequence[QuotedClaim]) -> list[str]:
    """Return an id per claim; a second claim from one sentence (by another rule) has `.2` behind it."""
    found: dict[str, int] = {}
    ids = []
    for one in claims:
        name = _evidence_id(one)
        count = found[name] = found.get(name, 0) + 1
        ids.append(name if count == 1 else f"{name}.{count}")
    return ids


def _evidence_id(one: QuotedClaim) -> str:
    """Return an id that names a claim's edge and its sentence, so that further letters change none.

    What no sentence says is named by what a person wrote who decided, else by its rule: other notes are for readers.
    """
    claim, span = one.claim, one.claim.quote
    by_rule = claim.origin == "derived" or claim.letter_id
    spot = f"{span.start}-{span.end}" if span else claim.rule if by_rule else claim.note
    return f"{one.edge_id}.{spot_id(claim.letter_id, spot)}"


def _evidence_row(one: QuotedClaim, evidence_id: str, setting: Setting) -> EvidenceRow:
    claim = one.claim
    span, source, target = claim.quote, claim.source_span, claim.target_span
    if span:
        _check(one, span)
    return EvidenceRow(
        evidence_id=evidence_id,
        edge_id=one.edge_id,
        origin=claim.origin,
        letter_id=claim.letter_id,
        section_id=claim.section_id,
        sentence_id=claim.sentence_id,
        start=span.start if span else None,
        end=span.end if span else None,
        quote=one.text if span else claim.note,
        source_start=source.start if source else None,
        source_end=source.end if source else None,
        target_start=target.start if target else None,
        target_end=target.end if target else None,
        status=claim.status,
        cue=claim.cue,
        date=one.date,
        rule=claim.rule,
        score=claim.score,
        strength=claim.strength,
        certainty=claim.certainty,
        repeated_in=_repeated_in(one, setting) if span else 1,
        names_in_window=claim.names_in_window,
    )


def _check(one: QuotedClaim, span: Span) -> None:
    """Raise `BrokenEvidence` for a span that leaves its letter, holds nothing or not its ends: a fault of ours."""
    claim = one.claim
    whole = 0 <= span.start < span.end and len(one.text) == span.end - span.start
    if not (whole and _holds(span, claim.source_span) and _holds(span, claim.target_span)):
        raise BrokenEvidence(
            f"{claim.letter_id}, characters {span.start}–{span.end}: no such quote for {claim.source} "
            f"{claim.relation} {claim.target} ({claim.rule})"
        )


def _holds(span: Span, end: Span | None) -> bool:
    return end is None or span.start <= end.start < end.end <= span.end


def _repeated_in(one: QuotedClaim, setting: Setting) -> int:
    """Return in how many letters a sentence stands: word for word, or within a repeated passage."""
    within = setting.repeated.get(one.claim.sentence_id, 1)
    return max(within, setting.wordings.get(one.wording, 1))


def _edge_row(claims: Sequence[QuotedClaim], setting: Setting) -> EdgeRow:
    first = claims[0].claim
    alone = len(claims) == 1
    found = _letters(claims)
    begun, ended = _dates(claims)
    co_mention = first.relation == "co_mention"
    return EdgeRow(
        edge_id=claims[0].edge_id,
        source=first.source,
        relation=first.relation,
        target=first.target,
        directed=first.directed,
        weight=1 if alone else len({(one.claim.letter_id, one.claim.quote) for one in claims}),
        weight_frac=_shares(claims) if co_mention else None,
        npmi=_npmi(first, len(claims), setting) if co_mention else None,
        distinct_texts=1 if alone else len({one.wording or one.claim.note for one in claims}),
        letter_count=len(found),
        letter_ids=found,
        first_date=begun,
        last_date=ended,
        status=first.status if alone else _latest_status(claims),
        certainty=first.certainty
        if alone
        else min((one.claim.certainty for one in claims), key=_CERTAINTY.index),
    )


def _dates(claims: Sequence[QuotedClaim]) -> tuple[str, str]:
    """Return the first and the last date of what is claimed.

    The first is the day that people state; else the earliest date of the letters, which tell of it before or after.
    """
    if len(claims) == 1:
        (only,) = claims
        return only.claim.day or only.date, only.date
    known = [one.date for one in claims if one.date]
    stated = [one.claim.day for one in claims if one.claim.day]
    return min(stated or known, default=""), max(known, default="")


def _letters(claims: Sequence[QuotedClaim]) -> tuple[str, ...]:
    """Return the letters that make the claims, sorted."""
    if len(claims) == 1:
        letter_id = claims[0].claim.letter_id
        return (letter_id,) if letter_id else ()
    return tuple(sorted({one.claim.letter_id for one in claims if one.claim.letter_id}))


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
