"""What changed between two builds, as records: letters, entities, edges. Lists are sorted; edges the heaviest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one thing. `before`, `after`: its names, kinds or statuses; empty where there is none."""

    what: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChanges:
    """Letters by `source`: new ones, gone ones, and those whose status or letter_id changed."""

    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityChanges:
    """Entities by id.

    `merged` and `split` are told by mentions: the same places in the letters are now one entity, or several; a `merged`
    with one name before is a thing that goes by another id.
    """

    appeared: tuple[Change, ...] = ()
    vanished: tuple[Change, ...] = ()
    merged: tuple[Change, ...] = ()
    split: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()
    retyped: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeChange:
    """An edge that came, went or changed: the names of its ends, its weight, and what changed where it stayed."""

    source: str
    relation: str
    target: str
    weight: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeChanges:
    """Edges by relation. `restated`: status or certainty changed; `weighed` counts edges whose weight alone changed.

    An edge whose end was merged into another entity is the same edge with that entity.
    """

    gained: Mapping[str, tuple[EdgeChange, ...]] = field(default_factory=dict)
    lost: Mapping[str, tuple[EdgeChange, ...]] = field(default_factory=dict)
    restated: tuple[EdgeChange, ...] = ()
    weighed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that differs between two builds."""

    letters: LetterChanges
    entities: EntityChanges
    edges: EdgeChanges

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Difference(letters=LetterChanges(), entities=EntityChanges(), edges=EdgeChanges())
