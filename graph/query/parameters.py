"""Parameters of a query: the values of a line `VALUES ?name { … }`.

The line holds a default, so that a query runs unchanged in every other tool. A value is put in as a literal of the
same type as the default, escaped: it can never change what the query asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import UsageError
from ..export.statements.terms import plain

_INTEGER = re.compile(r"[+-]?\d+")


def bind(query: str, params: Mapping[str, str]) -> str:
    """Return the query with its defaults replaced. Raises `UsageError` for an unknown name or a wrong type."""
    for name, value in params.items():
        query = _bind_one(query, name, value)
    return query


def names(query: str) -> dict[str, str]:
    """Return the parameters of a query with their defaults as written, in file order."""
    return {match["name"]: match["value"].strip() for match in _line(r"\w+").finditer(query)}


def _line(name: str) -> re.Pattern[str]:
    return re.compile(
        rf'(?P<head>\bVALUES\s+\?(?P<name>{name})\s*\{{)(?P<value>\s*(?:"[^"\n]*"|[\w+-]+)\s*)\}}'
    )


def _bind_one(query: str, name: str, value: str) -> str:
    pattern = _line(re.escape(name))
    found = pattern.search(query)
    if found is None:
        known = ", ".join(names(query)) or "–"
        raise UsageError(
            f"--param {name}: 这个查询没有这个参数，它有 · the query has no such parameter, it has: {known}"
        )
    if found["value"].strip().startswith('"'):
        token = plain(value)
    elif _INTEGER.fullmatch(value):
        token = str(int(value))
    else:
        raise UsageError(
            f"--param {name}={value}: 须是整数，如 · must be a whole number, as: {found['value'].strip()}"
        )
    return f"{query[: found.start()]}{found['head']} {token} }}{query[found.end() :]}"
