"""Whole families of words that refuse, report, wait or plan, each in sentences of its own."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places

_REPORT = "一、上年度承诺事项办理结果"
_PLAN = "三、下一步打算"


def told(marked, heading=""):
    letter = masked_letter(linked(marked, heading=heading), places.load())
    return {(each.status, each.outcome) for each in commitments(letter)}


@pytest.mark.parametrize(
    "text",
    [
        "关于贵委提出的发放普惠停车券的建议，因与财政支出口径不符，碍难采纳。",
        "提案所提由区级统一采购校服的做法，我局歉难照办。",
        "该项诉求超出县级事权，我局无权调整。",
        "对代表要求全域放开夜间施工的意见，本市目前没有放开的打算。",
        "关于将苗圃改作球场的建议，因用地性质不符，本年度不予安排。",
        "该建议涉及上位法修改，非本级职权所能决定。",
        "该路段加宽一事因征拆未完成，予以暂缓。",
        "您提到的统一补贴标准，目前缺乏法律依据，无法设立。",
        "委员建议的跨区通办养老金业务，省级系统尚未打通，眼下无法办理。",
        "设立少年法学院的设想，与院校设置规划不符，难以支持。",
        "对整体搬迁该市场的建议，我区持保留意见，暂维持现状。",
    ],
)
def test_what_was_asked_for_and_is_not_granted_is_refused(text):
    assert told(text) == {("done", "refused")}


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区车位紧张，现有泊位难以满足居民停车需要。",
        "部分农户不具备贷款条件，种植规模上不去。",
        "企业普遍反映检测排队时间长，难以按时交货。",
        "代表提出的四点建议，能办的已办了三点，一点解释了不能办的原因。",
    ],
)
def test_what_others_cannot_do_is_not_refused(text):
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("[云杉湿地驿站|p]去年9月对外开放，接待游客3.6万人次。", _REPORT, {("done", "kept")}),
        ("[桐川英才贷|f]提前半年完成投放目标，累计放款3亿元。", _REPORT, {("done", "kept")}),
        ("去年承诺的[云杉湿地驿站|p]已于今年3月对外开放。", "", {("done", "kept")}),
        ("工程较合同工期提前两个月交付。", "", {("done", "kept")}),
        ("[柳浪文创园|p]比承诺时间推迟两个月开园。", _REPORT, {("done", "late")}),
        (
            "[柳浪文创园|p]预计2024年10月开园，比承诺时间推迟两个月。",
            "",
            {("planned", ""), ("planned", "late")},
        ),
        ("[桐川港集疏运通道|p]征地受阻，未按期动工。", _REPORT, {("ongoing", "missed")}),
        ("[养犬管理办法|y]尚未出台，未达到去年设定的目标。", _REPORT, {("ongoing", "missed")}),
        ("[桐川滑雪小镇|p]因选址触及生态红线，已终止建设。", _REPORT, {("done", "refused")}),
        ("去年列出的事项共6项，已办结4项。", _REPORT, set()),
        ("力争[柳浪文创园|p]如期建成。", "", {("planned", "")}),
        ("我市对42项许可实行告知承诺。", "三、关于推行信用承诺制", set()),
    ],
)
def test_what_became_of_an_earlier_promise(text, heading, expected):
    assert told(text, heading) == expected


@pytest.mark.parametrize(
    "text",
    [
        "《[养犬管理办法|y]》草案已报市政府常务会议审议。",
        "上述资金已向省财政厅申请。",
        "该标准仍在会签。",
        "同时，鼓励社会力量兴办托育机构，支持国企盘活闲置房产用于托育。",
    ],
)
def test_what_waits_or_is_encouraged_is_under_way(text):
    assert told(text) == {("ongoing", "")}


def test_what_a_plan_waits_for_is_part_of_the_plan():
    assert told("草案已报市政府审议，力争年内印发实施。") == {("planned", "")}


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("全力争创国家级文明示范港，把通关时间压到两小时以内。", _PLAN),
        ("申请将桐川港列入国家物流枢纽名单。", _PLAN),
        ("年内再添置无障碍公交20辆。", ""),
        ("条件成熟后，再向全市推开。", ""),
        ("平台公司将于年底前提交可行性报告。", ""),
    ],
)
def test_plans_in_further_verbs(text, heading):
    assert told(text, heading) == {("planned", "")}


@pytest.mark.parametrize(
    "text",
    [
        "近年来，我市坚持项目带动，不断完善港口功能。",
        "截至2023年底，全市建成标准泊位8个。",
        "申报口径不统一的问题比较突出。",
        "我局编印了办事指南。",
        "[桐川航运公司|o]牵头的监测平台接入码头31座。",
        "建议反映的问题，要解决既靠投入，也靠管理。",
    ],
)
def test_an_account_in_a_section_of_plans_promises_nothing(text):
    assert told(text, _PLAN) == set()


def test_what_goes_on_since_a_year_is_no_plan_for_it():
    assert told("2024年至今投入7.8亿元改造学校9所。") == set()
