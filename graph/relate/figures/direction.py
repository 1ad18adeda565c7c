"""Which way a number goes: by how much something rose or fell (同比下降2.1%, 少3家), and the minus of -1.2%.

The words are data (ontology/lexicon/figure_words.tsv). A number that was reached (下降到2.1%) tells no change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from ontology.quantity_words import Direction, FigureRole, bounds, directed_words, figure_words
from ontology.tsv import any_word

from ..status import clause_bounds
from .quantity import RANGE, Quantity
from .word_patterns import any_figure_word, figure_pattern

_MINUS = frozenset("-－−")
_A_MINUS = re.compile("[-－−]")
_LONGEST = 32
"""Characters before a number within which its word of change stands."""
_CHANGING: tuple[FigureRole, ...] = ("growth", "change", "rate")
_LEADING: tuple[FigureRole, ...] = ("compared", "growth", "rate", "shared", "linking", "reached", "listed")


class Change(msgspec.Struct, frozen=True):
    """The words at [start, end) of a masked text that make the number behind them a change; whether it is a fall."""

    start: int
    end: int
    falls: bool


def signed(text: str, counted: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities of a masked sentence, those with a minus printed before them with it.

    A dash between two numbers (3-5%) is no minus: one stands behind a word that leads to its number or an opening mark.
    """
    if not counted or not _A_MINUS.search(text):
        return tuple(counted)
    return tuple(_negative(each) if _has_minus(text, each) else each for each in counted)


def changes(text: str, counted: Sequence[Quantity]) -> tuple[Change | None, ...]:
    """Return for each quantity of a masked sentence the change that it is told as, None where it is told as none.

    One word of change may be told of several numbers: 分别下降31%、27%.
    """
    found: list[Change | None] = []
    for index, quantity in enumerate(counted):
        change = _change(text, quantity)
        if change is None and found and _is_listed(text, counted[index - 1], quantity):
            change = found[-1]
        found.append(change)
    return tuple(found)


def is_reached(text: str, position: int) -> bool:
    """Return whether the words before `position` say that a number there was reached: 下降至, 提高到约."""
    return _reached_pattern().search(text, max(0, position - _LONGEST), position) is not None


def is_against(text: str, change: Change) -> bool:
    """Return whether the words of a change name the earlier time that it is measured against: 较去年同期增加."""
    return figure_pattern("compared").match(text, change.start, change.end) is not None


def tells_change(words: str) -> bool:
    """Return whether words end in a verb of change: 较上年增加."""
    return words.endswith(tuple(_directions()))


def _has_minus(text: str, quantity: Quantity) -> bool:
    if text[quantity.start - 1 : quantity.start] not in _MINUS:
        return False
    return _before_minus().search(text, max(0, quantity.start - _LONGEST), quantity.start - 1) is not None


def _negative(quantity: Quantity) -> Quantity:
    return msgspec.structs.replace(
        quantity, start=quantity.start - 1, value=f"-{quantity.value}", amount=-quantity.amount
    )


def _change(text: str, quantity: Quantity) -> Change | None:
    start = max(clause_bounds(text, quantity.start)[0], quantity.start - _LONGEST)
    if not _any_change().search(text, start, quantity.start):
        return None
    patterns = _change_patterns() if _ends_phrase(text, quantity.end) else _change_patterns()[:-1]
    for pattern in patterns:
        if match := pattern.search(text, start, quantity.start):
            falls = _directions()[match["word"]] == "fall"
            return Change(start=match.start(), end=match.end("word"), falls=falls)
    return None


def _ends_phrase(text: str, end: int) -> bool:
    """Whether nothing is counted behind a number: 减少跑动次数的15项措施 tells of measures."""
    return not text[end : end + 1].isalnum()


def _is_listed(text: str, before: Quantity, quantity: Quantity) -> bool:
    between = text[before.end : quantity.start]
    alike = before.unit_of.dimension == quantity.unit_of.dimension
    return alike and _between_pattern().fullmatch(between) is not None


@cache
def _directions() -> Mapping[str, Direction]:
    return {word: way for role in _CHANGING for word, way in directed_words(role).items() if way}


@cache
def _any_change() -> re.Pattern[str]:
    """What every change holds; most numbers stand behind none."""
    return re.compile(any_word(_directions()))


@cache
def _change_patterns() -> tuple[re.Pattern[str], ...]:
    """同比下降, 下降了约; 降幅收窄至; and, where nothing is counted behind the number, 降低企业用能成本."""
    rates = [word for word in directed_words("rate") if word in _directions()]
    told = [word for word in _directions() if word not in rates]
    falls = [word for word in told if _directions()[word] == "fall" and len(word) > 1]
    reached = f"(?:[^，。；：、\\d]{{0,6}}{any_figure_word('reached', 'linking')})?"
    apart = any_word((*_directions(), *figure_words("reached"), *figure_words("level")))
    other = f"(?!{apart})[^，。；：！？、（）\\d]"
    before, behind = f"{any_figure_word('compared')}?{any_figure_word('shared')}?", f"{_bound()}*$"
    return tuple(
        re.compile(f"{before}(?P<word>{any_word(words)}){between}{behind}")
        for words, between in ((told, "了?"), (rates, reached), (falls, f"(?:{other}){{1,10}}"))
    )


@cache
def _reached_pattern() -> re.Pattern[str]:
    return re.compile(f"{any_figure_word('moved')}{any_figure_word('reached')}{_bound()}*$")


@cache
def _between_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:[、{RANGE}]|{any_figure_word('listed')}){_bound()}*")


@cache
def _before_minus() -> re.Pattern[str]:
    """What a minus stands behind: a word that leads to its number, or an opening mark."""
    words = [word for role in _LEADING for word in figure_words(role)]
    return re.compile(f"(?:^|[：:（(，、]|{any_word((*words, *bounds('before')))})$")


@cache
def _bound() -> str:
    return any_word(bounds("before"))
