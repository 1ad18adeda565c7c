"""graph.png: graph.svg as an image of points, for programs that know no SVG. Needs the extra `png` (resvg).

The letters are drawn with a font of this machine; so the image may differ from machine to machine, unlike the SVG.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import ExportError
from .extras import library
from .publication import Publication
from .svg import drawn

FILE = "graph.png"
WIDTH = 2400
"""Width in points: a page of a report at 300 points an inch."""


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.png and return its path. Raises `ExportError`, and `UsageError` where the library is missing."""
    resvg = library("resvg_py", extra="png")
    path = folder / FILE
    try:
        image = bytes(resvg.svg_to_bytes(svg_string=drawn(publication), width=WIDTH))
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(image)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); close programs that use it, check rights and space"
        ) from error
    return (path,)
