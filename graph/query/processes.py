"""Work in a process of its own: the only way to end, on every system, what runs away or takes too long."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from ..errors import GraphError
from ..run.spawning import deaf_to_ctrl_c

Answer = TypeVar("Answer")


def in_a_process(work: Callable[..., Answer], arguments: tuple[object, ...], timeout: float | None) -> Answer:
    """Return work(*arguments), done elsewhere; Ctrl-C here ends it.

    Raises what it raises of `GraphError` and `OSError`, `TimeoutError` after so many seconds (None: never) and
    `EOFError` where the process was killed.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, work, arguments), daemon=True)
    with deaf_to_ctrl_c():
        process.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            raise TimeoutError
        answer: Answer | GraphError | OSError = receiver.recv()
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(answer, GraphError | OSError):
        raise answer
    return answer


def _work(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """Run in the process of its own: send what the work gives, or the error that it ends with."""
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        sender.send(work(*arguments))
    except (GraphError, OSError) as error:
        sender.send(error)
    finally:
        sender.close()


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, killed before it could end this one."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)
