"""Numbers in the cells of a table: what its heads say that they count, in which unit, where and when."""

from __future__ import annotations

import pytest
from read_figures import read


def rows(*lines):
    return [
        (each.metric, each.value, each.unit, each.place, each.period_start[:4])
        for each in read("\n".join(lines)).figures
    ]


def test_a_cell_is_counted_in_the_unit_of_its_column_for_the_place_of_its_row():
    assert rows(
        "去年各区情况见下表。",
        "区\t新增托位（个）\t财政补助（万元）\t入托率（%）",
        "南山区\t1,260\t480.5\t61",
        "罗湖区\t930\t352\t58.4",
    ) == [
        ("新增托位", "1260", "个", "place/深圳市南山区", "2023"),
        ("财政补助", "480.5", "万元", "place/深圳市南山区", "2023"),
        ("入托率", "61", "%", "place/深圳市南山区", "2023"),
        ("新增托位", "930", "个", "place/深圳市罗湖区", "2023"),
        ("财政补助", "352", "万元", "place/深圳市罗湖区", "2023"),
        ("入托率", "58.4", "%", "place/深圳市罗湖区", "2023"),
    ]


def test_a_row_may_name_the_unit_and_the_columns_the_years():
    assert rows("指标 | 2021年 | 2022年", "用电量（万千瓦时） | 512 | 547") == [
        ("用电量", "512", "万千瓦时", "place/深圳市福田区", "2021"),
        ("用电量", "547", "万千瓦时", "place/深圳市福田区", "2022"),
    ]


def test_a_unit_above_the_table_is_that_of_its_columns():
    assert rows("（单位：亿元）", "年度　产值　利润", "2022年　31.5　2.8") == [
        ("产值", "31.5", "亿元", "place/深圳市福田区", "2022"),
        ("利润", "2.8", "亿元", "place/深圳市福田区", "2022"),
    ]


def test_wide_gaps_without_a_head_or_a_unit_are_no_table():
    assert rows("联系人　电话", "某某　55512345") == []
    assert rows("甲项　12　30", "乙项　15　40") == []


def told(*lines, **options):
    return [
        (each.metric, each.value, each.about, each.period_start[:4], each.status)
        for each in read("\n".join(lines), **options).figures
    ]


HEAD = "\t2022年补助（万元）\t2023年补助（万元）\t备注"


def test_a_number_stays_in_its_year_whatever_cells_are_empty():
    assert rows("各区情况如下：", HEAD, "南山区\t700\t\t", "罗湖区\t\t850\t含市级", "福田区\t9\t8\t") == [
        ("补助", "700", "万元", "place/深圳市南山区", "2022"),
        ("补助", "850", "万元", "place/深圳市罗湖区", "2023"),
        ("补助", "9", "万元", "place/深圳市福田区", "2022"),
        ("补助", "8", "万元", "place/深圳市福田区", "2023"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("2022年补助（万元）\t2023年补助（万元）", "南山区\t7\t8", "罗湖区\t9\t"),
        ("区\t2022年补助（万元）\t2023年补助（万元）\t备注", "南山区\t7\t8", "罗湖区\t9"),
        ("| 区 | 2022年补助（万元） | 2023年补助（万元） |", "| 南山区 | 7 | 8 |", "| 罗湖区 | 9 | |"),
        ("区\t2022年补助/万元\t2023年补助/万元", "南山区\t7\t8", "罗湖区\t9\t"),
        ("区\t2022年\t2023年", "\t补助（万元）\t补助（万元）", "南山区\t7\t8", "罗湖区\t9\t"),
        ("序号\t区\t2022年补助（万元）\t2023年补助（万元）", "1\t南山区\t7\t8", "2\t罗湖区\t9\t"),
        ("区\t2022年补助\t2023年补助", "南山区\t7万元\t8万元", "罗湖区\t9万元\t"),
        ("区\t\t2022年补助（万元）\t2023年补助（万元）", "南山区\t\t7\t8", "罗湖区\t\t9\t"),
    ],
    ids=[
        "corner lost",
        "ends lost",
        "bars",
        "slash",
        "two heads",
        "row numbers",
        "units in cells",
        "two tabs",
    ],
)
def test_tables_say_the_same_in_other_forms(lines):
    assert rows(*lines) == [
        ("补助", "7", "万元", "place/深圳市南山区", "2022"),
        ("补助", "8", "万元", "place/深圳市南山区", "2023"),
        ("补助", "9", "万元", "place/深圳市罗湖区", "2022"),
    ]


def test_a_head_that_reaches_over_columns_is_of_all_of_them():
    assert rows(
        "区\t2022年\t\t2023年\t",
        "\t补助（万元）\t项目（个）\t补助（万元）\t项目（个）",
        "南山区\t10\t1\t20\t2",
    ) == [
        ("补助", "10", "万元", "place/深圳市南山区", "2022"),
        ("项目", "1", "个", "place/深圳市南山区", "2022"),
        ("补助", "20", "万元", "place/深圳市南山区", "2023"),
        ("项目", "2", "个", "place/深圳市南山区", "2023"),
    ]


def test_figures_are_about_what_their_row_names_and_planned_where_the_head_says_so():
    assert told(
        "2023年，我市整合组建母基金，运行情况如下：",
        "基金名称\t管理机构\t认缴规模（亿元）\t已投项目（个）\t2024年计划新增投资（亿元）",
        "[青禾基金|f]\t[青禾公司|o]\t500\t12\t60",
        "[云帆基金|f]\t[云帆公司|o]\t1000\t\t150",
        "合计\t\t1500\t12\t210",
    ) == [
        ("认缴规模", "500", ("青禾基金",), "", ""),
        ("已投项目", "12", ("青禾基金",), "", ""),
        ("新增投资", "60", ("青禾基金",), "2024", "planned"),
        ("认缴规模", "1000", ("云帆基金",), "", ""),
        ("新增投资", "150", ("云帆基金",), "2024", "planned"),
        ("认缴规模", "1500", (), "", ""),
        ("已投项目", "12", (), "", ""),
        ("新增投资", "210", (), "2024", "planned"),
    ]


@pytest.mark.parametrize(
    ("head", "metric", "status"),
    [
        ("2025年目标托位（个）", "托位", "planned"),
        ("2025年托位目标值（个）", "托位", "planned"),
        ("预计新增托位（个）", "新增托位", "planned"),
        ("拟新增托位（个）", "新增托位", "planned"),
        ("新增托位（计划）（个）", "新增托位", "planned"),
        ("2023年新增托位（个）", "新增托位", ""),
        ("计划生育家庭（个）", "计划生育家庭", ""),
        ("目标完成率（%）", "目标完成率", ""),
    ],
)
def test_a_head_tells_a_target_by_its_words(head, metric, status):
    assert [each[::4] for each in told(f"区\t{head}", "南山区\t30")] == [(metric, status)]


def test_what_a_row_counts_is_part_of_the_metric_and_a_divided_row_keeps_its_place():
    assert rows("区\t类别\t补助（万元）", "南山区\t道路\t100", "\t公园\t200", "罗湖区\t道路\t150") == [
        ("道路补助", "100", "万元", "place/深圳市南山区", ""),
        ("公园补助", "200", "万元", "place/深圳市南山区", ""),
        ("道路补助", "150", "万元", "place/深圳市罗湖区", ""),
    ]


def test_a_column_may_name_the_units_and_heads_bare_years():
    assert rows("指标\t单位\t2022\t2023", "用电量\t万千瓦时\t512\t547", "光伏占比\t%\t12.5\t14") == [
        ("用电量", "512", "万千瓦时", "place/深圳市福田区", "2022"),
        ("用电量", "547", "万千瓦时", "place/深圳市福田区", "2023"),
        ("光伏占比", "12.5", "%", "place/深圳市福田区", "2022"),
        ("光伏占比", "14", "%", "place/深圳市福田区", "2023"),
    ]


def test_columns_may_be_places():
    assert rows("指标\t南山区\t罗湖区", "床位（张）\t500\t600") == [
        ("床位", "500", "张", "place/深圳市南山区", ""),
        ("床位", "600", "张", "place/深圳市罗湖区", ""),
    ]


@pytest.mark.parametrize(
    ("above", "year"),
    [
        ("表1 2022年各区补助情况表（单位：万元）", "2022"),
        ("2022年各区补助情况如下（单位：万元）：", "2022"),
        ("2022年，各区补助情况如下（单位：万元）：", "2022"),
        ("我局于2022年出台办法，成效明显，各区补助情况如下（单位：万元）：", ""),
        ("我局于2022年出台办法。各区补助情况如下（单位：万元）：", ""),
    ],
)
def test_the_time_of_a_table_is_that_of_its_title_not_of_the_prose_above(above, year):
    assert rows(above, "区\t金额", "南山区\t70") == [("补助", "70", "万元", "place/深圳市南山区", year)]


def test_another_table_right_below_has_its_own_columns():
    assert [
        each[:3]
        for each in rows("区\t托位（个）\t补助（万元）", "南山区\t70\t8", "区\t床位（张）", "罗湖区\t45")
    ] == [
        ("托位", "70", "个"),
        ("补助", "8", "万元"),
        ("床位", "45", "张"),
    ]


def test_a_number_behind_its_name_counts_it_without_a_head():
    assert [each[:3] for each in rows("床位\t500张", "机构\t30家")] == [
        ("床位", "500", "张"),
        ("机构", "30", "家"),
    ]


def test_no_number_is_read_over_the_border_of_a_cell():
    assert rows("序号\t任务\t责任单位", "3\t组建联合专班\t市民政局", "4\t条件成熟后启动\t市财政局") == []
    assert rows("序号\t任务", "3\t组建联合专班", "4\t条件成熟后启动") == []
    assert rows("3\t组建联合专班") == []


@pytest.mark.parametrize(
    ("lines", "unread"),
    [
        (("区\t数量", "南山区\t12", "罗湖区\t13"), ("数量",)),
        (("区\t户数\t补助（万元）\t排名", "南山区\t12\t8\t1", "罗湖区\t13\t9\t3"), ("户数 排名",)),
        (("南山区\t12\t30", "罗湖区\t13\t40"), ("南山区 12 30",)),
        (("区\t托位（个）", "南山区\t12"), ()),
        (("科室\t电话", "办公室\t82918291", "业务科\t12345"), ()),
        (("序号\t任务\t责任单位\t完成时限", "1\t修订办法\t市司法局\t2024.9"), ()),
        (("区\t负责人", "南山区\t某某"), ()),
    ],
)
def test_a_table_whose_numbers_stay_unread_is_told(lines, unread):
    assert read("\n".join(lines)).unread == unread


def test_a_magnitude_in_a_cell_goes_with_the_unit_of_its_column():
    (figure,) = read("区\t改造户数（户）\n南山区\t1.2万").figures
    assert (figure.value, figure.unit, figure.normalised) == ("1.2", "万户", "12000")
    assert read("区\t补助（万元）\n南山区\t1.2万").figures == ()


def test_numbers_that_look_like_years_are_counted_below_a_unit():
    assert [each[:3] for each in rows("基金\t管理人\t规模（亿元）", "青禾基金\t青禾公司\t2000")] == [
        ("青禾基金规模", "2000", "亿元")
    ]


def test_the_unit_of_a_table_is_not_that_of_its_times_and_counts():
    lines = ("2023年各区改造情况（单位：万元）", "区\t户数\t开工时间\t补助", "南山区\t12\t2023.5\t80")
    assert [each[:3] for each in rows(*lines)] == [("补助", "80", "万元")]
