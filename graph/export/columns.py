"""What graph files say of nodes and edges: one list of columns for GEXF, GraphML and Gephi's spreadsheets.

Ids are ascii and stable, titles are in two languages. Columns that Gephi keeps for itself (id, label, weight, type,
source, target, timeset, interval) are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ontology import vocabulary

from ..tables.graph_tables import EdgeRow, EntityRow
from .edge_counts import EdgeCounts
from .evidence_summary import EdgeEvidence, SortedEvidence, year_of

ColumnType = Literal["string", "liststring", "anyURI", "integer", "double", "boolean"]
Value = str | int | float | bool | tuple[str, ...] | None
"""A cell; None is unknown or empty."""
Common = tuple[Any, ...]
"""What the common cells of a row are made of: very many rows have the same."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ascii id, title in Chinese and English, type as GEXF calls it.

    `common`: whether the same few values stand in very many rows, also together with those of the other common
    columns, so that it pays to write them once. `repeated`: whether many rows have the same value, each with others.
    """

    identifier: str
    title: str
    type: ColumnType
    common: bool = False
    repeated: bool = False


NODE_COLUMNS = (
    Column("name", "全称 full name", "string"),
    Column("kind", "类型 kind", "string", common=True),
    Column("kind_zh", "类型名 kind in Chinese", "string", common=True),
    Column("subkind", "细类 subkind", "string", common=True),
    Column("aliases", "别名 aliases", "liststring"),
    Column("iri", "标识 IRI", "anyURI"),
    Column("is_place", "是否地点 is place", "boolean", common=True),
    Column("mentions", "提及次数 mentions", "integer", repeated=True),
    Column("letter_count", "复文数 letters", "integer", repeated=True),
    Column("letters", "复文 letter ids", "liststring", repeated=True),
    Column("first_year", "首见年 first year", "integer", common=True),
    Column("last_year", "末见年 last year", "integer", common=True),
    Column("first_date", "首见日期 first date", "string", repeated=True),
    Column("last_date", "末见日期 last date", "string", repeated=True),
    Column("jurisdiction", "所属地区 jurisdiction", "string", repeated=True),
    Column("community", "社区 community", "integer", repeated=True),
    Column("degree", "度 degree", "integer", repeated=True),
)

EDGE_COLUMNS = (
    Column("edge_id", "边标识 edge id", "string"),
    Column("relation", "关系 relation", "string", common=True),
    Column("evidence", "证据 evidence", "string", repeated=True),
    Column("letter_count", "复文数 letters", "integer", common=True),
    Column("letters", "复文 letter ids", "liststring", repeated=True),
    Column("distinct_texts", "不同文句数 distinct texts", "integer", common=True),
    Column("weight_frac", "分摊权重 fractional weight", "double", repeated=True),
    Column("max_names_in_sentence", "句中最多名称数 most names in a sentence", "integer", common=True),
    Column("npmi", "标准化点互信息 NPMI", "double", repeated=True),
    Column("certainty", "确定性 certainty", "string", common=True),
    Column("status", "状态 status", "string", common=True),
    Column("symmetric", "对称 symmetric", "boolean", common=True),
    Column("year", "年份 first year", "integer", common=True),
    Column("date_basis", "日期依据 date basis", "string", common=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeColumns:
    """The columns of nodes, with what is counted over the whole graph. Degrees count edges: a loop counts twice."""

    columns: Sequence[Column]
    degrees: Mapping[str, int] = field(repr=False)
    communities: Mapping[str, int] = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(
        cls, nodes: Iterable[EntityRow], counts: EdgeCounts, communities: Mapping[str, int]
    ) -> NodeColumns:
        """Return the columns for these nodes."""
        known = vocabulary.load().kinds
        return cls(
            columns=NODE_COLUMNS,
            degrees=counts.degrees,
            communities=communities,
            kinds={
                kind: known[kind].label_zh if kind in known else kind
                for kind in {node.kind for node in nodes}
            },
        )

    def own(self, node: EntityRow) -> tuple[Value, ...]:
        """Return the cells of a node in the columns that are not common."""
        return (
            node.name,
            node.aliases or None,
            node.iri,
            node.mentions,
            node.letter_count,
            node.letter_ids or None,
            node.first_date or None,
            node.last_date or None,
            node.jurisdiction or None,
            self.communities[node.entity_id],
            self.degrees.get(node.entity_id, 0),
        )

    def common(self, node: EntityRow) -> Common:
        """Return what the common cells of a node are made of."""
        return (
            node.kind,
            node.subkind or None,
            node.is_place,
            year_of(node.first_date),
            year_of(node.last_date),
        )

    def common_values(self, common: Common) -> tuple[Value, ...]:
        """Return the common cells, one for each common column."""
        kind, *others = common
        return kind, self.kinds[kind], *others


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeColumns:
    """The columns of edges: the fixed ones, and one per year with the number of sentences of that year."""

    columns: Sequence[Column]
    years: Sequence[int]
    kinds: Mapping[str, str] = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, counts: EdgeCounts, evidence: SortedEvidence) -> EdgeColumns:
        """Return the columns for the edges that were counted; the years are those of the evidence."""
        known = vocabulary.load().relations
        weights = [
            Column(f"w{year:04}", f"{year} 年权重 weight in {year}", "integer", common=True)
            for year in evidence.years
        ]
        return cls(
            columns=(*EDGE_COLUMNS, *weights),
            years=evidence.years,
            kinds=counts.kinds,
            labels={code: known[code].label_zh if code in known else code for code in counts.relations},
        )

    def kind(self, edge: EdgeRow) -> str:
        """Return the type by which Gephi keeps parallel edges apart: the relation."""
        return self.kinds.get(edge.edge_id, edge.relation)

    def label(self, edge: EdgeRow) -> str:
        """Return the relation's name in Chinese."""
        return self.labels[edge.relation]

    def own(self, edge: EdgeRow, evidence: EdgeEvidence) -> tuple[Value, ...]:
        """Return the cells of an edge with that evidence in the columns that are not common."""
        return edge.edge_id, evidence.text or None, edge.letter_ids or None, edge.weight_frac, edge.npmi

    def common(self, edge: EdgeRow, evidence: EdgeEvidence) -> Common:
        """Return what the common cells of an edge with that evidence are made of."""
        return (
            edge.relation,
            edge.letter_count,
            edge.distinct_texts,
            evidence.most_names or None,
            edge.certainty or None,
            edge.status or None,
            not edge.directed,
            evidence.date_basis,
            *evidence.years.items(),
        )

    def common_values(self, common: Common) -> tuple[Value, ...]:
        """Return the common cells, one for each common column."""
        *others, date_basis = common[:8]
        years = dict(common[8:])
        return *others, min(years, default=None), date_basis, *map(years.get, self.years)
