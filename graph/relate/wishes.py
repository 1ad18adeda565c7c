"""Whether what follows is asked for by others, told by the words before it: 您建议，设立X; 关于“设立X”."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import clause_words

from .clause_roles import any_clause_word
from .masking import ANY_NAME, ANY_PLACE


def is_behind_wish(text: str, part: int, position: int) -> bool:
    """Return whether what precedes in the part of a sentence says no more than who wishes: 您建议，设立X，建设Y.

    Up to a clause with a subject, or one that begins the answer (…，目前X已建成).
    """
    wishes = [found.end() for found in _wish_pattern().finditer(text, part, position)]
    return bool(wishes) and not own_clause().search(text, wishes[-1], position)


def is_topic(text: str, position: int) -> bool:
    """Return whether `position` stands in a quotation that only says what is answered: 针对“建设X”的问题."""
    opened = open_quote(text, position)
    return opened > 0 and text.endswith(clause_words()["topic"], 0, opened)


def open_quote(text: str, position: int) -> int:
    """Return where the quotation begins that is still open at `position`, or -1."""
    opened = text.rfind("“", 0, position)
    return -1 if opened >= 0 and text.find("”", opened, position) >= 0 else opened


@cache
def _wish_pattern() -> re.Pattern[str]:
    heeded = "".join(f"(?<!{re.escape(word)})" for word in clause_words()["heeding"])
    return re.compile(f"{heeded}{any_clause_word('wished')}[，：]")


@cache
def own_clause() -> re.Pattern[str]:
    """Return the pattern of what ends a wish: a clause with a subject, or one that begins the answer to it."""
    return re.compile(rf"[，：](?=[{ANY_NAME}{ANY_PLACE}]|{any_clause_word('replied')})")
