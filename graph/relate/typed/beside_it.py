"""What is done with something beside a paper, not with the paper: 开展X绩效评价, 修订《Y》有关配套文件."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ontology.clause_words import ClauseRole

from ...records import Claim
from ..clause_roles import any_clause_word
from ..masking import MaskedSentence

_BESIDE: Mapping[str, ClauseRole] = {"implements": "assessing", "issued": "attached_paper"}
"""By relation, what stands right behind a paper where the verb means that instead."""


def without_beside(masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence but those whose verb means what stands right behind the paper."""
    for claim in claims:
        role = _BESIDE.get(claim.relation)
        if (
            role is None
            or claim.target_span is None
            or not _stands_behind(masked, claim.target_span.end, role)
        ):
            yield claim


def _stands_behind(masked: MaskedSentence, end: int, role: ClauseRole) -> bool:
    return bool(_behind(role).match(masked.text, bisect_left(masked.offsets, end)))


@cache
def _behind(role: ClauseRole) -> re.Pattern[str]:
    """中期绩效评价, 》的有关配套文件."""
    return re.compile(rf"[》”]?的?(?:{any_clause_word('about_paper')})?{any_clause_word(role)}")
