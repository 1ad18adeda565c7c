import dataclasses
from array import array

import pytest
from linking import ids, letter, linked, suggested

from corpus.records import Span
from graph.records import Mention

CITY, BUREAU = "漳州市", "漳州市商务局"


def names_one_thing(*names, kind, place=CITY, department=BUREAU):
    """Return whether the first and the last of the names that one letter uses, one after another, are one thing."""
    made = letter("x", place, *((name, kind) for name in names), department=department)
    found = ids(linked(made), (made,))
    return found["x", names[0]] == found["x", names[-1]]


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("漳州市商品市场管理条例", "条例"),
        ("国务院关于加快发展养老服务业的若干意见", "关于加快发展养老服务业的若干意见"),
        ("关于印发漳州市养老服务补贴办法的通知", "漳州市养老服务补贴办法"),
        ("漳州市养老服务补贴办法（试行）", "漳州市养老服务补贴办法"),
        ("关于促进农产品冷链发展的八条措施", "八条措施"),
        ("漳州市校外托管机构管理暂行办法", "暂行办法"),
    ],
)
def test_a_document_may_be_named_again_by_the_end_of_its_title(named, again):
    assert names_one_thing(named, again, kind="policy")


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("中华人民共和国职业教育法", "教育法"),
        ("江西省物业管理条例", "物业管理条例"),
        ("漳州市冷链规划（2016—2020年）", "漳州市冷链规划（2021—2025年）"),
        ("漳州市冷链物流规划", "条例"),
    ],
)
def test_a_title_of_its_own_that_ends_alike_is_another_document(named, other):
    assert not names_one_thing(named, other, kind="policy")


def test_of_two_titles_that_end_alike_the_last_one_is_meant_in_the_same_paragraph():
    assert not names_one_thing("漳州市商品市场管理条例", "漳州市养老服务条例", "条例", kind="policy")


def test_the_bureau_above_is_that_of_the_same_duties():
    assert names_one_thing("省商务厅", "省厅", kind="organisation")
    assert not names_one_thing("省财政厅", "省厅", kind="organisation")


def test_the_committee_of_a_zone_is_the_one_that_the_letter_names():
    full = "漳州高新技术产业开发区管理委员会"
    assert names_one_thing(full, "高新区管委会", kind="organisation")
    assert not names_one_thing(full, "新区管委会", kind="organisation")
    assert not names_one_thing(full, "龙海高新区管委会", "高新区管委会", kind="organisation")


def test_a_zone_is_the_one_that_the_letter_names():
    assert names_one_thing("漳州经济技术开发区", "经开区", kind="platform")
    assert not names_one_thing("漳州经济技术开发区", "高新区", kind="platform")


def test_a_place_or_level_may_be_left_out_of_a_name_of_its_own():
    place, bureau = "楚雄彝族自治州大姚县", "大姚县民政局"
    assert names_one_thing(
        "省医疗扶贫基金会", "医疗扶贫基金会", kind="organisation", place=place, department=bureau
    )
    assert names_one_thing("漳州市产业引导基金", "漳州产业引导基金", kind="fund")
    assert not names_one_thing("漳浦县产业引导基金", "漳州产业引导基金", kind="fund")
    assert not names_one_thing("市财政局", "财政局", kind="organisation", place=place, department=bureau)


def test_an_owner_may_be_left_out_of_a_name_of_its_own():
    assert names_one_thing("中国医学科学院北京协和医院", "北京协和医院", kind="organisation")
    assert names_one_thing("中国农业科学院柑桔研究所", "柑桔研究所", kind="organisation")
    assert not names_one_thing("北京大学人民医院", "人民医院", kind="organisation")
    assert not names_one_thing("北京协和医院", "上海协和医院", kind="organisation")


def test_a_part_may_be_named_without_its_zone():
    zone = "中国（广西）自由贸易试验区钦州港片区"
    assert names_one_thing(zone, "钦州港片区", kind="platform", place="钦州市", department=None)
    assert not names_one_thing(zone, "南宁片区", kind="platform", place="钦州市", department=None)


def test_a_department_may_be_named_by_characters_of_its_name_in_order():
    place, bureau = "绵阳市", "绵阳市教育和体育局"
    assert names_one_thing(bureau, "市教体局", kind="organisation", place=place, department=bureau)
    for other in ("市教育局", "市体育局", "市政局", "县教体局"):
        assert not names_one_thing(bureau, other, kind="organisation", place=place, department=bureau)


def test_an_older_department_whose_name_the_new_one_contains_is_another():
    assert not names_one_thing("市农业农村局", "市农业局", kind="organisation")


def test_a_company_may_be_named_without_its_legal_form():
    assert names_one_thing("湖南高新创业投资集团有限公司", "高新创投集团", kind="organisation")
    assert names_one_thing("安徽省祁门红茶发展有限公司", "祁门红茶发展公司", kind="organisation")
    assert not names_one_thing("湖南高新创业投资集团有限公司", "创新投资集团", kind="organisation")
    assert not names_one_thing("湖南高新创业投资有限公司", "高新创投集团", kind="organisation")


def link_of(made, name):
    """Return the one entity that a name of a letter is linked to, and the link."""
    linking = linked(made)
    mention = next(mention for mention in made[1].mentions if mention.text == name)
    found = linking.links[mention.mention_id]
    (entity,) = [one for one in linking.entities if one.entity_id in found.entity_ids]
    return entity, found, linking


@pytest.mark.parametrize(
    ("named", "bare"),
    [
        ("国家药品监督管理局", "药监局"),
        ("国家知识产权局", "知识产权局"),
        ("省药监局", "药监局"),
    ],
)
def test_a_bare_bureau_behind_one_of_another_level_is_taken_for_none_but_suggested(named, bare):
    made = letter("x", CITY, named, bare, department=BUREAU)
    entity, _, linking = link_of(made, bare)
    assert (entity.name, entity.jurisdiction) == (bare, "")
    other, _, _ = link_of(made, named)
    assert frozenset((entity.name, other.name)) in suggested(linking)


def test_a_bare_bureau_is_that_of_the_letters_place_where_the_letter_names_it():
    made = letter("x", CITY, "国家药品监督管理局", "市药监局", "药监局", department=BUREAU)
    entity, found, _ = link_of(made, "药监局")
    assert entity.name == "漳州市药品监督管理局"
    assert (found.rule, found.certainty) == ("named_before", "asserted")


def test_a_bare_bureau_that_the_letter_never_names_in_full_is_only_inferred_to_be_that_of_its_place():
    made = letter("x", CITY, "人社局", "市教育局", department=BUREAU)
    entity, found, _ = link_of(made, "人社局")
    assert (entity.name, entity.jurisdiction) == ("漳州市人力资源和社会保障局", CITY)
    assert (found.rule, found.certainty) == ("own_place", "inferred")
    _, told, _ = link_of(made, "市教育局")
    assert told.certainty == "asserted"


def test_the_committee_of_a_park_is_that_of_the_one_park_named_before():
    full = "苏州工业园区管委会"
    assert names_one_thing(full, "园区管委会", kind="organisation", place="苏州市", department="苏州市商务局")
    two = (full, "苏州纳米园区管委会", "园区管委会")
    assert not names_one_thing(*two, kind="organisation", place="苏州市", department="苏州市商务局")


def test_the_committee_of_a_park_that_nobody_names_is_of_no_place():
    entity, _, _ = link_of(letter("x", CITY, "园区管委会", department=BUREAU), "园区管委会")
    assert (entity.name, entity.jurisdiction) == ("园区管委会", "")


def test_a_body_with_a_name_of_its_own_gets_no_place_that_its_letter_does_not_print():
    entity, _, _ = link_of(letter("x", CITY, "青云科学城管委会", department=BUREAU), "青云科学城管委会")
    assert (entity.name, entity.jurisdiction) == ("青云科学城管理委员会", CITY)


def test_a_quoted_brand_is_the_thing_that_was_named_with_it():
    assert names_one_thing("“竹医云”远程会诊平台", "竹医云", kind="platform")
    assert not names_one_thing("“竹医云”远程会诊平台", "“竹医云”小程序", "竹医云", kind="platform")
    assert not names_one_thing("竹医云远程会诊平台", "竹医", kind="platform")


@pytest.mark.parametrize(
    ("long", "brand"),
    [
        ("“亮竹工程”应急指挥平台", "亮竹工程"),
        ("“青石茶谷”融资服务平台", "青石茶谷"),
        ("“竹海经济区”医疗会诊平台", "竹海经济区"),
    ],
)
def test_a_thing_that_a_platform_is_named_after_is_another(long, brand):
    assert not names_one_thing(long, brand, kind="platform")


def test_a_brand_that_was_named_before_its_platform_is_a_thing_of_its_own():
    assert not names_one_thing("竹医通", "“竹医通”远程会诊平台", kind="platform")
    made = letter(
        "x", CITY, ("“竹医通”", "platform"), ("“竹医通”远程会诊平台", "platform"), ("竹医通", "platform")
    )
    found = ids(linked(made), (made,))
    assert found["x", "“竹医通”远程会诊平台"] != found["x", "竹医通"]


def test_a_brand_that_was_named_as_a_thing_of_another_kind_is_not_its_platform():
    long, brand = "“竹医通”远程会诊平台", "竹医通"
    made = letter("x", CITY, (long, "platform"), ("“竹医通”", "policy"), (brand, "platform"))
    found = ids(linked(made), (made,))
    assert found["x", long] != found["x", brand]


def entities_of(text, *names):
    """Return the entity of each name, in order; `names`: (name, kind), found in the text one behind the other."""
    made, recognition = letter("x", CITY, department=BUREAU)
    mentions, at = [], 0
    for name, kind in names:
        at = text.index(name, at)
        span = Span(start=at, end=at + len(name))
        mentions.append(
            Mention(
                mention_id=f"x.m{at}",
                letter_id="x",
                span=span,
                text=name,
                kind=kind,
                recogniser="test",
                score=1.0,
            )
        )
        at += len(name)
    made = dataclasses.replace(made, text=text, raw_offsets=array("I", range(len(text))))
    linking = linked((made, dataclasses.replace(recognition, mentions=tuple(mentions))))
    return [linking.links[mention.mention_id].entity_ids for mention in mentions]


@pytest.mark.parametrize(("noun", "kind"), [("行动", "policy"), ("工程", "policy"), ("系统", "platform")])
def test_a_brand_cut_off_its_noun_is_what_is_named_with_the_noun(noun, kind):
    for text, names in (
        (f"开展“护竹”{noun}。护竹{noun}见效。", ("护竹", f"护竹{noun}")),
        (f"护竹{noun}见效。深化“护竹”{noun}。", (f"护竹{noun}", "护竹")),
    ):
        first, second = entities_of(text, *((name, kind) for name in names))
        assert first == second


def test_a_brand_of_two_nouns_is_not_what_is_named_with_one_of_them():
    text = "上线“护竹”系统。推广“护竹”小程序。护竹小程序可用。"
    brand, _, whole = entities_of(
        text, ("护竹", "platform"), ("护竹", "platform"), ("护竹小程序", "platform")
    )
    assert brand != whole


def test_a_company_may_be_named_by_the_short_form_of_what_it_does():
    assert names_one_thing("漳州城际公共交通有限公司", "城际公交公司", kind="organisation")
    assert not names_one_thing("漳州城际客运有限公司", "城际公交公司", kind="organisation")


def test_an_attached_hospital_with_a_name_of_its_own_is_the_one_named_before():
    full = "武汉大学医学院附属鄱湖医院"
    assert names_one_thing(full, "鄱湖医院", kind="organisation", place="全国", department="教育部")
    assert not names_one_thing(
        "武汉大学附属第一医院", "第一医院", kind="organisation", place="全国", department="教育部"
    )


def test_a_ministry_may_leave_the_state_out_of_a_funds_name():
    fund, short = "国家绿色转型发展基金", "绿色转型发展基金"
    assert names_one_thing(fund, short, kind="fund", place="全国", department="财政部")
    assert not names_one_thing(fund, short, kind="fund")


def test_a_regulators_local_office_is_not_the_department_of_the_city_with_like_duties():
    assert not names_one_thing("厦门市金融监管局", "厦门金融监管局", kind="organisation", place="厦门市")
    assert names_one_thing("厦门市金融监管局", "市金融监督管理局", kind="organisation", place="厦门市")


def test_a_university_may_be_named_again_by_some_of_its_characters():
    assert names_one_thing("哈尔滨工业大学", "哈工大", kind="organisation")
    assert names_one_thing("香港科技大学", "港科大", kind="organisation")
    assert not names_one_thing("中国科学技术大学", "中国海洋大学", "华科大", kind="organisation")
    assert not names_one_thing("哈尔滨工业大学", "哈尔滨工程大学", "哈工大", kind="organisation")


def test_a_long_department_may_be_named_again_by_some_of_its_characters():
    bureau = "重庆市大数据应用发展管理局"
    assert names_one_thing(bureau, "市大数据发展局", kind="organisation", place="重庆市", department=bureau)


def test_a_platform_that_ends_like_a_brand_is_named_again_by_its_brand():
    assert names_one_thing("“亲清在线”数字平台", "亲清在线", kind="platform", place="杭州市")


def test_an_institute_of_an_academy_may_be_named_again_without_it():
    assert names_one_thing(
        "中国科学院天津工业生物技术研究所", "天津工业生物技术研究所", kind="organisation", place="天津市"
    )


def test_two_companies_side_by_side_are_not_one():
    full, short = "招云局港口集团股份有限公司", "漳州招云局港口集团"
    first, second = entities_of(f"与{full}、{short}合资。", (full, "organisation"), (short, "organisation"))
    assert first != second
    first, second = entities_of(
        f"与{full}合资。{short}出资。", (full, "organisation"), (short, "organisation")
    )
    assert first == second


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("漳州市环境监测中心", "市环监中心"),
        ("漳州市环境监测中心", "环监中心"),
        ("福建省技术交易所", "省技交所"),
        ("海峡水产研究院种质资源中心", "种资中心"),
    ],
)
def test_an_institution_may_be_named_again_by_the_first_characters_of_its_words(full, short):
    assert names_one_thing(full, short, kind="organisation")


@pytest.mark.parametrize(
    "names",
    [
        ("漳州市政务服务中心", "市服务中心"),
        ("福建省环境监测中心", "市环监中心"),
        ("漳州市环境监测中心", "市检测中心"),
        ("漳州市技术交易所", "漳州市技术交流所", "市技交所"),
    ],
)
def test_other_institutions_are_not_taken_for_its_acronym(names):
    assert not names_one_thing(*names, kind="organisation")
