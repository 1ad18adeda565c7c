"""What a promise or a report is about: the things that its clause names, or the sentence before it."""

from __future__ import annotations

import re
from bisect import bisect_left

from ontology.cues import CommitmentCue, Position

from ..clause_roles import clause_pattern, holds_word
from ..masking import MaskedSentence, Name
from ..records import THINGS
from ..status import CLAUSE_END, clause_bounds, part_bounds
from ..typed.actors import actors_at
from .clauses import Clause
from .verbs import means_pattern
from .words import has_any, is_bare_act_in_time

_SHORT = 22
_OPENING = 5
"""Characters in which a sentence names what it is about, its mark and a verb before it (二是起草X)."""
_COUNTING = re.compile(r"\d(?![\d年月日号季])|[近数几][十百千万]")
"""计划投资1.5亿元: what counts has an object of its own; a time does not."""
_OF_PLANS: frozenset[Position] = frozenset({"anywhere", "initial"})
"""Positions of cues that only say that there is a plan."""


def told_objects(masked: MaskedSentence, clause: Clause, at: int, cue: CommitmentCue) -> list[Name]:
    """What the promise is about: the names behind its cue; of a report or a target, those before it as well.

    A short clause that names no thing (…，力争2022年底前投入使用) is about the last one of the first clause with any.
    """
    told_before = cue.outcome or cue.position in {"target", "dated"}
    own = _named(masked, clause.start if told_before else at, clause.end)
    behind = masked.text[at + len(cue.cue) : clause.end]
    told = behind if cue.outcome else masked.text[at : clause.end]
    if not told_before and not any(name.kind in THINGS for name in own):
        own = [*_told_of(masked, clause, at), *own]
    is_long = clause.end - clause.start > _SHORT
    runs = has_any(behind, "firm") and is_bare_act_in_time(behind)  # 拟于2025年上线运行
    firm = has_any(told, "firm") and not runs
    if is_long or firm or any(name.kind in THINGS for name in own):
        own_object = own or is_long or has_any(behind, "firm") or _COUNTING.search(behind)
        return _subject(masked, clause) if not own_object and cue.position in _OF_PLANS else own
    begin = max(masked.text.rfind("；", 0, clause.start), masked.text.rfind("。", 0, clause.start)) + 1
    for mark in CLAUSE_END.finditer(masked.text, begin, clause.start):
        means = means_pattern().search(masked.text, begin, mark.start())
        things = [
            name
            for name in _named(masked, means.end() if means else begin, mark.start())
            if name.kind in THINGS and not (cue.outcome == "refused" and _is_reason(masked, name))
        ]
        if things and _are_of_others(masked, at, mark.start()):
            return own
        if things:
            entered = holds_word("entered", masked.text, begin, mark.start())  # 《X》已列入Y，…
            return [*own, things[0] if entered else things[-1]]
    return own


def _told_of(masked: MaskedSentence, clause: Clause, at: int) -> list[Name]:
    """The thing before a cue that its clause tells of: 《X》将于年底启动修订, 该平台预计年底建成; not 依托X, 根据X."""
    things = [name for name in _named(masked, clause.start, at) if name.kind in THINGS]
    if not things:
        return []
    place = bisect_left(masked.offsets, things[-1].span.start)
    return [] if holds_word("ground", masked.text, clause.start, place) else things[-1:]


def _is_reason(masked: MaskedSentence, name: Name) -> bool:
    """Whether the clause of a name only says why: 关于X的建议，因与现行《Y条例》不符，暂不采纳 refuses no Y."""
    start, _ = clause_bounds(masked.text, bisect_left(masked.offsets, name.span.start))
    return clause_pattern("reason").match(masked.text, start) is not None


def _are_of_others(masked: MaskedSentence, at: int, before: int) -> bool:
    """Whether two clauses name who acts in them, and not the same: 甲省修订了X，乙省正在制定相关法规."""
    own, others = actors_at(masked, at), actors_at(masked, before)
    if own.basis != "named" or others.basis != "named" or any(name.anaphor for name in own.names):
        return False
    acting = {name.node_ids for name in others.names if name.kind not in THINGS}
    return bool(acting) and acting.isdisjoint(name.node_ids for name in own.names)


def _subject(masked: MaskedSentence, clause: Clause) -> list[Name]:
    """The thing that the part of the sentence begins with, for a clause that only plans: X未设立，计划6月完成注册."""
    begin, _ = part_bounds(masked.text, clause.start)
    _, stop = clause_bounds(masked.text, begin)
    opening = _named(masked, begin, min(begin + _OPENING, stop))
    return [name for name in opening if name.kind in THINGS][:1] if stop < clause.start else []


def _named(masked: MaskedSentence, start: int, end: int) -> list[Name]:
    return [name for name in masked.names_in(start, end) if name.kind != "place" and not name.anaphor]
