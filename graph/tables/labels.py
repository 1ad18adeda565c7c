"""Short labels: at most ten characters, each one once, so that a picture can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ontology.identity import LEVEL_WORDS, IdentityKnowledge
from ontology.places import PlaceTable

from ..records import Entity, Node

LENGTH = 10
TELLING = 4
"""Characters of the shortest label that a longer name may get: 数据 or 科创 says neither where nor what."""
_GROUP = "集团"
_COMMITTEE = "委"
_HEADS = {"局": "局", "厅": "厅", "委员会": "委"}
"""Heads of departments and what is left of them in short names."""
_TRAILING = re.compile(r"[（(\[〔][^（(\[〔）)\]〕]*[）)\]〕]$")
"""An edition or a place in brackets at the end: it says less of a name than the word before it."""


class ShortLabels:
    """The short labels of nodes, each told once: what would be equal gets its place, then a number.

    Whose label is which follows from the order in which they are asked for, so nodes come sorted by id.
    """

    def __init__(self, *, places: PlaceTable, knowledge: IdentityKnowledge) -> None:
        self._places, self._knowledge = places, knowledge
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def next(self, node_id: str, thing: Entity | Node) -> str:
        """Return the label of the next node: the first fitting one that none before it has, else one with a number."""
        tries = _wanted(thing, self._places, self._knowledge)
        label = next((one for one in tries if one and one not in self._taken), None)
        if label is None:
            label = self._numbered(tries[0] or node_id.partition("/")[2])
        self._taken.add(label)
        return label

    def _numbered(self, first: str) -> str:
        number = self._counts.get(first, 1) + 1
        while (label := f"{first[: LENGTH - 2]}·{number}") in self._taken:
            number += 1
        self._counts[first] = number
        return label


def _wanted(thing: Entity | Node, places: PlaceTable, knowledge: IdentityKnowledge) -> tuple[str, ...]:
    """Return labels to try, best first."""
    if isinstance(thing, Entity):
        return _of_entity(thing, places, knowledge)
    short = shortened(thing.name)
    return (thing.short_name or short, short)


def shortened(name: str) -> str:
    """Return a name of at most ten characters: its beginning and its end, which tells what it is."""
    bare = _bare(name)
    if len(bare) > LENGTH:
        bare = _TRAILING.sub("", bare) or bare
    return bare if len(bare) <= LENGTH else f"{bare[:5]}…{bare[-4:]}"


def _bare(name: str) -> str:
    """Return a name without white space; itself where it has none, as most names are labels, too."""
    bare = "".join(name.split())
    return name if bare == name else bare


def _of_entity(entity: Entity, places: PlaceTable, knowledge: IdentityKnowledge) -> tuple[str, ...]:
    """Return labels to try, best first: the name without legal form and with a short place, an alias, its two ends."""
    name = _bare(entity.name)
    if len(name) <= LENGTH:
        return (name, _with_place(name, entity, places))
    printed = places.prefix(name) or ""
    printed = printed if places.is_full(printed) and len(name) - len(printed) >= TELLING else ""
    rest = name[len(printed) :]  # 香港城市大学 keeps its 香港
    bare = _without_form(rest, knowledge.legal_forms)
    telling = (
        alias for alias in entity.aliases if alias not in knowledge.bare_titles
    )  # 《若干措施》: which?
    aliases = sorted(
        (alias for alias in telling if TELLING <= len(alias) <= LENGTH), key=lambda one: (-len(one), one)
    )
    tries = [bare, *aliases]
    if printed and entity.kind == "organisation":
        tries = [*_with_short_place(printed, rest, aliases, places, knowledge), *tries]
    fitting = (one for one in tries if TELLING <= len(one) <= LENGTH)
    return (*fitting, shortened(bare), _with_place(shortened(bare), entity, places))


def _with_short_place(
    printed: str, rest: str, aliases: Sequence[str], places: PlaceTable, knowledge: IdentityKnowledge
) -> Iterator[str]:
    """Yield what a body may be called whose name is a place and a rest: as printed, then ever shorter."""
    grouped = _without_form(rest, _firms(knowledge))
    yield printed + grouped
    forms = [grouped, _without_form(rest, knowledge.legal_forms)]
    forms += [alias[1:] for alias in aliases if alias.startswith(LEVEL_WORDS)]
    for form in (*forms, _short_department(rest, knowledge)):
        yield _short_place(printed, places, whole=form.startswith(_COMMITTEE)) + form


def _short_department(rest: str, knowledge: IdentityKnowledge) -> str:
    """Return 住建局 for 住房和城乡建设局, the rest itself where its duties have no short form."""
    head = next((head for head in _HEADS if rest.endswith(head)), "")
    stem = rest.removesuffix(head)
    short = [one for one, full in knowledge.departments.items() if full == stem] if head else []
    return min(short, key=lambda one: (len(one), one)) + _HEADS[head] if short else rest


def _without_form(name: str, forms: Iterable[str]) -> str:
    """Return a name without the first of the legal forms that it ends with, longest first."""
    return next((name[: -len(form)] for form in forms if name.endswith(form) and name != form), name)


def _firms(knowledge: IdentityKnowledge) -> tuple[str, ...]:
    """Return the legal forms that do not say 集团, which tells what kind of body it is."""
    return tuple(form for form in knowledge.legal_forms if _GROUP not in form)


def _short_place(printed: str, places: PlaceTable, *, whole: bool) -> str:
    """Return 福田 for 深圳市福田区: the innermost place without its type, with it where `whole` (福田区委)."""
    known = places.by_canonical.get(places.resolve(printed) or "")
    return printed if known is None else known.name if whole else known.short or known.name


def _with_place(label: str, entity: Entity, places: PlaceTable) -> str:
    known = places.known(entity.jurisdiction)
    place = (known.short or known.name) if known else ""
    return shortened(place + label) if place and not label.startswith(place) else label
