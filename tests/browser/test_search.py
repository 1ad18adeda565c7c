"""Search: names, other names, numbers, initials, sentences; Enter goes there."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from changed import replace

pytestmark = pytest.mark.browser

NAME = "临港市绿色能源公共服务平台"


def test_enter_focuses_on_the_first_name(page):
    page.focus("绿色能源公共服务")
    assert page.text("#detail h2") == NAME
    assert f"e/{NAME}" in page.shown()


def test_a_heading_of_a_letter_goes_behind_the_names_of_things(read, letters):
    tables = letters.tables
    section = next(row for row in tables.entities if row.kind == "section")
    rows = [
        replace(row, name="绿色能源公共服务体系", short_name="绿色能源体系") if row is section else row
        for row in tables.entities
    ]
    page = read(replace(letters, tables=replace(tables, entities=rows)), name="headed")
    page.search("绿色能源公共服务")
    found = page.find("#hits [role=option]").all_inner_texts()
    assert NAME in found[0]
    assert any("绿色能源公共服务体系" in text for text in found[1:])


def test_an_alias_finds_its_thing(page):
    page.search("绿色能源公共服务平台（别称）")
    assert NAME in page.text("#hits [role=option]")


def test_a_proposal_number_finds_proposal_and_reply(page):
    page.search("20240003")
    kinds = page.find("#hits .what").all_inner_texts()
    assert any("提案" in kind for kind in kinds)
    assert any("复文" in kind for kind in kinds)


def test_pinyin_initials_find_a_name(page):
    page.search("lgslsny")
    assert NAME in page.find("#hits [role=option]").all_inner_texts()[0]


@pytest.mark.parametrize("typed", ["绿能公共平台", "临港绿色平台", "绿色能源平台"])
def test_a_name_is_found_by_some_of_its_characters_in_their_order(page, typed):
    page.search(typed)
    assert NAME in page.find("#hits [role=option]").all_inner_texts()[0]


def test_the_search_is_empty_again_where_a_thing_was_chosen(page):
    """Beside a table that it does not filter what was typed would mislead."""
    page.focus("绿色能源公共服务")
    assert page.find("#query").input_value() == ""


def test_two_words_must_both_be_in_the_name(page):
    page.search("临港市 平台")
    assert NAME in page.text("#hits [role=option]")


def test_a_sentence_opens_its_letter_at_the_sentence(page):
    page.search("签署合作协议")
    page.find("#hits .line").first.click()
    page.wait("() => document.querySelector('#sheet .here')")
    assert "签署合作协议" in "".join(page.find("#sheet .here").all_inner_texts())


def test_one_character_is_a_word_to_look_for_in_the_letters(page):
    page.search("签")
    assert page.find("#hits .line").count() > 0
    page.search("1")
    assert page.find("#hits .line").count() == 0


def test_nothing_found_says_what_to_try(page):
    page.search("没有这个名字")
    assert "换一个词" in page.text("#hits")


def test_the_example_of_what_to_try_finds_what_it_says(page):
    page.search("没有这个词")
    tried, name = re.search(r"([a-z0-9]+) 找“(.+)”", page.text("#hits")).groups()
    page.search(tried)
    assert name in page.text("#hits")


def test_arrow_keys_choose_and_escape_closes(page):
    page.search("临港市")
    page.page.press("#query", "ArrowDown")
    assert page.find("#hits [aria-selected=true]").get_attribute("id") == "hit-1"
    page.page.press("#query", "Escape")
    assert page.find("#hits").is_hidden()


@pytest.fixture
def namesakes(read, letters):
    """Four things of one name: two have a place, two of different letters have none; the last is in most letters."""
    things = [row for row in letters.tables.entities if row.kind == "organisation" and row.mentions > 1]
    by_letters = sorted(things, key=lambda row: (row.letter_count, row.entity_id))
    places = {by_letters[0]: "南州市", by_letters[1]: "", by_letters[2]: "", by_letters[-1]: "江北区"}
    assert by_letters[0].letter_count < by_letters[-1].letter_count
    entities = [
        replace(
            row, name="启明公司", short_name=f"启明{row.letter_count}", aliases=(), jurisdiction=places[row]
        )
        if row in places
        else row
        for row in letters.tables.entities
    ]
    tables = replace(letters.tables, entities=entities)
    return read(replace(letters, tables=tables), name="same-names")


def test_things_of_one_name_are_told_apart_and_the_one_of_most_letters_comes_first(namesakes):
    namesakes.search("启明公司")
    names = namesakes.find("#hits [role=option] > span:first-of-type").all_inner_texts()[:4]
    assert len(set(names)) == 4
    assert names[0] == "启明公司（江北区）"
    assert "启明公司（南州市）" in names
    counts = [
        int(text.split("·")[1]) for text in namesakes.find("#hits [role=option] .what").all_inner_texts()[:4]
    ]
    assert counts == sorted(counts, reverse=True)


def test_things_of_one_name_are_told_apart_in_the_panel_and_in_the_tables(namesakes):
    namesakes.focus("启明公司")
    namesakes.follow("#z=all&v=table")
    namesakes.page.wait_for_selector("#rows table")
    cells = namesakes.find("#rows tbody td:first-child").all_inner_texts()
    own = [cell for cell in cells if "启明公司" in cell]
    assert len(own) == len(set(own)) == 4


def test_quotes_brackets_widths_and_case_make_no_difference(read, letters):
    entities = [
        replace(row, name="“20＋8”（Nan）中心", aliases=()) if at == 0 else row
        for at, row in enumerate(row for row in letters.tables.entities)
    ]
    page = read(replace(letters, tables=replace(letters.tables, entities=entities)), name="folded")
    for typed in ('"20+8"', "「20＋8」", "(nan)", "（ＮＡＮ）中心", "[Nan]"):
        page.search(typed)
        assert "“20＋8”（Nan）中心" in page.text("#hits [role=option]"), typed


def test_a_day_finds_the_letters_of_that_day(page, letters):
    row = next(row for row in letters.tables.letters if row.reply_date)
    year, month, day = row.reply_date.split("-")
    for typed in (row.reply_date, f"{year}年{int(month)}月{int(day)}日", f"{year}.{int(month)}.{int(day)}"):
        page.search(typed)
        assert row.title in page.text("#hits [role=option]"), typed


def test_enter_on_nothing_keeps_the_message_and_the_focus(page):
    page.search("没有这个名字")
    page.page.press("#query", "Enter")
    page.page.wait_for_timeout(200)
    assert page.find("#hits").is_visible()
    assert "拼音首字母" in page.text("#hits")
    assert page.page.evaluate("() => document.activeElement.id") == "query"


def test_all_that_was_found_stands_in_a_table_with_files_and_citations(page, letters):
    page.search("市")
    page.find("#hits .all").first.click()
    page.page.wait_for_selector("#rows table")
    named = [row for row in letters.tables.entities if "市" in row.name or "市" in "".join(row.aliases)]
    assert page.find("#rows tbody tr").count() >= len(named) > 12
    assert "市" in page.text("#sheet .asked")
    address = page.page.url
    page.search("推进")
    page.find("#hits .all").last.click()
    page.wait("() => location.hash.includes('v=sentences')")
    quotes = page.find("#rows .cell-quote").all_inner_texts()
    assert len(quotes) == sum("推进" in row.text for row in letters.tables.sentences) > 12
    assert all("推进" in quote for quote in quotes)
    labels = page.find("#sheet header button").all_inner_texts()
    assert {"CSV", "Markdown", "全部引文 GB/T 7714"} <= set(labels)
    page.follow(address[address.index("#") :])
    page.wait("() => document.querySelector('#sheet .asked').textContent === '市'")


@pytest.fixture(scope="module")
def gappy(letters):
    """Letters of which the first has the blanks and line ends that a PDF leaves, in a name too."""
    row = next(row for row in letters.tables.sentences if row.zone == "body")
    said = "累计归集 1.3 亿条专利，\n公布 5　个指标"
    text = letters.texts[row.letter_id]
    assert len(said) <= row.end - row.start
    end = row.start + len(said)
    texts = dict(letters.texts) | {row.letter_id: text[: row.start] + said + text[end:]}
    sentences = [replace(one, end=end, text=said) if one is row else one for one in letters.tables.sentences]
    thing = next(one for one in letters.tables.entities if one.kind == "platform")
    entities = [
        replace(one, name="5 G 应用平台", aliases=("江北仪器研究院", "江仪院")) if one is thing else one
        for one in letters.tables.entities
    ]
    tables = replace(letters.tables, sentences=sentences, entities=entities)
    return replace(letters, tables=tables, texts=texts)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("1.3亿条专利", "1.3 亿条专利"),
        ("5个指标", "5　个指标"),
        ("专利，公布", "专利，\n公布"),
        ("1.3 亿条", "1.3 亿条"),
        ("1.3 亿 条 专利", "1.3 亿条专利"),
    ],
)
def test_blanks_that_a_pdf_left_make_no_difference_in_sentences(read, gappy, typed, marked):
    page = read(gappy, name="gappy")
    page.search(typed)
    assert page.find("#hits .line mark").first.text_content() == marked
    page.find("#hits .all").first.click()
    page.wait("() => location.hash.includes('v=topic')")
    page.find("#sheet .chip").filter(has_text="看原句").click()
    page.wait("() => location.hash.includes('v=sentences')")
    page.page.wait_for_selector("#rows .cell-quote")
    assert page.find("#rows .cell-quote").count() == 1
    page.page.fill("#narrow", typed)
    assert page.find("#rows .cell-quote").count() == 1
    page.page.fill("#narrow", "")


def test_blanks_make_no_difference_in_names(read, gappy):
    page = read(gappy, name="gappy")
    for typed in ("5G应用平台", "5g 应用平台", "5 G 应用"):
        page.search(typed)
        assert "5 G 应用平台" in page.text("#hits [role=option]"), typed


def test_pinyin_initials_find_other_names_too_and_the_whole_ones_first(read, gappy):
    page = read(gappy, name="gappy")
    for typed in ("jyy", "jbyqyjy"):
        page.search(typed)
        assert "5 G 应用平台" in page.find("#hits [role=option]").first.inner_text(), typed


def test_sentences_found_and_their_citations_stand_by_date(page, letters):
    dates = {row.letter_id: row.reply_date or "9999" for row in letters.tables.letters}
    said = [row for row in letters.tables.sentences if "推进" in row.text]
    days = sorted(dates[row.letter_id] for row in said)
    page.follow("#v=sentences&g=" + quote("推进"))
    page.page.wait_for_selector("#rows .cell-quote")
    shown = [cell.split("\n")[-1] for cell in page.find("#rows .cell-letter").all_inner_texts()]
    assert [day.replace("未注日期", "9999") for day in shown] == days
    assert len(set(days)) > 3


def test_a_day_typed_with_blanks_is_not_looked_up_piece_by_piece(read, letters):
    days = ("2023年5月6日", "2023年6月15日", "2023年12月25日")
    bodies = [row for row in letters.tables.sentences if row.zone == "body"][: len(days)]
    texts = dict(letters.texts)
    said = {}
    for row, day in zip(bodies, days, strict=True):
        text = texts[row.letter_id]
        texts[row.letter_id] = text[: row.start] + day + text[row.start + len(day) :]
        said[row.sentence_id] = replace(row, text=day + row.text[len(day) :])
    sentences = [said.get(row.sentence_id, row) for row in letters.tables.sentences]
    page = read(
        replace(letters, tables=replace(letters.tables, sentences=sentences), texts=texts), name="days"
    )
    page.search("2023 年 5 月 6 日")
    assert page.find("#hits .line mark").all_text_contents() == ["2023年5月6日"]
    page.search("2023 月 15")
    assert page.find("#hits .line").count() == 1


FAR = f"设立<b>贷款</b>贴息，{'支持企业加快转型升级、' * 8}并以贴息撬动担保费补助"


@pytest.fixture(scope="module")
def far(letters):
    """Letters of which the first says two words far apart, one of them twice, and one of them once more below."""
    first = next(row for row in letters.tables.sentences if row.zone == "body")
    text = letters.texts[first.letter_id]
    end = first.start + len(FAR)
    again = next(
        row for row in letters.tables.sentences if row.letter_id == first.letter_id and row.start >= end + 1
    )
    said = "另有担保费补助"
    text = text[: first.start] + FAR + text[end : again.start] + said + text[again.start + len(said) :]
    moved = {
        first.sentence_id: replace(first, end=end, text=FAR),
        again.sentence_id: replace(again, end=again.start + len(said), text=said),
    }
    kept = [
        moved.get(row.sentence_id, row)
        for row in letters.tables.sentences
        if row.letter_id != first.letter_id or row.sentence_id in moved
    ]
    mentions = [row for row in letters.tables.mentions if row.letter_id != first.letter_id]
    texts = dict(letters.texts) | {first.letter_id: text}
    tables = replace(letters.tables, sentences=kept, mentions=mentions)
    return replace(letters, tables=tables, texts=texts)


def test_every_word_of_a_query_is_marked_in_the_list_in_the_table_and_in_the_letter(read, far):
    page = read(far, name="far")
    page.search("贴息 担保费")
    (line,) = page.find("#hits .line").all()
    assert line.locator("mark").all_text_contents() == ["贴息", "贴息", "担保费"]
    assert line.inner_text().startswith("设立<b>贷款</b>贴息，")
    assert "…" in line.inner_text()
    page.follow("#v=sentences&g=" + quote("贴息 担保费"))
    page.page.wait_for_selector("#rows .cell-quote mark")
    assert page.find("#rows .cell-quote mark").all_text_contents() == ["贴息", "贴息", "担保费"]
    assert page.text("#rows .cell-quote") == FAR
    page.find("#rows [data-row]").first.click()
    page.page.wait_for_selector(".letter .text mark")
    assert page.find(".letter .text mark").all_text_contents() == ["贴息", "贴息", "担保费", "担保费"]
    assert FAR in page.find(".letter .text").text_content()
    assert page.find(".letter .text b, #rows b, #hits b").count() == 0


def test_a_link_to_a_letter_keeps_the_words_that_led_there(read, far):
    page = read(far, name="far")
    page.search("担保费 贴息")
    page.find("#hits .line").first.click()
    page.page.wait_for_selector(".letter .text mark")
    address = page.page.url
    page.follow("#v=table")
    page.follow(address[address.index("#") :])
    page.page.wait_for_selector(".letter .text mark")
    assert page.find(".letter .text mark").count() == 4


def test_a_letter_that_no_search_led_to_has_no_words_marked(page, letters):
    row = next(row for row in letters.tables.letters if row.status == "reply")
    page.search("推进")
    page.follow("#t=" + quote(f"{row.letter_id}~0~0"))
    page.page.wait_for_selector(".letter .text")
    assert page.find(".letter .text mark").count() == 0


@pytest.mark.parametrize("width", [390, 1400])
def test_what_letter_is_open_stays_in_sight_on_one_line(read, letters, width):
    row = next(row for row in letters.tables.letters if row.status == "reply")
    page = read(letters, name="letters", viewport={"width": width, "height": 844})
    page.follow("#t=" + quote(f"{row.letter_id}~20~60"))
    page.page.wait_for_selector(".letter .cite strong")
    assert page.text(".letter .cite strong") == row.proposal_numbers[0]
    lines = page.page.evaluate(
        "() => [...document.querySelectorAll('.letter .cite > :not(.close)')].map((one) => one.offsetHeight)"
    )
    assert max(lines) < 30
