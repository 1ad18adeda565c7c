"""What speaks for and against a candidate being a name: features of its start, end, head, words and whole.

Nothing here makes lists of features: each function looks up what they weigh and returns the sum. To train, the
tables are such as write down what is looked up (`features_of`). What a function does not depend on it is not given,
so that many candidates of a paragraph share its sum (sums).
"""

from __future__ import annotations

from sys import intern
from typing import Final

from .candidates import Candidate, Ending
from .line import PAD, Line, count
from .marks import (
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
)
from .templates import Tables
from .words import Word

_LIST_JOINTS: Final = frozenset("、等和与及”")
_JOINTS: Final = frozenset(("、", "“", "《", "和", "与", "及", "以及"))
_NUMBERS: Final = tuple(map(str, range(21)))
_SHORT = 4
"""Words: up to here the kinds of words in a row are worth learning."""


def start(line: Line, first: int, w: Tables) -> int:
    """Weigh what stands before word `first`, and what it is itself."""
    texts, tags, place = line.texts, line.tags, first + PAD
    before, here, before_tag, here_tag = texts[place - 1], texts[place], tags[place - 1], tags[place]
    weight = (
        w.bias.get((), 0)
        + w.b.get(before, 0)
        + w.bt.get(before_tag, 0)
        + w.bt_h.get((before_tag, here_tag), 0)
        + w.ht.get(here_tag, 0)
        + w.h.get(here, 0)
        + w.h1.get(here[0], 0)
        + w.bt_ht_at.get((before_tag, here_tag, tags[place + 1]), 0)
        + w.e_b.get((texts[place - 2], before), 0)
        + w.et_bt.get((tags[place - 2], before_tag), 0)
    )
    if before in _JOINTS:
        weight += w.joint_e.get(texts[place - 2], 0)
        weight += w.joint_et.get((tags[place - 3], tags[place - 2], here_tag), 0)
    return weight


def end(line: Line, last: int, w: Tables) -> int:
    """Weigh what stands after word `last` - 1."""
    texts, tags, place = line.texts, line.tags, last + PAD
    after, after_tag, later_tag = texts[place], tags[place], tags[place + 1]
    weight = (
        w.a.get(after, 0)
        + w.at.get(after_tag, 0)
        + w.at_lt.get((after_tag, later_tag), 0)
        + w.a_l.get((after, texts[place + 1]), 0)
        + w.a1.get(after[0], 0)
        + w.at_lt_tt.get((after_tag, later_tag, tags[place + 2]), 0)
        + w.l_a.get((texts[place - 1], after), 0)
    )
    return weight + w.list.get(line.list_nouns[last], 0) if after in _LIST_JOINTS else weight


def head(line: Line, index: int, alone: bool, w: Tables) -> int:
    """Weigh what the head word is, and the word before it where the name has one (not `alone`)."""
    place = index + PAD
    text = line.texts[place]
    neck, neck_tag = ("-", "-") if alone else (line.texts[place - 1], line.tags[place - 1])
    return (
        w.head.get(text, 0)
        + w.head1.get(text[-1], 0)
        + w.neck_head.get((neck, text), 0)
        + w.neckt_head.get((neck_tag, text), 0)
    )


def word(inner: Word, w: Tables) -> int:
    """Weigh a word's standing inside a name, neither first nor head, wherever it is."""
    text, tag = inner.text, inner.tag
    weight = w.in_.get(text, 0)
    if inner.traits.separates:
        weight += w.mid.get(text, 0)
    if PLACE in tag:
        weight += w.mid_place.get((), 0)
    if BODY in tag:
        weight += w.mid_body.get((), 0)
    if HEAD in tag and len(inner.kinds) == 1:
        weight += w.mid_head_kind.get(inner.kinds[0], 0) + w.mid_head.get(text, 0)
    return weight


def neighbours(line: Line, index: int, w: Tables) -> int:
    """Weigh between what kinds of words the word `index`, which may separate names, stands inside a name."""
    place = index + PAD
    return w.mid_around.get((line.tags[place - 1], line.texts[place], line.tags[place + 1]), 0)


def made(shape: str, first: str, counts: int, size: int, w: Tables) -> tuple[str, int]:
    """Return in one code what the `size` words of a candidate before its head are, and what that weighs.

    `first` is the tag of the first of them, `counts` says how many bear which mark (Line).
    """
    code = _code(first, counts, size)
    weight = (
        w.made_shape.get((code, shape), 0)
        + w.soft.get(_NUMBERS[min(count(SOFT, counts), 4)], 0)
        + w.heads.get(_NUMBERS[min(count(HEAD, counts), 4)], 0)
        + w.unknown.get(_NUMBERS[min(count(UNKNOWN, counts), 6)], 0)
    )
    conjunctions, digits = count(CONJUNCTION, counts), count(DIGITS, counts)
    if conjunctions:
        weight += w.conjunctions.get(_NUMBERS[min(conjunctions, 3)], 0)
    if digits:
        weight += w.digits.get((_NUMBERS[min(digits, 3)], first, shape), 0)
    return code, weight


def _code(first: str, counts: int, size: int) -> str:
    """Return in one code what the words before the head are: place, level, unknown, all generic, empty …"""
    if size <= 0:
        return "empty"
    code = ""
    if PLACE in first:
        code += "L"
    elif LEVEL in first:
        code += "l"
    elif BODY in first:
        code += "B"
    elif count(PLACE, counts):
        code += "p"
    unknown = count(UNKNOWN, counts)
    if unknown:
        code += "U" if unknown > 1 else "u"
    if count(LATIN, counts):
        code += "A"
    if count(GENERIC, counts) + count(SOFT, counts) >= size:
        code += "G"
    return intern((code or "N") + _NUMBERS[min(size, 5)])


def ending_of(line: Line, found: Ending, w: Tables) -> int:
    """Weigh how a candidate's shape and head go with what stands after it."""
    last, shape = found.last, found.shape
    place = last + PAD
    weight = w.shape_a.get((shape, line.texts[place]), 0)
    if found.head >= 0:
        weight += w.head_after.get((line.texts[found.head + PAD], line.tags[place]), 0)
    else:
        text = line.texts[place - 1]
        weight += w.end.get(text, 0) + w.end1.get(text[-1], 0)
    return weight + _brackets(line, found.head + 2, last - 1, w) if shape == "bracket" else weight


def _brackets(line: Line, first: int, last: int, w: Tables) -> int:
    """Weigh what stands in the brackets behind a head: a place (福田), a phase, a year, a short name."""
    tags = "".join(inner.tag[0] for inner in line.words[first : min(last, first + 3)])
    size = line.starts[last] - line.starts[first]
    return (
        w.brackets.get(line.texts[first + PAD], 0)
        + w.bracket_tags.get(tags, 0)
        + w.bracket_size.get(_NUMBERS[min(size, 8)], 0)
    )


def whole(line: Line, first: int, found: Ending, code: str, w: Tables) -> int:
    """Weigh what only the candidate as a whole shows: size, surroundings; `code` says what it is made of (`made`)."""
    _, last, head, _, shape = found
    texts, tags = line.texts, line.tags
    place = first + PAD
    before, before_tag, here_tag = texts[place - 1], tags[place - 1], tags[place]
    words, size = last - first, line.starts[last] - line.starts[first]
    weight = (
        w.shape_n.get((shape, _NUMBERS[words if words < 8 else 8]), 0)
        + w.size.get((_NUMBERS[size if size < 20 else 20], shape), 0)
        + w.shape_b.get((shape, before), 0)
        + w.bt_made.get((before_tag, code), 0)
    )
    if words <= _SHORT:
        weight += w.tags.get(tuple(tags[place : last + PAD]), 0)
    elif PLACE in here_tag or LEVEL in here_tag:
        weight += w.place_then.get(texts[place + 1], 0)
    if before_tag != PUNCTUATION and HARD not in before_tag:
        weight += w.extends.get(before_tag, 0) + w.extends_made.get((before_tag, code), 0)
    if head >= 0:
        text = texts[head + PAD]
        weight += (
            w.head_made.get((text, code), 0)
            + w.head1_made.get((text[-1], code), 0)
            + w.head_before.get((text, before_tag), 0)
        )
        if head > first:
            weight += w.first_head.get((texts[place], text), 0) + w.firstt_head.get((here_tag, text), 0)
    if shape in ("bare", "quote"):
        weight += w.list_made.get((line.list_nouns[last], code), 0)
        weight += w.around.get((before, texts[last + PAD]), 0)
    return weight + w.whole_line.get((), 0) if first == 0 and last == len(line.words) else weight


def every(line: Line, found: Candidate, w: Tables) -> None:
    """Weigh everything that a candidate shows: so `Notes` learn its features, to train."""
    first, last, index, kinds, shape = found
    ending = Ending((first,), last, index, kinds, shape)
    start(line, first, w)
    end(line, last, w)
    if index >= 0:
        head(line, index, index <= first, w)
    stem = index if index >= 0 else last
    for inner in range(first + 1, stem):
        word(line.words[inner], w)
        if line.words[inner].traits.separates:
            neighbours(line, inner, w)
    ending_of(line, ending, w)
    code, _ = made(shape, line.words[first].tag, line.counts(first, stem), stem - first, w)
    whole(line, first, ending, code, w)
