"""Shapes of contact persons without a label: beside a number, in a request to ask them, alone in a line of a directory.

A name is told from a common word by what stands before and behind it; words are rows of cues.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..cues import cues, either
from ..late_pattern import late_pattern
from .numbers import LOCAL, NUMBER, UNIT
from .view import CELL_MARK

_SURNAMES = (*cues()["surname"], *cues()["surname_rare"])
SINGLE = "[" + "".join(sorted({name for name in _SURNAMES if len(name) == 1})) + "]"
_COMPOUND = "(?:" + "|".join(sorted({name for name in _SURNAMES if len(name) > 1})) + ")"
_GIVEN = r"[\u4e00-\u9fff×*]"
_NO_WORD = f"(?!{either('office_word', 'not_a_name')})"
_NO_END = f"(?<![{''.join(cues()['no_name_end'])}])"
_DOTTED = r"[\u4e00-\u9fff]{1,8}[·•・‧][\u4e00-\u9fff]{1,8}"
LONG_NAME = (
    rf"(?:{_NO_WORD}(?:{_COMPOUND}{_GIVEN}{{1,2}}|{SINGLE}(?:\s{{0,4}}{_GIVEN}){{2}}){_NO_END}|{_DOTTED})"
)
"""A name of three characters or more; few words have its shape."""
_SHORT_NAME = rf"{_NO_WORD}{SINGLE}\s{{0,4}}{_GIVEN}{_NO_END}"
LAST_PERSON = rf"(?:{LONG_NAME}|{_SHORT_NAME})"
"""A person at the end of what is looked for: the longest name that stands there."""
PERSON = (
    rf"(?:{_NO_WORD}(?:{_COMPOUND}{_GIVEN}{{1,2}}|{SINGLE}(?:\s{{0,4}}{_GIVEN}){{1,2}}){_NO_END}|{_DOTTED})"
)
"""The same where no dot can stand behind the name; half the work to compile, and most patterns hold several."""
ENDS_IN_NAME = late_pattern(rf"{LONG_NAME}$")
_LATIN = r"[A-Z][a-z]{1,15}(?:[\s-][A-Z][a-z]{1,15}){1,2}"
TITLE = either("person_title", "contact_title")

_MARKS = r"\s，；、：（）【】［］/|｜‖<>“”…—–\-"
_SIGNS = r"\u2013-\u3002"  # dashes, quotes, bullets, arrows, numbers in circles
_BEFORE_NAMES = "".join(
    sorted(
        {
            word[-1]
            for kind in ("office_end", "person_title", "contact_title", "name_lead", "contact_person")
            for word in cues()[kind]
        }
    )
)
_LEFT = rf"(?<![^{_MARKS}{_SIGNS}！？0-9{_BEFORE_NAMES}])"
_LEFT_IN_PROSE = rf"(?<![^，。；！？\s{_BEFORE_NAMES}])"
_CALL = rf"(?:{NUMBER}|{LOCAL}(?!{UNIT}))"
_FAMILIAR = f"(?:{_NO_WORD}[小老]{SINGLE}|{SINGLE}工)"
# 王芳（产业处处长，65123456）, 王芳（产业处 65123456）
_POST = rf"\s*（[^（）0-9，。；：]{{0,16}}?(?:{TITLE}|{either('office_end')})"
NAMED_NUMBER = late_pattern(
    rf"{_LEFT}(?:{PERSON}[、，\s]+){{0,3}}(?:{PERSON}(?:\s*{TITLE})?|{_FAMILIAR}|{_LATIN})(?P<post>{_POST})?[{_MARKS}]{{0,4}}(?:{either('contact_strong')}\s*[：为是]?\s*)?{_CALL}(?(post)(?:\s*）)?)"
    rf"|{_CALL}[{_MARKS}]{{0,4}}(?:{PERSON}(?:\s*{TITLE})?|{_LATIN})(?=[{_MARKS}。]|$)"
)
"""A person beside a number."""

NAMED = late_pattern(
    rf"{_LEFT_IN_PROSE}(?:{LONG_NAME}(?=\s*(?:{TITLE}|{either('handles')}|[（，。；！？]|$))|{_SHORT_NAME}(?=\s*{TITLE}))"
    rf"|{either('contact_person')}\s*(?:为|是|系|：)?\s*{LAST_PERSON}"
    rf"|{TITLE}\s*[\u4e00-\u9fff·]{{2,4}}?(?=\s*{either('behind_titled')})"
)
"""A person in a clause beside a number: 由成果处王建华负责, 副处长王建华于5月与您沟通."""

_REQUEST = rf"(?<![申邀聘提报]){either('request')}"
_MAYBE = f"(?:{_REQUEST}|{either('request_weak')})"
_TOWARDS = "[与和跟同向找至到给洽询系电由]"
_OFFICE = rf"(?:[^，。；！？：]{{0,20}}?(?<=[{_BEFORE_NAMES}]))?"
_TOLD = rf"\s*(?:处|本人)?\s*(?:（[^（）]*）)?\s*(?:{either('asks_to_call', 'asks_to_tell')})"
_TITLED = rf"(?:{LAST_PERSON}\s*{TITLE}|[\u4e00-\u9fff·]{{2,6}}同志)"
REQUEST_NAMED = late_pattern(
    rf"{_REQUEST}[^，。；！？：]{{0,40}}?{_TOWARDS}{_OFFICE}{LONG_NAME}(?:\s*{TITLE})?{_TOLD}"
    rf"|{_MAYBE}[^，。；！？：]{{0,40}}?{_TOWARDS}{_OFFICE}{_TITLED}{_TOLD}"
    rf"|{_MAYBE}[^，。；！？：]{{0,20}}?(?:{either('asks_to_call')}|[洽询找]){_OFFICE}(?:{LONG_NAME}|{_TITLED})(?=\s*(?:{TITLE})?[，。；！？（）】］]|$)"
    rf"|{either('contact_person')}(?:为|是|系)[^，。；：]{{0,14}}?{_LEFT}{LAST_PERSON}"
    rf"|{_LEFT}{LAST_PERSON}(?:\s*{TITLE})?(?:为|任|担任|作为)[^，。；：]{{0,10}}{either('contact_person')}(?=[，。；]|$)"
)
"""A clause that asks to turn to a person, or says who the contact person is, without any number."""
_MAY_ASK_FOR = re.compile(
    rf"{_MAYBE}[^，。；！？：]*?(?:（[^（）]*）\s*)?(?:{either('asks_to_call', 'asks_to_tell')}|[洽询找])"
    rf"|{either('contact_person')}"
)
"""What such a clause always holds."""

OWNED = late_pattern(rf"{_LEFT}{LONG_NAME}的?{either('contact_of')}")
"""Somebody whose telephone or address a line names: 可拨打王建华手机."""
HANDLED_BY = late_pattern(
    rf"{either('this_letter')}由(?:[^，。；！？：]{{0,20}}?(?<=[{_BEFORE_NAMES}]))?\s*"
    rf"{LAST_PERSON}(?:\s*{TITLE})?(?:[、和及]\s*{LAST_PERSON}(?:\s*{TITLE})?)*\s*(?:具体|负责|共同)*{either('handled')}"
)
"""Who dealt with a letter: 此件由高新处王芳、李明办理; who asked or supervises is named with other verbs."""

_STREET = either("street")
SEND = late_pattern(
    rf"{either('asks_to_send')}[^，。；！？]{{0,30}}?{_STREET}[^，。；！？]{{0,8}}?[0-9]+[号楼室层弄]"
    rf"|{either('asks_to_send')}[^，。；！？]{{0,40}}?{_LEFT}{PERSON}(?:\s*{TITLE})?收"
)
"""A request to send something to an address or a person."""
ADDRESS_LINE = late_pattern(
    rf"[\u4e00-\u9fff]{{2,24}}{_STREET}[0-9]{{1,5}}号[^，。；]{{0,20}}?[（\s]*[0-9]{{6}}）?"
)

_ADDRESS = late_pattern(rf"[\u4e00-\u9fff]{{0,24}}{_STREET}\s?[0-9]{{1,5}}号[^，。；：]{{0,24}}")

LABELS_ORGAN = re.compile(rf"{either('main_label', 'joint_label', 'office_label')}\s*：")
"""What stands before an organ with a person; the pattern of both is long."""
ORGAN_AND_PERSON = late_pattern(
    rf"{either('main_label', 'joint_label', 'office_label')}\s*：[^：（）]{{2,40}}"
    rf"(?P<who>（\s*{PERSON}(?:\s*{TITLE})?\s*）)"
    rf"|{either('main_label', 'joint_label')}\s*：(?:[^：（）]{{2,40}}?{either('organ_end')})?"
    rf"(?P<bare>\s*{LONG_NAME}(?:\s*{TITLE})?)(?=[、，；。\s]|$)"
)
COPIED = late_pattern(rf"(?<=[：，、；\s])(?P<who>{LONG_NAME})(?=[，、；。\s]|$)")
"""Somebody to whom a copy goes, without a role: no deputy or member is named so."""
PROPOSERS_LABEL = late_pattern(rf"{either('meta_proposer', 'meta_supervisor')}\s*：$")
OF_PROPOSERS = late_pattern(rf"{PROPOSERS_LABEL.pattern[:-1]}[^：。]*$")
"""What stands before a name that is no contact person's: who proposed, who supervises."""

_OFFICE_TOKEN = rf"[\u4e00-\u9fffA-Za-z]{{1,20}}?{either('office_end')}"
_TOKEN = late_pattern(
    rf"(?P<person>(?:{_OFFICE_TOKEN})?(?:{TITLE})?{PERSON}(?:{TITLE})?|{_LATIN})"
    rf"|{_OFFICE_TOKEN}(?:{TITLE})?|{TITLE}|{either('aside_label', 'contact_label')}"
)
_BETWEEN = re.compile(rf"[{_MARKS}。]+")
_WIDE = late_pattern(rf"({_LEFT}{SINGLE})\s+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
_SHORT_NUMBER = r"(?<![0-9])(?!20)[1-9][0-9]{5}(?![0-9])"
_CALLS = late_pattern(rf"{NUMBER}|{LOCAL}(?!{UNIT})")
_SHORT_CALLS = late_pattern(rf"{_CALLS.pattern}|{_SHORT_NUMBER}")
LONGEST_DIRECTORY = 80
LONGEST_NAME = 4
PEOPLE = late_pattern(rf"{PERSON}(?:\s*{TITLE})?(?:[、，\s/]+{PERSON}(?:\s*{TITLE})?){{0,5}}")
"""A paragraph below a label or another contact that is nothing but names."""

# Who may be named without a number, behind what such a passage always holds: most paragraphs hold nothing of it.
_NAMED_IN_PROSE = (
    (_MAY_ASK_FOR, REQUEST_NAMED),
    (re.compile(either("asks_to_send")), SEND),
    (re.compile(rf"{either('this_letter')}由"), HANDLED_BY),
    (re.compile(either("contact_of")), OWNED),
)


def asks_for_person(folded: str) -> bool:
    """Return whether a paragraph asks to turn to a person, or says who the contact person is, without a number."""
    return _MAY_ASK_FOR.search(folded) is not None and REQUEST_NAMED.search(folded) is not None


def named_in_prose(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that name somebody to turn or send to, whose number it is, or who dealt with the letter."""
    for sign, pattern in _NAMED_IN_PROSE:
        if sign.search(folded):
            yield from (match.span() for match in pattern.finditer(folded))


def is_directory(folded: str, is_place: Callable[[str], bool]) -> bool:
    """Return whether a paragraph is nothing but offices, persons and numbers, with at least one person and number."""
    if len(folded) > LONGEST_DIRECTORY:
        return False
    calls = _CALLS if CELL_MARK.search(folded) else _SHORT_CALLS  # 112345 in a table counts something
    rest, count = calls.subn("，", folded)
    if not count:
        return False
    tokens = [token for token in _BETWEEN.split(_WIDE.sub(r"\1", rest)) if token]
    found = [_TOKEN.fullmatch(token) for token in tokens]
    return all(found) and any(match and match["person"] and not is_place(match["person"]) for match in found)


def is_person_of_office(folded: str, is_named: Callable[[str], bool]) -> bool:
    """Return whether a paragraph is nothing but persons with their offices or posts; `is_named`: a place or a body."""
    if len(folded) > LONGEST_DIRECTORY:
        return False
    tokens = [token for token in _BETWEEN.split(_WIDE.sub(r"\1", folded)) if token]
    found = [_TOKEN.fullmatch(token) for token in tokens]
    persons = sum(
        bool(match and match["person"]) and not is_named(match["person"]) for match in found if match
    )
    return all(found) and persons > 0 and (persons < len(tokens) or len(tokens[0]) > LONGEST_NAME)


def is_address(folded: str) -> bool:
    """Return whether a paragraph is the address of a house and nothing else."""
    return _ADDRESS.fullmatch(folded.strip()) is not None
