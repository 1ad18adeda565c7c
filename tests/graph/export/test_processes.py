"""Formats written side by side: the same files, errors that arrive, and nothing lost with a killed process."""

import multiprocessing
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
import synthetic
from publications import on_disk

from graph.errors import ExportError
from graph.export import processes as export_processes
from graph.export.foremost import Size
from graph.export.processes import shares, write_formats

NAMES = ("ttl", "html", "gexf", "graphml", "svg")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def publication():
    return synthetic.with_claims(synthetic.publication(40))


@pytest.fixture(scope="module")
def alone(publication, tmp_path_factory):
    """What one process writes."""
    folder = tmp_path_factory.mktemp("alone")
    assert list(write_formats(NAMES, publication, folder, {}, jobs=1)) == sorted(NAMES, key=cost_first)
    return files(folder)


def cost_first(name: str) -> int:
    return shares(NAMES, 1)[0].index(name)


@pytest.fixture
def large(monkeypatch):
    """Every graph is large enough for several processes."""
    monkeypatch.setattr(export_processes, "MIN_EDGES", 0)


def test_the_longest_goes_first_and_the_rest_to_the_least_laden():
    formats = ("svg", "ttl", "html", "gexf", "graphml")
    assert shares(formats, 1) == [("html", "ttl", "svg", "gexf", "graphml")]
    assert shares(formats, 2) == [("ttl",), ("html", "svg", "gexf", "graphml")]
    assert shares(formats, 3) == [("gexf", "graphml"), ("ttl",), ("html", "svg")]
    assert shares(formats, 4) == [(), ("ttl",), ("html", "svg"), ("gexf", "graphml")]


def test_files_that_hold_a_part_of_a_large_graph_are_sooner_done():
    formats = ("svg", "ttl", "html", "gexf", "graphml")
    assert shares(formats, 2, held=0.15) == [("html", "svg"), ("ttl", "gexf", "graphml")]


@pytest.mark.usefixtures("large")
def test_formats_are_shared_out_by_the_part_that_there_is_room_for(publication, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(export_processes, "shares", lambda names, jobs, held: asked.append(held) or [names])
    edges = len(publication.tables.edges)
    for room in (None, Size(nodes=1, edges=edges), Size(nodes=1, edges=edges // 4)):
        list(write_formats(["svg"], replace(publication, room=room), tmp_path, {}, jobs=2))
    assert asked == [1.0, 1.0, edges // 4 / edges]


def test_more_processes_than_formats_are_not_started():
    assert sorted(shares(("ttl", "svg"), 8)) == [(), ("svg",), ("ttl",)]


@pytest.mark.usefixtures("large")
def test_two_processes_write_the_files_of_one_and_leave_nothing_else(publication, alone, tmp_path):
    assert sorted(write_formats(NAMES, publication, tmp_path, {}, jobs=2)) == sorted(NAMES)
    assert files(tmp_path) == alone


@pytest.mark.usefixtures("large")
def test_what_a_killed_process_did_not_write_is_written_here(publication, alone, tmp_path):
    written = write_formats(NAMES, publication, tmp_path, {}, jobs=2)
    first = next(written)
    (child,) = multiprocessing.active_children()
    os.kill(child.pid, signal.SIGTERM)
    assert sorted([first, *written]) == sorted(NAMES)
    assert files(tmp_path) == alone


@pytest.mark.usefixtures("large")
def test_a_file_that_cannot_be_written_elsewhere_is_an_error_here(publication, tmp_path):
    (tmp_path / "graph.html").mkdir()
    with pytest.raises(ExportError, match=r"graph\.html"):
        list(write_formats(NAMES, publication, tmp_path, {}, jobs=2))
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("large")
def test_what_another_process_keeps_on_disk_goes_with_it(publication, tmp_path, monkeypatch):
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    out.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    bounded = replace(publication, room=Size(100, 150))
    list(write_formats(("gexf", "graphml"), on_disk(bounded), out, {}, jobs=2))
    assert files(out)
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("large")
def test_leaving_early_ends_the_other_process(publication, tmp_path):
    written = write_formats(NAMES, publication, tmp_path, {}, jobs=2)
    next(written)
    written.close()
    assert not multiprocessing.active_children()
