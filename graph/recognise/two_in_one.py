"""Parts two names that were found as one: 产业母基金和创投母基金 are two funds, as both end with the same word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from corpus.records import Span

from .finding import Finding
from .marks import CONJUNCTION, HEAD
from .words import Word, segmenter

_KINDS = frozenset({"fund", "platform"})
_JOINTS = frozenset("和与及")
_SHORTEST = 4
"""Characters: what is shorter, or one word alone (产业基金), is a word for a class."""
_MARKS = frozenset('（(“《"')


def parted(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each fund or platform that is two by its words as two."""
    return [part for one in found for part in _parts(text, one)]


def _parts(text: str, found: Finding) -> Iterator[Finding]:
    start, end = found.span.start, found.span.end
    name = text[start:end]
    if found.kind not in _KINDS or found.parts or _JOINTS.isdisjoint(name) or not _MARKS.isdisjoint(name):
        yield found
        return
    cut = segmenter().cut(name)
    joint = _joint(cut.words)
    left, right = (cut.starts[joint], cut.starts[joint + 1]) if joint else (0, 0)
    if min(left, end - start - right) < _SHORTEST:
        yield found
        return
    yield replace(found, span=Span(start=start, end=start + left))
    yield replace(found, span=Span(start=start + right, end=end))


def _joint(words: Sequence[Word]) -> int:
    """Return the joint behind the first word that ends both names, 0 where there is none or there are several."""
    last = words[-1]
    joints = [index for index, word in enumerate(words) if word.text in _JOINTS and CONJUNCTION in word.tag]
    if len(joints) != 1 or HEAD not in last.tag or not 1 < joints[0] < len(words) - 2:
        return 0
    return joints[0] if words[joints[0] - 1].text == last.text else 0
