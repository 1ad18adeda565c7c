import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from graph.pipeline import BuildOptions, build
from graph.recognise.grammar import Grammar
from graph.records import Recognition
from graph.run import cache as caches
from graph.run.cache import Cache, CachingRunner
from graph.run.edge_tasks import Reducer
from graph.run.letter_tasks import Finder
from graph.run.runner import SerialRunner
from graph.run.thread_tasks import Reteller

LETTERS = sorted((Path(__file__).parents[2] / "dev" / "letters").glob("*.txt"))


class CountingRunner(SerialRunner):
    """Remembers how many letters each kind of work was done for."""

    def __init__(self):
        self.done = {}

    def map(self, function, tasks):
        if not isinstance(function, Reducer | Reteller):  # of all letters together: done every time
            self.done[type(function).__name__] = len(tasks)
        return super().map(function, tasks)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three letters to change, and a cache that has seen them."""
    folder = tmp_path_factory.mktemp("letters")
    for path in LETTERS[:3]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def built(folder, kept):
    runner = CountingRunner()
    with closing(CachingRunner(runner, Cache(kept))) as active:
        return build(BuildOptions(paths=(folder,)), runner=active).tables, runner.done


@pytest.fixture(scope="module")
def cold(folder):
    return build(BuildOptions(paths=(folder,))).tables


@pytest.fixture
def kept(folder, tmp_path):
    built(folder, tmp_path / "cache")
    return tmp_path / "cache"


def test_nothing_is_analysed_twice_and_the_tables_are_those_of_a_full_build(folder, kept, cold):
    tables, done = built(folder, kept)
    assert done == {"Reader": 0, "Finder": 0, "Namer": 0, "Relater": 0}
    assert tables == cold


def test_a_changed_letter_alone_is_read_again_and_the_tables_are_those_of_a_full_build(folder, kept):
    changed = folder / LETTERS[1].name
    before = changed.read_bytes()
    try:
        changed.write_text(
            before.decode().replace("。", "，并支持青石湾算力产业园建设。", 1), encoding="utf-8"
        )
        tables, done = built(folder, kept)
        assert done["Reader"] == done["Finder"] == done["Namer"] == 1
        assert tables == build(BuildOptions(paths=(folder,))).tables
    finally:
        changed.write_bytes(before)


def test_other_code_finds_nothing(folder, kept, cold, monkeypatch):
    monkeypatch.setattr(caches, "code_hash", lambda: "f" * 64)
    tables, done = built(folder, kept)
    assert done == {"Reader": 3, "Finder": 3, "Namer": 3, "Relater": 3}
    assert tables == cold


@pytest.mark.parametrize("content", [b"", b"no database, but long enough to look at" * 100])
def test_a_foreign_file_is_replaced(folder, kept, cold, content):
    (kept / "letters.sqlite").write_bytes(content)
    assert built(folder, kept) == (cold, {"Reader": 3, "Finder": 3, "Namer": 3, "Relater": 3})
    assert built(folder, kept)[1] == {"Reader": 0, "Finder": 0, "Namer": 0, "Relater": 0}


def test_a_damaged_result_is_made_again(folder, kept, cold):
    with closing(sqlite3.connect(kept / "letters.sqlite")) as store, store:
        store.execute("UPDATE kept SET body = substr(body, 1, 20) || x'00' || substr(body, 22)")
    assert built(folder, kept)[0] == cold


def test_a_cache_that_cannot_be_made_keeps_nothing_and_stops_nothing(folder, tmp_path, cold):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    tables, done = built(folder, tmp_path / "file")
    assert tables == cold
    assert done["Reader"] == 3


def test_contact_lines_are_not_kept(tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    text = LETTERS[0].read_text(encoding="utf-8") + "\n（联系人：欧阳测试，联系电话：0512-00000000）\n"
    (letters / "one.txt").write_text(text, encoding="utf-8")
    built(letters, tmp_path / "cache")
    with closing(sqlite3.connect(tmp_path / "cache" / "letters.sqlite")) as rows:
        keys = [key for (key,) in rows.execute("SELECT key FROM kept")]
    with closing(Cache(tmp_path / "cache")) as store:
        bodies = b"".join(map(zlib.decompress, store.found(keys).values())).decode(errors="replace")

    assert "苏州市科学技术局" in bodies
    assert "0512-" not in bodies
    assert "欧阳测试" not in bodies


class FoldingRecogniser:
    """A plug-in: finds nothing, and nobody knows what its findings follow from."""

    name = "folding"

    def recognise(self, letter):
        return Recognition(letter_id=letter.letter_id, mentions=())


def test_what_a_plug_in_found_is_not_kept():
    assert Finder(recognisers=(Grammar(), FoldingRecogniser())).key(None) is None
