"""Files against the manifest, and what each graph file holds against the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..export import foremost
from ..export.foremost import Foremost, Size
from ..export.graph_profiles import FULL, PROFILES, Profile, select
from ..export.html.split import FOLDER as PARTS_FOLDER
from ..run.file_hashes import file_hashes
from ..storage.build_folder import MANIFEST
from ..storage.digest_counts import DigestCounts
from ..storage.narrow_records import add_chosen, only
from ..storage.spool import Shelf, Spool
from ..tables.graph_tables import EdgeRow, GraphTables
from .file_counts import READERS, WITHOUT_EVIDENCE, Counts, Unreadable
from .report import Finding, Part

_FOR_PROGRAMS = ("graph.graphml", "gephi/nodes.csv", "gephi/edges.csv")
"""Files for graph programs that hold every kind of node; graph.gexf may hold a profile."""


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
    folder: Path, tables: GraphTables, drawn: Sequence[EdgeRow], manifest: Mapping[str, Any]
) -> tuple[int, list[Finding]]:
    """Return how many numbers were compared, and those that differ between tables, manifest and graph files.

    `drawn` are the edges that the graph files hold.
    """
    expected = tables.counts()
    said = manifest.get("counts")
    findings = []
    count = 0
    for name, number in said.items() if isinstance(said, dict) else ():
        count += 1
        if expected.get(name, number) != number:
            findings.append(_differs(MANIFEST, name, number, expected[name]))
    expected_in = _expected(folder, replace(tables, edges=drawn), manifest)
    for name, held in expected_in.items():
        if (folder / name).is_file():
            compared, differing = _compare(folder, name, held)
            count += compared
            findings += differing
    return count, findings


def _expected(folder: Path, drawn: GraphTables, manifest: Mapping[str, Any]) -> Mapping[str, Counts]:
    """Return what every graph file must hold: of a large graph those for graph programs and an index hold a part."""
    whole = _counts(drawn)
    expected = dict.fromkeys(READERS, whole)
    room, profile = _room(manifest), _profile(manifest)
    for_programs = _for_programs(drawn, FULL, room)
    expected |= dict.fromkeys(_FOR_PROGRAMS, for_programs)
    expected["graph.gexf"] = for_programs if profile == FULL else _for_programs(drawn, profile, room)
    if (folder / PARTS_FOLDER).is_dir():
        part = foremost.foremost(drawn, foremost.ROOM)
        expected["graph.html"] = {**whole, **_size(part)}
    return expected


def _for_programs(drawn: GraphTables, profile: Profile, room: Size | None) -> Counts:
    """Return what a file for graph programs must hold, whose edges bring their sentences along."""
    nodes, edges = select(drawn, profile)
    if room is None:
        part = Foremost(nodes={row.entity_id for row in nodes}, edges={row.edge_id for row in edges})
    else:
        part = foremost.foremost(replace(drawn, entities=nodes, edges=edges), room)
    quoted = {row.edge_id for row in drawn.evidence if row.quote and row.edge_id in part.edges}
    return {**_size(part), WITHOUT_EVIDENCE: len(part.edges) - len(quoted)}


def _profile(manifest: Mapping[str, Any]) -> Profile:
    """Return which part of the graph graph.gexf was asked to hold."""
    said = manifest.get("gexf_profile")
    return next((profile for profile in PROFILES if profile == said), FULL)


def _room(manifest: Mapping[str, Any]) -> Size | None:
    """Return how much files for graph programs may hold; None where the graph has room in them."""
    said = manifest.get("graph_files")
    nodes, edges = (said.get("nodes"), said.get("edges")) if isinstance(said, dict) else (None, None)
    return Size(nodes, edges) if isinstance(nodes, int) and isinstance(edges, int) else None


def _size(part: Foremost) -> Counts:
    return {"nodes": len(part.nodes), "edges": len(part.edges)}


def _counts(tables: GraphTables) -> Counts:
    """Return what graph files hold that hold all of these edges and everything else."""
    kept = DigestCounts((row.edge_id, 1) for row in only(tables.edges, "edge_id"))
    return {
        "nodes": len(tables.entities),
        "edges": len(kept),
        "evidence": sum(row.edge_id in kept for row in only(tables.evidence, "edge_id")),
        "sentences": len(tables.sentences),
        "mentions": len(tables.mentions),
        "figures": len(tables.figures),
        "rankings": len(tables.rankings),
        "commitments": len(tables.commitments),
        "threads": len(tables.threads),
        "passages": len({row.passage_id for row in only(tables.passages, "passage_id")}),
        "places of passages": len(tables.passages),
    }


def drawn_edges(tables: GraphTables, manifest: Mapping[str, Any]) -> Sequence[EdgeRow]:
    """Return the edges that the graph files hold: all but the co-mentions that --min-letters left out.

    Raises `ExportError` where the temporary folder is full.
    """
    said = manifest.get("min_letters", 1)
    least = said if isinstance(said, int) else 1
    kept: list[EdgeRow] | Spool[EdgeRow] = Shelf().spool(EdgeRow) if isinstance(tables.edges, Spool) else []
    add_chosen(kept, tables.edges, lambda row: EdgeRow.is_drawn(row, least), "relation", "letter_count")
    return kept


def _compare(folder: Path, name: str, drawn: Counts) -> tuple[int, list[Finding]]:
    """Return how many numbers of one file were compared, and those that differ."""
    try:
        found = READERS[name](folder / name)
    except Unreadable as error:
        return 1, [_finding(name, "无法读取；请重新生成", f"cannot be read ({error}); build again")]
    differing = [
        _differs(name, what, number, drawn[what])
        for what, number in found.items()
        if what in drawn and number != drawn[what]
    ]
    if found.get("triples", 0) != found.get("triples said", 0):
        differing.append(_differs(name, "triples", found["triples said"], found["triples"]))
    return len(found), differing


def _differs(where: str, name: str, found: int, expected: int) -> Finding:
    zh = f"{name} 为 {found}，应为 {expected}；请重新生成"
    return _finding(where, zh, f"has {found} {name} and not {expected}; build again")


def _finding(where: str, message_zh: str, message_en: str, *, part: Part = "counts") -> Finding:
    return Finding(part=part, where=where, message_zh=message_zh, message_en=message_en)
