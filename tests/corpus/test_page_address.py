"""Addresses of pages: http and https alone, no contact data; what a page keeps for those who call is not read."""

import pytest
from reply_letters import SIGNATURE, letter, reply

from corpus import read_facts
from corpus.page_address import is_page_address, shown_address

ADDRESS = "https://sw.example.gov.cn/art/2023/6/30/art_1.html"


def page(head="", foot=""):
    """Return a web page that holds a letter."""
    text = "".join(f"<p>{line}</p>" for line in reply().split("\n"))
    return f"<html><head>{head}</head><body><div>{text}</div>{foot}</body></html>"


@pytest.mark.parametrize(
    "query",
    [
        "?tel=65220157&name=王建华",
        "?id=3&phone=13907550157",
        "?m=wang@example.cn",
        "#0755-83800157",
        "?u=王建华",
    ],
)
def test_a_query_with_contact_data_goes(query):
    assert shown_address(ADDRESS + query) == ADDRESS


@pytest.mark.parametrize(
    "query", ["", "?id=83800157", "?columnId=202306301234567&page=2", "?q=%E6%8F%90%E6%A1%88"]
)
def test_a_query_that_finds_the_page_stays(query):
    assert shown_address(ADDRESS + query) == ADDRESS + query


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "data:text/html,x", "file:///C:/x.html", " JavaScript:x"]
)
def test_what_is_no_address_of_a_page_is_left_out_and_told(value):
    assert not is_page_address(value)
    read = letter(page(f'<link rel="canonical" href="{value}">'), source="a.html")
    assert read.header.source_url is None
    assert "odd_address" in {issue.code for issue in read.issues}
    assert value.strip() not in repr(read)


@pytest.mark.parametrize("value", [ADDRESS, "www.example.gov.cn/art/1", "/art/1.html"])
def test_an_address_of_a_page_is_taken(value):
    read = letter(page(f'<link rel="canonical" href="{value}?tel=65220157">'), source="a.html")
    assert read.header.source_url.value == value
    assert "odd_address" not in {issue.code for issue in read.issues}


def test_an_element_for_addresses_is_not_read_unless_it_signs():
    read = letter(page(foot="<address>邹珂然<br>市政大楼502室</address>"), source="a.html")
    assert "邹珂然" not in read.text
    assert "502" not in read.text
    text = "".join(f"<p>{line}</p>" for line in reply(signature=()).split("\n"))
    signed = f"<html><body>{text}<address>{'<br>'.join(SIGNATURE)}</address></body></html>"
    assert letter(signed, source="a.html").header.department.value == SIGNATURE[0]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("contact_unit", "节水科 邹珂然", "no office"),
        ("contact_unit", "节水科65220157", "no office"),
        ("contact_unit", "邹珂然", "no office"),
        ("source_url", "javascript:alert(1)", "no address"),
        ("source_url", ADDRESS + "?tel=65220157&name=邹珂然", "contact data"),
    ],
)
def test_facts_that_hold_contact_data_are_refused_without_repeating_them(tmp_path, field, value, told):
    path = tmp_path / "facts.csv"
    path.write_text(f"source,field,value,evidence,by\na.txt,{field},{value},x,me\n", encoding="utf-8")
    book = read_facts(path)
    assert not book.rows
    (issue,) = book.issues
    assert (issue.code, told in issue.message) == ("fact_not_applied", True)
    assert value not in repr(issue)


@pytest.mark.parametrize(("field", "value"), [("contact_unit", "市水务局节水科"), ("source_url", ADDRESS)])
def test_facts_without_contact_data_are_taken(tmp_path, field, value):
    path = tmp_path / "facts.csv"
    path.write_text(f"source,field,value,evidence,by\na.txt,{field},{value},x,me\n", encoding="utf-8")
    assert [fact.value for _, fact in read_facts(path).of("a.txt")] == [value]
