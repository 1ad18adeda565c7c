"""SHA-256 of files, several at once: hashing lets go of the interpreter's lock, so that threads use all cores."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def file_hashes(paths: Sequence[Path]) -> Iterator[str]:
    """Yield 64 hex digits for every file, in the order of the paths. Raises `OSError` where one cannot be read."""
    with ThreadPoolExecutor() as threads:
        yield from threads.map(_file_hash, paths)


def _file_hash(path: Path) -> str:
    if not path.is_file():  # a pipe is read for ever
        raise OSError(errno.EINVAL, "is no file", str(path))
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
