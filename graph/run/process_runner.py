"""Tasks in several processes of this machine: what a process that something killed had is done again."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, cast

from ..errors import WorkersLost
from ..storage.collection import no_cycle_search_at_end
from ..storage.record_bytes import packed, unpacked
from ..storage.temporary_folder import TemporaryFolder
from .runner import Result, Task, least_tasks, tasks_together, worth_processes
from .spawning import deaf_to_ctrl_c

MIN_TASKS = 200
"""Below this many tasks starting processes costs more than it saves."""
_CHUNK = 8
"""Letters sent together: fewer cost more in sending, more make the last worker and the end after Ctrl-C late."""
_AHEAD = 4
"""Tasks of every process that are under way: one in work, the others waiting for it."""
RARE = (200_000, 20, 100)
"""When Python looks for cycles: records make none, and looking at all of them costs 7 % of a build."""
_ATTEMPTS = 3
"""How often work is begun when processes are killed."""


class ProcessRunner:
    """Several processes, started fresh (`spawn`) when first needed, so that Windows, macOS and Linux behave alike.

    They live until `close`, so that each loads the lexicons once. Work that was lost with a process that something
    killed is done again, results that were handed on are not.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order; few tasks are done here.

        Raises `WorkersLost` where processes die again and again.
        """
        few = len(tasks) < least_tasks(function, MIN_TASKS)
        if self._jobs < 2 or few or not (self._pool or worth_processes(function)):
            yield from map(function, tasks)
            return
        done = 0
        sent = _Sent(function)
        with _handed_over(sent) as handed:
            for _ in range(_ATTEMPTS):
                try:
                    for results in self._submitted(sent, handed, tasks, done):
                        for result in results:
                            yield sent.received(result)
                            done += 1
                except BrokenProcessPool:
                    self.close()
                else:
                    return
        raise WorkersLost(
            f"{len(tasks)} 项做完 {done} 项后，进程被终止 {_ATTEMPTS} 次，可能是内存不足；"
            "请加 --jobs 1，或分批构建 · "
            f"processes were killed {_ATTEMPTS} times after {done} of {len(tasks)} tasks, memory may be short; "
            "use --jobs 1, or build fewer letters at once"
        )

    def _submitted(
        self, sent: _Sent[Task, Result], handed: Path, tasks: Sequence[Task], done: int
    ) -> Iterator[list[Result | bytes]]:
        """Yield results in order; only a few tasks are under way, so that few are in memory."""
        pool, under_way = self._workers(), deque[Future[list[Result | bytes]]]()
        together = tasks_together(sent.function, _CHUNK)
        for at in range(done, len(tasks), together):
            some = [sent.as_sent(task) for task in tasks[at : at + together]]
            with deaf_to_ctrl_c():  # a pool starts its processes as tasks come
                under_way.append(pool.submit(_each, handed, some))
            if len(under_way) >= _AHEAD * self._jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()

    def close(self) -> None:
        """Let the processes end; what none of them has begun is no longer wanted, which leaves a second's work."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                max_workers=self._jobs, mp_context=context, initializer=_prepare_worker
            )
        return self._pool


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Task, Result]):
    """A function whose tasks and results travel as bytes where it names their types: as records they cost more."""

    function: Callable[[Task], Result]

    def __call__(self, task: Task | bytes) -> Result | bytes:
        given = unpacked(task, self.function.task_type) if isinstance(task, bytes) else task  # type: ignore[attr-defined]  # only as_sent makes bytes
        result = self.function(given)
        return packed(result) or result if hasattr(self.function, "result_type") else result

    def as_sent(self, task: Task) -> Task | bytes:
        """Return a task as it is sent."""
        return packed(task) or task if hasattr(self.function, "task_type") else task

    def received(self, result: Result | bytes) -> Result:
        """Return the result of a call in another process."""
        if isinstance(result, bytes) and hasattr(self.function, "result_type"):
            return cast(Result, unpacked(result, self.function.result_type))
        return cast(Result, result)


@contextmanager
def _handed_over(sent: _Sent[Task, Result]) -> Iterator[Path]:
    """Give the path of a file with the function: every worker reads it once, not with each of its tasks."""
    folder = TemporaryFolder()
    path = folder.path / "function"
    path.write_bytes(pickle.dumps(sent))
    yield path


def _each(handed: Path, tasks: Sequence[Task | bytes]) -> list[Result | bytes]:
    sent: _Sent[Task, Result] = _received(handed)
    return [sent(task) for task in tasks]


@lru_cache(maxsize=1)
def _received(handed: Path) -> Any:
    return pickle.loads(handed.read_bytes())  # noqa: S301 (our own process wrote it a moment ago)


def _prepare_worker() -> None:
    """Leave Ctrl-C to the parent, which stops its workers: each would print a traceback of its own; see RARE."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*RARE)
    no_cycle_search_at_end()
