"""How fast the reader is, per format, and whether its memory stays flat: `python tests/benchmarks/bench_read.py`.

Not collected by pytest. Goals: 300 text letters and 20 PDF files a second and core.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from corpus import Input, find_inputs, read_input  # noqa: E402 - the checkout is not installed
from ontology.places import load  # noqa: E402 - as above

TESTS = ROOT / "tests"
FILES = {
    "text": [*(ROOT / "corpus" / "letters").glob("*-*.txt"), *(TESTS / "dev" / "raw").glob("*.txt")],
    "markdown": [*(TESTS / "dev" / "raw").glob("*.md")],
    "html": [*(TESTS / "dev" / "raw").glob("*.html"), *(TESTS / "corpus" / "pages").glob("*.htm*")],
    "docx": [*(TESTS / "dev" / "raw").glob("*.docx")],
    # One letter as different programs print it. Chromium draws fonts with PostScript outlines (Type 3).
    "pdf Chromium, drawn fonts": [TESTS / "dev" / "raw" / "d02.pdf"],
    "pdf Chromium, TrueType": [TESTS / "corpus" / "printed" / "chromium.pdf"],
    "pdf LibreOffice": [TESTS / "corpus" / "printed" / "libreoffice.pdf"],
    "pdf ReportLab, no font inside": [TESTS / "corpus" / "printed" / "reportlab.pdf"],
}
MIXED = 1000


def read(inputs: tuple[Input, ...]) -> Counter[str]:
    """Return how many readings had each status."""
    places = load()
    return Counter(reading.status for entry in inputs for reading in read_input(entry, places=places))


def speed(kind: str, seconds: float = 2.0) -> None:
    """Print files per second of processor time for one format."""
    inputs = find_inputs(FILES[kind])
    read(inputs)
    count, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        read(inputs)
        count += len(inputs)
    print(f"{kind:30} {count / (time.process_time() - start):7.0f} files/s")


def mixed() -> None:
    """Print what became of 1,000 mixed files, and the memory held after 100 and after all of them."""
    kinds = find_inputs([path for paths in FILES.values() for path in paths])
    inputs = tuple(kinds[number % len(kinds)] for number in range(MIXED))
    tracemalloc.start()
    found = read(inputs[:100])
    early = tracemalloc.get_traced_memory()[0]
    found += read(inputs[100:])
    late = tracemalloc.get_traced_memory()[0]
    print(f"{MIXED} mixed files: {dict(sorted(found.items()))}")
    print(f"memory held: {early / 2**20:.1f} MB after 100 files, {late / 2**20:.1f} MB after all")


if __name__ == "__main__":
    for name in FILES:
        speed(name)
    mixed()
