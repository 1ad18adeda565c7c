"""Knowledge files: what is read, and how each broken cell is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import LexiconError
from ontology.tsv import read_tsv


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "words.tsv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_come_in_file_order_without_comments_and_blank_lines(tmp_path):
    path = write(tmp_path, "# 词表\nword\tsource\n\n已\tguidelines\n拟\tguidelines\n")
    rows = read_tsv(path, ("word", "source"))
    assert [(row.line, row["word"]) for row in rows] == [(4, "已"), (5, "拟")]


def test_a_file_saved_on_windows_with_a_byte_order_mark_is_read(tmp_path):
    rows = read_tsv(write(tmp_path, "\ufeffword\tsource\r\n已\tguidelines\r\n"), ("word", "source"))
    assert dict(rows[0].cells) == {"word": "已", "source": "guidelines"}


def test_cells_missing_at_the_end_are_empty_and_further_columns_are_kept(tmp_path):
    (row,) = read_tsv(write(tmp_path, "word\tstatus\tnote\n已\n"), ("word", "status"))
    assert (row["word"], row["status"], row["note"]) == ("已", "", "")


def test_a_list_cell_is_split_at_the_bar(tmp_path):
    (row,) = read_tsv(write(tmp_path, "forms\n成立| 设立 |\n"), ("forms",))
    assert row.listed("forms") == ("成立", "设立")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("word\n已\tdone\n", "line 2, column 2: 'done'"),
        ("word\tword\n", "line 1, column word"),
        ("other\n已\n", "line 1, column word"),
    ],
)
def test_a_broken_file_names_file_line_and_column(tmp_path, text, where):
    with pytest.raises(LexiconError, match=r"words\.tsv") as caught:
        read_tsv(write(tmp_path, text), ("word",))
    assert where in str(caught.value)


def test_a_cell_that_cannot_be_used_is_named_with_its_value(tmp_path):
    (row,) = read_tsv(write(tmp_path, "word\tscore\tstatus\n\tviel\tmaybe\n"), ("word", "score", "status"))
    with pytest.raises(
        LexiconError, match=r"line 2, column score: 'viel' 须是数.* · 'viel' must be a number"
    ):
        row.number("score")
    with pytest.raises(LexiconError, match=r"column status: .* · 'maybe' must be one of done, planned"):
        row.one_of("status", ("done", "planned"))
    with pytest.raises(LexiconError, match=r"column word: .* · '' must not be empty"):
        row.required("word")


def test_a_file_in_another_encoding_says_what_to_do(tmp_path):
    with pytest.raises(LexiconError, match="save the file as UTF-8"):
        read_tsv(write(tmp_path, "word\n已\n", encoding="gb18030"), ("word",))


def test_a_missing_lexicon_is_named():
    with pytest.raises(LexiconError, match=r"ontology/lexicon/no-such\.tsv"):
        read_tsv("no-such.tsv", ("word",))
