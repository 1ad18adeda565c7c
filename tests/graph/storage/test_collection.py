import gc
import subprocess
import sys
from pathlib import Path

import pytest

from graph.storage.collection import no_cycle_search

ENDING = """
import sys, tempfile
from graph.storage.collection import no_cycle_search_at_end
from graph.storage.temporary_folder import TemporaryFolder
tempfile.tempdir = sys.argv[1]

class Ring:
    def __init__(self):
        self.itself = self
    def __del__(self):
        print("searched")

no_cycle_search_at_end()
ring, folder = Ring(), TemporaryFolder()
print(folder.path)
"""


def test_the_search_is_paused_within_the_block_and_goes_on_behind_it():
    assert gc.isenabled()
    with no_cycle_search():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_in_the_block_does_not_end_the_search_for_good():
    with pytest.raises(ValueError, match="x"), no_cycle_search():
        raise ValueError("x")
    assert gc.isenabled()


def test_a_caller_who_had_paused_it_finds_it_paused():
    with no_cycle_search():
        with no_cycle_search():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_process_ends_without_a_search_and_leaves_no_temporary_folder(tmp_path):
    done = subprocess.run(  # noqa: S603 (our own code)
        [sys.executable, "-c", ENDING, str(tmp_path)], capture_output=True, text=True, check=True
    )
    folder, *others = done.stdout.splitlines()
    assert others == []
    assert Path(folder).parent == tmp_path
    assert [*tmp_path.iterdir()] == []
