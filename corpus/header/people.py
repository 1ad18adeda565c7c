"""Whom a letter addresses and who submitted the proposal: deputies, members, party committees, organs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..cues import cues, either
from ..late_pattern import late_pattern
from ..numerals import ONE_TO_TEN, number
from ..page import Page, Paragraph
from ..records import Basis, Fact
from ..shapes import GREETING, MASKS, office_first_shape, salutation_shape
from ..stated import states_nothing

_ROLE = either("person_role")
_COUNT = re.compile(rf"等(?P<n>[0-9{ONE_TO_TEN}百两]+)?[名位]?")
_ORGAN = re.compile(rf".*(?:{either('collective', 'organ_end')})$|.*{either('party')}.*")
_PERSON = rf"(?:[\u4e00-\u9fff]{{1,10}}·[\u4e00-\u9fff·]{{1,12}}|(?:(?!等)[\u4e00-\u9fff·{MASKS}]){{2,4}})"
PERSONS = rf"{_PERSON}(?:、{_PERSON})*"
SUBMITTED = rf"(?:{either('jointly')})?(?:{either('submitted')})"
_NAMED = late_pattern(
    rf"(?:{either('level', 'assembly_cppcc', 'assembly_npc')})*(?:{_ROLE})(?P<after>{PERSONS})"
    rf"(?:等[^，。]{{0,8}})?(?:在[^，。]{{0,30}})?{SUBMITTED}"
    rf"|(?:(?<![^\n])|[，由将的就]|关于|对于?|转来)(?:[\u4e00-\u9fff]{{2,8}}代表团)?(?P<before>(?!关于|对于|现将|现就){PERSONS})(?:等[0-9{ONE_TO_TEN}]*[名位]?)?"
    rf"(?:{either('assembly_cppcc', 'assembly_npc')})?{_ROLE}(?:在[^，。]{{0,30}})?{SUBMITTED}"
    rf"|(?P<body>(?!{either('assembly_cppcc', 'assembly_npc')}){either('party')}[\u4e00-\u9fff]{{1,14}}?"
    rf"{either('collective')}(?<!会议))等?{SUBMITTED}"
    rf"|{either('meta_proposer')}：(?P<labelled>{PERSONS})(?=[）；，。]|等|$)"
)
_BODIES = late_pattern(
    rf"(?<![^\n，。])(?:[\u4e00-\u9fff]{{2,20}}(?:{either('collective', 'collective_end')})[，、])+\Z"
)
_JOINT = either("name_joint")
_BETWEEN = re.compile(rf"[、，；]|(?<=委员|代表){_JOINT}")
_LEADS = cues()["lead_joint"]
"""Joints that parts of names are not: 周敏并吴兰."""
_JOINT_INSIDE = re.compile(_JOINT)
_COMMITTEE = re.compile("[委办组室会]$")
_SEAT = late_pattern(
    r"(?:全国|[\u4e00-\u9fff]{0,6}?[省市区县州])?(?:政协|人大)(?:委员|代表)?(?=[\u4e00-\u9fff·]{2,4}$)"
)
_NOBODY = re.compile(either("nobody"))
_PRINTED_ROLE = re.compile(rf"(?P<role>{_ROLE})(?:们|同志)?(?:（[^（）]*）)?等?$")
# Behind the last name: 等8名; 两位, where all are named; 领衔, behind who signed first.
_COUNTED = re.compile(
    rf"(?:{either('jointly')})?(?:等(?P<n>[0-9{ONE_TO_TEN}百两]+)?[名位]?|(?P<all>[0-9]+|[{ONE_TO_TEN}两]+)[名位])$"
    rf"|(?:{either('jointly')})$"
)
# 民进市委李明委员: whose member she is stands before the name.
_COMMITTEE_OF = late_pattern(
    rf"{either('party')}[\u4e00-\u9fff]{{0,8}}?[省市区县州]委(?:员会|会)?(?=[\u4e00-\u9fff]{{2,3}}$)"
)
_PARTY_FIRST = re.compile(rf"{either('level')}?{either('party')}")
_OF_LEVEL = re.compile(either("level"))
_ENDS_BODY = re.compile(rf"{either('collective', 'organ_end')}$")
_SPACED = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressees:
    """Names, printed roles (委员, 代表; 集体提案单位 or 主办单位 for bodies) and the stated number of people.

    `proposers` are those among them who may have submitted a proposal (in a letter to the organ in charge, members
    only); `people` says that some are no bodies.
    """

    facts: tuple[Fact, ...] = ()
    role: str | None = None
    count: int | None = None
    people: bool = False
    proposers: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Greeted:
    """One name of a salutation, the role printed behind it or the next one that has one, the number behind 等."""

    fact: Fact
    role: str | None
    count: str | None


def read_addressees(page: Page, paragraph: Paragraph, *, to_organ: bool) -> Addressees:
    """Return whom a salutation greets; `to_organ` says that the letter goes to the department in charge."""
    text = GREETING.sub("", paragraph.folded).rstrip("：，")
    match = salutation_shape().fullmatch(text) or office_first_shape().fullmatch(text)
    honorific = re.match(either("honorific"), text)
    begin = match.start("names") if match else (honorific.end() if honorific else 0)
    end = match.end("names") if match else len(text)
    of_all = match["role"] if match else None
    names = _names(page, paragraph.start + begin, paragraph.start + end, of_all)
    counts = [_COUNT.search(match["count"])] if match and match["count"] else []
    stated = [*(count["n"] for count in counts if count), *(name.count for name in names)]
    roles = dict.fromkeys(_role(one.fact.value, one.role, to_organ=to_organ) for one in names)
    greeted = (
        one.fact for one in names if one.role or (not to_organ and (match or _may_submit(one.fact.value)))
    )
    return Addressees(
        facts=tuple(one.fact for one in names),
        role="、".join(role for role in roles if role) or None,
        count=next((number(count) for count in stated if count), None),
        people=match is not None or any(one.role or _is_person(one.fact.value) for one in names),
        proposers=tuple(greeted),
    )


def _may_submit(name: str) -> bool:
    return is_collective(name) or _is_person(name)


def _is_person(name: str) -> bool:
    """Return whether a name without a role (李明, beside 九三学社市委) is one of a person."""
    known = name.startswith((*cues()["surname"], *cues()["surname_rare"]))
    return known and 2 <= len(name) <= 3 and _ENDS_BODY.search(name) is None


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


def _names(page: Page, start: int, end: int, of_all: str | None) -> list[_Greeted]:
    """Return the names in the half-open range of `page.folded`: parted by marks, joints or, where none is, blanks.

    `of_all` is the role behind the last of them.
    """
    spans = _parted(page.folded, start, end)
    if len(spans) == 1:
        spans = _by_blanks(page, *spans[0])
    else:
        spans = [part for span in spans for part in _people_by_blanks(page, *span)]
    found: list[_Greeted] = []
    role = of_all
    for first, last in reversed(spans):
        printed = _PRINTED_ROLE.search(page.folded, first, last)
        role = printed["role"] if printed else role
        name = _greeted(page, first, last, role)
        if name is not None:
            found.insert(0, name)
    return found


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges between marks and joints: behind a role any joint parts, behind a body one before a name."""
    spans = []
    at = start
    for match in _BETWEEN.finditer(text, start, end):
        spans += _at_body_joint(text, at, match.start())
        at = match.end()
    return [span for span in (*spans, *_at_body_joint(text, at, end)) if span[0] < span[1]]


def _at_body_joint(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return 市工商联 and 李明委员 for 市工商联并李明委员, else the range itself (社会和法制委员会)."""
    for joint in _JOINT_INSIDE.finditer(text, start, end):
        left, right = text[start : joint.start()], text[joint.end() : end]
        leads = joint.group() in _LEADS and _is_person(left)
        of_body = is_body(f"{left}会") and is_collective(left) and _ENDS_BODY.search(left)
        if (leads or of_body) and _begins_name(right):
            return [(start, joint.start()), *_at_body_joint(text, joint.end(), end)]
    return [(start, end)]


def _begins_name(words: str) -> bool:
    bare = _PRINTED_ROLE.sub("", words)
    return _is_person(_COUNTED.sub("", bare)) or _PARTY_FIRST.match(bare) is not None


def _greeted(page: Page, first: int, last: int, role: str | None) -> _Greeted | None:
    """Return the name in a range without its role, count, brackets and seat, None where it names nobody."""
    cleaned = re.sub(r"(?:（[^（）]*）|等|同志)$", "", page.folded[first:last])
    if len(cleaned) > 3 or cleaned[:1] in cues()["surname"]:
        cleaned = _PRINTED_ROLE.sub("", cleaned)
    counted = _counted(cleaned)
    cleaned = uncounted(cleaned)
    begin = first + _seat(cleaned, role)
    if first + len(cleaned) - begin < 2 or _is_nobody(cleaned):
        return None
    fact = page.fact(begin, first + len(cleaned), "salutation")
    body = is_body(fact.value) and (
        len(fact.value) > 4 or _OF_LEVEL.match(fact.value) or is_collective(fact.value)
    )
    return _Greeted(
        fact=fact, role=None if body else role, count=(counted["n"] or counted["all"]) if counted else None
    )


def _counted(name: str) -> re.Match[str] | None:
    """Return what is behind a name of two characters or more that counts people (何三位 is a name); all of 两位."""
    counted = _COUNTED.search(name)
    return None if counted and counted.start() == 1 else counted


def _seat(cleaned: str, role: str | None) -> int:
    """Return how many characters say whose member or deputy somebody is (市政协李明, 民进市委李明)."""
    of_party = _COMMITTEE_OF.match(cleaned) if role else None
    if of_party and _is_person(cleaned[of_party.end() :]):
        return of_party.end()
    lead = _SEAT.match(cleaned)
    titled = lead is not None and len(cleaned) - lead.end() <= 4 and not _COMMITTEE.search(cleaned)
    return lead.end() if lead and titled else 0


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


def _people_by_blanks(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names that blanks separate within one of several parts, the part itself where they are no people's."""
    parts = _by_blanks(page, start, end)
    names = (_PRINTED_ROLE.sub("", page.folded[first:last]) for first, last in parts)
    return parts if all(map(_is_person, names)) else [(start, end)]


def read_proposers(page: Page, start: int, end: int, basis: Basis) -> tuple[Fact, ...]:
    """Return the people whom the text itself names as those who submitted the proposal."""
    match = _NAMED.search(page.folded, start, end)
    if match is None:
        return ()
    group = next(name for name, value in match.groupdict().items() if value)
    named = match.start(group)
    people = (
        page.fact(named + one.start(), named + one.start() + len(name), basis)
        for one in re.finditer("[^、]+", match[group])
        if (name := uncounted(one.group())) and not states_nothing(name)
    )
    return (*_bodies_before(page, start, named, basis), *people)


def _bodies_before(page: Page, start: int, named: int, basis: Basis) -> Iterator[Fact]:
    """Yield the bodies right before those who are named: 民建某区总支，第四活动组，李明、王芳等委员提出的."""
    if not named or page.folded[named - 1] not in "，、":
        return
    listed = _BODIES.search(page.folded, start, named)
    if listed is None:
        return
    for one in re.finditer("[^，、]+", listed.group()):
        if is_collective(one.group()):
            yield page.fact(listed.start() + one.start(), listed.start() + one.end(), basis)


def uncounted(name: str) -> str:
    """Return a name without what counts people behind it (王芳三位), nothing of a count alone."""
    counted = _counted(name)
    return name[: counted.start()] if counted else name
