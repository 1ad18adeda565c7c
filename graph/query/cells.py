"""Terms of the two engines as cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .result import FALSE, TRUE, XSD, Cell, Row

if TYPE_CHECKING:
    import rdflib.query

TRIPLE = ("subject", "predicate", "object")
_STRING = XSD + "string"
_TAGGED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def oxigraph_rows(found: Any) -> tuple[tuple[str, ...], list[Row]]:
    """Return columns and rows of an answer of pyoxigraph (SELECT, ASK, or triples)."""
    import pyoxigraph  # noqa: PLC0415  (loaded only where a query is run)

    if isinstance(found, pyoxigraph.QueryBoolean):
        return _answer(bool(found))
    if isinstance(found, pyoxigraph.QueryTriples):
        return TRIPLE, [tuple(map(_from_oxigraph, triple)) for triple in found]
    columns = tuple(variable.value for variable in found.variables)
    return columns, [tuple(_from_oxigraph(solution[name]) for name in columns) for solution in found]


def rdflib_rows(found: rdflib.query.Result) -> tuple[tuple[str, ...], list[Row]]:
    """Return columns and rows of an answer of rdflib (SELECT, ASK, or triples)."""
    if found.type == "ASK":
        return _answer(bool(found.askAnswer))
    if found.graph is not None:
        return TRIPLE, [tuple(map(_from_rdflib, triple)) for triple in found.graph]
    columns = tuple(str(variable) for variable in found.vars or ())
    return columns, [tuple(map(_from_rdflib, row)) for row in found if isinstance(row, tuple)]


def _answer(value: bool) -> tuple[tuple[str, ...], list[Row]]:
    return ("answer",), [(TRUE if value else FALSE,)]


def _from_oxigraph(term: Any) -> Cell | None:
    import pyoxigraph  # noqa: PLC0415  (loaded only where a query is run)

    if term is None:
        return None
    if isinstance(term, pyoxigraph.NamedNode):
        return Cell(value=term.value, kind="uri")
    if isinstance(term, pyoxigraph.Literal):
        return _literal(term.value, term.datatype.value, term.language)
    return Cell(value=term.value, kind="bnode")


def _from_rdflib(term: Any) -> Cell | None:
    import rdflib  # noqa: PLC0415  (loaded only where a query is run)

    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return Cell(value=str(term), kind="uri")
    if isinstance(term, rdflib.Literal):
        return _literal(str(term), str(term.datatype or ""), term.language)
    return Cell(value=str(term), kind="bnode")


def _literal(value: str, datatype: str, language: str | None) -> Cell:
    plain = datatype in (_STRING, _TAGGED)
    return Cell(value=value, datatype="" if plain else datatype, language=language or "")
