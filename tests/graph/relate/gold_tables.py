"""The annotated letters as tables: what promises, figures and comparisons are read from, with gold mentions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from changed import replace
from gold_letters import FOLDERS, GoldLetter, gold_letter, rows
from publications import tables

from graph.relate.claims import CorpusClaims, LetterClaims, corpus_claims, letter_claims
from graph.relate.figures.conflicts import conflict_partners
from graph.relate.masked_letter import masked_letter
from graph.relate.passages import fingerprints
from graph.relate.typed.extraction import typed_relations
from graph.tables.claim_records import CommitmentRow
from graph.tables.claim_rows import commitment_rows, figure_rows, passage_rows, ranking_rows
from graph.tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, GraphTables, LetterRow, MentionRow
from graph.threads.rows import thread_rows
from graph.threads.steps import told_of_things
from ontology import places

FIVE = ("cppcc-2024237", "cppcc-2025141", "npc-JY20230063", "cppcc-2024232", "cppcc-2024079")
PAIR = ("d01", "d02")


@cache
def claims_in(doc: str) -> LetterClaims:
    return letter_claims(masked_letter(gold_letter(doc).linked, places.load()))


@cache
def claims_of(docs: tuple[str, ...]) -> CorpusClaims:
    prints = [fingerprints(gold_letter(doc).linked.letter) for doc in docs]
    return corpus_claims([claims_in(doc) for doc in docs], prints)


def promise_tables(docs: tuple[str, ...]) -> GraphTables:
    letters = [gold_letter(doc) for doc in docs]
    edges, evidence = edge_rows(letters)
    known, mentions = [letter_row(each) for each in letters], mention_rows(letters)
    entities = [replace(row, letter_ids=naming(row.entity_id, mentions)) for row in entity_rows()]
    commitments = promised_in(docs)
    return tables(
        letters=known,
        entities=entities,
        mentions=mentions,
        edges=edges,
        evidence=evidence,
        commitments=commitments,
        threads=thread_rows(commitments, told_of_things(edges, evidence), known, entities),
    )


def promised_in(docs: tuple[str, ...]) -> list[CommitmentRow]:
    rows = [commitment_rows(claims_in(doc).commitments, gold_letter(doc).linked.letter) for doc in docs]
    return sorted((row for found in rows for row in found), key=lambda row: row.commitment_id)


def naming(entity_id: str, mentions: Sequence[MentionRow]) -> tuple[str, ...]:
    return tuple(sorted({row.letter_id for row in mentions if entity_id in row.entity_ids}))


def compared_tables(docs: tuple[str, ...]) -> GraphTables:
    letters, together = [gold_letter(doc) for doc in docs], claims_of(docs)
    partners = conflict_partners(together.conflicts)
    own = [(claims_in(doc), gold_letter(doc).linked.letter) for doc in docs]
    figures = [row for said, letter in own for row in figure_rows(said.figures, letter)]
    return tables(
        entities=entity_rows(),
        mentions=mention_rows(letters),
        commitments=promised_in(docs),
        figures=[replace(row, conflict=partners.get(row.figure_id, ())) for row in figures],
        rankings=[row for said, letter in own for row in ranking_rows(said.rankings, letter)],
        passages=[*passage_rows(together.passages, {key: each.text for key, each in texts(letters).items()})],
    )


def texts(letters: Sequence[GoldLetter]):
    return {each.linked.letter.letter_id: each.linked.letter for each in letters}


def letter_row(each: GoldLetter) -> LetterRow:
    header = each.linked.letter.header
    return LetterRow(
        letter_id=each.linked.letter.letter_id,
        source=each.linked.letter.source,
        status="reply",
        jurisdiction=header.jurisdiction or "",
        reply_date=header.reply_date.value if header.reply_date else "",
    )


@cache
def entity_rows() -> tuple[EntityRow, ...]:
    return tuple(
        EntityRow(
            entity_id=row["id"],
            kind=row["kind"],
            name=row["preferred_name"],
            short_name="",
            aliases=tuple(row["aliases"]),
            iri="",
        )
        for folder in FOLDERS
        for row in rows(folder / "entities.jsonl")
    )


def mention_rows(letters: Sequence[GoldLetter]) -> list[MentionRow]:
    return [
        MentionRow(
            mention_id=mention.mention_id,
            letter_id=mention.letter_id,
            start=mention.span.start,
            end=mention.span.end,
            text=mention.text,
            kind=mention.kind,
            entity_id=next(iter(each.linked.entity_ids[mention.mention_id]), ""),
            entity_ids=each.linked.entity_ids[mention.mention_id],
            anaphor=mention.anaphor,
            rule="gold",
            score=1.0,
            section_id="",
            sentence_id="",
        )
        for each in letters
        for mention in each.linked.mentions
    ]


def edge_rows(letters: Sequence[GoldLetter]) -> tuple[list[EdgeRow], list[EvidenceRow]]:
    edges: dict[str, EdgeRow] = {}
    evidence: list[EvidenceRow] = []
    for each in letters:
        letter = each.linked.letter
        for claim in typed_relations(masked_letter(each.linked, places.load())):
            key = f"{claim.source}|{claim.relation}|{claim.target}"
            edges[key] = EdgeRow(
                edge_id=key,
                source=claim.source,
                relation=claim.relation,
                target=claim.target,
                directed=claim.directed,
                weight=1,
                distinct_texts=1,
                letter_count=1,
                letter_ids=(letter.letter_id,),
            )
            evidence.append(
                EvidenceRow(
                    evidence_id=f"{key}@{letter.letter_id}{claim.sentence_id}",
                    edge_id=key,
                    origin="letter",
                    letter_id=letter.letter_id,
                    sentence_id=claim.sentence_id,
                    start=claim.quote.start,
                    end=claim.quote.end,
                    quote=letter.text[claim.quote.start : claim.quote.end],
                    source_start=claim.source_span.start if claim.source_span else None,
                    target_start=claim.target_span.start if claim.target_span else None,
                    status=claim.status,
                    cue=claim.cue,
                    date=letter.header.reply_date.value if letter.header.reply_date else "",
                )
            )
    return list(edges.values()), evidence
