"""Addresses of web pages as they are shown: http and https alone, no query that holds contact data."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from .contacts.people import LONG_NAME
from .contacts.shapes import NUMBER
from .contacts.view import contact_view
from .cues import cues
from .late_pattern import late_pattern

_SCHEMES = ("http", "https")
_PERSON = late_pattern(LONG_NAME)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def is_page_address(value: str) -> bool:
    """Return whether a value may be the address of a web page: http, https or none that is said (www.…, /art/1)."""
    scheme = _SCHEME.match(value.strip())
    return scheme is None or scheme.group()[:-1].lower() in _SCHEMES or "." in scheme.group()


def shown_address(value: str) -> str:
    """Return an address without its query and fragment where they name a person, a number or a mail address."""
    try:
        parts = urlsplit(value)
        asked = [*parse_qsl(parts.query, keep_blank_values=True), ("", parts.fragment)]
    except ValueError:
        return value.partition("?")[0].partition("#")[0]
    if not any(_is_contact(key, said) for key, said in asked):
        return value
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _is_contact(key: str, value: str) -> bool:
    view = contact_view(value)
    named = bool(value) and key.lower() in cues()["query_of_contact"]
    return named or NUMBER.search(view) is not None or _PERSON.search(view) is not None
