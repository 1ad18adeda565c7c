"""The checks in their order; each yields findings, none stops another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from ontology.errors import VocabularyError

from ..errors import MissingBuild
from ..export.turtle import FILE
from ..run.progress import Progress
from ..storage.build_folder import MANIFEST
from ..storage.spool import Shelf
from ..tables.graph_tables import EdgeRow, GraphTables
from ..tables.letter_texts import read_texts
from ..tables.read_tables import read_tables
from ..tables.stored_tables import open_tables
from .counts import count_findings, drawn_edges, file_findings
from .quotes import evidence_findings, quote_findings
from .report import Finding, Part, Report
from .shapes import Unavailable, shape_findings
from .statements import statement_findings

_DIFFERENCES = 20
"""Nodes that differ from the tables are looked for until so many are found."""


def check(folder: Path, *, shapes: bool = True, progress: Progress | None = None) -> Report:
    """Return what is wrong with the build in `folder`; exit code 0 where nothing is.

    files: every file of the manifest is there, byte for byte. counts: tables, graph files and manifest agree.
    quotes: `text[start:end] == quote` in letters/*.txt. evidence: every edge has some, every end is a node.
    statements: graph.ttl says what the tables say. shapes: graph.ttl against its shapes (SHACL).
    Raises `MissingBuild` where there is no build to check, `ExportError` where the temporary folder is full.
    """
    manifest = _manifest(folder)
    telling = progress or Progress()
    tables = read_tables(folder, Shelf(len(open_tables(folder).letters)))
    drawn = drawn_edges(tables, manifest)
    checked: dict[Part, int] = {}
    skipped: dict[Part, str] = {}
    findings: list[Finding] = []

    def take(part: Part, found: Callable[[], tuple[int, Iterable[Finding]]]) -> None:
        with telling.during(part):
            checked[part], some = found()
            findings.extend(some)

    files = _files(manifest)
    take("files", lambda: (len(files), file_findings(folder, files)))
    take("counts", lambda: count_findings(folder, tables, drawn, manifest))
    take("quotes", lambda: quote_findings(tables, _texts(folder, tables)))
    take("evidence", lambda: (len(tables.edges), evidence_findings(tables)))
    take("statements", lambda: _statements(folder / FILE, tables, drawn))
    if shapes:
        try:
            take("shapes", lambda: shape_findings(folder))
        except Unavailable as error:
            skipped["shapes"] = str(error)
    else:
        skipped["shapes"] = "按 --no-shapes · by --no-shapes"
    return Report(folder=folder, checked=checked, findings=tuple(findings), skipped=skipped)


def _statements(path: Path, tables: GraphTables, edges: Sequence[EdgeRow]) -> tuple[int, list[Finding]]:
    """Return how many relations were compared, and the first nodes of graph.ttl that differ from the tables."""
    if not path.is_file():
        return 0, []
    try:
        return len(edges), [*statement_findings(path, tables, edges, _DIFFERENCES)]
    except (SyntaxError, VocabularyError):
        return 0, []  # an unreadable file is told among the counts, an unknown relation among the shapes


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingBuild.at(path, error.strerror) from error
    except ValueError as error:
        raise MissingBuild(f"{path}: 已损坏；请重新构建 · broken ({error}); build again") from error
    if not isinstance(found, dict):
        raise MissingBuild(f"{path}: 不是 fuwen 的清单；请重新构建 · no manifest of fuwen; build again")
    return found


def _files(manifest: dict[str, Any]) -> dict[str, Any]:
    files = manifest.get("files")
    return files if isinstance(files, dict) else {}


def _texts(folder: Path, tables: GraphTables) -> dict[str, str]:
    """Return the texts of all letters that a row points into, except the missing ones, which `files` reports."""
    wanted = sorted({row.letter_id for row in tables.sentences})
    found: dict[str, str] = {}
    for letter_id in wanted:
        try:
            found |= read_texts(folder, (letter_id,))
        except MissingBuild:
            continue
    return found
