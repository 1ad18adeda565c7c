"""PDF files as different programs print one letter: the same text and facts, whatever fonts they embed."""

from pathlib import Path

import pypdfium2
import pytest
from reply_letters import read_file

from corpus.formats.pdf_glyphs import without_outlines

TESTS = Path(__file__).parents[1]
TYPE_3 = TESTS / "dev" / "raw" / "d02.pdf"
PRINTED = sorted((Path(__file__).parent / "printed").glob("*.pdf"))


def folded(text):
    return "".join(text.split())


def characters(data):
    """Return text and loose and tight box of every character of a PDF."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        content = page.get_textpage()
        boxes = [
            (content.get_charbox(at, loose=True), content.get_charbox(at))
            for at in range(content.count_chars())
        ]
        found.append((content.get_text_range(), boxes))
    return found


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_a_letter_reads_the_same_from_every_program_that_prints_it(path):
    letter = (TESTS / "dev" / "letters" / "d02.txt").read_text(encoding="utf-8").strip()
    (reading,) = read_file(path)
    (type_3,) = read_file(TYPE_3)
    assert folded(reading.letter.text) == folded(letter)
    assert reading.letter.text.count("\n") == letter.count("\n")
    for name in ("title", "session", "department", "reply_date", "proposal_numbers", "addressees"):
        one, other = (getattr(each.letter.header, name) for each in (reading, type_3))
        assert repr(one).partition("span")[0] == repr(other).partition("span")[0]
    assert len(reading.letter.sections) == len(type_3.letter.sections)


def test_glyphs_without_their_drawings_keep_every_character_and_its_box():
    data = TYPE_3.read_bytes()
    light = without_outlines(data)
    assert len(light) == len(data)
    assert light != data
    assert characters(light) == characters(data)


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_files_without_drawn_fonts_are_not_touched(path):
    data = path.read_bytes()
    assert without_outlines(data) is data


@pytest.mark.parametrize("cut", [1000, 20_000, 250_000])
def test_a_file_cut_off_in_a_glyph_keeps_its_length(cut):
    data = TYPE_3.read_bytes()[:cut]
    assert len(without_outlines(data)) == cut


def test_an_encrypted_file_is_not_touched():
    data = TYPE_3.read_bytes() + b"/Encrypt"
    assert without_outlines(data) is data
