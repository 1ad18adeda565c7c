"""One input to what became of it: a letter, something else, or a refusal. Pure; never raises for bad input."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from .attached import attached_form, attached_proposal, proposal_above
from .cards import card_rows
from .errors import UnreadableInput
from .facts import NO_FACTS, FactBook
from .formats.extract import Extract
from .formats.markdown import unmark
from .formats.read import read_bytes
from .formats.refusal import refusal
from .furniture import read_lines, without_furniture
from .genre import find_evidence
from .header.read import read_header
from .header.suggest import header_issues
from .headline import title_of_file
from .identity import letter_id
from .input_bytes import bytes_of
from .inputs import Input
from .lines import Line
from .metadata import (
    FORM_WITHIN,
    cell_pairs,
    form_rows,
    label_kind,
    may_be_row,
    page_pairs,
)
from .page import Page, lay_out
from .page_address import is_page_address
from .privacy import Kept, without_contact_data, without_contacts
from .reading_issues import (
    form_issue,
    name_issues,
    no_letter_issue,
    odd_address_issue,
    overridden_issue,
    proposal_issue,
    repeated_issue,
    several_issue,
)
from .records import Fact, Issue, Letter, Places, Reading, Zone
from .sections import find_sections
from .sentences import find_sentences
from .shapes import fold
from .traced import Traced, join
from .typography import turned
from .unwrap import unwrap
from .volumes import split_letters
from .zones import find_frame, find_zones

REPEATED = 0.95
"""Share of equal paragraphs from which on two letters in one file are one that is printed twice."""

_LABELS_OF_PERSONS = frozenset({"meta_proposer", "meta_supervisor"})
"""Kinds of labels whose persons are no contacts."""
_BESIDE = (
    (proposal_above, proposal_issue),
    (attached_form, form_issue),
    (attached_proposal, proposal_issue),
)
"""What finds paragraphs beside a reply that are no part of it, and what is told of them."""


def read_input(source: Input, *, places: Places, facts: FactBook = NO_FACTS) -> tuple[Reading, ...]:
    """Return what became of one input: one reading, or one per letter where the file holds several.

    Status reply (with the letter), not_a_letter, or refused; the issues say why. Sources of several letters in one
    file end in #1, #2 …
    """
    digest = ""
    named = tuple(name_issues(source))
    try:
        data = bytes_of(source)
        digest = hashlib.sha256(data).hexdigest()
        extract = read_bytes(data, source=source.source)
    except UnreadableInput as error:
        told = (error.issue, *named)
        return (Reading(source=source.source, status="refused", sha256=digest, issues=told),)
    extract = replace(extract, issues=(*extract.issues, *named))
    return read_extract(extract, source=source.source, sha256=digest, places=places, facts=facts)


def read_extract(
    extract: Extract, *, source: str, sha256: str, places: Places, facts: FactBook = NO_FACTS
) -> tuple[Reading, ...]:
    """Return the readings of a text, see `read_input`."""
    lines, pairs = _lines(extract)
    extract = _with_usable_metadata(extract, (*extract.metadata, *pairs), source)
    paragraphs = tuple(Traced(turned(part.text), part.offsets) for part in unwrap(lines))
    kept = without_contacts(paragraphs, lambda name: places.resolve(name) is not None)
    folded = [paragraph.folded for paragraph in kept]
    if not folded:
        issue = refusal(source, "no_text", "the file holds no text", "check that it is the letter itself")
        return (Reading(source=source, status="refused", sha256=sha256, issues=(*extract.issues, issue)),)
    every = split_letters(folded)
    parts = _without_repeats(folded, every)
    repeated = (repeated_issue(source),) if len(parts) < len(every) else ()
    file = _File(
        extract=replace(extract, issues=(*extract.issues, *repeated)),
        sha256=sha256,
        places=places,
        facts=facts,
        several=len(parts) > 1,
    )
    names = [f"{source}#{place}" for place in range(1, len(parts) + 1)] if file.several else [source]
    return tuple(
        _reading(kept[start:end], name, file) for name, (start, end) in zip(names, parts, strict=True)
    )


def _with_usable_metadata(extract: Extract, pairs: Iterable[tuple[str, str]], source: str) -> Extract:
    """Return the extract with those of the pairs of label and value that can be used, without contact data."""
    clean = [
        (label, without_contact_data(value, of_person=label_kind(label) in _LABELS_OF_PERSONS))
        for label, value in pairs
    ]
    usable = tuple(pair for pair in clean if _is_usable(*pair))
    odd = (odd_address_issue(source),) if len(usable) < len(clean) else ()
    return replace(extract, metadata=usable, issues=(*extract.issues, *odd))


def _is_usable(label: str, value: str) -> bool:
    """Return whether what a page says of itself can be used: an address only where it is one of a web page."""
    return label_kind(label) != "meta_url" or is_page_address(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file and all that its letters are read with; `several` says that it holds more than one."""

    extract: Extract
    sha256: str
    places: Places
    facts: FactBook
    several: bool

    def metadata(self, source: str) -> tuple[tuple[str, str], ...]:
        """Return what the page says of itself, and last the title that a file of one letter is named after."""
        named = "" if self.several else title_of_file(source)
        return (*self.extract.metadata, *([("标题", named)] if named else ()))


def _lines(extract: Extract) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """Return the lines of a text, and the label and value pairs of table rows and of the page."""
    lines = read_lines(extract.text, extract.lines)
    if extract.marked:
        bare = tuple(line for line in map(unmark, lines) if line is not None)
        # Links that Markdown writes out are furniture once their marks are gone.
        lines = without_furniture(bare) if bare != lines else bare
    rows = {id(line): tuple(cell_pairs(line.text)) for line in lines if may_be_row(line.text)}
    lines = tuple(line for line in lines if not rows.get(id(line)))
    texts = [line.text for line in lines]
    form = card_rows(texts) | form_rows(texts)
    form |= {at: told for at, line in enumerate(lines[:FORM_WITHIN]) if (told := page_pairs(line.text))}
    kept = tuple(line for at, line in enumerate(lines) if at not in form)
    return kept, tuple(pair for found in (*rows.values(), *form.values()) for pair in found)


def _without_repeats(folded: Sequence[str], parts: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the parts without those whose paragraphs an earlier part has (a letter printed twice on one page)."""
    kept: list[tuple[int, int]] = []
    for start, end in parts:
        own = set(folded[start:end])
        if any(len(own & set(folded[a:b])) >= REPEATED * len(own) for a, b in kept):
            continue
        kept.append((start, end))
    return kept


def _reading(kept: Sequence[Kept], source: str, file: _File) -> Reading:
    """Return the reading of one letter of a file from its paragraphs; `source` names the letter."""
    issues = file.extract.issues
    spoken = [part.folded for part in kept if not part.office]
    frame = find_frame(spoken)
    for find, issue_of in _BESIDE:
        beside = find(spoken, frame)
        if beside:
            kept = _without(kept, beside)
            spoken = [part.folded for part in kept if not part.office]
            frame = find_frame(spoken)
            issues = (*issues, issue_of(source))
    evidence = find_evidence(spoken, frame, (label for label, _ in file.extract.metadata))
    page = _page(kept, find_zones(spoken, frame))
    letter = _letter(kept, page, source, file)
    if not evidence.is_reply:
        return Reading(
            source=source,
            status="not_a_letter",
            sha256=file.sha256,
            letter=letter,
            issues=(*issues, no_letter_issue(letter)),
        )
    if file.several:
        issues = (*issues, several_issue(source))
    issues = (*issues, *_overridden(page, letter, file))
    own = (replace(issue, letter_id=letter.letter_id) for issue in issues)
    letter = replace(letter, issues=(*own, *header_issues(letter)))
    return Reading(source=source, status="reply", sha256=file.sha256, letter=letter, issues=letter.issues)


def _without(kept: Sequence[Kept], beside: Set[int]) -> Sequence[Kept]:
    """Return the paragraphs but those beside the reply, numbered among those that are no office of a contact."""
    spoken = [place for place, part in enumerate(kept) if not part.office]
    gone = {spoken[number] for number in beside}
    return [part for place, part in enumerate(kept) if place not in gone]


def _page(kept: Sequence[Kept], zones: Iterable[Zone]) -> Page:
    """Return the page of the paragraphs; `zones` are those of the paragraphs that are no office of a contact line."""
    spoken = iter(zones)
    return lay_out(
        [part.body.text for part in kept],
        ["contact" if part.office else next(spoken) for part in kept],
        [part.folded for part in kept],
    )


def _letter(kept: Sequence[Kept], page: Page, source: str, file: _File) -> Letter:
    whole = join([part.body for part in kept], "\n")
    header = read_header(
        page, places=file.places, metadata=file.metadata(source), facts=file.facts.of(source)
    )
    name = letter_id(header)
    sections = find_sections(page, name)
    return Letter(
        letter_id=name,
        source=source,
        raw_sha256=file.sha256,
        text=whole.text,
        raw_offsets=whole.offsets,
        header=header,
        sections=sections,
        sentences=find_sentences(page, sections, name),
    )


def _overridden(page: Page, letter: Letter, file: _File) -> Iterator[Issue]:
    """Yield an issue for every fact of facts.csv that stands in place of another one that the letter prints."""
    facts = file.facts.of(letter.source)
    if not facts:
        return
    printed = read_header(page, places=file.places, metadata=file.metadata(letter.source))
    for name in dict.fromkeys(name for name, _ in facts):
        stated = [fact.value for one, fact in facts if one == name]
        read = _printed(getattr(printed, name))
        if {*map(fold, read)} <= {*map(fold, stated)}:
            continue
        by_fact, by_letter = "、".join(stated), "、".join(read)
        yield overridden_issue(letter.source, name, by_fact=by_fact, by_letter=by_letter)


def _printed(read: object) -> list[str]:
    """Return the values of one field of a header that stand in the letter itself."""
    facts = read if isinstance(read, tuple) else (read,)
    return [fact.value for fact in facts if isinstance(fact, Fact) and fact.span is not None]
