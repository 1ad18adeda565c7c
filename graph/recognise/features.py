"""What speaks for and against a candidate being a name: features of its start, end, head, words and whole.

No list of features is made: each function looks up the weights of its features and returns their sum. To train, the
tables are a `FeatureRecorder`'s, which records what is looked up (templates). A function is given only what its sum
depends on, so that the candidates of a paragraph share it (candidate_weights); what depends on one word or on a few
tags in a row is looked up together (partial_weights).
"""

from __future__ import annotations

from typing import Final

from .candidates import Candidate, Ending
from .line import PAD, Line
from .marks import LEVEL, PLACE
from .partial_weights import NUMBERS, PartialWeights
from .templates import Tables

_LIST_JOINTS: Final = frozenset("、等和与及”")
_JOINTS: Final = frozenset(("、", "“", "《", "和", "与", "及", "以及"))
_SHORT = 4
"""Words: up to here the kinds of words in a row are worth learning."""


def start(line: Line, first: int, w: PartialWeights) -> int:
    """Weigh what stands before word `first`, and what it is itself."""
    place = first + PAD
    words, tags, texts = line.padded, line.tags, line.texts
    weight = (
        w.before[words[place - 1]]
        + w.first[words[place]]
        + w.start_tags[tags[place - 2 : place + 2]]
        + w.tables.e_b.get(texts[place - 2 : place], 0)
    )
    if texts[place - 1] in _JOINTS:
        weight += w.tables.joint_e.get(texts[place - 2], 0)
        weight += w.tables.joint_et.get((tags[place - 3], tags[place - 2], tags[place]), 0)
    return weight


def end(line: Line, last: int, w: PartialWeights) -> int:
    """Weigh what stands after word `last` - 1."""
    texts, place = line.texts, last + PAD
    weight = (
        w.after[line.padded[place]]
        + w.end_tags[line.tags[place : place + 3]]
        + w.tables.a_l.get(texts[place : place + 2], 0)
        + w.tables.l_a.get(texts[place - 1 : place + 1], 0)
    )
    return weight + w.tables.list.get(line.list_nouns[last], 0) if texts[place] in _LIST_JOINTS else weight


def head(line: Line, index: int, alone: bool, w: PartialWeights) -> int:
    """Weigh what the head word is, and the word before it where the name has one (not `alone`)."""
    place = index + PAD
    text = line.texts[place]
    neck, neck_tag = ("-", "-") if alone else (line.texts[place - 1], line.tags[place - 1])
    return (
        w.head[line.padded[place]]
        + w.tables.neck_head.get((neck, text), 0)
        + w.tables.neckt_head.get((neck_tag, text), 0)
    )


def neighbours(line: Line, index: int, w: PartialWeights) -> int:
    """Weigh between what kinds of words the word `index`, which may separate names, stands inside a name."""
    place = index + PAD
    tags = line.tags
    return w.tables.mid_around.get((tags[place - 1], line.texts[place], tags[place + 1]), 0)


def ending_of(line: Line, found: Ending, w: PartialWeights) -> int:
    """Weigh how a candidate's shape and head go with what stands after it."""
    last, shape, tables = found.last, found.shape, w.tables
    place = last + PAD
    weight = tables.shape_a.get((shape, line.texts[place]), 0)
    if found.head >= 0:
        weight += tables.head_after.get((line.texts[found.head + PAD], line.tags[place]), 0)
    else:
        text = line.texts[place - 1]
        weight += tables.end.get(text, 0) + tables.end1.get(text[-1], 0)
    return weight + _brackets(line, found.head + 2, last - 1, tables) if shape == "bracket" else weight


def _brackets(line: Line, first: int, last: int, w: Tables) -> int:
    """Weigh what stands in the brackets behind a head: a place (福田), a phase, a year, a short name."""
    tags = "".join(inner.tag[0] for inner in line.words[first : min(last, first + 3)])
    size = line.starts[last] - line.starts[first]
    return (
        w.brackets.get(line.texts[first + PAD], 0)
        + w.bracket_tags.get(tags, 0)
        + w.bracket_size.get(NUMBERS[min(size, 8)], 0)
    )


def made(line: Line, first: int, found: Ending, w: PartialWeights) -> tuple[str, int]:
    """Return in one code what a candidate is made of before its head, and what that weighs."""
    stem = found.head if found.head >= 0 else found.last
    counts = line.up_to[stem] - line.up_to[first]
    return w.made[found.shape, line.tags[first + PAD], counts, stem - first]


def whole(line: Line, first: int, found: Ending, w: PartialWeights) -> int:
    """Weigh what only the candidate as a whole shows: what it is made of, size, surroundings."""
    _, last, head, _, shape = found
    code, weight = made(line, first, found, w)
    tables, texts, tags = w.tables, line.texts, line.tags
    place = first + PAD
    before, before_tag, here_tag = texts[place - 1], tags[place - 1], tags[place]
    words = last - first
    weight += (
        w.size[shape, words, line.starts[last] - line.starts[first]]
        + tables.shape_b.get((shape, before), 0)
        + w.before_made[before_tag, code]
    )
    if words <= _SHORT:
        weight += tables.tags.get(tags[place : last + PAD], 0)
    elif PLACE in here_tag or LEVEL in here_tag:
        weight += tables.place_then.get(texts[place + 1], 0)
    if head >= 0:
        text = texts[head + PAD]
        weight += w.head_made[text, code] + tables.head_before.get((text, before_tag), 0)
        if head > first:
            weight += tables.first_head.get((texts[place], text), 0)
            weight += tables.firstt_head.get((here_tag, text), 0)
    if shape in ("bare", "quote"):
        weight += tables.list_made.get((line.list_nouns[last], code), 0)
        weight += tables.around.get((before, texts[last + PAD]), 0)
    return weight + tables.whole_line.get((), 0) if first == 0 and last == len(line.words) else weight


def every(line: Line, found: Candidate, w: PartialWeights) -> None:
    """Weigh everything that a candidate shows: so a `FeatureRecorder` records its features, to train."""
    first, last, index, kinds, shape = found
    ending = Ending((first,), last, index, kinds, shape)
    start(line, first, w)
    end(line, last, w)
    if index >= 0:
        head(line, index, index <= first, w)
    for inner in range(first + 1, index if index >= 0 else last):
        _ = w.inside[line.words[inner]]
        if line.words[inner].traits.separates:
            neighbours(line, inner, w)
    ending_of(line, ending, w)
    whole(line, first, ending, w)
