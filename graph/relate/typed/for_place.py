"""What the place of a letter does, and not the department that writes, though the sentence names neither.

A number of a government or a party committee behind a paper (甲政办发〔2019〕4号) tells who issued it; bodies that
work for several departments (甲市数字政府建设领导小组) are the place's; what is listed at a level is listed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from corpus.records import Places, Span
from ontology.clause_words import clause_words
from ontology.organisation_kinds import acts_for_place
from ontology.place_types import LEVEL
from ontology.places import COUNTRY

from ...records import Claim, LinkedLetter
from ..clause_roles import any_clause_word
from ..nodes import place_id

_COUNTRY: Final = place_id(COUNTRY)
_DEEDS: Final = frozenset({"established", "issued", "operates", "funds", "implements", "supports", "leads"})
"""What the country does not do: 全国 before them begins a name that nobody knows."""
_ISSUED: Final = "issued"
_FOUNDED: Final = "established"
_LISTED: Final = "typed:support-listed"
_FAR: Final = 40
"""Characters behind a thing in which what is told of it tells where it is listed."""
_NUMBER = re.compile(r"[》”]?\s*[（(]\s*(?P<code>[^（）()〔\[﹝【\d\s]{2,10})\s*[〔\[﹝【]")


def by_place(linked: LinkedLetter, places: Places, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence, with the place for the department that is only understood to act."""
    for claim in claims:
        if claim.source_span and claim.source == _COUNTRY and claim.relation in _DEEDS:
            continue  # 全国律协组建X
        understood = claim.source_span is None and claim.source == linked.issuer
        doing = (
            _who_does(linked, places, claim, claim.target_span) if understood and claim.target_span else None
        )
        yield msgspec.structs.replace(claim, source=doing) if doing else claim


def _who_does(linked: LinkedLetter, places: Places, claim: Claim, target: Span) -> str | None:
    """The node of the place that does it, None where it is left to the writer."""
    text = linked.letter.text
    if claim.rule == _LISTED:
        return _listed_at(linked, places, text[target.end : target.end + _FAR])
    if not _writes_for_itself(linked):
        return None
    of_place = (claim.relation == _ISSUED and _has_government_number(text, target.end)) or (
        claim.relation == _FOUNDED and _is_joint_body(linked, places, text[target.start : target.end])
    )
    return linked.place if of_place else None


def _writes_for_itself(linked: LinkedLetter) -> bool:
    """Whether a department signed: a company or a government does in its own name what it tells."""
    department = linked.letter.header.department
    name = department.value if department else ""
    return not name or (
        acts_for_place(name) and not any(each in name for each in clause_words()["government"])
    )


def _has_government_number(text: str, position: int) -> bool:
    found = _NUMBER.match(text, position)
    if found is None:
        return False
    code = found["code"]
    tail = next((word for word in clause_words()["government_number"] if code.endswith(word)), "")
    before = code.removesuffix(tail)[-1:]
    return bool(tail) and not f"{before}{tail}".startswith(clause_words()["office_number"])


def _is_joint_body(linked: LinkedLetter, places: Places, name: str) -> bool:
    """Whether a name opens with the letter's place and ends as those of bodies for several departments do."""
    if not name.endswith(clause_words()["for_place"]) or not places.may_begin(name[:2]):
        return False
    department = linked.letter.header.department
    if department and name.startswith(department.value):
        return False  # 甲县教育局校园安全工作领导小组
    opening, home = places.prefix(name), linked.letter.header.home
    return bool(opening and home and places.resolve(opening, within=home) == home)


def _listed_at(linked: LinkedLetter, places: Places, rest: str) -> str | None:
    """The place of the level that a list behind a thing is of (已列入市级重点项目), None where it is the letter's."""
    found, home = _listed_pattern().match(rest), linked.letter.header.home
    of = places.resolve(found["level"], within=home) if found and home else None
    return place_id(of) if of and of != home else None


@cache
def _listed_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；]{{0,12}}?{any_clause_word('entered')}了?(?P<level>{LEVEL})级?")
