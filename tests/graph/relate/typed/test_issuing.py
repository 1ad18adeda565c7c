"""Whether a paper is out, by what its sentence tells of it."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


def statuses(marked, relation):
    claims = typed_relations(masked_letter(linked(marked), places.load()))
    return {each.status for each in claims if each.relation == relation}


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[市水利局|o]牵头起草的《[节水方案|y]》正在报批，预计年底前印发。", "planned"),
        ("[市水利局|o]起草的《[节水方案|y]》正在征求意见。", "ongoing"),
        ("[市水利局|o]制定《[节水方案|y]》，拟于2025年印发实施。", "planned"),
        ("[市水利局|o]制定的《[节水方案|y]》已经[市政府|o]常务会议审议通过，近期将印发。", "planned"),
        ("[市水利局|o]制定《[节水方案|y]》，已完成公开征求意见。", "ongoing"),
        ("[市水利局|o]制定《[节水方案|y]》，经公开征求意见后印发。", "done"),
        ("[市水利局|o]制定《[节水方案|y]》，并于2023年1月发布。", "done"),
        ("[市水利局|o]印发《[节水方案|y]》，正在起草《[节水标准|y]》，", "done|ongoing"),
        ("[市水利局|o]2018年印发的《[节水方案|y]》将于2025年启动修订。", "done"),
        ("2018年印发的《[节水方案|y]》将于2025年启动修订。", "done"),
        ("[市水利局|o]正在制定《[节水方案|y]》。", "ongoing"),
        ("[市水利局|o]组织编制了《[节水规划|y]》，已通过评审，年内印发。", "planned"),
        ("《[节水条例|y]》由[市水利局|o]牵头修订，已报[市政府|o]审定。", "ongoing"),
        ("《[节水条例|y]》由[市水利局|o]牵头修订，拟提请[市人大|o]审议。", "planned"),
        ("[市水利局|o]印发《[节水方案|y]》，将于2025年到期。", "done"),
        ("[市水利局|o]出台《[节水方案|y]》，正在征求第二批企业意见。", "done"),
    ],
)
def test_a_paper_is_out_once_it_is_told_to_be(marked, status):
    assert statuses(marked, "issued") == set(status.split("|"))


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[市水利局|o]依托[信息中心|o]建设了[取水平台|p]，服务企业3万家。", "done"),
        ("[信息中心|o]建设运行[取水平台|p]，每4小时公布一次数据。", "done"),
        ("[市水利局|o]建设[取水平台|p]。", "ongoing"),
        ("下一步，建设运行[取水平台|p]。", "planned"),
    ],
)
def test_what_was_built_or_is_run_stands(marked, status):
    assert statuses(marked, "established") == {status}
