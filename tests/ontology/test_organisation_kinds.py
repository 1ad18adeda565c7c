"""Organisations by the ending of their name: the longest fits, and no guess where none does."""

from __future__ import annotations

import pytest

from ontology import vocabulary
from ontology.organisation_kinds import load, subkind_of


@pytest.mark.parametrize(
    ("name", "subkind"),
    [
        ("北京大学", "university"),
        ("深圳信立泰药业股份有限公司", "company"),
        ("苏州市科学技术局", "government"),
        ("福田区人民法院", "court"),
        ("国家发展和改革委员会", "government"),
        ("粤港澳大湾区数字经济研究院", "research institute"),
        ("中国农业银行", "bank"),
        ("区知识产权保护中心", ""),
        ("中大八院", ""),
        ("青年创业俱乐部", ""),
        ("梅林街道村民委员会", ""),
    ],
)
def test_the_longest_ending_tells_the_kind(name, subkind):
    assert subkind_of(name) == subkind


def test_every_subkind_is_an_organisation_of_the_vocabulary():
    words = vocabulary.load()
    for subkind in filter(None, load().values()):
        assert words.kind("organisation").iri in words.kind(subkind).ancestors
