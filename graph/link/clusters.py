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
    """The result: for every key all keys of its thing (sorted), and the merges that a decision forbade."""

    members: Mapping[NameKey, tuple[NameKey, ...]]
    merged_by: Mapping[NameKey, Merge]
    refused: tuple[Merge, ...]


def cluster(
    keys: Iterable[NameKey], merges: Iterable[Merge], different: Iterable[tuple[NameKey, NameKey]]
) -> Clusters:
    """Return the clusters. Merges are taken in the given order; one that would join a `different` pair is refused."""
    parent = {key: key for key in keys}
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
    members: dict[NameKey, tuple[NameKey, ...]] = {key: (key,) for key in parent}
    for group in groups.values():
        members.update(dict.fromkeys(group, tuple(sorted(group))))
    return Clusters(members=members, merged_by=merged_by, refused=tuple(refused))


def _root(parent: dict[NameKey, NameKey], key: NameKey) -> NameKey:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
