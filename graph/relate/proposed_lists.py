"""Lists of measures that the writer puts forward: 对此，我局提出两条措施：一是…, 为此，我委制定如下对策：.

What was done is no such list (主要采取了以下措施：), nor what was put forward before (去年提出三项措施：).
"""

from __future__ import annotations

import re
from functools import cache

from corpus.numerals import ONE_TO_TEN

from .clause_roles import any_clause_word, clause_pattern


def proposing_cue(text: str) -> str:
    """Return the verb by which the writer puts a list forward in a sentence's text, an empty string without one."""
    if "：" not in text:
        return ""
    found = _proposed_pattern().search(text)
    if found is None or clause_pattern("past").search(text, 0, found.end()):
        return ""
    return found["verb"]


@cache
def _proposed_pattern() -> re.Pattern[str]:
    """我局认真研究提出以下三条措施：, 对此，市交通局制定如下办法：, 针对这些问题，提出两点对策：."""
    leads = rf"(?:{any_clause_word('lead')}，?)*"
    ground = rf"(?:{any_clause_word('in_answer')})[^，。；：]{{0,24}}，"
    own = rf"(?:{any_clause_word('self')}|我[^，。；：]{{1,3}}?|本[^，。；：]{{1,2}}?)"
    other = rf"(?!{any_clause_word('asker')})[^，。；：（）《]{{1,12}}?{any_clause_word('proposing_body')}"
    how = rf"(?:{any_clause_word('adverb', 'putting_how')})*"
    several = rf"(?:以下|如下|下列|[{ONE_TO_TEN}两几\d]+)[{ONE_TO_TEN}几两\d]*[个项条点方]?面?的?"
    return re.compile(
        rf"(?:^|(?<=[。；])){leads}(?:{own}|{ground}(?:{own}|{other})?){how}"
        rf"(?P<verb>{any_clause_word('putting_forward')})(?![了过])"
        rf"{several}[^，。；：]{{0,6}}?{any_clause_word('announced')}："
    )
