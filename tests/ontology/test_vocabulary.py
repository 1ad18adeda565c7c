"""The vocabulary: complete in both languages, and named as the tables name things."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from corpus.records import Basis, Zone
from graph.records import KINDS, Certainty, ClaimStatus, Origin, Strength
from ontology import relation_patterns, relation_words, vocabulary
from ontology.errors import VocabularyError

FUWEN = rdflib.Namespace(vocabulary.NAMESPACE)
GUIDELINE_RELATIONS = [
    *("responds_to", "issued_by", "jointly_with", "submitted_by", "submitted_to", "addresses", "answered"),
    *("cited_in", "cited_in_section", "contact_unit", "operates", "established", "hosts", "relies_on"),
    *("located_in", "part_of", "funds", "invests_in", "supports", "cooperates_with", "member_of", "leads"),
    *("signed", "issued", "implements", "designated_as", "succeeded_by"),
]
ANY_NODE = {FUWEN.source, FUWEN.target}
OTHER_RELATIONS = ["co_mention", "same_as_suggested"]


@pytest.fixture(scope="module")
def graph():
    return rdflib.Graph().parse(data=vocabulary.source(), format="turtle")


def own_terms(graph):
    return sorted({term for term in graph.subjects(RDF.type) if str(term).startswith(vocabulary.NAMESPACE)})


def test_every_kind_of_the_annotation_guidelines_has_a_class():
    words = vocabulary.load()
    for kind in (*KINDS, "proposal", "reply", "section", "point", "session", "person", "place"):
        assert words.kind(kind).label_zh
    assert words.kind("policy").ancestors == ("http://purl.org/dc/terms/Policy", str(FUWEN.Entity))


@pytest.mark.parametrize("relation", [*GUIDELINE_RELATIONS, *OTHER_RELATIONS])
def test_every_relation_of_the_annotation_guidelines_has_a_property(relation):
    found = vocabulary.load().relation(relation)
    assert found.label_zh
    assert found.label_en
    assert found.iri.startswith(vocabulary.NAMESPACE)


@pytest.mark.parametrize("relation", relation_patterns.RELATIONS)
def test_every_typed_relation_says_that_it_may_be_planned_and_what_tells(relation):
    found = vocabulary.load().relation(relation)
    for definition in (found.definition_zh, found.definition_en):
        assert "fuwen:status" in definition
    assert "将做" in found.definition_zh
    assert "planned" in found.definition_en


@pytest.mark.parametrize("relation", relation_patterns.RELATIONS)
def test_a_typed_relation_joins_what_the_lexicon_says_and_no_class_follows_from_it(graph, relation):
    ends, found = relation_words.relation_ends()[relation], vocabulary.load().relation(relation)
    place = str(FUWEN.Place)
    assert (place in found.domain) == (not {"L", "A"}.isdisjoint(ends.sources))
    assert (place in found.range) == (not {"L", "A"}.isdisjoint(ends.targets))
    assert graph.value(rdflib.URIRef(found.iri), RDFS.domain) is None
    assert graph.value(rdflib.URIRef(found.iri), RDFS.range) is None


def test_symmetric_relations_are_those_whose_ends_play_the_same_part():
    relations = vocabulary.load().relations
    symmetric = {code for code, relation in relations.items() if relation.symmetric}
    assert symmetric == {"co_mention", "cooperates_with", "same_as_suggested"}
    assert relations["issued_by"].directed


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("status", [value for value in get_args(ClaimStatus) if value]),
        ("certainty", get_args(Certainty)),
        ("origin", get_args(Origin)),
        ("strength", get_args(Strength)),
        ("basis", [*get_args(Basis), "none"]),
        ("zone", get_args(Zone)),
    ],
)
def test_closed_lists_are_those_of_the_records(scheme, values):
    assert set(vocabulary.load().concepts[scheme]) == set(values)


def test_every_term_has_label_definition_and_example_in_the_languages_it_must(graph):
    for term in own_terms(graph):
        for predicate in (RDFS.label, SKOS.definition):
            assert {text.language for text in graph.objects(term, predicate)} == {"zh", "en"}, term
        assert graph.value(term, RDFS.isDefinedBy) == rdflib.URIRef(vocabulary.ONTOLOGY_IRI), term
        if (term, RDF.type, SKOS.ConceptScheme) not in graph:
            assert graph.value(term, SKOS.example), term


def test_every_link_names_the_classes_it_joins(graph):
    schema = rdflib.Namespace("https://schema.org/")
    everywhere = {
        "name",
        "anyName",
        "shortName",
        "subkind",
        "jurisdiction",
        "letterCount",
        "corpusHash",
        "year",
    }
    open_ended = everywhere | {
        "mentionCount",
        "firstDate",
        "firstDateText",
        "lastDate",
        "lastDateText",
        "firstYear",
        "lastYear",
        "possiblyRelatedTo",
    }
    for term in own_terms(graph):
        is_property = (term, RDF.type, OWL.ObjectProperty) in graph or (
            term,
            RDF.type,
            OWL.DatatypeProperty,
        ) in graph
        if is_property and term.removeprefix(vocabulary.NAMESPACE) not in open_ended:
            assert graph.value(term, RDFS.domain) or graph.value(term, schema.domainIncludes), term
        if (term, RDF.type, OWL.ObjectProperty) in graph and term not in {FUWEN.possiblyRelatedTo, *ANY_NODE}:
            assert graph.value(term, RDFS.range) or graph.value(term, schema.rangeIncludes), term


def test_every_own_term_that_is_used_is_declared(graph):
    nodes = {node for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}
    used = {node for node in nodes if node.startswith(vocabulary.NAMESPACE)}
    assert used - set(own_terms(graph)) == set()


def test_every_borrowed_class_and_property_that_is_used_is_declared(graph):
    built_in = tuple(
        f"http://www.w3.org/{path}#"
        for path in ("1999/02/22-rdf-syntax-ns", "2000/01/rdf-schema", "2002/07/owl")
    )
    used = {*graph.predicates(), *graph.objects(None, RDF.type), *graph.objects(None, RDFS.subClassOf)}
    used |= set(graph.objects(None, RDFS.subPropertyOf))
    borrowed = {str(term) for term in used if not str(term).startswith(built_in)}
    assert borrowed - set(vocabulary.load().declared) == set()


def test_the_header_names_title_licence_version_and_prefix(graph):
    ontology = rdflib.URIRef(vocabulary.ONTOLOGY_IRI)
    assert graph.value(ontology, OWL.versionIRI)
    assert str(graph.value(ontology, OWL.versionInfo)) == vocabulary.load().version
    for name in ("title", "description", "license", "modified"):
        assert graph.value(ontology, rdflib.DCTERMS[name]), name
    assert graph.value(ontology, rdflib.DC.creator)


def test_terms_of_other_vocabularies_are_used_as_those_define_them(graph):
    """dcterms:creator leads to an agent and never to a name; SKOS matches join concepts and never classes."""
    assert set(graph.subject_objects(rdflib.DCTERMS.creator)) == set()
    matches = {SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
    assert {subject for subject, predicate in graph.subject_predicates() if predicate in matches} == set()
    assert set(graph.objects(FUWEN.Sentence, RDFS.seeAlso))


def test_no_blank_node_and_only_the_promised_datatypes_and_tags(graph):
    allowed = {"integer", "decimal", "date", "gYear", "string"}
    for triple in graph:
        assert not any(isinstance(node, rdflib.BNode) for node in triple)
        node = triple[2]
        if isinstance(node, rdflib.Literal):
            assert node.language in (None, "zh", "en")
            assert node.datatype is None or str(node.datatype).rpartition("#")[2] in allowed


def test_an_unknown_name_is_answered_with_the_names_there_are():
    with pytest.raises(VocabularyError, match=r"no relation 'issue_by', there are: .*issued_by"):
        vocabulary.load().relation("issue_by")


def test_a_broken_file_is_reported_with_line_and_column():
    with pytest.raises(VocabularyError, match=r"line 3, column 7: .* · Unexpected end of file"):
        vocabulary.read("@prefix a: <http://a/> .\na:b a:c a:d ;\n; a:e 'x")


def test_a_term_without_a_chinese_label_is_refused():
    turtle = vocabulary.source().replace('"出具单位"@zh, "issued by"@en', '"issued by"@en')
    with pytest.raises(VocabularyError, match=r"issuedBy 缺 label（zh）.* · has no label in zh"):
        vocabulary.read(turtle)


def test_two_terms_with_one_name_in_the_tables_are_refused():
    turtle = vocabulary.source().replace('skos:notation "issued_by"', 'skos:notation "responds_to"')
    with pytest.raises(VocabularyError, match=r"responds_to 同时指两个词.* · names two terms"):
        vocabulary.read(turtle)


def test_an_example_is_tagged_as_chinese_where_it_is_chinese(graph):
    tagged = [str(example) for _, example in graph.subject_objects(SKOS.example) if example.language]
    assert [example for example in tagged if not re.search("[\u4e00-\u9fff]", example)] == []


def test_a_tagged_example_stands_word_for_word_in_a_bundled_letter(graph):
    folder = Path(__file__).parents[1] / "gold"
    letters = "".join(
        "".join(path.read_text(encoding="utf-8").split()) for path in sorted(folder.glob("*.txt"))
    )
    tagged = [example for _, example in graph.subject_objects(SKOS.example) if example.language]
    assert len(tagged) > 100
    assert [str(example) for example in tagged if "".join(example.split()) not in letters] == []
