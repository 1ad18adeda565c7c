"""graph.gexf and graph.graphml side by side, where both are asked for: the same bytes as one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import gexf, graphml
from .graph_profiles import FULL
from .prepared_graph import prepared
from .publication import Publication
from .text_file import write_side_by_side
from .xml_rows import XmlRows


def write(publication: Publication, folder: Path, options: Mapping[str, Any]) -> tuple[Path, ...]:
    """Write both files and return their paths; the options are those of `gexf.write`. Raises `ExportError`."""
    if options.get("profile", FULL) != FULL:  # then they are not of the same graph
        return *gexf.write(publication, folder, **options), *graphml.write(publication, folder)
    drawn = {name: value for name, value in options.items() if name != "profile"}
    rows, same_rows = XmlRows.of(prepared(publication)).twice()
    return write_side_by_side(
        {
            folder / gexf.FILE: gexf.document(publication, rows, **drawn),
            folder / graphml.FILE: graphml.document(same_rows),
        }
    )
