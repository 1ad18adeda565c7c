"""Promises of one letter, and its reports on earlier ones: who will do what until when, clause by clause.

Cues are data (ontology/lexicon/commitment_cues.tsv). Precision before recall: a bare present-tense verb counts only
where it opens a sentence and is about something named or firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus.records import Letter, Section
from graph.records import LinkedLetter
from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue, Position, commitment_cues

from .actors import actors_at, implied_actor, lead_pattern
from .commitment_clauses import Clause, cued_clauses, says_something
from .masked_letter import MaskedLetter
from .masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from .periods import due_date, lies_ahead
from .records import Basis, Commitment
from .status import CLAUSE_END, find_cues, is_imagined, read_status

_ZONES = frozenset({"body", "heading", "closing"})
_SHORT = 22
_SOFT_CLAUSES = 2
"""Clauses at the beginning of a sentence in which a bare verb may promise something."""
_ACTORS = frozenset({"organisation", "place"})
_THINGS = frozenset({"fund", "platform", "policy"})
_PLANS: frozenset[Position] = frozenset({"governed", "target"})


def commitments(letter: MaskedLetter) -> tuple[Commitment, ...]:
    """Return the promises of a letter and its reports on earlier ones, in text order.

    Ids are `<letter_id>.c<offset>`. `due` is as precise as printed; `responsible` is who is said to lead, else the
    actor, else the issuing department.
    """
    reporting = _reporting_sections(letter.linked.letter)
    found: list[Commitment] = []
    for each in letter.sentences:
        sentence = each.whole.sentence
        if sentence.zone not in _ZONES:
            continue
        governing, reports = letter.governed.get(sentence.sentence_id, ""), sentence.section_id in reporting
        promised = list(_of_sentence(letter.linked, each.whole, governing, reports=reports))
        found.extend(_without_circumstances(promised))
    return tuple(found)


def _without_circumstances(promised: list[Commitment]) -> Iterator[Commitment]:
    """Leave out how a thing will be done (将以督办为契机，…), unless its sentence promises nothing else."""
    plain = [each for each in promised if not _circumstance_pattern().match(each.what)]
    said = {each.status for each in plain}
    return (each for each in promised if each in plain or each.status not in said)


def _of_sentence(
    linked: LinkedLetter, masked: MaskedSentence, governing: str, *, reports: bool
) -> Iterator[Commitment]:
    text, soft_taken = masked.text, False
    for clause in cued_clauses(text):
        found = _cue_of(masked, clause, governing, reports=reports) or _dated(linked, text, clause)
        if found is None or _says_no_promise(text[clause.start : clause.end]):
            continue
        if _is_topic(linked.letter, masked):
            return
        if is_imagined(text, found[1]) or not _is_own(linked, masked, *found):
            continue
        cue, position = found
        announces = text[clause.end : clause.end + 1] == "："
        if announces or (masked.sentence.zone == "heading" and not _things(masked, clause)):
            continue
        if cue.position == "soft":
            if soft_taken:
                continue
            soft_taken = True
        yield _commitment(linked, masked, clause, cue, position, governing)


def _says_no_promise(words: str) -> bool:
    """Whether a clause, by its form, thanks, closes, or says what is answered or announced."""
    return _has_any(words, "ending") or bool(_topic_pattern().match(words))


def _is_topic(letter: Letter, masked: MaskedSentence) -> bool:
    """Whether a short listed sentence (一是加大投入力度。) only announces what the rest of its paragraph says."""
    span = masked.sentence.span
    following = letter.text[span.end : span.end + 1]
    return following not in {"", "\n"} and bool(_announcing_pattern().match(masked.text))


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
        if cue.position == "reported" and not _things(masked, clause):
            continue
        if cue.outcome or _is_status_cue(text, clause, cue, at):
            return cue, at
    return _first(text, clause, "initial") or _by_status(masked, clause, governing)


def _is_status_cue(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a cue stands in a cue of the same status there: 将 is none in 将X纳入Y."""
    cues = find_cues(text, clause.start, clause.end)
    return any(each.start <= at < each.end and each.cue.status == cue.status for each in cues)


def _by_status(masked: MaskedSentence, clause: Clause, governing: str) -> tuple[CommitmentCue, int] | None:
    """The cue that makes a clause a promise only because it is part of a plan, or tells of no time at all."""
    text = masked.text
    may_be_planned = masked.sentence.zone != "heading" and bool(_PLANS & clause.cues.keys())
    may_be_soft = clause.number < _SOFT_CLAUSES and "soft" in clause.cues
    if not (may_be_planned or may_be_soft):
        return None
    verb = _verb(text, clause.start, clause.end)
    status = read_status(text, (verb, verb), "", governing=governing).status
    if may_be_planned and status == "planned":
        planned = _first(text, clause, "governed") or _target(text, clause)
        if planned:
            return planned
    return _soft(masked, clause) if may_be_soft and status in {"", "ongoing"} else None


def _soft(masked: MaskedSentence, clause: Clause) -> tuple[CommitmentCue, int] | None:
    """A bare verb about something named or firm; 建设了X and 建设的X tell of what is there."""
    first = _first(masked.text, clause, "soft")
    if first is None or not (_names_anything(masked, clause) or _has_any(_words(masked, clause), "firm")):
        return None
    behind = first[1] + len(first[0].cue)
    return None if masked.text.startswith(("了", "的"), behind) else first


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
    results = _occurring(text, clause, "dated")
    if not results or reply is None or not lies_ahead(text[clause.start : clause.end], reply.value):
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
        and (not cue.needs or says_something(text[at + len(cue.cue) : clause.end]))
    ]


def _first(text: str, clause: Clause, position: Position) -> tuple[CommitmentCue, int] | None:
    """The cue of this position that the clause's first verb is, the longest; adverbs may stand before it."""
    standing = clause.cues.get(position)
    if standing is None:
        return None
    found = [(rank, at, cue) for at in _verb_places(text, clause) for rank, cue in standing.get(at, ())]
    for _, at, cue in sorted(found, key=lambda each: each[:2]):
        if says_something(text[at + len(cue.cue) : clause.end]):
            return cue, at
    return None


def _verb_places(text: str, clause: Clause) -> Iterator[int]:
    """Where the first verb of a clause may stand, and behind each of the adverbs that follow there."""
    at = _verb(text, clause.start, clause.end)
    yield at
    while at < clause.end and (adverb := _adverb_pattern().match(text, at)):
        at = adverb.end()
        yield at


@cache
def _adverb_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, clause_words()["adverb"])))


@lru_cache(maxsize=512)
def _verb(text: str, start: int, end: int) -> int:
    """Where the first verb of a clause may stand: behind its list mark, adverbials and named subject."""
    head = lead_pattern().match(text, start, end)
    at = head.end() if head else start
    subject = _subject_pattern().match(text, at, end)
    if subject is None:
        subject = _means_pattern().match(text, at, end)
    if subject:
        at = subject.end()
        tail = lead_pattern().match(text, at, end)
        at = tail.end() if tail else at
    return at


def _commitment(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int, governing: str
) -> Commitment:
    letter, sentence = linked.letter, masked.sentence
    span = masked.span(clause.start, clause.end)
    actor, basis = _actor(linked, masked, at)
    leader = _leader_pattern().search(masked.text, 0, clause.end)
    responsible = masked.names[leader["who"]].node_ids[:1] if leader else ()
    date = letter.header.reply_date.value if letter.header.reply_date else ""
    body = masked.span(_what_start(masked.text, clause, cue, at), clause.end)
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
        cue=_cue_words(cue, governing),
        due=due_date(masked.text[clause.start : clause.end], date) if not cue.outcome else "",
        date=date,
        section_id=sentence.section_id or "",
        sentence_id=sentence.sentence_id,
        span=span,
        quote=sentence.span,
    )


def _what_start(text: str, clause: Clause, cue: CommitmentCue, at: int) -> int:
    """Where the promised thing begins: behind 将, 拟 and their like, at a verb that is part of it; reports whole."""
    if cue.outcome or cue.position in {"target", "dated"}:
        return clause.start
    if cue.position in {"soft", "governed"}:
        return _verb(text, clause.start, clause.end)
    return at + len(cue.cue) if len(cue.cue) == 1 else at


def _cue_words(cue: CommitmentCue, governing: str) -> str:
    return (
        f"{governing}/{cue.cue}"
        if governing and cue.status == "planned" and governing != cue.cue
        else cue.cue
    )


def _actor(linked: LinkedLetter, masked: MaskedSentence, at: int) -> tuple[str, Basis]:
    """Who promises: an organisation or a place; a platform that opens is what was promised, not who did."""
    acting = actors_at(masked, at)
    named = [name.node_ids[0] for name in acting.names if name.kind in _ACTORS and name.node_ids]
    if named:
        return named[0], acting.basis
    implied = implied_actor(linked)
    return (implied or "", "implied" if implied else "")


def _objects(masked: MaskedSentence, clause: Clause, at: int, cue: CommitmentCue) -> list[Name]:
    """What the promise is about: the names behind its cue; of a report or a target, those before it as well.

    A short clause that names no thing (…，力争2022年底前投入使用) is about the last one of the first clause with any.
    """
    told_before = cue.outcome or cue.position in {"target", "dated"}
    own = _named(masked, clause.start if told_before else at, clause.end)
    says_what = clause.end - clause.start > _SHORT or _has_any(masked.text[at : clause.end], "firm")
    if says_what or any(name.kind in _THINGS for name in own):
        return own
    begin = max(masked.text.rfind("；", 0, clause.start), masked.text.rfind("。", 0, clause.start)) + 1
    for mark in CLAUSE_END.finditer(masked.text, begin, clause.start):
        means = _means_pattern().search(masked.text, begin, mark.start())
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


def _has_any(text: str, position: Position) -> bool:
    return bool(_any_cue(position).search(text))


@cache
def _any_cue(position: Position) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(cue.cue) for cue in commitment_cues(position)))


def _reporting_sections(letter: Letter) -> frozenset[str]:
    """The sections whose heading, or whose outer section's heading, speaks of earlier promises."""
    by_id: dict[str, Section] = {section.section_id: section for section in letter.sections}
    spans = [section.span for section in letter.sections if _has_any(section.heading, "heading")]
    return frozenset(
        section_id
        for section_id, section in by_id.items()
        if any(span.start <= section.span.start < span.end for span in spans)
    )


@cache
def _topic_pattern() -> re.Pattern[str]:
    """关于您提出的设立X的建议: what is answered; 主要做好三件事: what is announced. Neither is promised."""
    answered = r"(?:关于|对于|对|针对|就)[^，。；：]*?(?:建议|问题|提案|议案|意见|诉求)"
    several = r"(?:以下|[两二三四五六七八九几])(?:件|项|个|点)?(?:方面)?的?"
    announced = rf"[^，。；：]*?{several}(?:工作|事|措施|文章|方面[^，。；：]{{0,6}})"
    return re.compile(rf"(?:{answered}|{announced})$")


@cache
def _circumstance_pattern() -> re.Pattern[str]:
    aim = r"以.*为(?:契机|目标|重点|抓手|核心|导向|牵引|引领|主线|载体|突破口|依托|基础)"
    return re.compile(rf"(?:{aim}|(?:围绕|聚焦|按照|根据|对照|紧扣|坚持|立足|针对)[^，。；：]*)$")


@cache
def _announcing_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[一二三四五六七八九十]+[是要]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])[^，；：、\d{ANY_NAME}]{{2,16}}。$"
    )


@cache
def _subject_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[{ANY_NAME}{ANY_PLACE}](?:、|和|与|及|以及)?)+|{'|'.join(clause_words()['self'])}"
    )


@cache
def _means_pattern() -> re.Pattern[str]:
    """依托A、B等机构合力: what the verb of a clause builds on, before that verb."""
    words = clause_words()
    names = rf"(?:[{ANY_NAME}](?:、|和|与|及)?)+(?:等[^，。；]{{0,8}}?)?"
    return re.compile(rf"(?:{'|'.join(words['means'])}){names}(?:{'|'.join(words['together'])})?")


@cache
def _leader_pattern() -> re.Pattern[str]:
    words = clause_words()
    agent, leading = "|".join(words["agent"]), "|".join(words["leading"])
    return re.compile(rf"(?:{agent})(?P<who>[{ANY_NAME}])[^，。；]{{0,4}}?(?:{leading})")
