"""Which runner a name means: `--runner`."""

from __future__ import annotations

import os

from ..errors import UsageError
from .process_runner import ProcessRunner
from .runner import Runner, SerialRunner

_HERE = frozenset({"", "processes", "serial"})
"""Runners that need no other program; no name means processes."""


def refuse_unknown(name: str) -> None:
    """Raise `UsageError` for a name that means no runner."""
    if name not in _HERE and name != "dask" and not name.startswith("dask://"):
        raise UsageError(
            f"--runner {name}: 没有这种方式，可用的有 · no such runner, known are: serial, processes, dask"
        )


def runner(name: str = "", jobs: int = 0) -> Runner:
    """Return the runner of that name (`serial`, `processes`, `dask`, `dask://host:port`); empty: processes.

    `jobs` 0: all cores. Raises `UsageError` for another name, and where Dask is not installed or does not answer.
    """
    refuse_unknown(name)
    count = jobs or os.cpu_count() or 1
    if name == "dask" or name.startswith("dask://"):
        from .dask_runner import DaskRunner  # noqa: PLC0415 (an extra: most installations lack it)

        address = name.removeprefix("dask").removeprefix("://")
        return DaskRunner(f"tcp://{address}" if address else "", count)
    if name == "serial" or count == 1:
        return SerialRunner()
    return ProcessRunner(count)
