"""One short name for several bodies that a letter lists before it: 中国科学院、中国工程院（以下简称“两院”）."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.numerals import number
from corpus.records import Span

from .aliases import definitions_of_several
from .finding import Finding, Taken
from .marks import LIST_MARKS

_JOINTS = ("以及", *LIST_MARKS)
_TWO = "两"


def of_several(text: str, names: Sequence[Finding]) -> list[Finding]:
    """Return where such a short name stands, each with the names that it stands for as its parts.

    It counts where it says of how many bodies it is one, and where just so many are listed before it.
    """
    ends = {one.span.end: one for one in names}
    found: list[Finding] = []
    taken = Taken.by(one.span for one in names)
    for match in definitions_of_several(text):
        start, end = match.span(1)
        listed = _listed(text, ends, match.start())
        wanted = 2 if text[start] == _TWO else number(text[start])
        if len(listed) != wanted:
            continue
        parts = tuple(text[one.span.start : one.span.end] for one in listed)
        for again in re.compile(re.escape(text[start:end])).finditer(text, start):
            span = Span(start=again.start(), end=again.end())
            if not taken.touch(span):
                found.append(
                    Finding(
                        span=span, kind=listed[0].kind, score=0.8, reason="short name of several", parts=parts
                    )
                )
    return found


def _listed(text: str, ends: Mapping[int, Finding], at: int) -> list[Finding]:
    """Return the names that stand one after another right before `at`, in text order."""
    found: list[Finding] = []
    while (one := ends.get(at)) is not None and not one.parts:
        found.insert(0, one)
        joint = next((joint for joint in _JOINTS if text.endswith(joint, 0, one.span.start)), None)
        if joint is None:
            break
        at = one.span.start - len(joint)
    return found
