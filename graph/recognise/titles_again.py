"""Short forms of titles that the letter has printed in 《》, without marks: 科技金融行动方案明确了责任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from corpus.records import Span
from ontology import identity, places
from ontology.edition_words import edition_words
from ontology.tsv import longest_first

from .finding import Finding, Taken
from .words import WordEdges, segmenter

SHORTEST = 6
"""Characters of the shortest title that stands for a longer one: shorter ones (行动方案) end many."""
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
_OPENING = "《"
_CLAUSE_ENDS = "，。；：！？\n"
_LEANS = re.compile("[的和与及、等]")
_SUBJECT = 4
"""Characters of the shortest subject that tells which document is meant: 算力枢纽 of 算力枢纽实施方案."""
_EDGE = 2
"""Characters at the beginning and the end of a title that are never left out."""


@lru_cache(maxsize=1 << 12)
def short_forms(title: str) -> frozenset[str]:
    """Return what a title without its place may be called by, itself among them.

    Left out is one stretch of fillers in its middle (高质量发展), or whole words before what it is about
    (支持企业上云实施细则).
    """
    found = {title, *_without_fillers(title), *_endings(title)}
    return frozenset(form for form in found if len(form) >= SHORTEST)


def _without_fillers(title: str) -> Iterator[str]:
    for filler in identity.load().filler.finditer(title):
        if filler.start() >= _EDGE and filler.end() <= len(title) - _EDGE:
            yield title[: filler.start()] + title[filler.end() :]


def _endings(title: str) -> Iterator[str]:
    """Yield what begins at a word and still tells what the document is about, beyond fillers and its own kind."""
    known = identity.load()
    kind = next((word for word in _kinds() if title.endswith(word)), "")
    subject = title.removesuffix(kind)
    for start in segmenter().cut(title).starts if kind else ():
        about = subject[start:]
        told = known.filler.sub("", about)
        if start > 0 and len(told) >= _SUBJECT and not _LEANS.match(about):
            yield title[start:]


@cache
def _kinds() -> tuple[str, ...]:
    """Return the words for kinds of documents, longest first: 实施方案 before 方案."""
    return longest_first(identity.load().bare_titles)


def titles_again(text: str, names: Sequence[Finding]) -> list[Finding]:
    """Return where a document is called by its title without its place or in short, outside all names.

    It must begin a clause or stand behind a word that leads to a document: 市科技金融行动方案 may be another one.
    """
    edges, found = WordEdges(text), list[Finding]()
    taken = Taken.by(finding.span for finding in names)
    for short, start in _short_forms(text, names).items():
        here: list[Finding] = []
        for match in re.compile(re.escape(short)).finditer(text, start):
            span = Span(start=match.start(), end=match.end())
            if not taken.touch(span) and edges.hold(span) and _is_led_to(text, span) and _is_out(text, span):
                here.append(Finding(span=span, kind="policy", score=0.8, reason="title, again"))
        found += here
        taken = Taken.by(finding.span for finding in (*names, *found)) if here else taken
    return found


def _is_led_to(text: str, span: Span) -> bool:
    """Return whether a clause begins here, or a word stands before that only a document follows: 落实, 上述."""
    words = edition_words()
    begins = span.start == 0 or text[span.start - 1] in _CLAUSE_ENDS
    return begins or text.endswith((*words["leaning"], *words["pointing"]), 0, span.start)


def _is_out(text: str, span: Span) -> bool:
    """Return whether no word stands behind that tells of a document which is only being made: 编制工作."""
    return not text.startswith(edition_words()["drafted"], span.end)


def _short_forms(text: str, names: Sequence[Finding]) -> dict[str, int]:
    """Return what the titles in marks may be called by, and from where on: the longest form first."""
    said: dict[str, int] = {}
    for name in names:
        span = name.span
        if name.kind == "policy" and text.startswith(_OPENING, max(0, span.start - 1)):
            title = _REMARK.sub("", text[span.start : span.end])
            bare = title[len(places.load().prefix(title) or "") :]
            for form in short_forms(bare):
                said[form] = min(span.end, said.get(form, len(text)))
    return {form: said[form] for form in sorted(said, key=lambda form: (-len(form), form))}
