"""What a figure can only be about: 首期规模 is one of a fund, 建筑面积 one of a building or a site."""

from __future__ import annotations

from functools import cache

import msgspec

from .lexicon import KINDS
from .quantity_words import units
from .tsv import read_tsv


class MetricSubject(msgspec.Struct, frozen=True, kw_only=True):
    """A word that metrics of things of a kind end in; `name_ends` is what such a thing's name ends in, () for any."""

    word: str
    dimension: str
    kind: str
    name_ends: tuple[str, ...]


@cache
def metric_subjects() -> tuple[MetricSubject, ...]:
    """Return the words in file order. Raises `LexiconError` where the file is broken."""
    dimensions = sorted({"any", *(unit.dimension for unit in units().values())})
    return tuple(
        MetricSubject(
            word=row.required("word"),
            dimension=row.one_of("dimension", tuple(dimensions)),
            kind=row.one_of("kind", KINDS),
            name_ends=row.listed("name_ends"),
        )
        for row in read_tsv("metric_subjects.tsv", ("word", "dimension", "kind", "name_ends", "source"))
    )
