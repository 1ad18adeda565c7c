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
from ..typed.actors import actors_at, is_done_by_zone, urges_others
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
_BY_URGED: Final = frozenset({"established", "issued", "operates"})
"""What is done by those who are urged to."""
_FUND, _PLACE = "F", "L"


def is_doubtful(seen: Scene, pair: Pair, word: Word | None) -> bool:
    """Return whether a guess is of a sort that is wrong more often than right.

    Of letters held out, no money of one fund for another was guessed right, and .20 of those that have who follows a
    thing found it without a word for that.
    """
    source, target, relation = pair.source, pair.target, pair.relation
    of_others = _is_with_approver(seen.masked.text, pair) or _is_paid_elsewhere(seen, pair)
    of_others = of_others or _is_only_pressed(seen.masked.text, pair) or _is_of_another_part(seen, pair)
    of_others = of_others or _is_honour(seen, pair) or _is_ground(seen.masked.text, pair)
    of_others = of_others or _is_of_paper_below(seen.masked.text, pair)
    of_others = of_others or _is_beside_place(seen.masked.text, pair)
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
    branch = relation == "located_in" and _is_of_branch(seen, source, target)
    where = source.kind == _PLACE and seen.masked.text.endswith("在", 0, source.start)
    urged = _is_left_to_others(seen.masked.text, pair, source, target)
    urged = urged or (relation == _FOUNDED and _approving().match(seen.masked.text, source.end) is not None)
    return urged or passed_on or branch or where or _is_deed_of_another(seen, pair, source, target)


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


def _is_beside_place(text: str, pair: Pair) -> bool:
    """Whether a place only begins the name of a body that is unknown: 与甲市超算中心对接."""
    return pair.relation == "cooperates_with" and any(
        unit.names[-1].kind == "place" and _unknown_body().match(text, unit.end)
        for unit in (pair.source, pair.target)
        if unit
    )


@cache
def _unknown_body() -> re.Pattern[str]:
    does = any_clause_word(
        "founding", "joint", "together", "shared_act"
    )  # 与甲市共建超算中心: with the place itself
    return re.compile(rf"(?:(?!{does})[^，。；：、的{ANY_NAME}]){{2,8}}?{any_clause_word('body_head')}")


def _is_honour(seen: Scene, pair: Pair) -> bool:
    """Whether a title that a thing got (X入选Y) is taken for what a body does, or what is built for a title."""
    source, target, text = pair.source, pair.target, seen.masked.text
    if target is None:
        return False
    before = target.start - text.endswith(("“", "‘"), 0, target.start)
    if pair.relation != "designated_as":
        return pair.relation in _DEEDS and text.endswith(clause_words()["honouring"], 0, before)
    if source and text.endswith(clause_words()["winning"], 0, before):
        acting = actors_at(seen.masked, target.start)
        return acting.basis == "named" and set(source.names).isdisjoint((*acting.names, *acting.joint))
    built = text.endswith(clause_words()["founding"], 0, before)
    return bool(built and source and source.start < target.start and pause_between(text, source, target))


def _is_ground(text: str, pair: Pair) -> bool:
    """Whether what is done only goes by a body's will (围绕甲部署), which neither does it nor acts along."""
    acting = {"cooperates_with": pair.units, "signed": (pair.source,)}.get(pair.relation, ())
    return any(unit and text.endswith(clause_words()["by_will"], 0, unit.start) for unit in acting)


def _is_of_paper_below(text: str, pair: Pair) -> bool:
    """Whether not the paper named is brought out, but one below it: 出台《X》实施细则."""
    target = pair.target
    return bool(pair.relation == "issued" and target and _below().match(text, target.end))


@cache
def _below() -> re.Pattern[str]:
    return re.compile(rf"》?的?(?:配套|相关)?{any_clause_word('paper_below')}")


def _is_left_to_others(text: str, pair: Pair, source: Unit, target: Unit) -> bool:
    """Whether a body only urges those named behind it to do what is told: 甲局推动乙与丙共建X."""
    return pair.relation in _BY_URGED and _urged_to().search(text, source.end, target.start) is not None


@cache
def _urged_to() -> re.Pattern[str]:
    """推动甲与乙共建: those who are urged, and a verb of founding."""
    names = f"[{ANY_NAME}]"
    return re.compile(
        rf"{any_clause_word('urging')}{names}(?:[、和及与同]{names})*(?:等[^，。；：]{{0,8}})?[^，。；：的{ANY_NAME}]{{0,6}}?"
        rf"(?:{any_clause_word('founding')}|共建)"
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
    if masked.text.startswith("的", word.end):
        return True
    others = urges_others(masked, word.start) or is_done_by_zone(masked.text, word.start)
    return relation in _DEEDS and others


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


def _is_of_branch(seen: Scene, source: Unit, place: Unit) -> bool:
    """Whether a body sets something up at a place: A在甲市设立分中心 says of that where it is, not of A."""
    text = seen.masked.text
    if source.start > place.start or not text.endswith("在", 0, place.start):
        return False
    return _founded_there().match(text, place.end) is not None


@cache
def _founded_there() -> re.Pattern[str]:
    founding = any_clause_word("founding")
    return re.compile(rf"[^，。；：{ANY_NAME}]{{0,6}}?(?:{founding})(?:了)?(?!的)")


def pause_between(text: str, first: Unit, second: Unit) -> bool:
    """Return whether a mark that ends a clause stands between two names or lists of names."""
    return any(mark in text[first.end : second.start] for mark in MARKS)


def _pauses(seen: Scene, pair: Pair) -> int:
    first, second = pair.units
    return pauses(seen, first, second) if first else 0
