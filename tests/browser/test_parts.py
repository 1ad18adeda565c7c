"""A split graph: from the index to the letter in its part, and back."""

from __future__ import annotations

import pytest
import synthetic

from graph.export.html import page as writer
from graph.export.html import split

pytestmark = pytest.mark.browser


@pytest.fixture
def index(read, folder, monkeypatch):
    publication = synthetic.publication(7)
    monkeypatch.setattr(split, "LARGEST_PAGE", 1000)
    monkeypatch.setattr(split, "LETTERS_PER_PART", 3)
    return read(publication, name="split")


def test_the_index_says_that_it_is_one_and_lists_the_parts(index):
    assert "3 册" in index.text("#detail .parts summary")
    assert index.find("#detail .parts a").count() == 3


def test_an_edge_of_the_index_leads_to_its_letter_in_a_part_and_back(index, folder):
    index.focus("平湖区学前教育")
    index.find("#detail .rows button").first.click()
    index.page.wait_for_selector("#detail .proof a")
    index.find("#detail .proof a").first.click()
    index.page.wait_for_selector("#sheet .letter .text")
    assert "graph-parts/" in index.page.url
    index.page.keyboard.press("Escape")
    index.page.evaluate("() => { location.hash = ''; }")
    index.page.wait_for_selector("#detail .parts a")
    index.find("#detail .parts a").click()
    index.page.wait_for_selector("body[data-letters] #detail .parts summary")
    assert index.page.url.startswith((folder / "split" / writer.FILE).as_uri())
