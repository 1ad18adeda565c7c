"""Which files a build reads: files, folders, patterns and members of archives, in one order."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from .archives import member_names
from .errors import InputNotFound
from .file_names import HIDDEN, shown_name
from .left_beside import is_by_product

STATE_FOLDER = "fuwen"
MANIFEST = "manifest.json"
TABLES = (".csv", ".tsv")
IDS, IDS_HEADER = "ids.csv", b"id,kind,key,jurisdiction,merged_into"
"""The one file that a build writes among those that people keep, and how it begins (graph.link.identifiers)."""
_WRITTEN = (IDS_HEADER, b"verdict,kind,name,jurisdiction", b"source,field,value,evidence,by")
"""How the tables begin that a build and `fuwen review` write, whatever they are called (graph.link, graph.answers)."""
_OURS = ".fuwen-"
"""What is in the names of hidden files and folders that a build writes (graph.storage.build_folder)."""
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))}
"""What steers a terminal, and how it is shown; blanks and line ends are told on one line anyway."""
WORD_BODY = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Input:
    """One file to read, none of its bytes held. `member` is its name inside the archive at `path`.

    `uri` is where it is in storage that is named by URI (corpus.remote), empty for a file at `path`. `odd_name`: the
    name on the disk is not UTF-8, so that `source` is how it is shown (see `legible`). `hides_contact`: the name holds
    contact data, which `source` does not show (see `shown_inputs`).
    """

    source: str
    path: Path
    member: str | None = None
    uri: str = ""
    odd_name: bool = False
    hides_contact: bool = False


def find_inputs(paths: Sequence[Path], state: Path | None = None) -> tuple[Input, ...]:
    """Return the inputs under files, folders (recursive), patterns (letters/*.pdf) and .zip archives, sorted.

    Left out are hidden files and other by-products, the state folder `fuwen/`, the tables in another `state` folder,
    tables of ours, and folders that hold an export of ours; a file that is itself named in `paths` is always taken.
    `source` is relative to the common parent of all arguments. Raises InputNotFound for a path that does not exist and
    a pattern that matches nothing.
    """
    roots = [found for path in paths for found in _expanded(Path(path))]
    parent = _common_parent(roots)
    files: dict[Path, Path] = {}
    kept = state.resolve() if state else None
    for file in (file for root in roots for file in _files(root)):
        real = file.resolve()
        if _is_state(real, kept) and file not in roots:
            continue
        if real not in files or _absolute(file) == real:  # of a file and a link to it the file
            files[real] = file
    names = _names(list(files.values()), parent)
    return shown_inputs(entry for file, name in names.items() for entry in _entries(file, *name))


def shown_inputs(found: Iterable[Input]) -> tuple[Input, ...]:
    """Return the inputs, sorted, each under a name without contact data; names that would be one are numbered."""
    inputs = sorted(map(_plain, found))
    taken = {one.source for one in inputs}
    shown: list[Input] = []
    for one in inputs:
        name = bare = shown_name(one.source)
        if bare == one.source:
            shown.append(one)
            continue
        for number in count(2):
            if name not in taken:
                break
            path = PurePosixPath(bare)
            name = str(path.with_name(f"{path.stem}{HIDDEN}{number}{path.suffix}"))
        taken.add(name)
        shown.append(replace(one, source=name, hides_contact=True))
    return tuple(sorted(shown))


def _plain(one: Input) -> Input:
    """Return an input whose name, as it is shown, holds no character that steers a terminal."""
    plain = one.source.translate(_CONTROL)
    return one if plain == one.source else replace(one, source=plain)


def left_out(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files and folders that `find_inputs` leaves out, sorted (not those in archives).

    Hidden ones and other by-products, and the state folders below the paths or beside files among them.
    """
    found: list[Path] = []
    for root in (found for path in paths for found in _expanded(Path(path))):
        found += _left_out(root) if root.is_dir() else [root.parent / STATE_FOLDER]
    return tuple(sorted({path for path in found if path.name != STATE_FOLDER or path.is_dir()}))


def legible(name: str) -> str:
    """Return a path that can be written as UTF-8.

    A part that is not UTF-8 is read as GB18030: unzip leaves such names of archives packed on Chinese Windows. Where it
    is neither, its odd bytes are written as `\\xNN`.
    """
    return "/".join(part if _is_text(part) else _decoded(part) for part in name.split("/"))


def _is_text(name: str) -> bool:
    """Whether a name is all characters: Python shows bytes that are not UTF-8 as lone surrogates (PEP 383)."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _decoded(part: str) -> str:
    try:
        name = os.fsencode(part).decode("gb18030")
    except UnicodeDecodeError:
        name = ""
    return name if name.isprintable() and name else _escaped(part)


def _escaped(name: str) -> str:
    return os.fsencode(name).decode(errors="backslashreplace")


def _names(files: Sequence[Path], parent: Path) -> dict[Path, tuple[str, bool]]:
    """Return what every file is called, and whether that is not its name on the disk; no two have one name."""
    paths = [_absolute(file) for file in files]
    named = [path.relative_to(parent) if path.is_relative_to(parent) else path for path in paths]
    plain = {path.as_posix() for path in named}
    found: dict[Path, tuple[str, bool]] = {}
    for file, path in zip(files, named, strict=True):
        name = path.as_posix()
        if _is_text(name):
            found[file] = name, False
        else:
            shown = legible(name)
            found[file] = (_escaped(name) if shown in plain else shown), True
            plain.add(found[file][0])
    return found


def _expanded(path: Path) -> list[Path]:
    try:
        return _found(path)
    except (OSError, ValueError) as error:  # a name that is too long, ** within a name
        reason = getattr(error, "strerror", None) or error
        raise InputNotFound(
            f"{path}: 查不到这个路径；请检查写法 · cannot be looked up ({reason}); check the spelling"
        ) from error


def _found(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    if any(mark in str(path) for mark in "*?["):
        anchor = Path(path.anchor) if path.is_absolute() else Path()
        pattern = str(path.relative_to(anchor)) if path.is_absolute() else str(path)
        found = sorted(anchor.glob(pattern))
        if found:
            return found
        raise InputNotFound(
            f"{path}: 没有与它相符的文件；请检查写法，或直接写文件 · "
            "the pattern matches no file; check it, or name the files"
        )
    if '"' in str(path):
        raise InputNotFound(
            f"{path}: 没有这个文件或文件夹；在 Windows 上，引号中的路径末尾不能是 \\ · "
            "there is no such file or folder; on Windows a path in quotes must not end with \\"
        )
    raise InputNotFound(
        f"{path}: 没有这个文件或文件夹；请检查写法和当前文件夹 · "
        "there is no such file or folder; check the spelling and the current folder"
    )


def _common_parent(roots: Sequence[Path]) -> Path:
    parents = [_absolute(root) if root.is_dir() else _absolute(root).parent for root in roots]
    try:
        return Path(os.path.commonpath(parents)) if parents else Path()
    except ValueError:  # Windows: arguments on two drives have no common parent
        return Path()


def _left_out(root: Path) -> list[Path]:
    found: list[Path] = []
    for _ in _files(root, left_out=found):
        pass
    return found


def _files(
    root: Path, above: frozenset[Path] = frozenset(), left_out: list[Path] | None = None
) -> Iterator[Path]:
    """Yield the files under a path; a folder that cannot be listed is yielded itself, so that reading it tells why.

    By-products, but for those that a build of ours makes, and state folders are put into `left_out`.
    """
    if not root.is_dir():
        yield root
        return
    resolved = root.resolve()
    if resolved in above:  # a link that leads back to a folder around it
        return
    try:
        entries = sorted(root.iterdir())
    except OSError:
        yield root
        return
    for entry in entries:
        if is_by_product(entry.name):
            if left_out is not None and _OURS not in entry.name:
                left_out.append(entry)
            continue
        if not entry.is_dir():
            yield entry
        elif entry.name == STATE_FOLDER:
            if left_out is not None:
                left_out.append(entry)
        elif not _is_export(entry):
            yield from _files(entry, above | {resolved}, left_out)


def _is_state(file: Path, folder: Path | None) -> bool:
    """Whether a file is a table of the state folder, or in any folder one that a build or `fuwen review` wrote."""
    if file.suffix in TABLES and file.parent == folder:
        return True
    if file.suffix != ".csv" or not file.is_file():
        return False
    try:
        with file.open("rb") as opened:
            return opened.readline(100).removeprefix(codecs.BOM_UTF8).startswith(_WRITTEN)
    except OSError:
        return False


def _is_export(folder: Path) -> bool:
    return (folder / MANIFEST).is_file() and (folder / "tables").is_dir()


def _absolute(path: Path) -> Path:
    """Return a path as the user sees it: a link keeps its own name, wherever it leads."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (pathlib has no way to take out `..` and keep links)


def _entries(file: Path, source: str, odd_name: bool) -> Iterator[Input]:
    members = member_names(file) if file.suffix.lower() == ".zip" and file.is_file() else ()
    if WORD_BODY in members:  # a Word file under a wrong name
        members = ()
    if not members:
        yield Input(source=source, path=file, odd_name=odd_name)
    for name in members:
        if not any(map(is_by_product, PurePosixPath(name).parts)):
            yield Input(source=f"{source}!/{name}", path=file, member=name, odd_name=odd_name)
