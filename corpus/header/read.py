"""A page to a header: each fact from the most reliable place that has it; unknown stays None."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from ..cues import cues, either
from ..facts import apply_facts
from ..numerals import ONE_TO_TEN, iso_date
from ..page import Page, lay_out
from ..page_address import is_page_address, shown_address
from ..records import Basis, Fact, Header, JointDepartment, Places, Span, Zone
from ..shapes import DATE, fold, is_title, names_nobody
from ..signature import organ_line
from ..stated import named_bodies
from . import forwarded, issuer, letterhead, listed, people, proposals, supervision
from .assemblies import of_one_assembly, two_assemblies
from .session import Session, asked_body, find_sessions, greeted_body, seat_of, settle_place
from .territory import own_place

# 国家税务总局宁夏回族自治区税务局, 中共嘉兴市委: the place stands behind the name of the whole.
_OF_THE_WHOLE = re.compile(rf"^{either('vertical_system')}(?:第[{ONE_TO_TEN}]+师)?|^第[{ONE_TO_TEN}]+师")
_OF_A_PROPOSAL = re.compile(f"{either('asked')}|届")
_SESSION_WORD = "届"
_COUNTRY = "全国"
_GOVERNMENT = "政府"
_SITE_WORD = re.compile("(?:门户|官方)?网站$")
# 公开 | 关于…的答复, 首页>提案>关于…的答复: sites put the name of a column, or the way to the page, before a title.
_COLUMN = re.compile("[\u4e00-\u9fff]{2,8}[|｜丨]|[\u4e00-\u9fff]{1,6}：|(?:[^>《》，。：]{1,20}>)+")
# 中国（云南）自由贸易试验区: the place stands in the bracket.
_BRACKETED = re.compile("^中国（(?P<place>[^（）]{2,8})）")
_IN_BRACKETS = re.compile("（[^（）]*）")
_PUBLISHER = re.compile(f"{either('publisher')}$")
_WORDED: Mapping[Zone, Basis] = {"title": "title", "salutation": "salutation", "opening": "opening"}
"""Where the words tell which assembly asked."""
SHORTEST_BEHIND = 6
"""Characters of the shortest name of a body (涪陵高新区管委会) that may begin with a short form of a place."""
REACH = 800
"""Code points of a paragraph in which facts of the header are looked for: time stays bounded."""


def read_header(
    page: Page,
    *,
    places: Places,
    metadata: Sequence[tuple[str, str]] = (),
    facts: Sequence[tuple[str, Fact]] = (),
) -> Header:
    """Return the header of a letter.

    `metadata`: label and value of the page's own metadata outside the text; `facts`: field and fact of facts.csv,
    which replace what was read.
    """
    meta = letterhead.metadata_facts(page, metadata)
    header = _with_issuer(Header(title=_title(page, meta)), page, meta)
    header = _with_proposals(header, page, meta)
    header = _with_list(_with_people(header, page, meta), page)
    header = _with_dates(header, page, meta)
    header = apply_facts(header, facts)
    header = replace(header, organ_place=_home(header, page, places, meta))
    header = of_one_assembly(_with_session(header, page, places, meta), page)
    if (
        header.jurisdiction == _COUNTRY and header.organ_place
    ):  # a ministry is at home nowhere in it, whoever it greets (安徽代表团)
        header = replace(header, organ_place=_home(replace(header, addressees=()), page, places, meta))
    header = _without_inner_office(header, meta)
    return replace(header, organ_within=_is_within(header.organ_place, header.jurisdiction, places))


def _without_inner_office(header: Header, meta: dict[str, list[Fact]]) -> Header:
    """Return the header without a source of the page that is only an office of the ministry that answers."""
    named = header.department
    if named not in meta.get("meta_source", []) or header.jurisdiction != _COUNTRY:
        return header
    return replace(header, department=None) if issuer.is_inner_office(fold(named.value)) else header


def _is_within(place: str | None, whole: str | None, places: Places) -> bool:
    return bool(place and whole) and place != whole and whole in places.ancestors(place or "")


def _title(page: Page, meta: dict[str, list[Fact]]) -> Fact | None:
    for paragraph in page.zone("title"):
        column = _COLUMN.match(paragraph.folded)
        lead = column.end() if column and is_title(paragraph.folded[column.end() :]) else 0
        lead = lead or letterhead.number_before_title(paragraph)
        return page.fact(paragraph.start + lead, paragraph.end, "title")
    return next(map(_without_brackets, meta.get("meta_title", [])), None)


def _without_brackets(fact: Fact) -> Fact:
    """Return a fact without brackets around all of it: 案由：（关于…的建议）."""
    if not _IN_BRACKETS.fullmatch(fold(fact.value)):
        return fact
    span = fact.span and Span(start=fact.span.start + 1, end=fact.span.end - 1)
    return replace(fact, value=fact.value[1:-1], span=span)


def _with_issuer(header: Header, page: Page, meta: dict[str, list[Fact]]) -> Header:
    signed = issuer.signed_by(page)
    told = [
        *meta.get("meta_department", [])[:1],
        *(one for fact in meta.get("meta_source", []) if _may_answer(fold((one := _of_site(fact)).value))),
    ]
    above = [issuer.in_letterhead(page)]
    # The head of a site names the government that runs it, the page which of its departments answers.
    printed = [*told, *above] if above[0] and above[0].value.endswith(_GOVERNMENT) else [*above, *told]
    department = next((fact for fact in (*signed[:1], issuer.in_title(page), *printed) if fact), None)
    return replace(
        header,
        department=department,
        joint_departments=issuer.others(issuer.read_joint(page, signed) or _stated_joint(meta), department),
        role=issuer.read_role(page),
        document_number=next(iter(meta.get("meta_document", [])), None) or letterhead.document_number(page),
        classification=letterhead.classification(page, meta.get("class_label", [])),
        priority=supervision.read_priority(page, meta.get("meta_priority", [])),
        supervisors=supervision.read_supervisors(page, meta.get("meta_supervisor", [])),
        copies_to=tuple(letterhead.copies_to(page)),
        source_url=_source_url(meta.get("meta_url", [])),
        contact_unit=next((page.fact(p.start, p.end, "contact") for p in page.zone("contact")), None),
    )


def _source_url(found: Sequence[Fact]) -> Fact | None:
    """Return the first address of a web page, without contact data in its query."""
    fact = next((fact for fact in found if is_page_address(fact.value)), None)
    return fact and replace(fact, value=shown_address(fact.value))


def _of_site(source: Fact) -> Fact:
    """Return the source of a page without the word for its site: 农业农村部网站 is the ministry's own."""
    own = _SITE_WORD.search(source.value)
    if own is None:
        return source
    span = source.span and Span(start=source.span.start, end=source.span.end - len(own.group()))
    return replace(source, value=source.value[: own.start()], span=span)


def _may_answer(source: str) -> bool:
    """Return whether the source of a page may be who answers: an organ, and none that publishes replies of others."""
    return organ_line(source) is not None and _PUBLISHER.search(source) is None


def _stated_joint(meta: dict[str, list[Fact]]) -> tuple[JointDepartment, ...]:
    """Return the departments of a form's row (会办单位 | A、B)."""
    rows = [
        (kind.partition(" ")[2] or "会办", fact.value)
        for kind, facts in meta.items()
        if kind.startswith(letterhead.JOINT)
        for fact in facts
    ]
    return tuple(
        JointDepartment(name=bodies[start:end], role=role)
        for role, bodies in rows
        for start, end in named_bodies(fold(bodies))
    )


def _with_proposals(header: Header, page: Page, meta: dict[str, list[Fact]]) -> Header:
    numbers: tuple[Fact, ...] = ()
    titles: tuple[Fact, ...] = ()
    for start, end, basis in _sources(page):
        numbers = numbers or proposals.distinct(proposals.find_numbers(page, start, end, basis))
        titles = titles or proposals.find_titles(page, start, end, basis)
    numbers = numbers or tuple(map(proposals.stated_number, meta.get("meta_number", [])[:1]))
    if not numbers:
        numbers = tuple(number for fact in meta.get("meta_title", []) for number in _titled_numbers(fact))
    if not titles:
        titles = tuple(title for fact in meta.get("meta_title", [])[:1] for title in _stated_titles(fact))
    return replace(header, proposal_numbers=numbers, proposal_titles=titles)


def _titled_numbers(fact: Fact) -> tuple[Fact, ...]:
    """Return the numbers in the title of the reply that a page, or the file, gives outside the text."""
    folded = fold(fact.value)
    if not is_title(folded):
        return ()
    told = lay_out([fact.value], ["title"], [folded])
    found = proposals.distinct(proposals.find_numbers(told, 0, len(folded), fact.basis))
    return tuple(replace(number, span=None) for number in found)


def _stated_titles(fact: Fact) -> tuple[Fact, ...]:
    """Return the title of a proposal that stands in a form, or in the title of the reply that stands there."""
    folded = fold(fact.value)
    if is_title(folded):
        told = lay_out([fact.value], ["title"], [folded])
        found = proposals.find_titles(told, 0, len(folded), fact.basis)
        return tuple(replace(fact, value=title.value, span=None) for title in found)
    return (fact,) if re.search(either("asked"), fact.value) else ()


def _sources(page: Page) -> list[tuple[int, int, Basis]]:
    """Return the ranges of `page.folded` that speak of the proposal answered, most reliable first."""
    # A site may print a headline with a number of its own above the title that names the session.
    titles = sorted(page.zone("title"), key=lambda title: _SESSION_WORD not in title.folded)
    ranges: list[tuple[int, int, Basis]] = [(p.start, p.end, "title") for p in titles]
    ranges += [
        (p.start, p.end, "letterhead") for p in page.zone("letterhead") if _OF_A_PROPOSAL.search(p.folded)
    ]
    ranges += [(p.start, proposals.about_earlier(page, p), "opening") for p in page.zone("opening")]
    return ranges


def _with_people(header: Header, page: Page, meta: dict[str, list[Fact]]) -> Header:
    to_organ = header.role is not None and header.role.value in cues()["joint_role"]
    found = people.Addressees()
    for paragraph in page.zone("salutation"):
        found = people.read_addressees(page, paragraph, to_organ=to_organ)
        break
    proposers: tuple[Fact, ...] = ()
    if not found.people:
        for paragraph in page.zone("opening"):
            end = min(paragraph.end, paragraph.start + REACH)
            proposers = proposers or people.read_proposers(page, paragraph.start, end, "opening")
    opening = next(iter(page.zone("opening")), None)
    if opening is not None and not found.people:
        end = min(opening.end, opening.start + REACH)
        passed_on = forwarded.read_forwarded(page, opening.start, end, "opening")
        proposers = passed_on or proposers or found.proposers
    proposers = proposers or found.proposers
    if not found.people:
        proposers = forwarded.without_passers_on(proposers, opening.folded if opening else "")
    stated = tuple(meta.get("meta_proposer", []))
    greeted = {fact.value for fact in proposers}
    if greeted < {fact.value for fact in stated}:  # 李明等代表 greets, a form names all
        proposers = stated
    return replace(
        header,
        addressees=found.facts,
        addressee_role=found.role,
        addressee_count=found.count,
        proposers=tuple(fact for fact in proposers if not names_nobody(fact.value)),
    )


def _with_list(header: Header, page: Page) -> Header:
    """Return the header with all proposals of a list of those that are answered together."""
    found = listed.read_list(page, header)
    if not found.numbers:
        return header
    more = {fact.value for fact in header.proposers} < {fact.value for fact in found.proposers}
    return replace(
        header,
        proposal_numbers=found.numbers,
        proposal_titles=found.titles or header.proposal_titles,
        proposers=found.proposers if more else header.proposers,
    )


def _with_dates(header: Header, page: Page, meta: dict[str, list[Fact]]) -> Header:
    signed: Fact | None = None
    for paragraph in page.zone("signature"):
        match = DATE.search(paragraph.folded)
        value = iso_date(match) if match else None
        if match and value:
            span = page.span(paragraph.start + match.start(), paragraph.start + match.end())
            signed = Fact(value=value, span=span, basis="signature")
            break
    written = _metadata_date(meta.get("meta_date", [])) or _date_below_title(page)
    published = _metadata_date(meta.get("meta_published", []))
    return replace(header, reply_date=signed or written, published=published)


def _date_below_title(page: Page) -> Fact | None:
    """Return the day that stands in brackets on a line of its own above the text: （2024年5月10日）."""
    for paragraph in page.zone("letterhead"):
        match = DATE.fullmatch(paragraph.folded[1:-1]) if paragraph.folded.startswith("（") else None
        value = iso_date(match) if match else None
        if value:
            return replace(page.fact(paragraph.start, paragraph.end, "letterhead"), value=value)
    return None


def _metadata_date(facts: Sequence[Fact]) -> Fact | None:
    for fact in facts:
        match = DATE.search(fold(fact.value))
        value = iso_date(match) if match else None
        if value:
            return replace(fact, value=value)
    return None


def _with_session(header: Header, page: Page, places: Places, meta: dict[str, list[Fact]]) -> Header:
    home = header.organ_place
    found = [session for span in _session_ranges(page) for session in find_sessions(page, *span, places)]
    if header.session is not None:
        found = _stated_sessions(header.session, places)
    elif not found:
        found = [
            session
            for kind in ("meta_session", "meta_number", "meta_title")
            for fact in meta.get(kind, [])
            for session in _stated_sessions(fact, places)
        ]
    if not found:
        told = [(start, end) for start, end, _ in _session_ranges(page)]
        seats = (seat_of(page, *span, places) for span in (*told, *letterhead.copied(page)))
        settled = (settle_place(seat, home, places) for seat in seats)
        place = header.jurisdiction or next((place for place in settled if place), None)
        body = header.body or _worded_body(page) or _stated_body(meta)
        return replace(header, body=body, jurisdiction=place)
    best = _of_the_asker(found, page)
    same = [other for other in found if (other.term, other.meeting) == (best.term, best.meeting)]
    return replace(
        header,
        body=header.body or _session_body(same) or _worded_body(page),
        session=best.fact,
        jurisdiction=header.jurisdiction
        or _jurisdiction(same, home, places)
        or own_place(page, best.place, places),
        term=header.term or best.term,
        meeting=header.meeting or best.meeting,
        session_year=header.session_year or next((other.year for other in same if other.year), None),
    )


def _of_the_asker(found: Sequence[Session], page: Page) -> Session:
    """Return the first session; of those of two assemblies that only the text names, that of the members greeted.

    根据《关于做好区人大三次会议建议和区政协六届三次会议提案办理工作的通知》 names both, and one of them asked.
    """
    first = found[0]
    both = len({session.body for session in found if session.body}) > 1
    if not both or first.fact.basis == "title" or any(two_assemblies(p.folded) for p in page.zone("opening")):
        return first
    body = next((greeted_body(p.folded) for p in page.zone("salutation")), None)
    return next((session for session in found if body and session.body == body), first)


def _session_body(sessions: Sequence[Session]) -> Fact | None:
    """Return the body that the session's own words name; 提案 or 建议 in a title decide nothing against it."""
    for session in sessions:
        if session.body:
            return replace(session.fact, value=session.body)
    return None


def _worded_body(page: Page) -> Fact | None:
    """Return the body that the words of title, salutation or opening name, None where they name both or neither."""
    for paragraph in page.zone(*_WORDED):
        body = (
            greeted_body(paragraph.folded) if paragraph.zone == "salutation" else asked_body(paragraph.folded)
        )
        if body:
            return replace(page.fact(paragraph.start, paragraph.end, _WORDED[paragraph.zone]), value=body)
    return None


def _stated_body(meta: dict[str, list[Fact]]) -> Fact | None:
    """Return the body that the proposal's title in a form names (关于…的提案), None where it names none."""
    found = ((fact, asked_body(fact.value)) for fact in meta.get("meta_title", []))
    return next((replace(fact, value=body) for fact, body in found if body), None)


def _stated_sessions(fact: Fact, places: Places) -> list[Session]:
    """Return the sessions in a fact that stands outside the text (facts.csv, metadata)."""
    told = lay_out([fact.value], ["title"], [fold(fact.value)])
    found = find_sessions(told, 0, len(told.folded), fact.basis, places)
    return [replace(session, fact=fact) for session in found]


def _jurisdiction(sessions: Sequence[Session], home: str | None, places: Places) -> str | None:
    """Return the first place that any printing of the session settles; a full name needs no home."""
    settled = (settle_place(session.place, home, places) for session in sessions)
    return next((place for place in settled if place), None)


def _session_ranges(page: Page) -> list[tuple[int, int, Basis]]:
    bases: tuple[Literal["title", "letterhead", "opening"], ...] = ("title", "letterhead", "opening")
    return [(p.start, min(p.end, p.start + REACH), basis) for basis in bases for p in page.zone(basis)]


def _home(header: Header, page: Page, places: Places, meta: dict[str, list[Fact]]) -> str | None:
    """Return the canonical place that the letter's own department, letterhead or metadata shows, else None."""
    named = [header.department.value] if header.department else []
    named += [fact.value for fact in (issuer.in_letterhead(page), issuer.in_title(page)) if fact]
    named += [fact.value for fact in meta.get("meta_department", [])]
    named += [fact.value for fact in header.addressees if people.is_body(fact.value)]
    named += [fact.value for fact in meta.get("meta_source", []) if organ_line(fold(fact.value))]
    for name in named:
        place = places.town(fold(name)) or home_of(name, places)
        if place:
            return place
    return None


def home_of(name: str, places: Places) -> str | None:
    """Return the canonical place that an organ's name begins with, None for 市财政局 and ministries."""
    bracketed = _BRACKETED.match(fold(name))
    for local in (bracketed["place"] if bracketed else "", _OF_THE_WHOLE.sub("", name), name):
        prefix = places.prefix(local)
        if prefix:
            whole = places.resolve(prefix)
            return whole if places.is_full(prefix) else _within(whole, local[len(prefix) :], places)
    return None


def _within(whole: str | None, behind: str, places: Places) -> str | None:
    """Return the place in `whole` that stands behind its name (重庆涪陵高新区: 涪陵 of 重庆), else `whole` itself."""
    if whole is None or len(behind) < SHORTEST_BEHIND:
        return whole
    named = [places.prefix(behind) or "", *(behind[:2] + kind for kind in cues()["local_place_type"])]
    found = {place for name in named if name and (place := places.resolve(name, within=whole))}
    inner = [place for place in found if place != whole and whole in places.ancestors(place)]
    return inner[0] if len(inner) == 1 else whole
