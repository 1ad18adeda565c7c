"""`fuwen diff OLD NEW`: what changed between two builds, in words."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_command, path_of

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen diff exports-2023 exports
  fuwen diff exports-before exports --format md > changes.md

增减的信；出现、消失、合并、拆分、改名、改类别的实体；增减、改状态的关系。
Letters that came and went; entities that appeared, vanished, were merged,
split, renamed or retyped; edges gained, lost, restated.
退出码 exit codes: 0 完成 done
  1 有一个文件夹中没有构建 one of the folders holds no build
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "diff",
        run,
        short="比较两次构建 · compare two builds",
        long="用文字说明两次构建之间的变化。\nWhat changed between two builds, in words.",
        examples=_EXAMPLES,
    )
    command.add_argument("old", type=path_of, metavar="OLD", help="较早的构建 · folder of the earlier build")
    command.add_argument("new", type=path_of, metavar="NEW", help="较晚的构建 · folder of the later build")
    command.add_argument(
        "--format", choices=("text", "md", "json"), default="text", help="默认 text · default: text"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the difference; return 0."""
    from ..answers.change_text import as_json, as_markdown, as_text
    from ..answers.diff import diff
    from ..run.progress import Progress

    render = {"text": as_text, "md": as_markdown, "json": as_json}[arguments.format]
    with Progress(sys.stderr).during("compare"):
        told = render(diff(arguments.old, arguments.new))
    sys.stdout.write(told)
    return 0
