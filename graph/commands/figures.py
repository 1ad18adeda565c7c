"""`fuwen figures`: the numbers that letters give, series side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .arguments import add_command, nothing_fits, year
from .rows import add_options, print_rows

if TYPE_CHECKING:
    from .arguments import Commands

_EXAMPLES = """示例 examples:
  fuwen figures --metric 质押融资登记金额
  fuwen figures --about 深交所科交中心
  fuwen figures --place 福田 --since 2023 --format csv > figures.csv

不同口径的数字不相加。
Figures of different roles (paid, ceiling, fund size …) are never added up.
退出码 exit codes: 0 完成 done · 1 没有构建，或没有符合的 no build, or nothing fits
"""
_CODES = {"bound": "bound", "amount_role": "amount-role", "status": "status"}
"""Columns that hold codes of the vocabulary, and the scheme that has them."""
_HIDDEN = ("normalised_value", "letter_id", "quote", "start", "end")


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "figures",
        run,
        short="查数字 · look up figures",
        long="数字及其指标、地区、时期与原句。\nFigures with metric, place, period and sentence.",
        examples=_EXAMPLES,
    )
    command.add_argument(
        "--metric", default="", metavar="WORDS", help="所计何物的字词 · words of what is counted"
    )
    command.add_argument(
        "--about",
        default="",
        metavar="NAME",
        help="实体的任一名称，也指出资方和收款方 · an entity, by any of its names; who pays or is paid, too",
    )
    command.add_argument(
        "--place", default="", metavar="PLACE", help="地名或其一部分 · a place, or a part of its name"
    )
    command.add_argument(
        "--since",
        type=year,
        default="",
        metavar="YEAR",
        help="只看这一年以来的数字 · only figures since that year",
    )
    add_options(command)


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; return 0."""
    from ..answers.citation import quote_citation
    from ..answers.figure_search import FIGURE_COLUMNS, figure_table, find_figures, is_undated
    from ..answers.lookup import one_entity
    from ..errors import NotFound
    from ..tables.stored_tables import open_tables, rows_where
    from ..terminal import say

    tables = open_tables(arguments.folder)
    about = one_entity(arguments.about, tuple(tables.entities)).entity_id if arguments.about else ""
    asked = {"metric": arguments.metric, "about": about, "place": arguments.place}
    fitting = find_figures(tables.figures, **asked)
    found = find_figures(fitting, since=arguments.since)
    undated = sum(map(is_undated, fitting)) if arguments.since else 0
    if undated:
        say(f"--since 不计未注日期的 {undated} 个数字 · --since leaves out {undated} undated figures")
    letters = {row.letter_id: row for row in tables.letters}
    named = {one for row in found for one in (*row.about_ids, row.payer, row.payee, row.place)}
    names = {row.entity_id: row.name for row in rows_where(tables.entities, ("entity_id",), named)}
    cited = [
        (*cells, quote_citation(letters[row.letter_id], row.quote, row.start, row.end))
        for row, cells in zip(found, figure_table(found, names), strict=True)
    ]
    if not found:
        filters = {f"--{name}": getattr(arguments, name) for name in ("metric", "about", "place", "since")}
        raise NotFound(nothing_fits("数字", "figure", filters))
    columns = (*FIGURE_COLUMNS, "citation")
    if arguments.format != "csv":
        short = arguments.format == "table"
        cited = [_for_people(dict(zip(columns, cells, strict=True)), short=short) for cells in cited]
    print_rows(columns, cited, arguments.format, (*_HIDDEN, "citation"))
    return 0


def _for_people(cells: dict[str, str], *, short: bool) -> tuple[str, ...]:
    """Return a row with its codes in both languages; that a number is exact goes without saying where room is short."""
    from ..answers import labels
    from ..answers.figure_search import short_period

    for column, scheme in _CODES.items():
        goes_without = short and cells[column] == "exact"
        cells[column] = "" if goes_without else labels.concept(scheme, cells[column])
    if short:
        cells["period"] = short_period(cells["period"])
    return tuple(cells.values())
