"""Nodes with a row in entities.csv: the four kinds, proposals, sessions, persons, places, points and further ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from corpus.slug import slug
from ontology.errors import VocabularyError
from ontology.organisation_kinds import subkind_of

from ...tables.graph_tables import EntityRow
from .block import NEXT, Block, filled, listed, named, named_as, said, seen
from .index import Index, value
from .places import jurisdiction_statements, place_statements
from .terms import escape, plain, text

_COUNTS_KEPT = 4096


def entity_blocks(rows: Iterable[EntityRow], index: Index) -> Iterator[Block]:
    """Yield one block per row, in the rows' order."""
    for row in rows:
        yield Block(index.node(row.entity_id), entity_statements(row, index))


def entity_statements(row: EntityRow, index: Index) -> str:
    """Return what entities.csv and edges.csv say of a node."""
    statements = (
        index.types(*_kinds(row, index)),
        _names(row),
        _own(row, index),
        f"{NEXT}fuwen:subkind {value('subkind', row.subkind)}" if row.subkind else "",
        jurisdiction_statements(row.jurisdiction, index.base),
        "" if row.kind == "reply" else _extent(row),
        _elsewhere(row.entity_id, index),
        edge_statements(row.entity_id, index),
    )
    return "".join(statements)


def _elsewhere(entity_id: str, index: Index) -> str:
    """Return the ids of the same thing in other catalogues: a match, never owl:sameAs."""
    known = index.external_ids.get(entity_id)
    if not known:
        return ""
    matches = listed("skos:exactMatch", [f"<{each.iri}>" for each in known if each.iri])
    return matches + listed("fuwen:externalId", [plain(f"{each.scheme}:{each.value}") for each in known])


def merged_blocks(merged: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one block per id that now stands for another entity, so that old links still lead somewhere."""
    kind = index.types("merged")
    for old, new in sorted(merged.items()):
        if old not in index.nodes and new in index.nodes:
            replaced = said("dcterms:isReplacedBy", index.node(new))
            yield Block(index.node(old), f"{kind}{named(old.partition('/')[2])}{replaced}")


def _extent(row: EntityRow) -> str:
    """Return how often, in how many letters and over which time a node is seen."""
    return _counts(row.mentions, row.letter_count) + seen(row.first_date, row.last_date)


@lru_cache(_COUNTS_KEPT)
def _counts(mentions: int, letters: int) -> str:
    return filled(
        ("fuwen:mentionCount", str(mentions) if mentions else ""),
        ("fuwen:letterCount", str(letters) if letters else ""),
    )


def edge_statements(node_id: str, index: Index) -> str:
    """Return the direct triples of a node: one per edge, grouped by property."""
    targets: dict[str, set[str]] = defaultdict(set)
    for predicate, other in index.links.of(node_id):
        targets[predicate].add(other)
    return "".join([listed(predicate, found) for predicate, found in sorted(targets.items())])


def _kinds(row: EntityRow, index: Index) -> tuple[str, ...]:
    """Return the kind, and the sub-kind where the vocabulary has a class for it below that of the kind."""
    kind = index.words.kind(row.kind)
    subkind = row.subkind or _told_subkind(row, index)
    narrower = index.words.kinds.get(subkind)
    return (row.kind, subkind) if narrower and kind.iri in narrower.ancestors else (row.kind,)


def _told_subkind(row: EntityRow, index: Index) -> str:
    """Return the sub-kind that other columns tell: an organisation's name, the body that a proposal's replies name."""
    return subkind_of(row.name) if row.kind == "organisation" else _body(row, index)


def _body(row: EntityRow, index: Index) -> str:
    """Return cppcc or npc for a proposal: the body that its replies name."""
    if row.kind != "proposal":
        return ""
    letters = (index.letters.get(letter_id) for letter_id in row.letter_ids)
    return next((letter.body for letter in letters if letter), "")


def _names(row: EntityRow) -> str:
    name = escape(row.name)
    others = [plain(alias) for alias in sorted({*row.aliases} - {row.name})] if row.aliases else []
    short = row.short_name if row.short_name != row.name else ""
    return (
        f"{named_as(name)}{f'{NEXT}fuwen:shortName {plain(short)}' if short else ''}"
        f"{said('skos:altLabel', *[f'{other}@zh' for other in others]) if others else ''}"
        f"""{said("fuwen:anyName", f'"{name}"', *others)}"""
    )


def _own(row: EntityRow, index: Index) -> str:
    """Return what only this kind of node has."""
    if row.kind == "proposal":
        return filled(("dcterms:title", text(row.name)), ("dcterms:identifier", _number(row, index)))
    if row.kind == "session":
        term, meeting = _ordinals(row.entity_id)
        return filled(("fuwen:term", term), ("fuwen:meeting", meeting), ("fuwen:year", _held(row, index)))
    if row.kind == "point":
        return _proposal_of_point(row, index)
    if row.kind == "place":
        return place_statements(row.name, index.base)
    return ""


def _number(row: EntityRow, index: Index) -> str:
    """Return the printed number of a proposal: that of its letters with which its id ends, leading zeros aside."""
    numbers = {
        number
        for letter_id in row.letter_ids
        if letter_id in index.letters
        for number in index.letters[letter_id].proposal_numbers
    }
    found = sorted(number for number in numbers if row.entity_id.endswith(f"-{slug(number).lstrip('0')}"))
    return plain(found[0]) if found else ""


def _held(row: EntityRow, index: Index) -> str:
    """Return the year of a session as its letters print it, empty where none does or two do not agree."""
    letters = (index.letters.get(letter_id) for letter_id in row.letter_ids)
    years = {letter.session_year for letter in letters if letter and letter.session_year}
    return str(years.pop()) if len(years) == 1 else ""


def _ordinals(session_id: str) -> tuple[str, str]:
    """Return term and meeting from `session/<jurisdiction>-<body>-<term>-<meeting>`, empty where unknown."""
    parts = session_id.rsplit("-", 2)[1:]
    term, meeting = (part if part.isascii() and part.isdigit() else "" for part in (*parts, "", "")[:2])
    return term, meeting


def _proposal_of_point(row: EntityRow, index: Index) -> str:
    """Return the proposal that a point belongs to, from `point/<proposal>.<slug>`."""
    proposal = "proposal/" + row.entity_id.removeprefix("point/").partition(".")[0]
    return filled(("fuwen:ofProposal", index.node(proposal) if proposal in index.nodes else ""))


def check_kinds(rows: Iterable[EntityRow], index: Index) -> None:
    """Raise `VocabularyError` where a row has a kind that fuwen.ttl does not know."""
    unknown = sorted({row.kind for row in rows} - set(index.words.kinds))
    if unknown:
        raise VocabularyError(
            f"fuwen.ttl: 没有类别 {unknown[0]!r}；请补上一类并写 skos:notation · "
            f"has no class for the kind {unknown[0]!r}; add one with skos:notation"
        )
