"""The statements of a Turtle text in the order of the text, by pyoxigraph, or by rdflib where that cannot be loaded.

pyoxigraph asks for a C++ runtime that not every Windows has (MSVCP140.dll, MSVCP140_ATOMIC_WAIT.dll); without it a
build takes half a second longer and is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from .errors import VocabularyError

RDFLIB_REFUSES = (SyntaxError, AssertionError, IndexError, ValueError)
"""What rdflib raises where a text is broken, as it happens to find out."""


class Statement(NamedTuple):
    """One statement on a named subject. `value`: an IRI or a text; `language`: empty where none is given."""

    subject: str
    predicate: str
    value: str
    language: str


def statements(turtle: str, name: str) -> Iterator[Statement]:
    """Yield what a text says of named subjects, but for what names none: blank nodes.

    Raises `VocabularyError` (`name`, by pyoxigraph with line and column) where the text is broken.
    """
    try:
        import pyoxigraph  # noqa: F401, PLC0415  (a start of the program needs no RDF library)
    except ImportError:
        return _by_rdflib(turtle, name)
    return _by_oxigraph(turtle, name)


def _by_oxigraph(turtle: str, name: str) -> Iterator[Statement]:
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse  # noqa: PLC0415  (see above)

    try:
        for quad in parse(turtle, format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal | NamedNode):
                language = quad.object.language or "" if isinstance(quad.object, Literal) else ""
                yield Statement(quad.subject.value, quad.predicate.value, quad.object.value, language)
    except SyntaxError as error:
        what = error.msg.partition(": ")[2] or error.msg
        raise VocabularyError(
            f"ontology/{name}, line {error.lineno}, column {error.offset}: Turtle 有误；请改正 · {what}; mend the file"
        ) from error


def _by_rdflib(turtle: str, name: str) -> Iterator[Statement]:
    from rdflib import Graph, Literal, URIRef  # noqa: PLC0415  (see above)

    said: list[tuple[Any, Any, Any]] = []

    class InOrder(Graph):
        """A graph that keeps no statement: it notes in which order they come."""

        def add(self, triple: tuple[Any, Any, Any]) -> Self:
            said.append(triple)
            return self

    try:
        InOrder(bind_namespaces="none").parse(data=turtle, format="turtle")
    except RDFLIB_REFUSES as error:
        raise VocabularyError(
            f"ontology/{name}: 不是 Turtle；请改正 · is no Turtle; mend the file"
        ) from error
    for subject, predicate, value in said:
        if isinstance(subject, URIRef) and isinstance(value, Literal | URIRef):
            language = value.language or "" if isinstance(value, Literal) else ""
            yield Statement(str(subject), str(predicate), str(value), language)
