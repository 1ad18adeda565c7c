"""Removes what a site or a printer puts around a letter: buttons, links, page numbers, imprints, running heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .contents import without_contents
from .cues import cues, either
from .late_pattern import late_pattern
from .lines import Line, RawLine, tidied
from .metadata import label_kind
from .running_heads import is_of_a_letter, without_running_heads
from .shapes import fold, is_date_line, is_salutation
from .signature import ANNEX, organ_line

LONGEST_FURNITURE = 60
IMPRINT_LINES, LONGEST_IMPRINT = 12, 120
_IMPRINT = re.compile(either("imprint_line"))
# 主办：市政府办公室, 市政府办公室主办 市大数据局承办
_RUN_BY = re.compile(
    rf"\s*{either('run_by_label')}\s*[：:]\s*[^，。：:]{{0,20}}?{either('publisher')}"
    rf"|\s*[^\s，。：:]{{2,20}}?{either('publisher')}\s*{either('run_by')}"
    rf"(?:\s+[^\s，。：:]{{2,30}}{either('kept_by')})?\s*$"
)
_DATED_LINK = re.compile(r"[^。]{6,70}?\s*[\[（(【]?20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[\]）)】]?")
# 相关链接, 推荐阅读：below it the page names others.
_LINKS_BELOW = re.compile(rf"[\s【\[（(]*{either('furniture_end')}[\s：:】\]）)]*")
LONGEST_HEADING = 16
# Buttons at the head of a site: so many short lines begin no letter.
FEWEST_BUTTONS, LONGEST_BUTTON = 10, 8
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z+ -]+")
_DASHED_NUMBER = re.compile(
    r"[-—－–―‐·.．\s]{1,6}\d{1,3}[-—－–―‐·.．\s]{1,6}|第\s*\d{1,3}\s*页(?:[\s，,/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
# Possessive: blanks and bars that two links could share take minutes to tell apart in a line that is none.
_LINKS = rf"(?:[【\[（(|]?+\s?+{either('furniture', 'furniture_word')}\s?+[】\]）)|]?+[\s:：、|]*+)"
_FURNITURE = re.compile(
    rf"{_LINKS}*[【\[（(|]?{either('furniture')}[】\]）)|]?[\s:：、|]*{_LINKS}*(?:\d+|{either('no_link')}|[：:][^|\t。；]*)?"
    rf"|{_LINKS}+|{_LINKS}*{either('furniture_start')}[^。]*|{either('run_by')}[^。]*{either('imprint')}.*"
)
# 办理态度：□满意 □基本满意 □不满意: what who asked is to tick, two words or boxes of them at least.
_RATED = rf"[□☐☑√○■]?\s*+{either('rating')}\s*+[□☐☑√○■]?+[\s、/|（）()；;]*+"
_RATING = late_pattern(rf"[^，。；：:\d]{{0,14}}[：:\s|｜]*(?:{_RATED}){{2,}}")
# The first characters that furniture can have; its patterns are slow.
_FURNITURE_STARTS = frozenset("【[（(| ").union(
    word[0] for kind in ("furniture", "furniture_word", "furniture_start", "run_by") for word in cues()[kind]
)
# 首页 > 政务公开 > 建议提案
_TRAIL = re.compile(
    rf"(?:[^。，；：:<>›»]{{0,6}}{either('trail_label')}\s*[：:]|[：:])?[>›»\s]*"
    r"(?:[^。，；：:<>›»]{1,20}\s*[>›»]+\s*)+[^。，；：<>›»]{0,30}"
    rf"|{either('trail_home')}(?:\s*[/／→-]+\s*[^。，；：:/／→]{{1,20}})+"
)
# 12-top_bar.png: the name of a picture, copied with the page.
_IMAGES = (".png", ".jpg", "jpeg", ".gif", ".svg", "webp", ".bmp")
_IMAGE_ENDS = frozenset("gGfFpP")
_FILE = re.compile(r"[\w.-]+\.[A-Za-z]{3,4}")
_CLOSES = ("x", "X")
"""Letters for the button that closes a window."""
_TRAIL_MARK = re.compile(f"[>›»]|{either('trail_home')}")
# 【内容摘要】您提出的…: words of the letter, printed above it as well.
_SUMMARY = re.compile(rf"[【\[]?{either('summary_label')}(?:[】\]]\s*[：:]?|\s*[：:])\s*(?P<words>\S.*)")
_ASKED_BY = late_pattern(rf"[\u4e00-\u9fff、·]{{2,40}}{either('person_role')}(?:{either('submitted')})的?")
SUMMARY_WITHIN, SUMMARY_WORDS = 12, 12


def read_lines(raw: str, lines: Sequence[RawLine]) -> tuple[Line, ...]:
    """Return the lines that hold text, without page numbers, running heads and navigation."""
    kept = _without_summary(without_contents(without_running_heads(_without_menu(tidied(raw, lines)))))
    return without_furniture(_without_links(_without_imprint(kept)))


def _without_menu(lines: list[Line]) -> list[Line]:
    """Return the lines without the buttons that a site has at its head, one a line: 读屏, 放大, 全屏 …."""
    count = next((at for at, line in enumerate(lines) if not _is_button(line.text)), len(lines))
    return lines[count:] if count >= FEWEST_BUTTONS else lines


def _is_button(text: str) -> bool:
    """Return whether a line may be a button: a word or two, no label, no organ and no number."""
    if len(text) > LONGEST_BUTTON or not _WORDS.fullmatch(text):
        return False
    return label_kind(text) is None and organ_line(text) is None and not is_salutation(text)


def _without_summary(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without a summary at the top whose words the letter says again."""
    for at, line in enumerate(lines[:SUMMARY_WITHIN]):
        summary = _SUMMARY.fullmatch(line.text)
        words = _first_words(fold(summary["words"])) if summary else ""
        if words and any(words in fold(other.text) for other in lines[at + 1 :]):
            return [*lines[:at], *lines[at + 1 :]]
    return lines


def _first_words(summary: str) -> str:
    """Return the first words of a summary; where it names who asked (王芳委员提出的…), those behind 提出的."""
    told = _ASKED_BY.match(summary)
    return summary[told.end() if told else 0 :][:SUMMARY_WORDS]


def _without_imprint(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without the imprint of the site at their end: who runs it, its licence, its visitors."""
    tail = range(max(1, len(lines) - IMPRINT_LINES), len(lines))
    short = (at for at in tail if len(lines[at].text) < LONGEST_IMPRINT)
    first = next((at for at in short if _IMPRINT.search(lines[at].text)), None)
    if first is None or any(map(is_of_a_letter, lines[first:])):
        return lines
    return lines[: first - 1 if _RUN_BY.match(lines[first - 1].text) else first]


def _without_links(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without other pages: those below a heading of links, and those with days below a letter's."""
    whole = next((at for at in range(1, len(lines)) if _heads_links(lines, at)), len(lines))
    end = whole
    while end > 1 and _DATED_LINK.fullmatch(lines[end - 1].text):
        end -= 1
    return lines[:end] if is_date_line(fold(lines[end - 1].text if end else "")) else lines[:whole]


def _heads_links(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line heads links of the page (相关链接): a letter is dated above it, and no text is below.

    Below an attachment's heading rows may have no stop.
    """
    if len(lines[at].text) > LONGEST_HEADING or not _LINKS_BELOW.fullmatch(lines[at].text):
        return False
    dated = any(is_date_line(fold(line.text)) for line in lines[:at])
    below = [(line.text, fold(line.text)) for line in lines[at:]] if dated else []
    return dated and not any(
        "。" in text or is_salutation(line) or ANNEX.fullmatch(line) for text, line in below
    )


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without page numbers and links; a page number that goes begins a new page."""
    counting = _counts_pages(lines)
    kept: list[Line] = []
    turned = 0
    for line in lines:
        if not _is_furniture(line.text, counting=counting):
            kept.append(replace(line, page=line.page + turned) if turned else line)
        elif _is_page_number(line.text, counting=counting):
            turned += 1
    return tuple(kept)


def _is_furniture(text: str, *, counting: bool) -> bool:
    """Return whether a line is a page number or a link of the site around the letter."""
    if len(text) >= LONGEST_FURNITURE:
        return False
    if not text.strip("|｜×:- ") or text in _CLOSES or (text[-1] in _IMAGE_ENDS and _is_picture(text)):
        return True
    if text[0] in _FURNITURE_STARTS and _FURNITURE.fullmatch(text):
        return True
    if "满意" in text and _RATING.fullmatch(text):
        return True
    if _TRAIL_MARK.search(text) and _TRAIL.fullmatch(text):
        return True
    return _is_page_number(text, counting=counting)


def _is_picture(text: str) -> bool:
    """Return whether a line is the name of a picture, copied with the page: 12-top_bar.png."""
    return text.lower().endswith(_IMAGES) and _FILE.fullmatch(text) is not None


def _is_page_number(text: str, *, counting: bool) -> bool:
    if _DASHED_NUMBER.fullmatch(text):
        return True
    return counting and _BARE_NUMBER.fullmatch(text) is not None


def _counts_pages(lines: Sequence[Line]) -> bool:
    """Return whether the lines that are only a number count 1, 2, 3 … or 2, 3 … as page numbers do."""
    numbers = [int(line.text) for line in lines if _BARE_NUMBER.fullmatch(line.text)]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return bool(numbers) and numbers[0] in (1, 2) and (steps == {1} or (not steps and lines[-1].text == "1"))
