"""What is said in one letter whose names are linked: every relation extractor. Pure, and pickles, as letter_tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import corpus
from corpus.records import Letter, Places
from ontology.topics import Topic

from ..errors import BrokenEvidence
from ..knowledge import load as load_knowledge
from ..link.linker import Linking
from ..records import Claim, Link, LinkedLetter, Node, Recognition
from ..relate import nodes
from ..relate.claims import LetterClaims, letter_claims, no_claims, places_of
from ..relate.co_mention import co_mentions
from ..relate.masked_letter import masked_letter
from ..relate.passages import fingerprints
from ..relate.response import response
from ..relate.topics import topics_of
from ..relate.typed.extraction import typed_relations
from ..relate.windows import Window
from ..storage.lazy_sequence import LazySequence
from ..storage.packed_rows import PackedRows, packed_rows
from ..storage.record_bytes import packed
from ..tables.claim_buckets import Bucketed, bucketed, named_places, quoted
from ..tables.letter_tables import LetterTables, letter_tables
from .faults import PASSED_ON, described


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateTask:
    """A letter with its mentions resolved, and the entities that its header names, by ref; `links` by mention_id."""

    linked: LinkedLetter
    links: Mapping[str, Link] = field(repr=False)
    header: Mapping[str, str]


def relate_tasks(
    letters: Sequence[Letter], recognitions: Sequence[Recognition], linking: Linking
) -> Sequence[RelateTask]:
    """Return one task per letter, in the letters' order; each is made when it is asked for."""

    def task(at: int) -> RelateTask:
        letter = letters[at]
        return RelateTask(
            linked=linked_letter(letter, recognitions[at], linking),
            links=linking.links.of(letter.letter_id),
            header=linking.of_header(letter.letter_id),
        )

    return LazySequence(len(letters), task)


def linked_letter(letter: Letter, found: Recognition, linking: Linking) -> LinkedLetter:
    """Return a letter with its mentions resolved."""
    place = letter.header.home
    links = linking.links.of(letter.letter_id)
    return LinkedLetter(
        letter=letter,
        mentions=found.mentions,
        entity_ids={one.mention_id: links[one.mention_id].entity_ids for one in found.mentions},
        issuer=linking.of_header(letter.letter_id).get("department"),
        place=nodes.place_id(place) if place else None,
        reply=nodes.reply_id(letter),
        proposals=tuple(f"proposal/{key}" for key in corpus.proposal_key(letter.header, letter.letter_id)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRelations:
    """Everything one letter says. `windows` and `counts` (windows per entity) are what NPMI is computed from.

    `wordings` are the digests of the sentences that its claims quote, each once; `places` the node ids of all places
    that a claim names, sorted. What only a later stage looks into, one letter at a time, is there as bytes.
    """

    claims: Bucketed = field(repr=False)
    wordings: tuple[int, ...] = field(repr=False)
    places: tuple[str, ...]
    nodes: tuple[Node, ...]
    said: PackedRows = field(repr=False)
    """One `LetterClaims`."""
    tables: LetterTables
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    fingerprints: PackedRows = field(repr=False)
    """One `Fingerprints`."""
    unread: tuple[str, ...] = ()
    """Heads of tables whose numbers were not read."""
    unpaired: int = 0
    """Names of long lists that take part in no co-mention there (relate.co_mention.MAX_NAMES)."""
    fault: str = ""
    """What kept us from finding out what the letter claims; empty as a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relater:
    """Every relation extractor, over windows of one size; `topics` are the user's."""

    window: Window
    topics: tuple[Topic, ...] = ()

    @property
    def task_type(self) -> Any:
        """A letter with its mentions resolved."""
        return RelateTask

    @property
    def result_type(self) -> Any:
        """Everything one letter says."""
        return LetterRelations

    def key(self, task: RelateTask) -> bytes | None:
        """Return the linked letter, the size of windows and the user's topics."""
        data, own = packed(task), packed(self.topics)
        return data and own and b"\0".join((self.window.encode(), own, data))

    def __call__(self, task: RelateTask) -> LetterRelations:
        """Return who answered whom, what is named together, and what is said of what in one letter."""
        places = load_knowledge().places
        linked = task.linked
        home = places.known(linked.letter.header.jurisdiction or "")
        answered = response(linked, task.header, home.name if home else "")
        together = co_mentions(linked, self.window)
        topics = topics_of(linked.letter, self.topics)
        said, typed, fault = _said(linked, places)
        claims = (*answered.claims, *together.claims, *typed)
        told = quoted(claims, linked.letter)
        return LetterRelations(
            claims=bucketed(told),
            wordings=tuple(sorted({one.wording for one in told if one.wording})),
            places=tuple(sorted({*named_places(claims), *places_of(said)})),
            nodes=answered.nodes,
            said=packed_rows([said]),
            tables=letter_tables(linked.letter, linked.mentions, task.links, said, topics),
            windows=together.windows,
            counts=together.counts,
            fingerprints=packed_rows([fingerprints(linked.letter)]),
            unread=said.unread,
            unpaired=together.unpaired,
            fault=fault,
        )


def _said(linked: LinkedLetter, places: Places) -> tuple[LetterClaims, tuple[Claim, ...], str]:
    """Return what a letter claims, and what kept us from finding it out: one letter ends no build of thousands."""
    try:
        masked = masked_letter(linked, places)
        typed = tuple(typed_relations(masked))
        return letter_claims(masked, typed), typed, ""
    except BrokenEvidence as error:
        return no_claims(linked.letter.letter_id), (), described(error)
    except PASSED_ON:
        raise
    except Exception as error:  # whatever it is, it is told as an issue of this letter
        return no_claims(linked.letter.letter_id), (), described(error)
