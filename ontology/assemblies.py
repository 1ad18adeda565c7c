"""What the two bodies in which proposals are made are called: 政协 and 人大."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .tsv import read_tsv


@cache
def assembly_names() -> Mapping[str, str]:
    """Return the short name by body (cppcc, npc). Raises `LexiconError` where the file is broken."""
    rows = read_tsv("assemblies.tsv", ("body", "name", "source"))
    return {row.required("body"): row.required("name") for row in rows}
