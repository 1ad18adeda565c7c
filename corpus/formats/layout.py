"""Blocks of a structured document (HTML, DOCX) laid out as one text with lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..lines import INDENT, RawLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of text. `heading`: the format says so; `whole`: a table row, never joined with its neighbours.

    `shared` are the numbers of a table row that stand in cells which reach down over further rows.
    """

    text: str
    heading: bool = False
    whole: bool = False
    shared: tuple[str, ...] = ()


def laid_out(blocks: Sequence[Block]) -> tuple[str, tuple[RawLine, ...]]:
    """Return the blocks joined by line feeds, and their lines."""
    lines: list[RawLine] = []
    start = 0
    for block in blocks:
        blank = INDENT.match(block.text)
        left = blank.group() if blank else ""
        indent = 0.0 if block.whole else sum(1.0 if mark in "\u3000\u2003" else 0.5 for mark in left)
        end = start + len(block.text)
        lines.append(RawLine(start=start, end=end, indent=indent, heading=block.heading, whole=block.whole))
        start = end + 1
    return "\n".join(block.text for block in blocks), tuple(lines)
