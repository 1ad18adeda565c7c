"""The shipped questions: queries/*.rq, each with its question in two languages and its parameters.

Header lines of a file:
    # 问：哪些部门答复了哪些提案？
    # Question: Which departments answered which proposals?
    # param: name 深交所科交中心 名称 / the name            (name, default, what it is in Chinese / English)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from .errors import OntologyError

_FILE = re.compile(r"(?P<number>\d\d)-(?P<name>[a-z0-9-]+)\.rq")
_PARAMETER = re.compile(r"(?P<name>\w+)\s+(?P<default>\S+)\s+(?P<zh>.+?)\s+/\s+(?P<en>.+)")


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A value that the user may set; `default` is what the query holds."""

    name: str
    default: str
    about_zh: str
    about_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `text` is the whole file: it runs unchanged in every SPARQL tool."""

    name: str
    number: int
    title_zh: str
    title_en: str
    parameters: tuple[Parameter, ...] = ()
    text: str = field(repr=False)


@cache
def load() -> Mapping[str, Question]:
    """Return the questions by name, in the order of their numbers. Raises `OntologyError` for a broken header."""
    folder = resources.files(__package__) / "queries"
    files = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".rq"))
    found = [read(name, file.read_text(encoding="utf-8")) for name, file in files]
    return {question.name: question for question in found}


def read(file: str, text: str) -> Question:
    """Return the question in a file. Raises `OntologyError` (file, line) where name or header are not as they must."""
    name = _FILE.fullmatch(file)
    if name is None:
        raise OntologyError(
            f"ontology/queries/{file}: 请按 07-some-words.rq 的样子命名 · must be named as 07-some-words.rq"
        )
    return Question(
        name=name["name"],
        number=int(name["number"]),
        title_zh=_header(file, text, "# 问："),
        title_en=_header(file, text, "# Question: "),
        parameters=tuple(_parameters(file, text)),
        text=text,
    )


def _header(file: str, text: str, start: str) -> str:
    for line in text.splitlines():
        if line.startswith(start):
            return line.removeprefix(start).strip()
    raise OntologyError(
        f"ontology/queries/{file}: 没有以 {start!r} 开头的一行；请补上这种文字的问题 · "
        "no such line; add the question in this language"
    )


def _parameters(file: str, text: str) -> list[Parameter]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("# param:"):
            match = _PARAMETER.fullmatch(line.removeprefix("# param:").strip())
            if match is None:
                raise OntologyError(
                    f"ontology/queries/{file}, line {number}: 请写成 · must be: # param: name default 中文 / English"
                )
            found.append(
                Parameter(
                    name=match["name"], default=match["default"], about_zh=match["zh"], about_en=match["en"]
                )
            )
    return found
