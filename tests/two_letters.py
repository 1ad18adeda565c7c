"""Two invented letters as a complete publication: every table filled, every offset true. Small enough to read."""

from __future__ import annotations

from decimal import Decimal

from graph.drawing.layout import positions
from graph.export.publication import Publication
from graph.tables.claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow
from graph.tables.graph_tables import (
    EdgeRow,
    EntityRow,
    EvidenceRow,
    GraphTables,
    IssueRow,
    LetterRow,
    MentionRow,
    SectionRow,
    SentenceRow,
)
from graph.threads.rows import thread_rows
from graph.threads.steps import told_of_things

BASE = "https://w3id.org/fuwen/id/"
FIRST = "江宁区-cppcc-5-2-021-区科技局"
SECOND = "江宁区-cppcc-5-3-034-x"
TEXTS = {
    FIRST: (
        "一、关于设立种子基金的建议\n区科技局依托江宁中试平台设立江宁种子基金。\n江宁种子基金规模2亿元。\n"
        "江宁区科技局\n2024年6月"
    ),
    SECOND: "下一步，江宁种子基金将支持\\“江宁中试平台”。\n我局将落实《江宁行动》。",
}
PROPOSALS = {FIRST: "proposal/江宁区-cppcc-5-2-21", SECOND: "proposal/江宁区-cppcc-5-3-34"}
BUREAU, FUND, PLATFORM, POLICY = "e/江宁区科技局", "e/江宁种子基金", "e/江宁中试平台", "e/江宁行动"
POINT, SESSION, PERSON = (
    "point/江宁区-cppcc-5-2-21.设立种子基金",
    "session/江宁区-cppcc-5-2",
    "person/江宁区-cppcc-5-王芳",
)
DATES = {FIRST: "2024-06", SECOND: ""}


def two_letters() -> Publication:
    """Return the publication: one signed letter dated to the month, one unsigned and undated."""
    sentences = tuple(row for letter_id in TEXTS for row in _sentences(letter_id))
    evidence = tuple(sorted(_evidence(sentences), key=lambda row: row.evidence_id))
    edges = tuple(sorted(_edges(), key=lambda row: row.edge_id))
    entities = tuple(sorted(_entities(), key=lambda row: row.entity_id))
    commitments = tuple(_commitments(sentences))
    tables = GraphTables(
        letters=_letters(),
        sections=_sections(),
        sentences=sentences,
        mentions=tuple(row for sentence in sentences for row in _mentions(sentence)),
        entities=entities,
        edges=edges,
        evidence=evidence,
        figures=tuple(_figures(sentences)),
        rankings=tuple(_rankings(sentences)),
        commitments=commitments,
        threads=thread_rows(commitments, told_of_things(edges, evidence), _letters(), entities),
        passages=tuple(_passages()),
        issues=(
            IssueRow(
                source="c.txt",
                letter_id="",
                severity="error",
                code="empty",
                where="",
                value="",
                message="",
                hint="",
            ),
        ),
    )
    return Publication(
        tables=tables,
        texts=TEXTS,
        positions=positions(tables.entities, tables.edges),
        base=BASE,
        version="0.1.0",
        corpus_hash="0f3a9c21b7de",
    )


def _letters():
    return (
        LetterRow(
            letter_id=FIRST,
            source="a.txt",
            status="reply",
            title="关于区政协五届二次会议021号提案的答复",
            body="cppcc",
            jurisdiction="南京市江宁区",
            proposal_numbers=("021",),
            addressees=("王芳",),
            department="江宁区科技局",
            department_basis="signature",
            reply_date="2024-06",
            date_basis="signature",
            sha256="a" * 64,
        ),
        LetterRow(letter_id=SECOND, source="b.txt", status="reply", body="cppcc", proposal_numbers=("034",)),
        LetterRow(letter_id="", source="c.txt", status="refused"),
    )


def _sections():
    text = TEXTS[FIRST]
    return (
        SectionRow(
            letter_id=FIRST,
            section_id=f"{FIRST}.s1",
            parent="",
            level=1,
            heading="一、关于设立种子基金的建议",
            recommendation_point="设立种子基金",
            topics=("科技金融",),
            start=0,
            end=text.index("江宁区科技局"),
        ),
    )


def _sentences(letter_id):
    text = TEXTS[letter_id]
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        in_section = letter_id == FIRST and number <= 3
        yield SentenceRow(
            letter_id=letter_id,
            sentence_id=f"{letter_id}.{number}",
            section_id=f"{FIRST}.s1" if in_section else "",
            start=start,
            end=start + len(line),
            text=line,
            topics=("科技金融", "中试") if "平台" in line else (),
            zone="heading" if line.startswith("一、") else "body",
        )
        start += len(line) + 1


NAMES = {
    "江宁区科技局": BUREAU,
    "区科技局": BUREAU,
    "我局": BUREAU,
    "江宁种子基金": FUND,
    "江宁中试平台": PLATFORM,
    "江宁行动": POLICY,
}
KINDS = {BUREAU: "organisation", FUND: "fund", PLATFORM: "platform", POLICY: "policy"}


def _mentions(sentence):
    taken = set()
    for name, entity_id in NAMES.items():
        at = sentence.text.find(name)
        if at < 0 or at in taken or at - 2 in taken:
            continue
        taken.update((at, at + 2))
        unresolved = name == "我局"
        yield MentionRow(
            mention_id=f"{sentence.letter_id}.m{sentence.start + at}",
            letter_id=sentence.letter_id,
            start=sentence.start + at,
            end=sentence.start + at + len(name),
            text=name,
            kind=KINDS[entity_id],
            entity_id="" if unresolved else entity_id,
            entity_ids=() if unresolved else (entity_id,),
            anaphor=unresolved,
            rule="exact",
            score=0.5,
            section_id=sentence.section_id,
            sentence_id=sentence.sentence_id,
            link_score=1.0,
        )


def _entities():
    both = (FIRST, SECOND)
    yield _entity(
        BUREAU,
        "organisation",
        "江宁区科技局",
        (FIRST,),
        subkind="government_department",
        aliases=("区科技局",),
    )
    yield _entity(FUND, "fund", "江宁种子基金", both)
    yield _entity(PLATFORM, "platform", "江宁中试平台", both)
    yield _entity(POLICY, "policy", "江宁行动", (SECOND,))
    yield _entity(PROPOSALS[FIRST], "proposal", "关于设立种子基金的提案", (FIRST,), subkind="cppcc")
    yield _entity(PROPOSALS[SECOND], "proposal", "第034号提案", (SECOND,), subkind="cppcc")
    yield _entity(f"reply/{FIRST}", "reply", "关于区政协五届二次会议021号提案的答复", (FIRST,))
    yield _entity(f"reply/{SECOND}", "reply", "对第034号的答复", (SECOND,))
    yield _entity(f"section/{FIRST}.s1", "section", "一、关于设立种子基金的建议", (FIRST,))
    yield _entity(POINT, "point", "设立种子基金", (FIRST,))
    yield _entity(SESSION, "session", "江宁区政协五届二次会议", (FIRST,))
    yield _entity(PERSON, "person", "王芳", (FIRST,))


def _entity(entity_id, kind, name, letter_ids, **more):
    dates = sorted(date for date in (DATES[letter_id] for letter_id in letter_ids) if date)
    return EntityRow(
        entity_id=entity_id,
        kind=kind,
        name=name,
        short_name=name[:10],
        letter_count=len(letter_ids),
        letter_ids=letter_ids,
        first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "",
        mentions=1,
        iri=BASE + entity_id,
        **more,
    )


EDGES = (
    (f"reply/{FIRST}", "responds_to", PROPOSALS[FIRST], FIRST, "asserted"),
    (f"reply/{SECOND}", "responds_to", PROPOSALS[SECOND], SECOND, "asserted"),
    (f"reply/{FIRST}", "issued_by", BUREAU, FIRST, "asserted"),
    (BUREAU, "answered", PROPOSALS[FIRST], FIRST, "inferred"),
    (PROPOSALS[FIRST], "submitted_by", PERSON, FIRST, "asserted"),
    (PROPOSALS[FIRST], "submitted_to", SESSION, FIRST, "asserted"),
    (f"section/{FIRST}.s1", "addresses", POINT, FIRST, "asserted"),
    (FUND, "cited_in", f"reply/{FIRST}", FIRST, "asserted"),
    (FUND, "cited_in", f"reply/{SECOND}", SECOND, "asserted"),
    (BUREAU, "established", FUND, FIRST, "asserted"),
    (FUND, "supports", PLATFORM, SECOND, "suggested"),
    (POLICY, "same_as_suggested", PLATFORM, "", "suggested"),
)


def _edges():
    for number, (source, relation, target, letter_id, certainty) in enumerate(EDGES, start=1):
        yield _edge(f"r{number:02}", source, relation, target, (letter_id,) if letter_id else (), certainty)
    co_mention = _edge("r90", FUND, "co_mention", PLATFORM, (FIRST, SECOND), "asserted")
    yield co_mention


def _edge(edge_id, source, relation, target, letter_ids, certainty):
    co_mention = relation == "co_mention"
    return EdgeRow(
        edge_id=edge_id,
        source=source,
        relation=relation,
        target=target,
        directed=relation not in {"co_mention", "same_as_suggested"},
        weight=max(len(letter_ids), 1),
        weight_frac=2.0 if co_mention else None,
        npmi=-0.25 if co_mention else None,
        distinct_texts=max(len(letter_ids), 1),
        letter_count=len(letter_ids),
        letter_ids=letter_ids,
        first_date="2024-06" if FIRST in letter_ids else "",
        last_date="2024-06" if FIRST in letter_ids else "",
        status="done" if relation == "established" else "",
        certainty=certainty,
    )


def _evidence(sentences):
    by_letter = {letter_id: [row for row in sentences if row.letter_id == letter_id] for letter_id in TEXTS}
    for edge in _edges():
        if not edge.letter_ids:
            yield EvidenceRow(
                evidence_id=f"{edge.edge_id}.1",
                edge_id=edge.edge_id,
                origin="derived",
                rule="homonym",
                certainty="suggested",
                score=0.5,
            )
        for number, letter_id in enumerate(edge.letter_ids, start=1):
            row = next(
                (row for row in by_letter[letter_id] if "种子基金" in row.text), by_letter[letter_id][0]
            )
            yield EvidenceRow(
                evidence_id=f"{edge.edge_id}.{number}",
                edge_id=edge.edge_id,
                origin="derived" if edge.certainty == "inferred" else "letter",
                letter_id=letter_id,
                section_id=row.section_id,
                sentence_id=row.sentence_id,
                start=row.start,
                end=row.end,
                quote=row.text,
                status=edge.status,
                cue="设立" if edge.status else "",
                date=DATES[letter_id],
                rule=edge.relation,
                score=0.9,
                certainty=edge.certainty,
                names_in_window=2,
            )


def _said(sentences, words):
    """Return where a sentence with these words stands, as the columns that all claims share."""
    row = next(row for row in sentences if words in row.text)
    return {
        "letter_id": row.letter_id,
        "section_id": row.section_id,
        "sentence_id": row.sentence_id,
        "start": row.start,
        "end": row.end,
        "quote": row.text,
        "date": DATES[row.letter_id],
    }


def _figures(sentences):
    said = _said(sentences, "2亿元")
    number = TEXTS[FIRST].index("2亿元")
    yield FigureRow(
        **said,
        figure_id=f"{FIRST}.f{number:05}",
        type="amount",
        metric="规模",
        value="2",
        unit="亿元",
        normalised_value=Decimal("200000000"),
        canonical_unit="元",
        bound="exact",
        amount_role="fund_size",
        payer=BUREAU,
        payee="企业",
        about_ids=(FUND,),
        period_start="2024",
        period_end="2024-12-31",
        number_start=number,
        number_end=number + 3,
    )


def _rankings(sentences):
    yield RankingRow(
        **_said(sentences, "规模"),
        ranking_id=f"{FIRST}.r00001",
        metric="规模",
        words="全市第二",
        scope="全市",
        territory="南京市",
        rank=2,
        figure_id=f"{FIRST}.f{TEXTS[FIRST].index('2亿元'):05}",
        about_ids=(FUND,),
    )


def _commitments(sentences):
    said = _said(sentences, "将支持")
    yield CommitmentRow(
        **said,
        commitment_id=f"{SECOND}.c00000",
        actor=FUND,
        responsible="place/南京市江宁区",
        responsible_basis="implied",
        what="支持江宁中试平台",
        object_ids=(PLATFORM,),
        status="planned",
        cue="将",
        due="2025年底前",
        clause_start=said["start"],
        clause_end=said["end"],
    )


def _passages():
    for letter_id, text in TEXTS.items():
        start = text.index("江宁种子基金")
        yield PassageRow(
            passage_id="p01",
            letter_id=letter_id,
            start=start,
            end=start + 6,
            quote="江宁种子基金",
            sentence_ids=(f"{letter_id}.{text[:start].count(chr(10)) + 1}",),
            length=6,
            letter_count=2,
            letter_ids=(FIRST, SECOND),
        )
