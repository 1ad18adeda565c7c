"""Who holds a lock: one thread of one process, until it lets go or ends."""

import os
import subprocess
import sys
import threading

import pytest

from graph.storage.lock_file import LockTaken, locked

HOLDER = """
import sys
from pathlib import Path
from graph.storage.lock_file import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock until its input ends or it is killed."""
    process = subprocess.Popen(  # noqa: S603 (our own code)
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.communicate()


def test_what_another_process_holds_is_refused_with_its_number_until_it_lets_go(tmp_path, other):
    with pytest.raises(LockTaken, match=str(other.pid)), locked(tmp_path / "lock"):
        pass
    other.communicate()
    with locked(tmp_path / "lock"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_taken_over(tmp_path, other):
    other.kill()
    other.wait()
    assert (tmp_path / "lock").exists()
    with locked(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text(encoding="ascii") == f"{os.getpid()}\n"
    assert not (tmp_path / "lock").exists()


def test_the_same_thread_is_let_in_and_another_is_not(tmp_path):
    told = []

    def second():
        try:
            with locked(tmp_path / "lock"):
                told.append("in")
        except LockTaken as error:
            told.append(str(error))

    with locked(tmp_path / "lock"), locked(tmp_path / "lock"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert told == [str(os.getpid())]


def test_ctrl_c_takes_the_file_away(tmp_path):
    with pytest.raises(KeyboardInterrupt), locked(tmp_path / "lock"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
