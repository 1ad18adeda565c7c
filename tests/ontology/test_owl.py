"""The vocabulary is consistent OWL 2 DL, alone and with data: HermiT says so (development only)."""

from __future__ import annotations

import shutil

import pytest
import rdflib
from two_letters import two_letters

from graph.export import turtle
from ontology import vocabulary

owlready2 = pytest.importorskip("owlready2", reason="HermiT comes with owlready2, a tool of development")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs a Java runtime"),
]
NOT_IN_OWL = {rdflib.XSD.date, rdflib.XSD.gYear}
"""Datatypes of our data that are not in the datatype map of OWL 2 (section 4): for HermiT they become strings."""


def inconsistent(graph, path):
    """Return the classes that can have no member. HermiT raises where the whole is inconsistent."""
    plain = rdflib.Graph()
    for subject, predicate, value in graph:
        dated = isinstance(value, rdflib.Literal) and value.datatype in NOT_IN_OWL
        plain.add((subject, predicate, rdflib.Literal(str(value)) if dated else value))
    plain.serialize(path, format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    owlready2.sync_reasoner_hermit(world, debug=0)
    return list(world.inconsistent_classes())


@pytest.fixture
def words():
    return rdflib.Graph().parse(data=vocabulary.source(), format="turtle")


def test_the_vocabulary_is_consistent(words, tmp_path):
    assert inconsistent(words, tmp_path / "words.nt") == []


def test_data_and_vocabulary_are_consistent_together(words, tmp_path):
    turtle.write(two_letters(), tmp_path)
    words.parse(tmp_path / turtle.FILE)
    assert inconsistent(words, tmp_path / "both.nt") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Proposal", "Reply"), ("Fund", "Policy"), ("University", "Platform"), ("Place", "Company")],
)
def test_a_contradiction_is_noticed(words, tmp_path, one, other):
    fuwen, it = rdflib.Namespace(vocabulary.NAMESPACE), rdflib.URIRef("https://example.org/it")
    words.add((it, rdflib.RDF.type, fuwen[one]))
    words.add((it, rdflib.RDF.type, fuwen[other]))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        inconsistent(words, tmp_path / "broken.nt")
