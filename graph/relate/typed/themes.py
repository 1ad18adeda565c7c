"""What a clause is about that names nothing it could be told of: 由甲公司运营，总投资3亿元."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ontology.clause_words import ClauseRole, clause_words

from ..clause_roles import any_clause_word
from ..lists import AMOUNT
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..status import clause_bounds, part_bounds
from .actors import lead_pattern, openers

_NAMES = ANY_NAME + ANY_PLACE
_LISTED_BEHIND = re.compile(rf"(?:[、和及][{_NAMES}])+")


def theme_candidates(masked: MaskedSentence, position: int, *, papers: bool = False) -> tuple[Name, ...]:
    """Return what a clause before `position` may be about without saying so, the likeliest first.

    Funds and platforms of the part of the sentence, the nearest first; then the bodies that it says were founded, and
    those that begin a clause; then what something stands in (落户X), and the other bodies. With `papers` a project or
    plan, too: behind the things where it begins a clause (甲改造项目由乙公司实施), else last.
    """
    begin, _ = part_bounds(masked.text, position)
    names = [
        name
        for name in masked.names_in(begin, position)
        if name.kind != "place" and not _is_of_old(masked, name) and not _approves(masked, name)
    ]
    things = [name for name in names if name.kind in {"fund", "platform"}]
    opening = [
        name
        for name in openers(masked, begin, position)
        if name.kind == "organisation" and not _is_of_old(masked, name)
    ]
    others = [name for name in names if name.kind == "organisation" and name not in opening]
    founded = [name for name in others if _follows(masked, name, "founding")]
    sites = [name for name in things if _follows(masked, name, "placing")]
    beside = [name for name in things if stands_aside(masked, name)]
    standing = [name for name in things if name not in sites and name not in beside]
    planned = [name for name in names if papers and name.kind == "policy"]
    begun = [name for name in planned if _begins_clause(masked, name)]
    rest = [name for name in others if name not in founded and not _follows(masked, name, "aside")]
    late = [name for name in planned if name not in begun]
    ranked = (standing, begun, founded, opening, sites, beside, rest, late)
    return tuple(name for names in ranked for name in reversed(names))


def _is_of_old(masked: MaskedSentence, name: Name) -> bool:
    """Whether a name is what a thing was called before: 前身是X; X、Y更名为Z."""
    end = bisect_left(masked.offsets, name.span.end)
    listed = _LISTED_BEHIND.match(masked.text, end)
    renamed = _renaming().match(masked.text, listed.end() if listed else end)
    return renamed is not None or _follows(masked, name, "former")


@cache
def _renaming() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：、的{_NAMES}]{{0,8}}?{any_clause_word('renaming')}")


def _approves(masked: MaskedSentence, name: Name) -> bool:
    """Whether a body only approved of what the sentence is about: 经甲批复，总投资2000万元，其中乙资金900万元."""
    at = bisect_left(masked.offsets, name.span.start)
    end = bisect_left(masked.offsets, name.span.end)
    return masked.text.endswith("经", 0, at) and _approving().match(masked.text, end) is not None


@cache
def _approving() -> re.Pattern[str]:
    return re.compile(any_clause_word("deliberating", "approving"))


def _begins_clause(masked: MaskedSentence, name: Name) -> bool:
    """Whether a clause begins with a name: at once, behind a leading word, or behind whose it is (甲实施的X)."""
    at = bisect_left(masked.offsets, name.span.start)
    start, _ = clause_bounds(masked.text, at)
    before = masked.text[start:at]
    return before.endswith("的") or lead_pattern().fullmatch(before) is not None


def stands_aside(masked: MaskedSentence, name: Name) -> bool:
    """Return whether a name only helps to tell of another: 依托X建设, 由X设立, X认缴2亿元 of a fund named before it.

    So do those of a list (X、Y分别认缴3亿元、2亿元).
    """
    if _follows(masked, name, "joint", "aside") or is_spent(masked, name):
        return True
    end = bisect_left(masked.offsets, name.span.end)
    listed = _LISTED_BEHIND.match(masked.text, end)
    behind = listed.end() if listed else end
    return not _follows(masked, name, "ground") and _contribution().match(masked.text, behind) is not None


def is_spent(masked: MaskedSentence, name: Name) -> bool:
    """Whether money is what something is done with: 使用甲债券8000万元, 其中乙资金900万元、丙资金300万元."""
    if name.kind != "fund" or not _amount().match(masked.text, bisect_left(masked.offsets, name.span.end)):
        return False
    return _follows(masked, name, "spent", "aside")


def listed_with(masked: MaskedSentence, name: Name) -> tuple[Name, ...]:
    """Return a name with those of its kind that stand in one list with it (甲馆、乙馆和丙馆由丁管理)."""
    at = bisect_left(masked.offsets, name.span.start)
    lists = (found for found in _list().finditer(masked.text) if found.start() <= at < found.end())
    listed = next((masked.names_in(*found.span()) for found in lists), ())
    return tuple(one for one in listed if one.kind == name.kind) or (name,)


def begins_item(masked: MaskedSentence, name: Name) -> bool:
    """Return whether a name in a list builds what is named behind it: 甲建设X、乙建设Y tells of X and of Y."""
    return _building().match(masked.text, bisect_left(masked.offsets, name.span.end)) is not None


@cache
def _building() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('building', 'founding')}了?[^，。；：{_NAMES}]{{0,8}}[{_NAMES}]")


def sets_up_unnamed(masked: MaskedSentence, position: int) -> bool:
    """Return whether the clause before that of `position` sets up an unnamed thing: 建成充电站36座，由乙运营."""
    start, _ = clause_bounds(masked.text, position)
    if start == 0 or masked.text[start - 1] != "，":
        return False
    before, end = clause_bounds(masked.text, start - 1)
    return _founding().search(masked.text, before, end) is not None


def bearer(masked: MaskedSentence, name: Name) -> Name:
    """Return what got the title that a name is (X获评Y), as the clause begins with it; else the name itself."""
    if not _follows(masked, name, "honouring"):
        return name
    at = bisect_left(masked.offsets, name.span.start)
    start, _ = clause_bounds(masked.text, at)
    opening = openers(masked, start, at)
    return opening[0] if opening else name


def is_site(masked: MaskedSentence, name: Name) -> bool:
    """Return whether a name only says where something is done: 在X建成服务中心."""
    return _follows(masked, name, "locating")


@cache
def _founding() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('founding')}了?(?!的)[^，。；：{ANY_NAME}]{{2,}}\Z")


@cache
def _list() -> re.Pattern[str]:
    item = rf"[{ANY_NAME}](?:[（(][^）)]*[）)])?"
    return re.compile(rf"{item}(?:[、和及]{item})+")


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(AMOUNT)


@cache
def _contribution() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('putting_in_lead')}*{any_clause_word('putting_in')}")


def _follows(masked: MaskedSentence, name: Name, *roles: ClauseRole) -> bool:
    """Whether a name, or the list that it is in, stands right behind a word of one of the roles.

    …前身是X，现由Y运营 is about the successor of X.
    """
    at = bisect_left(masked.offsets, name.span.start)
    listed = _listed_before().search(masked.text, 0, at)
    at = listed.start() if listed else at
    level = _level_before().search(masked.text, 0, at)
    at = level.start() if level else at
    return any(masked.text.endswith(clause_words()[role], 0, at) for role in roles)


@cache
def _level_before() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('money_level')}$")


@cache
def _listed_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[{_NAMES}](?:[（(][^）)]*[）)])?(?:{AMOUNT})?[、和及]"
        rf"(?:{any_clause_word('money_level')})?)+$"
    )
