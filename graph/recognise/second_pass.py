"""Names learnt in one letter are searched in all: brands and short names stand alone where no head word helps.

Guards against generic hits: only names of three characters or more that hold something no dictionary has (or a
place, or a company's legal form), found with confidence, of one kind; a hit must begin and end at a word and overlap
no other mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from corpus.records import Letter, Span
from ontology import identity

from ..records import Kind, Mention, Recognition
from .finding import Finding, Taken
from .in_sentences import in_sentences
from .merge import merged
from .proposals import nameless
from .words import WordEdges, is_coined

_SHORTEST = 3
_SHORT_FORM = "公司"
"""Legal forms no longer than this end names of classes, too: 民营公司, 龙头集团."""
_REGISTERED = 8
"""Characters of the shortest name that a legal form makes somebody's own: 科大讯飞有限公司, not 民营有限公司."""
_CONFIDENT = 0.8
_SCORE = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names worth searching for, sorted, with their kinds. Small, and pickles."""

    kinds: tuple[tuple[str, Kind], ...] = field(repr=False)


def learn(recognitions: Iterable[Recognition]) -> Names:
    """Return the names that `recognitions` teach: the same ones in whatever order the letters come."""
    seen: dict[str, set[Kind]] = {}
    for recognition in recognitions:
        for mention in recognition.mentions:
            if _teaches(mention):
                seen.setdefault(mention.text, set()).add(mention.kind)
    kinds = {text: next(iter(kinds)) for text, kinds in seen.items() if len(kinds) == 1}
    return Names(kinds=tuple(sorted((text, kind) for text, kind in kinds.items() if _is_somebodys_own(text))))


def _is_somebodys_own(name: str) -> bool:
    """Whether a name is no mere class: registered as a company, coined, or with a place."""
    registered = len(name) >= _REGISTERED and name.endswith(_legal_forms())
    return registered or is_coined(name, or_placed=True)


@cache
def _legal_forms() -> tuple[str, ...]:
    """Return the legal forms that end no names of classes."""
    return tuple(form for form in identity.load().legal_forms if len(form) > len(_SHORT_FORM))


def revisit(letter: Letter, recognition: Recognition, names: Names) -> Recognition:
    """Return the recognition with the learnt names that stand in the letter outside all mentions."""
    if not names.kinds:
        return recognition
    taken = Taken.by([*(mention.span for mention in recognition.mentions), *nameless(letter)])
    edges = WordEdges(letter.text)
    found: list[Mention] = []
    for start, end, index in _automaton(names).find(letter.text):
        span = Span(start=start, end=end)
        if not taken.touch(span) and edges.hold(span):
            finding = Finding(span=span, kind=names.kinds[index][1], score=_SCORE, reason="learnt name")
            found.append(finding.mention(letter.letter_id, letter.text, "second pass"))
    if not found:
        return recognition
    return replace(recognition, mentions=tuple(merged(recognition.mentions, in_sentences(letter, found))))


@lru_cache(maxsize=4)
def _automaton(names: Names) -> CharwiseDoubleArrayAhoCorasick:
    return CharwiseDoubleArrayAhoCorasick([text for text, _ in names.kinds], MATCH_KIND_LEFTMOST_LONGEST)


def _teaches(mention: Mention) -> bool:
    return (
        not mention.anaphor
        and not mention.parts
        and len(mention.text) >= _SHORTEST
        and mention.score >= _CONFIDENT
        and "\n" not in mention.text
    )
