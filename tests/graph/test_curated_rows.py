"""Tables that people keep as TSV, and as spreadsheets save them."""

import pytest

from graph.curated_rows import kept_rows
from graph.errors import CurationError

COLUMNS = ("name", "kind")


def saved(folder, text, encoding="utf-8"):
    path = folder / "gazetteer.tsv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_of_a_tsv_are_those_between_comments_and_empty_lines_with_their_lines(tmp_path):
    rows, issues = kept_rows(saved(tmp_path, "# mine\nname\tkind\n\n苏州市财政局\torganisation\n"), COLUMNS)
    assert [(row.line, row["name"], row["kind"]) for row in rows] == [(4, "苏州市财政局", "organisation")]
    assert issues == ()


def test_a_table_that_a_spreadsheet_saved_has_the_same_rows_and_an_issue(tmp_path):
    text = '# "mine"\r\nname,kind,aliases\r\n,,\r\n"甲, 乙基金",fund,"甲\t乙\r\n基金"\r\n丙平台,platform,\r\n'
    rows, issues = kept_rows(saved(tmp_path, text, "gb18030"), COLUMNS)
    assert [(row.line, row["name"], row["aliases"]) for row in rows] == [
        (5, "甲, 乙基金", "甲 乙 基金"),
        (6, "丙平台", ""),
    ]
    assert [(issue.code, issue.value) for issue in issues] == [("read_as", "GB18030, comma")]


@pytest.mark.parametrize("separator", ["\t", ","])
def test_a_row_with_more_cells_than_columns_is_told_with_its_line_and_the_rest_read(tmp_path, separator):
    lines = (("name", "kind"), ("甲基金", "fund", "多"), ("乙基金", "fund"))
    text = "".join(f"{separator.join(cells)}\n" for cells in lines)
    rows, issues = kept_rows(saved(tmp_path, text), COLUMNS)
    assert [row["name"] for row in rows] == ["乙基金"]
    (issue,) = [one for one in issues if one.severity == "error"]
    assert (issue.source, issue.code, issue.where) == ("gazetteer.tsv", "unusable_row", "line 2, column 3")
    assert issue.message == "'多' 在最后一列之外 · '多' stands beyond the last column"


def test_a_column_that_is_missing_is_told(tmp_path):
    with pytest.raises(
        CurationError, match=r"column kind: 缺这一列.* · missing, add it; there are: name, art"
    ):
        kept_rows(saved(tmp_path, "name;art\n甲基金;fund\n"), COLUMNS)
