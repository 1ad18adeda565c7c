"""Turtle of the vocabulary, read by either library: pyoxigraph, and rdflib where that cannot be loaded."""

from __future__ import annotations

import sys

import pytest

from ontology import vocabulary
from ontology.errors import VocabularyError
from ontology.turtle_statements import statements

BROKEN = ("@prefix a: <http://a/> .\na:b a:c a:d ;\n; a:e 'x", "a:b a:c [", "<http://a/> <b> 'c'")


@pytest.fixture
def without_oxigraph(monkeypatch):
    """pyoxigraph cannot be imported, as on a Windows without the C++ runtime that it asks for."""
    monkeypatch.setitem(sys.modules, "pyoxigraph", None)


def test_the_vocabulary_is_the_same_without_pyoxigraph(request):
    text = vocabulary.source()
    usual, known = list(statements(text, "fuwen.ttl")), vocabulary.read(text)
    request.getfixturevalue("without_oxigraph")
    assert list(statements(text, "fuwen.ttl")) == usual
    assert vocabulary.read(text) == known


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_text_is_refused_without_pyoxigraph(without_oxigraph, text):
    with pytest.raises(VocabularyError, match=r"ontology/fuwen\.ttl: 不是 Turtle.* · is no Turtle"):
        list(statements(text, "fuwen.ttl"))
