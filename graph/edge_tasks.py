"""What is done to one bucket of claims: reduced to edges and their evidence. Pure, and pickles, as letter_tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from .claim_buckets import Bucket
from .edge_rows import Setting, edge_rows
from .record_bytes import packed, unpacked
from .spool import CHUNK, PackedChunk, Spool
from .tables import EdgeRow, EvidenceRow

Row = TypeVar("Row", EdgeRow, EvidenceRow)
Rows = list[Row] | Spool[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """The edges of one bucket and their evidence, both by id, packed as a spool holds them.

    Where a text is no Unicode they are `odd` rows instead.
    """

    edges: tuple[PackedChunk, ...] = field(repr=False)
    evidence: tuple[PackedChunk, ...] = field(repr=False)
    odd: tuple[tuple[EdgeRow, ...], tuple[EvidenceRow, ...]] = ((), ())

    def add_to(self, edges: Rows[EdgeRow], evidence: Rows[EvidenceRow]) -> None:
        """Add the rows to tables. Raises `ExportError` where the temporary folder is full."""
        _add(self.edges, self.odd[0], EdgeRow, edges)
        _add(self.evidence, self.odd[1], EvidenceRow, evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reducer:
    """`edge_rows` in one setting."""

    setting: Setting
    tasks_together: ClassVar[int] = 1
    """A bucket of a large build has some megabytes."""

    @property
    def task_type(self) -> Any:
        """The claims of a bucket."""
        return Bucket

    @property
    def result_type(self) -> Any:
        """The rows of a bucket."""
        return Reduced

    def __call__(self, bucket: Bucket) -> Reduced:
        """Return the rows of one bucket. Raises `BrokenEvidence` where a quote is not in its letter."""
        edges, evidence = edge_rows(bucket.claims(), self.setting)
        some_edges, some_evidence = _chunks(edges), _chunks(evidence)
        if some_edges is None or some_evidence is None:
            return Reduced(edges=(), evidence=(), odd=(tuple(edges), tuple(evidence)))
        return Reduced(edges=some_edges, evidence=some_evidence)


def _chunks(rows: Sequence[Any]) -> tuple[PackedChunk, ...] | None:
    """Return rows packed some at a time; None where they hold a text that is no Unicode."""
    some = [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
    found = tuple(PackedChunk(data, len(one)) for one in some if (data := packed(one)) is not None)
    return found if len(found) == len(some) else None


def _add(chunks: Sequence[PackedChunk], odd: Sequence[Row], row_type: type[Row], rows: Rows[Row]) -> None:
    if isinstance(rows, Spool):
        rows.extend_packed(chunks)
        rows.extend(odd)
        return
    for chunk in chunks:
        rows.extend(unpacked(chunk.data, list[row_type]))  # type: ignore[valid-type]  # a type at run time
    rows.extend(odd)
