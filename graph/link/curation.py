"""The folder `fuwen/` beside the letters: what people curate, read by every build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.inputs import IDS
from corpus.records import Issue

from ..storage.spool import Shelf
from .decisions import Decision, load_decisions
from .identifiers import IdBook, load_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Curation:
    """All that people decided, and the ids minted so far."""

    decisions: tuple[Decision, ...] = ()
    ids: IdBook = field(default_factory=IdBook)
    issues: tuple[Issue, ...] = ()


def load_curation(
    folder: Path | None, extra_decisions: Sequence[Path] = (), shelf: Shelf | None = None
) -> Curation:
    """Return the curation of a state folder and further decision files; ids are kept on the shelf.

    Raises `CurationError`.
    """
    own = folder / "decisions.csv" if folder else None
    paths = [path for path in (own, *extra_decisions) if path is not None and path.exists()]
    decisions, issues = load_decisions(paths)
    ids = load_ids(folder / IDS if folder else None, shelf)
    return Curation(decisions=decisions, ids=ids, issues=issues)
