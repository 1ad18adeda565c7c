"""Numbers that the letter does not count itself: what members ask for, how many proposals there are."""

from __future__ import annotations

import pytest
from read_figures import read
from sentences import linked

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
        "三市机场航班互通。",
        "今年两省合计招生。",
        "河道水质由劣五类好转。",
        "出境断面稳定达到三类。",
        "湖区水质稳定在二类以上。",
        "入河断面水质优于四类。",
        "库区水质为一类。",
        "断面三类水质逐年增加。",
        "断面水质由五类改善至三类。",
        "水质由劣五类改善至三类。",
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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("首批选择惠州、中山、江门三市。", ("3", "市")),
        ("工作组走遍六市。", ("6", "市")),
        ("收集三类数据。", ("3", "类")),
        ("水质自动监测站监测5类水体。", ("5", "类")),
        ("水质检测指标增加到14类。", ("14", "类")),
        ("水环境治理覆盖三类河湖。", ("3", "类")),
    ],
)
def test_how_many_are_chosen_visited_or_told_apart_is_a_figure(sentence, found):
    (figure,) = figures(masked_letter(linked(sentence), places.load())).figures
    assert (figure.value, figure.unit) == found


def test_for_how_long_a_rank_is_held_is_no_figure_and_the_time_before_holds_on():
    share, output = read("2022年，森林覆盖率达71%，连续三年居全市首位，产值50亿元。").figures
    assert (share.value, share.ranking) == ("71", "全市首位")
    assert (output.value, output.period_start) == ("50", "2022-01-01")


def test_what_somebody_wants_to_be_the_first_of_its_kind_is_no_claim_of_rank():
    assert not read("您建议打造全省首个戏曲小镇。").rankings
    assert not read("对您提出的由我区率先开展戏票互认的建议，条件尚不成熟。").rankings
    assert read("我区建成全省首个戏曲小镇。").rankings


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("根据《全国防沙条例》第三条，补助5万元。", ["5"]),
        ("《全省燃气条例》第六条已有规定。", []),
        ("全市第一项任务是防汛。", []),
        ("我市第四项举措是奖补20万元。", ["20"]),
        ("全省第二支柱产业税收为10亿元。", ["10"]),
    ],
)
def test_what_numbers_the_articles_of_a_text_or_the_items_of_a_list_is_no_rank(sentence, values):
    found = read(sentence)
    assert not found.rankings
    assert [each.value for each in found.figures] == values


def test_which_of_its_kind_a_thing_is_is_its_rank():
    (claim,) = read("该馆是全省第三支救援队的驻地。").rankings
    assert claim.rank == 3
