import pytest

from graph.recognise.enumerations import parts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("省、市科技局", ("省科技局", "市科技局")),
        ("沈阳市第一、第四人民医院", ("沈阳市第一人民医院", "沈阳市第四人民医院")),
        (
            "国家药品、医疗器械审评检查大湾区分中心",
            ("国家药品审评检查大湾区分中心", "国家医疗器械审评检查大湾区分中心"),
        ),
        ("喀什、阿拉山口重点开发开放试验区", ("喀什重点开发开放试验区", "阿拉山口重点开发开放试验区")),
        ("信阳、六安、黄冈等5个综合试验站", ("信阳综合试验站", "六安综合试验站", "黄冈综合试验站")),
    ],
)
def test_a_clipped_enumeration_stands_for_full_names(name, expected):
    assert parts(name) == expected


@pytest.mark.parametrize(
    "name", ["国家发展和改革委员会", "苏州市科学技术局", "粤港澳大湾区（广东、香港）创新中心"]
)
def test_plain_names_stand_for_themselves(name):
    assert parts(name) == ()


@pytest.mark.parametrize("name", ["、光电薄膜平台", "光电薄膜、", "、", "信阳、、黄冈试验站"])
def test_an_item_that_is_missing_clips_nothing(name):
    assert parts(name) == ()
