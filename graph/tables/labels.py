"""Short labels: at most ten characters, each one once, so that a picture can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ontology.identity import IdentityKnowledge
from ontology.places import PlaceTable

from ..records import Entity, Node

LENGTH = 10
_TRAILING = re.compile(r"[（(\[〔][^（(\[〔）)\]〕]*[）)\]〕]$")
"""An edition or a place in brackets at the end: it says less of a name than the word before it."""


def short_labels(
    entities: Iterable[Entity], others: Iterable[Node], *, places: PlaceTable, knowledge: IdentityKnowledge
) -> dict[str, str]:
    """Return a short label for every node id. Labels that would be equal get their place, then a number."""
    wanted: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        wanted[entity.entity_id] = _of_entity(entity, places, knowledge)
    for node in others:
        wanted[node.node_id] = (node.short_name or shortened(node.name), shortened(node.name))
    return _unique(wanted)


def shortened(name: str) -> str:
    """Return a name of at most ten characters: its beginning and its end, which tells what it is."""
    bare = "".join(name.split())
    if len(bare) > LENGTH:
        bare = _TRAILING.sub("", bare) or bare
    return bare if len(bare) <= LENGTH else f"{bare[:5]}…{bare[-4:]}"


def _of_entity(entity: Entity, places: PlaceTable, knowledge: IdentityKnowledge) -> tuple[str, ...]:
    """Return labels to try, best first: a short alias, the name without place and legal form, with its place."""
    name = "".join(entity.name.split())
    if len(name) <= LENGTH:
        return (name, _with_place(name, entity, places))
    printed = places.prefix(name) or ""
    printed = printed if places.is_full(printed) else ""  # 香港城市大学 keeps its 香港
    bare = name[len(printed) :] if len(name) - len(printed) >= 4 else name
    form = next(
        (form for form in knowledge.legal_forms if bare.endswith(form) and len(bare) - len(form) >= 2), ""
    )
    bare = bare[: len(bare) - len(form)] if form else bare
    aliases = sorted(
        (alias for alias in entity.aliases if 4 <= len(alias) <= LENGTH), key=lambda one: (-len(one), one)
    )
    fitting = (bare,) if len(bare) <= LENGTH else ()
    return (*fitting, *aliases, shortened(bare), _with_place(shortened(bare), entity, places))


def _with_place(label: str, entity: Entity, places: PlaceTable) -> str:
    known = places.by_canonical.get(entity.jurisdiction)
    place = (known.short or known.name) if known else ""
    return shortened(place + label) if place and not label.startswith(place) else label


def _unique(wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Give every node the first of its labels that nobody before it (by id) has; else the first with a number."""
    taken: set[str] = set()
    labels: dict[str, str] = {}
    counts: dict[str, int] = {}
    for node_id in sorted(wanted):
        label = next((one for one in wanted[node_id] if one and one not in taken), None)
        if label is None:
            first = wanted[node_id][0] or node_id.partition("/")[2]
            number = counts.get(first, 1)
            while label is None or label in taken:
                number += 1
                label = f"{first[: LENGTH - 2]}·{number}"
            counts[first] = number
        taken.add(label)
        labels[node_id] = label
    return labels
