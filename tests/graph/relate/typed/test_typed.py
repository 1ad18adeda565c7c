"""Typed relations: who did what to what, with which status, sentence by sentence."""

from __future__ import annotations

import pytest
from read_relations import read
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.regexes import applicable_patterns
from ontology import places


def told(marked, **options):
    return {(each.source, each.relation, each.target, each.status) for each in read(marked, **options)}


def test_an_elided_subject_is_the_place_of_the_letter_and_implied():
    (claim,) = read("出台《[福田区科技创新若干措施|y]》。")
    assert (claim.source, claim.relation, claim.status) == ("place/深圳市福田区", "issued", "done")
    assert (claim.strength, claim.source_span) == ("implied", None)


def test_the_ministry_itself_acts_where_the_place_is_the_whole_country():
    (claim,) = read("印发《[茶产业发展意见|y]》。", issuer="moa", jurisdiction="全国")
    assert claim.source == "moa"


def test_to_carry_out_a_policy_is_not_to_issue_it():
    assert told("我市落实《[高质量发展意见|y]》。", jurisdiction="苏州市") == {
        ("place/苏州市", "implements", "高质量发展意见", "ongoing")
    }


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("成功设立[种子子基金|f]。", "done"),
        ("推动设立[种子子基金|f]。", "ongoing"),
        ("争取设立[种子子基金|f]。", "planned"),
        ("将设立[种子子基金|f]。", "planned"),
        ("下一步，完善机制，设立[种子子基金|f]。", "planned"),
        ("正在设立[种子子基金|f]。", "ongoing"),
        ("设立[种子子基金|f]。", "done"),
    ],
)
def test_the_cue_in_the_clause_gives_the_status(sentence, status):
    assert ("place/深圳市福田区", "established", "种子子基金", status) in told(sentence)


def test_what_a_past_sentence_explores_is_a_plan():
    claims = told("依托[运营中心|p]，探索建设[跨境交易平台|p]，完善挂牌竞价等功能。")
    assert ("place/深圳市福田区", "established", "跨境交易平台", "planned") in claims
    assert ("跨境交易平台", "relies_on", "运营中心", "planned") in claims


def test_a_relative_clause_only_describes():
    assert told("已建成的[中试集聚区|p]运行良好。") == set()


def test_a_section_about_next_steps_makes_plans():
    claims = told("设立[种子子基金|f]。", heading="三、下一步工作打算")
    assert claims == {("place/深圳市福田区", "established", "种子子基金", "planned")}


def test_what_is_refused_is_not_claimed():
    assert told("考虑到财政承受能力，暂不单独设立[海外仓基金|f]。") == set()


def test_a_supported_body_is_the_one_that_builds():
    claims = told("支持[计量院|o]联合[江仪院|o]组建[验证评价中心|p]。")
    assert ("计量院", "established", "验证评价中心", "done") in claims
    assert ("江仪院", "established", "验证评价中心", "done") in claims
    assert ("place/深圳市福田区", "supports", "计量院", "ongoing") in claims
    assert not any(
        source.startswith("place/") and relation == "established" for source, relation, _, _ in claims
    )


def test_encouraged_classes_of_actors_are_nobody_known():
    assert told("鼓励企业建设[公共平台|p]。") == set()


def test_joint_signatories_sign_and_cooperate():
    claims = told(
        "[我局|o|issuer]与[嘉定科委|o]、[无锡科技局|o]签订《[合作备忘录|y]》，共同发起[创新联盟|o]。"
    )
    assert {
        ("issuer", "signed", "合作备忘录", "done"),
        ("无锡科技局", "signed", "合作备忘录", "done"),
    } <= claims
    assert ("issuer", "cooperates_with", "嘉定科委", "done") in claims
    assert ("issuer", "established", "创新联盟", "done") in claims


def test_a_subject_is_carried_over_to_the_next_clause():
    claims = told("[保护中心|o]组建[快维平台|p]，上线[在线系统|p]。")
    assert ("保护中心", "established", "在线系统", "done") in claims


def test_the_government_supports_although_a_bank_stands_before():
    claims = told("[苏州银行|o]开发“[仪器贷|f]”，推动设立[引导基金|f]。", jurisdiction="苏州市")
    assert ("苏州银行", "established", "仪器贷", "done") in claims
    assert ("place/苏州市", "established", "引导基金", "ongoing") in claims


def test_names_in_brackets_are_remarks():
    claims = told(
        "[试验所|o]（位于[河套香港园区|p]）、[试验中心|p]（位于[河套深圳园区|p]）共同形成“[一所三中心|p]”。"
    )
    assert ("试验所", "located_in", "河套香港园区", "done") in claims
    assert ("试验中心", "part_of", "一所三中心", "done") in claims
    assert not any(relation == "part_of" and "园区" in source for source, relation, _, _ in claims)


def test_a_place_before_a_name_says_where_it_is():
    claims = told("福田区[信立泰|o]、[华润九新|o]等重点企业积极参与[产业联盟|o]。")
    assert ("信立泰", "located_in", "place/深圳市福田区", "done") in claims
    assert ("华润九新", "member_of", "产业联盟", "done") in claims
    assert ("place/深圳市福田区", "member_of", "产业联盟", "done") not in claims


def test_half_width_marks_of_a_letter_do_not_hide_a_relation():
    assert ("place/长沙市", "issued", "若干措施", "done") in told(
        "近年来,出台《[若干措施|y]》;成效明显。", jurisdiction="长沙市"
    )


def test_an_unresolved_anaphor_is_never_guessed():
    claims = told("[我委|o|]会同[市财政局|o]研究。", issuer=None, jurisdiction="")
    assert claims == set()


def test_patterns_are_tried_only_where_their_words_stand():
    letter = linked("[甲局|o]设立了[乙基金|f]。")
    masked = masked_letter(letter, places.load()).sentences[0].known
    tried = {pattern.rule for pattern, _ in applicable_patterns(masked)}
    assert "est-set-up" in tried
    assert "sign" not in tried


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("（一）[甲中心|o]已于2024年3月建成并投入使用，面积3万平方米。", "done"),
        ("[甲平台|p]已正式建成。", "done"),
        ("[甲平台|p]预计于2025年建成。", "planned"),
    ],
)
def test_a_thing_that_is_built_was_set_up_by_the_place_of_the_letter(sentence, status):
    assert told(sentence) == {
        ("place/深圳市福田区", "established", sentence[sentence.index("[") + 1 : sentence.index("|")], status)
    }


def test_a_result_in_a_plan_is_planned_unless_it_is_said_to_be_there():
    plan = {"heading": "三、下一步工作打算", "date": "2023-06-12"}
    assert told("2023年底前，建成[甲平台|p]。", **plan) == {
        ("place/深圳市福田区", "established", "甲平台", "planned")
    }
    assert told("目前已建成[甲平台|p]。", **plan) == {("place/深圳市福田区", "established", "甲平台", "done")}


@pytest.mark.parametrize(
    "text",
    [
        "建议[甲局|o]设立[乙基金|f]。",
        "下一步，建议由[甲局|o]牵头制定《[丙办法|y]》。",
        "[我局|o|issuer]将建议[甲局|o]设立[乙基金|f]。",
    ],
)
def test_what_somebody_is_advised_to_do_is_no_relation(text):
    assert list(read(text)) == []


def test_what_follows_advice_taken_up_is_told():
    (claim,) = read("根据您的建议，[甲局|o]设立[乙基金|f]。")
    assert (claim.source, claim.relation) == ("甲局", "established")
