"""What stands around the picture: title, legend of kinds and lines, caption."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from ontology import palette, vocabulary

from ..tables.graph_tables import EntityRow
from .publication import Publication
from .svg_shapes import shape

INK, QUIET = "#23272e", "#6b6f76"
COLUMNS = 5
ROW = 38
NOTE = 26
"""From one note to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How one sort of edge is drawn, and what the legend calls it."""

    label_zh: str
    label_en: str
    colour: str
    width: float
    opacity: float


def title(publication: Publication, left: float, top: float) -> Iterator[str]:
    """Yield the title above the picture, its upper left corner at that place."""
    replies = sum(letter.status == "reply" for letter in publication.tables.letters)
    evidence = len(publication.tables.evidence)
    nodes, edges = len(publication.tables.entities), len(publication.tables.edges)
    yield _text(left, top + 46, 46, "复文知识图谱", INK, weight=700)
    yield _text(left + 300, top + 46, 30, "Knowledge graph of official replies", QUIET)
    yield _text(
        left,
        top + 92,
        24,
        f"{replies:,} 封复文 · {nodes:,} 个节点 · {edges:,} 条关系，每条都附依据（{evidence:,} 条）",
        INK,
    )
    yield _text(
        left,
        top + 124,
        20,
        f"{_plural(replies, 'reply letter')}, {_plural(nodes, 'node')}, {_plural(edges, 'edge')}, "
        f"each with its evidence ({_plural(evidence, 'piece')})",
        QUIET,
    )


def legend(
    nodes: Sequence[EntityRow], lines: Sequence[Line], left: float, top: float, width: float
) -> Iterator[str]:
    """Yield the legend below the picture: the kinds that occur with their numbers, then the lines."""
    step = width / COLUMNS
    yield f'<path d="M{left:g} {top:g}h{width:g}" stroke="#dcd9d0" stroke-width="1.5"/>'
    counts = Counter(node.kind for node in nodes)
    order = sorted(counts, key=lambda kind: (palette.load().of(kind).order, kind))
    for place, kind in enumerate(order):
        x, y = left + place % COLUMNS * step, top + ROW + place // COLUMNS * ROW
        swatch = palette.load().of(kind)
        yield f'<g fill="{swatch.colour}">{shape(swatch.shape, x + 12, y - 8, 11)}</g>'
        yield _text(
            x + 34, y, 22, f"{kind_label(kind, 'zh')} {counts[kind]:,}", INK, f"  {kind_label(kind, 'en')}"
        )
    y = top + legend_height(nodes) - ROW
    for place, line in enumerate(lines):
        x = left + place * width / len(lines)
        yield (
            f'<path d="M{x:g} {y - 8:g}h44" stroke="{line.colour}" stroke-width="{line.width * 1.5:g}" '
            f'stroke-opacity="{line.opacity}"/>'
        )
        yield _text(x + 56, y, 22, line.label_zh, INK, f"  {line.label_en}")


def legend_height(nodes: Sequence[EntityRow]) -> float:
    """Return how high the legend of these nodes is: a row for every few kinds, one for the lines, and a margin."""
    kinds = len({node.kind for node in nodes})
    return ROW * ((kinds + COLUMNS - 1) // COLUMNS + 2)


def caption(
    publication: Publication, left: float, right: float, baseline: float, notes: Sequence[str]
) -> Iterator[str]:
    """Yield the last lines: what is drawn and what was left out, if anything, and which build this is."""
    build = f"fuwen {publication.version} · corpus {publication.corpus_hash}"
    for place, note in enumerate(reversed(notes)):
        yield _text(left, baseline - place * NOTE, 18, note, QUIET)
    yield f'<text x="{right:g}" y="{baseline:g}" font-size="18" fill="{QUIET}" text-anchor="end">{escape(build)}</text>'


def kind_label(kind: str, language: vocabulary.Language) -> str:
    """Return what the vocabulary calls a kind; the kind itself where it has no entry."""
    known = vocabulary.load().kinds.get(kind)
    return known.label(language) if known else kind


def _text(x: float, y: float, size: float, text: str, colour: str, quiet: str = "", weight: int = 400) -> str:
    span = f'<tspan fill="{QUIET}" font-size="{size * 0.82:g}">{escape(quiet)}</tspan>' if quiet else ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{bold} fill="{colour}" xml:space="preserve">'
        f"{escape(text)}{span}</text>"
    )


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
