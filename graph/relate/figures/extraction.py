"""Figures of one letter: every number with its unit, what it counts, where, when, and in which role.

More than half of the amounts stand in sentences with no named entity, so figures are rows and nodes of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial

import msgspec

from corpus.records import Letter, Places, Span
from ontology.clause_words import clause_words
from ontology.metric_edges import metric_edges
from ontology.quantity_words import amount_roles, bounds, figure_words
from ontology.relation_words import making_words

from ...records import ClaimStatus, LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..masked_letter import MaskedLetter
from ..masking import MaskedSentence, unspaced
from ..records import OF_ANOTHER, Figure, FigureType, RankingClaim
from ..status import clause_bounds, holds_plan, part_bounds, read_status
from ..table_numbers import number_in
from .aims import is_cost_of_plan, is_goal
from .areas import area_beside, area_of
from .asked import asks, counts_nothing, told_as_facts
from .bare_metrics import of_earlier, with_fund, with_thing
from .clause_subjects import with_clause_subject
from .direction import Change, changes, signed, tells_change
from .extents import Main, goes_back_to, main_of, moved
from .left_edges import left_edges
from .metrics import Before, Chain, metric
from .money_nouns import names_payer
from .parties import is_part_handed, parties
from .payers import source_behind
from .periods import Period, periods
from .places import part_of_home, place_of
from .pointed import may_point, pointed_at
from .quantities import of_their_subject, quantities
from .quantity import Quantity, bound_of_whole, printed
from .rankings import acting_place, ranking_claims
from .ranks import Rank, ranks
from .respective import base_of
from .roles import is_founded, role_of
from .sharing import SHARES
from .subjects import fund_behind, subjects
from .table_cells import table_figures
from .times import end_of, time_of
from .word_patterns import any_figure_word
from .zones import zone_of

_PAYING = frozenset({"paid", "ceiling"})
_TYPES: dict[str, FigureType] = {
    "money": "amount",
    "share": "percent",
    "points": "percent",
    "ratio": "ratio",
    "duration": "duration",
}
_FUND = "基金"
_EDGES = {"lower": "over", "upper": "at_most"}
"""What the ends of a range say of their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a letter and its claims of rank, both in text order."""

    figures: tuple[Figure, ...]
    rankings: tuple[RankingClaim, ...]
    unread: tuple[str, ...] = ()
    """By table, the heads of the columns whose numbers were not read."""


def figures(letter: MaskedLetter, promised: Sequence[Span] = ()) -> Figures:
    """Return the figures and ranking claims of a letter; `promised` are the clauses that promise something.

    What is counted there is planned, unless the clause tells it as a fact (将对已建的300处加装照明).
    A rank that belongs to a number of its clause is kept in that figure's `ranking`; one that stands alone is a
    figure of type `ranking`, with the rank as value where the words give one (第二位 = 2 名次). Ids are
    `<letter_id>.f<offset>` and `<letter_id>.r<offset>`.
    """
    found: list[Figure] = []
    claims: list[RankingClaim] = []
    in_tables = table_figures(letter)
    told: set[str] = set()
    titles = tuple(_titles(letter.linked.letter))
    for each in letter.sentences:
        numbers = _of_sentence(letter, each.whole, promised)
        if titles:
            numbers = tuple(one for one in numbers if not any(one.span.start in title for title in titles))
        strives = partial(_is_striven_for, letter, each.whole, promised)
        asked = partial(asks, each.whole)
        ranked, numbers = ranking_claims(letter.linked, each.whole, numbers, letter.places, strives, asked)
        claims.extend(ranked)
        row = each.whole.sentence.sentence_id
        counted = in_tables.figures.get(row, ())
        if each.cell:
            counted = tuple(one for one in counted if one.span.start in range(each.cell.start, each.cell.end))
            numbers = () if number_in(each.whole.text) else numbers  # what it counts stands in other cells
        elif row in told:
            counted, numbers = (), (() if counted else numbers)  # the first piece of a long row has them all
        told.add(row)
        found.extend(counted or numbers)
    return Figures(figures=tuple(found), rankings=tuple(claims), unread=in_tables.unread)


def _titles(letter: Letter) -> Iterator[range]:
    """Yield where the letter prints the title of a proposal: what it counts is the proposer's (四大科创能力)."""
    for title in letter.header.proposal_titles:
        at = letter.text.find(title.value)
        while at >= 0 and title.value:
            yield range(at, at + len(title.value))
            at = letter.text.find(title.value, at + len(title.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence with numbers: its times and ranks, whether any of it is a plan, whether it names more than places."""

    linked: LinkedLetter
    places: Places
    masked: MaskedSentence
    date: str
    times: Sequence[Period]
    counted: Sequence[Quantity]
    ranked: Sequence[Rank]
    plans: bool
    promised: Sequence[Span]
    names: bool


class _Number(msgspec.Struct, frozen=True):
    """A number in its clause, the 由A增加到B that it stands in, if any, and the change that it is told as."""

    quantity: Quantity
    clause: tuple[int, int]
    around: re.Match[str] | None
    told: Change | None


def _of_sentence(whole: MaskedLetter, masked: MaskedSentence, promised: Sequence[Span]) -> tuple[Figure, ...]:
    linked = whole.linked
    numbers = of_their_subject(quantities(masked.text), linked.letter.text, masked.sentence.span)
    counted = signed(masked.text, told_as_facts(masked, numbers))
    if not counted:
        return ()
    told = changes(masked.text, counted)
    scene = _scene(whole, masked, counted, promised)
    found: list[Figure] = []
    before, main = Before(), Main()
    bases: list[tuple[int, int]] = []
    points = may_point(masked.text)
    for index, quantity in enumerate(counted):
        clause = clause_bounds(masked.text, quantity.start)
        number = _Number(quantity, clause, _around(masked.text, quantity, clause), told[index])
        if _is_former_value(masked.text, number) or counts_nothing(masked.text, quantity):
            continue
        chain = _chain(masked.text, counted, index)
        share = base_of(masked.text, counted, index, bases)
        base = found[share.base] if share else None
        back = goes_back_to(masked.text, main, counted, index)
        earlier = msgspec.structs.replace(main.before, end=before.end) if back else before
        told_before = Before(base.metric, base.unit, before.end) if base else earlier
        said = metric(linked.letter, masked, quantity, before=told_before, chain=chain)
        pointed = pointed_at(linked, masked, quantity.start) if points else None
        if pointed and said.startswith(pointed[0]):
            said = pointed[1].name + said.removeprefix(pointed[0])
        figure, fund = _figure(scene, number, said), fund_behind(masked, quantity)
        figure = with_fund(linked, masked, figure, fund) if fund else with_thing(linked, masked, figure)
        figure = of_earlier(masked, figure, found[: main.figure + 1] if back else found, quantity)
        figure = with_clause_subject(linked.letter, masked, figure, quantity)
        if pointed and not figure.about:
            figure = msgspec.structs.replace(figure, about=linked.entity_ids[pointed[1].mention_id])
        if share and base:
            found[share.base], figure = _apart(base, figure, _unmasked(scene, share.words))
        if back and figure.change and main.figure < len(found) - 1:
            words = f"{figure.change}{figure.value}{figure.unit}"
            found[main.figure], found[-1] = moved(found[main.figure], found[-1], words)
        if figure.amount_role not in OF_ANOTHER:
            bases.append((quantity.end, len(found)))
        before = _before(before, figure, quantity.end)
        main = main_of(masked.text, main, before, quantity, len(found), told[index])
        found.append(figure)
    return tuple(found)


def _apart(base: Figure, rate: Figure, words: str) -> tuple[Figure, Figure]:
    """A figure and the one that 分别 gives it of several (同比分别增长5%和8%), each with what is said of it alone."""
    changed = bool(rate.change) or tells_change(words)
    rates = changed or rate.amount_role in {*OF_ANOTHER, "share"}
    said = base.metric + rate.metric.removeprefix(base.metric) if rates else rate.metric
    told = {"metric": said, "change": rate.change or (words if changed else "")}
    for word in clause_words()["respective"]:
        told = {name: said.replace(word, "") for name, said in told.items()}
    rate = msgspec.structs.replace(rate, about=base.about, place=base.place, scope=base.scope, **told)
    whole = f"{words}{rate.value}{rate.unit}" if changed else base.change
    return msgspec.structs.replace(base, change=whole), rate


def _before(before: Before, figure: Figure, end: int) -> Before:
    """The number before the next one: a growth or a comparison leaves the metric as it was."""
    kept = figure.amount_role in OF_ANOTHER and before.metric
    told_of = before.metric if kept else figure.metric
    names = figure.type == "amount" and told_of.endswith(metric_edges()["money"])
    return Before(told_of, figure.unit, end, told_of if names else before.money)


def _scene(
    whole: MaskedLetter, masked: MaskedSentence, counted: Sequence[Quantity], promised: Sequence[Span]
) -> _Scene:
    linked = whole.linked
    date = linked.letter.header.date
    quote = masked.sentence.span
    return _Scene(
        linked=linked,
        places=whole.places,
        masked=masked,
        date=date,
        times=periods(masked.text, date),
        counted=counted,
        ranked=ranks(masked.text),
        plans=holds_plan(masked.text),
        promised=[each for each in promised if quote.start <= each.start < quote.end],
        names=any(name.kind != "place" for name in masked.names.values()),
    )


def _chain(text: str, counted: Sequence[Quantity], index: int) -> Chain:
    first = last = index
    while first > 0 and _chained(text, counted[first - 1], counted[first]):
        first -= 1
    while last + 1 < len(counted) and _chained(text, counted[last], counted[last + 1]):
        last += 1
    return Chain(start=counted[first].start, end=counted[last].end)


def _chained(text: str, one: Quantity, two: Quantity) -> bool:
    between = text[one.end : two.start]
    return not between or between in bounds("before")


def _figure(scene: _Scene, number: _Number, said: str) -> Figure:
    masked, quantity = scene.masked, number.quantity
    letter, sentence = scene.linked.letter, masked.sentence
    span = masked.span(quantity.start, quantity.end)
    status = _status(scene, number, span)
    planned = status == "planned"
    time = time_of(masked.text, scene.times, scene.counted, quantity, planned=planned)
    place, scope = _place(scene, quantity)
    role = role_of(masked.text, quantity, number.clause[0], number.told)
    about = _about(scene, quantity, said, role)
    said = _without_area(said, scope if place == "" else "")
    role = _role_beside(scene, number, about, said) if role == "volume" else role
    payer, payee = (
        parties(scene.linked, masked, scene.places, scene.counted, quantity)
        if _has_parties(masked.text, number, role)
        else ("", "")
    )
    return Figure(
        figure_id=f"{letter.letter_id}.f{span.start:05d}",
        letter_id=letter.letter_id,
        type=_type(quantity),
        metric=said,
        value=quantity.value,
        unit=quantity.unit,
        normalised=printed(_amount(number)),
        canonical_unit=quantity.unit_of.canonical,
        bound=_bound(masked.text, quantity),
        amount_role=role,
        payer=payer,
        payee=payee,
        about=about,
        place=place,
        scope=scope,
        period_start=time.first if time else "",
        period_end=end_of(masked.text, time, quantity, planned=planned, role=role) if time else "",
        as_of=time.as_of if time else "",
        change=_change(scene, number),
        status="planned" if time and scene.date and time.first > scene.date else status,
        sentence_id=sentence.sentence_id,
        section_id=sentence.section_id or "",
        span=span,
        quote=sentence.span,
    )


def _role_beside(scene: _Scene, number: _Number, about: tuple[str, ...], said: str) -> str:
    """The role of an amount that its own words leave open: as its thing, its payer or its founding tells."""
    text, quantity = scene.masked.text, number.quantity
    role = _role_of_subject(scene, number, about)
    if role and role != "volume":
        return role
    if is_part_handed(scene.masked, scene.counted, quantity) or _is_sourced(scene, number):
        return "paid"
    if said.endswith(_FUND) and is_founded(text, number.clause[0], quantity.start):
        return "fund_size"
    return "volume"


def _bound(text: str, quantity: Quantity) -> str:
    """What the words say of a number: as the end of a range, beside it, or before the whole that it is a share of."""
    told = _EDGES.get(quantity.edge, quantity.bound)
    shares = told == "exact" and quantity.unit_of.dimension in SHARES
    return bound_of_whole(text, quantity.start) if shares else told


def _is_former_value(text: str, number: _Number) -> bool:
    """由37%提高到52%: what it was is part of the change; a figure of its own only with words or a time of its own."""
    around, quantity = number.around, number.quantity
    if around is None or quantity.end >= around.start("to"):
        return False
    if text[quantity.start - 1] == "的":
        return False
    return not any(around.start() < time.start < quantity.start for time in periods(text, "2000-01-01"))


def _type(quantity: Quantity) -> FigureType:
    if "/" in quantity.value or "∶" in quantity.value:
        return "ratio"
    return _TYPES.get(quantity.unit_of.dimension, "count")


def _amount(number: _Number) -> Fraction:
    """The plain number, below zero where it is by how much something fell."""
    amount = number.quantity.amount
    return -abs(amount) if number.told and number.told.falls else amount


def _status(scene: _Scene, number: _Number, span: Span) -> ClaimStatus:
    """planned for targets (力争突破600亿元) and in promises, empty where the number is a fact: 现有35座."""
    at = number.quantity.start
    promised = _is_promised(scene, at, span)
    if is_goal(scene.masked.text, number.quantity, number.clause[0]):
        return "planned"
    if not (promised or scene.plans) or _is_standing(scene, number):
        return ""
    reading = read_status(scene.masked.text, (at, at), "", settled=True)
    costs = is_cost_of_plan(scene.masked.text, number.quantity, number.clause)
    return "planned" if promised or costs or reading.status == "planned" else ""


def _is_promised(scene: _Scene, at: int, span: Span) -> bool:
    """Whether a number is in a clause that promises, and no time past stands before it in its part of the sentence."""
    if not any(each.start <= span.start and span.end <= each.end for each in scene.promised):
        return False
    begin, _ = part_bounds(scene.masked.text, at)
    if holds_word("past", scene.masked.text, begin, at):
        return False
    return not any(
        begin <= each.start < at and (each.as_of or "" < each.last < scene.date) for each in scene.times
    )


def _is_striven_for(
    letter: MaskedLetter, masked: MaskedSentence, promised: Sequence[Span], rank: Rank
) -> bool:
    """Whether a rank is part of a promise or a plan (争取构建全国首个X), not of a thing there is (推广全国首个X)."""
    text = masked.text
    if rank.behind and not text.endswith(making_words(), 0, rank.start):
        return False
    scene = _scene(letter, masked, (), promised)
    if _is_promised(scene, rank.start, masked.span(rank.start, rank.end)):
        return True
    return scene.plans and read_status(text, (rank.start, rank.start), "", settled=True).status == "planned"


def _is_standing(scene: _Scene, number: _Number) -> bool:
    """Whether a number counts what is there, by the words before it: 现有35座, 已建成的300处, 2021年建成的45栋."""
    text, (start, _), at = scene.masked.text, number.clause, number.quantity.start
    if _standing_pattern().search(text, start, at):
        return True
    past = [each.end for each in scene.times if start <= each.start < at and "" < each.last < scene.date]
    return bool(past) and text.endswith("的", past[-1], at)


def _place(scene: _Scene, quantity: Quantity) -> tuple[str, str]:
    scopes = {rank.scope[0] for rank in scene.ranked if not acting_place(scene.linked, scene.masked, rank)}
    place, words = place_of(scene.linked, scene.masked, scene.counted, quantity, ranked=scopes)
    if words:
        clause, _ = clause_bounds(scene.masked.text, quantity.start)
        here = any(name.kind == "place" for name in scene.masked.names_in(clause, quantity.start))
        beside = None if here else area_beside(scene.linked, scene.masked, quantity)
        return beside if beside and any(beside) else (place, words)
    zone = zone_of(scene.linked, scene.masked, quantity)
    within = zone if zone[0] else part_of_home(scene.linked, scene.masked, quantity, scene.places)
    if within[0] or not place:
        return within if within[0] else (place, words)
    area = area_of(scene.linked, scene.masked, quantity)
    return (place, words) if area is None else area


def _about(scene: _Scene, quantity: Quantity, said: str, role: str) -> tuple[str, ...]:
    if not scene.names:
        return ()
    return subjects(scene.linked.letter, scene.masked, scene.counted, quantity, metric=said, role=role)


def _role_of_subject(scene: _Scene, number: _Number, about: tuple[str, ...]) -> str:
    """The role of an amount that follows from what it is about (甲基金，规模50亿元), empty where none does."""
    names = scene.masked.names.values()
    kinds = {name.kind for name in names if set(name.node_ids) & set(about)}
    if len(kinds) != 1:
        return ""
    before = scene.masked.text[number.clause[0] : number.quantity.start]
    rows = (each for each in amount_roles() if each.subject in kinds and each.word in before)
    return next((each.role for each in rows), "")


def _without_area(said: str, area: str) -> str:
    """A metric without the area that it holds for, as it is without a place: 江北片区日均客运量."""
    rest = said.removeprefix(area) if area else said
    edge = left_edges().match(rest) if rest != said else None
    rest = rest[edge.end() :] if edge else rest
    return rest if len(rest) > 1 and rest not in figure_words("attribute") else said


def _is_sourced(scene: _Scene, number: _Number) -> bool:
    """Whether the words tell who pays: 争取[中央X补助资金]2000万元, 其余2亿元由县级配套解决."""
    if number.quantity.unit_of.dimension != "money":
        return False
    told = scene.masked.printed(scene.linked.letter, number.clause[0], number.quantity.start)
    behind = source_behind(scene.masked.text, number.quantity.start)
    return bool(behind) or names_payer(told, 0, len(told))


def _has_parties(text: str, number: _Number, role: str) -> bool:
    """Whether somebody pays, may pay or commits an amount to something (认缴: promised to a fund, not yet paid).

    Of what one of several gets (每亩补助500元) only where the words say whose money it is.
    """
    if role == "fund_size":
        return False
    if role == "price":
        return names_payer(text, number.clause[0], number.quantity.start)
    return role in _PAYING or holds_word("committing", text, number.clause[0], number.quantity.start)


def _change(scene: _Scene, number: _Number) -> str:
    """What is said of the change: behind the number (，同比增长6.3%), around it (由A增加到B), or that it is one."""
    behind = _change_pattern().match(scene.masked.text, number.quantity.end)
    if behind and behind["change"]:
        return _unmasked(scene, behind["change"])
    around = number.around
    if around and number.quantity.start > around.start("to"):
        return _unmasked(scene, around[0])
    return _unmasked(scene, scene.masked.text[number.told.start : number.told.end]) if number.told else ""


def _unmasked(scene: _Scene, words: str) -> str:
    """Return words of a masked sentence with the names that stand in them."""
    names, text = scene.masked.names, scene.linked.letter.text
    if names.keys().isdisjoint(words):
        return words
    return "".join(unspaced(text, names[one].span) if one in names else one for one in words)


def _around(text: str, quantity: Quantity, clause: tuple[int, int]) -> re.Match[str] | None:
    """The 由A增加到B that the number stands in, or None."""
    around = _from_to_pattern().search(text, *clause)
    return around if around and around.start() < quantity.start < around.end() else None


@cache
def _standing_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_clause_word('standing')}(?!经?{any_clause_word('not_standing')})[^，。；\d]{{0,10}}$"
    )


@cache
def _change_pattern() -> re.Pattern[str]:
    against = rf"(?:{any_figure_word('compared')}|{any_clause_word('base')}[^，。；：、]{{1,10}}?)"
    return re.compile(
        rf"[，、]?(?P<change>{against}?{any_figure_word('growth')}[^，。；]{{1,16}}|{against}?翻了?.番)"
    )


@cache
def _from_to_pattern() -> re.Pattern[str]:
    """由A增加到B, 从A提升至B."""
    return re.compile(
        rf"(?:由|从)[^，。；]{{1,24}}?{any_figure_word('moved')}(?P<to>到|至|为)[^，。；]{{1,20}}"
    )
