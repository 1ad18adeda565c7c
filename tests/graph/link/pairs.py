"""Reads the two lists of pairs beside this file."""

from pathlib import Path

FOLDER = Path(__file__).parent


def read(name):
    """Return the rows of a TSV as dictionaries; lines that begin with # are comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [dict(zip(head, row, strict=True)) for row in rows]
