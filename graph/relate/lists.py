"""Regular expressions for lists: the marks before their items, and the words between their members."""

from __future__ import annotations

from corpus.numerals import ONE_TO_TEN

from .clause_roles import any_clause_word

_NUMBER = f"[{ONE_TO_TEN}]+"
TOLD_ITEM = f"{_NUMBER}(?:是|要(?![素求点件闻害]))"
"""一是…；二要…: the mark of an item within a sentence or a paragraph."""
BRACKETED = f"[（(]{_NUMBER}[)）]"
"""（一）: the mark of a section or of an item."""
CHAPTER = f"{_NUMBER}、"
"""一、: the mark of a heading, most often."""
_CIRCLED = "[①-⑳]"
YEARS = r"20\d{2}(?:[-—–~～至]20\d{2})?年"
"""2023年, 2016-2019年: behind a digit and a point they are no decimals, the digit is the mark of an item."""
_DIGITS = rf"\d+[.．、](?!\d)|\d{{1,2}}[.．、](?={YEARS})"
ITEM = rf"{TOLD_ITEM}|{_CIRCLED}|第[{ONE_TO_TEN}]，|[（(][{ONE_TO_TEN}\d]+[)）]|{_DIGITS}"
"""Any mark of an item: 一是, 第一，, （一）, (1), ①, 1. and 1、, which before a year is no date."""
WITHIN = rf"{ITEM}|(?<=[；：]){CHAPTER}(?![{ONE_TO_TEN}])"
"""The mark of an item within a sentence: 一、 behind ： or ；, too, where it is no list of numbers (；一、二期工程)."""
MARK = f"(?:{ITEM}|{CHAPTER})"
"""Any mark that a sentence may begin with."""
LOOSE_MARK = rf"(?:{MARK}|[{ONE_TO_TEN}\d]{{1,3}}[)）]|{_NUMBER}[.．])"
"""The same, with marks that are only half there: 1）, 一."""

PLAIN_AND = f"(?:、|{any_clause_word('and')})"
"""Between two members of a list, and nothing else: A与B may be A with B."""
AND = f"(?:、|{any_clause_word('and', 'beside')})"
"""Between two members of a list."""
OR = f"(?:{AND}|{any_clause_word('or')})"
"""Between two members of a list, whether both are meant or one of them."""
AMOUNT = r"[约近超逾]?[\d.]+[万亿余多]*元"
"""How much money: it may stand behind each fund of a list (甲资金1800万元、乙资金1860万元)."""
