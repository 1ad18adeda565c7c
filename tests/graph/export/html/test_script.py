"""The page's own sources: joined once each, no word that the string table lacks, nothing that could run a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.export.html import page, terms

HERE = Path(page.__file__).parent
SOURCES = sorted((HERE / "script").glob("*.js"))
TEXT = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)


def test_every_source_is_joined_exactly_once():
    assert sorted(page.SCRIPTS) == [source.stem for source in SOURCES]
    assert sorted(page.STYLES) == sorted(source.stem for source in (HERE / "style").glob("*.css"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_source_is_short_and_says_what_it_is(source):
    lines = source.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 400
    assert lines[0].startswith("// ")


def test_every_word_that_the_script_says_is_in_the_string_table():
    template = (HERE / page.TEMPLATE).read_text(encoding="utf-8")
    said = set(re.findall(r"""words\.t\(\s*["']([a-z0-9._]+)["']""", TEXT))
    said |= set(re.findall(r"""data-t(?:-label|-hint|-placeholder)?="([a-z0-9._]+)\"""", template))
    assert said
    assert said <= set(terms.strings())


def test_no_string_lies_idle():
    template = (HERE / page.TEMPLATE).read_text(encoding="utf-8")
    prefixes = set(re.findall(r"`([a-z]+\.)\$\{", TEXT))
    for key in terms.strings():
        quoted = f'"{key}"' in TEXT or f'"{key}"' in template
        assert quoted or any(key.startswith(prefix) for prefix in prefixes), key


def test_texts_enter_the_page_only_as_text():
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in TEXT


def test_blanks_in_both_languages_are_the_same():
    for key, entry in terms.strings().items():
        assert sorted(re.findall(r"\{\w+\}", entry["zh"])) == sorted(re.findall(r"\{\w+\}", entry["en"])), key


def test_the_vocabulary_names_every_kind_and_relation():
    labels = terms.terms()
    assert labels["kinds"]["fund"] == {"zh": "基金", "en": "fund"}
    assert set(terms.families()) <= set(labels["relations"])
    assert {"status", "certainty", "origin", "basis", "bound", "amount_role", "subkind"} <= set(labels)
