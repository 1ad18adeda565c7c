"""What a sentence of a later letter says of a promise without a name."""

from __future__ import annotations

import pytest
from changed import replace
from promises import promise

from graph.threads.clauses.readings import read_alone, read_sentence
from graph.threads.clauses.topics import topic_of


def told(what, sentence, *, due="2024", before=""):
    quote = before + what + "。"
    row = promise("a", "planned", what=what, objects=(), cue="", date="2024-05-10")
    row = replace(row, due=due, quote=quote, start=0, clause_start=len(before), clause_end=len(before + what))
    found = read_sentence(topic_of(row, ""), sentence, "2025-06-12")
    return found[0].verdict if found else None


ROAD = "年底前完成香山路人行道翻修"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("香山路人行道翻修已完成，市民出行更方便。", "done"),
        ("香山路人行道的翻修已于去年11月全部完工。", "done"),
        ("我局已完成香山路人行道翻修。", "done"),
        ("香山路人行道翻修工程已通过竣工验收。", "done"),
        ("香山路人行道翻修正在进行。", "ongoing"),
        ("香山路人行道翻修已完成80%。", "ongoing"),
        ("香山路人行道翻修已基本完成。", "ongoing"),
        ("香山路人行道翻修尚未完成。", "undone"),
        ("香山路人行道翻修因管线迁改滞后，未能如期完工。", "undone"),
        ("香山路人行道翻修因居民反对，不再实施。", "dropped"),
        ("香山路人行道翻修方案已完成。", "mentioned"),
        ("香山路人行道翻修资金已全部到位。", "mentioned"),
        ("去年答复您年底前完成香山路人行道翻修。", "mentioned"),
        ("您提出的香山路人行道翻修问题，我们已现场查看。", "mentioned"),
        ("香山路人行道翻修完成后，将增设座椅。", "mentioned"),
        ("我局将完成香山路人行道翻修。", "planned"),
        ("香山路人行道翻修的完成，方便了群众。", "mentioned"),
        ("香山路人行道翻修一期已完成。", "ongoing"),
        ("香山路人行道翻修去年没能完成，今年5月已完工。", "done"),
        ("东香山路人行道翻修已完成。", None),
        ("香山北路人行道翻修已完成。", None),
        ("香山路车行道翻修已完成。", None),
        ("香山路人行道翻修二期已完成。", None),
        ("2023年，香山路人行道翻修已完成。", None),
        ("香山路人行道翻修已于2023年完成。", None),
    ],
)
def test_a_sentence_tells_what_became_of_a_promise_only_in_known_words(sentence, verdict):
    assert told(ROAD, sentence) == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("26路公交线路已于去年8月开通。", "done"),
        ("126路公交线路已于去年8月开通。", None),
        ("2路公交线路已于去年8月开通。", None),
    ],
)
def test_the_number_of_a_line_is_that_of_the_promise(sentence, verdict):
    assert told("9月底前开通26路公交线路", sentence) == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("去年38个老旧小区改造已于12月20日全部完工。", "done"),
        ("38个老旧小区改造已全部完成。", "done"),
        ("今年38个老旧小区改造已全部完成。", None),
        ("42个老旧小区改造已全部完成。", None),
        ("老旧小区改造已完成。", "mentioned"),
        ("老旧小区改造由38个调整为20个，已全部完成。", "mentioned"),
        ("38个老旧小区改造的任务只完成了30个。", "undone"),
        ("38个老旧小区改造的目标已顺延到今年。", "undone"),
        ("38个老旧小区改造的目标没有完成。", "undone"),
        ("原计划改造老旧小区38个，因居民意见不一没有实施。", "undone"),
        ("去年承诺改造老旧小区38个，目前还差9个。", "undone"),
        ("原定的38个老旧小区改造改为局部维修，不再实施。", "dropped"),
    ],
)
def test_a_number_of_things_is_that_of_the_promise_and_of_its_year(sentence, verdict):
    assert told("年底前完成38个老旧小区改造", sentence) == verdict


def test_a_character_of_time_within_a_name_is_a_part_of_the_name():
    assert told("9月底前启用城西公交首末站", "城西公交首末站去年9月20日启用。") == "done"
    assert told("9月底前建成城西中医院门诊楼", "城西中医院门诊楼已建成投用。") == "done"


def test_what_is_made_longer_is_so_where_the_same_value_is_told():
    assert told("把公园夜间开放时间延长到22时", "公园夜间开放时间已延长到22时。") == "done"
    assert told("把公园夜间开放时间延长到22时", "公园夜间开放时间已延长到21时。") == "mentioned"


def test_a_beginning_keeps_only_the_promise_of_a_beginning():
    assert told("年底前建成沙溪河步行桥", "沙溪河步行桥已开工建设。") == "ongoing"
    assert told("年底前开工建设沙溪河步行桥", "沙溪河步行桥已开工建设。") == "done"
    assert told("年底前建成沙溪河步行桥", "沙溪河步行桥去年没有开工。") == "undone"


def test_a_subject_of_an_earlier_clause_is_what_a_later_letter_tells_of():
    before = "阳光小学北校区于2023年10月动工，"
    sentence = "阳光小学北校区因管线迁改，没能赶上今年8月底交付。"
    assert told("计划2025年8月底前竣工", sentence, due="2025-08", before=before) == "undone"
    assert told("计划2025年8月底前竣工", "阳光小学食堂已交付。", due="2025-08", before=before) is None


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [("已完成。", "done"), ("未完成。", "undone"), ("部分完成。", "ongoing"), ("谢谢。", None)],
)
def test_all_that_stands_behind_a_promise_in_a_list_tells_of_it(sentence, verdict):
    assert read_alone(sentence) == verdict


def test_the_cells_of_a_row_are_clauses():
    assert told("年底前完成38个老旧小区改造", "1\t完成38个老旧小区改造\t已完成") == "done"
    assert told("年底前完成38个老旧小区改造", "1\t完成38个老旧小区改造\t未完成，完成30个") == "undone"
