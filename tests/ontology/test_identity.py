import pytest

from ontology import bodies, identity, lexicon
from ontology.tsv import read_tsv

KNOWLEDGE = identity.load()


@pytest.mark.parametrize(
    ("kind", "name", "scope"),
    [
        ("organisation", "财政局", "jurisdiction"),
        ("organisation", "儿童医院", "jurisdiction"),
        ("organisation", "谱联科技有限公司", "global"),
        ("organisation", "华东师范大学", "global"),
        ("organisation", "青石", "prefecture"),
        ("platform", "一站式知识产权服务平台", "prefecture"),
    ],
)
def test_a_name_without_a_place_reaches_as_far_as_its_ending_says(kind, name, scope):
    assert KNOWLEDGE.scope(kind, name) == scope


def test_every_form_of_an_institution_leads_to_one_canonical_form():
    assert KNOWLEDGE.institutions["政府"] is KNOWLEDGE.institutions["人民政府"]
    assert KNOWLEDGE.institutions["疾控中心"].canonical == "疾病预防控制中心"


def test_expanding_a_department_twice_changes_nothing():
    for full in KNOWLEDGE.departments.values():
        assert KNOWLEDGE.departments.get(full, full) == full


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("国家药监局", "国家药品监督管理局"),
        ("财政部", "财政部"),
        ("中华人民共和国财政部", "财政部"),
        ("国家发展改革委", "国家发展和改革委员会"),
        ("深交所", "深圳证券交易所"),
        ("珠江委", "珠江水利委员会"),
        ("水利部太湖流域管理局", "太湖流域管理局"),
        ("中国农科院", "中国农业科学院"),
    ],
)
def test_a_central_body_is_known_by_all_its_forms(printed, official):
    assert bodies.load().official(printed) == official


def test_a_form_that_two_bodies_share_stands_for_neither():
    known = bodies.load()
    for form, official in known.names.items():
        assert known.official(official) == official, form


def test_an_attached_body_is_listed_once():
    assert not {body.forms[0] for body in lexicon.attached_bodies()} & {
        body.forms[0] for body in lexicon.bodies()
    }


def test_a_local_body_is_no_central_one():
    assert bodies.load().official("省药监局") is None


def test_a_branch_is_named_by_every_form_of_its_body_and_each_form_is_listed_once():
    forms = dict(KNOWLEDGE.branch_forms)
    assert forms["水利部长江水利委员会"] == forms["长江委"] == forms["长江水利委员会"] == "长江水利委员会"
    assert forms["人行"] == forms["央行"] == "中国人民银行"
    assert "中国水科院" not in forms  # which of two academies, it does not say
    for row in read_tsv("branch_forms.tsv", ("full", "forms", "source")):
        repeated = [form for form in row.listed("forms") if bodies.load().official(form) == row["full"]]
        assert repeated == [], row["full"]
