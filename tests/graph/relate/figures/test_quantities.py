"""Numbers with units: values, bounds, ranges, words; and what is no number."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.relate.figures.quantities import quantities
from graph.relate.figures.quantity import han_number, printed


def read(text):
    return [(each.value, each.unit, printed(each.amount), each.bound) for each in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("登记金额18.87亿元", [("18.87", "亿元", "1887000000", "exact")]),
        ("超20家金融机构", [("20", "家", "20", "over")]),
        ("逾2.3万项", [("2.3", "万项", "23000", "over")]),
        ("死亡率降至8.6/10万", [("8.6", "/10万", "8.6", "exact")]),
        ("平均车速21.5公里/小时", [("21.5", "公里/小时", "21.5", "exact")]),
        ("下降0.5个千分点", [("0.5", "个千分点", "0.05", "exact")]),
        (
            "分别提高7.5个、12.1个百分点",
            [("7.5", "个百分点", "7.5", "exact"), ("12.1", "个百分点", "12.1", "exact")],
        ),
        ("新建3个，提高12.1个百分点", [("3", "个", "3", "exact"), ("12.1", "个百分点", "12.1", "exact")]),
        ("约200台", [("200", "台", "200", "about")]),
        ("风速5m/s", []),
        ("时速60-80km/h", []),
        ("流量超百m/s", []),
        ("长5m、宽3m", [("5", "m", "5", "exact"), ("3", "m", "3", "exact")]),
        ("下降48个基点", [("48", "个基点", "0.48", "exact")]),
        ("投资1000万元及以下的项目", [("1000", "万元", "10000000", "at_most")]),
        ("新建11单元", [("11", "单元", "11", "exact")]),
        ("5号楼2单元漏水", []),
        ("共设11单位", []),
        ("查处四轮车12辆", [("12", "辆", "12", "exact")]),
        ("开展两轮巡查", [("2", "轮", "2", "exact")]),
        ("给予最高总额60万元奖励", [("60", "万元", "600000", "at_most")]),
        ("单个项目最高支持500万元", [("500", "万元", "5000000", "at_most")]),
        ("不超过采购金额20%", [("20", "%", "0.2", "at_most")]),
        ("不少于6000万元", [("6000", "万元", "60000000", "over")]),
        ("70余个创新载体", [("70", "个", "70", "over")]),
        ("200多万元", [("200", "万元", "2000000", "over")]),
        ("发行一支超亿元产品", [("1", "支", "1", "exact"), ("1", "亿元", "100000000", "over")]),
        ("约四成，全国的七分之一", [("40", "%", "0.4", "about"), ("1/7", "", "0.142857", "exact")]),
        ("提高2.5个百分点", [("2.5", "个百分点", "2.5", "exact")]),
        ("客流增长2.4成", [("2.4", "成", "0.24", "exact")]),
        ("三年行动", [("3", "年", "3", "exact")]),
        ("三条建议", [("3", "条", "3", "exact")]),
        ("惠及三百二十户、两万余人", [("320", "户", "320", "exact"), ("2", "万人", "20000", "over")]),
        ("拨付四千万元", [("4000", "万元", "40000000", "exact")]),
        ("百余家商户，上千名学员", [("100", "家", "100", "over"), ("1000", "名", "1000", "over")]),
        (
            "楼顶防水12万平米，蓄水3.6万立方",
            [("12", "万平米", "120000", "exact"), ("3.6", "万立方", "36000", "exact")],
        ),
        (
            "辖5镇38村，铺管12km",
            [("5", "镇", "5", "exact"), ("38", "村", "38", "exact"), ("12", "km", "12", "exact")],
        ),
        ("占全市约1/6", [("1/6", "", "0.166667", "about")]),
        (
            "按3:7分担，收入比由2.6∶1缩小至2.3:1",
            [
                (each, "", ratio, "exact")
                for each, ratio in (("3:7", "0.428571"), ("2.6∶1", "2.6"), ("2.3:1", "2.3"))
            ],
        ),
        (
            "30多万老人，规模迈上2万亿",
            [("30", "万", "300000", "over"), ("2", "万亿", "2000000000000", "exact")],
        ),
        (
            "分别提高20.4、19.7、33个百分点",
            [(each, "个百分点", each, "exact") for each in ("20.4", "19.7", "33")],
        ),
        ("翻了一番", [("2", "倍", "2", "exact")]),
        ("仪器2687台（套）", [("2687", "台（套）", "2687", "exact")]),
        ("11.7亿美元", [("11.7", "亿美元", "1170000000", "exact")]),
        ("六大产业集群、两个分中心", [("6", "个", "6", "exact"), ("2", "个", "2", "exact")]),
        ("1,234件", [("1234", "件", "1234", "exact")]),
        ("百分之七十", [("70", "%", "0.7", "exact")]),
    ],
)
def test_value_unit_plain_number_and_bound(text, expected):
    assert read(text) == expected


def test_a_range_is_two_numbers_with_their_ends():
    found = quantities("奖励30-100万元")
    assert [(each.value, each.unit, each.edge) for each in found] == [
        ("30", "万元", "lower"),
        ("100", "万元", "upper"),
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("面积不得少于80平方米", "over"), ("单户不得超过3万元", "at_most"), ("持证率未达60%", "at_most")],
)
def test_what_is_demanded_or_denied_bounds_a_number(text, bound):
    assert quantities(text)[0].bound == bound


def test_the_unit_of_a_range_may_stand_behind_its_last_number_alone():
    one, two = quantities("每户补贴2万至6万元")
    assert (one.value, one.unit, one.edge) == ("2", "万元", "lower")
    assert (two.value, two.unit, two.edge) == ("6", "万元", "upper")


def test_a_listed_unit_belongs_to_every_number():
    assert [value for value, *_ in read("分别给予10、20、30万元")] == ["10", "20", "30"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年7月1日",
        "第2批",
        "第087号",
        "〔2022〕19号",
        "六届四次会议",
        "三位一体",
        "一体化",
        "一批企业",
        "三成立",
        "成立20周年",
        "这五年",
        "“金融十条”",
        "已印发就业十条",
        "出台了养老十二条。",
        "共推出惠民三十条，",
        "5G、CAR-T",
        "1—9月",
        "您提出的《关于打通三条断头路的建议》收悉",
        "按照“五个统筹”要求，推进“两减一增”",
        "十四届会议，10:30开始",
        "数百家企业，几十个项目",
        "12号村民小组，第6村委会",
    ],
)
def test_dates_ordinals_and_set_phrases_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["面向社会邀约六大产业集群", "附近20家企业"])
def test_a_word_that_ends_like_a_bound_is_none(text):
    assert [bound for *_, bound in read(text)] == ["exact"]


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["家", "个", "件"]))
def test_any_whole_number_is_read_back(number, unit):
    assert read(f"共{number}{unit}") == [(str(number), unit, str(number), "exact")]


@given(st.text(alphabet="0123456789.,、-—万亿元%家个成分之一二三十百超约余（）", max_size=30))
def test_no_text_breaks_the_reader_and_spans_lie_in_order(text):
    found = quantities(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize(
    ("word", "number"), [("两", 2), ("十", 10), ("二十三", 23), ("一百二十", 120), ("一二", None)]
)
def test_chinese_numerals(word, number):
    assert han_number(word) == number


def test_printed_numbers_have_no_exponent():
    assert printed(Fraction(10**20)) == "1" + "0" * 20
    assert printed(Fraction(1, 3)) == "0.333333"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("解决约40万新市民的困难", "40", "万"),
        ("按照4∶6分担", "4∶6", ""),
        ("成本下降了一半", "50", "%"),
        ("场租减半，", "50", "%"),
        ("在线办理量已过半。", "50", "%"),
        ("逾半数商户续签", "50", "%"),
        ("空置率不足一成", "10", "%"),
        ("损耗率降到一成五以下", "15", "%"),
        ("按票价的六折收取", "6", "折"),
        ("配套比例1:0.5", "1:0.5", ""),
        ("市县按3∶7分担", "3∶7", ""),
        ("由甲、乙、丙按5:3:2承担", "5:3:2", ""),
        ("变压器容量630千伏安", "630", "千伏安"),
        ("算力规模320P，", "320", "P"),
        ("完成0.8亿元B轮融资", "0.8", "亿元"),
        ("综合得分92.5分，", "92.5", "分"),
        ("四位专家现场评审", "4", "位"),
        ("两市通办事项", "2", "市"),
        ("风险按三七开，", "3:7", ""),
        ("订单同比翻番。", "2", "倍"),
        ("覆盖面扩大一倍", "1", "倍"),
        ("利率下浮30个BP", "30", "个BP"),
        ("户均增收千元以上", "1000", "元"),
        ("资助20万元/个", "20", "万元/个"),
        ("用5年时间培养", "5", "年"),
        ("部分学校招生不足百人", "100", "人"),
        ("浓度为0.064毫克/升", "0.064", "毫克/升"),
        ("年满60周岁", "60", "周岁"),
    ],
)
def test_units_left_out_ratios_halves_and_durations(text, value, unit):
    (found,) = quantities(text)
    assert (found.value, found.unit) == (value, unit)


def test_a_number_of_very_many_digits_counts_nothing():
    assert quantities(f"账号{'6' * 40}个") == ()


@pytest.mark.parametrize(
    "text",
    [
        "数据仍需二次录入",
        "近5年发展迅速",
        "2023年完成",
        "力争三年内覆盖",
        "早8:30开馆",
        "末班21时50分",
        "一成不变",
        "居中部六省前列",
    ],
)
def test_which_one_and_when_are_no_quantities(text):
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新增岗亭一处，灯箱两条。", [("1", "处"), ("2", "条")]),
        ("桥面各拓宽2.5m，挡墙长40m。", [("2.5", "m"), ("40", "m")]),
        ("可惠及6乡镇。", [("6", "乡镇")]),
        ("方格林（等12名）委员：", []),
        ("选出其中一处，再一次。", []),
        ("通报排名前10位和后3名的街道。", []),
    ],
)
def test_ones_behind_their_noun_and_latin_metres_count_and_those_spoken_to_do_not(text, found):
    assert [(each.value, each.unit) for each in quantities(text)] == found


def test_percentage_points_without_a_number_are_none():
    assert quantities("好评率提高了好几个百分点，详见附件。") == ()
    assert quantities("提高若干个百分点") == ()


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("一百零五个", "105", "个"),
        ("一千零二十家", "1020", "家"),
        ("三万五千户", "35000", "户"),
        ("一万二千人次", "12000", "人次"),
        ("一万零五百吨", "10500", "吨"),
        ("三千零五十万元", "3050", "万元"),
        ("两亿零三百万元", "20300", "万元"),
        ("六亿三千万元", "63000", "万元"),
        ("三千万元", "3000", "万元"),
        ("三点五亿元", "3.5", "亿元"),
        ("零点五个百分点", "0.5", "个百分点"),
        ("三点五万吨", "3.5", "万吨"),
        ("三点五倍", "3.5", "倍"),
        ("百分之三点五", "3.5", "%"),
        ("百分之四十五点六", "45.6", "%"),
        ("百分之一百零五", "105", "%"),
    ],
)
def test_longer_numbers_in_words_are_read_whole(words, value, unit):
    assert [(each.value, each.unit) for each in quantities(f"达到{words}。")] == [(value, unit)]


@pytest.mark.parametrize(
    "words",
    ["五六百人", "十五六个", "三百五十六七人", "二〇二三年", "下午三点五十分", "三点建议", "零距离服务"],
)
def test_about_so_many_years_and_times_of_day_are_no_numbers(words):
    assert [each.value for each in quantities(f"惠及{words}。")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每季度召开一次恳谈会。", [("1", "次")]),
        ("每两年修订一次。", [("1", "次")]),
        ("召开一次恳谈会。", []),
        ("一座古桥连接两岸。", []),
        ("没有一支过硬的队伍。", []),
        ("建成一座水厂。", [("1", "座")]),
        ("已采纳三条。", [("3", "条")]),
        ("共有五条。", [("5", "条")]),
        ("今年新增三条。", [("3", "条")]),
        ("打通了四条，", [("4", "条")]),
        ("出台金融九条。", []),
        ("三部门印发办法。", [("3", "个")]),
        ("接入视频监控40路。", [("40", "路")]),
        ("乘坐40路公交车。", []),
    ],
)
def test_how_often_each_time_what_is_there_and_who_acts_together(text, found):
    assert [(each.value, each.unit) for each in quantities(text)] == found


def test_names_of_lines_between_commas_are_no_long_number():
    assert read("优化101,102,103路走向") == []
    assert read("接入监控12,000路") == [("12000", "路", "12000", "exact")]


@pytest.mark.parametrize(
    "text",
    [
        "深入学习贯彻党的二十大和二十届三中全会精神。",
        "认真落实二十大精神。",
        "按照县委十五届九次、十次全会部署。",
    ],
)
def test_congresses_and_their_sessions_are_no_numbers(text):
    assert read(text) == []


def test_clusters_counted_with_the_same_word_stay_a_number():
    assert read("培育的五大产业集群。") == [("5", "个", "5", "exact")]
