"""Counts that are looked up by text, without the texts: what every process of a large build needs at hand."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable


class DigestCounts(Container[str]):
    """A number for each of many texts, which are remembered by 64 bits of a hash: 12 bytes each, a dict takes 200.

    Of a million texts, one that is not among them is taken for one that is with a chance of 5·10⁻¹⁴.
    """

    def __init__(self, counts: Iterable[tuple[str, int]] = ()) -> None:
        """Take each text once, with a number from 0 to 2³² − 1."""
        digests, numbers = array("Q"), array("I")
        for text, number in counts:
            digests.append(text_digest(text))
            numbers.append(number)
        order = sorted(range(len(digests)), key=digests.__getitem__)
        self._digests = array("Q", map(digests.__getitem__, order))
        self._numbers = array("I", map(numbers.__getitem__, order))

    def __len__(self) -> int:
        return len(self._digests)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self._place(text) is not None

    def get(self, text: str, otherwise: int) -> int:
        """Return the number of a text."""
        place = self._place(text)
        return otherwise if place is None else self._numbers[place]

    def _place(self, text: str) -> int | None:
        wanted = text_digest(text)
        place = bisect_left(self._digests, wanted)
        return place if place < len(self._digests) and self._digests[place] == wanted else None


def text_digest(text: str) -> int:
    """Return 64 bits by which a text is remembered."""
    data = text.encode(errors="surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
