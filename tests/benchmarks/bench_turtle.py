"""Turtle: speed against rdflib at 45,000 triples, memory at a million, shipped questions at 45,000.

Run: python tests/benchmarks/bench_turtle.py [--million]
Times are processor seconds, the best of three; memory is the peak of the resident set (not on Windows).
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pyoxigraph  # noqa: E402  (the paths come first: a benchmark runs from a bare checkout)
import rdflib  # noqa: E402  (the same)
import synthetic  # noqa: E402  (the same)

from graph import query  # noqa: E402  (the same)
from graph.export import turtle  # noqa: E402  (the same)
from ontology import questions  # noqa: E402  (the same)

SMALL_LETTERS = 25
"""About 45,000 triples."""
TRIPLES_PER_LETTER = 1840


def main() -> None:
    """Print the measurements."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        against_rdflib(folder)
        shipped_questions(folder)
        if "--million" in sys.argv:
            memory(folder, 1_000_000 // TRIPLES_PER_LETTER)


def against_rdflib(folder: Path) -> None:
    publication = synthetic.publication(SMALL_LETTERS)
    ours = best(lambda: turtle.write(publication, folder))
    graph = rdflib.Graph(bind_namespaces="none").parse(folder / turtle.FILE)
    theirs = best(lambda: graph.serialize(folder / "rdflib.ttl", format="turtle"))
    print(
        f"write {len(graph):,} triples: ours {ours:.3f} s, rdflib {theirs:.3f} s, {theirs / ours:.1f} times faster"
    )


def shipped_questions(folder: Path) -> None:
    engine = query.load(folder, "oxigraph")
    times = {name: best(lambda q=q: engine.run(q.text)) for name, q in questions.load().items()}
    slowest = max(times, key=times.__getitem__)
    print(
        f"{len(times)} questions: slowest {slowest} {times[slowest] * 1000:.0f} ms, all {sum(times.values()):.2f} s"
    )


def memory(folder: Path, letters: int) -> None:
    publication = synthetic.publication(letters)
    before = peak()
    start = time.process_time()
    turtle.write(publication, folder)
    seconds = time.process_time() - start
    size = (folder / turtle.FILE).stat().st_size / 1e6
    triples = sum(1 for _ in parsed(folder / turtle.FILE))
    print(
        f"write {triples:,} triples ({size:.0f} MB): {seconds:.1f} s, {peak() - before:.0f} MB above {before:.0f} MB"
    )


def parsed(path: Path):
    return pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)


def best(action) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def peak() -> float:
    """Return the peak of the resident set in MB; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return 0.0
    found = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
