"""What was found in a letter is kept for the next build: only new and changed letters are read and analysed again.

A result is kept under the hash of everything that it follows from: the letter's bytes, what was stated or linked,
this program's code and lexicons. So a kept result is what the work would give, and the bytes of a build do not depend
on the cache. Every result has a hash of its own; a damaged one is made anew, a damaged or foreign file replaced.
Nothing is kept that the outputs of a build would not show.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, Protocol, runtime_checkable

from ..storage.lazy_sequence import LazySequence
from ..storage.record_bytes import packed, unpacked
from ..version import __version__
from .runner import Result, Runner, SerialRunner, Task

_FILE = "letters.sqlite"
_MOST = 2_000_000
"""Results kept: some 30 GB at most; a cache that has more is begun anew."""
_BATCH = 100
"""Tasks looked up and stored together: some megabytes."""
_PATIENCE = 2.0
"""Seconds to wait for another build that is writing."""
_QUICK = "PRAGMA synchronous = OFF"
"""What a crash loses is made again, and what it damages has a hash."""
_PACKAGES = ("corpus", "ontology", "graph")
_LIBRARIES = ("charset-normalizer", "daachorse", "lxml", "msgspec", "pypdfium2", "python-docx")
_SUFFIXES = frozenset({".py", ".tsv", ".toml", ".ttl", ".js", ".css", ".j2", ".jinja"})


@runtime_checkable
class Keepable(Protocol):
    """A function whose results may be kept."""

    @property
    def result_type(self) -> Any:
        """The type of what it returns, as `record_bytes` takes it."""
        ...

    def key(self, task: Any) -> bytes | None:
        """Return all that the result follows from, beside code and lexicons; None: do not keep it."""
        ...


class Cache:
    """Results by key in one SQLite file. Whatever is wrong with the file, a build goes on without it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._store: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._store = self._opened()
        except (OSError, sqlite3.Error):
            self._store = None  # read-only, full or locked by another build: this one keeps nothing

    def holds(self, keys: Sequence[str]) -> frozenset[str]:
        """Return those of the keys that have a result."""
        rows = (self._rows("key", keys[at : at + _BATCH]) for at in range(0, len(keys), _BATCH))
        return frozenset(key for batch in rows for (key,) in batch)

    def found(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the bodies of the results that are there and whole, by key: see `record_of`."""
        rows = self._rows("key, digest, body", keys)
        return {key: body for key, digest, body in rows if digest == _digest(key, body)}

    def _rows(self, columns: str, keys: Sequence[str]) -> list[Any]:
        if self._store is None:
            return []
        try:
            marks = ",".join("?" * len(keys))
            query = f"SELECT {columns} FROM kept WHERE key IN ({marks})"  # noqa: S608 (our columns, question marks)
            return self._store.execute(query, keys).fetchall()
        except sqlite3.Error:
            self.close()
            return []

    def keep(self, bodies: Sequence[tuple[str, bytes]]) -> None:
        """Store the bodies of results by key: see `body_of`."""
        if self._store is None:
            return
        try:
            with self._store:
                self._store.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                    [(key, _digest(key, body), body) for key, body in bodies],
                )
        except sqlite3.Error:
            self.close()

    def close(self) -> None:
        """Close the file; nothing is found or kept any more."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _opened(self) -> sqlite3.Connection:
        """Return the store, a new one where the file is damaged, of another program, or of other code than this."""
        store = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            store.execute(_QUICK)
            stamp = store.execute("PRAGMA user_version").fetchone()[0]
            if stamp == _stamp() and store.execute("SELECT count(*) FROM kept").fetchone()[0] <= _MOST:
                return store
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise  # another build is writing: its file is left alone
        except sqlite3.DatabaseError:
            pass  # no database, or a damaged one: replaced below
        store.close()
        for name in (_FILE, f"{_FILE}-journal"):
            self._path.with_name(name).unlink(missing_ok=True)
        store = sqlite3.connect(self._path, timeout=_PATIENCE)
        store.execute(_QUICK)
        with store:
            store.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, digest TEXT, body BLOB)")
            store.execute(f"PRAGMA user_version = {_stamp()}")
        return store


def body_of(record: Any) -> bytes | None:
    """Return a result as the cache keeps it; None where it holds a text that is no Unicode."""
    data = packed(record)
    return None if data is None else zlib.compress(data, 1)


def record_of(body: bytes, record_type: Any) -> Any:
    """Return the result that `body_of` made a body of. Raises `ValueError` where it cannot be one."""
    return unpacked(zlib.decompress(body), record_type)


@dataclass(frozen=True, slots=True)
class _Embodied(Generic[Task]):
    """A function whose results become bodies where the work is done; a result that can have none stays as it is."""

    function: Callable[[Task], Any]

    @property
    def task_type(self) -> Any:
        """That of the function, where it has one."""
        return self.function.task_type  # type: ignore[attr-defined]  # asked for by hasattr

    def __call__(self, task: Task) -> Any:
        result = self.function(task)
        return body_of(result) or result


class CachingRunner:
    """Another runner, asked only for what the cache does not hold."""

    def __init__(self, inner: Runner, cache: Cache) -> None:
        self._inner = inner
        self._cache = cache

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield function(task) for every task, in order."""
        if not isinstance(function, Keepable):
            yield from self._inner.map(function, tasks)
            return
        keys = [_key(function, task) for task in tasks]
        held = self._cache.holds([key for key in keys if key])
        places = [place for place, key in enumerate(keys) if key not in held]
        missing = LazySequence(len(places), lambda at: tasks[places[at]])
        here = isinstance(self._inner, SerialRunner)  # then the result itself is at hand, too
        fresh: Iterator[Any] = self._inner.map(function if here else _Embodied(function), missing)
        for at in range(0, len(tasks), _BATCH):
            yield from self._batch(function, tasks[at : at + _BATCH], keys[at : at + _BATCH], held, fresh)

    def _batch(
        self,
        function: Any,
        tasks: Sequence[Any],
        keys: Sequence[str],
        held: frozenset[str],
        fresh: Iterator[Any],
    ) -> Iterator[Any]:
        """Yield the results of some tasks and keep the new ones; what is held and damaged is made here."""
        found = self._cache.found([key for key in keys if key in held])
        new: list[tuple[str, bytes]] = []
        for place, key in enumerate(keys):
            if key in found:
                yield record_of(found[key], function.result_type)
                continue
            result = function(tasks[place]) if key in held else next(fresh)
            body = result if isinstance(result, bytes) else body_of(result) if key else None
            if key and body is not None:
                new.append((key, body))
            yield record_of(result, function.result_type) if isinstance(result, bytes) else result
        self._cache.keep(new)

    def close(self) -> None:
        """Close both."""
        self._cache.close()
        self._inner.close()


def default_folder() -> Path:
    """Return where this system keeps what can be made again; FUWEN_CACHE names another place."""
    if named := os.environ.get("FUWEN_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "fuwen" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "fuwen"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fuwen"


def _key(function: Keepable, task: Any) -> str:
    """Return the key of a task's result; empty where it is not kept."""
    given = function.key(task)
    return "" if given is None else _hashed(f"{code_hash()} {type(function).__name__} ".encode() + given)


def _digest(key: str, body: bytes) -> str:
    return _hashed(key.encode() + body)


def _hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@cache
def code_hash() -> str:
    """Return a hash of the program: its files, the Python and the libraries that read documents."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for package in _PACKAGES:
        root = Path(str(resources.files(package)))
        for path in sorted(root.rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _stamp() -> int:
    """Return the part of the program's hash that fits into SQLite's user_version."""
    return int(code_hash()[:7], 16) + 1
