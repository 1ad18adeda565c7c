"""Lists of receivers with what each is given (下达资金5亿元，其中甲市2亿元、乙市1亿元): who pays one pays all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from corpus.records import Span

from ...records import Claim
from ..lists import PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class

_PAID = "funds"


def to_every_receiver(masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence, those of payment to one of such a list also for its other members."""
    told = list(claims)
    yield from told
    paid = {(claim.source, claim.target) for claim in told if claim.relation == _PAID}
    listed = _listed(masked) if paid else {}
    for claim in told:
        others = listed.get(claim.target_span, ()) if claim.relation == _PAID and claim.target_span else ()
        for name in others:
            for node_id in name.node_ids:
                if node_id != claim.source and (claim.source, node_id) not in paid:
                    paid.add((claim.source, node_id))
                    yield msgspec.structs.replace(claim, target=node_id, target_span=name.span)


def _listed(masked: MaskedSentence) -> dict[Span, tuple[Name, ...]]:
    """By where each receiver of a list stands, all of them."""
    found: dict[Span, tuple[Name, ...]] = {}
    for match in _list_pattern().finditer(masked.text):
        names = masked.names_in(*match.span())
        found |= {name.span: names for name in names}
    return found


@cache
def _list_pattern() -> re.Pattern[str]:
    receiver = kind_class("organisation", "named_place")
    item = rf"[{receiver}][^，。；：、\d{ANY_NAME}{ANY_PLACE}]{{0,4}}[\d.]+[万亿]*元"
    return re.compile(rf"{item}(?:(?:{PLAIN_AND}|[，；]){item})+")
