"""Expressions for who may act: one name or a list of them, and who is charged with a task by such."""

from __future__ import annotations

import re
from functools import cache

from ..clause_roles import any_clause_word
from ..lists import OR, PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, kind_class

ACTING = kind_class("organisation", "platform", "fund", "place")
_ITEM = rf"[{ACTING}](?:[（(][^）)]*[）)])?"
_OWNING = any_clause_word("owning")
"""Words between a body and what belongs to it (A旗下的B): in lists the owner is left out (`masking`)."""
LIST = rf"{_ITEM}(?:(?:{OR}|{_OWNING})?{_ITEM})*"
SUBJECTS = rf"{_ITEM}(?:(?:{PLAIN_AND}|{_OWNING})?{_ITEM})*"
_NAMES = ANY_NAME + ANY_PLACE


@cache
def charged() -> re.Pattern[str]:
    """(甲)责成乙牵头: whoever acts behind such a clause (会同丙提出意见), it is who was charged with it."""
    between = rf"[^，。；：{_NAMES}]{{0,4}}"
    work = rf"{any_clause_word('leading')}[^，。；：的{_NAMES}]{{0,4}}"
    return re.compile(rf"{any_clause_word('charging')}(?P<names>{SUBJECTS}){between}{work}\Z")
