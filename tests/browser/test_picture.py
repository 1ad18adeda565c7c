"""The picture: what is drawn first, how it grows and shrinks, and the way back."""

from __future__ import annotations

from collections import Counter

import pytest
import synthetic
from changed import replace

pytestmark = pytest.mark.browser

HUB = "e/平湖区学前教育研究院"


def test_the_first_picture_tells_the_chain_of_every_letter(page, letters):
    shown = set(page.shown())
    edges = page.edges()
    for row in letters.tables.letters:
        assert f"reply/{row.letter_id}" in shown
        assert f"proposal/{row.proposal_numbers[0]}" in shown
        assert f"reply/{row.letter_id}|responds_to|proposal/{row.proposal_numbers[0]}" in edges
        if row.department:
            assert f"e/{row.department}" in shown
    assert len(shown) <= 300
    assert "co_mention" not in "".join(edges)


ACROSS = """() => {
  const places = window.fuwen.shown().map((id) => Math.round(window.fuwen.placeOf(id).x));
  return JSON.stringify([places.length, Math.min(...places), Math.max(...places)]);
}"""


def test_the_first_picture_fits_a_window_whose_size_changes_without_waiting_for_a_timer(read, letters):
    size = {"width": 1600, "height": 760}
    wanted = read(letters, name="letters", viewport=size).page.evaluate(ACROSS)
    page = read(letters, name="letters", alone=True)  # whose clock is about to be stopped
    assert page.page.evaluate(ACROSS) != wanted
    page.page.evaluate("() => { window.setTimeout = () => 0; }")
    page.page.set_viewport_size(size)
    page.page.wait_for_function(f"(wanted) => ({ACROSS})() === wanted", arg=wanted)
    assert wanted[1:].split(",")[0] in page.text("#shown")


def test_all_is_one_click_away(page, letters):
    page.find(
        "#scope-line .chip",
    ).filter(has_text="全部").click()
    page.wait("(n) => window.fuwen.shown().length === n", len(letters.tables.entities))


def test_a_large_graph_is_drawn_as_a_working_set(read):
    large = read(synthetic.sparse_publication(3000), hash_="#z=all", name="sparse3000")
    assert len(large.shown()) == 800
    assert 0 < len(large.edges()) <= 2500
    assert "3,000" in large.text("#shown")
    assert "涉及信件最多的 800 个" in large.text("#scope-line")


def test_depth_two_shows_more_than_depth_one(page):
    page.focus("平湖区学前教育研究院")
    near = set(page.shown())
    page.find("#detail .chip").filter(has_text="两步").click()
    page.wait("(n) => window.fuwen.shown().length > n", len(near))
    assert near < set(page.shown())


PLACES = """() => Object.fromEntries(window.fuwen.shown().map((id) => [id, window.fuwen.placeOf(id)]))"""


@pytest.mark.parametrize("size", [(1400, 900), (1280, 720), (390, 844)])
def test_two_steps_are_read_from_left_to_right_within_the_window(read, letters, size):
    view = {"width": size[0], "height": size[1]}
    page = read(letters, hash_=f"#z=focus&f={HUB}&d=2", name="letters", viewport=view)
    drawn(page)
    places = page.page.evaluate(PLACES)
    near = {
        end
        for row in letters.tables.edges
        for end in (row.source, row.target)
        if HUB in (row.source, row.target)
    }
    near -= {HUB}
    far = places.keys() - near - {HUB}
    assert far
    lasts = max(places[one]["x"] for one in near)
    assert places[HUB]["x"] < min(places[one]["x"] for one in near)
    assert lasts < min(places[one]["x"] for one in far)
    box = page.find("#canvas").bounding_box()
    assert all(
        0 <= one["x"] <= box["width"] - 30 and 0 <= one["y"] <= box["height"] for one in places.values()
    )


def test_a_double_click_focuses(page):
    page.double_click_node(HUB)
    page.wait("() => location.hash.includes('z=focus')")
    assert page.text("#scope-line strong").startswith("平湖区学前")


def test_expand_brings_neighbours_in_and_collapse_takes_them_out(page):
    page.click_node(HUB)
    before = set(page.shown())
    page.find("#detail .chip").filter(has_text="展开").click()
    page.wait("(n) => window.fuwen.shown().length > n", len(before))
    page.find("#detail .chip").filter(has_text="收起").click()
    page.wait("(n) => window.fuwen.shown().length <= n", len(before))


def test_a_badge_brings_hidden_neighbours_in(page):
    page.focus("平湖区学前教育研究院")
    before = len(page.shown())
    page.wait("() => window.fuwen.shown().some(window.fuwen.badgeOf)")
    place = page.page.evaluate("() => window.fuwen.shown().map(window.fuwen.badgeOf).find(Boolean)")
    box = page.find("#canvas").bounding_box()
    page.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    page.wait("(n) => window.fuwen.shown().length > n", before)


def test_a_pinned_node_stays(page):
    page.click_node(HUB)
    page.find("#detail .chip").filter(has_text="固定").click()
    page.focus("云岭县知识产权局")
    assert HUB in page.shown()


def test_back_and_forward_go_through_the_pictures(page):
    start = page.shown()
    page.focus("平湖区学前教育研究院")
    focused = page.shown()
    page.find("#back").click()
    page.wait("(n) => window.fuwen.shown().length === n", len(start))
    page.find("#forward").click()
    page.wait("(n) => window.fuwen.shown().length === n", len(focused))


def test_every_label_is_short_and_unique(page):
    labels = [text.split(" ")[0] for text in page.find("#detail .over span:first-child").all_inner_texts()]
    assert len(labels) == len(set(labels))


def test_hovering_tells_the_full_name(page):
    place = page.page.evaluate("(id) => window.fuwen.placeOf(id)", HUB)
    box = page.find("#canvas").bounding_box()
    page.page.mouse.move(box["x"] + place["x"] - 30, box["y"] + place["y"] - 30)
    page.page.mouse.move(box["x"] + place["x"], box["y"] + place["y"], steps=4)
    page.wait("() => !document.getElementById('tip').hidden")
    assert page.text("#tip strong") == "平湖区学前教育研究院"


def test_hovering_an_edge_tells_its_relation(read, letters):
    row = letters.tables.letters[0]
    page = read(letters, name="letters")
    ends = [f"proposal/{row.proposal_numbers[0]}", f"reply/{row.letter_id}"]
    one, other = (page.page.evaluate("(id) => window.fuwen.placeOf(id)", end) for end in ends)
    box = page.find("#canvas").bounding_box()
    x, y = box["x"] + one["x"] * 0.2 + other["x"] * 0.8, box["y"] + (one["y"] + other["y"]) / 2
    page.page.mouse.move(x, y - 40)
    page.page.mouse.move(x, y, steps=4)
    page.wait("() => !document.getElementById('tip').hidden")
    assert page.text("#tip strong") == "答复"
    page.page.mouse.click(x, y)
    page.page.wait_for_selector(".proof")
    assert page.text("#detail h2") == "答复"


def test_the_first_picture_of_many_letters_tells_the_newest(read):
    many = synthetic.publication(40)
    page = read(many, name="forty")
    dated = sorted((row.reply_date for row in many.tables.letters), reverse=True)
    shown = {node for node in page.shown() if node.startswith("reply/")}
    dates = [row.reply_date for row in many.tables.letters if f"reply/{row.letter_id}" in shown]
    assert sorted(dates, reverse=True) == dated[:24]
    assert "最近 24 封" in page.text("#scope-line")
    assert len(page.shown()) <= 300


ROWS = """() => Object.fromEntries(window.fuwen.shown().map((id) => [id, window.fuwen.placeOf(id).y]))"""


@pytest.mark.parametrize("size", [(1400, 900), (1400, 500), (390, 844)])
def test_a_department_stands_on_the_row_of_a_letter_that_it_signed(read, letters, size):
    page = read(letters, name="letters", viewport={"width": size[0], "height": size[1]})
    rows = page.page.evaluate(ROWS)
    replies = {f"reply/{row.letter_id}": row.department for row in letters.tables.letters}
    offices = {f"e/{name}" for name in replies.values() if name}
    assert len(offices) < sum(map(bool, replies.values()))  # one of them signed two letters
    for office in offices:
        nearest = min(replies, key=lambda reply: abs(rows[reply] - rows[office]))
        assert f"e/{replies[nearest]}" == office


def drawn(page):
    """Wait for the frame that writes the names."""
    page.wait("() => window.fuwen.shown().some((id) => window.fuwen.labelOf(id).length > 0)")


@pytest.mark.parametrize("size", [(1400, 900), (1400, 500), (390, 844)])
def test_that_nobody_signed_stands_under_or_behind_the_date_of_that_letter(read, letters, size):
    page = read(letters, name="letters", viewport={"width": size[0], "height": size[1]})
    drawn(page)
    for row in letters.tables.letters:
        said = page.page.evaluate("(id) => window.fuwen.labelOf(id)", f"reply/{row.letter_id}")
        assert said[0].startswith(row.reply_date or "未注日期")
        assert ("未署名" in " ".join(said)) == (not row.department)


def test_a_department_whose_name_has_no_room_in_two_lines_goes_by_its_short_name(read):
    five = synthetic.publication(5)
    office = f"e/{next(row.department for row in five.tables.letters if row.department)}"
    entities = [
        replace(row, name="平湖区科技和工业信息化局", short_name="平湖科工局")
        if row.entity_id == office
        else row
        for row in five.tables.entities
    ]
    renamed = replace(five, tables=replace(five.tables, entities=entities))
    said = "(id) => window.fuwen.labelOf(id).join('')"
    for size, name in ((390, "平湖科工局"), (1400, "平湖区科技和工业信息化局")):
        page = read(renamed, name="long-office", viewport={"width": size, "height": 844})
        drawn(page)
        assert page.page.evaluate(said, office) == name


NAMELESS = """() => {
  const wide = document.getElementById("canvas").clientWidth;
  return window.fuwen.shown().filter((id) => id.startsWith("e/")).filter((id) => {
    const { x } = window.fuwen.placeOf(id);
    return window.fuwen.labelOf(id).length === 0 || x < 0 || x > wide;
  });
}"""


@pytest.mark.parametrize("size", [(1400, 900), (1280, 720), (1024, 768), (390, 844)])
def test_every_thing_of_the_first_picture_has_a_name_and_fit_keeps_it(read, letters, size):
    page = read(letters, name="letters", viewport={"width": size[0], "height": size[1]})
    drawn(page)
    assert page.page.evaluate(NAMELESS) == []
    page.find("#zoom button").nth(1).click()
    page.find("#zoom button").nth(2).click()
    page.page.wait_for_timeout(400)
    assert page.page.evaluate(NAMELESS) == []


def test_a_name_that_is_cut_keeps_its_end_and_a_number_its_beginning(read, letters):
    page = read(letters, name="letters", viewport={"width": 1024, "height": 768})
    drawn(page)
    labels = page.page.evaluate(
        "() => Object.fromEntries(window.fuwen.shown().map((id) => [id, window.fuwen.labelOf(id)[0] || '']))"
    )
    names = {row.entity_id: row.short_name or row.name for row in letters.tables.entities}
    cut = {names[one]: label for one, label in labels.items() if "…" in label and len(label) > 5}
    assert len(cut) > 5
    assert all(name.endswith(label.rpartition("…")[2]) and label[-1] != "…" for name, label in cut.items())
    narrow = read(letters, name="letters", viewport={"width": 390, "height": 844})
    drawn(narrow)
    asked = narrow.page.evaluate("() => window.fuwen.shown().map((id) => window.fuwen.labelOf(id)[0] || '')")
    numbered = [label for label in asked if label[:2] == "20" and "…" in label]
    assert numbered
    assert all(label.endswith("…") for label in numbered)


def test_a_hub_shows_what_a_picture_can_hold_and_a_list_the_rest(read):
    crowd = synthetic.sparse_publication(400)
    ends = Counter(end for row in crowd.tables.edges for end in {row.source, row.target})
    hub, degree = ends.most_common(1)[0]
    assert degree > 90
    page = read(crowd, name="crowd", hash_=f"#z=focus&f={hub}")
    shown = page.shown()
    assert 40 < len(shown) <= 77
    drawn(page)
    named = page.page.evaluate("() => window.fuwen.shown().filter((id) => window.fuwen.labelOf(id).length)")
    assert len(named) > 0.9 * len(shown)
    assert str(degree + 1 - len(shown)) in page.text("#beyond")
    place = page.page.evaluate("(id) => window.fuwen.badgeOf(id)", hub)
    box = page.find("#canvas").bounding_box()
    page.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    page.page.wait_for_selector("#rows table")
    while page.find("#sheet .more").is_visible():
        page.find("#sheet .more").click()
    assert page.find("#rows tr[data-row]").count() == degree


def test_a_low_window_tells_fewer_letters_so_that_each_has_its_name(read):
    page = read(synthetic.publication(40), name="forty", viewport={"width": 1280, "height": 560})
    drawn(page)
    replies = [node for node in page.shown() if node.startswith("reply/")]
    assert 6 <= len(replies) < 24
    assert f"最近 {len(replies)} 封" in page.text("#scope-line")
    assert all(page.page.evaluate("(ids) => ids.map(window.fuwen.labelOf).map((one) => one.length)", replies))
