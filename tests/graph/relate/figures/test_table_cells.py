"""Numbers in the cells of a table: what its heads say that they count, in which unit, where and when."""

from __future__ import annotations

from test_figures import read


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
