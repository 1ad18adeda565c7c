"""`fuwen compare`: two letters side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .arguments import add_command, asked
from .rows import add_options, print_rows

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen compare 2024237 2025141   对同一位委员的两次答复 · two answers to one member
  fuwen compare 2024237 2025141 --format md > compare.md

以提案号、letter_id、文件名或日期指明复文。
A letter is named by the number of its proposal, its letter_id, its file or its day.
退出码 exit codes: 0 完成 done
  1 没有构建，或没有（不止一封）这样的复文 no build, or no such letter, or several
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "compare",
        run,
        short="对比两封复文 · compare two letters",
        long="实体、承诺、数字、排名与雷同段落：仅甲有、共有、仅乙有、有变化。\n"
        "Entities, promises, figures, ranks and passages: only in A, both, only in B, changed.",
        examples=_EXAMPLES,
    )
    command.add_argument(
        "a", type=asked, metavar="LETTER", help="甲，如较早的一封 · A, the earlier one for instance"
    )
    command.add_argument("b", type=asked, metavar="LETTER", help="乙，与甲并列 · B, which is put beside it")
    add_options(command)


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison; return 0."""
    from ..answers.citation import letter_citation
    from ..answers.compare import COMPARE_COLUMNS, compare_letters, compare_table
    from ..answers.labels import word
    from ..answers.lookup import one_letter
    from ..tables.stored_tables import open_tables
    from ..terminal import say

    tables = open_tables(arguments.folder)
    letters = tuple(tables.letters)
    pair = [one_letter(name, letters) for name in (arguments.a, arguments.b)]
    if pair[0].letter_id == pair[1].letter_id:
        say(f"{arguments.a}、{arguments.b}: 是同一封复文 · are one letter")
    rows = compare_table(compare_letters(tables, *(row.letter_id for row in pair)), *pair)
    if arguments.format != "csv":
        cited = (f"{name}: {letter_citation(row)}" for name, row in zip("AB", pair, strict=True))
        print("\n".join(cited) + "\n")
        rows = ((*map(word, row[:2]), *row[2:]) for row in rows)
    print_rows(COMPARE_COLUMNS, rows, arguments.format, COMPARE_COLUMNS[5:])
    return 0
