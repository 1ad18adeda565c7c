"""Entities and other nodes to rows of entities.csv, mentions to rows of mentions.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern

from corpus.records import Letter

from ..errors import BrokenEvidence
from ..knowledge import Knowledge
from ..link.linker import Linking
from ..records import Entity, Link, Mention, Node
from ..relate.response import sentence_at
from ..storage.narrow_records import only
from ..storage.packed_records import PackedRecords
from .graph_tables import EdgeRow, EntityRow, MentionRow
from .labels import ShortLabels


def mention_rows(letter: Letter, mentions: Iterable[Mention], links: Mapping[str, Link]) -> list[MentionRow]:
    """Return the rows of one letter in mentions.csv. Raises `BrokenEvidence` where a name is not there."""
    return [_mention_row(mention, letter, links[mention.mention_id]) for mention in mentions]


def _mention_row(mention: Mention, letter: Letter, link: Link) -> MentionRow:
    if letter.text[mention.span.start : mention.span.end] != mention.text:
        raise BrokenEvidence(f"{mention.mention_id}: {mention.text!r} does not stand at {mention.span.start}")
    sentence = sentence_at(letter, mention.span)
    return MentionRow(
        mention_id=mention.mention_id,
        letter_id=mention.letter_id,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        kind=mention.kind,
        entity_id=link.entity_ids[0] if link.entity_ids else "",
        entity_ids=link.entity_ids,
        anaphor=mention.anaphor,
        rule=link.rule,
        score=round(mention.score, 4),
        section_id=(sentence.section_id or "") if sentence else "",
        sentence_id=sentence.sentence_id if sentence else "",
        recogniser=mention.recogniser,
        reason=mention.reason,
        link_rule=link.rule,
        link_score=round(link.score, 4),
        certainty=link.certainty,
    )


def entity_rows(
    nodes: Iterable[Node],
    linking: Linking,
    edges: Sequence[EdgeRow],
    dates: Mapping[str, str],
    *,
    base: str,
    knowledge: Knowledge,
) -> Iterator[EntityRow]:
    """Yield a row for every entity and every other node, by id. `dates` by letter_id; `base` begins every IRI."""
    others, entities = _nodes(nodes), PackedRecords(Entity)
    for entity in linking.entities:
        entities.add(entity.entity_id, entity)
    labels = ShortLabels(places=knowledge.places, knowledge=knowledge.identity)
    letters, mentions = _where_seen(linking, edges)
    for node_id in sorted({*entities, *others}):
        thing = entities.get(node_id) or others[node_id]
        seen = letters.of(node_id)
        known = [date for one in seen if (date := dates.get(one))]
        yield EntityRow(
            entity_id=node_id,
            kind=thing.kind,
            subkind=thing.subkind,
            name=thing.name,
            short_name=labels.next(node_id, thing),
            aliases=thing.aliases or _other_names(linking, thing),
            jurisdiction=thing.jurisdiction,
            is_place=thing.kind == "place",
            mentions=mentions[node_id],
            letter_count=len(seen),
            letter_ids=seen,
            first_date=min(known, default=""),
            last_date=max(known, default=""),
            iri=base + node_id,
        )


def _other_names(linking: Linking, thing: Entity | Node) -> tuple[str, ...]:
    """Return the names of those whom people made one with a deputy or member."""
    node_id = thing.node_id if isinstance(thing, Node) else ""
    return tuple(sorted({*linking.people.get(node_id, {}).values()} - {thing.name}))


def _nodes(nodes: Iterable[Node]) -> PackedRecords[Node]:
    """Return the nodes by id: of several letters' own the one of the shortest name, of equals the last."""
    found = PackedRecords(Node)
    for node in nodes:
        known = found.get(node.node_id)
        if known is None or len(node.name) <= len(known.name):
            found.add(node.node_id, node)
    return found


class _LettersOfNodes:
    """For every node the letters that name or need it: most need one, which is kept without a set around it."""

    def __init__(self) -> None:
        self._one: dict[str, str] = {}
        self._several: dict[str, set[str]] = {}

    def add(self, node_id: str, letter_id: str) -> None:
        """Add a letter. Texts of rows that were on disk are their own: ids are interned, very many are the same."""
        one = self._one.get(node_id)
        if one is None:
            self._one[intern(node_id)] = intern(letter_id)
        elif one != letter_id:
            several = self._several.get(node_id)
            if several is None:
                self._several[intern(node_id)] = {one, intern(letter_id)}
            elif letter_id not in several:
                several.add(intern(letter_id))

    def of(self, node_id: str) -> tuple[str, ...]:
        """Return the letters of a node, sorted."""
        if node_id in self._several:
            return tuple(sorted(self._several[node_id]))
        return (self._one[node_id],) if node_id in self._one else ()


def _where_seen(linking: Linking, edges: Sequence[EdgeRow]) -> tuple[_LettersOfNodes, Counter[str]]:
    """Return for every node the letters that name or need it, and how often it is mentioned."""
    letters = _LettersOfNodes()
    mentions: Counter[str] = Counter()
    for letter_id, links in linking.links.letters():
        named = [intern(entity_id) for link in links.values() for entity_id in link.entity_ids]
        mentions.update(named)
        for entity_id in set(named):
            letters.add(entity_id, letter_id)
    for letter_id, in_header in linking.header.items():
        for entity_id in in_header.values():
            letters.add(entity_id, letter_id)
    for edge in only(edges, "source", "target", "letter_ids"):
        for letter_id in edge.letter_ids:
            letters.add(edge.source, letter_id)
            letters.add(edge.target, letter_id)
    return letters, mentions
