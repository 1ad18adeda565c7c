"""Archives: members by name, read under limits so that no archive can fill the memory."""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

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
    return (
        {_name(info): info for info in members if not info.is_dir()} if len(members) <= MEMBERS_LIMIT else {}
    )


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; archivers on Chinese Windows write GBK and do not say so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.filename
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
        with zipfile.ZipFile(path) as archive, archive.open(info) as member:
            data = member.read(MEMBER_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise UnreadableInput(
            _issue(source, "broken_archive", f"the member cannot be unpacked ({type(error).__name__})", name)
        ) from error
    if len(data) > MEMBER_LIMIT:
        raise UnreadableInput(_issue(source, "too_large", "the member unpacks to more than 64 MB", name))
    return data


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
