"""Which process writes which format: a large graph is written by several, side by side, the same bytes as by one.

Processes are started fresh (`spawn`), as Windows does; of a large graph they are handed the names of the files that
hold its rows (graph.storage.spool), and are ended with the build. What a process that something killed did not write is
written here.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields, replace
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from ..drawing.placement import in_tables
from ..errors import GraphError
from ..run.spawning import deaf_to_ctrl_c
from ..storage.collection import no_cycle_search_at_end
from ..storage.spool import Shelf, Spool
from ..tables.graph_tables import GraphTables
from .formats import FORMATS
from .publication import Publication, Writer

MIN_EDGES = 20_000
"""Below this many edges one process writes all formats in a few seconds."""
_OWN = "(tables and report)"
"""No format's name: what the process that began the build writes besides its share of the formats."""
_OWN_COST = 6
"""How long that takes: see `Format.cost`."""
_LARGEST = "html"
_SIDE_BY_SIDE = ("gexf", "graphml")
_SIDE_BY_SIDE_WRITER = "graph.export.xml_files"
"""What writes both at once, where both are asked for; the options are those of the first."""
_LONG = 1_000
"""Rows of a table that is handed over in a file."""

Options = Mapping[str, Mapping[str, object]]
"""What each writer is asked for, by format."""
_Wish = tuple[str, Mapping[str, object]]
"""A format by its name, and its options."""


def write_formats(
    names: Sequence[str],
    publication: Publication,
    folder: Path,
    options: Options,
    *,
    jobs: int,
    meanwhile: Iterable[str] = (),
) -> Iterator[str]:
    """Write these formats into `folder`; yield their names as they are done.

    `meanwhile` writes other formats here as it is run through, while other processes are at work. Raises what a
    writer raises, here or in another process.
    """
    every = {name: (name, options.get(name, {})) for name in names}
    here, *others = shares(
        names, jobs if len(publication.tables.edges) >= MIN_EDGES else 1, _held(publication)
    )
    with ExitStack() as running:
        started: list[_Process] = []
        if others:
            handed = _Handed.of(publication)
            for share in others:
                process = _Process([every[name] for name in share], handed, folder)
                started.append(running.enter_context(process))
        yield from meanwhile
        yield from _written([every[name] for name in here], publication, folder)
        for process in started:
            yield from process.written()
            yield from _written([every[name] for name in process.unwritten], publication, folder)


@dataclass(frozen=True, slots=True)
class _Handed:
    """A publication whose long tables are in files, so that not every process is sent their bytes.

    `files` names the tables that were in memory: the other process has them there, too.
    """

    publication: Publication
    files: tuple[str, ...]

    @classmethod
    def of(cls, publication: Publication) -> _Handed:
        """Return a publication as it is handed over."""
        shelf = Shelf()
        long: dict[str, Spool[Any]] = {}
        for name, rows in _tables(publication):
            if isinstance(rows, list) and len(rows) > _LONG:
                long[name] = shelf.spool(type(rows[0]))
                long[name].extend(rows)
        return cls(_with(publication, long), tuple(long))

    def received(self) -> Publication:
        """Return the publication as it was."""
        tables = self.publication.tables
        lists = {name: list(getattr(tables, name)) for name in self.files}
        return _with(self.publication, lists)


def _with(publication: Publication, rows: Mapping[str, Sequence[Any]]) -> Publication:
    """Return a publication with the same rows of some tables kept otherwise."""
    tables = replace(publication.tables, **rows)
    return replace(publication, tables=tables, positions=in_tables(publication.positions, tables))


def _tables(publication: Publication) -> list[tuple[str, Sequence[Any]]]:
    return [(field.name, getattr(publication.tables, field.name)) for field in fields(GraphTables)]


def shares(names: Sequence[str], jobs: int, held: float = 1.0) -> list[tuple[str, ...]]:
    """Return the formats in at most `jobs` shares of about the same cost: the longest first, each to the least laden.

    (Graham 1969: longest processing time first.) `held`, from 0 to 1, is the part of the graph that bounded formats
    hold. The first share is that of this process, which has the tables to write, too; it may be empty. In every share
    the page, which needs the most memory, comes before what others keep.
    """

    def cost(some: Iterable[str]) -> float:
        return sum(_cost(name, held) for name in some)

    groups = sorted([*_groups(names), [_OWN]], key=cost, reverse=True)
    laden: list[list[str]] = [[] for _ in range(max(1, min(jobs, len(groups))))]
    for group in groups:
        min(laden, key=cost).extend(group)
    ours = next(share for share in laden if _OWN in share)
    ordered = [ours, *(share for share in laden if share is not ours)]
    return [tuple(sorted((name for name in share if name != _OWN), key=_LARGEST.__ne__)) for share in ordered]


def _groups(names: Sequence[str]) -> list[list[str]]:
    """Return formats by what belongs together, in each group the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=_cost, reverse=True):
        found.setdefault(FORMATS[name].prepares or name, []).append(name)
    return list(found.values())


def _cost(name: str, held: float = 1.0) -> float:
    if name == _OWN:
        return _OWN_COST
    return FORMATS[name].cost * (held if FORMATS[name].bounded else 1.0)


def _held(publication: Publication) -> float:
    """Return which part of the edges bounded formats have room for."""
    edges, room = len(publication.tables.edges), publication.room
    return 1.0 if room is None or edges <= room.edges else room.edges / edges


class _Process:
    """A process that writes some formats. Leaving the `with` ends it, whatever it is doing."""

    def __init__(self, formats: Sequence[_Wish], handed: _Handed, folder: Path) -> None:
        self.unwritten = [name for name, _ in formats]
        context = multiprocessing.get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(formats, handed, folder, sender), daemon=True)
        with deaf_to_ctrl_c():
            self._process.start()
        sender.close()  # ours: when the other process has closed its own, nothing more will come

    def __enter__(self) -> _Process:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()
        self._receiver.close()

    def written(self) -> Iterator[str]:
        """Yield the formats as they are done, and stop where the process was killed. Raises what a writer raises."""
        while self.unwritten:
            try:
                answer: str | Exception = self._receiver.recv()
            except EOFError:
                return
            if isinstance(answer, Exception):
                raise answer
            self.unwritten.remove(answer)
            yield answer
        self._process.join()  # it ends by itself, and takes with it what it kept on disk


def _work(formats: Sequence[_Wish], handed: _Handed, folder: Path, sender: Connection[Any, Any]) -> None:
    """Write formats, in a process of its own: send the name of each, or the error that ended the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends this process
    gc.disable()  # rows make no cycles
    no_cycle_search_at_end()
    try:
        for name in _written(formats, handed.received(), folder):
            sender.send(name)
    except (GraphError, OSError) as error:
        sender.send(error)


def _written(formats: Sequence[_Wish], publication: Publication, folder: Path) -> Iterator[str]:
    """Write formats one after another, those of the same rows together; yield the names as they are done."""
    first, second = _SIDE_BY_SIDE
    both = {first, second} <= {name for name, _ in formats}
    for name, options in formats:
        if both and name == first:
            import_module(_SIDE_BY_SIDE_WRITER).write(publication, folder, options)
            yield from _SIDE_BY_SIDE
        elif not both or name != second:
            writer: Writer = import_module(FORMATS[name].module).write
            writer(publication, folder, **options)
            yield name
