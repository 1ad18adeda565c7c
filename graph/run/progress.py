"""Progress: on a terminal one line that is rewritten, in a log one line for every long stage when it is done."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
    "merge": "合并名称 merging names",
    "relate": "关联 relating",
    "reduce": "归并 reducing",
    "threads": "追踪承诺 following promises",
    "assemble": "汇总 assembling",
    "write": "写出 writing",
    "compare": "对比 comparing builds",
    "files": "核对文件 checking files",
    "counts": "核对计数 checking counts",
    "quotes": "核对引文 checking quotes",
    "evidence": "核对证据 checking evidence",
    "statements": "核对 graph.ttl · checking statements",
    "shapes": "核对形状 checking shapes",
}


class Progress:
    """Silent by default; `Progress(sys.stderr)` draws if that is a terminal, else writes a line per long stage.

    The clock never reaches an output.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        terminal = stream is not None and stream.isatty()
        self._stream = stream if terminal else None
        self._log = None if terminal else stream
        self._around: list[str] = []
        """The stages within which others are told of."""

    def over(self, stage: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Yield the items, drawing stage, count, rate and time left."""
        begun = drawn = time.monotonic()
        done = 0
        self._draw(_counted(stage, 0, total, 0))
        for done, item in enumerate(items, start=1):
            yield item
            now = time.monotonic()
            if self._stream is not None and now - drawn >= _EVERY:
                drawn = now
                left = (total - done) * (now - begun) / done
                self._draw(f"{_counted(stage, done, total, now - begun)} · 剩 {left:,.0f} s left")
        self.clear()
        seconds = time.monotonic() - begun
        self._note(_counted(stage, done, total, seconds), seconds)

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Say what is being done where nothing can be counted; a stage with a count may be told of within it."""
        begun = time.monotonic()
        self._around.append(_VERBS.get(stage, stage))
        self.clear()
        try:
            yield
        finally:
            told = self._around.pop()
            self.clear()
        self._note(told, time.monotonic() - begun)

    def clear(self) -> None:
        """Wipe the line, but for the stage around."""
        self._draw(f"{self._around[-1]} …" if self._around else "")

    def _draw(self, line: str) -> None:
        if self._stream is not None:
            self._stream.write(f"\r\x1b[K{line}")
            self._stream.flush()

    def _note(self, told: str, seconds: float) -> None:
        if self._log is not None and seconds >= _LONG:
            self._log.write(f"fuwen: {told} · {seconds:,.0f} s\n")
            self._log.flush()


def _counted(stage: str, done: int, total: int, seconds: float) -> str:
    """Return stage, count and rate; how long each takes where less than one is done in two seconds."""
    told = f"{_VERBS.get(stage, stage)} {done:,}/{total:,}"
    if not done or not seconds:
        return told
    rate = f"{done / seconds:,.0f}/s" if round(done / seconds) else f"每个 {seconds / done:,.1f} s each"
    return f"{told} · {rate}"
