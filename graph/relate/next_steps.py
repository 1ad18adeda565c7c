"""Which sentences 下一步 and its like make plans: a section, the rest of a paragraph, the list that follows.

At the end of an item's answer such a word ends with the item; before a list, or in a heading, it rules the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from corpus.records import Letter, Sentence
from ontology.clause_words import clause_words
from ontology.cues import status_cues

from .clause_roles import any_clause_word
from .figures.periods import periods
from .lists import AND, CHAPTER, MARK, YEARS
from .masking import ANY_NAME, ANY_PLACE, MaskedSentence
from .proposed_lists import proposing_cue
from .status import ITEM_MARK, clause_bounds, clause_marks, find_cues, firm_statuses

_CHAPTER_MARK = re.compile(CHAPTER)
_LONGEST_HEADING = 40
_OPENING_REACH = 8
"""How far into a sentence 下一步 may stand to govern it (下一步，… / 三是下一步…), in characters."""
_FIRST = frozenset("一1①")
_NUMBERED = re.compile(
    rf"(?P<told>[{ONE_TO_TEN}]+)[是要]|[（(](?P<bracketed>[{ONE_TO_TEN}]+)[)）]|[（(](?P<parted>\d+)[)）]"
    rf"|(?P<circled>[①-⑳])|第(?P<ordinal>[{ONE_TO_TEN}])，|(?P<chapter>[{ONE_TO_TEN}]+)、"
    rf"|(?P<digits>\d+)[.．、](?:(?!\d)|(?={YEARS}))"
)
"""The mark of an item, by its manner and its number."""


def next_steps(letter: Letter) -> Mapping[str, str]:
    """Return sentence_id → cue for the sentences that a section or an opening word (下一步) makes plans.

    A heading governs its section; a word at the beginning of a sentence governs the rest of its paragraph, and where
    that ends in an announcement (…做好以下工作：), the listed paragraphs below it. An announcement of what will be done
    (我局将采取以下措施) governs its list without such a word.
    """
    headings = {
        section.section_id: cue
        for section in letter.sections
        if (
            cue := _section_cue(
                letter.text[section.heading_span.start : section.heading_span.end], len(section.heading)
            )
        )
    }
    parents = {section.section_id: section.parent for section in letter.sections} if headings else {}
    governed: dict[str, str] = {}
    carried, headed, listing, last_end = "", "", _NO_LIST, -1
    texts = [_text(letter, sentence) for sentence in letter.sentences]
    for sentence, text, following in zip(letter.sentences, texts, (*texts[1:], ""), strict=False):
        begins = last_end < 0 or "\n" in letter.text[last_end : sentence.span.start + 1]
        if begins:
            before = letter.text[letter.text.rfind("\n", 0, max(last_end, 0)) + 1 : max(last_end, 0)]
            listing = _listing(text, before, listing) if carried else _NO_LIST
            carried = carried if listing.goes_on else ""
        elif carried and not _belongs(text, listing):
            carried, listing = "", _NO_LIST
        carried = carried or _opening_cue(text)
        announcing = _announced_plan(text) or _counted_plan(text, following)
        listed = announcing if announcing and ("；" in text or _listing_pattern().search(text)) else ""
        headed = _heading_cue(sentence.section_id, parents, headings) or (
            headed if _goes_on(text, begins=begins) else ""
        )
        if cue := carried or headed or listed:
            governed[sentence.sentence_id] = cue
        if announcing:
            carried = carried or announcing
            listing = _Listing(goes_on=True, opened=True, manners=listing.manners)
        if carried:
            listing = _with_lists_begun(listing, text, carried)
        last_end = sentence.span.end
    return governed


def without_facts(
    governed: Mapping[str, str], sentences: Iterable[MaskedSentence], date: str
) -> Mapping[str, str]:
    """Return what `next_steps` governs without the sentences that tell what was done, planning nothing.

    They put it in a time before that of the reply (市财政局2023年设立X), or tell of somebody what is not done by being
    planned (甲市与乙大学签署协议). Marks of items keep what a plan lists.
    """
    facts = {
        each.sentence.sentence_id
        for each in sentences
        if each.sentence.sentence_id in governed and _tells_fact(each.text, date)
    }
    return {key: cue for key, cue in governed.items() if key not in facts} if facts else governed


def _tells_fact(text: str, date: str) -> bool:
    if "planned" in firm_statuses(text, 0, len(text)):
        return False
    subject = _subject_pattern().match(text)
    begin = subject.end() if subject else 0
    if bool(date) and _is_past(text, begin, date):
        return True
    return bool(subject and subject["who"]) and _sealed_pattern().match(text, begin) is not None


def _is_past(text: str, begin: int, date: str) -> bool:
    """Whether a time that is over stands at a place, and its clause describes nothing (落实2023年印发的X)."""
    _, end = clause_bounds(text, begin)
    told = periods(text[begin:end], date)
    if not told or told[0].start > 1 or "的" in text[begin + told[0].end : end]:
        return False
    last = told[0].last or told[0].as_of
    return (
        "" < last < date and not told[0].words.startswith(("到", "至")) and not told[0].words.endswith("前")
    )


@cache
def _subject_pattern() -> re.Pattern[str]:
    """The names that a sentence begins with: 甲市与乙大学, （三）丙局."""
    name = f"[{ANY_NAME}{ANY_PLACE}]"
    joined = rf"(?:{AND}|{any_clause_word('joint')})"
    return re.compile(rf"(?:{MARK})?(?P<who>{name}(?:{joined}?{name})*(?:等[^，。；]{{0,8}})?)?")


@cache
def _sealed_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('adverb')}?{any_clause_word('sealed')}")


def _goes_on(text: str, *, begins: bool) -> bool:
    """Whether a sentence within a paragraph is a further item of its list (…。四是…), a heading though it may seem."""
    mark = None if begins else _NUMBERED.match(text)
    return mark is not None and mark.lastgroup == "told"


class _Listing(msgspec.Struct, frozen=True, kw_only=True):
    """How a plan goes on in the next paragraphs: `opened` where a list is announced, `chapters` if marked 一、二、.

    `manners`: how the items of the lists are marked that began behind the plan's word.
    """

    goes_on: bool = False
    opened: bool = False
    listed: bool = False
    chapters: bool = False
    manners: frozenset[str] = frozenset()


_NO_LIST = _Listing()


def _listing(text: str, before: str, listing: _Listing) -> _Listing:
    """Return whether a new paragraph belongs to the list of an earlier one, or stands below a heading of that list."""
    announced = before.rstrip().endswith(("：", ":"))
    if not announced and not _belongs(text, listing):
        return _NO_LIST
    opened = announced or listing.opened
    chapters = text.startswith("一、") if opened else listing.chapters
    chapter = bool(_CHAPTER_MARK.match(text))
    item = bool(ITEM_MARK.match(text)) or (chapters and chapter)
    headed = len(before) <= _LONGEST_HEADING and _is_heading(before, chapters=chapters)
    below = listing.listed and headed and not chapter
    if not (announced or item or below):
        return _NO_LIST
    return _Listing(goes_on=True, listed=opened or listing.listed, chapters=chapters, manners=listing.manners)


def _belongs(text: str, listing: _Listing) -> bool:
    """Whether a text may go on with a plan: no later item of a list that began before the plan's word (（二）…)."""
    mark = _NUMBERED.match(text)
    if mark is None or mark.lastgroup is None:
        return True
    return mark[mark.lastgroup] in _FIRST or mark.lastgroup in listing.manners


def _with_lists_begun(listing: _Listing, text: str, cue: str) -> _Listing:
    """Return the listing with the manner of each list whose first item stands in a sentence, behind the plan's word."""
    begun = {
        mark.lastgroup
        for mark in _NUMBERED.finditer(text, max(text.find(cue), 0))
        if mark.lastgroup and mark[mark.lastgroup] in _FIRST
    }
    return msgspec.structs.replace(listing, manners=listing.manners | begun) if begun else listing


def _is_heading(before: str, *, chapters: bool) -> bool:
    return bool(ITEM_MARK.match(before)) or (chapters and bool(_CHAPTER_MARK.match(before)))


def _announced_plan(text: str) -> str:
    """Return the cue of a plan whose sentence announces a list of what will be done, or the empty string.

    Names of those spoken to announce nothing, whatever their characters mean (张可望委员：).
    """
    announced = _announcement_pattern().search(text)
    if (announced is None and "：" not in text) or _addressing_pattern().search(text):
        return ""
    if proposed := proposing_cue(text):
        return proposed
    if announced is None:
        return _plan_before_colon(text)
    planned = [each for each in find_cues(text, 0, announced.start()) if each.cue.status == "planned"]
    return planned[-1].cue.cue if planned and not planned[-1].cue.weak else ""


def _counted_plan(text: str, following: str) -> str:
    """Return the cue of a plan that counts what the sentence behind it begins to list, or the empty string.

    我们将重点做好三方面工作。一是…。
    """
    mark = _NUMBERED.match(following)
    counted = _counting_pattern().search(text) if mark and mark[mark.lastgroup or ""] in _FIRST else None
    if counted is None:
        return ""
    planned = [each for each in find_cues(text, *counted.span()) if each.cue.status == "planned"]
    return planned[-1].cue.cue if planned and not planned[-1].cue.weak else ""


@cache
def _counting_pattern() -> re.Pattern[str]:
    """(我们)将重点做好三方面工作。: the last clause of a sentence that ends in how many things there will be."""
    announced = any_clause_word("announced")
    return re.compile(
        rf"[^，。；：]*[{ONE_TO_TEN}两几\d][条项个点件大]?(?:方面)?的?[^，。；：]{{0,4}}?(?:{announced})。$"
    )


def _plan_before_colon(text: str) -> str:
    """Return the cue of a clause that does nothing but plan what is listed behind its colon (我局打算：…；…).

    What is answered plans nothing (经会同甲局研究，现拟答复如下：).
    """
    colon = next((at for at in clause_marks(text) if text[at] == "："), -1)
    if colon < 0 or text.rfind("“", 0, colon) > text.rfind("”", 0, colon):
        return ""
    start, _ = clause_bounds(text, colon)
    if text.endswith(clause_words()["replying"], start, colon):
        return ""
    planned = [each for each in find_cues(text, start, colon) if each.cue.status == "planned"]
    at_colon = bool(planned) and planned[-1].end == colon
    return planned[-1].cue.cue if planned and (at_colon or not planned[-1].cue.weak) else ""


def announces(text: str) -> bool:
    """Return whether a sentence says that a list of what will be done follows: …重点做好以下工作：."""
    return _announcement_pattern().search(text) is not None


@cache
def _announcement_pattern() -> re.Pattern[str]:
    """…以下工作：, …如下措施推进此事。: a list of what will be done follows."""
    announced = any_clause_word("announced")
    return re.compile(rf"(?:以下|如下|下列)(?:[{ONE_TO_TEN}几\d]+[个项点方]?面?)?的?(?:{announced})")


def _heading_cue(
    section_id: str | None, parents: Mapping[str, str | None], headings: Mapping[str, str]
) -> str:
    """The cue of the nearest heading that makes the sentences of a section plans, or the empty string."""
    while section_id is not None:
        if section_id in headings:
            return headings[section_id]
        section_id = parents.get(section_id)
    return ""


@cache
def _listing_pattern() -> re.Pattern[str]:
    """The list that the announcing sentence itself goes on with: 做好以下工作：一是…；二是…, 我局打算：…；…."""
    return re.compile(rf"[：:](?:{ITEM_MARK.pattern}|[^。]*；)")


def _behind_thanks(text: str) -> int:
    """Where a sentence begins behind the clauses that only thank (感谢您的关心，下一步…)."""
    thanks = _thanking_pattern().match(text)
    return thanks.end() if thanks else 0


@cache
def _thanking_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：]{{0,6}}?{any_clause_word('thanking')}[^，。；：]*，")


def _opening_cue(text: str) -> str:
    """The cue about next steps that a sentence begins with, but for one that asks its reader (希望您今后多提意见)."""
    start = _behind_thanks(text)
    return "" if _asking_pattern().match(text, start) else _section_cue(text, _OPENING_REACH, start)


@cache
def _asking_pattern() -> re.Pattern[str]:
    """希望您今后…, 同时恳请贵委…: what a sentence begins with that asks its reader for something."""
    return re.compile(
        rf"[也并同时衷心诚挚真恳切还]{{0,4}}(?:{any_clause_word('addressing')}|欢迎)(?=[您你贵大各继今一多])"
    )


def _section_cue(text: str, reach: int, start: int = 0) -> str:
    """The cue about next steps that stands in the first `reach` characters from `start`, or the empty string."""
    reach += start
    if not _section_words().search(text, start, reach):
        return ""
    for each in find_cues(text, start, min(reach, len(text))):
        if each.cue.reach == "section":
            return each.cue.cue
    return ""


@cache
def _section_words() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(cue.cue) for cue in status_cues() if cue.reach == "section"))


def _text(letter: Letter, sentence: Sentence) -> str:
    return letter.text[sentence.span.start : sentence.span.end].lstrip()


@cache
def _addressing_pattern() -> re.Pattern[str]:
    """张可望委员：, 各位代表：."""
    return re.compile(rf"{any_clause_word('addressee')}[：:]$")
