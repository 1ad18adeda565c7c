"""How a sentence of a letter is cited: GB/T 7714-2015, as the page does (graph/export/html/script/citation.js)."""

from __future__ import annotations

import re

from ..tables.graph_tables import LetterRow

UNSIGNED, UNDATED = "未署名", "日期不详"
_QUOTED = re.compile("‘([^‘’]*)’|[“”]")


def letter_citation(letter: LetterRow) -> str:
    """Return 责任者. 题名: 文号[Z]. 日期. — [EB/OL] with date and address where the letter was read from the web."""
    who = letter.department or UNSIGNED
    title = letter.title or next(iter(letter.proposal_titles), "") or letter.letter_id
    number = f": {letter.document_number}" if letter.document_number else ""
    date = letter.reply_date or UNDATED
    if letter.source_url:
        return f"{who}. {title}{number}[EB/OL]. ({date}). {letter.source_url}."
    return f"{who}. {title}{number}[Z]. {date}."


def quote_citation(letter: LetterRow, quote: str, start: int, end: int) -> str:
    """Return a quoted sentence with its letter and where it stands (characters of letters/<letter_id>.txt)."""
    return f"{letter_citation(letter)}“{_within(' '.join(quote.split()))}”（第{start}–{end}字）"


def _within(quote: str) -> str:
    """Within “ ” quotation marks are ‘ ’, and the other way round (GB/T 15834-2011); a single ’ is an apostrophe."""
    return _QUOTED.sub(_turned, quote)


def _turned(found: re.Match[str]) -> str:
    if found[1] is None:
        return "‘" if found[0] == "“" else "’"
    return f"“{_within(found[1])}”"
