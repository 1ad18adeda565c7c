"""A lock that one thread of one process holds: a file that the operating system locks, the process id in it.

The system lets go of the lock when its process ends, however it ends: a file that a killed process left behind is
locked by nobody and is taken over. So no clock and no list of processes has to say which locks are stale.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

_FAR = 1 << 30
"""Windows keeps others from reading what is locked: a place far behind the process id is."""
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system answers that knows no locks; there the file itself is all there is."""
_OURS: ContextVar[frozenset[Path]] = ContextVar("_OURS", default=frozenset())
"""The locks that this thread holds."""


class LockTaken(Exception):
    """Somebody else holds the lock; the message is the number of the process, `?` where that cannot be read."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; nobody waits for one. A thread that holds it already is let in.

    Raises `LockTaken` where another process or thread holds it, `OSError` where the file cannot be made.
    """
    if path in _OURS.get():
        yield
        return
    file = take(path)
    ours = _OURS.set(_OURS.get() | {path})
    try:
        yield
    finally:
        _OURS.reset(ours)
        let_go(file, path)


def take(path: Path) -> int:
    """Return the descriptor of the file, locked, with our number in it; `let_go` ends it.

    Raises `LockTaken`, `OSError`.
    """
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(file)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                os.close(file)
                raise LockTaken(_holder(path)) from error
        else:
            if not _is_at(file, path):  # who had it took the file away between our opening and our locking
                os.close(file)
                continue
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())
        return file


def is_abandoned(path: Path) -> bool:
    """Return whether the file is a lock whose process ended without letting go; no where that cannot be known."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _lock(file)  # a file system that knows no locks raises: whoever left the file may be at work
        return os.fstat(file).st_size > 0  # an empty one is about to be locked
    except OSError:
        return False
    finally:
        os.close(file)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip() or "?"
    except OSError:
        return "?"


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def let_go(file: int, path: Path) -> None:
    """Take the file away and the lock with it; in that order where an open file can be taken away."""
    if sys.platform == "win32":
        os.close(file)
        with suppress(OSError):  # another process may have it already
            path.unlink(missing_ok=True)
    else:
        with suppress(OSError):  # what stays is locked by nobody and is taken over
            path.unlink(missing_ok=True)
        os.close(file)


def _lock(file: int) -> None:
    """Lock an open file for this process. Raises `OSError` where another one has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 (only Windows has it)

        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        import fcntl  # noqa: PLC0415 (Windows lacks it)

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
