"""Whose temporary folders are removed: our own at the end, those of killed processes by the next build, no others."""

import errno
import gc
import os
import subprocess
import sys
import tempfile

import pytest

from graph.storage import lock_file
from graph.storage.temporary_folder import LOCK, PREFIX, TemporaryFolder

OWNER = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from graph.storage.temporary_folder import TemporaryFolder
folder = TemporaryFolder()
(folder.path / "1").write_bytes(bytes(1000))
print(folder.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def other(temporary):
    """Another process with a folder and a file in it, which lives until its input ends or it is killed."""
    process = subprocess.Popen(  # noqa: S603 (our own code)
        [sys.executable, "-c", OWNER, str(temporary)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().startswith(str(temporary))
    yield process
    process.communicate()


def test_a_folder_is_gone_when_nothing_refers_to_it(temporary):
    folder = TemporaryFolder()
    (folder.path / "1").write_bytes(b"rows")
    assert folder.path.name.startswith(PREFIX)
    del folder
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_build_left_goes_with_the_next_one(temporary, other):
    other.kill()
    other.wait()
    (left,) = temporary.iterdir()
    folder = TemporaryFolder()
    assert list(temporary.iterdir()) == [folder.path]
    assert left != folder.path


def test_the_folder_of_a_process_that_lives_stays(temporary, other):
    (theirs,) = temporary.iterdir()
    ours = TemporaryFolder()
    second = TemporaryFolder()
    assert set(temporary.iterdir()) == {theirs, ours.path, second.path}
    assert (theirs / "1").stat().st_size == 1000


def test_folders_that_only_bear_such_a_name_stay(temporary):
    (temporary / "fuwen-letters").mkdir()
    (temporary / "fuwen-letters" / "1.txt").write_text("此复。", encoding="utf-8")
    (temporary / "fuwen-new").mkdir()
    (temporary / "fuwen-new" / LOCK).touch()  # made a moment ago, not yet locked
    folder = TemporaryFolder()
    assert {path.name for path in temporary.iterdir()} == {"fuwen-letters", "fuwen-new", folder.path.name}


def test_where_the_disk_knows_no_locks_nothing_of_others_is_removed(temporary, monkeypatch):
    def no_locks(file):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock_file, "_lock", no_locks)
    left = temporary / "fuwen-left"
    left.mkdir()
    (left / LOCK).write_text("12345\n", encoding="ascii")
    folder = TemporaryFolder()
    assert set(temporary.iterdir()) == {left, folder.path}
