"""What is told of one but is another's: a paper of another place, money of a higher treasury.

Who is understood to act is the writer's side: it did not make a law, nor a paper that opens with another place's
name, and it does not pay what 中央财政 sent down.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

import msgspec

from corpus.records import Places, Span
from ontology.clause_words import clause_words
from ontology.place_types import LEVEL, TYPES
from ontology.places import COUNTRY

from ...records import Claim, LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..masking import MaskedSentence, Name, kind_class
from ..nodes import place_id
from ..records import LEARNED
from ..status import clause_bounds, part_bounds

_ISSUED, _FOLLOWED, _PAID, _HELPED = "issued", "implements", "funds", "supports"
_DESIGNATED = "designated_as"
_DONE: Final = frozenset(
    {
        "established",
        "supports",
        "operates",
        "funds",
        "hosts",
        "located_in",
        "relies_on",
        "implements",
        "issued",
    }
)
"""What a paper that wants it does not make a fact."""
_DRAFTED = "typed:issue-law"
"""Who takes part in the drafting of a law."""
_LOOSE: Final = frozenset({LEARNED, "typed:issue-passive"})
"""Rules that may tie a paper to a body which only stands near it."""
_PROVINCE: Final = 2
"""How deep provinces lie below the country: they are named without their type as well (江苏湿地条例)."""
_LEVEL = re.compile(LEVEL)


def without_others(
    linked: LinkedLetter, places: Places, masked: MaskedSentence, claims: Iterable[Claim]
) -> Iterator[Claim]:
    """Yield the claims of a sentence but those of another's paper or money; what 市财政 pays, the city does."""
    names: Mapping[Span, Name] = {name.span: name for name in masked.names.values()}
    for claim in claims:
        if (claim.relation in _DONE and _is_demanded(masked, claim)) or _is_named_a_paper(linked, claim):
            continue
        if claim.relation in {_ISSUED, _FOLLOWED}:
            if not _is_others_paper(linked, places, masked, names, claim):
                yield claim
        elif claim.relation in {_PAID, _HELPED}:
            payer = _payer(linked, places, masked, claim)
            if payer and not _is_passed_on(linked, places, masked, names, claim):
                yield claim if payer == claim.source else msgspec.structs.replace(claim, source=payer)
        else:
            yield claim


def _is_named_a_paper(linked: LinkedLetter, claim: Claim) -> bool:
    """Whether a guess takes the paper that speaks of a thing for what the thing was made: X为《…通知》确定的灌区."""
    if claim.relation != _DESIGNATED or claim.rule != LEARNED or claim.target_span is None:
        return False
    named = linked.letter.text[claim.target_span.start : claim.target_span.end]
    return named.rstrip("》”").endswith(clause_words()["paper"])


def _is_demanded(masked: MaskedSentence, claim: Claim) -> bool:
    """Whether only a paper says that it shall be so: 《规划》明确支持甲建设乙; 印发《方案》，提出建设乙."""
    if claim.target_span is None:
        return False
    at = bisect_left(masked.offsets, claim.target_span.start)
    start, _ = clause_bounds(masked.text, at)
    told = _demand_pattern().match(masked.text, start, at)
    if told is None or (claim.relation == _FOLLOWED and told[0].endswith(clause_words()["launching"])):
        return False
    if told["paper"]:
        return True
    before, _ = clause_bounds(masked.text, max(start - 1, 0))
    return (
        start > 0
        and masked.text[start - 1] == "，"
        and bool(_paper_pattern().search(masked.text, before, start))
    )


@cache
def _demand_pattern() -> re.Pattern[str]:
    paper = kind_class("policy")
    return re.compile(
        rf"(?:并|还|同时|也)?(?P<paper>[{paper}][^，。；：]{{0,6}}?)?{any_clause_word('quoting')}(?![了的])"
    )


@cache
def _paper_pattern() -> re.Pattern[str]:
    return re.compile(f"[{kind_class('policy')}]")


def _is_others_paper(
    linked: LinkedLetter, places: Places, masked: MaskedSentence, names: Mapping[Span, Name], claim: Claim
) -> bool:
    """Whether a paper is of a place or level that its issuer, or who carries it out, is not of."""
    named = names.get(claim.source_span) if claim.source_span else None
    loose = claim.rule in _LOOSE
    if (
        claim.target_span is None
        or claim.rule == _DRAFTED
        or not (loose or (named is None and claim.relation == _ISSUED))
    ):
        return False
    paper = linked.letter.text[claim.target_span.start : claim.target_span.end].lstrip("《“")
    if claim.relation == _ISSUED and (_is_law(paper) or (loose and _is_old(masked, claim.target_span))):
        return True
    of = _opening_place(linked, places, paper)
    source = _place_of(linked, places, named)
    if of is None or source is None or of == source:
        return False
    if claim.relation == _ISSUED:
        return named is None or source == COUNTRY or source not in places.ancestors(of)
    near = source in places.ancestors(of) or of in places.ancestors(source)
    return (source == COUNTRY or not near) and not _is_example(masked, claim.target_span)


def _is_law(paper: str) -> bool:
    """Whether an assembly made it, or the State Council: 职业教育法, 中华人民共和国黄河保护法, no 办法."""
    words = clause_words()
    return paper.startswith(words["statute"]) or (
        paper.endswith("法") and not paper.endswith(words["not_law"])
    )


def _is_old(masked: MaskedSentence, paper: Span) -> bool:
    """Whether a paper is said to give way to another one: 印发X，代替了2014年的Y."""
    at = bisect_left(masked.offsets, paper.start)
    return holds_word("replacing", masked.text, clause_bounds(masked.text, at)[0], at)


def _is_example(masked: MaskedSentence, paper: Span) -> bool:
    """Whether a paper is said to be followed by others: 参照浙江省的办法."""
    at = bisect_left(masked.offsets, paper.start)
    return holds_word("example", masked.text, clause_bounds(masked.text, at)[0], at)


def _place_of(linked: LinkedLetter, places: Places, named: Name | None) -> str | None:
    """The place that a body is of, or that it is itself; who is understood, and 我局, are of the letter's."""
    home = linked.letter.header.home
    if named is None or named.anaphor:
        return home
    if named.kind == "place":
        return named.node_ids[0].removeprefix("place/")
    printed = named.printed(linked.letter)
    level = _LEVEL.match(printed)
    return places.resolve(level[0], within=home) if level else _opening_place(linked, places, printed)


def _opening_place(linked: LinkedLetter, places: Places, printed: str) -> str | None:
    """The place that a name opens with: 湖北省水利厅, 国家节水行动方案; not what only sounds alike (中山陵, 海门口)."""
    if printed.startswith(clause_words()["of_country"]):
        return COUNTRY
    name = places.prefix(printed) if places.may_begin(printed[:2]) else None
    if name is None:
        return None
    found = places.resolve(name, within=linked.letter.header.home)
    whole = name[-1] in TYPES or printed.startswith(clause_words()["of_place"], len(name))
    return found if found and (whole or len(places.ancestors(found)) <= _PROVINCE) else None


def _payer(linked: LinkedLetter, places: Places, masked: MaskedSentence, claim: Claim) -> str | None:
    """Who pays where nobody is named: whose treasury was last told (市财政安排X); None if one above the writer's."""
    if claim.source_span is not None or claim.target_span is None:
        return claim.source
    at = bisect_left(masked.offsets, claim.target_span.start)
    start = 0 if claim.relation == _PAID else part_bounds(masked.text, at)[0]
    told = [found[0] for found in _treasury_pattern().finditer(masked.text, start, at)]
    if not told:
        return claim.source
    if told[-1] in clause_words()["treasury_above"] or linked.place is None:
        return None  # the treasury of a place that nobody knows is not the writer's
    level, home = _LEVEL.match(told[-1]), linked.letter.header.home
    of = places.resolve(level[0], within=home) if level else None
    return claim.source if of in (None, home) else place_id(of)


def _is_passed_on(
    linked: LinkedLetter, places: Places, masked: MaskedSentence, names: Mapping[Span, Name], claim: Claim
) -> bool:
    """Whether a guess has one receiver of a list pay the next: 甲市4200万元、乙市3100万元, 甲省资金2亿元、乙省1亿元."""
    source = names.get(claim.source_span) if claim.source_span else None
    target = names.get(claim.target_span) if claim.target_span else None
    if claim.rule != LEARNED or claim.relation != _PAID or source is None or target is None:
        return False
    if source.kind == "place" and (target.kind == "place" or _is_given(masked, source)):
        return True
    if source.kind != "fund" or target.kind != "place":
        return False
    one, two = (_place_of(linked, places, each) for each in (source, target))
    near = one is None or two is None or one in places.ancestors(two) or two in places.ancestors(one)
    return not near


def _is_given(masked: MaskedSentence, place: Name) -> bool:
    """Whether a place stands behind a word that gives: 中央财政下达我省X资金."""
    at = bisect_left(masked.offsets, place.span.start)
    return masked.text.endswith(clause_words()["giving_to"], 0, at)


@cache
def _treasury_pattern() -> re.Pattern[str]:
    drawn = "".join(f"(?<!{re.escape(word)})" for word in clause_words()["drawing"])
    return re.compile(f"{drawn}{any_clause_word('treasury_above', 'treasury')}")
