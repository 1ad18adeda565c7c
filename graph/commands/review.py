"""`fuwen review`: what people should decide, to read and to fill in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import add_build, add_command, path_of

if TYPE_CHECKING:
    from .arguments import Commands

PAIRS, FACTS = "review_decisions.csv", "review_facts.csv"

_EXAMPLES = f"""示例 examples:
  fuwen review                  最值得看的几对 · the most valuable pairs, as a table
  fuwen review --csv open.csv   全部待定的对，用表格软件填写
                                all undecided pairs, for a spreadsheet
  fuwen review --out review/    review/{PAIRS}, review/{FACTS}

填写 verdict（same 同一，different 不同，part_of 隶属，successor 前后相继，
unsure 不定）、by（谁定的）、why（理由），存为信件旁的 fuwen/decisions.csv，或把
各行续写在那里；没有填 verdict 的行略过。以后每次构建都照办。
{FACTS} 填写 value、by，删去其余各行，存为 fuwen/facts.csv。
Fill in verdict (same, different, part_of, successor, unsure), by and why; save
the file as fuwen/decisions.csv beside the letters, or append its rows there.
Rows without a verdict are passed over. Every later build applies it. In
{FACTS} fill in value and by, delete the other rows, and save it as
fuwen/facts.csv.

也可自己写行，改正误并、误名
Rows of your own correct what was merged or named wrongly:
  verdict,kind,name,jurisdiction,other_kind,other_name,other_jurisdiction,value,by,date,why
  successor,organisation,甲局,苏州市,organisation,乙局,苏州市,2019-01-10,me,2026-01-31,institutional reform
  different,fund,甲基金,,fund,甲产业基金,,,me,2026-01-31,two funds
  split,organisation,研究院,,,,,LETTER_ID,me,2026-01-31,in that letter the name means another body
  rename,platform,甲中心,,,,,甲创新中心,me,2026-01-31,its full name
  retype,organisation,甲中心,,,,,platform,me,2026-01-31,a facility
  hide,policy,甲计划,,,,,,me,2026-01-31,no name of anything
successor 先写旧机构，value 是变更日期（2019-01-10、2019-01、2019），可不填；
kind 为 person 的行指该地所有届次的同名提案人；名称、辖区、letter_id 见
`fuwen show NAME`，一行改了什么见 `fuwen diff OLD NEW`。
A successor names the old body first; its value is the day of the change, or
empty. A row of the kind person speaks of all proposers of its names and places,
whatever their term. `fuwen show NAME` tells names, jurisdiction and letter_ids;
`fuwen diff OLD NEW` what a row changed.
退出码 exit codes: 0 完成 done · 1 没有构建 no build · 5 无法写出 cannot write
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "review",
        run,
        short="列出待定事项 · list what is undecided",
        long="可能同一的名称，以及信中未写明的事项。\n"
        "Pairs that may be one thing, and facts that letters do not state.",
        examples=_EXAMPLES,
    )
    add_build(command)
    command.add_argument(
        "--format",
        choices=("table", "csv", "facts"),
        default="table",
        help="屏幕上显示的样子（默认 table） · what the screen shows (default: table)",
    )
    command.add_argument(
        "--csv",
        type=path_of,
        metavar="FILE",
        help="把全部待定的对写成 CSV · write all undecided pairs to a CSV file",
    )
    command.add_argument(
        "--out",
        type=path_of,
        metavar="DIR",
        help=f"{PAIRS}、{FACTS} 写到哪个文件夹 · folder for {PAIRS} and {FACTS}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the review, or write its two files; return 0."""
    from ..answers.review import as_text, facts_csv, pairs_csv, review

    found = review(arguments.folder)
    if arguments.out:
        _write(arguments.out / PAIRS, pairs_csv(found.pairs))
        _write(arguments.out / FACTS, facts_csv(found.facts))
        print(f"{len(found.pairs)} 对 pairs, {len(found.facts)} 项 facts → {arguments.out}")
        return 0
    if arguments.csv:
        _write(arguments.csv, pairs_csv(found.pairs))
        print(f"{len(found.pairs)} 对 pairs → {arguments.csv}")
        return 0
    from ..terminal import csv_mark

    mark = "" if arguments.format == "table" else csv_mark()
    text = {
        "table": lambda: as_text(found),
        "csv": lambda: pairs_csv(found.pairs),
        "facts": lambda: facts_csv(found.facts),
    }[arguments.format]()
    sys.stdout.write(mark + text.replace("\r\n", "\n"))
    return 0


def _write(path: Path, text: str) -> None:
    """Write one file for a spreadsheet: UTF-8 with byte order mark; what people filled in is never overwritten."""
    from ..errors import ExportError
    from ..tables.cells import ENCODING

    if path.parent.exists() and not path.parent.is_dir():
        raise ExportError(f"{path.parent}: 是文件；请写文件夹 · is a file; name a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding=ENCODING, newline="") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:  # what is left of a file that is not whole may be taken for one
                path.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise ExportError(
            f"{path}: 已有这个文件，可能已填写；请移走它或换个名字 · "
            "is there already and may be filled in; move it, or name another"
        ) from error
    except OSError as error:
        raise ExportError(
            f"{path}: 无法写出；请换个地方 · cannot be written ({error.strerror}); name another place"
        ) from error
