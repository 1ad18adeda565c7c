"""`fuwen show NAME`: everything the build knows of one node, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..errors import NotFound
from ..tables.claim_records import CommitmentRow, FigureRow
from ..tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, GraphTables, LetterRow
from ..tables.stored_tables import open_tables, rows_where
from ..terminal import clipped, harmless, table
from . import labels
from .figure_search import printed_value
from .lookup import MIN_PART, find, meant

QUOTES = 8
SHOWN = 15
"""Rows of one list that are shown; the rest is counted."""
_STANDS_FOR_LETTERS = frozenset({"reply", "proposal"})
_Claim = TypeVar("_Claim", CommitmentRow, FigureRow)
_MADE_BY = frozenset({"cited_in", "cited_in_section"})
"""Relations that the list of letters and the quotes already tell."""


def show(folder: Path, name: str, *, quotes: int = QUOTES) -> str:
    """Return what the build in `folder` knows of the node that `name` means, or the list of nodes it may mean.

    At most `quotes` sentences are quoted. Raises `NotFound`, `MissingBuild`.
    """
    tables = open_tables(folder)
    nodes = tuple(tables.entities)
    found = find(name, nodes, tuple(tables.letters))
    if not found:
        raise NotFound(
            f"{name!r}: {folder} 中没有这个名称、编号或 id，可试名称的一部分（至少 {MIN_PART} 个字） · "
            f"no node of {folder} has this name, alias, number or id; "
            f"try a part of the name ({MIN_PART} characters or more){meant(name, nodes)}"
        )
    lines = _candidates(name, found) if len(found) > 1 else Portrait(tables, found[0], quotes).lines()
    return "\n".join(lines) + "\n"


def _candidates(name: str, found: Sequence[EntityRow]) -> Iterator[str]:
    yield f"“{harmless(name)}” 可指 may mean {len(found)}:"
    yield ""
    rows = [
        (row.entity_id, row.name, labels.kind(row.kind), row.jurisdiction, str(row.letter_count))
        for row in found[:SHOWN]
    ]
    yield from table(("标识 id", "名称 name", "类别 kind", "地区 jurisdiction", "复文 letters"), rows)
    yield from _more(len(found))
    yield ""
    yield "请用 id 再查一次 · name one by its id"


class Portrait:
    """One node and what hangs on it, part by part."""

    def __init__(self, tables: GraphTables, row: EntityRow, quotes: int) -> None:
        self._tables, self._row, self._quotes = tables, row, quotes

    def lines(self) -> Iterator[str]:
        """Yield the lines of all parts that hold something."""
        yield from self._head()
        yield from self._letters()
        yield from self._neighbours()
        yield from self._suggestions()
        yield from self._promises()
        yield from self._figures()
        yield from self._quoted()

    def _head(self) -> Iterator[str]:
        row = self._row
        yield harmless(row.name)
        subkind = f" · {labels.concept('subkind', row.subkind)}" if row.subkind else ""
        yield f"  {labels.kind(row.kind)}{subkind}"
        for title, value in (
            ("id", row.entity_id),
            ("iri", row.iri),
            ("地区 jurisdiction", row.jurisdiction),
            ("外部标识 external ids", "、".join(row.external_ids)),
            ("又称 aliases", "、".join(row.aliases)),
            ("短名 short name", row.short_name if row.short_name != row.name else ""),
            ("提及 mentions", str(row.mentions) if row.mentions else ""),
            ("日期 dates", _dates(row.first_date, row.last_date)),
        ):
            if value:
                yield f"  {title}: {harmless(value)}"

    def _letters(self) -> Iterator[str]:
        letters = {one.letter_id: one for one in self._tables.letters if one.status == "reply"}
        own = sorted(
            (letters[one] for one in self._row.letter_ids if one in letters),
            key=lambda one: (not one.reply_date, one.reply_date, one.letter_id),
        )
        if own:
            yield from _title("复文", "Letters", len(own))
            head = ("日期 date", "承办单位 department", "届次 session", "编号 number", "复文 letter")
            yield from table(head, [_letter_cells(one) for one in own[:SHOWN]])
            yield from _more(len(own))

    @cached_property
    def _edges(self) -> tuple[EdgeRow, ...]:
        return tuple(rows_where(self._tables.edges, ("source", "target"), {self._row.entity_id}))

    @cached_property
    def _names(self) -> Mapping[str, EntityRow]:
        """The nodes that the edges lead to, by id."""
        ends = {self._other(edge) for edge in self._edges}
        return {one.entity_id: one for one in rows_where(self._tables.entities, ("entity_id",), ends)}

    @cached_property
    def _evidence(self) -> Mapping[str, Sequence[EvidenceRow]]:
        """The evidence of the edges, by edge."""
        found: dict[str, list[EvidenceRow]] = {edge.edge_id: [] for edge in self._edges}
        for piece in rows_where(self._tables.evidence, ("edge_id",), found):
            found[piece.edge_id].append(piece)
        return found

    def _neighbours(self) -> Iterator[str]:
        """Neighbours by relation and direction, the heaviest first."""
        groups: dict[tuple[str, str], list[EdgeRow]] = {}
        for edge in self._edges:
            if edge.relation in _MADE_BY or edge.certainty == "suggested":
                continue
            way = "" if not edge.directed else "→" if edge.source == self._row.entity_id else "←"
            groups.setdefault((edge.relation, way), []).append(edge)
        for (relation, way), edges in sorted(groups.items()):
            yield from _title(f"{way} {labels.relation(relation)}".strip(), relation, len(edges))
            edges.sort(key=lambda edge: (-edge.weight, self._name(self._other(edge)), edge.edge_id))
            head = ("名称 name", "类别 kind", "句 weight", "复文 letters", "状态 status", "把握 certainty")
            yield from table(head, [self._neighbour_cells(edge) for edge in edges[:SHOWN]])
            yield from _more(len(edges))

    def _neighbour_cells(self, edge: EdgeRow) -> tuple[str, ...]:
        other = self._other(edge)
        kind = labels.kind(self._names[other].kind) if other in self._names else ""
        certainty = "" if edge.certainty == "asserted" else labels.concept("certainty", edge.certainty)
        status = labels.concept("status", edge.status)
        return self._name(other), kind, str(edge.weight), str(edge.letter_count), status, certainty

    def _suggestions(self) -> Iterator[str]:
        edges = [edge for edge in self._edges if edge.certainty == "suggested"]
        if not edges:
            return
        yield from _title("建议（未采纳）", "Suggested, not applied", len(edges))
        rows = []
        for edge in edges:
            why = self._evidence[edge.edge_id]
            score, *reason = (
                (f"{why[0].score:.2f}", *labels.reason(why[0].rule, why[0].quote)) if why else ("", "", "")
            )
            rows.append((self._name(self._other(edge)), labels.relation(edge.relation), score, *reason))
        yield from table(("名称 name", "关系 relation", "分数 score", *labels.REASON), rows)
        yield "用 `fuwen review` 定夺 · decide with `fuwen review`"

    def _promises(self) -> Iterator[str]:
        own = self._row.entity_id
        rows = self._claims(self._tables.commitments, ("actor", "responsible", "object_ids"))
        about = [one for one in rows if own in (one.actor, one.responsible, *one.object_ids)]
        yield from _promise_table("承诺", "Promises", about)
        if written := self._written_in(rows, about):
            yield from _promise_table("复文中的承诺", "Promises of its letters", written)

    def _figures(self) -> Iterator[str]:
        own = self._row.entity_id
        rows = self._claims(self._tables.figures, ("about_ids", "payer", "payee"))
        about = [one for one in rows if own in (*one.about_ids, one.payer, one.payee)]
        yield from self._figure_table("数字", "Figures", about)
        if written := self._written_in(rows, about):
            yield from self._figure_table("复文中的数字", "Figures of its letters", written)

    def _claims(self, rows: Sequence[_Claim], about: Sequence[str]) -> Sequence[_Claim]:
        """Return the claims that name the node in one of the columns, and those that its letters make."""
        own = self._row.entity_id
        wanted = {own, own.removeprefix("section/"), *self._own_letters}
        return tuple(rows_where(rows, (*about, "letter_id", "section_id"), wanted))

    def _written_in(self, rows: Sequence[_Claim], about: Sequence[_Claim]) -> list[_Claim]:
        """Return the claims of the letters that the node is, answers or issued, those aside that are about it."""
        own, letters = self._row.entity_id, self._own_letters
        return [
            one
            for one in rows
            if (one.letter_id in letters or f"section/{one.section_id}" == own) and one not in about
        ]

    @cached_property
    def _own_letters(self) -> Set[str]:
        """The letters that a reply or proposal stands for, or that an organisation issued."""
        if self._row.kind in _STANDS_FOR_LETTERS:
            return {*self._row.letter_ids}
        own = self._row.entity_id
        issued = (edge for edge in self._edges if edge.relation == "issued_by" and edge.target == own)
        return {edge.source.removeprefix("reply/") for edge in issued}

    def _quoted(self) -> Iterator[str]:
        """Sentences of letters that name the node, each once, by date; undated letters last."""
        pieces: dict[tuple[str, int], EvidenceRow] = {}
        for edge_pieces in self._evidence.values():
            for piece in edge_pieces:
                if piece.start is not None:
                    pieces.setdefault((piece.letter_id, piece.start), piece)
        if not pieces or self._quotes < 1:
            return
        yield from _title("原句", "Quotes", len(pieces))
        first = sorted(pieces.values(), key=_by_date)[: self._quotes]
        wanted = {piece.section_id for piece in first}
        sections = {
            one.section_id: one.heading for one in rows_where(self._tables.sections, ("section_id",), wanted)
        }
        for piece in first:
            heading = clipped(harmless(sections.get(piece.section_id, "")), 40)
            yield harmless(" · ".join(part for part in (piece.date, piece.letter_id, heading) if part))
            yield f"    {harmless(piece.quote)}"
        yield from _more(len(pieces), self._quotes)

    def _other(self, edge: EdgeRow) -> str:
        return edge.target if edge.source == self._row.entity_id else edge.source

    def _figure_table(self, zh: str, en: str, found: Sequence[FigureRow]) -> Iterator[str]:
        if found:
            yield from _title(zh, en, len(found))
            rows = [
                (
                    one.metric,
                    printed_value(one),
                    self._name(one.place).removeprefix("place/").removeprefix("e/"),
                    _dates(one.period_start, one.period_end),
                    one.letter_id,
                )
                for one in found[:SHOWN]
            ]
            yield from table(("指标 metric", "数值 value", "地点 place", "时期 period", "复文 letter"), rows)
            yield from _more(len(found))

    def _name(self, node_id: str) -> str:
        return self._names[node_id].name if node_id in self._names else node_id


def _promise_table(zh: str, en: str, found: Sequence[CommitmentRow]) -> Iterator[str]:
    if found:
        yield from _title(zh, en, len(found))
        rows = [
            (
                one.date,
                labels.concept("status", one.status),
                labels.concept("outcome", one.outcome),
                one.due,
                one.what,
                one.letter_id,
            )
            for one in found[:SHOWN]
        ]
        head = ("日期 date", "状态 status", "结果 outcome", "期限 due", "事项 what", "复文 letter")
        yield from table(head, rows)
        yield from _more(len(found))


def _by_date(piece: EvidenceRow) -> tuple[bool, str, str, int]:
    return not piece.date, piece.date, piece.letter_id, piece.start or 0


def _letter_cells(one: LetterRow) -> tuple[str, ...]:
    return (
        one.reply_date or "未注日期 undated",
        one.department or "未署名 unsigned",
        one.session,
        "、".join(one.proposal_numbers),
        one.letter_id,
    )


def _dates(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _title(zh: str, en: str, count: int) -> Iterator[str]:
    yield ""
    yield f"{zh} · {en} ({count})"


def _more(count: int, shown: int = SHOWN) -> Iterator[str]:
    if count > shown:
        yield f"… 另有 {count - shown} 项 · {count - shown} more"
