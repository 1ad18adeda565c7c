"""Raw text as lines: white space at the ends gone, offsets kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .flattened import paragraphs_of
from .traced import ROW_BLANKS, Traced, is_tidy, traced

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
INDENT = re.compile(r"[ \t\xa0\u2000-\u200b\u202f\u3000]*")
# Two wide or four narrow blanks: the indent of a paragraph.
_GAP = re.compile(r"(?:\u3000|\xa0\xa0| {4}){2,}|\u3000{2,}| {4,}")
FLATTENED = 200
MOST_OF_A_PAGE = 0.8
_BULLETS = "•●◆■▪▶➤◇□ \t\u3000"
_BARS = "|｜ \t\u3000"
"""What text made of a table's cells leaves at the ends of a row: 关于…的答复 | ||||."""
_BAR = re.compile("[|｜]")
_BLANKS = re.compile(r"\s+")
# A line set wide: characters of the shortest one, share of those that stand alone (》， stay together).
FEWEST_WIDE = 4
SINGLE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """One line or block of a raw text: `span: code points, half-open`, without its line end.

    `indent` is how far it starts to the right of its neighbours, in widths of a Chinese character; `page` counts
    from 0; `heading` says that the format marks it as a heading, `whole` that it is a paragraph of its own (a
    table row).
    """

    start: int
    end: int
    indent: float = 0.0
    page: int = 0
    heading: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text with its offsets and what the raw line said of its place."""

    body: Traced
    indent: float
    page: int
    heading: bool
    whole: bool

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.body.text


def raw_lines(raw: str) -> tuple[RawLine, ...]:
    """Return the lines of a text that hold anything; a form feed begins a new page."""
    found: list[RawLine] = []
    start, page = 0, 0
    for match in _BREAK.finditer(raw):
        if match.start() > start:
            _add(found, raw, start, match.start(), page)
        page += match.group() == "\f"
        start = match.end()
    if len(raw) > start:
        _add(found, raw, start, len(raw), page)
    return tuple(found)


def _add(found: list[RawLine], raw: str, start: int, end: int, page: int) -> None:
    """Add the line, or, where a whole page was copied into one line, the parts that its indents begin."""
    if end - start > FLATTENED:
        if end - start > MOST_OF_A_PAGE * (len(raw) - raw.count("|")) and not _GAP.search(raw, start, end):
            found.extend(_raw_line(raw, *part, page) for part in paragraphs_of(raw, start, end))
            return
        for gap in _GAP.finditer(raw, start, end):
            if gap.start() > start:
                found.append(_raw_line(raw, start, gap.start(), page))
            start = gap.start()
    found.append(_raw_line(raw, start, end, page))


def _raw_line(raw: str, start: int, end: int, page: int) -> RawLine:
    if not raw[start].isspace():
        return RawLine(start=start, end=end, page=page)
    blank = INDENT.match(raw, start, end)
    left = blank.group() if blank else ""
    indent = sum(1.0 if mark == "\u3000" else 0.5 for mark in left)
    return RawLine(start=start + len(left), end=end, indent=indent, page=page)


def tidied(raw: str, lines: Sequence[RawLine]) -> list[Line]:
    """Return the lines that hold text, bare of bullets and blanks around them."""
    tidy = is_tidy(raw)
    bodies = [
        (line, _bare(line, traced(raw, line.start, line.end, tidy=tidy)))
        for line in lines
        if line.end > line.start
    ]
    return [
        Line(body=body, indent=line.indent, page=line.page, heading=line.heading, whole=line.whole)
        for line, body in _closed_up(bodies)
        if not body.text.isspace() and body.text  # a line of blanks or invisible characters is none
    ]


def _closed_up(lines: Sequence[tuple[RawLine, Traced]]) -> list[tuple[RawLine, Traced]]:
    """Return the lines, those that are set wide (杭 州 市 财 政 局) without the blanks between their characters.

    In a text set wide, what runs over into a line of its own (的 函) is so, too.
    """
    wide = [_gap_of_wide(body.text, FEWEST_WIDE) for _, body in lines]
    if 2 * sum(map(bool, wide)) > len(lines):
        wide = [_gap_of_wide(body.text, 2) for _, body in lines]
    return [
        (line, _without_gaps(body, gap) if gap else body)
        for (line, body), gap in zip(lines, wide, strict=True)
    ]


def _gap_of_wide(text: str, fewest: int) -> int:
    """Return how many blanks part the characters of a line that is set wide, 0 where it is not."""
    if len(text) < 2 * fewest - 1 or 3 * (text.count(" ") + text.count("\u3000")) < len(text):
        return 0
    words = text.split()
    chinese = sum("\u4e00" <= word[0] <= "\u9fff" for word in words)
    single = sum(len(word) == 1 for word in words)
    if min(len(words), chinese + (fewest == 2)) < fewest or single < SINGLE * len(words):
        return 0
    return Counter(len(gap) for gap in _BLANKS.findall(text)).most_common(1)[0][0]


def _without_gaps(body: Traced, gap: int) -> Traced:
    """Return the line without its gaps; a wider one parts two words."""
    return body.without(found.span() for found in _BLANKS.finditer(body.text) if len(found.group()) <= gap)


def _bare(line: RawLine, body: Traced) -> Traced:
    """Return the line without what stands around its words; the empty cells at the ends of a table row stay."""
    if line.whole and "\t" in body.text:
        return body.stripped(ROW_BLANKS)
    bare = body.stripped()
    if ("|" in bare.text or "｜" in bare.text) and not _BAR.search(bare.text.strip(_BARS)):
        bare = bare.stripped(_BARS)  # the one cell of its row that is not empty
    return _without_bullet(bare)


def _without_bullet(body: Traced) -> Traced:
    """Return the line without the mark of a list in front of it."""
    return body.stripped(_BULLETS) if body.text[:1] in _BULLETS else body
