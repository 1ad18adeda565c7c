"""Letters in storage that is named by URI (file://, s3://, abfs://, hdfs://, smb:// …), listed and read by fsspec.

An extra: `pip install 'fuwen[dask]'` brings fsspec; of each kind of storage it names the driver that it needs. So the
workers of a cluster, which have no folder in common, read the same letters. Nothing is connected to unless named so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from .errors import InputNotFound
from .inputs import STATE_FOLDER, Input, shown_inputs
from .left_beside import is_by_product

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_MAGIC = re.compile(r"[*?\[]")


def is_uri(text: str) -> bool:
    """Return whether an argument names storage by URI; `C:\\letters` and `letters/` do not."""
    return _URI.match(text) is not None


def find_remote(uris: Sequence[str]) -> tuple[Input, ...]:
    """Return the files that URIs of files, folders (recursive) or patterns name, sorted.

    `source` is relative to the one folder that is named; where there are several, the whole URI. Hidden files and the
    state folder `fuwen/` are left out. Raises InputNotFound: nothing there, or storage that cannot be reached.
    """
    found: dict[str, Input] = {}
    for uri in uris:
        for name, whole in _listed(uri):
            source = name if len(uris) == 1 else whole
            found[whole] = Input(source=source, path=Path(name), uri=whole)
    return shown_inputs(found.values())


def read_remote(uri: str, most: int) -> bytes:
    """Return the bytes of a file, `most` + 1 of them where it is longer. Raises OSError."""
    storage, path = _storage(uri)
    with storage.open(path, "rb") as file:
        data: bytes = file.read(most + 1)
    return data


def _listed(uri: str) -> Iterator[tuple[str, str]]:
    """Yield the name below what the URI names, and the whole URI, of every file."""
    try:
        storage, root = _storage(uri)
        files = _files(storage, root)
        above = PurePosixPath(
            _MAGIC.split(root, maxsplit=1)[0].rpartition("/")[0] if _MAGIC.search(root) else root
        )
    except (OSError, ValueError, ImportError) as error:  # ValueError: a protocol that fsspec does not know
        raise InputNotFound(
            f"{uri}: 列不出其中的文件；请检查地址与权限 · cannot be listed ({error}); check address and rights"
        ) from error
    if not files:
        raise InputNotFound(
            f"{uri}: 没有这个文件或文件夹，或其中是空的；请检查地址 · "
            "there is no such file or folder, or it is empty; check the address"
        )
    for path in sorted(files):
        below = PurePosixPath(path)
        name = (
            below.relative_to(above)
            if below != above and below.is_relative_to(above)
            else PurePosixPath(below.name)
        )
        hidden = any(is_by_product(part) or part == STATE_FOLDER for part in name.parts)
        if not hidden:
            yield name.as_posix(), storage.unstrip_protocol(path)


def _files(storage: Any, root: str) -> list[str]:
    if _MAGIC.search(root):
        return [path for path in storage.glob(root) if storage.isfile(path)]
    return [root] if storage.isfile(root) else list(storage.find(root))


def _storage(uri: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 (an extra: most installations lack it)
    except ImportError as error:
        raise InputNotFound(
            f"{uri}: 按网址读取需要 fsspec，请运行 · reading by URI needs fsspec, run: pip install 'fuwen[dask]'"
        ) from error
    storage, path = url_to_fs(uri)
    return storage, path
