"""Colour and shape of every kind of node, shared by all exports that draw: palette.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from .errors import LexiconError
from .tsv import Row, read_tsv

Shape = Literal["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
FALLBACK = "other"

_COLUMNS = ("kind", "order", "colour", "colour_dark", "shape", "source")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Swatch(msgspec.Struct, frozen=True, kw_only=True):
    """How one kind looks: colours as `#rrggbb` on a light and on a dark ground, and a shape of vis-network."""

    kind: str
    order: int
    colour: str
    colour_dark: str
    shape: Shape

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The colour on a light ground as red, green, blue in 0-255."""
        red, green, blue = (int(self.colour[at : at + 2], 16) for at in (1, 3, 5))
        return red, green, blue


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """All swatches, in the order of the legend."""

    swatches: tuple[Swatch, ...]
    _by_kind: Mapping[str, Swatch] = field(repr=False)

    def of(self, kind: str) -> Swatch:
        """Return the swatch of a kind; the one of `other` for a kind that has no row."""
        return self._by_kind.get(kind, self._by_kind[FALLBACK])


@cache
def load() -> Palette:
    """Return the palette that ships with the program. Raises `LexiconError` where a row cannot be used."""
    return read(Path(__file__).with_name("palette.tsv"))


def read(path: Path) -> Palette:
    """Return the palette of a TSV file. Raises `LexiconError` (file, row, column, value)."""
    swatches: dict[str, Swatch] = {}
    for row in read_tsv(path, _COLUMNS):
        if row.required("kind") in swatches:
            raise row.error("kind", "有两行", "has two rows")
        swatches[row["kind"]] = _swatch(row)
    if FALLBACK not in swatches:
        raise LexiconError(
            f"{path}: 缺 {FALLBACK!r} 一行，请补上：未知类别照它着色 · "
            f"no row for kind {FALLBACK!r}; add one, it is what unknown kinds look like"
        )
    ordered = tuple(sorted(swatches.values(), key=lambda swatch: (swatch.order, swatch.kind)))
    return Palette(swatches=ordered, _by_kind=swatches)


def _swatch(row: Row) -> Swatch:
    return Swatch(
        kind=row["kind"],
        order=int(row.number("order")),
        colour=_colour(row, "colour"),
        colour_dark=_colour(row, "colour_dark"),
        shape=row.one_of("shape", SHAPES),
    )


def _colour(row: Row, column: str) -> str:
    if not _COLOUR.fullmatch(row[column]):
        raise row.error(column, "须是颜色，如 #204fa9，小写", "must be a colour like #204fa9, in lower case")
    return row[column]
