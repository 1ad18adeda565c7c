"""Figures: what a number counts, when, where, in which role; and claims of rank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from read_figures import read
from sentences import linked

from corpus.records import Fact
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places


def test_an_amount_with_metric_place_period_and_change():
    (amount, growth) = read("2022年，福田区专利质押融资登记金额18.87亿元，同比增长6.3%。").figures
    assert (amount.metric, amount.value, amount.unit) == ("专利质押融资登记金额", "18.87", "亿元")
    assert (amount.normalised, amount.canonical_unit) == ("1887000000", "元")
    assert (amount.place, amount.period_start, amount.period_end) == (
        "place/深圳市福田区",
        "2022-01-01",
        "2022-12-31",
    )
    assert amount.change == "同比增长6.3%"
    assert (growth.amount_role, growth.metric) == ("growth", "专利质押融资登记金额同比增长")


def test_what_a_classifier_counts_stands_behind_it():
    (figure,) = read("福田区已建设70余个创新载体。").figures
    assert (figure.metric, figure.bound, figure.amount_role) == ("创新载体", "over", "count")


def test_a_ceiling_is_no_payment_and_names_who_pays_whom():
    (figure,) = read("福田区对完成科技计划验收的企业给予最高10万元奖励。").figures
    assert (figure.amount_role, figure.bound) == ("ceiling", "at_most")
    assert (figure.payer, figure.payee) == ("place/深圳市福田区", "完成科技计划验收的企业")


def test_a_period_that_would_end_before_it_begins_has_no_end():
    for words in ("2025年以来", "2023年9—3月"):
        (figure,) = read(f"{words}，福田区发放补贴3亿元。", date="2024-10-21").figures
        assert figure.period_start, words
        assert figure.period_end == "", words


def test_a_state_as_of_a_day_is_no_period():
    (figure,) = read("截至2024年6月底，共有机构60家。").figures
    assert (figure.as_of, figure.period_start, figure.period_end) == ("2024-06-30", "", "")


def test_words_for_times_are_counted_from_the_reply_date():
    (figure,) = read("去年实现营收38.9亿元。", date="2024-10-21").figures
    assert (figure.period_start, figure.period_end) == ("2023-01-01", "2023-12-31")
    (undated,) = read("去年实现营收38.9亿元。", date="").figures
    assert undated.period_start == ""


def test_a_target_is_planned():
    (figure,) = read("力争2024年产业规模突破600亿元。").figures
    assert (figure.status, figure.bound) == ("planned", "over")


def test_a_change_from_to_keeps_both_counts_and_their_years():
    before, after = read("规上企业由2021年的168家增至2022年的203家。").figures
    assert (before.value, before.period_end) == ("168", "2021-12-31")
    assert (after.value, after.period_end, after.metric) == ("203", "2022-12-31", "规上企业")
    assert after.change == "由2021年的168家增至2022年的203家"


def test_a_change_is_told_with_the_names_that_stand_in_it():
    (hours,) = read("从果园到北京市、上海市的时间缩短到91小时。").figures
    assert hours.change == "从果园到北京市、上海市的时间缩短到91小时"


def test_a_former_duration_is_part_of_the_change():
    (figure,) = read("退货入区时间由20天缩短到5天以内。").figures
    assert (figure.value, figure.bound, figure.change) == ("5", "at_most", "由20天缩短到5天以内")


def test_a_former_value_without_a_time_of_its_own_is_part_of_the_change():
    (figure,) = read("清洁化加工率由37%提高到52%。").figures
    assert (figure.value, figure.change) == ("52", "由37%提高到52%")


def test_a_listed_growth_rate_belongs_to_the_amount_before_it():
    amount, growth = read("技术合同成交额达到6496.8亿元、增长24.9%。").figures
    assert (amount.metric, growth.metric) == ("技术合同成交额", "技术合同成交额增长")


def test_an_ordinal_in_a_place_of_its_own_words_stands_alone():
    found = read("诊疗量占比达到61.8%，位列主城新区第3名。")
    assert [(each.type, each.value) for each in found.figures] == [("percent", "61.8"), ("ranking", "3")]


def test_numbers_inside_names_are_none():
    assert read("发布[“20+8”产业集群3项措施|y]。").figures == ()


def test_a_fund_in_the_clause_is_what_the_amount_is_about():
    (figure,) = read("[专项子基金|f]完成备案，首期规模10亿元。").figures
    assert (figure.about, figure.amount_role) == (("专项子基金",), "fund_size")


def test_ranks_with_a_number_stay_with_it_and_others_stand_alone():
    found = read("共有专利代理机构119家，数量全市第一；产业规模居全省第二位。")
    ranked = {each.value: (each.type, each.ranking) for each in found.figures}
    assert ranked == {"119": ("count", "全市第一"), "2": ("ranking", "全省第二位")}
    first, second = found.rankings
    assert (first.rank, first.territory, first.figure_id) == (1, "place/深圳市", found.figures[0].figure_id)
    assert (second.rank, second.territory) == (2, "place/广东省")


def test_a_rank_without_a_number_keeps_its_words():
    (claim,) = read("概念验证中心数量全市最多。").rankings
    assert (claim.metric, claim.scope, claim.rank) == ("概念验证中心数量", "全市", 1)
    (claim,) = read("相关工作走在全国前列。").rankings
    assert claim.rank is None


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("全国主要城市拥堵排名由第9位降至第17位。", []),
        ("营商环境排名由全国第12位升至全国第5位。", [("全国", 5)]),
        ("综合排名从全市第十上升到全市第三。", [("全市", 3)]),
        ("该平台由全省第一名园区牵头。", [("全省", 1)]),
    ],
)
def test_a_rank_that_was_left_is_none_any_more(text, ranked):
    assert [(claim.scope, claim.rank) for claim in read(text).rankings] == ranked


def test_first_of_its_kind_ranks_what_follows():
    (claim,) = read("建成全国首个[三位一体交易平台|p]。").rankings
    assert (claim.metric, claim.about) == ("三位一体交易平台", ("三位一体交易平台",))


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("入选全国首批试点城市。", "全国首批", None),
        ("入选全国第一批试点城市。", "全国第一批", None),
        ("在全省率先打造自助超市。", "全省率先", None),
        ("全省首次发行专项债券。", "全省首次", None),
        ("建成全国首个数据港。", "全国首个", 1),
        ("全国首创共享券。", "全国首创", 1),
        ("规模居全省第一。", "全省第一", 1),
    ],
)
def test_a_first_batch_an_early_start_and_a_first_time_say_no_rank(text, words, rank):
    (claim,) = read(text).rankings
    assert (claim.words, claim.rank) == (words, rank)


@pytest.mark.parametrize(
    ("text", "metric", "about"),
    [
        ("落地全国首个[甲项目|f]并入选[乙试点|y]最佳案例。", "甲项目", ("甲项目",)),
        ("依托[甲中心|p]构建全国首个[乙平台|p]。", "乙平台", ("乙平台",)),
        ("2022年，我市首个全国性剧场平台—[甲中心|p]正式落地。", "全国性剧场平台", ("甲中心",)),
        ("打造全球领先的戏曲平台。", "戏曲平台", ()),
        ("[甲湖|p]是我国最大的淡水湖。", "淡水湖", ("甲湖",)),
    ],
)
def test_what_a_rank_stands_before_ends_where_the_clause_tells_what_it_does(text, metric, about):
    (claim,) = read(text).rankings
    assert (claim.metric, claim.about) == (metric, about)


def told(text):
    return [(each.value, each.normalised, each.amount_role, each.change) for each in read(text).figures]


@pytest.mark.parametrize(
    ("text", "value", "normalised", "change"),
    [
        ("登记数同比下降2.1%。", "2.1", "-0.021", "同比下降"),
        ("失业率下降0.4个百分点。", "0.4", "-0.4", "下降"),
        ("出让收入降幅约20%。", "20", "-0.2", "降幅"),
        ("降幅收窄至2%。", "2", "-0.02", "降幅"),
        ("进出口负增长2.1%。", "2.1", "-0.021", "负增长"),
        ("案件同比少3家。", "3", "-3", "同比少"),
        ("用能成本下降了近3.5%。", "3.5", "-0.035", "下降"),
        ("减少20个审批环节。", "20", "-20", "减少"),
        ("降低企业用能成本5%。", "5", "-0.05", "降低"),
        ("减少财政支出3000万元。", "3000", "-30000000", "减少"),
        ("增速为-1.2%。", "-1.2", "-0.012", ""),
    ],
)
def test_by_how_much_something_fell_is_below_zero_and_growth(text, value, normalised, change):
    assert told(text) == [(value, normalised, "growth", change)]


def test_one_word_of_a_fall_is_told_of_several_numbers():
    numbers = told("总氮、总磷入湖负荷分别下降31%、27%，去除率增长5%。")
    assert [(normalised, change) for _, normalised, _, change in numbers] == [
        ("-0.31", "分别下降"),
        ("-0.27", "分别下降"),
        ("0.05", "增长"),
    ]


@pytest.mark.parametrize(
    ("text", "normalised", "role"),
    [
        ("空置率降至3%。", "0.03", "share"),
        ("失业率同比下降到3%。", "0.03", "share"),
        ("审批环节减少到3个。", "3", "count"),
        ("办理时限压缩至3天。", "3", "count"),
        ("降低成本后仅3元。", "3", "volume"),
        ("降低准入门槛推出15项措施。", "15", "count"),
        ("至少5家，不少10家。", "5", "count"),
        ("降幅收窄3个百分点。", "3", "growth"),
        ("投资10亿元-20亿元。", "1000000000", "paid"),
    ],
)
def test_what_something_fell_to_is_a_level_and_a_dash_no_minus(text, normalised, role):
    assert told(text)[0][1:3] == (normalised, role)
    assert not any(number.startswith("-") for _, number, *_ in told(text))


def test_from_a_down_to_b_is_a_level_with_its_change():
    assert told("失业率由5.5%下降到5.1%。") == [("5.1", "0.051", "share", "由5.5%下降到5.1%")]


def test_what_fell_to_a_number_is_not_named_as_a_fall():
    assert [each.metric for each in read("办理时限减少到3天。").figures] == ["办理时限"]


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("[甲厅|o]、[乙厅|o]联合下达福田区补助资金3200万元。", [("甲厅", "place/深圳市福田区")]),
        (
            "[甲厅|o]会同[乙厅|o]向罗湖区、南山区分别下达补助1800万元、1200万元。",
            [("甲厅", "place/深圳市罗湖区"), ("甲厅", "place/深圳市南山区")],
        ),
        ("向[甲公司|o]拨付补助300万元。", [("place/深圳市福田区", "甲公司")]),
        ("拨付福田区补助300万元。", [("", "place/深圳市福田区")]),
        ("[甲厅|o]已下达[乙市财政局|o]资金500万元。", [("甲厅", "乙市财政局")]),
        ("[甲厅|o]已拨付[乙公司|o]、[丙公司|o]奖励300万元。", [("甲厅", "乙公司、丙公司")]),
        ("[甲厅|o]下达罗湖区、南山区资金900万元。", [("甲厅", "罗湖区、南山区")]),
    ],
)
def test_who_is_named_beside_the_payers_verb_is_paid_and_does_not_pay(sentence, parties):
    assert [(each.payer, each.payee) for each in read(sentence).figures] == parties


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("签约率比2022年提高6.2个百分点。", "growth"),
        ("通行效率提升约15%。", "growth"),
        ("签约率提高到62%。", "share"),
        ("持续提升群众满意率98%。", "share"),
    ],
)
def test_by_which_share_something_rose_is_growth_and_what_it_reached_is_none(sentence, role):
    (figure,) = read(sentence).figures
    assert figure.amount_role == role


def test_a_plan_that_was_not_kept_makes_no_number_a_target():
    (figure,) = read("[甲中心|o]已建成，比原计划推迟3个月。").figures
    assert figure.status == ""


def test_what_the_title_of_the_proposal_counts_is_no_figure_of_the_reply():
    title = "建设6个基地，提升四大能力"
    one = linked(f"感谢您提出的“{title}”的建议。全市已建成基地4个。")
    letter = one.letter
    header = replace(letter.header, proposal_titles=(Fact(value=title, basis="title"),))
    titled = replace(one, letter=replace(letter, header=header))

    found = figures(masked_letter(titled, places.load())).figures

    assert [figure.value for figure in found] == ["4"]


@pytest.mark.parametrize("words", ["已计划新建公厕20座", "已拟建公厕20座", "已列入计划新建公厕20座"])
def test_what_is_already_planned_does_not_stand_yet(words):
    (figure,) = read(f"[我局|o|issuer]{words}。").figures
    assert figure.status == "planned"


def test_what_will_be_given_in_all_is_planned():
    assert read("下一步，我市累计将投入资金3亿元。").figures[0].status == "planned"


def test_what_is_built_stands_in_a_plan_as_well():
    (figure,) = read("下一步，[我局|o|issuer]将对已建成的20座公厕加装照明。").figures
    assert figure.status == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "建成100P算力中心。",
        "智算规模达5000P。",
        "全市算力分3P、5P和10P三档。",
        "该市布局智能算力。一期投用500P，二期将达到2000P。",
        "[江南智算中心|p]一期500P已投用。",
    ],
)
def test_a_bare_p_counts_computing_power_where_that_is_spoken_of(sentence):
    found = figures(masked_letter(linked(sentence), places.load())).figures
    assert {each.unit for each in found} == {"P"}


@pytest.mark.parametrize(
    "sentence",
    [
        "采购80P内存条。",
        "监控设备采用1080P图像。",
        "开展P2P网贷整治，清退3P机构。",
        "该算力中心机房安装3P空调。",
        "项目采用3P模式运作。",
        "高清摄像头达到1080P。",
        "采购5P热泵机组。",
    ],
)
def test_a_bare_p_counts_nothing_elsewhere(sentence):
    assert figures(masked_letter(linked(sentence), places.load())).figures == ()


def test_a_rank_among_what_stands_for_nothing_known_has_no_territory():
    (claim,) = read("产业规模居[我部|o|]第二名。").rankings
    assert (claim.rank, claim.territory) == (2, "")


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("经费标准提高到不低于普通高中标准的1.5倍。", "over"),
        ("补助不超过项目总投资的30%。", "at_most"),
        ("耗水量不高于全国均值的1.2倍。", "at_most"),
        ("经费是普通高中标准的1.5倍。", "exact"),
        ("补助最低工资标准的80%。", "exact"),
        ("建成不低于国家标准的3处戏台。", "exact"),
    ],
)
def test_a_bound_may_stand_before_the_whole_that_a_number_is_a_share_of(sentence, bound):
    assert [each.bound for each in read(sentence).figures][-1] == bound


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("[甲基地|p]入驻企业30家，为全省首个海洋装备基地。", "全省首个", ""),
        ("[甲基地|p]入驻企业30家，是全市第四家基地。", "全市第四家", "4"),
        ("[甲局|o]起草的规范获批，为全国首项同类规范。", "全国首项", ""),
    ],
)
def test_a_rank_that_names_what_is_ranked_belongs_to_no_number_before_it(sentence, words, value):
    found = read(sentence).figures[-1]
    assert (found.type, found.ranking, found.value) == ("ranking", words, value)


@pytest.mark.parametrize(
    ("sentence", "words", "scope"),
    [
        ("票面利率2.38%，为中部地区同类产品最低。", "中部地区同类产品最低", "中部"),
        ("担保费率降至0.9%，为全市政策性担保机构最低。", "全市政策性担保机构最低", "全市"),
    ],
)
def test_the_lowest_of_its_kind_is_a_rank_of_the_number_before_it(sentence, words, scope):
    found = read(sentence)
    assert [each.ranking for each in found.figures] == [words]
    assert [(each.scope, each.rank) for each in found.rankings] == [(scope, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市最低工资标准调整为2360元。",
        "全市最低缴费基数为4000元。",
        "全市最少配备2名医生。",
        "全省最高可补助50万元。",
        "全区最快3天办结120件。",
        "全市失业率为历年最低。",
    ],
)
def test_a_lowest_wage_and_a_highest_subsidy_are_no_ranks(sentence):
    assert read(sentence).rankings == ()


def test_an_amount_without_its_unit_behind_a_value_is_money():
    (found,) = read("已投资企业，投资金额4.3亿。").figures
    assert (found.unit, found.type) == ("亿元", "amount")


@pytest.mark.parametrize("said", ["共争取", "累计争取"])
def test_what_was_won_in_all_is_no_plan(said):
    assert read(f"2023年以来，{said}专项债支持园区项目31个。").figures[-1].status == ""
