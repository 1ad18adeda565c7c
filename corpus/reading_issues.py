"""What the reader tells of an input: why a text is no reply, what was left out, what a name does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .attached import is_proposal_line
from .cues import cues
from .inputs import Input
from .records import Issue, Letter
from .shapes import fold

PROPOSAL_WITHIN = 4
"""Lines from the top in which a proposal shows what it is."""
_CONVERT = (
    "traditional characters are not understood: convert the letter to simplified ones and give it again"
)


def no_letter_issue(letter: Letter) -> Issue:
    """Return why a text is no reply: it looks like the proposal itself, or shows nothing that a reply has."""
    top = letter.text.split("\n")[:PROPOSAL_WITHIN]
    proposal = any(is_proposal_line(fold(line)) for line in top)
    if proposal:
        message = "this seems to be the proposal, not the reply to it; nothing in it is cited"
        hint = "give the reply; if this is the reply, check that its title and first lines are in the file"
    else:
        message = "no title, salutation or opening formula of a reply was found; nothing in it is cited"
        traditional = any(word in letter.text for word in cues()["traditional"])
        hint = (
            _CONVERT
            if traditional
            else "if it is a reply, check that its title and first lines are in the file"
        )
    return Issue(
        source=letter.source,
        severity="warning",
        code="no_reply" if proposal else "not_a_letter",
        where="file",
        value=re.sub(r"\s+", " ", letter.text[:40]),
        message=message,
        hint=hint,
    )


def name_issues(source: Input) -> Iterator[Issue]:
    """Yield what is to be known of a file's name that is not shown as it is."""
    shown = "facts.csv takes the name that is shown"
    if source.odd_name:
        why = "archives packed on Chinese Windows have GBK names"
        message = f"the name of the file is not UTF-8 ({why}); it is shown so"
        yield _name_issue(source.source, "name_not_utf8", message, f"nothing to do; {shown}")
    if source.hides_contact:
        message = "the name of the file holds a telephone number or address; it is shown without it"
        hint = f"rename the file before you pass it on; {shown}"
        yield _name_issue(source.source, "name_holds_contact", message, hint)


def _name_issue(source: str, code: str, message: str, hint: str) -> Issue:
    return replace(_info_issue(source, code, message), where="file name", value=source, hint=hint)


def repeated_issue(source: str) -> Issue:
    """Return the issue of a letter that its file prints twice."""
    return _info_issue(source, "printed_twice", "the letter is printed twice in this file; it was read once")


def odd_address_issue(source: str) -> Issue:
    """Return the issue of an address of the page that is none of the web."""
    message = "the page gives an address of its own that is neither http nor https; it was left out"
    hint = "nothing to do, or write the address into facts.csv as source_url"
    return replace(_info_issue(source, "odd_address", message), severity="warning", hint=hint)


def form_issue(source: str) -> Issue:
    """Return the issue of a reply with a form for who asked below it."""
    message = "a form for who asked to fill in follows the reply; it was not read"
    return _info_issue(source, "form_attached", message)


def proposal_issue(source: str) -> Issue:
    """Return the issue of a reply that is printed with the proposal that it answers."""
    message = "the proposal itself stands beside the reply; what it asks for was not read"
    return _info_issue(source, "proposal_attached", message)


def overridden_issue(source: str, field: str, *, by_fact: str, by_letter: str) -> Issue:
    """Return the issue of a field of a letter's header that facts.csv states otherwise than the letter."""
    message = f"{field} is {by_fact} by facts.csv, the letter prints {by_letter}; facts.csv was followed"
    issue = _info_issue(source, "fact_overrides", message)
    hint = "nothing to do where the letter is wrong; else delete the row of facts.csv"
    return replace(issue, where=field, value=f"{by_letter} → {by_fact}", hint=hint)


def several_issue(source: str) -> Issue:
    """Return the issue of a file that holds several letters."""
    return _info_issue(source, "several_letters", "the file holds several letters; each was read on its own")


def _info_issue(source: str, code: str, message: str) -> Issue:
    """Return an issue about a file that asks for nothing."""
    return Issue(
        source=source, severity="info", code=code, where="file", message=message, hint="nothing to do"
    )
