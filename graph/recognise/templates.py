"""The templates of features: a feature is a template's name with the values that fill it.

Each template has a table from values to packed weight, so that a value is looked up without making the feature.
In the names: e, b (earlier, before) are the two words before a candidate, h (here) is its first word, a, l (after,
later) are the two words behind it; a t is for the word's tag (bt), a 1 for one character of it (h1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from sys import intern

Feature = tuple[str, ...]
Values = str | tuple[str, ...]
"""The values of a feature: without a tuple around it where there is one."""
Table = dict[Values, int]

_ROWS = frozenset({"tags"})
"""Templates with any number of values: always a tuple."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The packed weights of each template's features, by their values."""

    bias: Table
    # what stands before a candidate, and its first word
    b: Table
    bt: Table
    bt_h: Table
    ht: Table
    h: Table
    h1: Table
    bt_ht_at: Table
    e_b: Table
    et_bt: Table
    joint_e: Table
    joint_et: Table
    # what stands behind it
    a: Table
    at: Table
    at_lt: Table
    a_l: Table
    a1: Table
    at_lt_tt: Table
    l_a: Table
    list: Table
    # its head word, and the word before that
    head: Table
    head1: Table
    neck_head: Table
    neckt_head: Table
    # the words inside it
    in_: Table
    mid: Table
    mid_place: Table
    mid_body: Table
    mid_head_kind: Table
    mid_head: Table
    mid_around: Table
    # its shape with what stands behind it; without a head, with brackets
    shape_a: Table
    head_after: Table
    end: Table
    end1: Table
    brackets: Table
    bracket_tags: Table
    bracket_size: Table
    # what it is made of
    made_shape: Table
    soft: Table
    heads: Table
    unknown: Table
    conjunctions: Table
    digits: Table
    # the whole: shape, size, surroundings
    shape_n: Table
    size: Table
    shape_b: Table
    bt_made: Table
    tags: Table
    place_then: Table
    extends: Table
    extends_made: Table
    # the head with what stands before it
    head_made: Table
    head1_made: Table
    head_before: Table
    first_head: Table
    firstt_head: Table
    # candidates without a head, and those that are all of their line
    list_made: Table
    around: Table
    whole_line: Table


_SLOTS = {one.name.rstrip("_").replace("_", " "): one.name for one in fields(Tables)}
"""The names of the templates in files, and as attributes."""
_PLACES = {name: place for place, name in enumerate(_SLOTS)}
_PLACES |= {name: _PLACES["in"] for name in _PLACES if name == "in" or name.startswith("mid")}
"""In what order a candidate's features are noted; those of the words inside it stay together, word by word."""


def filled(features: Iterable[tuple[Sequence[str], int]]) -> Tables:
    """Return the tables that hold these features with their weights. Raises `KeyError` for an unknown template."""
    tables: dict[str, Table] = {name: {} for name in _SLOTS}
    for (name, *values), weight in features:
        alone = len(values) == 1 and name not in _ROWS
        tables[name][intern(values[0]) if alone else tuple(map(intern, values))] = weight
    return Tables(**{slot: tables[name] for name, slot in _SLOTS.items()})


def listed(tables: Tables) -> Iterator[tuple[Feature, int]]:
    """Yield the features in the tables with their weights: the reverse of `filled`."""
    for name, slot in _SLOTS.items():
        for values, weight in getattr(tables, slot).items():
            yield ((name, values) if isinstance(values, str) else (name, *values)), weight


class _RecordingTable(Table):
    """A table without weights that records what is looked up in it."""

    def __init__(self, name: str, features: list[Feature]) -> None:
        super().__init__()
        self._name, self._features = name, features

    def get(self, values: Values, default: int = 0) -> int:  # type: ignore[override]  # narrower: what features ask
        self._features.append((self._name, values) if isinstance(values, str) else (self._name, *values))
        return default


class FeatureRecorder:
    """Tables without weights that record every feature that is looked up in them."""

    def __init__(self) -> None:
        self._features: list[Feature] = []
        self.tables = Tables(**{slot: _RecordingTable(name, self._features) for name, slot in _SLOTS.items()})

    def take(self) -> tuple[Feature, ...]:
        """Return the features recorded since the last time, sorted by template: the trainer adds up in this order."""
        taken = tuple(sorted(self._features, key=lambda feature: _PLACES[feature[0]]))
        self._features.clear()
        return taken
