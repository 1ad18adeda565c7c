"""Run one query: find its text, put its parameters in, answer it here or in a process that can be stopped."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from difflib import get_close_matches
from multiprocessing.connection import Connection
from pathlib import Path

from ontology import questions

from ..errors import GraphError, NotFound, QueryError, QueryTimeout
from ..run.spawning import deaf_to_ctrl_c
from .engines import check, load, prefixes_of_build
from .parameters import bind
from .result import Result

DEFAULT_ENGINE = "oxigraph"
_EXTENSION = ".rq"


def run(
    query: str,
    folder: Path,
    *,
    params: Mapping[str, str] | None = None,
    engine: str = DEFAULT_ENGINE,
    timeout: float | None = None,
) -> Result:
    """Return the rows that the graph.ttl of `folder` gives for a query's text, a .rq file or a question's name.

    `timeout` is in seconds, None for none; with one, the query runs in a process of its own that is ended then
    (about a third of a second more). Raises `QueryError` (line, column), `QueryTimeout`, `NotFound` (no such
    question or file), `UsageError` (parameters, engine) and `MissingBuild`.
    """
    text = bind(resolve(query), params or {})
    check(text, prefixes_of_build(folder))
    if timeout is None:
        return load(folder, engine).run(text)
    return _within(timeout, text, folder, engine)


def resolve(query: str) -> str:
    """Return the text of a query given as text, as a .rq file or as a question's name. Raises `NotFound`."""
    if query.endswith(_EXTENSION) and "\n" not in query:
        return _read(Path(query))
    if any(mark in query for mark in "{ \n") or not query:
        return query
    shipped = questions.load()
    if query in shipped:
        return shipped[query].text
    close = get_close_matches(query, shipped, n=3)
    hint = f"did you mean {', '.join(close)}? " if close else ""
    raise NotFound(f"no question {query!r}: {hint}`fuwen query --list` shows all")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except OSError as error:
        raise NotFound(f"{path}: cannot be read ({error.strerror}); check the name") from error


def _within(timeout: float, text: str, folder: Path, engine: str) -> Result:
    """Answer in a process of its own: the only way to end a query that runs away, on every system."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, text, folder, engine), daemon=True)
    with deaf_to_ctrl_c():
        process.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            raise QueryTimeout(
                f"the query took longer than {timeout:g} s; narrow it (LIMIT, a selective first pattern) "
                "or allow more with --timeout"
            )
        answer: Result | GraphError = receiver.recv()
    except EOFError:
        raise QueryError("the query ended its process, most likely for want of memory; narrow it") from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(answer, GraphError):
        raise answer
    return answer


def _work(sender: Connection, text: str, folder: Path, engine: str) -> None:
    """Run in the process of its own: send the result, or the error that the user shall see."""
    try:
        sender.send(load(folder, engine).run(text))
    except GraphError as error:
        sender.send(error)
    finally:
        sender.close()
