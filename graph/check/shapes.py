"""graph.ttl against ontology/shapes.ttl, by pyshacl (SHACL, W3C Recommendation 2017)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology import vocabulary, vocabulary_shapes

from ..errors import MissingBuild
from ..export.turtle import FILE
from ..oxigraph import require_oxigraph
from ..query.engines import refuse_broken
from .report import Finding, Severity

if TYPE_CHECKING:
    import rdflib

_SHACL = "http://www.w3.org/ns/shacl#"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_TERMS_KEPT = 1 << 16
_SHOWN = 60
"""Characters of a literal that is no value of its property."""
LARGEST = 64_000_000
"""Bytes of graph.ttl (about a million triples) up to which the shapes are checked: 0.2 s for 1,000 triples."""


class Unavailable(Exception):
    """The shapes cannot be checked here; the message says why and what to do."""


def shapes_text() -> str:
    """Return the text of shapes.ttl: what each class must have."""
    return (resources.files("ontology") / "shapes.ttl").read_text(encoding="utf-8")


def _all_shapes() -> str:
    return f"{shapes_text()}\n{vocabulary_shapes.turtle(vocabulary.load())}"


def shape_findings(folder: Path) -> tuple[int, list[Finding]]:
    """Return how many triples were checked, and each result that SHACL reports.

    Raises `Unavailable` where pyshacl is not installed, or the graph has no Turtle file or too large a one.
    """
    if find_spec("pyshacl") is None:
        raise Unavailable(
            "没有安装 pyshacl，请运行 · pyshacl is not installed, run: pip install 'fuwen[check]'"
        )
    path = folder / FILE
    if not path.is_file():
        raise Unavailable(f"这次构建没有 {FILE} · the build has no {FILE}")
    if path.stat().st_size > LARGEST:
        raise Unavailable(
            f"{FILE} 过大，pyshacl 查不了；可只构建一部分信再查 · "
            "too large for pyshacl; check a build of some of its letters"
        )
    try:
        refuse_broken(path)
    except MissingBuild as error:
        return 0, [_finding("violation", FILE, "Turtle 有误；请重新生成", str(error))]
    data = read(path)
    return len(data), results(data)


def read(path: Path) -> rdflib.Graph:
    """Return the triples of a Turtle file as rdflib holds them. Raises `SyntaxError` where the file is broken.

    pyoxigraph reads them: rdflib's own parser takes three times as long.
    """
    require_oxigraph()
    import pyoxigraph  # noqa: PLC0415  (loaded only where shapes are checked)
    from rdflib import BNode, Graph, Literal, URIRef  # noqa: PLC0415  (the same)

    @lru_cache(_TERMS_KEPT)
    def term(found: Any) -> rdflib.term.Node:
        if isinstance(found, pyoxigraph.NamedNode):
            return URIRef(found.value)
        if not isinstance(found, pyoxigraph.Literal):
            return BNode(str(found).removeprefix("_:"))
        datatype = None if found.language or found.datatype.value == _STRING else URIRef(found.datatype.value)
        return Literal(found.value, lang=found.language, datatype=datatype)

    graph = Graph(bind_namespaces="none")
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def results(data: rdflib.Graph, shapes: str | None = None) -> list[Finding]:
    """Return what SHACL reports of a graph, sorted; warnings and violations alike.

    `shapes` are in Turtle; where there are none, those of shapes.ttl and those that follow from the vocabulary.
    """
    from pyshacl import validate  # noqa: PLC0415  (loaded only where shapes are checked)
    from rdflib import Graph, Namespace  # noqa: PLC0415  (the same)

    sh = Namespace(_SHACL)
    graph = Graph().parse(data=shapes or _all_shapes(), format="turtle")
    _, report, _ = validate(data, shacl_graph=graph, inference=None, advanced=False, inplace=True)
    found = []
    for result in report.objects(None, sh.result):
        messages = {text.language: str(text) for text in report.objects(result, sh.resultMessage)}
        severity: Severity = (
            "warning" if report.value(result, sh.resultSeverity) == sh.Warning else "violation"
        )
        where = _place(report.value(result, sh.focusNode))
        if report.value(result, sh.sourceConstraintComponent) == sh.ClosedConstraintComponent:
            where += f" {report.value(result, sh.resultPath)}"
        found.append(_finding(severity, where, messages.get("zh", ""), messages.get("en", "")))
    return sorted(found, key=lambda finding: (finding.severity, finding.where, finding.message_en))


def _place(node: rdflib.term.Node | None) -> str:
    """Return the IRI of a node, or a literal in quotation marks, as it can be searched for in the file."""
    from rdflib import Literal  # noqa: PLC0415  (loaded only where shapes are checked)

    return f'"{node[:_SHOWN]}"' if isinstance(node, Literal) else str(node)


def _finding(severity: Severity, where: str, message_zh: str, message_en: str) -> Finding:
    return Finding(
        part="shapes", severity=severity, where=where, message_zh=message_zh, message_en=message_en
    )
