"""What passes between recognise, link, relate and assemble. Frozen; a stage returns new records.

All spans are half-open ranges of code points into `Letter.text`. The records that a letter has hundreds of are
structs of msgspec: as frozen, slotted and keyword-only as the others, but made in a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from corpus.records import Letter, Span
from ontology import cues, lexicon, relation_patterns

Kind = lexicon.Kind
KINDS = lexicon.KINDS

Certainty = Literal["asserted", "inferred", "suggested"]
Origin = Literal["letter", "decision", "derived"]
ClaimStatus = Literal[cues.Status, ""]
Strength = relation_patterns.Strength


class Mention(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A name standing in one letter: `letter.text[span.start:span.end] == text`.

    `score` is in [0, 1]; `recogniser` and `reason` say who found it and why (`grammar`, `head:局 after 由`).
    `anaphor` marks 我局, 贵局 and their like. `parts` are the full names that a clipped enumeration stands
    for (省、市科技局 → 省科技局, 市科技局); empty for a plain name.
    """

    mention_id: str
    letter_id: str
    span: Span
    text: str
    kind: Kind
    recogniser: str
    score: float
    reason: str = ""
    anaphor: bool = False
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The mention without white space: what names are compared by, since lines break anywhere."""
        return "".join(self.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasDefinition:
    """A short name that a letter defines for itself: `name`（以下简称“`alias`”). Spans of both, brackets excluded.

    What a user lists as an alias is one in every letter that prints it: both spans are the alias's then.
    """

    letter_id: str
    name: str
    alias: str
    name_span: Span
    alias_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Everything recognised in one letter: mentions in text order (nested ones too), and defined aliases."""

    letter_id: str
    mentions: tuple[Mention, ...]
    aliases: tuple[AliasDefinition, ...] = ()
    unlinked: tuple[Span, ...] = ()
    """Spans that look like names and were not accepted: report.md lists them."""
    fault: str = ""
    """What kept us from finding the letter's names; empty as a rule."""


class Link(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Which entities a mention stands for: none (unresolved), one, or several (a clipped enumeration)."""

    mention_id: str
    entity_ids: tuple[str, ...]
    rule: str
    score: float
    certainty: Certainty = "asserted"


class Entity(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One real-world thing of the four kinds. `name` is the fullest official name seen, `aliases` all others.

    `jurisdiction` is the canonical place whose body it is (深圳市福田区), empty where that is no part of its identity.
    """

    entity_id: str
    kind: Kind
    subkind: str = ""
    name: str
    aliases: tuple[str, ...] = ()
    jurisdiction: str = ""


class Node(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A thing of another kind: proposal, reply, section, point, session, person, place, figure, commitment …"""

    node_id: str
    kind: str
    subkind: str = ""
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    jurisdiction: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One statement `source –relation→ target` with the sentence that makes it: the row of evidence.csv.

    `quote` is the span of the sentence (None only for `origin` decision or derived), the two end spans the places of
    the names in it where they stand there. `status` is of what is told, `cue` the word that says
    so; `strength` is implied where no word carries the relation.
    """

    source: str
    relation: str
    target: str
    directed: bool = True
    origin: Origin = "letter"
    letter_id: str = ""
    sentence_id: str = ""
    section_id: str = ""
    quote: Span | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    status: ClaimStatus = ""
    cue: str = ""
    strength: Strength = "explicit"
    rule: str = ""
    score: float = 1.0
    certainty: Certainty = "asserted"
    names_in_window: int = 0
    """For co_mention: how many entities the window holds; else 0."""
    note: str = ""
    """What a decision says of itself (why, by whom), a derivation in both languages; empty for a letter's sentence."""
    day: str = ""
    """When it happened, where a decision states it (yyyy, yyyy-mm or yyyy-mm-dd)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedLetter:
    """A letter with its mentions resolved: what every relation extractor reads.

    `entity_ids` maps a mention_id to the entities it stands for (empty where unresolved). `issuer` is the
    entity of the signing department or None; `place` the node id of the letter's jurisdiction or None.
    """

    letter: Letter
    mentions: tuple[Mention, ...]
    entity_ids: Mapping[str, tuple[str, ...]] = field(repr=False)
    issuer: str | None
    place: str | None
    reply: str
    proposals: tuple[str, ...]
