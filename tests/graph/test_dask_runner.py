import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from graph import runners
from graph.errors import UsageError
from graph.pipeline import BuildOptions, build

LETTERS = Path(__file__).parents[1] / "dev" / "letters"


def test_without_dask_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"fuwen\[dask\]"):
        runners.runner("dask")


@pytest.fixture
def local_cluster():
    pytest.importorskip("distributed", reason="Dask is an extra: pip install fuwen[dask]")
    with closing(runners.runner("dask", jobs=2)) as active:
        yield active


def dies_once(folder_and_number):
    """Doubles a number; the worker that meets 50 first dies as if the system had killed it."""
    folder, number = folder_and_number
    mark = Path(folder) / "killed"
    if number == 50 and not mark.exists():
        mark.touch()
        os._exit(1)
    return 2 * number


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what Dask warns of, leaving a cluster, is no fault of ours
def test_a_local_cluster_gives_what_one_process_gives(local_cluster):
    options = BuildOptions(paths=(LETTERS,))
    assert build(options, runner=local_cluster).tables == build(options).tables


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # as above
def test_work_of_a_killed_worker_is_done_again(tmp_path, local_cluster):
    tasks = [(str(tmp_path), number) for number in range(200)]
    assert list(local_cluster.map(dies_once, tasks)) == [2 * number for number in range(200)]
    assert (tmp_path / "killed").exists()
