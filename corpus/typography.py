"""One form for marks and numbers that writers and sites print in several, one character for another: offsets stay.

Only marks that stand the wrong way round are turned in the text itself; all else is how rules see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_OPEN, _CLOSE = _MARKS = "“", "”"
_STRAIGHT = '"'
_MARK = re.compile("[“”]")
_PARTS = re.compile("[。“”]")
"""What does not stand between the two marks of a couple."""
LONGEST = 60
"""Characters between two marks that are turned to enclose them."""
WIDE = dict(zip(",;:()!?∶﹕︰", "，；：（）！？：：：", strict=True))
"""Marks in half width or of another block, and the form that they usually have in Chinese text."""
_MARKS_IN_HALF = f"[{''.join(WIDE)}]"
_UNUSUAL = re.compile(f"[{''.join(WIDE)}０-９‘「{_STRAIGHT}]")
_NARROW = re.compile(rf"(?<!\d){_MARKS_IN_HALF}(?!//)|{_MARKS_IN_HALF}(?!\d|//)")
"""Half-width marks, but not those inside numbers (1,234; 10:30)."""
_WIDE_NUMBER = re.compile("[０-９][０-９．％]*")
_PLAIN_NUMBER = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_OTHER = re.compile("[‘「]")
_USUAL = str.maketrans("‘’「」", "“”“”")


def usual_lines(text: str) -> str:
    """Return a text of several paragraphs as rules see it: see `usual`."""
    return "\n".join(map(usual, text.split("\n"))) if _UNUSUAL.search(text) else text


def usual(text: str) -> str:
    """Return a paragraph with marks in Chinese width but within numbers, "X" and ‘X’ as “X”, numbers half-width."""
    if not _UNUSUAL.search(text):
        return text
    if _WIDE_NUMBER.search(text):
        text = _WIDE_NUMBER.sub(lambda number: number[0].translate(_PLAIN_NUMBER), text)
    return usual_quotes(_NARROW.sub(lambda mark: WIDE[mark[0]], text))


def usual_quotes(text: str) -> str:
    """Return a paragraph with "X", and where no “X” stands beside them ‘X’ and 「X」, as “X”."""
    if _STRAIGHT in text and text.count(_STRAIGHT) % 2 == 0:
        text = in_turn(text)
    if _OPEN in text or not _OTHER.search(text):
        return text
    paired = all(text.count(one) == text.count(two) for one, two in ("‘’", "「」"))
    return text.translate(_USUAL) if paired else text


def in_turn(text: str) -> str:
    """Return the text with its typewriter quotes, which open and close in turn, as “X”."""
    first, *others = text.split(_STRAIGHT)
    return first + "".join(_MARKS[at % 2] + part for at, part in enumerate(others))


def turned(text: str) -> str:
    """Return a paragraph with marks that stand the wrong way round (”X”, “X“, ”X“) turned.

    A keyboard sets them in turn, people do not. Marks that pair, nested ones too, and single ones are left.
    """
    stray = _without_partner(text)
    if len(stray) < 2:
        return text
    characters = list(text)
    for first, second in _swapped(text) or _couples(text, stray):
        characters[first], characters[second] = _OPEN, _CLOSE
    return "".join(characters)


def _swapped(text: str) -> list[tuple[int, int]]:
    """Return the couples of a paragraph whose marks are all exchanged, each closing one first: ”甲“和”乙“."""
    marks = [mark.start() for mark in _MARK.finditer(text)]
    couples = list(zip(marks[::2], marks[1::2], strict=False))
    swapped = all(text[first] == _CLOSE and text[second] == _OPEN for first, second in couples)
    short = all(second - first <= LONGEST for first, second in couples)
    return couples if swapped and short and len(marks) % 2 == 0 else []


def _without_partner(text: str) -> list[int]:
    """Return where the marks stand that pair with no other as they are, in text order."""
    opened: list[int] = []
    stray: list[int] = []
    for mark in _MARK.finditer(text):
        if mark[0] == _OPEN:
            opened.append(mark.start())
        elif opened:
            opened.pop()
        else:
            stray.append(mark.start())
    return sorted((*stray, *opened))


def _couples(text: str, stray: list[int]) -> Iterator[tuple[int, int]]:
    """Yield neighbouring marks of one sentence that enclose something short; each stands in one couple."""
    used = -1
    for first, second in pairwise(stray):
        within = text[first + 1 : second]
        if first > used and 0 < len(within) <= LONGEST and not _PARTS.search(within):
            yield first, second
            used = second
