"""The words by which a reply letter shows its parts: loaded from cues.tsv, the reader's only word list."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from .errors import CorpusError

COLUMNS = ("kind", "word", "source")


@cache
def cues() -> Mapping[str, tuple[str, ...]]:
    """Return the cue words by kind, longest first; the head of cues.tsv says what each kind is.

    Raises CorpusError where cues.tsv lacks a column or a value.
    """
    file = resources.files(__package__) / "cues.tsv"
    lines = file.read_text(encoding="utf-8").splitlines()
    head = sum(line.startswith("#") for line in lines)
    found: dict[str, set[str]] = {}
    rows = csv.DictReader(lines[head:], delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=head + 2):
        if any(not row.get(column) for column in COLUMNS):
            raise CorpusError(
                f"cues.tsv, row {number}: 有空的单元格；请补上 · "
                f"every row needs {', '.join(COLUMNS)}; fill the empty cell"
            )
        found.setdefault(row["kind"], set()).update(row["word"].split(" "))
    return {kind: tuple(sorted(words, key=lambda word: (-len(word), word))) for kind, words in found.items()}


@cache
def either(*kinds: str) -> str:
    """Return a regular expression (a group that captures nothing) for any word of the given kinds."""
    words = sorted({word for kind in kinds for word in cues()[kind]}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"
