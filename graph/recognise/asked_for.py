"""Leaves out what is only asked for: 您建议设立市级某某基金, 关于设立某某基金的建议 name nothing that there is.

A name that the letter states elsewhere as well is kept: then it is there, or it will be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.records import Span
from ontology.clause_words import clause_words
from ontology.tsv import any_word

from .edges import edge_words
from .finding import Finding

_BEFORE = 60
"""Characters before a name in which a wish may begin."""
_INNER_END = 3
"""Characters of the shortest name behind a verb that was taken for its beginning (甲村新建|水厂)."""
_OPEN = r"[^，。；：,.;:\n《》]"
"""A character that does not end the clause of a wish."""
_LEVEL = r"(?:[0-9.]+[亿万]?元)?[省市县区州乡镇国家自治级一个支批座处]{0,8}"
"""What may stand between a verb of founding and a name: a sum, a level."""


def without_wishes(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that are only asked for."""
    asked = [is_asked_for(text, finding.span) for finding in findings]
    stated = {_name(text, one) for one, wish in zip(findings, asked, strict=True) if not wish}
    return [one for one, wish in zip(findings, asked, strict=True) if not wish or _name(text, one) in stated]


def is_asked_for(text: str, span: Span) -> bool:
    """Return whether a wish, or what says what is answered, stands with a verb of founding right before a name.

    The verb may have been taken for a part of the name: 您建议在甲村新建水厂.
    """
    before = text[max(0, span.start - _BEFORE) : span.start]
    if _topic().search(before):
        return not text.startswith(edge_words()["decided"], span.end)
    if not (wish := _wish().search(before)):
        return False
    inner = _inner().match(text, span.start, span.end - _INNER_END)
    return bool(_founded().search(before, wish.end("wish"))) or (
        inner is not None and before.endswith(edge_words()["asked_where"])
    )


def _name(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]


@cache
def _wish() -> re.Pattern[str]:
    """Return the pattern of a wisher whose clause is still open at the end, and who was not followed."""
    unheeded = "".join(f"(?<!{word})" for word in edge_words()["heeded"])
    return re.compile(rf"{unheeded}(?P<wish>{any_word(clause_words()['wished'])}){_OPEN}*\Z")


@cache
def _topic() -> re.Pattern[str]:
    """Return the pattern of a verb of founding that says, right before a name, what is answered (关于设立)."""
    return re.compile(rf"{any_word(clause_words()['topic'])}{_OPEN}{{0,12}}?{_founded().pattern}")


@cache
def _founded() -> re.Pattern[str]:
    return re.compile(rf"{any_word(clause_words()['founding'])}{_LEVEL}\Z")


@cache
def _inner() -> re.Pattern[str]:
    """Return the pattern of a place and a verb of founding: no name holds 新建 behind a place."""
    return re.compile(rf".{{2,6}}?{any_word(edge_words()['asked_verb'])}")
