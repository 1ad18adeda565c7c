"""Guesses of sorts that are wrong more often than right, whatever their score: they are not stated.

The shares in the docstrings are of such guesses in annotated letters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ontology.clause_words import clause_words

from ..clause_roles import any_clause_word, holds_word
from ..masking import ANY_NAME, MaskedSentence
from ..status import clause_bounds
from ..typed.actors import actors_at, urges_others
from ..typed.themes import is_spent
from .scene import Scene, Unit, Word
from .weighing import Pair, pauses

MARKS: Final = frozenset("，。；")
_FOUNDED: Final = "established"
_DEEDS: Final = frozenset(
    {"established", "funds", "implements", "invests_in", "issued", "leads", "operates", "part_of"}
)
"""What is done by whom a clause is about."""
_GIVEN: Final = frozenset({"funds", "cooperates_with"})
"""What is done to, or with, the later of two names; the other own deeds are done by it."""
_OWN_DEEDS: Final = _GIVEN | {"operates", "established"}
_FUND, _PLACE = "F", "L"


def is_doubtful(seen: Scene, pair: Pair, word: Word | None) -> bool:
    """Return whether a guess is of a sort that is wrong more often than right.

    Of letters held out, no money of one fund for another was guessed right, and .20 of those that have who follows a
    thing found it without a word for that.
    """
    source, target, relation = pair.source, pair.target, pair.relation
    of_others = _is_with_approver(seen.masked.text, pair) or _is_paid_elsewhere(seen, pair)
    of_others = of_others or _is_only_pressed(seen.masked.text, pair) or _is_of_another_part(seen, pair)
    if of_others or _is_of_spent_money(seen.masked, pair):
        return True
    if source is None and word and _is_by_others(seen.masked, relation, word):
        return True
    if source is None or target is None or source is target:
        return False
    if _pauses(seen, pair) and relation in _OWN_DEEDS and _begins_clause(seen, pair):
        return True
    if target.start < source.start:
        builds = relation == "located_in" and _only_builds(seen.masked.text, target)
        return builds or (relation == _FOUNDED and (word is None or _FOUNDED not in word.relations))
    passed_on = relation == "funds" and source.kind == target.kind == _FUND
    branch = relation == "located_in" and _is_of_branch(seen, target)
    where = source.kind == _PLACE and seen.masked.text.endswith("在", 0, source.start)
    return passed_on or branch or where or _is_deed_of_another(seen, pair, source, target)


def _is_of_another_part(seen: Scene, pair: Pair) -> bool:
    """Whether a body of another item of a list is taken to help: 一是请甲办理；二是支持乙."""
    source, target = pair.source, pair.target
    if pair.relation != "supports" or not source or not target:
        return False
    first, second = sorted((source, target), key=lambda unit: unit.start)
    return "；" in seen.masked.text[first.end : second.start]


def _is_only_pressed(text: str, pair: Pair) -> bool:
    """Whether a body is pressed to do a thing (督促甲公司加快施工), which is no help."""
    target = pair.target
    return bool(
        pair.relation == "supports" and target and text.endswith(clause_words()["pressing"], 0, target.start)
    )


def _is_paid_elsewhere(seen: Scene, pair: Pair) -> bool:
    """Whether a body of an earlier clause is taken to pay for what a later one names: .11 of these were right.

    But 甲捐助500万元，设立X奖励金; 甲投入200万元，用于X.
    """
    source, target, text = pair.source, pair.target, seen.masked.text
    if pair.relation != "funds" or not source or not target or source.kind == _FUND:
        return False
    start, _ = clause_bounds(text, target.start)
    set_up = target.kind == _FUND and holds_word("founding", text, start, target.start)
    meant = set_up or holds_word("spent_on", text, start, target.start)
    return source.start < target.start and not meant and pause_between(text, source, target)


def _is_by_others(masked: MaskedSentence, relation: str, word: Word) -> bool:
    """Whether not the writer does it: by whom is untold (出台的《X》已将…), or others are urged (督促各地出台X)."""
    return masked.text.startswith("的", word.end) or (relation in _DEEDS and urges_others(masked, word.start))


def _is_with_approver(text: str, pair: Pair) -> bool:
    """Whether somebody only approves of what is done (经甲研究同意): nobody acts with them, or pays them."""
    return pair.relation in _GIVEN and any(
        text.endswith("经", 0, unit.start) and _approving().match(text, unit.end)
        for unit in (pair.source, pair.target)
        if unit
    )


def _is_of_spent_money(masked: MaskedSentence, pair: Pair) -> bool:
    """Whether something else than paying is told of money that something was done with (使用甲资金120万元建成)."""
    return pair.relation != "funds" and any(
        is_spent(masked, name) for unit in (pair.source, pair.target) if unit for name in unit.names
    )


@cache
def _approving() -> re.Pattern[str]:
    return re.compile(any_clause_word("deliberating", "approving"))


def _begins_clause(seen: Scene, pair: Pair) -> bool:
    """Whether the later of two acts in its own clause (甲投入200万元，乙投入300万元): .28 of these were right."""
    later = pair.units[1]
    backward = later is pair.source
    told_by_whom = seen.masked.text.endswith(clause_words()["agent"], 0, later.start)  # X开放，由甲管理
    if told_by_whom or backward != (pair.relation in _OWN_DEEDS - _GIVEN):
        return False
    return not set(later.names).isdisjoint(actors_at(seen.masked, later.end).names)


def _is_deed_of_another(seen: Scene, pair: Pair, source: Unit, target: Unit) -> bool:
    """Whether what a later clause says was done is tied to a body that does not act there: .10 of these were right."""
    if pair.relation not in _DEEDS or source.kind == _FUND or not _pauses(seen, pair):
        return False
    acting = actors_at(seen.masked, target.start)
    start, _ = clause_bounds(seen.masked.text, target.start)
    if acting.basis != "named" and holds_word("as_one", seen.masked.text, start, target.start):
        return False  # 甲出地，乙出人，合办X
    return not set(source.names).intersection((*acting.names, *acting.joint))


def _only_builds(text: str, place: Unit) -> bool:
    """Whether a place only builds what is named behind it, wherever that stands: 支持甲区建设X, but not 在甲区建设X."""
    words = clause_words()
    sited = text.endswith((*words["locating"], *words["placing"]), 0, place.start)
    return not sited and text.startswith((*words["building"], *words["founding"]), place.end)


def _is_of_branch(seen: Scene, place: Unit) -> bool:
    """Whether something unnamed is set up at a place: A在甲市设立分中心 says of that where it is, not of A."""
    text = seen.masked.text
    return text.endswith("在", 0, place.start) and bool(_founded_there().match(text, place.end))


@cache
def _founded_there() -> re.Pattern[str]:
    founding = any_clause_word("founding")
    return re.compile(
        rf"[^，。；：{ANY_NAME}]{{0,6}}?(?:{founding})(?:了)?[^，。；：{ANY_NAME}]*(?=[，。；]|$)"
    )


def pause_between(text: str, first: Unit, second: Unit) -> bool:
    """Return whether a mark that ends a clause stands between two names or lists of names."""
    return any(mark in text[first.end : second.start] for mark in MARKS)


def _pauses(seen: Scene, pair: Pair) -> int:
    first, second = pair.units
    return pauses(seen, first, second) if first else 0
