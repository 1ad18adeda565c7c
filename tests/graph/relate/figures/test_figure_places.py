"""Where a number holds: the place of its own clause, else the letter's."""

from __future__ import annotations

import msgspec
import pytest
from read_figures import read
from sentences import linked

from graph.relate.figures.conflicts import figure_conflicts
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places

OWN = "place/深圳市福田区"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("在广州、东莞、宁波设立[甲总站|o]等协作站15个。", OWN),
        ("全镇共有企业56家。", ""),
        ("现有古建筑90处，其中全国重点文物保护单位7处。", OWN),
        ("评选各类先进30名，其中全国劳动模范3名。", OWN),
        ("新增景点9处，其中全国乡村旅游重点村2个。", OWN),
        ("2024年全国绿化面积达300万亩。", "place/全国"),
        ("全国先进制造业企业达到500家。", "place/全国"),
        ("全国示范社保卡发放量达3亿张。", "place/全国"),
        ("全国五一假期旅游人次达2亿人次。", "place/全国"),
        ("全国乡村旅游接待游客30亿人次。", "place/全国"),
        ("全国版权登记量达800万件。", "place/全国"),
        ("全国百强企业营业收入3万亿元。", "place/全国"),
        ("全国休闲农业营业收入达8000亿元。", "place/全国"),
        ("全国劳动模范有3000名。", "place/全国"),
        ("我州建成公路300公里。", ""),
        ("全街道新增停车位200个。", ""),
        ("安全区域建成协作站15个。", OWN),
        ("[甲局|o]在宁波设立协作站，发展会员11万人。", OWN),
        ("首批在湖北省、安徽省等10个省份开展。", OWN),
        ("在全国副省级城市中较早出台《[甲条例|y]》，2024年立项18个。", OWN),
        ("全区月均收入5127元，增速高于全国平均水平1.3个百分点。", OWN),
        ("南山区建成协作站15个。", "place/深圳市南山区"),
        ("占全省的42%、全国的12%。", "place/全国"),
    ],
)
def test_a_number_holds_where_its_own_clause_says_unless_it_lists_or_compares_places(sentence, place):
    assert read(sentence).figures[-1].place == place


def test_places_that_are_told_apart_each_have_their_number():
    found = read("南山区、福田区分别建成协作站15个、12个。").figures
    assert [each.place for each in found] == ["place/深圳市南山区", OWN]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("沿淮片区36个县的茶园面积达418万亩。", ""),
        ("支持改造加工车间640座。", ""),
        ("全国茶园面积达4000万亩。", "place/全国"),
        ("安徽省茶园面积达418万亩。", "place/安徽省"),
    ],
)
def test_what_a_ministry_tells_holds_for_the_whole_country_only_where_it_says_so(sentence, place):
    letter = masked_letter(linked(sentence, jurisdiction="全国"), places.load())
    assert figures(letter).figures[-1].place == place


def test_numbers_of_unknown_places_are_not_set_against_each_other():
    told = "截至2023年底，沿淮片区茶园面积达{}万亩。"
    one, two = (
        figures(masked_letter(linked(told.format(number), jurisdiction="全国"), places.load())).figures[0]
        for number in (36, 48)
    )
    other = msgspec.structs.replace(two, letter_id="other", figure_id="other.f1")
    assert figure_conflicts([one, other]) == ()
    known = [msgspec.structs.replace(each, place="place/安徽省") for each in (one, other)]
    assert len(figure_conflicts(known)) == 1


@pytest.mark.parametrize(
    ("sentence", "words", "scope", "place"),
    [
        ("南山区率先建成[甲中心|p]。", "率先", "", "place/深圳市南山区"),
        ("在全省率先建成[甲中心|p]。", "全省率先", "全省", OWN),
        ("全国率先建成[甲中心|p]。", "全国率先", "全国", OWN),
    ],
)
def test_a_place_that_acts_first_is_not_what_it_is_first_in(sentence, words, scope, place):
    (claim,) = read(sentence).rankings
    assert (claim.words, claim.scope, claim.place) == (words, scope, place)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("[西湖区文旅局|o]作为试点，探索联动服务，签约戏台1460座。", "place/杭州市西湖区"),
        ("[西湖区文化馆|o]、[拱墅区文化馆|o]探索联动服务，签约戏台1460座。", "place/杭州市"),
        ("[上海戏曲公司|o]驻场以来，上座率85%。", "place/杭州市"),
        ("市文旅局会同[西湖区文旅局|o]推进试点；全市签约戏台1460座。", "place/杭州市"),
    ],
)
def test_what_a_body_of_a_district_counts_holds_for_the_district(sentence, place):
    letter = masked_letter(linked(sentence, jurisdiction="杭州市"), places.load())
    assert figures(letter).figures[-1].place == place


@pytest.mark.parametrize(
    ("sentence", "jurisdiction", "place"),
    [
        ("位于南山区的[柳溪工坊|p]已开园，引入企业31家，年产值2亿元。", "深圳市", "place/深圳市南山区"),
        ("位于南山区的[柳溪工坊|p]已开园；引入企业31家。", "深圳市", "place/深圳市"),
        ("[凤凰县非遗馆|p]经改造重新开放，年接待3万人。", "湖南省", "place/湘西土家族苗族自治州凤凰县"),
        ("[凤凰县非遗馆|p]经改造重新开放，年接待3万人。", "湖北省", "place/湖北省"),
        ("[南山区信息化基地|p]已启用。基地接入终端35台。", "深圳市", "place/深圳市南山区"),
        ("[信息化基地|p]已启用。基地接入终端35台。", "深圳市", "place/深圳市"),
    ],
)
def test_where_a_thing_stands_is_where_its_numbers_hold(sentence, jurisdiction, place):
    letter = masked_letter(linked(sentence, jurisdiction=jurisdiction), places.load())
    assert figures(letter).figures[-1].place == place


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("南山区设立产业基金10亿元，首期出资3亿元。", "place/深圳市南山区"),
        ("南山区出台戏台条例，建成戏台120座。", "place/深圳市南山区"),
        ("南山区与罗湖区签订协议，每月补偿100万元。", OWN),
        ("南山区出台戏台条例，全区建成戏台120座。", OWN),
        ("学习南山区经验，建成戏台120座。", OWN),
        ("南山区出台条例；建成戏台120座。", OWN),
    ],
)
def test_a_place_that_acts_alone_in_an_earlier_clause_goes_on_acting(sentence, place):
    assert read(sentence).figures[-1].place == place


def test_what_an_autonomous_region_calls_itself_is_the_region():
    (found,) = figures(
        masked_letter(linked("全区建成协作站15个。", jurisdiction="内蒙古自治区"), places.load())
    ).figures
    assert found.place == "place/内蒙古自治区"


def test_a_place_that_nobody_can_name_is_no_part_of_a_metric():
    assert [each.metric for each in read("全镇共有企业56家。").figures] == ["企业"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("在南山区，戏台巡演已办三季，观众反映较好，累计演出240场。", "place/深圳市南山区"),
        ("我市戏台认养目前在南山区先行试点，由[甲公司|o]承办，认养300座。", "place/深圳市南山区"),
        ("戏台认养由南山区先行试点，认养300座。", "place/深圳市南山区"),
        ("[甲公司|o]在南山区建设[乙戏苑|p]，占地300亩。", "place/深圳市南山区"),
        ("[甲公司|o]在南山区建设[乙戏苑|p]，发展会员300人。", "place/深圳市"),
        ("南山区获评戏曲之乡，[深圳市戏曲基金|f]安排300万元。", "place/深圳市"),
        ("南山区率先发放戏票，对观众补贴300元。", "place/深圳市南山区"),
    ],
)
def test_where_something_is_tried_set_up_or_told_of_its_numbers_hold(sentence, place):
    letter = masked_letter(linked(sentence, jurisdiction="深圳市"), places.load())
    assert figures(letter).figures[-1].place == place


@pytest.mark.parametrize(
    ("sentence", "jurisdiction", "place"),
    [
        ("[桂林山水戏苑|p]经改造开放，年接待3万人。", "广西壮族自治区", "place/桂林市"),
        ("[桂林银行|o]推出戏票贷，放款3亿元。", "广西壮族自治区", "place/广西壮族自治区"),
        ("[桂林银行|o]推出戏票贷，放款3亿元。", "全国", "place/桂林市"),
        ("[寿光戏曲基地|p]获寿光市支持，年接待3万人。", "潍坊市", "place/潍坊市寿光市"),
        ("[寿光戏曲基地|p]经改造开放，年接待3万人。", "潍坊市", "place/潍坊市"),
    ],
)
def test_a_short_form_in_a_name_tells_where_a_site_is_not_where_a_bank_acts(sentence, jurisdiction, place):
    letter = masked_letter(linked(sentence, jurisdiction=jurisdiction), places.load())
    assert figures(letter).figures[-1].place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲高新区|p]规划建设[乙中试基地|p]，总建筑面积约6.8万平方米。",
        "[甲工业园区|p]在全省率先试行服务券，累计兑付1130万元。",
        "[乙医药园|p]位于[甲高新区|p]，规划面积16.2平方公里。",
        "我局在[甲综合实验区|p]设立[乙驿站|p]，已提供咨询740余人次。",
        "[甲高新区|p]前身为工业集中区，规划面积32.6平方公里。",
    ],
)
def test_a_number_told_of_a_zone_holds_there_and_not_for_the_whole_place(sentence):
    found = read(sentence)
    (zone,) = [name for name in ("甲高新区", "甲工业园区", "甲综合实验区") if name in sentence]
    assert found.figures[-1].place == zone


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲高新区|p]、[乙集团|o]分别认缴2亿元、1.5亿元。",
        "[甲高新区|p]设立[乙基金|f]，首期规模2亿元。",
        "支持[甲高新区|p]建设[乙基地|p]，我区建成标准厂房3万平方米。",
        "[甲高新区管委会|o]建成标准厂房3万平方米。",
        "[国家知识产权保护示范区|p]建成后，全区专利授权量3.5万件。",
        "[甲高新区|p]获批国家级，区级财政累计安排资金5亿元。",
        "[乙公司|o]位于[甲高新区|p]，产品出口30个国家，在海外设立工厂12家。",
        "[甲公司|o]总部设在[甲高新区|p]，门店遍布各街道，达1200家。",
    ],
)
def test_a_zone_that_is_one_of_several_or_only_named_says_nothing_of_where(sentence):
    assert {each.place for each in read(sentence).figures} == {OWN}


def test_a_place_that_is_one_of_those_counted_is_not_where_they_are():
    (told,) = read("浙江省杭州市桐庐县大坪村等8个村获评美丽乡村。").figures
    assert told.place == "place/深圳市福田区"
    (told,) = read("浙江省建成公园等8处。").figures
    assert told.place == "place/浙江省"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("支持广东华联制冷设备有限公司实施攻关项目18项。", OWN),
        ("广东新增攻关项目18项。", "place/广东省"),
    ],
)
def test_the_place_in_the_name_of_a_company_is_not_where_a_number_holds(sentence, place):
    assert read(sentence).figures[-1].place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "广东集聚上市公司210家。",
        "广东建成便民公司化服务站点30个。",
        "广东引进亚丁电器有限公司等企业12家。",
    ],
)
def test_a_class_of_companies_and_who_brings_one_in_leave_a_number_its_place(sentence):
    assert read(sentence).figures[-1].place == "place/广东省"
