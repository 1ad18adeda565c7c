import csv

from publications import edge, evidence, letter, node, publication
from synthetic import publication as synthetic

from graph.export.gephi_csv import write


def read(tmp_path, published):
    """Return the rows of edges.csv and nodes.csv."""
    tables = []
    for path in write(published, tmp_path):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables.append(list(csv.DictReader(file)))
    return tables


def test_the_columns_have_the_names_that_gephi_knows(tmp_path):
    edges, nodes = read(tmp_path, synthetic(3))
    assert list(nodes[0])[:3] == ["Id", "Label", "timeset"]
    assert list(edges[0])[:8] == ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "timeset"]


def test_nothing_is_lost_and_every_end_is_a_node(tmp_path):
    published = synthetic(5)
    edges, nodes = read(tmp_path, published)
    known = {row["Id"] for row in nodes}
    assert known == {row.entity_id for row in published.tables.entities}
    assert {row["Id"] for row in edges} == {row.edge_id for row in published.tables.edges}
    assert {row[end] for row in edges for end in ("Source", "Target")} <= known


def test_years_direction_and_weight(tmp_path):
    nodes = [node("e/b", first_date="2023-05-06", last_date="2025-10-15"), node("e/a")]
    rows = [edge("e/b", "co_mention", "e/a", directed=False, weight=0), edge("e/b", "funds", "e/a", weight=2)]
    quotes = [evidence(rows[1], letter_id, f"{letter_id}-08-08") for letter_id in ("2025", "2023")]
    edges, (first, second) = read(
        tmp_path, publication(nodes, rows, [letter("2023"), letter("2025")], quotes)
    )
    together, funds = sorted(edges, key=lambda row: row["Kind"])
    assert (together["Source"], together["Type"], together["Weight"]) == ("e/a", "Undirected", "1")
    assert (funds["Source"], funds["Type"], funds["Weight"]) == ("e/b", "Directed", "2")
    assert funds["timeset"] == "<[2023-01-01, 2023-12-31]; [2025-01-01, 2025-12-31]>"
    assert (first["timeset"], second["timeset"]) == ("", "<[2023-01-01, 2025-12-31]>")


def test_no_cell_runs_as_a_formula_and_chinese_reads_right_in_excel(tmp_path):
    paths = write(
        publication([node("e/x", name="=1+1", short_name="@SUM(A1)", aliases=("+1", "乙"))]), tmp_path
    )
    content = paths[1].read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    row = next(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert (row["name"], row["Label"], row["aliases"]) == ("'=1+1", "'@SUM(A1)", "'+1|乙")
