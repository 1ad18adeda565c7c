"""Local offices of the financial regulators by any of their names: 某某金融监管局, 国家金融监督管理总局某某监管局."""

from __future__ import annotations

from typing import NamedTuple

from ontology.bodies import CentralBodies
from ontology.identity import LEVEL_WORDS, IdentityKnowledge
from ontology.places import PlaceTable


class Office(NamedTuple):
    """A local office: the canonical place it is for, its name without the place, and its full name."""

    scope: str
    core: str
    name: str


class Regulators:
    """Reads the names of local offices of listed regulators; see regulator_branches.tsv."""

    def __init__(self, knowledge: IdentityKnowledge, places: PlaceTable, central: CentralBodies) -> None:
        self._branches, self._places, self._central = knowledge.regulator_branches, places, central
        self._ends = tuple({end for one in self._branches for end in (one.tail, one.short)})

    def office(self, bare: str, home: str | None) -> Office | None:
        """Return the office that a name means in a letter of `home`, None where it is none or its place unknown."""
        if not bare.endswith(self._ends):
            return None
        for branch in self._branches:
            printed = self._behind_body(bare, branch.body, branch.tail)
            if printed is None and bare.endswith(branch.short):
                printed = bare.removesuffix(branch.short)
                full = printed in LEVEL_WORDS or self._places.is_full(printed)
                printed = None if full and not branch.full_places else printed
            scope = self._places.resolve(printed, within=home) if printed else None
            known = self._places.known(scope) if scope else None
            if scope and known:
                return Office(
                    scope, branch.body + branch.tail, branch.body + (known.short or known.name) + branch.tail
                )
        return None

    def _behind_body(self, bare: str, body: str, tail: str) -> str | None:
        """Return what stands between a form of the regulator's name and the tail, None where either is missing."""
        if not bare.endswith(tail):
            return None
        ends = range(len(bare) - len(tail) - 1, 2, -1)
        end = next((end for end in ends if self._central.official(bare[:end]) == body), None)
        return None if end is None else bare[end : -len(tail)]
