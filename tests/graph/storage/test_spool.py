import copy
import gc
import tempfile

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Span
from graph.errors import ExportError
from graph.pipeline import BuildOptions, build
from graph.publish import publish
from graph.records import AliasDefinition
from graph.storage import spool
from graph.storage.lazy_sequence import LazySequence
from graph.storage.record_bytes import packed
from graph.storage.spool import Shelf, Spool
from graph.storage.temporary_folder import LOCK

texts = st.lists(st.text(max_size=5) | st.just("\ud800"), max_size=20)


def named(text):
    span = Span(start=0, end=1)
    return AliasDefinition(letter_id="l1", name=text, alias="", name_span=span, alias_span=span)


@given(names=texts, chunk=st.integers(1, 7))
def test_a_spool_holds_what_a_list_would_lone_surrogates_too(names, chunk):
    records = [named(name) for name in names]
    kept = Shelf().spool(AliasDefinition, chunk)
    kept.extend(records)
    assert list(kept) == records
    assert [kept[at] for at in range(-len(records), len(records))] == records * 2
    assert kept[1:-1] == records[1:-1]
    assert len(kept) == len(records)
    with pytest.raises(IndexError):
        kept[len(records)]


@given(names=texts, chunk=st.integers(1, 7))
def test_rows_are_picked_from_a_spool_as_from_a_list_lone_surrogates_too(names, chunk):
    shelf = Shelf()
    records = [QuotedName(name=name, said="x") for name in names]
    kept, picked = shelf.spool(QuotedName, chunk), shelf.spool(QuotedName, 3)
    kept.extend(records)
    picked.extend_chosen(kept, lambda one: len(one.name) > 1, NameAlone)
    assert list(picked) == [one for one in records if len(one.name) > 1]


class QuotedName(msgspec.Struct, frozen=True, array_like=True):
    name: str
    said: str


class NameAlone(msgspec.Struct, frozen=True, array_like=True):
    name: str


def test_a_spool_can_grow_after_it_was_read():
    kept = Shelf().spool(AliasDefinition, 2)
    for name in "abcde":
        kept.append(named(name))
        assert list(kept)[-1] == kept[-1] == named(name)


def test_a_copy_as_it_is_sent_to_a_process_reads_the_same_records_and_owns_no_folder():
    shelf = Shelf()
    kept = shelf.spool(AliasDefinition, 2)
    kept.extend(map(named, "abc"))
    other = copy.copy(kept)
    del other
    gc.collect()
    other = copy.copy(kept)
    assert list(other) == list(kept) == [named(name) for name in "abc"]


def test_the_folder_is_gone_when_nothing_refers_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf = Shelf()
    kept = shelf.spool(AliasDefinition, 1)
    kept.append(named("a"))
    del shelf
    assert list(kept) == [named("a")]
    assert [path.name[:6] for path in tmp_path.iterdir()] == ["fuwen-"]
    del kept
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_spool_is_gone_when_nothing_refers_to_it_though_the_shelf_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf = Shelf()
    kept, other = (shelf.spool(AliasDefinition, 1) for _ in range(2))
    for one in (kept, other):
        one.append(named("a"))
    assert len(spooled(tmp_path)) == 2
    rows = iter(kept)
    del kept
    gc.collect()
    assert next(rows) == named("a")  # still being read
    del rows
    gc.collect()
    assert len(spooled(tmp_path)) == 1
    assert list(other) == [named("a")]


def test_a_full_temporary_folder_is_an_error_with_a_way_out(tmp_path):
    kept = Spool(tmp_path / "gone" / "1", AliasDefinition, 1)
    with pytest.raises(ExportError, match="TMPDIR"):
        kept.append(named("a"))


def spooled(folder):
    return [path for path in folder.rglob("*") if path.is_file() and path.name != LOCK]


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("rows", [1, 10**9])
def test_a_build_on_disk_writes_the_bytes_of_one_in_memory(rows, tmp_path, monkeypatch):
    publish(build(BuildOptions()), tmp_path / "memory")
    monkeypatch.setattr(spool, "MANY", 1)
    monkeypatch.setattr(spool, "MANY_ROWS", rows)
    made = build(BuildOptions())
    publish(made, tmp_path / "disk", min_letters=1)
    assert made.shelf.on_disk
    assert isinstance(made.tables.evidence, Spool) == (rows == 1)
    assert files(tmp_path / "memory") == files(tmp_path / "disk")


def test_a_lazy_sequence_makes_its_items_when_asked():
    made = []
    items = LazySequence(5, lambda at: made.append(at) or packed(at))
    part = items[1:4]
    assert made == []
    assert list(part) == [packed(at) for at in (1, 2, 3)]
    assert part[-1] == packed(3)
    with pytest.raises(IndexError):
        part[3]
    assert list(items[::-2]) == [packed(at) for at in (4, 2, 0)]
