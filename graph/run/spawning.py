"""Starting processes so that Ctrl-C reaches only the one that started them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Let every process that is started inside inherit that Ctrl-C is held back, from its first instruction on.

    Else one that is still importing prints a traceback of its own. Here Ctrl-C waits until the end of the `with`,
    unless another thread hears it. Windows has no such masks: there nothing is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it later would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
