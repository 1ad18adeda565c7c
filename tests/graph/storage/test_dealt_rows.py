import msgspec
from hypothesis import given
from hypothesis import strategies as st

from graph.storage.dealt_rows import dealt
from graph.storage.spool import Shelf, Spool


class Row(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    text: str = ""
    places: tuple[int, ...] = ()


rows = st.builds(
    Row,
    text=st.text(max_size=3) | st.just("\ud800"),
    places=st.lists(st.integers(0, 2), unique=True).map(tuple),
)


@given(given=st.lists(rows, max_size=200))
def test_every_row_goes_where_it_belongs_from_disk_as_from_memory_lone_surrogates_too(given):
    shelf = Shelf()
    table = shelf.spool(Row, 3)
    table.extend(given)
    on_disk = dealt(table, lambda row: row.places, shelf, "places")
    expected = {place: [row for row in given if place in row.places] for place in range(3)}
    expected = {place: found for place, found in expected.items() if found}
    assert dealt(given, lambda row: row.places, shelf, "places") == expected
    assert {place: [*found] for place, found in on_disk.items()} == expected
    assert all(isinstance(found, Spool) for found in on_disk.values())


def test_a_row_may_go_nowhere():
    assert dealt([Row(), Row(places=(1,))], lambda row: row.places, Shelf(), "places") == {
        1: [Row(places=(1,))]
    }
