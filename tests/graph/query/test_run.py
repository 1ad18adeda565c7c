"""Queries of large graphs: loaded once, answered from disk with the same rows; from memory where nothing is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from two_letters import two_letters

from graph import cli
from graph.errors import MissingBuild, QueryError, QueryTimeout
from graph.export import turtle
from graph.publish import publication
from graph.query import ENGINES, kept_stores, load, run
from graph.query.engines import write_store
from ontology import questions

ROOT = Path(__file__).resolve().parents[3]
NAMES = "SELECT ?name { ?fund a fuwen:Fund ; fuwen:name ?name }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
RUN = "graph.query.run"


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A build that counts as large."""
    monkeypatch.setattr(kept_stores, "LARGE", 0)
    folder = tmp_path / "build"
    folder.mkdir()
    turtle.write(two_letters(), folder)
    return folder


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def loads(monkeypatch):
    """What is loaded into a store, without a process of its own."""
    made = []

    def here(work, arguments, timeout):
        if work is write_store:
            made.append(arguments)
        return work(*arguments)

    monkeypatch.setattr(sys.modules[RUN], "in_a_process", here)
    return made


def values(result):
    return [tuple(cell.value if cell else None for cell in row) for row in result.rows]


def kept(cache):
    folder = cache / "graph-stores"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_second_query_loads_nothing(build, cache, loads, monkeypatch):
    told = []
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert len(loads) == 1
    assert "once for all later ones" in told[0]
    monkeypatch.setitem(ENGINES, "oxigraph", None)  # nor into memory
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert (len(loads), len(told)) == (1, 1)


def test_a_changed_graph_is_loaded_anew(build, cache, loads):
    run(NAMES, build, cache=cache)
    path = build / turtle.FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("江宁种子基金", "江宁天使基金"), encoding="utf-8"
    )
    assert values(run(NAMES, build, cache=cache)) == [("江宁天使基金",)]
    assert len(loads) == 2
    assert len(kept(cache)) == 1


def test_a_graph_that_changes_while_it_is_loaded_is_not_kept(build, cache, monkeypatch):
    def changing(work, arguments, timeout):
        work(*arguments)
        with (build / turtle.FILE).open("a", encoding="utf-8") as file:
            file.write("# another build\n")

    monkeypatch.setattr(sys.modules[RUN], "in_a_process", changing)
    with pytest.raises(MissingBuild, match="has changed while it was read; ask again"):
        run(NAMES, build, cache=cache)
    assert kept(cache) == []


def test_a_small_graph_is_never_kept(build, cache, loads, monkeypatch):
    monkeypatch.setattr(kept_stores, "LARGE", (build / turtle.FILE).stat().st_size)
    assert run(NAMES, build, cache=cache).rows
    assert (loads, cache.exists()) == ([], False)


def test_rdflib_keeps_no_store_on_disk(build, cache, loads):
    assert run(NAMES, build, engine="rdflib", cache=cache).rows
    assert (loads, cache.exists()) == ([], False)


def flip_blocks(store):
    """Change bytes in every table, so that sizes stay and checksums do not fit."""
    for path in store.glob("*.sst"):
        content = bytearray(path.read_bytes())
        content[: len(content) // 2] = bytes(byte ^ 0xFF for byte in content[: len(content) // 2])
        path.write_bytes(content)


def swap_current(store):
    (store / "CURRENT").write_text("nothing written\n", encoding="utf-8")


@pytest.mark.parametrize("damage", [flip_blocks, swap_current])
def test_a_damaged_store_is_made_anew_and_the_answer_is_right(build, cache, loads, damage):
    run(NAMES, build, cache=cache)
    sizes = sorted(path.stat().st_size for path in cache.rglob("*") if path.is_file())
    damage(next(cache.glob("graph-stores/*/store")))
    assert sorted(path.stat().st_size for path in cache.rglob("*") if path.is_file()) == sizes
    assert values(run(NAMES, build, cache=cache)) == [("江宁种子基金",)]
    assert len(loads) == 2
    assert values(run(NAMES, build, cache=cache)) == [("江宁种子基金",)]
    assert len(loads) == 2


def test_a_store_that_is_damaged_every_time_ends_in_memory(build, cache, loads, monkeypatch):
    finished = kept_stores.KeptStores.finished

    def damaged(self, store, path, content):
        place = finished(self, store, path, content)
        flip_blocks(place)
        return place

    monkeypatch.setattr(kept_stores.KeptStores, "finished", damaged)
    assert values(run(NAMES, build, cache=cache)) == [("江宁种子基金",)]
    assert len(loads) == 2


def test_a_cache_that_cannot_be_written_is_told_in_a_line_and_memory_answers(build, cache, loads):
    cache.write_text("a file where the folder would be", encoding="utf-8")
    told = []
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert len(told) == 1
    assert "loaded into memory" in told[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_cache_is_told_in_a_line_and_memory_answers(build, cache, loads):
    cache.mkdir(mode=0o500)
    told = []
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert [line for line in told if "loaded into memory" in line] == told


def test_a_full_disk_is_told_in_a_line_and_memory_answers(build, cache, loads, monkeypatch):
    monkeypatch.setattr(kept_stores.KeptStores, "room_for", lambda self, path: False)
    told = []
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert "loaded into memory" in told[0]
    assert (loads, kept(cache)) == ([], [])


def test_a_disk_that_fills_up_while_loading_leaves_nothing_and_memory_answers(build, cache, monkeypatch):
    def full(work, arguments, timeout):
        arguments[1].mkdir()
        raise OSError("No space left on device")

    monkeypatch.setattr(sys.modules[RUN], "in_a_process", full)
    told = []
    assert values(run(NAMES, build, cache=cache, tell=told.append)) == [("江宁种子基金",)]
    assert "No space left on device" in told[-1]
    assert kept(cache) == []


def test_a_process_that_is_killed_while_loading_leaves_nothing(build, cache, monkeypatch):
    def killed(work, arguments, timeout):
        raise EOFError

    monkeypatch.setattr(sys.modules[RUN], "in_a_process", killed)
    with pytest.raises(QueryError, match="its loading was ended, most likely for want of memory"):
        run(NAMES, build, cache=cache)
    assert kept(cache) == []


def test_broken_turtle_is_reported_with_its_line_and_not_kept(build, cache):
    (build / turtle.FILE).write_text("@prefix a: <http://a/> .\na:b a:c .\n", encoding="utf-8")
    with pytest.raises(MissingBuild, match=r"line 2.*broken Turtle"):
        run(NAMES, build, cache=cache)
    assert kept(cache) == []


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <http://example.org/> {} }", "SELECT * FROM <file:///x> {}"]
)
def test_a_store_on_disk_refuses_what_would_leave_the_machine(build, cache, loads, query):
    run(NAMES, build, cache=cache)
    with pytest.raises(QueryError, match=r"SERVICE|FROM"):
        run(query, build, cache=cache)
    with pytest.raises(QueryError, match=r"SERVICE|FROM"):
        load(build, "oxigraph", next(cache.glob("graph-stores/*/store"))).run(query)


def test_the_timeout_ends_the_query_and_does_not_count_the_loading(build, cache, monkeypatch):
    real = sys.modules[RUN].in_a_process

    def slow(work, arguments, timeout):
        if work is write_store:
            assert timeout is None
        return real(work, arguments, timeout)

    monkeypatch.setattr(sys.modules[RUN], "in_a_process", slow)
    with pytest.raises(QueryTimeout, match=r"longer than 1\.5 s"):
        run(ENDLESS, build, timeout=1.5, cache=cache)
    assert len(kept(cache)) == 1
    assert run(NAMES, build, timeout=60, cache=cache).rows


def test_the_command_keeps_in_the_named_folder_and_nothing_with_no_cache(build, cache, capsys):
    asked = ["query", NAMES, "--in", str(build), "--cache", str(cache)]
    assert cli.main([*asked, "--no-cache"]) == 0
    alone = capsys.readouterr()
    assert (alone.err, cache.exists()) == ("", False)
    assert cli.main(asked) == 0
    first = capsys.readouterr()
    assert "首次查询" in first.err
    assert len(kept(cache)) == 1
    assert cli.main(asked) == 0
    second = capsys.readouterr()
    assert second.err == ""
    assert alone.out == first.out == second.out


@pytest.fixture(scope="module")
def both(bundled, tmp_path_factory):
    """The bundled letters in memory and on disk."""
    folder = tmp_path_factory.mktemp("bundled")
    turtle.write(publication(bundled, bundled.tables), folder)
    write_store(folder / turtle.FILE, folder / "store")
    return load(folder, "oxigraph"), load(folder, "oxigraph", folder / "store")


@pytest.mark.parametrize("name", sorted(questions.load()))
def test_memory_and_disk_give_the_same_rows_in_the_same_order(both, name):
    memory, disk = (engine.run(questions.load()[name].text) for engine in both)
    assert (memory.columns, memory.rows) == (disk.columns, disk.rows)


def test_memory_and_disk_hold_the_same_triples(both):
    memory, disk = (engine.run("SELECT * { ?s ?p ?o }") for engine in both)
    assert memory.rows == disk.rows
    assert len(memory.rows) > 10_000


def test_what_an_order_leaves_open_is_the_same_in_memory_and_on_disk(both):
    query = "SELECT ?thing ?kind { ?thing a ?kind } ORDER BY ?kind"
    memory, disk = (engine.run(query).rows for engine in both)
    assert memory == disk
    assert [row[1] for row in memory] == sorted(row[1] for row in memory)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to send Ctrl-C to")
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="this shell ignores Ctrl-C")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_a_load_that_is_interrupted_ends_at_once_and_leaves_nothing_taken_for_whole(tmp_path, cache, sent):
    folder = tmp_path / "build"
    folder.mkdir()
    with (folder / turtle.FILE).open("w", encoding="utf-8") as file:
        file.write("@prefix e: <https://w3id.org/fuwen/id/e/> .\n")
        file.writelines(f'e:平台{number} e:名称 "中试平台{number}" .\n' for number in range(1_000_000))
    asked = subprocess.Popen(  # noqa: S603 (this program itself)
        [sys.executable, "-m", "graph.cli", "query", "ASK {}", "--in", str(folder), "--cache", str(cache)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        encoding="utf-8",
    )
    until = time.monotonic() + 30
    while not list(cache.glob("graph-stores/new-*/store/CURRENT")) and time.monotonic() < until:
        time.sleep(0.02)
    assert asked.poll() is None
    if sent == signal.SIGINT:
        os.killpg(asked.pid, sent)
    else:
        asked.send_signal(sent)  # to the first process alone: the other has to see that it is gone
    begun = time.monotonic()
    _, told = asked.communicate(timeout=20)  # returns when the last process has let go of stderr
    assert time.monotonic() - begun < 10  # 2 are promised on a machine that does nothing else
    assert "Traceback" not in told
    assert not list(cache.glob("graph-stores/*/about.json"))
    if sent == signal.SIGINT:
        assert asked.returncode == 130
        assert kept(cache) == []
