"""`fuwen query`: SPARQL, or one of the shipped questions, over a build's graph.ttl."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from .arguments import add_build, add_command, cache_folder, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ontology.questions import Question

    from ..query.result import Result
    from .arguments import Commands

TIMEOUT = 60.0
"""Seconds after which a query is ended, unless --timeout says otherwise."""
LONGEST = 86400.0
"""A day: operating systems wait no longer than some weeks at once."""

_EXAMPLES = """示例 examples:
  fuwen query --list          列出内置问题 · the shipped questions
  fuwen query departments     问其中一个 · one of them
  fuwen query unsigned-or-undated --format csv > open.csv
  fuwen query 'SELECT ?name WHERE { ?f a fuwen:Fund ; fuwen:name ?name }'
  fuwen query mine.rq --in graph-2024 --engine rdflib --timeout 120

前缀自动补上；不许用 SERVICE 和 FROM：查询不会离开本机。Windows 的 cmd 中请用双引号。
Prefixes are added. SERVICE and FROM are refused: a query never leaves this
computer. In the command prompt of Windows use double quotation marks.
退出码 exit codes:
  0 完成 done · 1 没有构建或没有这个问题 no build or no such question
  2 查询有误 bad query · 3 超时 timeout
"""


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    command = add_command(
        commands,
        "query",
        run,
        short="查询图谱 · ask the graph",
        long="对 graph.ttl 运行内置问题或 SPARQL。\nRun a shipped question, or SPARQL, over graph.ttl.",
        examples=_EXAMPLES,
    )
    _add_question(command)
    _add_answering(command)


def _add_question(command: argparse.ArgumentParser) -> None:
    """Add what is asked, of which build."""
    command.add_argument(
        "query",
        nargs="?",
        default="",
        metavar="QUERY",
        help="内置问题的名称、.rq 文件或 'SELECT …' · name of a shipped question, .rq file or 'SELECT …'",
    )
    command.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="K=V",
        help="问题的参数，名称=值 · a question's parameter, name=value",
    )
    add_build(command)
    command.add_argument("--list", action="store_true", help="列出内置问题 · list the shipped questions")


def _add_answering(command: argparse.ArgumentParser) -> None:
    """Add how the question is answered and shown."""
    command.add_argument(
        "--format",
        default="table",
        metavar="NAME",
        help="table、csv、tsv、json 或 md（默认 table） · one of these (default: table)",
    )
    command.add_argument(
        "--engine",
        default="oxigraph",
        metavar="NAME",
        help="oxigraph 或 rdflib，结果相同 · oxigraph (default) or rdflib: both give the same rows",
    )
    command.add_argument(
        "--timeout",
        type=float,
        default=TIMEOUT,
        metavar="S",
        help=f"查询最多几秒，0 为不限（默认 {TIMEOUT:g}） · "
        f"seconds for the query, without the loading that is kept; 0: none (default: {TIMEOUT:g})",
    )
    command.add_argument(
        "--cache",
        type=path_of,
        metavar="DIR",
        help="大图载入后的留存处 · where large graphs are kept, loaded, for the next query",
    )
    command.add_argument(
        "--no-cache",
        action="store_true",
        help="载入内存，什么都不留存 · load the graph into memory and keep nothing",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the rows, or the shipped questions; return 0."""
    from ..query import renderer
    from ..query import run as ask
    from ..terminal import say

    if arguments.list:
        sys.stdout.write(_listed(arguments.format))
        return 0
    _refuse_unusable(arguments)
    params = dict(map(_parameter, arguments.param))
    shown = renderer(arguments.format)  # what is wrong with the wishes is told before a long query
    result = ask(
        arguments.query,
        arguments.folder,
        params=params,
        engine=arguments.engine,
        timeout=arguments.timeout or None,
        cache=cache_folder(arguments),
        tell=say,
    )
    for_people = arguments.format in {"table", "md"}
    sys.stdout.write(
        _mark(arguments.format) + shown(_titled(result, arguments.query) if for_people else result)
    )
    for line in _hints(arguments.query, params, found=bool(result.rows)):
        say(line)
    return 0


def _refuse_unusable(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` where nothing is asked, or for a time out of its range."""
    from ..errors import UsageError

    if not arguments.query:
        raise UsageError(
            "请写要问什么；`fuwen query --list` 列出内置问题 · "
            "name a query; `fuwen query --list` shows the shipped questions"
        )
    if not 0 <= arguments.timeout <= LONGEST:
        raise UsageError(
            f"--timeout {arguments.timeout:g}: 须是 0（不限）到 {LONGEST:.0f} 秒 · "
            f"must be 0 (none) to {LONGEST:.0f} seconds"
        )


def _hints(query: str, params: Mapping[str, str], *, found: bool) -> Iterator[str]:
    """Yield what may be wrong with a query that was answered, a line each."""
    from ..query import resolve
    from ..query.hints import unfitting_defaults, unknown_terms, unmatched

    text = resolve(query)
    yield from unknown_terms(text)
    if not found:
        yield from filter(None, (unmatched(params), unfitting_defaults(text, params)))


def _titled(result: Result, query: str) -> Result:
    """Return the rows of a shipped question with their columns in both languages; own queries keep their words."""
    from ontology import questions

    from ..answers import labels

    if query not in questions.load():
        return result
    return replace(result, columns=tuple(map(labels.word, result.columns)))


def _parameter(text: str) -> tuple[str, str]:
    from ..errors import UsageError

    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--param {text!r}: 须写成 名称=值 · must be name=value")
    return name.strip(), value


def _mark(output_format: str) -> str:
    from ..terminal import csv_mark

    return csv_mark() if output_format == "csv" else ""


def _listed(output_format: str) -> str:
    """Return the shipped questions with their parameters: a block each, or a row each in another format."""
    from ontology import questions

    from ..query import renderer

    found = sorted(questions.load().values(), key=lambda one: one.number)
    if output_format != "table":
        return _mark(output_format) + renderer(output_format)(_rows(found))
    return "".join(f"{line}\n" for question in found for line in _block(question))


def _rows(found: Iterable[Question]) -> Result:
    from ..query.result import Cell, Result

    def row(one: Question) -> tuple[Cell, ...]:
        wishes = "; ".join(f"{parameter.name}={parameter.default}" for parameter in one.parameters)
        return tuple(Cell(value=text) for text in (one.name, one.title_zh, one.title_en, wishes))

    return Result(columns=("question", "title_zh", "title_en", "parameters"), rows=tuple(map(row, found)))


def _block(question: Question) -> list[str]:
    return [
        question.name,
        f"  {question.title_zh}",
        f"  {question.title_en}",
        *(
            f"  --param {one.name}={one.default}  {one.about_zh} {one.about_en}"
            for one in question.parameters
        ),
    ]
