"""Names that people told apart: `split` rows say that a name means another thing in one letter than everywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from corpus.records import Issue
from ontology.places import PlaceTable

from .census import by_surface, census
from .decisions import Decision, problem
from .name_keys import NameKey
from .occurrences import Occurrence
from .verdicts import PairVerdict, Verdicts, keys_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Splits:
    """Which keys mean another thing in which letter, and what is `different` now; rows that cannot be used.

    By (key, letter_id) the key of its own.
    """

    apart: Mapping[tuple[NameKey, str], NameKey] = field(default_factory=dict, repr=False)
    different: tuple[PairVerdict, ...] = ()
    issues: tuple[Issue, ...] = ()

    def applied(self, every: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """Yield the occurrences, the split ones under keys of their own."""
        return (_moved(found, self.apart) for found in every) if self.apart else iter(every)

    def added_to(self, verdicts: Verdicts) -> Verdicts:
        """Return the verdicts with what was split as different, so that no rule joins or proposes it again."""
        different = (*verdicts.pairs.get("different", ()), *self.different)
        return replace(
            verdicts,
            pairs={**verdicts.pairs, "different": different},
            issues=(*self.issues, *verdicts.issues),
        )


def split_apart(every: Iterable[Occurrence], decisions: Sequence[Decision], places: PlaceTable) -> Splits:
    """Return what the `split` rows among the decisions tell apart. The order of rows does not matter.

    `every` is run through twice.
    """
    rows = [decision for decision in decisions if decision.verdict == "split"]
    if not rows:
        return Splits()
    surfaces = by_surface(census(every))
    letters = {row.value for row in rows}
    named = {
        (found.identity.key, found.letter_id)
        for found in every
        if found.identity is not None and found.letter_id in letters
    }
    apart: dict[tuple[NameKey, str], NameKey] = {}
    different: list[PairVerdict] = []
    issues: list[Issue] = []
    for row in rows:
        meant = keys_of(row, "name", surfaces, places, issues)
        keys = [key for key in meant if (key, row.value) in named]
        if meant and not keys:
            text = f"does not name {row.name}; nothing was done"
            issues.append(problem(row, "stale_decision", "value", row.value, text))
        for key in keys:
            own = NameKey(scope=f"?{row.value}", core=key.core)
            apart[key, row.value] = own
            if own != key:
                different.append(PairVerdict(decision=row, left=key, right=own))
    return Splits(
        apart=apart,
        different=tuple(different),
        issues=tuple(issues),
    )


def _moved(found: Occurrence, apart: Mapping[tuple[NameKey, str], NameKey]) -> Occurrence:
    identity = found.identity
    own = apart.get((identity.key, found.letter_id)) if identity is not None else None
    if identity is None or own is None:
        return found
    decided = msgspec.structs.replace(identity, key=own, rule="decision", score=1.0)
    return msgspec.structs.replace(found, identity=decided)
