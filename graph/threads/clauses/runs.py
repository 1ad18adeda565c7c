"""Runs of characters that the words of a promise have in common with a clause, which is read for many promises."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from difflib import Match, SequenceMatcher
from functools import lru_cache


def longest_run(words: str, clause: str) -> Match:
    """Return the longest run that stands in both: `a` its place in the words, `b` in the clause."""
    return _matcher(words, clause).find_longest_match()


def common_runs(words: str, clause: str) -> Sequence[Match]:
    """Return the runs that stand in both in the same order, the last of them empty."""
    return _matcher(words, clause).get_matching_blocks()


def _matcher(words: str, clause: str) -> SequenceMatcher[str]:
    found = copy(_of_clause(clause))  # another thread may be at work with the same clause
    found.set_seq1(words)
    return found


@lru_cache(maxsize=64)
def _of_clause(clause: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, "", clause, autojunk=False)
