"""The letters' texts of a finished build: `letters/<letter_id>.txt`, which every offset in the tables points into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import MissingBuild

TEXT_FOLDER = "letters"


def read_texts(folder: Path, letter_ids: Iterable[str]) -> dict[str, str]:
    """Return the texts by letter_id. Raises `MissingBuild` where one is missing or not UTF-8."""
    return {letter_id: _read(folder / TEXT_FOLDER / f"{letter_id}.txt") for letter_id in letter_ids}


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:  # newline="": offsets count every character
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise MissingBuild(
            f"{path}: 读不到；请重新构建，或用 --in 指明输出文件夹 · "
            f"cannot be read ({error}); build again, or name the build with --in"
        ) from error
