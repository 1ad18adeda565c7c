import re
from collections import Counter
from importlib import resources

import pytest

from ontology import lexicon, tsv
from ontology.errors import LexiconError

PLAIN = (
    "generic_words.tsv",
    "level_marks.tsv",
    "level_words.tsv",
    "works_words.tsv",
    "title_endings.tsv",
    "anaphor_words.tsv",
)


def test_heads_have_kinds_and_boundary_words_strength():
    assert lexicon.heads()["子基金"].kinds == ("fund",)
    assert lexicon.heads()["中心"].kinds == ("organisation", "platform")
    assert lexicon.boundary_words()["印发"].hard
    assert not lexicon.boundary_words()["服务"].hard


@pytest.mark.parametrize("name", PLAIN)
def test_plain_lists_are_read(name):
    assert lexicon.words(name)


def test_common_words_name_their_source_once():
    text = (resources.files("ontology") / "lexicon" / "common_words.tsv").read_text(encoding="utf-8")
    assert "MIT" in text.split("\n")[1]
    assert lexicon.common_words()["人代会"].part_of_speech


def test_a_body_has_all_its_forms():
    forms = {form for body in lexicon.bodies() for form in body.forms}
    assert {"国家药品监督管理局", "国家药监局", "财政部", "深交所", "全国工商联"} <= forms


def test_a_bad_row_is_refused_with_file_line_and_value(tmp_path, monkeypatch):
    path = tmp_path / "heads.tsv"
    path.write_text("word\tkinds\tsource\n局\tcompany\tx\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "read_tsv", lambda _, columns: tsv.read_tsv(path, columns))
    lexicon.heads.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"heads\.tsv, line 2, column kinds: 'company'"):
            lexicon.heads()
    finally:
        lexicon.heads.cache_clear()


def test_a_word_that_stands_twice_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "words.tsv"
    path.write_text("word\tsource\n甲\tx\n甲\tx\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "read_tsv", lambda _, columns: tsv.read_tsv(path, columns))
    with pytest.raises(LexiconError, match="twice"):
        lexicon.words.__wrapped__("words.tsv")


LEXICONS = sorted(
    path.name for path in (resources.files("ontology") / "lexicon").iterdir() if path.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", [name for name in LEXICONS if name != "common_words.tsv"])
def test_every_row_has_a_source(name):
    assert all(row.required("source") for row in tsv.read_tsv(name, ("source",)))


@pytest.mark.parametrize("name", LEXICONS)
def test_the_head_of_a_list_says_what_each_role_means(name):
    text = (resources.files("ontology") / "lexicon" / name).read_text(encoding="utf-8")
    told = set(re.findall(r"[a-z_]+", "\n".join(line for line in text.splitlines() if line.startswith("#"))))
    named = [column for column in ("role", "side", "part") if column in header_of(text)]
    roles = {row[column] for row in tsv.read_tsv(name, named) for column in named}
    assert roles <= told


def header_of(text):
    return next(line for line in text.splitlines() if line and not line.startswith("#")).split("\t")


@pytest.mark.parametrize("name", LEXICONS)
def test_no_list_says_a_thing_twice(name):
    text = (resources.files("ontology") / "lexicon" / name).read_text(encoding="utf-8")
    head, *rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    cells = (zip(head, row, strict=True) for row in rows)
    said = Counter(tuple(cell for cell in row if cell[0] != "source") for row in cells)
    assert [row for row, times in said.items() if times > 1] == []


def test_what_a_list_says_of_itself_can_be_read_line_by_line():
    for file in (resources.files("ontology") / "lexicon").iterdir():
        if file.name.endswith(".tsv"):
            for line in file.read_text(encoding="utf-8").split("\n"):
                assert not line.startswith("#") or len(line) <= 240, (file.name, line[:60])
