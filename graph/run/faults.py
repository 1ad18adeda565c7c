"""Faults of ours that one letter meets: told as an issue of that letter, so that one ends no build of thousands."""

from __future__ import annotations

import traceback
from pathlib import Path

from corpus.records import Issue, Letter
from ontology.errors import OntologyError

from ..errors import GraphError

PASSED_ON = (GraphError, OntologyError, OSError, MemoryError)
"""No faults of ours in one letter: what the user is told as it is, and what the next letter would meet too."""


def described(fault: Exception) -> str:
    """Return what happened and where: ValueError in quantities.py, line 133: …."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(place.filename).name}, line {place.lineno}: {fault}"


def names_failed(letter: Letter, fault: str) -> Issue:
    """Return the issue of a letter whose names were not found."""
    told = "the letter's header is in the graph, and of its names only those that other letters taught"
    return _issue(letter, "names_failed", "names", f"a fault of fuwen: {fault}; {told}")


def claims_failed(letter: Letter, fault: str) -> Issue:
    """Return the issue of a letter whose claims were not found."""
    told = "the letter's names and answers are in the graph, its claims are not"
    return _issue(letter, "claims_failed", "claims", f"a fault of fuwen: {fault}; {told}")


def _issue(letter: Letter, code: str, where: str, message: str) -> Issue:
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="error",
        code=code,
        where=where,
        value="",
        message=message,
        hint="please report this with the letter",
    )
