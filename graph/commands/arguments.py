"""Values that several commands take, checked as the command line is read: argparse ends with 2 for a bad one."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from pathlib import Path

_YEAR = re.compile(r"(?:19|20)\d\d")


def named(text: str) -> str:
    """Return a name of something; an empty one, as an unset variable of a shell gives, would mean this very folder."""
    if not text.strip():
        raise ArgumentTypeError("is empty; name a file or folder (`.` is the current folder)")
    return text


def path_of(text: str) -> Path:
    """Return a path; see `named`."""
    return Path(named(text))


def year(text: str) -> str:
    """Return a year (yyyy) in which there may be letters, or an empty text for none."""
    if text and not _YEAR.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is no year; write it as 2023")
    return text
