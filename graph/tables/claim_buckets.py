"""Claims on their way to rows: in buckets by the edge they support, so that every bucket is a task of its own.

Where a letter is related its claims are put into buckets, as bytes; nobody looks into them before the bucket becomes
rows (edge_tasks). A claim brings the words of its sentence along, so a bucket needs no letter.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from corpus.records import Letter, Span

from ..records import Claim
from ..storage.buckets import array_of
from ..storage.lazy_sequence import LazySequence
from ..storage.record_bytes import packed, unpacked
from ..storage.spool import Shelf
from ..storage.spooled_bytes import SpooledBytes
from .wordings import digest_of

BUCKETS = 256
"""As many as two hex digits tell apart: of 100,000 letters each holds as many claims as 400 letters make."""


class QuotedClaim(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A claim with the id of its edge, the words of its quote and the date of its letter: all that its rows hold.

    `text` is empty and `wording`, the digest of the text without white space, is 0 where it has no quote; `date` is
    empty where the letter has none.
    """

    edge_id: str
    claim: Claim
    text: str = ""
    wording: int = 0
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucketed:
    """The claims of one letter: bucket, how many and their bytes; `odd` are claims with a text that is no Unicode."""

    packed: tuple[tuple[int, int, bytes], ...] = field(repr=False)
    odd: tuple[QuotedClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """The claims of one bucket: every edge of it has a smaller id than any of the next."""

    parts: bytes = field(repr=False)
    odd: tuple[QuotedClaim, ...] = ()

    def claims(self) -> Iterator[QuotedClaim]:
        """Yield the claims, in no order that means anything."""
        yield from unpacked(self.parts, list[QuotedClaim])
        yield from self.odd


def edge_id(source: str, relation: str, target: str) -> str:
    """Return the stable id of an edge: 12 hex digits over its three parts."""
    return "r" + hashlib.sha256(f"{source}|{relation}|{target}".encode()).hexdigest()[:12]


def spot_id(letter_id: str, spot: str) -> str:
    """Return 8 hex digits for a spot in a letter (12-30): they follow from it alone, whatever other letters hold."""
    return hashlib.blake2b(f"{letter_id}|{spot}".encode(errors="surrogatepass"), digest_size=4).hexdigest()


def quoted(claims: Iterable[Claim], letter: Letter) -> list[QuotedClaim]:
    """Return the claims of a letter with their words and its date."""
    quotes: dict[Span | None, tuple[str, int]] = {None: ("", 0)}
    date = letter.header.date
    found = []
    for claim in claims:
        span = claim.quote
        if span is not None and span not in quotes:
            text = letter.text[span.start : span.end]
            quotes[span] = text, digest_of(text)
        text, wording = quotes[span]
        found.append(QuotedClaim(edge_id=_id_of(claim), claim=claim, text=text, wording=wording, date=date))
    return found


def derived(claims: Iterable[Claim]) -> list[QuotedClaim]:
    """Return claims that no sentence makes."""
    return [QuotedClaim(edge_id=_id_of(claim), claim=claim, date=claim.day) for claim in claims]


def bucketed(claims: Iterable[QuotedClaim]) -> Bucketed:
    """Return claims by bucket, as bytes."""
    by_bucket: dict[int, list[bytes]] = defaultdict(list)
    odd: list[QuotedClaim] = []
    for one in claims:
        data = packed(one)
        if data is None:
            odd.append(one)
        else:
            by_bucket[_bucket(one)].append(data)
    found = sorted(by_bucket.items())
    return Bucketed(
        packed=tuple((bucket, len(some), b"".join(some)) for bucket, some in found), odd=tuple(odd)
    )


def named_places(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the node ids of all places that stand at an end of a claim, sorted."""
    ends = {end for claim in claims for end in (claim.source, claim.target)}
    return tuple(sorted(end for end in ends if end.startswith("place/")))


class ClaimBuckets:
    """All claims of a build, in memory or on disk."""

    def __init__(self, shelf: Shelf) -> None:
        self._in_memory = not shelf.on_disk
        self._parts = [SpooledBytes(shelf) for _ in range(BUCKETS)]
        self._counts = [0] * BUCKETS
        self._odd: dict[int, list[QuotedClaim]] = defaultdict(list)

    def add(self, found: Bucketed) -> None:
        """Add claims. Raises `ExportError` where the temporary folder is full."""
        for bucket, count, data in found.packed:
            self._parts[bucket].append(data)
            self._counts[bucket] += count
        for one in found.odd:
            self._odd[_bucket(one)].append(one)

    def tasks(self) -> Sequence[Bucket]:
        """Return the buckets, each read when it is asked for. A build that is in memory has them all in one."""
        if self._in_memory:
            return [self._bucket_of(range(BUCKETS))]
        return LazySequence(BUCKETS, lambda bucket: self._bucket_of(range(bucket, bucket + 1)))

    def clear(self) -> None:
        """Forget all claims: of a large build they hold as much as the rows that are made of them."""
        for part in self._parts:
            part.clear()
        self._counts = [0] * BUCKETS
        self._odd.clear()

    def _bucket_of(self, buckets: range) -> Bucket:
        count = sum(self._counts[one] for one in buckets)
        parts = array_of(count, *(self._parts[one].whole() for one in buckets))
        return Bucket(parts=parts, odd=tuple(claim for one in buckets for claim in self._odd.get(one, ())))


def _id_of(claim: Claim) -> str:
    return edge_id(claim.source, claim.relation, claim.target)


def _bucket(one: QuotedClaim) -> int:
    return int(one.edge_id[1:3], 16)
