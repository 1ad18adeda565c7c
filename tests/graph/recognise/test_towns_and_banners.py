"""Towns whose names begin with an ordinary word, banners, and places that share an office."""

import pytest

from graph.recognise.annotated import marked
from graph.recognise.enumerations import parts
from graph.recognise.grammar import Grammar


def names(text):
    return [mention.text for mention in Grammar().recognise(marked("l1", text).letter()).mentions]


@pytest.mark.parametrize(
    "town", ["各莫镇", "把荷乡", "与儿街镇", "可可托海镇", "和林镇", "同福镇", "到岭镇", "向山镇"]
)
def test_a_town_is_not_torn_where_its_name_begins_with_a_word(town):
    assert names(f"支持{town}人民政府建设冷库。") == [f"{town}人民政府"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县财政局和岭镇人民政府联合执法。", ["县财政局", "岭镇人民政府"]),
        ("各镇人民政府、各乡镇卫生院落实责任。", []),
        ("由岭镇人民政府负责。", ["岭镇人民政府"]),
        ("村两委、社区两委牵头。", []),
    ],
)
def test_what_only_looks_like_such_a_town_is_none(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "each"),
    [
        ("锡林浩特市、东乌旗人民政府", ("锡林浩特市人民政府", "东乌旗人民政府")),
        ("凯里市、岑云县教育局", ("凯里市教育局", "岑云县教育局")),
        ("临江市、长白县人民医院", ("临江市人民医院", "长白县人民医院")),
    ],
)
def test_places_that_share_an_office_are_told_whole(name, each):
    assert parts(name) == each
