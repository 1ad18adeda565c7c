"""What speaks for and against a candidate being a name: features of its start, end, head, words and whole.

A feature is a template's name with its values. All but the last group are shared by many candidates of a paragraph,
so their weights are summed once; a letter's candidates then cost little more than its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from .boundaries import HARD_STOPS
from .candidates import Candidate
from .words import (
    BODY,
    CONJUNCTION,
    DIGITS,
    GENERIC,
    HARD,
    HEAD,
    LATIN,
    LEVEL,
    PLACE,
    PUNCTUATION,
    SOFT,
    UNKNOWN,
    Word,
    Words,
)

Feature = tuple[str, ...]

_EDGE: Final = Word(text="|", tag=PUNCTUATION, cost=0.0)
_COUNTED: Final = (SOFT, PLACE, UNKNOWN, HEAD, GENERIC, CONJUNCTION, DIGITS, LATIN)
_BITS = 24
"""Room for each count in an integer that holds all of them: no paragraph has 16 million words."""
_MASK: Final = (1 << _BITS) - 1
_SHIFTS: Final = {mark: place * _BITS for place, mark in enumerate(_COUNTED)}
_PAD = 3
"""Words that features look at beyond the ends of a paragraph."""
_LIST_JOINTS: Final = frozenset("、等和与及”")
_JOINTS: Final = frozenset(("、", "“", "《", "和", "与", "及", "以及"))
_NUMBERS: Final = tuple(map(str, range(64)))
_SHORT = 4
"""Words: up to here the kinds of words in a row are worth learning."""
BIAS: Final[Feature] = ("bias",)


class Line:
    """A paragraph prepared for scoring: its words, how many of which kind stand up to each, what its lists name."""

    __slots__ = ("list_nouns", "padded", "starts", "up_to", "words")

    def __init__(self, line: Words) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        self.list_nouns = _list_nouns(line.words)
        self.up_to = list(accumulate((_counted(word.tag) for word in line.words), initial=0))
        self.padded = [_EDGE] * _PAD + [*line.words] + [_EDGE] * _PAD

    def word(self, index: int) -> Word:
        """Return word `index`, or an edge word beyond the ends (by three words at most)."""
        return self.padded[index + _PAD]

    def count(self, mark: str, first: int, last: int) -> int:
        """Return how many of the words [first, last) bear `mark`, one of those that are counted."""
        return (self.up_to[last] - self.up_to[first]) >> _SHIFTS[mark] & _MASK


@cache
def _counted(tag: str) -> int:
    """Return an integer with a 1 for each counted mark of the tag, so that sums count all marks at once."""
    return sum(1 << shift for mark, shift in _SHIFTS.items() if mark in tag)


def _list_nouns(words: Sequence[Word]) -> list[str]:
    """Return for each word the class noun that closes the list it stands in (A、B等3家企业: 企业), else ""."""
    nouns = [""] * (len(words) + 1)
    noun = ""
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word.text == "等":
            after = (
                later for later in words[index + 1 : index + 6] if later.tag not in (DIGITS, PUNCTUATION)
            )
            noun = next((later.text for later in after if HEAD in later.tag or GENERIC in later.tag), "?")
        elif word.text in HARD_STOPS:
            noun = ""
        nouns[index] = noun
    return nouns


def start_features(line: Line, first: int) -> list[Feature]:
    """Return what stands before word `first`, and what it is itself."""
    before, here, after = line.word(first - 1), line.word(first), line.word(first + 1)
    earlier, third = line.word(first - 2), line.word(first - 3)
    found: list[Feature] = [
        ("b", before.text),
        ("bt", before.tag),
        ("bt h", before.tag, here.tag),
        ("ht", here.tag),
        ("h", here.text),
        ("h1", here.text[0]),
        ("bt ht at", before.tag, here.tag, after.tag),
        ("e b", earlier.text, before.text),
        ("et bt", earlier.tag, before.tag),
    ]
    if before.text in _JOINTS:
        found.append(("joint e", earlier.text))
        found.append(("joint et", third.tag, earlier.tag, here.tag))
    return found


def end_features(line: Line, last: int) -> list[Feature]:
    """Return what stands after word `last` - 1."""
    after, later, third = line.word(last), line.word(last + 1), line.word(last + 2)
    found: list[Feature] = [
        ("a", after.text),
        ("at", after.tag),
        ("at lt", after.tag, later.tag),
        ("a l", after.text, later.text),
        ("a1", after.text[0]),
        ("at lt tt", after.tag, later.tag, third.tag),
        ("l a", line.word(last - 1).text, after.text),
    ]
    if after.text in _LIST_JOINTS:
        found.append(("list", line.list_nouns[last]))
    return found


def head_features(line: Line, head: int, alone: bool) -> list[Feature]:
    """Return what the head word is, and the word before it where the name has one (not `alone`)."""
    word = line.words[head]
    neck, neck_tag = ("-", "-") if alone else (line.word(head - 1).text, line.word(head - 1).tag)
    return [
        ("head", word.text),
        ("head1", word.text[-1]),
        ("neck head", neck, word.text),
        ("neckt head", neck_tag, word.text),
    ]


def word_features(word: Word) -> list[Feature]:
    """Return what speaks for and against a word standing inside a name, neither first nor head, wherever it is."""
    tag = word.tag
    found: list[Feature] = [("in", word.text)]
    if may_separate(word):
        found.append(("mid", word.text))
    if PLACE in tag:
        found.append(("mid place",))
    if BODY in tag:
        found.append(("mid body",))
    if HEAD in tag and len(word.kinds) == 1:
        found.append(("mid head kind", word.kinds[0]))
        found.append(("mid head", word.text))
    return found


def may_separate(word: Word) -> bool:
    """Return whether a name could end before the word, or begin with it: a verb, a place, a mark."""
    tag = word.tag
    return SOFT in tag or PUNCTUATION in tag or LEVEL in tag or PLACE in tag


def neighbour_feature(line: Line, index: int) -> Feature:
    """Return between what kinds of words the word `index`, which may separate names, stands."""
    return ("mid around", line.words[index - 1].tag, line.words[index].text, line.word(index + 1).tag)


def stem_of(found: Candidate) -> int:
    """Return the word at which the part before the head ends."""
    return found.head if found.head >= 0 else found.last


def whole_features(line: Line, found: Candidate) -> list[Feature]:
    """Return what only the candidate as a whole shows: its shape, its size, what it is made of."""
    first, last, shape = found.first, found.last, found.shape
    before, after = line.word(first - 1), line.word(last)
    stem = stem_of(found)
    made = _made_of(line, first, stem)
    size = min(line.starts[last] - line.starts[first], 20)
    features: list[Feature] = [
        ("shape n", shape, _NUMBERS[min(last - first, 8)]),
        ("size", _NUMBERS[size], shape),
        ("made shape", made, shape),
        ("bt made", before.tag, made),
        ("shape a", shape, after.text),
        ("shape b", shape, before.text),
        *_counts(line, first, stem, shape),
        *(_ending(line, found, made, before, after) if found.head >= 0 else _headless(line, last)),
    ]
    words = line.words
    if last - first <= _SHORT:
        features.append(("tags", *(word.tag for word in words[first:last])))
    elif PLACE in words[first].tag or LEVEL in words[first].tag:
        features.append(("place then", words[first + 1].text))
    if before.text not in HARD_STOPS and before.tag != PUNCTUATION and HARD not in before.tag:
        features.append(("extends", before.tag))
        features.append(("extends made", before.tag, made))
    if shape == "bracket":
        features += _bracket_features(line, found.head + 2, last - 1)
    elif shape in ("bare", "quote"):
        features.append(("list made", line.list_nouns[last], made))
        features.append(("around", before.text, after.text))
    if first == 0 and last == len(words):
        features.append(("whole line",))
    return features


def _ending(line: Line, found: Candidate, made: str, before: Word, after: Word) -> list[Feature]:
    """Return how the head goes with what stands before it, within the name and outside."""
    head, first = line.words[found.head].text, line.words[found.first]
    features: list[Feature] = [
        ("head made", head, made),
        ("head1 made", head[-1], made),
        ("head after", head, after.tag),
        ("head before", head, before.tag),
    ]
    if found.head > found.first:
        features.append(("first head", first.text, head))
        features.append(("firstt head", first.tag, head))
    return features


def _headless(line: Line, last: int) -> list[Feature]:
    word = line.words[last - 1].text
    return [("end", word), ("end1", word[-1])]


def _counts(line: Line, first: int, stem: int, shape: str) -> list[Feature]:
    count = line.count
    features: list[Feature] = [
        ("soft", _NUMBERS[min(count(SOFT, first, stem), 4)]),
        ("heads", _NUMBERS[min(count(HEAD, first, stem), 4)]),
        ("unknown", _NUMBERS[min(count(UNKNOWN, first, stem), 6)]),
    ]
    conjunctions = count(CONJUNCTION, first, stem)
    if conjunctions:
        features.append(("conjunctions", _NUMBERS[min(conjunctions, 3)]))
    digits = count(DIGITS, first, stem)
    if digits:
        features.append(("digits", _NUMBERS[min(digits, 3)], line.words[first].tag, shape))
    return features


def _bracket_features(line: Line, first: int, last: int) -> list[Feature]:
    """Return what stands in the brackets behind a head: a place (福田), a phase, a year, a short name."""
    tags = "".join(word.tag[0] for word in line.words[first : min(last, first + 3)])
    return [
        ("brackets", line.word(first).text),
        ("bracket tags", tags),
        ("bracket size", _NUMBERS[min(line.starts[last] - line.starts[first], 8)]),
    ]


def _made_of(line: Line, first: int, stem: int) -> str:
    """Return in one code what the words before the head are: place, level, unknown, all generic, empty …"""
    if stem <= first:
        return "empty"
    count = line.count
    size = stem - first
    code = ""
    here = line.words[first].tag
    if PLACE in here:
        code += "L"
    elif LEVEL in here:
        code += "l"
    elif BODY in here:
        code += "B"
    elif count(PLACE, first, stem):
        code += "p"
    unknown = count(UNKNOWN, first, stem)
    if unknown:
        code += "U" if unknown > 1 else "u"
    if count(LATIN, first, stem):
        code += "A"
    if count(GENERIC, first, stem) + count(SOFT, first, stem) >= size:
        code += "G"
    return (code or "N") + _NUMBERS[min(size, 5)]
