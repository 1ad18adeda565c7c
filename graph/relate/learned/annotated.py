"""Annotated letters as the extractors meet them, with names and entities of the annotation, to train and to measure.

Everything before the extractors (reader, recogniser, linker) is replaced by the annotation, so a score measured on
them is an upper bound for the whole flow.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.records import Fact, Header, Letter, Section, Sentence, Span
from ontology import places

from ...records import LinkedLetter, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A letter and what it states: (sentence_id, relation, source node, target node)."""

    linked: LinkedLetter
    stated: frozenset[tuple[str, str, str, str]]


def related(folder: Path) -> list[Related]:
    """Return the letters of a folder of annotations with their relations, in the order of headers.jsonl.

    Raises `OSError` or `ValueError` (`KeyError`) where a file is missing or broken.
    """
    found = []
    for header in rows(folder / "headers.jsonl"):
        linked = linked_letter(folder, header["doc"])
        names = place_ids(folder, linked)
        stated = frozenset(
            (
                sentence_at(linked.letter, row["start"]),
                row["predicate"],
                names.get(row["subject"], row["subject"]),
                names.get(row["object"], row["object"]),
            )
            for row in of_letter(folder / "relations.jsonl", header["doc"])
        )
        found.append(Related(linked=linked, stated=stated))
    return found


def sentence_at(letter: Letter, position: int) -> str:
    """Return the id of the sentence around a place of the text. Raises `StopIteration` where there is none."""
    return next(each.sentence_id for each in letter.sentences if each.span.start <= position < each.span.end)


@cache
def rows(path: Path) -> tuple[dict[str, Any], ...]:
    """Return the rows of a .jsonl file, in file order."""
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def of_letter(path: Path, doc: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a .jsonl file that are about one letter."""
    return tuple(row for row in rows(path) if row["doc"] == doc)


def place_ids(folder: Path, linked: LinkedLetter) -> dict[str, str]:
    """Return the node of each annotated place as a letter means it, by its full name where the lexicon knows it."""
    home = linked.place.removeprefix("place/") if linked.place else None
    return {row["id"]: f"place/{_meant(row['name'], home)}" for row in rows(folder / "places.jsonl")}


def _meant(name: str, home: str | None) -> str:
    """Return a place's full name; that of a town, which no list holds, lies in the county that speaks of it."""
    town = f"{home}{name}"
    return places.load().resolve(name, within=home) or (town if places.load().known(town) else name)


def linked_letter(folder: Path, doc: str) -> LinkedLetter:
    """Return a letter with its annotated names, linked to the annotated entities."""
    (header,) = of_letter(folder / "headers.jsonl", doc)
    path = folder / f"{doc}.txt"
    text = (path if path.exists() else folder / "letters" / f"{doc}.txt").read_text(encoding="utf-8")
    annotated = of_letter(folder / "mentions.jsonl", doc)
    mentions = tuple(_mention(row, number) for number, row in enumerate(annotated, start=1))
    letter = _letter_record(doc, text, header)
    issuer = header.get("issuer") or _issuer_of(folder, header)
    place = _home(header)
    return LinkedLetter(
        letter=letter,
        mentions=mentions,
        entity_ids={
            each.mention_id: tuple(row["entity_ids"]) for each, row in zip(mentions, annotated, strict=True)
        },
        issuer=issuer,
        place=f"place/{place}" if place else None,
        reply=f"reply/{doc}",
        proposals=(f"proposal/{doc}",),
    )


def _home(header: dict[str, Any]) -> str | None:
    """Return the place that a letter is at home in: that of who signed it within that of the congress, else this."""
    known = places.load()
    signed = known.resolve(known.prefix(header.get("issuing_department") or "") or "")
    congress = known.resolve(_jurisdiction(header["congress"]))
    return signed if congress is None or (signed and congress in known.ancestors(signed)) else congress


def _jurisdiction(congress: str) -> str:
    """Return the place of a body: 深圳市福田区八届人大 → 深圳市福田区, 十三届全国人大 → 全国."""
    found = re.match(
        r".*?(全国|[^\d第届会]{2,9}?[省市区县](?=政协|人大|第|[一二三四五六七八九十]))", congress
    )
    return found[1] if found else congress


def _issuer_of(folder: Path, header: dict[str, Any]) -> str | None:
    name = header["issuing_department"]
    found = [
        row["id"]
        for row in rows(folder / "entities.jsonl")
        if name in (row["preferred_name"], *row["aliases"])
    ]
    return found[0] if found and name else None


def _mention(row: dict[str, Any], number: int) -> Mention:
    return Mention(
        mention_id=f"{row['doc']}#m{number:04d}",
        letter_id=row["doc"],
        span=Span(start=row["start"], end=row["end"]),
        text=row["text"],
        kind=row["kind"],
        recogniser="gold",
        score=1.0,
        anaphor=row["anaphor"],
    )


def _letter_record(doc: str, text: str, header: dict[str, Any]) -> Letter:
    sections = tuple(_sections_of(text, header["sections"]))
    sentences = tuple(_sentences_of(text, sections))
    date = header["reply_date"]
    return Letter(
        letter_id=doc,
        source=f"{doc}.txt",
        raw_sha256="",
        text=text,
        raw_offsets=array("L", range(len(text))),
        header=Header(
            jurisdiction=_home(header),
            reply_date=Fact(value=date, basis="signature") if date else None,
            addressees=tuple(Fact(value=name, basis="salutation") for name in header["addressees"]),
            proposal_numbers=tuple(Fact(value=header["proposal_number"], basis="title") for _ in (1,)),
        ),
        sections=sections,
        sentences=sentences,
    )


def _sections_of(text: str, printed: list[dict[str, Any]]) -> Iterator[Section]:
    """A section ends where the next of the same or an outer level begins."""
    for number, row in enumerate(printed):
        later = [other["start"] for other in printed[number + 1 :] if other["level"] <= row["level"]]
        end = min([*later, len(text)])
        heading = Span(start=row["start"], end=row["start"] + len(row["heading"]))
        yield Section(
            section_id=f"s{number + 1:02d}",
            parent=None,
            level=row["level"],
            heading=row["heading"],
            heading_span=heading,
            span=Span(start=row["start"], end=end),
        )


def _sentences_of(text: str, sections: tuple[Section, ...]) -> Iterator[Sentence]:
    first = sections[0].span.start if sections else 0
    last = text.rstrip().rfind("\n")
    for number, found in enumerate(re.finditer(r"[^。！？\n]+[。！？]*", text), start=1):
        span = Span(start=found.start(), end=found.end())
        around = [section for section in sections if section.span.start <= span.start < section.span.end]
        yield Sentence(
            sentence_id=f"{number:04d}",
            section_id=around[-1].section_id if around else None,
            span=span,
            zone=_zone(text, span, around, first, last),
        )


def _zone(text: str, span: Span, around: list[Section], first: int, last: int) -> Any:
    body = text[span.start : span.end]
    if any(section.heading_span.start == span.start and section.level for section in around):
        whole = any(section.heading_span.end >= span.end - 1 for section in around)
        return "heading" if whole else "body"
    # An unsigned letter ends in its body, as the reader says too.
    if span.start > last - 30 and "。" not in body:
        return "signature"
    if span.start < first and not re.search("[。：:]", body):
        return "title"
    if body.endswith("：") and span.start < first and "，" not in body and "。" not in body:
        return "salutation"
    return "opening" if span.start < first else "body"
