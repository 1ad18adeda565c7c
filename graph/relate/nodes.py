"""Ids and nodes of everything that is no entity: proposals, replies, sections, points, sessions, people, places."""

from __future__ import annotations

from functools import lru_cache

from corpus.identity import session_key
from corpus.numerals import in_words
from corpus.records import Fact, Header, Letter, Section
from corpus.slug import slug
from ontology.assemblies import assembly_names

from ..records import Node


def reply_id(letter: Letter) -> str:
    """Return the id of a letter's reply node."""
    return f"reply/{letter.letter_id}"


def section_id(section: Section) -> str:
    """Return the id of a section's node."""
    return f"section/{section.section_id}"


def session_id(letter: Letter) -> str | None:
    """Return `session/<jurisdiction>-<body>-<term>-<meeting>`; None where the letter names no session.

    市政协十届一次会议 of an unknown city is another session in the next letter: the letter's id takes its place.
    """
    header = letter.header
    if header.session is None or header.body is None:
        return None
    ordinals = ("x" if part is None else str(part) for part in (header.term, header.meeting))
    return f"session/{session_key(header) or '-'.join((letter.letter_id, *ordinals))}"


@lru_cache(maxsize=4096)
def place_id(canonical: str) -> str:
    """Return the id of a place's node."""
    return f"place/{slug(canonical)}"


def reply_node(letter: Letter) -> Node:
    """Return the node of a letter's reply; its name is the letter's title, or says what it answers."""
    header = letter.header
    numbers = "、".join(fact.value for fact in header.proposal_numbers)
    name = header.title.value if header.title else f"对第{numbers}号的答复" if numbers else letter.source
    return Node(
        node_id=reply_id(letter),
        kind="reply",
        name=name,
        short_name=f"答复 {numbers or header.date}".strip()[:20],
        jurisdiction=header.jurisdiction or "",
    )


def proposal_node(letter: Letter, key: str, named: Fact, place: int) -> Node:
    """Return the node of one proposal, known by its number or, where the letter prints none, by its title.

    `place` is its place among the letter's proposals (its title's, too).
    """
    header = letter.header
    number = named.value if header.proposal_numbers else ""
    titles = header.proposal_titles
    title = titles[place].value if place < len(titles) else ""
    noun = {"cppcc": "提案", "npc": "建议"}.get(header.body.value if header.body else "", "提案或建议")
    people = [fact.value for fact in header.proposers]
    first = people[0] + ("等" if len(people) > 1 else "") if people else ""
    return Node(
        node_id=f"proposal/{key}",
        kind="proposal",
        subkind=header.body.value if header.body else "",
        name=title or f"第{number}号{noun}",
        short_name=f"{number} {first}".strip() or title[:20],
        aliases=(number,) if number else (),
        jurisdiction=header.jurisdiction or "",
    )


def section_node(letter: Letter, section: Section) -> Node:
    """Return the node of a section."""
    return Node(
        node_id=section_id(section),
        kind="section",
        name=section.heading,
        jurisdiction=letter.header.jurisdiction or "",
    )


def point_node(proposal_key: str, section: Section, point: Fact) -> Node:
    """Return the node of the recommendation point that a section's heading names."""
    return Node(
        node_id=f"point/{proposal_key}.{slug(point.value)}",
        kind="point",
        name=point.value,
        aliases=(section.heading,),
    )


def session_node(letter: Letter, node_id: str, jurisdiction_name: str) -> Node:
    """Return the node of a session, named with its place (福田区政协六届四次会议)."""
    header = letter.header
    body = assembly_names()[header.body.value] if header.body else ""
    printed = header.session.value if header.session else ""
    return Node(
        node_id=node_id,
        kind="session",
        subkind=header.body.value if header.body else "",
        name=_session_name(header, body, jurisdiction_name) or printed,
        aliases=(printed,),
        jurisdiction=header.jurisdiction or "",
    )


def person_node(node_id: str, name: str, header: Header) -> Node:
    """Return the node of a deputy or member: a public role, nothing else about the person."""
    role = {"cppcc": "cppcc_member", "npc": "npc_deputy"}.get(header.body.value if header.body else "", "")
    return Node(
        node_id=node_id, kind="person", subkind=role, name=name, jurisdiction=header.jurisdiction or ""
    )


def _session_name(header: Header, body: str, place: str) -> str:
    if not place or header.term is None or header.meeting is None:
        return ""
    return f"{place}{body}{in_words(header.term)}届{in_words(header.meeting)}次会议"
