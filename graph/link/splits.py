"""Names that people told apart: `split` rows say that a name means another thing in one letter than everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from corpus.records import Issue
from ontology.places import PlaceTable

from .census import by_surface, census
from .decisions import Decision, problem
from .names import NameKey
from .occurrences import Occurrence
from .verdicts import PairVerdict, Verdicts, keys_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Splits:
    """All occurrences with the split ones under keys of their own, what is `different` now, and unusable rows."""

    occurrences: Sequence[Occurrence]
    different: tuple[PairVerdict, ...] = ()
    issues: tuple[Issue, ...] = ()

    def added_to(self, verdicts: Verdicts) -> Verdicts:
        """Return the verdicts with what was split as different, so that no rule joins or proposes it again."""
        different = (*verdicts.pairs.get("different", ()), *self.different)
        return replace(
            verdicts,
            pairs={**verdicts.pairs, "different": different},
            issues=(*self.issues, *verdicts.issues),
        )


def split_apart(every: Sequence[Occurrence], decisions: Sequence[Decision], places: PlaceTable) -> Splits:
    """Return the occurrences after the `split` rows among the decisions. The order of rows does not matter."""
    rows = [decision for decision in decisions if decision.verdict == "split"]
    if not rows:
        return Splits(occurrences=every)
    surfaces = by_surface(census(every))
    named = {(found.identity.key, found.letter_id) for found in every if found.identity is not None}
    apart: dict[tuple[NameKey, str], NameKey] = {}
    different: list[PairVerdict] = []
    issues: list[Issue] = []
    for row in rows:
        keys = [key for key in keys_of(row, "name", surfaces, places, issues) if (key, row.value) in named]
        if not keys and row.name and not (issues and issues[-1].where.startswith(f"row {row.row},")):
            issues.append(
                problem(
                    row, "stale_decision", "value", row.value, f"does not name {row.name}; nothing was done"
                )
            )
        for key in keys:
            own = NameKey(scope=f"?{row.value}", core=key.core)
            apart[key, row.value] = own
            if own != key:
                different.append(PairVerdict(decision=row, left=key, right=own))
    return Splits(
        occurrences=[_moved(found, apart) for found in every],
        different=tuple(different),
        issues=tuple(issues),
    )


def _moved(found: Occurrence, apart: dict[tuple[NameKey, str], NameKey]) -> Occurrence:
    identity = found.identity
    own = apart.get((identity.key, found.letter_id)) if identity is not None else None
    if identity is None or own is None:
        return found
    decided = msgspec.structs.replace(identity, key=own, rule="decision", score=1.0)
    return msgspec.structs.replace(found, identity=decided)
