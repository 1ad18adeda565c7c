"""Stores on disk: one for every content of graph.ttl, whole or not there, few of them, and nothing else removed."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pyoxigraph
import pytest
from two_letters import two_letters

from graph.export import turtle
from graph.query import kept_stores
from graph.query.engines import write_store
from graph.query.kept_stores import KeptStores, content_of

LONG_AGO = 1_700_000_000


@pytest.fixture
def graph(tmp_path):
    """The graph.ttl of a build that ended long ago."""
    return build(tmp_path / "build")


@pytest.fixture
def stores(tmp_path):
    return KeptStores(tmp_path / "cache")


def build(folder, text=""):
    folder.mkdir()
    turtle.write(two_letters(), folder)
    path = folder / turtle.FILE
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
    return path


def keep(stores, graph):
    with stores.unfinished() as store:
        write_store(graph, store)
        return stores.finished(store, graph, content_of(graph))


def names(tmp_path):
    return sorted(path.name for path in (tmp_path / "cache" / "graph-stores").iterdir())


@contextmanager
def hashes(monkeypatch):
    """Give a list of the files that are hashed."""
    seen = []
    with monkeypatch.context() as patch:
        patch.setattr(kept_stores, "content_of", lambda path: seen.append(path) or content_of(path))
        yield seen


def test_a_store_is_found_again_and_only_it_remains(stores, graph, tmp_path):
    assert stores.found(graph) is None
    kept = keep(stores, graph)
    assert stores.found(graph) == kept
    assert [kept.parent.name] == names(tmp_path)
    assert len(pyoxigraph.Store.read_only(str(kept))) > 100


def test_a_changed_graph_is_not_answered_from_the_old_store_and_takes_its_place(stores, graph, tmp_path):
    old = keep(stores, graph)
    before = graph.stat()
    content = graph.read_bytes()
    graph.write_bytes(content.replace("江宁种子基金".encode(), "江宁种草基金".encode()))
    os.utime(graph, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert graph.stat().st_size == before.st_size
    assert stores.found(graph) is None
    new = keep(stores, graph)
    assert stores.found(graph) == new != old
    assert names(tmp_path) == [new.parent.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no time of the last change")
def test_a_graph_that_has_not_been_touched_is_hashed_once(stores, graph, monkeypatch):
    kept = keep(stores, graph)
    monkeypatch.setattr(kept_stores, "_GRAIN", 0)
    with hashes(monkeypatch) as seen:
        assert stores.found(graph) == stores.found(graph) == kept
        assert seen == [graph]
        graph.touch()
        assert stores.found(graph) == kept
        assert seen == [graph, graph]


def test_a_graph_that_was_just_written_is_hashed_every_time(stores, graph, monkeypatch):
    kept = keep(stores, graph)
    monkeypatch.setattr(kept_stores, "_GRAIN", 10**15)
    with hashes(monkeypatch) as seen:
        assert stores.found(graph) == stores.found(graph) == kept
    assert len(seen) == 2


def test_another_pyoxigraph_finds_no_store_of_this_one(stores, graph, monkeypatch):
    keep(stores, graph)
    monkeypatch.setattr(pyoxigraph, "__version__", "0.5.99")
    assert stores.found(graph) is None


def test_another_format_finds_no_store_of_this_one(stores, graph, monkeypatch):
    keep(stores, graph)
    monkeypatch.setattr(kept_stores, "_FORMAT", kept_stores._FORMAT + 1)
    assert stores.found(graph) is None


def shorten(path):
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("name", ["store/MANIFEST-*", "store/*1.sst", "about.json"])
@pytest.mark.parametrize("damage", [shorten, os.unlink])
def test_a_store_that_lost_a_file_or_the_end_of_one_is_not_whole_and_is_replaced(stores, graph, name, damage):
    kept = keep(stores, graph)
    damage(next(kept.parent.glob(name)))
    assert stores.found(graph) is None
    assert keep(stores, graph) == kept
    assert stores.found(graph) == kept


def test_of_two_that_load_at_once_the_first_stays_and_both_find_it(stores, graph, tmp_path):
    with stores.unfinished() as mine:
        write_store(graph, mine)
        with ThreadPoolExecutor() as other:  # it does not take away what is mine
            first = other.submit(keep, stores, graph).result()
        mark = first / "IDENTITY"
        told = mark.read_bytes()
        assert stores.finished(mine, graph, content_of(graph)) == first
        assert mark.read_bytes() == told
    assert names(tmp_path) == [first.parent.name]


def test_a_load_that_fails_leaves_nothing(stores, graph, tmp_path):
    def load():
        with stores.unfinished() as store:
            store.mkdir()
            (store / "000009.sst").write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load()
    assert names(tmp_path) == []
    assert stores.found(graph) is None


def test_what_a_killed_process_left_is_removed_by_the_next_load(stores, graph, tmp_path):
    left = tmp_path / "cache" / "graph-stores" / f"new-{'0' * 32}"
    (left / "store").mkdir(parents=True)
    left.with_suffix(".lock").touch()
    kept = keep(stores, graph)
    assert names(tmp_path) == [kept.parent.name]


def test_of_four_builds_the_one_asked_longest_ago_is_forgotten(stores, tmp_path):
    graphs = [build(tmp_path / str(number)) for number in range(4)]
    for age, one in enumerate(graphs[:3]):
        kept = keep(stores, one)
        os.utime(kept.parent / "about.json", (LONG_AGO + age, LONG_AGO + age))
    assert stores.found(graphs[0])  # asked again: now the second is the oldest
    keep(stores, graphs[3])
    assert [bool(stores.found(one)) for one in graphs] == [True, False, True, True]


def test_nothing_is_removed_that_is_none_of_ours(stores, graph, tmp_path):
    foreign = tmp_path / "cache" / "graph-stores"
    for name in ("letters", "new-plan", "a.lock"):
        (foreign / name).mkdir(parents=True)
    for number in range(5):
        keep(stores, build(tmp_path / f"build{number}"))
    assert {"letters", "new-plan", "a.lock"} < {*names(tmp_path)}
    assert len(names(tmp_path)) == 3 + 3


def test_a_disk_without_room_is_seen_before_it_is_full(stores, graph, monkeypatch):
    class Usage:
        free = 3 * graph.stat().st_size

    monkeypatch.setattr(kept_stores.shutil, "disk_usage", lambda path: Usage)
    assert not stores.room_for(graph)
    Usage.free *= 2
    assert stores.room_for(graph)
