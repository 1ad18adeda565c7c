"""Whether a large build will find room on disk: told before letters are read, not hours later when the disk is full."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from ..export.formats import FORMATS, wanted
from ..storage.spool import MANY

TEMPORARY = 550_000
"""Bytes per letter that the temporary folder holds at its fullest: 4,000 letters, whose page is dealt out to parts."""
MOST_BOUNDED = 2_000
"""Letters of which files that hold a part of a large graph are no larger than of more."""
_GIGABYTE = 1e9


def little_room(inputs: int, formats: Sequence[str], out: Path) -> Iterator[str]:
    """Yield a sentence for every disk that a build of so many inputs will probably fill; none for a small build."""
    if inputs < MANY:
        return
    needs = (
        (_there(out), out, _bytes_written(inputs, formats)),
        (_there(Path(tempfile.gettempdir())), Path(tempfile.gettempdir()), inputs * TEMPORARY),
    )
    disk = itemgetter(0)
    by_disk = sorted(((there.stat().st_dev, there, folder, size) for there, folder, size in needs), key=disk)
    for _, same in groupby(by_disk, key=disk):
        some = list(same)
        size, free = sum(one[-1] for one in some), shutil.disk_usage(some[0][1]).free
        if free < size:
            yield _told(" + ".join(str(folder) for _, _, folder, _ in some), size, free)


def _bytes_written(inputs: int, formats: Sequence[str]) -> int:
    """Return the bytes of all formats; tables are always written."""
    return sum(
        one.letter_bytes * (min(inputs, MOST_BOUNDED) if one.bounded else inputs)
        for one in map(FORMATS.__getitem__, wanted(formats))
    )


def _there(folder: Path) -> Path:
    """Return the folder, or the nearest above it that exists."""
    real = folder.absolute()
    return next(one for one in (real, *real.parents) if one.exists())


def _told(places: str, size: int, free: int) -> str:
    needed, left = (f"{number / _GIGABYTE:,.0f} GB" for number in (size, free))
    return (
        f"{places}: 约需 {needed}，磁盘只剩 {left}；请少写几种格式（--format tables,html），"
        "或换一个磁盘（--out、TMPDIR） · "
        f"some {needed} will be needed, {left} are free: name fewer formats (--format tables,html), "
        "or another disk (--out, TMPDIR)"
    )
