"""Any of a kind, what is counted and what sums a list up name nothing; the verb 会 is cut off."""

import pytest

from corpus.records import Span
from graph.recognise.annotated import marked
from graph.recognise.finding import Finding
from graph.recognise.grammar import Grammar
from graph.recognise.unnamed import without_unnamed


def names(text):
    return [mention.text for mention in Grammar().recognise(marked("x", text).letter()).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "由属地乡镇政府负责。",
        "由当地政府负责，相关区政府配合。",
        "针对柳河镇墟场两所民办幼儿园规模偏小的现状",
        "已与两所公办学校附属幼儿园合并。",
        "已完成功能材料和智能制造装备两大主导产业规划初稿。",
        "相信水利部门会给您满意答复。",
        "持续组织开展执法行动。",
        "完善“国家—市—区（县）”三级体系。",
        "修缮柳河抗日中学旧址。",
        "引进上海某科技公司。",
        "属地派出所已加强值守。",
        "成立由黄继斌局长任组长的领导小组。",
        "构建“众创空间-孵化器-成果转化园-科技成果转化基地”的全链条孵化体系。",
        "设置路况信息电子提示屏也是一种办法。",
        "建议在高速公路沿线服务区设置充电桩。",
        "开通“陇南—成都”旅游专列。",
        "开通“青石港—云山岛”无人机物流航线。",
        "会同望湖社区的书记实地查看。",
        "柳河镇柳河社区道路已硬化。",
        "在有条件的社区，办事处将尽快规范。",
    ],
)
def test_what_is_any_of_its_kind_or_counted_is_no_name(text):
    assert names(text) == []


def test_a_government_of_each_district_is_none_beside_a_named_body():
    assert names("市教育局、各区政府推动标准落地。") == ["市教育局"]


def test_the_last_item_of_a_list_that_is_summed_up_is_no_name():
    assert names("建成自然人、法人、空间地理三大综合库。") == []


def test_words_before_a_quoted_brand_are_none_but_a_company_is():
    assert "城市运行" not in names("推动政务服务“一网通办”、城市运行“一网统管”建设。")
    assert "海康威视" in names("引进海康威视“观澜”、蚂蚁集团“百灵”等大模型。")


def test_a_body_keeps_its_name_without_what_it_will_do():
    assert names("清水县公交公司会增加班次。") == ["清水县公交公司"]


def test_the_committee_of_a_party_ends_with_the_same_character():
    assert names("民进柳州市委会：") == ["民进柳州市委会"]


def test_an_office_ends_before_its_chief():
    assert names("我局城建股股长与您沟通。") == ["我局", "城建股"]


def test_the_presidium_of_a_town_begins_behind_its_verb():
    assert names("请交镇人大主席团。") == ["镇人大主席团"]


def test_what_a_thing_plans_is_no_part_of_its_name():
    assert names("竹溪小镇计划创建3A旅游景区。") == ["竹溪小镇"]
    assert names("我省2021年计划建设高标准农田3万亩。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("安溪县茶产业高质量发展计划完成投资12亿元。", "安溪县茶产业高质量发展计划"),
        ("安溪县乡村人才引育计划引进专家56人。", "安溪县乡村人才引育计划"),
        ("安溪县学前教育提升行动计划启动以来，新增学位1200个。", "安溪县学前教育提升行动计划"),
    ],
)
def test_a_plan_of_which_something_is_told_is_one(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全州县职业教育中心今年招生600人。", "全州县职业教育中心"),
        ("宁波市奉化区滨海养生小镇累计投资35亿元。", "宁波市奉化区滨海养生小镇"),
        ("依托“一带一路”沿线国家青年创新创业园引才。", "“一带一路”沿线国家青年创新创业园"),
        ("长江经济带沿线城市合作中心落户我市。", "长江经济带沿线城市合作中心"),
        ("该事项涉及市南区人民政府职责。", "市南区人民政府"),
        ("与市第三小学、青岛八大关小学结对。", "青岛八大关小学"),
        ("市图书馆、黑河五大连池风景区管委会举办冰雪季。", "黑河五大连池风景区管委会"),
        ("市第三小学、郑州市第八大街幼儿园新增学位。", "郑州市第八大街幼儿园"),
        ("四川第一所农村职业学院挂牌。", "四川第一所农村职业学院"),
        ("依托省级食品安全监督抽查信息平台抽查产品。", "省级食品安全监督抽查信息平台"),
        ("设立安溪县乡村闲置资产激活基金5000万元。", "安溪县乡村闲置资产激活基金"),
    ],
)
def test_a_name_with_such_words_in_it_stays(text, name):
    assert name in names(text)


def test_a_plan_that_is_told_of_keeps_its_name():
    assert names("实施“塬上巧匠”培训计划，今年已办班10期。") == ["“塬上巧匠”培训计划"]


@pytest.mark.parametrize(
    "text", ["县（区）政务服务中心、镇（街）便民服务中心已覆盖。", "全镇卫生院均已达标。"]
)
def test_those_of_every_place_are_a_class(text):
    assert names(text) == []


def test_the_bureau_above_is_not_named_after_what_it_decides_on():
    assert names("庆丰社区日间照料中心项目市局已审批通过。") == ["市局"]


def test_a_community_with_a_name_of_its_own_stays():
    assert names("依托湘江青年社区开展服务。") == ["湘江青年社区"]


def test_the_number_of_a_proposal_is_no_part_of_who_answers_it():
    assert names("第122号建议交清水县卫生健康局办理。") == ["清水县卫生健康局"]


def test_the_court_of_a_park_is_named_with_it():
    assert "武夷山国家公园巡回法庭" in names("武夷山市人民法院设立武夷山国家公园巡回法庭。")


@pytest.mark.parametrize(
    "text",
    [
        "由五区政府共同研究办理。",
        "支持进博会、服贸会发挥作用。",
        "对获批国家技术创新中心的单位给予奖励。",
        "举办第十三届创新创业大赛新能源全国赛、第二届国际机器人技能大赛等活动。",
        "目前，全国专业标准化技术委员会共有1330余个。",
        "争取广东省重点实验室布局我市。",
        "今后省创新实验室是高能级科创平台。",
        "建成工业互联网标识解析二级节点6个，接入企业2316家。",
        "目前青岛国家级智能制造示范工厂达到9个，占全省四分之一。",
        "举办第三届国际科技论坛（ISF）全球年会。",
        "累计作价投资创办企业560余家。",
        "鼓励律师事务所转制为特殊普通合伙企业。",
    ],
)
def test_classes_sums_and_events_are_no_names(text):
    assert names(text) == []


def test_what_a_number_does_not_count_stays():
    assert "清水县非遗展示馆" in names("援建清水县非遗展示馆1座。")
    assert "白云电子商务产业园" in names("入驻白云电子商务产业园20家，培育企业50家。")
    assert "鹏城实验室" in names("鹏城实验室落户我市。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("活动由上海基督教青年会组织。", "上海基督教青年会"),
        ("我局印发了深圳市促进产业发展、人才引进若干措施。", "深圳市促进产业发展、人才引进若干措施"),
        ("制定了杭州市保障春节、国庆节市场供应工作方案。", "杭州市保障春节、国庆节市场供应工作方案"),
    ],
)
def test_what_looks_like_an_event_stays(text, name):
    assert name in names(text)


def test_a_place_beside_a_word_that_ends_bodies_is_none():
    assert names("支持东岭大学之城建设。") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("江汉大学路全线通车。", False),
        ("江汉大学大道开工。", False),
        ("江汉大学街头剧社演出。", True),
        ("江汉大学路演活动举行。", True),
    ],
)
def test_a_road_that_is_called_after_a_body_does_not_name_it(text, named):
    found = Finding(span=Span(start=0, end=4), kind="organisation", score=0.9, reason="head:大学")
    assert bool(without_unnamed(text, [found])) is named


@pytest.mark.parametrize("name", ["售后", "人力资源", "研发设计", "储运公司"])
def test_departments_and_trades_are_no_companies(name):
    text = f"引进{name}、云帆科技等。"
    found = Finding(span=Span(start=2, end=2 + len(name)), kind="organisation", score=0.9, reason="bare")
    assert without_unnamed(text, [found]) == []


def test_a_platform_whose_name_is_made_of_such_words_stays_one():
    found = Finding(span=Span(start=2, end=8), kind="platform", score=0.9, reason="head:平台")
    assert without_unnamed("上线检测认证平台。", [found]) == [found]
