"""Numbers that the letter does not count itself: what members ask for, how many proposals there are."""

from __future__ import annotations

import pytest
from sentences import linked
from test_figures import read

from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places


@pytest.mark.parametrize(
    "sentence",
    [
        "您建议对监测员每人每月给予800元补助。",
        "您建议设立专项资金，每年安排3000万元。",
        "关于“设立100亿元省级航空产业母基金”",
        "（三）关于设立100亿元母基金。",
        "关于将补助标准提高到每亩3000元的建议。",
        "您提出的“将保障性住房学位增加500个，并新建学校3所”。",
        "针对您建议中“每年安排10亿元用于危桥改造和养护”的内容。",
        "您建议为了稳定队伍，对教师给予3000元补助。",
        "委员建议将报销比例提高到80%。",
        "您提出，希望国家每年投入2000亿元。",
        "建议市财政每年安排500万元。",
        "两件提案内容相近，一并答复。",
        "您提出的三条建议，我们逐条研究。",
        "云南、贵州两省共同编制规划。",
    ],
)
def test_what_is_asked_for_is_no_figure(sentence):
    assert not read(sentence).figures


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("您建议扩大试点，我局2024年已安排资金3亿元。", ["3"]),
        ("您建议增加学位。我区2024年新增学位500个。", ["500"]),
        ("关于提高标准的建议，我厅安排资金2亿元予以支持。", ["2"]),
        ("您提到的12处积水点已整治9处。", ["12", "9"]),
        ("2023年共办理提案120件，办结率100%。", ["120", "100"]),
        ("采纳建议23条。", ["23"]),
        ("办理提案80件、建议120件。", ["80", "120"]),
        ("新建公办小学2所、希望小学3所。", ["2", "3"]),
        ("建议办结率100%。", ["100"]),
        ("全省已有5市启动试点。", ["5"]),
    ],
)
def test_what_the_letter_tells_itself_is_a_figure(sentence, values):
    assert [each.value for each in read(sentence).figures] == values


def test_how_many_places_are_chosen_is_a_figure():
    found = figures(masked_letter(linked("首批选择惠州、中山、江门三市。"), places.load())).figures
    assert [(each.value, each.unit) for each in found] == [("3", "市")]
