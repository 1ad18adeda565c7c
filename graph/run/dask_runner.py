"""Tasks on a Dask cluster: a local one, or workers on other machines that see the same files.

Install `fuwen[dask]`. The results are those of one process, in the same order. Work that a lost worker had is done
again by another (Dask's retries). Inputs are sent as paths: the folder of letters must be shared.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import UsageError, WorkersLost
from .runner import Result, Task, tasks_together

if TYPE_CHECKING:  # an extra: importing it takes seconds, and most installations lack it
    from distributed import Client

_BATCH = 20
"""Letters per task of the cluster: each costs about a millisecond to schedule."""
_AHEAD = 4
"""Tasks under way for every thread of a worker: what all letters hold is never in memory together."""
_PATIENCE = "10s"
"""How long an address may take to answer."""


def _each(tasks: Sequence[Task], function: Callable[[Task], Result]) -> list[Result]:
    return [function(task) for task in tasks]


class DaskRunner:
    """A Dask cluster. Empty `address`: one on this machine with `jobs` processes, which ends with the build."""

    def __init__(self, address: str, jobs: int) -> None:
        self._client = _connected(address, jobs)

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order. Raises `WorkersLost` where the cluster cannot finish."""
        from distributed import KilledWorker  # noqa: PLC0415 (see above)
        from distributed.client import FutureCancelledError  # noqa: PLC0415 (see above)

        together = tasks_together(function, _BATCH)
        # a task of its own: every worker asks for the function once, and what a lost worker had is loaded again
        handed = self._client.submit(pickle.loads, pickle.dumps(function), pure=False)
        under_way = deque[Any]()
        try:
            for at in range(0, len(tasks), together):
                batch = tuple(tasks[at : at + together])
                under_way.append(self._client.submit(_each, batch, handed, pure=False))
                if len(under_way) >= _AHEAD * max(1, sum(self._client.nthreads().values())):
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        except (KilledWorker, FutureCancelledError) as error:
            raise WorkersLost(
                "Dask 集群中断；请查看它的日志，或改用 --runner processes · "
                f"the Dask cluster gave up ({error}); look at its logs, or use --runner processes"
            ) from error

    def close(self) -> None:
        """Leave the cluster; a local one ends."""
        self._client.close()
        if self._client.cluster is not None:
            self._client.cluster.close()


def _connected(address: str, jobs: int) -> Client:
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 (see above)
    except ImportError as error:
        raise UsageError(
            "--runner dask: 没有安装 Dask，请运行 · Dask is not installed, run: pip install 'fuwen[dask]'"
        ) from error
    settings: dict[str, Any] = {"n_workers": jobs, "threads_per_worker": 1, "dashboard_address": None}
    try:
        return Client(address, timeout=_PATIENCE) if address else Client(LocalCluster(**settings))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--runner dask, {address}: 调度器没有应答；请检查地址，确认它已启动 · "
            f"no scheduler answers there ({error}); check the address and whether it runs"
        ) from error
