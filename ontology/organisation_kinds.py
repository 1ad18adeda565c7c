"""What kind of organisation a name is, told by its ending (…大学, …银行): lexicon/organisation_kinds.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from . import lexicon
from .tsv import length_order, read_tsv

_GOVERNMENT = "government"


@lru_cache(maxsize=1 << 12)
def subkind_of(name: str) -> str:
    """Return the sub-kind (a notation of fuwen.ttl) that the longest fitting ending tells, empty where none does."""
    endings = load()
    bare = name.rstrip("）)")
    return next((endings[bare[-length:]] for length in _lengths() if bare[-length:] in endings), "")


def acts_for_place(name: str) -> bool:
    """Return whether a body may mean its place where it names nobody: a department, but no company, town or customs."""
    return subkind_of(name) == _GOVERNMENT and not name.rstrip("）)").endswith(_own_bodies())


@cache
def _lengths() -> tuple[int, ...]:
    """Return how long endings are, the longest first: a few lengths instead of all endings are tried."""
    return tuple(sorted({len(ending) for ending in load()}, reverse=True))


@cache
def _own_bodies() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("own_bodies.tsv")))


@cache
def load() -> Mapping[str, str]:
    """Return ending → sub-kind, longest endings first. Raises `LexiconError` where the file is broken."""
    rows = read_tsv("organisation_kinds.tsv", ("ending", "subkind", "source"))
    found = {row.required("ending"): row["subkind"] for row in rows}
    return dict(sorted(found.items(), key=lambda pair: length_order(pair[0])))
