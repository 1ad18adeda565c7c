"""The reference page of the vocabulary: complete, bilingual, linked within itself, and silent."""

from __future__ import annotations

import re

import rdflib
from changed import replace
from lxml import html
from two_letters import two_letters

from graph.export import reference
from ontology import vocabulary


def test_every_term_is_explained_once_in_both_languages():
    page = html.fromstring(reference.render(vocabulary.load(), version="0.1.0"))
    names = page.xpath("//article/@id")
    assert sorted(names) == sorted(vocabulary.load().terms)
    for term in vocabulary.load().terms.values():
        (article,) = page.xpath(f"//article[@id='{term.name}']")
        text = article.text_content()
        for part in (term.label_zh, term.label_en, term.definition_zh, term.definition_en, *term.codes):
            assert part in text, (term.name, part)


def test_every_link_leads_to_a_place_on_the_page_or_to_the_file_beside_it(tmp_path):
    written = reference.write(two_letters(), tmp_path)
    page = html.fromstring((tmp_path / "ontology.html").read_text(encoding="utf-8"))
    anchors = set(page.xpath("//@id"))
    links = page.xpath("//@href")
    assert len(links) > 100
    for target in links:
        assert target.removeprefix("#") in anchors or (tmp_path / target) in written


def test_the_page_makes_no_request_and_runs_no_script():
    page = reference.render(vocabulary.load(), version="0.1.0")
    assert "default-src 'none'" in page
    assert not re.search(r"<script|@import|url\(|\bsrc=", page)


def test_what_stands_in_the_vocabulary_never_becomes_markup():
    words = vocabulary.load()
    hostile = replace(words.terms["Fund"], label_zh="<img src=x onerror=alert(1)>")
    page = reference.render(replace(words, terms={**words.terms, "Fund": hostile}), version="0.1.0")
    assert "<img" not in page
    assert "&lt;img" in page


def test_the_vocabulary_is_copied_beside_the_data(tmp_path):
    reference.write(two_letters(), tmp_path)
    assert (tmp_path / "ontology.ttl").read_text(encoding="utf-8") == vocabulary.source()
    assert len(rdflib.Graph().parse(tmp_path / "ontology.ttl")) > 1000
