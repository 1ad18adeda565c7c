"""Run one query: find its text, put its parameters in, answer it here or in a process that can be stopped."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path

from ontology import questions

from ..errors import DamagedStore, MissingBuild, NotFound, QueryError, QueryTimeout
from ..export.statements.terms import FILE
from ..oxigraph import has_oxigraph
from ..storage.lock_file import LockTaken
from . import kept_stores
from .engines import load, prefixes_of_build, write_store
from .kept_stores import KeptStores, content_of
from .parameters import bind
from .processes import in_a_process
from .query_check import check
from .result import Result

DEFAULT_ENGINE = "oxigraph"
_EXTENSION = ".rq"
_PACE = 16e6
"""Bytes of graph.ttl that are loaded into a store in a second: 466 MB took 25 to 29 s."""


def run(
    query: str,
    folder: Path,
    *,
    params: Mapping[str, str] | None = None,
    engine: str = DEFAULT_ENGINE,
    timeout: float | None = None,
    cache: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Result:
    """Return the rows that the graph.ttl of `folder` gives for a query's text, a .rq file or a question's name.

    `timeout` is in seconds, None for none; with one, the query runs in a process of its own that is ended then
    (about a third of a second more). In a folder `cache` a large graph.ttl is kept as a store, so that it is loaded
    once (`tell` is given a line before), which no timeout counts; None: it is loaded into memory every time. Raises
    `QueryError` (line, column), `QueryTimeout`, `NotFound` (no such question or file), `UsageError` (parameters,
    engine) and `MissingBuild`.
    """
    text = bind(resolve(query), params or {})
    check(text, prefixes_of_build(folder))
    if cache is None or engine != DEFAULT_ENGINE:
        return _asked(text, folder, engine, timeout)
    return _asked_of_kept(text, folder, timeout, KeptStores(cache), tell)


def resolve(query: str) -> str:
    """Return the text of a query given as text, as a .rq file or as a question's name. Raises `NotFound`."""
    if query.endswith(_EXTENSION) and "\n" not in query:
        return _read(Path(query))
    if any(mark in query for mark in "{ \n") or not query:
        return query
    shipped = questions.load()
    if query in shipped:
        return shipped[query].text
    close = get_close_matches(query, shipped, n=3)
    hint = f" · 是否指 did you mean {', '.join(close)}?" if close else ""
    raise NotFound(
        f"{query}: 没有这个内置问题，`fuwen query --list` 列出全部 · "
        f"no such question; `fuwen query --list` shows all{hint}"
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(
            f"{path}: 不是 UTF-8；请另存为 UTF-8 · not UTF-8 at byte {error.start}; save the file as UTF-8"
        ) from error
    except OSError as error:
        raise NotFound(
            f"{path}: 读不到；请检查文件名 · cannot be read ({error.strerror}); check the name"
        ) from error


def _asked(text: str, folder: Path, engine: str, timeout: float | None, store: Path | None = None) -> Result:
    """Answer here, or with a timeout in a process of its own."""
    arguments = text, folder, engine, store
    if timeout is None:
        return _answer(*arguments)
    try:
        return in_a_process(_answer, arguments, timeout)
    except TimeoutError:
        raise QueryTimeout(
            f"查询超过 {timeout:g} 秒；请缩小范围（LIMIT、更具体的条件），或用 --timeout 放宽 · "
            f"the query took longer than {timeout:g} s; narrow it (LIMIT, a selective first pattern) "
            "or allow more with --timeout"
        ) from None
    except EOFError:
        raise QueryError(
            "查询的进程中断，多半是内存不足；请缩小范围 · "
            "the query ended its process, most likely for want of memory; narrow it"
        ) from None


def _answer(text: str, folder: Path, engine: str, store: Path | None) -> Result:
    return load(folder, engine, store).run(text)


def _asked_of_kept(
    text: str, folder: Path, timeout: float | None, stores: KeptStores, tell: Callable[[str], None]
) -> Result:
    """Answer from the kept store of a large graph.ttl; one that turns out to be damaged is made anew, once."""
    for _ in range(2):
        store = _store(folder / FILE, stores, tell)
        try:
            return _asked(text, folder, DEFAULT_ENGINE, timeout, store)
        except DamagedStore:
            if store is not None:
                stores.discard(store)
    return _asked(text, folder, DEFAULT_ENGINE, timeout)


def _store(turtle: Path, stores: KeptStores, tell: Callable[[str], None]) -> Path | None:
    """Return the kept store of a graph.ttl, made where there is none; None where none is to be or can be kept."""
    if turtle.stat().st_size <= kept_stores.LARGE or not has_oxigraph():
        return None
    try:
        return stores.found(turtle) or _made(turtle, stores, tell)
    except (OSError, LockTaken) as error:
        tell(
            "图谱无法留存，改为载入内存；可用 --cache 另指文件夹 · "
            f"the graph cannot be kept on disk and is loaded into memory ({error}); "
            "name another folder with --cache"
        )
        return None


def _made(turtle: Path, stores: KeptStores, tell: Callable[[str], None]) -> Path:
    """Load a graph.ttl into a new store, in a process that Ctrl-C ends at once. Raises `OSError`."""
    if not stores.room_for(turtle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    size = turtle.stat().st_size
    with stores.unfinished() as store:
        tell(
            f"首次查询：载入 {size / 1e6:.0f} MB 的图谱，约需 {size / _PACE:.0f} 秒，此后不再需要 · "
            f"first query: loading {size / 1e6:.0f} MB, some {size / _PACE:.0f} s, once for all later ones"
        )
        content = content_of(turtle)
        try:
            in_a_process(write_store, (turtle, store), None)
        except EOFError:
            raise QueryError(
                f"{turtle}: 载入中断，多半是内存不足；请分批构建 · "
                "its loading was ended, most likely for want of memory; build fewer letters"
            ) from None
        if content_of(turtle) != content:
            raise MissingBuild(
                f"{turtle}: 读取时有变动；请再问一次 · has changed while it was read; ask again"
            )
        return stores.finished(store, turtle, content)
