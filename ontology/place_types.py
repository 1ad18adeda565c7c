"""Types of places (省, 自治区, 市 … 乡): what their names end with, and of which level of government they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .tsv import longest_first, read_tsv


@cache
def place_types() -> Mapping[str, str]:
    """Return type → level (province, prefecture, county, town), in file order. Raises `LexiconError`."""
    rows = read_tsv("place_types.tsv", ("type", "level", "source"))
    return {row.required("type"): row.required("level") for row in rows}


def level_by_type(name: str) -> str | None:
    """Return the level that the end of a place's name tells, None where it tells none: 青石县 is a county."""
    return next((place_types()[end] for end in longest_first(place_types()) if name.endswith(end)), None)


TYPES = "".join(word for word, level in place_types().items() if len(word) == 1 and level != "town")
"""The one-character types above towns; before a body they stand for such a place: 市财政局."""
LEVEL = f"自治区|[{TYPES}]"
"""An expression for what stands for a place above towns."""
