"""`fuwen check`: is a build what it says, and can every quote be found in its letter?"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_build, add_command

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """examples 示例:
  fuwen check                          files, counts, quotes, evidence, graph.ttl against tables and shapes
  fuwen check --in mine --no-shapes    without SHACL, which takes longest on large graphs

SHACL needs pyshacl: pip install 'fuwen[check]'.
exit codes: 0 nothing wrong · 1 violations, or no build
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "check",
        run,
        short="check a build 核查一次构建",
        long="Every quote against its letter, every edge with evidence, all files with equal counts, SHACL.\n"
        "逐条核对引文与原信、关系与证据、各文件计数与 SHACL 形状。",
        examples=_EXAMPLES,
    )
    add_build(command)
    command.add_argument("--no-shapes", action="store_true", help="leave SHACL out")


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; return 0 where nothing is wrong, else 1."""
    from ..check import check, render

    report = check(arguments.folder, shapes=not arguments.no_shapes)
    sys.stdout.write(render(report).rstrip("\n") + "\n")
    return report.exit_code
