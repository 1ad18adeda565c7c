"""What later letters say of promises in their own order, grain and numbers, and what only looks like it."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from changed import replace
from promises import promise

from graph.threads.clauses.readings import read_sentence
from graph.threads.clauses.topics import topic_of

sys.path.insert(0, str(Path(__file__).parents[2] / "promise_pairs"))
from letters import Told, judged, letter_pairs, promisers, tables_of

HOME = "洛阳市"


def told(what, sentence, *, due="", before=""):
    quote = before + what + "。"
    row = promise("a", "planned", what=what, objects=(), cue="", date="2024-05-10")
    row = replace(row, due=due, quote=quote, start=0, clause_start=len(before), clause_end=len(before + what))
    found = read_sentence(topic_of(row, "", HOME), sentence, "2025-06-12")
    return found[0].verdict if found else None


@pytest.mark.parametrize(
    ("what", "sentence", "verdict"),
    [
        ("编制《洛阳市文旅融合发展规划》", "文旅融合发展规划已编制完成。", "done"),
        ("会同市财政局制定《洛阳市养犬管理办法》", "2024年11月，市政府办公室印发了养犬管理办法。", "done"),
        ("推动《洛阳市养老服务条例》立法进程", "《洛阳市养老服务条例》已完成二次审议。", "ongoing"),
        ("争取龙门大道改造纳入省级项目库", "龙门大道改造已纳入省级项目库。", "done"),
        ("争取龙门大道改造纳入省级项目库", "龙门大道改造未能纳入省级项目库。", "undone"),
        ("创建省级绿色园区", "去年9月，我县被省工信厅认定为省级绿色园区。", "done"),
        ("建设新区污水处理厂", "新区污水处理厂一期工程已建成投用。", "ongoing"),
        ("建设市妇幼保健院新院区", "市妇幼保健院新院区因征地问题尚未开工。", "undone"),
        ("建设市妇幼保健院新院区", "市妇幼保健院新院区正在进行内部装修。", "ongoing"),
        ("配备专职文物安全巡查员", "在全区聘请文物安全巡查员45名。", "done"),
    ],
)
def test_a_promise_is_told_in_the_words_of_the_next_letter(what, sentence, verdict):
    assert told(what, sentence) == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("去年新建公办幼儿园6所。", "done"),
        ("去年以来，新建公办幼儿园3所。", "ongoing"),
        ("累计建成公办幼儿园96所。", "mentioned"),
        ("近五年来，新建公办幼儿园36所。", None),
        ("2022年，新建公办幼儿园6所。", None),
        ("今年计划新建公办幼儿园6所。", None),
        ("下一步，新建公办幼儿园6所。", None),
        ("改扩建公办幼儿园6所。", None),
        ("全市公办幼儿园达到96所。", None),
        ("全省新建公办幼儿园260所。", None),
        ("新建公办幼儿园供餐中心1个。", None),
    ],
)
def test_another_number_tells_how_far_a_promise_is_only_where_it_counts_the_same(sentence, verdict):
    assert told("新建公办幼儿园5所", sentence) == verdict


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("王城医院已建成投用。", "ongoing"),
        ("王城医院、周山医院均已建成投用。", "done"),
        ("王城医院停车场已建成投用。", None),
        ("王城医院去年门诊量达到60万人次。", None),
    ],
)
def test_what_is_told_of_one_of_several_things_is_a_part_of_the_promise(sentence, verdict):
    assert told("推进王城医院、周山医院两个项目建设", sentence) == verdict


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("在滨江公园建设儿童游乐设施", "人民公园儿童游乐设施已建成开放。"),
        ("在高新区建设大学生创业孵化基地", "经开区大学生创业孵化基地已建成投用。"),
        ("支持市第三中学创建省级示范高中", "去年，市第五中学被省教育厅认定为省级示范高中。"),
        ("改造老旧小区80个", "涧西区改造老旧小区96个。"),
        ("改造老旧小区80个", "改造老旧小区供水管网96公里。"),
        ("开通市区至龙门镇公交线路", "市区至白马镇公交线路已开通。"),
        ("培育省级专精特新企业30家", "培育国家级专精特新企业32家。"),
        ("建设伊河特大桥", "伊河特大桥连接线工程已建成通车。"),
        ("对丰收渠、幸福渠实施清淤", "丰收渠灌区办公楼已建成投用。"),
        ("招聘在编教师300名", "招聘编外教师320名。"),
        ("培育示范小区50个", "生活垃圾分类示范小区达到180个。"),
        ("新建垃圾分类房200座", "生活垃圾分类示范小区达到180个。"),
        ("新建垃圾中转站3座", "去年，滨河新区新建垃圾中转站5座。"),
        ("建设充电桩500个", "去年拆除充电桩600个。"),
    ],
)
def test_a_thing_of_the_same_sort_elsewhere_is_another(what, sentence):
    assert told(what, sentence) is None


def test_what_is_still_lower_than_it_should_be_raised_to_is_not_done():
    assert told("将低保标准由每月650元提高到800元", "目前低保标准按每月650元执行。") != "done"
    assert told("将低保标准提高到每月800元", "低保标准每月700元已执行到位。") == "mentioned"


def test_a_clause_that_only_says_until_when_is_about_what_its_sentence_began_with():
    before = "新建滨河截污管网26公里，由市水务集团负责实施，"
    assert told("年底完工", "滨河截污管网26公里已全部建成。", due="2024", before=before) == "done"


def test_what_is_promised_for_a_year_is_not_kept_by_the_next_years():
    before = "2024年新建公园绿地60公顷，"
    assert told("新增滨河绿道35公里", "2024年，新增滨河绿道41公里。", before=before) == "done"
    assert told("新增滨河绿道35公里", "今年新增滨河绿道41公里。", before=before) is None
    assert told("新增滨河绿道35公里", "新增滨河绿道41公里。", before=before) is None


def test_the_pairs_of_letters_are_told_as_a_reader_of_both_would(tmp_path):
    totals: Counter[str] = Counter()
    for number, pair in enumerate(letter_pairs("read")):
        folder = tmp_path / str(number)
        folder.mkdir()
        tables = tables_of(pair, folder)
        totals.update(verdict for verdict, _ in judged(pair, Told(tables)))
        totals.update(f"promiser {verdict}" for verdict, _ in promisers(pair, tables))
    assert totals["wrong"] <= 2  # 一期上线, 9 of 11: told as a part, where the annotator took it for all
    assert totals["right"] >= 51
    assert totals["promiser wrong"] <= 2
