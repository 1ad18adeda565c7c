"""Errors of the reader.

CorpusError                 anything that keeps the reader from working at all
├── InputNotFound           a path that the user named does not exist, or a pattern matches nothing
├── UnreadableInput         one file cannot be read; carries the issue row that reports it
└── FactsError              facts.csv has a row that cannot be applied: file, row, column, value
"""

from __future__ import annotations

from .records import Issue


class CorpusError(Exception):
    """Root of all errors of this package."""


class InputNotFound(CorpusError):
    """A path that the user named does not exist, or a pattern matches nothing."""


class UnreadableInput(CorpusError):
    """One file cannot be read; `issue` says what, where and what to do next."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(f"{issue.source}: {issue.message}")
        self.issue = issue


class FactsError(CorpusError):
    """A row of facts.csv cannot be applied: the message names file, row, column and value."""
