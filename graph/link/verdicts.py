"""Decisions applied to keys: names looked up, stale, duplicate and contradicting rows reported with file and row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.records import Issue

from .decisions import Decision, match, problem
from .names import NameKey, core


@dataclass(frozen=True, slots=True, kw_only=True)
class PairVerdict:
    """A decision on two things, as keys."""

    decision: Decision
    left: NameKey
    right: NameKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """All usable decisions by what they do, and an issue for each that could not be used."""

    pairs: Mapping[str, tuple[PairVerdict, ...]] = field(default_factory=dict)
    singles: Mapping[str, Mapping[NameKey, Decision]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def apply(decisions: tuple[Decision, ...], surfaces: Mapping[str, tuple[NameKey, ...]]) -> Verdicts:
    """Return the verdicts. `surfaces` maps every surface form (as `core`) to the keys it was seen for."""
    surfaces = _with_renamed(decisions, surfaces)
    pairs: dict[str, list[PairVerdict]] = {}
    singles: dict[str, dict[NameKey, Decision]] = {}
    seen: dict[tuple[object, ...], Decision] = {}
    issues: list[Issue] = []
    for decision in decisions:
        left = _keys(decision, "name", surfaces, issues)
        if not left:
            continue
        right = _keys(decision, "other_name", surfaces, issues) if decision.other_name else ()
        if decision.other_name and not right:
            continue
        identity = (decision.verdict, left, right)
        if identity in seen:
            earlier = seen[identity]
            text = f"says the same as {earlier.file} row {earlier.row}"
            issues.append(problem(decision, "duplicate_decision", "name", decision.name, text))
            continue
        seen[identity] = decision
        if right:
            verdicts = [
                PairVerdict(decision=decision, left=a, right=b) for a in left for b in right if a != b
            ]
            pairs.setdefault(decision.verdict, []).extend(verdicts)
        else:
            singles.setdefault(decision.verdict, {}).update(dict.fromkeys(left, decision))
    frozen = {verdict: tuple(found) for verdict, found in pairs.items()}
    return Verdicts(pairs=frozen, singles=singles, issues=(*issues, *_contradictions(frozen)))


def _with_renamed(
    decisions: tuple[Decision, ...], surfaces: Mapping[str, tuple[NameKey, ...]]
) -> Mapping[str, tuple[NameKey, ...]]:
    """Return the surfaces with the names that people gave: later decisions are made on what the exports show."""
    known = dict(surfaces)
    for decision in decisions:
        if decision.verdict == "rename":
            keys = match(surfaces, decision.name, decision.jurisdiction)
            if keys:
                known[core(decision.value)] = tuple(sorted({*known.get(core(decision.value), ()), *keys}))
    return known


def _keys(
    decision: Decision, column: str, surfaces: Mapping[str, tuple[NameKey, ...]], issues: list[Issue]
) -> tuple[NameKey, ...]:
    other = column == "other_name"
    name = decision.other_name if other else decision.name
    jurisdiction = decision.other_jurisdiction if other else decision.jurisdiction
    found = match(surfaces, name, jurisdiction)
    if not found:
        where = f" in {jurisdiction}" if jurisdiction else ""
        issues.append(
            problem(decision, "stale_decision", column, name, f"stands in no letter{where}; nothing was done")
        )
    return found


def _contradictions(pairs: Mapping[str, tuple[PairVerdict, ...]]) -> tuple[Issue, ...]:
    """Rows that say `same` and `different` of one pair: `different` wins, and both are named."""
    apart = {frozenset((one.left, one.right)): one.decision for one in pairs.get("different", ())}
    issues = []
    for one in pairs.get("same", ()):
        other = apart.get(frozenset((one.left, one.right)))
        if other is not None:
            text = f"contradicts {other.file} row {other.row} (different), which was followed"
            issues.append(problem(one.decision, "contradicting_decision", "verdict", "same", text))
    return tuple(issues)
