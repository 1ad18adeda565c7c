"""Tables as spreadsheets save them: any of three encodings, any of three separators, told where it is not the usual."""

import codecs
import csv

import pytest

from corpus.kept_text import kept_text

COLUMNS = ("name", "kind", "aliases")
ROW = ("苏州市财政局", "organisation", "市财政局、区财政局")


def saved(folder, encoding, separator, mark=b""):
    path = folder / "names.tsv"
    lines = (separator.join(cells) + "\r\n" for cells in (COLUMNS, ROW))
    path.write_bytes(mark + "".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_every_way_in_which_spreadsheets_save_is_read(tmp_path, encoding, mark, separator):
    found = kept_text(saved(tmp_path, encoding, separator, mark), COLUMNS, "\t")
    assert found.separator == separator
    assert found.text.splitlines() == [separator.join(cells) for cells in (COLUMNS, ROW)]
    usual = encoding == "utf-8" and separator == "\t"
    assert [(issue.severity, issue.code) for issue in found.issues] == [("info", "read_as")] * (not usual)


def test_the_usual_separator_is_taken_where_the_header_tells_nothing(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("", encoding="utf-8")
    assert kept_text(path, COLUMNS, "\t").separator == "\t"


def test_what_no_encoding_fits_is_an_error(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_bytes(b"name\xff\xff")
    with pytest.raises(UnicodeDecodeError):
        kept_text(path, COLUMNS, ",")


def told(folder, *lines):
    path = folder / "kept.csv"
    path.write_text("".join(f"{line}\n" for line in (",".join(COLUMNS), *lines)), encoding="utf-8")
    found = kept_text(path, COLUMNS, ",")
    names = [row["name"] for row in found.rows() if row["name"]]
    return names, [(issue.code, issue.severity, issue.where) for issue in found.issues]


UNREADABLE = ("unreadable_row", "error", "row 3")


@pytest.mark.parametrize(
    "line",
    [
        '乙局,organisation,"市乙局',
        '"乙局,organisation,市乙局',
        f"乙局,organisation,{'长' * 140_000}",
    ],
)
def test_a_mark_that_is_not_closed_costs_its_own_row_and_none_below(tmp_path, line):
    names, issues = told(
        tmp_path, "甲局,organisation,", line, "丙局,organisation,", '丁局,organisation,"市丁局"'
    )
    assert names == ["甲局", "丙局", "丁局"]
    assert issues == [UNREADABLE]


@pytest.mark.parametrize("limit", [131_072, 10_000_000])
def test_a_cell_without_end_is_refused_whatever_the_process_reads_otherwise(tmp_path, limit):
    before = csv.field_size_limit(limit)
    try:
        names, issues = told(tmp_path, "甲局,organisation,", f"乙局,organisation,{'长' * 140_000}", "丙局,,")
    finally:
        csv.field_size_limit(before)
    assert (names, issues) == (["甲局", "丙局"], [UNREADABLE])


def test_two_marks_that_are_not_closed_are_two_issues(tmp_path):
    names, issues = told(tmp_path, "甲局,organisation,", '乙,fund,"x', "丙,fund,", '丁,fund,"y', "戊,fund,")
    assert names == ["甲局", "丙", "戊"]
    assert issues == [UNREADABLE, ("unreadable_row", "error", "row 5")]


def test_a_cell_may_hold_lines_commas_and_marks(tmp_path):
    names, issues = told(
        tmp_path, '甲局,organisation,"市甲局,\n又称""甲""，\n旧称一,二"', '"乙\n局",organisation,'
    )
    assert names == ["甲局", "乙\n局"]
    assert issues == []


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_under_another_name_is_told_as_one(tmp_path, begins):
    path = tmp_path / "names.tsv"
    path.write_bytes(begins + bytes(40))
    with pytest.raises(OSError, match="workbook"):
        kept_text(path, COLUMNS, "\t")


def test_characters_that_steer_a_terminal_are_no_part_of_a_table(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_bytes("name\tkind\taliases\n苏州\x1b[31m市\x07\tplatform\t\x9b甲\n".encode())
    assert kept_text(path, COLUMNS, "\t").text == "name\tkind\taliases\n苏州[31m市\tplatform\t甲\n"
