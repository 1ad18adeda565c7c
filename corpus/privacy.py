"""Contact lines: recognised, the office kept, persons, telephones, e-mail and postal addresses dropped for good.

What is dropped here is in no text, no offset, no issue and no log.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from .contacts.again import contact_names, said_again
from .contacts.clauses import Clauses, may_ask
from .contacts.people import (
    ADDRESS_LINE,
    COPIED,
    LABELS_ORGAN,
    NAMED_NUMBER,
    OF_PROPOSERS,
    ORGAN_AND_PERSON,
    PEOPLE,
    SINGLE,
    asks_for_person,
    is_directory,
    named_in_prose,
)
from .contacts.rows import IsPlace, counts_something, is_call_alone, is_counted, is_place_counted
from .contacts.shapes import (
    GROUP,
    LABEL,
    LATIN_TAIL,
    LOCAL_IN_SENTENCE,
    NUMBER,
    TAIL,
    WEAK,
    holds_call,
    is_contacts,
    may_be_label,
    may_hold_byline,
    may_hold_contacts,
    may_hold_group,
    may_hold_label,
    may_hold_latin,
    may_hold_number,
    may_name_contact,
    spaced,
)
from .contacts.tables import contact_rows
from .contacts.view import contact_view
from .cues import cues, either
from .late_pattern import late_pattern
from .shapes import fold, is_date_line, is_salutation
from .signature import organ_line
from .traced import ROW_BLANKS, Traced

_OFFICE = late_pattern(rf"(?P<label>{spaced('office_label')})\s*[：]\s*(?P<value>[^，。；、：（）\t]+)")
_COPIES = late_pattern(rf"{either('copies_label')}\s*：")
_COPIES_STARTS = tuple({word[0] for word in cues()["copies_label"]})
_CLASS = late_pattern(rf"{either('class_label')}\s*：\s*[A-D][0-9]?类?(?![A-Za-z0-9])")
_ONLY_LABEL = late_pattern(rf"[（【［]?\s*{LABEL}\s*[：]?\s*")
_ONLY_BYLINE = late_pattern(rf"{spaced('byline_label')}\s*：")
_LABEL_AT_END = late_pattern(rf"{LABEL}\s*[：]\s*$")
_VALUE = re.compile(r"\s*[^，；。：\s]{1,24}")
_LABELLED_VALUE = late_pattern(rf"(?P<head>{LABEL}\s*[：])\s*[^，；。\s]{{0,40}}")
_NAME_BEGUN = late_pattern(rf"{LABEL}\s*：\s*{SINGLE}$")
_NAME_ENDS = late_pattern(r"[\u4e00-\u9fff]{1,2}")
_ADDRESS_AT_END = re.compile(r"地\s*[址点]\s*[：][^，；。]*$")
_ADDRESS_GOES_ON = re.compile(r"[^，；。\s]{0,24}[号室楼层幢栋座元户]")
LONGEST_LINE = 300
_LEFT_MARKS = "）)；;，,。 \t\u3000"
"""What stands behind a contact and says nothing without it."""
REACH = 60
SHORT_VALUE = 24
SHORTEST_ORGAN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A paragraph that may be shown, and its folded text; `office` says that it is the office of a contact line."""

    body: Traced
    folded: str
    office: bool = False


def without_contacts(paragraphs: Sequence[Traced], is_place: IsPlace = lambda _: False) -> tuple[Kept, ...]:
    """Return the paragraphs without contact lines; an office named in one stays as a paragraph of its own.

    `is_place` says whether a word is the name of a place: what stands beside it in a table counts something.
    """
    rows = contact_rows(paragraphs, is_place)
    sieve = _Sieve(is_place)
    for at, paragraph in enumerate(paragraphs):
        sieve.take(paragraph, rows.get(at, []))
    return _without_names(sieve.kept, contact_names(sieve.told))


class _Sieve:
    """Takes paragraphs in their order and keeps what may be shown; a contact may go on in the next paragraph."""

    def __init__(self, is_place: IsPlace) -> None:
        self.kept: list[Kept] = []
        self.told: list[str] = []
        """The paragraphs with contacts, as the patterns of contacts see them."""
        self._is_place = is_place
        self._value_follows = False
        """The paragraph before is a label alone."""
        self._people_follow = False
        """The paragraph before is a contact line: names alone below it are contacts, too."""
        self._contact = ""
        """The paragraph before, where a contact ends it."""

    def take(self, paragraph: Traced, gone: Sequence[tuple[int, int]] | None) -> None:
        """Take the next paragraph; `gone` are the ranges of contacts in a row of a table, None: all of it."""
        if gone is None:
            self._expect_nothing()
            return
        paragraph = self._without_rest(paragraph.without(gone))
        if not paragraph.text or self._is_expected(paragraph.text):
            return
        bare = fold(paragraph.text)
        if bare.startswith(_COPIES_STARTS) and _COPIES.match(bare):
            paragraph = _without_persons(paragraph, self.kept)
            bare = fold(paragraph.text)
        if may_hold_contacts(bare) or (
            may_name_contact(bare) and asks_for_person(contact_view(paragraph.text))
        ):
            self._sift(paragraph)
        else:
            self._expect_nothing()
            self.kept.append(Kept(body=paragraph, folded=bare))

    def _expect_nothing(self) -> None:
        self._value_follows = self._people_follow = False
        self._contact = ""

    def _without_rest(self, paragraph: Traced) -> Traced:
        """Return the paragraph without the end of a contact that the one before breaks off in."""
        over = _runs_over(self._contact, contact_view(paragraph.text)) if self._contact else 0
        self._contact = ""
        if not over:
            return paragraph
        self._value_follows = False
        return paragraph.cut(over, len(paragraph.text)).stripped(_LEFT_MARKS)

    def _is_expected(self, text: str) -> bool:
        """Return whether a paragraph is the value of the label above it, or names more people."""
        if self._value_follows and _is_value(text):
            self._value_follows = False
            self._people_follow = True
            return True
        return self._people_follow and _is_people(text)

    def _sift(self, paragraph: Traced) -> None:
        """Keep what is no contact in a paragraph that holds some."""
        view = contact_view(paragraph.text)
        self.told.append(view)
        alone = may_be_label(fold(view))  # most are not, and the patterns are long
        parts = tuple(_kept(paragraph, view, self._is_place))
        self.kept.extend(parts)
        self._value_follows = alone and _ONLY_LABEL.fullmatch(view) is not None
        byline = alone and _ONLY_BYLINE.fullmatch(view) is not None
        self._people_follow = byline or all(part.office for part in parts)
        self._contact = view if _breaks_off(paragraph, parts) else ""


def _without_names(kept: Sequence[Kept], names: Set[str]) -> tuple[Kept, ...]:
    """Return the paragraphs without the contact persons whom the text names; who is greeted has asked and stays."""
    greeted = "".join(part.folded for part in kept if is_salutation(part.folded)) if names else ""
    gone = sorted(name for name in names if name not in greeted)
    if not gone:
        return tuple(kept)
    bare = (_without(part, said_again(part.body.text, gone)) for part in kept)
    return tuple(part for part in bare if part.body.text.strip())


def _without(part: Kept, spans: Sequence[tuple[int, int]]) -> Kept:
    if not spans:
        return part
    body = part.body.without(spans)
    return replace(part, body=body, folded=fold(body.text))


def _without_persons(copies: Traced, above: Sequence[Kept]) -> Traced:
    """Return the line of those to whom copies go without persons that no salutation greets."""
    view = contact_view(copies.text)
    found = list(COPIED.finditer(view))
    greeted = "".join(part.folded for part in above if is_salutation(part.folded)) if found else ""
    return copies.without(
        (match.start() - (view[match.start() - 1] in "，、；"), match.end())
        for match in found
        if fold(match["who"]) not in greeted
    )


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
    return len(text) <= SHORT_VALUE and not is_contacts(contact_view(text)) and not _is_signature(text)


def _is_people(text: str) -> bool:
    return (
        len(text) <= SHORT_VALUE
        and PEOPLE.fullmatch(contact_view(text)) is not None
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
    folded = contact_view(value)
    if is_contacts(folded):
        return ""
    beside = LOCAL_IN_SENTENCE if of_person else NAMED_NUMBER
    parts = (GROUP, TAIL, NUMBER, WEAK, LATIN_TAIL, beside)
    found = [match.span() for part in parts for match in part.finditer(folded)]
    ends = [0, *(at for span in _merged(found) for at in span), len(value)]
    return "".join(value[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)).strip(
        " （；，、"
    )


def _kept(paragraph: Traced, folded: str, is_place: IsPlace) -> Iterator[Kept]:
    if _is_contact_line(folded, is_place):
        yield from _class(paragraph, folded)
        yield from _offices(paragraph, folded, 0, len(folded))
        return
    spans = _dropped(folded, is_place)
    rest = paragraph.without(spans).stripped(ROW_BLANKS if "\t" in paragraph.text else None)
    if rest.text.strip("（）()；;，,。 \t"):
        yield Kept(body=rest, folded=fold(rest.text))
    for start, end in spans:
        yield from _offices(paragraph, folded, start, end)


def _is_contact_line(folded: str, is_place: IsPlace) -> bool:
    if len(folded) > LONGEST_LINE or OF_PROPOSERS.search(folded):
        return False
    if is_contacts(folded) or is_call_alone(folded, is_place) or ADDRESS_LINE.fullmatch(folded):
        return True
    rest = NUMBER.sub("", folded)
    if is_salutation(fold(GROUP.sub("", folded) if may_hold_group(folded) else folded)):
        return False
    if rest != folded and len(rest.strip("（）：，；、 ")) <= 12:
        return not (counts_something(folded, is_place) or is_counted(rest))
    return is_directory(folded, is_place)


def _dropped(folded: str, is_place: IsPlace) -> list[tuple[int, int]]:
    """Return the sorted, disjoint ranges that hold contact data."""
    clauses = Clauses(folded)
    groups = [match.span() for match in GROUP.finditer(folded)] if may_hold_group(folded) else []
    solid = fold(folded)
    numbered = may_hold_number(solid)
    parts = (*([WEAK] * may_hold_byline(solid)), *([NUMBER] * numbered))
    bare = [match.span() for part in parts for match in part.finditer(folded)]
    tails = (*([TAIL] * may_hold_label(solid)), *([LATIN_TAIL] * may_hold_latin(solid)))
    bare += [span for part in tails for span in _labelled(clauses, part)]
    if may_ask(folded):
        local = [match.span() for match in LOCAL_IN_SENTENCE.finditer(folded)]
        bare += [span for span in local if clauses.asks_to_call(*span)]
    bare += _beside_persons(clauses, is_place) if numbered and holds_call(folded) else ()
    brackets = (
        [match.span(match.lastgroup or 0) for match in ORGAN_AND_PERSON.finditer(folded)]
        if LABELS_ORGAN.search(folded)
        else []
    )
    ranges = [
        *brackets,
        *(clauses.with_person(*span) for span in groups),
        *(clauses.with_request(*span) for span in sorted(set(_outside(bare, groups)))),
        *(clauses.around(*span) for span in _outside(named_in_prose(folded), groups)),
    ]
    return [_with_marks(folded, *span) for span in _merged(ranges)]


def _labelled(clauses: Clauses, label: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of contacts from their label to the end of the sentence, or to a statement before it."""
    match = label.search(clauses.folded)
    while match:
        start, end = clauses.to_statement(*match.span())
        yield start, end
        match = label.search(clauses.folded, max(end, match.start() + 1))


def _outside(
    ranges: Iterable[tuple[int, int]], groups: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges that begin in none of the groups, which are sorted and disjoint."""
    begins = [start for start, _ in groups]
    for span in ranges:
        place = bisect_right(begins, span[0])
        if not place or groups[place - 1][1] <= span[0]:
            yield span


def _beside_persons(clauses: Clauses, is_place: IsPlace) -> Iterator[tuple[int, int]]:
    """Yield the ranges of numbers beside a person; the person goes too, unless it is one who proposed."""
    for match in NAMED_NUMBER.finditer(clauses.folded):
        if is_place_counted(match.group(), is_place):
            continue
        if clauses.of_proposers(match.start()):
            yield from (
                part.span() for part in LOCAL_IN_SENTENCE.finditer(clauses.folded, match.start(), match.end())
            )
        else:
            yield match.span()


def _with_marks(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a range with the brackets around it, or with the comma behind it where one stands before it, too."""
    if folded[start - 1 : start] == "（" and folded[end : end + 1] == "）":
        return start - 1, end + 1
    return start, end + (folded[start - 1 : start] == folded[end : end + 1] == "，")


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


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
