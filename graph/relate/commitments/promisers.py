"""Who promises: named in the clause, before it, by the words that announce a list, or the writer understood."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import msgspec

from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words
from ontology.relation_words import making_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..records import Basis
from ..status import clause_bounds, part_bounds
from ..typed.actors import Actors, actors_at, announcers
from ..understood import implied_actor, implied_writer, place_decides
from .accounts import is_set_by_paper
from .builders import builder_of
from .verbs import begins_with_verb

_WHOLE = "全"
_ORGANISATION = f"[{kind_class('organisation')}]"
_ACTORS = frozenset({"organisation", "place"})
_THINGS = frozenset({"fund", "platform"})
_REFUSED = "refused"
_FUTURE = "将"
_FIELD = 2
"""Characters of the name of a body that tell its field: 教育(局)."""
_FUTURE_OF_NAME = re.compile(rf"[^，。；：{ANY_NAME}]{{0,8}}，?(?P<who>{_ORGANISATION})将")
"""下一步，甲厅将: who is named at the beginning of a sentence of plans."""


class Promiser(msgspec.Struct, frozen=True):
    """Who promises: a node id, empty where nobody is known, and on what basis; `along`: bodies that promise too."""

    actor: str = ""
    basis: Basis = ""
    along: tuple[str, ...] = ()


def promiser(linked: LinkedLetter, masked: MaskedSentence, at: int, *, outcome: str = "") -> Promiser:
    """Return who promises what stands at a place. Of several it is the writer, if among them, else the first.

    `outcome`: what is told of it (kept, late, missed, refused), empty for a promise.

    An organisation or a place promises, and a fund that will invest; a platform that opens is what was promised, not
    who did. Who carries out what a paper sets (《规划》提出，到2030年建成X) is not known, nor is a body of the writer's
    that stands for no entity (我委统计中心正在建设X).
    """
    acting = actors_at(masked, at)
    if told := _handed_to(masked, at) or _of_unnamed(linked, masked, at):
        return told
    if outcome == _REFUSED and acting.basis != "named" and _tells_of_proposal(masked, at):
        acting = Actors(basis="implied")
    if acting.basis == "inherited" and (allowing := _allowing(masked, acting.names)) >= 0:
        acting = actors_at(masked, allowing)
    if acting.basis == "named" and (backing := _backing(masked, acting.names[0])) >= 0:
        acting = actors_at(masked, backing)
    names = tuple(
        each for each in _promising(linked, masked, acting.names, at) if not _is_scope(linked, each)
    )
    if not (names and acting.basis == "named") and (found := _of_builder(masked, at)):
        return found
    if found := _of_names(linked, names, acting.basis):
        return Promiser() if _is_body_of(masked, acting.names, at) else found
    if is_set_by_paper(masked, at):
        return Promiser()
    found = _of_names(linked, _announcing(masked, at, acting), "inherited")
    return found or _of_part_before(linked, masked, at) or _understood(linked, masked, at, acting, outcome)


def _understood(
    linked: LinkedLetter, masked: MaskedSentence, at: int, acting: Actors, outcome: str
) -> Promiser:
    """Who promises where nobody is named: a thing that acts with others, else the writer, or its place for it.

    Who acts along with others in an earlier clause of the sentence goes on to act.
    """
    things = [name for name in acting.names if name.kind in _THINGS]
    told = acting.basis == "named" or bool(outcome) or not _is_deed_of_writer(masked, at)
    joins = _joins_here().match(masked.text, at)
    if joins and acting.basis == "named" and things and things[0].node_ids:
        return Promiser(actor=things[0].node_ids[0], basis="named")
    implied = implied_actor(linked, masked, at)
    if joins or _joining_pattern().search(masked.text, 0, at):
        implied = implied_writer(linked) or implied
    elif implied == linked.issuer and ((things and told) or outcome == _REFUSED):
        implied = place_decides(linked, masked, at) or implied
    return Promiser(actor=implied, basis="implied") if implied else Promiser()


def _of_unnamed(linked: LinkedLetter, masked: MaskedSentence, at: int) -> Promiser | None:
    """Who promises where a body that stands for no entity is the subject (教育局将研究); None where no such body is.

    The writer where the body is of its field, else the one body of the letter that is, else nobody known.
    """
    part, _ = part_bounds(masked.text, at)
    if masked.text.find(_FUTURE, part, at + 1) < 0:
        return None
    told = [*_unnamed_pattern().finditer(masked.text, part, at + 1)]
    if not told or any(name.kind in _ACTORS for name in masked.names_in(told[-1].end(), at)):
        return None
    found = told[-1]
    if found["class"]:
        return _of_class(linked)
    who = found["who"]
    pairs = {who[at : at + _FIELD] for at in range(len(who) - 1)}.difference(clause_words()["no_field"])
    if linked.issuer and any(pair in linked.issuer for pair in pairs):
        return Promiser(actor=linked.issuer, basis="implied")
    named = _named_of_field(linked, found["field"])
    return Promiser(actor=named, basis="inherited") if named else Promiser()


def _of_class(linked: LinkedLetter) -> Promiser:
    """Who promises for all lower places (各区将): their government if it writes, else nobody known."""
    government = linked.issuer and linked.issuer.endswith(clause_words()["of_government"])
    return Promiser(actor=linked.issuer or "", basis="implied") if government else Promiser()


def _named_of_field(linked: LinkedLetter, field: str) -> str:
    """The one body of the letter whose name tells a field (交警部门: 市公安局交警支队), empty where none or several do.

    A ministry is no department of the place.
    """
    heads = clause_words()["department_head"]
    found = {
        linked.entity_ids[each.mention_id]
        for each in linked.mentions
        if each.kind == "organisation" and field in each.text and each.text.endswith(heads)
    }
    ids = found.pop() if len(found) == 1 else ()
    return ids[0] if len(ids) == 1 else ""


def _allowing(masked: MaskedSentence, names: tuple[Name, ...]) -> int:
    """Where the clause begins that tells of those named only that they allowed a thing, -1 where it tells of more.

    由甲公司发起，市民政局已核准名称，计划10月成立: what follows is not theirs.
    """
    at = bisect_left(masked.offsets, names[-1].span.end) if names else len(masked.text)
    return clause_bounds(masked.text, at)[0] if _allowing_pattern().match(masked.text, at) else -1


@cache
def _allowing_pattern() -> re.Pattern[str]:
    allowed = any_clause_word("approving", "allowing")
    return re.compile(rf"(?:已经?|正式|{any_clause_word('adverb')})*{allowed}了?[^，。；：并]*(?=，)")


def _tells_of_proposal(masked: MaskedSentence, at: int) -> bool:
    """Whether a clause says what becomes of the proposal (因此这条建议无法采纳): that is the writer's to say."""
    start, end = clause_bounds(masked.text, at)
    return holds_word("taking_up", masked.text, start, end) and holds_word("request", masked.text, start, end)


def _of_part_before(linked: LinkedLetter, masked: MaskedSentence, at: int) -> Promiser | None:
    """Who goes on to promise behind ；where a sentence begins with another body's plans (下一步，甲厅将…；完善…)."""
    start, _ = part_bounds(masked.text, at)
    opening = _FUTURE_OF_NAME.match(masked.text) if start else None
    if opening is None or not begins_with_verb(masked.text, *clause_bounds(masked.text, start)):
        return None
    first = masked.names[opening["who"]]
    if first.anaphor or linked.issuer in first.node_ids or actors_at(masked, start - 1).names != (first,):
        return None
    return _of_names(linked, (first,), "inherited")


def _is_deed_of_writer(masked: MaskedSentence, at: int) -> bool:
    """Whether a clause behind one about a thing tells what the writer does next: papers, 下一步, 运行后将加大宣传."""
    start, end = clause_bounds(masked.text, at)
    papers = any(name.kind == "policy" for name in masked.names_in(start, end))
    return papers or _next_pattern().search(masked.text, part_bounds(masked.text, at)[0], at) is not None


def _handed_to(masked: MaskedSentence, at: int) -> Promiser | None:
    """Who is to do what the clause says, named right behind its cue: (拟)由甲集团设立X, (计划)交由乙公司管理."""
    found = _handing_pattern().match(masked.text, at)
    node_ids = masked.names[found["who"]].node_ids if found else ()
    return Promiser(actor=node_ids[0], basis="named") if node_ids else None


def _backing(masked: MaskedSentence, name: Name) -> int:
    """Where somebody else begins to help a name with what it does (支持甲医院争创国家中心); -1 where nobody does."""
    at = bisect_left(masked.offsets, name.span.start)
    word = next((one for one in clause_words()["backing_actor"] if masked.text.endswith(one, 0, at)), "")
    return at - len(word) if word else -1


def _promising(
    linked: LinkedLetter, masked: MaskedSentence, names: tuple[Name, ...], at: int
) -> tuple[Name, ...]:
    """Those of the names that may promise what stands at a place: funds if they invest there, zones if they build."""
    _, end = clause_bounds(masked.text, at)
    invests = any(name.kind == "fund" for name in names) and holds_word("investing", masked.text, at, end)
    builds = any(name.kind == "platform" for name in names) and _building_pattern().search(
        masked.text, at, end
    )
    return tuple(
        name
        for name in names
        if name.kind in _ACTORS
        or (invests and name.kind == "fund")
        or (builds and name.printed(linked.letter).endswith(figure_words("zone")))
    )


@cache
def _building_pattern() -> re.Pattern[str]:
    """建设X平台, 新建厂房: a verb of making with what is made; a zone that is 建成 builds nothing."""
    return re.compile(rf"{any_word(making_words())}了?(?:[《“]?[{ANY_NAME}]|[^，。；：的\d]{{2,10}}\d)")


def _is_scope(linked: LinkedLetter, name: Name) -> bool:
    """Whether a name only says where a target holds: 到2026年，全市产值达到5亿元."""
    return name.kind == "place" and name.anaphor and linked.letter.text.startswith(_WHOLE, name.span.start)


def _of_builder(masked: MaskedSentence, at: int) -> Promiser | None:
    """Who builds what is being finished (由甲公司建设的乙园正在施工)."""
    builder = builder_of(masked, at)
    return Promiser(actor=builder.node_ids[0], basis="inherited") if builder and builder.node_ids else None


def _of_names(linked: LinkedLetter, names: tuple[Name, ...], basis: Basis) -> Promiser | None:
    known = {name.node_ids[0]: name for name in names if name.node_ids}
    if not known:
        return None
    if any(name.anaphor and name.kind == "organisation" and not name.node_ids for name in names):
        return Promiser()  # 我厅与甲委将组织论证, in a letter that nobody signed
    actor = linked.issuer if linked.issuer in known else next(iter(known))
    along = tuple(one for one, name in known.items() if one != actor and name.kind != "place")
    return Promiser(actor=actor, basis=basis, along=along)


def _is_body_of(masked: MaskedSentence, names: tuple[Name, ...], at: int) -> bool:
    """Whether the last of the names only tells whose body acts: 我委统计中心, 我厅规划研究院."""
    last = bisect_left(masked.offsets, names[-1].span.start)
    return _body_pattern().match(masked.text, last + 1, at) is not None


def _announcing(masked: MaskedSentence, at: int, acting: Actors) -> tuple[Name, ...]:
    """Who says or announces what stands at a place where its own clauses name nobody who may promise.

    财政部认为，…，暂不宜新设; 我局将做好以下工作：一是….
    """
    start, _ = part_bounds(masked.text, at)
    said = _speaking_pattern().search(masked.text, start, at)
    if said:
        return (masked.names[said["who"]],)
    announcing = announcers(masked, at) if acting.basis else ()
    return tuple(name for name in announcing if name.kind in _ACTORS)


@cache
def _body_pattern() -> re.Pattern[str]:
    own = rf"[^，。；：、的{ANY_NAME}{ANY_PLACE}]{{2,12}}?{any_clause_word('own_body')}"
    return re.compile(rf"{own}{any_clause_word('adverb')}*(?=$|{any_clause_word('progressive')}|目前|已)")


@cache
def _unnamed_pattern() -> re.Pattern[str]:
    """同时教育局(将), 公安水警部门(将): a body without a name; 各区（县）(将): lower places."""
    body = rf"(?:局|部门|{any_clause_word('own_body')})"
    field = rf"(?P<field>[^，。；：的{ANY_NAME}{ANY_PLACE}]{{2,10}}?)"
    who = rf"(?![有相各我本该主职多其两])(?P<who>{field}{body})"
    several = rf"(?P<class>{any_clause_word('members')})(?:（[^（）]*）)?[也均都]?"
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:{any_clause_word('lead')}，?)*(?:{several}|{who})"
        rf"(?=(?:{any_clause_word('adverb')})*{_FUTURE})"
    )


@cache
def _handing_pattern() -> re.Pattern[str]:
    """拟由甲; 计划交由甲, but not 将督促由甲承建的X加快建设."""
    who = f"(?P<who>[{kind_class('organisation', 'fund')}])"
    return re.compile(
        rf"{any_clause_word('handing')}+{any_clause_word('handed_to')}{who}(?![^，。；：{ANY_NAME}]{{0,8}}的)"
    )


@cache
def _next_pattern() -> re.Pattern[str]:
    """下一步，; (甲平台运行)后，: what follows is not told of the thing before it."""
    return re.compile(any_clause_word("next"))


@cache
def _joins_here() -> re.Pattern[str]:
    """From a cue on, who acts along: 将与甲局共同修订X."""
    return re.compile(rf"[^，。；：{ANY_NAME}{ANY_PLACE}]{{0,4}}?{any_clause_word('joint')}{_ORGANISATION}")


@cache
def _joining_pattern() -> re.Pattern[str]:
    """A clause whose subject, which is not printed, acts along with a body."""
    return re.compile(rf"(?:^|(?<=[，。；])){_joins_here().pattern}")


@cache
def _speaking_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[，；。]))(?P<who>{_ORGANISATION}){any_clause_word('speaking')}[，：]")
