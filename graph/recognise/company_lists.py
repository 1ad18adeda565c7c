"""Companies in a row: what stands between two of them is one too (安踏、361度、特步), and the last before 等企业.

So is what opens the row behind a verb: 支持清研锐为、开沃汽车打造平台.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from corpus.records import Span
from ontology import places
from ontology.name_edges import name_edges
from ontology.organisation_kinds import subkind_of
from ontology.tsv import any_word

from .finding import Finding
from .marks import DIGITS, GENERIC, HARD, HEAD
from .unnamed import is_of_firms
from .words import is_coined, segmenter

_ITEM = re.compile(r"、(?P<name>[^、，。；：“”《》（）()\s等和及与]{2,6})(?=[、等和及与])")
_ROW = "、"
_JOINTS = (_ROW, "和", "与", "及")
_LONGEST_GAP = 3
"""What stands between two companies that were found."""
_NEAR = 24
"""Characters before a company in which the row that it stands in may be opened."""
_SCORE = 0.6
_CLASSES = (HEAD, GENERIC, DIGITS)


def beside_companies(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings for what stands in a row of companies and was not found by itself."""
    companies = [one for one in findings if _is_company(text, one)]
    if not companies:
        return []
    ends = {one.span.end: one for one in companies}
    starts = {one.span.start: one for one in companies}
    taken = {at for one in findings for at in range(one.span.start, one.span.end)}
    return [
        Finding(span=span, kind="organisation", score=_SCORE, reason="in a row of companies")
        for span in dict.fromkeys(_items(text, ends, starts))
        if taken.isdisjoint(range(span.start, span.end)) and _may_be_name(text[span.start : span.end])
    ]


def _items(text: str, ends: Mapping[int, Finding], starts: Mapping[int, Finding]) -> Iterator[Span]:
    """Yield what stands between two companies, behind one and before 等企业, or opens the row that one stands in.

    But for the first only what is made up: companies are listed with anything (专利、商标、甲公司授权).
    """
    for start in starts:
        opened = _opening().search(text, max(0, start - _NEAR), start) if text[start - 1] == _ROW else None
        at = opened.start("items") if opened else start
        while at < start:
            end = text.index(_ROW, at)
            if is_coined(text[at:end]):
                yield Span(start=at, end=end)
            at = end + len(_ROW)
    for end in ends:
        row: list[Span] = []
        while len(row) < _LONGEST_GAP and (item := _ITEM.match(text, row[-1].end if row else end)):
            row.append(Span(start=item.start("name"), end=item.end("name")))
            last = len(row) == 1 and _some_companies().match(text, row[-1].end)
            if row[-1].end + len(_ROW) in starts or (last and is_coined(text[row[-1].start : row[-1].end])):
                yield from row
                break


def _is_company(text: str, finding: Finding) -> bool:
    """Whether a find stands in a row and is a company, as far as its name tells."""
    start, end = finding.span.start, finding.span.end
    in_a_row = text.startswith(_ROW, end) or text.endswith(_JOINTS, 0, start)
    if not in_a_row or finding.kind != "organisation" or finding.anaphor or finding.parts:
        return False
    name = text[start:end]
    return subkind_of(name) in {"", "company"} and not name.endswith(name_edges()["no_company"])


def _may_be_name(item: str) -> bool:
    """Return whether an item is no place and no word for a class, and holds nothing that stands in no name."""
    if is_of_firms(item):
        return False
    words = segmenter().cut(item).words
    classes = all(any(mark in word.tag for mark in _CLASSES) for word in words)
    return not classes and not any(HARD in word.tag for word in words) and places.load().resolve(item) is None


@cache
def _opening() -> re.Pattern[str]:
    """A verb and the one or two items that it opens a row with, up to the next one."""
    verbs = any_word(name_edges()["opens_row"])
    return re.compile(rf"{verbs}了?(?P<items>(?:[^、，。；：“”《》（）()\s等和及与的]{{2,6}}、){{1,2}})\Z")


@cache
def _some_companies() -> re.Pattern[str]:
    return re.compile(rf"等[^，。；：、\n]{{0,6}}?{any_word(name_edges()['companies'])}")
