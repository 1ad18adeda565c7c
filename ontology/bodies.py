"""The bodies of public lists (ministries, central agencies, exchanges, national banks): official names and short forms.

Source: lexicon/bodies.tsv and attached_bodies.tsv, a source in every row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from .lexicon import attached_bodies, bodies

STATE = "中华人民共和国"
"""What official names of central bodies may begin with."""
_MINISTRIES = ("部", "审计署", "海关总署")
_MARKED = ("国家", "中央", "中共", "中国")


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralBodies:
    """Every printed form of every listed body, and the group (ministry, party, finance …) it belongs to."""

    names: Mapping[str, str] = field(repr=False)
    groups: Mapping[str, str] = field(repr=False)

    def official(self, name: str) -> str | None:
        """Return the official name that a printed form stands for (without 中华人民共和国), or None."""
        return self.names.get(name) or self.names.get(name.removeprefix(STATE))

    def subkind(self, official: str) -> str:
        """Return the group of a body by its official name."""
        return self.groups.get(official, "")


@cache
def load() -> CentralBodies:
    """Return the shipped list. A short form that two bodies share stands for neither: it would be a guess."""
    listed = [(body.forms[0].removeprefix(STATE), body) for body in (*bodies(), *attached_bodies())]
    groups = {official: body.group for official, body in listed}
    meanings: dict[str, set[str]] = {}
    for official, body in listed:
        for form in body.forms:
            for printed in _printed(form.removeprefix(STATE)):
                meanings.setdefault(printed, set()).add(official)
    names = {form: next(iter(found)) for form, found in meanings.items() if len(found) == 1}
    return CentralBodies(names={**names, **{official: official for official in groups}}, groups=groups)


def _printed(form: str) -> tuple[str, ...]:
    """Return a form and, of a ministry, the same with the word that letters set before it: 国家科技部 for 科技部."""
    of_ministry = form.endswith(_MINISTRIES) and not form.startswith(_MARKED)
    return (form, f"国家{form}") if of_ministry else (form,)
