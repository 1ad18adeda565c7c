"""Very many short texts by their place: in one run of bytes, since a string of its own takes some 70 bytes more."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import overload


class PackedTexts(Sequence[str]):
    """Texts in the order in which they were added; each is made again whenever it is asked for."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ends = array("Q", [0])

    def append(self, text: str) -> None:
        """Add a text; one that is no Unicode (a lone surrogate) comes back as it was."""
        self._data += text.encode(errors="surrogatepass")
        self._ends.append(len(self._data))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return self._data[self._ends[at] : self._ends[at + 1]].decode(errors="surrogatepass")
