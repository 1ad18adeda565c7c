"""How a build works: who does its tasks, who is told how far they are, and where its rows are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..storage.spool import Shelf
from .progress import Progress
from .runner import Result, Runner, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every stage of one build is handed."""

    runner: Runner
    progress: Progress
    shelf: Shelf

    def done(self, stage: str, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order; a terminal shows how far the stage is."""
        return self.progress.over(stage, self.runner.map(function, tasks), len(tasks))
