"""Decisions applied to keys: names looked up, stale, duplicate and contradicting rows reported with file and row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from corpus.records import Issue
from ontology.places import PlaceTable

from .clusters import Merge
from .decisions import PERSON, UNKNOWN_NAME, Decision, match, problem
from .name_keys import NameKey, core

_ONE_WAY = frozenset({"part_of", "successor"})
_SHOWN_ROWS = 5
_OF_A_CIRCLE = "correct or delete one of them; the rest of the file was applied"


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
    singles: Mapping[str, Mapping[NameKey, tuple[Decision, ...]]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def apply(
    decisions: tuple[Decision, ...], surfaces: Mapping[str, tuple[NameKey, ...]], places: PlaceTable
) -> Verdicts:
    """Return the verdicts. `surfaces` maps every surface form (as `core`) to the keys it was seen for."""
    surfaces = _with_renamed(decisions, surfaces)
    pairs: dict[str, list[PairVerdict]] = {}
    singles: dict[str, dict[NameKey, tuple[Decision, ...]]] = {}
    seen: dict[tuple[object, ...], Decision] = {}
    issues: list[Issue] = []
    for decision in decisions:
        if decision.verdict == "split" or decision.kind == PERSON:
            continue  # split: applied before (splits.py), it changes what the names mean; people: persons.py
        left = keys_of(decision, "name", surfaces, places, issues)
        if not left:
            continue
        right = keys_of(decision, "other_name", surfaces, places, issues) if decision.other_name else ()
        if decision.other_name and not right:
            continue
        earlier = seen.setdefault(_said(decision, left, right), decision)
        if earlier is not decision:
            text = f"says the same as {earlier.file} row {earlier.row}"
            issues.append(problem(decision, "duplicate_decision", "name", decision.name, text))
        elif right:
            verdicts = [
                PairVerdict(decision=decision, left=a, right=b) for a in left for b in right if a != b
            ]
            pairs.setdefault(decision.verdict, []).extend(verdicts)
            if not verdicts and (decision.verdict != "same" or _names_one(decision)):
                issues.append(_of_itself(decision))
        else:
            said = singles.setdefault(decision.verdict, {})
            said.update({key: (*said.get(key, ()), decision) for key in left})
    frozen = {verdict: tuple(found) for verdict, found in pairs.items()}
    return Verdicts(pairs=frozen, singles=singles, issues=(*issues, *_contradictions(frozen)))


def decided(verdict: str, keys: Iterable[NameKey], verdicts: Verdicts) -> str:
    """Return the value that people gave a thing with these keys; empty where they gave none."""
    rows = _on(verdict, keys, verdicts)
    return rows[-1].value if rows else ""


def overruled(verdict: str, keys: Iterable[NameKey], verdicts: Verdicts) -> tuple[Issue, ...]:
    """Return an issue for every row that gives a thing with these keys another value than the one that counts."""
    rows = _on(verdict, keys, verdicts)
    if not rows:
        return ()
    followed = rows[-1]
    text = _contradiction(followed, followed.value)
    return tuple(
        problem(one, "contradicting_decision", "value", one.value, text)
        for one in rows
        if one.value != followed.value
    )


def _on(verdict: str, keys: Iterable[NameKey], verdicts: Verdicts) -> list[Decision]:
    """Return the decisions of one sort on a thing with these keys; the last one counts.

    It is that of the latest date, of equals the last value in code point order: never the order of rows.
    """
    said = verdicts.singles.get(verdict)
    if not said:
        return []
    found = {decision for key in keys for decision in said.get(key, ())}
    return sorted(found, key=lambda one: (one.date, one.value, one.file, one.row))


def refusals(verdicts: Verdicts, refused: Iterable[Merge]) -> tuple[Issue, ...]:
    """Return an issue for every `same` that would join, over others, what people decided to be different."""
    apart = {frozenset((one.left, one.right)) for one in verdicts.pairs.get("different", ())}
    same = {(one.left, one.right): one.decision for one in verdicts.pairs.get("same", ())}
    text = (
        "与别的行合起来，会并入另一行说是不同的两件事；未采用 · "
        "would join, together with other rows, two things that a row says are different; nothing was done"
    )
    return tuple(
        problem(same[merge.left, merge.right], "contradicting_decision", "verdict", "same", text)
        for merge in refused
        if (merge.left, merge.right) in same and frozenset((merge.left, merge.right)) not in apart
    )


def joined(verdicts: Verdicts, entity_of: Mapping[NameKey, str]) -> tuple[Issue, ...]:
    """Return an issue for every part_of and successor between names that are one thing."""
    text = (
        "所指两名按另一行或规则是一件事；未采用 · "
        "ties two names that are one thing by another row or a rule; nothing was done"
    )
    issues = [
        problem(one.decision, "contradicting_decision", "verdict", verdict, text)
        for verdict in sorted(_ONE_WAY)
        for one in verdicts.pairs.get(verdict, ())
        if one.left in entity_of and entity_of[one.left] == entity_of.get(one.right)
    ]
    return tuple(dict.fromkeys(issues))


def circular(verdicts: Verdicts, entity_of: Mapping[NameKey, str]) -> tuple[PairVerdict, ...]:
    """Return the rows of part_of and successor that together lead from a thing back to itself: none can be followed.

    No row of a circle is more likely wrong than another, so that all of them are passed over.
    """
    found: list[PairVerdict] = []
    for verdict in sorted(_ONE_WAY):
        rows = [one for one in verdicts.pairs.get(verdict, ()) if {one.left, one.right} <= entity_of.keys()]
        onward: dict[str, set[str]] = {}
        for one in rows:
            onward.setdefault(entity_of[one.left], set()).add(entity_of[one.right])
        found += [one for one in rows if _leads(entity_of[one.right], entity_of[one.left], onward)]
    return tuple(one for one in found if entity_of[one.left] != entity_of[one.right])


def circles(found: Iterable[PairVerdict]) -> tuple[Issue, ...]:
    """Return an issue for every row that `circular` found."""
    decisions = dict.fromkeys(one.decision for one in found)
    issues = []
    for decision in decisions:
        others = [one for one in decisions if one.verdict == decision.verdict and one is not decision]
        rows = ", ".join(sorted(f"{one.file} row {one.row}" for one in others)[:_SHOWN_ROWS])
        text = (
            f"与 {rows or '自身'} 首尾相接成圈，都未采用 · "
            f"leads in a circle together with {rows or 'itself'}; none of them was applied"
        )
        issues.append(
            problem(decision, "contradicting_decision", "verdict", decision.verdict, text, _OF_A_CIRCLE)
        )
    return tuple(issues)


def _leads(start: str, end: str, onward: Mapping[str, set[str]]) -> bool:
    """Return whether steps lead from one thing to another."""
    seen, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        if here == end:
            return True
        fresh = onward.get(here, set()) - seen
        seen |= fresh
        ahead += fresh
    return False


def _said(decision: Decision, left: tuple[NameKey, ...], right: tuple[NameKey, ...]) -> tuple[object, ...]:
    """Return what a row says, equal for rows that say the same: who is named first counts in two verdicts only."""
    named = (left, right) if decision.verdict in _ONE_WAY else tuple(sorted((left, right)))
    return decision.verdict, named, decision.value


def _names_one(decision: Decision) -> bool:
    """Whether both names are one name: two ways of writing a name may be found to be one key later, and rightly so."""
    return core(decision.name) == core(decision.other_name)


def _of_itself(decision: Decision) -> Issue:
    text = (
        f"按名称和地区，它与 {decision.other_name} 是一件事，未采用；可用 split 逐封区分 · "
        f"is one thing with {decision.other_name} by its name and place; nothing was done; "
        "a split row tells it apart letter by letter"
    )
    return problem(decision, "bad_decision", "other_name", decision.name, text)


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


def keys_of(
    decision: Decision,
    column: str,
    surfaces: Mapping[str, tuple[NameKey, ...]],
    places: PlaceTable,
    issues: list[Issue],
) -> tuple[NameKey, ...]:
    """Return the keys that a name means; none, and an issue, where it means nothing or things of several places."""
    other = column == "other_name"
    name = decision.other_name if other else decision.name
    jurisdiction = decision.other_jurisdiction if other else decision.jurisdiction
    found = match(surfaces, name, jurisdiction)
    if not found:
        where = f" of {jurisdiction}" if jurisdiction else ""
        text = f"was found as a name in no letter{where}; nothing was done"
        issues.append(problem(decision, "stale_decision", column, name, text, UNKNOWN_NAME))
    if not jurisdiction:  # a name of a known place goes before the same name in a letter that does not say
        found = tuple(key for key in found if not key.scope.startswith("?")) or found
    if jurisdiction or _one_place(found, places):
        return found
    scopes = ", ".join(sorted(key.scope or "any place" for key in found))
    text = f"is the name of things of several places ({scopes}); fill in {column[:-4]}jurisdiction; nothing was done"
    issues.append(problem(decision, "ambiguous_decision", column, name, text))
    return ()


def _one_place(keys: tuple[NameKey, ...], places: PlaceTable) -> bool:
    """Whether all keys may be one thing: each place lies within another or is none (not 市财政局 of two cities)."""
    scopes = sorted({key.scope for key in keys if key.scope})
    return all(places.compatible(left, right) for left, right in combinations(scopes, 2))


def _contradictions(pairs: Mapping[str, tuple[PairVerdict, ...]]) -> tuple[Issue, ...]:
    """Rows that say `same` and `different` of one pair (`different` wins), or give one succession two days."""
    apart = {frozenset((one.left, one.right)): one.decision for one in pairs.get("different", ())}
    issues = []
    for one in pairs.get("same", ()):
        other = apart.get(frozenset((one.left, one.right)))
        if other is not None:
            text = _contradiction(other, other.verdict)
            issues.append(problem(one.decision, "contradicting_decision", "verdict", "same", text))
    return tuple(dict.fromkeys((*issues, *_other_days(pairs.get("successor", ())))))


def _contradiction(followed: Decision, said: str) -> str:
    place = f"{followed.file} row {followed.row} ({said})"
    return f"与 {place} 矛盾，以那一行为准 · contradicts {place}, which was followed"


def _other_days(successions: Iterable[PairVerdict]) -> Iterator[Issue]:
    """Yield an issue for every row that dates a succession later than another row does."""
    dated: dict[tuple[NameKey, NameKey], list[Decision]] = {}
    for one in successions:
        if one.decision.value:
            dated.setdefault((one.left, one.right), []).append(one.decision)
    for rows in dated.values():
        followed, *others = sorted(rows, key=lambda row: (row.value, row.file, row.row))
        text = _contradiction(followed, followed.value)
        yield from (problem(row, "contradicting_decision", "value", row.value, text) for row in others)
