"""Promises and reports on earlier ones."""

from __future__ import annotations

from sentences import linked

from graph.relate.commitments import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def read(marked, **options):
    letter = linked(marked, **options)
    found = commitments(masked_letter(letter, places.load()))
    for each in found:
        assert each.quote.start <= each.span.start < each.span.end <= each.quote.end
    return found


def test_every_clause_of_a_plan_is_a_promise_of_its_own():
    found = read("下一步，[我局|o|issuer]将会同有关部门修订《[管理办法|y]》，增设[出海奖励|y]条款。")
    assert [each.what for each in found] == ["会同有关部门修订《管理办法》", "增设出海奖励条款"]
    assert {each.status for each in found} == {"planned"}
    assert found[0].actor == "issuer"
    assert found[0].object_ids == ("管理办法",)


def test_the_due_date_is_as_precise_as_printed():
    (half,) = read("力争2025年上半年建成[仪器平台|p]。")
    assert half.due == "2025-06"
    (year,) = read("力争年内完成[专项子基金|f]注册。", date="2022-06-24")
    assert year.due == "2022"


def test_a_past_date_is_no_due_date():
    (found,) = read("拟对2021年建成的[仪器平台|p]进行改造。", date="2024-08-08")
    assert found.due == ""


def test_a_short_clause_is_about_the_thing_named_before():
    found = read("规划建设[中试基地|p]，主体结构已封顶，力争2025年底前投入使用。")
    assert found[-1].object_ids == ("中试基地",)


def test_a_refusal_is_told_from_silence():
    (found,) = read("鉴于投资较大，暂不单独新建体验馆。")
    assert (found.status, found.outcome) == ("done", "refused")


def test_reports_on_earlier_promises_say_what_became_of_them():
    found = read(
        "[中试基地|p]一期于三月正式投入使用，较原定时间推迟约三个月。《[补偿办法|y]》未能如期出台，拟于四季度审议。",
        heading="一、上年度承诺事项落实情况",
    )
    assert [(each.outcome, each.status) for each in found] == [
        ("kept", "done"),
        ("late", "done"),
        ("missed", "ongoing"),
        ("", "planned"),
    ]
    assert {each.object_ids for each in found} == {("中试基地",), ("补偿办法",)}


def test_a_mark_of_the_object_promises_nothing():
    assert read("将九类仪器列入攻关目录。") == ()


def test_who_leads_is_responsible():
    (found, *_) = read("拟由[保护中心|o]牵头，会同[交易中心|p]开发合同范本。")
    assert (found.responsible, found.responsible_basis) == ("保护中心", "named")


def test_a_soft_verb_promises_only_when_it_opens_a_sentence_about_something_firm():
    (found,) = read("深化[出口基地|p]建设，培育市场主体。")
    assert (found.status, found.cue) == ("ongoing", "深化")
    assert read("开放数据，加强宣传，推动产业良性发展。") == ()


def test_thanks_and_announcements_are_no_promises():
    assert read("现将办理情况答复如下：。") == ()
    assert read("欢迎您继续监督，我们将不胜感谢。") == ()


def test_a_clause_that_announces_a_list_is_left_to_its_items():
    found = read("下一步，我局将重点做好两方面工作：一是推动[中试基地|p]如期投用；二是设立[子基金|f]。")
    assert [each.object_ids for each in found] == [("中试基地",), ("子基金",)]


def test_the_items_below_an_announcement_are_plans():
    found = read("下一步，我局将做好以下工作：\n一是修订《[管理办法|y]》。\n二是扩建[实训基地|p]。")
    assert [(each.status, each.object_ids) for each in found] == [
        ("planned", ("管理办法",)),
        ("planned", ("实训基地",)),
    ]


def test_a_short_listed_sentence_only_announces():
    found = read("一是加大投入力度。修订《[管理办法|y]》。", heading="三、下一步工作打算")
    assert [each.what for each in found] == ["修订《管理办法》"]


def test_a_result_due_after_the_letter_is_a_plan():
    (found,) = read("印发通知，要求到2026年底建成示范站40个。", date="2024-08-08")
    assert (found.status, found.due) == ("planned", "2026")
    assert read("到2023年底建成示范站40个。", date="2024-08-08") == ()


def test_what_stands_to_reason_is_no_work_in_progress():
    assert read("正如您所说，资金不足的问题仍然存在。") == ()


def test_the_topic_of_an_answer_is_no_promise():
    assert read("关于您提出的争取设立发展基金的建议，意见如下。") == ()


def test_what_another_body_explored_is_no_plan_of_the_writer():
    assert read("[某县文化馆|o]探索“研学”新模式。") == ()
    (found,) = read("[我局|o|issuer]探索“研学”新模式。")
    assert found.status == "planned"


def test_what_cannot_be_taken_up_is_refused():
    (found,) = read("因缺乏政策依据，暂无法采纳。")
    assert (found.status, found.outcome) == ("done", "refused")


def test_an_object_at_the_begin_of_a_clause_is_no_future():
    assert read("学校改革课程，将企业生产线搬进校园。") == ()
    (found,) = read("将重新统筹资金用于新设基金。")
    assert found.status == "planned"


def test_what_hands_over_an_object_is_no_future_and_a_rank_no_work_in_progress():
    assert read("[甲中心|o]通过购买服务将渠系委托[乙公司|o]管护。") == ()
    assert read("[甲中心|o]为[乙局|o]管理的正科级事业单位。") == ()
