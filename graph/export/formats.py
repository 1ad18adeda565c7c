"""Every output format: who writes it, and what the rest of the program must know of it. A new format is a row here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..errors import UsageError
from .extras import library


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: `module` has a `write(publication, folder)` (`publication.Writer`).

    `usual`: written where nobody names formats. `thinned`: without what --min-letters leaves out; others keep
    everything. `bounded`: for graph programs, and of a large graph the foremost part alone. `library`: what it needs
    that only an extra of the format's name installs. `prepares`: what it shares with others of the same, so that one
    process writes them all.
    """

    module: str
    usual: bool = True
    thinned: bool = False
    bounded: bool = False
    library: str = ""
    prepares: Literal["", "graph", "places"] = ""
    cost: int = 1
    """How long it takes, one against another, as measured on 1,000 letters."""
    letter_bytes: int = 0
    """What it takes on disk for a letter of 2,100 characters: measured on the benchmark's letters; 0 for small ones."""


FORMATS: Mapping[str, Format] = {
    "tables": Format(module="graph.export.csv_tables", letter_bytes=210_000),
    "ttl": Format(module="graph.export.turtle", thinned=True, cost=10, letter_bytes=430_000),
    "html": Format(
        module="graph.export.html.page", thinned=True, prepares="places", cost=7, letter_bytes=20_000
    ),
    "gexf": Format(
        module="graph.export.gexf",
        thinned=True,
        bounded=True,
        prepares="graph",
        cost=4,
        letter_bytes=150_000,
    ),
    "graphml": Format(
        module="graph.export.graphml",
        thinned=True,
        bounded=True,
        prepares="graph",
        cost=3,
        letter_bytes=130_000,
    ),
    "svg": Format(module="graph.export.svg", thinned=True, prepares="places"),
    "ontology": Format(module="graph.export.reference"),
    "nt": Format(module="graph.export.ntriples", usual=False, thinned=True, cost=18, letter_bytes=1_250_000),
    "nq": Format(module="graph.export.nquads", usual=False, thinned=True, cost=18, letter_bytes=1_650_000),
    "gephi": Format(
        module="graph.export.gephi_csv",
        usual=False,
        thinned=True,
        bounded=True,
        prepares="graph",
        cost=3,
        letter_bytes=60_000,
    ),
    "xlsx": Format(module="graph.export.xlsx", usual=False, library="openpyxl"),
    "parquet": Format(module="graph.export.parquet", usual=False, library="pyarrow", letter_bytes=60_000),
    "png": Format(
        module="graph.export.png", usual=False, thinned=True, library="resvg_py", prepares="places"
    ),
}
"""By the name that --format takes, in the order in which one process writes them."""


def wanted(names: Sequence[str]) -> tuple[str, ...]:
    """Return the formats that are written where these are named: the tables always, none named: the usual ones.

    Raises `UsageError` for a name that is no format's.
    """
    for name in names:
        if name not in FORMATS:
            raise UsageError(
                f"--format {name}: 没有这种格式，可用的有 · no such format, known are: {', '.join(FORMATS)}"
            )
    if not names:
        return tuple(name for name, one in FORMATS.items() if one.usual)
    return tuple(dict.fromkeys((*names, "tables")))


def refuse_missing(names: Iterable[str]) -> None:
    """Raise `UsageError` for a format whose library is not installed: before a build, not at its end."""
    for name in names:
        if FORMATS[name].library:
            library(FORMATS[name].library, extra=name)
