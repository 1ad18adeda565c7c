"""Whose proposals a committee passes on: 贵委转来的民革某市委《…》 is the party's, not the committee's."""

from __future__ import annotations

import re

from ..cues import either
from ..late_pattern import late_pattern
from ..numerals import ONE_TO_TEN
from ..page import Page
from ..records import Basis, Fact
from .people import PERSONS, SUBMITTED, uncounted

_BEFORE_PROPOSAL = rf"(?=的?(?:《|“|关于|第[0-9]|集体|重点)|在[^，。]{{0,30}}{SUBMITTED}|{SUBMITTED})"
_SENDER = (
    rf"(?:(?P<body>(?!{either('assembly_cppcc', 'assembly_npc')})(?:{either('level')})?{either('party')}"
    rf"(?:[\u4e00-\u9fff]{{1,14}}?{either('collective')})?)"
    rf"|(?P<people>(?!关于|对于|[和与及]){PERSONS})(?:等[0-9{ONE_TO_TEN}]*[名位]?)?{either('person_role')}){_BEFORE_PROPOSAL}"
)
_FIRST = late_pattern(
    rf"{either('forwarded')}(?:了|给|由|至)?(?:我[局委厅办院]|我中心)?(?:承办|办理|研究办理)?的?{_SENDER}"
)
_NEXT = late_pattern(rf"[、和及与》）号]+{_SENDER}")
_PASSES_ON = re.compile(f"{either('passes_on')}$")
_OWN = re.compile(rf"[贵你](?:委员会|委|会|室|办|厅)(?:在[^，。]{{0,30}})?{SUBMITTED}")


def read_forwarded(page: Page, start: int, end: int, basis: Basis) -> tuple[Fact, ...]:
    """Return whose proposals the half-open range of `page.folded` says were passed on to the department."""
    text = page.folded
    first = _FIRST.search(text, start, end)
    if first is None:
        return ()
    found = (first, *_NEXT.finditer(text, first.end(), end))
    return tuple(fact for match in found for fact in _names(page, match, basis))


def without_passers_on(found: tuple[Fact, ...], opening: str) -> tuple[Fact, ...]:
    """Return the proposers without committees that only pass proposals on, unless the opening calls one their own."""
    if _OWN.search(opening):
        return found
    return tuple(fact for fact in found if not _PASSES_ON.search(fact.value))


def _names(page: Page, match: re.Match[str], basis: Basis) -> tuple[Fact, ...]:
    group = "body" if match["body"] else "people"
    at = match.start(group)
    return tuple(
        page.fact(at + one.start(), at + one.start() + len(name), basis)
        for one in re.finditer("[^、]+", match[group])
        if (name := uncounted(one.group()))
    )
