"""Tables as CSV: the lines that the csv module writes."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from graph.export.csv_tables import quoted, write_cells

texts = st.text(alphabet=st.one_of(st.sampled_from('",;\r\n 一'), st.characters(codec="utf-8")), max_size=6)


@given(st.lists(st.tuples(texts, texts), min_size=1))
def test_cells_stand_in_quotation_marks_where_the_csv_module_puts_them(rows):
    expected = io.StringIO(newline="")
    csv.writer(expected).writerows(rows)
    lines = zip(*map(quoted, zip(*rows, strict=True)), strict=True)
    assert "".join(f"{first},{second}\r\n" for first, second in lines) == expected.getvalue()


def test_more_rows_than_are_written_together_all_stand_in_the_file(tmp_path):
    rows = [(f"{number}", f"甲,{number}") for number in range(1234)]
    path = write_cells(tmp_path / "folder" / "rows.csv", ("a", "b"), rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)] == [("a", "b"), *rows]
    assert path.read_bytes().startswith(b"\xef\xbb\xbfa,b\r\n0,")
