"""Files that an operating system or an office program leaves in a folder: no letters."""

from __future__ import annotations

from .cues import cues


def is_by_product(name: str) -> bool:
    """Return whether a file or folder of this name is hidden, a lock, a store of thumbnails or a shortcut."""
    small = name.lower()
    known = small in cues()["by_product"] or small.endswith(cues()["by_product_end"])
    return known or name.startswith((".", "~$"))
