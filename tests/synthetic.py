"""Publications made up for tests and benchmarks: any size, deterministic, with texts that hold what the rows say."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from math import cos, pi, sin, sqrt

from changed import replace

from graph.export.publication import Publication
from graph.tables.claim_records import CommitmentRow, FigureRow
from graph.tables.graph_tables import (
    EdgeRow,
    EntityRow,
    EvidenceRow,
    GraphTables,
    LetterRow,
    MentionRow,
    SectionRow,
    SentenceRow,
)

BASE = "https://w3id.org/fuwen/id/"
PLACES = ("南州市", "江北区", "临港市", "云岭县", "平湖区", "石梁市", "东塘区", "青川市")
FIELDS = (
    "生物医药", "知识产权", "科技金融", "智能制造", "集成电路", "新材料", "现代农业", "数据要素",
    "低空经济", "海洋科技", "文化旅游", "养老服务", "学前教育", "轨道交通", "绿色能源", "人工智能",
)  # fmt: skip
HEADS = {
    "organisation": ("局", "研究院", "协会", "有限公司", "保护中心"),
    "fund": ("产业基金", "引导基金", "种子基金", "风险补偿资金池"),
    "platform": ("公共服务平台", "中试基地", "重点实验室", "交易中心", "产业园"),
    "policy": ("发展规划", "若干措施", "行动计划", "管理办法"),
}
VERBS = (
    "依托{0}推动{1}落地",
    "由{0}会同{1}开展试点",
    "{0}与{1}签署合作协议",
    "支持{0}建设{1}",
    "落实{1}，{0}已完成",
)
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "思远明华静怡文博晓岚"


@dataclass(slots=True)
class Text:
    """A letter's text while it grows; `add` returns the span of what was added."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, part: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(part)
        self.length += len(part)
        return start, self.length


@dataclass(slots=True)
class Rows:
    """The tables while they grow; edges are gathered with their evidence."""

    letters: list[LetterRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)
    sentences: list[SentenceRow] = field(default_factory=list)
    mentions: list[MentionRow] = field(default_factory=list)
    nodes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    seen: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[tuple[str, str, str], list[EvidenceRow]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesWithClaims(GraphTables):
    """The tables with what the letters promise and count."""

    commitments: Sequence[CommitmentRow] = ()
    figures: Sequence[FigureRow] = ()


def publication(letters: int = 5, *, entities_per_letter: int = 12, seed: int = 7) -> Publication:
    """Return a publication of so many letters; one in six is unsigned, one in seven bears no date."""
    chance = random.Random(seed)  # noqa: S311  (the same graph every time, no secret)
    rows = Rows()
    pool = _pool(max(10, letters * entities_per_letter // 3))
    for number in range(letters):
        _letter(rows, number, pool, entities_per_letter, chance)
    _suggestion(rows)
    return _publication(rows)


def _suggestion(rows: Rows) -> None:
    """Two policies that may be the same: an edge without a sentence, certainty suggested."""
    pair = sorted(node for node, (kind, _, _) in rows.nodes.items() if kind == "policy")[:2]
    if len(pair) == 2:
        key = (pair[0], "same_as_suggested", pair[1])
        rows.evidence[key].append(
            EvidenceRow(
                evidence_id="|".join(key), edge_id="|".join(key), origin="derived", rule="near name",
                certainty="suggested", score=0.6,
            )
        )  # fmt: skip


def _pool(size: int) -> list[tuple[str, str]]:
    """Return (kind, name) pairs, popular ones first."""
    pool = []
    kinds = list(HEADS)
    for number in range(size):
        kind = kinds[number % 4]
        place = PLACES[number % 8] if number % 3 else f"{PLACES[number % 8]}第{number}"
        field_name = FIELDS[(number * 7) % 16]
        head = HEADS[kind][(number // 4) % len(HEADS[kind])]
        pool.append((kind, f"{place}{field_name}{head}" + (f"（{number}期）" if number >= 64 else "")))
    return list(dict.fromkeys(pool))


def _letter(rows: Rows, number: int, pool: list[tuple[str, str]], count: int, chance: random.Random) -> None:
    year = 2021 + number % 5
    code = f"{year}{number:04d}"
    letter_id = f"南州市-cppcc-{year}-{code}-主办"
    theme = FIELDS[number % 16]
    member = _member(number % 9 if number < 12 else number * 7 % 997)
    office = (number * number + number // 3) % 40
    department = f"{PLACES[office % 8]}{FIELDS[office // 8]}局"
    own = pool[office * len(pool) // 40 : (office + 1) * len(pool) // 40 + 4]
    signed, dated = number % 6 != 4, number % 7 != 5
    date = f"{year}-{1 + number % 12:02d}-{1 + number % 27:02d}" if dated else ""
    rows.dates[letter_id] = date
    proposal, reply = f"proposal/{code}", f"reply/{letter_id}"
    _node(rows, letter_id, proposal, "proposal", f"关于加快{theme}发展的提案", f"{code} {member}")
    _node(rows, letter_id, reply, "reply", f"关于{code}号提案的复函", f"复 {code}")
    _node(rows, letter_id, f"person/{member}", "person", member, member)
    text = Text()
    title = _sentence(rows, letter_id, text, f"关于南州市政协{code}号提案的复函\n", "", "title")
    greeting = _sentence(rows, letter_id, text, f"尊敬的{member}委员：\n", "", "salutation")
    opening = _sentence(
        rows, letter_id, text, f"您提出的《关于加快{theme}发展的提案》收悉，现答复如下：\n", "", "opening"
    )
    _edge(rows, reply, "responds_to", proposal, letter_id, opening)
    _edge(rows, proposal, "submitted_by", f"person/{member}", letter_id, greeting)
    for part, heading in enumerate(("夯实基础，优化服务", "聚焦重点，提升能级", "下一步工作")):
        names = own if chance.random() < 0.8 else pool
        _section(rows, letter_id, reply, proposal, text, part, heading, (names, count // 3, chance))
    if signed:
        office = f"e/{department}"
        _node(rows, letter_id, office, "organisation", department, department)
        signature = _sentence(rows, letter_id, text, f"{department}\n{date}\n", "", "signature")
        _edge(rows, reply, "issued_by", office, letter_id, signature)
        _edge(rows, office, "answered", proposal, letter_id, title, origin="derived")
    rows.texts[letter_id] = "".join(text.parts)
    rows.letters.append(
        LetterRow(
            letter_id=letter_id, source=f"letters/{code}.txt", status="reply", title=f"关于{code}号提案的复函",
            body="cppcc", jurisdiction="南州市", session="七届三次会议", proposal_numbers=(code,),
            proposal_titles=(f"关于加快{theme}发展的提案",), proposers=(member,), reply_date=date,
            department=department if signed else "", department_basis="signature" if signed else "none",
            date_basis="signature" if date else "none",
        )
    )  # fmt: skip


def _member(number: int) -> str:
    return FAMILY[number % 10] + GIVEN[number // 10 % 10] + GIVEN[(number // 100 + number) % 10]


def _section(
    rows: Rows, letter_id: str, reply: str, proposal: str, text: Text, part: int, heading: str,
    draw: tuple[list[tuple[str, str]], int, random.Random],
) -> None:  # fmt: skip
    pool, count, chance = draw
    section_id = f"{letter_id}#s{part + 1}"
    node = f"section/{section_id}"
    point = f"point/{proposal.removeprefix('proposal/')}/{part + 1}"
    start = text.length
    head = _sentence(rows, letter_id, text, f"{'一二三'[part]}、{heading}\n", section_id, "heading")
    _node(rows, letter_id, node, "section", heading, f"§{part + 1} {heading[:4]}")
    if part < 2:
        _node(rows, letter_id, point, "point", f"{heading[:4]}的建议", f"{heading[:4]}的建议")
        _edge(rows, node, "addresses", point, letter_id, head)
    for _ in range(max(1, count // 2)):
        _body(rows, letter_id, reply, node, section_id, text, pool, chance)
    rows.sections.append(
        SectionRow(
            letter_id=letter_id, section_id=section_id, parent="", level=1, start=start, end=text.length,
            heading=f"{'一二三'[part]}、{heading}", recommendation_point=f"{heading[:4]}的建议" if part < 2 else "",
        )
    )  # fmt: skip


def _body(
    rows: Rows, letter_id: str, reply: str, node: str, section_id: str, text: Text,
    pool: list[tuple[str, str]], chance: random.Random,
) -> None:  # fmt: skip
    size = 6 if chance.random() < 0.12 else 2
    names = [pool[min(int(chance.paretovariate(0.7)) - 1, len(pool) - 1)] for _ in range(size)]
    names = list(dict.fromkeys(names)) or names
    listed = "、".join(name for _, name in names[2:])
    if len(names) > 1:
        words = chance.choice(VERBS).format(names[0][1], names[1][1]) + (
            f"，并惠及{listed}" if listed else ""
        )
    else:
        words = f"持续推进{names[0][1]}建设"
    sentence = _sentence(rows, letter_id, text, f"{words}。\n", section_id, "body")
    spans = {}
    for kind, name in names:
        entity = f"e/{name}"
        _node(rows, letter_id, entity, kind, name, name)
        start = sentence[0] + words.index(name)
        spans[entity] = (start, start + len(name))
        rows.mentions.append(
            MentionRow(
                mention_id=f"{letter_id}@{start}", letter_id=letter_id, start=start, end=start + len(name),
                text=name, kind=kind, entity_id=entity, entity_ids=(entity,), anaphor=False, rule="exact",
                score=0.9, section_id=section_id, sentence_id=f"{letter_id}@{sentence[0]}",
            )
        )  # fmt: skip
        _edge(rows, entity, "cited_in", reply, letter_id, sentence, section_id, source_at=spans[entity])
        _edge(
            rows, entity, "cited_in_section", node, letter_id, sentence, section_id, source_at=spans[entity]
        )
    for one, other in combinations(sorted(spans), 2):
        _edge(rows, one, "co_mention", other, letter_id, sentence, section_id,
              source_at=spans[one], target_at=spans[other], names=len(spans))  # fmt: skip
    if len(names) == 2 and chance.random() < 0.4:
        one, other = (f"e/{name}" for _, name in names)
        relation = chance.choice(("operates", "supports", "cooperates_with"))
        ends = {"source_at": spans[one], "target_at": spans[other]}
        status = chance.choice(("done", "ongoing", "planned"))
        _edge(rows, one, relation, other, letter_id, sentence, section_id, status=status, **ends)


def _sentence(rows: Rows, letter_id: str, text: Text, words: str, section: str, zone: str) -> tuple[int, int]:
    start, _ = text.add(words)
    end = start + len(words.rstrip("\n"))
    rows.sentences.append(
        SentenceRow(
            letter_id=letter_id, sentence_id=f"{letter_id}@{start}", section_id=section, start=start, end=end,
            text=words.rstrip("\n"), zone=zone,
        )
    )  # fmt: skip
    return start, end


def _node(rows: Rows, letter_id: str, node_id: str, kind: str, name: str, short: str) -> None:
    rows.nodes.setdefault(node_id, (kind, name, short))
    rows.seen[node_id].append(letter_id)


def _edge(
    rows: Rows, source: str, relation: str, target: str, letter_id: str, sentence: tuple[int, int],
    section: str = "", **more: object,
) -> None:  # fmt: skip
    ends = {}
    for end in ("source", "target"):
        span = more.get(f"{end}_at")
        if isinstance(span, tuple):
            ends |= {f"{end}_start": span[0], f"{end}_end": span[1]}
    found = rows.evidence[source, relation, target]
    start, stop = sentence
    quote = next(row.text for row in reversed(rows.sentences) if (row.start, row.end) == sentence)
    found.append(
        EvidenceRow(
            evidence_id=f"{source}|{relation}|{target}|{len(found)}", edge_id=f"{source}|{relation}|{target}",
            origin=str(more.get("origin", "letter")), letter_id=letter_id, section_id=section,
            sentence_id=f"{letter_id}@{start}", start=start, end=stop, quote=quote, rule="made up",
            status=str(more.get("status", "")), date=rows.dates[letter_id],
            names_in_window=int(str(more.get("names", 0))), **ends,
        )
    )  # fmt: skip


def _publication(rows: Rows) -> Publication:
    entities = [_entity_row(rows, node_id) for node_id in sorted(rows.nodes)]
    proven = sorted(rows.evidence.items(), key=lambda item: "|".join(item[0]))  # by edge_id, as every build
    edges = [_edge_row(*key, found) for key, found in proven]
    wordings = defaultdict(set)
    for found in rows.evidence.values():
        for row in found:
            wordings[row.quote].add(row.letter_id)
    evidence = [replace(row, repeated_in=len(wordings[row.quote])) for _, found in proven for row in found]
    return Publication(
        tables=GraphTables(
            letters=sorted(rows.letters, key=lambda row: row.letter_id),
            sections=sorted(rows.sections, key=lambda row: (row.letter_id, row.section_id)),
            sentences=sorted(rows.sentences, key=lambda row: (row.letter_id, row.start)),
            mentions=rows.mentions, entities=entities, edges=edges, evidence=evidence, issues=[],
        ),
        texts=rows.texts, positions=spiral(entities), base=BASE, version="0.1.0", corpus_hash="0123456789ab",
    )  # fmt: skip


def _entity_row(rows: Rows, node_id: str) -> EntityRow:
    kind, name, short = rows.nodes[node_id]
    if len(short) > 10 and kind != "proposal":
        short = f"{short[:5]}…{short[-4:]}"
    letters = tuple(sorted(set(rows.seen[node_id])))
    dates = sorted(date for date in (rows.dates[letter] for letter in letters) if date)
    return EntityRow(
        entity_id=node_id, kind=kind, name=name, short_name=short, mentions=len(rows.seen[node_id]),
        aliases=(f"{name[3:]}（别称）",) if node_id.startswith("e/") else (),
        letter_count=len(letters), letter_ids=letters, first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "", iri=BASE + node_id,
    )  # fmt: skip


def _edge_row(source: str, relation: str, target: str, found: list[EvidenceRow]) -> EdgeRow:
    letters = tuple(sorted({row.letter_id for row in found if row.letter_id}))
    dates = sorted(row.date for row in found if row.date)
    symmetric = relation in {"co_mention", "same_as_suggested"}
    return EdgeRow(
        edge_id=f"{source}|{relation}|{target}", source=source, relation=relation, target=target,
        directed=not symmetric, weight=len(found), distinct_texts=len({row.quote for row in found}),
        weight_frac=sum(1 / (row.names_in_window - 1) for row in found) if relation == "co_mention" else None,
        letter_count=len(letters), letter_ids=letters, first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "", status=found[-1].status, certainty=found[-1].certainty,
    )  # fmt: skip


def spiral(entities: list[EntityRow]) -> dict[str, tuple[float, float]]:
    """Return a place for every node on a sunflower, the most cited in the middle."""
    order = sorted(entities, key=lambda row: (-row.mentions, row.entity_id))
    places = {}
    for rank, row in enumerate(order):
        radius, angle = 980 * sqrt((rank + 0.5) / len(order)), rank * pi * (3 - sqrt(5))
        places[row.entity_id] = (radius * cos(angle), radius * sin(angle))
    return places


def sparse_publication(nodes: int, edges_per_node: int = 3, *, seed: int = 11) -> Publication:
    """Return a graph without letter texts: preferential attachment, names of 14 characters."""
    chance = random.Random(seed)  # noqa: S311  (the same graph every time, no secret)
    kinds = list(HEADS)
    rows = [
        EntityRow(
            entity_id=f"e/{name}", kind=kinds[at % 4], name=name, short_name=name[-10:], mentions=1 + nodes // (at + 1),
            letter_count=1, iri=f"{BASE}e/{name}",
        )
        for at in range(nodes)
        for name in (_long_name(at, chance),)
    ]  # fmt: skip
    ends: list[int] = [0]
    pairs: set[tuple[int, int]] = set()
    for at in range(1, nodes):
        for _ in range(edges_per_node):
            other = chance.choice(ends)
            if other != at:
                pairs.add((other, at))
                ends.append(other)
        ends.append(at)
    edges = [
        EdgeRow(
            edge_id=f"x{number}", source=rows[one].entity_id, relation="co_mention", target=rows[other].entity_id,
            directed=False, weight=1 + number % 4, distinct_texts=1, letter_count=1, letter_ids=(),
        )
        for number, (one, other) in enumerate(sorted(pairs))
    ]  # fmt: skip
    tables = GraphTables(
        letters=(), sections=(), sentences=(), mentions=(), entities=rows, edges=edges, evidence=(), issues=()
    )
    return Publication(
        tables=tables, texts={}, positions=spiral(rows), base=BASE, version="0.1.0", corpus_hash="0" * 12
    )


def _long_name(number: int, chance: random.Random) -> str:
    place, topic = PLACES[number % 8], FIELDS[(number // 8) % 16]
    return f"{place}{topic}第{number}{chance.choice(GIVEN)}{chance.choice(GIVEN)}中心"


def with_claims(plain: Publication) -> Publication:
    """Return the publication with a promise and a figure for the last sentence of every letter's body."""
    bodies = {row.letter_id: row for row in plain.tables.sentences if row.zone == "body"}
    fields = {name: getattr(plain.tables, name) for name in GraphTables.__slots__}
    fields |= {
        "commitments": [_commitment(number, row) for number, row in enumerate(bodies.values())],
        "figures": [_figure(number, row) for number, row in enumerate(bodies.values())],
    }
    return replace(plain, tables=TablesWithClaims(**fields))


def _commitment(number: int, row: SentenceRow) -> CommitmentRow:
    return CommitmentRow(
        commitment_id=f"c{number}", letter_id=row.letter_id, actor="e/江北区生物医药局",
        responsible="e/江北区生物医药局", responsible_basis=("implied", "inherited", "named")[number % 3],
        what=f"推进第{number}项试点", status=("planned", "ongoing", "done")[number % 3], cue="将",
        outcome={1: "kept", 2: "refused"}.get(number, ""), due="" if number % 4 else f"20{30 - number}-06",
        sentence_id=row.sentence_id, start=row.start, end=row.end, quote=row.text, clause_start=row.start,
        clause_end=row.end,
    )  # fmt: skip


def _figure(number: int, row: SentenceRow) -> FigureRow:
    return FigureRow(
        figure_id=f"f{number}", letter_id=row.letter_id, type="amount", metric="质押融资金额", value=f"{number + 9}.5",
        unit="亿元", normalised_value=Decimal(f"{number + 9}50000000"), canonical_unit="元", bound="over",
        amount_role="volume", start=row.start, end=row.end, quote=row.text, number_start=row.start,
        number_end=row.start + 1, conflict=("f0",) if number == 1 else (),
    )  # fmt: skip
