"""Organisations by the ending of their name: the longest fits, and no guess where none does."""

from __future__ import annotations

import re

import pytest

from ontology import bodies, identity, vocabulary
from ontology import places as ontology_places
from ontology.organisation_kinds import load, subkind_of


@pytest.mark.parametrize(
    ("name", "subkind"),
    [
        ("北京大学", "university"),
        ("深圳信立泰药业股份有限公司", "company"),
        ("苏州市科学技术局", "government"),
        ("福田区人民法院", "court"),
        ("国家发展和改革委员会", "government"),
        ("粤港澳大湾区数字经济研究院", "research_institute"),
        ("中国农业银行", "bank"),
        ("区知识产权保护中心", ""),
        ("中大八院", ""),
        ("青年创业俱乐部", ""),
        ("梅林街道村民委员会", ""),
    ],
)
def test_the_longest_ending_tells_the_kind(name, subkind):
    assert subkind_of(name) == subkind


def told():
    """Return every sub-kind of organisations that a word list tells, and that of contact units."""
    knowledge = identity.load()
    return {
        *load().values(),
        *(institution.subkind for institution in knowledge.institutions.values()),
        *(party.subkind for party in knowledge.parties.values()),
        *bodies.load().groups.values(),
        "office",
    } - {""}


def test_every_subkind_is_an_organisation_of_the_vocabulary():
    words = vocabulary.load()
    for subkind in told():
        assert words.kind("organisation").iri in words.kind(subkind).ancestors


def test_every_subkind_is_in_the_one_list_and_no_other_is():
    words = vocabulary.load()
    organisation = words.kind("organisation").iri
    below = {code for code, kind in words.kinds.items() if organisation in kind.ancestors}
    places = {place.level for place in ontology_places.load().by_canonical.values()}
    others = {"cppcc", "npc", "cppcc_member", "npc_deputy", ontology_places.TOWN, *places}
    assert set(words.concepts["subkind"]) == below | others
    assert below == told()


def test_the_list_has_one_spelling():
    for code in vocabulary.load().concepts["subkind"]:
        assert re.fullmatch("[a-z]+(?:_[a-z]+)*", code)


def test_the_democratic_parties_are_no_government():
    words = vocabulary.load()
    parties = {
        party.name for party in identity.load().parties.values() if party.subkind == "democratic_party"
    }
    assert len(parties) == 8
    for name in parties:
        assert bodies.load().subkind(name) == "democratic_party"
        assert bodies.load().official(f"{name}中央委员会") == name
    assert words.kind("government").iri not in words.kind("democratic_party").ancestors
