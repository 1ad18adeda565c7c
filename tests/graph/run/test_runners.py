import os
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import UsageError, WorkersLost
from graph.run import process_runner, runners
from graph.run.process_runner import ProcessRunner
from graph.run.runner import SerialRunner


def doubled(number):
    return 2 * number


def test_results_come_in_the_order_of_the_tasks():
    tasks = list(range(50))
    assert list(SerialRunner().map(doubled, tasks)) == [2 * task for task in tasks]


def test_few_tasks_start_no_processes(monkeypatch):
    monkeypatch.setattr(process_runner, "ProcessPoolExecutor", None)
    assert list(ProcessRunner(4).map(doubled, [1, 2, 3])) == [2, 4, 6]


def test_an_unknown_runner_names_the_known_ones():
    with pytest.raises(UsageError, match="known are: serial, processes, dask"):
        runners.runner("spark")


def test_one_job_is_the_serial_runner():
    assert isinstance(runners.runner("", jobs=1), SerialRunner)


def killed_once(folder_and_number):
    """Doubles a number; the worker that meets 7 first dies as if the system had killed it."""
    folder, number = folder_and_number
    mark = Path(folder) / "killed"
    if number == 7 and not mark.exists():
        mark.touch()
        os._exit(1)
    return 2 * number


def killed_always(_):
    os._exit(1)


@pytest.fixture
def two_processes(monkeypatch):
    monkeypatch.setattr(process_runner, "MIN_TASKS", 1)
    monkeypatch.setattr(process_runner, "_CHUNK", 2)
    with closing(ProcessRunner(2)) as active:
        yield active


@pytest.mark.slow
def test_work_of_a_killed_process_is_done_again(tmp_path, two_processes):
    tasks = [(str(tmp_path), number) for number in range(20)]
    assert list(two_processes.map(killed_once, tasks)) == [2 * number for number in range(20)]
    assert (tmp_path / "killed").exists()


class Table:
    """A function that it takes long to send; it says how often its process has received it."""

    received = 0
    tasks_together = 1

    def __init__(self, factor):
        self.factor = factor

    def __setstate__(self, state):
        self.__dict__.update(state)
        Table.received += 1

    def __call__(self, number):
        return self.factor * number, Table.received


@pytest.mark.slow
def test_a_function_is_received_once_by_every_process(two_processes):
    assert list(two_processes.map(Table(2), range(9))) == [(2 * number, 1) for number in range(9)]


@pytest.mark.slow
def test_processes_that_always_die_end_the_build_with_the_next_step(two_processes):
    with pytest.raises(WorkersLost, match="--jobs 1"):
        list(two_processes.map(killed_always, [1, 2]))


class Slight(Table):
    worth_processes = False


@pytest.mark.slow
def test_no_process_is_started_for_work_that_is_done_before_they_are_ready(two_processes):
    numbers = range(9)
    assert [received for _, received in two_processes.map(Slight(2), numbers)] == [Table.received] * 9
    assert list(two_processes.map(Table(2), numbers)) == [(2 * number, 1) for number in numbers]
    assert all(received for _, received in two_processes.map(Slight(2), numbers)), "here they run already"
