"""Bodies that are only asked: 征求甲意见后印发X, 经与甲会商，设立Y. What follows is done by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.records import Span

from ...records import Claim
from ..clause_roles import any_clause_word
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence

_TOGETHER = "cooperates_with"


def without_consulted(masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence but those that a body which is only asked does what is told behind it."""
    asked: dict[Span, int] = {}
    for match in _consulted_pattern().finditer(masked.text):
        end = masked.offsets[match.end()]
        named = match["who"] or match["others"]
        asked |= {masked.names[one].span: end for one in named if one in masked.names}
    for claim in claims:
        behind = asked.get(claim.source_span) if claim.source_span else None
        target = claim.target_span
        if behind is None or claim.relation == _TOGETHER or (target and target.start < behind):
            yield claim


@cache
def _consulted_pattern() -> re.Pattern[str]:
    """征求甲、乙等部门的意见; 商甲同意; 与甲充分会商后, but not 与甲会商设立X, which both do."""
    one = f"[{ANY_NAME}{ANY_PLACE}]"
    who = rf"(?P<who>{one}(?:{AND}?{one})*)(?:等[^，。；]{{0,6}})?"
    asked = rf"{any_clause_word('consulting')}[了过]?{who}的?{any_clause_word('consulted')}"
    conferred = rf"{any_clause_word('conferring')}(?:一致|同意)?(?=后|[，。；])"
    alone = rf"(?!后?，?[^，。；：]{{0,2}}{any_clause_word('together')})"  # 与甲协商，共同打造X
    told = rf"{any_clause_word('joint')}{who}[^，。；：{ANY_NAME}]{{0,4}}?{conferred}{alone}"
    return re.compile(f"{asked}|{told.replace('?P<who>', '?P<others>')}")
