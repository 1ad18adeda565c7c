import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.knowledge import load
from graph.records import Entity, Node
from graph.tables.labels import LENGTH, ShortLabels, shortened

KNOWLEDGE = load()


def labels(*entities, nodes=()):
    things = {one.entity_id: one for one in entities} | {one.node_id: one for one in nodes}
    found = ShortLabels(places=KNOWLEDGE.places, knowledge=KNOWLEDGE.identity)
    return {node_id: found.next(node_id, things[node_id]) for node_id in sorted(things)}


def entity(name, kind="organisation", jurisdiction="", aliases=(), entity_id=None):
    return Entity(
        entity_id=entity_id or f"e/{name}", kind=kind, name=name, jurisdiction=jurisdiction, aliases=aliases
    )


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("苏州市高新仪器产业发展有限公司", "苏州高新仪器产业发展"),
        ("苏州市数据集团有限公司", "苏州市数据集团"),
        ("苏州市吴江区科创投资集团股份有限公司", "吴江科创投资集团"),
        ("苏州市国有资本投资运营有限公司", "苏州国有资本投资运营"),
        ("苏州市发展和改革委员会", "苏州发展和改革委员会"),
        ("凉山彝族自治州教育和体育局", "凉山教育和体育局"),
        ("苏州市智能网联汽车产业创新投资有限公司", "智能网联汽…创新投资"),
        ("太湖精密科技集团股份有限公司", "太湖精密科技"),
    ],
)
def test_a_long_name_keeps_where_or_what_it_is_without_its_legal_form(name, label):
    assert labels(entity(name))[f"e/{name}"] == label


def test_a_department_whose_name_does_not_fit_has_its_place_before_its_short_name():
    found = labels(entity("苏州市人力资源和社会保障局", jurisdiction="苏州市", aliases=("市人社局",)))
    assert found["e/苏州市人力资源和社会保障局"] == "苏州人社局"


@pytest.mark.parametrize(
    "name",
    [
        "苏州市数据有限责任公司",
        "吴江区科创股份有限公司",
        "太湖数科集团股份有限公司",
        "苏州市水务（集团）有限公司",
    ],
)
def test_no_label_of_a_longer_name_is_shorter_than_what_tells(name):
    assert len(labels(entity(name))[f"e/{name}"]) >= 4


def test_a_university_keeps_the_city_that_belongs_to_its_name():
    found = labels(entity("香港城市大学深圳福田研究院"))
    assert found["e/香港城市大学深圳福田研究院"] == "香港城市大…田研究院"


def test_an_edition_in_brackets_says_less_than_the_word_before_it():
    assert shortened("苏州市科学仪器产业强基行动方案（2022—2024年）") == "苏州市科学…行动方案"


def test_a_fitting_alias_is_the_label_of_a_name_that_does_not_fit():
    found = labels(entity("深交所科技成果与知识产权交易中心", "platform", aliases=("深交所科交中心",)))
    assert found["e/深交所科技成果与知识产权交易中心"] == "深交所科交中心"


def test_an_alias_that_only_says_what_sort_of_paper_it_is_is_no_label():
    plan = entity("扬州市具身智能机器人产业发展行动计划（2024-2026年）", "policy", aliases=("行动计划",))
    assert labels(plan)[plan.entity_id] == "具身智能机…行动计划"


def test_equal_names_of_two_places_get_their_places():
    found = labels(
        entity("财政局", jurisdiction="苏州市", entity_id="e/a"),
        entity("财政局", jurisdiction="无锡市", entity_id="e/b"),
    )
    assert sorted(found.values()) == ["无锡财政局", "财政局"]


@given(st.lists(st.text(min_size=0, max_size=40), max_size=12))
def test_every_label_is_there_once_and_short(names):
    nodes = [Node(node_id=f"section/{n}", kind="section", name=name) for n, name in enumerate(names)]
    found = labels(nodes=nodes)

    assert len(found) == len(set(found.values())) == len(names)
    assert all(found.values())
    assert all(len(label) <= LENGTH + 3 for label in found.values())


def test_a_name_that_begins_with_its_place_is_not_given_it_again():
    found = labels(
        entity("福田中心", jurisdiction="深圳市福田区", entity_id="e/a"),
        entity("福田中心", jurisdiction="深圳市福田区", entity_id="e/b"),
    )
    assert found == {"e/a": "福田中心", "e/b": "福田中心·2"}
