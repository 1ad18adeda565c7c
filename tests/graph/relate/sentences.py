"""One sentence as a linked letter: `[name|kind|id]` marks a mention, `[我局|o|issuer]` an anaphor of the issuer."""

from __future__ import annotations

import re
from array import array

from corpus.records import Fact, Header, Letter, Section, Sentence, Span
from graph.records import LinkedLetter, Mention

KINDS = {"o": "organisation", "f": "fund", "p": "platform", "y": "policy"}
_MARK = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<kind>[ofpy])(?:\|(?P<id>[^\]]*))?\]")


def linked(
    marked: str, *, issuer="", jurisdiction="深圳市福田区", date="2024-08-08", heading=""
) -> LinkedLetter:
    """Return a letter whose body is `marked`, sentences ending at 。！？; ids default to the names themselves.

    A body signed it where `issuer` says so, or where the sentence speaks of it: what has no subject is then its act.
    """
    issuer = ("issuer" if "|issuer]" in marked else None) if issuer == "" else issuer
    text, mentions, ids = "", [], {}
    if heading:
        text = heading + "\n"
    position = 0
    for number, mark in enumerate(_MARK.finditer(marked), start=1):
        text += marked[position : mark.start()]
        mention = Mention(
            mention_id=f"m{number}",
            letter_id="letter",
            span=Span(start=len(text), end=len(text) + len(mark["text"])),
            text=mark["text"],
            kind=KINDS[mark["kind"]],
            recogniser="test",
            score=1.0,
            anaphor=mark["text"].startswith(("我", "本")),
        )
        mentions.append(mention)
        name = mark["text"] if mark["id"] is None else mark["id"]
        ids[mention.mention_id] = tuple(name.split("|")) if name else ()
        text += mark["text"]
        position = mark.end()
    text += marked[position:]
    letter = letter_of(text, jurisdiction=jurisdiction, date=date, heading=heading)
    place = f"place/{jurisdiction}" if jurisdiction else None
    return LinkedLetter(
        letter=letter,
        mentions=tuple(mentions),
        entity_ids=ids,
        issuer=issuer,
        place=place,
        reply="reply/letter",
        proposals=(),
    )


def letter_of(
    text: str, *, letter_id="letter", jurisdiction="深圳市福田区", date="2024-08-08", heading=""
) -> Letter:
    """Return a letter of body sentences, below one section where a heading is given."""
    sections = ()
    if heading:
        sections = (
            Section(
                section_id="s01",
                parent=None,
                level=1,
                heading=heading,
                heading_span=Span(start=0, end=len(heading)),
                span=Span(start=0, end=len(text)),
            ),
        )
    sentences = tuple(
        Sentence(
            sentence_id=f"{number:04d}",
            section_id="s01" if sections else None,
            span=Span(start=found.start(), end=found.end()),
            zone="heading" if heading and found.start() == 0 else "body",
        )
        for number, found in enumerate(re.finditer(r"[^。！？\n]+[。！？]*", text), start=1)
    )
    return Letter(
        letter_id=letter_id,
        source=f"{letter_id}.txt",
        raw_sha256="",
        text=text,
        raw_offsets=array("L", range(len(text))),
        header=Header(
            jurisdiction=jurisdiction or None,
            reply_date=Fact(value=date, basis="signature") if date else None,
        ),
        sections=sections,
        sentences=sentences,
    )
