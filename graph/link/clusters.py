"""Keys joined into things: a union-find that never joins what people decided to be different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .name_keys import NameKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two keys that are one thing: by which rule, how sure ([0, 1]) and why."""

    left: NameKey
    right: NameKey
    rule: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The result: for every joined key all keys of its thing (sorted), and the merges that a decision forbade.

    Nearly all keys are things of their own: these are not listed.
    """

    joined: Mapping[NameKey, tuple[NameKey, ...]]
    merged_by: Mapping[NameKey, Merge]
    refused: tuple[Merge, ...]

    def members(self, key: NameKey) -> tuple[NameKey, ...]:
        """Return all keys of the thing that has this key, sorted."""
        return self.joined.get(key) or (key,)


def cluster(merges: Iterable[Merge], different: Iterable[tuple[NameKey, NameKey]]) -> Clusters:
    """Return the clusters. Merges are taken in the given order; one that would join a `different` pair is refused."""
    parent: dict[NameKey, NameKey] = {}
    apart = [frozenset(pair) for pair in different]
    groups: dict[NameKey, set[NameKey]] = {}
    merged_by: dict[NameKey, Merge] = {}
    refused: list[Merge] = []
    for merge in merges:
        left, right = _root(parent, merge.left), _root(parent, merge.right)
        if left == right:
            continue
        joined = groups.get(left, {left}) | groups.get(right, {right})
        if any(pair <= joined for pair in apart):
            refused.append(merge)
            continue
        keep, drop = sorted((left, right))
        parent[drop] = keep
        groups[keep] = joined
        groups.pop(drop, None)
        merged_by.setdefault(merge.left, merge)
        merged_by.setdefault(merge.right, merge)
    together = {key: tuple(sorted(group)) for group in groups.values() for key in group}
    return Clusters(joined=together, merged_by=merged_by, refused=tuple(refused))


def _root(parent: dict[NameKey, NameKey], key: NameKey) -> NameKey:
    """Return the key that stands for a group; `parent` holds those keys alone that another one stands for."""
    while key in parent:
        parent[key] = parent.get(parent[key], parent[key])
        key = parent[key]
    return key
