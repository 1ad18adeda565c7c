"""`fuwen promises`: what was promised, and what later letters say of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from .arguments import add_command, nothing_fits, year
from .rows import add_options, print_rows

if TYPE_CHECKING:
    from ..answers.promises import Thread
    from ..tables.graph_tables import LetterRow
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen promises              按事项列出承诺，逐封对照
                              promises by what they are about, letter by letter
  fuwen promises --about 子基金 --since 2023
  fuwen promises --format md > promises.md
                              带原句与引注 · with quotes and citations

“未再提及”指同一地方后来的复文没有说到，不等于“已放弃”。
“not mentioned” means that later letters of the same place do not speak of it,
not that it was given up.
退出码 exit codes: 0 完成 done · 1 没有构建，或没有符合的 no build, or nothing fits
"""

_WIDEST = 110
"""Columns of a title and of a history where the screen's are not known."""
_NARROWEST = 12
"""Columns that a title and a history have on any screen."""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "promises",
        run,
        short="追踪承诺 · follow promises over letters",
        long="同一事项在前后复文中的说法。\nPromise histories: the same thing in earlier and later letters.",
        examples=_EXAMPLES,
    )
    command.add_argument(
        "--about",
        default="",
        metavar="NAME",
        help="只看与这个名称或说法有关的 · only what this name or wording is in",
    )
    command.add_argument(
        "--since",
        type=year,
        default="",
        metavar="YEAR",
        help="只看这一年以来的复文说到的 · only what letters since that year speak of",
    )
    add_options(command)


def run(arguments: argparse.Namespace) -> int:
    """Print the promises; return 0."""
    from ..answers.promises import PROMISE_COLUMNS, promise_rows, promise_threads
    from ..errors import MissingBuild, NotFound
    from ..tables.stored_tables import open_tables

    tables = open_tables(arguments.folder)
    if tables.commitments and not tables.threads:
        raise MissingBuild(
            f"{arguments.folder}: 由不追踪承诺的旧版构建；请重新构建 · "
            "built before promises were followed; build again"
        )
    threads = promise_threads(tables, about=arguments.about, since=arguments.since)
    if arguments.since:
        _tell_undated(threads, arguments.since)
    if not threads:
        filters = {"--about": arguments.about, "--since": arguments.since}
        raise NotFound(nothing_fits("承诺", "promise", filters))
    if arguments.format == "table":
        _print_table(threads)
        return 0
    letters = {row.letter_id: row for row in tables.letters}
    cited = [
        (*row, _citation(dict(zip(PROMISE_COLUMNS, row, strict=True)), letters))
        for row in promise_rows(threads)
    ]
    columns = (*PROMISE_COLUMNS, "citation")
    if arguments.format == "md":
        cited = [_for_people(dict(zip(columns, row, strict=True))) for row in cited]
    print_rows(columns, cited, arguments.format)
    return 0


def _for_people(cells: dict[str, str]) -> tuple[str, ...]:
    """Return a row with its codes in both languages."""
    from ..answers import labels

    for column in ("course", "status", "outcome"):
        told = labels.concept(column, cells[column])
        in_vocabulary = told != cells[column]  # not_mentioned is no status
        cells[column] = told if in_vocabulary else labels.word(told)
    return tuple(cells.values())


def _print_table(threads: Sequence[Thread]) -> None:
    """Print every step of every promise, whole: a history that is too wide step by step, what is still too wide folded.

    Titles have what they need, at most half of the screen: histories fold more easily, they have lines of their own.
    """
    from ..answers import labels
    from ..answers.promises import history_lines
    from ..terminal import GAP, folded, screen, width

    titles = max(width(thread.title) for thread in threads)
    titles, widest = min(titles, _WIDEST), _WIDEST
    courses = {thread.course: labels.concept("course", thread.course) for thread in threads}
    if room := screen():
        both = max(room - max(map(width, courses.values())) - 2 * len(GAP), 2 * _NARROWEST)
        titles = min(titles, (both + 1) // 2)
        widest = both - titles
    rows = []
    for thread in threads:
        title = folded(thread.title, titles)
        history = [part for line in history_lines(thread, widest) for part in folded(line, widest)]
        rows += list(zip_longest(title, (courses[thread.course],), history, fillvalue=""))
    print_rows(("promise", "course", "history"), rows, "table", widest=_WIDEST)


def _tell_undated(threads: Sequence[Thread], since: str) -> None:
    """Say on stderr how many of the promises were chosen only because a letter without a date speaks of them."""
    from ..answers.promises import speaks_since
    from ..terminal import say

    undated = sum(not speaks_since(thread, since) for thread in threads)
    if undated:
        say(
            f"{len(threads)} 项中有 {undated} 项出自未注日期的复文，年份不详 · "
            f"{undated} of {len(threads)} are told by undated letters, which may be of any year"
        )


def _citation(cells: dict[str, str], letters: dict[str, LetterRow]) -> str:
    """Return the citation of a step's sentence; empty for a letter that says nothing of the promise."""
    from ..answers.citation import quote_citation

    if not cells["start"]:
        return ""
    return quote_citation(letters[cells["letter_id"]], cells["quote"], int(cells["start"]), int(cells["end"]))
