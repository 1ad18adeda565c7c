"""The notes on what a build leaves out: hidden files, and tables that people keep in a folder that it does not take.

Hidden files are told in a single line, since they are rarely letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..terminal import say
from .misnamed import KEPT

SHOWN = 5
"""Names that the line holds."""
_LOCK = "~$"
"""How the file begins that Word lays beside a document while it is open."""
_SHORTENED = 2
"""Characters of a long name that Word writes over with `_LOCK`."""


def tell_passed_over(paths: Sequence[Path], state: Path | None) -> None:
    """Print lines on stderr: the count and first names of hidden files, documents open in Word, state folders.

    Of those other than `state` every one that holds tables which nobody but people can make again.
    """
    from corpus.inputs import STATE_FOLDER, left_out

    every = left_out(paths)
    _tell_hidden([path for path in every if path.name != STATE_FOLDER])
    for folder in (path for path in every if path.name == STATE_FOLDER):
        if state is None or folder.resolve() != state.resolve():
            _tell_elsewhere(folder, state)


def _tell_elsewhere(folder: Path, state: Path | None) -> None:
    tables = [name for name in KEPT if name != "ids.csv" and (folder / name).is_file()]
    if tables:
        names = ", ".join(tables)
        say(
            f"提醒 warning: {folder}: 其中的 {names} 未采用，这次用的是 {state}；可用 --state 另指文件夹 · "
            f"{names} in it: not applied, this build takes {state}; name another folder with --state"
        )


def _tell_hidden(found: Sequence[Path]) -> None:
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
