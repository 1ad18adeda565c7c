"""HTML: the letter out of navigation, footers and scripts, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from ..cues import cues, either
from ..errors import UnreadableInput
from ..headline import headline
from ..metadata import pairs, tells_nothing_else
from ..records import Issue
from ..shapes import fold, is_title
from .extract import Extract
from .html_blocks import PageBlock, content_of, flatten, parse
from .layout import Block, laid_out
from .refusal import refusal
from .rows import shared_issues
from .text import decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
# Names that Chinese government sites give their meta elements (政府网站发展指引, 2017), and what they stand for.
_META = {
    "articletitle": "标题",
    "pubdate": "发布日期",
    "contentsource": "来源",
    "url": "网址",
    "og:url": "网址",
}
_RUN_BY = frozenset(cues()["site_label"])
_IMPRINT = re.compile(either("imprint_line"))
_PUBLISHER = re.compile(f"{either('publisher')}$")
IMPRINT_BLOCKS = 4
METADATA_LINE = 400
TOP = 8


def read_html(data: bytes, *, source: str) -> Extract:
    """Return the main content of a page as text, its metadata apart.

    Raises UnreadableInput where the page holds no text.
    """
    text, issues = _decoded(data, source)
    root = parse(text)
    blocks = flatten(root) if root is not None else []
    if root is None or not blocks:
        raise UnreadableInput(
            refusal(source, "no_text", "the page holds no text", "save the page again, complete")
        )
    content = [block for block in content_of(blocks) if not _is_metadata(block.block.text)]
    body, lines = laid_out([*_headline(blocks, content, root.title), *(block.block for block in content)])
    own = ((label, value) for name, value in root.meta if (label := _META.get(name)) and value.strip())
    found = tuple(chain(_metadata(blocks), own))
    told = (*issues, *shared_issues((block.block for block in content), source))
    return Extract(text=body, lines=lines, metadata=found, issues=told)


def _decoded(data: bytes, source: str) -> tuple[str, tuple[Issue, ...]]:
    """Return the text of a page; a declared GB encoding is believed where the bytes are not UTF-8."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared.group(1).lower() in (b"gb2312", b"gbk", b"gb18030", b"x-gbk"):
        try:
            return data.decode("utf-8-sig"), ()
        except UnicodeDecodeError:
            return data.decode("gb18030", errors="replace"), ()
    return decode(data, source=source)


def _metadata(blocks: Sequence[PageBlock]) -> Iterator[tuple[str, str]]:
    """Yield what the page says of itself; who runs the site, told below the letter, is not who answers."""
    letter = content_of([block for block in blocks if not _is_metadata(block.block.text)])
    last = next((place for place, block in enumerate(blocks) if letter and block is letter[-1]), len(blocks))
    element = _around(letter)
    for place, block in enumerate(blocks):
        if len(block.block.text) > METADATA_LINE or block.links > 0.5 * len(block.block.text):
            continue
        found = list(pairs(block.block.text))
        outside = place > last and block.path[: len(element)] != element and not block.block.whole
        of_site = outside or (place > last and _names_publisher(found)) or _is_of_imprint(blocks, place)
        yield from (pair for pair in found if not (of_site and pair[0] in _RUN_BY))


def _around(blocks: Sequence[PageBlock]) -> tuple[int, ...]:
    """Return the path of the innermost element around all blocks."""
    levels = zip(*(block.path[:-1] for block in blocks), strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))


def _names_publisher(found: Sequence[tuple[str, str]]) -> bool:
    """Return whether a line tells of one that runs a site for all departments (主办单位：某市人民政府办公室)."""
    return any(label in _RUN_BY and _PUBLISHER.search(fold(value)) for label, value in found)


def _is_of_imprint(blocks: Sequence[PageBlock], place: int) -> bool:
    """Return whether a block, or one below it in the same element, is the imprint of the site (ICP备, 版权所有)."""
    own = blocks[place]
    around = own.path if own.block.whole else own.path[:-1]
    near = (block for block in blocks[place : place + IMPRINT_BLOCKS] if block.path[: len(around)] == around)
    return any(_IMPRINT.search(block.block.text) for block in near)


def _is_metadata(line: str) -> bool:
    """Return whether a line holds nothing but label and value pairs."""
    if len(line) > METADATA_LINE:
        return False
    return tells_nothing_else(line, list(pairs(line)))


def _headline(blocks: Sequence[PageBlock], content: Sequence[PageBlock], title: str) -> list[Block]:
    """Return the headline of the page where the content does not begin with the letter's title itself."""
    if any(is_title(fold(block.block.text)) for block in content[:TOP]):
        return []
    first = content[0] if content else None
    before = blocks[: blocks.index(first)] if first is not None else blocks
    headings = [block.block for block in before if not block.links and is_title(fold(block.block.text))]
    if headings:
        return [Block(text=headings[-1].text.strip(), heading=True)]
    words = headline(title)
    return [Block(text=words, heading=True)] if words else []
