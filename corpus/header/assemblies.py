"""A letter that answers a 建议 of a congress and a 提案 of a CPPCC committee at once: it is filed under one of them."""

from __future__ import annotations

import re
from dataclasses import replace

from ..cues import cues, either
from ..page import Page
from ..records import Body, Fact, Header

_ASSEMBLY = either("assembly_npc", "assembly_cppcc")
_NUMBERED = re.compile(
    rf"(?P<assembly>{_ASSEMBLY})(?:(?!{_ASSEMBLY})[^，。；：《》]){{0,40}}?[0-9]号?(?:{either('asked')})"
)
_MEMBERS = {"npc": "代表", "cppcc": "委员"}


def two_assemblies(words: str) -> tuple[Body, int] | None:
    """Return which assembly folded words name first and where they name the other, each with a number, else None."""
    found = list(_NUMBERED.finditer(words))
    first = _kind(found[0]) if found else None
    other = next((match.start() for match in found if _kind(match) != first), 0)
    return (first, other) if first and other else None


def _kind(match: re.Match[str]) -> Body:
    return "npc" if match["assembly"] in cues()["assembly_npc"] else "cppcc"


def of_one_assembly(header: Header, page: Page) -> Header:
    """Return the header without the numbers, and the proposers, of the other assembly that the letter answers.

    A number is one of a session: under another it would be that of another proposal.
    """
    body = header.body.value if header.body else ""
    kept = tuple(fact for fact in header.proposal_numbers if _assembly_of(page, fact) in ("", body))
    if not kept or len(kept) == len(header.proposal_numbers):
        return header
    own = tuple(fact for fact in header.proposers if _named_as(page, fact) in ("", _MEMBERS.get(body)))
    return replace(header, proposal_numbers=kept, proposers=own)


def _assembly_of(page: Page, fact: Fact) -> str:
    """Return which assembly a number is of where title or opening names both, else ""."""
    for paragraph in page.zone("title", "opening") if fact.span else ():
        told = two_assemblies(paragraph.folded)
        if told and fact.span and paragraph.span.start <= fact.span.start < paragraph.span.end:
            first, at = told
            other = "cppcc" if first == "npc" else "npc"
            return first if fact.span.start < page.at[paragraph.start + at] else other
    return ""


def _named_as(page: Page, fact: Fact) -> str:
    """Return what the member is called behind the name as printed (王芳代表), "" where nothing is."""
    behind = page.text[fact.span.end : fact.span.end + 2] if fact.span else ""
    return behind if behind in _MEMBERS.values() else ""
