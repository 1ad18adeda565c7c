"""How a proposal was handled (本提案由我厅主办，乙会办; 经综合乙的意见，现答复如下): by the office, not the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ...records import Claim, LinkedLetter
from ..clause_roles import holds_word
from ..masking import MaskedSentence

_TOGETHER = "cooperates_with"
_GUESS = "typed:learned"


def by_office(linked: LinkedLetter, masked: MaskedSentence, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence; of one that tells how the proposal was handled, with the issuer as who acts.

    A guess does not tie the office to a place: who was asked is a body of it. Each pair is told once.
    """
    if not (linked.place and holds_word("replying", masked.text, 0, len(masked.text))):
        yield from claims
        return
    told: set[frozenset[str]] = set()
    for claim in claims:
        if claim.relation != _TOGETHER:
            yield claim
            continue
        ends = {claim.source, claim.target}
        if claim.rule == _GUESS and any(each.startswith("place/") and each != linked.place for each in ends):
            continue
        one = _of_office(linked, claim)
        pair = frozenset((one.source, one.target))
        if len(pair) > 1 and pair not in told:
            told.add(pair)
            yield one


def _of_office(linked: LinkedLetter, claim: Claim) -> Claim:
    """Return the claim with the issuer for the place where that is only understood to act."""
    understood = claim.source_span is None and claim.source == linked.place
    return msgspec.structs.replace(claim, source=linked.issuer) if understood and linked.issuer else claim
