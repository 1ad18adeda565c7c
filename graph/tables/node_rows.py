"""Entities and other nodes to rows of entities.csv, mentions to rows of mentions.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from sys import intern

from corpus.records import Letter

from ..errors import BrokenEvidence
from ..knowledge import Knowledge
from ..link.linker import Linking
from ..records import Link, Mention, Node
from ..relate.response import sentence_at
from .graph_tables import EdgeRow, EntityRow, MentionRow
from .labels import short_labels


def mention_rows(letter: Letter, mentions: Iterable[Mention], links: Mapping[str, Link]) -> list[MentionRow]:
    """Return the rows of one letter in mentions.csv. Raises `BrokenEvidence` where a name is not there."""
    return [_mention_row(mention, letter, links[mention.mention_id]) for mention in mentions]


def _mention_row(mention: Mention, letter: Letter, link: Link) -> MentionRow:
    if letter.text[mention.span.start : mention.span.end] != mention.text:
        raise BrokenEvidence(f"{mention.mention_id}: {mention.text!r} does not stand at {mention.span.start}")
    sentence = sentence_at(letter, mention.span)
    entity_ids = tuple(map(intern, link.entity_ids))
    return MentionRow(
        mention_id=mention.mention_id,
        letter_id=intern(mention.letter_id),
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        kind=mention.kind,
        entity_id=entity_ids[0] if entity_ids else "",
        entity_ids=entity_ids,
        anaphor=mention.anaphor,
        rule=intern(link.rule),
        score=round(mention.score, 4),
        section_id=intern((sentence.section_id or "") if sentence else ""),
        sentence_id=intern(sentence.sentence_id if sentence else ""),
        recogniser=intern(mention.recogniser),
        reason=intern(mention.reason),
        link_rule=intern(link.rule),
        link_score=round(link.score, 4),
        certainty=link.certainty,
    )


def entity_rows(
    nodes: Iterable[Node],
    linking: Linking,
    edges: Iterable[EdgeRow],
    dates: Mapping[str, str],
    *,
    base: str,
    knowledge: Knowledge,
) -> list[EntityRow]:
    """Return a row for every entity and every other node, by id. `dates` by letter_id; `base` begins every IRI."""
    others = {node.node_id: node for node in sorted(nodes, key=lambda node: (node.node_id, -len(node.name)))}
    entities = {entity.entity_id: entity for entity in linking.entities}
    labels = short_labels(
        entities.values(), others.values(), places=knowledge.places, knowledge=knowledge.identity
    )
    letters, mentions = _where_seen(linking, edges)
    rows = []
    for node_id in sorted({*others, *entities}):
        thing = entities.get(node_id) or others[node_id]
        seen = tuple(sorted(letters.pop(node_id, ())))
        known = sorted(dates[one] for one in seen if dates.get(one))
        rows.append(
            EntityRow(
                entity_id=node_id,
                kind=thing.kind,
                subkind=thing.subkind,
                name=thing.name,
                short_name=labels[node_id],
                aliases=thing.aliases,
                jurisdiction=thing.jurisdiction,
                is_place=thing.kind == "place",
                mentions=mentions[node_id],
                letter_count=len(seen),
                letter_ids=seen,
                first_date=known[0] if known else "",
                last_date=known[-1] if known else "",
                iri=base + node_id,
            )
        )
    return rows


def _where_seen(linking: Linking, edges: Iterable[EdgeRow]) -> tuple[dict[str, set[str]], Counter[str]]:
    """Return for every node the letters that name or need it, and how often it is mentioned.

    Rows that were on disk have texts of their own: ids are interned, since very many nodes need the same letters.
    """
    letters: dict[str, set[str]] = {}
    mentions: Counter[str] = Counter()
    for letter_id, links in linking.links.letters():
        for link in links.values():
            for entity_id in link.entity_ids:
                letters.setdefault(intern(entity_id), set()).add(letter_id)
                mentions[entity_id] += 1
    for letter_id, named in linking.header.items():
        for entity_id in named.values():
            letters.setdefault(entity_id, set()).add(letter_id)
    for edge in edges:
        for end in (edge.source, edge.target):
            seen = letters.get(end)
            if seen is None:
                letters[intern(end)] = {*map(intern, edge.letter_ids)}
            elif not seen.issuperset(
                edge.letter_ids
            ):  # what a letter relates it names as well, nearly always
                seen.update(map(intern, edge.letter_ids))
    return letters, mentions
