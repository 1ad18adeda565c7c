"""The annotated letters as `LinkedLetter`s with gold mentions: what the claim extractors are measured on.

Everything before the extractors (reader, recogniser, linker) is replaced by the annotation, so the figures are
upper bounds for the whole flow.
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
from graph.records import LinkedLetter, Mention
from ontology import places

TESTS = Path(__file__).parents[2]
FOLDERS = (TESTS / "gold", TESTS / "dev", TESTS / "claimed", TESTS / "claimed_unseen")


@cache
def rows(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def docs_of(folder: str) -> tuple[str, ...]:
    return tuple(row["doc"] for row in rows(TESTS / folder / "headers.jsonl"))


TUNING = (
    "cppcc-2024237",
    "cppcc-2025141",
    "npc-JY20230063",
    "d01",
    "d02",
    "d03",
    "d04",
    "d05",
    "d06",
    "d07",
    "d08",
    *(doc for doc in docs_of("claimed") if doc <= "h08"),
)
"""What patterns were tuned on; d05 to d08 joined them one by one, after the scores they had unseen were written down:
relations F1 0.58 (d05), 0.39 (d06), 0.64 (d07), 0.72 (d08), in the order d06, d07, d08, d05."""
REWORDED = tuple(doc for doc in docs_of("claimed") if doc > "h08")
"""Tuned on as well, but measured apart: written on purpose to say relations in other words than the letters before.
Unseen they had relations P 0.69, R 0.12, F1 0.20, figures F1 0.90, commitments F1 0.61, status 0.69."""
REPORTED = ("cppcc-2024232", "cppcc-2024079")
"""What is reported. Their errors were not read, with two exceptions: counts of errors by rule and relation, while they
(and then d05 to d08) were still the reported ones, guided which patterns to revise; and the sentence of 2024232 that
lists four national projects was read for the finding about it. So these scores are close to unseen, not wholly so."""
UNSEEN = docs_of("claimed_unseen")
"""Invented letters whose texts, rows and errors nobody has read who works on the extractors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLetter:
    """One annotated letter: the record the extractors read, and the gold rows to compare with."""

    linked: LinkedLetter
    relations: tuple[dict[str, Any], ...]
    figures: tuple[dict[str, Any], ...]
    commitments: tuple[dict[str, Any], ...]


def of_letter(path: Path, doc: str) -> tuple[dict[str, Any], ...]:
    return tuple(row for row in rows(path) if row["doc"] == doc)


@cache
def gold_letter(doc: str) -> GoldLetter:
    folder = next(each for each in FOLDERS if any(row["doc"] == doc for row in rows(each / "headers.jsonl")))
    linked = linked_letter(folder, doc)
    resolve = {row["id"]: place_id(row["name"]) for row in rows(folder / "places.jsonl")}

    def renamed(name: str) -> list[dict[str, Any]]:
        ends = ("subject", "object", "actor")
        return [
            {**row, **{end: resolve.get(row[end], row[end]) for end in ends if end in row}}
            for row in of_letter(folder / name, doc)
        ]

    return GoldLetter(
        linked=linked,
        relations=tuple(renamed("relations.jsonl")),
        figures=of_letter(folder / "figures.jsonl", doc),
        commitments=tuple(renamed("commitments.jsonl")),
    )


def place_id(name: str) -> str:
    return "place/" + (places.load().resolve(name) or name)


def linked_letter(folder: Path, doc: str) -> LinkedLetter:
    (header,) = of_letter(folder / "headers.jsonl", doc)
    path = folder / f"{doc}.txt"
    text = (path if path.exists() else folder / "letters" / f"{doc}.txt").read_text(encoding="utf-8")
    annotated = of_letter(folder / "mentions.jsonl", doc)
    mentions = tuple(mention(row, number) for number, row in enumerate(annotated, start=1))
    letter = letter_record(doc, text, header)
    issuer = header.get("issuer") or issuer_of(folder, header)
    place = places.load().resolve(jurisdiction(header["congress"]))
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


def jurisdiction(congress: str) -> str:
    """Return the place of a body: 深圳市福田区八届人大 → 深圳市福田区, 十三届全国人大 → 全国."""
    found = re.match(
        r".*?(全国|[^\d第届会]{2,9}?[省市区县](?=政协|人大|第|[一二三四五六七八九十]))", congress
    )
    return found[1] if found else congress


def issuer_of(folder: Path, header: dict[str, Any]) -> str | None:
    name = header["issuing_department"]
    found = [
        row["id"]
        for row in rows(folder / "entities.jsonl")
        if name in (row["preferred_name"], *row["aliases"])
    ]
    return found[0] if found and name else None


def mention(row: dict[str, Any], number: int) -> Mention:
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


def letter_record(doc: str, text: str, header: dict[str, Any]) -> Letter:
    sections = tuple(sections_of(text, header["sections"]))
    sentences = tuple(sentences_of(text, sections))
    date = header["reply_date"]
    return Letter(
        letter_id=doc,
        source=f"{doc}.txt",
        raw_sha256="",
        text=text,
        raw_offsets=array("L", range(len(text))),
        header=Header(
            jurisdiction=places.load().resolve(jurisdiction(header["congress"])),
            reply_date=Fact(value=date, basis="signature") if date else None,
            addressees=tuple(Fact(value=name, basis="salutation") for name in header["addressees"]),
            proposal_numbers=tuple(Fact(value=header["proposal_number"], basis="title") for _ in (1,)),
        ),
        sections=sections,
        sentences=sentences,
    )


def sections_of(text: str, printed: list[dict[str, Any]]) -> Iterator[Section]:
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


def sentences_of(text: str, sections: tuple[Section, ...]) -> Iterator[Sentence]:
    first = sections[0].span.start if sections else 0
    last = text.rstrip().rfind("\n")
    for number, found in enumerate(re.finditer(r"[^。！？\n]+[。！？]*", text), start=1):
        span = Span(start=found.start(), end=found.end())
        around = [section for section in sections if section.span.start <= span.start < section.span.end]
        yield Sentence(
            sentence_id=f"{number:04d}",
            section_id=around[-1].section_id if around else None,
            span=span,
            zone=zone(text, span, around, first, last),
        )


def zone(text: str, span: Span, around: list[Section], first: int, last: int) -> Any:
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
