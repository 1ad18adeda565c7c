"""Files of trained weights, with what they were trained on beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

_DATA = frozenset({".txt", ".jsonl", ".tsv"})
"""Endings of the files that hold letters, their annotations and templates."""


def data_hash(source: Path) -> str:
    """Return the hash (SHA-256, hex) of a file, or of the names and bytes of all data in a folder."""
    files = sorted(file for file in source.rglob("*") if file.is_file()) if source.is_dir() else [source]
    digest = hashlib.sha256()
    for file in files:
        if file.suffix in _DATA:
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def write_weights(
    lines: Sequence[str], out: Path, *, trained_by: str, what: str, data: Mapping[str, str]
) -> None:
    """Write the lines, one for each of `what`, to `out` (TSV) and their provenance beside it (TOML).

    `data` holds the hashes by name, taken before training: texts that change meanwhile must not pass for its data.
    """
    text = "".join(line + "\n" for line in lines)
    out.write_text(text, encoding="utf-8", newline="\n")
    named = "".join(f'{json.dumps(name)} = "{digest}"\n' for name, digest in data.items())
    provenance = (
        'licence = "Apache-2.0"\n'
        f'trained_by = "{trained_by}"\n'
        f"{what} = {len(lines)}\n"
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n\n[data]\n{named}'
    )
    out.with_suffix(".toml").write_text(provenance, encoding="utf-8", newline="\n")
