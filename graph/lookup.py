"""Which node a person means: by id, name, alias, short name, proposal number, or the beginning of one of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .link.names import core
from .tables import EntityRow

MIN_PART = 2
"""Fewer characters are no part of a name to look for: they stand in thousands of them."""


def find(name: str, rows: Sequence[EntityRow]) -> tuple[EntityRow, ...]:
    """Return the nodes that `name` means, those named in most letters first; empty where there are none.

    The first of these that any node satisfies counts: its id or IRI; its name, short name or an alias; its proposal
    number; the beginning of its name; a part of its name. White space, quotes, brackets and width do not matter.
    """
    wanted = core(name)
    tests: tuple[Callable[[EntityRow], bool], ...] = (
        lambda row: name in {row.entity_id, row.iri},
        lambda row: any(core(form) == wanted for form in _forms(row)),
        lambda row: row.kind == "proposal" and _number(row) == wanted.lstrip("0"),
        lambda row: any(core(form).startswith(wanted) for form in _forms(row)),
        lambda row: any(wanted in core(form) for form in _forms(row)),
    )
    for place, test in enumerate(tests):
        if not wanted or (place > 2 and len(wanted) < MIN_PART):
            break
        found = [row for row in rows if test(row)]
        if found:
            return tuple(sorted(found, key=lambda row: (-row.letter_count, -row.mentions, row.entity_id)))
    return ()


def _forms(row: EntityRow) -> Iterator[str]:
    yield row.name
    yield row.short_name
    yield from row.aliases
    yield row.entity_id.partition("/")[2]


def _number(row: EntityRow) -> str:
    """Return the number at the end of a proposal's id (proposal/<place>-cppcc-6-4-2024079 → 2024079)."""
    return core(row.entity_id.rpartition("-")[2]).lstrip("0")
