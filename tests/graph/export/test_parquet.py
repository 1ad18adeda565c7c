import sys
from decimal import Decimal

import pytest
from changed import replace
from publications import node, publication
from synthetic import publication as synthetic
from synthetic import with_claims

from graph.errors import UsageError
from graph.export.parquet import write
from graph.tables.schema import columns, row_types


def test_tables_come_back_with_their_types(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    published = with_claims(synthetic(4))
    paths = {path.stem: path for path in write(published, tmp_path)}
    assert list(paths) == sorted(row_types())
    for name, row_type in row_types().items():
        found = parquet.read_table(paths[name]).to_pylist()
        for row, original in zip(found, getattr(published.tables, name), strict=True):
            for column in columns(row_type):
                value = getattr(original, column.name)
                assert row[column.name] == (list(value) if isinstance(value, tuple) else value)


def test_numbers_are_numbers_and_keep_every_digit(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    plain = with_claims(synthetic(4))
    exact = Decimal("-99999999999999999999.000001")
    figures = [replace(plain.tables.figures[0], normalised_value=exact)]
    paths = {
        path.stem: path
        for path in write(replace(plain, tables=replace(plain.tables, figures=figures)), tmp_path)
    }
    assert parquet.read_table(paths["figures"])["normalised_value"].to_pylist() == [exact]
    types = {field.name: str(field.type) for field in parquet.read_schema(paths["letters"])}
    assert (types["session_year"], types["addressee_count"]) == ("int64", "int64")


def test_a_lone_surrogate_does_not_stop_the_build(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    paths = write(publication([node("e/x", name="甲\ud800")]), tmp_path)
    entities = next(path for path in paths if path.stem == "entities")
    assert parquet.read_table(entities)["name"].to_pylist() == ["甲?"]


def test_without_the_library_the_next_step_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'fuwen\[parquet\]'"):
        write(publication(), tmp_path)
