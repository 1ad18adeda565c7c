"""The blocks of a web page, and which of them are its content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..cues import either
from ..metadata import label_kind
from ..shapes import fold, is_date_line
from ..signature import organ_line
from .html_lists import item_marks
from .layout import Block
from .rows import ROW_LENGTH, is_drawn, is_number, is_row, row_text
from .spans import columns_of, reaches_down

# fmt: off
_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "head", "select",
    "button", "input", "textarea", "nav", "footer", "aside", "audio", "video",
})
# fmt: on
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SOURCE_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_PROSE = re.compile("[，。；：、！？]")
_END_OF_CONTENT = re.compile(rf"[\s【\[（(]*{either('furniture_end')}.*")
# A block whose text is mostly links is navigation.
LINK_SHARE = 0.5
CONTENT_SHARE = 0.85
LONGEST_LABEL = 16
DEPTH_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A block, the elements around it (outermost first, by number), and how many of its characters are links."""

    block: Block
    path: tuple[int, ...]
    links: int

    @property
    def prose(self) -> int:
        """The characters of the block where it reads as prose: no links, some punctuation."""
        text = self.block.text.strip()
        return len(text) - self.links if _PROSE.search(text) and self.links <= LINK_SHARE * len(text) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A parsed page: its tree, its title, its meta elements (name, content)."""

    tree: Any
    title: str
    meta: tuple[tuple[str, str], ...]


def parse(text: str) -> Root | None:
    """Return the page, None where there is none. No entity is resolved, nothing is fetched."""
    from lxml import etree, html  # noqa: PLC0415 - slow to import, needed by HTML files only

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    parser = html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    title = tree.findtext(".//title") or ""
    meta = [
        ((node.get("name") or node.get("property") or "").lower(), node.get("content") or "")
        for node in tree.iter("meta")
    ]
    links = [("url", node.get("href") or "") for node in tree.iter("link") if node.get("rel") == "canonical"]
    return Root(tree=tree, title=" ".join(title.split()), meta=(*links, *meta))


class _Flattener:
    """Collects blocks while the tree is walked."""

    def __init__(self, *, hidden: bool = False) -> None:
        self.blocks: list[PageBlock] = []
        self._parts: list[str] = []
        self._links = 0
        self._path: list[int] = []
        self._numbers = 0
        self._heading = 0
        self._anchor = 0
        self._pre = 0
        self._rows: dict[Any, Sequence[Any]] = {}
        self._drawn: set[Any] = set()
        self._hidden = hidden
        self._marks: dict[Any, str] = {}
        self._mark = ""

    def text(self, words: str | None) -> None:
        if not words:
            return
        if not self._pre:
            words = _SOURCE_BREAK.sub(_joint, words)
        self._parts.append(words)
        if self._anchor:
            self._links += len(words.strip())

    def close(self) -> None:
        text = "".join(self._parts)
        if self._mark and text.strip():
            text, self._mark = self._mark + text.lstrip(), ""
        # A headline is broken for looks, a paragraph because it is one.
        for line in [text.replace("\n", "")] if self._heading else text.split("\n"):
            if line.strip():
                block = Block(text=line.rstrip(), heading=self._heading > 0)
                self.blocks.append(
                    PageBlock(block=block, path=tuple(self._path), links=min(self._links, len(line)))
                )
        self._parts.clear()
        self._links = 0

    def table_row(self, row: Any) -> bool:
        table = next(row.iterancestors("table"), None)
        drawn = table in self._drawn
        cells = _short_cells(row, self._rows.get(row, ()), drawn=drawn)
        if not cells:
            return False
        shared = tuple(words for words in map(_words, filter(reaches_down, row)) if is_number(words))
        self.row(row_text(cells, drawn=drawn), shared if is_drawn(cells) else ())
        if is_drawn(cells):
            self._drawn.add(table)
        return True

    def row(self, text: str, shared: tuple[str, ...] = ()) -> None:
        self.close()
        block = Block(text=text, whole=True, shared=shared)
        self.blocks.append(PageBlock(block=block, path=tuple(self._path), links=0))

    def walk(self, node: Any, depth: int = 0) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or depth > DEPTH_LIMIT or self._is_skipped(node, tag):
            return
        if tag == "br":
            self._parts.append("\n")
            return
        if tag == "table":
            self._rows.update(columns_of(node))
        if tag == "ol":
            self._marks.update(item_marks(node))
        if tag == "tr" and self.table_row(node):
            return
        block = tag in _BLOCKS
        if cells := _labelled_cells(node):
            self.row("\t".join(cells))
            return
        if block:
            self.close()
            self._numbers += 1
            self._path.append(self._numbers)
        self._mark = self._marks.get(node, "") if tag == "li" else self._mark
        self._count(tag, 1)
        if not block and self._parts and _begins_with_label(node):
            self._parts.append(" ")
        self.text(node.text)
        for child in node:
            self.walk(child, depth + 1)
            self.text(child.tail)
        if block:
            self.close()
            self._path.pop()
        self._count(tag, -1)

    def _is_skipped(self, node: Any, tag: str) -> bool:
        if tag in _SKIPPED or (not self._hidden and _is_hidden(node)):
            return True
        return tag == "address" and not _signs(node)

    def _count(self, tag: str, step: int) -> None:
        self._heading += step if tag in _HEADINGS else 0
        self._anchor += step if tag == "a" else 0
        self._pre += step if tag == "pre" else 0


def _joint(match: re.Match[str]) -> str:
    """Return what a line end in the source stands for: nothing between Chinese characters, else a blank."""
    text = match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return " " if before.isascii() and after.isascii() and before and after else ""


def _begins_with_label(node: Any) -> bool:
    """Return whether words inside a line begin with a label (来源：…): a page parts them with a style alone."""
    label, colon, _ = (node.text or "")[: LONGEST_LABEL + 1].replace(":", "：").partition("：")
    return bool(colon) and label_kind(label) is not None


def _is_hidden(node: Any) -> bool:
    return node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None


def _signs(node: Any) -> bool:
    """Return whether an element for addresses holds a signature; else it tells how to reach somebody (HTML, 4.3.10)."""
    lines = [fold(line) for words in node.itertext() for line in words.split("\n")]
    return any(organ_line(line) or is_date_line(line) for line in lines)


def _short_cells(row: Any, columns: Sequence[Any], *, drawn: bool) -> list[str]:
    """Return the texts of the columns of a short table row, [] where a cell holds paragraphs or a table.

    `columns` are its cells by column, None where a cell beside or above reaches into it.
    """
    cells = [node for node in row if node.tag in ("td", "th")]
    texts = ["" if cell is None else _words(cell) for cell in columns or cells]
    parts = [sum(1 for _ in cell.iter("p", "li", "br")) for cell in cells]
    barred = any(True for cell in cells for _ in cell.iter("script", "style", "table"))
    plain = all(count <= 1 for count in parts)
    if len(cells) < 2 or barred or not is_row(texts, plain=plain, drawn=drawn):
        return []
    return texts if any(texts) else []


def _words(cell: Any) -> str:
    return re.sub(r"\s+", " ", "".join(cell.itertext())).strip()


def _labelled_cells(node: Any) -> list[str]:
    """Return label and value in turn of an element that holds nothing else (dt and dd, spans in a row), else []."""
    if len(node) < 2 or len(node) % 2 or (node.text and node.text.strip()):
        return []
    first = "".join(node[0].itertext())
    if len(first) > LONGEST_LABEL or label_kind(first) is None:
        return []
    texts = [_words(child) for child in node]
    loose = any((child.tail or "").strip() for child in node)
    if loose or not all(map(label_kind, texts[::2])) or any(map(label_kind, texts[1::2])):
        return []
    return texts if sum(map(len, texts)) <= ROW_LENGTH and all(texts) else []


def flatten(root: Root) -> list[PageBlock]:
    """Return the blocks of a page that hold text, in order.

    What is hidden is read where nothing else reads as a text: some sites show the article by a script.
    """
    blocks = _walked(root, hidden=False)
    return blocks if any("。" in block.block.text for block in blocks) else _walked(root, hidden=True)


def _walked(root: Root, *, hidden: bool) -> list[PageBlock]:
    flattener = _Flattener(hidden=hidden)
    flattener.walk(root.tree)
    flattener.close()
    return flattener.blocks


def content_of(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """Return the blocks of the innermost element that holds nearly all prose of the page, navigation left out."""
    total = sum(block.prose for block in blocks)
    inside = [block for block in blocks if block.links <= LINK_SHARE * len(block.block.text)]
    if total:
        inside = list(_within(inside, _innermost(blocks, total)))
    for place, block in enumerate(inside):
        if place > 2 and _END_OF_CONTENT.fullmatch(block.block.text) and len(block.block.text) < ROW_LENGTH:
            return inside[:place]
    return inside


def _innermost(blocks: Sequence[PageBlock], total: int) -> int:
    """Return the number of the innermost element with enough prose that holds more than one block of it."""
    prose: dict[int, int] = {}
    members: dict[int, int] = {}
    order: list[int] = []
    for block in blocks:
        for number in block.path:
            if number not in prose:
                order.append(number)
            prose[number] = prose.get(number, 0) + block.prose
            members[number] = members.get(number, 0) + (block.prose > 0)
    several = sum(block.prose > 0 for block in blocks) > 1
    enough = [n for n in order if prose[n] >= CONTENT_SHARE * total and (members[n] > 1 or not several)]
    return enough[-1] if enough else order[0]


def _within(blocks: Sequence[PageBlock], number: int) -> Iterator[PageBlock]:
    return (block for block in blocks if number in block.path)
