"""Writing a build: every format into a folder beside the old one, then one swap. The old build survives any failure."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

import corpus
from corpus.inputs import IDS

from .drawing.placement import Placement
from .errors import ExportError, UsageError
from .export.processes import write_formats
from .export.publication import Publication
from .export.report import write as write_report
from .pipeline import Build
from .run.file_hashes import file_hashes
from .run.progress import Progress
from .storage.lock_file import LockTaken, locked
from .storage.spool import Shelf
from .tables.graph_tables import EdgeRow, EvidenceRow, GraphTables
from .version import __version__

MANIFEST = "manifest.json"
MARK = ".fuwen-build"
"""A file in every folder that is being written: `<out>.new` without it is somebody else's and is left alone."""
WRITERS: Mapping[str, str] = {
    "tables": "graph.export.csv_tables",
    "ttl": "graph.export.turtle",
    "html": "graph.export.html.page",
    "gexf": "graph.export.gexf",
    "graphml": "graph.export.graphml",
    "svg": "graph.export.svg",
    "ontology": "graph.export.reference",
}
"""Formats by name: a module with `write(publication, folder)`. All of these are written unless --format names some."""
EXTRA_WRITERS: Mapping[str, str] = {
    "nt": "graph.export.ntriples",
    "nq": "graph.export.nquads",
    "gephi": "graph.export.gephi_csv",
    "xlsx": "graph.export.xlsx",
    "parquet": "graph.export.parquet",
    "png": "graph.export.png",
}
"""Formats that are written only when --format names them; the last three need an extra of the same name."""
THINNED = frozenset({"ttl", "nt", "nq", "html", "gexf", "graphml", "gephi", "svg", "png"})
"""Formats that --min-letters thins; the tables keep everything."""
MANY_EDGES = 50_000
"""Above this, formats that are drawn or loaded whole leave out the co-mentions of a single letter by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written where: the folder, and its files relative to it, sorted."""

    folder: Path
    files: tuple[str, ...]


def publish(
    build: Build,
    out: Path,
    *,
    formats: Sequence[str] = (),
    min_letters: int = 1,
    gexf: Mapping[str, object] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Written:
    """Write the build to `out` and return what was written.

    `gexf` are options of that writer (profile, all_directed, spells), `jobs` is how many processes may write the
    formats of a large graph. Everything is written to `<out>.new` first; then the two folders are swapped, and files
    in `out` that are not of an older build are kept. Raises `ExportError`: a folder that is no build of ours, no
    space, no right, a file held open.
    """
    writers = _writers(formats)
    with exclusively(out):
        recover(out)
        _refuse_foreign(out)
        fresh = _beside(out, "new")
        _refuse_in_the_way(fresh)
        _remove(fresh)
        try:
            fresh.mkdir(parents=True)
            (fresh / MARK).touch()
            task = _Task(build=build, folder=fresh, options={"gexf": gexf or {}}, jobs=jobs)
            _write_all(task, writers, min_letters, progress or Progress())
            files = _files(fresh)
            _write_manifest(build, fresh, files, min_letters)
            _refuse_incomplete(fresh, files)
        except OSError as error:
            _remove(fresh)
            raise ExportError(
                f"{fresh}: {error.strerror or error}; free space or rights are missing, or name another --out"
            ) from error
        except BaseException:
            _remove(fresh)
            raise
        _swap(fresh, _real(out))
    return Written(folder=out, files=(*files, MANIFEST))


def _write_all(task: _Task, writers: Mapping[str, str], min_letters: int, progress: Progress) -> None:
    """Write all but the manifest. Raises `ExportError` where something written is gone again at the end."""
    seen: set[str] = set()
    for _ in progress.over("write", task.written(writers, min_letters), len(writers)):
        seen.update(_files(task.folder))
    _write_letters(task.build.texts, task.folder / "letters")
    write_report(task.build, task.folder / "report.md")
    _refuse_incomplete(task.folder, seen)


@contextmanager
def exclusively(out: Path) -> Iterator[None]:
    """Keep every other build from writing `out`. Raises `ExportError` at once where one is writing it."""
    real = _real(out)
    above = [folder for folder in real.parents if not folder.exists()]
    with ExitStack() as lock:
        try:
            real.parent.mkdir(parents=True, exist_ok=True)
            lock.enter_context(locked(_beside(out, "lock")))
        except LockTaken as error:
            raise ExportError(
                f"{out}: another build (process {error}) is writing it; wait until it ends, or name another --out"
            ) from error
        except OSError as error:
            raise ExportError(f"{out}: cannot be written ({error.strerror}); name another --out") from error
        try:
            yield
        finally:
            lock.close()
            for folder in above:  # only those in which nothing was written
                _quietly(Path.rmdir, folder)


def recover(out: Path) -> None:
    """Finish or undo a swap that was interrupted: the folder under its own name is always a whole build."""
    out = _real(out)
    old, fresh = _beside(out, "old"), _beside(out, "new")
    try:
        if old.exists() and not out.exists():
            (fresh if (fresh / MANIFEST).exists() else old).rename(out)
        if (out / MANIFEST).exists():
            _remove(old)
            (out / MARK).unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{old}: an interrupted build cannot be cleared ({error.strerror}); close its files and retry"
        ) from error


def read_manifest(folder: Path) -> dict[str, object] | None:
    """Return the manifest of a build folder; None where there is none or it is not ours."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and "fuwen" in found else None


def publication(build: Build, tables: GraphTables) -> Publication:
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
    )


def _merged(build: Build) -> dict[str, str]:
    """Return the ids that stand for another entity of this build now."""
    known = {entity.entity_id for entity in build.linking.entities}
    return {old: now for old, now in sorted(build.ids.merged().items()) if now in known}


def least_letters(tables: GraphTables) -> int:
    """Return how many letters a co-mention needs where nobody said it: 1, and 2 in a graph too large to draw."""
    return 2 if len(tables.edges) > MANY_EDGES else 1


def thinned(tables: GraphTables, min_letters: int, shelf: Shelf | None = None) -> GraphTables:
    """Return the tables without co-mentions that fewer letters support; everything else stays."""
    if min_letters < 2:
        return tables
    shelf = shelf or Shelf()
    edges = [
        edge for edge in tables.edges if edge.relation != "co_mention" or edge.letter_count >= min_letters
    ]
    kept = {edge.edge_id for edge in edges}
    evidence = (row for row in tables.evidence if row.edge_id in kept)
    return replace(tables, edges=shelf.rows(EdgeRow, edges), evidence=shelf.rows(EvidenceRow, evidence))


def _writers(formats: Sequence[str]) -> dict[str, str]:
    known = {**WRITERS, **EXTRA_WRITERS}
    for name in formats:
        if name not in known:
            raise UsageError(f"--format {name}: no such format; known are {', '.join(known)}")
    return {name: known[name] for name in (*formats, "tables") if name in known} if formats else dict(WRITERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is written where, by how many processes."""

    build: Build
    folder: Path
    options: Mapping[str, Mapping[str, object]]
    jobs: int

    def written(self, writers: Mapping[str, str], min_letters: int) -> Iterator[str]:
        """Write all formats, those that hold everything first; yield their names as they are done."""
        drawn = {name: module for name, module in writers.items() if name in THINNED}
        whole = {name: module for name, module in writers.items() if name not in THINNED}
        tables = self.build.tables
        everything = self._formats(whole, publication(self.build, tables))
        if not drawn:
            return everything
        thin = publication(self.build, thinned(tables, min_letters, self.build.shelf))
        return self._formats(drawn, thin, jobs=self.jobs, meanwhile=everything)

    def _formats(
        self, modules: Mapping[str, str], given: Publication, jobs: int = 1, meanwhile: Iterable[str] = ()
    ) -> Iterator[str]:
        return write_formats(modules, given, self.folder, self.options, jobs=jobs, meanwhile=meanwhile)


def _write_letters(texts: Mapping[str, str], folder: Path) -> None:
    folder.mkdir()
    for letter_id, text in texts.items():
        path = folder / f"{letter_id}.txt"
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)


def _files(folder: Path) -> tuple[str, ...]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if name not in {MANIFEST, MARK}))


def _write_manifest(build: Build, folder: Path, files: Iterable[str], min_letters: int) -> None:
    tables = build.tables
    counts = {name: len(getattr(tables, name)) for name in GraphTables.__dataclass_fields__}
    state = build.options.state
    found = sorted(state.glob("*.[ct]sv")) if state and state.is_dir() else []
    curated = [path for path in found if path.name != IDS and path.stat().st_size]
    written = [folder / name for name in files]
    manifest = {
        "fuwen": __version__,
        "corpus": build.corpus_hash,
        "base": build.options.base,
        "window": build.options.window,
        "min_letters": min_letters,
        "counts": counts,
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


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out}: is a file; name a folder with --out")
    if out.is_dir() and any(out.iterdir()) and read_manifest(out) is None:
        raise ExportError(f"{out}: holds files and no build of fuwen; name an empty or new folder with --out")


def _refuse_in_the_way(fresh: Path) -> None:
    """Raise `ExportError` where the folder to write first holds what no interrupted build of ours left there."""
    if fresh.exists() and not (fresh / MARK).exists() and (not fresh.is_dir() or any(fresh.iterdir())):
        raise ExportError(f"{fresh}: is in the way of the new build; move it, or name another --out")


def _refuse_incomplete(fresh: Path, written: Iterable[str]) -> None:
    """Raise `ExportError` where a file that was written is gone: the old build is not given up for part of one."""
    if gone := sorted({*written} - {*_files(fresh)}):
        raise ExportError(
            f"{fresh / gone[0]}: was written and is gone ({len(gone)} files); is another program at work there? "
            "build again"
        )


def _swap(fresh: Path, out: Path) -> None:
    """Exchange the folders; a file held open by another program leaves the new build beside the old one."""
    old = _beside(out, "old")
    try:
        if out.exists():
            _keep_foreign_files(out, fresh)
            out.rename(old)
        fresh.rename(out)
        (out / MARK).unlink(missing_ok=True)
    except OSError as error:
        if old.exists() and not out.exists():
            _quietly(old.rename, out)
        raise ExportError(
            f"{out}: cannot be replaced ({error.strerror}); a program holds one of its files open? "
            f"The new build is complete in {fresh}; close the program and build again"
        ) from error
    _remove(old)


def _keep_foreign_files(out: Path, fresh: Path) -> None:
    """Copy what other hands put into the folder: only files of the old manifest are replaced."""
    manifest = read_manifest(out) or {}
    listed = manifest.get("files")
    ours = set(listed) if isinstance(listed, dict) else set()
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if (
            path.is_file()
            and name not in {MANIFEST, MARK}
            and name not in ours
            and not (fresh / name).exists()
        ):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, fresh / name)


def _real(out: Path) -> Path:
    """Return the folder itself where a link names it: a link cannot be swapped. Raises `ExportError`."""
    try:
        real = out.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise ExportError(f"{out}: cannot be followed ({error}); name another --out") from error
    if not real.name:
        raise ExportError(f"{out}: is the root of a file system; name a folder below it with --out")
    return real


def _beside(out: Path, suffix: str) -> Path:
    """Return a path beside `out`, on the same file system.

    `old` and `lock` are hidden and have our name in theirs: nobody calls a copy of a build so.
    """
    real = _real(out)
    return real.with_name(f"{real.name}.{suffix}" if suffix == "new" else f".{real.name}.fuwen-{suffix}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def _quietly(action: Callable[[Path], object], target: Path) -> None:
    try:
        action(target)
    except OSError:
        return  # the error that is about to be raised says it all
