"""The shapes: each says yes to its valid example, and names in two languages what is wrong with the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SH, SKOS
from two_letters import two_letters

from graph.check.shapes import results, shapes_text
from graph.export import turtle
from ontology import vocabulary

pyshacl = pytest.importorskip("pyshacl", reason="the shapes need pyshacl (extra check)")

EXAMPLES = Path(__file__).parent / "shapes"
FUWEN = rdflib.Namespace(vocabulary.NAMESPACE)
IT = rdflib.URIRef("https://example.org/it")
SHAPES = rdflib.Graph().parse(data=shapes_text(), format="turtle")
NAMES = sorted(str(shape).removeprefix(str(FUWEN)) for shape in SHAPES.subjects(RDF.type, SH.NodeShape))


def validate(name, kind):
    """Return the report on the example's node, by this shape alone."""
    data = rdflib.Graph().parse(EXAMPLES / f"{name.removesuffix('Shape')}.{kind}.ttl")
    shape = str(FUWEN[name])
    return pyshacl.validate(data, shacl_graph=SHAPES, focus_nodes=[str(IT)], use_shapes=[shape])


@pytest.mark.parametrize("name", NAMES)
def test_the_valid_example_conforms(name):
    conforms, _, text = validate(name, "valid")
    assert conforms, text


@pytest.mark.parametrize("name", NAMES)
def test_the_invalid_example_is_reported_for_every_constraint_in_two_languages(name):
    conforms, report, text = validate(name, "invalid")
    assert not conforms
    required = {path for _, path in required_paths(name)}
    reported = {str(report.value(result, SH.resultPath)) for result in report.objects(None, SH.result)}
    assert required <= reported, text
    for result in report.objects(None, SH.result):
        assert {message.language for message in report.objects(result, SH.resultMessage)} == {"zh", "en"}


def required_paths(name):
    """Yield (constraint, path) for what the shape demands: the invalid example has none of it, or has it wrong."""
    for constraint in SHAPES.objects(FUWEN[name], SH.property):
        path = SHAPES.value(constraint, SH.path)
        if SHAPES.value(constraint, SH.minCount) and isinstance(path, rdflib.URIRef):
            yield constraint, str(path)


def listed_values():
    """Yield (shape, path, values) of every constraint that lists the values of a property."""
    for name in NAMES:
        for constraint in SHAPES.objects(FUWEN[name], SH.property):
            values = SHAPES.value(constraint, SH["in"])
            if values:
                path = SHAPES.value(constraint, SH.path)
                yield name, str(path).removeprefix(str(FUWEN)), {str(iri) for iri in SHAPES.items(values)}


@pytest.mark.parametrize(("name", "path", "values"), list(listed_values()))
def test_listed_values_are_those_of_the_vocabulary_all_of_them_and_no_other_is_let_through(
    name, path, values
):
    words = vocabulary.load()
    schemes = [{concept.iri for concept in scheme.values()} for scheme in words.concepts.values()]
    assert values in [*schemes, {relation.iri for relation in words.relations.values()}]
    _, report, text = validate(name, "invalid")
    assert str(FUWEN[path]) in {str(found) for found in report.objects(None, SH.resultPath)}, text


def test_every_property_with_listed_values_has_its_list_on_every_class():
    words = vocabulary.load()
    targets = {str(SHAPES.value(FUWEN[name], SH.targetClass)): name for name in NAMES}
    stated = {(name, path) for name, path, _ in listed_values()}
    for term in words.terms.values():
        if isinstance(term, vocabulary.Property) and str(SKOS.Concept) in term.range:
            assert {(targets[iri], term.name) for iri in term.domain} <= stated, term.name


def test_no_shape_is_without_examples_and_no_example_without_shape():
    files = {path.name.partition(".")[0] + "Shape" for path in EXAMPLES.glob("*.ttl")}
    assert files == set(NAMES)


def test_every_class_has_a_shape_of_its_own_or_above_it():
    targets = {str(target) for target in SHAPES.objects(None, SH.targetClass)}
    for kind in vocabulary.load().kinds.values():
        assert targets & {kind.iri, *kind.ancestors}, kind.name


def test_classes_are_disjoint_where_a_shape_refuses_both():
    words = rdflib.Graph().parse(data=vocabulary.source(), format="turtle")
    refused = {
        frozenset({kind, SHAPES.value(no, SH["class"])})
        for shape, no in SHAPES.subject_objects(SH["not"])
        for kind in SHAPES.objects(shape, SH.targetClass)
    }
    assert len(refused) == 11
    assert {frozenset(pair) for pair in words.subject_objects(OWL.disjointWith)} == refused


def test_every_property_of_a_shape_is_in_the_vocabulary():
    known = {term.iri for term in vocabulary.load().terms.values()}
    for path in SHAPES.objects(None, SH.path):
        if isinstance(path, rdflib.URIRef) and path in FUWEN:
            assert str(path) in known
    values = {node for node in SHAPES.objects() if isinstance(node, rdflib.URIRef) and node in FUWEN}
    shapes = {FUWEN[name] for name in NAMES}
    assert {str(node) for node in values - shapes} <= known


def test_a_missing_signature_is_a_warning_and_a_missing_quote_a_violation(tmp_path):
    turtle.write(two_letters(), tmp_path)
    data = rdflib.Graph().parse(tmp_path / "graph.ttl")
    found = results(data)
    assert {finding.severity for finding in found} == {"warning"}
    assert "has no issuing department (unsigned)" in {finding.message_en for finding in found}
    quoted = next(data.subjects(RDF.type, FUWEN.Sentence))
    data.remove((quoted, FUWEN.quote, None))
    broken = [finding for finding in results(data) if finding.severity == "violation"]
    assert [(finding.where, finding.message_en) for finding in broken] == [
        (str(quoted), "must have its quote")
    ]


@pytest.mark.parametrize("path", [FUWEN.issuedBy, FUWEN.respondsTo, rdflib.DCTERMS.issued])
def test_what_a_reply_may_lack_is_a_violation_where_it_is_wrong(path):
    _, report, _ = validate("ReplyShape", "invalid")
    found = [
        result for result in report.objects(None, SH.result) if report.value(result, SH.resultPath) == path
    ]
    assert {report.value(result, SH.resultSeverity) for result in found} == {SH.Violation}
