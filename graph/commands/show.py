"""`fuwen show NAME`: everything a build knows of one node."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_build, add_command, asked, count

if TYPE_CHECKING:
    from .arguments import Commands

QUOTES = 8
"""Sentences that are quoted unless --quotes says otherwise."""

_EXAMPLES = """examples 示例:
  fuwen show 深交所科交中心
  fuwen show 2024079                    a proposal by its number
  fuwen show cppcc-2024079.txt          a reply by its file
  fuwen show 2024-09-12                 a reply by its day
  fuwen show 福田区政协 --in graph-2024 --quotes 20

A name, alias, short name, proposal number, file or day of a letter, or id; the beginning or a part of it where that
is enough.
exit codes: 0 shown, or several listed · 1 no build, or nothing has this name
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "show",
        run,
        short="show one entity 查看一个实体",
        long="Names, kind, letters, neighbours, promises, figures and quotes of one node.\n"
        "一个节点的名称、类别、复文、关联、承诺、数字和原句。",
        examples=_EXAMPLES,
    )
    command.add_argument("name", type=asked, metavar="NAME", help="what to show")
    add_build(command)
    command.add_argument(
        "--quotes", type=count, default=QUOTES, metavar="N", help=f"sentences to quote (default: {QUOTES})"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the node, or the nodes that the name may mean; return 0."""
    from ..answers.show import show

    sys.stdout.write(show(arguments.folder, arguments.name, quotes=arguments.quotes))
    return 0
