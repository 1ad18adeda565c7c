"""What a header lacks, as issue rows with a suggestion that a curator can accept in facts.csv. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..cues import either
from ..records import Header, Issue, Letter
from ..shapes import DATE, fold

_SELF = re.compile(either("self", "own_place"))
_HOW = "state it in facts.csv: source,field,value,evidence,by = {source},{field},…,…,your name"


def header_issues(letter: Letter) -> tuple[Issue, ...]:
    """Return one issue per missing fact that a reader would expect."""
    return tuple(_missing(letter, letter.header))


def _missing(letter: Letter, header: Header) -> Iterator[Issue]:
    if header.department is None:
        yield _unsigned(letter, header)
    if header.reply_date is None:
        printed = _printed_date(letter)
        told = (
            f"the date {printed} is in no calendar; it was left out"
            if printed
            else "the letter prints no date"
        )
        yield _issue(letter, "unreadable_date" if printed else "undated", "reply_date", told)
    if not header.proposal_numbers:
        yield _issue(
            letter,
            "no_proposal_number",
            "proposal_numbers",
            "no proposal number was found in title or opening",
        )
    if header.session is None:
        yield _issue(letter, "no_session", "session", "no session was found in title or opening")
    elif header.jurisdiction is None:
        value = header.session.value
        yield _issue(
            letter,
            "unknown_jurisdiction",
            "jurisdiction",
            f"the letter does not say which place {value} belongs to",
        )
    if header.body is None:
        yield _issue(
            letter, "unknown_body", "body", "nothing tells whether a 政协提案 or a 人大建议 is answered"
        )


def _printed_date(letter: Letter) -> str:
    """Return a date as printed in the signature, "" where there is none."""
    for sentence in letter.sentences:
        match = DATE.search(fold(letter.text[sentence.span.start : sentence.span.end]))
        if sentence.zone == "signature" and match:
            return match.group()
    return ""


def _unsigned(letter: Letter, header: Header) -> Issue:
    own = _SELF.search(letter.text)
    clues = [header.contact_unit.value if header.contact_unit else "", own.group() if own else ""]
    clue = "; ".join(part for part in clues if part)
    issue = _issue(
        letter, "unsigned", "department", "the letter is signed by no department; none was assumed"
    )
    return Issue(
        source=issue.source,
        letter_id=issue.letter_id,
        severity="warning",
        code=issue.code,
        where="signature",
        value=clue,
        message=issue.message + (f" (it speaks of {clue})" if clue else ""),
        hint=issue.hint,
    )


def _issue(letter: Letter, code: str, field: str, message: str) -> Issue:
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="info",
        code=code,
        where="header",
        value=field,
        message=message,
        hint=_HOW.format(source=letter.source, field=field),
    )
