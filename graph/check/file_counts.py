"""What each graph file holds, counted by reading it."""

from __future__ import annotations

import base64
import csv
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ontology.vocabulary import NAMESPACE

from ..oxigraph import require_oxigraph
from ..tables.cells import ENCODING, LONGEST_CELL

Counts = Mapping[str, int]
WITHOUT_EVIDENCE = "edges without evidence"
"""What the files for graph programs are asked beside their nodes and edges."""
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_VOID_TRIPLES = "http://rdfs.org/ns/void#triples"
_DATA_BLOCK = re.compile(
    r'<script[^>]*\bid="data-graph"[^>]*\bdata-encoding="(?P<encoding>\w+)"[^>]*>(?P<text>.*?)</script>',
    re.DOTALL,
)
_EVIDENCE = ('{*}attvalues/{*}attvalue[@for="evidence"]', '{*}data[@key="e_evidence"]')
"""Where the sentences of an edge stand in GEXF and in GraphML."""


class Unreadable(Exception):
    """A graph file that its reader refuses: the message says where and why."""


def _rdf(path: Path) -> Counts:
    """Return the numbers of nodes by class, of triples, and the number of triples that the header states."""
    require_oxigraph()
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  (loaded only where RDF is read)

    classes: Counter[str] = Counter()
    triples = said = 0
    try:
        for quad in parse(path=str(path), format=RdfFormat.from_extension(path.suffix.removeprefix("."))):
            triples += 1
            if quad.predicate.value == _RDF_TYPE:
                classes[quad.object.value.removeprefix(NAMESPACE)] += 1
            elif quad.predicate.value == _VOID_TRIPLES:
                said = int(quad.object.value)
    except (SyntaxError, ValueError) as error:
        raise Unreadable(str(error)) from error
    names = {"Relation": "edges", "Evidence": "evidence", "Sentence": "sentences", "Figure": "figures"}
    names |= {"RankingClaim": "rankings", "Commitment": "commitments", "Passage": "passages"}
    names |= {"PromiseThread": "threads"}
    counts = {plural: classes[name] for name, plural in names.items()}
    counts |= {"mentions": classes["Mention"], "places of passages": classes["Occurrence"]}
    return counts | {"triples": triples, "triples said": said}


def _xml(path: Path) -> Counts:
    """Return the numbers of nodes and edges of a GEXF or GraphML file, and of the edges that bring no sentence."""
    from lxml import etree  # noqa: PLC0415  (loaded only where XML is read)

    counts = {"nodes": 0, "edges": 0, WITHOUT_EVIDENCE: 0}
    try:
        for _, element in etree.iterparse(
            path, tag=("{*}node", "{*}edge"), resolve_entities=False, no_network=True
        ):
            if etree.QName(element).localname == "node":
                counts["nodes"] += 1
            else:
                counts["edges"] += 1
                counts[WITHOUT_EVIDENCE] += all(element.find(place) is None for place in _EVIDENCE)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise Unreadable(str(error)) from error
    return counts


def _gephi_nodes(path: Path) -> Counts:
    """Return the number of rows of gephi/nodes.csv."""
    return {"nodes": sum(1 for _ in _csv_rows(path))}


def _gephi_edges(path: Path) -> Counts:
    """Return the number of rows of gephi/edges.csv, and of those that bring no sentence."""
    quoted = [bool(row.get("evidence")) for row in _csv_rows(path)]
    return {"edges": len(quoted), WITHOUT_EVIDENCE: quoted.count(False)}


def _csv_rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            yield from csv.DictReader(file, strict=True)
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(str(error)) from error


def _page(path: Path) -> Counts:
    """Return the numbers of nodes and edges in the data block of the page."""
    try:
        block = _DATA_BLOCK.search(path.read_text(encoding="utf-8"))
        if block is None:
            raise Unreadable("no block data-graph")
        text = block["text"].encode()
        data = json.loads(zlib.decompress(base64.b64decode(text)) if block["encoding"] == "deflate" else text)
        return {"nodes": len(data["nodes"]["name"]), "edges": len(data["edges"]["target"])}
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


READERS: Mapping[str, Callable[[Path], Counts]] = {
    "graph.ttl": _rdf,
    "graph.nt": _rdf,
    "graph.nq": _rdf,
    "graph.gexf": _xml,
    "graph.graphml": _xml,
    "gephi/nodes.csv": _gephi_nodes,
    "gephi/edges.csv": _gephi_edges,
    "graph.html": _page,
}
"""Graph files and who counts what they hold."""
