"""Where titles of proposals and meetings stand: proposals are no policies, names inside their titles no mentions.

No name holds the number of a session (贵州省政协 | 第十三届第二次全体会议). What a proposal asks for, in quotes, is
nothing that there is: 关于“设立种业基金”的建议.
"""

from __future__ import annotations

import re

from corpus.header import people
from corpus.records import Letter, Span
from ontology.place_types import TYPES

_PROPOSAL = r"(?:建议|提案|议案)"
_PATTERNS = (
    re.compile(rf"(?:提出的|提交的|提的|提出|提交)[《“\"]?(关于[^《》“”\n。]{{4,90}}?的{_PROPOSAL})"),
    re.compile(rf"[“《\"](关于[^”》\"\n]*{_PROPOSAL})[”》\"]"),
    re.compile(rf"(?:提出|提交|提|会议上?)的?(?:关于)?《([^《》\n]{{4,90}})》(?=的?{_PROPOSAL}|[（(]第)"),
    re.compile(rf"(关于[^《》“”\n]{{4,90}}?的{_PROPOSAL})(?=的(?:答复|回复|复函|函)|收悉|[（(]第)"),
)
_DEMANDS = (
    re.compile(rf"关于[“\"]([^”\"\n]{{2,90}})[”\"]的?(?:{_PROPOSAL}|问题|意见)"),
    re.compile(r"[您你贵员表][^，,。；;“”\"\n]{0,8}提[出到]的?(?:关于)?[“\"]([^”\"\n]{4,90})[”\"]"),
)
_MEETING = re.compile(
    r"届[^，。；《》\n]{0,12}?(第?[一二三四五六七八九十\d]{1,3}次(?:全体)?(?:会议|全会|大会))"
)
_PERSON = 4
"""Code points of the longest common personal name without a middle dot."""
_NUMBERED = re.compile(r"第.{1,14}?号")
"""关于区政协六届四次会议第12号提案的答复 is the letter's title, no proposal's."""


def nameless(letter: Letter) -> list[Span]:
    """Return where no names stand: titles of proposals, quoted demands, proposers, numbers of meetings.

    Titles as the header read them, or as the text shows them.
    """
    header = letter.header
    persons = (fact for fact in (*header.proposers, *header.addressees) if _is_person(fact.value))
    spans = [fact.span for fact in (*header.proposal_titles, *persons) if fact.span is not None]
    matches = (found for pattern in (*_DEMANDS, _MEETING) for found in pattern.finditer(letter.text))
    others = (Span(start=found.start(1), end=found.end(1)) for found in matches)
    return sorted({*spans, *quoted_proposals(letter.text), *others})


def _is_person(name: str) -> bool:
    """Return whether a proposer or addressee is a person: longer ones (committees, parties) and 市科技局 are not."""
    return (len(name) <= _PERSON and not (name[:1] in TYPES and people.is_body(name))) or "·" in name


def quoted_proposals(text: str) -> list[Span]:
    """Return the spans of titles of proposals that the text shows to be such."""
    spans = [
        Span(start=match.start(1), end=match.end(1))
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if not _NUMBERED.search(match.group(1))
    ]
    return sorted(set(spans))
