"""Which claims of a sentence are left out, since another claim of it says the same and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ontology.relation_patterns import precedence

from ...records import Claim
from ..records import LEARNED

_TYPED = "typed:"
_HELPED_TO_LEAD = "typed:lead-helped"
_RELYING_POLICY = "typed:rely-policy"
_AROUND = frozenset({"typed:est-core", "typed:est-core-too"})
_HOSTING = "typed:host-set"
_PLACING = frozenset({"typed:located-set"})
_PASSIVELY_ISSUED = "typed:issue-passive"
_PASSED = "typed:issue-meetings"
_DRAFTING = frozenset({"typed:est-drafted", "typed:est-drafted-by", "typed:est-drafted-with"})
_HELPED_UP = "typed:designated-help-create"
_LEADING = frozenset({"typed:lead", "typed:lead-relative", "typed:lead-actor", "typed:lead-take-in"})
_JOINTLY_LED = frozenset({"typed:est-led-by", "typed:est-led-with", "typed:est-led-all"})
_PAID_FROM = frozenset({"typed:fund-then-for", "typed:fund-pool-for"})
_WHERE_FOLLOWED = "typed:implement-in-places"
_FOLLOWING = frozenset({"typed:implement", "typed:implement-accord", "typed:implement-issued"})
_HOSTED = "typed:host-gathers"
_JOINED = "typed:coop-with"


def is_superfluous(kept: Mapping[tuple[str, str, str], Claim], claim: Claim) -> bool:
    """Return whether another claim of the sentence says the same and more, or better, so that this one is left out.

    `kept` are the claims of the sentence by relation and ends.

    Who leads a policy (牵头实施) also implements it; who joins in founding an alliance is its member; what
    is awarded (获批建设X示范区) is neither founded nor placed; 在A设立B says where, not who; 依托A开展B on what.
    """
    ends = (claim.source, claim.target)
    leading = kept.get(("leads", *ends))
    if leading and (claim.relation == "implements" or _is_only_led(leading, claim)):
        return True
    if claim.relation == "implements" and any(
        other.rule == _RELYING_POLICY and other.source == claim.target for other in kept.values()
    ):
        return True
    if claim.relation == "established":
        joined = kept.get(("member_of", *ends))
        if joined is not None and joined.rule == "typed:member-joint":
            return True
        if claim.source_span is None and any(_tells(other, claim.target) for other in kept.values()):
            return True
    if any(_tells_better(other, claim) for other in kept.values()):
        return True
    thing = claim.source if claim.relation == "located_in" else claim.target
    awarded = any(other.relation == "designated_as" and other.target == thing for other in kept.values())
    return awarded and claim.relation in {"established", "located_in"}


def without_left_out(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims but guesses of what was left out on purpose.

    Who is helped to lead the making of a thing (支持A牵头创建B) has not made it, who pays out of a fund does not pay,
    and who made what was listed as a pilot is not listed.
    """
    told = list(claims)
    return [one for one in told if one.rule != LEARNED or not any(_left_it_out(other, one) for other in told)]


def _left_it_out(other: Claim, guess: Claim) -> bool:
    if other.target != guess.target:
        return False
    helped = other.rule == _HELPED_TO_LEAD and other.source == guess.source
    if guess.relation == other.relation == "designated_as" and other.rule != LEARNED:
        return True
    return (helped and guess.relation == "established") or _whose_money_it_is(other, guess)


def _tells_better(other: Claim, claim: Claim) -> bool:
    """Whether another claim names what this one only understands, or takes from an earlier clause."""
    return other is not claim and any(better(other, claim) for better in _BETTER)


def _goes_before(other: Claim, claim: Claim) -> bool:
    """What the pattern of another claim says better (relation_precedence.tsv)."""
    ends = precedence().get((other.rule.removeprefix(_TYPED), claim.rule.removeprefix(_TYPED)))
    return (
        ends is not None
        and other.target == claim.target
        and (ends == "target" or other.source == claim.source)
    )


def _where_it_stands(other: Claim, claim: Claim) -> bool:
    """Where something stands is not also the place of the letter."""
    understood = claim.target_span is None and other.target_span is not None
    return claim.relation == other.relation == "located_in" and other.source == claim.source and understood


def _who_issued_it(other: Claim, claim: Claim) -> bool:
    """What an assembly passed was not issued by the writer."""
    understood = claim.source_span is None and other.source_span is not None
    named = other.relation == "issued" and other.target == claim.target
    return (claim.rule == _PASSIVELY_ISSUED or other.rule == _PASSED) and named and understood


def _who_drafted_it(other: Claim, claim: Claim) -> bool:
    """Who drafts a standard that another body issues did not issue it."""
    ends = other.source == claim.source and other.target == claim.target
    return claim.relation == "issued" and other.rule in _DRAFTING and ends


def _what_it_became(other: Claim, claim: Claim) -> bool:
    """What is merged into a body, or counted among the awarded, is no part of it."""
    ends = other.source == claim.source and other.target == claim.target
    return claim.relation == "part_of" and other.relation in {"succeeded_by", "designated_as"} and ends


def _whose_money_it_is(other: Claim, claim: Claim) -> bool:
    """What a fund pays for is not paid by who set it up or uses it (从F中安排1亿元，支持B), nor by who is meant."""
    paid = claim.relation in {"funds", "supports", "invests_in"} and other.source != claim.source
    if other.target != claim.target or not paid:
        return False
    understood = claim.relation == other.relation != "supports" and claim.source_span is None
    return other.rule in _PAID_FROM or (understood and other.source_span is not None)


def _who_follows_it(other: Claim, claim: Claim) -> bool:
    """What a named body carries out (为落实Y，A印发Z) is not also carried out by somebody understood."""
    understood = claim.source_span is None and other.source_span is not None
    same = other.relation == "implements" and other.target == claim.target and other.rule != _WHERE_FOLLOWED
    return claim.rule in _FOLLOWING and same and understood


def _who_joined_in_it(other: Claim, claim: Claim) -> bool:
    """A thing does not act with those who founded it (X由A牵头，联合B组建)."""
    ends = other.source == claim.target and other.target == claim.source
    return claim.rule == _JOINED and other.relation == "established" and ends


def _what_it_may_become(other: Claim, claim: Claim) -> bool:
    """What is helped to rise to a rank (支持X升级为Y) is designated, and goes on being itself."""
    ends = other.source == claim.source and other.target == claim.target
    return claim.relation == "succeeded_by" and other.rule == _HELPED_UP and ends


def _what_it_gathers(other: Claim, claim: Claim) -> bool:
    """The platforms that a zone gathers are hosted by it: neither parts of it, nor only placed in it."""
    ends = other.source == claim.target and other.target == claim.source
    return other.rule == _HOSTED and claim.relation in {"located_in", "part_of"} and ends


_BETTER: Sequence[Callable[[Claim, Claim], bool]] = (
    _goes_before,
    _where_it_stands,
    _who_issued_it,
    _who_drafted_it,
    _what_it_became,
    _whose_money_it_is,
    _who_joined_in_it,
    _what_it_may_become,
    _who_follows_it,
    _what_it_gathers,
)


def _is_only_led(leading: Claim, claim: Claim) -> bool:
    """Whether the founder of a thing only leads it: 由A牵头，成立B, other than A牵头成立B, 由A牵头，联合C共同建设."""
    return claim.relation == "established" and leading.rule not in _LEADING and claim.rule not in _JOINTLY_LED


def _tells(claim: Claim, thing: str) -> bool:
    """Whether a claim says where or around whom a thing was founded: then no founder is understood."""
    if claim.rule == _HOSTING:
        return claim.target == thing
    if claim.rule in _PLACING:
        return claim.source == thing
    return claim.rule in _AROUND and claim.target == thing
