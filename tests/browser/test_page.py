"""State in the address, languages, themes, keys, small screens, paper."""

from __future__ import annotations

import re

import pytest
import synthetic
from changed import replace

from graph.tables.graph_tables import LetterRow

pytestmark = pytest.mark.browser

HUB = "e/平湖区学前教育研究院"
STATE = f"#z=focus&f={HUB}&d=2&k=person&y=2024~2025&w=2&q=inferred&i=1&u=0&s=n{HUB}"


def test_a_link_restores_the_whole_state_from_a_file(read, letters):
    page = read(letters, hash_=STATE, name="letters")
    assert page.text("#detail h2") == "平湖区学前教育研究院"
    assert HUB in page.shown()
    assert not any(node.startswith("person/") for node in page.shown())
    assert page.find("#time [aria-pressed=true]").count() == 2
    assert page.find("#certainty").input_value() == "inferred"
    assert not page.find("#undated").is_checked()


def test_a_link_survives_a_reload(page):
    page.focus("平湖区学前教育研究院")
    shown, address = page.shown(), page.page.url
    page.page.reload()
    page.page.wait_for_selector("body[data-letters]")
    assert page.page.url == address
    assert page.shown() == shown


def test_a_link_to_things_of_another_build_is_no_error(read, letters):
    page = read(
        letters, hash_="#z=focus&f=e/nothing&s=nnothing&t=none~1~2&v=nowhere&d=x&w=-5", name="letters"
    )
    assert len(page.shown()) > 10
    assert page.find("#detail .contents").count() == 1


def test_a_page_opens_with_its_picture_where_a_file_was_refused(read):
    plain = synthetic.publication(3)
    scan = LetterRow(letter_id="", source="扫描件.pdf", status="refused", warnings=("no_text_layer",))
    tables = replace(plain.tables, letters=[scan, *plain.tables.letters])
    page = read(replace(plain, tables=tables), name="with-a-scan", alone=True)
    assert page.find("#sheet").is_hidden()
    assert len(page.shown()) > 10
    assert " 3 封" in page.text("#strap")
    page.follow("#t=~3~9")
    assert page.find("#sheet").is_hidden()


def test_every_word_is_in_english_or_chinese(page):
    page.find("#language").click()
    page.wait("() => document.documentElement.lang === 'en'")
    said = [page.text(part) for part in ("#filters", "#views", "#scope-line")]
    names = page.find(
        "#only option[lang]"
    ).all_inner_texts()  # of places, departments and people: they stay Chinese
    assert names
    for name in names:
        said[0] = said[0].replace(name, "")
    assert not re.search(r"[\u4e00-\u9fff]", "".join(said))
    assert "12 replies" in page.text("#strap")
    page.find("#language").click()
    page.wait("() => document.documentElement.lang === 'zh-Hans'")
    assert page.text("#views [data-view=graph]") == "图谱"


def test_an_english_browser_opens_in_english(read, letters):
    page = read(
        letters, name="letters", locale="en-GB", color_scheme="dark", viewport={"width": 900, "height": 700}
    )
    assert page.page.evaluate("() => document.documentElement.lang") == "en"
    assert page.page.evaluate("() => document.documentElement.dataset.theme") == "dark"


def test_the_theme_changes_ground_and_colours(page):
    def ground():
        return page.page.evaluate("() => getComputedStyle(document.body).backgroundColor")

    light = ground()
    page.find("#theme").click()
    page.wait("() => document.documentElement.dataset.theme === 'dark'")
    assert ground() != light
    page.find("#theme").click()
    page.wait("() => document.documentElement.dataset.theme === 'light'")


def test_keys_search_walk_focus_expand_and_escape(page):
    page.page.keyboard.press("/")
    assert page.page.evaluate("() => document.activeElement.id") == "query"
    page.focus("平湖区学前教育研究院")
    page.page.keyboard.press("ArrowRight")
    page.wait("() => document.querySelector('#detail h2').textContent !== '平湖区学前教育研究院'")
    walked = page.text("#detail h2")
    assert walked in page.text("#live")
    page.page.keyboard.press("Enter")
    page.wait("(name) => document.querySelector('#detail h2').textContent === name", walked)
    page.page.keyboard.press("2")
    page.wait("() => location.hash.includes('d=2')")
    page.page.keyboard.press("t")
    page.page.wait_for_selector("#rows table")
    page.page.keyboard.press("Escape")
    page.wait("() => document.getElementById('sheet').hidden")
    page.page.keyboard.press("h")
    page.wait("() => !location.hash.includes('focus')")


def test_the_list_of_keys_opens_and_closes(page):
    page.page.keyboard.press("?")
    assert page.find("#help").is_visible()
    assert page.find("#help dt").count() >= 10
    page.page.keyboard.press("Escape")
    assert page.find("#help").is_hidden()


def test_the_focus_is_seen_and_the_canvas_can_take_it(page):
    page.page.evaluate("() => document.getElementById('home').focus()")
    page.page.keyboard.press("Tab")
    outline = page.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    assert page.find("#canvas").get_attribute("role") == "application"
    assert page.find("#canvas").get_attribute("aria-label")
    assert page.find("#live").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("size", [(900, 700), (390, 844)])
def test_on_small_screens_the_columns_become_drawers(read, letters, size):
    page = read(letters, name="letters", viewport={"width": size[0], "height": size[1]})
    assert page.find("#filters").is_hidden()
    page.find("#drawer-filters").click()
    assert page.find("#filters").is_visible()
    page.find("#drawer-detail").click()
    assert page.find("#filters").is_hidden()
    assert page.find("#detail").is_visible()
    page.page.keyboard.press("Escape")
    assert page.find("#detail").is_hidden()
    wide = page.page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= size[0]


def test_every_stop_of_the_tab_key_has_a_name(page):
    page.find("#skip").focus()
    named = """() => {
        const one = document.activeElement;
        const label = one.closest('label');
        return [one.innerText, one.getAttribute('aria-label'), one.title, label && label.innerText].some(Boolean);
    }"""
    for _ in range(120):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("() => document.activeElement === document.body"):
            break
        assert page.page.evaluate(named), page.page.evaluate(
            "() => document.activeElement.outerHTML.slice(0, 200)"
        )


def test_on_paper_the_controls_are_gone_and_the_picture_is_drawn_in_lines(page):
    page.find("#theme").click()
    page.wait("() => document.documentElement.dataset.theme === 'dark'")
    page.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    assert page.find(".finder").is_hidden()
    assert page.find("#filters").is_hidden()
    assert page.find("#detail").is_visible()
    assert page.find("#paper title").count() == len(page.shown())
    assert page.find("#paper text").count() > 10
    assert page.page.evaluate("() => document.documentElement.dataset.theme") == "light"
    page.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    page.page.emulate_media(media="screen")
    assert page.find("#paper").count() == 0
    assert page.page.evaluate("() => document.documentElement.dataset.theme") == "dark"


def test_on_paper_a_table_stands_without_the_line_that_tells_the_picture(page):
    page.follow("#v=table")
    page.page.emulate_media(media="print")
    assert page.find("#rows table").is_visible()
    assert page.find("#scope-line").is_hidden()


def test_on_paper_the_words_that_say_it_are_marked(page):
    page.follow("#v=promises")
    page.page.wait_for_selector("#rows mark")
    page.page.emulate_media(media="print")
    looks = "() => getComputedStyle(document.querySelector('#rows mark')).printColorAdjust"
    assert page.page.evaluate(looks) == "exact"


# What the search box says, as wide as it is written, against the room for it.
ROOM = """() => {
  const box = document.getElementById('query');
  const looks = getComputedStyle(box);
  const context = document.createElement('canvas').getContext('2d');
  context.font = `${looks.fontWeight} ${looks.fontSize} ${looks.fontFamily}`;
  const room = box.clientWidth - parseFloat(looks.paddingLeft) - parseFloat(looks.paddingRight);
  return room - context.measureText(box.placeholder).width;
}"""
ENDS = "() => document.getElementById('help-open').getBoundingClientRect().right"
WIDE = "() => { const tabs = document.getElementById('views'); return tabs.scrollWidth - tabs.clientWidth; }"


@pytest.mark.parametrize("width", [1400, 1366, 1280, 1261, 1200, 1024])
def test_in_english_the_search_box_is_read_in_full_and_a_further_tab_pushes_nothing_out(read, letters, width):
    page = read(letters, name="english", locale="en-GB", viewport={"width": width, "height": 720})
    page.page.set_viewport_size({"width": width, "height": 720})
    page.follow("#")
    assert page.page.evaluate(ROOM) >= 0
    page.follow("#v=sentences&g=教育")
    page.page.wait_for_selector("#rows table")
    assert page.text("#views [aria-current]") == "Sentences found"
    assert page.page.evaluate(ENDS) <= width
    assert page.page.evaluate(WIDE) <= 4
    assert page.page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_a_browser_that_cannot_unpack_the_data_says_so(browser, folder, read):
    read(synthetic.publication(1), name="one")
    path = folder / "one" / "graph.html"
    broken = path.read_text(encoding="utf-8").replace(
        'id="data-graph" data-encoding="json">', 'id="data-graph" data-encoding="json">?'
    )
    (folder / "broken.html").write_text(broken, encoding="utf-8")
    page = browser.new_page()
    page.goto((folder / "broken.html").as_uri())
    page.wait_for_selector("#failed", state="visible")
    page.close()


PHONE = {"width": 390, "height": 844}


def test_on_a_phone_the_tab_of_the_open_view_is_in_sight(read, letters):
    page = read(letters, name="phone", locale="en-GB", viewport=PHONE, hash_="#v=sentences&g=教育")
    page.page.wait_for_selector("#rows table")
    tab = page.find("#views [aria-current]").bounding_box()
    assert tab is not None
    assert 0 <= tab["x"] <= PHONE["width"] - tab["width"]


def test_on_a_phone_all_years_are_in_sight(read):
    page = read(synthetic.publication(60), name="sixty", viewport=PHONE)
    boxes = [bar.bounding_box() for bar in page.find("#time [data-year]").all()]
    assert len(boxes) == 5
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in boxes)
    assert page.find("#time .caps").bounding_box()["height"] < 24


def test_on_a_phone_a_drawer_leaves_the_masthead_free_and_its_cross_closes_it(read, letters):
    page = read(letters, name="letters", viewport=PHONE, hash_=f"#z=focus&f={HUB}&s=n{HUB}")
    page.page.wait_for_selector("#detail .close", state="visible")
    head, drawer = page.find(".masthead").bounding_box(), page.find("#detail").bounding_box()
    assert head["y"] + head["height"] <= drawer["y"] + 1
    page.find("#detail .close").click()
    assert page.find("#detail").is_hidden()
    assert f"s=n{HUB}" in page.page.evaluate("() => decodeURIComponent(location.hash)")
    page.find("#drawer-detail").click()
    assert page.text("#detail h2") == "平湖区学前教育研究院"
    page.page.keyboard.press("Escape")


@pytest.fixture
def english(read, letters):
    return read(letters, name="letters", locale="en-GB")


def test_one_is_singular_in_english_and_a_proposal_is_not_counted_by_mentions(english, letters):
    number = letters.tables.letters[0].proposal_numbers[0]
    english.follow(f"#s=nproposal/{number}")
    english.page.wait_for_selector("#detail .facts")
    facts = english.text("#detail .facts")
    assert "1 letter" in facts
    assert "letters" not in facts
    assert "mentions" not in facts


def test_names_and_quotes_are_marked_as_chinese(english, letters):
    english.focus("平湖区学前教育研究院")
    assert english.find("#detail h2").get_attribute("lang") == "zh-Hans"
    assert english.find("#detail .rows .name").first.get_attribute("lang") == "zh-Hans"
    english.find("#detail .rows button").first.click()
    english.page.wait_for_selector("#detail blockquote")
    assert english.find("#detail blockquote").first.get_attribute("lang") == "zh-Hans"


def test_the_names_of_the_zoom_buttons_follow_the_language(page):
    page.find("#language").click()
    page.wait("() => document.documentElement.lang === 'en'")
    assert page.find("#zoom button").first.get_attribute("aria-label") == "Zoom in"
    page.find("#language").click()
    page.wait("() => document.documentElement.lang === 'zh-Hans'")
    assert page.find("#zoom button").first.get_attribute("aria-label") == "放大"


def test_the_help_says_how_to_read_the_page(page):
    page.page.keyboard.press("?")
    assert page.find("#help .guide li").count() >= 4
    assert page.page.evaluate("() => document.getElementById('help').scrollTop") == 0
    page.page.keyboard.press("Escape")


FOCUSED = "(control) => document.activeElement === document.querySelector(control)"


def test_the_first_tab_key_reaches_the_way_past_the_head(read, letters):
    page = read(letters, name="letters", alone=True)
    page.page.reload()  # nobody has been anywhere in it
    page.page.wait_for_selector("body[data-letters]")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("() => document.activeElement.id") == "skip"


@pytest.mark.parametrize(
    ("link", "control"),
    [
        ("", "#views [data-view=promises]"),
        ("", "#time [data-year='2024']"),
        ("", "#undated"),
        ("", "[id='scope.to.all']"),
        (f"#z=focus&f={HUB}&s=n{HUB}", "#detail [data-act=pin]"),
        ("#v=figures", "#rows [data-sort=value]"),
    ],
)
def test_a_control_that_is_used_by_key_keeps_the_keys(read, letters, link, control):
    page = read(letters, hash_=link, name="letters", alone=True)  # a table remembers how it was sorted
    page.page.wait_for_selector(control)
    page.find(control).evaluate("(one) => one.setAttribute('data-old', '')")
    page.find(control).focus()
    page.page.keyboard.press("Space")
    page.wait("(control) => !document.querySelector(control).hasAttribute('data-old')", control)  # drawn anew
    page.wait(FOCUSED, control)


def test_whoever_closes_a_table_or_the_details_goes_on_in_the_picture(read, letters):
    page = read(letters, hash_=f"#v=promises&s=n{HUB}", name="letters")
    page.page.wait_for_selector("#rows tr[data-row]")
    page.find("#rows tr[data-row]").first.focus()
    page.page.keyboard.press("Escape")
    page.wait(FOCUSED, "#canvas")
    page.find("#detail .close").focus()
    page.page.keyboard.press("Enter")
    page.wait("() => !document.querySelector('#detail h2')")
    page.wait(FOCUSED, "#canvas")


def test_on_a_phone_the_help_is_closed_at_its_head_or_beside_it(read, letters):
    page = read(letters, name="letters", viewport={"width": 390, "height": 844}, has_touch=True)
    page.find("#help-open").click()
    assert page.find("#help .close").bounding_box()["y"] < 100
    page.find("#help .close").click()
    assert page.find("#help").is_hidden()
    page.find("#help-open").click()
    page.find("#help").click(position={"x": 6, "y": 6})  # its edge is still the help
    assert page.find("#help").is_visible()
    page.page.mouse.click(4, 838)
    assert page.find("#help").is_hidden()


def test_nothing_behind_a_sheet_takes_the_focus(page):
    take = "() => { document.getElementById('canvas').focus(); return document.activeElement.id; }"
    assert page.page.evaluate(take) == "canvas"
    page.page.keyboard.press("t")
    page.page.wait_for_selector("#rows table")
    assert page.page.evaluate("() => document.activeElement.id") == "sheet"
    assert page.page.evaluate(take) != "canvas"
    page.page.keyboard.press("Escape")
    page.wait("() => document.getElementById('sheet').hidden")
    assert page.page.evaluate(take) == "canvas"


def test_the_first_stop_skips_to_the_canvas(page):
    page.find("#skip").focus()
    page.page.keyboard.press("Enter")
    assert page.page.evaluate("() => document.activeElement.id") == "canvas"


def test_the_tooltip_goes_with_the_picture_it_belongs_to(page):
    page.click_node(HUB)
    page.wait("() => !document.getElementById('tip').hidden")
    page.double_click_node(HUB)
    page.wait("() => location.hash.includes('z=focus')")
    page.wait("() => document.getElementById('tip').hidden")


def test_in_high_contrast_bars_tabs_and_chips_tell_their_state(read, letters):
    page = read(letters, name="letters", forced_colors="active", hash_="#y=2024")

    def looks(selector, property_):
        return page.page.evaluate(
            "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]",
            [selector, property_],
        )

    ground = looks("body", "backgroundColor")
    bars = [looks(f"#time [aria-pressed={pressed}] i", "backgroundColor") for pressed in ("true", "false")]
    assert len({ground, *bars}) == 3
    chips = [
        looks(f"#scope-line [aria-pressed={pressed}]", "backgroundColor") for pressed in ("true", "false")
    ]
    assert chips[0] != chips[1]
    tabs = [
        looks(f"#views button{which}", "borderBottomColor") for which in ("[aria-current]", ":last-child")
    ]
    assert tabs[0] != tabs[1]


def test_a_link_holds_what_the_rows_of_a_table_must_hold(page):
    page.follow("#z=all&v=table")
    page.page.wait_for_selector("#rows table")
    whole = page.find("#rows tr[data-row]").count()
    page.find("#narrow").press_sequentially("临港市")
    assert page.find("#narrow").input_value() == "临港市"
    few = page.find("#rows tr[data-row]").count()
    assert 0 < few < whole
    link = page.page.url
    page.follow("#z=all&v=table")
    page.wait("(n) => document.querySelectorAll('#rows tr[data-row]').length === n", whole)
    page.follow(link[link.index("#") :])
    page.wait("(n) => document.querySelectorAll('#rows tr[data-row]').length === n", few)


def test_the_link_to_what_is_shown_can_be_copied(read, letters):
    page = read(letters, name="letters", alone=True)
    page.page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    page.find("#time [data-year='2024']").click()
    page.find("#link").click()
    page.wait("() => window.copied === location.href && location.hash.includes('2024')")
    assert "#" in page.text(".toast")  # how another computer can use the address of a file


def test_a_link_to_what_is_not_there_says_so(page):
    page.follow("#z=focus&f=e/nothing&s=nnothing")
    assert "2 项" in page.text(".toast")
