"""Writing one text file the same way everywhere: UTF-8, `\\n`, errors with a next step."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.errors import ExportError

BUFFER = 1 << 20
"""Bytes gathered before they are written: a large graph's file is made of very many small parts."""


def write_parts(path: Path, parts: Iterable[str]) -> Path:
    """Write parts as they come, so that a large file is never held whole. Raises `ExportError`.

    Lone surrogates, which UTF-8 cannot hold, become `?`, as in the tables.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", errors="replace", newline="\n", buffering=BUFFER) as file:
            file.writelines(parts)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); close programs that use it, check rights and space"
        ) from error
    return path
