"""Lines to paragraphs: joins what a PDF or an editor broke, and nothing else.

Rules measured on real letters: a break is soft where the line before it is full, or breaks off
inside a bracket or a sentence, and where the next line begins nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .cues import either
from .late_pattern import late_pattern
from .lines import Line
from .print_layout import FULL, LABEL, NARROWEST_PRINT, WIDEST_PRINT, Layout, Row, layout_of, row_of
from .shapes import ITEM, fold, is_salutation, is_title, salutation_end, title_start
from .signature import organ_line
from .traced import Traced, join
from .wrapped_titles import title_before_gap, title_length

LONG = 60.0
"""Widths of a character of a line that is no heading, wrapped or not."""
LONGEST_NAME = 20
"""Characters of a salutation that may run over, at least: a shorter one names few."""
LONGEST_SALUTATION = 400
LEAST_PARTED = 25
"""Characters of a sentence that a page parts, at least: a shorter paragraph without a stop may be a heading."""
# 附件：名单, 联系人王某: what stands on a page of its own.
_BEGINS_ANEW = late_pattern(rf"{either('contact_label', 'aside')}|[^，。；：]{{2,8}}：.")
_CONTACT = re.compile(rf"（?{either('contact_label')}[及：]")
SHORTEST_ORGAN = 6
_COLON = re.compile("[：:﹕∶︰]")
_ROW_NUMBER = re.compile(r"(\d{1,3})\s+\S")
LONGEST = 200
"""Lines of one paragraph: more are a broken file, and time must stay bounded."""
HEADED = ("part", "asked", "cn", "bracket", "digit")
"""Kinds of numbers that begin headings (`shapes.ITEM`)."""
_STOPS = ("。", "！", "？", "：")
_CLAUSE_END = re.compile("[。；：]")
_SENTENCE_END = re.compile("[。；]")
# 岳教体字〔2020〕11号 A类: what stands below it is another line, however full it is.
_DOCUMENT_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{2,16}}[〔【［（]20[0-9]{{2}}[〕】］）]第?[0-9]{{1,5}}号(?:（?[A-D][0-9]?类?）?|{either('aside')}|同意)*"
)
_LATIN = re.compile("[A-Za-z]{2}")


def unwrap(lines: Sequence[Line]) -> tuple[Traced, ...]:
    """Return the paragraphs of the lines, in order; every paragraph holds text."""
    rows = [row_of(line) for line in _at_margin(lines)]
    layout = layout_of(rows)
    paragraphs: list[Traced] = []
    at = 0
    while at < len(rows):
        end = max(at + title_length(rows, at), at + 1)
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
    title = title_before_gap(paragraph.text)
    if title:
        yield paragraph.cut(0, title)
        paragraph = paragraph.cut(title, len(paragraph.text)).stripped()
    colon = _COLON.search(paragraph.text, 0, LONGEST_SALUTATION)
    if colon and _begins_with_salutation(paragraph.text):
        yield paragraph.cut(0, colon.end()).stripped()
        paragraph = paragraph.cut(colon.end(), len(paragraph.text)).stripped()
    if paragraph.text:
        yield paragraph


def _begins_with_salutation(text: str) -> bool:
    return bool(salutation_end(fold(text[:LONGEST_SALUTATION]))) and not is_salutation(fold(text))


def _continues(last: Row, text: str, row: Row, layout: Layout) -> bool:
    """Return whether `row` goes on with the paragraph `text`, folded, whose last line is `last`."""
    if _stand_apart(last, text, row) or (row.labelled and not _open_bracket(text)):
        return False
    if row.item and _begins(last, row, layout):
        return last.folded.endswith("第")
    if layout.wrapped:
        return _goes_on_in_print(last, text, row, layout)
    return _runs_over(last, text, row, layout) or _goes_on(last, text, row)


def _runs_over(last: Row, text: str, row: Row, layout: Layout) -> bool:
    """Return whether a full line of an indented paragraph goes on at the margin, in a letter of few full lines."""
    if last.stopped or not NARROWEST_PRINT <= layout.longest <= WIDEST_PRINT:
        return False
    begun = last.is_indented or len(text) > len(last.folded)
    full = last.width >= FULL * layout.longest
    return begun and full and row.line.indent == 0 and not row.alone and organ_line(row.folded) is None


def _stand_apart(last: Row, text: str, row: Row) -> bool:
    """Return whether one of the two is a paragraph of its own whatever the layout: heading, date, salutation, title."""
    if last.alone or (row.alone and not _names_go_on(last, text, row)):
        return True
    if (_ends_before_organ(last, row) and organ_line(row.folded)) or (
        "号" in last.folded and _DOCUMENT_NUMBER.fullmatch(last.folded)
    ):
        return True
    if (len(text) > len(last.folded) and is_salutation(text)) or _is_bracket(text) or _counts_on(last, row):
        return True
    if last.labelled and len(LABEL.findall(text)) > 1 and title_start().fullmatch(row.folded):
        return True  # 索引号：…　发布机构：…, and below it the title
    if last.folded.endswith("如下：") or (
        last.folded.endswith("如下") and not row.folded.startswith(("：", "。"))
    ):
        return True
    return is_title(text) and not _open_bracket(text)


def _ends_before_organ(last: Row, row: Row) -> bool:
    """Return whether an organ below a line can only sign: the line has its stop, or names contacts."""
    return last.stopped or (len(row.folded) >= SHORTEST_ORGAN and _CONTACT.match(last.folded) is not None)


def _is_bracket(text: str) -> bool:
    """Return whether a paragraph so far is one bracket and nothing else: （联系人：…）, and below it who signs."""
    return text.startswith("（") and text.find("）") == len(text) - 1


def _counts_on(last: Row, row: Row) -> bool:
    """Return whether two lines are rows of a table that count: 1 0145 …, and below it 2 0203 …."""
    if not row.folded[:1].isdigit():
        return False
    one, two = _ROW_NUMBER.match(last.line.text), _ROW_NUMBER.match(row.line.text)
    return one is not None and two is not None and int(two[1]) == int(one[1]) + 1


def _names_go_on(last: Row, text: str, row: Row) -> bool:
    """Return whether a salutation with many names runs over to `row`."""
    if last.stopped or not is_salutation(row.folded):
        return False
    return "、" in text and len(text) >= LONGEST_NAME and is_salutation(text + row.folded)


def _begins(last: Row, row: Row, layout: Layout) -> bool:
    """Return whether a line that starts with a number is the start of its section, not the middle of a sentence."""
    if layout.wrapped and layout.is_full(last):
        if (
            layout.indented
            and not row.is_indented
            and (layout.is_full(row) or not _is_bare_heading(row.folded))
        ):
            return False
        if layout.starts_at_margin(row) and row.folded[1:2] == "是":
            return False
    return last.stopped or not layout.is_full(last) or row.folded[1:2] == "、"


def _goes_on_in_print(last: Row, text: str, row: Row, layout: Layout) -> bool:
    if layout.indented and row.is_indented and not _open_bracket(text):
        return False
    apart = last.stopped or row.alone or organ_line(row.folded) is not None
    if not layout.is_full(last) and (apart or not layout.had_no_room(last, row)):
        return _open_bracket(text) and _closes(row.folded)
    if layout.indented or layout.starts_at_margin(row):
        return True
    if _is_bare_heading(text):
        return _heading_goes_on(row, layout)
    return not last.folded.rstrip("”’）》").endswith(_STOPS)


def _is_bare_heading(text: str) -> bool:
    match = ITEM.match(text)
    return match is not None and match.lastgroup in HEADED and not _CLAUSE_END.search(text)


def _heading_goes_on(row: Row, layout: Layout) -> bool:
    """Return whether a heading that fills its line runs over to `row`: a short rest, or a sentence that ends soon."""
    stop = _SENTENCE_END.search(row.folded)
    if stop is not None:
        return stop.start() <= 18 and "，" not in row.folded[: stop.start()]
    return not layout.is_full(row) and row.folded[-1] not in "，：、"


def _goes_on(last: Row, text: str, row: Row) -> bool:
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


def _is_parted_by_page(last: Row, text: str, row: Row) -> bool:
    """Return whether a page ends within the sentence that `text` begins: then `row` may be short, too."""
    if last.line.page == row.line.page or last.labelled or row.item or row.is_indented:
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
