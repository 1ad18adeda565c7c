from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.tables.cells import cell_reader, column_writer, guarded, parted, to_cell, unguarded

texts = st.text(alphabet=st.characters(codec="utf-8"))
lists = st.lists(texts.filter(bool)).map(tuple)


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%", "@SUM(A1)", "\t=1", "'=1"])
def test_text_that_a_spreadsheet_would_run_gets_a_quote_before_it(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["福田区科技创新局", "“20+8”产业基金", "'quoted'", "", "1-2", "-1", "-0.021"]
)
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@given(texts)
def test_guarded_text_comes_back_and_begins_with_no_formula(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or float(cell) < 0


@given(lists)
def test_lists_come_back_whatever_their_parts_hold(parts):
    assert cell_reader(tuple[str, ...])(to_cell(parts)) == parts


def test_parts_are_joined_by_a_bar():
    assert to_cell(("福田区科创局", "区科技创新局")) == "福田区科创局|区科技创新局"
    assert parted("福田区科创局|区科技创新局") == ("福田区科创局", "区科技创新局")


@given(st.one_of(st.none(), st.floats(allow_nan=False)))
def test_numbers_and_unknown_values_come_back_exactly(value):
    assert cell_reader(float | None)(to_cell(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimal_numbers_come_back_exactly_and_without_exponent(value):
    cell = to_cell(value)
    assert cell_reader(Decimal | None)(cell) == value
    assert "E" not in cell


@pytest.mark.parametrize(
    ("annotation", "cell"), [(Decimal, "NaN"), (Decimal, "4∶6"), (int, "drei"), (bool, "yes"), (float, "")]
)
def test_a_cell_of_another_type_is_refused(annotation, cell):
    with pytest.raises(ValueError, match=r".+"):
        cell_reader(annotation)(cell)


def test_truth_values_survive_a_save_in_excel():
    assert cell_reader(bool)("TRUE") is True
    assert to_cell(False) == "false"


@given(st.lists(st.tuples(st.text(max_size=8), st.integers(), st.floats(allow_nan=False), st.booleans())))
def test_a_column_is_written_as_its_cells_one_by_one_would_be(rows):
    types = (str, int, float | None, bool, tuple[str, ...], int | None)
    every = [(*row, (row[0],) if row[0] else (), None) for row in rows]
    for annotation, values in zip(types, zip(*every, strict=True), strict=bool(rows)):
        assert [*column_writer(annotation)(values)] == [to_cell(value) for value in values]
