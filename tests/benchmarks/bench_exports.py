"""Time and memory of layout, communities and every graph and table file on a large graph.

    python tests/benchmarks/bench_exports.py [--nodes 50000] [--edges-per-node 3] [--part gexf]

Each part runs in a process of its own: seconds are wall clock, memory is the peak of that process with the graph
itself and, beside it, what the graph alone takes. Every edge has one dated sentence. Issue: GEXF of 50,000 nodes and
150,000 edges in less than 4 s and 250 MB.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from synthetic import sparse_publication  # noqa: E402  (the script runs from any folder)

from graph.drawing.communities import communities  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)
from graph.drawing.layout import positions  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)
from graph.tables.graph_tables import EvidenceRow, LetterRow  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)

WRITERS = {
    "gexf": "graph.export.gexf",
    "graphml": "graph.export.graphml",
    "svg": "graph.export.svg",
    "tables": "graph.export.csv_tables",
    "gephi-csv": "graph.export.gephi_csv",
    "xlsx": "graph.export.xlsx",
    "parquet": "graph.export.parquet",
}
PARTS = ("layout", "communities", *WRITERS)
LETTERS, YEARS = 2000, 8


def dated_publication(nodes, edges_per_node):
    """Return a graph of which every node belongs to a letter and every edge has one sentence with a date."""
    published = sparse_publication(nodes, edges_per_node)
    tables = published.tables
    dates = [f"{2018 + place % YEARS}-{1 + place % 12:02}-{1 + place % 28:02}" for place in range(LETTERS)]
    letters = [
        LetterRow(
            letter_id=f"l{place}",
            source=f"l{place}.txt",
            status="reply",
            reply_date=date,
            date_basis="signature",
        )
        for place, date in enumerate(dates)
    ]
    entities = [
        replace(row, letter_ids=(f"l{place % LETTERS}",), first_date=dates[place % LETTERS])
        for place, row in enumerate(tables.entities)
    ]
    evidence = [
        EvidenceRow(
            evidence_id=f"{row.edge_id}.1",
            edge_id=row.edge_id,
            origin="letter",
            letter_id=f"l{place % LETTERS}",
            sentence_id=f"l{place % LETTERS}.{place}",
            quote=f"第{place}句：依托公共服务平台推动成果转化，会同有关单位开展试点，支持创新主体建设中试基地。",
            date=dates[place % LETTERS],
            names_in_window=2,
        )
        for place, row in enumerate(tables.edges)
    ]
    tables = replace(tables, letters=letters, entities=entities, evidence=evidence)
    return replace(published, tables=tables)


def measure(part, nodes, edges_per_node):
    """Print seconds, peak memory and memory of the graph alone, in MB, of one part."""
    published = dated_publication(nodes, edges_per_node)
    alone = peak()
    with tempfile.TemporaryDirectory() as folder:
        work = task(part, published, Path(folder))
        start = time.perf_counter()
        work()
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
    print(
        f"{part:12} {seconds:6.2f} s  peak {peak():5.0f} MB (graph alone {alone:4.0f})  file {size:6.1f} MB"
    )


def task(part, published, folder):
    tables = published.tables
    if part == "layout":
        return lambda: positions(tables.entities, tables.edges)
    if part == "communities":
        return lambda: communities(tables.entities, tables.edges)
    writer = import_module(WRITERS[part])
    return lambda: writer.write(published, folder)


def peak():
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e6 if sys.platform == "darwin" else 1024)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nodes", type=int, default=50_000)
    parser.add_argument("--edges-per-node", type=int, default=3)
    parser.add_argument("--part", choices=PARTS, help="only this one, in this process")
    options = parser.parse_args()
    if options.part:
        measure(options.part, options.nodes, options.edges_per_node)
        return
    for part in PARTS:
        command = [sys.executable, __file__, "--part", part, "--nodes", str(options.nodes)]
        done = subprocess.run(  # noqa: S603  (this script itself)
            [*command, "--edges-per-node", str(options.edges_per_node)],
            check=False,
            capture_output=True,
            text=True,
        )
        print(done.stdout.strip() or f"{part:12} {done.stderr.strip().splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    main()
