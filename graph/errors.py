"""Errors of the graph.

GraphError                  anything that keeps a command from doing its work
├── NothingUsable           no input was a letter; exit code 1
├── NotFound                a name, query or letter that the user asked for is not there; exit code 1
├── UsageError              options or arguments that do not go together; exit code 2
├── QueryError              a SPARQL query that cannot be run: place (line, column) and next step; exit code 2
├── QueryTimeout            a SPARQL query took longer than allowed; exit code 3
├── ExportError             an output cannot be written: path, reason, next step; exit code 5
├── DamagedStore            a graph kept on disk for queries cannot be read; it is made anew, no user sees this
├── MissingBuild            a folder that should hold a build does not; exit code 1
├── MissingLibrary          a library that a command needs cannot be loaded: why, next step; exit code 1
├── WorkersLost             processes were killed again and again, memory may be short; exit code 1
├── BrokenEvidence          text[start:end] != quote: a fault of ours, never published; exit code 1
├── GoldError               an annotation for `fuwen evaluate` cannot be read: file, row, what is wrong; exit code 2
├── RecogniserError         an optional recogniser that cannot do its work: which, why, next step; exit code 1
└── CurationError           a table in the folder of curated files cannot be used (decisions.csv …); exit code 1

Exit code 4 is no error: a build is done, and some inputs or rows were left out (graph.commands.outcome). Errors of
`corpus` and `ontology` end with 1, Ctrl-C with 130.

Every message is for readers of Chinese and of English: place: 中文；下一步 · English; next step.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `fuwen --help` loads this module and must not load the reader
    from corpus.records import Issue


class GraphError(Exception):
    """Root of all errors of this package; `exit_code` is what the command line returns for it."""

    exit_code = 1


class NothingUsable(GraphError):
    """No input was a letter; `issues` say why, input by input."""

    def __init__(self, message: str, issues: Sequence[Issue] = ()) -> None:
        super().__init__(message)
        self.issues = tuple(issues)


class NotFound(GraphError):
    """A name, query or letter that the user asked for is not there."""


class UsageError(GraphError):
    """Options or arguments that do not go together."""

    exit_code = 2


class QueryError(GraphError):
    """A SPARQL query that cannot be run; the message names line and column."""

    exit_code = 2


class QueryTimeout(GraphError):
    """A SPARQL query took longer than the user allowed."""

    exit_code = 3


class ExportError(GraphError):
    """An output cannot be written; the message names path, reason and next step."""

    exit_code = 5


class DamagedStore(GraphError):
    """A graph that is kept on disk for queries cannot be read; it is made anew and no user sees this."""


class MissingBuild(GraphError):
    """A folder that should hold a build does not, or holds a broken one."""

    @classmethod
    def at(cls, path: Path, reason: object = "") -> MissingBuild:
        """Return the error for a file of a build that cannot be opened, for a reason that the system gives."""
        told = f" ({reason})" if reason else ""
        return cls(
            f"{path}: 读不到；请先运行 `fuwen build`，或用 --in 指明输出文件夹 · "
            f"cannot be read{told}; run `fuwen build` first, or name the folder of a build (--in)"
        )


class MissingLibrary(GraphError):
    """A library that a command needs cannot be loaded; the message says why and what to do."""


class WorkersLost(GraphError):
    """Processes were killed again and again; the message says how far the work was and what to try."""


class BrokenEvidence(GraphError):
    """A quote is not what stands at its offsets: a fault of this program, so nothing is published.

    It is given what was found where; the message says what that means and what to do.
    """

    def __init__(self, found: str) -> None:
        super().__init__(
            f"{found}: 引文与原信不符，是 fuwen 自身的错误；请把这封信与本行一并报告 · "
            "the quote is not what the letter holds, a fault of fuwen; please report this line with the letter"
        )


class GoldError(GraphError):
    """An annotation (or the map to it) that `fuwen evaluate` cannot read; the message names file and row."""

    exit_code = 2


class CurationError(GraphError):
    """A table that people keep (decisions.csv, topics.tsv …) cannot be used: file, row, column, value."""


class RecogniserError(GraphError):
    """An optional recogniser (a model, an endpoint) cannot do its work; the message names it and the reason."""
