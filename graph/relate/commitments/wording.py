"""In which words a promise is told: where what is promised begins, and by which cue it is known."""

from __future__ import annotations

import re

from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue

from ..clause_roles import clause_pattern
from ..masking import ANY_NAME, ANY_PLACE
from ..status import ITEM_MARK, is_other_word
from ..typed.actors import lead_pattern
from .clauses import Clause, says_something
from .verbs import verb_place
from .words import is_bare_act, is_bare_act_in_time

_OF_TIME = re.compile(r"[^，。；：的]{2,6}的")
"""建成的, behind a time."""
_NAMES = re.compile(f"[“‘{ANY_NAME}{ANY_PLACE}”’、和与及]*[{ANY_NAME}{ANY_PLACE}][”’]?")
_BARE = 2
"""Characters of a verb without an object."""


def what_start(text: str, clause: Clause, cue: CommitmentCue, at: int, *, named: bool) -> int:
    """Return where the promised thing begins: behind 将, 拟 and their like, at a verb that is its own; reports whole.

    What is under way says nothing without its subject (二期正在办理手续), unless that is who acts, `named` elsewhere; a
    bare verb says nothing without even that (甲区正在筹建), nor without its time (近期将印发).
    """
    mark = ITEM_MARK.match(text, clause.start, at)
    whole = mark.end() if mark else clause.start
    if cue.outcome or cue.position in {"target", "dated"}:
        return whole
    if cue.position in {"soft", "governed"}:
        place = verb_place(text, clause.start, clause.end)
        return _marked(text, whole, place, clause.end)
    if text.startswith(clause_words()["backing_actor"], whole):
        return whole  # 支持甲医院争创X
    bare = clause.end - at - len(cue.cue) <= _BARE
    rest = text[at + len(cue.cue) : clause.end]
    if cue.status == "planned" and (is_bare_act(rest) or (at > whole and is_bare_act_in_time(rest))):
        return whole
    if is_under_way(cue) and (bare or not named) and not lead_pattern().fullmatch(text, whole, at):
        now = clause_pattern("now").match(text, whole, at)
        return now.end() if now else whole
    opens = cue.position == "opening" and says_something(rest)  # 下一步组织验收
    only_leads = len(cue.cue) == 1 and cue.cue in clause_words()["lead"]
    return at + len(cue.cue) if opens or only_leads else at


def _marked(text: str, whole: int, place: int, end: int) -> int:
    """Where a clause begins behind the 将 of its object: where a time or a name tells of that, it is no adverbial.

    将2005年前建成的小区纳入X, 将甲园列入Y, of which 甲园 does nothing.
    """
    marked = max((text.rfind(mark, whole, place) for mark in clause_words()["marking"]), default=-1)
    if marked < 0:
        return place
    named = _NAMES.fullmatch(text, marked + 1, place) and is_other_word(text, marked, text[marked])
    return marked + 1 if named or _OF_TIME.match(text, place, end) else place


def is_under_way(cue: CommitmentCue) -> bool:
    """Return whether a cue tells what is being done now, so that no time before it is one until when (正在)."""
    return cue.cue.startswith(clause_words()["progressive"])


def cue_words(cue: CommitmentCue, governing: str) -> str:
    """Return the words that a promise is known by, the governing ones first."""
    planned = governing and cue.status == "planned" and governing != cue.cue
    return f"{governing}/{cue.cue}" if planned else cue.cue
