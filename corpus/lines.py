"""Raw text as lines: white space at the ends gone, page numbers and running heads gone, offsets kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .cues import cues, either
from .flattened import paragraphs_of
from .shapes import fold, is_date_line, is_salutation, is_stopped, is_title
from .signature import organ_line
from .traced import ROW_BLANKS, Traced, is_tidy, traced

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INDENT = re.compile(r"[ \t\xa0\u2000-\u200b\u202f\u3000]*")
# Two wide or four narrow blanks: the indent of a paragraph.
_GAP = re.compile(r"(?:\u3000|\xa0\xa0| {4}){2,}|\u3000{2,}| {4,}")
FLATTENED = 200
MOST_OF_A_PAGE = 0.8
_BULLETS = "•●◆■▪▶➤◇□ \t\u3000"
_BLANKS = re.compile(r"\s+")
# A line set wide: characters of the shortest one, share of those that stand alone (》， stay together).
FEWEST_WIDE = 4
SINGLE = 0.8
LONGEST_FURNITURE = 60
# Lines of a head or a foot, page number and address of the page among them.
RUNNING_LINES = 5
# 11/22/26, 3:02 AM 关于…的答复: a browser prints when, and what the page is called.
_PRINTED_AT = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s*[^0-9]{0,4}[0-9]{1,2}:[0-9]{2}")
IMPRINT_LINES, LONGEST_IMPRINT = 12, 120
_IMPRINT = re.compile(either("imprint_line"))
_RUN_BY = re.compile(rf"\s*主办(?:单位)?\s*[：:]\s*[^，。：:]{{0,20}}?{either('publisher')}")
_DATED_LINK = re.compile(r"[^。]{6,70}?\s*[\[（(【]?20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[\]）)】]?")
_DASHED_NUMBER = re.compile(
    r"[-—－–―‐·.．\s]{1,6}\d{1,3}[-—－–―‐·.．\s]{1,6}|第\s*\d{1,3}\s*页(?:[\s，,/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_LINKS = rf"(?:[【\[（(|]?{either('furniture', 'furniture_word')}[】\]）)|]?[\s:：、|]*)"
_FURNITURE = re.compile(
    rf"{_LINKS}*[【\[（(|]?{either('furniture')}[】\]）)|]?[\s:：、|]*{_LINKS}*(?:\d+|无|没有了|[：:][^|\t]*)?"
    rf"|{_LINKS}+|{either('furniture_start')}[^。]*|主办[^。]*{either('imprint')}.*"
)
# The first characters that furniture can have; its patterns are slow.
_FURNITURE_STARTS = frozenset("【[（(|主 ").union(
    word[0] for kind in ("furniture", "furniture_word", "furniture_start") for word in cues()[kind]
)
# 首页 > 政务公开 > 建议提案
_TRAIL = re.compile(r"[>›»\s]*(?:[^。，；：:<>›»]{1,20}\s*[>›»]+\s*)+[^。，；：<>›»]{0,30}")
_TRAIL_MARK = re.compile("[>›»]")


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
        if end - start > MOST_OF_A_PAGE * len(raw) and not _GAP.search(raw, start, end):
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
    blank = _INDENT.match(raw, start, end)
    left = blank.group() if blank else ""
    indent = sum(1.0 if mark == "\u3000" else 0.5 for mark in left)
    return RawLine(start=start + len(left), end=end, indent=indent, page=page)


def read_lines(raw: str, lines: Sequence[RawLine]) -> tuple[Line, ...]:
    """Return the lines that hold text, without page numbers, running heads and navigation."""
    tidy = is_tidy(raw)
    bodies = [
        (line, _bare(line, traced(raw, line.start, line.end, tidy=tidy)))
        for line in lines
        if line.end > line.start
    ]
    bodies = _closed_up(bodies)
    kept = [
        Line(body=body, indent=line.indent, page=line.page, heading=line.heading, whole=line.whole)
        for line, body in bodies
        if not body.text.isspace() and body.text  # a line of blanks or invisible characters is none
    ]
    return tuple(_without_furniture(_without_links(_without_imprint(_without_running_heads(kept)))))


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


def _without_imprint(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without the imprint of the site at their end: who runs it, its licence, its visitors."""
    tail = range(max(1, len(lines) - IMPRINT_LINES), len(lines))
    short = (at for at in tail if len(lines[at].text) < LONGEST_IMPRINT)
    first = next((at for at in short if _IMPRINT.search(lines[at].text)), None)
    if first is None or any(map(_is_of_a_letter, lines[first:])):
        return lines
    return lines[: first - 1 if _RUN_BY.match(lines[first - 1].text) else first]


def _without_links(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without other pages named with their days below the date of a letter."""
    end = len(lines)
    while end > 1 and _DATED_LINK.fullmatch(lines[end - 1].text):
        end -= 1
    return lines[:end] if end < len(lines) and is_date_line(fold(lines[end - 1].text)) else lines


def _bare(line: RawLine, body: Traced) -> Traced:
    """Return the line without what stands around its words; the empty cells at the ends of a table row stay."""
    if line.whole and "\t" in body.text:
        return body.stripped(ROW_BLANKS)
    return _without_bullet(body.stripped())


def _without_bullet(body: Traced) -> Traced:
    """Return the line without the mark of a list in front of it."""
    return body.stripped(_BULLETS) if body.text[:1] in _BULLETS else body


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without page numbers and links; a page number that goes begins a new page."""
    counting = _counts_pages(lines)
    kept: list[Line] = []
    turned = 0
    for line in lines:
        if not _is_furniture(line.text, counting=counting):
            kept.append(replace(line, page=line.page + turned) if turned else line)
        elif _is_page_number(line.text, counting=counting):
            turned += 1
    return kept


def _is_furniture(text: str, *, counting: bool) -> bool:
    """Return whether a line is a page number or a link of the site around the letter."""
    if len(text) >= LONGEST_FURNITURE:
        return False
    if not text.strip("|｜× "):
        return True
    if text[0] in _FURNITURE_STARTS and _FURNITURE.fullmatch(text):
        return True
    if _TRAIL_MARK.search(text) and _TRAIL.fullmatch(text):
        return True
    return _is_page_number(text, counting=counting)


def _is_page_number(text: str, *, counting: bool) -> bool:
    if _DASHED_NUMBER.fullmatch(text):
        return True
    return counting and _BARE_NUMBER.fullmatch(text) is not None


def _counts_pages(lines: Sequence[Line]) -> bool:
    """Return whether the lines that are only a number count 1, 2, 3 … or 2, 3 … as page numbers do."""
    numbers = [int(line.text) for line in lines if _BARE_NUMBER.fullmatch(line.text)]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return bool(numbers) and numbers[0] in (1, 2) and (steps == {1} or (not steps and lines[-1].text == "1"))


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that stand first, or last, on most pages, figures aside (PDF heads and feet).

    What is gone bares the line beside it: browsers print head and page number both at the end of a page.
    """
    kept = list(lines)
    for _ in range(RUNNING_LINES):
        running = _running(kept)
        if not running:
            break
        kept = [line for line in kept if id(line) not in running]
    return kept


def _running(lines: Sequence[Line]) -> set[int]:
    """Return the ids of the lines that are first on their page, as on most others, or last."""
    pages = len({line.page for line in lines})
    found: set[int] = set()
    if pages < 2:
        return found
    first, last = _edges(lines)
    volume = 2 * sum(is_title(fold(line.text)) for line in first) > pages
    for edge in (first, last):
        often = _most_often(
            Counter(_figureless(line) for line in edge if _may_run(line, volume=volume)), pages
        )
        found.update(id(line) for line in edge if _figureless(line) in often)
    return found | _titles_as_heads(first, pages, kept=1) | _titles_as_heads(last, pages, kept=0)


def _most_often(lines: Iterable[str], pages: int) -> set[str]:
    return {text for text, count in Counter(lines).items() if count >= 2 and count * 2 > pages}


def _may_run(line: Line, *, volume: bool) -> bool:
    """Return whether a line can be a head or a foot; in a `volume` of short letters organs sign at the foot."""
    folded = fold(line.text)
    if _PRINTED_AT.match(line.text):
        return True
    if is_stopped(folded) or (volume and organ_line(folded)):
        return False
    return not _is_of_a_letter(line)


def _titles_as_heads(edge: Sequence[Line], pages: int, *, kept: int) -> set[int]:
    """Return the ids of titles that most pages repeat, number and all, but of the first `kept`: one letter's head."""
    titles = [line for line in edge if "号" in line.text and is_title(fold(line.text))]
    often = _most_often((line.text for line in titles), pages)
    return {id(line) for line in [line for line in titles if line.text in often][kept:]}


def _is_of_a_letter(line: Line) -> bool:
    """Return whether a line is a title, a salutation or a date: letters of one volume begin and end pages alike."""
    folded = fold(line.text)
    return is_title(folded) or is_salutation(folded) or is_date_line(folded)


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the first and the last line of every page."""
    first: dict[int, Line] = {}
    last: dict[int, Line] = {}
    for line in lines:
        first.setdefault(line.page, line)
        last[line.page] = line
    return list(first.values()), list(last.values())


def _figureless(line: Line) -> str:
    return re.sub(r"[\d\s]+", "#", line.text)
