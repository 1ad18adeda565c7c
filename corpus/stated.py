"""What the value of a label holds: nothing (无, ——, 详见附件), a body (市财政局), or something else (a person)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .contacts.people import PERSON, TITLE
from .cues import cues, either
from .late_pattern import late_pattern
from .metadata import KINDS
from .shapes import fold
from .signature import SEAL

_MARKS = re.compile(r"[\W_]+")
# 无协办单位, 没有其他会办部门: the label is said again.
_NOTHING = late_pattern(
    rf"{either('no_value')}|{either('no_value_lead')}{either('joint_label', 'main_label', 'copies_label', *KINDS)}"
)
_END = either("organ_end", "listed_end", "office_end", "collective", "body_end")
_BODY = late_pattern(
    rf"(?=.{{2}}).*(?:{_END})|(?:[\u4e00-\u9fff]{{0,8}}{either('level')})?{either('body_short')}"
)
_PERSON = late_pattern(PERSON)
_BRACKETS = re.compile(r"(?:（[^（）]*）)+$")
_SEALED = re.compile(rf"(?:{SEAL}|（{either('joint_role', 'role')}(?:{either('class_of_bodies')})?）)$")
_SEAL_FIRST = re.compile(rf"^{SEAL}")
_ODD_ENDS = "）（【】［］：:.·—-/ \t"
_AND_OTHERS = re.compile(rf"等(?:[0-9一二三四五六七八九十两多]+[个家]?)?(?:{either('class_of_bodies')})?$")
_WITH_PERSON = late_pattern(rf"(?P<body>.*?(?:{_END}))(?:（[^（）]*）)?{PERSON}(?:{TITLE})?$")
_CLASS = re.compile(rf"{either('unnamed')}|[^、]*?(?:{either('class_of_bodies')})$")
_ONE = re.compile(r"(?:（[^（）]*）|[^、，；。,;/／|｜\\])+")
_NUMBERING = late_pattern(r"(?<![0-9])(?:[0-9]{1,2}[.．、]|[①-⑳]|（[0-9]{1,2}）)(?=[\u4e00-\u9fff])")
_OURSELVES = re.compile(rf"(?=[我本]){either('self')}")
LONGEST_BODY = 60


def states_nothing(value: str) -> bool:
    """Return whether a value says that there is none, or where else to look; one without a letter or digit does."""
    bare = _MARKS.sub("", fold(value))
    return not bare or _NOTHING.fullmatch(bare) is not None


def is_body(name: str) -> bool:
    """Return whether a folded value ends as the names of bodies do; one that has the shape of a person's is none."""
    bare = _BRACKETS.sub("", name)
    if not 2 <= len(bare) <= LONGEST_BODY or (_PERSON.fullmatch(bare) and bare not in cues()["organ_end"]):
        return False
    return _BODY.fullmatch(bare) is not None


def named_bodies(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the bodies in a folded list (市财政局（盖章）、市教育局王芳、无); classes are none."""
    parted = _NUMBERING.sub(lambda mark: "、" * len(mark.group()), folded)
    for part in _ONE.finditer(parted):
        start, end = _trimmed(folded, *part.span())
        name = folded[start:end]
        if _CLASS.match(name) or _OURSELVES.fullmatch(name) or states_nothing(name):
            continue
        if is_body(name):
            yield start, end
        elif (beside := _WITH_PERSON.fullmatch(name)) and is_body(beside["body"]):
            yield start, start + beside.end("body")


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the seal, the odd marks and the words for others (等6个部门) around a name."""
    lead = _SEAL_FIRST.match(folded[start:end])
    start += lead.end() if lead else 0
    while start < end:
        name = folded[start:end]
        cut = _SEALED.search(name) or _AND_OTHERS.search(name)
        if cut:
            end = start + cut.start()
        elif name[0] in _ODD_ENDS.replace("（", ""):
            start += 1
        elif name[-1] in _ODD_ENDS and (name[-1] != "）" or "（" not in name):
            end -= 1
        else:
            break
    return start, end
