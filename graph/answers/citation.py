"""How a sentence of a letter is cited: GB/T 7714-2015, as the page does (graph/export/html/script/citation.js)."""

from __future__ import annotations

from ..tables.graph_tables import LetterRow

UNSIGNED, UNDATED = "未署名", "日期不详"


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
    return f"{letter_citation(letter)}“{' '.join(quote.split())}”（第{start}–{end}字）"
