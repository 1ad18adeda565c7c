"""Which cue makes a clause a promise, or a report on an earlier one, and where it stands.

The cue's position (ontology/lexicon/commitment_cues.tsv) says where it may stand; what else the clause must hold, or
must not, is asked here. Whose act it is, and whether it is told at all, is asked of what is found (`extraction`).
"""

from __future__ import annotations

import re
from functools import cache

from corpus.numerals import ONE_TO_TEN
from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue, Position
from ontology.time_words import time_expression

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, behind_opening, clause_pattern, holds_word
from ..figures.periods import lies_ahead, may_hold_time
from ..masking import MaskedSentence
from ..records import THINGS
from ..status import (
    ITEM_MARK,
    clause_bounds,
    find_cues,
    firm_statuses,
    goes_on_before,
    is_other_word,
    part_bounds,
    read_status,
)
from ..times import only_says_when
from .accounts import is_of_members, speaks_of_task
from .clauses import Clause, says_something
from .delays import is_former_plan, is_put_off
from .dues import time_of_results
from .frames import answers_proposal, describes, has_results, is_account, is_told_as_past, names_a_task
from .refusals import tells_not_done
from .verbs import begins_with_verb, means_pattern, verb_place, verb_places
from .words import has_any, has_needed, speaks_of_promise

CueAt = tuple[CommitmentCue, int]
"""A cue, and where it stands in its masked sentence."""
_SOFT_CLAUSES = 2
"""Clauses at the beginning of a sentence in which a bare verb may promise something."""
_ANSWERS = frozenset({"asked", "means", "intent"})
"""What refusals need that say what is not there: they refuse only what was asked for."""
_DONE_OR_SAID = re.compile("了|是(?!否)")
"""尽快解决停车难是众望: a clause about a plan; 探索了X: what was done."""
_COUNTED_AT_END = re.compile(r"\d[万亿]?[余多]?(?:[^\d，。；：]{1,4})?$")
"""实施改造工程150多个: a clause that ends in a count tells what was done."""
_COUNT = re.compile(r"\d+[^\d，。；：]{1,2}")
PLANS: frozenset[Position] = frozenset({"governed", "target"})
"""Positions of cues that make a clause a promise only where it is part of a plan."""


def cue_of(
    masked: MaskedSentence, clause: Clause, governing: str, *, reports: bool, answers: bool
) -> CueAt | None:
    """Return the cue that makes a clause a promise or a report on one, and where it stands; None where nothing does.

    `governing` is the word that makes its section or sentence a plan, empty without one; `reports`: in a section that
    tells what became of earlier promises; `answers`: behind a sentence that names what was asked for.
    """
    text = masked.text
    if names_a_task(text, clause.start, clause.end):
        return None
    reported = _occurring(text, clause, "reported") if reports else []
    for cue, at in sorted((*_occurring(text, clause, "anywhere"), *reported), key=_precedence):
        if cue.position == "reported" and not _reports(masked, clause, cue, at):
            continue
        if cue.needs in _ANSWERS and not _answers(text, clause, (cue, at), answers=answers):
            continue
        if cue.outcome == "kept" and not _is_told_as_done(text, clause, at, governing):
            continue
        if cue.outcome == "late" and not is_put_off(text, cue, at, clause.end):
            continue
        if cue.cue in clause_words()["drafting"] and goes_on_before(text, clause.start, at):
            continue  # 正会同甲研究制定X
        if cue.outcome or cue.needs == "pending" or _is_status_cue(text, clause, cue, at):
            return cue, at
    return _planned_verb(text, clause) or _by_status(masked, clause, governing) or _opening(text, clause)


def _answers(text: str, clause: Clause, found: CueAt, *, answers: bool) -> bool:
    """Whether a clause answers what its sentence asks, or, as its first verb, what a sentence before asked.

    A reason before it, and a word that says for how long (受场地所限，暂时没有开设), answer as well.
    """
    cue, at = found
    part, _ = part_bounds(text, at)
    reasoned = holds_word("reason", text, part, clause.start, unless="not_reason")
    if answers_proposal(text, at) or (reasoned and cue.cue.startswith(clause_words()["for_now"])):
        return True
    places = verb_places(text, clause.start, clause.end) if answers else ()
    return any(each <= at and _for_now_pattern().fullmatch(text, each, at) for each in places)


def _reports(masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a clause reports on a thing: one that it names or counts; if not done, one of a clause before."""
    if cue.outcome == "missed":
        start, _ = part_bounds(masked.text, at)
        named = any(name.kind in THINGS for name in masked.names_in(start, clause.end))
        return named or speaks_of_promise(masked.text)
    if speaks_of_promise(masked.text) and holds_word(
        "left_over", masked.text, clause.start, len(masked.text)
    ):
        return False
    counts = any(map(str.isdigit, words_of(masked, clause)))
    return (counts or holds_thing(masked, clause)) and not is_former_plan(masked.text, clause.start, at)


def _is_told_as_done(text: str, clause: Clause, at: int, governing: str) -> bool:
    """Whether a clause tells that something was done, and does not want it: 确保如期建成 wants it."""
    if {*firm_statuses(text, clause.start, at)} - {"done"}:
        return False
    if holds_word("urging", text, clause.start, at) or _undone_pattern().search(text, clause.start, at):
        return False
    told = any(each.cue.status == "done" for each in find_cues(text, clause.start, at))
    return not governing or told or "了" in text[at : clause.end]


def is_told_of(masked: MaskedSentence, clause: Clause, governing: str) -> bool:
    """Return whether a clause, in a section on earlier promises, tells in whatever words what became of a thing."""
    if governing or not holds_thing(masked, clause) or not says_something(words_of(masked, clause)):
        return False
    part, stop = part_bounds(masked.text, clause.start)
    open_ones = {*firm_statuses(masked.text, part, stop)} - {"done"}
    return not open_ones and not holds_word("left_undone", masked.text, part, stop)


def _planned_verb(text: str, clause: Clause) -> CueAt | None:
    """A first verb that says a plan (探索, 决定), unless its clause tells what was done: 探索推进X，取得成效."""
    first = _first(text, clause, "initial")
    if first is None or _DONE_OR_SAID.search(text, first[1], clause.end) or has_results(text, clause.start):
        return None
    if holds_word("past", text, clause.start, first[1]):
        return None  # 去年答应X
    return None if text.startswith("的", first[1] + len(first[0].cue)) else first


def _opening(text: str, clause: Clause) -> CueAt | None:
    """A word that begins a clause and makes all of it a plan: …，下一步组织验收."""
    begun = [each for each in _occurring(text, clause, "opening") if each[1] == clause.start]
    return begun[0] if begun else None


def _is_status_cue(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a cue stands in a cue of the same status there: 将 is none in 将X纳入Y."""
    cues = find_cues(text, clause.start, clause.end)
    return any(each.start <= at < each.end and each.cue.status == cue.status for each in cues)


def _by_status(masked: MaskedSentence, clause: Clause, governing: str) -> CueAt | None:
    """The cue that makes a clause a promise only because it is part of a plan, or tells of no time at all."""
    text = masked.text
    may_be_planned = bool(PLANS & clause.cues.keys())
    may_be_soft = clause.number < _SOFT_CLAUSES + _openings(text) and _first(text, clause, "soft") is not None
    if not (may_be_planned or may_be_soft):
        return None
    verb = verb_place(text, clause.start, clause.end)
    status = read_status(text, (verb, verb), "", governing=governing).status
    if may_be_planned and status == "planned" and not is_account(text, clause.start, clause.end):
        planned = _governed(masked, clause, governing) or _behind_place(text, clause, governing)
        planned = planned or _target(text, clause) or _joining(text, clause)
        if planned:
            return planned
    return _soft(masked, clause) if may_be_soft and status in {"", "ongoing"} else None


def _openings(text: str) -> int:
    """How many clauses a sentence begins with that say nothing of it: 同时，; 据了解，."""
    return text.count("，", 0, behind_opening(text))


def _governed(masked: MaskedSentence, clause: Clause, governing: str) -> CueAt | None:
    """The first verb of a plan; one that tells as often what is done, where its clause begins to plan (needs plan)."""
    text = masked.text
    first = _first(text, clause, "governed")
    if first is None or first[0].needs != "plan":
        return first
    behind = first[1] + len(first[0].cue)
    told = text.startswith(clause_words()["compounding"], behind) or _DONE_OR_SAID.search(
        text, behind, clause.end
    )
    if told or speaks_of_task(text, first[1], clause.end):
        return None
    part, _ = part_bounds(text, clause.start)
    if "planned" in firm_statuses(text, part, clause.start):
        return first
    if any(name.kind == "organisation" and not name.anaphor for name in masked.names_in(part, first[1])):
        before, end = clause_bounds(text, max(clause.start - 1, part))
        own = governing and end < clause.start and begins_with_verb(text, before, end)
        return first if own else None  # 加强与甲局合作，共同打造X
    counted = not governing and _COUNTED_AT_END.search(text, first[1], clause.end)
    opens = part == clause.start and not counted
    return first if opens or ITEM_MARK.match(text, clause.start) else None


def _behind_place(text: str, clause: Clause, governing: str) -> CueAt | None:
    """The first verb of a plan behind where, for whom or with what it is done (在老城区增设泊位, 将学校纳入计划)."""
    ground, marking = (clause_words()[role] for role in ("ground", "marking"))
    places = verb_places(text, clause.start, clause.end)
    at = next(
        (
            each
            for each in places
            if text.startswith(ground, each, clause.end) or text.endswith(marking, clause.start, each)
        ),
        -1,
    )
    if at < 0:
        return None
    occurring = _occurring(text, clause, "governed")
    verbs = [
        (cue, place)
        for cue, place in occurring
        if place > at + 1
        and (governing or cue.needs != "plan")
        and not text.startswith("的", place + len(cue.cue))  # 将早年建成的小区纳入改造
    ]
    return min(verbs, key=lambda each: each[1], default=None)


def _joining(text: str, clause: Clause) -> CueAt | None:
    """With whom something is talked over, nothing more: 积极与种业公司对接, 主动与有关单位汇报、协调."""
    for at in verb_places(text, clause.start, clause.end):
        found = _joining_pattern().fullmatch(text, at, clause.end)
        if found:
            cue = CommitmentCue(
                cue=found["act"], status="planned", position="governed", outcome="", needs="", unless_after=()
            )
            return cue, at
    return None


def _soft(masked: MaskedSentence, clause: Clause) -> CueAt | None:
    """A bare verb about something named or firm; 建设了X and 建设的X tell of what is there."""
    first = _first(masked.text, clause, "soft")
    if first is None:
        return None
    firm = _names_anything(masked, clause) or has_any(words_of(masked, clause), "firm")
    if not (firm or first[0].needs == "object"):
        return None
    if _tells_what_stands(masked, clause, *first) or describes(masked.text, first[1], clause.end):
        return None
    if is_told_as_past(masked.text, clause.start, clause.end):
        return None
    text = masked.text
    members = is_of_members(text, part_bounds(text, first[1])[0], clause.end)
    if members or speaks_of_task(text, first[1], clause.end) or tells_not_done(text, first[1], clause.end):
        return None
    words = words_of(masked, clause)
    return None if "了" in words or _COUNTED_AT_END.search(words) else first


def _tells_what_stands(masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a bare verb tells what there is: what is built and run, or what a name right before it does.

    A name behind 依托 does nothing: 依托甲大学建设X.
    """
    behind = at + len(cue.cue)
    if masked.text.startswith(clause_words()["running"], behind):
        return True
    if cue.cue not in clause_words()["standing_act"] or masked.text[at - 1 : at] not in masked.names:
        return False
    return means_pattern().search(masked.text, clause.start, at) is None


def words_of(masked: MaskedSentence, clause: Clause) -> str:
    """Return the words of a clause, its names masked."""
    return masked.text[clause.start : clause.end]


def _precedence(found: CueAt) -> tuple[bool, bool, int]:
    """Reports on earlier promises first, then plans, then the cue that stands first."""
    cue, at = found
    return not cue.outcome, cue.status != "planned", at


def _target(text: str, clause: Clause) -> CueAt | None:
    """A number to be reached (到2023年，…突破3000台) in a part that is a plan."""
    reached = _occurring(text, clause, "target")
    return reached[0] if reached and any(map(str.isdigit, text[clause.start : clause.end])) else None


def dated_result(linked: LinkedLetter, text: str, clause: Clause) -> CueAt | None:
    """Return the cue of a result at a time after the letter (要求到2025年建成40个), told as no fact; else None."""
    date = linked.letter.header.date
    results = [
        each
        for each in _occurring(text, clause, "dated")
        if not (is_former_plan(text, clause.start, each[1]) or _is_of_noun(text, each))
    ]
    if not results or not date or not may_hold_time(text):
        return None
    begin, end = clause_bounds(text, max(clause.start - 1, 0))
    timed = begin < clause.start and only_says_when(text[begin:end])
    ahead = lies_ahead(text[begin if timed else clause.start : clause.end], date)
    ahead = ahead or _years_pattern().match(text, clause.start, clause.end) is not None
    if not (ahead or time_of_results(text, clause, results[0][0], date)):
        return None
    done = [each for each in find_cues(text, clause.start, clause.end) if each.cue.status == "done"]
    told = [each for each in done if not clause_pattern("totals").fullmatch(text, each.start, each.end)]
    open_ones = [(cue, at) for cue, at in results if all(each.start == at for each in told)]
    return open_ones[0] if open_ones else None


def _is_of_noun(text: str, found: CueAt) -> bool:
    """Whether a cue is part of a noun: 实施时间为国庆前后, 建设单位."""
    return text.startswith(clause_words()["compounding"], found[1] + len(found[0].cue))


def _occurring(text: str, clause: Clause, position: Position) -> list[CueAt]:
    """The cues of a position that a clause holds, longest first, each where it stands first."""
    if position not in clause.cues:
        return []
    first: dict[int, CueAt] = {}
    for at, ranked in clause.cues[position].items():
        for rank, cue in ranked:
            if at + len(cue.cue) <= clause.end:
                first.setdefault(rank, (cue, at))
    return [
        (cue, at)
        for _, (cue, at) in sorted(first.items())
        if not text.endswith(cue.unless_after, 0, at)
        and (has_needed(cue, text[at + len(cue.cue) : clause.end]) or _ends_before(text, clause, cue, at))
    ]


def _ends_before(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a clause ends in a result and, right before it, until when it is to come: 86个充电桩9月底前建成."""
    ends = at + len(cue.cue) == clause.end
    return cue.position == "dated" and ends and text.endswith("前", clause.start, at)


def _first(text: str, clause: Clause, position: Position) -> CueAt | None:
    """The cue of this position that the clause's first verb is, the longest; adverbs may stand before it."""
    standing = clause.cues.get(position)
    if standing is None:
        return None
    found = [
        (rank, at, cue)
        for at in verb_places(text, clause.start, clause.end)
        for rank, cue in standing.get(at, ())
        if not text.endswith(cue.unless_after, 0, at)
    ]
    for _, at, cue in sorted(found, key=lambda each: each[:2]):
        behind = text[at + len(cue.cue) : clause.end]
        counted = position == "governed" and _COUNT.fullmatch(behind)  # 选派50名
        if position == "governed" and behind.startswith("的"):
            continue  # 将早年建成的小区纳入改造
        if (counted or says_something(behind)) and not is_other_word(text, at, cue.cue):
            return cue, at
    return None


def holds_thing(masked: MaskedSentence, clause: Clause) -> bool:
    """Return whether a clause names a fund, platform or policy."""
    return any(name.kind in THINGS for name in masked.names_in(clause.start, clause.end))


def _names_anything(masked: MaskedSentence, clause: Clause) -> bool:
    return any(
        name.kind != "place" and not name.anaphor for name in masked.names_in(clause.start, clause.end)
    )


@cache
def _years_pattern() -> re.Pattern[str]:
    """三年内建成X, 力争今后五年内实现Y: the years to come, at the beginning of a clause."""
    lead = rf"{any_clause_word('aiming')}?(?:用|在)?(?:今后|未来)?"
    return re.compile(rf"(?:{ITEM_MARK.pattern})?{lead}[{ONE_TO_TEN}两\d]{{1,2}}年(?:左右)?(?:时间)?之?内")


@cache
def _joining_pattern() -> re.Pattern[str]:
    act = any_clause_word("joining")
    return re.compile(rf"(?:与|同|和|向)[^，。；：的]{{2,20}}?(?:{act}、)*(?P<act>{act})(?:工作)?")


@cache
def _undone_pattern() -> re.Pattern[str]:
    """资金未到位, 未能在6月底前完成: what stands behind was not done."""
    return re.compile(
        rf"{any_clause_word('undone')}(?:[^，。；：\d]{{0,2}}{time_expression()})?[^，。；：]{{0,4}}$"
    )


@cache
def _for_now_pattern() -> re.Pattern[str]:
    return re.compile(f"{any_clause_word('for_now')}*")
