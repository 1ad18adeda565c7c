"""What stands around the title: document number, classification, metadata lines, copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..cues import either
from ..late_pattern import late_pattern
from ..metadata import PAIR, label_kind
from ..numerals import ONE_TO_TEN
from ..page import Page, Paragraph
from ..records import Basis, Fact, Span
from ..shapes import DATE, fold, is_title
from ..signature import organ_line
from ..stated import named_bodies, states_nothing
from .issuer import by_blanks

_NUMBER = late_pattern(
    r"(?<![\u4e00-\u9fffA-Za-z])(?P<n>(?!第)[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z（）]{0,17}[〔【［（]?(?:19|20)[0-9]{2}[〕】］）]?[-－—]?"
    r"[0-9\u4e00-\u9fff]{0,6}?第?[0-9]{1,5}号)"
    rf"(?=$|[^\u4e00-\u9fff]|{either('class_label', 'aside')})"
)
_CLOCK = re.compile(r"\s+[0-9]{1,2}\s?[:：]\s?[0-9]{1,2}.*")
# 2022-07-01 15:00 来源：…: the line of a web page below the title.
_DATE_FIRST = re.compile(
    r"(?P<date>20[0-9]{2}[-/.][0-9]{2}[-/.][0-9]{2})(?:[0-9]{2}：[0-9]{2})*"
    rf"{either('meta_source', 'meta_other')}："
)
# 来源：X县政府 2017-06-08: the day behind a source is that of publication.
_BEFORE_DATE = re.compile(r"\s*(?=20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\Z)")
# …的答复（浙交建〔2018〕101号）: a number in brackets behind the title.
_BRACKETED_NUMBER = late_pattern(
    r"[（【［](?P<n>[\u4e00-\u9fffA-Za-z]{2,12}[〔【［（](?:19|20)[0-9]{2}[〕】］）][0-9]{1,5}号)[^（）【】［］]{0,4}[）】］]$"
)
# 陕工信办案〔2024〕61号 陕西省工业和信息化厅对…的答复: number and title on one line.
_NUMBER_FIRST = late_pattern(
    r"(?P<n>[\u4e00-\u9fffA-Za-z]{2,12}[〔【［（](?:19|20)[0-9]{2}[〕】］）][0-9]{1,5}号)(?=[\u4e00-\u9fff])"
)
_OF_AN_OFFICE = re.compile("[〔【［（函字发办议复提]")
# 工信建议〔2022〕187号 is a document's number, 2022年建议187号 is not.
_OF_A_PROPOSAL = re.compile(r"会议|(?:提案|建议)(?!.{0,6}[〔【［])")
_CLASS_LABELLED = re.compile(rf"{either('class_label')}[：为]?（?(?P<c>[A-D][0-9]?)(?![A-Za-z0-9])")
_CLASS = re.compile(
    r"[（【［](?P<c>[A-D][0-9]?)类?(?=[^A-Za-z]{0,12}[）】］])|(?<![A-Za-z0-9/])(?P<c2>[A-D][0-9]?)(?:类|\Z)|^(?P<c3>[A-D][0-9]?)："
)
_EACH = re.compile("[^、，；]+")
JOINT = "meta_joint"
"""The kind of rows that name who took part."""
_JOINT_ROLE = re.compile(either("joint_role"))
_TAKES_MARKS = frozenset({"meta_priority", "class_label"})
"""Kinds whose values may be marks (√), or say no (无)."""
_OF_AN_ORGAN = frozenset({"meta_department"})
_BELOW: Mapping[str, Callable[[str], object]] = {
    "meta_date": DATE.match,
    "meta_published": DATE.match,
    "meta_document": _NUMBER.fullmatch,
}
_HOW_MANY = re.compile(rf"（[0-9{ONE_TO_TEN}]{{1,3}}份）$")
_COPIES = re.compile(rf"{either('copies_label')}：(?P<list>[^\n]+)")


def metadata_facts(page: Page, outside: Sequence[tuple[str, str]]) -> dict[str, list[Fact]]:
    """Return the facts of metadata lines by kind: those outside the text first, then those above the salutation.

    Bodies that took part are of a kind for each part that a label names: `meta_joint 协办`.
    """
    found: dict[str, list[Fact]] = {}
    for kind, fact in (*_outside(outside), *_above(page), *_values_below(page)):
        if kind in _TAKES_MARKS or not states_nothing(fact.value):
            found.setdefault(kind, []).extend(_organs(page, fact) if kind in _OF_AN_ORGAN else (fact,))
    return found


def _organs(page: Page, fact: Fact) -> Iterator[Fact]:
    """Yield the fact where a body is named, without the seal behind it and the person beside it."""
    bodies = list(named_bodies(fold(fact.value)))
    if len(bodies) > 1 or (bodies and bodies[0] == (0, len(fact.value))):
        yield fact
    elif bodies:
        (start, end) = bodies[0]
        yield _part(page, fact, fact.value[start:end])


def _part(page: Page, fact: Fact, value: str) -> Fact:
    """Return the fact with a part of its value alone; without a place where white space parts the value in print."""
    start = page.text.find(value, fact.span.start, fact.span.end) if fact.span else -1
    return replace(fact, value=value, span=Span(start=start, end=start + len(value)) if start >= 0 else None)


def _outside(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Fact]]:
    """Yield kind and fact of the labels and values that a page has outside the text."""
    for label, value in pairs:
        kind = label_kind(label)
        printed = _CLOCK.sub("", value).strip()
        if kind == "meta_source" and (day := _BEFORE_DATE.search(printed)):
            yield "meta_published", Fact(value=printed[day.end() :], basis="metadata")
            printed = printed[: day.start()]
        if not kind or not printed:
            continue
        several = kind == "meta_proposer"
        for one in _EACH.findall("".join(printed.split())) if several else (_value(kind, printed),):
            yield _of_part(kind, label), Fact(value=one, basis="metadata")


def _of_part(kind: str, label: str) -> str:
    """Return the kind with the part that bodies behind a label took: 协办单位 → meta_joint 协办."""
    part = _JOINT_ROLE.match(label) if kind == JOINT else None
    return f"{kind} {part.group()}" if part else kind


def _above(page: Page) -> Iterator[tuple[str, Fact]]:
    """Yield kind and fact of the labels and values, and of the day of publication, above the salutation."""
    for paragraph in page.zone("letterhead"):
        if date := _DATE_FIRST.match(paragraph.folded):
            published = page.fact(paragraph.start, paragraph.start + date.end("date"), "metadata")
            yield "meta_published", published
        for match in PAIR.finditer(paragraph.folded):
            kind = label_kind(match["label"])
            if not kind or not match["value"]:
                continue
            start, end = (paragraph.start + at for at in _without_clock(page, paragraph, match))
            if kind == "meta_source" and (day := _BEFORE_DATE.search(page.folded, start + 1, end)):
                yield "meta_published", page.fact(day.start(), end, "metadata")
                end = day.start()
            several = kind == "meta_proposer"
            parts = (
                [one.span() for one in _EACH.finditer(page.folded, start, end)] if several else [(start, end)]
            )
            for part in parts:
                yield _of_part(kind, match["label"]), page.fact(*part, "metadata")


def _values_below(page: Page) -> Iterator[tuple[str, Fact]]:
    """Yield kind and value of labels that stand alone on their line, the value on the next (发文日期： / 2022-07-14).

    A row without a value has the next label below it, so the value must be what the label asks for.
    """
    for above, below in pairwise(page.paragraphs):
        if above.zone == below.zone == "letterhead" and above.folded.endswith("："):
            kind = label_kind(above.folded)
            fits = _BELOW.get(kind or "")
            if kind and fits and fits(below.folded):
                yield kind, page.fact(below.start, below.end, "metadata")


def _value(kind: str, printed: str) -> str:
    """Return a value without white space; organs that blanks separate are then separated by 、."""
    words = printed.split()
    return ("、" if kind == JOINT and all(map(organ_line, words)) else "").join(words)


def _without_clock(page: Page, paragraph: Paragraph, pair: re.Match[str]) -> tuple[int, int]:
    """Return the range of the value in the folded paragraph, without a time of day behind a date.

    The bracket that closes a row in brackets (（督办领导：副市长李明）) is no part of it either.
    """
    start, end = pair.span("value")
    if pair["value"].endswith("）") and pair["value"].count("）") > pair["value"].count("（"):
        end -= 1
    span = page.span(paragraph.start + start, paragraph.start + end)
    kept = _CLOCK.sub("", page.text[span.start : span.end])
    return start, start + len("".join(kept.split())) if kept.strip() else end


def number_before_title(paragraph: Paragraph) -> int:
    """Return how many characters of a folded title are a document number in front of it, 0 for none."""
    match = _NUMBER_FIRST.match(paragraph.folded)
    behind = paragraph.folded[match.end() :] if match else ""
    return match.end() if match and is_title(behind) else 0


def copied(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of `page.folded` that tell to whom copies go."""
    for paragraph in page.zone("signature"):
        if _COPIES.match(paragraph.folded):
            yield paragraph.start, paragraph.end


def document_number(page: Page) -> Fact | None:
    """Return the document number (文号) above the opening, as printed without white space."""
    for paragraph in page.zone("letterhead", "title"):
        titled = paragraph.zone == "title"
        if titled and number_before_title(paragraph):
            match = _NUMBER_FIRST.match(paragraph.folded)
        else:
            match = (_BRACKETED_NUMBER if titled else _NUMBER).search(paragraph.folded)
        if PAIR.match(paragraph.folded) and not titled:
            continue
        if match and _OF_AN_OFFICE.search(match["n"]) and not _OF_A_PROPOSAL.search(match["n"]):
            start, end = match.span("n")
            return page.fact(paragraph.start + start, paragraph.start + end, basis_of(paragraph))
    return None


def classification(page: Page, stated: Sequence[Fact]) -> Fact | None:
    """Return the class of the reply (A: solved, B: in hand, C: not now), in half-width letters.

    `stated` are the values of a form's row.
    """
    for pattern in (_CLASS_LABELLED, _CLASS):
        for paragraph in page.zone("letterhead", "title", "signature"):
            match = pattern.search(paragraph.folded)
            if match:
                group = next(name for name, value in match.groupdict().items() if value)
                printed = page.fact(
                    paragraph.start + match.start(group),
                    paragraph.start + match.end(group),
                    basis_of(paragraph),
                )
                return replace(printed, value=match[group])
    found = ((fact, _CLASS.match(f"（{fold(fact.value).strip('（）')}）")) for fact in stated)
    return next((replace(fact, value=match["c"]) for fact, match in found if match), None)


def copies_to(page: Page) -> Iterator[Fact]:
    """Yield those to whom copies go (抄送：A，B)."""
    for paragraph in page.zone("signature", "letterhead", "closing", "body"):
        match = _COPIES.match(paragraph.folded)
        if match is None:
            continue
        for one in re.finditer(r"[^、，；。]+", match["list"]):
            start = paragraph.start + match.start("list") + one.start()
            for begin, end in by_blanks(page, start, start + len(one.group())):
                count = _HOW_MANY.search(page.folded, begin, end)
                last = count.start() if count else end
                if not states_nothing(page.value(begin, last)):
                    yield page.fact(begin, last, "signature")


def basis_of(paragraph: Paragraph) -> Basis:
    """Return the basis that a paragraph gives to a fact: its zone, body for headings and closing."""
    match paragraph.zone:
        case "heading" | "closing":
            return "body"
        case basis:
            return basis
