import pytest
from linking import ids, letter, linked

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
