import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.pipeline import BuildOptions, build
from graph.recognise.annotated import marked
from graph.run import runners
from graph.run.edge_tasks import Reducer
from graph.run.letter_tasks import Finder
from graph.storage import spool

LETTERS = Path(__file__).parents[2] / "dev" / "letters"
ANNOTATED = Path(__file__).parents[2] / "annotated"


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


class KillingRunner:
    """A cluster of which one worker is killed while it is at tasks of one kind."""

    def __init__(self, inner, kind):
        self.inner = inner
        self.kind = kind
        self.killed = None

    def map(self, function, tasks):
        for result in self.inner.map(function, tasks):
            if self.killed is None and isinstance(function, self.kind):
                self.killed = min(self.inner._client.run(os.getpid).values())
                os.kill(self.killed, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            yield result

    def close(self):
        self.inner.close()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # as above
@pytest.mark.parametrize("kind", [Finder, Reducer])
def test_a_build_that_loses_a_worker_in_the_middle_gives_what_one_process_gives(
    kind, tmp_path, local_cluster, monkeypatch
):
    for path in sorted(ANNOTATED.glob("a*.txt")) + sorted(ANNOTATED.glob("b*.txt")):
        letter = marked(path.stem, path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(letter.text, encoding="utf-8")
    options = BuildOptions(paths=(tmp_path,))
    alone = build(options).tables
    monkeypatch.setattr(spool, "MANY", 1)  # every bucket of claims is a task of its own
    losing = KillingRunner(local_cluster, kind)
    made = build(options, runner=losing)
    assert losing.killed is not None
    assert made.tables == alone
