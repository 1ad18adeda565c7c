"""The note on hidden files that a build leaves out; a single line, since they are rarely letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..terminal import say

SHOWN = 5
"""Names that the line holds."""
_LOCK = "~$"
"""How the file begins that Word lays beside a document while it is open."""
_SHORTENED = 2
"""Characters of a long name that Word writes over with `_LOCK`."""


def tell_passed_over(paths: Sequence[Path]) -> None:
    """Print a line on stderr with the count and the first names of hidden files, one for documents open in Word."""
    from corpus.inputs import by_products

    found = by_products(paths)
    if not found:
        return
    names = [f"{path.name}/" if path.is_dir() else path.name for path in found]
    more = " …" if len(names) > SHOWN else ""
    say(
        f"隐藏文件和系统文件未读 · hidden and system files passed over ({len(names)}): {_listed(names)}{more}"
    )
    if opened := sorted({_document(path) for path in found if path.name.startswith(_LOCK)} - {""}):
        say(f"正在 Word 中打开，按已保存的内容读取 · open in Word, read as last saved: {_listed(opened)}")


def _document(lock: Path) -> str:
    """Return the document beside a lock: its name follows the mark, which may have taken its beginning; or none."""
    rest = lock.name.removeprefix(_LOCK)
    for path in sorted(lock.parent.iterdir()):
        hidden = len(path.name) - len(rest)
        if path.name.endswith(rest) and 0 <= hidden <= _SHORTENED and path.name != lock.name:
            return path.name
    return ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN])
