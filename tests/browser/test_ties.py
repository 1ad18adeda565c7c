"""What two names have in common, or how one leads to the other."""

from __future__ import annotations

import pytest
import synthetic
from changed import replace

pytestmark = pytest.mark.browser

ONE, OTHER = "e/南州市第0生物医药局", "e/江北区数据要素产业基金"
PARTS = ("section/", "point/")


def neighbours(publication, node):
    found = {row.target for row in publication.tables.edges if row.source == node}
    return found | {row.source for row in publication.tables.edges if row.target == node}


def link(one, other):
    return f"#z=path&f={one}~{other}"


def test_two_names_opened_one_after_the_other_are_tied_in_one_click(read, letters):
    page = read(letters, name="letters")
    page.focus(ONE.removeprefix("e/"))
    page.focus(OTHER.removeprefix("e/"))
    page.find("#path-to").click()
    page.wait("() => location.hash.includes('z=path')")
    both = neighbours(letters, ONE) & neighbours(letters, OTHER) - {ONE, OTHER}
    both = {node for node in both if not node.startswith(PARTS)}
    assert set(page.shown()) == {ONE, OTHER} | both
    assert f"{len(both)} 个共同的相邻节点" in page.text("#told")
    ends = [set(edge.split("|")[::2]) for edge in page.edges()]
    assert all(pair & {ONE, OTHER} for pair in ends)
    assert any(pair == {ONE, OTHER} for pair in ends) == ("直接相连" in page.text("#told"))


def test_a_link_to_a_tie_shows_it_again_from_left_to_right(read, letters):
    page = read(letters, hash_=link(ONE, OTHER), name="letters")
    across = "() => Object.fromEntries(window.fuwen.shown().map((id) => [id, window.fuwen.placeOf(id).x]))"
    places = page.page.evaluate(across)
    between = [x for node, x in places.items() if node not in {ONE, OTHER}]
    assert between
    assert places[ONE] < min(between) <= max(between) < places[OTHER]


def test_two_names_with_nothing_in_common_are_tied_by_the_shortest_way(read, letters):
    replies = {row.source: row.target for row in letters.tables.edges if row.relation == "responds_to"}
    members = {row.source: row.target for row in letters.tables.edges if row.relation == "submitted_by"}
    cited = next(
        row
        for row in letters.tables.edges
        if row.relation == "cited_in" and len(neighbours(letters, row.source)) < 12
    )
    member = members[replies[cited.target]]
    page = read(letters, hash_=link(cited.source, member), name="letters")
    chain = {cited.source, cited.target, replies[cited.target], member}
    assert chain <= set(page.shown())
    assert "最短 3 步" in page.text("#told")


def test_where_filters_leave_no_way_it_says_so_and_offers_the_way_out(read, letters):
    page = read(letters, hash_=f"{link(ONE, OTHER)}&q=asserted&y=1999&u=0", name="letters")
    assert "6 步之内没有路径相连" in page.text("#told")
    page.find("#way-out").click()
    page.wait("() => !document.getElementById('told').textContent.includes('没有路径')")
    assert page.edges()


def test_what_the_picture_of_a_tie_has_no_room_for_is_in_its_table(read):
    plain = synthetic.publication(12)
    one, other = (row for row in plain.tables.entities if row.entity_id in {ONE, OTHER})
    thing = next(row for row in plain.tables.entities if row.kind == "platform")
    edge = next(row for row in plain.tables.edges if row.relation == "co_mention")
    names = [f"平湖区第{number}号公共技术服务平台" for number in range(80)]
    things = [replace(thing, entity_id=f"e/{name}", name=name, short_name=name, aliases=()) for name in names]
    ties = [
        replace(
            edge, edge_id=f"{end.entity_id}|x|{new.entity_id}", source=end.entity_id, target=new.entity_id
        )
        for end in (one, other)
        for new in things
    ]
    entities = sorted([*plain.tables.entities, *things], key=lambda row: row.entity_id)
    edges = sorted([*plain.tables.edges, *ties], key=lambda row: row.edge_id)
    crowded = replace(
        plain,
        tables=replace(plain.tables, entities=entities, edges=edges),
        positions=synthetic.spiral(entities),
    )
    page = read(crowded, hash_=link(ONE, OTHER), name="crowded-tie")
    drawn = len(page.shown())
    assert drawn < 80
    assert f"画出 {drawn - 2} 个" in page.text("#told")
    page.page.keyboard.press("t")
    page.page.wait_for_selector("#rows table")
    rows = page.find("#rows td.cell-name").all_inner_texts()
    assert set(names) <= {row.strip() for row in rows}


def test_on_a_phone_the_picture_of_a_tie_is_seen_at_once(read, letters):
    page = read(letters, name="letters", viewport={"width": 390, "height": 844}, has_touch=True)
    page.focus(ONE.removeprefix("e/"))
    page.focus(OTHER.removeprefix("e/"))
    page.find("#path-to").click()
    page.wait("() => location.hash.includes('z=path')")
    assert page.page.evaluate("() => document.body.dataset.drawer") is None


def test_a_key_leads_from_the_picture_to_the_details(read, letters):
    page = read(letters, name="letters")
    page.focus(ONE.removeprefix("e/"))
    page.page.keyboard.press("d")
    assert page.page.evaluate("() => document.activeElement.textContent") == ONE.removeprefix("e/")
