"""Where in a paragraph a name may begin and end, told from the kinds of words on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from ontology import lexicon

from .marks import CLOSING, COMMA, DIGITS, HARD_STOPS, JUMP, OPENING, PUNCTUATION, SPACE, STOP, Traits
from .words import Word, Words

_PAIRED: Final = frozenset((*OPENING, *CLOSING, '"'))
_LONGEST = 48
"""Code points: no annotated name is longer."""
_MAX_ITEMS_CROSSED = 4
_END_TITLES: Final = HARD_STOPS | {"《", "》"}
_GREAT: Final = "大"
"""Behind a number it counts: 6大产业园."""
_AFTER_VERB: Final = frozenset("了过的")


class Boundaries:
    """A paragraph's words with what was found out of each: may a name begin at it, run over it."""

    __slots__ = ("begins", "issuing", "pairs", "starts", "steps", "traits", "words")

    def __init__(self, line: Words) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        self.pairs = brackets(line.words)
        self.traits: Sequence[Traits] = [word.traits for word in line.words]
        self.begins = [not here.never_first for here in self.traits[:1]]
        self.begins += [
            (before.ends or here.begins) and not here.never_first for before, here in pairwise(self.traits)
        ]
        for index in [index for index, word in enumerate(line.words[:-1]) if word.tag == SPACE]:
            open_ = not index or line.words[index - 1].tag == PUNCTUATION  # 。 市政府, but not 产业 基金
            self.begins[index + 1] |= open_ and not self.traits[index + 1].never_first
        issuing = issuing_words()
        self.issuing = [index for index, word in enumerate(line.words) if word.text in issuing]
        self.steps = [here.step for here in self.traits]
        for index in [
            index for index, word in enumerate(line.words) if word.traits.counts or word.text == _GREAT
        ]:
            if index and line.words[index - 1].tag == DIGITS:
                self.steps[index] = STOP

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

    def _opened(self, index: int) -> int:
        """Return the opening mark that the closing mark `index` belongs to, -1 where it closes nothing."""
        return self.pairs.get(index, -1)


@cache
def issuing_words() -> frozenset[str]:
    """Return the verbs behind which a document's title stands."""
    return lexicon.words("issuing_words.tsv")


def brackets(words: Sequence[Word]) -> dict[int, int]:
    """Return for each opening word its closing word and the reverse, where they match.

    Straight quotes open and close in turn.
    """
    stack: list[int] = []
    pairs: dict[int, int] = {}
    straight = -1
    for index, text in [(index, word.text) for index, word in enumerate(words) if word.text in _PAIRED]:
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
