"""Whom a letter addresses and who submitted the proposal: deputies, members, party committees, organs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import cues, either
from ..numerals import ONE_TO_TEN, number
from ..page import Page, Paragraph
from ..records import Basis, Fact
from ..shapes import MASKS, office_first_shape, salutation_shape

_ROLE = either("person_role")
_COUNT = re.compile(rf"等(?P<n>[0-9{ONE_TO_TEN}百两]+)?[名位]?")
_ORGAN = re.compile(rf".*(?:{either('collective', 'organ_end')})$|.*{either('party')}.*")
_PERSON = rf"(?:[\u4e00-\u9fff]{{1,10}}·[\u4e00-\u9fff·]{{1,12}}|(?:(?!等)[\u4e00-\u9fff·{MASKS}]){{2,4}})"
_PERSONS = rf"{_PERSON}(?:、{_PERSON})*"
_SUBMITTED = rf"(?:{either('jointly')})?(?:{either('submitted')})"
_NAMED = re.compile(
    rf"(?:{either('level', 'assembly_cppcc', 'assembly_npc')})*(?:{_ROLE})(?P<after>{_PERSONS})"
    rf"(?:等[^，。]{{0,8}})?{_SUBMITTED}"
    rf"|(?:(?<![^\n])|[，由将的]|关于|对于?|转来)(?:[\u4e00-\u9fff]{{2,8}}代表团)?(?P<before>(?!关于|对于|现将|现就){_PERSONS})(?:等[0-9{ONE_TO_TEN}]*[名位]?)?"
    rf"(?:{either('assembly_cppcc', 'assembly_npc')})?{_ROLE}(?:在[^，。]{{0,30}})?{_SUBMITTED}"
    rf"|(?P<body>(?!{either('assembly_cppcc', 'assembly_npc')}){either('party')}[\u4e00-\u9fff]{{1,14}}?"
    rf"{either('collective')}(?<!会议)){_SUBMITTED}"
    rf"|{either('meta_proposer')}：(?P<labelled>{_PERSONS})(?=[）；，。]|等|$)"
)
_EACH = re.compile(r"(?:(?!(?<=委员|代表)(?:以及|及|和|与))[^、，])+")
_COMMITTEE = re.compile("[委办组室会]$")
_SEAT = re.compile(
    r"(?:全国|[\u4e00-\u9fff]{0,6}?[省市区县州])?(?:政协|人大)(?:委员|代表)?(?=[\u4e00-\u9fff·]{2,4}$)"
)
_NOBODY = re.compile(either("nobody"))
_AND = re.compile("(?<=委员|代表)(?:以及|[及和与])")
_SPACED = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressees:
    """Names, printed roles (委员, 代表; 集体提案单位 or 主办单位 for bodies) and the stated number of people."""

    facts: tuple[Fact, ...] = ()
    role: str | None = None
    count: int | None = None
    people: bool = False


def read_addressees(page: Page, paragraph: Paragraph, *, to_organ: bool) -> Addressees:
    """Return whom a salutation greets; `to_organ` says that the letter goes to the department in charge."""
    text = paragraph.folded.rstrip("：，")
    match = salutation_shape().fullmatch(text) or office_first_shape().fullmatch(text)
    honorific = re.match(either("honorific"), text)
    begin = match.start("names") if match else (honorific.end() if honorific else 0)
    end = match.end("names") if match else len(text)
    count = _COUNT.search(match["count"]) if match and match["count"] else None
    facts = tuple(_names(page, paragraph.start + begin, paragraph.start + end))
    roles = dict.fromkeys(
        _role(fact.value, match["role"] if match else None, to_organ=to_organ) for fact in facts
    )
    return Addressees(
        facts=facts,
        role="、".join(role for role in roles if role) or None,
        count=number(count["n"]) if count and count["n"] else None,
        people=match is not None,
    )


def _role(name: str, printed: str | None, *, to_organ: bool) -> str | None:
    if printed and not (is_body(name) and (len(name) > 4 or is_collective(name))):
        return printed
    if to_organ:
        return "主办单位"
    return "集体提案单位" if is_collective(name) else None


def is_body(name: str) -> bool:
    """Return whether an addressee is a body (民进厦门市委会) rather than a person."""
    return len(name) > 3 and _ORGAN.match(name) is not None and "·" not in name


def is_collective(name: str) -> bool:
    """Return whether a body is one that submits proposals (a party, a federation, a sector), not a department."""
    return re.search(rf"{either('party')}|{either('collective_end')}$", name) is not None


def _names(page: Page, start: int, end: int) -> list[Fact]:
    """Return the names in the half-open range of `page.folded`: separated by 、 or, where there is none, by blanks."""
    text = page.folded[start:end]
    spans = [(match.start() + start, match.end() + start) for match in _EACH.finditer(text)]
    if len(spans) == 1:
        spans = _by_blanks(page, *spans[0])
    facts = []
    for start_of_name, last in spans:
        joint = _AND.match(page.folded, start_of_name, last)  # 李明委员及王芳委员
        first = joint.end() if joint else start_of_name
        cleaned = re.sub(r"(?:（[^（）]*）|等|同志)$", "", page.folded[first:last])
        cleaned = re.sub(rf"{_ROLE}$", "", cleaned) if len(cleaned) > 3 else cleaned
        lead = _SEAT.match(cleaned)
        titled = lead is not None and len(cleaned) - lead.end() <= 4 and not _COMMITTEE.search(cleaned)
        begin = first + (lead.end() if lead and titled else 0)
        if first + len(cleaned) - begin >= 2 and not _is_nobody(cleaned):
            facts.append(page.fact(begin, first + len(cleaned), "salutation"))
    return facts


def _is_nobody(name: str) -> bool:
    """Return whether words greet no one by name: 各位, or a surname of two characters alone (欧阳委员)."""
    return _NOBODY.fullmatch(name) is not None or name in cues()["surname_rare"]


def _by_blanks(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names that blanks separate; single characters are one name set wide (张 伟)."""
    printed = page.text[page.at[start] : page.at[end - 1] + 1]
    words = _SPACED.split(printed)
    if len(words) == 1 or all(len(word) == 1 for word in words):
        return [(start, end)]
    spans, at = [], start
    pending = 0
    for word in words:
        pending += len(word)
        if len(word) == 1 and pending < 2:
            continue
        spans.append((at, at + pending))
        at, pending = at + pending, 0
    return [*spans, (at, at + pending)] if pending else spans


def read_proposers(page: Page, start: int, end: int, basis: Basis) -> tuple[Fact, ...]:
    """Return the people whom the text itself names as those who submitted the proposal."""
    match = _NAMED.search(page.folded, start, end)
    if match is None:
        return ()
    group = next(name for name, value in match.groupdict().items() if value)
    return tuple(
        page.fact(match.start(group) + one.start(), match.start(group) + one.end(), basis)
        for one in re.finditer("[^、]+", match[group])
    )
