"""What a header lacks, as issue rows with a suggestion that a curator can accept in facts.csv. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..cues import cues, either
from ..page import lay_out
from ..records import Header, Issue, Letter
from ..shapes import DATE, fold, names_nobody
from ..signature import IMPRINT, is_damaged_date
from .assemblies import two_assemblies
from .proposals import about_earlier, find_numbers, same_number

_SELF = re.compile(either("self", "own_place"))
_OTHER = "state the other session in facts.csv where the letter is to be filed under it"
_HOW = "state it in facts.csv: source,field,value,evidence,by = {source},{field},…,…,your name"


def header_issues(letter: Letter) -> tuple[Issue, ...]:
    """Return one issue per missing fact that a reader would expect."""
    return tuple(_missing(letter, letter.header))


def _missing(letter: Letter, header: Header) -> Iterator[Issue]:
    if header.department is None:
        yield _unsigned(letter, header)
    if header.reply_date is None:
        yield _undated(letter)
    if not header.proposal_numbers:
        yield _issue(
            letter,
            "no_proposal_number",
            "proposal_numbers",
            "no proposal number was found in title or opening",
        )
    elif other := _other_number(letter, header):
        yield _two_numbers(letter, header, other)
    if left := _numbers_left(letter, header):
        yield _two_assemblies(letter, left)
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
    hidden = all(names_nobody(fact.value) for fact in header.addressees)
    if hidden and not header.proposers and (greeting := _greeting(letter)):
        told = f"the salutation {greeting} names nobody in full; nobody was taken from it"
        yield replace(_issue(letter, "unnamed_salutation", "addressees", told), where="salutation")
    if greeted := _greeted_only(header):
        yield _left_out(letter, greeted)
    if header.body is None:
        yield _issue(
            letter, "unknown_body", "body", "nothing tells whether a 政协提案 or a 人大建议 is answered"
        )


def _greeted_only(header: Header) -> list[str]:
    """Return who is greeted and was not taken for a proposer, [] in a letter to the organ in charge."""
    to_organ = header.role is not None and header.role.value in cues()["joint_role"]
    if to_organ or len(header.addressees) <= len(header.proposers):
        return []
    known = {fact.value for fact in header.proposers}
    greeted = (fact.value for fact in header.addressees)
    return [name for name in greeted if name not in known and not names_nobody(name)]


def _left_out(letter: Letter, left: Sequence[str]) -> Issue:
    names = "、".join(left)
    told = (
        f"the salutation greets {names}; nothing tells that they are among those who submitted the proposal"
    )
    issue = _issue(letter, "greeted_only", "proposers", told)
    return replace(issue, where="salutation", value=names)


def _greeting(letter: Letter) -> str:
    """Return the salutation as printed, "" where the letter has none."""
    spans = (sentence.span for sentence in letter.sentences if sentence.zone == "salutation")
    return next((letter.text[span.start : span.end] for span in spans), "")


def _undated(letter: Letter) -> Issue:
    if printed := _printed_date(letter):
        told = f"no day of a calendar can be read from the date {printed}; it was left out"
        return _issue(letter, "unreadable_date", "reply_date", told)
    return _issue(letter, "undated", "reply_date", "the letter prints no date")


def _printed_date(letter: Letter) -> str:
    """Return a date as printed in the signature, "" where there is none."""
    signed = (
        fold(letter.text[sentence.span.start : sentence.span.end])
        for sentence in letter.sentences
        if sentence.zone == "signature"
    )
    for line in signed:
        match = DATE.search(line)
        if match or is_damaged_date(line):
            return match.group() if match else line
    return ""


def _other_number(letter: Letter, header: Header) -> str:
    """Return the number in the opening where it is none of those that the title prints, "" where both agree."""
    if any(fact.basis not in ("title", "letterhead") for fact in header.proposal_numbers):
        return ""
    for sentence in letter.sentences:
        if sentence.zone != "opening":
            continue
        printed = letter.text[sentence.span.start : sentence.span.end]
        told = lay_out([printed], ["opening"], [fold(printed)])
        end = about_earlier(told, told.paragraphs[0])
        numbers = [fact.value for fact in find_numbers(told, 0, end, "opening")]
        if numbers:
            known = [fact.value for fact in header.proposal_numbers]
            agree = any(same_number(one, other) for one in numbers for other in known)
            return "" if agree else numbers[0]
    return ""


def _two_numbers(letter: Letter, header: Header, other: str) -> Issue:
    number = header.proposal_numbers[0].value
    told = f"the title says number {number}, the opening {other}; the title's was taken"
    issue = _issue(letter, "two_numbers", "proposal_numbers", told)
    return replace(issue, severity="warning", value=f"{number}, {other}")


def _numbers_left(letter: Letter, header: Header) -> str:
    """Return the numbers that title or opening give beside those kept, "" where they do not name two assemblies."""
    known = [fact.value for fact in header.proposal_numbers]
    for sentence in letter.sentences:
        if sentence.zone not in ("title", "opening"):
            continue
        printed = letter.text[sentence.span.start : sentence.span.end]
        told = lay_out([printed], ["title"], [fold(printed)])
        both = two_assemblies(told.folded)
        numbers = find_numbers(told, 0, len(told.folded), "title") if both else ()
        left = [fact.value for fact in numbers if not any(same_number(fact.value, one) for one in known)]
        if left:
            return ", ".join(left)
    return ""


def _two_assemblies(letter: Letter, left: str) -> Issue:
    told = (
        f"the letter answers two assemblies and is filed under one; number {left} of the other was left out"
    )
    issue = _issue(letter, "two_assemblies", "proposal_numbers", told)
    return replace(issue, severity="warning", value=left, hint=_OTHER)


def _printing_office(letter: Letter) -> str:
    """Return the office that the imprint names (某市农业农村局办公室 2022年8月17日印发), "" where there is none."""
    for sentence in letter.sentences:
        if sentence.zone == "signature":
            match = IMPRINT.fullmatch(fold(letter.text[sentence.span.start : sentence.span.end]))
            if match and match["office"]:
                return match["office"]
    return ""


def _unsigned(letter: Letter, header: Header) -> Issue:
    own = _SELF.search(letter.text)
    clues = [
        header.contact_unit.value if header.contact_unit else "",
        _printing_office(letter),
        own.group() if own else "",
    ]
    clue = "; ".join(part for part in clues if part)
    told = "the letter is signed by no department; none was assumed"
    told += f" (it speaks of {clue})" if clue else ""
    issue = _issue(letter, "unsigned", "department", told)
    return replace(issue, severity="warning", where="signature", value=clue)


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
