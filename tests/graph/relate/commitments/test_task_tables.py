"""Tables of tasks: each row is a promise, of the body that it names and until the time that it names."""

from __future__ import annotations

import pytest
from read_promises import read
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places

HEAD = "序号\t任务\t责任单位\t完成时限"
ROW = "1\t建成[云泽数据平台|p]\t[云泽数据集团|o]\t2024年12月"


def told(*lines, **options):
    return [
        (each.what, each.responsible, each.responsible_basis, each.due)
        for each in read("\n".join(lines), **options)
    ]


def test_a_row_promises_its_task_by_who_is_responsible_until_its_time():
    (promise,) = read(f"{HEAD}\n{ROW}")
    assert (promise.what, promise.responsible, promise.responsible_basis) == (
        "建成云泽数据平台",
        "云泽数据集团",
        "named",
    )
    assert (promise.due, promise.status, promise.object_ids) == ("2024-12", "planned", ("云泽数据平台",))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("工作任务\t牵头单位\t配合单位\t完成时限", "修订办法\t[市司法局|o]\t[市财政局|o]\t2024年12月"),
        ("重点事项\t责任部门\t时间节点", "修订办法\t[市司法局|o]、[市财政局|o]\t2024年12月底前"),
        ("工作内容\t承办单位\t进度安排", "修订办法。\t[市司法局|o]\t2024.12"),
        ("整改措施\t责任单位（牵头）\t时限", "修订办法；\t[市司法局|o]\t2024-12"),
        ("具体举措\t配合单位\t责任科室/单位\t办结时限", "1.修订办法\t[市财政局|o]\t[市司法局|o]\t2024年12月"),
        ("下一步重点任务\t责任单位\t计划完成时间", "（一）修订办法\t[市司法局|o]\t到2024年12月"),
        ("项目\t单位\t完成时间", "修订办法\t[市司法局|o]\t2024年12月"),
        ("| 任务 | 责任单位 | 时限 |", "| 修订办法 | [市司法局|o] | 2024年12月 |"),
        ("任务\t责任单位\t时限\t备注", "修订办法\t[市司法局|o]\t2024年12月\t"),
    ],
)
def test_heads_say_it_in_other_words(head, row):
    assert told(head, row) == [("修订办法", "市司法局", "named", "2024-12")]


def test_a_responsible_body_that_is_not_known_is_nobody_and_not_the_place_of_the_letter():
    assert told(HEAD, "1\t修订办法\t某专班\t2024年12月") == [("修订办法", "", "", "2024-12")]


def test_without_a_column_for_it_the_writer_is_responsible():
    rows = told("任务\t完成时限", "修订办法\t2024年12月", issuer="issuer")
    assert rows == [("修订办法", "issuer", "implied", "2024-12")]


def test_what_was_done_before_the_letter_is_no_promise():
    assert told(HEAD, "1\t修订办法\t[市司法局|o]\t2024年3月") == []
    for result in ("已完成", "已于5月印发", "新增床位300张"):
        assert told("任务\t责任单位\t完成情况", f"修订办法\t[市司法局|o]\t{result}") == [], result


def test_what_is_under_way_is_ongoing():
    (promise,) = read("任务\t责任单位\t进展情况\n修订办法\t[市司法局|o]\t正在推进")
    assert promise.status == "ongoing"


@pytest.mark.parametrize(
    "lines",
    [
        ("项目\t规模（万元）\t时间", "东站广场改造\t300\t2024年12月"),
        ("单位\t联系人", "[市司法局|o]\t某某"),
        ("任务\t备注", "修订办法\t无"),
        ("区\t2024年计划新增托位（个）", "南山区\t20"),
    ],
)
def test_other_tables_promise_nothing(lines):
    assert told(*lines) == []


def test_things_that_are_told_to_be_ready_at_a_time_ahead_are_promised():
    assert told(
        "项目\t建设规模\t竣工时间",
        "东站广场改造\t3公顷\t2024年12月",
        "滨河路拓宽\t2公里\t2023年5月",
        issuer="issuer",
    ) == [("东站广场改造", "issuer", "implied", "2024-12")]


def test_a_cell_of_prose_promises_as_prose_does():
    (promise,) = read("建议内容\t答复内容\n增设公交线路\t我局将于2024年底前开通[青溪专线|p]，方便群众。")
    assert (promise.due, promise.object_ids) == ("2024", ("青溪专线",))


def test_the_mark_of_an_item_set_off_by_a_tab_makes_no_table():
    (promise,) = read("一、\t我局将于2024年底前开通[青溪专线|p]。")
    assert promise.due == "2024"


def test_nothing_is_related_across_the_border_of_a_cell_or_by_who_is_only_understood():
    lines = (
        HEAD,
        "1\t组建[青禾子基金|f]\t[云泽国资集团|o]\t2025年6月",
        "2\t设立[云帆子基金|f]\t[云帆公司|o]\t2025年6月",
    )
    letter = linked("\n".join(lines))
    assert typed_relations(masked_letter(letter, places.load())) == ()


def test_what_one_cell_says_of_two_names_is_related():
    letter = linked("事项\t说明\n合作\t[云泽大学|o]与[云帆公司|o]共建[青禾实验室|p]\n其他\t无")
    assert {each.target for each in typed_relations(masked_letter(letter, places.load()))} >= {"青禾实验室"}
