"""The letters themselves: documents, sections, sentences and mentions, with offsets into the published text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from corpus.slug import slug
from ontology.topics import topics as topic_lexicon

from ...tables import LetterRow, MentionRow, SectionRow, SentenceRow
from .entities import edge_properties, entity_properties
from .index import Block, Index, Properties, excerpt, filled, named
from .terms import day, decimal, plain, text, year

_Row = TypeVar("_Row", SectionRow, SentenceRow, MentionRow)


def document_blocks(rows: Iterable[LetterRow], texts: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one block per letter that has a text. `texts` are what the offsets point into."""
    for row in rows:
        if index.letters.get(row.letter_id) is row:
            properties = _document(row, index) + _header(row, texts.get(row.letter_id), index)
            document = index.document(row.letter_id)
            yield Block(subject=document, properties=properties, document=document)


def _document(row: LetterRow, index: Index) -> Properties:
    """Return class, names and edges: those of its node where it has one."""
    node = index.nodes.get(f"reply/{row.letter_id}")
    if node and row.status == "reply":
        return entity_properties(node, index)
    kind = index.words.kind("reply") if row.status == "reply" else index.words.kind("document")
    return [index.types(kind), *named(row.title or row.letter_id)]


def _header(row: LetterRow, letter_text: str | None, index: Index) -> Properties:
    digest = sha256(letter_text.encode(errors="replace")).hexdigest() if letter_text is not None else ""
    own = _reply_header(row, index) if row.status == "reply" else []
    return [
        *filled(
            ("dcterms:title", row.title and text(row.title)),
            ("dcterms:identifier", plain(row.letter_id)),
            ("dcterms:issued", row.reply_date and day(row.reply_date)),
            ("fuwen:dateText", row.reply_date and plain(row.reply_date)),
            ("fuwen:year", year(row.reply_date)),
        ),
        *own,
        *filled(
            ("fuwen:sourceFile", plain(row.source)),
            ("fuwen:sourceUrl", row.source_url and plain(row.source_url)),
            ("fuwen:sourceSha256", row.sha256 and plain(row.sha256)),
            ("fuwen:textSha256", digest and plain(digest)),
        ),
    ]


def _reply_header(row: LetterRow, index: Index) -> Properties:
    """Return the header facts. What is absent is stated as absent: unsigned, basis none."""
    signed = "signed" if row.department_basis == "signature" else "unsigned"
    return [
        ("fuwen:signatureStatus", [index.value("signature", signed)]),
        ("fuwen:departmentBasis", [index.value("basis", row.department_basis or "none")]),
        ("fuwen:dateBasis", [index.value("basis", row.date_basis or "none")]),
        *_listed("fuwen:proposalNumber", row.proposal_numbers),
        *_listed("fuwen:addressee", row.addressees),
        *_listed("fuwen:copyTo", row.copies_to),
        *_listed("fuwen:supervisor", row.supervisors),
        *filled(
            ("fuwen:documentNumber", row.document_number and plain(row.document_number)),
            ("fuwen:classification", row.classification and plain(row.classification)),
            ("fuwen:priority", row.priority and plain(row.priority)),
            ("fuwen:role", row.role and plain(row.role)),
        ),
    ]


def _listed(predicate: str, values: Iterable[str]) -> Properties:
    tokens = [plain(value) for value in dict.fromkeys(values) if value]
    return [(predicate, tokens)] if tokens else []


def section_blocks(rows: Iterable[SectionRow], index: Index) -> Iterator[Block]:
    """Yield one block per section, letter by letter, in reading order."""
    for order, row in _in_reading_order(rows):
        document = index.document(row.letter_id)
        node_id = f"section/{row.section_id}"
        properties = [
            index.types(index.words.kind("section")),
            *named(row.heading or row.section_id),
            ("fuwen:inDocument", [document]),
            *filled(
                ("fuwen:inSection", row.parent and index.node(f"section/{row.parent}")),
                ("fuwen:heading", row.heading and plain(row.heading)),
            ),
            ("fuwen:level", [str(row.level)]),
            ("fuwen:order", [str(order)]),
            ("fuwen:begin", [str(row.start)]),
            ("fuwen:end", [str(row.end)]),
            *topics(row.topics, index),
            *edge_properties(node_id, index),
        ]
        yield Block(subject=index.node(node_id), properties=properties, document=document)


def sentence_blocks(rows: Iterable[SentenceRow], index: Index) -> Iterator[Block]:
    """Yield one block per sentence, letter by letter, in reading order."""
    sentence = index.types(index.words.kind("sentence"))
    for order, row in _in_reading_order(rows):
        document = index.document(row.letter_id)
        properties = [
            sentence,
            *named(excerpt(row.text)),
            ("fuwen:inDocument", [document]),
            *filled(
                ("fuwen:inSection", row.section_id and index.node(f"section/{row.section_id}")),
                ("fuwen:zone", row.zone and index.value("zone", row.zone)),
            ),
            ("fuwen:order", [str(order)]),
            ("fuwen:begin", [str(row.start)]),
            ("fuwen:end", [str(row.end)]),
            ("fuwen:quote", [plain(row.text)]),
            *topics(row.topics, index),
        ]
        yield Block(
            subject=index.node(f"sentence/{row.sentence_id}"), properties=properties, document=document
        )


def mention_blocks(rows: Iterable[MentionRow], index: Index) -> Iterator[Block]:
    """Yield one block per mention, letter by letter, in reading order."""
    mention = index.types(index.words.kind("mention"))
    anaphor = index.types(index.words.kind("anaphor"))
    for _, row in _in_reading_order(rows):
        document = index.document(row.letter_id)
        targets = [index.node(entity_id) for entity_id in row.entity_ids]
        properties = [
            anaphor if row.anaphor else mention,
            *named(row.text),
            ("fuwen:inDocument", [document]),
            *filled(
                ("fuwen:inSection", row.section_id and index.node(f"section/{row.section_id}")),
                ("fuwen:inSentence", row.sentence_id and index.node(f"sentence/{row.sentence_id}")),
            ),
            *([("fuwen:refersTo", sorted(targets))] if targets else []),
            ("fuwen:begin", [str(row.start)]),
            ("fuwen:end", [str(row.end)]),
            ("fuwen:quote", [plain(row.text)]),
            *_how(row, index),
        ]
        yield Block(subject=index.node(f"mention/{row.mention_id}"), properties=properties, document=document)


def _how(row: MentionRow, index: Index) -> Properties:
    """Return who found the name, by which rule, how sure; and the same of its link."""
    linked = decimal(row.link_score) if row.link_score is not None else ""
    return filled(
        ("fuwen:recogniser", row.recogniser and plain(row.recogniser)),
        ("fuwen:rule", row.rule and plain(row.rule)),
        ("fuwen:score", decimal(row.score)),
        ("fuwen:linkRule", row.link_rule and plain(row.link_rule)),
        ("fuwen:linkScore", linked),
        ("fuwen:certainty", index.value("certainty", row.certainty)),
    )


def topics(names: Iterable[str], index: Index) -> Properties:
    """Return the links to topic nodes."""
    tokens = sorted({index.node(topic_id(name)) for name in names})
    return [("fuwen:topic", tokens)] if tokens else []


def topic_id(name: str) -> str:
    """Return the node id of a topic."""
    return f"topic/{slug(name)}"


def topic_blocks(names: Iterable[str], index: Index) -> Iterator[Block]:
    """Yield one block per topic, sorted by its id in the lexicon, which is the label of topics it does not list."""
    kind = index.types(index.words.kind("topic"))
    known = {topic.topic: topic for topic in topic_lexicon()}
    for name in sorted(set(names)):
        properties = [kind, ("dcterms:identifier", [plain(name)])]
        if name in known:
            labels = [text(known[name].label_zh), text(known[name].label_en, "en")]
            properties += [("rdfs:label", labels), ("skos:prefLabel", labels)]
            properties.append(("fuwen:name", [plain(known[name].label_zh)]))
        else:
            properties += named(name)
        yield Block(subject=index.node(topic_id(name)), properties=properties)


def _in_reading_order(rows: Iterable[_Row]) -> Iterator[tuple[int, _Row]]:
    """Yield (place in its letter from 1, row). Rows of one letter stand together; they are put in text order."""
    for _, letter_rows in groupby(rows, key=attrgetter("letter_id")):
        ordered = sorted(letter_rows, key=attrgetter("start", "end"))
        yield from enumerate(ordered, start=1)
