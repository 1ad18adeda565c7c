"""Local offices of the financial regulators, by full and short names."""

import pytest
from linking import key

HOME = "襄阳市"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国家金融监督管理总局湖北监管局", "湖北金融监管局"),
        ("国家金融监督管理总局襄阳监管分局", "襄阳金融监管分局"),
        ("国家金融监管总局襄阳监管分局", "市金融监管分局"),
        ("中国银保监会湖北监管局", "湖北银保监局"),
        ("襄阳银保监分局", "市银保监分局"),
        ("中国证券监督管理委员会湖北监管局", "湖北证监局"),
        ("中国证监会湖北监管局", "省证监局"),
        ("中国银行业监督管理委员会湖北监管局", "湖北银监局"),
        ("中国保监会湖北监管局", "湖北保监局"),
    ],
)
def test_full_and_short_names_of_an_office_are_one(one, other):
    assert key(one, jurisdiction=HOME) == key(other, jurisdiction=HOME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("湖北金融监管局", "襄阳金融监管分局"),
        ("湖北金融监管局", "湖北银保监局"),
        ("湖北金融监管局", "湖南金融监管局"),
        ("襄阳金融监管局", "市金融监管局"),
        ("湖北金融监管局", "湖北省金融监管局"),
        ("湖北金融监管局", "国家金融监督管理总局"),
    ],
)
def test_another_place_level_or_regulator_is_another_office(one, other):
    assert key(one, jurisdiction=HOME) != key(other, jurisdiction=HOME)


def test_an_office_is_of_the_place_in_its_name():
    assert key("宜昌金融监管分局", jurisdiction=HOME).scope == "宜昌市"
