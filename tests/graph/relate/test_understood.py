"""Who is understood where no subject is printed: the body that signed, or the place for which it speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sentences import linked

from corpus.records import Fact
from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places
from ontology.organisation_kinds import acts_for_place

PLACE = "place/深圳市福田区"


def letter(marked, department="福田区商务局", **options):
    one = linked(marked, issuer="issuer", **options)
    header = replace(one.letter.header, department=Fact(value=department, basis="signature"))
    return masked_letter(replace(one, letter=replace(one.letter, header=header)), places.load())


def founder(marked, **options):
    (found,) = {each.source for each in typed_relations(letter(marked, **options)) if each.target == "甲中心"}
    return found


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[我局|o|issuer]高度重视。",
        "福田区加大投入。\n[我局|o|issuer]高度重视。\n",
        "全区加大投入。[我局|o|issuer]高度重视。",
    ],
)
def test_the_body_that_signed_is_understood(said):
    assert founder(f"{said}建成[甲中心|p]。") == "issuer"


@pytest.mark.parametrize(
    "said", ["福田区加大投入。\n", "我区加大投入。", "[我局|o|issuer]高度重视。\n福田区加大投入。"]
)
def test_the_place_is_understood_where_the_letter_speaks_as_it(said):
    assert founder(f"{said}建成[甲中心|p]。") == PLACE


def test_before_the_first_subject_what_the_letter_says_throughout_decides():
    assert founder("建成[甲中心|p]。\n福田区加大投入。") == PLACE
    assert founder("建成[甲中心|p]。\n福田区加大投入。\n[我局|o|issuer]高度重视。") == "issuer"


def test_another_body_that_answers_with_a_list_is_understood_in_it():
    said = "对此，[甲委|o]研究提出3条支持措施：一是支持创新。二是强化项目。"
    assert founder(f"{said}建成[甲中心|p]。") == "甲委"
    assert founder(f"[乙政府|o]报送请示，{said[3:]}建成[甲中心|p]。") == "甲委"
    assert founder(f"{said}\n[我局|o|issuer]高度重视。建成[甲中心|p]。") == "issuer"


def test_a_zone_without_its_name_is_the_writer_where_its_body_signed():
    claims = typed_relations(letter("园区设立[甲基金|f]。", department="甲经济开发区管理委员会"))
    assert [each.source for each in claims] == ["issuer"]
    assert not typed_relations(letter("园区设立[甲基金|f]。"))


def test_a_paragraph_behind_both_is_of_the_body():
    assert founder("[我局|o|issuer]高度重视。\n福田区加大投入。\n建成[甲中心|p]。") == "issuer"


@pytest.mark.parametrize(
    "department",
    [
        "福田公共交通集团有限公司",
        "福田区人民检察院",
        "福田区供销合作社联合社",
        "福田高新区管理委员会",
        "梅林街道办事处",
        "某县某镇人民政府",
        "国家税务总局福田区税务局",
    ],
)
def test_a_body_that_is_no_department_speaks_for_itself(department):
    assert founder("我区加大投入。建成[甲中心|p]。", department=department) == "issuer"


def test_items_of_a_list_have_the_subject_before_the_first():
    sentence = "{}紧扣主题，一是用好[甲资金|f]；二是设立[乙基金|f]；三是建成[甲中心|p]。"
    assert founder(sentence.format("[我局|o|issuer]")) == "issuer"
    assert founder(sentence.format("[财政局|o]")) == "财政局"


def test_a_later_part_of_a_sentence_is_of_the_body_that_it_began_with():
    assert founder("我区加大投入。\n[我局|o|issuer]完成规划；建成[甲中心|p]。") == "issuer"


def test_the_bodies_of_a_place_are_not_the_place():
    assert founder("全区检察机关加强监督，建成[甲中心|p]。", department="福田区人民检察院") == "issuer"


def test_things_still_stand_in_the_place():
    (claim,) = typed_relations(letter("[我局|o|issuer]高度重视。引进[甲公司|o]。"))
    assert (claim.relation, claim.target) == ("located_in", PLACE)


def test_a_promise_without_a_subject_is_of_the_body():
    (one,) = commitments(letter("[我局|o|issuer]高度重视。\n下一步，将建成[甲中心|p]。"))
    assert (one.actor, one.responsible, one.responsible_basis) == ("issuer", "issuer", "implied")


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("苏州市科学技术局", True),
        ("贵州省人力资源和社会保障厅", True),
        ("诸暨市人民政府办公室", True),
        ("宁波海关", False),
        ("诸暨市枫桥镇人民政府", False),
        ("苏州工业园区管理委员会", False),
        ("市人民医院", False),
        ("", False),
    ],
)
def test_departments_act_for_their_place_and_nobody_else(name, acts):
    assert acts_for_place(name) is acts


@pytest.mark.parametrize("department", ["福田区商务局", "福田公共交通集团有限公司"])
def test_whose_treasury_pays_is_the_place(department):
    claims = typed_relations(letter("[我局|o|issuer]高度重视。\n区财政安排2亿元支持[甲中心|p]。", department))
    assert {(each.source, each.relation) for each in claims} == {(PLACE, "funds")}


def test_the_items_of_a_list_that_the_body_announces_are_the_bodys():
    listed = "\n（一）工作有序。\n（二）年底前设立[甲中心|p]。"
    (found,) = commitments(letter(f"福田区加大投入。\n今后，我们将采取以下措施：{listed}"))
    assert found.actor == "issuer"
    (found,) = commitments(letter(f"福田区加大投入。\n今后，将采取以下措施：{listed}"))
    assert found.actor == PLACE


@pytest.mark.parametrize(
    ("marked", "actors"),
    [
        ("区财政将继续加大投入，确保教育经费只增不减。", [PLACE, PLACE]),
        ("区财政将安排2亿元，[我局|o|issuer]将抓紧实施，确保年底完成。", [PLACE, "issuer", "issuer"]),
        ("区财政将安排2亿元。确保年底完成。", [PLACE, "issuer"]),
        ("区级财政困难，将分步实施该项目。", ["issuer"]),
    ],
)
def test_a_treasury_goes_on_until_somebody_else_acts(marked, actors):
    found = commitments(letter(f"[我局|o|issuer]高度重视。{marked}"))
    assert [each.actor for each in found] == actors
