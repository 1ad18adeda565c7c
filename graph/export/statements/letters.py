"""The letters themselves: documents, sections, sentences and mentions, with offsets into the published text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from corpus.slug import slug
from ontology.topics import Topic, with_own

from ...tables.graph_tables import LetterRow, MentionRow, SectionRow, SentenceRow
from .block import NEXT, Block, filled, listed, named, named_as, quoted, said, span
from .entities import edge_statements, entity_statements
from .index import Index, located, value
from .terms import day, decimal, escape, plain, text, token, year

_KEPT = 4096
_Row = TypeVar("_Row", SectionRow, SentenceRow, MentionRow)


def document_blocks(rows: Iterable[LetterRow], texts: Mapping[str, str], index: Index) -> Iterator[Block]:
    """Yield one block per letter that has a text. `texts` are what the offsets point into."""
    for row in rows:
        if index.letters.get(row.letter_id) is row:
            document = index.document(row.letter_id)
            yield Block(document, _document(row, index) + _header(row, texts.get(row.letter_id)), document)


def _document(row: LetterRow, index: Index) -> str:
    """Return class, names and edges: those of its node where it has one."""
    entity = index.replies.get(row.letter_id)
    if entity and row.status == "reply":
        return entity_statements(entity, index)
    kind = index.types("reply" if row.status == "reply" else "document")
    return kind + named(row.title or row.letter_id)


def _header(row: LetterRow, letter_text: str | None) -> str:
    digest = sha256(letter_text.encode(errors="replace")).hexdigest() if letter_text is not None else ""
    known = filled(
        ("dcterms:title", row.title and text(row.title)),
        ("dcterms:identifier", plain(row.letter_id)),
        ("dcterms:issued", row.reply_date and day(row.reply_date)),
        ("fuwen:dateText", row.reply_date and plain(row.reply_date)),
        ("fuwen:year", year(row.reply_date)),
    )
    source = filled(
        ("fuwen:sourceFile", plain(row.source)),
        ("fuwen:sourceUrl", row.source_url and plain(row.source_url)),
        ("fuwen:sourceSha256", row.sha256 and plain(row.sha256)),
        ("fuwen:textSha256", digest and plain(digest)),
    )
    return f"{known}{_reply_header(row) if row.status == 'reply' else ''}{source}"


def _reply_header(row: LetterRow) -> str:
    """Return the header facts. What is absent is stated as absent: unsigned, basis none."""
    signed = "signed" if row.department_basis == "signature" else "unsigned"
    statements = (
        said("fuwen:signatureStatus", value("signature", signed)),
        said("fuwen:departmentBasis", value("basis", row.department_basis or "none")),
        said("fuwen:dateBasis", value("basis", row.date_basis or "none")),
        _printed("fuwen:proposalNumber", row.proposal_numbers),
        _printed("fuwen:addressee", row.addressees),
        _printed("fuwen:copyTo", row.copies_to),
        _printed("fuwen:supervisor", row.supervisors),
        filled(
            ("fuwen:documentNumber", row.document_number and plain(row.document_number)),
            ("fuwen:classification", row.classification and plain(row.classification)),
            ("fuwen:priority", row.priority and plain(row.priority)),
            ("fuwen:role", row.role and plain(row.role)),
        ),
    )
    return "".join(statements)


def _printed(predicate: str, values: Iterable[str]) -> str:
    """Return what a letter lists, in the order in which it stands there."""
    tokens = [plain(each) for each in dict.fromkeys(values) if each]
    return said(predicate, *tokens) if tokens else ""


def section_blocks(rows: Iterable[SectionRow], index: Index) -> Iterator[Block]:
    """Yield one block per section, letter by letter, in reading order."""
    kind = index.types("section")
    for order, row in _in_reading_order(rows):
        document = index.document(row.letter_id)
        node_id = f"section/{row.section_id}"
        statements = (
            kind,
            named(row.heading or row.section_id),
            said("fuwen:inDocument", document),
            located(row.parent, "", index.base),
            filled(("fuwen:heading", row.heading and plain(row.heading))),
            said("fuwen:level", str(row.level)),
            said("fuwen:order", str(order)),
            span(row.start, row.end),
            topics(row.topics, index),
            edge_statements(node_id, index),
        )
        yield Block(index.node(node_id), "".join(statements), document)


def sentence_blocks(rows: Iterable[SentenceRow], index: Index) -> Iterator[Block]:
    """Yield one block per sentence, letter by letter, in reading order."""
    kind = index.types("sentence")

    @lru_cache(_KEPT)
    def among(zone: str, about: tuple[str, ...]) -> tuple[str, str]:
        return filled(("fuwen:zone", zone and value("zone", zone))), topics(about, index)

    for order, row in _in_reading_order(rows):
        document = index.document(row.letter_id)
        label, quote = quoted(row.text)
        zone, about = among(row.zone, row.topics)
        statements = (
            f"{kind}{named_as(label)}{NEXT}fuwen:inDocument {document}"
            f"{located(row.section_id, '', index.base)}{zone}"
            f'{NEXT}fuwen:order {order}{span(row.start, row.end)}{NEXT}fuwen:quote "{quote}"{about}'
        )
        yield Block(token("sentence", row.sentence_id, index.base), statements, document)


def mention_blocks(rows: Iterable[MentionRow], index: Index) -> Iterator[Block]:
    """Yield one block per mention, letter by letter, in reading order."""
    mention, anaphor = index.types("mention"), index.types("anaphor")
    for _, row in _in_reading_order(rows):
        document, quote = index.document(row.letter_id), escape(row.text)
        statements = (
            f"{anaphor if row.anaphor else mention}{named_as(quote)}{NEXT}fuwen:inDocument {document}"
            f"{located(row.section_id, row.sentence_id, index.base)}"
            f"{listed('fuwen:refersTo', map(index.node, row.entity_ids))}"
            f'{span(row.start, row.end)}{NEXT}fuwen:quote "{quote}"'
            f"{_how(row.recogniser, row.rule, row.score, row.link_rule, row.link_score, row.certainty)}"
        )
        yield Block(token("mention", row.mention_id, index.base), statements, document)


@lru_cache(_KEPT)
def _how(
    recogniser: str, rule: str, score: float, link_rule: str, link_score: float | None, certainty: str
) -> str:
    """Return who found the name, by which rule, how sure; and the same of its link."""
    return filled(
        ("fuwen:recogniser", recogniser and plain(recogniser)),
        ("fuwen:rule", rule and plain(rule)),
        ("fuwen:score", decimal(score)),
        ("fuwen:linkRule", link_rule and plain(link_rule)),
        ("fuwen:linkScore", decimal(link_score) if link_score is not None else ""),
        ("fuwen:certainty", value("certainty", certainty)),
    )


def topics(names: Iterable[str], index: Index) -> str:
    """Return the links to topic nodes."""
    return listed("fuwen:topic", {index.node(topic_id(name)) for name in names})


@cache
def topic_id(name: str) -> str:
    """Return the node id of a topic."""
    return f"topic/{slug(name)}"


def topic_blocks(names: Iterable[str], own: Iterable[Topic], index: Index) -> Iterator[Block]:
    """Yield one block per topic, sorted by its id in the lexicon, which is the label of topics it does not list.

    `own` are the user's.
    """
    kind = index.types("topic")
    known = {topic.topic: topic for topic in with_own(own)}
    for name in sorted(set(names)):
        statements = [kind, said("dcterms:identifier", plain(name))]
        if name in known:
            labels = text(known[name].label_zh), text(known[name].label_en, "en")
            statements += [said("rdfs:label", *labels), said("skos:prefLabel", *labels)]
            statements.append(said("fuwen:name", plain(known[name].label_zh)))
        else:
            statements.append(named(name))
        yield Block(index.node(topic_id(name)), "".join(statements))


def _in_reading_order(rows: Iterable[_Row]) -> Iterator[tuple[int, _Row]]:
    """Yield (place in its letter from 1, row). Rows of one letter stand together; they are put in text order."""
    for _, letter_rows in groupby(rows, key=attrgetter("letter_id")):
        ordered = sorted(letter_rows, key=attrgetter("start", "end"))
        yield from enumerate(ordered, start=1)
