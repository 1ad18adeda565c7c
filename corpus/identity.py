"""letter_id and proposal key: what a letter is called, stable when its file is saved again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .records import Header, Letter
from .slug import slug

UNKNOWN = "x"


def letter_id(header: Header) -> str:
    """Return `{jurisdiction}-{cppcc|npc}-{term}-{meeting}-{number}-{department or role}`; missing parts are x."""
    issuer = header.department or header.role
    numbers = "-".join(_number(fact.value) for fact in header.proposal_numbers)
    return "-".join([_session_key(header), numbers or UNKNOWN, _part(issuer.value if issuer else None)])


def proposal_key(header: Header) -> tuple[str, ...]:
    """Return one key per proposal that the letter answers: the letter_id without its last part; 0452 is 452."""
    return tuple(f"{_session_key(header)}-{_number(fact.value)}" for fact in header.proposal_numbers)


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

    Letters that would share an id get -2, -3 … in the order of their hashes, then sources.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for source, wanted, digest in letters:
        groups.setdefault(wanted, []).append((digest, source))
    found: dict[str, str] = {}
    for wanted, members in sorted(groups.items()):
        for place, (_, source) in enumerate(sorted(members), start=1):
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
