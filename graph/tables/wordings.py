"""Counts in how many letters a sentence stands word for word, with a few bytes for each sentence."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from ..storage.digest_counts import text_digest

_SLOTS_EACH = 4
"""Bytes by which each wording is remembered while the repeated ones are looked for."""


class Wordings:
    """In how many letters every wording stands: a quote without white space, remembered by 64 bits of its hash."""

    def __init__(self) -> None:
        self._seen: array[int] = array("Q")

    def add(self, digests: Iterable[int]) -> None:
        """Count the wordings of one letter, each once."""
        self._seen.extend(digests)

    def repeated(self) -> dict[int, int]:
        """Return the digests that stand in two or more letters, with how many."""
        counts = dict.fromkeys(self._perhaps_repeated(), 0)
        for digest in self._seen:
            if digest in counts:
                counts[digest] += 1
        return {digest: count for digest, count in counts.items() if count > 1}

    def _perhaps_repeated(self) -> Iterator[int]:
        """Yield all digests that stand there again and a few others: sorted, all of them would be objects at once."""
        slots = 1 << (_SLOTS_EACH * len(self._seen)).bit_length()
        taken = bytearray(slots)
        for digest in self._seen:
            slot = digest & (slots - 1)
            if taken[slot]:
                yield digest
            taken[slot] = 1


def digest_of(quote: str) -> int:
    """Return the 64 bits by which a wording is remembered: white space does not count."""
    return text_digest("".join(quote.split()))
