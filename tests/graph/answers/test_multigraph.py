import subprocess
import sys
from pathlib import Path

import networkx
import pytest
from msgspec.structs import asdict
from synthetic import publication as synthetic

import graph
from graph.errors import MissingBuild
from graph.export.csv_tables import write
from graph.tables.graph_tables import EdgeRow
from graph.tables.schema import columns

ROOT = Path(__file__).parents[3]


@pytest.fixture
def build(tmp_path):
    published = synthetic(4)
    write(published, tmp_path)
    return tmp_path, published.tables


def test_a_build_comes_back_as_a_graph_with_all_attributes(build):
    folder, tables = build
    loaded = graph.load(folder)
    assert isinstance(loaded, networkx.MultiDiGraph)
    assert {name: values for name, values in loaded.nodes(data=True)} == {  # noqa: C416  (a view of pairs)
        row.entity_id: asdict(row) for row in tables.entities
    }
    for row in tables.edges:
        values = loaded.edges[row.source, row.target, row.edge_id]
        assert set(values) == {column.name for column in columns(EdgeRow)} | {"evidence"}
        assert values["weight"] == row.weight
    assert loaded.number_of_edges() == len(tables.edges)


def test_every_edge_brings_its_sentences_and_the_graph_its_letters(build):
    folder, tables = build
    loaded = graph.load(folder)
    found = sorted(piece["evidence_id"] for *_, pieces in loaded.edges(data="evidence") for piece in pieces)
    assert found == sorted(row.evidence_id for row in tables.evidence)
    assert set(loaded.graph["letters"]) == {row.letter_id for row in tables.letters}


def test_a_folder_without_a_build_is_named(tmp_path):
    with pytest.raises(MissingBuild, match="fuwen build"):
        graph.load(tmp_path / "nowhere")


def test_the_five_lines_of_the_readme_run_in_another_folder(build, tmp_path_factory):
    folder, tables = build
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from graph import load\n"
        "g = load(sys.argv[2])\n"
        "funds = [n for n, kind in g.nodes(data='kind') if kind == 'fund']\n"
        "print(*sorted(g.nodes[n]['name'] for n in funds), sep='\\n')\n"
    )
    done = subprocess.run(  # noqa: S603  (our own interpreter, our own program)
        [sys.executable, "-X", "utf8", "-c", program, str(ROOT), str(folder)],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines() == sorted(row.name for row in tables.entities if row.kind == "fund")


def test_importing_the_package_loads_no_library():
    program = "import sys, graph; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0  # noqa: S603  (as above)
