"""Names beside the number of a document (粤府办〔2024〕3号文件): none stands in one or begins with one.

What a letter calls by its number alone is the document behind whose title, or before it, it has printed that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology.identity import load
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from ..records import AliasDefinition
from .finding import Finding

_YEAR_AND_NUMBER = r"[〔［\[（(【﹝][ ]?(?:19|20)[0-9]{2}[ ]?[〕］\]）)】﹞][ ]?第?[0-9]{1,5}[ ]?号"
DOCUMENT_NUMBER = re.compile(_YEAR_AND_NUMBER)
"""The year and number of an official document: 〔2024〕3号."""
_CODE = re.compile(rf"(?P<code>[\u4e00-\u9fffA-Za-z]{{2,10}}){_YEAR_AND_NUMBER}")
_ITEM = re.compile("[、，和及与]|以及")
_BEHIND_NUMBER = re.compile(r"\A(?:文件?)?(?:[、，和及与]|以及)?")
_BY_NUMBER = "文"
_BRACKETS = re.compile(rf"[（(](?P<number>[\u4e00-\u9fffA-Za-z]{{2,10}}{_YEAR_AND_NUMBER})")
_BEFORE_TITLE = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<number>[\u4e00-\u9fffA-Za-z]{{2,10}}{_YEAR_AND_NUMBER})[）)]?[ ]?《\Z"
)
_OPENING, _CLOSED = "《", "》"
_REACH = 40
"""Characters before a title in which its number may stand."""
_PASSED_ON = "的通知"


def without_numbers(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that stand in a number, and each without a number that is not its name.

    A document known by its number alone keeps it: 粤府办〔2024〕3号文件.
    """
    named = (one for one in found if not _in_number().match(text, one.span.end))
    cut = (_without_number(text, one) for one in named)
    return [_passed_on(text, one) for one in cut if one is not None]


def _without_number(text: str, finding: Finding) -> Finding | None:
    """The finding without a number before its name, None where a title in marks follows that it is the number of."""
    start, end = finding.span.start, finding.span.end
    numbers = [*DOCUMENT_NUMBER.finditer(text, start, end)]
    if finding.kind != "policy" or not numbers:
        return finding
    last = numbers[-1]
    if text[last.end() : end] not in _called():
        rest = _BEHIND_NUMBER.sub("", text[last.end() : end], count=1)
        return replace(finding, span=Span(start=end - len(rest), end=end)) if rest else finding
    if text.startswith(_OPENING, end):
        return None
    items = [*_ITEM.finditer(text, start, last.start())]
    return replace(finding, span=Span(start=items[-1].end() if items else start, end=end))


def _passed_on(text: str, finding: Finding) -> Finding:
    """The finding without what says that it was passed on: 国发〔2015〕17号关于印发水污染防治行动计划|的通知."""
    start, end = finding.span.start, finding.span.end
    name = text[start:end].removesuffix(_PASSED_ON)
    whole = finding.kind != "policy" or len(name) == end - start or not name.endswith(_documents())
    if whole or not text.endswith(name_edges()["passed_on"], 0, start):
        return finding
    return replace(finding, span=Span(start=start, end=end - len(_PASSED_ON)))


def numbered_definitions(letter_id: str, text: str, found: Sequence[Finding]) -> list[AliasDefinition]:
    """Return the documents that the letter calls by number as short names of the titles that it prints with them."""
    titles = _titles_by_number(text, found)
    definitions = []
    for one in found:
        number = _CODE.match(text, one.span.start, one.span.end) if titles and one.kind == "policy" else None
        title = titles.get(_plain(number[0])) if number else None
        if title is not None and title.end <= one.span.start:
            definitions.append(
                AliasDefinition(
                    letter_id=letter_id,
                    name=text[title.start : title.end],
                    alias=text[one.span.start : one.span.end],
                    name_span=title,
                    alias_span=one.span,
                )
            )
    return definitions


def _titles_by_number(text: str, found: Iterable[Finding]) -> dict[str, Span]:
    """Return the titles in marks by the numbers that stand in brackets behind them, or right before them."""
    titles: dict[str, Span] = {}
    for one in found:
        start, end = one.span.start, one.span.end
        if one.kind != "policy" or not text.startswith(_CLOSED, end):
            continue
        told = _BRACKETS.match(text, end + 1) or _BEFORE_TITLE.search(text, max(0, start - _REACH), start)
        if told:
            titles.setdefault(_plain(told["number"]), one.span)
    return titles


def _plain(number: str) -> str:
    """The number with whatever brackets and blanks it is printed as one: 鲁政办字[2024]3 号."""
    return re.sub(r"[^\w]", "", number)


@cache
def _called() -> frozenset[str]:
    """What stands behind a number and says nothing but that it is a document's: 文件, 文, 通知, 实施方案."""
    return frozenset({_BY_NUMBER, *load().bare_titles, *name_edges()["by_number"]})


@cache
def _documents() -> tuple[str, ...]:
    return tuple(load().bare_titles)


@cache
def _in_number() -> re.Pattern[str]:
    """What goes on as a document's number behind a body's short name: 人社部|发〔2021〕56号."""
    return re.compile(rf"{any_word(name_edges()['number_code'])}?{_YEAR_AND_NUMBER}")
