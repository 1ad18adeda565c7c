import pytest

from graph import runners
from graph.errors import UsageError


def doubled(number):
    return 2 * number


def test_results_come_in_the_order_of_the_tasks():
    tasks = list(range(50))
    assert list(runners.SerialRunner().map(doubled, tasks)) == [2 * task for task in tasks]


def test_few_tasks_start_no_processes(monkeypatch):
    monkeypatch.setattr(runners, "ProcessPoolExecutor", None)
    assert list(runners.ProcessRunner(4).map(doubled, [1, 2, 3])) == [2, 4, 6]


def test_an_unknown_runner_names_the_known_ones():
    with pytest.raises(UsageError, match="serial or processes"):
        runners.runner("spark")


def test_one_job_is_the_serial_runner():
    assert isinstance(runners.runner("", jobs=1), runners.SerialRunner)
