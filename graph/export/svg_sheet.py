"""The sheet of graph.svg: what is drawn between its title and its legend, and the lines that are drawn with.

A white sheet lies below everything, so that the picture is the same on light and dark pages; colours and fonts are
attributes, so that word processors draw it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..drawing.layout import WIDTH
from ..tables.graph_tables import EntityRow
from .publication import Publication
from .svg_legend import NOTE, Line, caption, legend, legend_height, title

FONTS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',sans-serif"
MARGIN, HEAD = 60, 190

WITHIN = Line(label_zh="见于复文、段落", label_en="cited in", colour="#b5ad98", width=1.0, opacity=0.5)
TOGETHER = Line(label_zh="共现", label_en="co-mention", colour="#8b9bb0", width=1.2, opacity=0.5)
BETWEEN = Line(label_zh="名称间的关系", label_en="typed", colour="#4d6a9a", width=1.5, opacity=0.6)
RESPONSE = Line(label_zh="提案、答复、部门", label_en="response", colour="#2b2f36", width=3.0, opacity=0.85)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around a drawing that reaches ±`height`: the legend of its nodes and lines, and its notes."""

    publication: Publication
    nodes: Sequence[EntityRow]
    lines: Sequence[Line]
    notes: Sequence[str]
    height: float

    def around(self, drawing: Iterable[str]) -> Iterator[str]:
        """Yield the lines of the file."""
        bottom = self.height + 40 + legend_height(self.nodes) + 50 + NOTE * max(0, len(self.notes) - 1)
        width, height = 2 * WIDTH + 2 * MARGIN, self.height + HEAD + bottom
        left, top = -WIDTH - MARGIN, -self.height - HEAD
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{left:g} {top:g} {width:g} {height:g}" '
            f'width="{width:g}" height="{height:g}" font-family="{FONTS}" aria-labelledby="what">'
        )
        yield '<title id="what">复文知识图谱 · Knowledge graph of official replies</title>'
        yield f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="20" fill="#ffffff"/>'
        yield from drawing
        yield from title(self.publication, -WIDTH, top + 36)
        yield from legend(self.nodes, self.lines, -WIDTH, self.height + 40, 2 * WIDTH)
        yield from caption(self.publication, -WIDTH, WIDTH, bottom - 28, self.notes)
        yield "</svg>"
