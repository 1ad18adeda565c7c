"""Archives: members by name, read under limits so that no archive can fill the memory."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from pathlib import Path, PurePosixPath

from .errors import UnreadableInput
from .records import Issue

MEMBER_LIMIT = 64 * 2**20
MEMBERS_LIMIT = 100_000
RATIO_LIMIT = 500
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


def member_names(path: Path) -> tuple[str, ...]:
    """Return the names of the files in a zip archive, sorted; () where it is no readable archive or far too large."""
    return tuple(sorted(_directory(path)))


def _directory(path: Path) -> dict[str, zipfile.ZipInfo]:
    try:
        stat = path.stat()
    except OSError:
        return {}
    return _listed(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _listed(path: Path, _changed: int, _size: int) -> dict[str, zipfile.ZipInfo]:
    """Return the members of one state of an archive: workers ask for it once per member."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return {}
    return _named(info for info in members if not info.is_dir()) if len(members) <= MEMBERS_LIMIT else {}


def _named(members: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Return the members by name; of several with one name, which archives may hold, the later ones are numbered."""
    found: dict[str, zipfile.ZipInfo] = {}
    again: list[tuple[str, zipfile.ZipInfo]] = []
    for info in members:
        if (name := _name(info)) in found:
            again.append((name, info))
        else:
            found[name] = info
    numbers: dict[str, int] = {}
    for name, info in again:
        path = PurePosixPath(name)
        for number in count(numbers.get(name, 2)):
            other = str(path.with_name(f"{path.stem}({number}){path.suffix}"))
            if other not in found:
                break
        numbers[name] = number + 1
        found[other] = info
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; some archivers write UTF-8, those on Chinese Windows GBK, and do not say so."""
    name = info.filename
    for encoding in () if info.flag_bits & _UTF8_NAME else ("utf-8", "gb18030"):
        try:
            name = info.filename.encode("cp437").decode(encoding)
            break
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts)


def read_member(path: Path, name: str, *, source: str) -> bytes:
    """Return the bytes of a member. Raises UnreadableInput for one that is encrypted, broken or beyond the limits."""
    info = _directory(path).get(name)
    if info is None:
        raise UnreadableInput(_issue(source, "missing_member", "the archive holds no such member", name))
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableInput(_issue(source, "password_protected", "the archive is password-protected", name))
    check_size(info, source=source)
    try:
        stat = path.stat()
        archive = _opened(path, stat.st_mtime_ns, stat.st_size, os.getpid())
        with archive.open(info) as member:
            data = member.read(MEMBER_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise UnreadableInput(
            _issue(source, "broken_archive", f"the member cannot be unpacked ({type(error).__name__})", name)
        ) from error
    if len(data) > MEMBER_LIMIT:
        raise UnreadableInput(_issue(source, "too_large", "the member unpacks to more than 64 MB", name))
    return data


@lru_cache(maxsize=2)
def _opened(path: Path, _changed: int, _size: int, _process: int) -> zipfile.ZipFile:
    """Return one state of an archive, opened once per process: opening it reads the names of all members.

    A process that another one was copied into must not share the place in the file that is read next.
    """
    return zipfile.ZipFile(path)


def check_size(info: zipfile.ZipInfo, *, source: str) -> None:
    """Raise UnreadableInput where a member claims to unpack to more than its size allows (zip bomb)."""
    ratio = info.file_size / max(1, info.compress_size)
    if info.file_size > MEMBER_LIMIT or (ratio > RATIO_LIMIT and info.file_size > 2**20):
        raise UnreadableInput(
            _issue(source, "archive_bomb", f"the member unpacks to {info.file_size} bytes", info.filename)
        )


def _issue(source: str, code: str, message: str, value: str) -> Issue:
    return Issue(
        source=source,
        severity="error",
        code=code,
        where="archive",
        value=value,
        message=message,
        hint="unpack the archive yourself and give the folder",
    )
