"""Promises of one letter, and its reports on earlier ones: who will do what until when, clause by clause.

Cues are data (ontology/lexicon/commitment_cues.tsv). Precision before recall: a bare present-tense verb counts only
where it opens a sentence and is about something named or firm.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from corpus.records import Letter, Section, Span
from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue, Position
from ontology.time_words import time_pattern

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..figures.periods import lies_ahead, may_hold_time
from ..lists import MARK
from ..masked_letter import MaskedLetter
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, unspaced
from ..next_steps import announces
from ..records import Commitment
from ..status import (
    CLAUSE_END,
    clause_bounds,
    firm_statuses,
    holds_plan,
    is_imagined,
    part_bounds,
    read_status,
)
from ..times import only_says_when
from ..typed.actors import actors_at
from .accounts import (
    explains,
    is_development,
    is_effect,
    is_of_outsiders,
    is_prescribed,
    is_reason,
    is_tried_before,
    speaks_of_task,
    takes_up_proposal,
)
from .answers import answering
from .carried import behind_circumstance, carried, only_says_then, plan_before, with_its_verb
from .clause_cues import PLANS, cue_of, dated_result, holds_thing, is_told_of, words_of
from .clauses import Clause, clauses, cued_clauses, says_something
from .delays import is_former_plan, put_off, tells_delay
from .dues import due_of
from .frames import is_attributive, is_of_others, is_title, is_topic
from .objects import told_objects
from .past_work import tells_past_work
from .promisers import promiser
from .refusals import is_bare_reason, not_done_behind, refuses_nothing
from .task_tables import task_promises
from .told_otherwise import is_told_otherwise
from .verbs import only_says_how, only_says_who, verb_place
from .wording import cue_words, what_start
from .words import (
    end_of_promise,
    has_any,
    says_no_promise,
    speaks_of_promise,
    sums_up_proposal,
    tells_account,
    waiting_cues,
)

_ZONES = frozenset({"opening", "body", "heading", "closing"})
_MARK = re.compile(MARK)
_STATED = re.compile("了|[是有虽]|(?<![0-9今本])年[底末](?!前|之前|以前)")
"""What is told as so, or comes every year (年底按6%保底分红)."""
_SEVERAL = re.compile("：[^。]*；")
"""我局打算：…；…, a list without marks."""
_FACT = re.compile("了|[为是有](?!了)|已|规定|[时后]$")
_WHO = re.compile(f"[{ANY_NAME}{ANY_PLACE}我]")
_COUNT_ALONE = re.compile(r"[^，。；：\d]{2,8}\d+[个项件条]")
"""已兑现3项, 正在推进1项: how many there are tells of none of them."""
_NOT_IN_TIME = frozenset({"late", "missed"})
_BEHIND_TIME = ("时", "后")
_TOLD = CommitmentCue(cue="", status="done", position="reported", outcome="kept", needs="", unless_after=())
"""What the section tells, and no word of the sentence."""
_OPEN = CommitmentCue(
    cue="", status="ongoing", position="reported", outcome="missed", needs="", unless_after=()
)
"""The same, of what is not yet done."""
_DATED = CommitmentCue(cue="", status="planned", position="dated", outcome="", needs="", unless_after=())
"""A time ahead tells a plan in whatever words."""
_SOME = re.compile(r"[^，。；：]{0,4}?[\d两二三四五六七八九十几]+[件项条点]")
"""承诺的四件事: each is told for itself."""
_REPORTS: frozenset[Position] = frozenset({"reported"})


def commitments(letter: MaskedLetter) -> tuple[Commitment, ...]:
    """Return the promises of a letter and its reports on earlier ones, in text order.

    Ids are `<letter_id>.c<offset>`. `due` is as precise as printed; `responsible` is who is said to lead, else the
    actor, else the issuing department.
    """
    reporting = _sections_headed(letter.linked.letter, lambda heading: has_any(heading, "heading"))
    summing_up = _sections_headed(letter.linked.letter, sums_up_proposal)
    accounts = _sections_headed(letter.linked.letter, tells_account)
    found: list[Commitment] = []
    goes_on = False  # the sentence before tells of an earlier promise
    behind_request = answering(letter.linked.letter)
    tasks = task_promises(letter)
    for each in letter.sentences:
        sentence = each.whole.sentence
        if sentence.zone not in _ZONES or sentence.section_id in summing_up:
            continue
        if sentence.zone == "heading" and sentence.section_id in accounts:
            continue
        if sentence.sentence_id in tasks:
            found.extend(one for one in tasks[sentence.sentence_id] if _stands_in(one, each.cell))
            continue
        if each.cell and not CLAUSE_END.search(each.whole.text):
            continue
        governing, reports = letter.governed.get(sentence.sentence_id, ""), sentence.section_id in reporting
        spoken = speaks_of_promise(each.whole.text)
        reports = reports or spoken or goes_on
        goes_on = spoken
        answers = sentence.sentence_id in behind_request
        promised = list(_of_sentence(letter.linked, each.whole, governing, reports=reports, answers=answers))
        told = {found.span.start for found in promised}
        promised += _refused_for_reasons(letter.linked, each.whole, governing, told)
        if governing and not promised:
            promised = list(_plain_item(letter.linked, each.whole, governing))
        promised += _plain_date(letter.linked, each.whole, governing, promised)
        if spoken and not any(found.outcome for found in promised):
            promised += _told_promise(letter.linked, each.whole, governing)
        if reports and not promised:
            promised = list(_plain_report(letter.linked, each.whole, governing))
        if not promised:
            continue
        promised = _one_per_clause(promised)
        promised.sort(key=lambda each: each.span.start)
        listed = announces(each.whole.text)
        found.extend(_without_circumstances(_one_report_each(promised), listed=listed))
    return tuple(found)


def _stands_in(promise: Commitment, cell: Span | None) -> bool:
    return cell is None or cell.start <= promise.span.start < cell.end


def _one_per_clause(promised: Iterable[Commitment]) -> list[Commitment]:
    """Return the first of those that one clause makes: what it refuses is no plan for the date that it names.

    Nothing of a clause that says for whom and the one that says what (对X，给予Y) is told again.
    """
    first: dict[str, Commitment] = {}
    for each in promised:
        first.setdefault(each.commitment_id, each)
    spans = [each.span for each in first.values()]
    return [each for each in first.values() if not any(_is_end_of(each.span, span) for span in spans)]


def _is_end_of(span: Span, other: Span) -> bool:
    return other.start < span.start < span.end <= other.end


def _one_report_each(promised: list[Commitment]) -> list[Commitment]:
    """Leave out what a plan of its sentence waits for (已提交市政府审定，争取年内出台); what came late was not kept."""
    if any(each.outcome in _NOT_IN_TIME for each in promised):
        promised = [each for each in promised if each.outcome != "kept"]
    if any(each.outcome == "refused" for each in promised):
        promised = [each for each in promised if each.outcome != "missed"]
    if not any(each.status == "planned" for each in promised):
        return promised
    return [each for each in promised if each.cue not in waiting_cues()]


def _without_circumstances(promised: list[Commitment], *, listed: bool) -> Iterator[Commitment]:
    """Leave out how a thing will be done (将以督办为契机，…) or when, unless its sentence promises nothing else.

    Where what will be done is `listed` behind it (将会同有关部门做好以下工作：), nothing of it is left. Under whom
    something is done (将会同甲局，在乙厅指导下，…) is no promise in any sentence.
    """
    promised = [each for each in promised if each.what]
    plain = [each for each in promised if not _is_circumstance(each)]
    said = {each.status for each in plain}
    return (each for each in promised if each in plain or (each.status not in said and not listed))


def _is_circumstance(promise: Commitment) -> bool:
    """Whether a promise is nothing but how or when; 条件成熟时 is a cue of plans and a time as well."""
    when = promise.what == promise.cue and promise.cue.endswith(_BEHIND_TIME)
    return when or any(says(promise.what) for says in (only_says_how, only_says_when, only_says_then))


def _of_sentence(
    linked: LinkedLetter, masked: MaskedSentence, governing: str, *, reports: bool, answers: bool
) -> Iterator[Commitment]:
    text, soft_taken = masked.text, False
    in_title = is_title(linked.letter, masked)
    of_sentence = governing
    for clause in cued_clauses(text, _unheeded(text, governing, reports=reports)):
        governing = of_sentence or plan_before(text, clause.start)
        found = cue_of(masked, clause, governing, reports=reports, answers=answers)
        found = found or dated_result(linked, text, clause)
        if found is None or says_no_promise(text[clause.start : clause.end]):
            continue
        if is_topic(linked.letter, masked):
            return
        cue, position = found
        told = is_told_otherwise(linked, masked, clause, cue, position)
        if told or _reports_nothing(linked, text, clause, cue, position):
            continue
        if cue.outcome == "late":
            cue = put_off(cue, text, position, linked.letter.header.date)
        if _is_barred(linked, masked, clause, cue, position):
            continue
        if not cue.outcome and is_effect(text, clause.start, position, plans=cue.position == "anywhere"):
            continue
        of_else = not (governing or cue.outcome) and _tells_of_else(linked, masked, clause, cue, position)
        if of_else or (in_title and not _may_stand_in_title(masked, clause, cue, position)):
            continue
        if cue.position == "soft":
            if soft_taken or tells_past_work(masked, clause, position, linked.letter.header.date):
                continue
            soft_taken = True
        yield _commitment(linked, masked, clause, cue, position, governing)
        for following in behind_circumstance(text, clause, cue, position):
            yield _commitment(linked, masked, following, carried(cue), following.start, governing)


def _refused_for_reasons(
    linked: LinkedLetter, masked: MaskedSentence, governing: str, told: Collection[int]
) -> Iterator[Commitment]:
    """What was not done for a reason, in words that refuse nothing by themselves (因条件不成熟，X未列入计划)."""
    text = masked.text
    if not holds_word("reason", text, 0, len(text), unless="not_reason"):
        return
    for clause in cued_clauses(text):
        found = cue_of(masked, clause, governing, reports=False, answers=False)
        if found is None or found[0].outcome != "refused" or not is_bare_reason(text, clause, *found):
            continue
        refused = not_done_behind(text, clause)
        if refused is None or masked.span(refused.start, refused.end).start in told:
            continue
        if not _is_barred(linked, masked, refused, found[0], refused.start):
            yield _commitment(linked, masked, refused, found[0], refused.start, governing)


def _reports_nothing(linked: LinkedLetter, text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a report only counts (正在推进1项), or tells of a time that is still to come."""
    if cue.status != "planned" and _COUNT_ALONE.fullmatch(text, at, clause.end):
        return True
    return cue.position == "reported" and _is_still_to_come(linked, text, at)


def _is_still_to_come(linked: LinkedLetter, text: str, at: int) -> bool:
    """Whether the clause at a place, or a time right before it, lies ahead (9月底前，《X》过审并印发)."""
    start, end = clause_bounds(text, at)
    before, stop = clause_bounds(text, max(start - 1, 0))
    start = before if only_says_when(text[before:stop]) else start
    return lies_ahead(text[start:end], linked.letter.header.date)


def _unheeded(text: str, governing: str, *, reports: bool) -> frozenset[Position]:
    """The positions whose cues say nothing in a sentence: plans where nothing plans, reports where none is made."""
    plans = frozenset() if governing or holds_plan(text) else PLANS
    return plans if reports else plans | _REPORTS


def _is_barred(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int
) -> bool:
    """Whether what the cue says is thought, others' to do, a mere description, or how a thing will be done."""
    text = masked.text
    late_on_plan = cue.outcome == "late" and is_former_plan(text, part_bounds(text, at)[0], at)
    if (is_imagined(text, at) and not late_on_plan) or not _is_own(linked, masked, cue, at):
        return True
    in_reason = cue.status == "ongoing" and not cue.outcome and is_reason(text, clause.start, clause.end)
    if in_reason or (cue.outcome == "refused" and refuses_nothing(text, clause, cue, at)):
        return True
    announces = text.startswith("：", clause.end) and cue.outcome != "refused"  # 难以照办：X归省里管
    if announces or is_attributive(text, at) or takes_up_proposal(text, clause.start, clause.end):
        return True
    if cue.position == "governed" and only_says_how(
        text[verb_place(text, clause.start, clause.end) : clause.end]
    ):
        return True
    return not cue.outcome and is_of_others(linked.letter, masked, at)


def _tells_of_else(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int
) -> bool:
    """Whether a cue tells what others do, what rules demand, what was tried, or what comes of itself."""
    text, date = masked.text, linked.letter.header.date
    if is_development(text, at, clause.end) or explains(text, at):
        return True
    if cue.position == "governed" or lies_ahead(words_of(masked, clause), date):
        return False
    tried = cue.cue.startswith(clause_words()["striving"]) and is_tried_before(
        text, clause.start, at, clause.end
    )
    others = cue.cue not in clause_words()["planning"] and is_of_outsiders(masked, at)
    return tried or others or (cue.position != "soft" and is_prescribed(masked, at))


def _plain_item(linked: LinkedLetter, masked: MaskedSentence, governing: str) -> Iterator[Commitment]:
    """The first clause of an item of a plan in whatever words: 三是月底前添置果皮箱40个."""
    text = masked.text
    begun = _MARK.match(text) or _SEVERAL.search(text) or text.startswith(governing)
    if not begun or is_title(linked.letter, masked) or is_topic(linked.letter, masked):
        return
    cue = CommitmentCue(
        cue=governing, status="planned", position="governed", outcome="", needs="", unless_after=()
    )
    for clause in clauses(text):
        at = verb_place(text, clause.start, clause.end)
        words = text[at : clause.end]
        if (
            governing in words
            or not says_something(words)
            or says_no_promise(words)
            or _tells_a_fact(text, at, clause.end, governing)
        ):
            continue
        if not _is_barred(linked, masked, clause, cue, at):
            yield _commitment(linked, masked, clause, cue, at, governing)
            return


def _plain_date(
    linked: LinkedLetter, masked: MaskedSentence, governing: str, promised: Sequence[Commitment]
) -> Iterator[Commitment]:
    """The first clause with a time ahead of the letter, in whatever words: 明年一季度收治首例患者; 年底前，补签协议.

    Where something is `promised` already in a part of the sentence, only a clause that begins with a time of its own.
    """
    text, date = masked.text, linked.letter.header.date
    if not date or not may_hold_time(text) or is_title(linked.letter, masked):
        return
    if is_topic(linked.letter, masked):
        return
    timed = False
    planned = [
        bisect_left(masked.offsets, found.span.start) for found in promised if found.status == "planned"
    ]
    taken = {part_bounds(text, at) for at in planned}
    for clause in clauses(text):
        words = text[clause.start : clause.end]
        if taken and part_bounds(text, clause.start) in taken:
            own = not any(clause.start <= at < clause.end for at in planned)
            if not (own and (timed or time_pattern().match(words))):
                timed = False
                continue
        ahead = lies_ahead(words, date) and not _tells_no_plan(text, clause)
        if not (ahead or timed):
            continue
        if only_says_when(words):
            timed = ahead
            continue
        if timed and only_says_who(text, clause.start, clause.end):
            continue
        told, timed = ahead or timed, False
        if not told or not says_something(words) or says_no_promise(words):
            continue
        if is_of_outsiders(masked, clause.end - 1):
            continue
        if not _is_barred(linked, masked, clause, _DATED, clause.end - 1):
            yield _commitment(linked, masked, clause, _DATED, clause.start, governing)
            return


def _tells_no_plan(text: str, clause: Clause) -> bool:
    """Whether a clause with a time tells what was done or is so, or its part of the sentence what was once said."""
    start, end = part_bounds(text, clause.start)
    others = {*firm_statuses(text, clause.start, clause.end)} - {"planned"}
    words = text[clause.start : clause.end]
    told = others or _STATED.search(words) or tells_delay(words) or speaks_of_promise(text[: clause.end])
    told = told or speaks_of_task(text, clause.start, clause.end)  # 报名时间为9月
    return bool(told) or holds_word("earlier", text, start, end) or is_former_plan(text, start, clause.end)


def _plain_report(linked: LinkedLetter, masked: MaskedSentence, governing: str) -> Iterator[Commitment]:
    """The first clause on a thing in a section on earlier promises, in whatever words: X去年对外开放."""
    if is_title(linked.letter, masked) or is_topic(linked.letter, masked):
        return
    for clause in clauses(masked.text):
        if is_told_of(masked, clause, governing):
            yield _commitment(linked, masked, clause, _TOLD, clause.start, governing)
            return


def _told_promise(linked: LinkedLetter, masked: MaskedSentence, governing: str) -> Iterator[Commitment]:
    """What became of an earlier promise that the sentence names, in whatever words (去年承诺的“X”，目前挂牌113个)."""
    text = masked.text
    said = end_of_promise(text)
    if said < 0 or is_title(linked.letter, masked) or _SOME.match(text, said):
        return
    for clause in clauses(text):
        if clause.start < said or not says_something(words_of(masked, clause)):
            continue
        left = holds_word("left_over", text, clause.start, len(text))
        done = "done" in firm_statuses(text, clause.start, clause.end)
        if (left or done) and not _COUNT_ALONE.fullmatch(text, clause.start, clause.end):
            yield _commitment(linked, masked, clause, _OPEN if left else _TOLD, clause.start, governing)
            return


def _tells_a_fact(text: str, start: int, end: int, governing: str) -> bool:
    """Whether a clause of a plan tells what is or was (…为主管部门, 已…), or only when or where."""
    told = read_status(text, (start, start), "", governing=governing).status != "planned"
    return told or bool(_FACT.search(text, start, end)) or text.startswith("在", start)


def _may_stand_in_title(masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a heading promises by itself: about a thing that it names, or in the words of who will (三、我局将…)."""
    if holds_thing(masked, clause) or (cue.outcome and masked.text.endswith("。")):
        return True
    return cue.position == "anywhere" and bool(_WHO.search(masked.text, clause.start, at))


def _is_own(linked: LinkedLetter, masked: MaskedSentence, cue: CommitmentCue, at: int) -> bool:
    """Whether the writer's side does what the cue says, where the cue asks for that: 某馆探索X is no plan of ours."""
    if cue.needs != "own":
        return True
    acting = actors_at(masked, at)
    others = (name for name in acting.names if name.kind == "organisation" and not name.anaphor)
    return not any(linked.issuer not in name.node_ids for name in others)


def _commitment(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int, governing: str
) -> Commitment:
    letter, sentence = linked.letter, masked.sentence
    clause = with_its_verb(masked.text, clause, at)
    span = masked.span(clause.start, clause.end)
    promising = promiser(linked, masked, at, outcome=cue.outcome)
    leader = _leader_behind().match(masked.text, clause.end)
    leader = leader or _leader_pattern().search(masked.text, 0, clause.end)
    responsible = masked.names[leader["who"]].node_ids[:1] if leader else ()
    date = linked.letter.header.date
    body = masked.span(what_start(masked.text, clause, cue, at, named=promising.basis == "named"), clause.end)
    objects = [node_id for name in told_objects(masked, clause, at, cue) for node_id in name.node_ids]
    return Commitment(
        commitment_id=f"{letter.letter_id}.c{span.start:05d}",
        letter_id=letter.letter_id,
        actor=promising.actor,
        responsible=responsible[0] if responsible else promising.actor or linked.issuer or "",
        responsible_basis="named" if responsible else promising.basis,
        what=unspaced(letter.text, body),
        object_ids=tuple(dict.fromkeys((*objects, *promising.along))),
        status=cue.status,
        outcome=cue.outcome,
        cue=cue_words(cue, governing),
        due=due_of(masked.text, clause, cue, at, date) if not cue.outcome or cue.status == "planned" else "",
        date=date,
        section_id=sentence.section_id or "",
        sentence_id=sentence.sentence_id,
        span=span,
        quote=sentence.span,
    )


def _sections_headed(letter: Letter, announces: Callable[[str], bool]) -> frozenset[str]:
    """The sections whose heading, or whose outer section's heading, announces what is asked for."""
    by_id: dict[str, Section] = {section.section_id: section for section in letter.sections}
    spans = [section.span for section in letter.sections if announces(section.heading)]
    return frozenset(
        section_id
        for section_id, section in by_id.items()
        if any(span.start <= section.span.start < span.end for span in spans)
    )


@cache
def _leader_behind() -> re.Pattern[str]:
    """，由甲公司负责实施: a clause of its own right behind a promise, which says who carries it out."""
    agent, carrying = any_clause_word("agent"), any_clause_word("carrying_out")
    return re.compile(rf"，(?:并|统一)?(?:{agent})(?P<who>[{ANY_NAME}])(?:{carrying})(?=[，。；]|$)")


@cache
def _leader_pattern() -> re.Pattern[str]:
    agent, leading = any_clause_word("agent"), any_clause_word("leading")
    return re.compile(rf"(?:{agent})(?P<who>[{ANY_NAME}])[^，。；]{{0,4}}?(?:{leading})")
