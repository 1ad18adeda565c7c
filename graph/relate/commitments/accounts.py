"""Clauses that look like plans and tell something else: what others do, what rules demand, what came or comes of it."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import clause_words

from ..clause_roles import any_clause_word, holds_word
from ..masking import MaskedSentence, kind_class
from ..status import ITEM_MARK, clause_bounds, find_cues, part_bounds
from ..typed.actors import lead_pattern
from .frames import is_told_as_past

_POLICY = kind_class("policy")
_ORGANISATION = kind_class("organisation")
_SELF = re.compile("我(?!国)")
_SPEAKER = re.compile(f"我(?!国)|[{_ORGANISATION}]")
_LISTS_NEXT = re.compile("，[^，。；：]*：")
_EXPLAINED = re.compile("原因(?:主要)?(?:[：是有]|在于)")


def is_of_outsiders(masked: MaskedSentence, at: int) -> bool:
    """Return whether the subject at a place is neither the writer nor a body of its side (你镇正在…, 双方签了约，…)."""
    text = masked.text
    clause, _ = clause_bounds(text, at)
    start, _ = part_bounds(text, at)
    subjects = [found.span() for found in _outsider_pattern().finditer(text, start, at)]
    if not subjects:
        return False
    begin, end = subjects[-1]
    return (begin >= clause or _subject_begin(text, begin)) and not _takes_over(masked, end, at)


def is_of_members(text: str, start: int, end: int) -> bool:
    """Return whether the subject of the clause [start, end) is a class of places or bodies (各县…)."""
    lead = lead_pattern().match(text, start, end)
    return text.startswith(clause_words()["members"], lead.end() if lead else start, end)


def _subject_begin(text: str, at: int) -> bool:
    """Whether a place is where the subject of its clause stands: behind list marks and sentence adverbs alone."""
    clause, _ = clause_bounds(text, at)
    lead = lead_pattern().match(text, clause, at)
    return at == (lead.end() if lead else clause)


def _takes_over(masked: MaskedSentence, start: int, end: int) -> bool:
    """Whether the writer, or a named body, becomes the subject between two places."""
    named = any(name.kind == "organisation" for name in masked.names_in(start, end))
    return named or bool(_SELF.search(masked.text, start, end))


def is_of_people(text: str, start: int, at: int) -> bool:
    """Return whether people are the subject of the clause that starts at `start` (失能老人不能享受…; not 对老人…)."""
    return bool(_people_pattern().match(text, start, at))


def is_tried_before(text: str, start: int, at: int, end: int) -> bool:
    """Return whether the clause [start, end) tells what was tried: by a word at `at` that tells plans as well.

    近年来争取X; 主要通过申报争取X; 印发了Y，并争取X; 争取X，已通过验收. Another word of plans keeps it one.
    """
    begin, stop = part_bounds(text, start)
    cues = (each.cue for each in find_cues(text, begin, at) if not each.cue.weak)
    if any(cue.status == "planned" and not cue.cue.startswith(clause_words()["striving"]) for cue in cues):
        return False
    along = text.startswith("并", start) and "了" in text[begin:start]
    return (
        along
        or is_told_as_past(text, start, end)
        or holds_word("accounting", text, begin, end)
        or holds_word("told", text, end, stop + 1, unless="not_told")
        or text.find("了", at, end) >= 0
    )


def is_prescribed(masked: MaskedSentence, at: int) -> bool:
    """Return whether what stands at a place is what a rule or a meeting demands (会议强调，…; 《X》规定，…)."""
    text = masked.text
    start, _ = part_bounds(text, at)
    demand = _demand_pattern().search(text, start, at)
    if demand is None or _takes_over(masked, demand.end(), at):
        return False
    return not text.startswith(clause_words()["circumstance"], clause_bounds(text, demand.start())[0])


def is_set_by_paper(masked: MaskedSentence, at: int) -> bool:
    """Return whether what stands at a place is what a paper says, the subject of its part (《规划》提出，…)."""
    start, _ = part_bounds(masked.text, at)
    said = _paper_pattern().match(masked.text, start, at)
    return said is not None and not _takes_over(masked, said.end(), at)


def is_effect(text: str, start: int, at: int, *, plans: bool) -> bool:
    """Return whether what stands at a place is what a thing brings by itself, the writer doing nothing.

    建成后将缓解用水难; 该线路的开通，将方便出行，减少换乘; 届时规模将达到X. Further clauses of an effect are effects
    unless the word at the place `plans` (…，拟同步改造X).
    """
    begin, _ = part_bounds(text, start)
    found = [*_bringing_pattern().finditer(text, begin, at + 2)]
    if not found:
        return False
    told = found[-1]
    if (plans and told.end() <= at) or _SELF.search(text, begin, at):
        return False
    if _costing_pattern().match(text, told.end("will")):
        return True
    ready = told["hope"] or _ready_pattern().search(text, begin, told.end("will"))
    return bool(ready) and _effect_pattern().match(text, told.end("will")) is not None


def explains(text: str, at: int) -> bool:
    """Return whether a place is a reason: in the clause that says 原因, or in an item behind it (原因：一是…，二是…).

    What else follows in the sentence is told of something else (…的原因是客流不足，下一步，我局将增开公交线路).
    """
    explained = [found.span() for found in _EXPLAINED.finditer(text, 0, at)]
    if not explained:
        return False
    said, behind = explained[-1]
    clause, _ = clause_bounds(text, at)
    if clause <= behind:
        return True
    colon = text.find("：", said, clause)
    return colon >= 0 and (clause == colon + 1 or ITEM_MARK.match(text, clause, at) is not None)


def is_reason(text: str, start: int, end: int) -> bool:
    """Return whether the clause [start, end) is a reason for what is told behind it (由于X不符合条件，因此…).

    Behind a reason in clauses before, what a clause says is what follows from it, unless more reasons may follow: none
    do where the writer has begun to speak (由于体制不同，我厅正在测算，拟先试行).
    """
    begin, stop = part_bounds(text, start)
    if end >= stop or not holds_word("reason", text, begin, end, unless="not_reason"):
        return False
    own = holds_word("reason", text, start, end, unless="not_reason")
    if not own and _SPEAKER.match(text, start):
        return False
    return own or _concluded_pattern().search(text, end, stop) is not None


def is_development(text: str, at: int, end: int) -> bool:
    """Return whether a 正 tells how a thing develops by itself (正由A向B转变)."""
    return text.startswith("正由", at) and holds_word("turning", text, at, end)


def speaks_of_task(text: str, verb: int, end: int) -> bool:
    """Return whether a bare verb is part of a noun (建设单位), or the sentence speaks about the task.

    推进X意义重大; 建设X，是保障Y的基础.
    """
    if _compound_pattern().match(text, verb, end) or holds_word("stating", text, verb, end):
        return True
    return _stated_pattern().match(text, end) is not None


def takes_up_proposal(text: str, start: int, end: int) -> bool:
    """Return whether the clause [start, end) only leads to a list of acts (将研究吸收您的建议，做好以下工作：)."""
    return (
        _LISTS_NEXT.match(text, end) is not None and _taken_up_pattern().search(text, start, end) is not None
    )


@cache
def _taken_up_pattern() -> re.Pattern[str]:
    """…您的宝贵建议, at the end of a clause."""
    return re.compile(rf"{any_clause_word('asking')}的?[^，。；：、]{{0,4}}{any_clause_word('answered')}$")


@cache
def _outsider_pattern() -> re.Pattern[str]:
    """你们正在…, not what they proposed (你们提出的…) or what is theirs (您的建议)."""
    return re.compile(rf"{any_clause_word('outsider')}(?!的|所?提|建议|反映|关[心注于])")


@cache
def _people_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：对向给为将把]{{0,6}}?{any_clause_word('people')}")


@cache
def _demand_pattern() -> re.Pattern[str]:
    """要求…, 会议强调，…, 《X》规定，…, 文件明确，…: at the beginning of a clause, or behind a policy."""
    behind = "|".join(f"(?<={re.escape(word)})" for word in clause_words()["ruling"])
    begin = rf"(?:^|(?<=[，；：。])|(?<=[{_POLICY}])》?|{behind})"
    return re.compile(rf"{begin}{any_clause_word('prescribing')}")


@cache
def _paper_pattern() -> re.Pattern[str]:
    """《X》提出，…, 规划明确，…: a paper is the subject of the part that it begins."""
    paper = rf"[该此]?《?(?:[{_POLICY}]|{any_clause_word('paper')})》?(?:（[^）]*）)?"
    said = any_clause_word("quoting", "prescribing")
    return re.compile(rf"{lead_pattern().pattern}{paper}(?:{said})")


@cache
def _bringing_pattern() -> re.Pattern[str]:
    """A word that looks ahead, and whether it only hopes."""
    then, hoping = any_clause_word("then"), any_clause_word("hoping")
    return re.compile(rf"(?P<will>将|(?:{then})[^，。；将]{{0,12}}|(?P<hope>{hoping}))")


@cache
def _ready_pattern() -> re.Pattern[str]:
    """建成后，将; 该桥的启用，将; 届时，规模将, where no body is named that does it."""
    finished, then = any_clause_word("finished"), any_clause_word("then")
    after = rf"(?:{finished})后，?将$|(?:{finished})后，[^，。；{_ORGANISATION}]*将$"
    later = rf"(?:{finished})后[^。；{_ORGANISATION}]*，[^，。；{_ORGANISATION}]*将$"
    brought = rf"的(?:{finished}|建设)，?将$"
    return re.compile(rf"{after}|{later}|{brought}|{then}[^。；{_ORGANISATION}]*$")


@cache
def _costing_pattern() -> re.Pattern[str]:
    """延长末班车将增加运营成本约36万元."""
    more = rf"(?:会|进一步)?{any_clause_word('costing')}"
    return re.compile(rf"{more}[^，。；]{{0,10}}{any_clause_word('cost')}(?=[约近达超\d，。；]|$)")


@cache
def _effect_pattern() -> re.Pattern[str]:
    upon = rf"(?:对|给)[^，。；]*{any_clause_word('effecting')}"
    return re.compile(rf"将?会?(?:进一步|切实|逐步)?(?:{any_clause_word('effect')}|{upon})")


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^，。；]{{2}}{any_clause_word('compound')}")


@cache
def _concluded_pattern() -> re.Pattern[str]:
    return re.compile(f"，{any_clause_word('concluding')}")


@cache
def _stated_pattern() -> re.Pattern[str]:
    """What is told of a task right behind it: …，这是民生所盼; …，难点在资金."""
    return re.compile(f"，(?:(?:这?[既也正]|不仅|不但|这)?是(?!否)|{any_clause_word('crux')}[在是])")
