"""How long a question to a large build takes, and how much memory: every command in a process of its own.

    python tests/benchmarks/bench_answers.py [--letters 1000] [--in FOLDER]

Letters are made up (many_letters.py) and built first; `--in` names a build that is there. `query` is asked twice with a
cache of its own: the first time the graph is loaded. Nothing is asserted. Memory is that of all processes of a command
together at their common peak (memory.py), where the system tells it.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(Path(__file__).parent)]

import many_letters  # noqa: E402  (the script runs from any folder)
from memory import PeakMemory  # noqa: E402  (as above)

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?piece a fuwen:Evidence }"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--in", type=Path, dest="folder", help="a build")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = (asked.folder or built(Path(scratch), asked.letters)).resolve()
        print(f"{'seconds':>8} {'MB':>6}")
        for command in questions(folder, Path(scratch) / "cache"):
            measure([*command, "--in", str(folder)])


def built(scratch: Path, count: int) -> Path:
    """Return the folder of a build of so many letters."""
    letters = many_letters.write(scratch / "letters", count)
    out = scratch / "build"
    measure(["build", str(letters), "--out", str(out), "--state", str(scratch / "state"), "--no-cache"])
    return out


def questions(folder: Path, cache: Path) -> Iterator[Sequence[str]]:
    """Yield the commands: about the entity that most letters name, two letters, everything."""
    name = max(_rows(folder, "entities"), key=lambda row: int(row["letter_count"]))["entity_id"]
    letters = [row["letter_id"] for row in _rows(folder, "letters") if row["status"] == "reply"]
    first, last = letters[0], letters[-1]
    yield ("show", name)
    yield ("figures", "--about", name)
    yield ("promises", "--since", "2024", "--format", "csv")
    yield ("compare", first, last)
    yield ("review",)
    yield from [("query", COUNT, "--cache", str(cache))] * 2
    yield from [("query", "departments", "--cache", str(cache))] * 2


def _rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def measure(arguments: Sequence[str]) -> None:
    """Run a command and print its line. Raises `SystemExit` where it fails."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "graph.cli", *arguments]
    made = subprocess.Popen(  # noqa: S603 (ourselves)
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=TESTS.parent
    )
    with made, PeakMemory(made) as peak:
        _, errors = made.communicate()
    seconds = time.perf_counter() - begun
    if made.returncode not in (0, 4):
        raise SystemExit(errors)
    memory = f"{peak.megabytes:.0f}" if peak.megabytes else "?"
    print(f"{seconds:>8.1f} {memory:>6}  fuwen {' '.join(arguments)[:60]}", flush=True)


if __name__ == "__main__":
    main()
