"""Names found against names annotated: strict, span only, overlap; errors by class; interval over letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..records import KINDS
from .bootstrap import interval
from .pairing import LetterPair, Named
from .records import MentionMistake, MentionScores, Score

MICRO = "micro"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The names of one letter, laid against each other: same span, overlapping, or alone. Neutral ones are gone."""

    doc: str
    gold: tuple[Named, ...]
    found: tuple[Named, ...]
    same: tuple[tuple[Named, Named], ...] = field(repr=False)
    overlapping: tuple[tuple[Named, Named], ...] = field(repr=False)
    neutral: int
    nested: int


def match(pair: LetterPair) -> Match:
    """Return the match of one letter. Every name is used once; pairs are (annotated, found)."""
    maximal = tuple(one for one in pair.found if not any(_inside(one, other) for other in pair.found))
    by_span = {(one.start, one.end): one for one in reversed(maximal)}
    same = tuple(
        (one, by_span[one.start, one.end])
        for one in pair.gold
        if one.exact and (one.start, one.end) in by_span
    )
    used = {id(one) for both in same for one in both}
    judged = tuple(one for one in maximal if id(one) in used or not _is_neutral(one, pair))
    rest = ([one for one in side if id(one) not in used] for side in (pair.gold, judged))
    return Match(
        doc=pair.doc,
        gold=pair.gold,
        found=judged,
        same=same,
        overlapping=tuple(_overlapping(*rest)),
        neutral=len(maximal) - len(judged),
        nested=len(pair.found) - len(maximal),
    )


def mention_scores(matches: Sequence[Match], outside: int) -> MentionScores:
    """Return the scores over all letters; `outside` is handed through."""
    strict = [
        _scores(one, [(gold, found) for gold, found in one.same if gold.kind == found.kind])
        for one in matches
    ]
    micro = {one.doc: scores[MICRO] for one, scores in zip(matches, strict, strict=True)}
    return MentionScores(
        strict=_sum(strict),
        span=_sum(_scores(one, one.same) for one in matches),
        overlap=_sum(_scores(one, (*one.same, *one.overlapping)) for one in matches),
        by_doc=micro,
        interval=interval(list(micro.values())),
        errors=tuple(error for one in matches for error in _errors(one)),
        neutral=sum(one.neutral for one in matches),
        nested=sum(one.nested for one in matches),
        outside=outside,
    )


def _inside(one: Named, other: Named) -> bool:
    """Whether a name lies within a longer one: only maximal names are annotated."""
    return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def _overlap(one: Named, other: Named) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _is_neutral(one: Named, pair: LetterPair) -> bool:
    """Whether a name touches a neutral row and no annotated name."""
    return any(_overlap(one, row) > 0 for row in pair.neutral) and not any(
        _overlap(one, gold) > 0 for gold in pair.gold
    )


def _overlapping(gold: Sequence[Named], found: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Yield pairs of different spans with a character in common, the longest overlaps first, each name once."""
    pairs = sorted(
        ((one, other) for one in gold for other in found if _overlap(one, other) > 0),
        key=lambda pair: (-_overlap(*pair), pair),
    )
    used: set[int] = set()
    for pair in pairs:
        if not used & set(map(id, pair)):
            used |= set(map(id, pair))
            yield pair


def _scores(one: Match, right: Iterable[tuple[Named, Named]]) -> dict[str, Score]:
    """Return the score of every kind and of all; a pair of two kinds is right for the annotated one."""
    pairs = list(right)
    by_kind: dict[str, Score] = {
        kind: Score(
            right=sum(gold.kind == kind for gold, _ in pairs),
            found=sum(_counted_as(found, pairs) == kind for found in one.found),
            gold=sum(gold.kind == kind for gold in one.gold),
        )
        for kind in KINDS
    }
    return {**by_kind, MICRO: sum(by_kind.values(), start=Score())}


def _counted_as(found: Named, pairs: Iterable[tuple[Named, Named]]) -> str:
    return next((gold.kind for gold, other in pairs if other is found), found.kind)


def _sum(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    total = dict.fromkeys((*KINDS, MICRO), Score())
    for one in scores:
        total = {kind: total[kind] + one[kind] for kind in total}
    return total


def _errors(one: Match) -> Iterator[MentionMistake]:
    for gold, found in one.same:
        if gold.kind != found.kind:
            yield _error("wrong_kind", one.doc, gold, found)
    for gold, found in one.overlapping:
        yield _error("wrong_span", one.doc, gold, found)
    paired = {id(name) for pair in (*one.same, *one.overlapping) for name in pair}
    for gold in one.gold:
        if id(gold) not in paired:
            yield _error("missed", one.doc, gold, None)
    for found in one.found:
        if id(found) not in paired:
            yield _error("spurious", one.doc, None, found)


def _error(cls: str, doc: str, gold: Named | None, found: Named | None) -> MentionMistake:
    shown = gold or found
    return MentionMistake(
        cls=cls,
        doc=doc,
        gold=f"{gold.name} ({gold.kind})" if gold else "",
        found=f"{found.name} ({found.kind})" if found else "",
        context=shown.context if shown else "",
    )
