"""All claims of one letter, a pure function of it; and those that only several letters together show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Issue

from ..errors import BrokenEvidence
from ..records import Claim
from ..storage.narrow_records import only
from ..storage.spool import Shelf
from .commitments.extraction import commitments
from .figures.conflicts import (
    Conflict,
    FigureGroup,
    can_conflict,
    compared_in,
    count_conflicts,
    figure_conflicts,
    ranking_comparisons,
)
from .figures.extraction import figures
from .figures.parties import with_related_parties
from .masked_letter import MaskedLetter
from .passages import Fingerprints, repeated_passages
from .records import Commitment, Figure, Passage, RankingClaim

_HINTS = {
    "figure": "read both sentences before citing either",
    "count": "check the list in the letter",
    "rank": "read both sentences before citing either",
    "ranking": "name the scope when citing",
    "further": "before citing, compare in both tables, by place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterClaims:
    """What one letter claims beside its edges."""

    letter_id: str
    figures: tuple[Figure, ...]
    rankings: tuple[RankingClaim, ...]
    commitments: tuple[Commitment, ...]
    conflicts: tuple[Conflict, ...]
    unread: tuple[str, ...] = ()
    """By table, the heads of the columns whose numbers could not be read."""


def places_of(said: LetterClaims) -> set[str]:
    """Return the node ids of all places that a letter's figures, ranks and promises name."""
    ends = [end for one in said.figures for end in (one.place, one.payer, one.payee, *one.about)]
    ends += [end for rank in said.rankings for end in (rank.place, rank.territory, *rank.about)]
    ends += [end for one in said.commitments for end in (one.actor, one.responsible, *one.object_ids)]
    return {end for end in ends if end.startswith("place/")}


def no_claims(letter_id: str) -> LetterClaims:
    """Return that a letter claims nothing."""
    return LetterClaims(letter_id=letter_id, figures=(), rankings=(), commitments=(), conflicts=())


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusClaims:
    """What only all letters together show: repeated passages, and everything to be looked at side by side."""

    passages: Sequence[Passage] = field(repr=False)
    conflicts: tuple[Conflict, ...]


def letter_claims(letter: MaskedLetter, relations: Sequence[Claim] = ()) -> LetterClaims:
    """Return the claims of one letter: a pure function of it and of its typed relations, which know who pays whom.

    Raises `BrokenEvidence` where the words of a claim leave its sentence: a fault of ours.
    """
    linked, promised = letter.linked, commitments(letter)
    planned = tuple(each.span for each in promised if each.status == "planned")
    counted = figures(letter, planned)
    paid = with_related_parties(counted.figures, relations, linked.letter)
    claimed: tuple[Figure | RankingClaim | Commitment, ...] = (*paid, *counted.rankings, *promised)
    for one in claimed:
        if not one.quote.start <= one.span.start <= one.span.end <= one.quote.end:
            raise BrokenEvidence(f"{one.span} does not lie in its sentence {one.quote}")
    return LetterClaims(
        letter_id=linked.letter.letter_id,
        figures=paid,
        rankings=counted.rankings,
        commitments=promised,
        conflicts=count_conflicts(linked, paid),
        unread=counted.unread,
    )


def corpus_claims(
    letters: Sequence[LetterClaims], prints: Sequence[Fingerprints], shelf: Shelf | None = None
) -> CorpusClaims:
    """Return what letters in the order of their ids show together; `prints` are the fingerprints of all of them.

    Letters may be on disk: they are run through twice, and only what can conflict is in memory together. `shelf` is
    where the passages of a large build are kept.
    """
    groups: Counter[FigureGroup | None] = Counter()
    places: Counter[str] = Counter()
    for each in only(letters, "figures", "rankings"):
        groups.update(map(compared_in, each.figures))
        places.update(ranking.place for ranking in each.rankings if ranking.metric)
    groups[None] = 0
    conflicts: list[Conflict] = []
    compared: list[Figure] = []
    ranked: list[RankingClaim] = []
    for each in only(letters, "figures", "rankings", "conflicts"):
        conflicts += each.conflicts
        compared += (figure for figure in each.figures if can_conflict(groups[compared_in(figure)]))
        ranked += (ranking for ranking in each.rankings if can_conflict(places[ranking.place]))
    return CorpusClaims(
        passages=repeated_passages(prints, shelf),
        conflicts=(*conflicts, *figure_conflicts(compared), *ranking_comparisons(ranked)),
    )


def conflict_issues(conflicts: Iterable[Conflict], sources: Mapping[str, str]) -> tuple[Issue, ...]:
    """Return one issue per conflict, at its first letter; `sources`: letter_id → source. Asks for review only."""
    return tuple(
        Issue(
            source=sources.get(conflict.letter_ids[0], ""),
            letter_id=conflict.letter_ids[0],
            severity="info" if conflict.kind in ("ranking", "further") else "warning",
            code=f"claims.{conflict.kind}",
            where=" ".join(conflict.letter_ids),
            value=" ".join(conflict.claim_ids),
            message=f"{conflict.message_zh} · {conflict.message_en}",
            hint=_HINTS[conflict.kind],
        )
        for conflict in conflicts
    )
