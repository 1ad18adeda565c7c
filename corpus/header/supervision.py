"""Key proposals (重点提案): the words that mark one, and who supervises (督办) how it is handled.

Supervisors are officials in office whom the letter names for what they do, facts as its addressees are; a contact
person is none of them and has gone before a header is read (`privacy`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..cues import cues, either
from ..late_pattern import late_pattern
from ..page import Page, Paragraph
from ..records import Fact
from .letterhead import basis_of

_PRIORITY = re.compile(
    rf"(?P<p>{either('priority')})"
    rf"(?=(?:类|{either('sort_of_asked', 'sort_of_session')})*{either('asked')}|第[0-9]|件|案|办理件)"
)
_STATED_YES = cues()["stated_yes"]
_STATED_NO = cues()["stated_no"]

_OFFICE = either("office_held")
_SURNAME = either("surname", "surname_rare")
_NAME = rf"(?:{_SURNAME}[\u4e00-\u9fff某×X*]{{1,2}}|[\u4e00-\u9fff]{{2,8}}·[\u4e00-\u9fff·]{{2,12}})"
# The organ in which an office is held: 省, 市政府, 县委, 苏州市人大常委会.
_SEAT = (
    rf"(?:(?:(?!{either('asked', 'not_in_seat')})[\u4e00-\u9fff]){{0,16}}?"
    rf"(?:[省市区县州盟旗委部局厅办]|{either('seat_end')}))?"
)
_OFFICIAL = late_pattern(
    rf"(?:分管)?(?:{_SEAT}{_OFFICE}[、兼])*{_SEAT}(?P<before>{_NAME})?{_OFFICE}(?P<after>{_NAME})?"
)
_BODY = late_pattern(rf"[\u4e00-\u9fff]{{2,24}}(?:{either('supervising_body')})")
_HOW = rf"(?:{either('supervised_how')}|[、并，])*"
_SUPERVISED = late_pattern(rf"(?:同志)?(?:的|等)?{_HOW}{either('supervised')}")
_SUPERVISOR_IS = late_pattern(
    rf"{either('meta_supervisor')}(?:为|是|：)(?P<who>[^，。；）]{{2,60}}?)(?=同志|[，。；）]|$)"
)
_BREAK = re.compile("[，。；：（）“”《》]")
_BREAK_OF_SEVERAL = re.compile("[。；：（）“”《》]")
_SEVERAL = re.compile(either("supervised_together"))
_LEAD = re.compile(rf".*(?:{either('supervision_lead')}|分管[\u4e00-\u9fff]{{1,8}}的)")
_YEAR = re.compile("(?:19|20)[0-9]{2}年?度?")
_THIS = re.compile(rf"{either('this_proposal')}(?:件|案|重点)*(?:{either('asked')}|件)")
_SUPERVISION = "督"
"""What every word for supervision holds."""
REACH = 800
LONGEST = 60


def read_priority(page: Page, stated: Sequence[Fact]) -> Fact | None:
    """Return the words that mark a proposal as a key one (重点督办); `stated` are the values of a form's row."""
    for paragraph in page.zone("title", "letterhead", "opening"):
        match = _PRIORITY.search(paragraph.folded)
        if match:
            return page.fact(
                paragraph.start + match.start("p"), paragraph.start + match.end("p"), basis_of(paragraph)
            )
    told = (fact for fact in stated if fact.value not in _STATED_NO)
    return next((_yes(fact) for fact in told), None)


def _yes(fact: Fact) -> Fact:
    return Fact(value="重点", span=fact.span, basis=fact.basis) if fact.value in _STATED_YES else fact


def read_supervisors(page: Page, stated: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return who supervises the handling, as printed with their offices: 副市长李明, 市政协副主席 where no name is.

    Read from title, letterhead and opening, from a sentence of the body about 该提案, and from `stated`, the values
    of a form's row.
    """
    paragraphs = page.paragraphs if _SUPERVISION in page.folded else ()
    found = [fact for paragraph in paragraphs for fact in _in_paragraph(page, paragraph)]
    found += [part for fact in stated for part in _parts_of(fact)]
    distinct: dict[str, Fact] = {}
    for fact in found:
        distinct.setdefault(fact.value, fact)
    return tuple(
        fact
        for value, fact in distinct.items()
        if not any(other != value and other.startswith(value) for other in distinct)
    )


def _in_paragraph(page: Page, paragraph: Paragraph) -> Iterator[Fact]:
    basis = basis_of(paragraph)
    for start, end in _sentences_about_it(paragraph):
        text = paragraph.folded[:end]
        for match in _SUPERVISED.finditer(text, start):
            stops = _BREAK_OF_SEVERAL if _SEVERAL.search(match.group()) else _BREAK
            for first, last in _named_before(text, start, match.start(), stops):
                yield page.fact(paragraph.start + first, paragraph.start + last, basis)
        for match in _SUPERVISOR_IS.finditer(text, start):
            for first, last in _who(text, *match.span("who"), bodies=True):
                yield page.fact(paragraph.start + first, paragraph.start + last, basis)


def _sentences_about_it(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a paragraph that speak of the proposal: all of the head, else sentences on 该提案."""
    text = paragraph.folded
    if _SUPERVISION not in text or paragraph.zone == "contact":
        return
    if paragraph.zone in ("title", "letterhead", "opening", "signature"):
        yield 0, min(len(text), REACH)
        return
    start = 0
    for sentence in text.split("。"):
        if _SUPERVISION in sentence and _THIS.search(sentence):
            yield start, start + len(sentence)
        start += len(sentence) + 1


def _named_before(text: str, start: int, end: int, stops: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the ranges of those named right in front of 督办 in `text[start:end]`."""
    begin = max([start, end - LONGEST, *(m.end() for m in stops.finditer(text, start, end) if m.end() < end)])
    lead = _LEAD.match(text, begin, end)
    year = _YEAR.match(text, lead.end() if lead else begin, end)
    return _who(text, year.end() if year else lead.end() if lead else begin, end, bodies=bool(lead))


def _who(text: str, start: int, end: int, *, bodies: bool) -> list[tuple[int, int]]:
    """Return the officials (and bodies) that end `text[start:end]`, from the last one that is none of them on."""
    if _is_official(text[start:end]):
        return [(start, end)]
    found: list[tuple[int, int]] = []
    for first, stop in reversed(_split(text, start, end)):
        last = stop - 2 if text.endswith("同志", first, stop) else stop
        if not (_is_official(text[first:last]) or (bodies and _BODY.fullmatch(text, first, last))):
            break
        found.append((first, last))
    return found[::-1]


def _is_official(words: str) -> bool:
    return _OFFICIAL.fullmatch(words) is not None


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts between 、 and 和; two offices of one person (市委常委、副市长李明) stay together."""
    parts: list[tuple[int, int]] = []
    at = start
    for match in re.finditer("、|，|；|以及|和|与(?!会)", text[start:end]):
        cut = start + match.start()
        if not _is_office_alone(text[at:cut]):
            parts.append((at, cut))
            at = start + match.end()
    return [*parts, (at, end)]


def _is_office_alone(words: str) -> bool:
    match = _OFFICIAL.fullmatch(words)
    return match is not None and not (match["before"] or match["after"])


def _parts_of(fact: Fact) -> Iterator[Fact]:
    """Yield the officials of a value that stands outside the text; what is printed there is taken at its word."""
    if fact.value in (*_STATED_YES, *_STATED_NO):
        return
    for first, last in _split(fact.value, 0, len(fact.value)):
        if "：" in fact.value[first:last]:
            return  # 副市长李明；协办：市财政局: the next label
        yield Fact(value=fact.value[first:last].removesuffix("同志"), span=fact.span, basis=fact.basis)
