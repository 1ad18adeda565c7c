"""How a proposal was handled (本提案由我厅主办，乙会办; 经综合乙的意见，现答复如下): by the office, not the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ...records import Claim, LinkedLetter
from ..clause_roles import holds_word
from ..masking import MaskedSentence
from ..records import LEARNED

_TOGETHER = "cooperates_with"
_PLACE = "place/"


def by_office(linked: LinkedLetter, masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence; of one that tells how the proposal was handled, with the issuer as who acts.

    Who was asked is a body: a place beside it only begins its name (长沙、株洲市政府). Each pair is told once.
    """
    if not (linked.place and holds_word("replying", masked.text, 0, len(masked.text))):
        yield from claims
        return
    told: set[frozenset[str]] = set()
    found = list(claims)
    bodies = any(each.relation == _TOGETHER and not _is_place(each.target) for each in found)
    own = {linked.place, linked.issuer}
    asked = any(each.relation == _TOGETHER and own & {each.source, each.target} for each in found)
    for claim in found:
        if claim.relation != _TOGETHER:
            yield claim
            continue
        if asked and not own & {claim.source, claim.target}:
            continue  # 经与甲、乙共同研究: both were asked by the writer
        one = _of_office(linked, claim)
        pair = frozenset((one.source, one.target))
        begun = _is_place(one.target) and (bodies or one.rule == LEARNED)
        if len(pair) > 1 and pair not in told and not begun:
            told.add(pair)
            yield one


def _is_place(node_id: str) -> bool:
    return node_id.startswith(_PLACE)


def _of_office(linked: LinkedLetter, claim: Claim) -> Claim:
    """Return the claim with the issuer for the place where that is only understood to act."""
    understood = claim.source_span is None and claim.source in {linked.place, linked.issuer}
    return msgspec.structs.replace(claim, source=linked.issuer) if understood and linked.issuer else claim
