"""What linking does to one letter at a time: every name in it gets its identity. Pure, and pickles, as letter_tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from corpus.records import Letter

from ..knowledge import load as load_knowledge
from ..link.letter_names import LetterNames, letter_names
from ..link.names import Identifier
from ..records import Recognition
from ..storage.lazy_sequence import LazySequence
from ..storage.record_bytes import packed


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTask:
    """A letter, and the names recognised in it."""

    letter: Letter
    found: Recognition


def name_tasks(letters: Sequence[Letter], recognitions: Sequence[Recognition]) -> Sequence[NameTask]:
    """Return one task per letter, in the letters' order; each is made when it is asked for."""
    return LazySequence(len(letters), lambda at: NameTask(letter=letters[at], found=recognitions[at]))


@dataclass(frozen=True)
class Namer:
    """`letter_names`. What it remembers of names is gone when it is: each process has some of its own."""

    @property
    def task_type(self) -> Any:
        """A letter and what was recognised in it."""
        return NameTask

    @property
    def result_type(self) -> Any:
        """What one letter names."""
        return LetterNames

    def key(self, task: NameTask) -> bytes | None:
        """Return the letter and what was recognised in it."""
        return packed(task)

    def __call__(self, task: NameTask) -> LetterNames:
        """Return what a letter names."""
        return letter_names(task.letter, task.found, self._identifier)

    def __reduce__(self) -> tuple[type[Namer], tuple[()]]:
        return Namer, ()  # what it remembers is not sent

    @cached_property
    def _identifier(self) -> Identifier:
        knowledge = load_knowledge()
        return Identifier(knowledge=knowledge.identity, places=knowledge.places, central=knowledge.bodies)
