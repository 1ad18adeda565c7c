"""The marks that make up a word's tag, and what a word with such a tag says of the names around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

HEAD, PLACE, LEVEL, BODY, HARD, SOFT, GENERIC, CONJUNCTION, COUNTER = (
    "H",
    "L",
    "l",
    "B",
    "S",
    "s",
    "G",
    "c",
    "q",
)
PUNCTUATION, LATIN, DIGITS, UNKNOWN, SPACE = "P", "A", "#", "U", "w"

HARD_STOPS: Final = frozenset("。！？；：，;:,!?\n|")
OPENING: Final = {"“": "”", "（": "）", "(": ")", "《": "》", "〔": "〕", "[": "]", "「": "」", "‘": "’"}
CLOSING: Final = {close: open_ for open_, close in OPENING.items()}
QUOTES: Final = frozenset('“"')
FRONT_HEAD: Final = "政协"
"""The one body whose name may begin with its type: 政协海东市 (委员会)."""
JOINTS: Final = frozenset("与和同跟")
"""Words between a place and what it works with."""
LIST_MARKS: Final = ("、", "和", "及", "与")
"""Between two members of a list."""
YEARS: Final = frozenset(("年", "年度"))
_GREAT: Final = "大"
"""Behind a number it counts: 6大产业园."""
_PAUSES: Final = frozenset("、，。；,;")
_TELLING: Final = frozenset(
    (FRONT_HEAD, "、", "·", _GREAT, *QUOTES, *HARD_STOPS, *OPENING, *CLOSING, *JOINTS, *YEARS)
)
"""The texts that say something beyond their tags."""
_CLAUSE_PARTS = "vdpcmqrutf"
"""Parts of speech (ICTCLAS) after which a name may begin: verb, adverb, preposition … but no noun."""
_AFTER_PARTS = "vdpcu"
"""Parts of speech before which a name without a head word may end."""
ON, STOP, COMMA, JUMP = range(4)
"""Steps: go on; no name runs over the word; an item of a list ends; go on before the mark that this one closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a word says of the names that may stand around it, whatever its own neighbours are."""

    anchors: bool
    """Candidates hang on it: a head, a body, a quote."""
    ends: bool
    """Something ends with it: a name may begin behind it."""
    begins: bool
    """A name may begin with it, whatever stands before it."""
    never_first: bool
    """No name begins with it: a blank, any mark but a quote."""
    breaks: bool
    """No name without a head word runs over it: a mark or a hard word."""
    proper: bool
    """No dictionary has it, or it is a place: part of a proper name."""
    opens_bare: bool
    """A name without a head word may begin with it."""
    closes_bare: bool
    """A name without a head word may end with it: no head."""
    before_bare: bool
    """A name without a head word may begin behind it: a head, a place, a verb, a comma."""
    after_bare: bool
    """A name without a head word that is no item of a list may end before it."""
    follows: bool
    """Nothing forbids that any name ends before it."""
    separates: bool
    """A name could end before it, or begin with it: a verb, a place, a mark."""
    counts: bool
    """It counts things where a number stands before it, and then no name runs over both."""
    looks_around: bool
    """What it says hangs on the words beside it: a joint, a year, a blank."""
    tells: bool
    """Something is to be done about it: candidates hang on it, it counts, looks around or is one of a pair."""
    step: int
    """How one goes on to the left of it in search of beginnings: `ON`, `STOP`, `COMMA` or `JUMP`."""


def traits(text: str, tag: str) -> Traits:
    """Return the traits of a word: the same object for all words with the same ones."""
    return _traits(text if text in _TELLING else "", tag)


@cache
def _traits(text: str, tag: str) -> Traits:
    breaks = (tag == PUNCTUATION or HARD in tag) and text != "·"
    encloses = HARD in tag or (SOFT in tag and HEAD not in tag) or text in _PAUSES
    anchors = HEAD in tag or BODY in tag or text in QUOTES or text == FRONT_HEAD
    counts = COUNTER in tag or text == _GREAT
    looks_around = tag == SPACE or text in JOINTS or text in YEARS
    return Traits(
        anchors=anchors,
        ends=_ends_something(tag),
        begins=tag == LATIN or any(mark in tag for mark in (PLACE, LEVEL, BODY)),
        never_first=tag == SPACE or (tag == PUNCTUATION and text not in QUOTES),
        breaks=breaks,
        proper=tag in (UNKNOWN, LATIN) or PLACE in tag,
        opens_bare=not breaks and tag not in (DIGITS, PUNCTUATION),
        closes_bare=HEAD not in tag and BODY not in tag,
        before_bare=encloses or HEAD in tag or PLACE in tag,
        after_bare=encloses or SOFT in tag,
        follows=breaks or SOFT in tag or HEAD in tag or tag == DIGITS or tag[0] in _AFTER_PARTS,
        separates=any(mark in tag for mark in (SOFT, PUNCTUATION, LEVEL, PLACE)),
        counts=counts,
        looks_around=looks_around,
        tells=anchors or counts or looks_around or text in OPENING or text in CLOSING,
        step=_step(text, tag),
    )


def _ends_something(tag: str) -> bool:
    return (
        tag in (PUNCTUATION, DIGITS)
        or any(mark in tag for mark in (HARD, SOFT, HEAD, GENERIC, PLACE, LEVEL))
        or tag[0] in _CLAUSE_PARTS
    )


def _step(text: str, tag: str) -> int:
    if text in CLOSING:
        return JUMP
    if HARD in tag or text in HARD_STOPS or text in OPENING:
        return STOP
    return COMMA if text == "、" else ON
