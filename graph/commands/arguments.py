"""What the parsers of the commands share; values are checked as they are read: a bad one ends with exit code 2."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # generic in the stubs alone
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

_YEAR = re.compile(r"(?:19|20)\d\d")


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[Namespace], int],
    *,
    short: str,
    long: str,
    examples: str,
) -> ArgumentParser:
    """Return the parser of a new command.

    `short` stands in the list of commands, `long` at the head of its own help, `examples` at the end, as it is written.
    Parsed arguments hold the command as `run` and its parser as `of`.
    """
    command = commands.add_parser(name, help=short, description=long, epilog=examples)
    command.set_defaults(run=run, of=command)
    return command


def add_build(command: ArgumentParser) -> None:
    """Add --in: the folder of the build that a command reads, `folder` among the parsed arguments."""
    command.add_argument(
        "--in",
        dest="folder",
        type=path_of,
        default=Path("exports"),
        metavar="DIR",
        help="构建的输出文件夹（默认 exports） · folder of a build (default: exports)",
    )


def cache_folder(arguments: Namespace) -> Path | None:
    """Return where results are kept for the next time: --cache, else this system's place; None with --no-cache.

    Raises `UsageError` where --cache names a file.
    """
    from ..errors import UsageError
    from ..run.cache import default_folder

    if arguments.cache and arguments.cache.is_file():
        raise UsageError(f"--cache {arguments.cache}: 是文件；请写文件夹 · is a file; name a folder")
    return None if arguments.no_cache else arguments.cache or default_folder()


def named(text: str) -> str:
    """Return the text itself. Raises `ArgumentTypeError` where it is empty.

    An unset variable of a shell gives an empty text, which as a path would mean the current folder.
    """
    if not text.strip():
        raise ArgumentTypeError(
            "是空的；请写文件或文件夹（. 是当前文件夹） · is empty; name a file or folder (. is the current folder)"
        )
    return text


def path_of(text: str) -> Path:
    """Return a path. Raises as `named`."""
    return Path(named(text))


def year(text: str) -> str:
    """Return a year (yyyy, 1900 to 2099), or an empty text for none. Raises `ArgumentTypeError` for anything else."""
    if text and not _YEAR.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} 不是年份；请写成 2023 · is no year; write it as 2023")
    return text


def asked(text: str) -> str:
    """Return what is looked up. Raises `ArgumentTypeError` where it is empty."""
    if not text.strip():
        raise ArgumentTypeError("是空的；请写要查什么 · is empty; write what to look up")
    return text


def count(text: str) -> int:
    """Return a number of things, 0 or more. Raises `ArgumentTypeError` for anything else."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"{text!r} 不是数；请写成 8 · is no number; write it as 8")
    return int(text)


def nothing_fits(zh: str, en: str, filters: Mapping[str, str]) -> str:
    """Return the message for filters (option → value) that leave nothing: all that were given, and what to try."""
    from ..answers.search_terms import advice

    given = {option: value for option, value in filters.items() if value}
    if not given:
        return f"这次构建的复文中没有{zh} · the letters of this build hold no {en}"
    told = " ".join(f"{option} {value}" for option, value in given.items())
    return (
        f"没有符合 {told} 的{zh}；请少写几个字，或少加条件 · "
        f"no {en} fits {told}; ask with fewer or shorter words, or fewer options{advice(told)}"
    )
