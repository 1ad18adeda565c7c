"""`fuwen diff OLD NEW`: what changed between two builds, in words."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_command, path_of

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """examples 示例:
  fuwen diff exports-2023 exports
  fuwen diff exports-before exports --format md > changes.md

Letters that came and went; entities that appeared, vanished, were merged, split, renamed or retyped; edges gained,
lost, restated. exit codes: 0 done · 1 one of the folders holds no build
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "diff",
        run,
        short="compare two builds 比较两次构建",
        long="What changed between two builds, in words.\n用文字说明两次构建之间的变化。",
        examples=_EXAMPLES,
    )
    command.add_argument("old", type=path_of, metavar="OLD", help="folder of the earlier build")
    command.add_argument("new", type=path_of, metavar="NEW", help="folder of the later build")
    command.add_argument("--format", choices=("text", "md", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Print the difference; return 0."""
    from ..answers.change_text import as_json, as_markdown, as_text
    from ..answers.diff import diff

    render = {"text": as_text, "md": as_markdown, "json": as_json}[arguments.format]
    sys.stdout.write(render(diff(arguments.old, arguments.new)))
    return 0
