"""`fuwen check`: is a build what it says, and can every quote be found in its letter?"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_build, add_command

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen check                          查文件、计数、引文、证据、graph.ttl 与形状
                                       files, counts, quotes, evidence, graph.ttl, shapes
  fuwen check --in mine --no-shapes    不查 SHACL 形状（大图最费时）
                                       without SHACL, which takes longest on large graphs

查 SHACL 形状须装 pyshacl · SHACL needs pyshacl: pip install 'fuwen[check]'
退出码 exit codes: 0 无误 nothing wrong · 1 有误，或没有构建 violations, or no build
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "check",
        run,
        short="核查一次构建 · check a build",
        long="逐条核对引文与原信、关系与证据、各文件计数与 SHACL 形状。\n"
        "Every quote against its letter, every edge with evidence, all files with equal counts, SHACL.",
        examples=_EXAMPLES,
    )
    add_build(command)
    command.add_argument("--no-shapes", action="store_true", help="不查 SHACL 形状 · leave SHACL out")


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; return 0 where nothing is wrong, else 1."""
    from ..check import check, render
    from ..run.progress import Progress

    report = check(arguments.folder, shapes=not arguments.no_shapes, progress=Progress(sys.stderr))
    sys.stdout.write(render(report).rstrip("\n") + "\n")
    return report.exit_code
