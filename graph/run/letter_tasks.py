"""What is done to one letter at a time: read, recognise, relate. Pure functions that pickle, so a runner can spread
them over processes or machines. Each worker loads the knowledge once, for itself: it is not sent.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import corpus
from corpus.records import Letter, Places
from ontology.topics import Topic

from .. import recognise
from ..errors import BrokenEvidence
from ..knowledge import load as load_knowledge
from ..recognise.gazetteer import Gazetteer
from ..recognise.grammar import Grammar
from ..recognise.merge import Thresholded
from ..recognise.protocol import Recogniser
from ..records import Claim, Link, LinkedLetter, Node, Recognition
from ..relate.claims import LetterClaims, letter_claims, no_claims, places_of
from ..relate.co_mention import co_mentions
from ..relate.masked_letter import masked_letter
from ..relate.passages import fingerprints
from ..relate.response import response
from ..relate.topics import topics_of
from ..relate.typed.extraction import typed_relations
from ..relate.windows import Window
from ..storage.packed_rows import PackedRows, packed_rows
from ..storage.record_bytes import packed
from ..tables.claim_buckets import Bucketed, bucketed, named_places, quoted
from ..tables.letter_tables import LetterTables, letter_tables
from .faults import PASSED_ON, described
from .readings import ReadInput, read_input


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """`corpus.read_input` with the facts that people stated."""

    facts: corpus.FactBook

    @property
    def result_type(self) -> Any:
        """Every reading of one input."""
        return tuple[ReadInput, ...]

    def key(self, one: corpus.Input) -> bytes | None:
        """Return source, facts and hash of a file; None for what is no file of this machine, a pipe for one."""
        if one.member is not None or one.uri or not one.path.is_file():
            return None
        try:
            content = hashlib.sha256(one.path.read_bytes()).hexdigest()
        except OSError:
            return None
        return f"{content} {one.source!a} {one.odd_name} {one.hides_contact} {self.facts.of(one.source)!a}".encode()

    def __call__(self, one: corpus.Input) -> tuple[ReadInput, ...]:
        """Return what became of one input; an archive holds several."""
        found = corpus.read_input(one, places=load_knowledge().places, facts=self.facts)
        return tuple(map(read_input, found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """`recognise` with its recognisers."""

    recognisers: tuple[Recogniser, ...]

    @property
    def task_type(self) -> Any:
        """A letter."""
        return Letter

    @property
    def result_type(self) -> Any:
        """What was recognised in one letter."""
        return Recognition

    def key(self, letter: Letter) -> bytes | None:
        """Return the letter and the recognisers; None where one is a plug-in: what it follows from is not known."""
        plain = (one.inner if isinstance(one, Thresholded) else one for one in self.recognisers)
        if not all(isinstance(one, (Grammar, Gazetteer)) for one in plain):
            return None
        data = packed(letter)
        return data and hashlib.sha256(pickle.dumps(self.recognisers)).digest() + data

    def __call__(self, letter: Letter) -> Recognition:
        """Return the names of one letter."""
        try:
            return _without_contacts(letter, recognise.recognise(letter, self.recognisers))
        except PASSED_ON:
            raise
        except Exception as error:  # whatever it is, it is told as an issue of this letter
            return Recognition(letter_id=letter.letter_id, mentions=(), fault=described(error))


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateTask:
    """A letter with its mentions resolved, and the entities that its header names, by ref; `links` by mention_id."""

    linked: LinkedLetter
    links: Mapping[str, Link] = field(repr=False)
    header: Mapping[str, str]


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


def _without_contacts(letter: Letter, found: Recognition) -> Recognition:
    """Drop names from the contact line: the office in it is the header's contact unit, cited by nobody."""
    lines = [sentence.span for sentence in letter.sentences if sentence.zone == "contact"]
    kept = (
        one for one in found.mentions if not any(line.start <= one.span.start < line.end for line in lines)
    )
    return replace(found, mentions=tuple(kept)) if lines else found
