"""Progress on a terminal: one line that is rewritten; nothing where no person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")

_EVERY = 0.1
"""Seconds between two drawings of the line."""
_VERBS = {
    "read": "读取 reading",
    "recognise": "识别 recognising",
    "relate": "关联 relating",
    "write": "写出 writing",
}


class Progress:
    """Silent by default; `Progress(sys.stderr)` draws if that is a terminal. The clock never reaches an output."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None

    def over(self, stage: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Yield the items, drawing stage, count, rate and time left."""
        begun = drawn = time.monotonic()
        for done, item in enumerate(items, start=1):
            yield item
            now = time.monotonic()
            if self._stream is not None and now - drawn >= _EVERY:
                drawn = now
                self._draw(stage, done, total, now - begun)
        self.clear()

    def clear(self) -> None:
        """Wipe the line."""
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, stage: str, done: int, total: int, seconds: float) -> None:
        rate = done / max(seconds, 1e-6)
        left = (total - done) / max(rate, 1e-6)
        text = f"{_VERBS.get(stage, stage)} {done}/{total} · {rate:,.0f}/s · {left:,.0f} s"
        stream = self._stream or sys.stderr
        stream.write(f"\r\x1b[K{text}")
        stream.flush()
