"""Typed relations of one letter: who established, issued, supports, runs … what, with status and sentence.

Patterns are data (ontology/lexicon/relation_patterns.tsv) and match sentences whose names are masked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import product

import msgspec

from corpus.records import Letter, Sentence
from ontology.clause_words import clause_words
from ontology.relation_patterns import RelationPattern

from ...records import Claim, LinkedLetter, Strength
from ..clause_roles import any_clause_word, holds_word
from ..learned.judging import judged
from ..lists import MARK
from ..masked_letter import MaskedLetter
from ..masking import MaskedSentence, Name
from ..status import StatusReading, clause_bounds, find_cues, is_quoted, is_untrue, read_status
from ..understood import implied_actor, implied_writer, is_country_alone, is_of_own_zone
from .actors import Actors, actors_at, is_passed_over
from .beside_it import without_beside
from .coming import dated
from .consulted import without_consulted
from .for_place import by_place
from .handled import by_office
from .in_use import RELATION as BUILT
from .in_use import in_use, prepared
from .issuing import RELATION as ISSUE
from .issuing import issue_status
from .pattern_text import as_patterns_read
from .receivers import to_every_receiver
from .regexes import applicable_patterns
from .succession import RELATION as SUCCESSION
from .succession import wanted_status
from .superfluous import is_superfluous, without_left_out
from .themes import (
    bearer,
    begins_item,
    is_site,
    is_spent,
    listed_with,
    sets_up_unnamed,
    stands_aside,
    theme_candidates,
)
from .treasuries import END as TREASURY
from .treasuries import payers
from .unacted import without_unacted
from .whose import without_others

_RUN, _PAID, _BODY = "operates", "funds", "organisation"
_SITES = frozenset({"place", "platform"})
_OF_THE_THEME = frozenset({"operates", "invests_in", "member_of", "part_of"})
"""What clauses tell of the thing that the sentence is about, however many others they name on the way."""
_OF_THINGS = _OF_THE_THEME | {"funds"}
"""What is told of a thing, so that a title which it got (X获评Y，由甲投资建设) is not meant."""
_OF_LISTS = frozenset({"established", "funds", "invests_in"})
"""What is told of each member of a list (甲馆、乙馆使用丙资金改造); what somebody runs, or helps, is the nearest."""
_OF_PAPERS = frozenset({"funds", "implements"})
"""Relations whose theme may be a project or a plan: money is put into it, or somebody carries it out."""
_MOST_COMPARED = 200
"""Claims of one sentence of which each is compared with every other: only listings without an end have more."""
_MAX_PAIRED = 6
"""Longest list whose members are related with each other: longer ones are listings, not partnerships."""


class End(msgspec.Struct, frozen=True):
    """One end of a relation: a node, and where it is named (None where it is understood)."""

    node_id: str
    name: Name | None = None
    strength: Strength = "explicit"


def typed_relations(letter: MaskedLetter) -> tuple[Claim, ...]:
    """Return the typed relations of a letter in text order, each with its sentence, status, cue and strength.

    The best scored of equal statements in one sentence is kept. Nothing is read from titles, salutations and
    signatures; an elided subject is the letter's issuer or place (`understood`), marked implied.
    """
    linked = letter.linked
    claims: list[Claim] = []
    for each in letter.sentences:
        sentence = each.known.sentence
        names_topic = _is_bare_heading(linked.letter, sentence) or _topic().fullmatch(each.known.text)
        if each.known.names and not names_topic:
            governing = letter.governed.get(sentence.sentence_id, "")
            told = _told(letter, each.known, governing)
            claims.extend(one for one in told if not each.cell or _is_named(one))
    return tuple(claims)


def _told(letter: MaskedLetter, masked: MaskedSentence, governing: str) -> Iterator[Claim]:
    """What patterns and the scorer find in a sentence, less what is another's."""
    linked = letter.linked
    hits = _best(_in_sentence(letter, masked, governing))
    found = without_left_out(judged(linked, masked, governing, hits))
    if not found:
        return iter(())
    told = without_unacted(masked, without_consulted(masked, found))
    own = without_others(linked, letter.places, masked, without_beside(masked, told))
    own = by_place(linked, letter.places, own)
    return by_office(linked, masked, to_every_receiver(masked, own))


@cache
def _topic() -> re.Pattern[str]:
    """A sentence that only names what is answered: （一）关于建设X平台。"""
    return re.compile(rf"(?:{MARK})?{any_clause_word('topic')}[^，；：。]*[。：]?")


def _is_named(claim: Claim) -> bool:
    """Whether both ends stand in the words: who does what a cell says is told in another, not understood."""
    return claim.strength != "implied" and claim.source_span is not None and claim.target_span is not None


def _is_bare_heading(letter: Letter, sentence: Sentence) -> bool:
    """A heading on a line of its own names its subject; one that opens a paragraph (一是打造X。) states something."""
    closed = letter.text[sentence.span.start : sentence.span.end].rstrip().endswith(("。", "！"))
    return sentence.zone == "heading" and not closed


def _in_sentence(letter: MaskedLetter, masked: MaskedSentence, governing: str) -> Iterator[Claim]:
    linked = letter.linked
    text = as_patterns_read(masked.text)
    for pattern, regex in applicable_patterns(masked):
        for match in regex.finditer(text):
            verb = match.start("v")
            if is_untrue(masked.text, verb) or is_quoted(masked.text, verb):
                continue
            pairs = list(_pairs(letter, masked, pattern, match))
            if pairs:
                reading = dated(linked, masked.text, verb, _status(masked.text, pattern, match, governing))
                if pattern.relation == BUILT:
                    reading = in_use(linked, masked.text, match.end(), reading)
                    reading = prepared(masked.text, *match.span(), reading)
                status = _of_paper(masked.text, pattern, match, reading)
                for source, target in pairs:
                    yield _claim(linked, masked.sentence, pattern, status, source, target)


def _status(text: str, pattern: RelationPattern, match: re.Match[str], governing: str) -> StatusReading:
    """The status of a match; what only describes a thing (…A设立的B) is no plan of the clause around it."""
    start, end = match.span("v")
    if text.startswith("的", end):
        first = match.start()
        words, verb = text[first:end], (start - first, end - first)
        described = read_status(words, verb, pattern.status, settled=pattern.settled)
        by_verb = not described.cue or described.cue in text[start:end]
        if described.status == "ongoing" and by_verb and not _goes_on(text, end):
            return StatusReading(status="done")
        return described
    if text.startswith(clause_words()["asked_before"], start):
        return StatusReading(status="done")
    reading = read_status(text, (start, end), pattern.status, governing=governing, settled=pattern.settled)
    if reading.status == "ongoing" and not reading.cue and text.startswith("了", end):
        return StatusReading(status="done")
    return wanted_status(text, start, reading) if pattern.relation == SUCCESSION else reading


def _of_paper(
    text: str, pattern: RelationPattern, match: re.Match[str], reading: StatusReading
) -> StatusReading:
    if pattern.relation != ISSUE or pattern.target_end != "t":
        return reading
    return issue_status(text, match.span("v"), match.span("t"), reading)


def _goes_on(text: str, end: int) -> bool:
    """Whether the clause tells of what is described here that it is still being made: A打造的B正加快建设."""
    cues = find_cues(text, end, clause_bounds(text, end)[1])
    return any(each.cue.status != "done" for each in cues)


def _pairs(
    letter: MaskedLetter, masked: MaskedSentence, pattern: RelationPattern, match: re.Match[str]
) -> Iterator[tuple[End, End]]:
    """Every source with every target; within one group (A、B共建 …) the first of its members with every other."""
    if pattern.source_end == pattern.target_end:
        first, *others = _ends(letter, masked, pattern, pattern.source_end, match)[:_MAX_PAIRED] or (None,)
        pairs: Iterable[tuple[End, End]] = [(first, other) for other in others] if first else []
    else:
        sources = _ends(letter, masked, pattern, pattern.source_end, match, pattern.source_words)
        targets = _ends(letter, masked, pattern, pattern.target_end, match, pattern.target_words)
        if pattern.relation == BUILT:
            targets = tuple(each for each in targets if not (each.name and begins_item(masked, each.name)))
        listed = {target.name for target in targets if target.name}
        sources = tuple(source for source in sources if source.name not in listed)
        apart = _one_by_one(sources, targets) if pattern.relation == SUCCESSION else ()
        pairs = apart or _respectively(masked, match, sources, targets) or product(sources, targets)
    for source, target in pairs:
        if source.node_id != target.node_id and _fits(letter.linked, pattern, source, target):
            yield source, target


def _one_by_one(sources: tuple[End, ...], targets: tuple[End, ...]) -> tuple[tuple[End, End], ...]:
    """Return the first source with the first target and so on where there are as many: 甲、乙更名为丙、丁."""
    several = len(sources) == len(targets) > 1
    return tuple(zip(sources, targets, strict=True)) if several else ()


def _respectively(
    masked: MaskedSentence, match: re.Match[str], sources: tuple[End, ...], targets: tuple[End, ...]
) -> tuple[tuple[End, End], ...]:
    """Return the first source with the first target and so on where two lists of one length are told apart (分别).

    Where only those who act along make such a list (甲与乙、丙分别签订X、Y), the one they act with is a party to each.
    """
    start, _ = clause_bounds(masked.text, match.start("v"))
    _, stop = clause_bounds(masked.text, match.end())
    start = min(start, match.start())
    if len(targets) < 2 or not _told_apart(masked, start, stop, {*sources, *targets}):
        return ()
    if len(sources) == len(targets):
        return tuple(zip(sources, targets, strict=True))
    acting, along = sources[: -len(targets)], sources[-len(targets) :]
    if len(along) < len(targets) or not _acts_along(masked, acting[-1], along[0]):
        return ()
    return (*product(acting, targets), *zip(along, targets, strict=True))


def _told_apart(masked: MaskedSentence, start: int, stop: int, ends: AbstractSet[End]) -> bool:
    """Whether 分别 in [start, stop) is said of these ends: 安排X、Y，甲、乙分别捐赠5万元、6万元 says it of others."""
    names = {end.name for end in ends}
    for word in _apart().finditer(masked.text, start, stop):
        others = masked.names_in(clause_bounds(masked.text, word.start())[0], word.start())
        if not others or others[-1] in names:
            return True
    return False


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(any_clause_word("respective"))


def _acts_along(masked: MaskedSentence, acting: End, along: End) -> bool:
    """Whether a name stands behind who acts together with a word like 与; who is understood needs none."""
    if acting.name is None or along.name is None:
        return acting.name is None
    start = bisect_left(masked.offsets, acting.name.span.start)
    return holds_word("joint", masked.text, start, bisect_left(masked.offsets, along.name.span.start))


def _ends(
    letter: MaskedLetter,
    masked: MaskedSentence,
    pattern: RelationPattern,
    end: str,
    match: re.Match[str],
    words: tuple[str, ...] = (),
) -> tuple[End, ...]:
    """Return the nodes that an end of the pattern stands for (ontology/relation_patterns.py: ENDS)."""
    linked = letter.linked
    if end in {"s", "t", "u"}:
        return tuple(_named(_meant(masked, pattern, match, end)))
    if end == TREASURY:
        return tuple(_named(payers(linked, letter.places, masked, *match.span("w"))))
    if end == "theme":
        return tuple(_named(_themes(linked, masked, pattern, match, words)))
    here = None if is_country_alone(linked) else linked.place
    if end == "place":
        return (End(node_id=here, strength="implied"),) if here else ()
    if end == "writer":
        writer = implied_writer(linked)
        return (End(node_id=writer, strength="implied"),) if writer else ()
    verb = match.start("v")
    acting, implied = actors_at(masked, verb), None
    if end != "site" and not acting.basis and is_of_own_zone(linked, masked, verb):
        acting = msgspec.structs.replace(acting, basis="implied")
    if acting.basis == "implied" and not is_passed_over(masked, verb):
        implied = here if end == "site" else implied_actor(linked, masked, verb)
    return _acting_ends(linked, end, acting, implied)


def _themes(
    linked: LinkedLetter,
    masked: MaskedSentence,
    pattern: RelationPattern,
    match: re.Match[str],
    words: tuple[str, ...],
) -> tuple[Name, ...]:
    """Return what the clause of a match is about: the likeliest name that fits, with the list that it is in."""
    themes = theme_candidates(masked, match.start(), papers=pattern.relation in _OF_PAPERS)
    if pattern.relation == _RUN and sets_up_unnamed(masked, match.start("v")):
        themes = tuple(name for name in themes if name.kind != _BODY and not is_site(masked, name))
    if pattern.relation == _PAID:
        themes = tuple(name for name in themes if not is_spent(masked, name))
    fitting = [name for name in themes if _may_be_theme(linked, pattern, name, words)]
    if fitting and pattern.relation in _OF_LISTS:
        return tuple(name for name in listed_with(masked, fitting[0]) if name in fitting)
    return tuple(fitting[:1])


def _may_be_theme(linked: LinkedLetter, pattern: RelationPattern, name: Name, words: tuple[str, ...]) -> bool:
    """Whether a clause may be about a name: only papers are carried out, and few of them get money (补助办法, 工程)."""
    if pattern.relation == "implements" and name.kind != "policy":
        return False
    printed = name.printed(linked.letter)
    if (
        pattern.relation != "implements"
        and name.kind == "policy"
        and not printed.endswith(clause_words()["funded"])
    ):
        return False
    return _may_be(linked, name, words)


def _meant(
    masked: MaskedSentence, pattern: RelationPattern, match: re.Match[str], end: str
) -> Iterator[Name]:
    """Yield the names of a group but those of earlier clauses that only help to tell of another (`stands_aside`)."""
    start, _ = clause_bounds(masked.text, match.start("v"))
    for name in masked.names_in(*match.span(end)):
        earlier = bisect_left(masked.offsets, name.span.start) < start
        if not earlier or pattern.relation not in _OF_THINGS:
            yield name
        elif pattern.relation not in _OF_THE_THEME or not stands_aside(masked, name):
            yield bearer(masked, name)


def _acting_ends(linked: LinkedLetter, end: str, acting: Actors, implied: str | None) -> tuple[End, ...]:
    """Return those who do what the verb says, as far as the end asks for them."""
    alone = tuple(_actor_ends(acting, implied))
    nobody_named = end == "maker" and acting.joint and acting.basis == "implied"
    if end == "joint" or nobody_named:
        return tuple(_named(acting.joint))
    if end == "site":
        return tuple(each for each in alone if _is_place(linked, each) or _is_site(each))
    if end == "office":
        return tuple(each for each in alone if not _is_place(linked, each))
    return alone if end == "subject" else (*alone, *_named(acting.joint))


def _is_site(end: End) -> bool:
    return end.name is not None and end.name.kind in _SITES


def _is_place(linked: LinkedLetter, end: End) -> bool:
    return end.name.kind == "place" if end.name else end.node_id == linked.place


def _actor_ends(acting: Actors, implied: str | None) -> Iterator[End]:
    if acting.basis in {"named", "inherited"}:
        yield from _named(acting.names)
    elif acting.basis == "implied" and implied:
        yield End(node_id=implied, strength="implied")


def _named(names: Iterable[Name]) -> Iterator[End]:
    for name in names:
        for node_id in name.node_ids:
            yield End(node_id=node_id, name=name, strength="implied" if name.referring else "explicit")


def _fits(linked: LinkedLetter, pattern: RelationPattern, source: End, target: End) -> bool:
    """Whether the names of both ends hold one of the words that the pattern asks for, if it asks."""
    return _holds(linked, source, pattern.source_words) and _holds(linked, target, pattern.target_words)


def _holds(linked: LinkedLetter, end: End, words: tuple[str, ...]) -> bool:
    return not words or end.name is None or _may_be(linked, end.name, words)


def _may_be(linked: LinkedLetter, name: Name, words: tuple[str, ...]) -> bool:
    """Whether a name holds one of the words; words with a - before them must not be in it."""
    if not words:
        return True
    printed = name.printed(linked.letter)
    wanted = [word for word in words if not word.startswith("-")]
    unwanted = [word[1:] for word in words if word.startswith("-")]
    return not any(_stands_in(word, printed) for word in unwanted) and (
        not wanted or any(_stands_in(word, printed) for word in wanted)
    )


def _stands_in(word: str, printed: str) -> bool:
    """Whether a name holds a word, or ends with it where the word has a $ behind it (部$)."""
    return printed.endswith(word[:-1]) if word.endswith("$") else word in printed


def _claim(
    linked: LinkedLetter,
    sentence: Sentence,
    pattern: RelationPattern,
    status: StatusReading,
    source: End,
    target: End,
) -> Claim:
    implied = "implied" in {pattern.strength, source.strength, target.strength}
    return Claim(
        source=source.node_id,
        relation=pattern.relation,
        target=target.node_id,
        directed=pattern.relation != "cooperates_with",
        letter_id=linked.letter.letter_id,
        sentence_id=sentence.sentence_id,
        section_id=sentence.section_id or "",
        quote=sentence.span,
        source_span=source.name.span if source.name else None,
        target_span=target.name.span if target.name else None,
        status=status.status,
        cue=status.cue,
        strength="implied" if implied else "explicit",
        rule=f"typed:{pattern.rule}",
        score=round(pattern.score * (0.9 if implied else 1.0), 3),
    )


def _best(claims: Iterable[Claim]) -> list[Claim]:
    """Keep one claim per statement of a sentence: the best scored, the first of equals; see `superfluous`."""
    kept: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        ends = [claim.source, claim.target]
        first, second = ends if claim.directed else sorted(ends)
        key = (claim.relation, first, second)
        if key not in kept or claim.score > kept[key].score:
            kept[key] = claim
    if not 1 < len(kept) <= _MOST_COMPARED:
        return list(kept.values())
    return [claim for claim in kept.values() if not is_superfluous(kept, claim)]
