"""Warns of files in the state folder that are not read because their names are slightly wrong (decision.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

KEPT = ("decisions.csv", "facts.csv", "gazetteer.tsv", "topics.tsv", "external_ids.tsv", "ids.csv")
"""What a build reads in the state folder."""
_STEMS = {Path(name).stem: name for name in KEPT}
NEAR = 0.75
"""How alike (0-1, difflib) a name must be to be taken for another one misspelt."""


def misnamed(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that no build reads and what each should probably be called, by name.

    decisions.xlsx, decisions.csv.txt, Decisions.CSV where names tell capitals, decision.csv, facts(1).csv.
    """
    if not folder.is_dir():
        return
    found = sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~"))
    )
    read = [folder / name for name in KEPT if (folder / name).exists()]
    for path in found:
        if path.name in KEPT or any(path.samefile(one) for one in read):
            continue
        stem = path.name.lower().partition(".")[0]
        near = get_close_matches(stem, _STEMS, 1, NEAR)
        begun = [one for one in _STEMS if len(one) > len("ids") and stem.startswith(one)]
        if near or begun:
            yield path, _STEMS[(near or begun)[0]]
