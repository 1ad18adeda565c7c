"""Response relations: who asked what, who answered, which section answers which point, what is cited where.

Every claim carries the sentence that states it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from corpus.identity import proposal_key
from corpus.records import Fact, Letter, Sentence, Span

from ..records import Claim, LinkedLetter, Node
from . import nodes
from .windows import CITING_ZONES

_START = attrgetter("span.start")


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
        self._reply = linked.reply
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
            self._say(self._reply, "responds_to", f"proposal/{key}", number, target=number.span)
            made.append(nodes.proposal_node(self._letter, key, number, place))
        return made

    def proposers(self, header_entities: Mapping[str, str]) -> list[Node]:
        made = []
        for place, fact in enumerate(self._letter.header.proposers):
            entity = header_entities.get(f"proposer.{place}")
            node_id = entity or nodes.person_id(self._letter, fact.value)
            if entity is None and self._proposals:
                made.append(nodes.person_node(node_id, fact.value, self._letter.header))
            for key, _ in self._proposals:
                self._say(f"proposal/{key}", "submitted_by", node_id, fact, target=fact.span)
        return made

    def session(self, place_name: str) -> list[Node]:
        header = self._letter.header
        node_id = nodes.session_id(self._letter)
        if node_id is None or header.session is None:
            return []
        for key, _ in self._proposals:
            self._say(f"proposal/{key}", "submitted_to", node_id, header.session, target=header.session.span)
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
                self._say(node_id, "session_of", entity, session, source=span, target=mention.span)
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
            self._say(
                nodes.section_id(section), "addresses", point.node_id, heading, target=section.point.span
            )
        return made

    def parties(self, header_entities: Mapping[str, str]) -> None:
        header = self._letter.header
        if header.department and "department" in header_entities:
            department = header_entities["department"]
            self._say(self._reply, "issued_by", department, header.department, target=header.department.span)
            for key, _ in self._proposals:
                fact = header.department
                self._say(department, "answered", f"proposal/{key}", fact, source=fact.span, derived=True)
        for place, joint in enumerate(header.joint_departments):
            if entity := header_entities.get(f"joint.{place}"):
                fact = Fact(value=joint.name, span=joint.span, basis="body")
                self._say(self._reply, "jointly_with", entity, fact, target=joint.span, cue=joint.role)
        if header.contact_unit and "contact_unit" in header_entities:
            unit = header.contact_unit
            self._say(self._reply, "contact_unit", header_entities["contact_unit"], unit, target=unit.span)

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
                self._say(entity, "cited_in", self._reply, fact, source=mention.span)
                if sentence.section_id:
                    target = f"section/{sentence.section_id}"
                    self._say(entity, "cited_in_section", target, fact, source=mention.span)

    def _say(
        self,
        source_id: str,
        relation: str,
        target_id: str,
        fact: Fact,
        *,
        source: Span | None = None,
        target: Span | None = None,
        cue: str = "",
        derived: bool = False,
    ) -> None:
        """Add a claim with the sentence that holds the fact; a fact of facts.csv is inferred, by its author."""
        sentence = sentence_at(self._letter, fact.span) if fact.span else None
        stated = fact.basis == "fact"
        self.claims.append(
            Claim(
                source=source_id,
                relation=relation,
                target=target_id,
                origin="decision" if stated else "derived" if derived or sentence is None else "letter",
                letter_id=self._letter.letter_id,
                sentence_id=sentence.sentence_id if sentence else "",
                section_id=(sentence.section_id or "") if sentence else "",
                quote=sentence.span if sentence else None,
                source_span=source if sentence else None,
                target_span=target if sentence else None,
                cue=cue,
                rule=f"{relation}:{fact.basis}",
                certainty="inferred" if stated or derived else "asserted",
                note=f"stated by {fact.by}" if stated else "",
            )
        )


def sentence_at(letter: Letter, span: Span | None) -> Sentence | None:
    """Return the sentence that holds the span's first character, or None."""
    if span is None:
        return None
    place = bisect_right(letter.sentences, span.start, key=_START) - 1
    found = letter.sentences[place] if place >= 0 else None
    return found if found is not None and span.start < found.span.end else None
