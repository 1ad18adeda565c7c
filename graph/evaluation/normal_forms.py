"""How a fact of a header is compared: bodies by identity, sessions by their ordinals, the rest without marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.numerals import number
from ontology import bodies, identity, places

from ..link.name_keys import NameKey, core
from ..link.names import Identifier

_ORDINALS = re.compile(r"第?([〇零一二三四五六七八九十百\d]+)届.*?第?([〇零一二三四五六七八九十百\d]+)次")


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """Where a letter is at home: what 市财政局 means in it. `jurisdiction` is a canonical place or None."""

    doc: str
    jurisdiction: str | None

    def body(self, name: str) -> NameKey:
        """Return what identifies a body: 福田区财政局 and 区财政局 are one in a letter of 福田区."""
        return _identifier().identify(name, "organisation", self.jurisdiction, self.doc).key


def ordinals(session: str) -> tuple[int | None, int | None] | None:
    """Return term and meeting of a session (六届四次会议 = 6, 4), None where the text names none."""
    found = _ORDINALS.search("".join(session.split()))
    return (number(found[1]), number(found[2])) if found else None


def proposal_number(printed: str) -> str:
    """Return a proposal's number as it is compared: without leading zeros and white space (0452 is 452)."""
    bare = "".join(printed.split())
    return bare.lstrip("0") or bare


def heading(text: str) -> str:
    """Return a section's heading as it is compared: without the mark that may stand at its end."""
    return core(text).rstrip("。；：.;:")


def assembly(body_kind: str) -> str:
    """Return cppcc or npc for the annotation's `CPPCC 政协提案`, `NPC 人大建议`; empty for anything else."""
    lowered = body_kind.lower()
    named = {"cppcc": ("cppcc", "政协"), "npc": ("npc", "人大")}
    return next((code for code, words in named.items() if any(word in lowered for word in words)), "")


def place_of(assembly_name: str, near: str) -> str:
    """Return the canonical place of an assembly's name (福田区政协), read near the build's place where ambiguous."""
    table = places.load()
    bare = re.sub(r"^(?:第?[〇零一二三四五六七八九十百\d]+届)", "", "".join(assembly_name.split()))
    if bare.startswith(places.COUNTRY):
        return places.COUNTRY
    printed = table.prefix(bare)
    return (table.resolve(printed, within=near or None) or printed) if printed else ""


@cache
def _identifier() -> Identifier:
    return Identifier(knowledge=identity.load(), places=places.load(), central=bodies.load())
