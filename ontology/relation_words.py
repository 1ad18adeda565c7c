"""Words that speak of typed relations (由X运营, 落户X): what the learned scorer of relations looks for around names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from .cues import STATUSES, Status
from .relation_patterns import RELATIONS
from .tsv import read_tsv

_COLUMNS = ("relation", "status", "words", "source")
_KINDS = "OFPYLA"


@cache
def relation_words() -> Mapping[str, Mapping[str, Status]]:
    """Return word → relations that it may speak of → status of the bare word, in file order.

    A word that stands twice for one relation keeps its first status. Raises `LexiconError` where a row is broken.
    """
    found: dict[str, dict[str, Status]] = {}
    for row in read_tsv("relation_words.tsv", _COLUMNS):
        relation = row.one_of("relation", RELATIONS)
        status = row.one_of("status", STATUSES)
        row.required("source")
        for word in row.listed("words"):
            found.setdefault(word, {}).setdefault(relation, status)
    return found


class RelationEnds(msgspec.Struct, frozen=True, kw_only=True):
    """The kinds that the ends of a relation can have: O organisation, F fund, P platform, Y policy, L place, A none.

    `beside`: the relations in which the same two may stand as well (who founds a fund also pays into it).
    """

    sources: str
    targets: str
    beside: frozenset[str] = frozenset()


@cache
def relation_ends() -> Mapping[str, RelationEnds]:
    """Return the kinds of ends of every relation. Raises `LexiconError` where a row is broken."""
    found: dict[str, RelationEnds] = {}
    for row in read_tsv("relation_ends.tsv", ("relation", "sources", "targets", "beside", "source")):
        row.required("source")
        for column in ("sources", "targets"):
            if not row.required(column) or set(row[column]) - set(_KINDS):
                raise row.error(column, f"须是 {_KINDS} 中的字母", f"must be letters of {_KINDS}")
        if set(row.listed("beside")) - set(RELATIONS):
            known = ", ".join(RELATIONS)
            raise row.error("beside", f"须取自 {known}", f"must be of {known}")
        found[row.one_of("relation", RELATIONS)] = RelationEnds(
            sources=row["sources"], targets=row["targets"], beside=frozenset(row.listed("beside"))
        )
    return found


@cache
def making_words() -> tuple[str, ...]:
    """Return the verbs whose object comes to be: 打造, 建立. Raises `LexiconError` where the file is broken."""
    return tuple(word for word, told in relation_words().items() if "established" in told)
