"""Bytes that grow at their end, in memory for a small build, in a file of the shelf's folder for a large one."""

from __future__ import annotations

from pathlib import Path

from .spool import Shelf, append_to, remove

_TOGETHER = 1 << 16
"""Bytes that are written together."""


class SpooledBytes:
    """Some bytes, to which more can be added until they are read as a whole."""

    def __init__(self, shelf: Shelf) -> None:
        self._path: Path | None = shelf.new_path() if shelf.on_disk else None
        self._shelf = shelf  # the folder is there as long as something refers to it
        self._tail = bytearray()

    def append(self, data: bytes) -> None:
        """Add bytes. Raises `ExportError` where the temporary folder is full."""
        self._tail += data
        if self._path is not None and len(self._tail) >= _TOGETHER:
            append_to(self._path, self._tail)
            self._tail = bytearray()

    def whole(self) -> bytes:
        """Return all of them. Raises `ExportError` where the temporary folder is full."""
        if self._path is None:
            return bytes(self._tail)
        if self._tail:  # those of all buckets would stay in memory to the end
            append_to(self._path, self._tail)
            self._tail = bytearray()
        return self._path.read_bytes() if self._path.exists() else b""

    def clear(self) -> None:
        """Forget all of them."""
        self._tail = bytearray()
        if self._path is not None:
            remove(self._path)
