"""Which bodies would tell of a promise: its own, and those of the same line of work under another name.

A procuratorate says nothing of what the housing office promised; a science bureau of another name may be the same one
after a reform, and who wrote an unsigned letter is not known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from ontology.identity import LEVEL_WORDS
from ontology.places import load as load_places

from ..tables.graph_tables import LetterRow
from .clauses.word_roles import promise_pattern

_PLACE = re.compile(f"^[^，。]{{2,3}}?(?:{'|'.join(LEVEL_WORDS)}|镇|乡)(?=..)")


def bodies_of(row: LetterRow) -> frozenset[str]:
    """Return who wrote a letter; nobody where that is not known."""
    return frozenset(one for one in (row.department, *row.joint_departments) if one)


def may_tell(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether one of the bodies may tell what another promised: so where either is not known."""
    return not some or not others or any(same_line(one, other) for one, other in product(some, others))


@lru_cache(maxsize=4096)
def same_line(one: str, other: str) -> bool:
    """Return whether two bodies have the same line of work by their names: 教育局, 教育和体育局."""
    return one == other or not _fields(one).isdisjoint(_fields(other))


@lru_cache(maxsize=4096)
def _fields(name: str) -> frozenset[str]:
    """The pairs of characters of a name that say what a body is there for."""
    bare = name[len(load_places().prefix(name) or "") :]
    bare = promise_pattern("body_common").sub("，", _PLACE.sub("", bare))
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1) if "，" not in bare[at : at + 2])
