"""Promises of one letter, and its reports on earlier ones: who will do what until when, clause by clause.

Cues are data (ontology/lexicon/commitment_cues.tsv). Precision before recall: a bare present-tense verb counts only
where it opens a sentence and is about something named or firm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from corpus.records import Letter, Section
from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue, Position

from ...records import LinkedLetter
from ..clause_roles import any_of
from ..figures.periods import lies_ahead
from ..lists import MARK
from ..masked_letter import MaskedLetter
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..records import Commitment
from ..status import (
    CLAUSE_END,
    find_cues,
    holds_plan,
    is_imagined,
    is_other_word,
    part_bounds,
    read_status,
)
from ..typed.actors import actors_at
from .accounts import (
    explains,
    is_development,
    is_effect,
    is_of_members,
    is_of_outsiders,
    is_of_people,
    is_prescribed,
    is_reason,
    is_tried_before,
    speaks_of_task,
    takes_up_proposal,
)
from .clauses import Clause, clauses, cued_clauses, says_something
from .delays import is_former_plan, is_put_off, put_off
from .dues import due_of, time_of_results
from .frames import (
    describes,
    has_results,
    is_attributive,
    is_of_others,
    is_title,
    is_told_as_past,
    is_topic,
)
from .promisers import promiser
from .verbs import means_pattern, only_says_how, only_says_when, verb_place, verb_places
from .wording import cue_words, what_start
from .words import has_any, has_needed, says_no_promise, sums_up_proposal

_ZONES = frozenset({"opening", "body", "heading", "closing"})
_SHORT = 22
_SOFT_CLAUSES = 2
"""Clauses at the beginning of a sentence in which a bare verb may promise something."""
_THINGS = frozenset({"fund", "platform", "policy"})
_MARK = re.compile(MARK)
_FACT = re.compile("了|[为是有](?!了)|已|规定|[时后]$")
_DONE_OR_SAID = re.compile("了|是(?!否)")
"""尽快解决停车难是众望: a clause about a plan; 探索了X: what was done."""
_COUNTED_AT_END = re.compile(r"\d[万亿]?[余多]?(?:[^\d，。；：]{1,4})?$")
"""实施改造工程150多个: a clause that ends in a count tells what was done."""
_WHO = re.compile(f"[{ANY_NAME}{ANY_PLACE}我]")
_TIME_ALONE = re.compile(
    r"(?:(?<=[，；：）])|^)(?:力争)?[到至]?(?:\d{4}年|今年|明年)(?:年?[底末]|上半年|下半年)?，$"
)
"""A clause that is nothing but a time: 到2027年底，…."""
_PLANS: frozenset[Position] = frozenset({"governed", "target"})
"""Positions of cues that make a clause a promise only where it is part of a plan."""
_REPORTS: frozenset[Position] = frozenset({"reported"})


def commitments(letter: MaskedLetter) -> tuple[Commitment, ...]:
    """Return the promises of a letter and its reports on earlier ones, in text order.

    Ids are `<letter_id>.c<offset>`. `due` is as precise as printed; `responsible` is who is said to lead, else the
    actor, else the issuing department.
    """
    reporting = _sections_headed(letter.linked.letter, lambda heading: has_any(heading, "heading"))
    summing_up = _sections_headed(letter.linked.letter, sums_up_proposal)
    found: list[Commitment] = []
    for each in letter.sentences:
        sentence = each.whole.sentence
        if sentence.zone not in _ZONES or sentence.section_id in summing_up:
            continue
        governing, reports = letter.governed.get(sentence.sentence_id, ""), sentence.section_id in reporting
        promised = list(_of_sentence(letter.linked, each.whole, governing, reports=reports))
        promised = promised or list(_plain_item(letter.linked, each.whole, governing))
        found.extend(_without_circumstances(promised))
    return tuple(found)


def _without_circumstances(promised: list[Commitment]) -> Iterator[Commitment]:
    """Leave out how a thing will be done (将以督办为契机，…) or when, unless its sentence promises nothing else."""
    plain = [each for each in promised if not (only_says_how(each.what) or only_says_when(each.what))]
    said = {each.status for each in plain}
    return (each for each in promised if each in plain or each.status not in said)


def _of_sentence(
    linked: LinkedLetter, masked: MaskedSentence, governing: str, *, reports: bool
) -> Iterator[Commitment]:
    text, soft_taken = masked.text, False
    in_title = is_title(linked.letter, masked)
    for clause in cued_clauses(text, _unheeded(text, governing, reports=reports)):
        found = _cue_of(masked, clause, governing, reports=reports) or _dated(linked, text, clause)
        if found is None or says_no_promise(text[clause.start : clause.end]):
            continue
        if is_topic(linked.letter, masked):
            return
        cue, position = found
        if cue.outcome == "late":
            cue = put_off(cue, text, position, _date(linked))
        if _is_barred(linked, masked, clause, cue, position):
            continue
        if not cue.outcome and is_effect(text, clause.start, position, plans=cue.position == "anywhere"):
            continue
        if not (governing or cue.outcome) and _tells_of_else(linked, masked, clause, cue, position):
            continue
        if in_title and not _may_stand_in_title(masked, clause, cue, position):
            continue
        if cue.position == "soft":
            if soft_taken:
                continue
            soft_taken = True
        yield _commitment(linked, masked, clause, cue, position, governing)


def _unheeded(text: str, governing: str, *, reports: bool) -> frozenset[Position]:
    """The positions whose cues say nothing in a sentence: plans where nothing plans, reports where none is made."""
    plans = frozenset() if governing or holds_plan(text) else _PLANS
    return plans if reports else plans | _REPORTS


def _is_barred(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int
) -> bool:
    """Whether what the cue says is thought, others' to do, a mere description, or how a thing will be done."""
    text = masked.text
    late_on_plan = cue.outcome == "late" and is_former_plan(text, part_bounds(text, at)[0], at)
    if (is_imagined(text, at) and not late_on_plan) or not _is_own(linked, masked, cue, at):
        return True
    if cue.outcome == "refused" and _refuses_nothing(text, clause, cue, at):
        return True
    if text[clause.end : clause.end + 1] == "：" or is_attributive(text, at):
        return True
    if takes_up_proposal(text, clause.start, clause.end):
        return True
    if cue.position == "governed" and only_says_how(
        text[verb_place(text, clause.start, clause.end) : clause.end]
    ):
        return True
    return not cue.outcome and is_of_others(linked.letter, masked, at)


def _refuses_nothing(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a refusal is a reason, or tells what people cannot do, or which of its kind a thing is (不成熟的地区)."""
    reason = cue.needs == "condition" and is_reason(text, clause.start, clause.end)
    of_kind = text.startswith("的", at + len(cue.cue))
    return reason or of_kind or is_of_people(text, clause.start, at)


def _tells_of_else(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int
) -> bool:
    """Whether a cue tells what others do, what rules demand, what was tried, or what comes of itself."""
    text, reply = masked.text, linked.letter.header.reply_date
    if is_development(text, at, clause.end) or explains(text, at):
        return True
    if cue.position == "governed" or (reply and lies_ahead(_words(masked, clause), reply.value)):
        return False
    tried = cue.cue.startswith(clause_words()["striving"]) and is_tried_before(
        text, clause.start, at, clause.end
    )
    others = cue.cue not in clause_words()["planning"] and is_of_outsiders(masked, at)
    return tried or others or (cue.position != "soft" and is_prescribed(masked, at))


def _plain_item(linked: LinkedLetter, masked: MaskedSentence, governing: str) -> Iterator[Commitment]:
    """The first clause of an item of a plan in whatever words: 三是月底前添置果皮箱40个."""
    text = masked.text
    begun = _MARK.match(text) or (governing and text.startswith(governing))
    if not governing or not begun or is_title(linked.letter, masked) or is_topic(linked.letter, masked):
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


def _tells_a_fact(text: str, start: int, end: int, governing: str) -> bool:
    """Whether a clause of a plan tells what is or was (…为主管部门, 已…), or only when or where."""
    told = read_status(text, (start, start), "", governing=governing).status != "planned"
    return told or bool(_FACT.search(text, start, end)) or text.startswith("在", start)


def _may_stand_in_title(masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a heading promises by itself: about a thing that it names, or in the words of who will (三、我局将…)."""
    if _things(masked, clause) or (cue.outcome and masked.text.endswith("。")):
        return True
    return cue.position == "anywhere" and bool(_WHO.search(masked.text, clause.start, at))


def _is_own(linked: LinkedLetter, masked: MaskedSentence, cue: CommitmentCue, at: int) -> bool:
    """Whether the writer's side does what the cue says, where the cue asks for that: 某馆探索X is no plan of ours."""
    if cue.needs != "own":
        return True
    acting = actors_at(masked, at)
    others = (name for name in acting.names if name.kind == "organisation" and not name.anaphor)
    return not any(linked.issuer not in name.node_ids for name in others)


def _cue_of(
    masked: MaskedSentence, clause: Clause, governing: str, *, reports: bool
) -> tuple[CommitmentCue, int] | None:
    """The cue that makes a clause a promise or a report on one, and where it stands; None where nothing does."""
    text = masked.text
    reported = _occurring(text, clause, "reported") if reports else []
    for cue, at in sorted((*_occurring(text, clause, "anywhere"), *reported), key=_precedence):
        kept = cue.position == "reported"
        if kept and (not _things(masked, clause) or is_former_plan(text, clause.start, at)):
            continue
        if cue.outcome == "late" and not is_put_off(text, cue, at, clause.end):
            continue
        if cue.outcome or _is_status_cue(text, clause, cue, at):
            return cue, at
    return _planned_verb(text, clause) or _by_status(masked, clause, governing) or _opening(text, clause)


def _planned_verb(text: str, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A first verb that says a plan (探索, 决定), unless its clause tells what was done: 探索推进X，取得成效."""
    first = _first(text, clause, "initial")
    if first is None or _DONE_OR_SAID.search(text, first[1], clause.end) or has_results(text, clause.start):
        return None
    return first


def _opening(text: str, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A word that begins a clause and makes all of it a plan: …，下一步组织验收."""
    begun = [each for each in _occurring(text, clause, "opening") if each[1] == clause.start]
    return begun[0] if begun else None


def _is_status_cue(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a cue stands in a cue of the same status there: 将 is none in 将X纳入Y."""
    cues = find_cues(text, clause.start, clause.end)
    return any(each.start <= at < each.end and each.cue.status == cue.status for each in cues)


def _by_status(masked: MaskedSentence, clause: Clause, governing: str) -> tuple[CommitmentCue, int] | None:
    """The cue that makes a clause a promise only because it is part of a plan, or tells of no time at all."""
    text = masked.text
    may_be_planned = bool(_PLANS & clause.cues.keys())
    may_be_soft = clause.number < _SOFT_CLAUSES and "soft" in clause.cues
    if not (may_be_planned or may_be_soft):
        return None
    verb = verb_place(text, clause.start, clause.end)
    status = read_status(text, (verb, verb), "", governing=governing).status
    if may_be_planned and status == "planned":
        planned = _first(text, clause, "governed") or _behind_place(text, clause) or _target(text, clause)
        if planned:
            return planned
    return _soft(masked, clause) if may_be_soft and status in {"", "ongoing"} else None


def _behind_place(text: str, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """The first verb of a plan behind where, for whom or with what it is to be done (在老城区增设泊位)."""
    at = verb_place(text, clause.start, clause.end)
    if not any(text.startswith(word, at, clause.end) for word in clause_words()["ground"]):
        return None
    verbs = [each for each in _occurring(text, clause, "governed") if each[1] > at + 1]
    return min(verbs, key=lambda each: each[1], default=None)


def _soft(masked: MaskedSentence, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A bare verb about something named or firm; 建设了X and 建设的X tell of what is there."""
    first = _first(masked.text, clause, "soft")
    if first is None or not (_names_anything(masked, clause) or has_any(_words(masked, clause), "firm")):
        return None
    if describes(masked.text, first[1], clause.end) or is_told_as_past(masked.text, clause.start, clause.end):
        return None
    text = masked.text
    if speaks_of_task(text, first[1], clause.end) or is_of_members(
        text, part_bounds(text, first[1])[0], clause.end
    ):
        return None
    words = _words(masked, clause)
    return None if "了" in words or _COUNTED_AT_END.search(words) else first


def _words(masked: MaskedSentence, clause: Clause) -> str:
    return masked.text[clause.start : clause.end]


def _precedence(found: tuple[CommitmentCue, int]) -> tuple[bool, bool, int]:
    """Reports on earlier promises first, then plans, then the cue that stands first."""
    cue, at = found
    return not cue.outcome, cue.status != "planned", at


def _target(text: str, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A number to be reached (到2023年，…突破3000台) in a part that is a plan."""
    reached = _occurring(text, clause, "target")
    return reached[0] if reached and any(map(str.isdigit, text[clause.start : clause.end])) else None


def _dated(linked: LinkedLetter, text: str, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A result at a time after the letter (要求到2025年建成40个), told as no fact."""
    reply = linked.letter.header.reply_date
    results = [
        each for each in _occurring(text, clause, "dated") if not is_former_plan(text, clause.start, each[1])
    ]
    if not results or reply is None:
        return None
    time = _TIME_ALONE.search(text, 0, clause.start)
    ahead = lies_ahead(text[time.start() if time else clause.start : clause.end], reply.value)
    if not (ahead or time_of_results(text, clause, results[0][0], reply.value)):
        return None
    told = [each for each in find_cues(text, clause.start, clause.end) if each.cue.status == "done"]
    open_ones = [(cue, at) for cue, at in results if all(each.start == at for each in told)]
    return open_ones[0] if open_ones else None


def _occurring(text: str, clause: Clause, position: Position) -> list[tuple[CommitmentCue, int]]:
    """The cues of a position that a clause holds, longest first, each where it stands first."""
    if position not in clause.cues:
        return []
    first: dict[int, tuple[CommitmentCue, int]] = {}
    for at, ranked in clause.cues[position].items():
        for rank, cue in ranked:
            if at + len(cue.cue) <= clause.end:
                first.setdefault(rank, (cue, at))
    return [
        (cue, at)
        for _, (cue, at) in sorted(first.items())
        if not text.endswith(cue.unless_after, 0, at)
        and has_needed(cue, text[at + len(cue.cue) : clause.end])
    ]


def _first(text: str, clause: Clause, position: Position) -> tuple[CommitmentCue, int] | None:
    """The cue of this position that the clause's first verb is, the longest; adverbs may stand before it."""
    standing = clause.cues.get(position)
    if standing is None:
        return None
    found = [
        (rank, at, cue)
        for at in verb_places(text, clause.start, clause.end)
        for rank, cue in standing.get(at, ())
    ]
    for _, at, cue in sorted(found, key=lambda each: each[:2]):
        if says_something(text[at + len(cue.cue) : clause.end]) and not is_other_word(text, at, cue.cue):
            return cue, at
    return None


def _commitment(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int, governing: str
) -> Commitment:
    letter, sentence = linked.letter, masked.sentence
    span = masked.span(clause.start, clause.end)
    actor, basis = promiser(linked, masked, at)
    leader = _leader_pattern().search(masked.text, 0, clause.end)
    responsible = masked.names[leader["who"]].node_ids[:1] if leader else ()
    date = _date(linked)
    body = masked.span(what_start(masked.text, clause, cue, at, named=basis == "named"), clause.end)
    objects = _objects(masked, clause, at, cue)
    return Commitment(
        commitment_id=f"{letter.letter_id}.c{span.start:05d}",
        letter_id=letter.letter_id,
        actor=actor,
        responsible=responsible[0] if responsible else actor or linked.issuer or "",
        responsible_basis="named" if responsible else basis,
        what="".join(letter.text[body.start : body.end].split()),
        object_ids=tuple(dict.fromkeys(node_id for name in objects for node_id in name.node_ids)),
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


def _date(linked: LinkedLetter) -> str:
    """The date of the reply, empty where it is not known."""
    return linked.letter.header.reply_date.value if linked.letter.header.reply_date else ""


def _objects(masked: MaskedSentence, clause: Clause, at: int, cue: CommitmentCue) -> list[Name]:
    """What the promise is about: the names behind its cue; of a report or a target, those before it as well.

    A short clause that names no thing (…，力争2022年底前投入使用) is about the last one of the first clause with any.
    """
    told_before = cue.outcome or cue.position in {"target", "dated"}
    own = _named(masked, clause.start if told_before else at, clause.end)
    says_what = clause.end - clause.start > _SHORT or has_any(masked.text[at : clause.end], "firm")
    if says_what or any(name.kind in _THINGS for name in own):
        return own
    begin = max(masked.text.rfind("；", 0, clause.start), masked.text.rfind("。", 0, clause.start)) + 1
    for mark in CLAUSE_END.finditer(masked.text, begin, clause.start):
        means = means_pattern().search(masked.text, begin, mark.start())
        things = [
            name
            for name in _named(masked, means.end() if means else begin, mark.start())
            if name.kind in _THINGS
        ]
        if things:
            return [*own, things[-1]]
    return own


def _named(masked: MaskedSentence, start: int, end: int) -> list[Name]:
    return [name for name in masked.names_in(start, end) if name.kind != "place" and not name.anaphor]


def _things(masked: MaskedSentence, clause: Clause) -> bool:
    return any(name.kind in _THINGS for name in masked.names_in(clause.start, clause.end))


def _names_anything(masked: MaskedSentence, clause: Clause) -> bool:
    return any(
        name.kind != "place" and not name.anaphor for name in masked.names_in(clause.start, clause.end)
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
def _leader_pattern() -> re.Pattern[str]:
    agent, leading = any_of("agent"), any_of("leading")
    return re.compile(rf"(?:{agent})(?P<who>[{ANY_NAME}])[^，。；]{{0,4}}?(?:{leading})")
