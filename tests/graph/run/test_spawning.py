"""Ctrl-C while processes start: they never hear of it, and the one that started them hears it after."""

import multiprocessing
import os
import signal

import pytest

from graph.run.process_runner import MIN_TASKS, ProcessRunner
from graph.run.spawning import deaf_to_ctrl_c

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system has no masks of signals"),
    pytest.mark.skipif(
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
        reason="a shell that put this behind ignores Ctrl-C",
    ),
]


def holds_back(_=None):
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_process_that_is_still_starting_does_not_hear_ctrl_c():
    process = multiprocessing.get_context("spawn").Process(target=holds_back)
    with deaf_to_ctrl_c():
        process.start()
    os.kill(process.pid, signal.SIGINT)
    process.join()
    assert process.exitcode == 0
    assert not holds_back()


def interrupted(heard):
    with deaf_to_ctrl_c():
        signal.raise_signal(signal.SIGINT)
        heard.append("after")


def test_ctrl_c_is_late_here_and_not_lost():
    heard = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(heard)
    assert heard == ["after"]
    assert not holds_back()


def test_the_workers_of_a_build_never_hear_ctrl_c():
    runner = ProcessRunner(2)
    try:
        assert all(runner.map(holds_back, range(MIN_TASKS)))
    finally:
        runner.close()
    assert not holds_back()
