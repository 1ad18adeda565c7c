"""The panel and the letter: every edge with its sentences, every sentence in its letter."""

from __future__ import annotations

import pytest
from changed import replace

pytestmark = pytest.mark.browser

HUB = "e/平湖区学前教育研究院"

PAIR = "e/平湖区集成电路协会|co_mention|e/江北区第33数据要素产业基金"
LATER_FIRST = (
    "e/南州市第0生物医药局|co_mention|e/江北区数据要素产业基金"  # told in no order of dates, one undated
)


@pytest.fixture
def edge(read, letters):
    page = read(letters, hash_=f"#s=e{PAIR}", name="letters")
    page.page.wait_for_selector(".proof")
    return page


def by_date(letters, edge_id):
    """The evidence of an edge as the page shows it: the oldest first, the undated last."""
    rows = [row for row in letters.tables.evidence if row.edge_id == edge_id]
    places = {row.letter_id: at for at, row in enumerate(letters.tables.letters)}
    return sorted(rows, key=lambda row: (row.date or "9999", places[row.letter_id], row.start))


def test_sentences_and_their_citations_stand_in_the_order_of_their_letters_dates(edge, letters):
    rows = by_date(letters, LATER_FIRST)
    days = [row.date for row in rows]
    told = [row.date for row in letters.tables.evidence if row.edge_id == LATER_FIRST]
    assert "" in days
    assert told != days
    edge.follow(f"#s=e{LATER_FIRST}")
    edge.page.wait_for_selector(".proof")
    assert edge.find(".proof blockquote").all_inner_texts() == [row.quote for row in rows]
    cited = copied_by(edge.find("#detail .chip").filter(has_text="7714"), edge).splitlines()
    assert all((day or "日期不详") in line for day, line in zip(days, cited, strict=True))


def test_an_edge_shows_all_its_sentences_with_both_names_marked(edge, letters):
    rows = by_date(letters, PAIR)
    assert edge.find(".proof").count() == len(rows) > 1
    for quote, row in zip(edge.find(".proof blockquote").all(), rows, strict=True):
        assert quote.inner_text() == row.quote
        marked = sorted(quote.locator("mark").all_inner_texts())
        assert marked == sorted(
            [row.quote[row.source_start - row.start : row.source_end - row.start],
             row.quote[row.target_start - row.start : row.target_end - row.start]]
        )  # fmt: skip


def test_a_sentence_says_where_it_stands_and_how_it_was_read(edge, letters):
    meta = edge.text(".proof .meta")
    assert by_date(letters, PAIR)[0].date in meta
    assert "、" in meta or "下一步" in meta
    assert "made up" in edge.text(".proof .tags")


def test_a_letter_without_signature_or_date_says_so(read, letters):
    unsigned = next(row for row in letters.tables.letters if not row.department)
    undated = next(row for row in letters.tables.letters if not row.reply_date)
    for row, words in ((unsigned, "未署名"), (undated, "未注日期")):
        edge = f"reply/{row.letter_id}|responds_to|proposal/{row.proposal_numbers[0]}"
        page = read(letters, hash_=f"#s=e{edge}", name="letters")
        page.page.wait_for_selector(".proof")
        assert words in page.text(".proof .meta")


def test_repeated_wording_is_counted(read, letters):
    row = next(row for row in letters.tables.evidence if row.repeated_in > 1)
    page = read(letters, hash_=f"#s=e{row.edge_id}", name="letters")
    page.page.wait_for_selector(".proof")
    assert f"同样表述见于 {row.repeated_in} 封信" in page.text(".proofs")


def test_a_suggestion_is_marked_and_admits_that_it_has_no_sentence(read, letters):
    edge = next(row for row in letters.tables.edges if row.certainty == "suggested")
    page = read(letters, hash_=f"#s=e{edge.edge_id}", name="letters")
    page.page.wait_for_selector(".proof")
    assert page.find("#detail .tag.doubt").count() >= 1
    assert "没有原句" in page.text(".proof")


def copied_by(link, reader):
    """What a click puts on the clipboard, which is emptied first: the page stays open between tests."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.evaluate("() => navigator.clipboard.writeText('')")
    link.click()
    reader.page.wait_for_selector(".toast")
    return reader.page.wait_for_function("() => navigator.clipboard.readText()").json_value()


@pytest.mark.parametrize(("style", "words"), [("GB/T 7714", "[Z]"), ("Markdown", "> ")])
def test_one_citation_is_one_click(edge, style, words):
    copied = copied_by(edge.find(".proof .link").filter(has_text=style).first, edge)
    assert words in copied
    assert edge.text(".proof blockquote") in copied


def test_all_citations_are_one_click(edge, letters):
    copied = copied_by(edge.find("#detail .chip").filter(has_text="7714"), edge)
    rows = [row for row in letters.tables.evidence if row.edge_id == PAIR]
    assert [line[: line.index("]") + 1] for line in copied.splitlines()] == [
        f"[{n + 1}]" for n in range(len(rows))
    ]


def test_the_letter_opens_at_the_sentence_with_its_names_marked(edge, letters):
    row = by_date(letters, PAIR)[0]
    edge.find(".proof .link").first.click()
    edge.page.wait_for_selector("#sheet .here")
    assert "".join(edge.find("#sheet .here").all_text_contents()) == row.quote
    assert edge.find("#sheet .text").first.text_content() == letters.texts[row.letter_id]
    mentioned = {mention.text for mention in letters.tables.mentions if mention.letter_id == row.letter_id}
    assert set(edge.find("#sheet .name").all_text_contents()) == mentioned


def test_a_name_in_the_letter_leads_to_its_node(edge):
    edge.find(".proof .link").first.click()
    edge.page.wait_for_selector("#sheet .name")
    name = edge.find("#sheet .name").first.text_content()
    edge.find("#sheet .name").first.click()
    edge.wait("(name) => document.querySelector('#detail h2').textContent === name", name)
    assert edge.find("#sheet .letter").is_visible()


def test_a_node_lists_its_relations_and_leads_to_their_sentences(page):
    page.focus("平湖区集成电路协会")
    page.find("#detail .rows button").first.click()
    page.page.wait_for_selector(".proof")
    assert page.find("#detail .ends button").count() == 2


def test_first_and_last_year_of_a_thing(page, letters):
    row = next(row for row in letters.tables.entities if row.name == "平湖区学前教育研究院")
    page.focus(row.name)
    assert row.first_date[:4] in page.text("#detail .facts")
    assert row.last_date[:4] in page.text("#detail .facts")


def test_a_proposal_shows_points_sections_and_what_they_cite(page):
    page.search("20240003")
    page.find("#hits [role=option]").filter(has_text="提案建议").first.click()
    page.page.wait_for_selector(".points")
    assert page.find(".rows.points > li").count() >= 2
    assert page.find(".points .part").count() == 2
    assert page.find(".points .cited .tag").count() >= 1


def test_without_a_selection_the_panel_lists_the_letters(page, letters):
    assert page.find("#detail .contents li button").count() == len(letters.tables.letters)
    page.find("#detail .contents li button").first.click()
    page.wait("() => location.hash.includes('z=focus')")
    assert "承办部门" in page.text("#detail .facts")


def test_the_page_of_a_thing_lists_what_is_promised_of_it_and_counted(read, letters):
    dated = {row.letter_id for row in letters.tables.letters if row.reply_date[:4] == "2024"}
    promised = [replace(row, object_ids=(HUB,)) for row in letters.tables.commitments]
    counted = [replace(row, about_ids=(HUB,)) for row in letters.tables.figures]
    tables = replace(letters.tables, commitments=promised, figures=counted)
    page = read(replace(letters, tables=tables), name="about", hash_=f"#s=n{HUB}")
    page.page.wait_for_selector("#detail .claims")
    for name, rows in (("commitments", promised), ("figures", counted)):
        assert page.text(f"#detail [data-claims={name}] .count") == str(len(rows))
    assert "期限 2030-06" in page.text("#detail .claims")
    page.find("#detail .claims button").first.click()
    page.page.wait_for_selector("#sheet .here")
    page.follow(f"#s=n{HUB}&y=2024&u=0")
    few = sum(row.letter_id in dated for row in promised)
    assert 0 < few < len(promised)
    count = page.find("#detail [data-claims=commitments] .count")
    assert count.inner_text() == f"{few}（另筛掉 {len(promised) - few}）"


def test_words_that_a_reader_marks_in_a_letter_are_cited_and_named_in_the_address(read, letters):
    row = letters.tables.letters[2]
    page = read(letters, hash_=f"#t={row.letter_id}~0~0", name="letters")
    page.page.wait_for_selector("#sheet .text")
    text = letters.texts[row.letter_id]
    start = text.index("。") - 6
    page.page.evaluate(
        """([start, end]) => {
            const text = document.querySelector('#sheet .text');
            const pieces = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            for (let at = 0, one; (one = pieces.nextNode()); at += one.length) {
                if (at <= start && start < at + one.length) range.setStart(one, start - at);
                if (at < end && end <= at + one.length) range.setEnd(one, end - at);
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            text.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
        }""",
        [start, start + 5],
    )
    page.wait("() => document.querySelector('#sheet .cite').textContent.includes('引用第')")
    assert f"~{start}~{start + 5}" in page.page.evaluate("() => decodeURIComponent(location.hash)")
    assert page.page.evaluate("() => getSelection().toString()") == text[start : start + 5]


def test_a_proposal_tells_what_its_reply_promises(read, letters):
    promise = letters.tables.commitments[4]
    (answered,) = [
        row.target
        for row in letters.tables.edges
        if row.relation == "responds_to" and row.source == f"reply/{promise.letter_id}"
    ]
    page = read(letters, hash_=f"#s=n{answered}", name="letters")
    page.page.wait_for_selector("#detail [data-claims=reply]")
    assert "其答复中的承诺" in page.text("#detail [data-claims=reply]")
    assert promise.what in page.text("#detail")


CELL_EDGES = """() => [...document.querySelectorAll('#sheet .row')].map(
    (row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left)))"""


@pytest.mark.parametrize("width", [1400, 390])
def test_a_table_in_a_letter_stands_in_columns_and_no_character_moves(read, letters, width):
    row = letters.tables.letters[2]
    before = letters.texts[row.letter_id]
    table = "项目名称\t里程（公里）\t总投资（亿元）\n天邛路\t42.0\t97.6\n龙泉驿至简阳快速路\t31.8\t45.2\n"
    text = f"{before}\n项目如下：\n{table}合计三项。\n一处\t空隙。"
    third = text.index("龙泉驿")
    page = read(
        replace(letters, texts={**letters.texts, row.letter_id: text}),
        hash_=f"#t={row.letter_id}~{third}~{third + 19}",
        name="columns",
        viewport={"width": width, "height": 844},
    )
    page.page.wait_for_selector("#sheet .row")
    places = page.page.evaluate(CELL_EDGES)
    assert len(places) == 3
    assert places[0] == places[1] == places[2] == sorted(set(places[0]))
    assert page.page.evaluate("() => document.querySelector('#sheet .text').textContent") == text
    assert page.find("#sheet .here").all_text_contents() == ["龙泉驿至简阳快速路\t", "31.8\t", "45.2"]


def test_a_reply_tells_what_it_promises_and_can_be_shown_alone(read, letters):
    promise = letters.tables.commitments[4]
    page = read(letters, hash_=f"#s=nreply/{promise.letter_id}", name="letters")
    page.page.wait_for_selector("#detail [data-claims=reply]")
    assert promise.what in page.text("#detail")
    page.find("#office-table").click()
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows tr[data-row]").count() == 1
    assert promise.quote in page.text("#rows")
    assert (
        page.find("#only option:checked")
        .inner_text()
        .startswith(letters.tables.letters[4].reply_date or "未注")
    )


def test_what_no_sentence_says_is_explained_in_the_language_of_the_reader(read, letters):
    edge = next(row for row in letters.tables.edges if row.relation == "same_as_suggested")
    evidence = [
        replace(
            row,
            rule="legal_form",
            quote="华创，一处省去公司形式 · 华创 with and without its legal form",
            letter_id="",
            start=None,
            end=None,
            origin="derived",
        )
        if row.edge_id == edge.edge_id
        else row
        for row in letters.tables.evidence
    ]
    derived = replace(letters, tables=replace(letters.tables, evidence=evidence))
    page = read(derived, hash_=f"#s=e{edge.edge_id}", name="derived")
    page.page.wait_for_selector("#detail .proof")
    assert page.text("#detail .proof .absent") == "华创，一处省去公司形式"
    page.follow(f"#s=e{edge.edge_id}&l=en")
    page.page.wait_for_selector("#detail .proof")
    assert page.text("#detail .proof .absent") == "华创 with and without its legal form"
