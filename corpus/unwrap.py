"""Lines to paragraphs: joins what a PDF or an editor broke, and nothing else.

Rules measured on real letters: a break is soft where the line before it is full, or breaks off
inside a bracket or a sentence, and where the next line begins nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .cues import cues, either
from .late_pattern import late_pattern
from .lines import Line
from .metadata import KINDS
from .shapes import (
    ITEM,
    fold,
    is_date_line,
    is_item,
    is_salutation,
    is_stopped,
    is_title,
    salutation_end,
    title_start,
)
from .signature import organ_line
from .traced import Traced, join

# A line of print holds 25-45 characters; longer 90th percentiles mean that lines are paragraphs.
WIDEST_PRINT = 50.0
# Shorter lines are no print either: a letter of few words, each on its own line.
NARROWEST_PRINT = 16.0
# Nothing is printed that much wider than a full line: several such lines are paragraphs.
BEYOND = 2.0
# Share of the full lines of a print that break off within a sentence, at least: those of short paragraphs do not.
LEAST_BROKEN = 0.15
# So many lines that break off within a character or two of the longest were cut by a margin, however few are full.
LEAST_AT_MARGIN = 3
AT_MARGIN = 2.0
FULL = 0.86
LONG = 60.0
INDENT = 1.5
SHORTER = 1.2
TITLE_LINES = 4
LONGEST_NAME = 20
LONGEST_SALUTATION = 400
LONGEST_TITLE = 200
LONGEST_TITLE_END = 8
LONGEST_FAREWELL = 6
BEHIND_TITLE = 4
"""Words in which what follows a title in its line is looked for, and one more."""
# A shorter paragraph that ends a page without a stop may be a heading.
LEAST_PARTED = 25
# 附件：名单, 联系人王某: what stands on a page of its own.
_BEGINS_ANEW = late_pattern(rf"{either('contact_label', 'aside')}|[^，。；：]{{2,8}}：.")
# 答复时间：…, 联系电话：…: the line of a form or of contacts.
_LABEL = re.compile(
    rf"{either(*KINDS, 'form_label', 'contact_label', 'joint_label', 'main_label', 'copies_label')}："
)
_CONTACT = re.compile(rf"（?{either('contact_label')}[及：]")
SHORTEST_ORGAN = 6
_COLON = re.compile("[：:﹕∶︰]")
_ROW_NUMBER = re.compile(r"(\d{1,3})\s+\S")
# Lines of one paragraph: more are a broken file, and time must stay bounded.
LONGEST = 200
HEADED = ("part", "asked", "cn", "bracket", "digit")
_STOPS = ("。", "！", "？", "：")
_CLAUSE_END = re.compile("[。；：]")
_SENTENCE_END = re.compile("[。；]")
_MARK = re.compile("[，。；]")
# 岳教体字〔2020〕11号 A类: what stands below it is another line, however full it is.
_DOCUMENT_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{2,16}}[〔【［（]20[0-9]{{2}}[〕】］）]第?[0-9]{{1,5}}号(?:（?[A-D][0-9]?类?）?|{either('aside')}|同意)*"
)
# 关于加快农路建设的建议（B类）: a page prints what was proposed above the title of the reply.
_PROPOSAL = re.compile(
    rf"关于(?:(?!{either('assembly_npc', 'assembly_cppcc')})[^届号：]){{4,80}}{either('asked')}(?:（[A-D]类?）)?"
)
# 专此答复。: the formula that ends a letter.
_FAREWELL = re.compile(rf"(?=.?此){either('closing')}[。！]?")
_COMPLETE = re.compile(rf"(?:{either('asked', 'reply_end')})$")
_LATIN = re.compile("[A-Za-z]{2}")
# What no printer parts: brackets and the character inside, a figure or a Latin word, the marks behind it.
_UNPARTED = re.compile(r"[（(《“‘〔【]*(?:[A-Za-z0-9.,%]{1,20}|.)[）)》”’〕】，。、；：！？%…,;:]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How the lines of one text are laid out.

    `width` of a full line in Chinese characters, `longest` that of the longest one; `indented`: first lines of
    paragraphs start further right; `stripped`: they did, but the blanks are lost, so that a full first line is two
    characters shorter.
    """

    width: float = 0.0
    longest: float = 0.0
    wrapped: bool = False
    indented: bool = False
    stripped: bool = False


@dataclass(
    slots=True, kw_only=True
)  # not frozen: there is one per line, and a frozen one costs three times the time
class _Row:
    """A line with what the rules ask of it.

    `item`: it begins with the number of a section; `alone`: it is a paragraph of its own whatever its neighbours
    are; `stopped`: it ends with a stop; `labelled`: it begins with a label and a colon.
    """

    line: Line
    folded: str
    width: float
    item: bool
    alone: bool
    stopped: bool
    labelled: bool


def unwrap(lines: Sequence[Line]) -> tuple[Traced, ...]:
    """Return the paragraphs of the lines, in order; every paragraph holds text."""
    rows = [_row(line) for line in _at_margin(lines)]
    layout = _layout(rows)
    paragraphs: list[Traced] = []
    at = 0
    while at < len(rows):
        end = max(at + _title_length(rows, at), at + 1)
        text = "".join(row.folded for row in rows[at:end])
        while end < min(len(rows), at + LONGEST + 1) and _continues(rows[end - 1], text, rows[end], layout):
            text += rows[end].folded
            end += 1
        paragraphs.extend(_parted(_glue([row.line.body for row in rows[at:end]])))
        at = end
    return tuple(paragraphs)


def _at_margin(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with their indents counted from the margin of the letter.

    What a browser prints beside a page, or its head, stands further left, and is gone.
    """
    margin = min((line.indent for line in lines), default=0.0)
    return [replace(line, indent=line.indent - margin) for line in lines] if margin else lines


def _parted(paragraph: Traced) -> Iterator[Traced]:
    """Yield the paragraph, apart from it a salutation it begins with, or what stands in a title's line behind a gap."""
    title = _title_before_gap(paragraph.text)
    if title:
        yield paragraph.cut(0, title)
        paragraph = paragraph.cut(title, len(paragraph.text)).stripped()
    colon = _COLON.search(paragraph.text, 0, LONGEST_SALUTATION)
    if colon and _begins_with_salutation(paragraph.text):
        yield paragraph.cut(0, colon.end()).stripped()
        paragraph = paragraph.cut(colon.end(), len(paragraph.text)).stripped()
    if paragraph.text:
        yield paragraph


def _title_before_gap(text: str) -> int:
    """Return where a title ends that something follows in the same line: number, class, day and source; else 0."""
    words = text.split()
    if len(words) < 2 or len(text) > LONGEST_TITLE or is_title(fold(text)):
        return 0
    head = text
    for word in words[:-BEHIND_TITLE:-1]:
        head = head[: head.rindex(word)].rstrip()
        if is_title(fold(head)):
            return len(head)
    return 0


def _begins_with_salutation(text: str) -> bool:
    return bool(salutation_end(fold(text[:LONGEST_SALUTATION]))) and not is_salutation(fold(text))


def _row(line: Line) -> _Row:
    folded = fold(line.text)
    line_is_whole = line.whole or line.heading
    return _Row(
        line=line,
        folded=folded,
        width=_width(line.text) + min(line.indent, 2.0),
        item=is_item(folded),
        alone=line_is_whole
        or is_date_line(folded)
        or is_salutation(folded)
        or (len(folded) <= LONGEST_FAREWELL and _FAREWELL.fullmatch(folded) is not None),
        stopped=is_stopped(folded),
        labelled="：" in folded and _LABEL.match(folded) is not None,
    )


def _width(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def _layout(rows: Sequence[_Row]) -> _Layout:
    widths = sorted(row.width for row in rows)
    if len(widths) < 6:
        return _Layout()
    widest = widths[int(0.9 * (len(widths) - 1))]
    full = [row for row in rows if row.width >= FULL * widest]
    broken = sum(not (row.stopped or row.labelled) for row in full)
    beyond = sum(width > BEYOND * widest for width in widths)
    mostly_full = len(full) >= 0.35 * len(widths) and broken >= LEAST_BROKEN * len(full)
    of_print = NARROWEST_PRINT <= widest <= WIDEST_PRINT and beyond < 2
    wrapped = of_print and (mostly_full or _cut_at_margin(rows, widths[-1]))
    indents = sum(row.line.indent >= INDENT for row in rows)
    indented = wrapped and 3 <= indents <= 0.6 * len(rows)
    stripped = wrapped and not indented and _lost_indents(rows, widest)
    return _Layout(width=widest, longest=widths[-1], wrapped=wrapped, indented=indented, stripped=stripped)


def _cut_at_margin(rows: Sequence[_Row], longest: float) -> bool:
    """Return whether several lines break off within a sentence where the longest ends: paragraphs mostly are short.

    A line without a mark is no such line: names in a list, headings are as long as each other, too.
    """
    at_margin = [row for row in rows if row.width >= longest - AT_MARGIN and _MARK.search(row.folded)]
    return sum(not (row.stopped or row.labelled or row.alone) for row in at_margin) >= LEAST_AT_MARGIN


def _lost_indents(rows: Sequence[_Row], widest: float) -> bool:
    """Return whether the first lines of paragraphs, where full, mostly stop short of the width."""
    firsts = [
        row.width
        for last, row in pairwise(rows)
        if last.width < FULL * widest and last.stopped and row.width >= FULL * widest
    ]
    return len(firsts) >= 2 and median(firsts) <= widest - SHORTER


def _starts_at_margin(row: _Row, layout: _Layout) -> bool:
    return layout.stripped and row.width > layout.width - SHORTER


def _title_length(rows: Sequence[_Row], at: int) -> int:
    """Return how many lines from `at` make up one title, 0 where none begins here."""
    if rows[at].stopped or not _begins_title(rows[at]):
        return 0
    if _title_before_gap(rows[at].line.text):
        return 1
    text = ""
    for count, row in enumerate(rows[at : at + TITLE_LINES], start=1):
        if count > 1 and _ends_title(rows, at + count - 1, text):
            return 0
        text += row.folded
        if is_title(text) and text.count("（") == text.count("）"):
            return count + _title_ends_below(rows, at + count, text)
    return 0


def _begins_title(row: _Row) -> bool:
    """Return whether a title may begin; rows of a form begin as one may, too: 办理单位 | 市水务局, 办理情况."""
    if row.labelled or "\t" in row.line.text or title_start().fullmatch(row.folded) is None:
        return False
    return row.folded not in cues()["reply_end"]


def _ends_title(rows: Sequence[_Row], at: int, text: str) -> bool:
    """Return whether the row at `at` is no part of the title `text` that began above it: a headline is whole."""
    row = rows[at]
    if row.stopped or row.labelled or row.item or row.line.heading != rows[at - 1].line.heading:
        return True
    if is_salutation(row.folded) or is_date_line(row.folded):
        return True
    if _COMPLETE.search(text) and organ_line(row.folded):
        return True
    return _PROPOSAL.fullmatch(text) is not None and _title_length(rows, at) > 0


def _title_ends_below(rows: Sequence[_Row], at: int, text: str) -> bool:
    """Return whether the row holds the last characters of the title `text` (…的答复 / 的函)."""
    if at == len(rows) or not rows[at].folded.startswith("的"):
        return False
    return len(rows[at].folded) <= LONGEST_TITLE_END and is_title(text + rows[at].folded)


def _continues(last: _Row, text: str, row: _Row, layout: _Layout) -> bool:
    """Return whether `row` goes on with the paragraph `text`, folded, whose last line is `last`."""
    if _stand_apart(last, text, row) or (row.labelled and not _open_bracket(text)):
        return False
    if row.item and _begins(last, row, layout):
        return last.folded.endswith("第")
    if layout.wrapped:
        return _goes_on_in_print(last, text, row, layout)
    return _runs_over(last, text, row, layout) or _goes_on(last, text, row)


def _runs_over(last: _Row, text: str, row: _Row, layout: _Layout) -> bool:
    """Return whether a full line of an indented paragraph goes on at the margin, in a letter of few full lines."""
    if last.stopped or not NARROWEST_PRINT <= layout.longest <= WIDEST_PRINT:
        return False
    begun = last.line.indent >= INDENT or len(text) > len(last.folded)
    full = last.width >= FULL * layout.longest
    return begun and full and row.line.indent == 0 and not row.alone and organ_line(row.folded) is None


def _stand_apart(last: _Row, text: str, row: _Row) -> bool:
    """Return whether one of the two is a paragraph of its own whatever the layout: heading, date, salutation, title."""
    if last.alone or (row.alone and not _names_go_on(last, text, row)):
        return True
    if (_ends_before_organ(last, row) and organ_line(row.folded)) or (
        "号" in last.folded and _DOCUMENT_NUMBER.fullmatch(last.folded)
    ):
        return True
    if (len(text) > len(last.folded) and is_salutation(text)) or _is_bracket(text) or _counts_on(last, row):
        return True
    if last.labelled and len(_LABEL.findall(text)) > 1 and title_start().fullmatch(row.folded):
        return True  # 索引号：…　发布机构：…, and below it the title
    if last.folded.endswith("如下：") or (
        last.folded.endswith("如下") and not row.folded.startswith(("：", "。"))
    ):
        return True
    return is_title(text) and not _open_bracket(text)


def _ends_before_organ(last: _Row, row: _Row) -> bool:
    """Return whether an organ below a line can only sign: the line has its stop, or names contacts."""
    return last.stopped or (len(row.folded) >= SHORTEST_ORGAN and _CONTACT.match(last.folded) is not None)


def _is_bracket(text: str) -> bool:
    """Return whether a paragraph so far is one bracket and nothing else: （联系人：…）, and below it who signs."""
    return text.startswith("（") and text.find("）") == len(text) - 1


def _counts_on(last: _Row, row: _Row) -> bool:
    """Return whether two lines are rows of a table that count: 1 0145 …, and below it 2 0203 …."""
    if not row.folded[:1].isdigit():
        return False
    one, two = _ROW_NUMBER.match(last.line.text), _ROW_NUMBER.match(row.line.text)
    return one is not None and two is not None and int(two[1]) == int(one[1]) + 1


def _names_go_on(last: _Row, text: str, row: _Row) -> bool:
    """Return whether a salutation with many names runs over to `row`."""
    if last.stopped or not is_salutation(row.folded):
        return False
    return "、" in text and len(text) >= LONGEST_NAME and is_salutation(text + row.folded)


def _begins(last: _Row, row: _Row, layout: _Layout) -> bool:
    """Return whether a line that starts with a number is the start of its section, not the middle of a sentence."""
    if layout.wrapped and _full(last, layout):
        if (
            layout.indented
            and row.line.indent < INDENT
            and (_full(row, layout) or not _is_bare_heading(row.folded))
        ):
            return False
        if _starts_at_margin(row, layout) and row.folded[1:2] == "是":
            return False
    return last.stopped or not _full(last, layout) or row.folded[1:2] == "、"


def _full(row: _Row, layout: _Layout) -> bool:
    return row.width >= FULL * layout.width


def _had_no_room(last: _Row, row: _Row, layout: _Layout) -> bool:
    """Return whether `last` was full to the printer: what `row` begins with is never parted and did not fit in."""
    unparted = _UNPARTED.match(row.line.text)
    needed = _width(unparted.group()) if unparted else 0.0
    return last.width + needed >= layout.width


def _goes_on_in_print(last: _Row, text: str, row: _Row, layout: _Layout) -> bool:
    if layout.indented and row.line.indent >= INDENT and not _open_bracket(text):
        return False
    apart = last.stopped or row.alone or organ_line(row.folded) is not None
    if not _full(last, layout) and (apart or not _had_no_room(last, row, layout)):
        return _open_bracket(text) and _closes(row.folded)
    if layout.indented or _starts_at_margin(row, layout):
        return True
    if _is_bare_heading(text):
        return _heading_goes_on(row, layout)
    return not last.folded.rstrip("”’）》").endswith(_STOPS)


def _is_bare_heading(text: str) -> bool:
    match = ITEM.match(text)
    return match is not None and match.lastgroup in HEADED and not _CLAUSE_END.search(text)


def _heading_goes_on(row: _Row, layout: _Layout) -> bool:
    """Return whether a heading that fills its line runs over to `row`: a short rest, or a sentence that ends soon."""
    stop = _SENTENCE_END.search(row.folded)
    if stop is not None:
        return stop.start() <= 18 and "，" not in row.folded[: stop.start()]
    return not _full(row, layout) and row.folded[-1] not in "，：、"


def _goes_on(last: _Row, text: str, row: _Row) -> bool:
    if last.stopped:
        return False
    if _open_bracket(text) and _closes(row.folded):
        return True
    if _is_bare_heading(text):
        return last.folded[-1] in "、，"
    if _is_parted_by_page(last, text, row):
        return True
    prose = "。" in text and not row.item and row.width > 12
    return prose or (last.width >= LONG and not row.item) or last.folded[-1] in "、，"


def _is_parted_by_page(last: _Row, text: str, row: _Row) -> bool:
    """Return whether a page ends within the sentence that `text` begins: then `row` may be short, too."""
    if last.line.page == row.line.page or last.labelled or row.item or row.line.indent >= INDENT:
        return False
    return len(text) >= LEAST_PARTED and organ_line(row.folded) is None and not _BEGINS_ANEW.match(row.folded)


def _open_bracket(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in ("《》", "“”", "（）"))


def _closes(text: str) -> bool:
    return any(right in text for right in "》”）")


def _glue(parts: Sequence[Traced]) -> Traced:
    """Return the lines as one; two Latin words keep a space between them."""
    glued: list[Traced] = []
    for part in parts:
        if glued and _LATIN.fullmatch(glued[-1].text[-1:] + part.text[:1]):
            glued.append(Traced(" ", glued[-1].offsets[-1:]))
        glued.append(part)
    return join(glued)
