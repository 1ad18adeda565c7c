"""What became of a thing: to which name a succession leads, and when it is only wanted."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


def succeeded(marked):
    claims = typed_relations(masked_letter(linked(marked), places.load()))
    return [(each.source, each.target, each.status) for each in claims if each.relation == "succeeded_by"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("[甲园区|p]升级为[乙示范区|p]。", "done"),
        ("[甲园区|p]已升级为[乙示范区|p]，", "done"),
        ("在市里支持下[甲园区|p]升级为[乙示范区|p]。", "done"),
    ],
)
def test_what_rose_to_a_rank_is_told(sentence, status):
    assert succeeded(sentence) == [("甲园区", "乙示范区", status)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("支持[甲园区|p]升级为[乙产业园|p]。", "planned"),
        ("争取[甲园区|p]升级为[乙产业园|p]。", "planned"),
        ("推动[甲园区|p]升级为[乙产业园|p]。", "ongoing"),
    ],
)
def test_what_is_only_wanted_is_not_told_as_done(sentence, status):
    assert succeeded(sentence) == [("甲园区", "乙产业园", status)]


@pytest.mark.parametrize("urged", ["支持", "争取", "推动"])
def test_what_is_helped_to_a_rank_goes_on_being_itself(urged):
    assert succeeded(f"{urged}[甲园区|p]升级为[乙示范区|p]。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲市场|p]升级为[乙部|o]定点市场。",
        "支持[甲局|o]更名为[乙局|o]示范基地。",
        "[甲中心|o]更名为[乙中心|o]示范区。",
    ],
)
def test_a_name_that_goes_on_behind_it_is_no_successor(sentence):
    assert succeeded(sentence) == []


@pytest.mark.parametrize("end", ["。", "，并挂牌。", "后，职能不变。", "（加挂牌子）。"])
def test_a_name_that_ends_is_one(end):
    assert succeeded(f"[甲中心|o]更名为[乙中心|o]{end}") == [("甲中心", "乙中心", "done")]


def test_a_body_does_not_turn_into_a_platform_unless_it_is_said_what_that_came_from():
    assert succeeded("[甲中心|o]升级为[乙平台|p]。") == []
    assert succeeded("[甲园区|p]的前身是[乙农场|o]。") == [("乙农场", "甲园区", "done")]


@pytest.mark.parametrize("now", ["现", "现为", "现更名为", "今"])
def test_the_name_that_a_body_bears_now_may_stand_in_brackets(now):
    assert succeeded(f"原[甲委|o]（{now}[乙局|o]）支持。") == [("甲委", "乙局", "done")]


def test_who_stands_in_brackets_with_a_role_is_no_successor():
    assert succeeded("原[甲委|o]（现由[乙局|o]代管）支持。") == []


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("《[甲方案|y]》已起草完成，接续此前实施的《[旧方案|y]》。", "甲方案"),
        ("我局印发《[甲办法|y]》，取代《[旧方案|y]》。", "甲办法"),
        ("《[甲条例|y]》于今年1月施行，替代2010年的《[旧方案|y]》。", "甲条例"),
        ("《[旧方案|y]》执行至《[甲条例|y]》施行之日。", "甲条例"),
        ("《[旧方案|y]》沿用至《[甲条例|y]》正式出台时。", "甲条例"),
        ("《[旧方案|y]》已到期失效，由《[甲细则|y]》接替。", "甲细则"),
    ],
)
def test_a_document_is_followed_by_the_one_that_replaces_it(sentence, new):
    assert ("旧方案", new) in [found[:2] for found in succeeded(sentence)]


def test_several_that_take_several_names_take_them_one_by_one():
    renamed = succeeded("[甲中学|o]和[乙中学|o]去年更名为[丙中学|o]和[丁中学|o]。")
    assert {one[:2] for one in renamed} == {("甲中学", "丙中学"), ("乙中学", "丁中学")}
    joined = succeeded("[甲站|p]、[乙站|p]合并为[丙站|p]。")
    assert {one[:2] for one in joined} == {("甲站", "丙站"), ("乙站", "丙站")}
