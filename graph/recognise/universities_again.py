"""Universities called by two characters that no letter explains: 西农 for 西北农林科技大学, 江大 for 江汉大学.

Only at the begin of a clause or behind a joint, where exactly one university that the letter has named fits, and
where the two characters are in no word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.records import Span
from ontology import lexicon, places
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from ..records import AliasDefinition
from .finding import Finding, Taken
from .marks import JOINTS
from .words import WordEdges, segmenter

_UNIVERSITY = "大学"
_CAMPUS = re.compile("[（(][^（）()]*[）)]$")
_REACH = 2
_SIZE = 2
_SCORE, _REASON = 0.7, "university's short name, again"
_HAN = re.compile("[\u4e00-\u9fff“]")


def universities_again(
    letter_id: str, text: str, names: Sequence[Finding]
) -> tuple[list[Finding], list[AliasDefinition]]:
    """Return where the letter calls its universities so, and what ties these short names to the full ones."""
    found: list[Finding] = []
    definitions: list[AliasDefinition] = []
    taken, edges = Taken.by(finding.span for finding in names), WordEdges(text)
    for short, full in _short_names(text, names).items():
        spans = [
            span
            for match in re.compile(short).finditer(text, full.span.end)
            if not taken.touch(span := Span(start=match.start(), end=match.end()))
            and edges.hold(span)
            and _stands_alone(text, span)
        ]
        found += [Finding(span=span, kind=full.kind, score=_SCORE, reason=_REASON) for span in spans]
        if spans:
            definitions.append(
                AliasDefinition(
                    letter_id=letter_id,
                    name=text[full.span.start : full.span.end],
                    alias=short,
                    name_span=full.span,
                    alias_span=spans[0],
                )
            )
    return found, definitions


def _stands_alone(text: str, span: Span) -> bool:
    opens = _opens().search(text[max(0, span.start - _REACH) : span.start])
    return opens is not None and _HAN.match(text, span.end) is not None


@cache
def _opens() -> re.Pattern[str]:
    """What stands before such a short name: the begin of a clause, one more word there, or a word for being with."""
    one_more = rf"[，。；、\n][由{''.join(sorted(JOINTS))}]"
    return re.compile(rf"(?:\A|[，。；：、\n]|{one_more}|{any_word(name_edges()['before_short'])})\Z")


def _short_names(text: str, names: Sequence[Finding]) -> dict[str, Finding]:
    """Return what the universities may be called by, each with the one of them that fits, named first."""
    fitting: dict[str, dict[str, Finding]] = {}
    for one in names:
        name = _CAMPUS.sub("", text[one.span.start : one.span.end])
        if one.kind == "organisation" and name.endswith(_UNIVERSITY):
            for short in _forms(name.removesuffix(_UNIVERSITY)):
                fitting.setdefault(short, {}).setdefault(name, one)
    return {short: next(iter(ones.values())) for short, ones in fitting.items() if len(ones) == 1}


def _forms(stem: str) -> list[str]:
    """Return 西大, 西农, 西科 for 西北农林科技: its first character with that of a later word, or with 大."""
    later = [word.text[0] for word in segmenter().cut(stem).words[1:] if len(word.text) > 1]
    return [short for last in (*later, _UNIVERSITY[0]) if not _is_word(short := stem[0] + last)]


def _is_word(short: str) -> bool:
    known = short in lexicon.common_words() or short in lexicon.heads() or short in lexicon.boundary_words()
    return known or len(short) != _SIZE or places.load().resolve(short) is not None
