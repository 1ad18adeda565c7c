"""Promises and reports on earlier ones."""

from __future__ import annotations

import re

import pytest
from read_promises import read


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
        ("late", "done"),
        ("missed", "ongoing"),
        ("", "planned"),
    ]
    assert {each.object_ids for each in found} == {("中试基地",), ("补偿办法",)}


def test_who_leads_is_responsible():
    (found, *_) = read("拟由[保护中心|o]牵头，会同[交易中心|p]开发合同范本。")
    assert (found.responsible, found.responsible_basis) == ("保护中心", "named")


def test_a_soft_verb_promises_only_when_it_opens_a_sentence_about_something_firm():
    (found,) = read("深化[出口基地|p]建设，培育市场主体。")
    assert (found.status, found.cue) == ("ongoing", "深化")
    assert read("开放数据，加强宣传，推动产业良性发展。") == ()


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


def test_what_is_to_be_done_before_the_end_of_the_month_of_the_letter_is_promised():
    (found,) = read("项目8月底前完成招标。", date="2024-08-08")
    assert (found.status, found.due) == ("planned", "2024-08")
    for text in ("项目8月底前已完成招标。", "截至8月底，建成充电站15座。", "项目8月初完成招标。"):
        assert read(text, date="2024-08-08") == (), text


def test_a_result_due_after_the_letter_is_a_plan():
    (found,) = read("印发通知，要求到2026年底建成示范站40个。", date="2024-08-08")
    assert (found.status, found.due) == ("planned", "2026")
    assert read("到2023年底建成示范站40个。", date="2024-08-08") == ()


def test_what_stands_to_reason_is_no_work_in_progress():
    assert read("正如您所说，资金不足的问题仍然存在。") == ()


def test_what_cannot_be_taken_up_is_refused():
    (found,) = read("因缺乏政策依据，暂无法采纳。")
    assert (found.status, found.outcome) == ("done", "refused")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("待征地手续办结后，方可动工修建便桥。", ["方可动工修建便桥"]),
        ("该站点将待土地腾出后尽早动土。", ["待土地腾出后尽早动土"]),
        ("待补助到位即可铺设供水管网。", ["待补助到位即可铺设供水管网"]),
    ],
)
def test_what_waits_for_a_condition_is_planned(text, what):
    found = read(text)
    assert [(each.status, each.what) for each in found] == [("planned", each) for each in what]


@pytest.mark.parametrize(
    "text",
    [
        "我们一定认真听取群众诉求。",
        "经集体商议，决定更换小区破损路灯。",
        "我局会根据客流情况，逐步加密班次。",
        "工程即将完工。",
        "截至目前围墙已拆除，下一步实施绿化补种。",
        "此事涉及多个单位，尚需与邻县进一步协商。",
        "规划在城北片区新建一所幼儿园。",
        "[我局|o|issuer]将把您的建议作为重点。",
        "我们将充分吸纳您的建议。",
    ],
)
def test_ordinary_words_of_resolve_are_plans(text):
    assert [each.status for each in read(text)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "受地形限制，该处不具备修建便道的条件。",
        "因缺少配套资金，暂时不能受理。",
        "经费由各校自筹，我局尚不能安排补助。",
        "相关职能已有科室承担，不另行设立机构。",
    ],
)
def test_ordinary_words_of_refusal_are_told(text):
    assert [(each.status, each.outcome) for each in read(text)] == [("done", "refused")]


def test_what_is_still_under_way_is_ongoing():
    assert [each.status for each in read("线路走向还在征求各方意见。")] == ["ongoing"]
    assert read("部分商户还在观望。") == ()


def test_advice_ends_where_the_writer_acts():
    (found,) = read("建议由村委会牵头管护，[我局|o|issuer]将提供技术指导。")
    assert found.what == "提供技术指导"


def test_a_heading_that_says_who_will_is_a_promise_and_one_that_names_a_topic_is_none():
    (found,) = read("巡查情况见附表。", heading="二、我局将进一步加强巡查")
    assert found.status == "planned"
    assert read("名单见附表。", heading="二、争取试点机会，壮大骨干力量") == ()


def test_items_with_nothing_below_them_are_promises_themselves():
    text = "下一步，抓好三件事。一是月底前添置果皮箱40个。二是在集镇周边增设休息座椅。三是建成口袋公园。"
    assert [each.what for each in read(text)] == [
        "添置果皮箱40个",
        "在集镇周边增设休息座椅",
        "建成口袋公园",
    ]


def test_an_announcement_of_what_will_be_done_governs_its_list():
    found = read(
        "我局将采取以下措施推进此事。\n一、完善村级站点\n依托祠堂，全面完善服务设施。\n二、充实队伍\n公开招考，增加人手三名。"
    )
    assert {each.status for each in found} == {"planned"}
    assert {"全面完善服务设施", "增加人手三名"} <= {each.what for each in found}


def test_a_clause_of_time_is_no_fact_that_ends_a_plan():
    found = read("[我局|o|issuer]将提前谋划，在新校区建成启用时，组织教师送教下乡。")
    assert [each.what for each in found] == ["提前谋划", "组织教师送教下乡"]


def test_how_and_on_what_ground_is_left_out_beside_what_is_promised():
    found = read("下一步，在总结试点经验的基础上，按照统一部署，扩大覆盖范围，结合职能抓好落实工作。")
    assert [each.what for each in found] == ["扩大覆盖范围", "结合职能抓好落实工作"]


@pytest.mark.parametrize(
    "text",
    [
        "三方交换了文本，[我局|o|issuer]计划在明春派出教师。",
        "你们提出的架桥建议，因牵涉航道，需要进一步论证。",
        "各县将陆续更换水表。",
    ],
)
def test_the_writer_takes_over_from_others_and_others_may_have_plans(text):
    assert [each.status for each in read(text)] == ["planned"]


def test_an_effort_is_a_plan_beside_a_word_of_plans_and_with_a_date_ahead():
    for text in ("班次已加密，我局将抓紧采购，争取换新车辆。", "班次已加密，力争今年年底前换新车辆。"):
        assert "planned" in {each.status for each in read(text)}


def test_the_writer_promises_beside_a_rule():
    (found,) = read("《[节水条例|y]》规定由村里管护，[我局|o|issuer]将上门指导。")
    assert found.what == "上门指导"
    (found,) = read("按照《[节水条例|y]》要求，拟更换老旧水表。")
    assert found.status == "planned"


def test_who_does_a_thing_once_it_is_finished_is_planned():
    (found,) = read("便桥建成后将移交村委会看护。")
    assert found.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "该地块临近水源，故不能修建凉亭。",
        "我镇财力薄弱，无力承担这笔开支。",
        "贵村不属于本轮补助范围。",
        "该摊点不符合夜市规划。",
        "增设岗亭缺乏政策依据。",
        "对您提出的逐村设点的建议，短时间内还难以铺开。",
    ],
)
def test_want_of_means_right_or_ground_is_a_refusal(text):
    assert [(each.status, each.outcome) for each in read(text)] == [("done", "refused")]


@pytest.mark.parametrize(
    "text",
    [
        "预计腊月前挂牌。",
        "预计明年二月搬入新址。",
        "择期开展一次清淤。",
        "初步考虑由渡口管护队照看。",
        "我们要进一步守好水源。",
        "原则同意在码头加设护栏。",
        "视财力状况，分批更换座椅。",
        "在编制新一轮航道规划时予以统筹考虑。",
        "岸线已测量，年内完成设计。",
    ],
)
def test_leave_granted_and_things_taken_into_account_are_plans(text):
    assert [each.status for each in read(text)] == ["planned"]


def test_an_effort_under_way_is_ongoing():
    assert [each.status for each in read("我局正在争取上级扶持。")] == ["ongoing"]


def test_want_of_a_plan_or_of_money_is_a_refusal_for_whomever():
    for text in ("对扩建码头的建议，目前暂无扩建计划。", "对商户暂不予减免租金。"):
        assert [(each.status, each.outcome) for each in read(text)] == [("done", "refused")]


def test_a_numbered_item_without_text_below_it_is_no_heading():
    item = "（四）2025年，计划新增救护车40辆，选派骨干医师。"
    assert [each.what for each in read("", heading=item)] == ["计划新增救护车40辆", "选派骨干医师"]
    assert [each.what for each in read("车辆已到位。", heading=item)] == []
    assert read("", heading="（二）计划认证服务。") == ()


def test_a_whole_sentence_in_a_heading_may_refuse():
    (found,) = read("如有疑问，请来电。", heading="（五）您建议新设基金，考虑到已有规定，不宜另行设立。")
    assert found.outcome == "refused"


@pytest.mark.parametrize(
    "text",
    [
        "对因灾未完成任务的，可适当降低考核要求或暂不考核。",
        "由于历史欠账较多，短期内还没有根本扭转。",
        "对条件尚不成熟的地区，可以推迟申报。",
    ],
)
def test_what_is_allowed_or_lasts_or_tells_of_a_kind_is_not_refused(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text", ["因地下管线密集，新建人行天桥不宜实施。", "目前建设地下停车场的条件还不成熟。"]
)
def test_what_is_not_advisable_or_not_ripe_yet_is_refused(text):
    assert [each.outcome for each in read(text)] == ["refused"]


def test_taking_up_the_proposal_only_leads_to_the_list_of_what_will_be_done():
    found = read("[我局|o|issuer]将认真研究吸收您的建议，重点做好以下工作：一是修订《[管理办法|y]》。")
    assert [each.what for each in found] == ["修订《管理办法》"]


@pytest.mark.parametrize(
    "sentence",
    [
        "管委会积极推动项目落地。",
        "[市商务局|o]指导村委会及时上报情况。",
        "市慈善基金会继续资助贫困学生120名。",
        "业委会按照规定选聘物业公司。",
        "座谈会认真听取了代表意见。",
        "联席会逐步完善工作机制。",
    ],
)
def test_the_end_of_the_name_of_a_body_or_a_meeting_is_no_will(sentence):
    assert read(sentence) == ()


def test_who_will_do_a_thing_promises_it():
    assert [each.status for each in read("[我局|o|issuer]会继续推进公园建设。")] == ["planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "到2028年，平台累计撮合融资突破5000亿元。",
        "已建成平台，接入机构30家；到2028年，累计服务企业超过2万家。",
        "到2028年底，全市共计建成充电桩达到3万个。",
        "到2028年，技术合同成交额累计达到300亿元。",
    ],
)
def test_a_total_to_be_reached_at_a_time_ahead_is_a_promise(sentence):
    assert [each.due[:4] for each in read(sentence)] == ["2028"]


def test_a_total_of_a_time_past_is_none():
    assert read("截至2022年底，平台累计撮合融资突破5000亿元。") == ()


@pytest.mark.parametrize(
    ("sentence", "objects"),
    [
        (
            "[云州中试发展基金|f]因出资方案调整尚未设立，计划于2028年第四季度完成工商注册。",
            ("云州中试发展基金",),
        ),
        ("二是起草[云州数据条例|y]，计划年底前提请审议。", ("云州数据条例",)),
        ("引进的果汁项目选址在[云州产业园|p]，计划明年10月投产。", ()),
        ("[云州产业园|p]进展顺利，计划投资1.5亿元。", ()),
    ],
)
def test_a_plan_without_a_thing_of_its_own_is_about_what_its_sentence_begins_with(sentence, objects):
    assert read(sentence)[-1].object_ids == objects


@pytest.mark.parametrize(
    "text",
    [
        "您提的20万元标准因财力所限暂难达到。",
        "恢复夜班车今年做不到。",
        "对您提出的改造项目，暂不安排资金。",
        "对商户集中的路段，暂不设置隔离护栏。",
    ],
)
def test_what_is_hard_for_now_and_what_was_asked_for_is_refused(text):
    assert [each.outcome for each in read(text)] == ["refused"]


@pytest.mark.parametrize(
    "marks", ["一、 二、 三、", "一是 二是 三是", "（一） （二） （三）", "1. 2. 3.", "① ② ③"]
)
def test_every_item_of_a_list_behind_a_word_of_plans_is_a_promise(marks):
    one, two, three = marks.split()
    found = read(
        f"下一步：{one}全面推行[参考标准|y]；{two}加装电梯100部；{three}会同有关部门研究恢复[补助资金|f]。"
    )

    assert [each.status for each in found] == ["planned"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "[海曙数据平台|p]未能在今年6月底前建成。",
        "[海曙数据平台|p]没有在今年6月底前建成。",
        "与[浙里办|p]的对接未能在2024年6月底前完成。",
    ],
)
def test_what_was_not_done_by_its_time_is_not_kept(text):
    """In a letter that speaks of its earlier promises, where a bare 建成 tells that one was kept."""
    outcomes = {each.outcome for each in read(f"去年答复中承诺的修订工作已如期完成。{text}")}

    assert "kept" not in outcomes


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲平台|p]内的旧厂房权属复杂，[乙办|o]正与[丙集团|o]洽谈，年内难以实施。",
        "落实[甲计划|y]、2024年县政府民生实事项目等项目，引进教师279名。",
    ],
)
def test_a_clause_is_one_promise_or_report_and_no_second_with_its_id(sentence):
    for date in ("2023-06-29", "2024-03-01"):
        ids = [each.commitment_id for each in read(sentence, date=date)]
        assert len(ids) == len(set(ids))


def test_items_of_a_numbered_list_in_one_paragraph_are_promises_themselves():
    found = read(
        "（一）抓紧出台培训办法，力争年内印发。（二）到2027年，建成社区食堂60个。（三）推动服务进村。",
        heading="三、下一步打算",
    )
    assert [each.what for each in found][:3] == [
        "抓紧出台培训办法",
        "力争年内印发",
        "建成社区食堂60个",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2021年，我局印发办法，将保障范围扩大至外来务工家庭。",
        "我局累计将86个村庄纳入整治。",
        "先后将12所小学列入改造名单。",
        "将开放时间延长至晚上九点，市民反映良好。",
        "我局成功将两家企业引进园区。",
        "我区率先将托育服务覆盖全部街道。",
    ],
)
def test_what_was_widened_or_taken_in_is_no_promise(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2024年，累计将投入3亿元。", "投入3亿元"),
        ("我局先后将派出三批人员。", "派出三批人员"),
        ("今年我市率先将建成托育中心10个。", "建成托育中心10个"),
    ],
)
def test_what_will_be_done_in_all_or_first_is_promised(text, what):
    assert [(each.what, each.status) for each in read(text, date="2024-03-01")] == [(what, "planned")]


def test_widening_is_promised_by_a_verb_of_its_own_or_under_next_steps():
    assert [each.what for each in read("我局将推动保障范围扩大至全市。")] == ["推动保障范围扩大至全市"]
    assert [each.status for each in read("下一步，将保障范围扩大至全市。")] == ["planned"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("我局将对新落户的企业，给予20万元奖励。", "对新落户的企业，给予20万元奖励"),
        ("拟对验收合格的庭院，一次性奖补5000元。", "对验收合格的庭院，一次性奖补5000元"),
    ],
)
def test_for_whom_and_what_is_one_promise(text, what):
    assert [each.what for each in read(text)] == [what]


@pytest.mark.parametrize("whom", ["对接[乙公司|o]", "对标国家要求"])
def test_a_verb_that_begins_as_for_whom_does_is_a_promise_of_its_own(whom):
    first, second = read(f"我局将{whom}，落实项目用地。")
    assert (first.what, second.what) == (re.sub(r"[\[\]]|\|o", "", whom), "落实项目用地")


def test_what_is_done_to_a_thing_is_a_promise_without_the_money_behind_it():
    found = read("下一步，对老旧管网进行改造，给予财政补助。")
    assert found[0].what == "对老旧管网进行改造"


def test_when_the_thing_was_built_is_no_time_until_when():
    (found,) = read("下一步，将2005年底前建成的小区逐步纳入改造范围。")
    assert (found.what, found.due) == ("2005年底前建成的小区逐步纳入改造范围", "")


def test_what_is_built_with_a_partner_of_the_clause_before_is_promised():
    found = read("加强与[甲局|o]合作，共同打造[乙服务平台|p]。", heading="三、下一步打算")
    assert [each.what for each in found] == ["加强与甲局合作", "共同打造乙服务平台"]


def test_what_is_given_to_somebody_is_promised_beside_other_things():
    found = read("下一步，对新认定的企业给予最高50万元奖励，支持[甲集团|o]牵头组建实验室。")
    assert [each.what for each in found] == [
        "对新认定的企业给予最高50万元奖励",
        "支持甲集团牵头组建实验室",
    ]
