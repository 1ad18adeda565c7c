"""tables/datapackage.json: what is said of the tables fits the files."""

import csv
import json
import re

from changed import replace
from publications import letter, publication

from graph.export.csv_tables import write
from graph.export.data_package import column_texts, package
from graph.tables.schema import row_types


def written(folder, **tables):
    paths = write(publication(**tables), folder)
    (described,) = (path for path in paths if path.name == "datapackage.json")
    return json.loads(described.read_text(encoding="utf-8"))


def fields(described):
    return {
        (one["name"], field["name"]): field
        for one in described["resources"]
        for field in one["schema"]["fields"]
    }


def test_every_table_and_column_is_described_in_its_order(tmp_path):
    described = written(tmp_path)
    assert [one["name"] for one in described["resources"]] == list(row_types())
    for one in described["resources"]:
        with (tmp_path / "tables" / one["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in one["schema"]["fields"]]


def test_columns_have_the_types_of_the_records_and_are_explained_by_them(tmp_path):
    known = fields(written(tmp_path))
    assert known["letters", "proposal_numbers"]["type"] == "string"
    assert known["letters", "session_year"]["type"] == "integer"
    assert known["figures", "normalised_value"]["type"] == "number"
    assert known["mentions", "anaphor"]["type"] == "boolean"
    assert "below zero" in known["figures", "normalised_value"]["description"]
    assert "joined by |" in known["entities", "aliases"]["description"]
    assert known["entities", "name"]["title"] == "全称 full name"
    assert known["figures", "metric"]["title"] == "指标 Metric"


def test_every_column_is_explained_in_both_languages_and_no_text_lies_idle():
    known = fields(package("1"))
    for key, field in known.items():
        zh, _, en = field["description"].partition(" · ")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in zh), key
        assert re.search("[a-z]{2}", en), key
    for table, column in column_texts():
        if column == "*":
            continue  # of a table
        assert (table, column) in known or (table == "*" and any(name == column for _, name in known))


def test_keys_tell_rows_apart_and_point_to_rows_that_are_there(bundled):
    pointed = 0
    for one in package("1")["resources"]:
        schema, rows = one["schema"], getattr(bundled.tables, one["name"])
        if key := schema.get("primaryKey"):
            assert len({tuple(getattr(row, name) for name in key) for row in rows}) == len(rows)
        for foreign in schema.get("foreignKeys", ()):
            ((column,), other) = foreign["fields"], foreign["reference"]
            there = {getattr(row, other["fields"][0]) for row in getattr(bundled.tables, other["resource"])}
            cells = {getattr(row, column) for row in rows} - {""}
            assert cells <= there, (one["name"], column)
            pointed += len(cells)
    assert pointed > 1000


def test_a_reader_that_keeps_to_the_types_keeps_leading_zeros(tmp_path):
    row = replace(letter("l0", "2024-08-08"), proposal_numbers=("087",))
    described = written(tmp_path, letters=[row])
    read = {"string": str, "integer": int, "number": float, "boolean": bool}
    with (tmp_path / "tables" / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        (cells,) = csv.DictReader(file)
    types = {name: field["type"] for (table, name), field in fields(described).items() if table == "letters"}
    values = {name: read[types[name]](cell) for name, cell in cells.items() if cell}
    assert values["proposal_numbers"] == "087"


def test_the_tables_and_each_of_them_are_explained_in_both_languages_and_no_text_lies_idle():
    described = package("1")
    for one in (described, *described["resources"]):
        zh, _, en = one["description"].partition(" · ")
        assert re.search("[一-鿿]{2}", zh), one["name"]
        assert re.search("[a-z]{2} [a-z]", en), one["name"]
    assert {table for table, column in column_texts() if column == "*"} == {"*", *row_types()}


def test_a_column_of_several_values_says_so_in_either_language():
    zh, _, en = fields(package("1"))["entities", "aliases"]["description"].partition(" · ")
    assert "以 | 相隔" in zh
    assert "joined by |" in en
