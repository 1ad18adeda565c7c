"""Who pays an amount and who is paid: as the words around it say, and as the relations of its sentence say.

Relations know both ends of what a verb of paying says, in either order (甲资助乙X万元, 乙获甲资助X万元): where one of
them ends beside an amount, it tells who pays; the words tell it otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import structs

from corpus.records import Letter, Places, Span
from ontology.quantity_words import figure_words

from ...records import Claim, LinkedLetter
from ..clause_roles import any_clause_word
from ..lists import AND, PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class, unspaced
from ..records import Figure
from ..status import clause_bounds, part_bounds
from ..typed.actors import opening_names
from .payers import is_given_to, is_received, payer_of
from .quantity import Quantity
from .respective import told_apart
from .word_patterns import any_figure_word, awarded, figure_pattern, recipient

_PAID_BODIES = kind_class("organisation", "place")
_RECEIVERS = kind_class("organisation", "fund", "place")
_PAYING_RELATIONS: Final = frozenset({"funds", "invests_in"})
_PAID: Final = frozenset({"paid", "ceiling", "volume"})
"""Roles of amounts that one gives another; a fund's size, a value or a price is none."""
_REACH: Final = 24
"""How far behind the nearer end of a relation an amount of it stands, in characters."""
_CLAUSE_MARK = re.compile("[，。；：！？,;]")
_OWN_AMOUNT = re.compile(r"\s*[约近超]?\s*\d[\d.,]*\s*[千百十万亿]*元")
_ITEM_MARKS = frozenset("、，和")


def parties(
    linked: LinkedLetter,
    masked: MaskedSentence,
    places: Places,
    counted: Sequence[Quantity],
    quantity: Quantity,
) -> tuple[str, str]:
    """Return who pays (a node id) and who is paid (a node id, or as printed), as far as said or understood."""
    text, number = masked.text, quantity.start
    clause, _ = clause_bounds(text, number)
    if listed := receiver_in_list(masked, counted, quantity):
        first, place = listed
        payer, _ = parties(linked, masked, places, counted, first)
        return payer if payer not in place.node_ids else "", _one(linked, masked, place.span)
    if whole := _whole_of(masked, counted, quantity):
        return parties(linked, masked, places, counted, whole)[0], ""
    apart = told_apart(masked, counted, quantity)
    received = apart is not None and is_received(text, clause, number)
    if apart and (received or not _is_given_to(masked, apart)):
        return ("", _one(linked, masked, apart.span)) if received else ((apart.node_ids or ("",))[0], "")
    given = given_to(text, clause, number)
    verb = given.start() if given else number
    if handed := _handed_pattern().search(text, clause, number):
        receiver = apart.span if apart else masked.span(*handed.span(handed.lastgroup or 0))
        payer, payee = _handed(linked, masked, places, quantity, (verb, receiver))
        return payer, "" if not apart and _are_several(masked, counted, quantity, handed) else payee
    begin, _ = part_bounds(text, number)
    paid = [
        *_payee_pattern().finditer(text, begin, number),
        *_awarded_pattern().finditer(text, begin, number),
    ]
    match = given or (paid[-1] if paid else None)
    payer = payer_of(linked, masked, places, number, verb)
    if match is None:
        return payer, ""
    start, end = match.span("payee")
    rate = figure_pattern("measure").search(text, start + 1, end)
    return payer, _one(linked, masked, masked.span(start, rate.start() if rate else end))


def given_to(text: str, start: int, number: int) -> re.Match[str] | None:
    """Return where a masked clause names who is given an amount, between the verb and the number (奖励甲200万元)."""
    return _given_pattern().search(text, start, number)


def is_part_handed(masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity) -> bool:
    """Return whether an amount is a part of one that is handed out: what a place gets, or what falls in a year."""
    return bool(receiver_in_list(masked, counted, quantity) or _whole_of(masked, counted, quantity))


def _whole_of(masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity) -> Quantity | None:
    """The amount handed out before one that is told with nothing but a time: 安排9亿元，其中2023年3亿元."""
    at = next((index for index, each in enumerate(counted) if each.start == quantity.start), 0)
    before = counted[at - 1] if at else None
    if before is None or not _is_money(before, quantity):
        return None
    clause, _ = clause_bounds(masked.text, before.start)
    parted = _dated_part().fullmatch(masked.text, before.end, quantity.start)
    return before if parted and figure_pattern("handing").search(masked.text, clause, before.start) else None


def _are_several(
    masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity, handed: re.Match[str]
) -> bool:
    """Whether several are paid several amounts that are not told apart: 下达甲、乙资金3亿元、2亿元."""
    receivers = masked.names_in(*handed.span(handed.lastgroup or 0))
    _, end = clause_bounds(masked.text, quantity.start)
    amounts = [one for one in counted if handed.end() <= one.start < end and _is_money(one, quantity)]
    return len(receivers) > 1 and len(amounts) > 1


def receiver_in_list(
    masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity
) -> tuple[Quantity, Name] | None:
    """Return the place that an amount in a list of what places get is told of, with the amount that is handed out.

    下达甲省3亿元、乙省2亿元; 安排3亿元，其中甲市2亿元、乙市1亿元: who hands it out is told of the first amount.
    """
    at = next((index for index, each in enumerate(counted) if each.start == quantity.start), 0)
    item = _item(masked, counted, quantity)
    if not at or item is None:
        return None
    start, name = item
    before = next((each for each in reversed(counted[:at]) if each.end <= start), None)
    if before is None or not _is_money(before, quantity):
        return None
    between = masked.text[before.end : start]
    if between not in _ITEM_MARKS and not _part_pattern().fullmatch(between):
        return None
    first = receiver_in_list(masked, counted, before)
    whole = first[0] if first else before
    clause, _ = clause_bounds(masked.text, whole.start)
    hands = figure_pattern("handing").search(masked.text, clause, whole.start)
    return (whole, name) if hands else None


def _item(masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity) -> tuple[int, Name] | None:
    """Where an item of nothing but places begins, and the place of an amount: 甲市2亿元; 甲、乙分别为2亿元、1亿元."""
    if alone := _item_pattern().search(masked.text, 0, quantity.start):
        return alone.start("place"), masked.names[alone["place"]]
    apart = told_apart(masked, counted, quantity)
    if apart is None or apart.kind != "place":
        return None
    clause, _ = clause_bounds(masked.text, quantity.start)
    if _gives_itself().search(masked.text, clause, quantity.start):
        return None
    listed = _listed_to().search(masked.text, 0, bisect_left(masked.offsets, apart.span.start) + 1)
    return (listed.start(), apart) if listed else None


def _is_money(one: Quantity, two: Quantity) -> bool:
    return one.unit_of.dimension == two.unit_of.dimension == "money"


def _is_given_to(masked: MaskedSentence, name: Name) -> bool:
    """Whether the list that a name is in stands behind a verb of giving: 安排甲、乙分别为3亿元、2亿元."""
    return is_given_to(masked.text, bisect_left(masked.offsets, name.span.start))


def _handed(
    linked: LinkedLetter,
    masked: MaskedSentence,
    places: Places,
    quantity: Quantity,
    told: tuple[int, Span],
) -> tuple[str, str]:
    """Who pays and who is paid where the payer's verb names the receiver (甲下达我市X万元, 甲向乙、丙分别拨付…)."""
    verb, receiver = told
    openers = opening_names(masked, quantity.start)
    paid = {
        node_id
        for name in masked.names.values()
        if receiver.start <= name.span.start < receiver.end
        for node_id in name.node_ids
    }
    ids = [node_id for name in openers for node_id in name.node_ids if name.span.start < receiver.start]
    payer = ids[0] if ids else payer_of(linked, masked, places, quantity.start, verb)
    return "" if payer in paid else payer, _one(linked, masked, receiver)


def _one(linked: LinkedLetter, masked: MaskedSentence, span: Span) -> str:
    """The node of the one name that stands at a span, else its words as printed."""
    names = [name for name in masked.names.values() if name.span == span]
    if len(names) == 1 and len(names[0].node_ids) == 1:
        return names[0].node_ids[0]
    return unspaced(linked.letter.text, span)


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
    near = [each for each in _nearest(figure, relations, letter.text) if each.source != figure.payee]
    payers = {each.source for each in near if each.source_span or _may_be_understood(each, figure)}
    payees = {each.target for each in near if not _is_money_itself(each, figure, letter.text)}
    if not near:
        return figure
    several = "、" in figure.payee
    told = several or (figure.payee and not any(_says(letter.text, each, figure.payee) for each in near))
    return structs.replace(
        figure,
        payer=payers.pop() if len(payers) == 1 else figure.payer,
        payee=figure.payee if told or len(payees) != 1 else payees.pop(),
    )


def _is_money_itself(claim: Claim, figure: Figure, text: str) -> bool:
    """Whether the target of a relation is what is handed out (下达甲资金3亿元), and nobody who gets it."""
    span = claim.target_span
    if span is None or span.end > figure.span.start:
        return False
    return unspaced(text, span).endswith(figure_words("pointed"))


def _may_be_understood(claim: Claim, figure: Figure) -> bool:
    """Whether a place that no word names may pay: what is handed out the words themselves were asked for."""
    return figure.amount_role not in {"paid", "ceiling"} and claim.source.startswith("place/")


def _says(text: str, claim: Claim, payee: str) -> bool:
    """Whether a relation names the same receiver as the words do."""
    printed = unspaced(text, claim.target_span) if claim.target_span else ""
    return payee == claim.target or bool(printed and printed in payee)


def _nearest(figure: Figure, relations: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Yield the relations whose nearer end is the last before the amount, in its clause and near it."""
    ends = [
        (end, claim)
        for claim in relations
        if (end := _last_end(claim, figure.span.start)) is not None and not _is_of_other(claim, figure, text)
    ]
    last = max((end for end, _ in ends), default=-1)
    between = text[last : figure.span.start]
    if last < 0 or len(between) > _REACH or _CLAUSE_MARK.search(between):
        return
    near = [claim for end, claim in ends if end == last]
    yield from near
    yield from (claim for _, claim in ends if any(_acts_with(claim, one, text) for one in near))


def _acts_with(claim: Claim, one: Claim, text: str) -> bool:
    """Whether a relation has another source than one of the same target, named before it in its clause."""
    first, second = claim.source_span, one.source_span
    if first is None or second is None or claim.target != one.target or claim.source == one.source:
        return False
    return first.end <= second.start and not _CLAUSE_MARK.search(text, first.end, second.start)


def _is_of_other(claim: Claim, figure: Figure, text: str) -> bool:
    """Whether a relation tells of another amount: one end stands in a clause or an item behind, or has its own amount.

    安排甲资金60亿元，其中安排乙省4亿元; 甲市2亿元、乙市1亿元.
    """
    spans = [span for span in (claim.source_span, claim.target_span) if span]
    behind = [text[figure.span.end : span.start] for span in spans if span.start >= figure.span.end]
    if any(_CLAUSE_MARK.search(words) or words.strip().startswith("、") for words in behind):
        return True
    if claim.target_span and _gives_itself().match(text, claim.target_span.end):
        return True
    return claim.source_span is not None and _OWN_AMOUNT.match(text, claim.source_span.end) is not None


def _last_end(claim: Claim, position: int) -> int | None:
    """Where the nearer of both names ends that stand before a position; None where none does."""
    spans = (claim.source_span, claim.target_span)
    return max((span.end for span in spans if span and span.end <= position), default=None)


@cache
def _payee_pattern() -> re.Pattern[str]:
    """对X给予, 对X，给予: who is paid stands between the two; the 给 of 给予 is none that stands before them."""
    before, between, behind = (
        any_figure_word("recipient"),
        any_figure_word("shared"),
        any_figure_word("giving"),
    )
    return re.compile(rf"(?!{behind}){before}(?P<payee>[^，。；]{{2,40}}?){between}*，?{behind}(?!等)")


@cache
def _awarded_pattern() -> re.Pattern[str]:
    """对X奖励(20万元), 对X，每个补助(3万元)."""
    return re.compile(rf"{recipient('payee', '，。；')}，?{awarded()}了?$")


@cache
def _given_pattern() -> re.Pattern[str]:
    """奖励甲200万元, 下达甲省3亿元: who is given an amount; a fund that is handed out (下达甲资金) is none."""
    awarded = rf"{any_figure_word('award')}(?:给|了)?(?=[{_RECEIVERS}])"
    handed = rf"{any_figure_word('handing')}(?:给|至|到|了)?(?=[{_PAID_BODIES}])"
    return re.compile(rf"(?:{awarded}|{handed})(?P<payee>.){any_figure_word('amount_lead')}{{0,3}}$")


@cache
def _handed_pattern() -> re.Pattern[str]:
    """下达我市, 拨付甲公司补助资金, 向甲、乙分别下达: who is paid, named beside the verb."""
    one = f"[{ANY_NAME}{ANY_PLACE}]"
    listed, handing = f"{one}(?:{AND}{one})*", any_figure_word("handing")
    paid = f"[{_PAID_BODIES}]"
    behind = rf"{handing}(?:给|至|到|了)?(?P<behind>{paid}(?:{PLAIN_AND}{paid})*)"
    return re.compile(
        rf"{behind}|{any_figure_word('recipient')}(?P<before>{listed}){any_figure_word('shared')}*{handing}"
    )


@cache
def _item_pattern() -> re.Pattern[str]:
    """甲市(4200万元): a place alone before its amount."""
    return re.compile(rf"(?P<place>[{ANY_PLACE}]){any_figure_word('amount_lead')}?$")


@cache
def _listed_to() -> re.Pattern[str]:
    """甲、乙: the places of a list, up to one of them."""
    return re.compile(rf"(?:[{ANY_PLACE}]{PLAIN_AND})*[{ANY_PLACE}]$")


@cache
def _part_pattern() -> re.Pattern[str]:
    """，其中: begins what becomes of a part."""
    return re.compile(rf"[，（]{any_clause_word('part')}：?")


@cache
def _dated_part() -> re.Pattern[str]:
    return re.compile(rf"[，（]{any_clause_word('part')}：?\d{{4}}年度?(?:为|约|共)?")


@cache
def _gives_itself() -> re.Pattern[str]:
    """甲公司出资2亿元: who gives is paid nothing by the next one."""
    return re.compile(rf"\s*{any_figure_word('contributing')}")
