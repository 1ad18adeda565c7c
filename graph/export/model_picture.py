"""The picture of the data model on ontology.html: the main classes as boxes, the properties between them as arrows.

Which stand in it, and where, is in model_boxes.tsv and model_arrows.tsv; what they are called, in the vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from pathlib import Path

from ontology.tsv import read_tsv
from ontology.vocabulary import Term, Vocabulary

WIDTH, HEIGHT = 1000, 440
BOX_WIDTH, BOX_HEIGHT = 176, 54
_GAP = 5
"""Between a box and the arrow that ends there, in units of the picture."""
_TIP = 8
"""Length of the tip of an arrow, in the same units."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A class: the middle of its box, in units of the picture."""

    term: Term
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A property: from (x1, y1) to (x2, y2), its name at (x, y)."""

    term: Term
    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def x(self) -> float:
        """Where the name stands."""
        return (self.x1 + self.x2) / 2

    @property
    def y(self) -> float:
        """Where the name stands."""
        return (self.y1 + self.y2) / 2

    @property
    def tip(self) -> str:
        """The corners of its tip, as SVG has them."""
        length = hypot(self.x2 - self.x1, self.y2 - self.y1)
        along, across = (self.x2 - self.x1) / length, (self.y2 - self.y1) / length
        x, y = self.x2 - _TIP * along, self.y2 - _TIP * across
        corners = (
            (self.x2, self.y2),
            (x - _TIP / 2 * across, y + _TIP / 2 * along),
            (x + _TIP / 2 * across, y - _TIP / 2 * along),
        )
        return " ".join(f"{one:.1f},{other:.1f}" for one, other in corners)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All boxes and arrows."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def model_picture(words: Vocabulary) -> Picture:
    """Return the picture. Raises `LexiconError` where a row names no term or no box."""
    boxes: dict[str, Box] = {}
    names = tuple(words.terms)
    for row in read_tsv(_FOLDER / "model_boxes.tsv", ("class", "x", "y")):
        name = row.one_of("class", names)
        boxes[name] = Box(term=words.terms[name], x=row.number("x"), y=row.number("y"))
    drawn = tuple(boxes)
    arrows = [
        _arrow(
            words.terms[row.one_of("property", names)],
            boxes[row.one_of("from", drawn)],
            boxes[row.one_of("to", drawn)],
        )
        for row in read_tsv(_FOLDER / "model_arrows.tsv", ("property", "from", "to"))
    ]
    return Picture(boxes=tuple(boxes.values()), arrows=tuple(arrows))


def _arrow(term: Term, start: Box, end: Box) -> Arrow:
    x1, y1 = _edge(start, end, 0)
    x2, y2 = _edge(end, start, _GAP)
    return Arrow(term=term, x1=x1, y1=y1, x2=x2, y2=y2)


def _edge(box: Box, other: Box, gap: float) -> tuple[float, float]:
    """Return where the line between the middles of two boxes leaves the first, so far outside of it."""
    dx, dy = other.x - box.x, other.y - box.y
    shares = [(half + gap) / abs(step) for half, step in ((BOX_WIDTH / 2, dx), (BOX_HEIGHT / 2, dy)) if step]
    share = min(shares)
    return round(box.x + dx * share, 1), round(box.y + dy * share, 1)
