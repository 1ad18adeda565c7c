"""Two proposals under one number: letters whose titles or submitters differ, filed under the same session and number.

A number is read as printed, and places or sectors may number their own without a word that the reader knows. What the
letters print is not changed; a person tells the two apart in facts.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from corpus.cues import either
from corpus.records import Issue

from .graph_tables import LetterRow

TWO_PROPOSALS = "one_number_two_proposals"
ALIKE = 0.5
"""Of the titles of one proposal that two letters print, most characters are the same; of two proposals, few are."""
_ASKED = either("asked")
_FRAME = re.compile(rf"^关于|[的之]?{_ASKED}$")
_SESSION = re.compile(r"(?P<session>.+?-(?:cppcc|npc)-[0-9]+-[0-9]+)-")
"""What a letter_id begins with where the session is known, see `corpus.identity.letter_id`."""


def shared_numbers(rows: Iterable[LetterRow]) -> tuple[Issue, ...]:
    """Return an issue for every letter whose proposal has the number, but not the title, of an earlier letter's."""
    filed: dict[tuple[str, str], list[LetterRow]] = {}
    found: list[Issue] = []
    for row in sorted((row for row in rows if row.status == "reply"), key=lambda row: row.letter_id):
        key = _key(row)
        if key is None:
            continue
        others = filed.setdefault(key, [])
        found += [_issue(row, other) for other in [one for one in others if _differ(one, row)][:1]]
        others.append(row)
    return tuple(found)


def _key(row: LetterRow) -> tuple[str, str] | None:
    """Return what the letter's one proposal is filed under; of several, nothing tells whose title is whose."""
    session = _SESSION.match(row.letter_id)
    if session is None or not row.jurisdiction or len(row.proposal_numbers) != 1:
        return None
    return session["session"], row.proposal_numbers[0].upper().lstrip("0")


def _differ(left: LetterRow, right: LetterRow) -> bool:
    """Return whether two letters cannot mean one proposal: other titles, or other submitters where one has no title."""
    if left.proposal_titles and right.proposal_titles:
        return not any(
            _alike(_bare(one), _bare(other))
            for one in left.proposal_titles
            for other in right.proposal_titles
        )
    submitters = set(left.proposers), set(right.proposers)
    return all(submitters) and submitters[0].isdisjoint(submitters[1])


def _bare(title: str) -> str:
    return _FRAME.sub("", "".join(character for character in title if character.isalnum()))


def _alike(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _issue(row: LetterRow, other: LetterRow) -> Issue:
    number = row.proposal_numbers[0]
    told = f"number {number} is also that of another proposal ({other.source}); the two are one in the graph"
    return Issue(
        source=row.source,
        letter_id=row.letter_id,
        severity="warning",
        code=TWO_PROPOSALS,
        where="header",
        value=number,
        message=told,
        hint=f"check both; to part them, facts.csv: {row.source},proposal_numbers,number with its place,…,your name",
    )
