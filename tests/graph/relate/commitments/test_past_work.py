"""坚持, 努力, 全力 and their like begin accounts of work done as well as promises."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def promised(marked, **options):
    return [each.what for each in commitments(masked_letter(linked(marked, **options), places.load()))]


@pytest.mark.parametrize(
    "sentence",
    [
        "面对外需不振，[市商务局|o]努力克服各种困难，完成外贸进出口总额300亿元。",
        "2023年，[市教育局|o]着力推进教育信息化建设，全市学校宽带接入率达到100%。",
        "2024年上半年，全力推进项目建设。",
        "“十三五”期间，持续实施农村饮水安全巩固提升工程。",
        "努力提升服务水平，群众满意度由85%提高到97%。",
        "全力做好防汛工作，确保了安全度汛。",
        "全力推进5G基站建设，现有基站3200个。",
        "大力实施人才强市战略，引进高层次人才56名。",
        "积极推动产教融合，与12所高校签订了合作协议。",
        "持续开展食品安全专项整治行动，查处违法案件132起。",
        "加快推进智慧停车项目建设，目前接入泊位1.2万个。",
        "二是全力攻坚克难，拆除违法建筑3万平方米。",
        "自2021年起，[市城管局|o]持续推进垃圾分类工作，形成了分类投放体系。",
        "[市卫健委|o]坚持中西医并重，建成中医馆86个。",
    ],
)
def test_an_account_with_its_outcome_or_a_time_that_is_over_promises_nothing(sentence):
    assert promised(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "全力推进5G基站建设，力争2025年底达到5000个。",
        "持续推进农贸市场改造工程，2025年底前完成改造30个。",
        "全力打造滨江绿道工程，总投资12亿元。",
        "全力推进[城南养老服务平台|p]建设，服务老人3000名。",
        "2024年，[市教育局|o]全力推进教育信息化建设。",
        "努力把[滨江中试基地|p]打造成全国一流的中试平台。",
        "加快构建供需对接平台，建设了联合体。",
    ],
)
def test_what_still_goes_on_is_promised(sentence):
    assert promised(sentence)


def test_striving_for_a_thing_is_promised_in_whole_words():
    assert promised("全力争取省级资金支持，早日启动项目建设。") == ["全力争取省级资金支持"]
    assert promised("努力争取上级支持。") == ["努力争取上级支持"]


def test_what_began_years_ago_is_told_as_done():
    assert promised("[甲海关|o]自2021年9月起实施“鲜果快验”改革，通关时间压缩一半。") == []
