"""Response relations: who asked what, who answered, which section answers which point, what is cited where.

Every claim carries the sentence that states it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from corpus.identity import proposal_key
from corpus.records import Fact, Letter, Sentence, Span

from ..both_languages import both
from ..link.persons import person_id
from ..records import Claim, LinkedLetter, Node
from . import nodes
from .submitters import pairs
from .windows import CITING_ZONES

_START = attrgetter("span.start")


class _End(NamedTuple):
    """One end of a claim: a node, and where the sentence names it."""

    node_id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One letter's response relations, and the nodes they need."""

    claims: tuple[Claim, ...]
    nodes: tuple[Node, ...]


def response(linked: LinkedLetter, header_entities: Mapping[str, str], place_name: str) -> Response:
    """Return the response relations of one letter.

    `header_entities` maps department, joint.0, contact_unit, proposer.0 … to entity ids; `place_name` is the short name
    of its jurisdiction (福田区), empty where unknown.
    """
    writer = _Writer(linked)
    made = [nodes.reply_node(linked.letter)]
    made += writer.proposals()
    made += writer.proposers(header_entities)
    made += writer.session(place_name)
    made += writer.sections()
    writer.parties(header_entities)
    writer.citations()
    return Response(claims=tuple(writer.claims), nodes=tuple(made))


class _Writer:
    """Collects the claims of one letter, part by part; a part that makes nodes of its own returns them."""

    def __init__(self, linked: LinkedLetter) -> None:
        self.claims: list[Claim] = []
        self._linked = linked
        self._letter = linked.letter
        self._reply = _End(linked.reply)
        self._proposals = tuple(
            zip(
                proposal_key(linked.letter.header, linked.letter.letter_id),
                linked.letter.header.proposal_numbers or linked.letter.header.proposal_titles,
                strict=True,
            )
        )

    def proposals(self) -> list[Node]:
        made = []
        for place, (key, number) in enumerate(self._proposals):
            self._say(self._reply, "responds_to", _End(f"proposal/{key}", number.span), number)
            made.append(nodes.proposal_node(self._letter, key, number, place))
        return made

    def proposers(self, header_entities: Mapping[str, str]) -> list[Node]:
        made = []
        paired = pairs(self._letter)
        for place, fact in enumerate(self._letter.header.proposers):
            entity = header_entities.get(f"proposer.{place}")
            node_id = entity or person_id(self._letter, fact.value)
            if entity is None and self._proposals:
                made.append(nodes.person_node(node_id, fact.value, self._letter.header))
            for key in (key for at, (key, _) in enumerate(self._proposals) if (place, at) in paired):
                self._say(_End(f"proposal/{key}"), "submitted_by", _End(node_id, fact.span), fact)
        return made

    def session(self, place_name: str) -> list[Node]:
        header = self._letter.header
        node_id = nodes.session_id(self._letter)
        if node_id is None or header.session is None:
            return []
        for key, _ in self._proposals:
            session = _End(node_id, header.session.span)
            self._say(_End(f"proposal/{key}"), "submitted_to", session, header.session)
        self._session_body(node_id, header.session)
        return [nodes.session_node(self._letter, node_id, place_name)]

    def _session_body(self, node_id: str, session: Fact) -> None:
        """The assembly that met: the organisation named inside the session's phrase (区政协 in 区政协六届四次会议)."""
        span = session.span
        if span is None:
            return
        for mention in self._linked.mentions:
            inside = span.start <= mention.span.start < span.end
            for entity in self._linked.entity_ids.get(mention.mention_id, ())[:1] if inside else ():
                self._say(_End(node_id, span), "session_of", _End(entity, mention.span), session)
                return

    def sections(self) -> list[Node]:
        made = []
        for section in self._letter.sections:
            made.append(nodes.section_node(self._letter, section))
            if section.point is None or not self._proposals:
                continue
            point = nodes.point_node(self._proposals[0][0], section, section.point)
            made.append(point)
            heading = Fact(value=section.heading, span=section.heading_span, basis="body")
            answered = _End(point.node_id, section.point.span)
            self._say(_End(nodes.section_id(section)), "addresses", answered, heading)
        return made

    def parties(self, header_entities: Mapping[str, str]) -> None:
        header = self._letter.header
        if header.department and "department" in header_entities:
            department = _End(header_entities["department"], header.department.span)
            self._say(self._reply, "issued_by", department, header.department)
            for key, _ in self._proposals:
                self._say(department, "answered", _End(f"proposal/{key}"), header.department, derived=True)
        for place, joint in enumerate(header.joint_departments):
            entity = header_entities.get(f"joint.{place}")
            if entity and entity != header_entities.get("department"):  # nobody takes part with itself
                fact = Fact(value=joint.name, span=joint.span, basis="body")
                self._say(self._reply, "jointly_with", _End(entity, joint.span), fact, cue=joint.role)
        if header.contact_unit and "contact_unit" in header_entities:
            unit = _End(header_entities["contact_unit"], header.contact_unit.span)
            self._say(self._reply, "contact_unit", unit, header.contact_unit)

    def citations(self) -> None:
        """Every sentence that names an entity, once per entity; titles, salutations and signatures cite nothing."""
        seen: set[tuple[str, str]] = set()
        for mention in sorted(self._linked.mentions, key=attrgetter("span.start", "span.end")):
            sentence = None if mention.anaphor else sentence_at(self._letter, mention.span)
            if sentence is None or sentence.zone not in CITING_ZONES:
                continue
            fact = Fact(value=mention.name, span=mention.span, basis="body")
            for entity in self._linked.entity_ids.get(mention.mention_id, ()):
                if (entity, sentence.sentence_id) in seen:
                    continue
                seen.add((entity, sentence.sentence_id))
                cited = _End(entity, mention.span)
                self._say(cited, "cited_in", self._reply, fact, within=sentence)
                if sentence.section_id:
                    section = _End(f"section/{sentence.section_id}")
                    self._say(cited, "cited_in_section", section, fact, within=sentence)

    def _say(
        self,
        source: _End,
        relation: str,
        target: _End,
        fact: Fact,
        *,
        cue: str = "",
        derived: bool = False,
        within: Sentence | None = None,
    ) -> None:
        """Add a claim with the sentence that holds the fact, `within` where it is known.

        A fact of facts.csv is inferred, by its author.
        """
        sentence = within or (sentence_at(self._letter, fact.span) if fact.span else None)
        stated = fact.basis == "fact"
        self.claims.append(
            Claim(
                source=source.node_id,
                relation=relation,
                target=target.node_id,
                origin="decision" if stated else "derived" if derived or sentence is None else "letter",
                letter_id=self._letter.letter_id,
                sentence_id=sentence.sentence_id if sentence else "",
                section_id=(sentence.section_id or "") if sentence else "",
                quote=sentence.span if sentence else None,
                source_span=source.span if sentence else None,
                target_span=target.span if sentence else None,
                cue=cue,
                rule=f"{relation}:{fact.basis}",
                certainty="inferred" if stated or derived else "asserted",
                note=both(f"{fact.by} 在 facts.csv 中填写", f"stated in facts.csv by {fact.by}")
                if stated
                else "",
            )
        )


def sentence_at(letter: Letter, span: Span | None) -> Sentence | None:
    """Return the sentence that holds the span's first character, or None."""
    if span is None:
        return None
    place = bisect_right(letter.sentences, span.start, key=_START) - 1
    found = letter.sentences[place] if place >= 0 else None
    return found if found is not None and span.start < found.span.end else None
