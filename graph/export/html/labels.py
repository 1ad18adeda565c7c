"""Short labels for the canvas: at most ten characters, no two the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...tables import EdgeRow, EntityRow

LONGEST = 10
"""Characters of an entity's label (issue: short labels). Proposals carry a number and a name and may be longer."""

_ELLIPSIS = "…"


def short_labels(entities: Sequence[EntityRow], edges: Iterable[EdgeRow]) -> Mapping[str, str]:
    """Return a label for every node id. Labels are unique; a second bearer of a label gets a number behind it."""
    proposers = _first_proposers(entities, edges)
    wanted: dict[str, list[str]] = defaultdict(list)
    for row in sorted(entities, key=lambda row: (row.kind, -row.mentions, row.entity_id)):
        wanted[_label(row, proposers.get(row.entity_id, ""))].append(row.entity_id)
    labels: dict[str, str] = {}
    taken = set(wanted)
    for label, bearers in wanted.items():
        labels[bearers[0]] = label
        labels.update(_numbered(label, bearers[1:], taken))
    return labels


def _first_proposers(entities: Iterable[EntityRow], edges: Iterable[EdgeRow]) -> Mapping[str, str]:
    names = {row.entity_id: row.name for row in entities}
    first: dict[str, str] = {}
    for edge in edges:
        if edge.relation == "submitted_by" and edge.target in names:
            first.setdefault(edge.source, names[edge.target])
    return first


def _label(row: EntityRow, proposer: str) -> str:
    short = row.short_name or row.name
    if row.kind == "proposal":
        number = short.split()[0] if short.split() else short
        return f"{_clipped(number)} {proposer}".strip() if proposer else _clipped(short)
    return _clipped(short)


def _clipped(text: str) -> str:
    """Keep both ends of a long name: what tells two bodies apart stands at its beginning or its end."""
    if len(text) <= LONGEST:
        return text
    tail = 4
    return text[: LONGEST - tail - 1] + _ELLIPSIS + text[-tail:]


def _numbered(label: str, bearers: Iterable[str], taken: set[str]) -> Iterable[tuple[str, str]]:
    number = 2
    for bearer in bearers:
        while (candidate := f"{label[: LONGEST - 3]}·{number}") in taken:
            number += 1
        taken.add(candidate)
        yield bearer, candidate
