"""Who acts in a clause: named before the verb, carried over from an earlier clause, or the issuer understood."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from ontology.clause_words import ClauseRole, clause_words
from ontology.place_types import TYPES
from ontology.relation_words import relation_words
from ontology.time_words import time_expression

from ..clause_roles import any_clause_word, holds_word
from ..lists import MARK
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..records import Basis
from ..status import ITEM_MARK, PART_MARKS, clause_bounds, part_bounds
from .subjects import ACTING, LIST, SUBJECTS, charged

_LAST_LIST = re.compile(rf"{LIST}$")
_NAMES = ANY_NAME + ANY_PLACE
_ACTOR = re.compile(f"[{ACTING}]")
_PAPER = re.compile(f"[{kind_class('policy')}]")
_COUNT = r"\d(?!\d{3}年)"  # of a number that is no year: X3座 is no subject, X2019年建成 is one
_CIRCUMSTANCE_ENDS = tuple("前后时期中下来际年月日度")
"""What words that say when, or under what, end in."""
_NUMBERS = {"双": 2, "两": 2, "三": 3, "四": 4}  # what 双方, 两校 or 三家 begins with
_LONGEST_DESCRIPTION = 44  # characters from the start of a clause to its subject
_WITHIN = re.compile(r"在[^，。；：]{1,20}[中下内]")  # all that a clause says of its subject is where it acts
_MAKING = frozenset({"established", "operates", "leads", "supports", "funds", "invests_in", "part_of"})
_ROLES_OF_NAMES: tuple[ClauseRole, ...] = ("joint", "agent", "causative", "ground")


class Actors(msgspec.Struct, frozen=True):
    """Who acts: `names` as they stand in the sentence (empty where implied), `joint` those who act along.

    `basis` is empty where the clause has an unnamed subject of its own, so that nobody known acts.
    """

    names: tuple[Name, ...] = ()
    joint: tuple[Name, ...] = ()
    basis: Basis = ""


def actors_at(masked: MaskedSentence, verb: int) -> Actors:
    """Return who does what the verb at the masked position `verb` says."""
    start, _ = clause_bounds(masked.text, verb)
    found = _in_clause(masked, start, verb)
    if not found.basis and holds_word("treasury", masked.text, start, verb):
        return Actors(joint=found.joint, basis="implied")
    if urges_others(masked, verb):
        return Actors(joint=found.joint)
    if found.basis or _has_other_subject(masked.text, start, verb):
        return found
    together = holds_word("together", masked.text, start, verb)
    together = together or masked.text.startswith(clause_words()["shared_act"], verb)  # 甲与乙签署X，共建Y
    return _inherited(masked, start, found.joint, together=together)


def opening_names(masked: MaskedSentence, position: int) -> tuple[Name, ...]:
    """Return the names that the clause around a place begins with, if they stand before it."""
    start, _ = clause_bounds(masked.text, position)
    match = _subject(masked.text, start, position)
    return masked.names_in(*match.span("names")) if match else ()


def is_passed_over(masked: MaskedSentence, verb: int) -> bool:
    """Return whether a body stands right before the verb behind a circumstance not known as one (开学后甲建成X).

    It may be who acts, so nobody is understood.
    """
    start, _ = clause_bounds(masked.text, verb)
    match = _last_names(masked.text, start, verb)
    if match is None or match["word"] or match.end() < verb:
        return False
    names = masked.names_in(*match.span("names"))
    acts = bool(names) and names[0].kind == "organisation"
    return acts and masked.text[start : match.start("names")].endswith(_CIRCUMSTANCE_ENDS)


def openers(masked: MaskedSentence, begin: int, end: int) -> list[Name]:
    """Return the names that begin a clause of [begin, end)."""
    found: list[Name] = []
    while begin < end:
        _, stop = clause_bounds(masked.text, begin)
        match = _subject(masked.text, begin, min(stop, end))
        if match:
            found.extend(masked.names_in(*match.span("names"))[:1])
        begin = stop + 1
    return found


def _in_clause(masked: MaskedSentence, start: int, verb: int) -> Actors:
    """Read the names before a verb from right to left: each with the word before it, until one of them acts."""
    joint: tuple[Name, ...] = ()
    end = verb
    while match := _last_names(masked.text, start, end):
        names = masked.names_in(*match.span("names"))
        role = _role(match["word"] or "")
        if role == "joint":
            joint = names + joint
        elif role != "ground" or holds_word("together", masked.text, match.end("names"), verb):
            if names and _is_subject(masked.text, match, start, end, role):
                return Actors(names=names, joint=joint, basis="named")
            if role or not _place_listed().search(masked.text, start, match.start("names")):
                break
        end = match.start()
        if end <= start:
            break
    return Actors(joint=joint)


@cache
def _place_listed() -> re.Pattern[str]:
    """A list of places whose first ones are no known names goes on: 甲在义乌、(金华启动X)."""
    return re.compile(rf"在[^，。；：的{_NAMES}]{{2,10}}[、和及与]$")


def _last_names(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last list of names in [start, end) together with the function word before it."""
    found = None
    if _ACTOR.search(text, start, end):
        for match in _names_pattern().finditer(text, start, end):
            found = match
    return found


@lru_cache(maxsize=256)
def _role(word: str) -> str:
    for role in _ROLES_OF_NAMES:
        if word in clause_words()[role]:
            return role
    return ""


def _is_subject(text: str, match: re.Match[str], start: int, end: int, role: str) -> bool:
    """Whether a list of names acts: an agent word makes it, else it must begin its clause (adverbials aside)."""
    if role in {"agent", "causative"}:
        return True
    if _examined_pattern().match(text, start, end) or text.startswith(
        clause_words()["body_class"], match.end("names")
    ):
        return False
    before = text[start : match.start()]
    staff = _staff_pattern().match(text, match.end(), end)
    after = text[staff.end() if staff else match.end() : end]
    if after.startswith("的") or "的" in after[:-1]:
        return False
    if lead_pattern().fullmatch(before) or _describes(text, start, match.start()):
        return True
    opening = _subject(text, start, end)
    return opening is not None and opening.start("names") == match.start("names")


def _has_other_subject(text: str, start: int, verb: int) -> bool:
    """Whether an unnamed class of actors stands before the verb (引导企业建设 …)."""
    if _bare_subject().match(text, start, verb) or is_done_by_zone(text, verb):
        return True
    if _classed_pattern().search(text, start, verb):
        return True
    if not holds_word("generic", text, start, verb):
        return False
    before = _beside_pattern().sub("", text[start:verb])
    return holds_word("generic", before, 0, len(before))


def is_done_by_zone(text: str, verb: int) -> bool:
    """Return whether a zone without its name stands right before the verb at a place: 高新区出台X."""
    start, _ = clause_bounds(text, verb)
    zone = text.endswith(clause_words()["zone"], start, verb)
    return zone and _zone_subject().fullmatch(text, start, verb) is not None


def urges_others(masked: MaskedSentence, verb: int) -> bool:
    """Return whether the clause only tells that an unnamed class of actors is urged to do it (引导金融机构推出 …)."""
    start, _ = clause_bounds(masked.text, verb)
    urging = holds_word("urging", masked.text, start, verb)
    return urging and bool(_urged_pattern().search(masked.text, start, verb))


@lru_cache(maxsize=16)
def _inherited(masked: MaskedSentence, start: int, joint: tuple[Name, ...], *, together: bool) -> Actors:
    """The subject of the nearest earlier clause of the same part (up to ；) that begins with one.

    Who only assists (由甲牵头，乙配合，…) acts along; alone, where no clause names whom.
    What is done `together` (A与B密切配合，联合印发X) is also done by those who act along in that clause.
    """
    head = _head_end(masked.text, start)
    own = (*clause_words()["self"], *clause_words()["own_place"])
    if masked.text.startswith(own, head):
        return Actors(joint=joint, basis="implied")
    counted = _counted_pattern().match(masked.text, head)
    each = _just_listed(masked, start, head) or _just_named(masked, start, counted and counted["number"])
    if each:
        return Actors(names=each, joint=joint, basis="inherited")
    earlier, assisting = _earlier(masked, start)
    if earlier and not _is_of_its_own(masked, start, head, earlier):
        begin, end, names = earlier
        beside = together or _joined_pattern().search(masked.text, begin, end)
        along = joint or assisting or (_along(masked, begin, end, names) if beside else ())
        return Actors(names=_run_by(masked, begin) or names, joint=along, basis="inherited")
    if assisting and earlier is None:
        return Actors(names=assisting, joint=joint, basis="inherited")
    if listed := _of_list(masked, start):
        return Actors(names=listed, joint=joint, basis="inherited")
    untold = counted and _ACTOR.search(masked.text, part_bounds(masked.text, start)[0], start)
    return Actors(joint=joint, basis="" if untold else "implied")


_Subject = tuple[int, int, tuple[Name, ...]]
"""Where a clause begins and ends, and the names that are its subject."""


def _earlier(masked: MaskedSentence, start: int) -> tuple[_Subject | None, tuple[Name, ...]]:
    """The nearest earlier clause of the same part with a subject that acts, and who only assists behind it."""
    assisting: tuple[Name, ...] = ()
    while start > 0 and masked.text[start - 1] not in "；。：":
        begin, end = clause_bounds(masked.text, start - 1)
        match = _subject(masked.text, begin, end)
        if match and not assisting and assisting_pattern().fullmatch(masked.text, begin, end):
            assisting = masked.names_in(*match.span("names"))
        elif match and not _examined_pattern().match(masked.text, begin, end):
            task = charged().search(masked.text, match.end("names"), end)
            names = masked.names_in(*(task or match).span("names"))
            return (begin, end, names), assisting
        start = begin
    return None, assisting


def _is_of_its_own(masked: MaskedSentence, start: int, head: int, earlier: _Subject) -> bool:
    """Whether a clause tells what the writer's side does (推动X): a body of an earlier clause is not its subject."""
    begin, end, names = earlier
    joined = masked.text.startswith(clause_words()["carrying_on"], start)
    if joined or not masked.text.startswith(clause_words()["own"], head):
        return False
    told = masked.text.endswith(clause_words()["speaking"], begin, end)  # 甲部表示，将支持X
    again = _promulgating_pattern().match(masked.text, head) and _PAPER.search(masked.text, begin, end)
    behind = bisect_left(masked.offsets, names[-1].span.end) if names else begin
    ground = masked.text.startswith(clause_words()["circumstance"], behind)  # 甲部按照X要求，推动Y
    ground = ground or _WITHIN.fullmatch(masked.text, behind, end) is not None  # 甲部在X中，支持Y
    passing = told or again or ground or holds_word("leading", masked.text, begin, end)
    return not passing and not any(name.anaphor or name.kind == "place" for name in names)


def _of_list(masked: MaskedSentence, start: int) -> tuple[Name, ...]:
    """The subject before the first of the items, where the clause at `start` is in a later one: 甲将一是…；二是…."""
    begin, _ = part_bounds(masked.text, start)
    while begin and masked.text[begin - 1] == "；" and ITEM_MARK.match(masked.text, begin):
        begin, _ = part_bounds(masked.text, begin - 1)
        if not ITEM_MARK.match(masked.text, begin):
            return _before_items(masked, begin, start)
    return ()


def _before_items(masked: MaskedSentence, begin: int, end: int) -> tuple[Name, ...]:
    """The subject of the last clause of [begin, end) with one before the first that begins with the mark of an item."""
    found: tuple[Name, ...] = ()
    while begin < end and not ITEM_MARK.match(masked.text, begin):
        _, stop = clause_bounds(masked.text, begin)
        match = _subject(masked.text, begin, min(stop, end))
        found = masked.names_in(*match.span("names")) if match else found
        begin = stop + 1
    return found if begin < end else ()


def _just_named(masked: MaskedSentence, start: int, number: str | None) -> tuple[Name, ...]:
    """So many as the last clause before `start` that names any names, none where it names more or fewer: 两校, 三方."""
    while number and start > 0 and masked.text[start - 1] not in PART_MARKS:
        begin, end = clause_bounds(masked.text, start - 1)
        names = [name for name in masked.names_in(begin, end) if name.kind != "policy"]
        if names:
            return tuple(names) if len(names) == _NUMBERS[number] else ()
        start = begin
    return ()


def _just_listed(masked: MaskedSentence, start: int, head: int) -> tuple[Name, ...]:
    """Those whom the clause before ends with, where this one tells what each does: A引进B、C，分别承担…

    One subject does nothing 分别; where several act in that clause too, they are as likely.
    """
    told = masked.text.startswith(clause_words()["respective"], head)
    if not told or start == 0 or masked.text[start - 1] != "，":
        return ()
    begin, end = clause_bounds(masked.text, start - 1)
    listed = _LAST_LIST.search(masked.text, begin, end)
    names = masked.names_in(*listed.span()) if listed and listed.start() > begin else ()
    several = len({node_id for name in names for node_id in name.node_ids}) > 1
    match = _subject(masked.text, begin, end)
    acting = masked.names_in(*match.span("names")) if match else ()
    return names if several and len(acting) < 2 else ()


@cache
def _promulgating_pattern() -> re.Pattern[str]:
    """甲制定X，出台Y: who made one paper brings out the next, but not 甲制定X，去年出台的Y废止."""
    return re.compile(rf"{any_clause_word('promulgating')}(?!的)")


@cache
def _examined_pattern() -> re.Pattern[str]:
    """经甲论证，暂不考虑…: who only looked into a thing does not act on it."""
    return re.compile(
        rf"{lead_pattern().pattern}(?<=经){SUBJECTS}[^，。；：]{{0,8}}?{any_clause_word('examining')}"
    )


@cache
def assisting_pattern() -> re.Pattern[str]:
    """乙、丙配合: a clause about those who assist whom an earlier clause names."""
    return re.compile(
        rf"{SUBJECTS}(?:等[^，。；：]{{0,8}})?{any_clause_word('adverb')}?{any_clause_word('assisting')}"
    )


def announcers(masked: MaskedSentence, position: int) -> tuple[Name, ...]:
    """Return who announces the list that a place is in: 我局将做好以下工作：一是…；二是…."""
    colon = masked.text.rfind("：", 0, position)
    if colon < 0 or not ITEM_MARK.match(masked.text, colon + 1):
        return ()
    end = colon
    while end > 0 and masked.text[end] not in PART_MARKS:
        begin, end = clause_bounds(masked.text, end - 1)
        match = _subject(masked.text, begin, end)
        if match:
            return masked.names_in(*match.span("names"))
        end = begin - 1
    return ()


def _along(masked: MaskedSentence, start: int, end: int, subject: tuple[Name, ...]) -> tuple[Name, ...]:
    """Those who act in the clause [start, end) beside its subject."""
    found = _in_clause(masked, start, end)
    return tuple(name for name in (*found.names, *found.joint) if name not in subject)


@lru_cache(maxsize=512)
def _subject(text: str, start: int, end: int) -> re.Match[str] | None:
    """The subject that a clause begins with: the group names; asked for again for every word of a later clause."""
    if not _ACTOR.search(text, start, end):
        return None
    at = text.find("的", start, end) + 1
    while at:
        if _describes(text, start, at) and (match := _described_subject().match(text, at, end)):
            return match
        at = text.find("的", at, end) + 1
    return _subject_pattern().match(text, start, end)


def _describes(text: str, start: int, end: int) -> bool:
    """Whether [start, end) says who made, runs or has what follows: …A联合B研发的(X), 由A管理的(X), A的(X)."""
    if end - start > _LONGEST_DESCRIPTION or not text.endswith("的", start, end):
        return False
    made = text.endswith(clause_words()["becoming"], start, end) or any(
        text[end - 1 - size : end - 1] in _making_words() for size in range(2, end - start)
    )
    return made or any(each.fullmatch(text, start, end) for each in (_owner_pattern(), _placed_pattern()))


def _run_by(masked: MaskedSentence, start: int) -> tuple[Name, ...]:
    """The fund that the clause before speaks of, where this one only says who runs it: 基金X，由Y管理，已参股Z."""
    if start == 0 or not masked.text.startswith(clause_words()["agent"], start):
        return ()
    _, stop = clause_bounds(masked.text, start)
    if any(name.kind == "fund" for name in masked.names_in(start, stop)):
        return ()
    begin, end = clause_bounds(masked.text, start - 1)
    names = masked.names_in(begin, end)
    return names[-1:] if names and names[-1].kind == "fund" else ()


def _head_end(text: str, start: int) -> int:
    head = lead_pattern().match(text, start)
    return head.end() if head else start


@cache
def _names_pattern() -> re.Pattern[str]:
    words = any_clause_word(*_ROLES_OF_NAMES)
    beside = rf"(?:(?!{words}[{_NAMES}])[^，。；、{_NAMES}]){{0,12}}"
    joint = "|".join(f"(?<={re.escape(word)})" for word in clause_words()["joint"])
    unknown = rf"(?:{joint})(?:[^，。；：、的{_NAMES}]{{2,10}}、){{1,2}}"  # 联合国投招商、(甲)
    return re.compile(rf"(?:(?P<word>{words})(?:{unknown})?)?(?P<names>{LIST})(?:等{beside})?")


@cache
def _classed_pattern() -> re.Pattern[str]:
    """全市检察机关: the bodies of a place, which it is not itself."""
    return re.compile(rf"[{kind_class('place')}]{any_clause_word('body_class')}")


@cache
def _bare_subject() -> re.Pattern[str]:
    """A clause about things that nobody knows by name: 学校与X合作, 项目由X承建, 两个分中心与X组成Y, 甲、乙两镇获X.

    Or about places as a class: 各县（区）也出台X.
    """
    listed = rf"(?:(?:[^，。；：、{_NAMES}]{{1,6}}、)+[^，。；：、{_NAMES}]{{1,6}}?)?"
    counted = rf"[{ONE_TO_TEN}两几数](?<!一)(?:{any_clause_word('classifier')}|(?=[{TYPES}镇乡村校院]))"
    several = rf"{listed}{counted}[^，。；：{_NAMES}]{{1,6}}?"
    unnamed = rf"(?:该|此)?{any_clause_word('unnamed')}"
    verbal = any_clause_word("verbal")
    lower = rf"{any_clause_word('members')}(?:（[^（）]{{1,8}}）)?(?![（{_NAMES}])"
    return re.compile(
        rf"{lead_pattern().pattern}(?:{unnamed}(?={verbal})|{several}(?:(?={verbal})|$)|{lower})"
    )


@cache
def _zone_subject() -> re.Pattern[str]:
    """高新区(出台X): a zone without its name, right before the verb."""
    return re.compile(rf"{lead_pattern().pattern}{any_clause_word('zone')}")


@cache
def _urged_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_clause_word('urging')}[^，。；：的{_NAMES}]{{0,6}}?{any_clause_word('generic', 'zone')}(?!的)"
    )


@cache
def _beside_pattern() -> re.Pattern[str]:
    """A class of actors that only acts along or is a means: 协同市主管部门, 通过金融机构 (but 考虑到企业 …)."""
    beside = any_clause_word("joint", "ground")
    generic, attending = any_clause_word("generic"), any_clause_word("attending")
    return re.compile(rf"(?<!考虑){beside}[^，。；：]{{0,12}}?{generic}|{attending}")


@cache
def lead_pattern() -> re.Pattern[str]:
    """What may stand before a subject: sentence adverbs, times, list marks, under whose lead (在甲领导下)."""
    under = rf"在[^，。；：]{{1,20}}?{any_clause_word('backing')}下"
    since = rf"[^，。；：、的{_NAMES}\d]{{2,8}}(?:期间|以来|之际)"
    return re.compile(rf"(?:{any_clause_word('lead')}|{time_expression()}|{MARK}|{under}|{since})*")


@cache
def _subject_pattern() -> re.Pattern[str]:
    """A clause that begins with names which act: not followed by 的 or a list mark, not placed by 在, 依托 …."""
    owner = rf"(?!{any_clause_word('ground')})[^，。；：、（）{_NAMES}]{{2,20}}的"
    before = rf"{lead_pattern().pattern}(?:{any_clause_word('agent')}|{owner})?(?:{_titled()})?(?<!将)"
    no_act = rf"[的、{_NAMES}]|{_COUNT}|{any_clause_word('body_class', 'ranking', 'approving')}"
    others = rf"(?:等[^，。；、{_NAMES}]{{0,12}})?"
    return re.compile(rf"{before}(?P<names>{SUBJECTS}){others}(?!{no_act})(?=[^，。；：])")


@cache
def _making_words() -> frozenset[str]:
    return frozenset(word for word, told in relation_words().items() if not _MAKING.isdisjoint(told))


@cache
def _owner_pattern() -> re.Pattern[str]:
    return re.compile(rf"{lead_pattern().pattern}{SUBJECTS}(?:所在)?的")


@cache
def _placed_pattern() -> re.Pattern[str]:
    """Where what follows stands: 位于甲乙路的(X)."""
    return re.compile(
        rf"{lead_pattern().pattern}{any_clause_word('standing_in')}[^，。；：的]{{0,16}}[{_NAMES}][^，。；：的]{{0,8}}的"
    )


@cache
def _described_subject() -> re.Pattern[str]:
    """A described subject may also be all that its clause says: A研发的X，获评Y."""
    kin = rf"(?:{any_clause_word('kin')}(?:——)?)?"
    return re.compile(rf"{kin}(?P<names>{SUBJECTS})(?:等[^，。；、{_NAMES}]{{0,12}})?(?![的、\d{_NAMES}])")


def _titled() -> str:
    """A class right before a name that is one of it: 链主企业甲."""
    acting = any_clause_word("causative", "joint", "ground", "urging")
    return rf"(?!{acting})[^，。；：、（）的{_NAMES}]{{0,4}}{any_clause_word('titling')}(?=[{_NAMES}])"


@cache
def _joined_pattern() -> re.Pattern[str]:
    """A clause that says no more than with whom: 甲会同乙，印发X."""
    return re.compile(rf"[{ACTING}]{any_clause_word('joint')}{LIST}(?:等[^，。；：{_NAMES}]{{0,8}})?\Z")


@cache
def _staff_pattern() -> re.Pattern[str]:
    """甲的专家: the people of a body do what it does."""
    return re.compile(rf"的[^，。；：、（）的{_NAMES}]{{0,6}}{any_clause_word('staff')}")


@cache
def _counted_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>[{''.join(_NUMBERS)}]){any_clause_word('counted')}")
