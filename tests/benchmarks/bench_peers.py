"""Our exports beside followthemoney's, from the same nodes, edges and sentences, file to file.

    python tests/benchmarks/bench_peers.py BUILD --ftm PYTHON

BUILD is the output of `fuwen build`. PYTHON is an interpreter that has followthemoney (MIT); it is no dependency of
this project, so give it an environment of its own. Every program runs as a process of its own; wall time and its
largest memory are printed, and how much it wrote. Nothing is asserted.

What the numbers do not say: followthemoney writes what its model knows (one summary per edge, no offsets, no colours,
positions or time), we write one node per sentence that proves an edge. sift-kg, the other peer, is not run: its build
takes what a language model extracted, and it needs an older typer than the one that is published.
"""

import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCHEMATA = {"organisation": "Organization", "fund": "Organization", "person": "Person", "reply": "Document"}
OURS = """
import sys
from importlib import import_module
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from graph.layout import positions
from graph.publication import Publication
from graph.read_tables import read_tables
build, out, module, drawn = Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5] == "drawn"
tables = read_tables(build)
texts = {path.stem: path.read_text(encoding="utf-8") for path in (build / "letters").glob("*.txt")}
placed = positions(tables.entities, tables.edges) if drawn else {}
given = Publication(tables=tables, texts=texts, positions=placed, base="https://example.org/id/", version="0",
                    corpus_hash="0" * 12)
import_module(module).write(given, out)
"""


def rows(build, table):
    with (build / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def identifier(text):
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def write_entities(build, path):
    """Write nodes and edges as followthemoney's JSON lines; the first sentence of an edge is its summary."""
    quotes = {}
    for row in rows(build, "evidence"):
        quotes.setdefault(row["edge_id"], row["quote"])
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows(build, "entities"):
            schema = SCHEMATA.get(row["kind"], "Thing")
            named = {"name": [row["name"]], "alias": [one for one in row["aliases"].split("|") if one]}
            entity = {"id": identifier(row["entity_id"]), "schema": schema, "properties": named}
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
        for row in rows(build, "edges"):
            said = {
                "subject": [identifier(row["source"])],
                "object": [identifier(row["target"])],
                "role": [row["relation"]],
                "summary": [quotes.get(row["edge_id"], "")],
            }
            link = {"id": identifier(row["edge_id"]), "schema": "UnknownLink", "properties": said}
            file.write(json.dumps(link, ensure_ascii=False) + "\n")


def run(name, command, written):
    """Run a command, print seconds, megabytes and what it wrote."""
    begun = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603 (the interpreters that the caller named)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    size = written.stat().st_size / 1e6 if written.exists() else 0.0
    lines = sum(1 for _ in written.open("rb")) if written.exists() else 0
    failed = "" if process.returncode == 0 else f"  exit code {process.returncode}"
    print(
        f"{name:<28} {seconds:>7.1f} s {used.ru_maxrss / 1024:>7.0f} MB {size:>8.1f} MB written, {lines} lines{failed}",
        flush=True,
    )


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("build", type=Path)
    parser.add_argument("--ftm", type=Path, required=True, metavar="PYTHON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        entities = folder / "entities.ijson"
        write_entities(asked.build, entities)
        for export, suffix in (("rdf", "nt"), ("gexf", "gexf")):
            out = folder / f"ftm.{suffix}"
            command = "import sys; from followthemoney.cli.cli import cli; cli(sys.argv[1:])"
            arguments = [f"export-{export}", "-i", str(entities), "-o", str(out)]
            run(f"followthemoney {suffix}", [str(asked.ftm), "-c", command, *arguments], out)
        for name, module, file, drawn in (
            ("fuwen ttl", "graph.export.turtle", "graph.ttl", ""),
            ("fuwen nt", "graph.export.ntriples", "graph.nt", ""),
            ("fuwen gexf, layout included", "graph.export.gexf", "graph.gexf", "drawn"),
        ):
            arguments = [str(ROOT), str(asked.build), str(folder), module, drawn]
            run(name, [sys.executable, "-c", OURS, *arguments], folder / file)


if __name__ == "__main__":
    main()
