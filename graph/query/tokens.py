"""A SPARQL query as tokens: enough to see what it asks for, and to refuse what would leave this machine.

Source: SPARQL 1.1 Query Language (W3C Recommendation 2013), section 19 (grammar) and 19.2 (codepoint escapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?P<local>[\w:%\\\-](?:[\w:.%\\\-]*[\w:%\\\-])?)?
  | (?P<blank>_:[\w.\-]+)
  | (?P<word>\w+)
  | (?P<other>\s+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)  # SPARQL 1.1 Update (W3C Recommendation 2013), section 3
_READS_ZH = "查询只读取：用 SELECT、ASK、CONSTRUCT 或 DESCRIBE"
_READS_EN = "a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"
_REFUSED = {
    "SERVICE": "SERVICE 会访问别的服务器；请把那里的数据存成文件，在那里查询 · "
    "SERVICE would call another server; load that data into a file of its own and query it there",
    "FROM": "FROM 会载入别的文件或地址；请用 --in 指明构建的文件夹 · "
    "FROM would load another file or address; name the build with --in instead",
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
    return next((word for word, _ in words(query) if word in _FORMS), "SELECT")


def no_reading(query: str) -> str:
    """Return why a query asks for nothing: it is empty, an update, or begins otherwise; an empty text where it asks."""
    begun = next(((word, start) for word, start in words(query) if word not in {"PREFIX", "BASE"}), None)
    if begun is None:
        zh, en = ("什么也没有问", "asks for nothing") if "{" in query else ("是空的", "is empty")
        return f"query: {zh}；{_READS_ZH} · {en}; {_READS_EN}"
    word, start = begun
    if word in _FORMS:
        return ""
    zh, en = "不是查询的开头", "is no beginning of a query"
    if word in _UPDATES:
        zh, en = "会改动图谱", "would change the graph"
    return f"query, {place(query, start)}: {word} {zh}；{_READS_ZH} · {word} {en}; {_READS_EN}"


def named_terms(query: str) -> Iterator[tuple[str, str]]:
    """Yield prefix and name of every prefixed name in a query, and an empty prefix with every IRI."""
    for match in _TOKEN.finditer(query):
        if match["iri"]:
            yield "", match["iri"][1:-1]
        elif match["local"]:
            yield match["name"] or "", match["local"]


def declared(query: str) -> set[str]:
    """Return the prefixes that a query declares itself."""
    found = list(_TOKEN.finditer(query))
    kept = [match for match in found if match["comment"] is None and (match["other"] or "x").strip()]
    return {
        two["name"] for one, two in pairwise(kept) if (one["word"] or "").upper() == "PREFIX" and two["name"]
    }


def has_order(query: str) -> bool:
    """Return whether the query asks for an order anywhere."""
    return any(word == "ORDER" for word, _ in words(query))


def order_variables(query: str) -> tuple[str, ...]:
    """Return the variables that the order of the query's own rows names; none where only inner queries have one."""
    depth, found, ordering = 0, [], False
    for match in _TOKEN.finditer(query):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        word = (match["word"] or "").upper()
        if depth == 0 and word in {"ORDER", "LIMIT", "OFFSET", "VALUES"}:
            ordering = word == "ORDER"
        elif ordering and match["variable"]:
            found.append(match[0][1:])
    return tuple(found)


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
