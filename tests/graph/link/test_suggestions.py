import ast
import re
from pathlib import Path

import pytest
from linking import letter, linked, suggested

from graph.both_languages import chinese, english
from graph.link import persons, suggestions

LONG, SHORT = "深交所科技成果与知识产权交易中心", "深交所科交中心"


def pairs(*letters):
    return suggested(linked(*letters))


def rules(*letters):
    return {suggestion.rule for _, _, suggestion in linked(*letters).suggestions}


def test_an_abbreviation_is_proposed_and_not_applied():
    made = letter("a", "深圳市", (LONG, "platform"), (SHORT, "platform"))
    assert pairs(made) == {frozenset((LONG, SHORT))}
    assert len(linked(made).entities) == 2


def test_a_department_whose_like_is_seen_only_later_is_proposed_as_renamed():
    old = letter("a", "深圳市福田区", "福田区科技创新局", date="2023-05-06")
    new = letter("b", "深圳市福田区", "福田区科技和工业信息化局", date="2024-09-12")
    ((left, right, suggestion),) = linked(old, new).suggestions
    assert (left, right) == ("e/福田区科技创新局", "e/福田区科技和工业信息化局")
    assert (suggestion.relation, suggestion.rule) == ("succeeded_by", "renaming")
    assert suggestion.reason == (
        "前者最后见于 2023-05-06，后者最早见于 2024-09-12；两名都有科技 · "
        "last seen 2023-05-06, first seen 2024-09-12; both have 科技 in their names"
    )


def test_departments_seen_at_the_same_time_did_not_follow_each_other():
    both = [
        letter(name, "深圳市福田区", "福田区科技创新局", "福田区科技和工业信息化局", date=date)
        for name, date in (("a", "2023-05-06"), ("b", "2024-09-12"))
    ]
    assert pairs(*both) == set()


def test_one_name_of_two_cities_is_proposed_where_it_names_no_level():
    made = [
        letter(one, city, ("新能源汽车中试基地", "platform"))
        for one, city in (("a", "苏州市"), ("b", "厦门市"))
    ]
    assert rules(*made) == {"homonym"}


def test_one_name_of_many_cities_is_one_question_for_each_city_but_the_best_known():
    cities = ("苏州市", "厦门市", "长沙市", "宁波市", "昆明市", "贵阳市")
    made = [
        letter(str(number), city, ("新能源汽车中试基地", "platform")) for number, city in enumerate(cities)
    ]
    made.append(letter("again", "昆明市", ("新能源汽车中试基地", "platform")))
    asked = [{left, right} for left, right, _ in linked(*made).suggestions]
    assert len(asked) == len(cities) - 1
    assert len(set.intersection(*asked)) == 1


def test_departments_of_two_cities_are_not_even_proposed():
    made = [letter("a", "苏州市", "市财政局", "市政协"), letter("b", "厦门市", "市财政局", "市政协")]
    assert pairs(*made) == set()


def test_names_whose_heads_leave_nothing_out_are_never_proposed_as_abbreviations():
    made = letter(
        "a", "深圳市", "香港大学", "香港中文大学", "市中医院", "市中心医院", "南京大学", "南京农业大学"
    )
    assert pairs(made) == set()


def test_a_word_swapped_for_another_makes_another_thing():
    made = letter(
        "a",
        "苏州市",
        ("知识产权保护中心", "organisation"),
        ("知识产权服务中心", "organisation"),
        ("智能制造创新中心", "platform"),
        ("智能装备创新中心", "platform"),
    )
    assert pairs(made) == set()


def test_suggestions_carry_a_score_below_certainty_and_a_reason():
    made = letter("a", "深圳市", (LONG, "platform"), (SHORT, "platform"))
    ((_, _, suggestion),) = linked(made).suggestions
    assert 0.5 < suggestion.score < 1
    assert SHORT in suggestion.reason


@pytest.mark.parametrize(
    ("rule", "letters"),
    [
        ("homonym", [letter("a", None, "集群发展科"), letter("b", None, "集群发展科")]),
        ("unknown_place", [letter("a", None, "区中心医院", "江津区中心医院")]),
        ("abbreviation", [letter("a", "深圳市", (LONG, "platform"), (SHORT, "platform"))]),
    ],
)
def test_a_reason_is_told_in_chinese_and_then_in_english(rule, letters):
    ((_, _, suggestion),) = linked(*letters).suggestions
    assert suggestion.rule == rule
    assert not re.search("[a-z]{3}", chinese(suggestion.reason))
    assert re.search("[a-z]{3} [a-z]{2}", english(suggestion.reason))


def test_every_reason_is_put_together_of_two_languages():
    """No rule makes a suggestion with a text of one language: all of them call `both`."""
    for module in (suggestions, persons):
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        assigned = {
            node.targets[0].id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        made = [
            node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "Suggestion"
        ]
        assert made
        for call in made:
            (reason,) = (one.value for one in call.keywords if one.arg == "reason")
            reason = assigned[reason.id] if isinstance(reason, ast.Name) else reason
            assert called(reason) == "both", ast.unparse(call)


def called(node):
    return getattr(getattr(node, "func", None), "id", "")


def test_a_level_word_of_an_unknown_place_is_proposed_to_be_the_place_that_the_letter_names():
    made = letter("a", None, "区中心医院", "江津区中心医院")
    assert rules(made) == {"unknown_place"}
    assert pairs(letter("b", None, "区中心医院", "江津区中心医院", "合川区中心医院")) == set()


def test_a_name_that_only_begins_like_a_level_is_proposed_with_its_whole_name():
    made = letter("a", None, "市场监督管理局", "合肥市市场监督管理局")
    assert rules(made) == {"unknown_place"}


def test_an_abbreviation_of_another_kind_is_proposed_too():
    made = letter("a", "深圳市", (LONG, "platform"), (SHORT, "organisation"))
    assert pairs(made) == {frozenset((LONG, SHORT))}


def test_an_acronym_is_proposed_where_one_name_alone_holds_its_characters_in_order():
    made = letter(
        "a", "广州市", "广中医", "广州中医药大学", "中科院深圳先进院", "中国科学院深圳先进技术研究院"
    )
    assert pairs(made) == {
        frozenset(("广中医", "广州中医药大学")),
        frozenset(("中科院深圳先进院", "中国科学院深圳先进技术研究院")),
    }
    assert pairs(letter("b", "广州市", "广中医", "广州中医药大学", "广东省中医药医学会")) == set()


def test_central_bodies_and_committees_of_two_places_are_no_successors_and_no_homonyms():
    early = letter("a", "开封市兰考县", "国家数据局", "国家林业和草原局", "团兰考县委", date="2022-01-01")
    late = letter("b", "海北藏族自治州", "国家知识产权局", "国家体育总局", "团州委", date="2024-01-01")
    assert pairs(early, late) == set()


def test_a_part_of_a_ministry_is_no_long_form_of_it():
    assert pairs(letter("a", "张掖市", "水利部", "水利部黄河水利委员会黑河流域管理局")) == set()


def test_short_titles_of_many_letters_are_not_proposed_to_be_one():
    made = [letter(one, "苏州市", ("《实施方案》", "policy"), ("专项资金", "fund")) for one in "abcd"]
    assert pairs(*made) == set()


def test_a_hospital_without_its_place_is_proposed_as_the_one_with_it():
    made = letter("a", "北京市", "北京协宁医院", "协宁医院")
    assert pairs(made) == {frozenset(("北京协宁医院", "协宁医院"))}
    assert rules(made) == {"place_left_out"}


def test_a_name_of_another_place_leaves_none_out():
    assert pairs(letter("a", "上海市", "北京协宁医院", "协宁医院")) == set()


def test_a_brand_of_a_city_and_the_provinces_platform_of_that_brand_are_proposed():
    made = letter("a", "湖州市", ("“湖科通”", "platform"), ("浙江省“湖科通”平台", "platform"))
    assert pairs(made) == {frozenset(("“湖科通”", "浙江省“湖科通”平台"))}
    assert rules(made) == {"brand_and_head"}


def test_a_brands_channel_is_proposed_and_one_of_another_place_is_not():
    channel = letter("a", "湖州市", ("“湖科通”", "platform"), ("湖科通小程序", "platform"))
    assert rules(channel) == {"brand_and_head"}
    elsewhere = letter("a", "湖州市", ("“湖科通”", "platform"), ("苏州市湖科通平台", "platform"))
    assert pairs(elsewhere) == set()


def test_a_fund_named_behind_its_whole_is_a_part_and_not_proposed_as_the_whole():
    part = letter("a", "苏州市", ("太湖产业基金", "fund"), ("太湖产业基金生物医药产业基金", "fund"))
    assert pairs(part) == set()
    short = letter("a", "苏州市", ("太湖产业基金", "fund"), ("太湖产业基金二期基金", "fund"))
    assert pairs(short) == {frozenset(("太湖产业基金", "太湖产业基金二期基金"))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市公交集团", "市公共交通集团有限公司"),
        ("市公交公司", "市公共交通有限公司"),
        ("市城投集团", "市城市投资集团有限公司"),
    ],
)
def test_a_company_whose_trade_is_shortened_is_proposed(one, other):
    found = linked(letter("a", "玉林市", one), letter("b", "玉林市", other))
    assert {f"玉林{one}", f"玉林{other}"} in suggested(found)


def test_companies_of_other_trades_or_places_are_not_proposed():
    found = linked(
        letter("a", "玉林市", "市公交集团", "市水务集团"), letter("b", "钦州市", "市公共交通集团有限公司")
    )
    assert suggested(found) == set()


def test_a_body_of_a_level_is_never_proposed_as_one_of_the_state():
    assert pairs(letter("a", None, "省能源局", "国家能源局")) == set()


def test_bodies_of_every_city_in_letters_of_unknown_places_are_not_proposed_to_be_one():
    assert (
        pairs(letter("a", None, "市人民政府", "省交通运输厅"), letter("b", None, "市政府", "省交通运输厅"))
        == set()
    )
