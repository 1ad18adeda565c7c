"""Claims on their way to rows: in buckets by the edge they support, so that one bucket at a time is in memory."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.records import Span

from .records import Claim
from .spool import Shelf

_BUCKETS = 64
"""On disk; a divisor of 256. A bucket of 100,000 letters holds as many claims as 1,500 letters make."""
_TOGETHER = 256


def edge_id(source: str, relation: str, target: str) -> str:
    """Return the stable id of an edge: 12 hex digits over its three parts."""
    return "r" + hashlib.sha256(f"{source}|{relation}|{target}".encode()).hexdigest()[:12]


class ClaimBuckets:
    """All claims of a build. One bucket where they are in memory, else one for every range of edge ids."""

    def __init__(self, shelf: Shelf) -> None:
        self._kept = [shelf.records(Claim, _TOGETHER) for _ in range(_BUCKETS if shelf.on_disk else 1)]
        self.places: set[str] = set()
        """Node ids of all places that a claim names."""

    def extend(self, claims: Iterable[Claim]) -> None:
        """Add claims. Raises `ExportError` where the temporary folder is full."""
        for claim in claims:
            self._kept[self._bucket(claim)].append(claim)
            self.places.update(end for end in (claim.source, claim.target) if end.startswith("place/"))

    def __iter__(self) -> Iterator[Sequence[Claim]]:
        """Yield the buckets: every edge of one has a smaller id than any of the next."""
        return iter(self._kept)

    def _bucket(self, claim: Claim) -> int:
        if len(self._kept) == 1:
            return 0
        first = edge_id(claim.source, claim.relation, claim.target)[1:3]
        return int(first, 16) * len(self._kept) // 256


class Wordings:
    """In how many letters every wording stands: a quote without white space, remembered by its hash."""

    def __init__(self) -> None:
        self._letters: Counter[bytes] = Counter()

    def add(self, text: str, quotes: Iterable[Span]) -> None:
        """Count the quotes of one letter, each wording once."""
        self._letters.update({_digest("".join(text[span.start : span.end].split())) for span in quotes})

    def letters(self, wording: str) -> int:
        """Return how many letters hold it."""
        return self._letters[_digest(wording)]


def _digest(wording: str) -> bytes:
    return hashlib.blake2b(wording.encode(errors="surrogatepass"), digest_size=12).digest()
