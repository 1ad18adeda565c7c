"""Statements as text: close to Turtle, and cut into N-Triples without reading it.

`a fuwen:Fund` + `AND` + `fuwen:Entity` + `NEXT` + `fuwen:name "…"`: neither separator can stand inside a token, whose
line breaks and tabs are escaped. What very many nodes share is written once and joined to the rest as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from . import terms

NEXT = " ;\n    "
"""Stands before every statement but the first, which tells the class."""
AND = ",\t"
"""Stands between the objects of one predicate."""

_LABEL_LENGTH = 60
_DATES_KEPT = 1 << 14


class Block(msgspec.Struct, frozen=True, gc=False):
    """All statements on one node; a struct, since there is one for every row.

    `document` is the letter that alone says so, empty for what several share.
    """

    subject: str
    statements: str
    document: str = ""


def said(predicate: str, *objects: str) -> str:
    """Return the statements of one predicate as they follow others."""
    return f"{NEXT}{predicate} {AND.join(objects)}"


def listed(predicate: str, objects: Iterable[str]) -> str:
    """Return `said` of sorted objects, nothing where there are none."""
    found = AND.join(sorted(objects))
    return f"{NEXT}{predicate} {found}" if found else ""


def filled(*pairs: tuple[str, str | None]) -> str:
    """Return the pairs that have a value: what is unknown is not stated."""
    return "".join([f"{NEXT}{predicate} {token}" for predicate, token in pairs if token])


def named(name: str) -> str:
    """Return what every node has: rdfs:label and skos:prefLabel in Chinese, and the plain name."""
    return named_as(terms.escape(name))


def named_as(escaped: str) -> str:
    """Return `named` of an escaped text."""
    return f'{NEXT}rdfs:label "{escaped}"@zh{NEXT}skos:prefLabel "{escaped}"@zh{NEXT}fuwen:name "{escaped}"'


def named_in_both(zh: str, en: str) -> str:
    """Return `named` of what is called something in each language."""
    labels = f'"{terms.escape(zh)}"@zh{AND}"{terms.escape(en)}"@en'
    return f"{NEXT}rdfs:label {labels}{NEXT}skos:prefLabel {labels}{NEXT}fuwen:name {terms.plain(zh)}"


@lru_cache(_DATES_KEPT)
def dated(predicate: str, value: str, *, text: str = "") -> str:
    """Return the statements of a date: typed, and of a month, of which the type keeps the year, as plain text too.

    `text` is the property of the latter, where it is not named after the first.
    """
    month = terms.plain(value) if re.fullmatch(r"\d{4}-\d{2}", value) else ""
    return filled((predicate, value and terms.day(value)), (text or f"{predicate}Text", month))


@lru_cache(_DATES_KEPT)
def seen(first: str, last: str) -> str:
    """Return from when to when letters speak of something."""
    return (
        f"{dated('fuwen:firstDate', first)}{filled(('fuwen:firstYear', terms.year(first)))}"
        f"{dated('fuwen:lastDate', last)}{filled(('fuwen:lastYear', terms.year(last)))}"
    )


def excerpt(text: str) -> str:
    """Return a text short enough to be a label; the whole one stands in fuwen:quote."""
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"


def quoted(text: str) -> tuple[str, str]:
    """Return label and whole of a sentence, both escaped: most are short, and escaped once."""
    whole = terms.escape(text)
    if len(text) <= _LABEL_LENGTH:
        return whole, whole
    return (excerpt(text) if whole == text else terms.escape(excerpt(text))), whole


def span(begin: int, end: int) -> str:
    """Return where something stands in its document, in code points, half-open."""
    return f"{NEXT}fuwen:begin {begin}{NEXT}fuwen:end {end}"
