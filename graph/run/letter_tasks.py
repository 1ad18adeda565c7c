"""What is done to one letter at a time before linking: read, recognise. link_tasks and relate_tasks come after.

Pure functions that pickle, so a runner can spread them over processes or machines. Each worker loads the knowledge
once, for itself: it is not sent.
"""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import corpus
from corpus.records import Letter

from .. import recognise
from ..knowledge import load as load_knowledge
from ..recognise.gazetteer import Gazetteer
from ..recognise.grammar import Grammar
from ..recognise.merge import Thresholded
from ..recognise.protocol import Recogniser
from ..records import Recognition
from ..storage.record_bytes import packed
from .faults import PASSED_ON, described
from .readings import ReadInput, as_read


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
        return tuple(map(as_read, found))


@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def _digest(self) -> bytes:
        """A hash of the recognisers, made once: a gazetteer may hold thousands of names."""
        return hashlib.sha256(pickle.dumps(self.recognisers)).digest()

    def key(self, letter: Letter) -> bytes | None:
        """Return the letter and the recognisers; None where one is a plug-in: what it follows from is not known."""
        plain = (one.inner if isinstance(one, Thresholded) else one for one in self.recognisers)
        if not all(isinstance(one, (Grammar, Gazetteer)) for one in plain):
            return None
        data = packed(letter)
        return data and self._digest + data

    def __call__(self, letter: Letter) -> Recognition:
        """Return the names of one letter."""
        try:
            return _without_contacts(letter, recognise.recognise(letter, self.recognisers))
        except PASSED_ON:
            raise
        except Exception as error:  # whatever it is, it is told as an issue of this letter
            return Recognition(letter_id=letter.letter_id, mentions=(), fault=described(error))


def _without_contacts(letter: Letter, found: Recognition) -> Recognition:
    """Drop names from the contact line: the office in it is the header's contact unit, cited by nobody."""
    lines = [sentence.span for sentence in letter.sentences if sentence.zone == "contact"]
    kept = (
        one for one in found.mentions if not any(line.start <= one.span.start < line.end for line in lines)
    )
    return replace(found, mentions=tuple(kept)) if lines else found
