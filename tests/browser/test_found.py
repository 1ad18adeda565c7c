"""What a word leads to: the letters that say it and what else they name; and tables that fall into parts."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
ENTITIES = ("organisation", "fund", "platform", "policy")


def names(page):
    return page.find("#rows td.cell-name").all_inner_texts()


def facet(page, code):
    page.find(f"#sheet [data-facet={code}]").click()


def test_a_word_leads_to_what_is_named_in_the_letters_that_say_it(read, letters):
    page = read(letters, name="letters")
    page.search("引导基金")
    page.find("#hits li.all").filter(has_text="还提到").click()
    page.page.wait_for_selector("#rows table[aria-label='相关名称']")
    saying = {row.letter_id for row in letters.tables.sentences if "引导基金" in row.text}
    named = {
        row.entity_id
        for row in letters.tables.entities
        if row.kind in ENTITIES
        and any(
            row.entity_id in mention.entity_ids and mention.letter_id in saying
            for mention in letters.tables.mentions
        )
    }
    assert page.text("#sheet header .kicker") == f"{len(named)} 行 · {len(saying)} 封信提到"
    assert page.text("#sheet header .asked") == "引导基金"
    same = [int(text or 0) for text in page.find("#rows tbody td:nth-child(3)").all_inner_texts()]
    assert same == sorted(same, reverse=True)
    assert same[0] > 0
    facet(page, "fund")
    kinds = {row.name: row.kind for row in letters.tables.entities}
    assert {kinds[name.partition("（")[0]] for name in names(page)} == {"fund"}
    link = page.page.evaluate("() => location.hash")
    page.find("#sheet .chip").filter(has_text="看原句").click()
    page.page.wait_for_selector("#rows table[aria-label='找到的原句']")
    page.follow(link)
    page.page.wait_for_selector("#rows table[aria-label='相关名称']")
    assert {kinds[name.partition("（")[0]] for name in names(page)} == {"fund"}


def test_the_whole_graph_is_listed_from_the_list_itself(read, letters):
    page = read(letters, hash_="#v=table", name="letters")
    page.page.wait_for_selector("#rows table")
    whole = len(letters.tables.entities)
    assert page.text("#sheet header .kicker").endswith(f" · 全图共 {whole}")
    page.find("#sheet header .chip").filter(has_text="全部").click()
    page.wait("(n) => document.querySelector('#sheet header .kicker').textContent === n", f"{whole} 行")
    facet(page, "fund")
    funds = [row for row in letters.tables.entities if row.kind == "fund"]
    assert page.find("#rows tr[data-row]").count() == len(funds)


def test_names_that_may_be_one_are_listed_from_what_is_unresolved(read, letters):
    pairs = sum(row.relation == "same_as_suggested" for row in letters.tables.edges)
    page = read(letters, name="letters")
    assert page.text("#issues") == f"未解决 {pairs} 条"
    page.find("#issues").click()
    page.page.wait_for_selector("#pairs")
    assert page.text("#pairs") == f"{pairs} 对名称可能相同"
    page.find("#pairs").click()
    page.wait("(n) => document.querySelectorAll('#rows tr[data-row]').length === n", pairs)
    assert page.text("#rows td.cell-certainty") == "待核"
