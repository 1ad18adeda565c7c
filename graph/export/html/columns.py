"""Tables as columns: what keeps fifty thousand nodes small and quick to read in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import sub
from typing import Any

TOGETHER = 512
"""Rows of which a column is filled at a time: rows of a large build come from disk, and are not kept."""

Tell = Callable[..., Iterable[Any]]
"""What fills a column of some rows; it is given all first parts of the rows, all second parts, and so on."""

_WIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Values:
    """Distinct strings by number: a column holds numbers, the strings are written once, in order of first use."""

    listed: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, value: str) -> int:
        """Return the number of a string; the next free one where it is new."""
        known = self._numbers.get(value)
        if known is None:
            known = self._numbers[value] = len(self.listed)
            self.listed.append(value)
        return known

    def column(self, values: Sequence[str]) -> list[int]:
        """Return the numbers of strings; new ones take the next free ones in order of first use."""
        for value in dict.fromkeys(values):
            self.number(value)
        return [*map(self._numbers.__getitem__, values)]


class Utf16:
    """Offsets as a browser counts them: UTF-16 code units of one text, from code points."""

    def __init__(self, text: str) -> None:
        short = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)  # sooner told than searched
        self._wide = [] if short else [found.start() for found in _WIDE.finditer(text)]
        self.plain = not self._wide
        """Whether both counts are the same, as in most texts."""

    def unit(self, offset: int) -> int:
        """Return the offset in UTF-16 units of a code point offset (characters beyond U+FFFF count twice)."""
        if not self._wide:
            return offset
        return offset + sum(1 for at in self._wide if at < offset)


def columns_of(rows: Iterable[tuple[Any, ...]], tell: Mapping[str, Tell]) -> dict[str, list[Any]]:
    """Return columns by name, each filled with what its function tells of the parts of the rows; one pass.

    Functions are asked of some rows at a time: a call for each row takes twice as long.
    """
    found: dict[str, list[Any]] = {name: [] for name in tell}
    rows = iter(rows)
    while some := [*islice(rows, TOGETHER)]:
        parts = [*zip(*some, strict=True)]
        for name, tell_some in tell.items():
            found[name].extend(tell_some(*parts))
    return found


def deltas(numbers: Iterable[int]) -> list[int]:
    """Return the differences of a column, the first number first: sorted columns compress to almost nothing."""
    found = [*numbers]
    if len(found) < 2:  # most nodes and edges have one letter
        return found
    return [found[0], *map(sub, islice(found, 1, None), found)]


def sparse(values: Iterable[object]) -> dict[str, object]:
    """Return a column that is mostly empty as {row number: value}."""
    return {str(row): value for row, value in enumerate(values) if value}
