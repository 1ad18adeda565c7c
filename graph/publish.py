"""Writing a build: every format, the letters, the report and the manifest, into a folder that replaces the old one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from operator import attrgetter
from os import PathLike
from pathlib import Path

import corpus
from corpus.inputs import IDS

from .drawing.placement import Placement
from .errors import ExportError
from .export.foremost import ROOM, Size
from .export.formats import FORMATS, refuse_missing, wanted
from .export.graph_profiles import FULL
from .export.processes import write_formats
from .export.publication import Publication
from .export.report import write as write_report
from .export.sorted_rows import among, by_edge_id
from .export.statements.terms import prefixes
from .pipeline import Build
from .run.file_hashes import file_hashes
from .run.progress import Progress
from .storage.build_folder import (
    MANIFEST,
    exclusively,
    files_of,
    recover,
    refuse_foreign,
    refuse_incomplete,
    replacing,
)
from .storage.narrow_records import add_chosen, only
from .storage.spool import Shelf
from .tables.graph_tables import EdgeRow, EvidenceRow, GraphTables
from .tables.letter_texts import TEXT_FOLDER
from .version import __version__

MANY_EDGES = 50_000
"""Above this, formats that are drawn or loaded whole leave out the co-mentions of a single letter by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written where: the folder, and its files relative to it, sorted.

    `bounded`: how large the graph is of which the files for graph programs hold a part; None where they hold it all.
    """

    folder: Path
    files: tuple[str, ...]
    bounded: Size | None = None


def publish(
    build: Build,
    out: str | PathLike[str],
    *,
    formats: Sequence[str] = (),
    min_letters: int = 1,
    room: Size | None = None,
    gexf: Mapping[str, object] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Written:
    """Write the build to `out` and return what was written.

    `room` is how much of the graph files for graph programs may hold, None: everything. `gexf` are options of that
    writer (profile, all_directed, spells), `jobs` is how many processes may write the formats of a large graph.
    Everything is written to `<out>.new` first; then the two folders are swapped, and files in `out` that are not of
    an older build are kept. Raises `ExportError`: a folder that is no build of ours, no space, no right, a file held
    open.
    """
    names = wanted(formats)
    out = Path(out)
    with exclusively(out):
        recover(out)
        with replacing(out) as fresh:
            thins = any(FORMATS[name].thinned for name in names)
            thin = thinned(build.tables, min_letters, build.shelf) if thins else build.tables
            bounds = any(FORMATS[name].bounded for name in names)
            too_large = _too_large(thin, room) if bounds else None
            task = _Task(
                build=build, folder=fresh, options={"gexf": gexf or {}}, jobs=jobs, thin=thin, room=room
            )
            _write_all(task, names, progress or Progress())
            files = files_of(fresh)
            shown = _shown(min_letters, room if too_large else None, task.options["gexf"])
            _write_manifest(build, fresh, files, shown)
            refuse_incomplete(fresh, files)
    return Written(folder=out, files=(*files, MANIFEST), bounded=too_large)


def _too_large(tables: GraphTables, room: Size | None) -> Size | None:
    """Return how large a graph is, if there is less room."""
    size = Size.of(tables)
    return None if room is None or room.holds(size) else size


def refuse_unwritable(out: Path, formats: Sequence[str], base: str) -> None:
    """Raise what `publish` would: `ExportError` for the folder, `UsageError` for a format or the base.

    Letters may take hours to read: what is wrong with the wishes is told before.
    """
    refuse_missing(wanted(formats))
    refuse_narrow_names()
    prefixes(base)
    refuse_foreign(out)


def refuse_narrow_names() -> None:
    """Raise `ExportError` where the locale cannot name files in Chinese, as the texts of letters are named."""
    try:
        "复文".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError as error:
        raise ExportError(
            "这里的区域设置不能写中文文件名；请设 PYTHONUTF8=1 或 LC_ALL=C.UTF-8 后再运行 · "
            f"names of files are {sys.getfilesystemencoding()} here, and letters are named in Chinese; "
            "set PYTHONUTF8=1, or LC_ALL=C.UTF-8, and run it again"
        ) from error


def _write_all(task: _Task, names: Sequence[str], progress: Progress) -> None:
    """Write all but the manifest. Raises `ExportError` where something written is gone again at the end."""
    seen: set[str] = set()
    with progress.during("write"):
        for _ in progress.over("write", task.written(names), len(names)):
            seen.update(files_of(task.folder))
        _write_letters(task.build.texts, task.folder / TEXT_FOLDER)
        write_report(task.build, task.folder / "report.md")
    refuse_incomplete(task.folder, seen)


def publication(build: Build, tables: GraphTables, room: Size | None = None) -> Publication:
    """Return what the writers are handed."""
    return Publication(
        tables=tables,
        texts=build.texts,
        positions=Placement(tables),
        base=build.options.base,
        version=__version__,
        corpus_hash=build.corpus_hash,
        merged=_merged(build),
        external_ids=build.external_ids.by_entity,
        topics=build.topics,
        room=room,
    )


def _merged(build: Build) -> dict[str, str]:
    """Return the ids that stand for another entity of this build now."""
    merged = build.ids.merged() | {old: now for now, others in build.people.items() for old in others}
    known = {row.entity_id for row in only(build.tables.entities, "entity_id")} if merged else set()
    return {old: now for old, now in sorted(merged.items()) if now in known}


def least_letters(tables: GraphTables) -> int:
    """Return how many letters a co-mention needs where nobody said it: 1, and 2 in a graph too large to draw."""
    return 2 if len(tables.edges) > MANY_EDGES else 1


def thinned(tables: GraphTables, min_letters: int, shelf: Shelf | None = None) -> GraphTables:
    """Return the tables without co-mentions that fewer letters support; everything else stays."""
    if min_letters < 2:
        return tables
    shelf = shelf or Shelf()
    edges, evidence = shelf.rows(EdgeRow), shelf.rows(EvidenceRow)
    add_chosen(
        edges, tables.edges, lambda row: EdgeRow.is_drawn(row, min_letters), "relation", "letter_count"
    )
    is_kept = among(row.edge_id for row in only(by_edge_id(edges), "edge_id"))
    add_chosen(evidence, by_edge_id(tables.evidence), lambda row: is_kept(row.edge_id), "edge_id")
    return replace(tables, edges=edges, evidence=evidence)


def _at_hand(tables: GraphTables) -> GraphTables:
    """Return the tables with their nodes in memory, if they are drawn: then they are gone through again and again."""
    return replace(tables, entities=[*tables.entities]) if len(tables.entities) <= ROOM.nodes else tables


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is written where, by how many processes; `thin` are the tables that --min-letters has thinned."""

    build: Build
    folder: Path
    options: Mapping[str, Mapping[str, object]]
    jobs: int
    thin: GraphTables
    room: Size | None

    def written(self, names: Sequence[str]) -> Iterator[str]:
        """Write all formats, those that hold everything first; yield their names as they are done."""
        drawn = [name for name in names if FORMATS[name].thinned]
        whole = [name for name in names if not FORMATS[name].thinned]
        everything = self._formats(whole, publication(self.build, self.build.tables))
        if not drawn:
            return everything
        thin = publication(self.build, _at_hand(self.thin), self.room)
        return self._formats(drawn, thin, jobs=self.jobs, meanwhile=everything)

    def _formats(
        self, names: Sequence[str], given: Publication, jobs: int = 1, meanwhile: Iterable[str] = ()
    ) -> Iterator[str]:
        return write_formats(names, given, self.folder, self.options, jobs=jobs, meanwhile=meanwhile)


def _write_letters(texts: Mapping[str, str], folder: Path) -> None:
    folder.mkdir()
    for letter_id, text in texts.items():
        path = folder / f"{letter_id}.txt"
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)


def _shown(min_letters: int, room: Size | None, gexf: Mapping[str, object]) -> dict[str, object]:
    """Return what the manifest tells of the part of the graph that files hold: `fuwen check` compares them with it.

    `room` is that of the files for graph programs where the graph did not fit.
    """
    profile = gexf.get("profile", FULL)
    return {
        "min_letters": min_letters,
        **({"graph_files": asdict(room)} if room else {}),
        **({"gexf_profile": profile} if profile != FULL else {}),
    }


def _write_manifest(build: Build, folder: Path, files: Iterable[str], shown: Mapping[str, object]) -> None:
    tables = build.tables
    state = build.options.state
    found = sorted(state.glob("*.[ct]sv")) if state and state.is_dir() else []
    curated = [path for path in found if path.name != IDS and path.stat().st_size]
    written = [folder / name for name in files]
    manifest = {
        "fuwen": __version__,
        "corpus": build.corpus_hash,
        "base": build.options.base,
        "window": build.options.window,
        **shown,
        "counts": tables.counts(),
        "inputs": [
            {"source": one.source, "sha256": one.sha256, "status": one.status}
            for one in sorted(tables.letters, key=attrgetter("source"))
        ],
        "curated": {
            corpus.legible(path.name): digest
            for path, digest in zip(curated, file_hashes(curated), strict=True)
        },
        "files": {
            path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": digest}
            for path, digest in zip(written, file_hashes(written), strict=True)
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")
