"""Two texts of one reply: another layout, or another version, in which numbers or names are others."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from .numerals import ONE_TO_TEN
from .records import Letter
from .shapes import fold

_SAID = ("heading", "body")
"""Where a version says what the other does not: heads and signatures of layouts differ."""
_MARKS = re.compile(r"[\W_]+")
_NUMERAL = re.compile(rf"[0-9.〇零两百千万亿{ONE_TO_TEN}]+%?")
_LOOK_ALIKE = str.maketrans("OoIl〇", "00110")
"""Letters that damaged prints have in place of digits."""
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
ALIKE = 0.6
"""Share of characters that two clauses have in common at least where one is the other in another version."""
SHOWN = 40


def told_of(letter: Letter) -> str:
    """Return what a letter says, folded, without head, greeting and signature."""
    spans = (one.span for one in letter.sentences if one.zone in _SAID)
    return "，".join(fold(letter.text[span.start : span.end]) for span in spans)


def told_apart(left: str, right: str) -> tuple[str, str] | None:
    """Return the first clauses in which two folded texts say other numbers or names, None where they say the same.

    What one text has and the other lacks altogether is told by its layout: tables, attachments, lines that were cut.
    """
    ours, theirs = ([part for part in _MARKS.split(text) if part] for text in (left, right))
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        one, other = "".join(ours[a:b]), "".join(theirs[c:d])
        if kind == "replace" and one != other and _says_other(one, other):
            return "，".join(ours[a:b])[:SHOWN], "，".join(theirs[c:d])[:SHOWN]
    return None


def _says_other(one: str, other: str) -> bool:
    characters = SequenceMatcher(
        None, one.translate(_LOOK_ALIKE), other.translate(_LOOK_ALIKE), autojunk=False
    )
    if characters.ratio() < ALIKE:
        return False
    ours, theirs = (Counter(_NUMERAL.findall(text.translate(_LOOK_ALIKE))) for text in (one, other))
    if ours - theirs and theirs - ours:
        return True
    return any(
        kind == "replace" and _HAN.fullmatch(one[a:b]) and _HAN.fullmatch(other[c:d])
        for kind, a, b, c, d in characters.get_opcodes()
    )
