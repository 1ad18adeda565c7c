import pytest

from ontology import places
from ontology.place_types import TYPES, level_by_type, place_types


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("青石省", "province"),
        ("某某自治区", "province"),
        ("阿尔山盟", "prefecture"),
        ("塔城地区", "prefecture"),
        ("青石县", "county"),
        ("江北新区", "county"),
        ("双桥镇", "town"),
        ("某某示范片", None),
    ],
)
def test_the_longest_type_that_ends_a_name_tells_its_level(name, level):
    assert level_by_type(name) == level


def test_towns_are_no_type_that_bodies_begin_with():
    assert {"市", "县", "旗"} <= set(TYPES)
    assert not {"镇", "乡"} & set(TYPES)


def test_each_type_alone_means_the_place_around_a_letter_as_far_as_there_is_one():
    home = "深圳市福田区"
    around = {word: places.load().resolve(word, within=home) for word in place_types()}
    assert around["区"] == home
    assert around["市"] == "深圳市"
    assert around["省"] == "广东省"
    assert around["县"] is None
