"""Where in a paragraph a name may begin and end, told from the kinds of words on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ontology import lexicon
from ontology.name_edges import name_edges

from .marks import (
    BODY,
    CLOSING,
    COMMA,
    DIGITS,
    HARD_STOPS,
    HEAD,
    JOINTS,
    JUMP,
    LEVEL,
    OPENING,
    PLACE,
    PUNCTUATION,
    SPACE,
    STOP,
    UNKNOWN,
    Traits,
)
from .words import Word, Words

_PAIRED: Final = frozenset((*OPENING, *CLOSING, '"'))
_LONGEST = 48
"""Code points: no annotated name is longer."""
_MAX_ITEMS_CROSSED = 4
_END_TITLES: Final = HARD_STOPS | {"《", "》"}
_AFTER_VERB: Final = frozenset("了过的")
_ALSO: Final = "同"
_WITH: Final = "与"


class Boundaries:
    """A paragraph's words with what was found out of each: may a name begin at it, run over it."""

    __slots__ = ("begins", "issuing", "pairs", "partners", "starts", "steps", "telling", "traits", "words")

    def __init__(self, line: Words) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        self.traits: Sequence[Traits] = [word.traits for word in line.words]
        self.telling = [index for index, here in enumerate(self.traits) if here.tells]
        self.pairs = brackets(line.words, self.telling)
        self.begins = [not here.never_first for here in self.traits[:1]]
        self.begins += [
            (before.ends or here.begins) and not here.never_first for before, here in pairwise(self.traits)
        ]
        issuing = lexicon.words("issuing_words.tsv")
        self.issuing = [index for index, word in enumerate(line.words) if word.text in issuing]
        self.steps = [here.step for here in self.traits]
        self.partners: list[int] = []
        for index in self.telling:
            here = self.traits[index]
            if here.counts and index and line.words[index - 1].tag == DIGITS:
                self.steps[index] = STOP
            if here.looks_around:
                self._look_around(index)

    def _look_around(self, index: int) -> None:
        """Note what a joint, a year or a blank says of the words beside it."""
        word = self.words[index]
        before = self.words[index - 1] if index else None
        if word.tag == SPACE:
            self._open_behind(index)
        elif word.text in JOINTS:
            if before and ends_place(before) and self._parts(index):
                self.partners.append(index)
        elif before and before.tag == DIGITS:  # 2025年度计划, 2025年度|补助资金
            behind = self.traits[index + 1 : index + 2]
            self.begins[index : index + 2] = [False, *(not here.never_first for here in behind)]

    def _open_behind(self, space: int) -> None:
        """Let names begin behind a blank that ends something: 。 市政府, but not 产业 基金."""
        if space + 1 < len(self.words) and (not space or self.words[space - 1].tag == PUNCTUATION):
            self.begins[space + 1] |= not self.traits[space + 1].never_first
        if (signer := self._next_signer(space)) >= 0:
            self.steps[space], self.begins[signer] = STOP, True

    def beginnings(self, head: int) -> list[int]:
        """Return the words at which a name that ends in word `head` may begin, nearest first."""
        starts, begins, steps = self.starts, self.begins, self.steps
        limit = starts[head + 1] - _LONGEST
        found = [head] if begins[head] else []
        index, crossed = head - 1, 0
        while index >= 0 and starts[index] >= limit:
            step = steps[index]
            if step == STOP:
                break
            if step == JUMP:
                opened = self._opened(index)
                if opened >= 0 and self.words[index].text == "”":
                    found.append(opened)
                if opened < 0 or (opened and self.words[opened - 1].text in CLOSING):
                    break
                index = opened - 1
                continue
            if step == COMMA:
                crossed += 1
                if crossed > _MAX_ITEMS_CROSSED:
                    break
            if begins[index]:
                found.append(index)
            index -= 1
        return found

    def behind_partners(self, firsts: Sequence[int], head: int) -> Sequence[int]:
        """Return those of the beginnings `firsts` that no place stands before with 与 or 和: 甲市与|乙大学."""
        least = -1
        for index in self.partners:
            if index < head and (
                self._is_sure(index) or self.words[head].text.endswith(name_edges()["partner_head"])
            ):
                least = index
        return [first for first in firsts if first > least] if least >= 0 else firsts

    def titled(self, head: int) -> int:
        """Return the word at which a document's bare title begins that ends in word `head`; -1 where none can.

        It begins behind the verb that says that the document was made, in the same clause: 出台…管理办法.
        """
        limit = self.starts[head + 1] - _LONGEST
        for verb in reversed(self.issuing):
            if verb < head:
                title = verb + 2 if self.words[verb + 1].text in _AFTER_VERB else verb + 1
                close = self.starts[title] >= limit and title < head
                within = not any(word.text in _END_TITLES for word in self.words[title:head])
                return title if close and within else -1
        return -1

    def _parts(self, index: int) -> bool:
        """Return whether the joint `index` may part a place from its partner: not in 安徽省|和县, 上海市|同济大学."""
        if index + 1 >= len(self.words):
            return False
        after = self.words[index + 1]
        if LEVEL in after.tag and len(after.text) == 1:
            return False
        return self.words[index].text != _ALSO or PLACE in after.tag

    def _is_sure(self, index: int) -> bool:
        """Return whether a place and its partner are two, whatever the name ends with."""
        after = self.words[index + 1].tag
        return PLACE in after or BODY in after or (self.words[index].text == _WITH and after != UNKNOWN)

    def _next_signer(self, space: int) -> int:
        """Return where behind a blank a second signer of the same place begins (某县教育局 某县财政局), or -1."""
        words = self.words
        first, after = space, space + 1
        while first and words[first - 1].tag not in (SPACE, PUNCTUATION):
            first -= 1
        while after < len(words) and words[after].tag == SPACE:
            after += 1
        ended = first < space and (HEAD in words[space - 1].tag or BODY in words[space - 1].tag)
        if not ended or after >= len(words):
            return -1
        place = words[after]
        again = place.text == words[first].text or (PLACE in place.tag and place in words[first:space])
        return after if again else -1

    def _opened(self, index: int) -> int:
        """Return the opening mark that the closing mark `index` belongs to, -1 where it closes nothing."""
        return self.pairs.get(index, -1)


def ends_place(word: Word) -> bool:
    """Return whether a word is a place, or the last character of one that no list has."""
    return PLACE in word.tag or (LEVEL in word.tag and len(word.text) == 1)


def brackets(words: Sequence[Word], telling: Sequence[int]) -> dict[int, int]:
    """Return for each opening word its closing word and the reverse, where they match; they are among the `telling`.

    Straight quotes open and close in turn.
    """
    stack: list[int] = []
    pairs: dict[int, int] = {}
    straight = -1
    for index, text in [(index, words[index].text) for index in telling if words[index].text in _PAIRED]:
        if text == '"':
            if straight < 0:
                straight = index
            else:
                pairs[straight], pairs[index] = index, straight
                straight = -1
        elif text in OPENING:
            stack.append(index)
        else:
            for position in range(len(stack) - 1, -1, -1):
                if words[stack[position]].text == CLOSING[text]:
                    pairs[stack[position]], pairs[index] = index, stack[position]
                    del stack[position:]
                    break
    return pairs
