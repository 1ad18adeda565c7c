"""A folder for what one build puts aside. It goes with the build; what a killed build left goes with the next one."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from .lock_file import LockTaken, is_abandoned, let_go, take

PREFIX = "fuwen-"
LOCK = ".fuwen-lock"
"""A file in every such folder that is locked as long as its process lives."""


class TemporaryFolder:
    """A folder in the system's temporary folder, removed when nothing refers to this any more, and at the end.

    Making one removes those of processes that something killed: they hold gigabytes, and not every system clears them.
    Raises `OSError` where none can be made.
    """

    def __init__(self) -> None:
        _remove_abandoned(Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = self.path / LOCK
        file = None
        with suppress(LockTaken, OSError):  # unlocked it is as good, but stays where its process is killed
            file = take(lock)
        weakref.finalize(self, _remove, self.path, lock, file)


def _remove_abandoned(beside: Path) -> None:
    for folder in sorted(beside.glob(f"{PREFIX}*")):
        if is_abandoned(folder / LOCK):
            shutil.rmtree(folder, ignore_errors=True)


def _remove(folder: Path, lock: Path, file: int | None) -> None:
    if file is not None:
        let_go(file, lock)  # first: Windows removes no folder of which a file is open
    shutil.rmtree(folder, ignore_errors=True)
