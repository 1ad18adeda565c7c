"""A body that is only asked does not do what is told behind it; one that acts along does."""

from __future__ import annotations

import pytest
from read_relations import told


@pytest.mark.parametrize(
    "sentence",
    [
        "商[市财政局|o]同意后设立[停车基金|f]。",
        "经商[市财政局|o]同意，设立[停车基金|f]。",
        "商[市财政局|o]同意，[我局|o|issuer]设立[停车基金|f]。",
        "报[市财政局|o]同意，[我局|o|issuer]设立[停车基金|f]。",
        "征求[市财政局|o]意见后，设立[停车基金|f]。",
        "在征求[市教育局|o]、[市财政局|o]意见的基础上，[我局|o|issuer]设立[停车基金|f]。",
        "[我局|o|issuer]书面征求[市财政局|o]意见，设立[停车基金|f]。",
        "[我局|o|issuer]听取[市财政局|o]等部门意见，设立[停车基金|f]。",
        "[我局|o|issuer]与[市财政局|o]沟通，设立[停车基金|f]。",
        "[我局|o|issuer]与[市财政局|o]协商后，设立[停车基金|f]。",
        "经与[市财政局|o]会商，设立[停车基金|f]。",
        "经与[市财政局|o]充分沟通，设立[停车基金|f]。",
        "根据[市财政局|o]意见，[我局|o|issuer]设立[停车基金|f]。",
        "[市财政局|o]反馈意见后，[我局|o|issuer]设立[停车基金|f]。",
    ],
)
def test_who_is_only_asked_did_not_do_what_follows(sentence):
    said = told(sentence)
    assert ("市财政局", "established", "停车基金") not in said
    assert {source for source, relation, _ in said if relation == "established"}


@pytest.mark.parametrize(
    "sentence",
    [
        "征求[市财政局|o]意见后，印发《[停车办法|y]》。",
        "[我局|o|issuer]与[市财政局|o]协商后，印发《[停车办法|y]》。",
        "经与[市财政局|o]会商，印发《[停车办法|y]》。",
        "经商[市财政局|o]，[我局|o|issuer]印发了《[停车办法|y]》。",
    ],
)
def test_who_is_only_asked_did_not_issue_the_paper(sentence):
    said = told(sentence)
    assert ("市财政局", "issued", "停车办法") not in said
    assert any(relation == "issued" for _, relation, _ in said)
    assert any(relation == "cooperates_with" and "市财政局" in ends for *ends, relation in map(_turned, said))


def _turned(said):
    source, relation, target = said
    return source, target, relation


@pytest.mark.parametrize(
    "sentence",
    [
        "[我局|o|issuer]会同[市财政局|o]设立[停车基金|f]。",
        "[我局|o|issuer]与[市财政局|o]协商，共同设立[停车基金|f]。",
        "[我局|o|issuer]联合[市财政局|o]设立[停车基金|f]。",
    ],
)
def test_who_acts_along_did_it_as_well(sentence):
    assert ("市财政局", "established", "停车基金") in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("[我局|o|issuer]深入实施《[停车办法|y]》。", {"issuer"}),
        ("[市财政局|o]深入实施《[停车办法|y]》。", {"市财政局"}),
        ("《[停车办法|y]》深入实施。", set()),
        ("随着《[停车办法|y]》深入实施，[停车平台|p]建成投用。", set()),
        ("[停车行动计划|y]深入实施，[停车平台|p]建成。", set()),
    ],
)
def test_a_policy_is_implemented_and_implements_nothing(sentence, who):
    assert {source for source, relation, _ in told(sentence) if relation == "implements"} == who
