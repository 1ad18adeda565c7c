"""Where the work of one letter runs: here, or in several processes. The results are the same, in the same order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Protocol, TypeVar

from .errors import UsageError

Task = TypeVar("Task")
Result = TypeVar("Result")

MIN_TASKS = 200
"""Below this many letters starting processes costs more than it saves."""
_CHUNK = 20
"""Letters per task: fewer cost more in sending, more make the last worker late (research/scale: 20-100)."""


class Runner(Protocol):
    """Applies a picklable function to every task and yields the results in the order of the tasks."""

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order."""
        ...


class SerialRunner:
    """Everything in this process."""

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order."""
        return map(function, tasks)


class ProcessRunner:
    """Several processes, started fresh (`spawn`), so that Windows, macOS and Linux behave alike."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order; few tasks are done here."""
        if len(tasks) < MIN_TASKS or self._jobs < 2:
            yield from map(function, tasks)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=self._jobs, mp_context=context) as pool:
            yield from pool.map(function, tasks, chunksize=_CHUNK)


def runner(name: str = "", jobs: int = 0) -> Runner:
    """Return the runner of that name (`serial`, `processes`); empty: processes. `jobs` 0: all cores.

    Raises `UsageError` for another name.
    """
    count = jobs or os.cpu_count() or 1
    if name == "serial" or count == 1:
        return SerialRunner()
    if name in {"", "processes"}:
        return ProcessRunner(count)
    raise UsageError(f"--runner {name}: no such runner; use serial or processes")
