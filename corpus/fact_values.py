"""Values of facts.csv that must hold no contact data: those of offices, and of addresses of pages."""

from __future__ import annotations

from .page_address import is_page_address, shown_address
from .privacy import without_contact_data
from .shapes import fold
from .stated import is_body


def held(name: str, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value that may hold contact data, in both languages, None where nothing is.

    The value is not repeated.
    """
    if name == "source_url":
        if not is_page_address(value):
            return (
                "不是网页地址；须以 http 或 https 开头",
                "which is no address of a web page; write one with http or https",
            )
        if shown_address(value) != value:
            return "含有联系方式；请去掉", "which holds contact data; write it without"
        return None
    if without_contact_data(value) == value and is_body(fold(value)):
        return None
    en = "which is no office; write the office alone, without a person or a number"
    return "不是单位；只写单位，不写人名和号码", en
