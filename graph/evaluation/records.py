"""What an evaluation says. Frozen; every share is in [0, 1], None where there was nothing to measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts behind precision, recall and F1: `right` of `found` (the build's) and of `gold` (the annotation's)."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what the build found that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what is annotated that the build found."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None

    def __add__(self, other: Score) -> Score:
        return Score(
            right=self.right + other.right, found=self.found + other.found, gold=self.gold + other.gold
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionMistake:
    """One error: `cls` is missed, spurious, wrong_span or wrong_kind; `gold` and `found` are `name (kind)` or empty."""

    cls: str
    doc: str
    gold: str
    found: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionScores:
    """Names. `strict`, `span` and `overlap` map each kind and `micro` to its score.

    strict: same span and kind; span: same span; overlap: at least one character in common, each name used once.
    `interval` is the 95 % bootstrap interval of the strict micro F1 over letters. `neutral`, `nested` and `outside`
    count names of the build that were judged neither way: in a neutral row, inside a longer name of the build
    (only maximal names are annotated), or in text that the annotation does not have.
    """

    strict: Mapping[str, Score]
    span: Mapping[str, Score]
    overlap: Mapping[str, Score]
    by_doc: Mapping[str, Score] = field(repr=False)
    interval: tuple[float, float] | None
    errors: tuple[MentionMistake, ...] = field(repr=False)
    neutral: int
    nested: int
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """A thing of one side that is several of the other: a wrong merge or a split.

    `names` maps each of the several to the forms in which it was written.
    """

    one: str
    name: str
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkScores:
    """Linking of the `mentions` whose span both sides have: B³, wrong merges, splits.

    B³ is extended to names that stand for several entities (Amigó et al. 2009). `present` of `entities` annotated
    ones were found and linked at least once, `right_kind` of them with the right kind. `guessed` counts anaphora
    that the annotation leaves open and the build resolved.
    """

    mentions: int
    precision: float | None
    recall: float | None
    wrong_merges: tuple[Confusion, ...]
    splits: tuple[Confusion, ...]
    entities: int
    present: int
    right_kind: int
    guessed: int

    @property
    def f1(self) -> float | None:
        """Harmonic mean of B³ precision and recall."""
        if self.precision is None or self.recall is None or self.precision + self.recall == 0:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDifference:
    """A fact that differs: what the annotation has, what the build has; empty where one has none."""

    doc: str
    field: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactScores:
    """Facts by field (headers) or relation (response relations), and every difference."""

    scores: Mapping[str, Score]
    differences: tuple[FactDifference, ...] = field(repr=False)

    @property
    def total(self) -> Score:
        """The sum over all fields."""
        return sum(self.scores.values(), start=Score())


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All measures. `missing` are annotated letters that the build has not; None: the annotation lacks that part."""

    letters: int
    missing: tuple[str, ...]
    mentions: MentionScores | None
    linking: LinkScores | None
    headers: FactScores | None
    response: FactScores | None
