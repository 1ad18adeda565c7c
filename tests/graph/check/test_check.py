"""`fuwen check`: a build that was touched is found out, with file, row and what stands there."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from changed import replace
from rdflib import Graph
from rdflib.compare import isomorphic
from two_letters import BASE, FIRST, two_letters

from corpus import bundled_letters
from graph import cli
from graph.check import check, render, shapes
from graph.errors import MissingBuild
from graph.export import csv_tables, foremost, gephi_csv, gexf, graphml, nquads, ntriples, turtle
from graph.export.foremost import Size
from graph.export.html import page
from graph.run.progress import Progress
from graph.storage import spool

pytest.importorskip("pyshacl", reason="one part of the check needs pyshacl (extra check)")


FOR_PROGRAMS = ["graph.gexf", "graph.graphml", "gephi/nodes.csv", "gephi/edges.csv"]
GRAPH_FILES = ["graph.ttl", "graph.nt", "graph.nq", *FOR_PROGRAMS[:2], "gephi/edges.csv", "graph.html"]


def publish(folder, publication):
    """Write a build as `fuwen build` lays it out: tables, texts, graph files, manifest."""
    folder.mkdir(exist_ok=True)
    for module in (csv_tables, turtle, ntriples, nquads, gexf, graphml, gephi_csv, page):
        module.write(publication, folder)
    (folder / "letters").mkdir(exist_ok=True)
    for letter_id, text in publication.texts.items():
        (folder / "letters" / f"{letter_id}.txt").write_text(text, encoding="utf-8", newline="")
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    tables = publication.tables
    manifest = {
        "fuwen": publication.version,
        "counts": tables.counts(),
        "files": {name: {"sha256": digest(path)} for name, path in files.items() if name != "manifest.json"},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "build"
    publish(folder, two_letters())
    return folder


@pytest.fixture
def build(published, tmp_path):
    return Path(shutil.copytree(published, tmp_path / "build"))


def violations(folder, *, shapes=False):
    return [
        (finding.part, finding.where, finding.message_en)
        for finding in check(folder, shapes=shapes).violations
    ]


def changed(publication, **rows):
    return replace(publication, tables=replace(publication.tables, **rows))


def test_a_build_as_it_was_written_is_clean(build):
    report = check(build)
    assert report.exit_code == 0, render(report)
    assert report.checked["quotes"] == 34
    assert report.checked["evidence"] == len(two_letters().tables.edges)
    assert report.checked["files"] > 15
    assert not report.skipped
    assert render(report).endswith("通过 clean\n")


def test_warnings_do_not_make_a_build_fail(build):
    warnings = [finding for finding in check(build).findings if finding.severity == "warning"]
    assert "has no date" in {finding.message_en for finding in warnings}


def test_a_letter_that_was_edited_is_found_out_twice(build):
    path = build / "letters" / f"{FIRST}.txt"
    path.write_text("一" + path.read_text(encoding="utf-8"), encoding="utf-8")
    found = violations(build)
    assert ("files", f"letters/{FIRST}.txt", "was changed after it was built; build again") in found
    assert any(part == "quotes" and where == "tables/evidence.csv, row 2" for part, where, _ in found)


def test_a_missing_letter_is_reported_and_does_not_stop_the_check(build):
    (build / "letters" / f"{FIRST}.txt").unlink()
    found = violations(build)
    assert ("files", f"letters/{FIRST}.txt", "is missing; build again") in found
    assert any(message == f"there is no letter {FIRST!r}" for _, _, message in found)


def test_a_quote_beside_its_offsets_is_named_with_its_row(tmp_path):
    publication = two_letters()
    rows = publication.tables.evidence
    at = next(number for number, row in enumerate(rows) if row.quote)
    moved = replace(rows[at], start=rows[at].start + 1)
    publish(tmp_path / "b", changed(publication, evidence=(*rows[:at], moved, *rows[at + 1 :])))
    ((part, where, message),) = violations(tmp_path / "b")
    assert (part, where) == ("quotes", f"tables/evidence.csv, row {at + 2}")
    assert message.startswith(f"quotes {moved.quote[:40]!r}, the letter has")


def test_a_quote_of_a_letter_without_its_place_is_found(tmp_path):
    publication = two_letters()
    rows = publication.tables.evidence
    at = next(number for number, row in enumerate(rows) if row.quote)
    lost = replace(rows[at], start=None, end=None)
    publish(tmp_path / "b", changed(publication, evidence=(*rows[:at], lost, *rows[at + 1 :])))
    told = [(part, where, message) for part, where, message in violations(tmp_path / "b") if part == "quotes"]
    assert told == [("quotes", f"tables/evidence.csv, row {at + 2}", "offsets -1–-1 leave the text")]


def test_what_people_state_of_a_letter_needs_no_place_in_it(tmp_path, capsys):
    letter = Path(str(bundled_letters())) / "cppcc-2024232.txt"
    (tmp_path / "facts.csv").write_text(
        "source,field,value,evidence,by\ncppcc-2024232.txt,department,福田区科技和工业信息化局,电话,me\n",
        encoding="utf-8",
    )
    out = str(tmp_path / "exports")
    assert cli.main(["build", str(letter), "--state", str(tmp_path), "--out", out, "--format", "ttl"]) == 0
    assert cli.main(["check", "--in", out]) == 0, capsys.readouterr().out
    note = 'fuwen:note "me 在 facts.csv 中填写 · stated in facts.csv by me"'
    assert note in (tmp_path / "exports" / "graph.ttl").read_text(encoding="utf-8")


def test_an_edge_without_evidence_and_evidence_without_edge_are_found(tmp_path):
    publication = two_letters()
    publish(tmp_path / "a", changed(publication, evidence=publication.tables.evidence[1:]))
    assert [message for _, _, message in violations(tmp_path / "a")] == ["has no evidence"]
    publish(tmp_path / "b", changed(publication, edges=publication.tables.edges[1:]))
    lost = publication.tables.edges[0].edge_id
    assert f"there is no edge {lost!r}" in [message for _, _, message in violations(tmp_path / "b")]


def test_an_edge_to_nowhere_is_found(tmp_path):
    publication = two_letters()
    edges = (replace(publication.tables.edges[0], target="e/无"), *publication.tables.edges[1:])
    broken = changed(publication, edges=edges)
    publish(tmp_path / "b", publication)
    csv_tables.write(broken, tmp_path / "b")
    assert "e/无 is not in entities.csv" in [message for _, _, message in violations(tmp_path / "b")]


@pytest.mark.parametrize("file", GRAPH_FILES)
def test_a_graph_file_of_another_build_differs_in_its_counts(tmp_path, file):
    publication = two_letters()
    kept = publication.tables.edges[:-1]
    fewer = changed(
        publication,
        edges=kept,
        evidence=[
            row for row in publication.tables.evidence if row.edge_id in {edge.edge_id for edge in kept}
        ],
    )
    publish(tmp_path / "whole", publication)
    publish(tmp_path / "fewer", fewer)
    (tmp_path / "whole" / file).write_bytes((tmp_path / "fewer" / file).read_bytes())
    found = violations(tmp_path / "whole")
    assert ("counts", file, f"has {len(kept)} edges and not {len(kept) + 1}; build again") in found


@pytest.mark.parametrize("file", GRAPH_FILES)
def test_a_graph_file_that_is_cut_off_is_reported_not_raised(build, file):
    content = (build / file).read_bytes()
    (build / file).write_bytes(content[: len(content) // 2])
    found = violations(build, shapes=True)
    assert ("files", file, "was changed after it was built; build again") in found
    cut_off = [message for part, where, message in found if (part, where) == ("counts", file)]
    if not file.endswith(
        (".html", ".csv")
    ):  # the page's nodes stand in its first half, half of a table is a table
        assert "cannot be read" in cut_off[0]


@pytest.mark.parametrize(
    ("node", "old", "new", "says", "tables"),
    [
        (
            "evidence/r01.1",
            r'fuwen:quote "[^"]+"',
            'fuwen:quote "伪造"',
            "quote '伪造'",
            "quote '一、关于设立种子基金的建议'",
        ),
        ("evidence/r01.1", "fuwen:begin 0", "fuwen:begin 3", "begin '3'", "begin '0'"),
        ("sentence/江宁区-cppcc-5-3-034-x.2", "fuwen:end 3[0-9]", "fuwen:end 99", "end '99'", "end '3"),
        (
            "mention/江宁区-cppcc-5-2-021-区科技局.m14",
            "inSentence [^ ]+",
            "inSentence sentence:x",
            "inSentence ",
            "inSentence ",
        ),
        ("e/江宁区科技局", "    fuwen:answered [^\n]+\n", "", "—", "answered "),
        ("e/江宁区科技局", "fuwen:established ", "fuwen:leads ", "leads ", "established "),
        ("e/江宁种子基金", "    fuwen:coMentionedWith [^\n]+\n", "", "—", "coMentionedWith "),
        (
            "e/江宁种子基金",
            "fuwen:letterCount 2",
            "fuwen:letterCount 99",
            "letterCount '99'",
            "letterCount '2'",
        ),
        ("edge/r90", "fuwen:weight 2", "fuwen:weight 7", "weight '7'", "weight '2'"),
        (
            "edge/r10",
            "fuwen:relationType [^ ]+",
            "fuwen:relationType fuwen:leads",
            "relationType ",
            "relationType ",
        ),
        ("edge/r10", "status-[a-z]+", "status-planned", "status ", "status "),
        ("edge/r10", "certainty-[a-z]+", "certainty-suggested", "certainty ", "certainty "),
        ("evidence/r01.1", "strength-[a-z]+", "strength-implied", "strength ", "strength "),
        ("passage/p01", "fuwen:letterCount 2", "fuwen:letterCount 3", "letterCount '3'", "letterCount '2'"),
    ],
)
def test_a_statement_that_the_tables_do_not_make_is_named_with_its_node(build, node, old, new, says, tables):
    path = build / "graph.ttl"
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    at = next(
        number for number, block in enumerate(blocks) if block.startswith(node.replace("/", ":", 1) + " ")
    )
    blocks[at] = re.sub(old, new, blocks[at])
    path.write_text("\n\n".join(blocks), encoding="utf-8", newline="")
    ((where, message),) = [
        (where, message) for part, where, message in violations(build) if part == "statements"
    ]
    assert where == f"graph.ttl, {BASE}{node}"
    assert message.startswith(f"says {says}")
    assert f", the tables say {tables}" in message


def test_a_node_that_is_not_in_the_graph_and_one_that_is_in_no_table_are_named(build):
    path = build / "graph.ttl"
    text = path.read_text(encoding="utf-8").replace("evidence:r01.1 a", "evidence:r99.1 a")
    path.write_text(text, encoding="utf-8", newline="")
    found = [where for part, where, _ in violations(build) if part == "statements"]
    assert found == [f"graph.ttl, {BASE}evidence/r99.1", f"graph.ttl, {BASE}evidence/r01.1"]


def test_a_node_that_stands_in_two_places_is_named(build):
    path = build / "graph.ttl"
    again = "\nedge:r10 fuwen:weight 7 .\n"
    path.write_text(path.read_text(encoding="utf-8") + again, encoding="utf-8", newline="")
    ((where, message),) = [
        (where, message) for part, where, message in violations(build) if part == "statements"
    ]
    assert where == f"graph.ttl, {BASE}edge/r10"
    assert message.startswith("says weight '7', the tables say —")


def test_a_large_build_whose_rows_are_kept_on_disk_is_checked_as_a_small_one(build, monkeypatch):
    path = build / "graph.ttl"
    text = path.read_text(encoding="utf-8").replace("evidence:r01.1 a", "evidence:r99.1 a")
    path.write_text(text.replace("fuwen:weight 1 ", "fuwen:weight 3 ", 2), encoding="utf-8", newline="")
    in_memory = violations(build)
    monkeypatch.setattr(spool, "MANY", 1)
    monkeypatch.setattr(spool, "MANY_ROWS", 1)
    assert violations(build) == in_memory
    assert sum(part == "statements" for part, _, _ in in_memory) == 4


def test_of_very_many_nodes_that_differ_some_are_named(build):
    path = build / "graph.ttl"
    text = path.read_text(encoding="utf-8").replace("fuwen:begin ", "fuwen:end ")
    path.write_text(text, encoding="utf-8", newline="")
    assert sum(part == "statements" for part, _, _ in violations(build)) == 20


def test_a_graph_with_fewer_co_mentions_is_compared_with_those_it_was_asked_for(tmp_path):
    publication = two_letters()
    publish(tmp_path / "b", publication)
    kept = [edge for edge in publication.tables.edges if edge.relation != "co_mention"]
    ids = {edge.edge_id for edge in kept}
    fewer = [row for row in publication.tables.evidence if row.edge_id in ids]
    turtle.write(changed(publication, edges=kept, evidence=fewer), tmp_path / "b")
    manifest = tmp_path / "b" / "manifest.json"
    said = {**json.loads(manifest.read_text(encoding="utf-8")), "min_letters": 3}
    manifest.write_text(json.dumps(said), encoding="utf-8")
    assert [part for part, _, _ in violations(tmp_path / "b") if part == "statements"] == []


@pytest.fixture
def bounded(tmp_path):
    """A build whose files for graph programs have room for ten nodes and six edges."""
    publication = two_letters()
    folder = tmp_path / "bounded"
    publish(folder, publication)
    for module in (gexf, graphml, gephi_csv):
        module.write(replace(publication, room=Size(10, 6)), folder)
    say(folder, graph_files={"nodes": 10, "edges": 6})
    return folder


def say(folder, **more):
    """State more in the manifest, and the hashes of the graph files as they are now."""
    path = folder / "manifest.json"
    said = json.loads(path.read_text(encoding="utf-8")) | more
    for name in (*FOR_PROGRAMS, "graph.html"):
        said["files"][name] = {"sha256": digest(folder / name)}
    path.write_text(json.dumps(said), encoding="utf-8")


def test_files_for_graph_programs_that_hold_a_part_are_compared_with_that_part(bounded):
    assert violations(bounded) == []


@pytest.mark.parametrize("name", ["graph.gexf", "graph.graphml"])
@pytest.mark.parametrize(("element", "plural", "left"), [("node", "nodes", 10), ("edge", "edges", 6)])
def test_what_is_missing_in_a_part_is_found(bounded, name, element, plural, left):
    path = bounded / name
    text = re.sub(rf"<{element} .*?</{element}>", "", path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    say(bounded)
    assert violations(bounded) == [("counts", name, f"has {left - 1} {plural} and not {left}; build again")]


@pytest.mark.parametrize("said", [None, 5, {}, {"nodes": "10", "edges": 6}])
def test_a_part_of_which_the_manifest_says_nothing_is_found(bounded, said):
    say(bounded, graph_files=said)
    found = [where for part, where, _ in violations(bounded) if part == "counts"]
    assert sorted(set(found)) == sorted(FOR_PROGRAMS)


def test_a_gexf_file_of_a_profile_is_compared_with_that_profile(build):
    gexf.write(two_letters(), build, profile="entities")
    say(build)
    assert {where for part, where, _ in violations(build) if part == "counts"} == {"graph.gexf"}
    say(build, gexf_profile="entities")
    assert violations(build) == []


def without_evidence(path):
    """Take the sentences from the first edge that has some."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        head, *rows = csv.reader(io.StringIO(text))
        next(row for row in rows if row[head.index("evidence")])[head.index("evidence")] = ""
        out = io.StringIO(newline="")
        csv.writer(out).writerows([head, *rows])
        text = out.getvalue()
    else:
        cell = r'<attvalue for="evidence" value="[^"]+"/>|<data key="e_evidence">[^<]+</data>'
        text = re.sub(cell, "", text, count=1)
    path.write_text(text, encoding="utf-8-sig", newline="")


@pytest.mark.parametrize("name", ["graph.gexf", "graph.graphml", "gephi/edges.csv"])
@pytest.mark.parametrize("part", ["build", "bounded"])
def test_an_edge_that_lost_its_sentences_is_found(request, part, name):
    folder = request.getfixturevalue(part)
    without_evidence(folder / name)
    say(folder)
    ((where, message),) = [(where, said) for part, where, said in violations(folder) if part == "counts"]
    assert where == name
    assert "edges without evidence" in message


def test_the_index_of_a_page_in_parts_is_compared_with_the_part_that_it_shows(tmp_path, monkeypatch):
    monkeypatch.setattr(foremost, "ROOM", Size(10, 6))
    folder = tmp_path / "split"
    publish(folder, two_letters())
    assert (folder / "graph-parts").is_dir()
    assert violations(folder) == []
    monkeypatch.setattr(foremost, "ROOM", Size(10, 5))
    assert violations(folder) == [("counts", "graph.html", "has 6 edges and not 5; build again")]


def test_shapes_are_part_of_the_check(build):
    text = (build / "graph.ttl").read_text(encoding="utf-8")
    (build / "graph.ttl").write_text(text.replace("fuwen:score 0.9", "fuwen:score 9.9", 1), encoding="utf-8")
    found = [finding for finding in violations(build, shapes=True) if finding[0] == "shapes"]
    assert [message for _, _, message in found] == ["its score must be between 0 and 1"]


def test_the_shapes_look_at_the_triples_that_rdflib_reads(build):
    with (build / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write(
            '<https://example.org/x> fuwen:value 2.50, "007"^^xsd:integer ; fuwen:about [ fuwen:name "x"@zh ] .\n'
        )
    found = shapes.read(build / "graph.ttl")
    assert isomorphic(found, Graph().parse(build / "graph.ttl"))


def test_a_folder_without_a_build_is_answered_with_the_next_step(tmp_path):
    with pytest.raises(
        MissingBuild, match=r"manifest\.json: 读不到；请先运行.* · cannot be read .* run `fuwen build` first"
    ):
        check(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_broken_manifest_is_named(build, content):
    (build / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(MissingBuild, match=r"manifest\.json: .* · (broken|no manifest)"):
        check(build)


def test_a_graph_too_large_for_the_shapes_is_said_to_be_skipped(build, monkeypatch):
    monkeypatch.setattr(shapes, "LARGEST", 10)
    report = check(build)
    assert "too large" in report.skipped["shapes"]
    assert "未查 skipped" in render(report)
    assert report.exit_code == 0


def test_a_terminal_is_told_what_is_being_checked(published):
    told = io.StringIO()
    told.isatty = lambda: True
    check(published, progress=Progress(told))
    stages = re.findall(r"checking (\w+)", told.getvalue())
    assert stages == ["files", "counts", "quotes", "evidence", "statements", "shapes"]
    assert told.getvalue().endswith("\r\x1b[K")
