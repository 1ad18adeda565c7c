"""Tables as spreadsheets save them: any of three encodings, any of three separators, told where it is not the usual."""

import codecs

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
