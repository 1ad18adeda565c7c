"""A SPARQL query as tokens: enough to see what it asks for, and to refuse what would leave this machine.

Source: SPARQL 1.1 Query Language (W3C Recommendation 2013), section 19 (grammar) and 19.2 (codepoint escapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:[\w:%\\\-](?:[\w:.%\\\-]*[\w:%\\\-])?)?
  | (?P<blank>_:[\w.\-]+)
  | (?P<word>\w+)
  | (?P<other>\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_REFUSED = {
    "SERVICE": "SERVICE would call another server; load that data into a file of its own and query it there",
    "FROM": "FROM would load another file or address; name the build with --in instead",
}


def refuse_outside(query: str) -> None:
    """Raise `QueryError` (line, column) where the query would read anything but the loaded graph.

    Texts, IRIs, comments, variables and prefixed names may hold the same letters. Escapes (\\u0053ERVICE) are
    looked through, since some engines expand them before they read the query.
    """
    for text in dict.fromkeys((query, _unescaped(query))):
        for word, start in words(text):
            if word in _REFUSED:
                raise QueryError(f"query, {place(text, start)}: {_REFUSED[word]}")


def form(query: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE: the first of these words in the query."""
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    return next((word for word, _ in words(query) if word in forms), "SELECT")


def has_order(query: str) -> bool:
    """Return whether the query asks for an order anywhere."""
    return any(word == "ORDER" for word, _ in words(query))


def has_open_text(query: str) -> bool:
    """Return whether a quotation mark in the query opens a text that is never closed."""
    return any(match["other"] in {'"', "'"} for match in _TOKEN.finditer(query))


def words(query: str) -> Iterator[tuple[str, int]]:
    """Yield the bare words of a query (keywords and function names), in capitals, with their offsets."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup == "word":
            yield match["word"].upper(), match.start()


def place(query: str, offset: int) -> str:
    """Return `line 2, column 7` for an offset; both count from 1."""
    before = query[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _unescaped(query: str) -> str:
    def mark(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= 0x10FFFF else match[0]

    return _ESCAPE.sub(mark, query)
