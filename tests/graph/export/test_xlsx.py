import sys
from decimal import Decimal

import pytest
from changed import replace
from publications import letter, node, publication
from synthetic import publication as synthetic
from synthetic import with_claims

from graph.errors import ExportError, UsageError
from graph.export.xlsx import CELL_LENGTH, EXPLAINED, SHEETS, write
from graph.tables.schema import row_types


@pytest.fixture
def openpyxl():
    return pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")


def read(openpyxl, path):
    """Return the rows of every sheet as dicts, by the sheet's title."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        header, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return found


def test_every_sheet_has_the_rows_of_its_table(tmp_path, openpyxl):
    published = synthetic(4)
    (path,) = write(published, tmp_path)
    sheets = read(openpyxl, path)
    for table, title in SHEETS.items():
        if table in row_types():
            assert len(sheets[title]) == len(getattr(published.tables, table))
    assert [row["weight"] for row in sheets[SHEETS["edges"]]] == [
        row.weight for row in published.tables.edges
    ]


def test_numbers_are_numbers_exactly_as_printed(tmp_path, openpyxl):
    published = with_claims(synthetic(4))
    first = published.tables.figures[0]
    said = ["18.87", "6.30", "-1.2", "4∶6", "007", "0.1234567890123456"]
    figures = [
        replace(first, figure_id=f"f{at}", value=value, normalised_value=amount)
        for at, (value, amount) in enumerate(
            zip(said, [Decimal("-0.021"), None, *[Decimal(9)] * 4], strict=True)
        )
    ]
    letters = [replace(letter("l0", "2024-08-08"), session_year=2024, addressee_count=None)]
    published = replace(published, tables=replace(published.tables, figures=figures, letters=letters))
    (path,) = write(published, tmp_path)
    sheets = read(openpyxl, path)
    assert [row["value"] for row in sheets[SHEETS["figures"]]] == [18.87, 6.3, -1.2, *said[3:]]
    assert [row["normalised_value"] for row in sheets[SHEETS["figures"]]] == [-0.021, None, 9, 9, 9, 9]
    (row,) = sheets[SHEETS["letters"]]
    assert (row["session_year"], row["addressee_count"]) == (2024, None)
    sheet = openpyxl.load_workbook(path)[SHEETS["figures"]]
    assert sheet.cell(row=3, column=5).number_format == "0.00"


def test_the_second_sheet_says_who_asked_what(tmp_path, openpyxl):
    row = replace(
        letter("l0", "2024-08-08"),
        proposal_numbers=("2024237", "2024238"),
        proposal_titles=("关于充分发挥区域优势的建议",),
        proposers=("甲", "乙"),
        department="区科创局",
    )
    (path,) = write(publication(letters=[row]), tmp_path)
    first, second = read(openpyxl, path)[SHEETS["questions"]]
    assert (first["proposal_number"], first["proposal_title"]) == ("2024237", "关于充分发挥区域优势的建议")
    assert (second["proposal_number"], second["proposal_title"]) == ("2024238", None)
    assert (second["proposers"], second["department"], second["letter_id"]) == ("甲|乙", "区科创局", "l0")


def test_the_last_sheet_says_what_every_column_holds_in_both_languages(tmp_path, openpyxl):
    (path,) = write(synthetic(3), tmp_path)
    *sheets, (title, explained) = read(openpyxl, path).items()
    assert title == EXPLAINED
    told = {(row["表 sheet"], row["列 column"]) for row in explained}
    assert {
        (name, column) for name, rows in sheets if name != SHEETS["questions"] for column in (rows or [{}])[0]
    } <= told
    assert all(row["说明"] and row["meaning"] != row["说明"] for row in explained)


def test_text_stays_text_and_what_excel_cannot_hold_is_cut(tmp_path, openpyxl):
    name = "=HYPERLINK(1)\x0b" + "长" * (CELL_LENGTH + 5)
    (path,) = write(publication([node("e/x", name=name)]), tmp_path)
    sheet = openpyxl.load_workbook(path)[SHEETS["entities"]]
    cell = next(each for each in sheet[2] if str(each.value).startswith("=HYPER"))
    assert cell.data_type != "f"
    assert cell.value == "=HYPERLINK(1)" + "长" * (CELL_LENGTH - 13)


@pytest.mark.usefixtures("openpyxl")
def test_two_runs_write_the_same_bytes(tmp_path):
    first, second = (write(synthetic(3), tmp_path / name)[0].read_bytes() for name in "ab")
    assert first == second


@pytest.mark.usefixtures("openpyxl")
def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "graph.xlsx").mkdir()
    with pytest.raises(ExportError, match=r"graph\.xlsx"):
        write(publication(), tmp_path)


def test_without_the_library_the_next_step_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'fuwen\[xlsx\]'"):
        write(publication(), tmp_path)
