"""Where every node stands: one placement that the page, GEXF and SVG share; what shows a part of a graph has its own.

Each letter has a disc: its reply in the middle, the proposal and its proposers on the outer side, the sections
around it in reading order, each with the names that stand in it. What several letters share stands between their
discs, so that the middle of the picture is what they have in common. Few letters form a ring, many follow a
Hilbert curve, neighbours next to those they share most with. No force model: at this size it
gives hairballs, and its digits differ between platforms.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from ..tables.graph_tables import EdgeRow, EntityRow
from .geometry import GOLDEN, PI, Point, hilbert, middle, polar, sunflower, to_corners
from .overlaps import MOVED_APART, Box, deal_out, separate

WIDTH, HEIGHT = 1000.0, 700.0
"""Half of the picture: x in [-1000, 1000], y in [-700, 700], y downwards."""

LABEL_WIDTH = 10.5
"""Ems that a picture has room for beside a node: ten Chinese characters."""

NODE_RADIUS = 0.55
"""Radius of a drawn node, in ems of its label."""

_DROP = 0.7
"""How far the middle of a node with its label lies below the middle of the node, in ems of the label."""

RING_LETTERS = 8
"""Up to so many letters stand in a ring; discs in a larger ring would be too small to read."""

_FIRST_WIDE = "\u2e80"
_WIDE = re.compile(f"[^\0-{chr(ord(_FIRST_WIDE) - 1)}]")  # the smaller half: sets are compiled one by one

_NUMBER = re.compile(r"(\d+)")

CENTRE_KINDS = ("reply",)
PROPOSAL_SIDE_KINDS = ("proposal", "person", "session")
BRANCH_KINDS = ("section",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDisc:
    """The disc of one letter: its middle, its radius and the direction (in turns) that points outwards."""

    centre: Point
    radius: float
    outwards: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What the placement has to know of the graph: every node's letters, its sections, the sections' sizes."""

    near: Mapping[str, tuple[str, ...]]
    """The letters of nodes that have none of their own."""
    sections: Mapping[str, Sequence[str]]
    sizes: Mapping[str, int]

    def letters(self, node: EntityRow) -> tuple[str, ...]:
        """Return the letters of a node, or those it is nearest to."""
        return node.letter_ids or self.near[node.entity_id]


def positions(entities: Iterable[EntityRow], edges: Iterable[EdgeRow]) -> Mapping[str, tuple[float, float]]:
    """Return the place of every node by its id, x in [-1000, 1000], y in [-700, 700] downwards, two decimals.

    No two nodes share a place. The result depends on the rows alone, not on their order.
    """
    nodes = sorted(entities, key=lambda node: node.entity_id)
    if not nodes:
        return {}
    em = label_em(nodes)
    places = _apart(nodes, _points(nodes, edges), em)
    return {
        node.entity_id: (round(x, 2), round(y - _DROP * em * label_scale(node), 2))
        for node, (x, y) in zip(nodes, places, strict=True)
    }


def label_em(nodes: Iterable[EntityRow]) -> float:
    """Return the font size of an ordinary label, in units of the picture, such that all labels have room."""
    area = sum(round(width * height) for width, height in map(_room, nodes)) + 1
    return round(min(18.0, sqrt(0.42 * 4 * WIDTH * HEIGHT / area)), 2)


def label_scale(node: EntityRow) -> float:
    """Return a label's size relative to an ordinary one, in [0.85, 2]: replies lead, then what is often named."""
    if node.kind in CENTRE_KINDS:
        return 2.0
    if node.kind == "proposal":
        return 1.5
    if node.kind in BRANCH_KINDS:
        return 0.85
    return min(1.8, 1.0 + 0.12 * sqrt(max(0, node.mentions - 1)) + 0.15 * max(0, node.letter_count - 1))


def label(node: EntityRow) -> str:
    """Return what is written at a node: its short name, cut where it is wider than `LABEL_WIDTH`."""
    text = " ".join(node.short_name.split())
    if len(text) <= LABEL_WIDTH or label_width(text) <= LABEL_WIDTH:
        return text
    while label_width(text) > LABEL_WIDTH - 1:
        text = text[:-1]
    return text + "…"


def label_width(text: str) -> float:
    """Return the width of a text in ems: a Chinese character is one em wide, a Latin one about 0.55."""
    if text and min(text) >= _FIRST_WIDE:  # most names, and a search takes longer
        return float(len(text))
    wide = len(_WIDE.findall(text))
    return wide + 0.55 * (len(text) - wide)


def _surroundings(nodes: Sequence[EntityRow], edges: Iterable[EdgeRow]) -> _Surroundings:
    near: dict[str, set[str]] = {node.entity_id: set() for node in nodes if not node.letter_ids}
    letters = {node.entity_id: node.letter_ids for node in nodes} if near else {}
    # by themselves: edges that are on disk are read with texts of their own
    branches = {node.entity_id: node.entity_id for node in nodes if node.kind in BRANCH_KINDS}
    sections: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        source, target = edge.source, edge.target
        if target in branches:
            if source not in branches:
                sections[source].append(branches[target])
        elif source in branches:
            sections[target].append(branches[source])
        if source in near:
            near[source].update(letters.get(target, ()))
        if target in near:
            near[target].update(letters.get(source, ()))
    # people and places may carry no letter of their own: their neighbours' letters are theirs
    known = {letter for found in letters.values() for letter in found}
    nearest = {node: tuple(sorted(found)) or _letter_in(node, known) for node, found in near.items()}
    sizes = Counter(section for found in sections.values() for section in found)
    return _Surroundings(near=nearest, sections=sections, sizes=sizes)


def _letter_in(node_id: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the letter that an id names (section/<letter>.s2): a section without names has no edge to tell."""
    letter = node_id.partition("/")[2].rpartition(".")[0]
    return (letter,) if letter in known else ()


def _letter_discs(nodes: Sequence[EntityRow], around: _Surroundings) -> dict[str, LetterDisc]:
    """Return the disc of every letter, by letter_id."""
    sizes: Counter[str] = Counter()
    for letters in map(around.letters, nodes):
        for letter in letters:
            sizes[letter] += 1 if len(letters) == 1 else 0
    order = _letter_order(sizes, map(around.letters, nodes))
    return _ring(order) if len(order) <= RING_LETTERS else _curve(order, sizes)


def _letter_order(sizes: Mapping[str, int], of_nodes: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the letters, of which every node has some, so that those which share most stand side by side.

    Greedy: begin with the letter that shares most, go on with the unplaced one that shares most with the last.
    """
    shared: dict[str, Counter[str]] = {letter: Counter() for letter in sizes}
    for letters in of_nodes:
        if 1 < len(letters) <= RING_LETTERS:  # what stands in most letters tells none apart
            for letter in letters:
                shared[letter].update(other for other in letters if other != letter)
    left = sorted(sizes, key=lambda letter: (-shared[letter].total(), letter))
    remaining = dict.fromkeys(left)
    order: list[str] = []
    while remaining:
        near = (
            [(-count, other) for other, count in shared[order[-1]].items() if other in remaining]
            if order
            else []
        )
        following = min(near)[1] if near else next(iter(remaining))
        del remaining[following]
        order.append(following)
    return order


def _ring(order: Sequence[str]) -> dict[str, LetterDisc]:
    if len(order) == 1:
        return {order[0]: LetterDisc(centre=(0.0, 0.0), radius=0.95, outwards=0.75)}
    discs = {}
    for place, letter in enumerate(order):
        # an even count has two letters above, an odd one a single letter above: both look settled
        turns = 0.75 + (place + (0.5 if len(order) % 2 == 0 else 0)) / len(order)
        discs[letter] = LetterDisc(
            centre=polar((0.0, 0.0), 0.62, turns), radius=min(0.45, 1.9 / len(order)), outwards=turns
        )
    return discs


def _curve(order: Sequence[str], sizes: Mapping[str, int]) -> dict[str, LetterDisc]:
    total = sum(sizes[letter] + 1 for letter in order)
    discs = {}
    passed = 0.0
    for letter in order:
        share = (sizes[letter] + 1) / total
        # a disc takes four fifths of its part of the square's area, 4
        radius = sqrt(0.8 * 4 * share / PI)
        discs[letter] = LetterDisc(centre=hilbert(passed + share / 2), radius=radius, outwards=0.75)
        passed += share
    return discs


def _wishes(
    nodes: Sequence[EntityRow], around: _Surroundings, discs: Mapping[str, LetterDisc]
) -> dict[str, Point]:
    """Return the place wished for each node, in the square [-1, 1]²; several may have the same one."""
    alone: dict[str, list[EntityRow]] = defaultdict(list)
    groups: dict[tuple[str, ...], list[EntityRow]] = defaultdict(list)
    for node in nodes:
        letters = around.letters(node)
        if len(letters) == 1:
            alone[letters[0]].append(node)
        else:
            groups[letters].append(node)
    wishes: dict[str, Point] = {}
    for letter, members in alone.items():
        wishes.update(_within(discs[letter], members, around))
    for letters, members in sorted(groups.items()):
        centre = middle([discs[letter].centre for letter in letters]) if letters else (0.0, 1.0)
        for index, node in enumerate(sorted(members, key=lambda node: (-node.mentions, node.entity_id))):
            wishes[node.entity_id] = sunflower(centre, 0.8 / sqrt(len(nodes)), index)
    return wishes


def _within(disc: LetterDisc, members: Sequence[EntityRow], around: _Surroundings) -> dict[str, Point]:
    """Return the places of the nodes that only this letter has."""
    wishes: dict[str, Point] = {}
    proposal_side = [node for node in members if node.kind in PROPOSAL_SIDE_KINDS]
    branches = [node for node in members if node.kind in BRANCH_KINDS]
    leaves: dict[str, list[EntityRow]] = {branch.entity_id: [] for branch in branches}
    loose: list[EntityRow] = []
    for node in members:
        if node.kind in CENTRE_KINDS:
            wishes[node.entity_id] = disc.centre
        elif node.kind not in PROPOSAL_SIDE_KINDS and node.kind not in BRANCH_KINDS:
            branch = _branch(node, leaves, around)
            (leaves[branch] if branch else loose).append(node)
    share = min(0.4, max(0.12, (len(proposal_side) + 1) / (len(members) + 1)))
    wishes.update(_proposal_side(disc, proposal_side, share))
    wishes.update(_section_side(disc, branches, leaves, loose, share))
    return wishes


def _branch(node: EntityRow, leaves: Mapping[str, object], around: _Surroundings) -> str | None:
    """Return the section a name stands in: of several the most specific one, in which fewest others stand."""
    near = [section for section in around.sections.get(node.entity_id, ()) if section in leaves]
    if len(near) == 1:
        return near[0]
    return min(near, key=lambda section: (around.sizes[section], section), default=None)


def _proposal_side(disc: LetterDisc, nodes: Sequence[EntityRow], share: float) -> dict[str, Point]:
    """Return the places on the outer side of a disc: the proposals, beyond them their proposers and sessions."""
    wishes = {}
    others = [node for node in nodes if node.kind != "proposal"]
    for place, node in enumerate(each for each in nodes if each.kind == "proposal"):
        wishes[node.entity_id] = polar(disc.centre, 0.5 * disc.radius, disc.outwards + 0.05 * place)
    for place, node in enumerate(others):
        turns = disc.outwards + share * ((place + 0.5) / len(others) - 0.5)
        wishes[node.entity_id] = polar(disc.centre, (0.8 + 0.2 * (place % 2)) * disc.radius, turns)
    return wishes


def _section_side(
    disc: LetterDisc,
    branches: Sequence[EntityRow],
    leaves: Mapping[str, Sequence[EntityRow]],
    loose: Sequence[EntityRow],
    share: float,
) -> dict[str, Point]:
    """Return the places on the rest of a disc: sections clockwise in reading order, their names beyond them."""
    wishes = {}
    count = sum(len(each) for each in leaves.values()) + len(branches) + len(loose)
    step = (1 - share) / max(1, count)
    turns = disc.outwards + share / 2
    index = 0
    for branch in sorted(branches, key=lambda node: _reading_order(node.entity_id)):
        own = leaves[branch.entity_id]
        wishes[branch.entity_id] = polar(disc.centre, 0.42 * disc.radius, turns + step * (len(own) + 1) / 2)
        turns += step / 2
        for node in own:
            index += 1
            wishes[node.entity_id] = polar(disc.centre, disc.radius * _depth(index), turns + step / 2)
            turns += step
        turns += step / 2
    for node in loose:
        index += 1
        wishes[node.entity_id] = polar(disc.centre, disc.radius * _depth(index), turns + step / 2)
        turns += step
    return wishes


def _depth(index: int) -> float:
    """Return a radius in [0.55, 1] such that the ring is evenly filled."""
    spread = index * GOLDEN % 1.0
    return sqrt(0.55 * 0.55 + (1 - 0.55 * 0.55) * spread)


def _reading_order(node_id: str) -> list[str | int]:
    """Return a key that sorts ids by the numbers in them: x.s2 before x.s10."""
    return [int(part) if place % 2 else part for place, part in enumerate(_NUMBER.split(node_id))]


class _Room(NamedTuple):
    """Width and height of a node with its label and a margin around both, in ems."""

    width: float
    height: float


def _room(node: EntityRow) -> _Room:
    scale = label_scale(node)
    return _Room(scale * (label_width(label(node)) + 1.0), scale * 2.6)


def _points(nodes: Sequence[EntityRow], edges: Iterable[EdgeRow]) -> list[Point]:
    """Return the place wished for each node, in units of the picture."""
    around = _surroundings(nodes, edges)
    wishes = _wishes(nodes, around, _letter_discs(nodes, around))
    stretched = (to_corners(wishes.pop(node.entity_id), 0.8) for node in nodes)
    return [(x * WIDTH * 0.95, y * HEIGHT * 0.95) for x, y in stretched]


def _apart(nodes: Sequence[EntityRow], points: Sequence[Point], em: float) -> Iterable[Point]:
    """Return a place near each point, no two the same."""
    if len(points) > MOVED_APART:
        return deal_out(points, WIDTH, HEIGHT)
    boxes = [_box(node, point, em) for node, point in zip(nodes, points, strict=True)]
    return separate(boxes, WIDTH, HEIGHT)


def _box(node: EntityRow, point: Point, em: float) -> Box:
    (x, y), room = point, _room(node)
    firm = node.kind in CENTRE_KINDS
    return Box(x=x, y=y, width=room.width * em, height=room.height * em, firm=firm)
