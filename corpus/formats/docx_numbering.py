"""The numbers that Word prints before the paragraphs of its lists (一、 （二） 3.): they stand in no paragraph's text.

As in ISO/IEC 29500-1, 17.9: a paragraph, or its style, names a list (w:num) and a level in it; the abstract list says
how each level counts and is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .list_numerals import numeral

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_DEEPEST_STYLE = 12
"""Styles that one may be based on, one upon the other: in a broken file a style may be based on itself."""
_LONGEST_TEXT = 40
"""Characters of the text of a level: more are no number, and would be printed before every paragraph."""
_LONGEST_NUMBER = 8
_PLACE = re.compile("%([1-9])")
_UNNUMBERED = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How a level counts: from `start`, in numerals of `form`, printed as `text` (%1、); `style` numbered by it.

    It begins anew below every number of the first `restart` levels.
    """

    start: int
    form: str
    text: str
    style: str
    decimal: bool
    restart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list: the abstract one that says how it counts, where levels begin anew, and levels that differ."""

    abstract: str = ""
    starts: Mapping[int, int] = field(default_factory=dict)
    levels: Mapping[int, _Level] = field(default_factory=dict)


_NO_LIST = _List()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of one document, and how far each has been counted: `mark` is asked for paragraph by paragraph."""

    lists: Mapping[str, _List]
    """By w:numId."""
    levels: Mapping[str, Mapping[int, _Level]]
    """By abstract list and level."""
    styles: Mapping[str, tuple[str, int | None]]
    """The list and level of numbered styles, by style id."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def mark(self, paragraph: Any) -> str:
        """Return the number printed before a paragraph, "" where none is; the next one of its list is counted on."""
        list_id, depth = self._list_of(paragraph)
        own = self.lists.get(list_id, _NO_LIST)
        levels = {**self.levels.get(own.abstract, {}), **own.levels}
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(own.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in own.starts:
                counts.pop(at, None)
        start = own.starts.get(depth, levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [
            at for at in counts if at > depth and (at not in levels or depth < levels[at].restart)
        ]:
            del counts[deeper]
        return _printed(levels, depth, counts)

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and level that a paragraph, else its style, names; "" where it is in none."""
        style = _value(paragraph, f"{WORD}pPr/{WORD}pStyle")
        by_style, style_depth = self.styles.get(style, ("", None))
        own = _value(paragraph, f"{WORD}pPr/{WORD}numPr/{WORD}numId")
        list_id = own or by_style
        depth = _whole(_value(paragraph, f"{WORD}pPr/{WORD}numPr/{WORD}ilvl"))
        if depth is None and not own:
            depth = style_depth if style_depth is not None else self._level_of_style(list_id, style)
        return list_id, depth or 0

    def _level_of_style(self, list_id: str, style: str) -> int | None:
        levels = self.levels.get(self.lists.get(list_id, _NO_LIST).abstract, {})
        return next((at for at, level in levels.items() if level.style == style), None)


def numbering(document: Any) -> Numbering:
    """Return the lists of a document as python-docx opens it; one without lists numbers nothing."""
    parts = {
        rel.reltype.rpartition("/")[2]: rel for rel in document.part.rels.values() if not rel.is_external
    }
    root = getattr(parts["numbering"].target_part, "element", None) if "numbering" in parts else None
    styles = getattr(parts["styles"].target_part, "element", None) if "styles" in parts else None
    if root is None:
        return Numbering({}, {}, {})
    abstract = list(root.iterfind(f"{WORD}abstractNum"))
    linked = _linked(abstract)
    return Numbering(
        {_attribute(num, "numId"): _list(num, linked) for num in root.iterfind(f"{WORD}num")},
        {_attribute(one, "abstractNumId"): dict(_levels(one)) for one in abstract},
        dict(_numbered_styles([] if styles is None else styles.iterfind(f"{WORD}style"))),
    )


def _linked(abstract: Sequence[Any]) -> dict[str, str]:
    """Return, by abstract lists that only name a style of lists, the one that says how lists of that style count."""
    told = {
        style: _attribute(one, "abstractNumId")
        for one in abstract
        if (style := _value(one, f"{WORD}styleLink"))
    }
    named = ((_attribute(one, "abstractNumId"), _value(one, f"{WORD}numStyleLink")) for one in abstract)
    return {name: told[style] for name, style in named if style in told}


def _list(num: Any, linked: Mapping[str, str]) -> _List:
    starts: dict[int, int] = {}
    for override in num.iterfind(f"{WORD}lvlOverride"):
        at, start = _whole(_attribute(override, "ilvl")), _whole(_value(override, f"{WORD}startOverride"))
        if at is not None and start is not None:
            starts[at] = start
    overriding = (level for override in num.iterfind(f"{WORD}lvlOverride") for level in _levels(override))
    abstract = _value(num, f"{WORD}abstractNumId")
    return _List(abstract=linked.get(abstract, abstract), starts=starts, levels=dict(overriding))


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:
    for level in abstract.iterfind(f"{WORD}lvl"):
        at = _whole(_attribute(level, "ilvl"))
        if at is None or at >= _LEVELS:
            continue
        start = _whole(_value(level, f"{WORD}start"))
        restart = _whole(_value(level, f"{WORD}lvlRestart"))
        yield (
            at,
            _Level(
                start=1 if start is None else start,
                form=_value(level, f"{WORD}numFmt") or "decimal",
                text=_value(level, f"{WORD}lvlText")[:_LONGEST_TEXT],
                style=_value(level, f"{WORD}pStyle"),
                decimal=level.find(f"{WORD}isLgl") is not None,
                restart=at if restart is None else min(restart, at),
            ),
        )


def _numbered_styles(styles: Iterable[Any]) -> Iterator[tuple[str, tuple[str, int | None]]]:
    """Yield the list and level of every style that has one, or is based on one that has."""
    told: dict[str, tuple[str, int | None, str]] = {}
    for style in styles:
        list_id = _value(style, f"{WORD}pPr/{WORD}numPr/{WORD}numId")
        depth = _whole(_value(style, f"{WORD}pPr/{WORD}numPr/{WORD}ilvl"))
        told[_attribute(style, "styleId")] = list_id, depth, _value(style, f"{WORD}basedOn")
    for name, (own, level, base) in told.items():
        list_id, depth, above = own, level, base
        for _ in range(_DEEPEST_STYLE):
            if list_id or above not in told:
                break
            list_id, further, above = told[above]
            depth = further if depth is None else depth
        if list_id:
            yield name, (list_id, depth)


def _printed(levels: Mapping[int, _Level], depth: int, counts: Mapping[int, int]) -> str:
    """Return the text of a level with the numbers of the levels it names: （%1）, %1.%2."""
    level = levels[depth]
    if level.form in _UNNUMBERED:
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at not in levels:
            return ""
        form = "decimal" if level.decimal else levels[at].form
        return numeral(counts.get(at, levels[at].start), form)

    return _PLACE.sub(number, level.text)


def _attribute(element: Any, name: str) -> str:
    found: str = element.get(f"{WORD}{name}", "")
    return found


def _value(element: Any, path: str) -> str:
    """Return the w:val of what stands at a path below an element, "" where nothing does."""
    found = element.find(path)
    return "" if found is None else _attribute(found, "val")


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None
