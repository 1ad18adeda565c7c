import pytest

from graph.knowledge import load
from graph.records import Entity
from graph.relate.part_of import part_of_claims

KNOWLEDGE = load().identity


def entity(name, kind="organisation", *aliases):
    return Entity(entity_id=f"e/{name}", kind=kind, name=name, aliases=aliases)


def parts(*entities):
    return [(claim.source, claim.target) for claim in part_of_claims(entities, KNOWLEDGE)]


def test_a_hospital_is_part_of_the_university_it_is_named_after():
    assert parts(entity("苏州大学"), entity("苏州大学附属第一医院")) == [
        ("e/苏州大学附属第一医院", "e/苏州大学")
    ]


def test_only_the_longest_whole_counts():
    found = parts(entity("中南大学"), entity("中南大学湘雅医院"), entity("中南大学湘雅医院肿瘤科中心"))
    assert found == [
        ("e/中南大学湘雅医院", "e/中南大学"),
        ("e/中南大学湘雅医院肿瘤科中心", "e/中南大学湘雅医院"),
    ]


def test_the_body_that_governs_a_zone_is_no_part_of_it():
    assert parts(entity("苏州高新区", "platform"), entity("苏州高新区管委会")) == []


def test_policies_and_short_names_have_no_parts():
    assert parts(entity("强基行动方案", "policy"), entity("强基行动方案实施细则", "policy")) == []
    assert parts(entity("团市委"), entity("团市委青年发展中心")) == []


def test_a_part_is_inferred_and_never_merged():
    (claim,) = part_of_claims([entity("苏州大学"), entity("苏州大学附属第一医院")], KNOWLEDGE)
    assert claim.certainty == "inferred"
    assert claim.relation == "part_of"


def test_an_alias_of_the_same_thing_is_no_part_of_it():
    assert parts(entity("江津区中心医院医共体", "organisation", "江津区中心医院")) == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("苏州数科集团", "苏州数科集团有限公司"),
        ("苏州数科集团", "苏州数科集团股份有限公司"),
        ("苏州数科", "苏州数科集团有限公司"),
        ("苏州数科", "苏州数科（集团）有限责任公司"),
        ("苏州数科并购基金", "苏州数科并购基金（有限合伙）"),
        ("苏州数科并购基金", "苏州数科并购基金合伙企业（有限合伙）"),
        ("苏州太湖银行", "苏州太湖银行股份有限公司"),
    ],
)
def test_a_legal_form_makes_no_part(short, long):
    assert parts(entity(short), entity(long)) == []
    assert parts(entity(short), entity(f"{short}吴江分公司")) == [(f"e/{short}吴江分公司", f"e/{short}")]


def test_what_is_proposed_to_be_one_thing_is_no_part_and_whole():
    whole, part = entity("苏州并购基金", "fund"), entity("苏州并购基金联合基金", "fund")
    assert len(part_of_claims([whole, part], KNOWLEDGE)) == 1
    assert part_of_claims([whole, part], KNOWLEDGE, {frozenset((whole.entity_id, part.entity_id))}) == []
