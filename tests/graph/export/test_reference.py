"""The reference page of the vocabulary: complete, bilingual, linked within itself, and silent."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import rdflib
from changed import replace
from lxml import html
from two_letters import two_letters

from graph.export import reference
from graph.export.model_picture import BOX_HEIGHT, BOX_WIDTH, HEIGHT, WIDTH, model_picture
from ontology import questions, vocabulary
from ontology.tsv import read_tsv


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


def _with_parents(name, words):
    term = words.terms[name]
    by_iri = {each.iri: each.name for each in words.terms.values()}
    above = [_with_parents(by_iri[iri], words) for iri in term.parents if iri in by_iri]
    return {term.iri}.union(*above)


def test_every_arrow_of_the_picture_is_a_property_of_the_class_it_leaves_and_leads_where_that_leads():
    words = vocabulary.load()
    rows = read_tsv(Path(reference.__file__).with_name("model_arrows.tsv"), ("property", "from", "to"))
    for row in rows:
        term = words.terms[row["property"]]
        assert _with_parents(row["from"], words) & {*term.domain}, row
        assert _with_parents(row["to"], words) & {*term.range}, row


def test_no_box_of_the_picture_lies_on_another_or_outside():
    boxes = model_picture(vocabulary.load()).boxes
    for one, other in combinations(boxes, 2):
        assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT, (one, other)
    for box in boxes:
        assert BOX_WIDTH / 2 <= box.x <= WIDTH - BOX_WIDTH / 2
        assert BOX_HEIGHT / 2 <= box.y <= HEIGHT - BOX_HEIGHT / 2


def test_the_example_is_data_as_graph_ttl_has_it():
    words = vocabulary.load()
    prefixes = f"@prefix fuwen: <{reference.NAMESPACE}> .\n"
    own = ("e", "reply", "proposal", "edge", "evidence", "commitment", "figure")
    prefixes += "".join(f"@prefix {name}: <https://w3id.org/fuwen/id/{name}/> .\n" for name in own)
    example = Path(reference.__file__).with_name("model_example.ttl").read_text(encoding="utf-8")
    graph = rdflib.Graph().parse(data=prefixes + example, format="turtle")
    fuwen = rdflib.Namespace(reference.NAMESPACE)
    used = {str(term) for triple in graph for term in triple if str(term).startswith(reference.NAMESPACE)}
    assert used <= {term.iri for term in words.terms.values()}
    (proof,) = graph.subjects(rdflib.RDF.type, fuwen.Evidence)
    begin, end, quote = (graph.value(proof, fuwen[name]).toPython() for name in ("begin", "end", "quote"))
    assert end - begin == len(quote)
    (edge,) = graph.subjects(rdflib.RDF.type, fuwen.Relation)
    source, relation, target = (
        graph.value(edge, fuwen[name]) for name in ("source", "relationType", "target")
    )
    assert (source, relation, target) in graph


def test_a_class_lists_the_properties_that_its_nodes_have():
    page = html.fromstring(reference.render(vocabulary.load(), version="0.1.0"))
    (article,) = page.xpath("//article[@id='Commitment']")
    links = set(article.xpath(".//dd//a/@href"))
    assert {"#what", "#actor", "#due", "#outcome", "#quote"} <= links
    assert "#metric" not in links


def test_the_page_names_questions_that_are_shipped():
    page = html.fromstring(reference.render(vocabulary.load(), version="0.1.0"))
    asked = [code.removeprefix("fuwen query ") for code in page.xpath("//dl[@class='asked']//code/text()")]
    assert len(asked) > 2
    assert set(asked) <= set(questions.load())
