"""Contact lines: recognised, the office kept, persons, telephones, e-mail and postal addresses dropped for good.

What is dropped here is in no text, no offset, no issue and no log.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .contact_people import (
    ADDRESS_LINE,
    NAMED,
    NAMED_NUMBER,
    OF_PROPOSERS,
    ORGAN_AND_PERSON,
    PEOPLE,
    PERSON,
    REQUEST_NAMED,
    SEND,
    SINGLE,
    is_directory,
)
from .contact_shapes import (
    GROUP,
    LABEL,
    LATIN_TAIL,
    LINE,
    LOCAL_ALONE,
    LOCAL_IN_SENTENCE,
    NUMBER,
    STRONG,
    TAIL,
    WEAK,
    may_hold_contacts,
    may_hold_latin,
    may_hold_number,
    may_name_contact,
    spaced,
)
from .cues import cues, either
from .shapes import fold, is_date_line, is_salutation, same_width
from .signature import organ_line
from .traced import ROW_BLANKS, Traced

_STOP = re.compile("[。！？；]")
_ASKS = re.compile(either("asks_to_call"))
_OFFICE = re.compile(rf"(?P<label>{spaced('office_label')})\s*[：]\s*(?P<value>[^，。；、：（）\t]+)")
_CLASS = re.compile(rf"{either('class_label')}\s*：\s*[A-D][0-9]?类?(?![A-Za-z0-9])")
_ONLY_LABEL = re.compile(rf"[（【［]?\s*{LABEL}\s*[：]?\s*")
_ONLY_BYLINE = re.compile(rf"{spaced('byline_label')}\s*：")
_LABEL_AT_END = re.compile(rf"{LABEL}\s*[：]\s*$")
_VALUE = re.compile(r"\s*[^，；。：\s]{1,24}")
_LABELLED_VALUE = re.compile(rf"(?P<head>{LABEL}\s*[：])\s*[^，；。\s]{{0,40}}")
_SOMEBODY = re.compile(
    rf"{LABEL}|{STRONG}|{either('contact_person')}|{either('colleague')}|[0-9]{{5}}"
    rf"|(?:^|{either('office_end')}){PERSON}(?:{either('person_title')})?$|^{PERSON}{either('person_title')}"
)
"""What a clause beside a call holds that may name a person, a number or a place to go to."""
_NAME_BEGUN, _NAME_ENDS = re.compile(rf"{LABEL}\s*：\s*{SINGLE}$"), re.compile(r"[\u4e00-\u9fff]{1,2}")
_ADDRESS_AT_END = re.compile(r"地\s*[址点]\s*[：][^，；。]*$")
_ADDRESS_GOES_ON = re.compile(r"[^，；。\s]{0,24}[号室楼层幢栋座元户]")
LONGEST_LINE = 300
REACH = 60
SHORT_VALUE = 24
SHORTEST_ORGAN = 6
SHORTEST_STATEMENT = 6
"""Characters. A shorter clause beside a call to write or ring belongs to it: 如有疑问, 欢迎监督."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A paragraph that may be shown, and its folded text; `office` says that it is the office of a contact line."""

    body: Traced
    folded: str
    office: bool = False


def without_contacts(paragraphs: Sequence[Traced]) -> tuple[Kept, ...]:
    """Return the paragraphs without contact lines; an office named in one stays as a paragraph of its own."""
    kept: list[Kept] = []
    value_follows = False
    people_follow = False  # a contact line stands above: names alone below it are contacts, too
    contact = ""  # the paragraph before, where a contact ends it
    for whole in paragraphs:
        paragraph = whole
        if contact and (over := _runs_over(contact, same_width(whole.text))):
            paragraph = whole.cut(over, len(whole.text)).stripped()
            value_follows = False
        contact = ""
        if not paragraph.text:
            continue
        if value_follows and _is_value(paragraph.text):
            value_follows = False
            people_follow = True
            continue
        if people_follow and _is_people(paragraph.text):
            continue
        bare = fold(paragraph.text)
        if may_hold_contacts(bare) or (
            may_name_contact(bare) and REQUEST_NAMED.search(same_width(paragraph.text))
        ):
            folded = same_width(paragraph.text)
            value_follows = _ONLY_LABEL.fullmatch(folded) is not None
            parts = tuple(_kept(paragraph, folded))
            kept.extend(parts)
            contact = folded if _breaks_off(paragraph, parts) else ""
            people_follow = all(part.office for part in parts) or _ONLY_BYLINE.fullmatch(folded) is not None
        else:
            value_follows = people_follow = False
            kept.append(Kept(body=paragraph, folded=bare))
    return tuple(kept)


def _breaks_off(paragraph: Traced, parts: Sequence[Kept]) -> bool:
    """Return whether the end of a paragraph was dropped as a contact, and no stop or bracket closes it."""
    shown = bool(parts) and parts[-1].body.offsets[-1] == paragraph.offsets[-1]
    return not shown and paragraph.text[-1] not in "。）)】］]"


def _runs_over(contact: str, text: str) -> int:
    """Return how many characters of `text` belong to a contact that the paragraph above it, `contact`, breaks off in.

    A label, a number, a name or an address may be parted by the end of a line that was not recognised as soft.
    """
    if _is_signature(text):
        return 0
    if _NAME_BEGUN.search(contact) and _NAME_ENDS.fullmatch(text):
        return len(text)
    if _LABEL_AT_END.search(contact):
        value = _VALUE.match(text)
        return value.end() if value else 0
    before = contact[-REACH:]
    address = _ADDRESS_AT_END.search(before) and _ADDRESS_GOES_ON.match(text)
    if address:
        return address.end()
    joined = before + text[:REACH]
    parted = (
        match.end() - len(before)
        for part in (_LABELLED_VALUE, NUMBER)
        for match in part.finditer(joined)
        if match.start() < len(before) < match.end("head" if part is _LABELLED_VALUE else 0)
    )
    return max(parted, default=0)


def _is_value(text: str) -> bool:
    """Return whether a paragraph below a label alone is its value: short, and no labelled line itself."""
    return len(text) <= SHORT_VALUE and LINE.match(same_width(text)) is None and not _is_signature(text)


def _is_people(text: str) -> bool:
    return (
        len(text) <= SHORT_VALUE
        and PEOPLE.fullmatch(same_width(text)) is not None
        and not _is_signature(text)
    )


def _is_signature(text: str) -> bool:
    """Return whether a paragraph is an organ or a date; a shorter one may be a name that ends as organs do (王建社)."""
    folded = fold(text)
    return is_date_line(folded) or (len(folded) >= SHORTEST_ORGAN and organ_line(folded) is not None)


def without_contact_data(value: str, *, of_person: bool = False) -> str:
    """Return a value of a form or of a page's metadata without contact data, "" where it is nothing else.

    `of_person` says that its label names somebody who is no contact person (提案人): the name stays.
    """
    if not may_hold_contacts(fold(value)):
        return value
    folded = same_width(value)
    if LINE.match(folded):
        return ""
    beside = LOCAL_IN_SENTENCE if of_person else NAMED_NUMBER
    parts = (GROUP, TAIL, NUMBER, WEAK, LATIN_TAIL, beside)
    found = [match.span() for part in parts for match in part.finditer(folded)]
    ends = [0, *(at for span in _merged(found) for at in span), len(value)]
    return "".join(value[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)).strip(
        " （；，、"
    )


def _kept(paragraph: Traced, folded: str) -> Iterator[Kept]:
    if _is_contact_line(folded):
        yield from _class(paragraph, folded)
        yield from _offices(paragraph, folded, 0, len(folded))
        return
    spans = _dropped(folded)
    rest = paragraph.without(spans).stripped(ROW_BLANKS if "\t" in paragraph.text else None)
    if rest.text.strip("（）()；;，,。 \t"):
        yield Kept(body=rest, folded=fold(rest.text))
    for start, end in spans:
        yield from _offices(paragraph, folded, start, end)


def _is_contact_line(folded: str) -> bool:
    if len(folded) > LONGEST_LINE or OF_PROPOSERS.search(folded):
        return False
    if LINE.match(folded) or LOCAL_ALONE.fullmatch(folded) or ADDRESS_LINE.fullmatch(folded):
        return True
    rest = NUMBER.sub("", folded)
    if is_salutation(fold(GROUP.sub("", folded))):
        return False
    if rest != folded and len(rest.strip("（）：，；、 ")) <= 12:
        return True
    return is_directory(folded)


def _dropped(folded: str) -> list[tuple[int, int]]:
    """Return the sorted, disjoint ranges that hold contact data."""
    groups = [match.span() for match in GROUP.finditer(folded)]
    numbered, latin = may_hold_number(fold(folded)), may_hold_latin(fold(folded))
    parts = (TAIL, *([WEAK] * ("：" in folded)), *([NUMBER] * numbered), *([LATIN_TAIL] * latin))
    bare = [match.span() for part in parts for match in part.finditer(folded)]
    if _ASKS.search(folded):
        local = [match.span() for match in LOCAL_IN_SENTENCE.finditer(folded)]
        bare += [span for span in local if _asks_to_call(folded, *span)]
    bare += _beside_persons(folded) if numbered else ()
    outside = [span for span in bare if not any(start <= span[0] < end for start, end in groups)]
    named = [match.span() for part in (REQUEST_NAMED, SEND) for match in part.finditer(folded)]
    brackets = [match.span("who") for match in ORGAN_AND_PERSON.finditer(folded)] if "：" in folded else []
    return _merged(
        [
            *brackets,
            *(_with_person(folded, *span) for span in groups),
            *(_with_request(folded, *span) for span in outside),
            *(_clauses(folded, *span) for span in named),
        ]
    )


def _beside_persons(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of numbers beside a person; the person goes too, unless it is one who proposed."""
    for match in NAMED_NUMBER.finditer(folded):
        if OF_PROPOSERS.search(folded, 0, match.start()):
            yield from (
                part.span() for part in LOCAL_IN_SENTENCE.finditer(folded, match.start(), match.end())
            )
        else:
            yield match.span()


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_request(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to cut: a number alone, or the clauses of its sentence that ask to call or write.

    The clauses before and behind them stay, unless somebody may be named there.
    """
    first, last = _sentence_around(folded, start, end)
    asked = [match.span() for match in _ASKS.finditer(folded, first, last)]
    if asked:
        return _clauses(folded, min(start, asked[0][0]), max(end, asked[-1][1]))
    return _with_person(folded, start, end)


def _with_person(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to cut: contact data alone, or with the clause that names whose they are."""
    first, last = _sentence_around(folded, start, end)
    begin = _clause_before(folded, first, start)
    before = _clause_before(folded, first, begin - 1) if begin > first else begin
    named = NAMED.search(folded, before, start) or NAMED.search(
        folded, end, _clause_behind(folded, last, end)
    )
    if named is None or OF_PROPOSERS.search(folded, 0, start) or _greets(folded, start, end):
        return _tidily(folded, start, end)
    return _clauses(folded, min(named.start(), start), max(named.end(), end))


def _tidily(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range with the brackets around it, or the comma before it, that would be left with nothing to hold."""
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    if before == "（" and behind == "）":
        return start - 1, end + 1
    return (start - 1, end) if before == "，" and (not behind or behind in "。！？；") else (start, end)


def _greets(folded: str, start: int, end: int) -> bool:
    return is_salutation(fold(folded[:start] + folded[end:]))


def _clauses(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the clauses that hold `start` and `end`, and of those beside them that name somebody."""
    first, last = _sentence_around(folded, start, end)
    begin = _clause_before(folded, first, start)
    while begin > first and _may_name_somebody(
        folded, before := _clause_before(folded, first, begin - 1), begin - 1
    ):
        begin = before
    stop = _clause_behind(folded, last, end)
    while stop < last and _may_name_somebody(folded, stop, behind := _clause_behind(folded, last, stop)):
        stop = behind
    if stop < last or begin == first:
        return begin, stop
    # The end of the sentence goes: the comma before it goes, too, and the mark that ends the sentence stays.
    return begin - 1, (last - 1 if folded[last - 1] in "。！？；" else last)


def _clause_before(folded: str, first: int, end: int) -> int:
    """Return where the clause begins that holds the character before `end`."""
    return max(folded.rfind("，", first, end) + 1, first)


def _clause_behind(folded: str, last: int, start: int) -> int:
    """Return where the clause ends, its comma included, that holds the character at `start`."""
    comma = folded.find("，", start, last)
    return comma + 1 if comma >= 0 else last


def _may_name_somebody(folded: str, start: int, end: int) -> bool:
    clause = folded[start:end].strip("，。！？； ")
    if NAMED.search(clause):
        return True
    if len(clause) < SHORTEST_STATEMENT and not any(map(str.isdigit, clause)):
        return True
    return _SOMEBODY.search(clause) is not None


def _asks_to_call(folded: str, start: int, end: int) -> bool:
    return _ASKS.search(folded, *_sentence_around(folded, start, end)) is not None


def _sentence_around(folded: str, start: int, end: int) -> tuple[int, int]:
    stop = _STOP.search(folded, end)
    return max(folded.rfind(mark, 0, start) for mark in "。！？；") + 1, stop.end() if stop else len(folded)


def _class(paragraph: Traced, folded: str) -> Iterator[Kept]:
    """Yield the class of the reply that stands in one line with a contact (签发人：…　办理结果：A)."""
    match = _CLASS.search(folded)
    if match:
        body = paragraph.cut(*match.span())
        yield Kept(body=body, folded=fold(body.text))


def _offices(paragraph: Traced, folded: str, start: int, end: int) -> Iterator[Kept]:
    for match in _OFFICE.finditer(folded, start, end):
        office = _office(match["value"].strip(), match["label"])
        if office:
            at = folded.index(office, match.start("value"))
            yield Kept(body=paragraph.cut(at, at + len(office)), folded=fold(office), office=True)
            return


def _office(value: str, label: str) -> str:
    """Return the office that the value of a label begins with, "" where it names a person or nothing."""
    first = re.split(r"\s+|[0-9]", value)[0]
    match = re.match(rf"[\u4e00-\u9fffA-Za-z]+(?:{either('office_end')})", first)
    if match is None or len(match.group()) < 3:
        return ""
    office = match.group()
    return "" if "人" in label and _may_be_person(office) else office


def _may_be_person(name: str) -> bool:
    """Return whether a short name reads as surname and given name (王登科) rather than as an office (金融科)."""
    return len(name) <= 3 and name[0] in cues()["surname"] and name[:2] not in cues()["office_word"]
