"""Two documents with one title: the one in force and the one before it, told apart by the words around them."""

from __future__ import annotations

import re
from functools import cache

from ontology.edition_words import edition_words
from ontology.tsv import any_word

_REACH = 40
"""How much of the text before a title may say that it is another one's successor."""
_OPENING = "《"


def are_two(text: str, first: tuple[int, bool], second: tuple[int, int, bool]) -> bool:
    """Return whether the words around a title say that it is another document than the one named before.

    `first` is where that one's title ends and whether a year or edition stands behind it; `second` where the title
    begins and ends, and the same of it. Titles with and without such a remark are one document otherwise.
    """
    start, end, remarked = second
    if remarked == first[1]:
        return False
    between = re.split("[。\n]", text[max(first[0], start - _REACH) : start])[-1]
    before = between.removesuffix(_OPENING)
    words = edition_words()
    if _replaces().search(before) or before.endswith(words["former"]):
        return True
    if remarked:
        return any(word in between for word in words["ended"])
    return _repealed().match(text, end) is not None


def is_revision(title: str, remark: str) -> bool:
    """Return whether the brackets behind a title say that it is a later edition of the one without: （2023年修订）.

    A statute (…条例, …法) stays one document through all its revisions.
    """
    words = edition_words()
    statute = title.endswith(words["statute"]) and not title.endswith(words["no_statute"])
    return any(word in remark for word in words["revised"]) and not statute


def points_back(text: str, start: int) -> bool:
    """Return whether the words right before a bare 意见 or 办法 point to the document named last (上述意见)."""
    before = start - 1 if text.startswith(_OPENING, start - 1) else start
    return text.endswith(edition_words()["pointing"], 0, before)


@cache
def _replaces() -> re.Pattern[str]:
    """Words for taking another's place, in the clause of the title that they lead to: 取代2019年印发的."""
    return re.compile(rf"{any_word(edition_words()['replaces'])}[^，。；]{{0,16}}$")


@cache
def _repealed() -> re.Pattern[str]:
    """Words of repeal behind a title, in its own clause: 《办法》自该日起废止."""
    return re.compile(rf"》?[^，。；《\n]{{0,12}}?{any_word(edition_words()['repealed'])}")
