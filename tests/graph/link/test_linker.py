import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking import ids, letter, linked, names_of

from corpus.records import Fact, Span
from graph.link.curation import Curation
from graph.link.decisions import COLUMNS, Decision
from graph.link.identifiers import IdBook
from graph.storage.spool import MANY, Shelf, Spool

GOLD = Path(__file__).parents[2] / "gold"
POOL = [
    letter(
        "a", "深圳市福田区", "区财政局", "我局", ("深交所科交中心", "platform"), department="福田区科技创新局"
    ),
    letter(
        "b",
        "深圳市福田区",
        "福田区财政局",
        ("深交所科技成果与知识产权交易中心", "platform"),
        date="2024-01-02",
    ),
    letter(
        "c", "苏州市", "市财政局", "江南仪器技术研究院", "江仪院", aliases=[("江南仪器技术研究院", "江仪院")]
    ),
    letter("d", "厦门市", "市财政局", "信立泰", ("深交所科交中心", "platform")),
    letter("e", "深圳市", "深圳信立泰药业股份有限公司", "国家药监局", ("“20+8”产业基金", "fund")),
    letter("f", None, "市财政局", "国家药品监督管理局", "江仪院"),
]


def decision(verdict, name, other="", value="", row=2):
    cells = dict.fromkeys(COLUMNS, "") | {
        "verdict": verdict,
        "name": name,
        "other_name": other,
        "value": value,
    }
    return Decision(file="decisions.csv", row=row, **(cells | {"by": "a reader", "why": "a letter says so"}))


DECISIONS = [
    decision("same", "深交所科交中心", "深交所科技成果与知识产权交易中心", row=2),
    decision("different", "信立泰", "深圳信立泰药业股份有限公司", row=3),
    decision("rename", "江仪院", value="江南仪器研究院", row=4),
    decision("successor", "福田区科技创新局", "福田区财政局", row=5),
    decision("hide", "“20+8”产业基金", row=6),
    decision("split", "国家药监局", value="e", row=7),
]


def picture(linking):
    """Return all that a reader sees of a linking."""
    return linking.entities, linking.links, linking.suggestions, {(a, b) for a, b, _ in linking.relations}


def test_letters_without_a_session_share_the_bodies_of_the_place_that_answers():
    known = letter("a", "楚雄彝族自治州元谋县", "县财政局")
    unknown = letter("b", None, "县财政局", department="元谋县水务局", organ_place="楚雄彝族自治州元谋县")
    elsewhere = letter("c", None, "县财政局", department="水务局")
    bureaus = [one for one in linked(known, unknown, elsewhere).entities if one.name.endswith("财政局")]
    assert len(bureaus) == 2


@settings(deadline=None, max_examples=40)
@given(st.permutations(POOL), st.permutations(DECISIONS))
def test_the_order_of_letters_and_decisions_does_not_matter(letters, decisions):
    expected = linked(*POOL, curation=Curation(decisions=tuple(DECISIONS)))
    assert picture(linked(*letters, curation=Curation(decisions=tuple(decisions)))) == picture(expected)


@settings(deadline=None, max_examples=40)
@given(st.permutations(POOL), st.integers(min_value=1, max_value=len(POOL) - 1))
def test_ids_do_not_change_when_letters_are_added(letters, cut):
    first = linked(*letters[:cut])
    later = linked(*letters, curation=Curation(ids=first.ids))
    before = {row.name_key: row.id for row in first.ids.rows}
    after = {row.name_key: row.id for row in later.ids.rows}
    assert before.items() <= after.items()
    for old in {entity.entity_id for entity in first.entities}:
        row = next(row for row in later.ids.rows if row.id == old)
        now = row.merged_into or row.id
        assert now in {entity.entity_id for entity in later.entities}


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(DECISIONS), unique=True))
def test_ids_do_not_change_when_people_decide_and_come_back_when_they_undo_it(decisions):
    first = linked(*POOL)
    decided = linked(*POOL, curation=Curation(decisions=tuple(decisions), ids=first.ids))
    undone = linked(*POOL, curation=Curation(ids=decided.ids))
    assert {row.id for row in first.ids.rows} <= {row.id for row in decided.ids.rows}
    assert undone.entities == first.entities


def test_what_is_kept_on_disk_is_linked_as_in_memory():
    curation = Curation(decisions=tuple(DECISIONS))
    there, here = linked(*POOL, curation=curation, shelf=Shelf(MANY)), linked(*POOL, curation=curation)
    assert isinstance(there.entities, Spool)
    assert isinstance(there.ids.rows, Spool)
    assert isinstance(there.suggestions, Spool)
    assert [*there.entities] == [*here.entities]
    assert [*there.ids.rows] == [*here.ids.rows]
    assert [*there.suggestions] == [*here.suggestions] != []
    assert dict(there.links) == dict(here.links)
    assert (there.header, there.issues) == (here.header, here.issues)


def test_building_twice_gives_the_same_ids():
    first = linked(*POOL)
    again = linked(*POOL, curation=Curation(ids=first.ids))
    assert again.ids == first.ids
    assert again.entities == first.entities


def test_a_name_of_two_kinds_is_one_entity_of_the_majority_and_an_issue():
    made = [
        letter("a", "苏州市", ("太湖科学仪器中心", "platform")),
        letter("b", "苏州市", ("太湖科学仪器中心", "organisation")),
        letter("c", "苏州市", ("太湖科学仪器中心", "platform")),
    ]
    linking = linked(*made)
    assert [(one.name, one.kind) for one in linking.entities] == [("太湖科学仪器中心", "platform")]
    assert [(issue.code, issue.value) for issue in linking.issues] == [("two_kinds", "太湖科学仪器中心")]


def test_what_signs_a_letter_is_an_organisation_whatever_most_letters_take_it_for():
    made = [
        letter("a", "苏州市", ("太湖科学仪器中心", "platform"), ("公共资源交易中心", "platform")),
        letter("b", "苏州市", ("太湖科学仪器中心", "platform"), department="太湖科学仪器中心"),
        letter("c", "苏州市", joint=("公共资源交易中心",)),
        letter("d", "苏州市", ("公共资源交易中心", "platform")),
    ]
    linking = linked(*made)
    kinds = {one.name.removeprefix("苏州市"): one.kind for one in linking.entities}
    assert kinds == {"太湖科学仪器中心": "organisation", "公共资源交易中心": "organisation"}
    told = [issue.message for issue in linking.issues if issue.code == "two_kinds"]
    assert len(told) == 2
    assert all("kept as organisation" in message for message in told)


def test_an_entity_goes_by_its_fullest_name_and_keeps_the_others():
    made = [letter("a", "深圳市福田区", "区财政局"), letter("b", "深圳市", "深圳市福田区财政局")]
    (entity,) = linked(*made).entities
    assert entity.name == "深圳市福田区财政局"
    assert "区财政局" in entity.aliases


def test_an_assembly_does_not_go_by_one_of_its_terms():
    made = [letter("a", "苏州市", "市政协"), letter("b", "苏州市", "苏州市第十五届政协")]
    (entity,) = linked(*made).entities
    assert entity.name == "苏州市政协"
    assert "苏州市第十五届政协" in entity.aliases


def test_the_departments_of_the_header_are_entities_too():
    made = letter(
        "a",
        "长沙市",
        department="长沙市财政局",
        joint=("市科技局", "长沙海关"),
        proposers=("民盟长沙市委会", "张立勤"),
    )
    linking = linked(made)
    assert linking.of_header("a").keys() == {"department", "joint.0", "joint.1", "proposer.0"}
    assert "长沙市科学技术局" in names_of(linking)


def test_a_sector_that_asks_as_one_is_a_body():
    made = letter("a", "恩施土家族苗族自治州", proposers=("教育界", "州妇联界别", "李明"))
    assert {"proposer.0", "proposer.1"} <= linked(made).of_header("a").keys()
    assert "proposer.2" not in linked(made).of_header("a")


def test_a_party_at_the_centre_a_delegation_and_a_federation_are_bodies_and_no_people():
    made = letter("a", "长沙市", proposers=("民进中央", "望城代表团", "市妇联", "张立勤"))
    linking = linked(made)
    assert linking.of_header("a").keys() == {"proposer.0", "proposer.1", "proposer.2"}
    assert "中国民主促进会" in names_of(linking)


def test_every_mention_has_a_link_with_rule_and_score():
    linking = linked(*POOL)
    mentions = {mention.mention_id for _, found in POOL for mention in found.mentions}
    assert linking.links.keys() == mentions
    assert all(link.rule and 0 <= link.score <= 1 for link in linking.links.values())


def test_the_annotated_letters_are_linked_without_a_wrong_merge():
    rows = [json.loads(line) for line in (GOLD / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    docs = sorted({row["doc"] for row in rows})
    made = [
        letter(
            doc,
            "深圳市福田区",
            *dict.fromkeys((r["norm"], r["kind"]) for r in rows if r["doc"] == doc and not r["anaphor"]),
        )
        for doc in docs
    ]
    found = ids(linked(*made), made)
    gold = {
        (row["doc"], row["norm"]): tuple(row["entity_ids"]) for row in rows if len(row["entity_ids"]) == 1
    }
    holds: dict[str, set] = {}
    for place, entity in gold.items():
        if place in found:
            holds.setdefault(found[place][0], set()).add(entity)
    assert {one: names for one, names in holds.items() if len(names) > 1} == {}


def test_no_letters_are_no_entities():
    assert linked() == type(linked())(links={}, header={}, entities=(), ids=IdBook())


def test_what_a_countys_letter_calls_the_citys_is_the_citys():
    name, text = "城市运行平台", "我局接入市级城市运行平台。"
    made, found = letter("a", "钦州市浦北县", (name, "platform"))
    start = text.index(name)
    (mention,) = found.mentions
    mention = msgspec.structs.replace(mention, span=Span(start=start, end=start + len(name)))
    told = (replace(made, text=text), replace(found, mentions=(mention,)))
    (entity,) = linked(told).entities
    assert entity.jurisdiction == "钦州市"
    (own,) = linked(letter("a", "钦州市浦北县", (name, "platform"))).entities
    assert own.jurisdiction == "钦州市浦北县"


@pytest.mark.parametrize(
    ("signer", "anaphor", "meant"),
    [
        ("国家发展改革委办公厅", "我委", "国家发展和改革委员会"),
        ("民政部办公厅", "我部", "民政部"),
        ("襄阳市财政局办公室", "我局", "襄阳市财政局"),
        ("湖北省人民政府办公厅", "我厅", "湖北省人民政府办公厅"),
        ("襄阳市人民政府办公室", "我办", "襄阳市人民政府办公室"),
    ],
)
def test_a_department_whose_office_signs_speaks_of_itself(signer, anaphor, meant):
    place = "全国" if signer.startswith(("国家", "民政")) else "湖北省" if "省" in signer else "襄阳市"
    made = letter("a", place, anaphor, department=signer)
    linking = linked(made)
    (entity_id,) = ids(linking, (made,))["a", anaphor]
    names = {entity.entity_id: entity.name for entity in linking.entities}
    assert names[entity_id].endswith(meant)


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("双桥镇人民政府", "双桥镇人民政府"),  # the signer names itself
        ("元谋县水务局", "元谋县水务局"),
        ("县水务局", "元谋县水务局"),
        ("办公室", "办公室"),
    ],
)
def test_a_contact_unit_is_an_office_of_the_signer_unless_it_is_a_body_of_its_own(unit, meant):
    made, found = letter("a", "楚雄彝族自治州元谋县", "元谋县水务局", department="双桥镇人民政府")
    fact = Fact(value=unit, span=Span(start=0, end=1), basis="contact")
    made = replace(made, header=replace(made.header, contact_unit=fact))
    linking = linked((made, found))
    entities = {entity.entity_id: entity for entity in linking.entities}
    told = linking.of_header(made.letter_id)
    assert entities[told["contact_unit"]].name == meant
    assert (told["contact_unit"] == told["department"]) is (unit == "双桥镇人民政府")
    assert len(entities) == (3 if unit == "办公室" else 2)


@pytest.mark.parametrize(
    ("signer", "said", "bodies"),
    [
        ("双桥镇人民政府", "镇政府", 1),
        ("麻石街道办事处", "街道办", 1),
        ("双桥镇人民政府", "乡政府", 2),
        ("元谋县水务局", "镇政府", 2),
    ],
)
def test_the_government_of_the_town_that_signs_is_the_signer_though_nobody_knows_its_county(
    signer, said, bodies
):
    linking = linked(letter("a", None, said, department=signer))
    assert len(linking.entities) == bodies
