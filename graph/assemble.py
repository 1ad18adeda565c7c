"""Claims, mentions and nodes to tables. Quotes are checked here: one that is not in its letter is a fault."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.records import Issue, Letter, Reading, Span

from .errors import BrokenEvidence
from .knowledge import Knowledge
from .labels import short_labels
from .letter_rows import letter_row, section_rows, sentence_rows
from .link.linker import Linking
from .records import Claim, Mention, Node, Recognition
from .relate.co_mention import npmi
from .relate.response import sentence_at
from .tables import EdgeRow, EntityRow, EvidenceRow, GraphTables, IssueRow, MentionRow

_CERTAINTY = ("asserted", "inferred", "suggested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything the stages found, ready to be laid out in tables. `counts` are windows per entity."""

    readings: Sequence[Reading]
    recognitions: Sequence[Recognition]
    linking: Linking
    claims: Sequence[Claim]
    nodes: Sequence[Node]
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    issues: Sequence[Issue] = ()


def assemble(findings: Findings, *, base: str, knowledge: Knowledge) -> GraphTables:
    """Return the tables, every one sorted. Raises `BrokenEvidence` where text[start:end] is not the quote."""
    letters = {
        one.letter.letter_id: one.letter for one in findings.readings if one.letter and one.status == "reply"
    }
    dates = {
        key: letter.header.reply_date.value if letter.header.reply_date else ""
        for key, letter in letters.items()
    }
    wording = _wording(findings.claims, letters)
    grouped = _grouped(findings.claims)
    evidence = [row for claims in grouped.values() for row in _evidence_rows(claims, letters, dates, wording)]
    edges = [_edge_row(claims, letters, dates, findings) for claims in grouped.values()]
    return GraphTables(
        letters=sorted(
            (letter_row(reading) for reading in findings.readings),
            key=lambda row: (row.letter_id, row.source),
        ),
        sections=[row for key in sorted(letters) for row in section_rows(letters[key], findings.topics)],
        sentences=[row for key in sorted(letters) for row in sentence_rows(letters[key], findings.topics)],
        mentions=[
            row
            for found in sorted(findings.recognitions, key=lambda one: one.letter_id)
            for row in _mentions(found, letters, findings.linking)
        ],
        entities=_entity_rows(findings, edges, dates, base, knowledge),
        edges=sorted(edges, key=lambda row: row.edge_id),
        evidence=sorted(evidence, key=lambda row: (row.edge_id, row.evidence_id)),
        issues=sorted(
            (_issue_row(issue) for issue in findings.issues),
            key=lambda row: (row.source, row.code, row.where, row.value, row.message),
        ),
    )


def edge_id(source: str, relation: str, target: str) -> str:
    """Return the stable id of an edge: 12 hex digits over its three parts."""
    return "r" + hashlib.sha256(f"{source}|{relation}|{target}".encode()).hexdigest()[:12]


def _grouped(claims: Iterable[Claim]) -> dict[tuple[str, str, str], list[Claim]]:
    grouped: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.source, claim.relation, claim.target), []).append(claim)
    return {key: _distinct(grouped[key]) for key in sorted(grouped)}


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Sort claims, and drop those that say the same from the same sentence by the same rule."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        found.setdefault(_order(claim), claim)
    return [found[key] for key in sorted(found)]


def _order(claim: Claim) -> tuple[str, int, int, str, str, str]:
    start, end = (claim.quote.start, claim.quote.end) if claim.quote else (-1, -1)
    return claim.letter_id, start, end, claim.rule, claim.status, claim.note


def _wording(claims: Iterable[Claim], letters: Mapping[str, Letter]) -> dict[str, int]:
    """Return in how many letters each wording (a quote without white space) stands."""
    seen: dict[str, set[str]] = {}
    for claim in claims:
        if claim.quote is not None:
            seen.setdefault(_quote(claim, letters), set()).add(claim.letter_id)
    return {text: len(found) for text, found in seen.items()}


def _quote(claim: Claim, letters: Mapping[str, Letter]) -> str:
    span = claim.quote
    return "".join(letters[claim.letter_id].text[span.start : span.end].split()) if span else ""


def _evidence_rows(
    claims: Sequence[Claim],
    letters: Mapping[str, Letter],
    dates: Mapping[str, str],
    wording: Mapping[str, int],
) -> list[EvidenceRow]:
    edge = edge_id(claims[0].source, claims[0].relation, claims[0].target)
    return [
        EvidenceRow(
            evidence_id=f"{edge}.{number}",
            edge_id=edge,
            origin=claim.origin,
            letter_id=claim.letter_id,
            section_id=claim.section_id,
            sentence_id=claim.sentence_id,
            start=claim.quote.start if claim.quote else None,
            end=claim.quote.end if claim.quote else None,
            quote=_checked(claim, letters) if claim.quote else claim.note,
            source_start=claim.source_span.start if claim.source_span else None,
            source_end=claim.source_span.end if claim.source_span else None,
            target_start=claim.target_span.start if claim.target_span else None,
            target_end=claim.target_span.end if claim.target_span else None,
            status=claim.status,
            cue=claim.cue,
            date=dates.get(claim.letter_id, ""),
            rule=claim.rule,
            score=claim.score,
            strength=claim.strength,
            certainty=claim.certainty,
            repeated_in=wording[_quote(claim, letters)] if claim.quote else 1,
            names_in_window=claim.names_in_window,
        )
        for number, claim in enumerate(claims, start=1)
    ]


def _checked(claim: Claim, letters: Mapping[str, Letter]) -> str:
    """Return the quote; a span that leaves its letter or holds nothing is a fault of ours."""
    letter = letters.get(claim.letter_id)
    span = claim.quote or Span(start=0, end=0)
    text = letter.text if letter else ""
    ends = [end for end in (claim.source_span, claim.target_span) if end is not None]
    inside = all(span.start <= end.start < end.end <= span.end for end in ends)
    if not 0 <= span.start < span.end <= len(text) or not inside:
        raise BrokenEvidence(
            f"{claim.letter_id}, characters {span.start}–{span.end}: no such quote for {claim.source} "
            f"{claim.relation} {claim.target} ({claim.rule}); please report this with the letter"
        )
    return text[span.start : span.end]


def _edge_row(
    claims: Sequence[Claim], letters: Mapping[str, Letter], dates: Mapping[str, str], findings: Findings
) -> EdgeRow:
    first = claims[0]
    found = sorted({claim.letter_id for claim in claims if claim.letter_id})
    known = sorted(dates[one] for one in found if dates.get(one))
    co_mention = first.relation == "co_mention"
    return EdgeRow(
        edge_id=edge_id(first.source, first.relation, first.target),
        source=first.source,
        relation=first.relation,
        target=first.target,
        directed=first.directed,
        weight=len({(claim.letter_id, claim.quote) for claim in claims}),
        weight_frac=round(sum(1 / (claim.names_in_window - 1) for claim in claims), 4)
        if co_mention
        else None,
        npmi=_npmi(first, len(claims), findings) if co_mention else None,
        distinct_texts=len({_quote(claim, letters) or claim.note for claim in claims}),
        letter_count=len(found),
        letter_ids=tuple(found),
        first_date=known[0] if known else "",
        last_date=known[-1] if known else "",
        status=_latest_status(claims, dates),
        certainty=min((claim.certainty for claim in claims), key=_CERTAINTY.index),
    )


def _npmi(claim: Claim, together: int, findings: Findings) -> float | None:
    value = npmi(together, findings.counts[claim.source], findings.counts[claim.target], findings.windows)
    return None if value is None else round(value, 4)


def _latest_status(claims: Iterable[Claim], dates: Mapping[str, str]) -> str:
    """Return the status of the latest dated letter that gives one; of an undated one only where no other does."""
    stated = [
        (dates.get(claim.letter_id, ""), claim.letter_id, claim.status) for claim in claims if claim.status
    ]
    return max(stated)[2] if stated else ""


def _mentions(found: Recognition, letters: Mapping[str, Letter], linking: Linking) -> list[MentionRow]:
    letter = letters.get(found.letter_id)
    return [_mention_row(mention, letter, linking) for mention in found.mentions] if letter else []


def _mention_row(mention: Mention, letter: Letter, linking: Linking) -> MentionRow:
    if letter.text[mention.span.start : mention.span.end] != mention.text:
        raise BrokenEvidence(f"{mention.mention_id}: {mention.text!r} does not stand at {mention.span.start}")
    link = linking.links[mention.mention_id]
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


def _entity_rows(
    findings: Findings,
    edges: Iterable[EdgeRow],
    dates: Mapping[str, str],
    base: str,
    knowledge: Knowledge,
) -> list[EntityRow]:
    others = {
        node.node_id: node
        for node in sorted(findings.nodes, key=lambda node: (node.node_id, -len(node.name)))
    }
    entities = {entity.entity_id: entity for entity in findings.linking.entities}
    labels = short_labels(
        entities.values(), others.values(), places=knowledge.places, knowledge=knowledge.identity
    )
    letters, mentions = _where_seen(findings, edges)
    rows = []
    for node_id in sorted({*others, *entities}):
        thing = entities.get(node_id) or others[node_id]
        seen = tuple(sorted(letters.get(node_id, ())))
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


def _where_seen(findings: Findings, edges: Iterable[EdgeRow]) -> tuple[dict[str, set[str]], Counter[str]]:
    """Return for every node the letters that name or need it, and how often it is mentioned."""
    letters: dict[str, set[str]] = {}
    mentions: Counter[str] = Counter()
    for found in findings.recognitions:
        for mention in found.mentions:
            for entity_id in findings.linking.links[mention.mention_id].entity_ids:
                letters.setdefault(entity_id, set()).add(mention.letter_id)
                mentions[entity_id] += 1
    for letter_id, named in findings.linking.header.items():
        for entity_id in named.values():
            letters.setdefault(entity_id, set()).add(letter_id)
    for edge in edges:
        for end in (edge.source, edge.target):
            letters.setdefault(end, set()).update(edge.letter_ids)
    return letters, mentions


def _issue_row(issue: Issue) -> IssueRow:
    return IssueRow(
        source=issue.source,
        letter_id=issue.letter_id,
        severity=issue.severity,
        code=issue.code,
        where=issue.where,
        value=issue.value,
        message=issue.message,
        hint=issue.hint,
    )
