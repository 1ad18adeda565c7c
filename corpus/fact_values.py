"""Values of facts.csv that must hold no contact data: those of offices, and of addresses of pages."""

from __future__ import annotations

from .page_address import is_page_address, shown_address
from .privacy import without_contact_data
from .shapes import fold
from .stated import is_body


def held(name: str, value: str) -> str:
    """Return what is wrong with a value that may hold contact data, "" where nothing is; the value is not repeated."""
    if name == "source_url":
        if not is_page_address(value):
            return "which is no address of a web page; write one with http or https"
        return "which holds contact data; write it without" if shown_address(value) != value else ""
    bare = without_contact_data(value) == value and is_body(fold(value))
    return "" if bare else "which is no office; write the office alone, without a person or a number"
