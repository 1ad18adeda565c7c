"""The bytes of an input: a file, a member of an archive, or what stands behind a URI."""

from __future__ import annotations

from .archives import read_member
from .errors import UnreadableInput
from .formats.read import SIZE_LIMIT, too_large
from .formats.refusal import refusal
from .inputs import Input
from .remote import read_remote


def bytes_of(source: Input) -> bytes:
    """Return the bytes of an input. Raises `UnreadableInput` (why, next step), also for more than `SIZE_LIMIT`."""
    if source.member is not None:
        return read_member(source.path, source.member, source=source.source)
    try:
        if source.uri:
            return _limited(read_remote(source.uri, SIZE_LIMIT), source)
        if source.path.exists() and not (source.path.is_file() or source.path.is_dir()):
            why = "this is a pipe or device, no file"  # reading it would wait for ever
            raise UnreadableInput(refusal(source.source, "unreadable", why, "give the letter as a file"))
        if source.path.stat().st_size > SIZE_LIMIT:
            raise too_large(source.source)
        return source.path.read_bytes()
    except OSError as error:
        issue = refusal(
            source.source,
            "unreadable",
            f"the file cannot be opened ({type(error).__name__})",
            "check that it exists and may be read",
        )
        raise UnreadableInput(issue) from error


def _limited(data: bytes, source: Input) -> bytes:
    if len(data) > SIZE_LIMIT:
        raise too_large(source.source)
    return data
