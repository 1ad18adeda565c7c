import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import lexicon, places

TABLE = places.load()


@pytest.mark.parametrize(
    ("name", "within", "canonical"),
    [
        ("福田区", None, "深圳市福田区"),
        ("广东省深圳市福田区", None, "深圳市福田区"),
        ("苏州", None, "苏州市"),
        ("仙桃市", None, "仙桃市"),
        ("江津区", None, "重庆市江津区"),
        ("吉林", None, "吉林省"),
        ("恩施州", None, "恩施土家族苗族自治州"),
        ("新晃县", None, "怀化市新晃侗族自治县"),
        ("鄂温克旗", None, "呼伦贝尔市鄂温克族自治旗"),
        ("管城区", None, "郑州市管城回族区"),
        ("全国", None, "全国"),
        ("鼓楼区", "南京市", "南京市鼓楼区"),
        ("朝阳区", "北京市海淀区", "北京市朝阳区"),
        ("区", "深圳市福田区", "深圳市福田区"),
        ("我市", "深圳市福田区", "深圳市"),
        ("省", "深圳市福田区", "广东省"),
        ("自治区", "南宁市", "广西壮族自治区"),
    ],
)
def test_a_name_means_one_place(name, within, canonical):
    assert TABLE.resolve(name, within=within) == canonical


@pytest.mark.parametrize(
    ("name", "within"),
    [("鼓楼区", None), ("区", "南宁市"), ("区", None), ("科技局", None), ("河南县", None), ("", None)],
)
def test_an_ambiguous_or_unknown_name_means_none(name, within):
    assert TABLE.resolve(name, within=within) is None


@pytest.mark.parametrize(
    ("text", "prefix", "full"),
    [
        ("深圳市福田区科技创新局", "深圳市福田区", True),
        ("湘西州财政局", "湘西州", True),
        ("新晃县财政局", "新晃县", True),
        ("苏州高新区管委会", "苏州", False),
        ("广州大学", "广州", False),
        ("苏州市立医院", "苏州市", True),
    ],
)
def test_the_longest_place_at_the_beginning_is_found(text, prefix, full):
    assert TABLE.prefix(text) == prefix
    assert TABLE.is_full(prefix) is full


def test_a_text_without_a_place_has_no_prefix():
    assert TABLE.prefix("省药监局") is None


def test_every_place_lies_within_the_country_and_is_found_by_its_canonical_name():
    for canonical, place in TABLE.by_canonical.items():
        assert place.chain[0] == places.COUNTRY
        assert place.chain[-1] == canonical


def test_a_district_is_compatible_with_its_city_and_not_with_another():
    assert TABLE.compatible("深圳市", "深圳市福田区")
    assert not TABLE.compatible("苏州市", "深圳市福田区")


@given(st.sampled_from(sorted(TABLE.by_canonical)))
def test_a_canonical_name_resolves_to_itself(canonical):
    assert TABLE.resolve(canonical) == canonical


@pytest.mark.parametrize(
    ("name", "within", "canonical"),
    [
        ("老城区", "洛阳市涧西区", "洛阳市老城区"),
        ("老城区", "钦州市浦北县", None),
        ("城区", "佛山市", None),
        ("朝阳", "沈阳市", "朝阳市"),
        ("朝阳", "玉林市", None),
    ],
)
def test_an_ordinary_word_is_a_place_only_around_its_own_city(name, within, canonical):
    assert TABLE.resolve(name, within=within) == canonical
    assert TABLE.is_ordinary(name, within) is (canonical is None)


def test_every_ordinary_name_is_that_of_a_place():
    assert lexicon.words("ordinary_place_names.tsv") == TABLE.ordinary


TOWN = "玉林市博白县双桥镇"


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("博白县双桥镇人民政府", TOWN),
        ("广西玉林市博白县双桥镇党委", TOWN),
        ("东莞市虎门镇人民政府", "东莞市虎门镇"),
        ("博白县教育局", None),
        ("双桥镇人民政府", None),
        ("博白县双桥镇农业农村服务中心", None),
        ("镇江市人民政府", None),
    ],
)
def test_a_town_is_known_by_the_name_of_its_body(name, town):
    assert TABLE.town(name) == town


def test_a_town_lies_in_its_county_and_is_what_its_letters_call_the_town():
    assert TABLE.ancestors(TOWN)[-2:] == ("玉林市博白县", TOWN)
    assert TABLE.level(TOWN) == places.TOWN
    assert TABLE.resolve("我镇", within=TOWN) == TOWN
    assert TABLE.resolve("全县", within=TOWN) == "玉林市博白县"
    assert TABLE.resolve("全镇", within="玉林市博白县") is None
    assert TABLE.compatible(TOWN, "玉林市")


@pytest.mark.parametrize(
    ("form", "whole"),
    [("达茂旗", "包头市达尔罕茂明安联合旗"), ("科左后旗", "通辽市科尔沁左翼后旗"), ("白右旗", None)],
)
def test_banners_are_known_by_their_everyday_names(form, whole):
    assert TABLE.resolve(form) == whole
