"""One input to what became of it: a letter, something else, or a refusal. Pure; never raises for bad input."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from .archives import read_member
from .cues import cues
from .errors import UnreadableInput
from .facts import EMPTY, FactBook
from .formats.extract import Extract
from .formats.markdown import unmark
from .formats.read import SIZE_LIMIT, read_bytes
from .formats.refusal import refusal
from .genre import attached_proposal, find_evidence, is_proposal_line, split_letters
from .header import read_header
from .header.suggest import header_issues
from .identity import letter_id
from .inputs import Input
from .lines import Line, read_lines
from .metadata import cell_pairs, may_be_row
from .page import Page, lay_out
from .privacy import Kept, without_contact_data, without_contacts
from .records import Issue, Letter, Places, Reading, Zone
from .remote import read_remote
from .sections import find_sections
from .sentences import find_sentences
from .shapes import fold
from .traced import join
from .unwrap import unwrap
from .zones import find_frame, find_zones

REPEATED = 0.95
"""Share of equal paragraphs from which on two letters in one file are one that is printed twice."""

PROPOSAL_WITHIN = 4
"""Lines from the top in which a proposal shows what it is."""
_CONVERT = (
    "traditional characters are not understood: convert the letter to simplified ones and give it again"
)


def read_input(source: Input, *, places: Places, facts: FactBook = EMPTY) -> tuple[Reading, ...]:
    """Return what became of one input: one reading, or one per letter where the file holds several.

    Status reply (with the letter), not_a_letter, or refused; the issues say why. Sources of several letters in one
    file end in #1, #2 …
    """
    digest = ""
    named = (_odd_name(source.source),) if source.odd_name else ()
    try:
        data = _bytes(source)
        digest = hashlib.sha256(data).hexdigest()
        extract = read_bytes(data, source=source.source)
    except UnreadableInput as error:
        told = (error.issue, *named)
        return (Reading(source=source.source, status="refused", sha256=digest, issues=told),)
    extract = replace(extract, issues=(*extract.issues, *named))
    return read_extract(extract, source=source.source, sha256=digest, places=places, facts=facts)


def _odd_name(source: str) -> Issue:
    return Issue(
        source=source,
        severity="info",
        code="name_not_utf8",
        where="file name",
        value=source,
        message="the name of the file is not UTF-8 (archives packed on Chinese Windows have GBK names); it is shown so",
        hint="nothing to do; facts.csv takes the name that is shown",
    )


def _bytes(source: Input) -> bytes:
    if source.member is not None:
        return read_member(source.path, source.member, source=source.source)
    try:
        if source.uri:
            return _limited(read_remote(source.uri, SIZE_LIMIT), source)
        if source.path.exists() and not (source.path.is_file() or source.path.is_dir()):
            raise UnreadableInput(
                refusal(
                    source.source,
                    "unreadable",
                    "this is a pipe or device, no file",
                    "give the letter as a file",
                )
            )  # reading it would wait for ever
        if source.path.stat().st_size > SIZE_LIMIT:
            raise _too_large(source)
        return source.path.read_bytes()
    except OSError as error:
        issue = refusal(
            source.source,
            "unreadable",
            f"the file cannot be opened ({type(error).__name__})",
            "check that it exists and may be read",
        )
        raise UnreadableInput(issue) from error


def _limited(data: bytes, source: Input) -> bytes:
    if len(data) > SIZE_LIMIT:
        raise _too_large(source)
    return data


def _too_large(source: Input) -> UnreadableInput:
    return UnreadableInput(
        refusal(source.source, "too_large", "the file is larger than 64 MB", "give the letter alone")
    )


def read_extract(
    extract: Extract, *, source: str, sha256: str, places: Places, facts: FactBook = EMPTY
) -> tuple[Reading, ...]:
    """Return the readings of a text, see `read_input`."""
    lines, metadata = _lines(extract)
    told = ((label, without_contact_data(value)) for label, value in (*extract.metadata, *metadata))
    extract = replace(extract, metadata=tuple(told))
    kept = without_contacts(unwrap(lines))
    folded = [paragraph.folded for paragraph in kept]
    if not folded:
        issue = refusal(source, "no_text", "the file holds no text", "check that it is the letter itself")
        return (Reading(source=source, status="refused", sha256=sha256, issues=(*extract.issues, issue)),)
    parts = split_letters(folded)
    parts, printed_twice = _without_repeats(folded, parts)
    names = [source] if len(parts) == 1 else [f"{source}#{place}" for place in range(1, len(parts) + 1)]
    issues = extract.issues + ((_repeat_issue(source),) if printed_twice else ())
    return tuple(
        _reading(kept[start:end], extract, name, sha256, places, facts, issues, several=len(parts) > 1)
        for name, (start, end) in zip(names, parts, strict=True)
    )


def _lines(extract: Extract) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """Return the lines of a text, and the label and value pairs of table rows, which are no lines of the letter."""
    lines = read_lines(extract.text, extract.lines)
    if extract.marked:
        lines = tuple(line for line in map(unmark, lines) if line is not None)
    rows = {id(line): tuple(cell_pairs(line.text)) for line in lines if may_be_row(line.text)}
    kept = tuple(line for line in lines if not rows.get(id(line)))
    return kept, tuple(pair for found in rows.values() for pair in found)


def _without_repeats(
    folded: Sequence[str], parts: Sequence[tuple[int, int]]
) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Return the parts without those whose paragraphs an earlier part has (a letter printed twice on one page)."""
    kept: list[tuple[int, int]] = []
    for start, end in parts:
        own = set(folded[start:end])
        if any(len(own & set(folded[a:b])) >= REPEATED * len(own) for a, b in kept):
            continue
        kept.append((start, end))
    return tuple(kept), len(kept) < len(parts)


def _repeat_issue(source: str) -> Issue:
    return Issue(
        source=source,
        severity="info",
        code="printed_twice",
        where="file",
        message="the letter is printed twice in this file; it was read once",
        hint="nothing to do",
    )


def _reading(
    kept: Sequence[Kept],
    extract: Extract,
    source: str,
    sha256: str,
    places: Places,
    facts: FactBook,
    issues: tuple[Issue, ...],
    *,
    several: bool,
) -> Reading:
    spoken = [part.folded for part in kept if not part.office]
    frame = find_frame(spoken)
    attached = attached_proposal(spoken, frame)
    if attached:
        kept = _without(kept, attached)
        spoken = [part.folded for part in kept if not part.office]
        frame = find_frame(spoken)
        issues = (*issues, _attached(source))
    evidence = find_evidence(spoken, frame, (label for label, _ in extract.metadata))
    page = _page(kept, find_zones(spoken, frame))
    letter = _letter(kept, page, extract, source, sha256, places, facts)
    if not evidence.is_reply:
        return Reading(
            source=source,
            status="not_a_letter",
            sha256=sha256,
            letter=letter,
            issues=(*issues, _no_letter(source, letter)),
        )
    told = [replace(issue, letter_id=letter.letter_id) for issue in issues]
    if several:
        told.append(_several(source, letter))
    letter = replace(letter, issues=(*told, *header_issues(letter)))
    return Reading(source=source, status="reply", sha256=sha256, letter=letter, issues=letter.issues)


def _without(kept: Sequence[Kept], attached: Set[int]) -> Sequence[Kept]:
    """Return the paragraphs but the attached ones, which are numbered among those that are no office of a contact."""
    spoken = [place for place, part in enumerate(kept) if not part.office]
    gone = {spoken[number] for number in attached}
    return [part for place, part in enumerate(kept) if place not in gone]


def _page(kept: Sequence[Kept], zones: Iterable[Zone]) -> Page:
    """Return the page of the paragraphs; `zones` are those of the paragraphs that are no office of a contact line."""
    spoken = iter(zones)
    return lay_out(
        [part.body.text for part in kept],
        ["contact" if part.office else next(spoken) for part in kept],
        [part.folded for part in kept],
    )


def _letter(
    kept: Sequence[Kept],
    page: Page,
    extract: Extract,
    source: str,
    sha256: str,
    places: Places,
    facts: FactBook,
) -> Letter:
    whole = join([part.body for part in kept], "\n")
    header = read_header(page, places=places, metadata=extract.metadata, facts=facts.of(source))
    name = letter_id(header)
    sections = find_sections(page, name)
    return Letter(
        letter_id=name,
        source=source,
        raw_sha256=sha256,
        text=whole.text,
        raw_offsets=whole.offsets,
        header=header,
        sections=sections,
        sentences=find_sentences(page, sections, name),
    )


def _no_letter(source: str, letter: Letter) -> Issue:
    if any(is_proposal_line(fold(line)) for line in letter.text.split("\n")[:PROPOSAL_WITHIN]):
        message = "this seems to be the proposal, not the reply to it; nothing in it is cited"
        hint = "give the reply; if this is the reply, check that its title and first lines are in the file"
        return _unread_issue(source, letter, "no_reply", message, hint)
    traditional = any(word in letter.text for word in cues()["traditional"])
    message = "no title, salutation or opening formula of a reply was found; nothing in it is cited"
    hint = "if it is a reply, check that its title and first lines are in the file"
    return _unread_issue(source, letter, "not_a_letter", message, _CONVERT if traditional else hint)


def _unread_issue(source: str, letter: Letter, code: str, message: str, hint: str) -> Issue:
    first = re.sub(r"\s+", " ", letter.text[:40])
    return Issue(
        source=source,
        severity="warning",
        code=code,
        where="file",
        value=first,
        message=message,
        hint=hint,
    )


def _attached(source: str) -> Issue:
    return Issue(
        source=source,
        severity="info",
        code="proposal_attached",
        where="file",
        message="the proposal itself follows the reply; what it asks for was not read",
        hint="nothing to do",
    )


def _several(source: str, letter: Letter) -> Issue:
    return Issue(
        source=source,
        letter_id=letter.letter_id,
        severity="info",
        code="several_letters",
        where="file",
        message="the file holds several letters; each was read on its own",
        hint="nothing to do",
    )
