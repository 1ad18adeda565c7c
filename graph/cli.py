"""The command line: `fuwen COMMAND`. What a command does stands in graph.commands; here errors become exit codes."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from .commands.arguments import named
from .commands.parsing import CommandParser
from .errors import GraphError
from .storage.collection import no_cycle_search_at_end
from .terminal import say
from .version import __version__

COMMANDS = (
    "build",
    "query",
    "show",
    "promises",
    "figures",
    "compare",
    "check",
    "evaluate",
    "review",
    "diff",
)
"""Each is a module of graph.commands with `register(parser)` and `run(arguments) -> exit code`."""

_FIRST_STEPS = """第一步 first steps:
  fuwen build                    用自带的五封复文 · of the five bundled letters
  fuwen build 文件夹 --out 输出  读自己的信 · of letters of your own
  打开 open 输出/graph.html      用浏览器看图谱 · the graph, in a browser

每个命令的 --help 有示例 · the --help of each command shows examples
"""
EXIT_CANNOT_WRITE = 5
EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see graph.errors). Errors are one line on stderr."""
    _force_utf8()
    no_cycle_search_at_end()
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else arguments)
        finally:
            sys.stdout.flush()  # what cannot be written is told here, and not by Python after the end
    except BrokenPipeError:
        _write_no_more()
        return 0  # the reader of our output (head, less) has seen enough
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename is not None:
            raise
        _write_no_more()
        say(
            f"输出写不下去；请腾出磁盘空间 · the output cannot be written ({error.strerror}); free some space"
        )
        return EXIT_CANNOT_WRITE


def _run(arguments: Sequence[str]) -> int:
    parsed = _parsed(arguments)
    if parsed.run is None:
        parser().print_help()
        return 2
    try:
        code: int = parsed.run(parsed)
    except _expected_errors() as error:
        say(str(error))
        return error.exit_code if isinstance(error, GraphError) else 1
    except OSError as error:
        if error.filename is None:
            raise  # of a stream: the callers know which
        say(f"{error.filename}: {_of_the_system(error)}")
        return 1
    except MemoryError:
        say(
            "内存不足；请分批构建，或加 --jobs 1 · "
            "memory is short; build fewer letters at once, or use --jobs 1"
        )
        return 1
    except KeyboardInterrupt:
        print("\nfuwen: 已中断，旧的输出未动 · interrupted; the old output is untouched", file=sys.stderr)
        return EXIT_INTERRUPTED
    return code


def _of_the_system(error: OSError) -> str:
    """Return what a system says of a file, in both languages, and what to do."""
    if isinstance(error, PermissionError):
        return (
            "没有权限；请检查它和上级文件夹的权限 · "
            f"no right to it ({error.strerror}); check its rights and those of the folders above it"
        )
    return (
        "读写不了；请检查路径、权限和磁盘空间 · "
        f"cannot be read or written ({error.strerror}); check path, rights and space"
    )


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments; `help` is `--help`, and what no command takes is refused with what was meant."""
    if arguments and arguments[0] == "help":
        arguments = [*arguments[1:2], "--help"]
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        near = get_close_matches(arguments[0], COMMANDS, 1)
        zh, en = f"可用的有 {'、'.join(COMMANDS)}", f"there are {', '.join(COMMANDS)}"
        if near:
            zh, en = f"是否指 {near[0]}", f"did you mean {near[0]}?"
        parser().error(f"没有 {arguments[0]!r} 这个命令；{zh} · no command {arguments[0]!r}; {en}")
    whole = parser()
    parsed, unknown = whole.parse_known_args(arguments)
    command: argparse.ArgumentParser = getattr(parsed, "of", whole)  # none where no command is named
    if hasattr(parsed, "paths") and not any(word.startswith("-") for word in unknown):
        # argparse takes one run of them, before or behind the options
        parsed.paths = [*parsed.paths, *(_path(word, command) for word in unknown)]
    elif unknown:
        zh, en = _meant(unknown[0], command)
        command.error(f"不认得 {unknown[0]!r}；{zh} · {unknown[0]!r} is more than it takes; {en}")
    return parsed


def _path(word: str, command: argparse.ArgumentParser) -> str:
    """Return a path that stands behind options; what is none is refused as where argparse looks at it."""
    try:
        return named(word)
    except argparse.ArgumentTypeError as error:
        command.error(f"argument PATH: {error}")


def _meant(unknown: str, command: argparse.ArgumentParser) -> tuple[str, str]:
    """Return what to do about an argument that a command does not take, in both languages.

    It is misspelt, a folder, or part of a name.
    """
    options = re.findall(r"--[a-z-]+", command.format_help())
    near = get_close_matches(unknown, options, 1)
    if unknown in options:  # of an example in the help of the whole
        return "先写命令，选项写在它后面", "name a command before its options"
    if near:
        return f"是否指 {near[0]}", f"did you mean {near[0]}?"
    if "--in" in options and Path(unknown).is_dir():
        return f"请用 --in {unknown} 指明输出文件夹", f"name the folder of a build with --in {unknown}"
    return "含空格的名称请加引号", "quote names that hold spaces"


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = CommandParser(
        prog="fuwen",
        description="复文：从人大建议、政协提案的答复函构建知识图谱。\n"
        "Knowledge graphs from replies to CPPCC proposals and people's congress suggestions.",
        epilog=_FIRST_STEPS,
    )
    top.add_argument(
        "--version", action="version", version=f"fuwen {__version__}", help="显示版本 · show the version"
    )
    top.set_defaults(run=None)
    commands = top.add_subparsers(title="命令 commands", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f".commands.{name}", __package__).register(commands)
    return top


def _expected_errors() -> tuple[type[Exception], ...]:
    """Return the root errors of the three packages; loaded only when one was raised, so that --help stays quick."""
    from corpus.errors import CorpusError  # noqa: PLC0415 (see above)
    from ontology.errors import OntologyError  # noqa: PLC0415 (see above)

    return GraphError, CorpusError, OntologyError


def _force_utf8() -> None:
    """Windows consoles default to a legacy code page; ours is always UTF-8. Where stdout is closed, write nowhere."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (it is open to the end)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _write_no_more() -> None:
    """Send the rest of our output nowhere: Python would try to write it at its end, and complain."""
    with contextlib.suppress(OSError, ValueError):  # a stream of a test has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
