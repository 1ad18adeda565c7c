"""Letters that hold nothing but names, linked: what the tests of the linker read their answers from."""

import re
from array import array
from functools import cache

from corpus.records import Fact, Header, JointDepartment, Letter, Span
from graph import knowledge
from graph.link.curation import Curation
from graph.link.linker import Linking, link
from graph.link.names import Identifier
from graph.records import AliasDefinition, Mention, Recognition
from graph.run.link_tasks import Namer, NameTask
from ontology import bodies, identity, places

ANAPHOR = re.compile("[我贵本].")


@cache
def identifier():
    return Identifier(knowledge=identity.load(), places=places.load(), central=bodies.load())


def key(name, kind="organisation", jurisdiction=None, letter_id="l1"):
    """Return the key of one name in a letter of a place."""
    return identifier().identify(name, kind, jurisdiction, letter_id).key


def _written(letter_id, names):
    """Return the text that names these things one after another, the mentions in it, and name → span."""
    given = [(name, "organisation") if isinstance(name, str) else name for name in names]
    text, mentions, spans = "", [], {}
    for name, kind in given:
        span = Span(start=len(text), end=len(text) + len(name))
        spans[name] = span
        mentions.append(
            Mention(
                mention_id=f"{letter_id}.m{span.start}-{span.end}",
                letter_id=letter_id,
                span=span,
                text=name,
                kind=kind,
                recogniser="test",
                score=1.0,
                anaphor=bool(ANAPHOR.fullmatch(name)),
            )
        )
        text += name + "。"
    return text, mentions, spans


def letter(
    letter_id,
    place,
    *names,
    department=None,
    date=None,
    aliases=(),
    joint=(),
    proposers=(),
    basis="signature",
    organ_place=None,
):
    """Return a letter and its recognition. `names`: (name, kind), or a name of an organisation; 我局 is an anaphor."""
    text, mentions, spans = _written(letter_id, names)
    header = Header(
        jurisdiction=place,
        organ_place=organ_place,
        department=Fact(value=department, basis=basis) if department else None,
        reply_date=Fact(value=date, basis="signature") if date else None,
        joint_departments=tuple(JointDepartment(name=one, role="会办") for one in joint),
        proposers=tuple(Fact(value=one, basis="salutation") for one in proposers),
    )
    made = Letter(
        letter_id=letter_id,
        source=f"{letter_id}.txt",
        raw_sha256="0" * 64,
        text=text,
        raw_offsets=array("I", range(len(text))),
        header=header,
        sections=(),
        sentences=(),
    )
    defined = tuple(
        AliasDefinition(
            letter_id=letter_id, name=full, alias=short, name_span=spans[full], alias_span=spans[short]
        )
        for full, short in aliases
    )
    return made, Recognition(letter_id=letter_id, mentions=tuple(mentions), aliases=defined)


def linked(*letters, curation=None, shelf=None) -> Linking:
    """Return the linking of letters made by `letter`, kept on this shelf."""
    return link(
        map(Namer(), (NameTask(letter=one, found=found) for one, found in letters)),
        knowledge=knowledge.load(),
        curation=curation or Curation(),
        shelf=shelf,
    )


def ids(linking, letters):
    """Return the entity ids of every name: {(letter_id, name): (id, …)}."""
    return {
        (made.letter_id, mention.text): linking.links[mention.mention_id].entity_ids
        for made, found in letters
        for mention in found.mentions
    }


def names_of(linking):
    """Return the preferred names of all entities, sorted."""
    return sorted(entity.name for entity in linking.entities)


def suggested(linking):
    """Return the suggested pairs as frozensets of names."""
    names = {entity.entity_id: entity.name for entity in linking.entities}
    return {frozenset((names[left], names[right])) for left, right, _ in linking.suggestions}
