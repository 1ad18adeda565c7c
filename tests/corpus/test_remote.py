"""fsspec's `file` and `memory` storage stand for any other: what is listed and read is the same."""

import sys

import pytest
from reply_letters import reply

from corpus import InputNotFound, find_inputs, find_remote, is_uri, read_input
from ontology.places import load

fsspec = pytest.importorskip("fsspec", reason="reading by URI is an extra: pip install fuwen[dask]")


@pytest.fixture
def bucket():
    storage = fsspec.filesystem("memory")
    for name in (
        "letters/2024/a.txt",
        "letters/b.txt",
        "letters/.hidden/c.txt",
        "letters/fuwen/decisions.csv",
    ):
        storage.pipe(f"/{name}", reply().encode())
    yield "memory://letters"
    storage.rm("/letters", recursive=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s3://bucket/a", True),
        ("file:///a", True),
        ("C://letters", False),
        ("letters/a.txt", False),
        ("a://", False),
    ],
)
def test_a_uri_is_told_from_a_path(text, expected):
    assert is_uri(text) == expected


def test_files_are_listed_by_name_without_hidden_ones_and_the_state_folder(bucket):
    assert [one.source for one in find_remote([bucket])] == ["2024/a.txt", "b.txt"]
    assert [one.source for one in find_remote([f"{bucket}/*.txt"])] == ["b.txt"]
    assert [one.source for one in find_remote([f"{bucket}/b.txt"])] == ["b.txt"]
    both = find_remote([f"{bucket}/2024", f"{bucket}/b.txt"])
    assert [one.source for one in both] == ["memory:///letters/2024/a.txt", "memory:///letters/b.txt"]


def test_a_letter_in_storage_reads_as_the_same_file_does(bucket, tmp_path):
    (tmp_path / "b.txt").write_text(reply(), encoding="utf-8", newline="\n")
    (here,) = [one for entry in find_inputs([tmp_path]) for one in read_input(entry, places=load())]
    (there,) = [one for entry in find_remote([f"{bucket}/b.txt"]) for one in read_input(entry, places=load())]
    assert there == here
    assert there.status == "reply"


def test_what_is_gone_when_it_is_read_is_refused_and_not_the_end(bucket):
    (entry,) = find_remote([f"{bucket}/b.txt"])
    fsspec.filesystem("memory").rm("/letters/b.txt")
    (found,) = read_input(entry, places=load())
    assert (found.status, found.issues[0].code) == ("refused", "unreadable")


def test_a_file_that_is_too_large_is_refused(bucket, monkeypatch):
    (entry,) = find_remote([f"{bucket}/b.txt"])
    monkeypatch.setattr("corpus.input_bytes.SIZE_LIMIT", 10)
    (found,) = read_input(entry, places=load())
    assert (found.status, found.issues[0].code) == ("refused", "too_large")


@pytest.mark.parametrize("uri", ["memory://nowhere", "file:///no/such/folder", "nonsense://bucket/a"])
def test_what_is_not_there_is_an_error_that_names_the_uri(uri):
    with pytest.raises(InputNotFound, match=uri):
        find_remote([uri])


def test_without_fsspec_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputNotFound, match=r"fuwen\[dask\]"):
        find_remote(["s3://bucket/letters"])
