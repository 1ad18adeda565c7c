"""Readings to rows of letters.csv, sections.csv and sentences.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.records import Fact, Letter, Reading

from .graph_tables import LetterRow, SectionRow, SentenceRow


def letter_row(reading: Reading) -> LetterRow:
    """Return the row of one input, read or refused."""
    warnings = tuple(sorted({issue.code for issue in reading.issues} | _letter_codes(reading.letter)))
    if reading.letter is None:
        return LetterRow(
            letter_id="",
            source=reading.source,
            status=reading.status,
            sha256=reading.sha256,
            warnings=warnings,
        )
    letter, header = reading.letter, reading.letter.header
    return LetterRow(
        letter_id=letter.letter_id,
        source=reading.source,
        status=reading.status,
        title=_value(header.title),
        body=_value(header.body),
        jurisdiction=header.jurisdiction or "",
        session=_value(header.session),
        session_year=header.session_year,
        proposal_numbers=_values(header.proposal_numbers),
        proposal_titles=_values(header.proposal_titles),
        addressees=_values(header.addressees),
        proposers=_values(header.proposers),
        department=_value(header.department),
        department_basis=header.department.basis if header.department else "none",
        joint_departments=tuple(joint.name for joint in header.joint_departments),
        contact_unit=_value(header.contact_unit),
        reply_date=_value(header.reply_date),
        date_basis=header.reply_date.basis if header.reply_date else "none",
        document_number=_value(header.document_number),
        classification=_value(header.classification),
        priority=_value(header.priority),
        source_url=_value(header.source_url),
        sha256=reading.sha256,
        warnings=warnings,
        role=_value(header.role),
        copies_to=_values(header.copies_to),
        addressee_count=header.addressee_count,
        published=_value(header.published),
        supervisors=_values(header.supervisors),
    )


def section_rows(letter: Letter, topics: Mapping[str, tuple[str, ...]]) -> list[SectionRow]:
    """Return the rows of a letter's sections, in text order. `topics` by section_id."""
    return [
        SectionRow(
            letter_id=letter.letter_id,
            section_id=section.section_id,
            parent=section.parent or "",
            level=section.level,
            heading=section.heading,
            recommendation_point=_value(section.point),
            topics=topics.get(section.section_id, ()),
            start=section.span.start,
            end=section.span.end,
        )
        for section in letter.sections
    ]


def sentence_rows(letter: Letter, topics: Mapping[str, tuple[str, ...]]) -> list[SentenceRow]:
    """Return the rows of a letter's sentences, in text order. `topics` by sentence_id."""
    return [
        SentenceRow(
            letter_id=letter.letter_id,
            sentence_id=sentence.sentence_id,
            section_id=sentence.section_id or "",
            start=sentence.span.start,
            end=sentence.span.end,
            text=letter.text[sentence.span.start : sentence.span.end],
            topics=topics.get(sentence.sentence_id, ()),
            zone=sentence.zone,
        )
        for sentence in letter.sentences
    ]


def _value(fact: Fact | None) -> str:
    return fact.value if fact else ""


def _values(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.value for fact in facts)


def _letter_codes(letter: Letter | None) -> set[str]:
    return {issue.code for issue in letter.issues} if letter else set()
