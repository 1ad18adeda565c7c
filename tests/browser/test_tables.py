"""What the rows of the tables say of themselves, and what a reader who works in them keeps: place, years, citations."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import synthetic
from changed import replace

from graph.answers.citation import quote_citation
from graph.tables.claim_records import PassageRow, RankingRow
from graph.tables.graph_tables import IssueRow

pytestmark = pytest.mark.browser


def saved(page, kind):
    with page.page.expect_download() as waiting:
        page.find("#sheet .chip").filter(has_text=kind).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def rows_of_csv(page):
    return list(csv.DictReader(io.StringIO(saved(page, "CSV"))))


def cells(page, column):
    return page.find(f"#rows td.cell-{column}").all_inner_texts()


@pytest.fixture
def opened(read, letters):
    def view(name, **wishes):
        page = read(letters, hash_=f"#v={name}", name="letters", **wishes)
        page.page.wait_for_selector("#rows table")
        return page

    return view


def label(row, separator=" · "):
    parts = ("、".join(row.proposal_numbers), row.department or "未署名", row.reply_date or "未注日期")
    return separator.join(parts)


def two_lines(row):
    number, department, date = label(row).split(" · ")
    return f"{number} · {date}\n{department}"


@pytest.mark.parametrize(("view", "table"), [("promises", "commitments"), ("figures", "figures")])
def test_a_row_says_which_letter_it_comes_from(opened, letters, view, table):
    page = opened(view)
    by_id = {row.letter_id: row for row in letters.tables.letters}
    sources = [by_id[row.letter_id] for row in getattr(letters.tables, table)]
    assert cells(page, "letter") == [two_lines(row) for row in sources]
    assert [row["信件"] for row in rows_of_csv(page)] == [label(row) for row in sources]
    assert label(sources[0]) in saved(page, "Markdown")
    assert {"未署名", "未注日期"} <= set(" · ".join(map(label, sources)).split(" · "))


def test_a_unit_that_nobody_named_is_marked(opened, letters):
    page = opened("promises")
    tags = {"implied": ["隐含"], "inherited": ["承前"], "named": []}
    shown = [cell.locator(".tag").all_inner_texts() for cell in page.find("#rows td.cell-responsible").all()]
    assert shown == [tags[row.responsible_basis] for row in letters.tables.commitments]
    assert [row["责任单位依据"] for row in rows_of_csv(page)][:3] == ["隐含", "承前", "写明"]


def test_what_came_of_a_promise_takes_the_place_of_its_status(opened):
    page = opened("promises")
    assert cells(page, "result")[:3] == ["将做", "已兑现", "不予采纳"]
    row = rows_of_csv(page)[2]
    assert (row["状态"], row["结果"]) == ("已做", "不予采纳")


def test_a_number_that_is_wanted_is_told_from_one_that_was_reached(read, letters):
    wanted, *rest = letters.tables.figures
    figures = [replace(wanted, status="planned"), *(replace(row, status="") for row in rest)]
    page = read(
        replace(letters, tables=replace(letters.tables, figures=figures)), hash_="#v=figures", name="wanted"
    )
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows td.cell-value .tag").all_inner_texts() == ["将做"]
    assert [row["状态"] for row in rows_of_csv(page)] == ["将做", *("" for _ in rest)]


def test_what_several_letters_count_is_read_alone_and_what_one_letter_counts_twice_is_no_series(
    read, letters
):
    one, other, again, *rest = letters.tables.figures
    figures = [
        replace(one, metric="老旧小区改造户数", period_start="2022-01-01", period_end="2022-12-31"),
        replace(other, metric="老旧小区改造户数", period_start="2021-01-01", period_end="2021-12-31"),
        *(replace(again, figure_id=f"twice{n}", metric="社区食堂数") for n in range(2)),
        *(replace(row, metric="中试平台数") for row in rest),
    ]
    counted = replace(letters, tables=replace(letters.tables, figures=figures))
    page = read(counted, hash_="#v=figures", name="series")
    page.page.wait_for_selector("#rows table")
    parts = [part.split()[0] for part in page.find("#sheet .facets button").all_inner_texts()]
    assert parts == ["全部", "中试平台数", "老旧小区改造户数"]
    page.find("#sheet .facets button").last.click()
    page.find("#rows th.head-period button").click()
    assert cells(page, "period") == ["2021", "2022"]
    assert len(rows_of_csv(page)) == 2


def test_a_row_that_is_opened_by_key_leaves_the_keys_in_the_letter(opened):
    page = opened("promises")
    page.find("#rows tr[data-row]").first.focus()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("article.letter")
    page.wait("() => document.activeElement.id === 'sheet'")
    page.wait("() => document.getElementById('live').textContent.startsWith('原文')")


def test_a_rank_without_a_number_is_no_figure(read, letters):
    rank = replace(
        letters.tables.figures[0], figure_id="r", type="ranking", value="", normalised_value="", unit=""
    )
    ranked = replace(letters, tables=replace(letters.tables, figures=[*letters.tables.figures, rank]))
    page = read(ranked, hash_="#v=figures", name="ranked")
    page.page.wait_for_selector("#rows table")
    assert "" not in cells(page, "value")
    assert page.find("#rows tr[data-row]").count() == len(letters.tables.figures)


def test_the_years_chosen_stand_above_a_table_and_can_be_changed_from_it(opened, letters):
    page = opened("promises")
    page.find("#time [data-year='2021']").click()
    page.wait("() => document.querySelectorAll('#sheet .limit').length === 2")
    without = sum(row.status == "reply" and not row.reply_date for row in letters.tables.letters)
    assert page.find("#sheet .limit").nth(1).inner_text() == f"含未注日期 {without} 封 ×"
    dated = [row.letter_id for row in letters.tables.letters if row.reply_date]
    of_2021 = [
        row for row in letters.tables.commitments if row.letter_id in dated and "-2021-" in row.letter_id
    ]
    undated = [row for row in letters.tables.commitments if row.letter_id not in dated]
    assert page.find("#rows tr[data-row]").count() == len(of_2021) + len(undated)
    page.find("#sheet .limit").nth(1).click()
    page.wait("() => document.querySelectorAll('#sheet .limit')[1].textContent.startsWith('不含未注日期')")
    assert page.find("#rows tr[data-row]").count() == len(of_2021)
    for _ in range(2):
        page.find("#sheet .limit").first.click()
    page.wait("() => document.querySelectorAll('#sheet .limit').length === 0")
    assert page.find("#rows tr[data-row]").count() == len(letters.tables.commitments)


@pytest.fixture
def full(letters):
    """Letters with rows in every view: five places where two passages stand, and a rank of every figure."""
    bodies = [*{row.letter_id: row for row in letters.tables.sentences if row.zone == "body"}.values()]
    passages = [
        PassageRow(
            passage_id=f"p{len(of)}", letter_id=row.letter_id, start=row.start, end=row.end, quote=row.text,
            sentence_ids=(row.sentence_id,), length=len(row.text), letter_count=len(of),
            letter_ids=tuple(one.letter_id for one in of),
        )
        for of in (bodies[:2], bodies[2:5])
        for row in of
    ]  # fmt: skip
    rankings = [
        RankingRow(
            ranking_id=f"k{at}", letter_id=row.letter_id, metric=row.metric, words="位居全省前列", scope="全省",
            territory="省级", rank=None, start=row.start, end=row.end, quote=row.quote,
        )
        for at, row in enumerate(letters.tables.figures)
    ]  # fmt: skip
    return replace(letters, tables=replace(letters.tables, passages=passages, rankings=rankings))


def test_a_passage_stands_once_with_the_letters_that_share_it(read, full):
    rows = full.tables.passages
    two, three = ([row for row in rows if row.letter_count == count] for count in (2, 3))
    page = read(full, hash_="#v=passages", name="full")
    page.page.wait_for_selector("#rows table")
    places = [cell.locator(".place").count() for cell in page.find("#rows td.cell-where").all()]
    assert places == [3, 2]
    assert len(rows_of_csv(page)) == 5
    page.find("#rows .place").nth(1).click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == three[1].quote
    page.follow("#v=compare&ab=" + "~".join(f"letter:{row.letter_id}" for row in two))
    page.page.wait_for_selector("#in-both li")
    assert page.find("#in-both li").count() == 1
    assert two[0].quote in page.text("#in-both li")


@pytest.mark.parametrize("view", ["table", "promises", "figures", "rankings", "passages"])
@pytest.mark.parametrize("width", [390, 640, 985, 1060, 1280])
def test_a_table_lies_within_its_window(read, full, view, width):
    wishes = {"locale": "en-US", "viewport": {"width": width, "height": 800}}
    page = read(full, hash_=f"#v={view}", name="full", **wishes)
    page.page.wait_for_selector("#rows table")
    room = page.page.evaluate(
        "() => { const s = document.getElementById('sheet'); return s.scrollWidth - s.clientWidth; }"
    )
    assert room <= 0


@pytest.fixture
def many(letters):
    """Letters with 700 promises."""
    rows = [
        replace(letters.tables.commitments[number % 12], commitment_id=f"c{number:03}", what=f"第{number}项")
        for number in range(700)
    ]
    return replace(letters, tables=replace(letters.tables, commitments=rows))


@pytest.fixture
def long(read, many):
    page = read(many, hash_="#v=promises", name="long")
    page.page.wait_for_selector("#rows table")
    return page


def test_a_long_table_is_drawn_page_by_page(long):
    assert long.find("#rows tr[data-row]").count() == 60
    assert long.text("#rows .more") == "再显示 300 条，共余 640 条"
    long.find("#rows .more").click()
    assert long.find("#rows tr[data-row]").count() == 360
    for _ in range(2):
        long.find("#rows .more").click()
    assert long.find("#rows tr[data-row]").count() == 700
    assert not long.find("#rows .more").is_visible()
    assert len(rows_of_csv(long)) == 700


def test_a_theme_changes_the_colours_and_leaves_the_rows_as_they_are(long):
    long.page.evaluate("() => { document.querySelector('#rows tr[data-row]').dataset.mine = 'yes'; }")
    long.find("#theme").click()
    assert long.find("#rows tr[data-mine]").count() == 1
    long.find("#theme").click()


def test_glyphs_of_a_table_follow_the_theme(opened):
    page = opened("table")
    colour = "() => getComputedStyle(document.querySelector('#rows .glyph *')).fill"
    light = page.page.evaluate(colour)
    page.find("#theme").click()
    assert page.page.evaluate(colour) != light
    page.find("#theme").click()


def test_who_comes_back_from_a_letter_is_where_they_left_the_table(read, many):
    long = read(many, hash_="#v=promises", name="left-table", alone=True)
    long.page.wait_for_selector("#rows table")
    long.find("#rows .more").click()
    row = long.find("#rows tr[data-row]").nth(300)
    row.scroll_into_view_if_needed()
    long.wait("() => document.getElementById('sheet').scrollTop > 1000")
    top = long.page.evaluate("() => document.getElementById('sheet').scrollTop")
    row.click()
    long.page.wait_for_selector("#sheet .here")
    long.find("#sheet .close").click()
    long.page.wait_for_selector("#rows table")
    assert long.page.evaluate("() => document.getElementById('sheet').scrollTop") == top
    assert long.find("#rows tr[data-row]").count() == 360


def test_another_table_begins_at_its_top(long):
    long.page.evaluate("() => { document.getElementById('sheet').scrollTop = 2000; }")
    long.find("#views [data-view=figures]").click()
    long.page.wait_for_selector("#rows table[aria-label='数据']")
    assert long.page.evaluate("() => document.getElementById('sheet').scrollTop") == 0


def test_blanks_stand_last_whichever_way_a_column_is_sorted(opened, letters):
    page = opened("promises")
    given = sorted(row.due for row in letters.tables.commitments if row.due)
    blank = [""] * (len(letters.tables.commitments) - len(given))
    due = page.find("#rows th button").filter(has_text="期限")
    due.click()
    assert cells(page, "due") == given + blank
    due.click()
    assert cells(page, "due") == given[::-1] + blank


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_the_sentence_that_a_row_opens_is_cited_alike_in_both_languages(opened, letters, locale):
    page = opened("promises", locale=locale)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    by_id = {row.letter_id: row for row in letters.tables.letters}
    rows = letters.tables.commitments
    place, row = next((at, row) for at, row in enumerate(rows) if not by_id[row.letter_id].department)
    wanted = quote_citation(by_id[row.letter_id], row.quote, row.start, row.end)
    assert rows_of_csv(page)[place]["引文" if locale == "zh-CN" else "Citation"] == wanted
    page.find("#rows tr[data-row]").nth(place).click()
    page.find("#sheet .cite button").filter(has_text="GB/T 7714").click()
    page.page.wait_for_selector(".toast")
    assert page.page.evaluate("() => navigator.clipboard.readText()") == wanted
    page.find("#sheet .cite button").filter(has_text="Markdown").click()
    page.wait("() => navigator.clipboard.readText().then((text) => text.startsWith('> '))")


def test_quotation_marks_within_a_quotation_are_single_ones(read, letters):
    row = letters.tables.commitments[0]
    said = "落实“一网‘通办’”，it’s"
    text = letters.texts[row.letter_id]
    texts = dict(letters.texts) | {row.letter_id: text[: row.start] + said + text[row.start + len(said) :]}
    spoken = replace(row, start=row.start, end=row.start + len(said), quote=said)
    tables = replace(letters.tables, commitments=[spoken])
    page = read(replace(letters, tables=tables, texts=texts), hash_="#v=promises", name="quoted")
    page.page.wait_for_selector("#rows table")
    (cited,) = [row["引文"] for row in rows_of_csv(page)]
    assert "“落实‘一网“通办”’，it’s”" in cited
    letter = next(one for one in letters.tables.letters if one.letter_id == row.letter_id)
    assert cited == quote_citation(letter, said, spoken.start, spoken.end)


@pytest.fixture
def namesakes(letters):
    """Letters of which the first and the tenth were asked for by two people of one name."""
    tables = letters.tables
    letter = tables.letters[0]
    person = next(row for row in tables.entities if row.entity_id == f"person/{letter.proposers[0]}")
    other = replace(person, entity_id="person/other", subkind="人大代表", letter_ids=(letter.letter_id,))
    edge_id = f"proposal/{letter.proposal_numbers[0]}|submitted_by|{person.entity_id}"
    new_id = edge_id.replace(person.entity_id, other.entity_id)
    edges = [
        replace(row, edge_id=new_id, target=other.entity_id) if row.edge_id == edge_id else row
        for row in tables.edges
    ]
    evidence = [replace(row, edge_id=new_id) if row.edge_id == edge_id else row for row in tables.evidence]
    changed = replace(
        tables,
        entities=sorted([*tables.entities, other], key=lambda row: row.entity_id),
        edges=sorted(edges, key=lambda row: row.edge_id),
        evidence=sorted(evidence, key=lambda row: row.edge_id),
    )
    return replace(letters, tables=changed, positions=dict(letters.positions) | {other.entity_id: (0.0, 0.0)})


def test_two_members_of_one_name_are_compared_apart(read, namesakes):
    page = read(namesakes, hash_="#v=compare", name="namesakes")
    page.page.wait_for_selector("#compare-a")
    name = namesakes.tables.letters[0].proposers[0]
    options = page.find("#compare-a option").filter(has_text=f"{name} · ")
    values = {one.get_attribute("value") for one in options.all()}
    assert values == {"member:person/other", f"member:person/{name}"}
    labels = options.all_inner_texts()
    assert len(set(labels)) == 2
    assert all("七届三次会议" in label for label in labels)


def test_lists_of_a_comparison_are_drawn_page_by_page(long):
    long.follow("#v=compare&ab=year:2021~year:2022")
    long.page.wait_for_selector("#beside-commitments ol")
    assert long.find("#beside-commitments ol").first.locator("li").count() == 100
    long.find("#beside-commitments .more:visible").first.click()
    assert long.find("#beside-commitments ol").first.locator("li").count() > 100


def test_rows_that_the_picture_has_no_room_for_are_told_and_saved(read):
    crowded = synthetic.publication(110)
    page = read(crowded, hash_="#v=table&z=all", name="crowded")
    page.page.wait_for_selector("#rows table")
    nodes = len(crowded.tables.entities)
    assert len(page.shown()) == 800 < nodes
    assert page.text("#sheet header .kicker") == f"{nodes:,} 行 · 图中画出 800 / {nodes:,}"
    names = [row["名称"] for row in rows_of_csv(page)]
    assert len(names) == len(set(names)) == nodes  # those of one name are told apart
    assert {row.name for row in crowded.tables.entities} - set(names) <= {
        name.rpartition("（")[0] for name in names
    }
    page.find("#sheet .chip").filter(has_text="关系").click()
    assert len(rows_of_csv(page)) == len(crowded.tables.edges)
    page.find("#sheet .chip").filter(has_text="节点").click()


def issue(letter_id, code, message, **cells):
    empty = {"source": "a.txt", "severity": "info", "where": "", "value": "", "hint": ""}
    return IssueRow(**(empty | {"letter_id": letter_id, "code": code, "message": message} | cells))


def test_what_was_left_unresolved_is_told_in_the_readers_language_and_opens_its_letter(read, letters):
    figure = letters.tables.figures[1]
    file = next(row.source for row in letters.tables.letters if row.letter_id == figure.letter_id)
    issues = [
        issue(
            figure.letter_id, "undated", "信中没有日期 · the letter prints no date",
            source=file, hint="写入 facts.csv · state it in facts.csv",
        ),
        issue(
            figure.letter_id, "claims.figure", "数值不同 · different values", severity="warning",
            source=file, value=f"{figure.figure_id} f0", hint="核对 · check",
        ),
        issue("", "unreadable", "文件不能打开 · cannot be opened", source="b.pdf", severity="error"),
    ]  # fmt: skip
    open_ = replace(letters, tables=replace(letters.tables, issues=issues))
    page = read(open_, hash_="#v=issues", name="issues-of-letters")
    page.page.wait_for_selector("#rows table")
    assert cells(page, "severity") == ["提示", "提醒", "错误"]
    assert cells(page, "message") == ["信中没有日期", "数值不同", "文件不能打开"]
    assert cells(page, "letter")[2] == "b.pdf"
    assert page.find("#rows tr[data-row]").first.locator(".cell-letter .line").count() == 3
    assert page.text("#views [aria-current]") == "未解决"
    assert page.find("#rows tr[data-row]").count() == 2
    page.find("#rows tr[data-row]").nth(1).click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) == figure.quote
    page.follow("#v=issues&l=en")
    page.page.wait_for_selector("#rows table")
    assert cells(page, "message") == ["the letter prints no date", "different values", "cannot be opened"]
    assert cells(page, "severity") == ["note", "warning", "error"]


def test_a_second_file_of_a_reply_is_named_where_it_is_told(read, letters):
    kept = letters.tables.letters[2]
    double = issue(
        kept.letter_id, "same_reply", f"the same reply in another layout as {kept.source}; counted once",
        source="复件/答复函.docx", value=kept.source,
    )  # fmt: skip
    told = replace(letters, tables=replace(letters.tables, issues=[double]))
    page = read(told, hash_="#v=issues", name="issues-of-a-double")
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows .cell-letter .line").first.inner_text() == "复件/答复函.docx"
    assert kept.proposal_numbers[0] in page.text("#rows .cell-letter")


def test_a_row_that_was_opened_by_key_has_the_focus_again_after_the_letter(read, letters):
    page = read(letters, hash_="#v=figures", name="letters")
    page.page.wait_for_selector("#rows table")
    page.find("#rows tr[data-row]").nth(3).focus()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#sheet .letter")
    page.page.keyboard.press("Escape")
    page.page.wait_for_selector("#rows table")
    page.wait("() => document.activeElement === document.querySelectorAll('#rows tr[data-row]')[3]")
    page.find("#language").click()
    page.wait("() => document.documentElement.lang === 'en'")
    assert page.page.evaluate("() => document.activeElement.id") == "language"
    page.find("#language").click()


def test_a_figure_that_is_a_rank_shows_the_words_of_the_rank(read, letters):
    ranked = replace(
        letters.tables.figures[0], type="ranking", value="2", unit="名次", ranking="全市第二", bound="exact"
    )
    figures = [ranked, *letters.tables.figures[1:]]
    page = read(
        replace(letters, tables=replace(letters.tables, figures=figures)), hash_="#v=figures", name="a-rank"
    )
    page.page.wait_for_selector("#rows table")
    assert cells(page, "value")[0] == "全市第二"
