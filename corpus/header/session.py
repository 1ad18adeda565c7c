"""The session of the assembly that asked: body, jurisdiction, term, meeting, year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..cues import cues, either
from ..late_pattern import late_pattern
from ..numerals import number
from ..page import Page
from ..records import Basis, Body, Fact, Places
from ..shapes import GREETING, NUMERAL

_ASSEMBLY = either("assembly_cppcc", "assembly_npc")
_SESSION = re.compile(
    rf"(?P<before>[\u4e00-\u9fff]{{0,24}}?)第?(?P<term>{NUMERAL}{{1,3}})届"
    rf"(?P<between>[\u4e00-\u9fff]{{0,14}}?)第?(?P<meeting>{NUMERAL}{{1,3}})次(?:全体)?(?:会议|全会|大会|会)"
)
# A session that prints no meeting (省十二届政协) or whose words are closed up (政协十三届五次).
_SHORT = late_pattern(
    rf"(?P<before>[\u4e00-\u9fff]{{0,24}}?)第?(?P<term>{NUMERAL}{{1,3}})届(?P<between>[\u4e00-\u9fff]{{0,10}}?)第?(?P<meeting>{NUMERAL}{{1,3}})次"
)
LONGEST_BEFORE = 30
"""Characters of the longest phrase of a session in front of its 届."""
# A session that is over or not named: 市十七届人大闭会期间, 省十二届政协 …
_TERM = late_pattern(
    rf"(?P<before>[\u4e00-\u9fff]{{0,24}}?)第?(?P<term>{NUMERAL}{{1,3}})届(?P<between>(?:{_ASSEMBLY})?)(?P<meeting>)"
    r"(?=闭会期间|第[0-9])"
)
_ASSEMBLY_IN = re.compile(_ASSEMBLY)
_LEVEL = re.compile(rf"{either('level')}$")
_CUT = re.compile(rf".*{either('before_session')}")
_ASKED_OF_ONE = re.compile(either("asked_npc", "asked_cppcc", "assembly_cppcc", "assembly_npc"))
_YEAR = re.compile(r"(?P<year>20[0-9]{2}|19[0-9]{2})年?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What one session phrase says; `place` is the printed place or level word before or inside it, "" where none."""

    fact: Fact
    body: Body | None
    place: str
    term: int | None
    meeting: int | None
    year: int | None


def find_sessions(page: Page, start: int, end: int, basis: Basis, places: Places) -> Iterator[Session]:
    """Yield the sessions printed in the half-open range of `page.folded`."""
    text = page.folded
    term = text.find("届", start, end)
    if term < 0:
        return
    start = max(start, term - LONGEST_BEFORE)  # the patterns are slow where there is nothing to find
    for pattern in (_SESSION, _SHORT, _TERM):
        found = list(pattern.finditer(text, start, end))
        for match in found:
            session = _session(page, match, basis, places)
            if session is not None:
                yield session
        if found:
            return


def _session(page: Page, match: re.Match[str], basis: Basis, places: Places) -> Session | None:
    before, between = match["before"], match["between"]
    words = _ASSEMBLY_IN.search(before) or _ASSEMBLY_IN.search(between)
    tail = page.folded[match.end() : match.end() + 6]
    assembly = words.group() if words else ""
    head = before
    inner = ""
    if _ASSEMBLY_IN.search(before):
        at = list(_ASSEMBLY_IN.finditer(before))[-1]
        head, inner = before[: at.start()], before[at.end() :]
    place_before = _place_at_end(head, places)
    place = place_before or _place_within(inner) or _place_within(between)
    begin = match.start("before") + len(head) - len(place_before)
    if not assembly and not place and not _ASKED_OF_ONE.match(tail):
        return None
    end = match.end()
    year = _YEAR.search(page.folded[max(0, begin - 6) : begin])
    return Session(
        fact=page.fact(begin, end, basis),
        body=_body(assembly),
        place=place,
        term=number(match["term"]),
        meeting=number(match["meeting"]),
        year=int(year["year"]) if year else None,
    )


def _body(assembly: str) -> Body | None:
    if not assembly:
        return None
    return "npc" if assembly in cues()["assembly_npc"] else "cppcc"


def _place_at_end(head: str, places: Places) -> str:
    """Return the place or level word that `head` ends with: the longest one that `places` knows, else what is left
    behind the last word that no place name ends with."""
    for start in range(max(0, len(head) - 20), len(head)):
        rest = head[start:]
        known = places.prefix(rest)
        if known and (
            known == rest
            or places.prefix(rest[len(known) :]) == rest[len(known) :]
            or _LEVEL.fullmatch(rest[len(known) :])
        ):
            return rest
    rest = _CUT.sub("", head)
    return rest if rest in ("全国", "") or _LEVEL.search(rest) else ""


def _place_within(inner: str) -> str:
    """Return the place inside 政协[云南省]第十三届 or 第十四届[全国]委员会."""
    rest = re.sub(rf"委员会|常务|{_ASSEMBLY}|第$", "", inner)
    return rest if _LEVEL.search(rest) else ""


def asked_body(words: str) -> Body | None:
    """Return the body that 提案 or 建议 stand for where no session tells, None where both or neither occur."""
    cppcc = re.search(either("asked_cppcc", "assembly_cppcc"), words) is not None
    npc = re.search(f"{either('assembly_npc')}|代表建议", words) is not None
    if cppcc != npc:
        return "cppcc" if cppcc else "npc"
    return None


def greeted_body(salutation: str) -> Body | None:
    """Return the body whose members a salutation greets: 委员 sit in the CPPCC, 代表 in the congress."""
    words = GREETING.sub("", salutation).rstrip("：，们")
    return "cppcc" if words.endswith("委员") else "npc" if words.endswith("代表") else None


_SEAT = re.compile(rf"(?P<before>[\u4e00-\u9fff]{{0,24}}?)(?:第?{NUMERAL}{{1,3}}届)?(?:{_ASSEMBLY})")


def seat_of(page: Page, start: int, end: int, places: Places) -> str:
    """Return the printed place or level word of an assembly named without a session (对省政协第403号), "" for none."""
    for match in _SEAT.finditer(page.folded, start, end):
        place = _place_at_end(match["before"], places)
        if place:
            return place
    return ""


def settle_place(session_place: str, home: str | None, places: Places) -> str | None:
    """Return the canonical place of a session's body.

    `home` is the canonical place that the letter itself shows (department, letterhead, title); it settles level
    words (区, 市, 省) and ambiguous names. None where neither tells.
    """
    if not session_place:
        return None
    if home and places.level(home) == "town" and home.endswith(session_place):
        return home  # 某某镇第二十届人民代表大会, and that town's government answers
    return places.resolve(session_place, within=home)
