"""`fuwen evaluate`: how good is a build, measured against letters that somebody annotated."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .arguments import add_build, add_command, path_of

if TYPE_CHECKING:
    from .arguments import Commands

SHOWN = 3
"""Documents that a message names."""
_EXAMPLES = """示例 examples:
  fuwen build my-letters --out mine && fuwen evaluate my-gold --in mine
  fuwen evaluate tests/gold   自带的信与其标注 · the bundled letters
  fuwen evaluate my-gold --in mine --map names.csv
                              标注的信与文件不同名时 · where names of files differ
  fuwen evaluate my-gold --in mine --format json > scores.json

GOLD 是存放标注的文件夹：mentions.jsonl（doc, start, end, text, kind），另可有 entities.jsonl、
headers.jsonl、response_relations.jsonl、skipped.jsonl；doc 是信的文件名，不含扩展名。
GOLD is a folder of mentions.jsonl (doc, start, end, text, kind), and, where you
have them, entities.jsonl, headers.jsonl, response_relations.jsonl, skipped.jsonl;
doc is the name of a letter's file without its ending.
退出码 exit codes: 0 完成 done
  1 没有构建，或标注的信都不在其中 no build, or no annotated letter is in it
  2 标注读不出 the annotation cannot be read
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "evaluate",
        run,
        short="用标注评测 · measure a build against annotated letters",
        long="名称、归并、信头与答复关系的准确率、召回率与 F1。\n"
        "Precision, recall and F1 of names, links, headers and response relations.",
        examples=_EXAMPLES,
    )
    command.add_argument("gold", type=path_of, metavar="GOLD", help="标注的文件夹 · folder of the annotation")
    add_build(command)
    command.add_argument(
        "--map",
        type=path_of,
        metavar="CSV",
        help="哪份标注对哪个文件：doc、source 两列 · which annotation is of which file: columns doc, source",
    )
    command.add_argument(
        "--format", choices=("text", "md", "json"), default="text", help="默认 text · default: text"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the scores; return 0. Raises `NotFound` where there is nothing to compare."""
    from ..errors import NotFound
    from ..evaluation.evaluate import evaluate
    from ..evaluation.rendering import as_json, as_markdown, as_text

    scores = evaluate(arguments.gold, arguments.folder, arguments.map)
    if not scores.letters:
        raise NotFound(
            f"{arguments.gold}: 标注的信都不在 {arguments.folder} 中；请让信的文件名与标注一致，或用 --map 对应 · "
            f"no annotated letter is in the build {arguments.folder} ({', '.join(scores.missing[:SHOWN])} …); "
            "name the letters' files like the documents, or give --map"
        )
    show = {"text": as_text, "md": as_markdown, "json": as_json}[arguments.format]
    sys.stdout.write(show(scores).rstrip("\n") + "\n")
    return 0
