"""Search: names, other names, numbers, initials, sentences; Enter goes there."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

NAME = "临港市绿色能源公共服务平台"


def test_enter_focuses_on_the_first_name(page):
    page.focus("绿色能源公共服务")
    assert page.text("#detail h2") == NAME
    assert f"e/{NAME}" in page.shown()


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


def test_two_words_must_both_be_in_the_name(page):
    page.search("临港市 平台")
    assert NAME in page.text("#hits [role=option]")


def test_a_sentence_opens_its_letter_at_the_sentence(page):
    page.search("签署合作协议")
    page.find("#hits .line").first.click()
    page.wait("() => document.querySelector('#sheet .here')")
    assert "签署合作协议" in "".join(page.find("#sheet .here").all_inner_texts())


def test_nothing_found_says_what_to_try(page):
    page.search("没有这个名字")
    assert "换一个词" in page.text("#hits")


def test_arrow_keys_choose_and_escape_closes(page):
    page.search("临港市")
    page.page.press("#query", "ArrowDown")
    assert page.find("#hits [aria-selected=true]").get_attribute("id") == "hit-1"
    page.page.press("#query", "Escape")
    assert page.find("#hits").is_hidden()
