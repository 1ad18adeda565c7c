import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking import identifier, key

from graph.link.name_keys import core
from ontology import places

CITIES = sorted(
    place.canonical
    for place in places.load().by_canonical.values()
    if place.level == "prefecture" and place.name.endswith("市")
)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("中国（南方）知识产权运营中心", "中国南方知识产权运营中心"),
        ("“20＋8”产业 基金", "20+8产业基金"),
        ("《福田区支持科技创新若干措施(试行)》", "福田区支持科技创新若干措施试行"),
        ("深交所\n科交中心", "深交所科交中心"),
        ("「鹭岛」〔人才〕计划", "鹭岛人才计划"),
        ("中国—东盟自由贸易区", "中国东盟自由贸易区"),
        ("苏州市冷链发展规划（2021－2025年）", "苏州市冷链发展规划2021-2025年"),
    ],
)
def test_brackets_quotes_white_space_and_width_are_no_part_of_a_name(written, bare):
    assert core(written) == bare


@settings(deadline=None)
@given(st.text(max_size=40))
def test_the_core_of_a_core_is_the_core(text):
    assert core(core(text)) == core(text)


@settings(deadline=None)
@given(
    st.text(alphabet="区市省财政局深圳福田科技（）“”《》 ", min_size=1, max_size=12),
    st.sampled_from([None, *CITIES]),
)
def test_any_text_has_a_key_and_always_the_same(text, jurisdiction):
    first, again = (
        identifier().identify.__wrapped__(text, "organisation", jurisdiction, "l1") for _ in range(2)
    )
    assert first == again


@settings(deadline=None)
@given(st.sampled_from(CITIES))
def test_a_city_named_in_full_is_the_letters_own_city(city):
    assert key("市财政局", jurisdiction=city) == key(f"{city}财政局", jurisdiction=city)


@settings(deadline=None)
@given(st.lists(st.sampled_from(CITIES), min_size=2, max_size=2, unique=True))
def test_a_level_word_means_another_body_in_another_city(two):
    assert key("市财政局", jurisdiction=two[0]) != key("市财政局", jurisdiction=two[1])


def test_a_level_word_of_an_unknown_place_belongs_to_its_letter_alone():
    assert key("市财政局", letter_id="a") != key("市财政局", letter_id="b")
    assert key("市财政局", letter_id="a").scope == "?a"


def test_bodies_of_two_levels_of_an_unknown_place_are_two():
    assert key("省发改委", letter_id="a") != key("市发改委", letter_id="a")
    assert key("省委", letter_id="a") != key("市委", letter_id="a")
    assert key("省委", letter_id="a") == key("中共省委", letter_id="a")


def test_a_central_body_is_the_same_in_every_letter():
    assert key("国家药监局", jurisdiction="深圳市") == key("国家药品监督管理局", jurisdiction="苏州市")
    assert key("国家药监局", jurisdiction="深圳市").scope == "全国"


def test_a_short_form_that_two_central_bodies_could_share_is_expanded_only_behind_a_place():
    assert key("市卫健委", jurisdiction="苏州市") != key("国家卫健委", jurisdiction="苏州市")


def test_a_ministry_named_without_the_state_is_the_ministry_in_a_letter_to_the_national_assembly():
    assert key("发展改革委", jurisdiction="全国") == key("国家发展和改革委员会")
    assert key("发展改革委", jurisdiction="岳阳市") == key("岳阳市发展和改革委员会")


def test_a_document_whose_title_names_a_ministry_is_of_the_country():
    title = "水利部办公厅关于印发水系连通实施方案编制指南的通知"
    assert key(title, "policy", "楚雄彝族自治州大姚县").scope == "全国"
    assert key(title, "policy", None).scope == "全国"
    assert key("财政部湖北监管局关于资金监管的通知", "policy", "襄阳市").scope != "全国"


def test_an_office_whose_name_is_clipped_gets_no_name_that_nobody_uses():
    of = identifier().identify
    assert of("市创文办", "organisation", "亳州市", "l1").name == "亳州市创文办"
    assert of("市商务委", "organisation", "亳州市", "l1").name == "亳州市商务委员会"
    assert of("市教育委", "organisation", "亳州市", "l1").name == "亳州市教育委员会"


def test_the_full_name_of_the_consultative_conference_is_its_short_one():
    assert key("中国人民政治协商会议和静县委员会") == key("政协和静县委员会") == key("和静县政协")
    assert key("中国人民政治协商会议全国委员会") == key("全国政协")


def test_the_bureau_above_belongs_to_its_letter():
    of_culture = key("市局", jurisdiction="岳阳市岳阳县", letter_id="a")
    assert of_culture != key("市局", jurisdiction="岳阳市岳阳县", letter_id="b")
    assert of_culture == key("市局", jurisdiction="岳阳市岳阳县", letter_id="a")


def test_words_that_only_begin_like_a_level_word_name_no_level():
    assert key("市场监督管理局", jurisdiction="苏州市").core == "市场监督管理局"
    assert key("区块链服务平台", "platform", "苏州市").core == "区块链服务平台"


def test_two_districts_of_one_name_are_told_apart_by_their_cities():
    assert key("鼓楼区教育局", jurisdiction="南京市") == key("南京市鼓楼区教育局", jurisdiction="江苏省")
    assert key("鼓楼区教育局", jurisdiction="南京市") != key("鼓楼区教育局", jurisdiction="福州市")


def test_the_state_before_a_law_or_a_customs_house_is_no_part_of_its_name():
    assert key("《中华人民共和国药品管理法》", "policy", "苏州市") == key(
        "《药品管理法》", "policy", "厦门市"
    )
    assert key("中华人民共和国长沙海关", jurisdiction="长沙市") == key("长沙海关", jurisdiction="长沙市")


def test_a_measure_of_one_city_is_not_that_of_another():
    assert key("《科技奖励办法》", "policy", "苏州市") != key("《科技奖励办法》", "policy", "厦门市")


@pytest.mark.parametrize(
    ("name", "kind"), [("《实施方案》", "policy"), ("《若干措施》", "policy"), ("专项资金", "fund")]
)
def test_a_title_that_says_only_what_kind_it_is_belongs_to_its_letter(name, kind):
    assert key(name, kind, "苏州市", "a") != key(name, kind, "苏州市", "b")


def test_a_bodys_former_name_is_the_name_it_had():
    former = key("原市大数据管理局", jurisdiction="苏州市")
    assert former == key("市大数据管理局", jurisdiction="苏州市")
    assert key("原平市财政局", jurisdiction="忻州市") != key("平市财政局", jurisdiction="忻州市")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("省驻粤办事处党委", "贵州省驻粤办事处党委"),
        ("遵义市直机关工委", "遵义市直机关工委"),
        ("遵义市发展改革委", "遵义市发展和改革委员会"),
    ],
)
def test_a_party_committee_keeps_the_name_it_goes_by_and_a_commission_gets_its_full_one(written, named):
    assert identifier().identify(written, "organisation", "贵州省", "l1").name == named


@pytest.mark.parametrize(
    ("name", "subkind"),
    [
        ("致公党长沙市委", "democratic_party"),
        ("民进厦门市委会", "democratic_party"),
        ("致公党中央委员会", "democratic_party"),
        ("中共厦门市委", "party_committee"),
        ("共青团厦门市委", "mass_organisation"),
    ],
)
def test_a_committee_of_a_democratic_party_is_none_of_the_government(name, subkind):
    assert identifier().identify(name, "organisation", "厦门市", "letter").subkind == subkind


@pytest.mark.parametrize(
    ("name", "local", "shown"),
    [
        (
            "文山州“十四五”义务教育（含幼儿园）规划",
            None,
            "文山壮族苗族自治州“十四五”义务教育（含幼儿园）规划",
        ),
        ("市“十四五”规划", "长沙市", "长沙市“十四五”规划"),
        ("“市直通车”计划", "长沙市", "“市直通车”计划"),
        ("《福建省甲规划》和《乙规划》", None, "《福建省甲规划》和《乙规划》"),
        ("《福建省甲（《乙规划》丙篇）规划》", None, "福建省甲（《乙规划》丙篇）规划"),
    ],
)
def test_a_name_restored_to_its_place_keeps_its_marks(name, local, shown):
    assert identifier().identify(name, "policy", local, "l1").name == shown


def test_an_assembly_is_one_whatever_its_term_and_however_that_stands_in_its_name():
    forms = (
        "政协第八届三亚市委员会",
        "三亚市政协",
        "政协三亚市第九届委员会",
        "中国人民政治协商会议第八届三亚市委员会",
    )
    assert len({identifier().identify(form, "organisation", "三亚市", "l1").key for form in forms}) == 1
    congress = identifier().identify("十四届三亚市人大", "organisation", "三亚市", "l1")
    assert congress.key == key("三亚市人民代表大会", jurisdiction="三亚市")
    assert congress.name == "三亚市人民代表大会"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("淮委", "水利部淮河水利委员会"),
        ("松辽委", "松辽水利委员会"),
        ("珠江委水文局", "珠江水利委员会水文局"),
        ("中国农科院蔬菜研究所", "中国农业科学院蔬菜研究所"),
        ("中国林科院", "中国林业科学研究院"),
    ],
)
@pytest.mark.parametrize("jurisdiction", ["中国", "广州市"])
def test_river_commissions_and_national_academies_are_the_same_in_every_letter(short, full, jurisdiction):
    assert key(short, jurisdiction=jurisdiction) == key(full, jurisdiction=jurisdiction)


def test_a_short_form_of_two_academies_is_of_neither():
    assert key("中国水科院") not in {key("中国水产科学研究院"), key("中国水利水电科学研究院")}


@pytest.mark.parametrize(
    ("written", "home", "scope"),
    [
        ("教育厅", "泸州市", "四川省"),
        ("住建厅", "泸州市合江县", "四川省"),
        ("财政厅", "四川省", "四川省"),
        ("省财政厅", "泸州市", "四川省"),
        ("省市场监管厅", "泸州市", "四川省"),
        ("教育局", "泸州市", "泸州市"),
        ("办公厅", "泸州市", "泸州市"),
        ("政务服务大厅", "泸州市", "泸州市"),
        ("教育厅", "重庆市", "重庆市"),
        ("教育部", "泸州市", "全国"),
        ("工信部", "泸州市", "全国"),
    ],
)
def test_a_department_that_only_provinces_have_is_that_of_the_province(written, home, scope):
    assert key(written, jurisdiction=home).scope == scope


def test_a_provinces_department_is_one_with_and_without_the_level_word():
    assert key("科技厅", jurisdiction="泸州市") == key("省科学技术厅", jurisdiction="泸州市")
    assert identifier().identify("科技厅", "organisation", "泸州市", "l1").name == "四川省科学技术厅"


@pytest.mark.parametrize(
    ("written", "scope"),
    [
        ("中国（泸州）白酒金三角", "泸州市"),
        ("中国西部(泸州)陆港", "泸州市"),
        ("国家（泸州）新型互联网节点", "泸州市"),
        ("中国泸州白酒金三角", "泸州市"),
        ("中国科学院泸州分院", "泸州市"),
        ("国家金融监督管理总局四川监管局", "四川省"),
        ("国家金融监督管理总局泸州监管分局", "泸州市"),
        ("中国建设银行泸州分行", "泸州市"),
        ("中国建设银行泸州分行营业部", "泸州市"),
        ("国家酒类检测中心泸州分中心", "泸州市"),
        ("国家统计局泸州调查队", "泸州市"),
        ("国家外汇管理局四川省分局", "四川省"),
        ("中国移动通信集团四川有限公司", "四川省"),
        ("国家海洋局北海分局", "全国"),
        ("中国科学院", "全国"),
        ("中国（南方）品牌运营中心", "全国"),
        ("国家数据局", "全国"),
        ("国家级数据标注基地", "全国"),
        ("中国白银集团", "全国"),
    ],
)
def test_a_place_in_brackets_or_before_the_end_of_a_branch_wins_over_the_national_mark(written, scope):
    found = identifier().identify(written, "organisation", "泸州市", "l1")
    assert (found.key.scope, found.jurisdiction) == (scope, scope)


def test_a_level_word_before_a_word_that_begins_like_one_is_not_given_its_place_twice():
    assert (
        identifier().identify("省市场监管厅", "organisation", "泸州市", "l1").name == "四川省市场监督管理厅"
    )


@pytest.mark.parametrize("name", ["老城区管委会", "东区街道办事处", "矿区管理处"])
def test_a_body_of_a_part_of_the_town_is_of_no_other_city(name):
    identity = identifier().identify(name, "organisation", "钦州市浦北县", "l1")
    assert identity.jurisdiction == "钦州市浦北县"


def test_the_government_of_a_district_is_of_its_city_in_any_letter():
    identity = identifier().identify("河西区人民政府", "organisation", "钦州市浦北县", "l1")
    assert identity.jurisdiction == "天津市河西区"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("智慧停车平台", "platform"),
        ("南门农贸市场", "platform"),
        ("停车管理办法", "policy"),
        ("老旧小区改造专项资金", "fund"),
        ("第二中学新校区", "organisation"),
        ("养老服务三年行动方案", "policy"),
        ("产业引导基金", "fund"),
    ],
)
def test_things_of_two_counties_of_one_city_are_two(name, kind):
    assert key(name, kind, "钦州市浦北县") != key(name, kind, "钦州市灵山县")
    assert key(name, kind, "钦州市浦北县").scope == "钦州市浦北县"


@pytest.mark.parametrize("name", ["市智慧停车平台", "钦州市智慧停车平台"])
def test_the_citys_platform_is_one_in_the_letters_of_its_counties(name):
    assert key(name, "platform", "钦州市浦北县") == key(name, "platform", "钦州市灵山县")


def test_districts_share_what_has_a_name_of_its_own_but_not_what_each_has():
    districts = ("深圳市福田区", "深圳市南山区")
    assert len({key("鹏城概念验证中心", "platform", one) for one in districts}) == 1
    assert len({key("东门农贸市场", "platform", one) for one in districts}) == 2


@pytest.mark.parametrize("name", ["城投公司", "公交公司", "农商银行", "教育发展基金会", "自来水公司"])
def test_a_body_without_a_name_of_its_own_is_the_one_of_the_letters_place(name):
    assert key(name, "organisation", "钦州市浦北县").scope == "钦州市浦北县"
    assert key(f"鹏远{name}", "organisation", "钦州市浦北县").scope == ""


TOWN = "玉林市博白县双桥镇"


@pytest.mark.parametrize(
    "name", ["镇政府", "镇人民政府", "双桥镇政府", "双桥镇人民政府", "博白县双桥镇人民政府"]
)
def test_the_government_of_a_town_is_one_in_its_own_letters_and_its_countys(name):
    assert key(name, jurisdiction=TOWN) == key("双桥镇人民政府", jurisdiction="玉林市博白县")


def test_a_town_has_no_bureaus_but_things_of_its_own():
    assert key("财政局", jurisdiction=TOWN) == key("县财政局", jurisdiction=TOWN)
    assert key("中心小学", jurisdiction=TOWN).scope == TOWN


@pytest.mark.parametrize(
    "name",
    [
        "麻石街道办",
        "麻石街道办事处",
        "玉州区麻石街道办事处",
        "玉州区人民政府麻石街道办事处",
        "区政府麻石街道办",
    ],
)
def test_the_office_of_a_street_is_one_with_and_without_its_government(name):
    assert key(name, jurisdiction="玉林市玉州区") == key("麻石街道办事处", jurisdiction="玉林市玉州区")


@pytest.mark.parametrize("name", ["长沙市政协第十三届委员会", "政协长沙市第十三届委员会", "市政协"])
def test_a_conference_of_one_term_is_the_conference(name):
    assert key(name, jurisdiction="长沙市") == key("长沙市政协", jurisdiction="长沙市")


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("苏州天使母基金", "fund", "苏州市"),
        ("长沙高价值专利转化子基金", "fund", "长沙市"),
        ("湖南湘江新区产业基金", "fund", "湖南省"),
        ("苏州工业园区", "platform", "苏州市"),
        ("中山大学概念验证平台", "platform", ""),
        ("深圳证券交易所北京中心", "platform", ""),
        ("中山路步行街", "platform", ""),
        ("朝阳产业基金", "fund", "玉林市"),
        ("苏州大学", "organisation", ""),
    ],
)
def test_a_fund_or_zone_that_begins_with_a_bare_place_is_of_that_place(name, kind, place):
    assert identifier().identify(name, kind, "玉林市", "l1").jurisdiction == place


def test_a_thing_named_for_an_international_body_is_not_of_the_city_in_its_name():
    made = identifier().identify("上海合作组织农业技术示范基地", "platform", "陕西省", "l1")
    assert (made.key.scope, made.jurisdiction) == ("", "")
    assert identifier().identify("上海农业技术示范基地", "platform", "陕西省", "l1").jurisdiction == "上海市"
