"""graph.png: graph.svg as an image of points, for programs that know no SVG. Needs the extra `png` (resvg).

The letters are drawn with a font of this machine; so the image may differ from machine to machine, unlike the SVG.
"""

from __future__ import annotations

from pathlib import Path

from .extras import library
from .publication import Publication
from .svg import drawn
from .text_file import writing

FILE = "graph.png"
WIDTH = 2400
"""Width in points: a page of a report at 300 points an inch."""


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.png and return its path. Raises `ExportError`, and `UsageError` where the library is missing."""
    resvg = library("resvg_py", extra="png")
    path = folder / FILE
    image = bytes(resvg.svg_to_bytes(svg_string=drawn(publication), width=WIDTH))
    with writing(path):
        path.write_bytes(image)
    return (path,)
