"""Legend, time, thresholds: what they keep out, and that the page says so."""

from __future__ import annotations

from operator import attrgetter

import pytest
from changed import replace

from graph.tables.graph_tables import EntityRow

pytestmark = pytest.mark.browser


def uncheck(page, selector):
    page.find(f"{selector} input[type=checkbox]").click()


def test_the_legend_counts_and_filters_kinds(page, letters):
    funds = [row.entity_id for row in letters.tables.entities if row.kind == "fund"]
    assert page.text("#kinds [data-code=fund] .count") == str(len(funds))
    uncheck(page, "#kinds [data-code=fund]")
    page.wait("(ids) => !window.fuwen.shown().some((id) => ids.includes(id))", funds)
    assert "节点" in page.text("#corner")


def test_one_kind_is_shown_alone_in_two_clicks_and_all_again_in_one(page, letters):
    funds = {row.entity_id for row in letters.tables.entities if row.kind == "fund"}
    before = page.shown()
    page.find("#kinds [data-turn]").click()
    page.find("#kinds [data-code=fund] input").click()
    page.wait("() => window.fuwen.shown().length > 0")
    assert set(page.shown()) <= funds
    assert page.text("#kinds [data-turn]") == "全选"
    page.find("#kinds [data-turn]").click()
    page.wait("(n) => window.fuwen.shown().length === n", len(before))


def test_every_kind_in_the_legend_has_a_shape(page):
    shapes = page.find("#kinds .glyph").count()
    assert shapes == page.find("#kinds label").count() > 5


def test_a_number_in_the_legend_leads_to_the_list_of_what_it_counts(read, letters):
    page = read(letters, hash_="#r=operates", name="letters")
    page.find("#relations [data-code=operates] .count").click()
    page.page.wait_for_selector("#rows tr.under")
    operates = [row for row in letters.tables.edges if row.relation == "operates"]
    assert page.find("#rows tr[data-row]").count() == len(operates) > 0
    page.find("#kinds [data-code=fund] .count").click()
    page.wait("() => !document.querySelector('#rows tr.under')")
    funds = [row for row in letters.tables.entities if row.kind == "fund"]
    assert page.find("#rows tr[data-row]").count() == len(funds) > 0


def test_the_looks_of_lines_are_explained_beside_the_picture_and_those_alone_that_it_has(read, letters):
    page = read(letters, hash_="#r=cited_in", name="letters")
    assert "提案与答复" in page.text("#strokes")
    assert "引用" not in page.text("#strokes")
    page.follow("#z=all")
    assert "推导或待核" in page.text("#strokes")


def test_the_legend_filters_one_relation_and_leaves_the_others(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    others = {edge for edge in page.edges() if "|cited_in|" not in edge}
    assert len(others) < len(page.edges())
    page.find("#relations [data-family=citation] summary").click()
    uncheck(page, "#relations [data-code=cited_in]")
    page.wait("() => !window.fuwen.edges().some((id) => id.includes('|cited_in|'))")
    assert others
    assert others <= set(page.edges())


def test_a_family_of_relations_counts_edges_as_the_lines_within_it_do(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    family = page.find("#relations [data-family=response]")
    counts = [int(one) for one in family.locator("button.count").all_text_contents()]
    assert len(counts) > 1
    assert family.locator("summary .count").text_content() == str(sum(counts))
    family.locator("summary").click()
    family.locator("input[type=checkbox]").first.click()
    page.wait("() => location.hash.includes('r=')")
    few = page.find("#relations [data-family=response] summary .count").text_content()
    assert few == f"{sum(counts) - counts[0]} / {sum(counts)}"


def test_the_legend_counts_what_the_letters_of_a_year_hold_as_the_list_behind_it_does(read, letters):
    page = read(letters, hash_="#y=2024&u=0", name="letters")
    count = "#kinds [data-code=organisation] .count"
    few = int(page.text(count))
    assert 0 < few < sum(row.kind == "organisation" for row in letters.tables.entities)
    page.find(count).click()
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows tr[data-row]").count() == few
    page.follow("#y=2024&u=0")
    cited = "#relations [data-code=co_mention] .count"
    page.find("#relations [data-family=co_mention] summary").click()
    few = int(page.text(cited))
    page.find(cited).click()
    page.page.wait_for_selector("#rows table")
    assert str(few) in page.text("#sheet header")


def test_a_section_that_names_nothing_goes_with_its_letter(read, letters):
    def bare(row):
        of_none = row.kind == "section" and row.entity_id.endswith("3")  # the others answer a point
        return replace(row, letter_ids=(), letter_count=0) if of_none else row

    tables = replace(letters.tables, entities=[bare(row) for row in letters.tables.entities])
    page = read(replace(letters, tables=tables), hash_="#y=2024&u=0", name="bare")
    of_year = {row.letter_id for row in letters.tables.letters if row.reply_date[:4] == "2024"}
    sections = [row.entity_id for row in tables.entities if row.kind == "section"]
    kept = [one for one in sections if one.partition("/")[2].rpartition("#")[0] in of_year]
    assert 0 < len(kept) < len(sections)
    assert page.text("#kinds [data-code=section] .count") == str(len(kept))


def test_a_place_that_no_letter_is_known_to_name_is_not_among_what_the_letters_of_a_year_hold(read, letters):
    place = EntityRow(
        entity_id="place/淮安市",
        kind="place",
        name="淮安市",
        short_name="淮安市",
        is_place=True,
        iri="place/淮安市",
    )
    tables = replace(
        letters.tables, entities=sorted([*letters.tables.entities, place], key=attrgetter("entity_id"))
    )
    page = read(replace(letters, tables=tables), hash_="", name="unnamed-place")
    every = int(page.text("#kinds [data-code=place] .count"))
    page.follow("#y=2024&u=0")
    assert page.text("#kinds [data-code=place] .count") == str(every - 1)


def test_a_year_keeps_its_letters(page, letters):
    page.find("#time [data-year='2024']").click()
    page.wait("() => location.hash.includes('y=2024')")
    page.find("#undated").click()
    page.wait("() => location.hash.includes('u=0')")
    replies = {node for node in page.shown() if node.startswith("reply/")}
    assert replies == {
        f"reply/{row.letter_id}" for row in letters.tables.letters if row.reply_date[:4] == "2024"
    }


def test_undated_letters_have_a_switch_of_their_own(page, letters):
    undated = {f"reply/{row.letter_id}" for row in letters.tables.letters if not row.reply_date}
    assert undated <= set(page.shown())
    page.find("#undated").click()
    page.wait("(ids) => !window.fuwen.shown().some((id) => ids.includes(id))", sorted(undated))


def test_the_number_of_letters_is_a_threshold_for_things(page, letters):
    page.find("#range-minLetters").fill("3")
    page.wait("() => location.hash.includes('m=3')")
    counts = {
        row.entity_id: row.letter_count for row in letters.tables.entities if row.entity_id.startswith("e/")
    }
    shown = [counts[node] for node in page.shown() if node in counts]
    assert shown
    assert min(shown) >= 3


def test_the_weight_is_a_threshold_for_edges(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    page.find("#range-minWeight").fill("3")
    page.wait("() => location.hash.includes('w=3')")
    weights = {row.edge_id: row.weight for row in letters.tables.edges}
    shown = [weights[edge] for edge in page.edges() if "co_mention" in edge or "cited_in" in edge]
    assert shown
    assert min(shown) >= 3


def test_what_is_only_suggested_or_inferred_can_be_left_out(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    certainty = {row.edge_id: row.certainty for row in letters.tables.edges}
    asserted = {edge for edge in page.edges() if certainty[edge] == "asserted"}
    assert any("same_as_suggested" in edge for edge in page.edges())
    page.find("#certainty").select_option("asserted")
    page.wait("() => !window.fuwen.edges().some((id) => id.includes('same_as_suggested'))")
    assert asserted
    assert set(page.edges()) == asserted


def test_enumerations_can_be_hidden(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    names = {}
    for row in letters.tables.evidence:
        names.setdefault(row.edge_id, []).append(row.names_in_window)
    lists = sorted(edge for edge, found in names.items() if "|co_mention|" in edge and min(found) >= 5)
    assert lists
    assert set(lists) <= set(page.edges())
    uncheck(page, "#thresholds [data-code=hideEnumerations]")
    page.wait("(ids) => !window.fuwen.edges().some((id) => ids.includes(id))", lists)


def test_nodes_without_an_edge_can_be_hidden_and_filters_cleared(read, letters):
    page = read(letters, hash_="#z=all&r=submitted_by", name="letters")
    assert any(node.startswith("person/") for node in page.shown())
    uncheck(page, "#thresholds [data-code=hideIsolated]")
    page.wait("() => !window.fuwen.shown().some((id) => id.startsWith('person/'))")
    page.find("#clear").click()
    page.wait("() => window.fuwen.shown().some((id) => id.startsWith('person/'))")


def test_the_corner_tells_what_this_is(page, letters):
    corner = page.text("#corner")
    assert str(len(letters.tables.entities)) in corner
    assert letters.corpus_hash in corner
    assert letters.version in corner


def test_the_corner_counts_the_edges_of_hidden_nodes(page, letters):
    kinds = {row.entity_id: row.kind for row in letters.tables.entities}
    funds = sum(kind == "fund" for kind in kinds.values())
    edges = sum("fund" in (kinds[row.source], kinds[row.target]) for row in letters.tables.edges)
    assert edges > 0
    uncheck(page, "#kinds [data-code=fund]")
    page.wait("() => location.hash.includes('k=fund')")
    assert f"{funds} 节点，{edges} 关系" in page.text("#corner")


def test_the_contents_count_the_evidence_of_the_letters_that_pass(page, letters):
    page.find("#time [data-year='2024']").click()
    page.find("#undated").click()
    page.wait("() => location.hash.includes('u=0')")
    passing = {row.letter_id for row in letters.tables.letters if row.reply_date[:4] == "2024"}
    evidence = sum(row.letter_id in passing for row in letters.tables.evidence)
    lead = page.text("#detail .lead")
    assert f"{len(passing)} 封答复通过筛选，另有 {len(letters.tables.letters) - len(passing)} 封" in lead
    assert f"证据 {evidence}" in lead
    assert 0 < evidence < len(letters.tables.evidence)


def test_the_panel_lists_what_the_filters_let_pass_and_says_how_much_they_do_not(page, letters):
    hub = max(
        (row for row in letters.tables.entities if row.entity_id.startswith("e/")),
        key=lambda row: row.letter_count,
    )
    dates = {row.letter_id: row.reply_date for row in letters.tables.letters}
    cited = [row for row in letters.tables.edges if (row.source, row.relation) == (hub.entity_id, "cited_in")]
    year = next(dates[row.letter_ids[0]][:4] for row in cited if dates[row.letter_ids[0]])
    passing = [row for row in cited if dates[row.letter_ids[0]][:4] == year]
    assert 0 < len(passing) < len(cited)
    page.follow(f"#y={year}&u=0&s=n{hub.entity_id}")
    group = page.find("#detail h3").filter(has_text="见于复文")
    assert f"{len(passing)}（另筛掉 {len(cited) - len(passing)}）" in group.inner_text()
    assert f"其中 {len(passing)} 封通过筛选" in page.text("#detail .facts")


def test_only_asserted_leaves_out_what_a_sentence_implies(read, letters):
    edge = next(row for row in letters.tables.edges if row.relation == "operates")
    evidence = [
        replace(row, strength="implied") if row.edge_id == edge.edge_id else row
        for row in letters.tables.evidence
    ]
    implied = replace(letters, tables=replace(letters.tables, evidence=evidence))
    page = read(implied, name="implied", hash_=f"#z=focus&f={edge.source}&s=n{edge.source}")
    assert edge.edge_id in page.edges()
    page.find("#certainty").select_option("asserted")
    page.wait("(id) => !window.fuwen.edges().includes(id)", edge.edge_id)
    assert "另筛掉 1" in page.find("#detail h3").filter(has_text="运营").first.inner_text()
    page.follow(f"#q=asserted&s=e{edge.edge_id}")
    page.page.wait_for_selector("#left")
    assert page.find("#detail .proof").count() == 0


def test_where_no_node_passes_the_filters_the_way_out_stands_beside(read, letters):
    kinds = "~".join(sorted({row.kind for row in letters.tables.entities}))
    page = read(letters, hash_=f"#k={kinds}", name="letters")
    assert page.shown() == []
    page.find("#way-out").click()
    page.wait("() => window.fuwen.shown().length > 10")
    assert page.find("#way-out").count() == 0


def test_no_count_in_the_legend_stands_out_of_its_column(read, letters):
    page = read(letters, name="letters", locale="en-GB", viewport={"width": 1280, "height": 720})
    lines = "#filters :is(label, .line, summary)"
    wide = (
        f"() => [...document.querySelectorAll('{lines}')].filter((one) => one.scrollWidth > one.clientWidth)"
    )
    assert page.page.evaluate(f"() => ({wide})().map((one) => one.textContent)") == []


@pytest.mark.parametrize("width", [390, 1060, 1400])
def test_a_long_name_in_the_legend_never_breaks_a_count_in_two(read, letters, width):
    page = read(letters, name="letters", locale="en-US", viewport={"width": width, "height": 900})
    if width == 390:
        page.find("#drawer-filters").click()
    broken = page.page.evaluate(
        """() => [...document.querySelectorAll('#filters .count')].map((count) => {
            if (!count.checkVisibility()) return 0;
            const before = count.textContent;
            count.textContent = '12,447';
            const rows = count.getClientRects();
            const height = rows.length === 1 ? rows[0].height : 99;
            count.textContent = before;
            return height;
        }).filter((height) => height > 24).length"""
    )
    assert broken == 0
    if width == 390:
        page.find("#drawer-filters").click()
