"""The shapes made from the vocabulary: each property on its classes and leading to what it must, nothing else."""

from __future__ import annotations

from itertools import product

import pytest
import rdflib
from rdflib.namespace import FOAF, RDF, RDFS, SH, XSD

from graph.check.shapes import results
from ontology import vocabulary, vocabulary_shapes

pytest.importorskip("pyshacl", reason="the shapes need pyshacl (extra check)")

WORDS = vocabulary.load()
FUWEN = rdflib.Namespace(vocabulary.NAMESPACE)
TEXT = vocabulary_shapes.turtle(WORDS)
SHAPES = rdflib.Graph().parse(data=TEXT, format="turtle")
PROPERTIES = [term for term in WORDS.terms.values() if isinstance(term, vocabulary.Property)]
IT, THERE = rdflib.URIRef("https://example.org/it"), rdflib.URIRef("https://example.org/there")
LISTED = "http://www.w3.org/2004/02/skos/core#Concept"
VALUES = {XSD.string: "x", XSD.integer: 3, XSD.decimal: "0.5", XSD.date: "2024-06-01", XSD.gYear: "2024"}


WRONG_KINDS = (FUWEN.Topic, FUWEN.Passage)
"""Two classes: no property of ours stands on both, or leads to both."""


def typed(graph, node, iri):
    """Write the class of a node with all classes of ours above it, as the exports do."""
    ours = WORDS.terms.get(iri.removeprefix(str(FUWEN)))
    for kind in (iri, *(ours.ancestors if ours else ())):
        graph.add((node, RDF.type, rdflib.URIRef(kind)))


def state(graph, name, *, domain="", value=""):
    """Write one statement of a property, on a class and leading to a class, a datatype, or a node of no class."""
    node = rdflib.URIRef(f"https://example.org/{name}/{domain or 'on'}/{value or 'to'}".replace("#", "/"))
    there = rdflib.URIRef(f"{node}/there")
    if domain:
        typed(graph, node, domain)
    if value.startswith(str(XSD)):
        there = rdflib.Literal(VALUES[rdflib.URIRef(value)], datatype=rdflib.URIRef(value))
    elif value:
        typed(graph, there, value)
    graph.add((node, FUWEN[name], there))


@pytest.fixture(scope="module")
def rightly():
    """Return what is found where every property stands on each of its classes and leads to each of its classes."""
    graph = rdflib.Graph()
    for term in PROPERTIES:
        values = [iri for iri in term.range if iri != LISTED] or [str(FUWEN.Topic)]
        for domain, value in product(term.domain or [""], values):
            state(graph, term.name, domain=domain, value=value)
    return results(graph, TEXT)


@pytest.fixture(scope="module")
def wrongly():
    """Return the messages where every property stands on another class, and leads to another class and to none."""
    graph = rdflib.Graph()
    for term in PROPERTIES:
        on, to = (
            next(str(kind) for kind in WRONG_KINDS if str(kind) not in iris)
            for iris in (term.domain, term.range)
        )
        for value in (to, ""):
            state(graph, term.name, domain=on, value=value)
    return [(finding.where, finding.message_en) for finding in results(graph, TEXT)]


def test_no_property_is_refused_where_the_vocabulary_allows_it(rightly):
    assert rightly == []


@pytest.mark.parametrize(
    "name", [term.name for term in PROPERTIES if term.range and LISTED not in term.range]
)
def test_a_property_leads_to_nothing_but_what_the_vocabulary_says(wrongly, name):
    refused = [
        where for where, message in wrongly if message.startswith(f"what fuwen:{name} leads to must be")
    ]
    assert len(refused) >= 2, "a node of another class, and one of no class"


@pytest.mark.parametrize("name", [term.name for term in PROPERTIES if term.domain])
def test_a_property_stands_on_no_class_but_those_that_the_vocabulary_says(wrongly, name):
    assert any(
        where.endswith(f" {FUWEN[name]}") and "no such property" in message for where, message in wrongly
    )


def test_a_property_of_replies_alone_is_refused_on_another_document():
    graph = rdflib.Graph()
    state(graph, "signatureStatus", domain=str(FUWEN.Document))
    assert "what has fuwen:signatureStatus must be: reply" in found(graph)


def found(graph):
    return [finding.message_en for finding in results(graph, TEXT)]


@pytest.mark.parametrize("predicate", [FUWEN.coMentionedWiht, FOAF.phone, RDFS.comment])
def test_a_property_that_nobody_writes_is_refused_and_named(predicate):
    graph = rdflib.Graph()
    typed(graph, IT, str(FUWEN.Fund))
    graph.add((IT, predicate, THERE))
    (finding,) = results(graph, TEXT)
    assert finding.where == f"{IT} {predicate}"
    assert finding.message_en == "the vocabulary has no such property, or not for this class (named thing)"
    assert finding.message_zh == "词汇表没有这个属性，或它不用于实体"


def test_a_value_of_another_datatype_is_shown_as_it_stands():
    graph = rdflib.Graph().add((IT, FUWEN.firstDate, rdflib.Literal("yesterday")))
    assert [(finding.where, finding.message_en) for finding in results(graph, TEXT)] == [
        ('"yesterday"', "what fuwen:firstDate leads to must be: xsd:date or xsd:gYear")
    ]


def test_a_date_that_is_in_no_calendar_is_refused():
    day = rdflib.Literal("2024-13-45", datatype=XSD.date, normalize=False)
    graph = rdflib.Graph().add((IT, FUWEN.date, day))
    assert found(graph) == ["what fuwen:date leads to must be: xsd:date or xsd:gYear"]


def test_every_shape_speaks_chinese_and_english():
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        holders = [shape, *SHAPES.objects(shape, SH.property)]
        messages = [message for holder in holders for message in SHAPES.objects(holder, SH.message)]
        assert {message.language for message in messages} == {"zh", "en"}, shape
