"""Where tasks run: the protocol of all runners, and the runner that does everything here.

Tasks are letters to analyse, buckets of claims to reduce and groups of letters to read again. Whoever runs them,
results and their order are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MANY_LETTERS = 3_000
"""What is done to the claims of fewer takes less time than processes take to start, which a rebuild has none of yet."""


class Runner(Protocol):
    """Applies a picklable function to every task and yields the results in the order of the tasks."""

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order."""
        ...

    def close(self) -> None:
        """Let the workers go; harmless when done twice."""
        ...


class SerialRunner:
    """Everything in this process."""

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order."""
        return map(function, tasks)

    def close(self) -> None:
        """Nothing runs elsewhere."""


def tasks_together(function: object, usual: int) -> int:
    """Return how many tasks of a function are sent at a time: its own number where its tasks are large."""
    return int(getattr(function, "tasks_together", usual))


def least_tasks(function: object, usual: int) -> int:
    """Return from how many tasks of a function on they are worth sending: its own number where each takes long."""
    return int(getattr(function, "least_tasks", usual))


def worth_processes(function: object) -> bool:
    """Return whether starting processes for many tasks of a function pays: it does unless the function denies it."""
    return bool(getattr(function, "worth_processes", True))
