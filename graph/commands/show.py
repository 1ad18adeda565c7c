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

_EXAMPLES = """示例 examples:
  fuwen show 深交所科交中心
  fuwen show 2024079             按提案号 · a proposal by its number
  fuwen show cppcc-2024079.txt   按复文的文件 · a reply by its file
  fuwen show 2024-09-12          按复文的日期 · a reply by its day
  fuwen show 福田区政协 --in graph-2024 --quotes 20

名称、别名、简称、提案号、文件名、日期或 id；写开头或一部分，能认出即可。
A name, alias, short name, proposal number, file or day of a letter, or id; the
beginning or a part of it where that is enough.
退出码 exit codes: 0 已显示，或列出几个 shown, or several listed
  1 没有构建，或没有这个名称 no build, or nothing has this name
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "show",
        run,
        short="查看一个实体 · show one entity",
        long="一个节点的名称、类别、复文、关联、承诺、数字和原句。\n"
        "Names, kind, letters, neighbours, promises, figures and quotes of one node.",
        examples=_EXAMPLES,
    )
    command.add_argument("name", type=asked, metavar="NAME", help="要查什么 · what to show")
    add_build(command)
    command.add_argument(
        "--quotes",
        type=count,
        default=QUOTES,
        metavar="N",
        help=f"引用几句原文（默认 {QUOTES}） · sentences to quote (default: {QUOTES})",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the node, or the nodes that the name may mean; return 0."""
    from ..answers.show import show

    sys.stdout.write(show(arguments.folder, arguments.name, quotes=arguments.quotes))
    return 0
