"""Refusals that answer a sentence before them, and refusals that only describe."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def outcomes(marked, **options):
    found = commitments(masked_letter(linked(marked, **options), places.load()))
    return [(each.status, each.outcome) for each in found]


@pytest.mark.parametrize(
    "asked",
    [
        "（一）关于再建一所公办高中的建议。",
        "关于把废弃粮库改成养老院的建议。",
        "您建议由市里统一购买校车。",
        "能不能取消码头的停泊费？",
    ],
)
@pytest.mark.parametrize(
    "answer",
    ["选址触碰河道红线，无法落地。", "眼下行不通。", "本届任期内不安排新建项目。", "因标准未定，暂缓办理。"],
)
def test_what_answers_a_request_of_the_sentence_before_is_refused(asked, answer):
    assert outcomes(asked + answer) == [("done", "refused")]


@pytest.mark.parametrize(
    "text",
    [
        "单靠一家医院难以解决。",
        "两处景区暂未能入榜。",
        "现有助浴点尚不能满足需求。",
        "短期内难以看到财务回报。",
        "该品牌此前申报过，未获通过。",
        "实验室的收费标准尚未核定，暂时没有对外开放。",
    ],
)
def test_what_nobody_asked_for_is_described_and_not_refused(text):
    assert outcomes(text) == []


def test_a_heading_on_the_state_of_things_asks_for_nothing():
    assert outcomes("（一）关于停车难的问题。单靠一个部门难以解决。") == []


def test_an_answer_begins_soon_behind_the_request():
    text = "（一）关于增设公交站的建议。该路段宽八米。沿线有三个小区。不能停靠大车。"
    assert outcomes(text) == []


def test_a_refusal_may_announce_its_reasons():
    assert outcomes("您提出改建水库的设想，经研究难以照办：水库归省里管，手续复杂。") == [("done", "refused")]
