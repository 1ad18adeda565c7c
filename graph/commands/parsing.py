"""The parser of the command line: help and refusals in Chinese and English, laid out for full-width characters."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any, NoReturn

from ..both_languages import BETWEEN
from ..terminal import folded, say
from ..terminal import width as wide

_FILE = Path(__file__).with_name("usage_texts.tsv")
_PLACE = re.compile(r"argument (?P<place>[^:]+): (?P<said>.*)", re.DOTALL)


class CommandParser(ArgumentParser):
    """An `ArgumentParser` whose help and errors are for readers of Chinese and of English."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, **settings)
        self._positionals.title = "参数 arguments"
        self._optionals.title = "选项 options"
        self.add_argument("-h", "--help", action="help", help="显示这份说明 · show this help")

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and one line on stderr: what is wrong, in both languages, and where help is."""
        found = _PLACE.fullmatch(message)
        place, said = (f"{found['place']}: ", found["said"]) if found else ("", message)
        zh, _, en = said.partition(BETWEEN) if BETWEEN in said else (_in_chinese(said), "", said)
        help_of = f"`{self.prog} --help`"
        say(f"{place}{zh}（用法见 {help_of}） · {en} (see {help_of})")
        sys.exit(2)


class _Help(RawDescriptionHelpFormatter):
    """Help as it is written; texts of options are folded by the columns that they take, each language for itself."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法 usage: " if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        parts = [text] if wide(text) <= width else text.split(BETWEEN)
        return [line for part in parts for line in folded(part, width)]


def _in_chinese(said: str) -> str:
    """Return what the library says of an argument in Chinese; a general word where it is not in the table."""
    from ontology.tsv import read_tsv  # only for a refusal: `fuwen --help` must be quick

    for row in read_tsv(_FILE, ("pattern", "zh")):
        if found := re.fullmatch(row.required("pattern"), said, re.DOTALL):
            return found.expand(row.required("zh"))
    return "参数不对"
