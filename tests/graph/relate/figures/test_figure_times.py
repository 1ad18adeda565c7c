"""Which time a number is told for: its own clause's, one carried over, or none."""

from __future__ import annotations

import pytest
from read_figures import read

from graph.relate.figures.periods import periods

PLAN = "二期将于2025年上半年交付"


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        (f"{PLAN}，目前入驻企业73家。", [("", "", "2024-08-08")]),
        (f"{PLAN}；入驻企业73家。", [("", "", "")]),
        (f"{PLAN}，面积3万平方米。", [("", "", "")]),
        ("一期于2023年3月投用，入驻企业26家，入驻率83%。", [("", "", "")] * 2),
        ("2023年3月，我区印发办法，单个项目最高50万元。", [("", "", "")]),
        ("2023年，实现产值5亿元，入驻企业26家。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2023年车展期间，签约5亿元，成交3亿元。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2022年以来，我区推进改革，培训100人。", [("2022-01-01", "2024-08-08", "")]),
        ("[甲园|p]2022年开园以来接待游客8万人次。", [("2022-01-01", "2024-08-08", "")]),
        ("2023年，托位860个，是2019年的1.9倍。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2023年，托位860个，居全市第四位，设施改善；入托率61%。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2023年产值5亿元；在岗300人。", [("2023-01-01", "2023-12-31", ""), ("", "", "")]),
        ("2023年，产值5亿元；利润1亿元。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("力争2024年产值破5亿元，二是招引企业20家。", [("2024-01-01", "2024-12-31", ""), ("", "", "")]),
        ("覆盖率58.4%，比2015年提高9.6个百分点，低于平均4个百分点。", [("", "", "")] * 3),
        ("2023年，完成30项，较上年增长5%。", [("2023-01-01", "2023-12-31", "")] * 2),
        (
            "由2021年的268台增加到324台，提前完成300台的目标。",
            [("2021-01-01", "2021-12-31", ""), ("", "", ""), ("", "", "")],
        ),
        ("一期100套已于今年5月投用，开业以来出租率92%。", [("2024-05-01", "2024-05-31", ""), ("", "", "")]),
        ("联合6家剧团于2018年2月组建联盟。", [("2018-02-01", "2018-02-28", "")]),
        ("二期预计2025年6月开演，届时可再供座位2200个。", [("2025-06-01", "2025-06-30", "")]),
        ("去年7月，我局出台办法，由协会落实，全年发放戏票2万张。", [("2023-01-01", "2023-12-31", "")]),
        (
            "2023年，产值5亿元，受市场波动影响，同比下降2%。",
            [("2023-01-01", "2023-12-31", "")] * 2,
        ),
        ("2021—2023连续3年入选试点。", [("2021-01-01", "2023-12-31", "")]),
        ("目前经统计，全区剧团1000多家，其中木偶剧团3家。", [("", "", "2024-08-08")] * 2),
        ("今年投入420万元，以前年度结转1880万元。", [("2024-01-01", "2024-12-31", "")] * 2),
    ],
)
def test_a_time_holds_as_far_as_the_sentence_goes_on_counting_from_it(sentence, times):
    found = read(sentence).figures
    assert [(each.period_start, each.period_end, each.as_of) for each in found] == times


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("截至今年4月底，", ("", "", "2024-04-30")),
        ("2018年至2020年，", ("2018-01-01", "2020-12-31", "")),
        ("2018-2020年，", ("2018-01-01", "2020-12-31", "")),
        ("2018—2020年度，", ("2018-01-01", "2020-12-31", "")),
        ("2021年至今，", ("2021-01-01", "2024-08-08", "")),
        ("2022年度，", ("2022-01-01", "2022-12-31", "")),
        ("2022—2023学年，", ("2022-09-01", "2023-08-31", "")),
    ],
)
def test_times_that_run_or_end_are_read_whole(time, expected):
    (figure,) = read(f"{time}共下达资金2亿元。").figures
    assert (figure.period_start, figure.period_end, figure.as_of) == expected


def test_a_number_of_a_later_year_is_a_target():
    (figure,) = read("到2026年，平台接入仪器突破3000台。").figures
    assert (figure.period_start, figure.status) == ("2026-01-01", "planned")


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("2023年9月至2024年6月", "2023-09-01", "2024-06-30"),
        ("2023年9月1日至2024年6月15日", "2023-09-01", "2024-06-15"),
        ("2023年1月至6月", "2023-01-01", "2023-06-30"),
        ("今年1月至6月", "2024-01-01", "2024-06-30"),
        ("5月20日起", "2024-05-20", "2024-08-08"),
        ("2023年5月20日起", "2023-05-20", "2024-08-08"),
        ("2023年秋季", "2023-09-01", "2023-11-30"),
        ("2022年冬季", "2022-12-01", "2023-02-28"),
        ("去年秋季", "2023-09-01", "2023-11-30"),
        ("去冬", "2023-12-01", "2024-02-29"),
        ("前两个季度", "2024-01-01", "2024-06-30"),
        ("2023年前三季度", "2023-01-01", "2023-09-30"),
        ("五月份", "2024-05-01", "2024-05-31"),
        ("上个月", "2024-07-01", "2024-07-31"),
        ("上一年度", "2023-01-01", "2023-12-31"),
    ],
)
def test_spans_seasons_and_what_goes_on_from_a_day(time, first, last):
    (found,) = read(f"{time}，累计办件300件。").figures
    assert (found.period_start, found.period_end) == (first, last)


def test_a_month_of_the_same_year_is_of_the_year_told_before_or_not_known():
    text = "2019年3月，首演；同年11月，再演。"
    assert [each.first for each in periods(text, "2022-08-05")] == ["2019-03-01", "2019-11-01"]
    assert periods("同年11月，再演。", "2022-08-05") == ()


def test_the_first_of_its_kind_is_so_since_what_was_told_before_it():
    (found,) = read("[甲馆|p]于2024年4月开馆，为全省首个戏曲馆。").figures
    assert (found.type, found.period_start) == ("ranking", "2024-04-01")
    (found,) = read("[甲馆|p]于2024年4月开馆；是全省首个戏曲馆。").figures
    assert found.period_start == ""


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("“十三五”期间", ("2016-01-01", "2020-12-31")),
        ("“十四五”时期", ("2021-01-01", "2025-12-31")),
        ("“十四五”末", ("2025-01-01", "2025-12-31")),
        ("“十四五”以来", ("2021-01-01", "2024-08-08")),
        ("“十三五”以来", ("2016-01-01", "2024-08-08")),
    ],
)
def test_a_five_year_plan_is_its_years(words, span):
    assert [(each.first, each.last) for each in periods(f"{words}，建成书屋38个。", "2024-08-08")] == [span]


def test_the_name_of_a_plan_is_no_time():
    assert periods("印发“十四五”规划，安排3亿元。", "2024-08-08") == ()


def test_an_earlier_time_that_a_number_is_measured_by_is_not_its_own():
    *_, share = read("今年1至7月，接待游客700万人次，恢复到2019年同期的112%。").figures
    assert (share.period_start, share.period_end) == ("2024-01-01", "2024-07-31")


def test_the_time_of_a_whole_is_that_of_its_parts():
    (_, part) = read("今年一季度，全区接待游客82万人次，其中，景区接待游客16万人次。").figures
    assert (part.period_start, part.period_end) == ("2024-01-01", "2024-03-31")


def test_two_months_of_one_year_are_both_of_it():
    told = periods("甲、乙两中心分别于2022年9月和12月挂牌运行", "2024-07-12")
    assert [one.first for one in told] == ["2022-09-01", "2022-12-01"]


def test_what_is_counted_behind_an_event_was_counted_in_its_time():
    (first, second) = read("2023年，全市开展“百名医师下乡”活动，举办义诊126场，惠及村民3200人。").figures
    assert {first.period_start, second.period_start} == {"2023-01-01"}
    (told,) = read("2023年，全市成立[甲中心|o]，共有成员119家。").figures
    assert told.period_start == ""


def test_the_years_of_a_title_are_its_own():
    (told,) = read("按照《[水利规划|y]》（2018—2025年）要求，完成投资3亿元。").figures
    assert told.period_start == ""


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("今年前5个月，货运量6.3万吨。", [("2024-01-01", "2024-05-31", "")]),
        ("2023年前十个月，进出口额30亿元。", [("2023-01-01", "2023-10-31", "")]),
        ("前三季度，进出口额30亿元。", [("2024-01-01", "2024-09-30", "")]),
        ("我区自2022年起累计发放消费券3批。", [("2022-01-01", "2024-08-08", "")]),
        ("从今年起每年培训教师200名。", [("2024-01-01", "", "")]),
        ("一期已投产，达产后年产值35亿元。", [("", "", "")]),
        (
            "2019年、2020年分别安排资金1500万元和1860万元。",
            [("2019-01-01", "2019-12-31", ""), ("2020-01-01", "2020-12-31", "")],
        ),
        (
            "2019年、2020年分别安排资金1500万元、1860万元和20万元。",
            [("2020-01-01", "2020-12-31", "")] * 3,
        ),
    ],
)
def test_months_so_far_years_that_go_on_and_years_told_apart(sentence, times):
    found = read(sentence).figures
    assert [(each.period_start, each.period_end, each.as_of) for each in found] == times


def test_how_much_earlier_something_was_done_is_no_time():
    (found,) = read("工程提前3个月完工。").figures
    assert (found.value, found.unit, found.period_start) == ("3", "个月", "")


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("2026年底前推动二期投用，力争全市算力达到2000P。", "2026-12-31"),
        ("下一步，2026年底前印发细则，对企业给予最高200万元补助。", ""),
        ("2023年底前推动二期投用，全市算力达到2000P。", ""),
    ],
)
def test_what_is_reached_with_a_plan_is_reached_by_its_time(sentence, end):
    assert read(sentence).figures[-1].period_end == end


@pytest.mark.parametrize(
    "sentence", ["企业应于许可证到期前3个月提出申请。", "合同满一年前3个月续签。", "公司上市前6个月免租。"]
)
def test_months_before_an_event_are_a_duration(sentence):
    (found,) = read(sentence).figures
    assert (found.type, found.period_start) == ("duration", "")


def test_months_before_an_event_date_no_number():
    told = read("项目投产前6个月新增设备30台。").figures
    assert [(each.value, each.period_start) for each in told] == [("6", ""), ("30", "")]


@pytest.mark.parametrize("whose", ["全市", "我区", "南山区", "去年", "2024年", ""])
def test_months_so_far_may_stand_behind_a_place_or_a_year(whose):
    (found,) = read(f"{whose}前8个月出口额120亿元。").figures
    assert found.period_end[5:] == "08-31"


def test_the_year_before_last_may_stand_behind_those_who_work():
    (found,) = read("员工前年人均收入12万元。").figures
    assert found.period_start[:4] == "2022"


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("自2022年起，每年投放种苗300万尾。", ""),
        ("2023年起，全县按每学期600元的标准补助寄宿生。", ""),
        ("从2023年9月起，保教费标准为580元/月。", ""),
        ("自2023年起，我局将增派护林员40名。", ""),
        ("自2022年起，累计投放种苗300万尾。", "2024-08-08"),
        ("2022年以来，每年投放种苗300万尾。", "2024-08-08"),
        ("2022年，每月抽检食堂30家。", "2022-12-31"),
    ],
)
def test_what_is_planned_or_comes_every_year_from_a_time_on_has_no_end(sentence, end):
    assert [each.period_end for each in read(sentence).figures][:1] == [end]


@pytest.mark.parametrize("opening", ["", "此外，", "同时，", "据统计，", "在市河长办的指导下，"])
def test_words_that_open_a_sentence_change_no_time_place_or_payer_of_its_numbers(opening):
    letter = f"{opening}到2023年底，全区建成碧道36公里；维护水闸12座。"
    assert {each.period_end or each.as_of for each in read(letter).figures} == {"2023-12-31"}
    (paid,) = read(f"{opening}安排碧道养护补贴80万元。").figures
    assert paid.payer == "place/深圳市福田区"
    (held,) = read(f"{opening}在江门市，古树保护试点已结束，救治古树45株。").figures
    assert held.place == "place/江门市"
