"""Which letters print the name of a thing, recognised there or not: none of them is silent about it.

So do letters that print what is quoted in its name (“鄂融通”), or the name without its place: to tell that nothing is
said of a promise would wrong whoever kept it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.lexicon import heads
from ontology.outcome_words import outcome_words
from ontology.places import load as load_places

from .titles import without_edition

LEAST_NAME = 6
"""Characters of a name by which a thing is known where it was not seen: shorter ones stand in many others."""
_LEAST_PART = 5
"""The same of a name without its place or head: what tells one thing of a place from its others."""
_LEAST_BRAND = 3
"""Characters of a name without a head (鄂融通), which stands in no other."""
_QUOTED = re.compile(r"[“《「]([^“”《》「」]{2,})[”》」]")


def letters_printing(names: Mapping[str, Iterable[str]], texts: Mapping[str, str]) -> Mapping[str, Set[str]]:
    """Return the ids of the letters whose texts hold one of the names of a thing, by thing; white space aside."""
    things: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for thing, own in names.items():
        for form in {form for name in own for form in _printed_forms(name)}:
            things[form.text].append((thing, form.headed))
    printed: dict[str, set[str]] = defaultdict(set)
    if things:
        words = sorted(things)
        automaton = CharwiseDoubleArrayAhoCorasick(words)
        for letter_id, text in texts.items():
            bare = "".join(text.split())
            for _, end, word in automaton.find_overlapping(bare):
                for thing, headed in things[words[word]]:
                    if not headed or _head_follows(bare, end, words[word]):
                        printed[thing].add(letter_id)
    return printed


class _Form(NamedTuple):
    """What a letter may print of a name; `headed`: it speaks of the thing only with a head behind it."""

    text: str
    headed: bool = False


def _head_follows(text: str, end: int, part: str) -> bool:
    """Return whether a head stands behind a part of a name that ends there, none with which the part itself ends."""
    heads_behind = outcome_words()["head"]
    return text.startswith(heads_behind, end) and any(
        text.startswith(head, end) and not part.endswith(head) for head in heads_behind
    )


def _printed_forms(name: str) -> Iterator[_Form]:
    """Yield what a letter may print of a name, in which it speaks of the thing."""
    bare = "".join(name.split())
    if not bare:
        return
    if len(bare) >= LEAST_NAME:
        yield _Form(bare)
    else:
        yield from _in_quotes(bare)
        if len(bare) >= _LEAST_BRAND and not _head_of(bare):
            yield _Form(bare)
    unplaced = bare[len(load_places().prefix(bare) or "") :]
    brand = _QUOTED.match(unplaced)
    if brand and unplaced.endswith(outcome_words()["head"]):  # elsewhere it is a label: “十四五”规划
        yield from _in_quotes(brand[1])
    for part in (unplaced, without_edition(bare)):
        if len(part) >= _LEAST_PART and part != bare:
            yield _Form(part)
    yield from _with_other_heads(unplaced.removesuffix(_head_of(unplaced)))


def _in_quotes(core: str) -> Iterator[_Form]:
    """“鄂融通”, 鄂融通平台: without the quotes it may say little (一站式); with a digit it is a label (“20+8”)."""
    if not any(map(str.isdigit, core)):
        yield _Form(f"“{core}”")
        yield from _with_other_heads(core, _LEAST_BRAND)


def _with_other_heads(part: str, least: int = _LEAST_PART) -> Iterator[_Form]:
    """The part of a name before its head, with any other head: alone it may be no more than a matter (跨境知识产权)."""
    if len(part) >= least:
        yield _Form(part, headed=True)


@cache
def _head_of(name: str) -> str:
    """The longest head that a name ends with, or the empty string."""
    return next((name[at:] for at in range(1, len(name)) if name[at:] in heads()), "")
