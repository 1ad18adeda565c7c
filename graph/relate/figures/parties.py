"""Who pays an amount and who is paid: as the words around it say, and as the relations of its sentence say.

Relations know both ends of what a verb of paying says, in either order (甲资助乙X万元, 乙获甲资助X万元): where one of
them ends beside an amount, it tells who pays; the words tell it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import structs

from corpus.records import Letter, Span
from ontology.quantity_words import amount_roles, figure_words

from ...records import Claim, LinkedLetter
from ..lists import AND, PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, kind_class
from ..records import Figure
from ..status import clause_bounds, part_bounds
from ..typed.actors import Actors, actors_at, opening_names
from ..understood import implied_actor
from .quantity import Quantity
from .respective import told_apart
from .word_patterns import any_of, any_word

_ORGANISATION = kind_class("organisation")
_RECEIVERS = kind_class("organisation", "fund", "place")
_PAYING_RELATIONS: Final = frozenset({"funds", "invests_in"})
_PAID: Final = frozenset({"paid", "ceiling", "volume"})
"""Roles of amounts that one gives another; a fund's size, a value or a price is none."""
_REACH: Final = 24
"""How far behind the nearer end of a relation an amount of it stands, in characters."""
_CLAUSE_MARK = re.compile("[，。；：！？,;]")


def parties(
    linked: LinkedLetter, masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity
) -> tuple[str, str]:
    """Return who pays (a node id) and who is paid (as printed), as far as said or understood."""
    clause, _ = clause_bounds(masked.text, quantity.start)
    given = given_to(masked.text, clause, quantity.start)
    acting = actors_at(masked, given.start() if given else quantity.start)
    apart = told_apart(masked, counted, quantity)
    if handed := _handed_pattern().search(masked.text, clause, quantity.start):
        receiver = apart.span if apart else masked.span(*handed.span(handed.lastgroup or 0))
        return _handed(linked, masked, acting, quantity, receiver)
    beside = _beside_pattern().search(masked.text, clause, quantity.start)
    payers = (apart,) if apart else (masked.names[beside["payer"]],) if beside else acting.names
    named = [node_id for name in payers for node_id in name.node_ids]
    understood = implied_actor(linked, masked, quantity.start) if acting.basis == "implied" else None
    payer = named[0] if named else understood or ""
    begin, _ = part_bounds(masked.text, quantity.start)
    paid = [*_payee_pattern().finditer(masked.text, begin, quantity.start)][-1:]
    match = given or (paid[0] if paid else None)
    return payer, _bare(linked.letter.text, masked.span(*match.span("payee"))) if match else ""


def given_to(text: str, start: int, number: int) -> re.Match[str] | None:
    """Return where a masked clause names who is given an amount, between the verb and the number (奖励甲200万元)."""
    return _given_pattern().search(text, start, number)


def _handed(
    linked: LinkedLetter, masked: MaskedSentence, acting: Actors, quantity: Quantity, receiver: Span
) -> tuple[str, str]:
    """Who pays and who is paid where the payer's verb names the receiver (甲下达我市X万元, 甲向乙、丙分别拨付…)."""
    payers = opening_names(masked, quantity.start) or acting.names
    ids = [node_id for name in payers for node_id in name.node_ids]
    payer = ids[0] if ids else implied_actor(linked, masked, quantity.start) or ""
    paid = {
        node_id
        for name in masked.names.values()
        if receiver.start <= name.span.start < receiver.end
        for node_id in name.node_ids
    }
    return "" if payer in paid else payer, _bare(linked.letter.text, receiver)


def with_related_parties(
    figures: Iterable[Figure], relations: Iterable[Claim], letter: Letter
) -> tuple[Figure, ...]:
    """Return the figures, payer and payee of amounts as the relations of their sentences have them.

    An amount belongs to the relations whose nearer end stands last before it in its clause. Where these name several
    payers, or several who are paid, what the words told is kept.
    """
    by_sentence: dict[str, list[Claim]] = {}
    for claim in relations:
        if claim.relation in _PAYING_RELATIONS:
            by_sentence.setdefault(claim.sentence_id, []).append(claim)
    return tuple(_paid(one, by_sentence.get(one.sentence_id, ()), letter) for one in figures)


def _paid(figure: Figure, relations: Sequence[Claim], letter: Letter) -> Figure:
    if not relations or figure.type != "amount" or figure.amount_role not in _PAID:
        return figure
    near = list(_nearest(figure, relations, letter.text))
    payers, payees = {one.source for one in near}, {one.target for one in near}
    if len(payers) != 1 or not payees:
        return figure
    return structs.replace(
        figure, payer=payers.pop(), payee=payees.pop() if len(payees) == 1 else figure.payee
    )


def _nearest(figure: Figure, relations: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Yield the relations whose nearer end is the last before the amount, in its clause and near it."""
    ends = [(end, claim) for claim in relations if (end := _last_end(claim, figure.span.start)) is not None]
    last = max((end for end, _ in ends), default=-1)
    between = text[last : figure.span.start]
    if last < 0 or len(between) > _REACH or _CLAUSE_MARK.search(between):
        return
    yield from (claim for end, claim in ends if end == last)


def _last_end(claim: Claim, position: int) -> int | None:
    """Where the nearer of both names ends that stand before a position; None where none does."""
    spans = (claim.source_span, claim.target_span)
    return max((span.end for span in spans if span and span.end <= position), default=None)


def _bare(text: str, span: Span) -> str:
    return "".join(text[span.start : span.end].split())


@cache
def _payee_pattern() -> re.Pattern[str]:
    """对X给予, 对X，给予: who is paid stands between the two; the 给 of 给予 is none that stands before them."""
    before, between, behind = any_of("recipient"), any_of("shared"), any_of("giving")
    return re.compile(rf"(?!{behind}){before}(?P<payee>[^，。；]{{2,40}}?){between}*，?{behind}")


@cache
def _beside_pattern() -> re.Pattern[str]:
    """乙出资2亿元: who pays, named right before the verb that stands before the amount, whoever acts in the clause."""
    paying = any_word(each.word for each in amount_roles() if each.role == "paid")
    between = f"[^，。；：、{ANY_NAME}{ANY_PLACE}]"
    unpaid = "".join(f"(?<!{word})" for word in figure_words("recipient"))
    return re.compile(
        rf"{unpaid}(?P<payer>[{ANY_PLACE}{_ORGANISATION}]){between}{{0,4}}?{paying}{between}{{0,6}}$"
    )


@cache
def _given_pattern() -> re.Pattern[str]:
    giving = any_word([*figure_words("award"), *figure_words("handing")])
    return re.compile(rf"{giving}(?:给|了)?(?P<payee>[{_RECEIVERS}]){any_of('amount_lead')}{{0,3}}$")


@cache
def _handed_pattern() -> re.Pattern[str]:
    """下达我市, 拨付甲公司补助资金, 向甲、乙分别下达: who is paid, named beside the verb."""
    one = f"[{ANY_NAME}{ANY_PLACE}]"
    listed, handing = f"{one}(?:{AND}{one})*", any_of("handing")
    paid = f"[{ANY_PLACE}{_ORGANISATION}]"
    behind = rf"{handing}(?:给|至|到)?(?P<behind>{paid}(?:{PLAIN_AND}{paid})*)"
    return re.compile(rf"{behind}|{any_of('recipient')}(?P<before>{listed}){any_of('shared')}*{handing}")
