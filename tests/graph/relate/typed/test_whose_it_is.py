"""What is told of one and is another's: papers of other places, money of other treasuries, wishes, who handled it."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told

MINISTRY, PROVINCE = "全国", "湖南省"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (MINISTRY, "2022年8月1日，《[中华人民共和国湿地保护法|y]》正式施行。"),
        (MINISTRY, "《[职业教育法|y]》已颁布实施。"),
        (MINISTRY, "《[水库安全管理规定|y]》自今年7月1日起施行。"),
        (MINISTRY, "2024年出台的《[湖北省耕地保护条例|y]》明确了责任。"),
        (PROVINCE, "《[长沙市河道管理条例|y]》已于2022年出台。"),
        (PROVINCE, "《[国家节水行动方案|y]》已出台。"),
        (PROVINCE, "《[广东省湿地保护条例|y]》已颁布。"),
        (PROVINCE, "《[江苏湿地保护条例|y]》已颁布。"),
        ("深圳市福田区", "《[深圳经济特区水务条例|y]》已颁布。"),
    ],
)
def test_nobody_is_understood_to_have_issued_a_law_or_a_paper_of_another_place(place, sentence):
    assert not {relation for _, relation, _ in told(sentence, jurisdiction=place)} & {"issued", "implements"}


@pytest.mark.parametrize(
    ("place", "sentence", "claim"),
    [
        (PROVINCE, "《[湖南省节水条例|y]》已出台。", ("place/湖南省", "issued", "湖南省节水条例")),
        (PROVINCE, "《[节水管理办法|y]》已出台。", ("place/湖南省", "issued", "节水管理办法")),
        ("南京市", "《[中山陵园管理办法|y]》已出台。", ("place/南京市", "issued", "中山陵园管理办法")),
        (MINISTRY, "[我部|o|issuer]正在修订《[职业教育法|y]》。", ("issuer", "issued", "职业教育法")),
        (MINISTRY, "湖北省出台《[湖北省条例|y]》。", ("place/湖北省", "issued", "湖北省条例")),
        (
            PROVINCE,
            "[我厅|o|issuer]参照《[广东省办法|y]》制定《[湖南省办法|y]》。",
            ("issuer", "issued", "湖南省办法"),
        ),
    ],
)
def test_papers_of_the_own_place_and_of_those_who_are_named_are_issued(place, sentence, claim):
    assert claim in told(sentence, jurisdiction=place)


@pytest.mark.parametrize(
    "sentence",
    [
        "甘肃省修订了《[甘肃省水土条例|y]》，青海省出台《[青海省湿地条例|y]》。",
        "[江西省水利厅|o]制定了《[江西省节水方案|y]》，湖南省印发《[湖南省节水方案|y]》。",
    ],
)
def test_of_two_who_issued_a_paper_each_neither_has_to_do_with_the_others(sentence):
    claims = told(sentence, jurisdiction=MINISTRY)
    assert {relation for _, relation, _ in claims} == {"issued"}
    assert all(source.removeprefix("place/")[:2] == target[:2] for source, _, target in claims)


def test_a_paper_that_gives_way_is_succeeded_and_not_issued():
    claims = told(
        "[我部|o|issuer]印发《[甲意见|y]》，代替了2014年印发的《[乙意见|y]》。", jurisdiction=MINISTRY
    )
    assert ("乙意见", "succeeded_by", "甲意见") in claims
    assert ("issuer", "issued", "甲意见") in claims
    assert ("issuer", "issued", "乙意见") not in claims


@pytest.mark.parametrize(
    "sentence",
    [
        "中央财政下达[甲资金|f]3亿元。",
        "中央财政下达我省[甲资金|f]3亿元，较上年增长7%。",
        "中央财政安排3000万元支持[乙学校|o]建设。",
        "上级财政安排[甲资金|f]3亿元。",
    ],
)
def test_money_of_a_treasury_above_is_not_the_writers(sentence):
    payers = {source for source, relation, _ in told(sentence, jurisdiction=PROVINCE) if relation == "funds"}
    assert not payers & {"place/湖南省", "issuer"}


@pytest.mark.parametrize(
    ("sentence", "payer"),
    [
        ("区财政安排[甲资金|f]3亿元。", PLACE),
        ("市财政安排[甲资金|f]3亿元。", "place/深圳市"),
        ("省级财政安排[甲资金|f]3亿元。", "place/广东省"),
        ("统筹中央财政资金，安排[甲资金|f]3亿元。", PLACE),
    ],
)
def test_the_treasury_that_is_told_says_whose_money_it_is(sentence, payer):
    assert (payer, "funds", "甲资金") in told(sentence)


def test_every_receiver_of_a_list_is_paid_and_none_by_another():
    claims = told(
        "[甲部|o]下达长沙市[乙资金|f]8.1亿元、岳阳市7.2亿元、怀化市6.4亿元。", jurisdiction=MINISTRY
    )
    paid = {(source, target) for source, relation, target in claims if relation == "funds"}
    payers = [
        {source for source, target in paid if target == f"place/{name}"} for name in ("岳阳市", "怀化市")
    ]
    assert payers[0] == payers[1] != set()
    assert not any(source.startswith("place/") for source, _ in paid)


@pytest.mark.parametrize(
    "sentence",
    [
        "您建议，“建立[甲平台|p]”。",
        "您建议：“由[甲局|o]、[乙局|o]共同设立[丙基金|f]”。",
        "您在提案中提出：“依托[甲大学|o]建设[乙平台|p]”。",
        "贵党派提出，“制定《[甲条例|y]》”。",
        "贵委建议，支持[甲大学|o]建设[乙平台|p]。",
        "您提出，设立[甲基金|f]，建设[乙平台|p]。",
        "针对“打造[甲平台|p]”的诉求。",
        "关于“设立[甲基金|f]，建设[乙平台|p]”。",
        "（一）关于建设[甲平台|p]。",
        "二、关于支持[甲大学|o]建设[乙平台|p]的问题。",
    ],
)
def test_what_is_asked_for_or_only_names_the_topic_is_no_fact(sentence):
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "您建议，“建立[甲平台|p]”，目前我区已建成[乙平台|p]。",
        "您提出，要建设[甲平台|p]，我区已建成[乙平台|p]。",
        "针对“建设[甲平台|p]”的建议，我区已建成[乙平台|p]。",
        "关于平台建设，我区已建成[乙平台|p]。",
    ],
)
def test_what_the_answer_goes_on_to_tell_is_a_fact(sentence):
    assert told(sentence) == {(PLACE, "established", "乙平台")}


@pytest.mark.parametrize(
    "sentence",
    [
        "经综合[甲局|o]、[乙局|o]的意见，现答复如下。",
        "本提案由[我局|o|issuer]主办，[甲局|o]、[乙局|o]会办。",
        "本建议由[我局|o|issuer]办理，[甲局|o]、[乙局|o]协办。",
        "经征求[甲局|o]、[乙局|o]意见，现将办理情况答复如下。",
    ],
)
def test_the_office_handles_a_proposal_and_not_its_place(sentence):
    assert told(sentence, issuer="issuer") == {
        ("issuer", "cooperates_with", "甲局"),
        ("issuer", "cooperates_with", "乙局"),
    }


def test_a_place_that_begins_the_name_of_a_body_that_was_asked_is_no_party():
    claims = told(
        "经综合[甲厅|o]及长沙、[株洲市政府|o]的意见，现答复如下。", jurisdiction=PROVINCE, issuer="issuer"
    )
    assert claims == {("issuer", "cooperates_with", "甲厅"), ("issuer", "cooperates_with", "株洲市政府")}


def test_what_a_ministry_tells_without_a_subject_is_not_done_by_the_country():
    sentences = ("[全国节水平台|p]二期已开工建设。", "共有[甲公司|o]、[乙公司|o]等5家单位参与。")
    for each in sentences:
        assert told(each, jurisdiction=MINISTRY) == set()
    assert told("已设立[节水平台|p]。", jurisdiction=MINISTRY) == set()
    assert told("已设立[节水平台|p]。", jurisdiction=PROVINCE) == {
        ("place/湖南省", "established", "节水平台")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲中心|p]二期工程于今年3月开工，[乙委|o]批复总投资29亿元。",
        "[国家甲平台|p]二期工程于今年3月开工。",
        "[甲中心|p]在香港设立分中心。",
        "[我局|o|issuer]将积极推荐优质项目纳入[甲基金|f]项目库。",
    ],
)
def test_who_builds_where_a_branch_is_and_whom_a_pool_may_help_is_unknown(sentence):
    assert not {relation for _, relation, _ in told(sentence)} & {"established", "located_in", "funds"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲公司|o]作为[乙基金|f]的运营主体，首期募资885亿元。", ("甲公司", "operates", "乙基金")),
        ("[甲公司|o]担任[乙基金|f]的基金管理人。", ("甲公司", "operates", "乙基金")),
        ("[甲公司|o]、[乙公司|o]等16家企业加入[丙联合基金|f]。", ("乙公司", "invests_in", "丙联合基金")),
        (
            "共有[甲公司|o]、[乙公司|o]等9家企业加入[丙创新联合体|o]。",
            ("乙公司", "member_of", "丙创新联合体"),
        ),
        (
            "设立[甲联合基金|f]，截至去年底，共有[乙公司|o]、[丙公司|o]等16家企业加入，投入经费28亿元。",
            ("丙公司", "invests_in", "甲联合基金"),
        ),
        ("成立[甲产业联盟|o]，已有[乙公司|o]、[丙公司|o]等企业加入。", ("丙公司", "member_of", "甲产业联盟")),
        (
            "[甲基金|f]（[乙集团|o]出资七成、[丙公司|o]出资三成）运转良好。",
            ("乙集团", "invests_in", "甲基金"),
        ),
        (
            "[甲基金|f]（[乙集团|o]出资七成、[丙公司|o]出资三成）运转良好。",
            ("丙公司", "invests_in", "甲基金"),
        ),
        ("开展“[甲试点|y]”，首批选择[乙学校|o]、[丙学校|o]等8所学校。", ("丙学校", "implements", "甲试点")),
        ("由[甲大学|o]牵头、[乙院|o]参与建设[丙平台|p]。", ("甲大学", "established", "丙平台")),
        ("由[甲大学|o]牵头、[乙院|o]参与建设[丙平台|p]。", ("甲大学", "leads", "丙平台")),
        ("由[甲大学|o]牵头、[乙院|o]参与建设[丙平台|p]。", ("乙院", "established", "丙平台")),
        ("[甲基金|f]由[乙集团|o]和[丙公司|o]按照6∶4的比例出资。", ("丙公司", "invests_in", "甲基金")),
        ("[甲局|o]会同[乙局|o]，依托[丙集团|o]建设[丁平台|p]。", ("乙局", "established", "丁平台")),
        ("[甲部|o]批复同意[乙大学|o]设立[丙研究院|o]。", ("乙大学", "established", "丙研究院")),
        ("[甲学校|o]、[乙学校|o]列入[丙计划|y]建设单位。", ("乙学校", "designated_as", "丙计划")),
        ("[我局|o|issuer]委托[甲院|o]编制《[乙规划|y]》。", ("issuer", "issued", "乙规划")),
    ],
)
def test_further_ordinary_wordings(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("由[甲大学|o]牵头、[乙院|o]参与建设[丙平台|p]。", (PLACE, "established", "丙平台")),
        ("[甲部|o]批复同意[乙大学|o]设立[丙研究院|o]。", (PLACE, "established", "丙研究院")),
        ("共有[甲公司|o]、[乙公司|o]等9家企业加入[丙创新联合体|o]。", ("甲公司", "located_in", PLACE)),
        (
            "[甲公司|o]出资3亿元、[乙公司|o]出资2亿元，共同设立[丙基金|f]。",
            ("乙公司", "invests_in", "甲公司"),
        ),
    ],
)
def test_what_they_do_not_tell(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "《[甲规划|y]》明确支持[乙院|o]建设[丙中心|p]。",
        "[甲部|o]印发《[乙规划|y]》，提出建设[丙中心|p]。",
        "《[甲方案|y]》提出支持[乙学校|o]发展。",
    ],
)
def test_what_a_paper_demands_is_not_done_yet(sentence):
    assert not {relation for _, relation, _ in told(sentence)} & {"established", "supports"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("按照《[甲规划|y]》要求，[乙院|o]建成[丙中心|p]。", ("乙院", "established", "丙中心")),
        ("[我局|o|issuer]印发《[甲办法|y]》，建成[丙中心|p]。", ("issuer", "established", "丙中心")),
        ("[甲部|o]表示，将支持[乙公司|o]发展。", ("甲部", "supports", "乙公司")),
        ("《[甲办法|y]》已废止，由《[乙办法|y]》代替。", ("甲办法", "succeeded_by", "乙办法")),
    ],
)
def test_what_is_done_beside_a_paper_and_who_says_it(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize("places", ["义乌、金华两个无水港", "义乌、金华", "金华、义乌"])
def test_a_list_of_places_whose_first_is_not_known_does_not_hide_who_acts(places):
    claims = told(f"[甲海关|o]在{places}启动[乙改革|y]试点。", jurisdiction="宁波市", issuer="issuer")
    assert {source for source, _, target in claims if target == "乙改革"} == {"甲海关"}


def test_a_paper_that_names_a_thing_is_not_what_the_thing_was_made():
    claims = told("[甲灌区|p]为《[关于印发乙规划的通知|y]》确定新建的大型灌区之一。")
    assert not any(relation == "designated_as" for _, relation, _ in claims)


def test_a_place_that_is_given_help_is_supported():
    sentence = "[甲厅|o|issuer]将在安排项目时对平远县予以倾斜扶持。"
    assert ("issuer", "supports", "place/梅州市平远县") in told(sentence)


@pytest.mark.parametrize(
    "sentence", ["市财政每年安排[甲专项资金|f]1000万元。", "我市被列为[全国示范市|y]创建单位。"]
)
def test_what_an_unknown_place_pays_or_is_named_is_not_its_bureaus(sentence):
    assert told(sentence, issuer="issuer", jurisdiction="") == set()


def test_who_approved_of_works_is_not_paid_for_them():
    sentence = "水渠已列入计划，经[甲水利厅|o]批复，总投资2680万元，其中[乙发展资金|f]1600万元。"
    assert not any(relation == "funds" for _, relation, _ in told(sentence))
