"""The title of a reply in what a page or a file is called: a site's name behind it, marks of a download around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .file_names import HIDDEN
from .shapes import fold, is_title

_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|--+")
_HYPHEN = re.compile("[-–—]")
# 01.关于…的答复(1).html: where a file stood in a list, and that it was saved twice.
_NUMBERED = re.compile(r"^[0-9]{1,3}[\s.．、_-]+")
_AGAIN = re.compile(r"\s*[（(][0-9]{1,2}[)）]$")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,7}$")


def headline(title: str) -> str:
    """Return the title of a reply that the title of a page begins with, "" where it begins with none."""
    return next((words for words in _beginnings(title) if is_title(fold(words))), "")


def title_of_file(source: str) -> str:
    """Return the title of a reply that a file is named after, "" where it is not, or not shown in full."""
    name = _SUFFIX.sub("", source.rpartition("/")[2])
    return "" if HIDDEN in name else headline(_AGAIN.sub("", _NUMBERED.sub("", name)))


def _beginnings(title: str) -> Iterator[str]:
    """Yield what may be a headline, the longest first; a hyphen may part it from the name of the site, too."""
    words = _SITE.split(title)[0].strip()
    yield words
    for mark in reversed(list(_HYPHEN.finditer(words))):
        yield words[: mark.start()].strip()
