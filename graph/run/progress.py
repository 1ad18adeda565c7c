"""Progress: on a terminal one line that is rewritten, in a log one line for every long stage when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")

_EVERY = 0.1
"""Seconds between two drawings of the line."""
_LONG = 10.0
"""Seconds that a stage takes at least to be told in a log."""
_VERBS = {
    "read": "读取 reading",
    "recognise": "识别 recognising",
    "link": "链接 linking",
    "relate": "关联 relating",
    "reduce": "归并 reducing",
    "write": "写出 writing",
}


class Progress:
    """Silent by default; `Progress(sys.stderr)` draws if that is a terminal, else writes a line per long stage.

    The clock never reaches an output.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        terminal = stream is not None and stream.isatty()
        self._stream = stream if terminal else None
        self._log = None if terminal else stream

    def over(self, stage: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Yield the items, drawing stage, count, rate and time left."""
        begun = drawn = time.monotonic()
        done = 0
        for done, item in enumerate(items, start=1):
            yield item
            now = time.monotonic()
            if self._stream is not None and now - drawn >= _EVERY:
                drawn = now
                self._draw(stage, done, total, now - begun)
        self.clear()
        seconds = time.monotonic() - begun
        if self._log is not None and seconds >= _LONG:
            self._log.write(f"fuwen: {_told(stage, done, total, seconds, seconds)}\n")
            self._log.flush()

    def clear(self) -> None:
        """Wipe the line."""
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, stage: str, done: int, total: int, seconds: float) -> None:
        left = (total - done) * seconds / max(done, 1)
        stream = self._stream or sys.stderr
        stream.write(f"\r\x1b[K{_told(stage, done, total, left, seconds)}")
        stream.flush()


def _told(stage: str, done: int, total: int, left: float, seconds: float) -> str:
    return f"{_VERBS.get(stage, stage)} {done}/{total} · {done / max(seconds, 1e-6):,.0f}/s · {left:,.0f} s"
