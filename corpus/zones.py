"""Where in a letter each paragraph stands: letterhead, title, salutation, opening, heading, body, closing, ending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cues import either
from .metadata import PAIR
from .records import Zone
from .shapes import GREETING, ITEM, is_item, is_salutation, is_stopped, is_title, item_number
from .signature import Ending, find_ending, organ_line

HEAD = 30
OPENING = 3
LONGEST_HEADING = 140
LONGEST_LETTERHEAD = 45
LONGEST_ROW = 120
LONGEST_ORGAN = 16
LONGEST_CLOSING = 260
REACH = 240
"""Characters in which an opening says that it was turned over: many may be named who asked."""
_INNER_STOP = re.compile("[。；：]")
THANKS = re.compile(f".{{0,4}}{either('thanks')}")  # 首先感谢您的建议 answers nothing
_BELOW = re.compile(rf"{either('answers_below')}[。：，；]?|{either('received')}")
# 李明、王芳委员，民建市委会: a comma parts those greeted only behind a role.
# 致公党深圳市委会、民进深圳市委会：: nobody but who asked is greeted so, whatever stands below.
_PARTIES = re.compile(rf"(?:{either('party')}[^、，：；。]{{0,14}}委员?会[、，]?)+：")
# …号提案的会办意见: written for the department in charge.
# 经研究，我局对十四届全国人大二次会议第4127号建议提出如下协办意见：
_OPINION_ON = re.compile(rf"第[^，。]{{1,12}}号{either('asked')}[^。：]{{0,12}}{either('answers_below')}")
_OPINION = re.compile(f"{either('joint_role')}意见$")
_ANNOUNCED = re.compile(either("answers_below"))
# 我局作为主管部门责无旁贷，现将有关情况汇报如下：: announced again, and nothing else in the paragraph.
_ANNOUNCES = re.compile(rf"[^。；]{{0,120}}{either('answers_below')}：")
_TO_ORGAN = re.compile(rf"(?:[^，。；：]{{2,60}}{either('person_role')}[，；])*[^，。；]{{2,60}}：")
_TURNED_OVER = re.compile(rf"{either('turned_over', 'received')}|^《[^《》]{{6,}}{either('asked')}》")
_ANSWER = re.compile(rf"[【［]?{either('answer_label')}(?:（[^（）]*）)?[】］]?：?")
ANSWER_LABEL = re.compile(rf"[【［]?{either('answer_label')}(?:（[^（）]*）)?(?:[】］]：?|：)")
_OF_LETTERHEAD = re.compile("[0-9〔（届]|类")
# The heading of a part without a number: 针对“强化源头追溯”建议，答复如下：….
ANSWERED = re.compile(
    rf"(?P<heading>{either('introducing')}(?:“[^”]{{2,80}}”|[^，。：；“”]{{4,60}}?){either('point_end')}"
    rf"，?{either('answered_lead')}?{either('answered_so')})[：。]"
)
# 关于…，…，…的建议: a point is named in full however long it is, but 关于X，我局…的建议 is a sentence.
POINT_HEADING = re.compile(
    rf"{either('introducing')}(?:(?!{either('self')}|，{either('own_place')}|{either('point_asked')}，)[^。；：]){{4,300}}?"
    rf"{either('point_asked')}(?=[。：]|$)"
)
# 针对王委员提出的“加大补贴力度”，我局…: what is quoted is the point, behind it stands the answer.
QUOTED_HEADING = re.compile(
    rf"{either('introducing')}[^，。；：“”]{{0,16}}?{either('raised', 'asked_noun')}[的，：]?“[^”]{{4,80}}”"
    "(?=[，。：；])"
)
_CLOSING = re.compile(rf"(?:{either('closing_lead')}，?)?{either('closing')}.*")
_LISTED = re.compile("[，。；：]一[是要]")
_OF_PAGE = re.compile(rf"(?!{either('signed_on')}：){either('meta_source', 'meta_published', 'meta_url')}：.")
_COLLECTIVE = re.compile(rf".*(?:{either('collective', 'organ_end', 'party', 'town_end')})(?:、.+)?等?：")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Indices of the paragraphs that open a letter; None where it has no such paragraph."""

    title: int | None
    salutation: int | None

    @property
    def last(self) -> int:
        """The last paragraph of the head, -1 where it has none."""
        return max(
            -1 if self.title is None else self.title, -1 if self.salutation is None else self.salutation
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the body of a letter: the paragraphs that open it and those that end it."""

    head: Head
    ending: Ending


def find_frame(folded: Sequence[str]) -> Frame:
    """Return head and ending of a letter whose folded paragraphs are given."""
    head = find_head(folded)
    return Frame(head=head, ending=find_ending(folded[: _foot(folded, head)], start=head.last))


def _foot(folded: Sequence[str], head: Head) -> int:
    """Return where the lines begin that a page prints below a letter of its source and day (信息来源：…)."""
    end = len(folded)
    while (
        end > head.last + 1 and _OF_PAGE.match(folded[end - 1]) and len(folded[end - 1]) < LONGEST_LETTERHEAD
    ):
        end -= 1
    return end


def find_head(folded: Sequence[str]) -> Head:
    """Return title and salutation of a letter whose folded paragraphs are given."""
    top = range(min(len(folded), HEAD))
    title = next((at for at in top if is_title(folded[at])), None)
    begin = 0 if title is None else title
    # Some put 致：… above the title.
    salutation = next((at for at in (*top[begin:], *top[:begin]) if is_salutation(folded[at])), None)
    if salutation is None or salutation > begin + 8:
        to_organ = title is not None and _OPINION.search(folded[title]) is not None
        organ = next((at for at in top[begin:] if _greets_organ(folded, at, bare=to_organ)), None)
        salutation = organ if organ is not None else salutation
    return Head(title=title, salutation=salutation)


def _greets_organ(folded: Sequence[str], at: int, *, bare: bool) -> bool:
    """Return whether a line greets an organ; `bare`: also without its colon, where an opinion for one is titled so."""
    if bare and len(folded[at]) <= LONGEST_ORGAN and not is_stopped(folded[at]) and not is_title(folded[at]):
        return organ_line(folded[at]) is not None and _turns_over(folded, at)
    line = GREETING.sub("", folded[at]).rstrip("：") + "：" if GREETING.search(folded[at]) else folded[at]
    if not (_TO_ORGAN.fullmatch(line) and _COLLECTIVE.fullmatch(line)) or at + 1 >= len(folded):
        return False
    return ITEM.match(line) is None and (_PARTIES.fullmatch(line) is not None or _turns_over(folded, at))


def _turns_over(folded: Sequence[str], at: int) -> bool:
    """Return whether the line below says that a proposal was received."""
    below = folded[at + 1][:REACH] if at + 1 < len(folded) else ""
    return _TURNED_OVER.search(below) is not None or _OPINION_ON.search(below) is not None


def find_zones(folded: Sequence[str], frame: Frame) -> tuple[Zone, ...]:
    """Return the zone of every folded paragraph of a letter, offices of contact lines left out."""
    zones: list[Zone] = [_body_zone(line) for line in folded]
    _mark_head(zones, folded, frame.head)
    foot = _foot(folded, frame.head)
    zones[foot:] = ["letterhead"] * (len(zones) - foot)
    _mark_statements(zones, folded, foot if frame.ending.first is None else frame.ending.first)
    _mark_ending(zones, folded, frame.ending, frame.head, foot)
    return tuple(zones)


def _body_zone(line: str) -> Zone:
    return "heading" if is_heading(line) else "body"


def is_heading(folded: str) -> bool:
    """Return whether a folded paragraph is a numbered heading and nothing else."""
    match = ITEM.match(folded)
    if match is None or only_thanks(match):
        return False
    named = POINT_HEADING.match(folded, match.end()) or QUOTED_HEADING.match(folded, match.end())
    if named and len(folded) - named.end() <= 1:
        return True
    if named and named.re is QUOTED_HEADING:
        return False
    if len(folded) > LONGEST_HEADING:
        return False
    rest = folded[match.end() :].rstrip("。：；")
    return bool(rest) and not _INNER_STOP.search(rest) and (not folded.endswith("。") or len(folded) <= 60)


def only_thanks(item: re.Match[str]) -> bool:
    """Return whether what the number of an item begins thanks who asked: 首先，感谢您… heads nothing."""
    return item.lastgroup == "ordinal" and THANKS.match(item.string, item.end()) is not None


def _mark_statements(zones: list[Zone], folded: Sequence[str], end: int) -> None:
    """Mark a numbered sentence as text where none stands below it: （二）年底前建成城东小学。"""
    for at in range(end):
        if (
            zones[at] == "heading"
            and folded[at].endswith("。")
            and not _heads_something(zones, folded, at, end)
        ):
            zones[at] = "body"


def _heads_something(zones: Sequence[Zone], folded: Sequence[str], at: int, end: int) -> bool:
    """Whether text or a list of another kind of number stands below a numbered line, or it names a point."""
    own = ITEM.match(folded[at])
    if own is None or POINT_HEADING.match(folded[at], own.end()):
        return True
    if at + 1 >= end:
        return False
    below = ITEM.match(folded[at + 1])
    if below is None:
        return zones[at + 1] == "body" and _CLOSING.match(folded[at + 1]) is None
    return below.lastgroup != own.lastgroup and item_number(below.group()) == 1


def _mark_head(zones: list[Zone], folded: Sequence[str], head: Head) -> None:
    for at in range(head.last + 1):
        zones[at] = "letterhead"
    for at in range(head.last + 1):
        if is_title(folded[at]) and at < HEAD:
            zones[at] = "title"
    if head.salutation is not None:
        zones[head.salutation] = "salutation"
    begin = head.last + 1
    if begin == 0:
        begin = _form_above_answer(folded)
        zones[:begin] = ["letterhead"] * begin
    begin += _mark_letterhead_below(zones, folded, begin)
    answered = {at for at, line in enumerate(folded) if ANSWERED.match(line)}
    for at in range(begin, min(begin + OPENING, len(folded))):
        begins = at == begin and not is_item(folded[at])
        if zones[at] == "heading" or not (begins or _BELOW.search(folded[at])):
            break
        if at in answered and len(answered) > 1:
            break
        zones[at] = "opening"
        if _ANNOUNCED.search(folded[at]):
            if zones[at + 1 : at + 2] == ["body"] and _ANNOUNCES.fullmatch(folded[at + 1]):
                zones[at + 1] = "opening"
            break


def _form_above_answer(folded: Sequence[str]) -> int:
    """Return where the answer begins in a letter without title and salutation: the rows of a form stand above it."""
    top = folded[:HEAD]
    answer = next((at for at, line in enumerate(top) if ANSWER_LABEL.match(line)), 0)
    if sum(PAIR.match(line) is not None for line in top[:answer]) < 2:
        return 0
    return answer + (_ANSWER.fullmatch(folded[answer]) is not None)


def _mark_letterhead_below(zones: list[Zone], folded: Sequence[str], begin: int) -> int:
    """Mark number, date or session lines between head and opening; return how many there are."""
    count = 0
    while begin + count < len(folded):
        line = folded[begin + count]
        told = PAIR.match(line) is not None or _ANSWER.fullmatch(line) is not None
        if len(line) >= (LONGEST_ROW if told else LONGEST_LETTERHEAD):
            break
        if not told and (is_stopped(line) or zones[begin + count] == "heading" or organ_line(line)):
            break
        if not told and not _OF_LETTERHEAD.search(line):
            break
        zones[begin + count] = "letterhead"
        count += 1
    return count


def _mark_ending(zones: list[Zone], folded: Sequence[str], ending: Ending, head: Head, foot: int) -> None:
    marked = [
        *ending.organs,
        *ending.labelled,
        *ending.asides,
        *([] if ending.date is None else [ending.date]),
    ]
    for at in marked:
        zones[at] = "signature"
    last = min(marked) if marked else foot
    for at in range(last - 1, head.last, -1):
        if zones[at] != "body" or not _is_closing(folded, zones, at):
            break
        zones[at] = "closing"


def _is_closing(folded: Sequence[str], zones: Sequence[Zone], at: int) -> bool:
    """Whether a paragraph closes a letter; one that thanks and goes on, below a heading or with a list, is text."""
    if not _CLOSING.match(folded[at]) or len(folded[at]) > LONGEST_CLOSING:
        return False
    return zones[at - 1] != "heading" and not _LISTED.search(folded[at])
