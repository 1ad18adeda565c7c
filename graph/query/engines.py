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
from .result import Result, Row, ordered, settled
from .tokens import form, has_open_text, has_order, no_reading, order_variables, refuse_outside

if TYPE_CHECKING:
    from pyoxigraph import Store

_PREFIX_LINE = re.compile(r"@prefix ([\w.-]*): <([^>]*)> \.\s*")
_PREFIX = re.compile(r"([\w.-]*):[^\s:]*\s*$")
"""The prefix of the last term of a text."""
_Told = tuple[str, str]
"""What is wrong and what to do, in one language."""
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


def check(query: str, prefixes: Mapping[str, str]) -> None:
    """Raise `QueryError` (line, column) where a query cannot be read or would leave the loaded graph.

    Without pyoxigraph only the second is seen here; rdflib then says what it cannot read.
    """
    refuse_outside(query)
    if not has_oxigraph():
        return
    from pyoxigraph import Store  # noqa: PLC0415  (loaded only where a query is run)

    try:
        Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as error:
        raise _unreadable(query, str(error), prefixes) from error


def _unreadable(query: str, message: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return the error with its place and its likely cause in words."""
    if why := no_reading(query):
        return QueryError(why)
    found = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", message, re.DOTALL)
    if found is None:
        return QueryError(f"query: 读不懂；请照 SPARQL 1.1 改正 · {message}; see SPARQL 1.1")
    line, column = int(found[1]), int(found[2])
    lines = query.splitlines()[:line] if query.strip() else [""]
    before, rest = "\n".join([*lines[:-1], lines[-1][: column - 1]]), lines[-1][column - 1 :]
    at = (
        (f"在 {rest[:24]!r} 处", f"near {rest[:24]!r}")
        if rest.strip()
        else ("在行末", "at the end of the line")
    )
    (zh, zh_step), (en, en_step) = _cause(query, found[3], prefixes, before)
    return QueryError(
        f"query, line {line}, column {column}: {at[0]}{zh}；{zh_step} · {en} {at[1]}; {en_step}"
    )


def _cause(query: str, expected: str, prefixes: Mapping[str, str], before: str) -> tuple[_Told, _Told]:
    """Return what is wrong with a query, whose text `before` the place could be read, and the next step.

    First in Chinese, then in English.
    """
    for part, zh in (
        ("The SELECT contains a variable that is unbound", "SELECT 中有未取值的变量"),
        ("The SELECT overrides an existing variable", "SELECT 改写了已有的变量"),
    ):
        if part in expected:
            en = f"{part[0].lower()}{part[1:]}"
            return (zh, "请写入 GROUP BY 或用聚合函数"), (en, "add it to GROUP BY or aggregate it")
    if "IRI parsing failed" in expected:
        step = "<https://…>"
        return ("网址不完整", f"请写全：{step}"), ("an IRI that is not absolute", f"write it in full: {step}")
    if "Prefix not found" in expected:
        used = _PREFIX.search(before)
        name = used[1] if used else ""
        step = f"PREFIX {name}: <…>, or use one of {', '.join(sorted(prefixes))}"
        return (f"前缀 {name}: 未声明", f"请在开头写 PREFIX {name}: <…>"), (
            f"the prefix {name}: is not declared",
            f"begin with {step}",
        )
    if has_open_text(query):
        return ("文字缺右引号", "请补上"), ("a text that is not closed by its quotation mark", "add the mark")
    tokens = re.findall(r'"([^"]{1,9})"|\b([A-Z]{3,})\b', expected)
    wanted = [f"`{mark or word}`" for mark, word in tokens][:6]
    cause = f"expected {' or '.join(wanted)}" if wanted else "cannot be read"
    return ("读不下去", "请改正，可从 `fuwen query --list` 的问题改起"), (
        cause,
        "mend it there; `fuwen query --list` names questions to begin with",
    )


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
