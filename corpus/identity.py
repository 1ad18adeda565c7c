"""letter_id and proposal key: what a letter is called, stable when its file is saved again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .records import Header, Letter
from .slug import slug

UNKNOWN = "x"
_LONGEST = 120
"""Characters of an id, which is also the name of a file: file systems take 255 bytes, Windows 260 for a whole path."""
_MOST_BYTES = 200
_LONGEST_ISSUER = 40
"""Characters of the department in an id."""
_WITH_YEAR = re.compile(r"\D*20\d\d\d{2,}$")
"""2024079, JY20230063: a number that holds its year is one in its place."""


def letter_id(header: Header) -> str:
    """Return `{jurisdiction}-{cppcc|npc}-{term}-{meeting}-{number}-{department or role}`; missing parts are x.

    Of many numbers the first ones stand there, as many as a file's name has room for, and how many more there are.
    """
    issuer = header.department or header.role
    before = _session_key(header)
    behind = _part(issuer.value if issuer else None)[:_LONGEST_ISSUER].rstrip("-")
    numbers = [_number(fact.value) for fact in header.proposal_numbers] or [UNKNOWN]
    every = (
        "-".join([before, *numbers[:kept], *_more(numbers[kept:]), behind])
        for kept in range(len(numbers), 0, -1)
    )
    return next((one for one in every if _is_short(one)), f"{before}-{UNKNOWN}-{behind}")


def _more(numbers: list[str]) -> list[str]:
    return [f"and-{len(numbers)}"] if numbers else []


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST and len(name.encode(errors="replace")) <= _MOST_BYTES


def proposal_key(header: Header, letter_id: str = "") -> tuple[str, ...]:
    """Return one key per proposal that the letter answers: the letter_id without its last part; 0452 is 452.

    Numbers begin anew at every session: where the letter does not say which one, of which place, another letter with
    this number may answer another proposal, and `letter_id` takes the place of the session. So it does for proposals
    of which the letter prints only titles.
    """
    if letter_id and not header.proposal_numbers:
        ends = range(1, len(header.proposal_titles) + 1)
        return tuple(f"{letter_id}-{UNKNOWN}" + (f"-{end}" if end > 1 else "") for end in ends)
    return tuple(_proposal_key(header, _number(fact.value), letter_id) for fact in header.proposal_numbers)


def _proposal_key(header: Header, number: str, letter_id: str) -> str:
    if known := session_key(header):
        return f"{known}-{number}"
    told = header.jurisdiction is not None and _WITH_YEAR.match(number)
    return f"{_session_key(header)}-{number}" if told or not letter_id else f"{letter_id}-{number}"


def session_key(header: Header) -> str:
    """Return what tells a session from all others, "" where the letter does not say it.

    A session without a place (政协十届三次会议) is that of the place that the letter comes from.
    """
    if header.body is None or header.term is None or header.meeting is None:
        return ""
    if header.jurisdiction is None:
        home = header.home
        return f"{UNKNOWN}-{_part(home)}-{header.body.value}-{header.term}-{header.meeting}" if home else ""
    return _session_key(header)


def _session_key(header: Header) -> str:
    body = header.body.value if header.body else None
    ordinals = [str(part) if part is not None else UNKNOWN for part in (header.term, header.meeting)]
    return "-".join([_part(header.jurisdiction), body or UNKNOWN, *ordinals])


def _part(value: str | None) -> str:
    return (slug(value) if value else "") or UNKNOWN


def _number(printed: str) -> str:
    return slug(printed).lstrip("0") or _part(printed)


def letter_ids(letters: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Return source → letter_id for (source, letter_id, sha256) of different letters.

    Letters that would share an id get -2, -3 … in the order of their hashes, then sources; so do ids that differ in
    case alone, which name one file on Windows and macOS.
    """
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for source, wanted, digest in letters:
        groups.setdefault(wanted.casefold(), []).append((digest, source, wanted))
    found: dict[str, str] = {}
    for _, members in sorted(groups.items()):
        for place, (_, source, wanted) in enumerate(sorted(members), start=1):
            found[source] = wanted if place == 1 else f"{wanted}-{place}"
    return found


def renamed(letter: Letter, new_id: str) -> Letter:
    """Return the letter under another id: its sections, sentences and issues follow."""
    if letter.letter_id == new_id:
        return letter
    old = len(letter.letter_id)

    def moved(name: str) -> str:
        return new_id + name[old:]

    return replace(
        letter,
        letter_id=new_id,
        sections=tuple(
            replace(part, section_id=moved(part.section_id), parent=part.parent and moved(part.parent))
            for part in letter.sections
        ),
        sentences=tuple(
            replace(
                part,
                sentence_id=moved(part.sentence_id),
                section_id=part.section_id and moved(part.section_id),
            )
            for part in letter.sentences
        ),
        issues=tuple(replace(issue, letter_id=new_id) for issue in letter.issues),
    )
