"""Co-mention: two entities named in one window. Stored once, the smaller id first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from math import log

from ..records import Claim, LinkedLetter
from .windows import NamedWindow, Window, named_windows

MAX_NAMES = 60
"""Names of one window that are paired, in reading order: a list of 60 names already makes 1,770 pairs."""

MIN_TOGETHER = 3
"""Windows that two names must share before their NPMI says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoMentions:
    """One letter's co-mentions, and the counts that NPMI needs: windows with a name, and windows per entity."""

    claims: tuple[Claim, ...]
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    unpaired: int = 0
    """Names beyond MAX_NAMES in their window: they are in no pair of it."""


def co_mentions(linked: LinkedLetter, window: Window = "sentence") -> CoMentions:
    """Return the co-mentions of one letter."""
    found = list(named_windows(linked, window))
    return CoMentions(
        claims=tuple(claim for one in found for claim in _pairs(linked.letter.letter_id, one, window)),
        windows=len(found),
        counts=Counter(entity_id for one in found for entity_id, _ in one.entities),
        unpaired=sum(max(0, len(one.entities) - MAX_NAMES) for one in found),
    )


def npmi(together: int, left: int, right: int, windows: int) -> float | None:
    """Return normalised pointwise mutual information in [-1, 1]; None below MIN_TOGETHER windows together.

    Source: Bouma 2009, Normalized (Pointwise) Mutual Information in Collocation Extraction.
    """
    if together < MIN_TOGETHER or windows == 0:
        return None
    joint = together / windows
    if joint == 1.0:
        return 1.0
    return log(joint / (left / windows * right / windows)) / -log(joint)


def _pairs(letter_id: str, window: NamedWindow, kind: Window) -> Iterable[Claim]:
    count = len(window.entities)
    kept = window.entities
    if count > MAX_NAMES:
        kept = tuple(sorted(sorted(window.entities, key=lambda entity: entity[1])[:MAX_NAMES]))
    for (left, left_span), (right, right_span) in combinations(kept, 2):
        yield Claim(
            source=left,
            relation="co_mention",
            target=right,
            directed=False,
            letter_id=letter_id,
            sentence_id=window.sentence.sentence_id,
            section_id=window.sentence.section_id or "",
            quote=window.span,
            source_span=left_span,
            target_span=right_span,
            rule=f"same_{kind}",
            names_in_window=count,
        )
