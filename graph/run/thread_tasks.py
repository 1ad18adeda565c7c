"""What is done to one group of letters: what later ones say of their promises. Pure, and pickles, as letter_tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from ..threads.retelling import LetterGroup, Retelling, retold
from .runner import MANY_LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reteller:
    """`retold`; `letters` is how many there are in the groups and beside them."""

    letters: int = 0
    tasks_together: ClassVar[int] = 1
    """The letters of a group may be hundreds."""
    least_tasks: ClassVar[int] = 2
    """A group may take as long as the letters of a small build."""

    @property
    def worth_processes(self) -> bool:
        """Whether processes are to be started where none run yet: see `runner.worth_processes`."""
        return self.letters >= MANY_LETTERS

    @property
    def task_type(self) -> Any:
        """The letters of a group."""
        return LetterGroup

    @property
    def result_type(self) -> Any:
        """What is said of their promises."""
        return tuple[Retelling, ...]

    def __call__(self, group: LetterGroup) -> tuple[Retelling, ...]:
        """Return what the later letters of a group say of its promises."""
        return retold(group)
