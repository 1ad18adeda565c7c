"""The numbers that a browser prints before the items of a list: they stand in no item's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..shapes import fold, is_item
from .list_numerals import numeral

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?P<form>[a-z-]+)", re.IGNORECASE)
# UEditor, the editor of most government sites, names its lists so: custom_cn 一、, custom_cn2 （一）, custom_num1 1）.
_OF_UEDITOR = re.compile(r"\bcustom_(?P<form>cn|num)(?P<around>[12]?)\b")
_AROUND = {"": "{}.", "1": "{}）", "2": "（{}）"}
_FORMS = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
"""Styles of CSS Counter Styles Level 3 and the forms of numerals that they print; all others print digits."""
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOT_PRINTED = frozenset({"none", "disc", "circle", "square"})
_LONGEST_NUMBER = 4


def item_marks(ordered: Any) -> Iterator[tuple[Any, str]]:
    """Yield every item of an ordered list and the number printed before it.

    None where items begin with numbers of their own, are links (a trail, a menu), or the list prints no number.
    """
    items = [node for node in ordered if node.tag == "li"]
    form, text = _printed(ordered)
    own = any(is_item(fold("".join(item.itertext())[:40])) for item in items)
    if not text or own or ordered.find(".//a") is not None:
        return
    count = _whole(ordered.get("start"), 1)
    for item in items:
        count = _whole(item.get("value"), count)
        yield item, text.format(numeral(count, form))
        count += 1


def _printed(ordered: Any) -> tuple[str, str]:
    """Return the form of the numerals of a list and the text around them, "" where none are printed."""
    styled = _STYLE.search(ordered.get("style") or "")
    told = styled["form"].lower() if styled else ""
    if told in _NOT_PRINTED:
        return "", ""
    if own := _OF_UEDITOR.search(ordered.get("class") or ""):
        form = "chineseCounting" if own["form"] == "cn" else "decimal"
        return form, "{}、" if form != "decimal" and not own["around"] else _AROUND[own["around"]]
    form = _FORMS.get(told) or _TYPES.get(ordered.get("type") or "", "decimal")
    return form, "{}、" if form == "chineseCounting" else "{}."


def _whole(text: str | None, otherwise: int) -> int:
    usable = text is not None and text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if text and usable else otherwise
