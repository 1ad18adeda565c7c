"""Our exports beside those of followthemoney and sift-kg, from the same nodes, edges and sentences.

    python tests/benchmarks/bench_peers.py BUILD [--ftm PYTHON] [--sift PYTHON]

BUILD is the output of `fuwen build`. PYTHON is an interpreter that has followthemoney (MIT), or sift-kg (MIT; it needs
typer<0.16); they are no dependencies of this project, so give each an environment of its own. Every program runs as a
process of its own; wall time and its largest memory are printed, and how much it wrote. Nothing is asserted.

What the numbers do not say: followthemoney writes what its model knows (one summary per edge, no offsets, no colours,
positions or time), we write one node per sentence that proves an edge. sift-kg is given our names and relations of each
letter in place of what a language model would extract; it merges names by itself, and drops those without a relation.
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
OFFLINE = {**os.environ, "LITELLM_LOCAL_MODEL_COST_MAP": "True", "HF_HUB_OFFLINE": "1"}
"""Without these sift-kg waits for a network that is not there."""
SCHEMATA = {"organisation": "Organization", "fund": "Organization", "person": "Person", "reply": "Document"}
OURS = """
import sys
from importlib import import_module
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from graph.drawing.layout import positions
from graph.export.publication import Publication
from graph.tables.read_tables import read_tables
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


def write_extractions(build, folder):
    """Write names and relations of each letter as sift-kg's extractions."""
    names = {row["entity_id"]: row["name"] for row in rows(build, "entities")}
    ends = {
        row["edge_id"]: (row["source"], row["relation"], row["target"])
        for row in rows(build, "edges")
        if row["source"] in names and row["target"] in names
    }
    letters = {}
    for row in rows(build, "mentions"):
        if row["entity_id"] in names:
            one = {"name": names[row["entity_id"]], "entity_type": row["kind"].upper(), "confidence": 0.9}
            letters.setdefault(row["letter_id"], ({}, []))[0][one["name"]] = one
    for row in rows(build, "evidence"):
        if row["letter_id"] in letters and row["edge_id"] in ends:
            source, relation, target = ends[row["edge_id"]]
            letters[row["letter_id"]][1].append(
                {
                    "relation_type": relation.upper(),
                    "source_entity": names[source],
                    "target_entity": names[target],
                    "confidence": 0.9,
                    "evidence": row["quote"],
                }
            )
    (folder / "extractions").mkdir()
    for number, (letter_id, (entities, relations)) in enumerate(sorted(letters.items())):
        extraction = {
            "document_id": letter_id,
            "document_path": f"{number}.txt",
            "chunks_processed": 1,
            "entities": [*entities.values()],
            "relations": relations,
        }
        path = folder / "extractions" / f"{number}.json"
        path.write_text(json.dumps(extraction, ensure_ascii=False), encoding="utf-8", newline="\n")


def run(name, command, folder, written):
    """Run a command in a folder, print seconds, megabytes and what it wrote."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=OFFLINE, stdout=subprocess.DEVNULL)  # noqa: S603 (the interpreters that the caller named)
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
    parser.add_argument("--ftm", type=Path, metavar="PYTHON")
    parser.add_argument("--sift", type=Path, metavar="PYTHON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if asked.ftm:
            run_followthemoney(asked.ftm, asked.build, folder)
        if asked.sift:
            run_sift(asked.sift, asked.build, folder)
        for name, module, file, drawn in (
            ("fuwen ttl", "graph.export.turtle", "graph.ttl", ""),
            ("fuwen nt", "graph.export.ntriples", "graph.nt", ""),
            ("fuwen gexf, layout included", "graph.export.gexf", "graph.gexf", "drawn"),
            ("fuwen html, layout included", "graph.export.html.page", "graph.html", "drawn"),
        ):
            arguments = [str(ROOT), str(asked.build.resolve()), str(folder), module, drawn]
            run(name, [sys.executable, "-c", OURS, *arguments], folder, folder / file)


def run_followthemoney(python, build, folder):
    entities = folder / "entities.ijson"
    write_entities(build, entities)
    for export, suffix in (("rdf", "nt"), ("gexf", "gexf")):
        out = folder / f"ftm.{suffix}"
        command = "import sys; from followthemoney.cli.cli import cli; cli(sys.argv[1:])"
        arguments = [f"export-{export}", "-i", str(entities), "-o", str(out)]
        run(f"followthemoney {suffix}", [str(python), "-c", command, *arguments], folder, out)


def run_sift(python, build, folder):
    write_extractions(build, folder)
    page = folder / "sift.html"
    for step, arguments, written in (
        ("build", [], folder / "graph_data.json"),
        ("view", ["--to", str(page), "--no-open"], page),
    ):
        command = [str(python), "-m", "sift_kg", step, "-o", str(folder), *arguments]
        run(f"sift-kg {step}", command, folder, written)


if __name__ == "__main__":
    main()
