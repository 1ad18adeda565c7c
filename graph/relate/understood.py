"""Elided subjects: where none is printed, the body that writes is understood to act, or the place that it writes for.

Annotators disagree: those of letters that say 我区将… throughout name the place, those of letters that say 我局
anywhere name the body. So a letter's own subjects decide: the nearest in the paragraph, else the place as long as the
letter has spoken as the place alone (before its first subject: as long as it does so throughout). Of 1,224 promises of
annotated letters 989 get their actor that way, 668 of 1,220 with the place always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from ontology.clause_words import clause_words
from ontology.organisation_kinds import acts_for_place
from ontology.places import COUNTRY
from ontology.time_words import time_expression

from ..records import LinkedLetter
from .clause_roles import any_clause_word, holds_word
from .masking import MaskedSentence, kind_class
from .status import ITEM_MARK, clause_bounds, part_bounds
from .typed.actors import is_done_by_zone, lead_pattern, openers

_BODY = "body"
_ANNOUNCING = frozenset({_BODY, "heading"})
"""Zones of sentences that announce a list: 我局现答复如下 announces the letter."""
_US = "我们"


def implied_actor(linked: LinkedLetter, masked: MaskedSentence, position: int) -> str | None:
    """Return the node that an elided subject at a place stands for; whose treasury pays (市财政安排…) is the place.

    None for a letter of a ministry that nobody signed: the country does not do what the ministry does.
    """
    of_ministry = is_of_ministry(linked)
    start, _ = clause_bounds(masked.text, position)
    of_treasury = holds_word("treasury", masked.text, start, position) or _goes_on_about_treasury(
        masked, position
    )
    if linked.place and not of_ministry and of_treasury:
        return linked.place
    if settled := _settled(linked):
        return settled
    if of_ministry:
        return None
    return _last_self(linked, masked, position) or masked.understood or linked.issuer or linked.place


def _goes_on_about_treasury(masked: MaskedSentence, position: int) -> bool:
    """Whether the part of the sentence begins with a treasury that pays (市财政将加大投入，确保…)."""
    begin, _ = part_bounds(masked.text, position)
    return _treasury_opens().match(masked.text, begin, position) is not None


@cache
def _treasury_opens() -> re.Pattern[str]:
    pays = any_clause_word("future", "spent", "granting")  # 市级财政困难 does nothing
    return re.compile(rf"{lead_pattern().pattern}{any_clause_word('treasury')}(?=[^，。；：]{{0,8}}?{pays})")


def is_of_own_zone(linked: LinkedLetter, masked: MaskedSentence, verb: int) -> bool:
    """Return whether a zone without its name does what a verb says (园区设立X), and its body signed the letter."""
    return is_done_by_zone(masked.text, verb) and _issuer_name(linked).endswith(clause_words()["zone_body"])


def place_decides(linked: LinkedLetter, masked: MaskedSentence, position: int) -> str:
    """Return the letter's place where that, and no single department, refuses or lets a thing come about; else nothing.

    暂不设立专项基金; X基地于3月投入使用. Not where the sentence names the writer or whom it asked (经与市财政局会商),
    or says what becomes of the proposal (不予采纳): that is the writer's. Of 64 refusals in annotated letters that it
    settles 45 are the place's.
    """
    if _settled(linked) or is_of_ministry(linked) or not linked.place:
        return ""
    start, end = clause_bounds(masked.text, position)
    names = (masked.names[one] for one in masked.text[:position] if one in masked.names)
    if any(linked.issuer in name.node_ids for name in names) or _speaks_of_us(masked.text, position):
        return ""
    if holds_word("taking_up", masked.text, start, end):
        return ""
    return "" if holds_word("conferring", masked.text, 0, position) else linked.place


def implied_writer(linked: LinkedLetter) -> str | None:
    """Return the node that the writer of the letter stands for: the issuer, else the letter's place; None as above."""
    return linked.issuer or (None if is_of_ministry(linked) else linked.place)


def is_country_alone(linked: LinkedLetter) -> bool:
    """Return whether the letter is of a ministry that nobody signed: nobody at all is understood in it."""
    return is_of_ministry(linked) and not linked.issuer


def understood_in(linked: LinkedLetter, sentences: Iterable[MaskedSentence]) -> Iterator[str]:
    """Yield for each of a letter's masked sentences, in text order, who is understood where it begins, or nothing."""
    if _settled(linked) or is_of_ministry(linked):
        yield from ("" for _ in sentences)
        return
    told = [(masked, list(_selves(linked, masked, len(masked.text)))) for masked in sentences]
    throughout = {node for masked, said in told if masked.sentence.zone == _BODY for node in said}
    so_far: set[str] = set()
    nearest, listing, paragraph = "", "", 0
    for masked, said in told:
        begin = linked.letter.text.rfind("\n", 0, masked.sentence.span.start) + 1
        if begin != paragraph:
            listing = listing if ITEM_MARK.match(masked.text) else ""
            nearest, paragraph = listing, begin
        yield nearest or _far(linked, so_far or throughout)
        nearest = _proposer(masked) or (said[-1] if said else nearest)
        if masked.sentence.zone == _BODY:
            so_far.update(said)
        if masked.sentence.zone in _ANNOUNCING:
            listing = _announcer(linked, masked, said) or listing


def _proposer(masked: MaskedSentence) -> str:
    """Another body that answers with a list of its own (对此，甲厅提出3条措施：一是…), or nothing."""
    found = _proposing().search(masked.text) if "：" in masked.text else None
    names = masked.names_in(*found.span("who")) if found else ()
    return names[0].node_ids[0] if names and names[0].node_ids else ""


@cache
def _proposing() -> re.Pattern[str]:
    measures = any_clause_word("announced")
    return re.compile(
        rf"(?:^|(?<=[，；]))(?:对此，)?{lead_pattern().pattern}(?P<who>[{kind_class('organisation')}])(?:研究|明确|专门|也)*提出(?:了)?"
        rf"[^，。；：]{{0,8}}?{measures}：(?={ITEM_MARK.pattern})"
    )


def _announcer(linked: LinkedLetter, masked: MaskedSentence, said: Sequence[str]) -> str:
    """Who announces the list that follows (我局将采取以下措施：), or nothing; 我们 is who signed."""
    if not masked.text.endswith("："):
        return ""
    own = said[-1] if said else ""
    return own or (linked.issuer or "" if _speaks_of_us(masked.text, len(masked.text)) else "")


def _far(linked: LinkedLetter, told: AbstractSet[str]) -> str:
    """Who is meant where the paragraph says nothing: the place if only that was told to act, else the issuer."""
    as_place = linked.place in told and linked.issuer not in told
    return (linked.place if as_place else linked.issuer) or ""


def _settled(linked: LinkedLetter) -> str | None:
    """Who is meant throughout: the body where it is no department of the place (a company, a court, a town), or alone.

    None too where nobody is known.
    """
    if linked.issuer is None or not linked.place:
        return None if is_of_ministry(linked) else linked.issuer or linked.place
    return linked.issuer if is_of_ministry(linked) or not _is_department(_issuer_name(linked)) else None


@lru_cache(maxsize=256)
def _is_department(name: str) -> bool:
    """Whether who signed may mean its place: asked for every elided subject of a letter."""
    return acts_for_place(name)


def is_of_ministry(linked: LinkedLetter) -> bool:
    """Return whether a letter is a ministry's: its place is the whole country."""
    return linked.letter.header.jurisdiction == COUNTRY


def _issuer_name(linked: LinkedLetter) -> str:
    """The name of who signed: as the header has it, else as the text does."""
    department = linked.letter.header.department
    if department:
        return department.value
    named = (
        each.text
        for each in linked.mentions
        if not each.anaphor and linked.issuer in linked.entity_ids.get(each.mention_id, ())
    )
    return next(named, "")


def _last_self(linked: LinkedLetter, masked: MaskedSentence, position: int) -> str | None:
    """The issuer or the place that the clauses up to a position speak of themselves as, the last of them.

    我们 is who signed; between sentences it settles nothing, for letters that speak as their place say it as well.
    """
    said = list(_selves(linked, masked, position, acting=True))
    return said[-1] if said else linked.issuer if _speaks_of_us(masked.text, position) else None


def _selves(linked: LinkedLetter, masked: MaskedSentence, end: int, *, acting: bool = False) -> Iterator[str]:
    """Yield the issuer or the place of the letter for every clause up to `end` that begins with it.

    全市 says whom the letter speaks as, but is not `acting`: things hold there (到2026年，全市产值达到5亿元).
    """
    if not masked.names:
        return
    own = {linked.issuer, linked.place}
    if own.isdisjoint(node for name in masked.names.values() for node in name.node_ids):
        return
    for name in openers(masked, 0, end):
        if acting and name.kind == "place" and linked.letter.text.startswith("全", name.span.start):
            continue
        yield from sorted(filter(None, own.intersection(name.node_ids)))


def _speaks_of_us(text: str, position: int) -> bool:
    return text.find(_US, 0, position) >= 0 and _we().search(text, 0, position) is not None


@cache
def _we() -> re.Pattern[str]:
    """A clause that begins with 我们, behind a time or a word that leads to a subject."""
    return re.compile(rf"(?:^|[，。；：])(?:{any_clause_word('lead')}|{time_expression()})*{_US}")
