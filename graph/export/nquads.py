"""Write graph.nq: N-Quads with one named graph per letter, so that a letter is dropped or replaced with its graph.

What one letter alone says stands in the graph of its node; what several share (entities, relations) in the default
graph. Source: RDF 1.1 N-Quads (W3C Recommendation 2014).
"""

from __future__ import annotations

from pathlib import Path

from .ntriples import write_lines
from .publication import Publication


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.nq into `folder` and return its path. Raises `ExportError`, `UsageError` as turtle.write."""
    return write_lines(publication, folder / "graph.nq", named_graphs=True)
