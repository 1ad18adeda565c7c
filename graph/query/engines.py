"""The two engines: pyoxigraph (default) and rdflib. Both give the same rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ontology.turtle_statements import RDFLIB_REFUSES

from ..errors import DamagedStore, GraphError, MissingBuild, QueryError, UsageError
from ..export.statements.terms import FILE, VOCABULARIES
from ..oxigraph import has_oxigraph, require_oxigraph
from ..storage.build_folder import MANIFEST
from .cells import oxigraph_rows, rdflib_rows
from .query_check import check
from .result import Result, Row, ordered, settled
from .tokens import form, has_order, order_variables

if TYPE_CHECKING:
    from pyoxigraph import Store

_PREFIX_LINE = re.compile(r"@prefix ([\w.-]*): <([^>]*)> \.\s*")
_PREFIX_LINES = 60
"""How many lines of the file are looked at for prefixes; all stand at its head."""


class Engine(Protocol):
    """A loaded graph that answers queries."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that a query need not declare."""
        ...

    def run(self, query: str) -> Result:
        """Return the rows. Raises `QueryError` (line, column) where the query cannot be read or is refused."""
        ...


def load(folder: Path, engine: str, store: Path | None = None) -> Engine:
    """Return an engine that holds the graph.ttl of a build; of `store`, where one was made of it for pyoxigraph.

    Raises `MissingBuild` where the file is missing or broken (line, column), `UsageError` for an unknown engine,
    `MissingLibrary` for one that cannot be loaded, `DamagedStore`.
    """
    if engine not in ENGINES:
        raise UsageError(
            f"--engine {engine}: 没有这种引擎，可用的有 · no such engine, known are: {', '.join(ENGINES)}"
        )
    if store is not None:
        return StoredOxigraph(store, prefixes_of_build(folder))
    return ENGINES[engine](folder / FILE, prefixes_of_build(folder))


def prefixes_of_build(folder: Path) -> dict[str, str]:
    """Return the prefixes of the graph.ttl of a build, with those of the vocabularies. Raises `MissingBuild`."""
    path = folder / FILE
    if not path.is_file() and (folder / MANIFEST).is_file():
        raise MissingBuild(
            f"{path}: 这次构建没有写 ttl；请加 --format ttl 重新构建 · "
            "this build was written without ttl; build again with --format ttl"
        )
    if not path.is_file():
        raise MissingBuild.at(path)
    if not path.stat().st_size:
        raise MissingBuild(f"{path}: 是空的；请重新构建 · is empty; build again")
    with path.open(encoding="utf-8", errors="replace") as file:
        found = (_PREFIX_LINE.fullmatch(line) for line in islice(file, _PREFIX_LINES))
        return {**VOCABULARIES, **{match[1]: match[2] for match in found if match}}


class Oxigraph:
    """pyoxigraph's in-memory store."""

    def __init__(self, path: Path, prefixes: Mapping[str, str]) -> None:
        require_oxigraph(zh="或加 --engine rdflib（较慢）", en="or add --engine rdflib, which is slower")
        from pyoxigraph import Store  # noqa: PLC0415  (loaded only where a query is run)

        self.prefixes = prefixes
        self._store = Store()
        _fill(self._store, path)

    def run(self, query: str) -> Result:
        """Return the rows: see `Engine`."""
        check(query, self.prefixes)
        try:
            found = self._store.query(query, prefixes=dict(self.prefixes))
            columns, rows = oxigraph_rows(found)
        except (SyntaxError, OSError, ValueError, RuntimeError) as error:
            raise self._error(error) from error
        return _result(query, columns, rows, self.prefixes)

    def _error(self, error: Exception) -> GraphError:
        return QueryError(f"query: 答不出；请简化查询 · cannot be answered ({error}); simplify it")


class StoredOxigraph(Oxigraph):
    """A store on disk that `write_store` made of a graph.ttl; it is only read."""

    def __init__(self, store: Path, prefixes: Mapping[str, str]) -> None:
        from pyoxigraph import Store  # noqa: PLC0415  (loaded only where a query is run)

        self.prefixes = prefixes
        try:
            self._store = Store.read_only(str(store))
        except (OSError, RuntimeError) as error:
            raise DamagedStore(str(error)) from error

    def _error(self, error: Exception) -> GraphError:
        """Return `DamagedStore` for what only a disk can give: RocksDB has a checksum for every block."""
        damaged = isinstance(error, OSError) or "Corruption" in str(error)
        return DamagedStore(str(error)) if damaged else super()._error(error)


class Rdflib:
    """rdflib's own memory graph and query processor: slower, and what most notebooks use."""

    def __init__(self, path: Path, prefixes: Mapping[str, str]) -> None:
        from rdflib import Graph  # noqa: PLC0415  (loaded only where a query is run)
        from rdflib.plugins import sparql  # noqa: PLC0415  (the same)

        sparql.SPARQL_LOAD_GRAPHS = False  # the second lock, after the refusal of FROM
        refuse_broken(path)
        self.prefixes = prefixes
        try:
            self._graph = Graph(bind_namespaces="none").parse(path, format="turtle")
        except RDFLIB_REFUSES as error:
            raise MissingBuild(f"{path}: Turtle 有误；请重新构建 · broken Turtle; build again") from error

    def run(self, query: str) -> Result:
        """Return the rows: see `Engine`."""
        check(query, self.prefixes)
        from pyparsing.exceptions import ParseBaseException  # noqa: PLC0415  (rdflib's parser)
        from rdflib.plugins.sparql.sparql import SPARQLError  # noqa: PLC0415  (loaded only here)

        try:
            found = self._graph.query(query, initNs=dict(self.prefixes))
            columns, rows = rdflib_rows(found)
        except (ParseBaseException, SPARQLError, ValueError) as error:
            raise QueryError(
                "query: rdflib 答不出；请改正，或用 --engine oxigraph · "
                f"rdflib cannot answer it ({error}); mend it, or try --engine oxigraph"
            ) from error
        return _result(query, columns, rows, self.prefixes)


ENGINES: Mapping[str, Callable[[Path, Mapping[str, str]], Engine]] = {"oxigraph": Oxigraph, "rdflib": Rdflib}


def write_store(turtle: Path, store: Path) -> None:
    """Make a new store on disk of a graph.ttl. Raises `MissingBuild` (line, column), `OSError` (no space, no right)."""
    from pyoxigraph import Store  # noqa: PLC0415  (loaded only where a query is run)

    try:
        fresh = Store(str(store))
        _fill(fresh, turtle)
        fresh.optimize()  # a fifth more time and half as much space again; queries are two to five times as fast
    except (RuntimeError, ValueError) as error:  # what RocksDB says, a name that is no Unicode
        raise OSError(str(error)) from error


def _fill(store: Store, path: Path) -> None:
    """Load a Turtle file. Raises `MissingBuild` where it is broken."""
    from pyoxigraph import RdfFormat  # noqa: PLC0415  (loaded only where a query is run)

    try:
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise _broken(path, error.lineno, error.offset, error.msg) from error


def refuse_broken(path: Path) -> None:
    """Raise `MissingBuild` (line, column) where a Turtle file cannot be read.

    rdflib answers some broken files with an IndexError and no place, so pyoxigraph reads them first where it can.
    """
    if not has_oxigraph():
        return
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  (loaded only where a query is run)

    try:
        for _ in parse(path=str(path), format=RdfFormat.TURTLE):
            pass
    except SyntaxError as error:
        raise _broken(path, error.lineno, error.offset, error.msg) from error


def _broken(path: Path, line: int | None, column: int | None, why: str | None) -> MissingBuild:
    where = ", ".join(f"{name} {value}" for name, value in (("line", line), ("column", column)) if value)
    return MissingBuild(f"{path}, {where}: Turtle 有误；请重新构建 · broken Turtle ({why}); build again")


def _result(query: str, columns: tuple[str, ...], rows: Iterable[Row], prefixes: Mapping[str, str]) -> Result:
    listed = list(rows)
    return Result(
        columns=columns, rows=_in_order(query, columns, listed), form=form(query), prefixes=prefixes
    )


def _in_order(query: str, columns: tuple[str, ...], rows: list[Row]) -> tuple[Row, ...]:
    """Return rows in the order that the query asks for; what it leaves open follows from their values."""
    if not has_order(query):
        return ordered(rows)
    asked = order_variables(query)
    if not asked or not {*asked} <= {*columns}:
        return tuple(rows)
    return settled(rows, [columns.index(name) for name in asked])
