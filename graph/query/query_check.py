"""Whether a query can be read and stays with the loaded graph; if not: where, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import QueryError
from ..oxigraph import has_oxigraph
from .tokens import has_open_text, no_reading, refuse_outside

_PREFIX = re.compile(r"([\w.-]*):[^\s:]*\s*$")
"""The prefix of the last term of a text."""
_SHOWN = 24
"""Characters of a query that a message quotes."""
_OF_SELECT = {
    "The SELECT contains a variable that is unbound": "SELECT 中有未取值的变量",
    "The SELECT overrides an existing variable": "SELECT 改写了已有的变量",
}
"""What pyoxigraph says of the variables of a SELECT, and the same in Chinese."""
_Told = tuple[str, str]
"""What is wrong and what to do, in one language."""


def check(query: str, prefixes: Mapping[str, str]) -> None:
    """Raise `QueryError` (line, column) where a query cannot be read or would leave the loaded graph.

    Without pyoxigraph only the second is seen here; rdflib then says what it cannot read.
    """
    refuse_outside(query)
    if not has_oxigraph():
        return
    from pyoxigraph import Store  # noqa: PLC0415  (loaded only where a query is run)

    try:
        Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as error:
        raise _unreadable(query, str(error), prefixes) from error


def _unreadable(query: str, message: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return the error with its place and its likely cause in words."""
    if why := no_reading(query):
        return QueryError(why)
    found = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", message, re.DOTALL)
    if found is None:
        return QueryError(f"query: 读不懂；请照 SPARQL 1.1 改正 · {message}; see SPARQL 1.1")
    line, column = int(found[1]), int(found[2])
    lines = query.splitlines()[:line] if query.strip() else [""]
    before, rest = "\n".join([*lines[:-1], lines[-1][: column - 1]]), lines[-1][column - 1 :]
    at = (
        (f"在 {rest[:_SHOWN]!r} 处", f"near {rest[:_SHOWN]!r}")
        if rest.strip()
        else ("在行末", "at the end of the line")
    )
    (zh, zh_step), (en, en_step) = _cause(query, found[3], prefixes, before)
    return QueryError(
        f"query, line {line}, column {column}: {at[0]}{zh}；{zh_step} · {en} {at[1]}; {en_step}"
    )


def _cause(query: str, expected: str, prefixes: Mapping[str, str], before: str) -> tuple[_Told, _Told]:
    """Return what is wrong with a query, whose text `before` the place could be read, and the next step.

    First in Chinese, then in English.
    """
    for part, zh in _OF_SELECT.items():
        if part in expected:
            en = f"{part[0].lower()}{part[1:]}"
            return (zh, "请写入 GROUP BY 或用聚合函数"), (en, "add it to GROUP BY or aggregate it")
    if "IRI parsing failed" in expected:
        step = "<https://…>"
        return ("网址不完整", f"请写全：{step}"), ("an IRI that is not absolute", f"write it in full: {step}")
    if "Prefix not found" in expected:
        used = _PREFIX.search(before)
        name = used[1] if used else ""
        step = f"PREFIX {name}: <…>, or use one of {', '.join(sorted(prefixes))}"
        return (f"前缀 {name}: 未声明", f"请在开头写 PREFIX {name}: <…>"), (
            f"the prefix {name}: is not declared",
            f"begin with {step}",
        )
    if has_open_text(query):
        return ("文字缺右引号", "请补上"), ("a text that is not closed by its quotation mark", "add the mark")
    tokens = re.findall(r'"([^"]{1,9})"|\b([A-Z]{3,})\b', expected)
    wanted = [f"`{mark or word}`" for mark, word in tokens][:6]
    cause = f"expected {' or '.join(wanted)}" if wanted else "cannot be read"
    return ("读不下去", "请改正，可从 `fuwen query --list` 的问题改起"), (
        cause,
        "mend it there; `fuwen query --list` names questions to begin with",
    )
