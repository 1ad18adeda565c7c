import random
import re
from itertools import combinations

import pytest
from changed import replace
from lxml import etree
from publications import edge, letter, node, publication, tables
from synthetic import publication as synthetic

from graph.drawing.layout import label_width
from graph.export.svg import drawn, write
from graph.export.svg_selection import LARGE, NAMES_DRAWN, TIES_DRAWN, selected

SVG = "{http://www.w3.org/2000/svg}"
LETTERS = 420
TOLD = re.compile(
    r"The (\d+) names that most letters name \(each in (\d+) or more\) and the (\d+) strongest of the ([\d,]+) ties"
)


class Unasked(dict):
    """Positions that are not to be asked for."""

    def __getitem__(self, node_id):
        raise AssertionError(f"the place of {node_id} was asked for")

    __iter__ = __len__ = __getitem__


@pytest.fixture(scope="module")
def large():
    made = synthetic(LETTERS)
    assert len(made.tables.entities) > LARGE
    return replace(made, positions=Unasked())


@pytest.fixture(scope="module")
def root(large):
    return etree.fromstring(drawn(large).encode())


def texts(root):
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def labels(root):
    """Return the labels of names as (left, top, right, bottom, text)."""
    found = []
    for each in root.iter(f"{SVG}text"):
        if each.getparent().get("text-anchor") == "middle":
            x, y, size = (float(each.get(name)) for name in ("x", "y", "font-size"))
            half = size * label_width(each.text) / 2
            found.append((x - half, y - 0.85 * size, x + half, y + 0.15 * size, each.text))
    return found


def ends(root):
    """Return the curves that join names: where they begin and end, and how wide they are."""
    found = []
    for each in root.iter(f"{SVG}path"):
        place = re.fullmatch(r"M(\S+) (\S+)Q\S+ \S+ (\S+) (\S+)", each.get("d"))
        if place:
            found.append((*map(float, place.groups()), float(each.get("stroke-width"))))
    return found


def with_hubs(**values):
    """Return a large graph of three names that letters share, and very many that stand in one letter each."""
    hubs = [
        node("e/甲", letter_ids=("l0", "l1", "l2", "l3"), **values),
        node("e/乙", "fund", letter_ids=("l0", "l1")),
        node("e/丙", "policy", letter_ids=("l1", "l2")),
    ]
    others = [node(f"section/{at}", "section", letter_ids=(f"l{at % 4}",)) for at in range(LARGE)]
    edges = [
        edge("e/甲", "funds", "e/乙", letter_ids=("l0", "l1")),
        edge("e/甲", "co_mention", "e/丙", directed=False, letter_ids=("l1",)),
    ]
    given = publication([], [], [letter(f"l{at}") for at in range(4)])
    filled = tables(entities=[*hubs, *others], edges=edges, letters=given.tables.letters)
    return replace(given, tables=filled, positions=Unasked())


def test_a_bounded_number_of_names_and_lines_is_drawn(root):
    assert len(labels(root)) == NAMES_DRAWN
    assert 0 < len(ends(root)) <= TIES_DRAWN


def test_no_place_in_the_whole_graph_is_asked_for(large, tmp_path):
    (path,) = write(large, tmp_path)
    assert path.stat().st_size < 100_000


def test_the_names_of_most_letters_are_there(large, root):
    hubs = sorted((row for row in large.tables.entities if row.entity_id.startswith("e/")),
                  key=lambda row: -row.letter_count)[:20]  # fmt: skip
    assert {row.name for row in hubs} <= {each.text for each in root.iter(f"{SVG}title")}


def test_no_label_covers_another_and_every_one_is_on_the_sheet(root):
    left, top, width, height = map(float, root.get("viewBox").split())
    found = labels(root)
    for one, other in combinations(found, 2):
        assert min(one[2], other[2]) <= max(one[0], other[0]) or min(one[3], other[3]) <= max(
            one[1], other[1]
        ), (one, other)
    for box in found:
        assert left < box[0] < box[2] < left + width
        assert top < box[1] < box[3] < top + height


def test_no_label_covers_title_or_legend(root):
    around = [
        float(each.get("y"))
        for each in root.iter(f"{SVG}text")
        if each.getparent().get("text-anchor") != "middle"
    ]
    above, below = max(y for y in around if y < 0), min(y for y in around if y > 0)
    assert all(above < box[1] < box[3] < below - 20 for box in labels(root))


def test_lines_join_nodes_that_are_drawn(root):
    middles = {float(each.get("x")) for each in root.iter(f"{SVG}text")}
    assert {x for line in ends(root) for x in line[0:4:2]} <= middles


def test_the_caption_counts_what_is_drawn_of_what(large, root):
    (told,) = [match.groups() for text in texts(root) if (match := TOLD.match(text))]
    names, least, ties, every = (int(number.replace(",", "")) for number in told)
    chosen = selected(large.tables)
    assert names == len(labels(root))
    assert ties == len(ends(root))
    assert every == chosen.all_ties
    assert least == min(row.letter_count for row in chosen.nodes)
    assert [text for text in texts(root) if f"{names} 个名称" in text and f"最强的 {ties} 组" in text]


def test_the_title_counts_the_whole_graph(large, root):
    (told,) = [text for text in texts(root) if "reply letters" in text]
    assert told.startswith(f"{LETTERS} reply letters, {len(large.tables.entities):,} nodes, ")


def test_the_legend_counts_the_names_that_are_drawn():
    told = texts(etree.fromstring(drawn(with_hubs()).encode()))
    assert {"机构 1  organisation", "基金 1  fund", "政策 1  policy"} <= set(told)
    assert {"名称间的关系  typed", "共现  co-mention"} <= set(told)
    assert not [text for text in told if text.startswith(("复文段落", "提案、答复"))]


def test_more_letters_make_larger_nodes_larger_labels_and_wider_lines():
    root = etree.fromstring(drawn(with_hubs()).encode())
    sizes = {
        each.text: float(each.get("font-size"))
        for each in root.iter(f"{SVG}text")
        if each.text in {"甲", "乙"}
    }
    assert sizes["甲"] > sizes["乙"]
    strong, weak = sorted((line[-1] for line in ends(root)), reverse=True)
    assert strong > weak


def test_a_name_cannot_become_markup():
    hostile = with_hubs(name="</title><script>1</script>\x00\ud800", short_name="<b>&\x0b\ufffe")
    root = etree.fromstring(drawn(hostile).encode())
    assert not list(root.iter(f"{SVG}script"))
    assert "<b>&" in [text.strip() for text in texts(root)]


def test_it_needs_nothing_from_elsewhere(large):
    assert re.findall(r"https?://[^\"' ]+", drawn(large)) == ["http://www.w3.org/2000/svg"]


def test_the_order_of_rows_does_not_change_the_picture(large):
    chance = random.Random(4)  # noqa: S311  (the same order every time, no secret)
    entities, edges = list(large.tables.entities), list(large.tables.edges)
    chance.shuffle(entities)
    chance.shuffle(edges)
    mixed = replace(large, tables=replace(large.tables, entities=entities, edges=edges))
    assert drawn(mixed) == drawn(large)


def test_a_large_graph_without_names_is_a_picture_too():
    nodes = [node(f"section/{at}", "section") for at in range(LARGE + 1)]
    given = replace(publication(), tables=tables(entities=nodes), positions=Unasked())
    root = etree.fromstring(drawn(given).encode())
    assert labels(root) == []
    assert [text for text in texts(root) if "The 0 names" in text]
