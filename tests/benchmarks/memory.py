"""How much memory a process and all that it starts hold together, at their common peak."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

_EVERY = 0.2
"""Seconds between two looks: a peak of a fraction of a second may be missed."""


class PeakMemory:
    """Looks at a process and its descendants until it is stopped. Only Linux tells: elsewhere `megabytes` is None.

    Memory that processes share is counted once (proportional set size).
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.megabytes: float | None = None
        self._pid = process.pid
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> PeakMemory:
        if sys.platform == "linux":
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        while not self._stopped.wait(_EVERY):
            now = sum(map(_kilobytes, _tree(self._pid))) / 1024
            self.megabytes = max(now, self.megabytes or 0.0)


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and its descendants; one that ends meanwhile has none."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _text(children).split():
            yield from _tree(int(child))


def _kilobytes(pid: int) -> int:
    lines = _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
