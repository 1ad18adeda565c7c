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


def test_what_got_a_title_is_no_part_of_the_title():
    title, holder = (
        entity(name, "platform") for name in ("国家技术转移人才培养基地", "国家技术转移人才培养基地（甘肃）")
    )
    assert parts(title, holder) == []
    assert parts(title, entity("国家技术转移人才培养基地兰州分中心", "platform"))


def test_policies_and_short_names_have_no_parts():
    assert parts(entity("强基行动方案", "policy"), entity("强基行动方案实施细则", "policy")) == []
    assert parts(entity("团市委"), entity("团市委青年发展中心")) == []


def test_a_part_is_inferred_and_never_merged():
    (claim,) = part_of_claims([entity("苏州大学"), entity("苏州大学附属第一医院")], KNOWLEDGE)
    assert claim.certainty == "inferred"
    assert claim.relation == "part_of"
    assert claim.note == "苏州大学附属第一医院以苏州大学开头 · 苏州大学附属第一医院 begins with 苏州大学"


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


def placed(name, jurisdiction, *aliases):
    return Entity(
        entity_id=f"e/{name}", kind="organisation", name=name, aliases=aliases, jurisdiction=jurisdiction
    )


@pytest.mark.parametrize(
    ("whole", "aliases", "part"),
    [
        ("中国石油天然气集团", ("中国石油",), "中国石油化工集团"),
        ("中国石油天然气集团", ("中国石油",), "中国石油大学"),
        ("中国石油天然气集团", ("中国石油",), "中国石油工程建设协会"),
        ("中国银行", (), "中国银行业协会"),
        ("中国银行", (), "中国银行间市场交易商协会"),
        ("中国银行", (), "中国银行保险监督管理委员会"),
        ("中国科学院", (), "中国科学院大学附属肿瘤医院"),
        ("珠海农业", (), "珠海农业投资控股集团"),
        ("类脑智能", (), "类脑智能技术国家工程实验室"),
        ("北京积水潭医院", (), "北京积水潭医院涞水协作医院"),
        ("南湖高新区", (), "南湖高新区检察院"),
    ],
)
def test_a_name_that_runs_on_to_another_body_is_no_part(whole, aliases, part):
    assert parts(placed(whole, "全国", *aliases), placed(part, "全国")) == []


@pytest.mark.parametrize(
    ("whole", "aliases", "part"),
    [
        ("中国石油天然气集团", ("中国石油",), "中国石油烟台分公司"),
        ("中国移动通信集团", ("中国移动",), "中国移动宁夏公司"),
        ("中国银行", (), "中国银行烟台分行"),
        ("中国银行", (), "中国银行业务处理中心"),
        ("国家能源局", (), "国家能源局华北监管局"),
        ("中国科学院", (), "中国科学院海洋研究所"),
        ("海东理工大学", (), "海东理工大学深海研究院（青岛）"),
        ("海东理工大学", (), "海东理工大学创新研究院（福田）"),
        ("海东理工大学", (), "海东理工大学（威海）"),
        ("国家管网集团", (), "国家管网集团北方管道公司"),
    ],
)
def test_a_unit_behind_the_name_of_a_body_is_its_part(whole, aliases, part):
    assert parts(placed(whole, "全国", *aliases), placed(part, "全国")) == [(f"e/{part}", f"e/{whole}")]


def test_short_names_of_bureaus_name_the_whole_of_their_own_place_only():
    whole = placed("福建省商务厅", "福建省", "省商务厅")
    other = placed("江西省商务厅对外贸易处", "江西省", "省商务厅对外贸易处")
    own = placed("福建省商务厅对外贸易处", "福建省", "省商务厅对外贸易处")
    assert parts(whole, other) == []
    assert parts(whole, other, own) == [(own.entity_id, whole.entity_id)]


def test_of_two_namesakes_the_one_of_the_same_place_is_the_whole():
    one, two = (
        placed("海口市公安局", "海口市", "市公安局"),
        placed("三亚市公安局", "三亚市", "市公安局"),
    )
    branch = placed("市公安局秀英分局", "海口市")
    assert parts(one, two, branch) == [(branch.entity_id, one.entity_id)]
    assert parts(two, branch) == []


def test_a_name_that_means_another_body_elsewhere_needs_a_place_that_fits():
    whole, part = placed("未来科技城", "杭州市"), placed("未来科技城发展局", "廊坊市霸州市")
    assert parts(whole, part) == []


def test_the_task_of_a_fund_in_brackets_is_a_part_of_it():
    whole, part = entity("中央乡村补助资金", "fund"), entity("中央乡村补助资金（少数民族发展任务）", "fund")
    assert parts(whole, part) == [(part.entity_id, whole.entity_id)]
