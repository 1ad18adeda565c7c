"""What kind of amount a number is, by the words before it: paid, a ceiling, a price, a value, a share, a growth."""

from __future__ import annotations

import re
from functools import cache

from ontology.quantity_words import amount_roles, figure_words

from .direction import Change, is_against, is_reached
from .metrics import comparison
from .money_nouns import names_payer
from .parties import given_to
from .quantity import Quantity
from .word_patterns import any_figure_word, each_pattern

_RATES = frozenset({"share", "points"})
_LAST_DIGIT = re.compile(r".*\d")


def role_of(text: str, quantity: Quantity, clause: int, told: Change | None) -> str:
    """Return the first role whose word stands before a number in its clause; a count, share or volume otherwise.

    `clause` is where the clause begins, `told` the change that the number is told as. Words behind the number before
    count first. By how much something fell, or differs from an earlier time, is growth, whatever is counted, and by
    which share it rose; what it reached is none.
    """
    dimension = quantity.unit_of.dimension
    if told and (told.falls or dimension in _RATES or is_against(text, told)):
        return "growth"
    if comparison(text, quantity):
        return "growth" if told and dimension == "ratio" else "comparison"
    dimension = "share" if dimension in {"points", "ratio"} else dimension
    before = text[clause : quantity.start]
    last = _LAST_DIGIT.match(before)
    near = before[last.end() :] if last else before
    role = _told(text, near, dimension, quantity) or _told(text, before, dimension, quantity)
    if role:
        return role
    if dimension == "price" and quantity.unit.startswith("元"):
        return "price"
    if dimension == "money":
        return "paid" if _is_given(text, quantity, clause) else "volume"
    return "share" if dimension == "share" else "count"


def is_founded(text: str, clause: int, number: int) -> bool:
    """Return whether an amount stands right behind a verb of setting up: 设立10亿元产业基金."""
    return _founded_pattern().search(text, clause, number) is not None


def _told(text: str, before: str, dimension: str, quantity: Quantity) -> str:
    """The role that words before a number give it: the first that fits, or that of what one of several gets."""
    per_one = dimension == "money" and each_pattern().search(before) is not None
    for word, role in _roles_of(dimension):
        if per_one and role != "ceiling":
            break
        if word in before and not (role == "growth" and _is_level(text, word, quantity)):
            return role
    return "price" if per_one else ""


def _is_given(text: str, quantity: Quantity, clause: int) -> bool:
    """Whether an amount is what somebody is given: 500万元补贴, 支持甲6000万元, 其中省级资金300万元."""
    awarded = _award_pattern().match(text, quantity.end)
    return bool(
        awarded or given_to(text, clause, quantity.start) or names_payer(text, clause, quantity.start)
    )


def _is_level(text: str, word: str, quantity: Quantity) -> bool:
    """Whether a number was reached (同比下降至3%); one that a rate of growth reached is growth (增速回升至3%)."""
    return word not in figure_words("rate") and is_reached(text, quantity.start)


@cache
def _roles_of(dimension: str) -> tuple[tuple[str, str], ...]:
    """The words that give an amount of a dimension its role, in order of precedence, each with the role."""
    return tuple(
        (each.word, each.role)
        for each in amount_roles()
        if each.dimension in {"any", dimension} and not each.subject
    )


@cache
def _award_pattern() -> re.Pattern[str]:
    """500万元补贴, 50万元的一次性奖励: what an amount is given as, behind it."""
    return re.compile(rf"{any_figure_word('award_lead')}{{0,4}}{any_figure_word('award')}")


@cache
def _founded_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_figure_word('founding')}了?(?:总?规模)?{any_figure_word('amount_lead')}{{0,2}}$"
    )
