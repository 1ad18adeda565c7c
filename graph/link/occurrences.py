"""Every place where a letter names something that may be an entity: its mentions, and the names of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from corpus.header import people
from corpus.records import Fact, Letter, Span
from ontology import lexicon
from ontology.tsv import any_word

from ..records import AliasDefinition, Kind, Mention, Recognition
from .editions import points_back
from .name_keys import Identity, NameKey, core
from .named_before import NamedBefore
from .names import OWN_PLACE, Identifier

_LEVEL_BEFORE = re.compile(
    rf"(?P<level>自治区|[省市州盟]){any_word(lexicon.words('level_marks.tsv'))}[“《]?$"
)
_OF_A_TOWN = re.compile("(?P<type>[镇乡]|街道)(?:(?:人民)?政府|办事处|办)$")
_BODY_OF_A_PLACE = frozenset({"place_prefix", "official_form", "level_word", "central_body"})
"""Rules by which a name says whose it is: 联系单位：某某县农业农村局."""
_REACH = 10
"""How much of the text before a name may say of which level it is."""
_SIGNED_BY_OFFICE = re.compile("(?P<whole>.{2,}(?P<type>[委部局署])(?:员会)?)办公[厅室]")
"""A department that an office of its own signs for: 国家发展改革委办公厅."""
_OPENING, _CLOSING = '“「『"', '”」』"'


class Occurrence(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One naming. `ref` is the mention_id, or `department`, `joint.0`, `contact_unit`, `copy.0`, `proposer.0` …"""

    ref: str
    letter_id: str
    kind: Kind
    surface: str
    span: Span | None
    identity: Identity | None
    certain: bool = True
    quoted: bool = False
    """Whether it is printed in quotation marks."""

    @property
    def is_mention(self) -> bool:
        """Whether it is a mention, and no name that the header was read for."""
        return self.ref.startswith(self.letter_id)


def occurrences(letter: Letter, recognition: Recognition, identifier: Identifier) -> Iterator[Occurrence]:
    """Yield the letter's occurrences; `identity` is None for an anaphor that nothing in the letter resolves.

    A clipped enumeration yields one occurrence for each name it stands for, all with the mention's ref.
    """
    yield from _of_mentions(letter, recognition, identifier)
    for ref, fact in _header_names(letter):
        identity = _body(fact, letter, identifier)
        yield Occurrence(
            ref=ref,
            letter_id=letter.letter_id,
            kind="organisation",
            surface=fact.value,
            span=fact.span,
            identity=_unit(letter, identity, identifier) if ref == "contact_unit" else identity,
        )


def _of_mentions(letter: Letter, recognition: Recognition, identifier: Identifier) -> Iterator[Occurrence]:
    aliases = {core(alias.alias): alias for alias in recognition.aliases}
    kinds = {core(mention.text): mention.kind for mention in recognition.mentions}
    issuer = letter.header.department
    before = NamedBefore(
        letter,
        _body(issuer, letter, identifier) if issuer else None,
        identifier.knowledge,
        identifier.places,
    )
    for mention in recognition.mentions:
        if mention.anaphor:
            yield _anaphor(letter, mention, identifier)
            continue
        for surface in mention.parts or (mention.name,):
            identity = _identity(surface, mention.kind, letter, aliases, kinds, identifier)
            identity = _of_level(identity, letter, mention.span.start, identifier)
            if not mention.parts and core(surface) not in aliases:
                full = before.full(mention, identity)
                before.add(mention, full or identity)
                identity = full or identity
            elif mention.kind == "policy" and points_back(letter.text, mention.span.start):
                identity = before.last_titled(mention) or identity
            yield Occurrence(
                ref=mention.mention_id,
                letter_id=letter.letter_id,
                kind=mention.kind,
                surface=surface,
                span=mention.span,
                identity=identity,
                certain=identity.rule != OWN_PLACE,
                quoted=_is_quoted(letter.text, mention.span),
            )


def _is_quoted(text: str, span: Span) -> bool:
    around = text[max(span.start - 1, 0) : span.start + 1], text[span.end - 1 : span.end + 1]
    return any(mark in _OPENING for mark in around[0]) and any(mark in _CLOSING for mark in around[1])


def is_body(name: str) -> bool:
    """Return whether an addressee or proposer is a body (a party's committee, a bureau, a sector) and no person."""
    return people.is_body(name) or people.is_collective(name)


def _identity(
    surface: str,
    kind: Kind,
    letter: Letter,
    aliases: Mapping[str, AliasDefinition],
    kinds: Mapping[str, Kind],
    identifier: Identifier,
) -> Identity:
    home = letter.header.home
    alias = aliases.get(core(surface))
    if alias is None or core(alias.name) == core(surface):
        if signer := _signed_by_town(surface, letter):
            return replace(_body(signer, letter, identifier), rule="level_word")
        return identifier.identify(surface, kind, home, letter.letter_id)
    full_kind = kinds.get(core(alias.name), kind)
    full = identifier.identify(alias.name, full_kind, home, letter.letter_id)
    return replace(full, rule="defined_alias", score=1.0)


def _signed_by_town(surface: str, letter: Letter) -> Fact | None:
    """Return who signed where 镇政府, or 街道办, means a town's or street's own government, in its own letter."""
    said, fact = _OF_A_TOWN.fullmatch(surface), letter.header.department
    signed = _OF_A_TOWN.search(fact.value) if said and fact else None
    own = said and signed and said["type"] == signed["type"]
    return fact if own and signed and signed.start() > 1 else None


def _of_level(identity: Identity, letter: Letter, start: int, identifier: Identifier) -> Identity:
    """Return the city's thing where the words before its name say so in a county's letter: 接入市级智慧停车平台."""
    home = letter.header.home
    if identity.rule != "same_name" or not home or identity.key.scope != home:
        return identity
    said = _LEVEL_BEFORE.search(letter.text, max(0, start - _REACH), start)
    place = identifier.places.resolve(said["level"], within=home) if said else None
    if place is None or place == home:
        return identity
    key = identity.key._replace(scope=place)
    return replace(identity, key=key, jurisdiction=place, rule="level_word")


def _body(fact: Fact, letter: Letter, identifier: Identifier) -> Identity:
    """Return the identity of a body that the letter's header names."""
    return identifier.identify(fact.value, "organisation", letter.header.home, letter.letter_id)


def _anaphor(letter: Letter, mention: Mention, identifier: Identifier) -> Occurrence:
    """我局 is the signing department, 贵局 the body addressed; neither is guessed where the letter does not say."""
    fact = letter.header.department
    if mention.name.startswith(("贵", "你")):
        bodies = [fact for fact in letter.header.addressees if is_body(fact.value)]
        fact = bodies[0] if len(bodies) == 1 else None
    return Occurrence(
        ref=mention.mention_id,
        letter_id=letter.letter_id,
        kind=mention.kind,
        surface="",
        span=mention.span,
        identity=replace(_body(_of_type(fact, mention.name), letter, identifier), rule="anaphora", score=0.95)
        if fact
        else None,
        certain=fact is None or fact.basis != "fact",
    )


def _of_type(fact: Fact, anaphor: str) -> Fact:
    """Return 某某委员会 for 我委 in a letter that the office of that committee signed; the signer itself else."""
    signed = _SIGNED_BY_OFFICE.fullmatch(fact.value)
    if signed is None or anaphor[1:] != signed["type"]:
        return fact
    return Fact(value=signed["whole"], span=fact.span, basis=fact.basis, by=fact.by)


def _header_names(letter: Letter) -> Iterator[tuple[str, Fact]]:
    header = letter.header
    if header.department:
        yield "department", header.department
    for number, joint in enumerate(header.joint_departments):
        yield f"joint.{number}", Fact(value=joint.name, span=joint.span, basis="body")
    if header.contact_unit:
        yield "contact_unit", header.contact_unit
    for number, fact in enumerate(header.copies_to):
        yield f"copy.{number}", fact
    for role, facts in (("addressee", header.addressees), ("proposer", header.proposers)):
        for number, fact in enumerate(facts):
            if is_body(fact.value):
                yield f"{role}.{number}", fact


def _unit(letter: Letter, identity: Identity, identifier: Identifier) -> Identity:
    """An office belongs to its department: 办公室 of two bureaus are two; of an unsigned letter it stands alone.

    A department that names itself, or a body of its own with a place before it, is no office of it.
    """
    fact, own = letter.header.department, identity.key.core
    if identity.rule in _BODY_OF_A_PLACE:
        return identity
    if fact is None:
        key = NameKey(scope=f"?{letter.letter_id}", core=own)
    else:
        owner = _body(fact, letter, identifier).key
        if identity.key == owner:
            return identity
        key = NameKey(scope=owner.scope, core=owner.core + own)
    return Identity(key=key, rule="contact_unit", score=1.0, name=identity.name, subkind="office")
