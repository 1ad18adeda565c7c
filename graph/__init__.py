"""Letters and knowledge in, a graph with evidence out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    import networkx

__all__ = ["load"]


def load(folder: str | PathLike[str] = "exports") -> networkx.MultiDiGraph[str]:
    """Return a finished build as a networkx graph; `graph.answers.multigraph` says what nodes and edges carry.

    Raises `MissingBuild` where the folder holds no build, or one that cannot be read.
    """
    from pathlib import Path  # noqa: PLC0415  (`import graph` stays light)

    from .answers.multigraph import multigraph  # noqa: PLC0415  (the same)
    from .tables.read_tables import read_tables  # noqa: PLC0415  (the same)

    return multigraph(read_tables(Path(folder)))
