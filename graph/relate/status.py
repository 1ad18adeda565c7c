"""What is done, going on or planned: read from the cue in the clause, else from what governs it.

In this order: a plan in the clause itself, the nearest other strong cue, a
plan carried over from an earlier clause, a section about next steps, a weak cue, the verb's own default.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.clause_words import ClauseRole, clause_words
from ontology.cues import Position, Status, StatusCue, commitment_cues, status_cues
from ontology.tsv import any_word

from ..records import ClaimStatus
from .clause_roles import any_clause_word, holds_word
from .lists import ITEM, WITHIN
from .masking import ANY_NAME, ANY_PLACE, kind_class
from .wishes import is_behind_wish, is_topic, open_quote

CLAUSE_END = re.compile(r"[，。；！？,;：](?<!\d：(?=\d))")
"""What ends a clause; not the colon of a ratio (按6：4出资). It begins with one class, which `re` finds quickest."""
PART_MARKS = "；。"
"""What ends a part of a sentence: what is said before them does not govern what is said behind them."""
_NAME = re.compile(f"[{ANY_NAME}{ANY_PLACE}]")
_MEETING = "会"
"""The end of the name of a body or a meeting, of which no cue begins: 管委会将 is 将 behind 管委会."""
_BEFORE_OBJECT = frozenset({"", "并", "可", "再"})
ITEM_MARK = re.compile(WITHIN)


class StatusReading(msgspec.Struct, frozen=True):
    """A status with the cue that says it; the cue is empty where the verb alone decides."""

    status: ClaimStatus
    cue: str = ""


class FoundCue(msgspec.Struct, frozen=True):
    """A status cue at a place in a masked text (half-open range)."""

    cue: StatusCue
    start: int
    end: int


class _CuePlace(msgspec.Struct, frozen=True):
    """A place where the word of a status cue stands; whether it is one there, or `another` word (虚拟)."""

    found: FoundCue
    another: bool


def clause_bounds(text: str, position: int) -> tuple[int, int]:
    """Return the clause around `position` as a half-open range: between two marks of ，。；：."""
    marks = clause_marks(text)
    following = bisect_left(marks, position)
    start = marks[following - 1] + 1 if following else 0
    return start, marks[following] if following < len(marks) else len(text)


def is_imagined(text: str, position: int) -> bool:
    """Return whether what stands at `position` is only thought, asked or wished for by others, or was given up."""
    if any(start < position <= end for start, end in _advised_clauses(text)) or is_topic(text, position):
        return True
    if not _may_be_imagined(text):
        return False
    clause, clause_end = clause_bounds(text, position)
    part, end = part_bounds(text, position)
    about = text.find("关于", clause, position) >= 0
    return (
        holds_word("wished", text, _behind_proposal(text, clause, position), position)
        or _wished_in_quotes(text, position)
        or is_behind_wish(text, part, position)
        or _asking_pattern(ordering=about).search(text, position, clause_end) is not None
        or _unreal_pattern().search(text, part, position) is not None
        or holds_word("dropped", text, position, end)
    )


@cache
def _unreal_pattern() -> re.Pattern[str]:
    """What was once planned (原计划), but not what came of it, measured by the plan (较原计划提前40天)."""
    compared = "".join(f"(?<!{re.escape(word)})" for word in clause_words()["base"])
    return re.compile(f"{compared}{any_clause_word('unreal')}")


def _wished_in_quotes(text: str, position: int) -> bool:
    """Whether a quotation behind words that wish is still open (您提出的“对X进行翻新，新建Y”收悉, 您建议：“新建Y”)."""
    opened = open_quote(text, position)
    if opened < 0:
        return False
    clause, _ = clause_bounds(text, opened)
    if 0 < clause == opened:
        clause, _ = clause_bounds(text, opened - 1)
    return holds_word("wished", text, clause, opened)


def _behind_proposal(text: str, clause: int, position: int) -> int:
    """Where a clause goes on behind the proposal that it names (您提出的…建议由我局会同X办理), else its start."""
    ends = [named.end() for named in _proposal_pattern().finditer(text, clause, position)]
    return ends[-1] if ends else clause


@cache
def _proposal_pattern() -> re.Pattern[str]:
    asked = any_clause_word("asked")
    return re.compile(f"(?:{asked})[》”]?(?:[（(][^）)]*[）)])?(?=由|经|已|收悉)")


def is_untrue(text: str, position: int) -> bool:
    """Return whether what stands at `position` is denied, supposed, only thought or wished for, or given up."""
    clause, _ = clause_bounds(text, position)
    denied = text.endswith(clause_words()["denying"], clause, position)
    denied = denied or holds_word("supposing", text, part_bounds(text, position)[0], position)
    return denied or is_imagined(text, position) or holds_word("negation", text, clause, position)


def is_quoted(text: str, position: int) -> bool:
    """Return whether `position` stands in “…” that tells what a paper or a meeting says, or how: 明确提出“建设X”."""
    opened = open_quote(text, position)
    if opened < 0:
        return False
    closed = text.find("”", position) + 1
    of_way = closed > 0 and text.startswith(clause_words()["way"], closed)  # 以“政企合办”方式运营X
    return of_way or text.endswith(clause_words()["quoting"], 0, opened)


@lru_cache(maxsize=512)
def _may_be_imagined(text: str) -> bool:
    """Whether a sentence holds any of the words that `is_imagined` asks for: few do."""
    return bool(_imagining_pattern().search(text))


@cache
def _asking_pattern(*, ordering: bool) -> re.Pattern[str]:
    """…的建议, …的意见: a word that asks, or one that orders as well; 您的建议 is something to take up."""
    words = (*clause_words()["asked"], *(clause_words()["ordered"] if ordering else ()))
    asking = "".join(f"(?<!{re.escape(word)})" for word in clause_words()["asking"])
    return re.compile(f"{asking}的{any_word(words)}")


@lru_cache(maxsize=512)
def _advised_clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where somebody is advised, up to the end of the clause."""
    if not holds_word("advising", text, 0, len(text)):
        return ()
    return tuple(
        (each.start(), clause_bounds(text, each.end())[1]) for each in _advised_pattern().finditer(text)
    )


@cache
def _advised_pattern() -> re.Pattern[str]:
    """建议甲设立X, 建议由甲牵头制定X: somebody is advised to; 您的建议 is something to take up."""
    own = "".join(f"(?<!{re.escape(word)})" for word in ("的", "该", "此", "本", *clause_words()["asking"]))
    whom = rf"(?:由|请|贵.|{any_clause_word('outsider', 'joint')})*[{ANY_NAME}{ANY_PLACE}]"
    return re.compile(rf"{own}{any_clause_word('advising')}{whom}")


@cache
def _imagining_pattern() -> re.Pattern[str]:
    roles: tuple[ClauseRole, ...] = ("wished", "asked", "ordered", "unreal", "dropped")
    return re.compile("|".join(re.escape(word) for role in roles for word in clause_words()[role]))


def part_bounds(text: str, position: int) -> tuple[int, int]:
    """Return the part of the sentence around `position` as a half-open range: between two marks of ；。."""
    marks = _part_marks(text)
    following = bisect_left(marks, position)
    start = marks[following - 1] + 1 if following else 0
    return start, marks[following] if following < len(marks) else len(text)


@lru_cache(maxsize=512)
def _part_marks(text: str) -> tuple[int, ...]:
    """Return where the marks stand that end a part of a sentence."""
    return tuple([at for at in clause_marks(text) if text[at] in PART_MARKS])


@lru_cache(maxsize=512)
def clause_marks(text: str) -> tuple[int, ...]:
    """Return where the marks stand that end a clause; the sentence at hand is asked about many times."""
    return tuple([mark.start() for mark in CLAUSE_END.finditer(text)])


def find_cues(text: str, start: int, end: int) -> tuple[FoundCue, ...]:
    """Return the cues in [start, end) from left to right, the longest at each place, none inside another."""
    found: list[FoundCue] = []
    position = start
    for place in _cue_places(text):
        cue = place.found
        if cue.start >= end:
            break
        if cue.start < position or cue.end > end:
            continue
        position = cue.end
        if not place.another:
            found.append(cue)
        elif text.startswith(_MEETING, cue.start):
            position = cue.start + len(_MEETING)
    return tuple(found)


def firm_statuses(text: str, start: int, end: int) -> list[Status]:
    """Return what the cues in [start, end) say, from left to right; a weak cue says nothing by itself."""
    return [each.cue.status for each in find_cues(text, start, end) if not each.cue.weak]


def holds_plan(text: str) -> bool:
    """Return whether a word of plans stands in a text: where none does, `read_status` finds no plan by itself."""
    return any(place.found.cue.status == "planned" for place in _cue_places(text))


def is_other_word(text: str, at: int, word: str) -> bool:
    """Return whether a status cue's word at a place of a masked text is another word there (经认真研究, 虚拟)."""
    places = _cue_places(text)
    return any(
        place.another and place.found.end - at == len(word)
        for place in places[bisect_left(places, at, key=_begin) : bisect_right(places, at, key=_begin)]
    )


def _begin(place: _CuePlace) -> int:
    return place.found.start


@lru_cache(maxsize=512)
def _cue_places(text: str) -> tuple[_CuePlace, ...]:
    """Every place of a cue's word in a text, of those that begin alike the longest first.

    The sentence at hand is asked about many times, and for parts of it: there, another of two words that overlap may
    be the first.
    """
    cues, automaton = _cue_words()
    hits = automaton.find_overlapping(text)
    if not hits:
        return ()
    places = sorted((start, -end, word) for start, end, word in hits)
    return tuple(
        _CuePlace(FoundCue(cues[word], start, -end), _is_another(text, start, -end, cues[word]))
        for start, end, word in places
    )


def _is_another(text: str, start: int, end: int, cue: StatusCue) -> bool:
    return (
        text[max(0, start - 4) : start].endswith(cue.unless_after)
        or text.startswith(cue.unless_before, end)
        or _marks_object(text, end, cue)
    )


def _marks_object(text: str, end: int, cue: StatusCue) -> bool:
    """Whether the cue is the 将 that marks an object: 将X纳入Y; behind 首次 or nothing, where no verb follows."""
    if not cue.object_verbs:
        return False
    start, stop = clause_bounds(text, end)
    rest = text[end:stop]
    words = clause_words()
    if rest.startswith(words["future"]):
        return False
    if cue.cue in words["marking"] and _NAME.match(rest):
        return True
    if any(rest.find(verb) > 0 for verb in words["naming"]):
        return True
    told = _names_duty(rest, cue) or holds_word("past", text, part_bounds(text, start)[0], end)
    if _begins_with_act(rest) and not told:
        return False
    before = text[start : end - len(cue.cue)]
    marks = cue.cue in words["marking"] and (
        before in _BEFORE_OBJECT or before.endswith(words["before_marking"])
    )
    return marks or any(rest.find(verb) > 0 for verb in cue.object_verbs)


def _begins_with_act(rest: str) -> bool:
    """Whether a verb of plans follows a 将, and no noun made of one (将保障性住房列入清单)."""
    verb = _promising_pattern().match(rest)
    return verb is not None and not rest.startswith("性", verb.end())


def _names_duty(rest: str, cue: StatusCue) -> bool:
    """Whether a verb behind 将 is part of a duty that is handed over or ranked (将制定规划工作列入考核)."""
    if rest.startswith(clause_words()["causative"]):
        return False
    ends = (at + len(duty) for duty in clause_words()["duty"] if (at := rest.find(duty)) > 0)
    return any(rest.startswith(cue.object_verbs, end) for end in ends)


def read_status(
    text: str, verb: tuple[int, int], default: ClaimStatus, *, governing: str = "", settled: bool = False
) -> StatusReading:
    """Return the status of the verb at the range `verb` of a masked sentence; the verb may be a cue itself.

    `governing` is the cue of a section or paragraph about next steps, empty where there is none; `settled` verbs
    keep their default against weak cues (积极参与 is done).
    """
    own: tuple[FoundCue, ...] = ()
    carried = ""
    if governing and (_has_happened(text, verb) or _reports(text, clause_bounds(text, verb[0])[0])):
        governing = ""
    if _cue_places(text):
        clause, _ = clause_bounds(text, verb[0])
        start = _behind_proposal(text, clause, verb[0])
        own, carried = find_cues(text, start, verb[1]), _carried(text, clause)
    if carried or governing:
        own = tuple(each for each in own if each.cue.cue not in _accomplished() or _tells(text, each))
    strong = [each.cue for each in _without_drafts(text, own) if not each.cue.weak]
    if governing and strong and all(map(_may_be_planned, strong)) and not _is_told_as_done(text, own[-1].end):
        strong = []  # 下一步：建成X
    if strong:
        said = next((cue for cue in strong if cue.status == "planned"), strong[-1])
        return StatusReading(status=said.status, cue=said.cue)
    if carried or governing:
        return StatusReading(status="planned", cue=carried or governing)
    if own and not settled:
        return StatusReading(status=own[-1].cue.status, cue=own[-1].cue.cue)
    return StatusReading(status=default)


def _has_happened(text: str, verb: tuple[int, int]) -> bool:
    """Whether 了 stands behind a verb, or behind one of founding in its clause: 目前，甲联合乙组建了X."""
    end = clause_bounds(text, verb[1])[1]
    return text.startswith("了", verb[1]) or _founded_pattern().search(text, verb[1], end) is not None


@cache
def _founded_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('founding')}了")


def goes_on_before(text: str, start: int, at: int) -> bool:
    """Return whether a clause tells, before a place, that what stands there is being done (正会同甲研究制定X)."""
    return any(_is_progressive(each) for each in find_cues(text, start, at))


def _is_progressive(found: FoundCue) -> bool:
    return found.cue.status == "ongoing" and found.cue.cue.startswith(clause_words()["progressive"])


def _without_drafts(text: str, own: Sequence[FoundCue]) -> Sequence[FoundCue]:
    """Leave out what tells a plan by itself where it is going on: 正会同甲研究制定X, not 正会同甲研究设立X."""
    if len(own) <= 1:
        return own
    begun = next((number for number, each in enumerate(own) if _is_progressive(each)), len(own))
    drafting = clause_words()["drafting"]
    return [
        each
        for number, each in enumerate(own)
        if number <= begun or not text.startswith(drafting, each.start)
    ]


@lru_cache(maxsize=512)
def _reports(text: str, clause: int) -> bool:
    """Whether a clause, in a section of plans, tells what was done, by a part that says so with 已 or …以来，.

    It begins with who did it, and plans nothing. What was done already may be what a plan goes on from
    (推广已形成的经验; 甲局已同意，设立X), or how far it has come (一是出台X，目前已完成征求意见).
    """
    start, stop = part_bounds(text, clause)
    cues = find_cues(text, start, stop)
    if any(each.cue.status == "planned" and not each.cue.weak for each in cues):
        return False
    if _since_pattern().match(text, start, stop):
        return True
    acting = _acting_pattern().match(text, start, stop) is not None
    told = (each for each in cues if each.start >= clause and each.cue.cue in _accomplished())
    return acting and any(_tells(text, each) for each in told)


@cache
def _acting_pattern() -> re.Pattern[str]:
    """甲局…, （三）乙市与丙大学…, 我们…, 您提出…, 其中，甲平台…: a part that begins with who acts or asked."""
    actors = kind_class("organisation", "place")
    among = rf"其中，(?=[{kind_class('platform', 'fund')}])[{kind_class('platform', 'fund')}]"
    return re.compile(rf"(?:{ITEM})?(?:{among}|[{actors}]|{any_clause_word('self', 'asker')})")


@cache
def _accomplished() -> frozenset[str]:
    return frozenset(clause_words()["accomplished"])


def _tells(text: str, found: FoundCue) -> bool:
    """Whether a word of what is done tells that, and no more than what a plan is about (在已有X旁, 推广已有的X)."""
    clause, _ = clause_bounds(text, found.start)
    if _attribute_pattern().match(text, found.end) or holds_word("ground", text, clause, found.start):
        return False
    return _promising_pattern().search(text, clause, found.start) is None


@cache
def _since_pattern() -> re.Pattern[str]:
    """自2021年以来，…, 近年来，…: begins what is an account."""
    return re.compile(rf"(?:{ITEM})?[^，。；：]{{0,14}}(?:以来|年来)，")


@cache
def _attribute_pattern() -> re.Pattern[str]:
    """已出台的X, 已建成运行的5个站点."""
    return re.compile(r"[^，。；：]{1,10}?的")


def _may_be_planned(cue: StatusCue) -> bool:
    return cue.result or cue.cue in result_words()


def _is_told_as_done(text: str, end: int) -> bool:
    """Whether the word that ends here has 了 behind it, or what follows in its part reports (建成X，累计发放Y份)."""
    if text.startswith("了", end):
        return True
    following = find_cues(text, end, part_bounds(text, end)[1])
    return any(each.cue.status == "done" and not (each.cue.weak or each.cue.result) for each in following)


@cache
def result_words() -> frozenset[str]:
    """Return the words of results that are planned as well as done: 建成."""
    return frozenset(cue.cue for cue in commitment_cues("dated"))


def _carried(text: str, before: int) -> str:
    """A plan of an earlier clause of the same part (up to ；) that still holds, or the empty string."""
    begin = max(text.rfind("；", 0, before), text.rfind("。", 0, before)) + 1
    for each in reversed(find_cues(text, begin, before)):
        if each.cue.weak or (each.cue.status == "done" and _is_of_time(text, each.end)):
            continue
        if each.cue.status == "planned" and each.cue.reach == "sentence":
            return each.cue.cue
        if each.cue.status != "planned":
            return ""
    return ""


def _is_of_time(text: str, position: int) -> bool:
    """Whether the clause only says when: 在新馆建成时，…, 批复后，…; what it tells of is then not done yet."""
    _, end = clause_bounds(text, position)
    return text.endswith(("时", "后"), position, end)


@cache
def _promising_pattern() -> re.Pattern[str]:
    """The verbs of promises, in the order in which they are tried."""
    positions: tuple[Position, ...] = ("governed", "initial", "anywhere")
    cues = (cue.cue for position in positions for cue in commitment_cues(position))
    return re.compile("|".join(map(re.escape, cues)))


@cache
def _cue_words() -> tuple[Sequence[StatusCue], CharwiseDoubleArrayAhoCorasick]:
    """The status cues, and what finds their words."""
    cues = {cue.cue: cue for cue in status_cues()}
    return tuple(cues.values()), CharwiseDoubleArrayAhoCorasick(list(cues))
