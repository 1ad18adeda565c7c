"""Files against the manifest, and what each graph file holds against the tables."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ontology.vocabulary import NAMESPACE

from ..export import foremost
from ..export.foremost import Foremost, Size
from ..export.html.split import FOLDER as PARTS_FOLDER
from ..oxigraph import require_oxigraph
from ..run.file_hashes import file_hashes
from ..storage.build_folder import MANIFEST
from ..tables.graph_tables import EdgeRow, GraphTables
from .report import Finding, Part

Counts = Mapping[str, int]
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_VOID_TRIPLES = "http://rdfs.org/ns/void#triples"
_DATA_BLOCK = re.compile(
    r'<script[^>]*\bid="data-graph"[^>]*\bdata-encoding="(?P<encoding>\w+)"[^>]*>(?P<text>.*?)</script>',
    re.DOTALL,
)


class Unreadable(Exception):
    """A graph file that its reader refuses: the message says where and why."""


def file_findings(folder: Path, files: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield every file of the manifest that is missing or has changed since it was written."""
    if not files:
        yield _finding(MANIFEST, "没有文件清单", "lists no files", part="files")
    there = [name for name in sorted(files) if (folder / name).is_file()]
    digests = dict(zip(there, file_hashes([folder / name for name in there]), strict=True))
    for name, said in sorted(files.items()):
        if name not in digests:
            yield _finding(name, "缺失；请重新生成", "is missing; build again", part="files")
        elif digests[name] != said.get("sha256"):
            yield _finding(
                name,
                "生成之后被改动过；请重新生成",
                "was changed after it was built; build again",
                part="files",
            )


def count_findings(
    folder: Path, tables: GraphTables, manifest: Mapping[str, Any]
) -> tuple[int, list[Finding]]:
    """Return how many numbers were compared, and those that differ between tables, manifest and graph files."""
    expected = tables.counts()
    said = manifest.get("counts")
    findings = []
    count = 0
    for name, number in said.items() if isinstance(said, dict) else ():
        count += 1
        if expected.get(name, number) != number:
            findings.append(_differs(MANIFEST, name, number, expected[name]))
    expected_in = _expected(folder, replace(tables, edges=drawn_edges(tables, manifest)), manifest)
    for name, reader in READERS.items():
        if (folder / name).is_file():
            compared, differing = _compare(folder / name, reader, expected_in[name])
            count += compared
            findings += differing
    return count, findings


def _expected(folder: Path, drawn: GraphTables, manifest: Mapping[str, Any]) -> Mapping[str, Counts]:
    """Return what every graph file must hold: of a large graph those for graph programs and an index hold a part."""
    whole = _counts(drawn)
    expected = dict.fromkeys(READERS, whole)
    if room := _room(manifest):
        part = foremost.foremost(drawn, room)
        expected |= {name: {**whole, **_size(part)} for name in ("graph.gexf", "graph.graphml")}
    if (folder / PARTS_FOLDER).is_dir():
        part = foremost.foremost(drawn, foremost.ROOM)
        expected["graph.html"] = {**whole, **_size(part)}
    return expected


def _room(manifest: Mapping[str, Any]) -> Size | None:
    """Return how much files for graph programs may hold; None where the graph has room in them."""
    said = manifest.get("graph_files")
    nodes, edges = (said.get("nodes"), said.get("edges")) if isinstance(said, dict) else (None, None)
    return Size(nodes, edges) if isinstance(nodes, int) and isinstance(edges, int) else None


def _size(part: Foremost) -> Counts:
    return {"nodes": len(part.nodes), "edges": len(part.edges)}


def _counts(tables: GraphTables) -> Counts:
    """Return what graph files hold that hold all of these edges and everything else."""
    kept = {row.edge_id for row in tables.edges}
    return {
        "nodes": len(tables.entities),
        "edges": len(kept),
        "evidence": sum(row.edge_id in kept for row in tables.evidence),
        "sentences": len(tables.sentences),
        "mentions": len(tables.mentions),
        "figures": len(tables.figures),
        "rankings": len(tables.rankings),
        "commitments": len(tables.commitments),
        "threads": len(tables.threads),
        "passages": len({row.passage_id for row in tables.passages}),
        "places of passages": len(tables.passages),
    }


def drawn_edges(tables: GraphTables, manifest: Mapping[str, Any]) -> list[EdgeRow]:
    """Return the edges that the graph files hold: all but the co-mentions that --min-letters left out."""
    said = manifest.get("min_letters", 1)
    least = said if isinstance(said, int) else 1
    return [row for row in tables.edges if row.is_drawn(least)]


def _compare(path: Path, reader: Callable[[Path], Counts], drawn: Counts) -> tuple[int, list[Finding]]:
    try:
        found = reader(path)
    except Unreadable as error:
        return 1, [_finding(path.name, "无法读取；请重新生成", f"cannot be read ({error}); build again")]
    differing = [
        _differs(path.name, name, number, drawn[name])
        for name, number in found.items()
        if name in drawn and number != drawn[name]
    ]
    if found.get("triples", 0) != found.get("triples said", 0):
        differing.append(_differs(path.name, "triples", found["triples said"], found["triples"]))
    return len(found), differing


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
    """Return the numbers of node and edge elements of a GEXF or GraphML file."""
    from lxml import etree  # noqa: PLC0415  (loaded only where XML is read)

    counts = {"nodes": 0, "edges": 0}
    try:
        for _, element in etree.iterparse(
            path, tag=("{*}node", "{*}edge"), resolve_entities=False, no_network=True
        ):
            counts["nodes" if etree.QName(element).localname == "node" else "edges"] += 1
            element.clear()
    except etree.XMLSyntaxError as error:
        raise Unreadable(str(error)) from error
    return counts


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
    "graph.html": _page,
}
"""Graph files and who counts what they hold."""


def _differs(where: str, name: str, found: int, expected: int) -> Finding:
    zh = f"{name} 为 {found}，应为 {expected}；请重新生成"
    return _finding(where, zh, f"has {found} {name} and not {expected}; build again")


def _finding(where: str, message_zh: str, message_en: str, *, part: Part = "counts") -> Finding:
    return Finding(part=part, where=where, message_zh=message_zh, message_en=message_en)
