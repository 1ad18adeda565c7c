"""external_ids.tsv: applied where it is right, refused where it is wrong, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_letters import BUREAU, FUND, two_letters

from graph.errors import CurationError
from graph.storage.spool import MANY_ROWS, Shelf, Spool
from graph.tables.external_ids import (
    ExternalId,
    is_credit_code,
    read_external_ids,
    schemes,
    with_external_ids,
)
from graph.tables.graph_tables import EntityRow

HEADER = "entity\tscheme\tvalue\tsource\n"


def read(folder, *rows):
    path = folder / "external_ids.tsv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return read_external_ids(path, two_letters().tables.entities)


def test_a_row_is_found_by_id_or_by_name(tmp_path):
    found = read(tmp_path, f"{FUND}\twikidata\tQ42\tlooked up", "江宁区科技局\tgb2260\t320115\tGB/T 2260")
    assert found.by_entity[FUND] == (
        ExternalId(
            scheme="wikidata", value="Q42", iri="http://www.wikidata.org/entity/Q42", source="looked up"
        ),
    )
    assert found.by_entity[BUREAU][0].iri == ""
    assert not found.issues


def thing(entity_id, name, *aliases):
    return EntityRow(
        entity_id=entity_id, kind="organisation", name=name, short_name=name, aliases=aliases, iri=entity_id
    )


def test_a_row_keeps_to_a_thing_whose_name_is_now_an_alias_and_prefers_the_one_that_bears_it(tmp_path):
    entities = [
        thing("e/a", "泽立泰药业股份有限公司", "泽立泰", "立泰"),
        thing("e/b", "立泰", "泰"),
        thing("e/c", "泰康", "泰"),
    ]
    path = tmp_path / "external_ids.tsv"
    rows = [f"{name}\twikidata\tQ{number}\tx\n" for number, name in enumerate(("泽立泰", "立泰", "泰"), 1)]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    found = read_external_ids(path, entities)
    assert {one: [each.value for each in ids] for one, ids in found.by_entity.items()} == {
        "e/a": ["Q1"],
        "e/b": ["Q2"],
    }
    assert [issue.value for issue in found.issues] == ["泰"]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (f"{FUND}\twikidata\tQ42\t", "source", "'' 不可为空 · '' must not be empty"),
        (f"{FUND}\twikipedia\tQ42\tx", "scheme", "'wikipedia' must be one of gb2260"),
        (f"{FUND}\twikidata\t42\tx", "value", "'42' is no number of wikidata"),
        (f"{FUND}\tuscc\t91350100M000100Y44\tx", "value", "wrong check character"),
    ],
)
def test_a_wrong_row_is_reported_with_its_place_and_the_rest_applied(tmp_path, row, column, message):
    found = read(tmp_path, row, f"{BUREAU}\tgb2260\t320115\tGB/T 2260")
    assert list(found.by_entity) == [BUREAU]
    assert [(issue.severity, issue.where) for issue in found.issues] == [
        ("error", f"line 2, column {column}")
    ]
    assert message in found.issues[0].message


def test_a_file_that_is_no_such_table_is_refused(tmp_path):
    path = tmp_path / "external_ids.tsv"
    path.write_text("thing\tscheme\n", encoding="utf-8")
    with pytest.raises(CurationError, match="column entity: 缺这一列"):
        read_external_ids(path, two_letters().tables.entities)


def test_a_row_about_nothing_known_is_reported_and_the_rest_applied(tmp_path):
    found = read(tmp_path, "无此机构\twikidata\tQ1\tx", f"{FUND}\twikidata\tQ2\tx")
    assert [issue.value for issue in found.issues] == ["无此机构"]
    assert list(found.by_entity) == [FUND]


def test_the_credit_code_of_the_standard_is_right():
    assert is_credit_code("91350100M000100Y43")  # the example of GB 32100-2015, appendix


@given(st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_changed_digit_breaks_a_credit_code(place, digit):
    code = "91350100M000100Y43"
    changed = code[:place] + digit + code[place + 1 :]
    assert is_credit_code(changed) == (changed == code)


def test_every_scheme_with_an_iri_has_a_place_for_the_value():
    assert all("{value}" in scheme.iri for scheme in schemes().values() if scheme.iri)


def test_what_is_stated_stands_in_the_tables_and_what_cannot_be_used_among_the_issues(tmp_path):
    rows = f"{FUND}\twikidata\tQ42\tlooked up\n火星研究院\twikidata\tQ1\tlooked up\n"
    (tmp_path / "external_ids.tsv").write_text(HEADER + rows, encoding="utf-8")
    before = two_letters().tables
    after, found = with_external_ids(before, tmp_path)
    assert {row.entity_id: row.external_ids for row in after.entities if row.external_ids} == {
        FUND: ("wikidata:Q42",)
    }
    assert [row.value for row in after.issues if row.source == "external_ids.tsv"] == ["火星研究院"]
    assert found.by_entity.keys() == {FUND}


def test_without_the_file_nothing_changes(tmp_path):
    before = two_letters().tables
    assert with_external_ids(before, tmp_path)[0] == with_external_ids(before, None)[0] == before


def test_the_rows_of_a_large_build_stay_on_disk(tmp_path):
    (tmp_path / "external_ids.tsv").write_text(f"{HEADER}{FUND}\twikidata\tQ42\tx\n", encoding="utf-8")
    before = two_letters().tables
    after, _ = with_external_ids(before, tmp_path, Shelf(MANY_ROWS))
    assert isinstance(after.entities, Spool)
    assert [*after.entities] == with_external_ids(before, tmp_path)[0].entities
