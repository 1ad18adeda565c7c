"""Large graphs as stores on disk: a graph.ttl is loaded once, and every later query opens its store in milliseconds.

A store takes about twice the bytes of its graph.ttl. Its name follows from the folder of the build, the content of
graph.ttl (SHA-256), the version of pyoxigraph and the format here, so that a changed file is never answered from an old
store. Kept are one store for every build, the newest, and of all builds the three that were asked last; others are
removed when a store is made. One that another process holds open on Windows stays until the next time.

A store is written under a name of its own and renamed when it is whole; the sizes of its files stand beside it, for a
store that lost the end of a file can look like an empty one.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import msgspec

from ..run.file_hashes import file_hashes
from ..storage.lock_file import LockTaken, locked

LARGE = 16_000_000
"""Bytes of graph.ttl above which a store is kept; one of 16 MB loads into memory in 0.7 s (466 MB: 27 s)."""
_FORMAT = 1
"""Of what is kept here; another number makes every store anew."""
_MOST = 3
"""Stores kept: those of 1,000 letters take 1 GB each."""
_ROOM = 4
"""Free bytes that are asked for, for every byte of graph.ttl: a store takes 2.03, and 3.2 while it is made."""
_GRAIN = 2 * 10**9
"""Nanoseconds within which a file may change twice and keep its times: those of FAT count in two seconds."""
_FOLDER, _ABOUT, _STORE = "graph-stores", "about.json", "store"
_KEPT = re.compile(r"[0-9a-f]{16}-[0-9a-f]{32}")
_UNFINISHED = re.compile(r"new-[0-9a-f]{32}")
"""Nothing else is ever removed: --cache may name a folder that holds more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What stands beside a store: the hash of its graph.ttl, by what it is known again, its files' sizes."""

    content: str
    seen: tuple[int, ...]
    sizes: dict[str, int]


class KeptStores:
    """The stores in a cache folder."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / _FOLDER

    def found(self, turtle: Path) -> Path | None:
        """Return the store of a graph.ttl as it is now; None where there is none, or none that is whole.

        Raises `OSError` where graph.ttl cannot be read.
        """
        seen = _seen(turtle)
        content = self._content(turtle, seen)
        kept = self._folder / _name(turtle, content)
        about = _about(kept)
        if about is None:
            return None
        with suppress(OSError):  # a cache that cannot be written is still read
            if about.seen != seen:
                _write(kept, replace(about, seen=seen))
            (kept / _ABOUT).touch()
        return kept / _STORE

    @contextmanager
    def unfinished(self) -> Iterator[Path]:
        """Give the path of a new store to be written; whatever is left there in the end is removed.

        Raises `OSError` where nothing can be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._clear()
        fresh = self._folder / f"new-{uuid4().hex}"
        with locked(fresh.with_suffix(".lock")):
            try:
                fresh.mkdir()
                yield fresh / _STORE
            finally:
                shutil.rmtree(fresh, ignore_errors=True)

    def finished(self, store: Path, turtle: Path, content: str) -> Path:
        """Keep a store that was loaded from this content of a graph.ttl, and return its place. Raises `OSError`.

        No process may have it open any more.
        """
        fresh = store.parent
        sizes = {path.name: path.stat().st_size for path in store.iterdir()}
        _write(fresh, _About(content=content, seen=(), sizes=sizes))
        kept = self._folder / _name(turtle, content)
        if _about(kept) is None:
            _remove(kept)
        try:
            fresh.rename(kept)
        except OSError:
            if _about(kept) is None:  # else another query was quicker: its store is the same
                raise
        self._prune(kept)
        return kept / _STORE

    def discard(self, store: Path) -> None:
        """Remove a store that turned out to be damaged."""
        _remove(store.parent)

    def room_for(self, turtle: Path) -> bool:
        """Return whether the disk has room for the store of a graph.ttl. Raises `OSError`."""
        there = next(path for path in (self._folder, *self._folder.absolute().parents) if path.exists())
        return shutil.disk_usage(there).free >= _ROOM * turtle.stat().st_size

    def _content(self, turtle: Path, seen: tuple[int, ...]) -> str:
        """Return the hash of a graph.ttl, as a store remembers it if the file is as it was then."""
        for kept in self._folder.glob(f"{_build(turtle)}-*"):
            about = _about(kept)
            if seen and about is not None and about.seen == seen:
                return about.content
        return content_of(turtle)

    def _clear(self) -> None:
        """Remove what killed processes left unfinished."""
        left = {path.with_suffix("") for path in self._folder.iterdir()}
        for fresh in (path for path in left if _UNFINISHED.fullmatch(path.name)):
            with suppress(LockTaken, OSError), locked(fresh.with_suffix(".lock")):
                shutil.rmtree(fresh, ignore_errors=True)

    def _prune(self, kept: Path) -> None:
        """Remove all other stores of the same build, and of all stores those that were asked longest ago."""
        others = [path for path in self._folder.iterdir() if _KEPT.fullmatch(path.name) and path != kept]
        build = kept.name.partition("-")[0]
        same = [path for path in others if path.name.startswith(f"{build}-")]
        rest = sorted({*others} - {*same}, key=_last_asked, reverse=True)
        for path in (*same, *rest[_MOST - 1 :]):
            _remove(path)


def content_of(turtle: Path) -> str:
    """Return the SHA-256 of a graph.ttl: 0.3 s for 466 MB. Raises `OSError`."""
    return next(file_hashes([turtle]))


def _name(turtle: Path, content: str) -> str:
    """Return the name of a store: of the build, then of all that the store follows from."""
    import pyoxigraph  # noqa: PLC0415  (loaded only where a query is run)

    follows = f"{content} {pyoxigraph.__version__} {_FORMAT}"
    return f"{_build(turtle)}-{hashlib.sha256(follows.encode()).hexdigest()[:32]}"


def _build(turtle: Path) -> str:
    return hashlib.sha256(f"{turtle.resolve()!a}".encode()).hexdigest()[:16]


def _seen(turtle: Path) -> tuple[int, ...]:
    """Return what a file is known by as long as nobody writes to it; empty where nothing tells.

    The time of the last change (ctime) cannot be set back as that of the last writing (mtime) can. Windows has none.
    """
    stat = turtle.stat()
    if sys.platform == "win32" or time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _GRAIN:
        return ()
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _about(kept: Path) -> _About | None:
    """Return what stands beside a store; None where it is not whole."""
    try:
        about = msgspec.json.decode((kept / _ABOUT).read_bytes(), type=_About)
        whole = all((kept / _STORE / name).stat().st_size == size for name, size in about.sizes.items())
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return None
    return about if whole else None


def _write(kept: Path, about: _About) -> None:
    """Write what stands beside a store, whole or not at all. Raises `OSError`."""
    fresh = kept / f"{uuid4().hex}.json"
    try:
        fresh.write_bytes(msgspec.json.encode(about))
        fresh.replace(kept / _ABOUT)
    finally:
        fresh.unlink(missing_ok=True)


def _last_asked(kept: Path) -> float:
    try:
        return (kept / _ABOUT).stat().st_mtime
    except OSError:
        return 0.0


def _remove(kept: Path) -> None:
    """Remove a store as far as the system lets; what is left is not taken for one."""
    with suppress(OSError):
        (kept / _ABOUT).unlink(missing_ok=True)
    shutil.rmtree(kept, ignore_errors=True)
