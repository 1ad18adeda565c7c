"""Writing one file the same way everywhere: UTF-8, `\\n`, errors with a next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

from ..errors import ExportError

BUFFER = 1 << 20
"""Bytes gathered before they are written: a large graph's file is made of very many small parts."""
_TOGETHER = 500
"""Parts of a file that are written in turn with those of another."""


def write_parts(path: Path, parts: Iterable[str]) -> Path:
    """Write parts as they come, so that a large file is never held whole. Raises `ExportError`.

    Lone surrogates, which UTF-8 cannot hold, become `?`, as in the tables.
    """
    with (
        writing(path),
        path.open("w", encoding="utf-8", errors="replace", newline="\n", buffering=BUFFER) as file,
    ):
        file.writelines(parts)
    return path


def write_encoded(path: Path, parts: Iterable[bytes]) -> Path:
    """Write parts that are UTF-8 already, as `write_parts` does. Raises `ExportError`."""
    with writing(path), path.open("wb", buffering=BUFFER) as file:
        file.writelines(parts)
    return path


def write_side_by_side(files: Mapping[Path, Iterator[bytes]]) -> tuple[Path, ...]:
    """Write several files as `write_encoded` would one, some parts of each in turn. Raises `ExportError`."""
    with ExitStack() as open_files:
        opened = []
        for path, parts in files.items():
            open_files.enter_context(writing(path))
            opened.append((path, open_files.enter_context(path.open("wb", buffering=BUFFER)), parts))
        while opened:
            some = [(path, file, parts, [*islice(parts, _TOGETHER)]) for path, file, parts in opened]
            for path, file, _, found in some:
                with writing(path):  # else the last file would be told of whichever fails
                    file.writelines(found)
            opened = [(path, file, parts) for path, file, parts, found in some if found]
    return tuple(files)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Make the folder of a file that is written within the block.

    Raises `ExportError` with a next step where one of them cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise ExportError(
            f"{path}: 无法写出；请关闭占用它的程序，检查权限和磁盘空间 · "
            f"cannot be written ({error.strerror or error}); close programs that use it, check rights and space"
        ) from error
