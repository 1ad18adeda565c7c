from dataclasses import dataclass

import pytest
from publications import edge, evidence, letter, node, publication
from synthetic import publication as synthetic

from graph.export.columns import Column, EdgeColumns, NodeColumns
from graph.export.edge_counts import EdgeCounts
from graph.export.evidence_summary import SEPARATOR, TEXT_LENGTH, SortedEvidence
from graph.export.gexf import write
from graph.export.row_writer import RowWriter
from graph.export.xml_cells import XmlCells, cell_writer

COLUMNS = (
    Column("kind", "", "string", common=True),
    Column("name", "", "string"),
    Column("year", "", "integer", common=True),
    Column("share", "", "double"),
)


def writer(made=None):
    """Return a writer of four columns that notes in `made` what it makes common cells of."""

    def common_values(common):
        if made is not None:
            made.append(common)
        return common

    return RowWriter(COLUMNS, [str] * 4, common_values)


def test_every_cell_stands_at_its_column():
    assert writer()(("fund", 2024), ("甲", 0.5)) == ["fund", "甲", "2024", "0.5"]


def test_common_cells_are_made_once_and_no_row_changes_another():
    made = []
    cells = writer(made)
    first, second = cells(("fund", 2024), ("甲", 0.5)), cells(("fund", 2024), ("乙", -0.0))
    assert made == [("fund", 2024)]
    assert (first, second) == (["fund", "甲", "2024", "0.5"], ["fund", "乙", "2024", "-0.0"])


@dataclass(frozen=True)
class Columns:
    """Columns of rows whose common cells are what they have in common."""

    columns: tuple[Column, ...] = COLUMNS

    def common_values(self, common):
        return common


def test_a_pattern_and_what_stands_in_its_gaps_make_the_cells():
    first = Column("size", "", "integer")
    cells = XmlCells(Columns(), "<* ", ">", "".join, (first,))
    pattern = cells.pattern(("100 % fund", 2024))
    assert (
        pattern % (*cells.own((3, "甲&%s", 0.5)),)
        == "<size 3><kind 100 % fund><name 甲&amp;%s><year 2024><share 0.5>".encode()
    )
    assert (
        pattern % (*cells.own((3, "甲", None)),) == "<size 3><kind 100 % fund><name 甲><year 2024>".encode()
    )


def test_a_value_that_is_repeated_is_written_the_same_every_time():
    write = cell_writer(Column("share", "", "double", repeated=True), "<* ", ">", "".join)
    assert [write(value) for value in (0.5, None, 0.25, 0.5)] == [
        b"<share 0.5>",
        b"",
        b"<share 0.25>",
        b"<share 0.5>",
    ]


@pytest.mark.parametrize("own", [("甲",), ("甲", 0.5, 1)])
def test_a_row_of_too_few_or_too_many_cells_is_refused(own):
    with pytest.raises(ValueError, match="zip"):
        writer()(("fund", 2024), own)


def test_nodes_and_edges_have_a_value_for_every_column():
    tables = synthetic(4).tables
    found = SortedEvidence.of(tables)
    counts = EdgeCounts.of(tables.edges)
    of_node = NodeColumns.of(tables.entities, counts, {row.entity_id: 0 for row in tables.entities})
    of_edge = EdgeColumns.of(counts, found)
    rows = [(of_node, of_node.common(row), of_node.own(row)) for row in tables.entities]
    edges = sorted(tables.edges, key=lambda row: row.edge_id)
    rows += [(of_edge, of_edge.common(*both), of_edge.own(*both)) for both in found.along(edges)]
    for columns, common, own in rows:
        assert len(columns.common_values(common)) == sum(column.common for column in columns.columns)
        assert len(own) == sum(not column.common for column in columns.columns)


def test_an_edge_is_written_the_same_alone_and_among_others(tmp_path):
    ends = [node(f"e/{name}") for name in "abcd"]
    rows = [
        edge("e/a", "co_mention", "e/b", directed=False, weight=2),
        edge("e/c", "co_mention", "e/b", directed=False, weight=2, npmi=0.25, letter_ids=("l1",)),
        edge("e/c", "co_mention", "e/d", directed=False, weight=3),
        edge("e/a", "funds", "e/b", weight=2, status="done"),
        edge("e/a", "funds", "e/c", weight=2),
    ]
    quotes = [evidence(row, "l1", "2024-08-08", quote=f"第{at}句") for at, row in enumerate(rows)]
    together = edge_lines(tmp_path, ends, rows, quotes)
    alone = [edge_lines(tmp_path, ends, [row], [quote])[0] for row, quote in zip(rows, quotes, strict=True)]
    assert sorted(together) == sorted(alone)


def edge_lines(folder, nodes, rows, quotes):
    (path,) = write(publication(nodes, rows, [letter("l1", "2024-08-08")], quotes), folder)
    return [line for line in path.read_text(encoding="utf-8").splitlines() if "<edge id" in line]


@pytest.mark.parametrize(("spare", "cut"), [(0, False), (1, True)])
def test_the_text_at_an_edge_is_cut_where_sentences_and_marks_together_are_too_long(spare, cut):
    row = edge("e/a", "funds", "e/b")
    room = TEXT_LENGTH - len(SEPARATOR) - 10 + spare
    quotes = [evidence(row, "l1", "2024", quote=text) for text in ("甲" * 10, "乙" * room)]
    tables = publication([node("e/a"), node("e/b")], [row], [letter("l1", "2024")], quotes).tables
    ((_, found),) = SortedEvidence.of(tables).along(tables.edges)
    assert len(found.text) == TEXT_LENGTH
    assert found.text.endswith("…") is cut
