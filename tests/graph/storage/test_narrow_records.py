from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.storage.narrow_records import add_chosen, chosen, one, only
from graph.storage.spool import Shelf


class Struct(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    name: str
    text: str = ""
    parts: tuple[str, ...] = ()
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    name: str
    text: str = ""
    parts: tuple[str, ...] = ()
    count: int


texts = st.text(max_size=3) | st.just("\ud800")
cells = st.fixed_dictionaries(
    {"name": texts, "text": texts, "parts": st.lists(texts).map(tuple), "count": st.integers(0, 3)}
)


def on_disk(rows, row_type):
    spool = Shelf().spool(row_type, 3)
    spool.extend(rows)
    return spool


@pytest.mark.parametrize("row_type", [Struct, Plain])
@given(given=st.lists(cells, max_size=10))
def test_rows_on_disk_tell_the_columns_that_are_asked_for_as_rows_in_memory_do(row_type, given):
    rows = [row_type(**one) for one in given]
    for columns in (("name",), ("parts", "text"), ("count",)):
        told = [[getattr(row, name) for name in columns] for row in only(on_disk(rows, row_type), *columns)]
        assert told == [[getattr(row, name) for name in columns] for row in only(rows, *columns)]


@pytest.mark.parametrize("row_type", [Struct, Plain])
@given(given=st.lists(cells, max_size=10))
def test_one_row_on_disk_tells_the_columns_that_are_asked_for_as_it_does_in_memory(row_type, given):
    rows = [row_type(**values) for values in given]
    kept = on_disk(rows, row_type)
    for at, row in enumerate(rows):
        assert one(kept, at, "name", "count").name == one(rows, at, "name", "count").name == row.name


@pytest.mark.parametrize("row_type", [Struct, Plain])
@given(given=st.lists(cells, max_size=10))
def test_chosen_rows_are_whole_whether_they_are_on_disk_or_in_memory(row_type, given):
    rows = [row_type(**one) for one in given]
    wanted = [row for row in rows if row.count > 1]
    table, listed = on_disk([], row_type), []
    for found in (rows, on_disk(rows, row_type)):
        assert [*chosen(found, lambda row: row.count > 1, "count")] == wanted
        add_chosen(listed, found, lambda row: row.count > 1, "count")
        add_chosen(table, found, lambda row: row.count > 1, "count")
    assert listed == [*table] == wanted * 2
    assert [table[at] for at in range(len(table))] == wanted * 2
