"""The columns that nodes and edges have in Gephi's data laboratory: stable ascii ids, titles in two languages.

Columns that Gephi keeps for itself (id, label, weight, type, source, target, timeset, interval) are not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.tables import EdgeRow, EntityRow
from ontology import vocabulary

from .edge_evidence import EdgeEvidence, year_of
from .xml_text import attribute, repeated

Column = tuple[str, str, str]
"""Id, title and type of a column; types are those of the schema (`integer`, not `int`)."""

_NODE: tuple[Column, ...] = (
    ("name", "全称 full name", "string"),
    ("kind", "类型 kind", "string"),
    ("kind_zh", "类型名 kind in Chinese", "string"),
    ("subkind", "细类 subkind", "string"),
    ("aliases", "别名 aliases", "liststring"),
    ("iri", "标识 IRI", "anyURI"),
    ("is_place", "是否地点 is place", "boolean"),
    ("mentions", "提及次数 mentions", "integer"),
    ("letter_count", "复文数 letters", "integer"),
    ("letters", "复文 letter ids", "liststring"),
    ("first_year", "首见年 first year", "integer"),
    ("last_year", "末见年 last year", "integer"),
    ("first_date", "首见日期 first date", "string"),
    ("last_date", "末见日期 last date", "string"),
    ("jurisdiction", "所属地区 jurisdiction", "string"),
    ("community", "社区 community", "integer"),
    ("degree", "度 degree", "integer"),
)

_EDGE: tuple[Column, ...] = (
    ("edge_id", "边标识 edge id", "string"),
    ("relation", "关系 relation", "string"),
    ("evidence", "证据 evidence", "string"),
    ("letter_count", "复文数 letters", "integer"),
    ("letters", "复文 letter ids", "liststring"),
    ("distinct_texts", "不同文句数 distinct texts", "integer"),
    ("weight_frac", "分摊权重 fractional weight", "double"),
    ("max_names_in_sentence", "句中最多名称数 most names in a sentence", "integer"),
    ("npmi", "标准化点互信息 NPMI", "double"),
    ("certainty", "确定性 certainty", "string"),
    ("status", "状态 status", "string"),
    ("symmetric", "对称 symmetric", "boolean"),
    ("year", "年份 first year", "integer"),
    ("date_basis", "日期依据 date basis", "string"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeColumns:
    """The columns of nodes, with what is counted over the whole graph."""

    columns: Sequence[Column]
    degrees: Mapping[str, int] = field(repr=False)
    communities: Mapping[str, int] = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(
        cls, nodes: Iterable[EntityRow], edges: Iterable[EdgeRow], communities: Mapping[str, int]
    ) -> NodeColumns:
        """Return the columns for these nodes. Degrees count edges, as Gephi does: a loop counts twice."""
        known = vocabulary.load().kinds
        return cls(
            columns=_NODE,
            degrees=Counter(end for edge in edges for end in (edge.source, edge.target)),
            communities=communities,
            kinds={
                kind: known[kind].label_zh if kind in known else kind
                for kind in {node.kind for node in nodes}
            },
        )

    def of_node(self, node: EntityRow) -> Iterator[tuple[str, str]]:
        """Yield column id and value, ready for XML, empty for an unknown one."""
        first, last = year_of(node.first_date), year_of(node.last_date)
        yield "name", attribute(node.name)
        yield "kind", repeated(node.kind)
        yield "kind_zh", attribute(self.kinds[node.kind])
        yield "subkind", repeated(node.subkind)
        yield "aliases", _listed(node.aliases)
        yield "iri", attribute(node.iri)
        yield "is_place", _truth(node.is_place)
        yield "mentions", str(node.mentions)
        yield "letter_count", str(node.letter_count)
        yield "letters", _listed(node.letter_ids)
        yield "first_year", "" if first is None else str(first)
        yield "last_year", "" if last is None else str(last)
        yield "first_date", repeated(node.first_date)
        yield "last_date", repeated(node.last_date)
        yield "jurisdiction", repeated(node.jurisdiction)
        yield "community", str(self.communities[node.entity_id])
        yield "degree", str(self.degrees[node.entity_id])


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeColumns:
    """The columns of edges: the fixed ones and one per year with evidence."""

    columns: Sequence[Column]
    kinds: Mapping[str, str] = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, edges: Sequence[EdgeRow], evidence: Mapping[str, EdgeEvidence]) -> EdgeColumns:
        """Return the columns for these edges; the years are those of their evidence."""
        years = sorted(
            {year for edge in edges if edge.edge_id in evidence for year in evidence[edge.edge_id].years}
        )
        weights = [(f"w{year:04}", f"{year} 年权重 weight in {year}", "integer") for year in years]
        known = vocabulary.load().relations
        relations = {edge.relation for edge in edges}
        return cls(
            columns=(*_EDGE, *weights),
            kinds=_kinds(edges),
            labels={
                relation: attribute(known[relation].label_zh if relation in known else relation)
                for relation in relations
            },
        )

    def kind(self, edge: EdgeRow) -> str:
        """Return the edge type Gephi keeps parallel edges apart by: the relation."""
        return self.kinds.get(edge.edge_id) or repeated(edge.relation)

    def label(self, edge: EdgeRow) -> str:
        """Return the relation's name in Chinese."""
        return self.labels[edge.relation]

    def of_edge(self, edge: EdgeRow, evidence: EdgeEvidence) -> Iterator[tuple[str, str]]:
        """Yield column id and value, ready for XML, empty for an unknown one."""
        yield "edge_id", attribute(edge.edge_id)
        yield "relation", repeated(edge.relation)
        yield "evidence", attribute(evidence.text)
        yield "letter_count", str(edge.letter_count)
        yield "letters", _listed(edge.letter_ids)
        yield "distinct_texts", str(edge.distinct_texts)
        yield "weight_frac", "" if edge.weight_frac is None else f"{edge.weight_frac:.6g}"
        yield "max_names_in_sentence", str(evidence.most_names) if evidence.most_names else ""
        yield "npmi", "" if edge.npmi is None else f"{edge.npmi:.6g}"
        yield "certainty", repeated(edge.certainty)
        yield "status", repeated(edge.status)
        yield "symmetric", _truth(not edge.directed)
        yield "year", str(min(evidence.years)) if evidence.years else ""
        yield "date_basis", repeated(evidence.date_basis)
        for year, weight in sorted(evidence.years.items()):
            yield f"w{year:04}", str(weight)


def declaration(element: str, columns: Iterable[Column]) -> Iterator[str]:
    """Yield the declaration of columns; Gephi ignores values of columns that are not declared."""
    yield f'    <attributes class="{element}" mode="static">\n'
    for identifier, title, kind in columns:
        yield f'      <attribute id="{identifier}" title="{title}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def values(cells: Iterable[tuple[str, str]]) -> str:
    """Return the cells of one node or edge as XML, empty ones left out."""
    inner = "".join([f'<attvalue for="{column}" value="{value}"/>' for column, value in cells if value])
    return f"<attvalues>{inner}</attvalues>"


def _kinds(edges: Sequence[EdgeRow]) -> Mapping[str, str]:
    """Return, by edge_id, the kinds of edges that cannot bear their relation's name.

    Gephi merges edges of the same ends and kind, and fails where one kind joins a pair with and without direction.
    """
    undirected = [edge for edge in edges if not edge.directed]
    both = {edge.relation for edge in undirected} & {edge.relation for edge in edges if edge.directed}
    kinds = {edge.edge_id: f"{edge.relation}-symmetric" for edge in undirected if edge.relation in both}
    seen: dict[tuple[str, str, str], int] = {}
    for edge in edges:
        source, target = edge.source, edge.target
        if not edge.directed and target < source:
            source, target = target, source
        kind = kinds.get(edge.edge_id, edge.relation)
        count = seen[kind, source, target] = seen.get((kind, source, target), 0) + 1
        if count > 1:
            kinds[edge.edge_id] = f"{kind}-{count}"
    return {edge: attribute(kind) for edge, kind in kinds.items()}


@lru_cache(maxsize=65536)
def _listed(parts: tuple[str, ...]) -> str:
    """Return a list as Gephi reads it: ["a", "b"], quotes and backslashes escaped."""
    if not parts:
        return ""
    quoted = [attribute(part.replace("\\", "\\\\").replace('"', '\\"')) for part in parts]
    return f"[&quot;{'&quot;, &quot;'.join(quoted)}&quot;]"


def _truth(value: bool) -> str:
    return "true" if value else "false"
