"""What is done to one bucket of claims: reduced to edges and their evidence. Pure, and pickles, as letter_tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..storage.packed_rows import PackedRows, packed_rows
from ..tables.claim_buckets import Bucket
from ..tables.edge_rows import Setting, edge_rows
from ..threads.steps import Told, told_of_things
from .runner import MANY_LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """The edges of one bucket and their evidence, both by id, and what it tells of things that may be promised."""

    edges: PackedRows = field(repr=False)
    evidence: PackedRows = field(repr=False)
    told: tuple[Told, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reducer:
    """`edge_rows` in one setting; `letters` is how many make the claims of all buckets together."""

    setting: Setting
    letters: int = 0
    tasks_together: ClassVar[int] = 1
    """A bucket of a large build has some megabytes."""

    @property
    def worth_processes(self) -> bool:
        """Whether processes are to be started where none run yet: see `runner.worth_processes`."""
        return self.letters >= MANY_LETTERS

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
        told = tuple(told_of_things(edges, evidence, self.setting.things))
        return Reduced(edges=packed_rows(edges), evidence=packed_rows(evidence), told=told)
