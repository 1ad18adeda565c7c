import csv
from decimal import Decimal

import pytest
import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ExportError, MissingBuild
from graph.export.csv_tables import write, write_rows
from graph.export.publication import Publication
from graph.storage.spool import MANY_ROWS, Shelf, Spool
from graph.tables.graph_tables import EdgeRow, EntityRow, GraphTables
from graph.tables.read_tables import read_tables
from graph.tables.schema import columns, row_types
from graph.tables.stored_tables import StoredTable, rows_where

texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
VALUES = {
    str: texts,
    int: st.integers(),
    int | None: st.none() | st.integers(),
    float: st.floats(allow_nan=False),
    float | None: st.none() | st.floats(allow_nan=False),
    Decimal | None: st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    tuple[str, ...]: st.lists(texts.filter(bool), max_size=3).map(tuple),
}


def rows(row_type):
    values = {column.name: VALUES[column.type] for column in columns(row_type)}
    return st.lists(st.builds(row_type, **values), max_size=2).map(tuple)


all_tables = st.builds(GraphTables, **{table: rows(row_type) for table, row_type in row_types().items()})


def publication(tables):
    return Publication(
        tables=tables,
        texts={},
        positions={},
        base="https://w3id.org/fuwen/id/",
        version="0",
        corpus_hash="0" * 12,
    )


@settings(max_examples=25)
@given(tables=all_tables)
def test_tables_come_back_as_they_were_written(tables, tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write(publication(tables), folder)
    assert read_tables(folder) == tables


def test_rows_kept_on_disk_are_those_in_memory(tmp_path):
    tables = synthetic.with_claims(synthetic.publication(3)).tables
    write(publication(tables), tmp_path)
    in_memory, on_disk = read_tables(tmp_path), read_tables(tmp_path, Shelf(MANY_ROWS))
    assert isinstance(on_disk.edges, Spool)
    for name in row_types():
        assert tuple(getattr(on_disk, name)) == getattr(in_memory, name)


def empty_tables():
    return GraphTables(**dict.fromkeys(row_types(), ()))


def entity(**values):
    given_values = {"entity_id": "e/福田区科技创新局", "kind": "organisation", "name": "福田区科技创新局"}
    return EntityRow(
        **(given_values | {"short_name": "区科创局", "iri": "https://w3id.org/fuwen/id/e/x"} | values)
    )


def test_every_table_is_a_file_with_its_fields_as_columns(tmp_path):
    paths = write(publication(empty_tables()), tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in paths]
    assert names == sorted(["tables/datapackage.json", *(f"tables/{table}.csv" for table in row_types())])
    with (tmp_path / "tables/edges.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file)) == [column.name for column in columns(EdgeRow)]


def test_files_begin_with_a_byte_order_mark_and_end_records_as_rfc_4180_says(tmp_path):
    path = write_rows(
        tmp_path / "entities.csv", EntityRow, [entity(name='他说"好"\n', aliases=("甲|乙", "丙"))]
    )
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfentity_id,kind,")
    assert content.endswith(b"\r\n")
    assert '"他说""好""\n"'.encode() in content
    assert "甲\\|乙|丙".encode() in content


def test_no_cell_runs_as_a_formula(tmp_path):
    path = write_rows(
        tmp_path / "entities.csv", EntityRow, [entity(name="=HYPERLINK(1)", aliases=("+1", "-2"))]
    )
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["name"] == "'=HYPERLINK(1)"
    assert row["aliases"] == "'+1|-2"


def test_a_lone_surrogate_does_not_stop_the_build(tmp_path):
    path = write_rows(tmp_path / "entities.csv", EntityRow, [entity(name="甲\ud800乙")])
    assert StoredTable(path, EntityRow)[0].name == "甲?乙"


def test_unknown_columns_are_skipped_and_later_ones_get_their_default(tmp_path):
    path = tmp_path / "entities.csv"
    path.write_text("iri,name,short_name,colour,entity_id,kind\ni,n,s,red,e/n,fund\n", encoding="utf-8")
    assert tuple(StoredTable(path, EntityRow)) == (
        EntityRow(entity_id="e/n", kind="fund", name="n", short_name="s", iri="i"),
    )


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("entity_id,kind\n", "row 1, column name: 缺这一列；请重新构建 · missing"),
        (
            "entity_id,kind,name,short_name,iri,mentions\na,b,c,d,e,viele\n",
            "row 2, column mentions: 读不出 'viele'",
        ),
        (
            "entity_id,kind,name,short_name,iri\na,b\n",
            "row 2: 2 格 5 列；请重新构建 · 2 cells under 5 columns",
        ),
        ('entity_id,kind,name,short_name,iri\n"a', "no CSV file"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path, content, named):
    path = tmp_path / "entities.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MissingBuild, match=r"entities\.csv.*build again") as caught:
        tuple(StoredTable(path, EntityRow))
    assert named in str(caught.value)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "entities.csv"
    path.write_bytes("实体".encode("gb18030"))
    with pytest.raises(MissingBuild, match="not UTF-8"):
        tuple(StoredTable(path, EntityRow))


def test_a_folder_without_a_build_says_what_to_do(tmp_path):
    with pytest.raises(MissingBuild, match="fuwen build"):
        read_tables(tmp_path)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "tables").write_text("in the way", encoding="utf-8")
    with pytest.raises(ExportError, match="tables"):
        write(publication(empty_tables()), tmp_path)


NAMED = [
    {"name": "专项资金", "entity_id": "e/甲", "aliases": ("甲|乙", "丙")},
    {"name": "=1+1", "entity_id": "e/乙"},
    {"name": "示范平台", "entity_id": "e/丙", "aliases": ("e/甲",)},
]


@pytest.mark.parametrize(
    ("wanted", "columns_asked", "found"),
    [
        ({"e/甲"}, ("entity_id",), ["专项资金"]),
        ({"e/甲"}, ("entity_id", "aliases"), ["专项资金", "示范平台"]),
        ({"甲|乙"}, ("aliases",), ["专项资金"]),
        ({"甲"}, ("aliases",), []),
        ({"=1+1", "示范平台"}, ("name",), ["=1+1", "示范平台"]),
        (set(), ("name", "aliases"), []),
    ],
)
def test_rows_that_hold_a_text_are_the_same_from_disk_and_from_memory(tmp_path, wanted, columns_asked, found):
    rows_given = [entity(**each) for each in NAMED]
    stored = StoredTable(write_rows(tmp_path / "entities.csv", EntityRow, rows_given), EntityRow)
    assert [row.name for row in rows_where(stored, columns_asked, wanted)] == found
    assert [row.name for row in rows_where(rows_given, columns_asked, wanted)] == found


def test_a_stored_table_is_a_sequence_of_its_rows(tmp_path):
    rows_given = [entity(**each) for each in NAMED]
    stored = StoredTable(write_rows(tmp_path / "entities.csv", EntityRow, rows_given), EntityRow)
    assert (len(stored), bool(stored), stored[1], stored[:2]) == (
        3,
        True,
        rows_given[1],
        tuple(rows_given[:2]),
    )
    assert not StoredTable(write_rows(tmp_path / "none.csv", EntityRow, []), EntityRow)


def test_a_row_that_is_not_asked_for_is_not_read(tmp_path):
    path = tmp_path / "entities.csv"
    header = "entity_id,kind,name,short_name,iri,mentions\n"
    path.write_text(f"{header}e/a,fund,甲,甲,i,1\ne/b,fund,乙,乙,i,viele\n", encoding="utf-8")
    stored = StoredTable(path, EntityRow)
    assert [row.name for row in rows_where(stored, ("entity_id",), {"e/a"})] == ["甲"]
    with pytest.raises(MissingBuild, match="row 3, column mentions: 读不出 'viele'"):
        list(rows_where(stored, ("entity_id",), {"e/b"}))


@settings(max_examples=100)
@given(given_rows=rows(EntityRow), data=st.data())
def test_looking_at_cells_finds_what_looking_at_records_finds(given_rows, data, tmp_path_factory):
    held = [part for row in given_rows for part in (row.name, row.kind, *row.aliases)]
    wanted = data.draw(st.sets(st.sampled_from(held) if held else texts))
    path = write_rows(tmp_path_factory.mktemp("build") / "entities.csv", EntityRow, given_rows)
    asked = (("name", "aliases", "kind"), wanted)
    assert [*rows_where(StoredTable(path, EntityRow), *asked)] == [*rows_where(given_rows, *asked)]
