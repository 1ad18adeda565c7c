"""What letters claim beside edges, letter by letter and then side by side: figures, promises, passages, conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Letter
from ontology.places import PlaceTable

from ..records import LinkedLetter
from .commitments import commitments
from .conflicts import (
    Conflict,
    conflict_partners,
    count_conflicts,
    figure_conflicts,
    ranking_comparisons,
)
from .figures import figures
from .passages import Fingerprints, fingerprints, repeated_passages, repeated_sentences
from .records import Commitment, Figure, Passage, RankingClaim
from .topics import topics_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterClaims:
    """What one letter claims. `topics` by sentence_id and section_id."""

    figures: tuple[Figure, ...]
    rankings: tuple[RankingClaim, ...]
    commitments: tuple[Commitment, ...]
    counts: tuple[Conflict, ...]
    topics: Mapping[str, tuple[str, ...]] = field(repr=False)
    fingerprints: Fingerprints = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusClaims:
    """What all letters claim, side by side. `partners` maps a figure_id to those that say something else;
    `repeated` (letter_id, sentence_id) to the number of letters that hold the sentence.
    """

    figures: tuple[Figure, ...] = ()
    rankings: tuple[RankingClaim, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    passages: tuple[Passage, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    partners: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    repeated: Mapping[tuple[str, str], int] = field(default_factory=dict, repr=False)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)


def letter_claims(linked: LinkedLetter, places: PlaceTable) -> LetterClaims:
    """Return what one letter claims. Pure: no other letter is looked at."""
    counted = figures(linked, places)
    return LetterClaims(
        figures=counted.figures,
        rankings=counted.rankings,
        commitments=commitments(linked, places),
        counts=count_conflicts(linked, counted.figures),
        topics=topics_of(linked.letter),
        fingerprints=fingerprints(linked.letter),
    )


def corpus_claims(letters: Sequence[Letter], claims: Sequence[LetterClaims]) -> CorpusClaims:
    """Return the claims of all letters with what only the corpus shows: repeats and disagreements."""
    every_figure = tuple(figure for one in claims for figure in one.figures)
    every_ranking = tuple(ranking for one in claims for ranking in one.rankings)
    passages = repeated_passages(one.fingerprints for one in claims)
    differing = figure_conflicts(every_figure)
    counted = tuple(conflict for one in claims for conflict in one.counts)
    return CorpusClaims(
        figures=every_figure,
        rankings=every_ranking,
        commitments=tuple(promise for one in claims for promise in one.commitments),
        passages=passages,
        conflicts=(*differing, *counted, *ranking_comparisons(every_ranking)),
        partners=conflict_partners(differing),
        repeated=repeated_sentences(passages, letters),
        topics={key: found for one in claims for key, found in one.topics.items()},
    )
