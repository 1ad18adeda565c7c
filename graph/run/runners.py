"""Which runner a name means: `--runner`."""

from __future__ import annotations

import os

from ..errors import UsageError
from .process_runner import ProcessRunner
from .runner import Runner, SerialRunner


def runner(name: str = "", jobs: int = 0) -> Runner:
    """Return the runner of that name (`serial`, `processes`, `dask`, `dask://host:port`); empty: processes.

    `jobs` 0: all cores. Raises `UsageError` for another name, and where Dask is not installed or does not answer.
    """
    count = jobs or os.cpu_count() or 1
    if name == "dask" or name.startswith("dask://"):
        from .dask_runner import DaskRunner  # noqa: PLC0415 (an extra: most installations lack it)

        address = name.removeprefix("dask").removeprefix("://")
        return DaskRunner(f"tcp://{address}" if address else "", count)
    if name == "serial" or count == 1:
        return SerialRunner()
    if name in {"", "processes"}:
        return ProcessRunner(count)
    raise UsageError(
        f"--runner {name}: 没有这种方式，可用的有 · no such runner, known are: serial, processes, dask"
    )
