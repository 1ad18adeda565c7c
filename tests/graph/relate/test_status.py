"""Status cues: order of precedence, and words that only look like cues."""

from __future__ import annotations

import pytest

from graph.relate.status import find_cues, firm_statuses, read_status


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("将仪器列入目录，建设平台", "建设", "ongoing"),  # 将 marks an object
        ("将建设平台", "建设", "planned"),
        ("将建设平台作为重点，会同协会建设", "会同", "ongoing"),
        ("于三月正式建设平台", "建设", "ongoing"),  # 正式 is no 正
        ("成功争取平台，建设", "建设", "ongoing"),
        ("拟由中心牵头，会同协会建设", "建设", "planned"),
        ("拟由中心牵头；协会建设", "建设", "ongoing"),  # a plan ends at ；
        ("将推进改革，已建设平台", "建设", "done"),
    ],
)
def test_the_nearest_strong_cue_decides_and_plans_carry_over(text, verb, status):
    at = text.index(verb)
    assert read_status(text, (at, at + len(verb)), "ongoing").status == status


def test_a_weak_cue_changes_the_default_but_not_a_settled_verb():
    at = len("积极")
    assert read_status("积极参与联盟", (at, at + 2), "done").status == "ongoing"
    assert read_status("积极参与联盟", (at, at + 2), "done", settled=True).status == "done"


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("一是建成中试基地，二是完善机制", "建成", "planned"),
        ("获批示范区，带动产业", "获批", "planned"),
        ("前期已建成中试基地", "建成", "done"),
        ("建成了中试基地，运行平稳", "建成", "done"),
        ("去年建成中试基地", "建成", "done"),
        ("建成中试基地，累计服务企业40家", "建成", "done"),
    ],
)
def test_after_next_steps_a_result_is_planned_unless_it_is_told_as_past(text, verb, status):
    at = text.index(verb)
    assert read_status(text, (at, at + len(verb)), "done", governing="下一步").status == status
    assert read_status(text, (at, at + len(verb)), "done").status == "done"


def test_cues_are_found_longest_first_and_never_overlap():
    found = find_cues("正在探索建设", 0, 6)
    assert [each.cue.cue for each in found] == ["正在", "探索"]


def test_only_firm_cues_tell_a_status_by_themselves():
    assert firm_statuses("已建成平台，将建设基地", 0, 11) == ["done", "done", "planned"]
    assert firm_statuses("积极参与联盟", 0, 6) == []
    assert firm_statuses("已建成平台，将建设基地", 6, 11) == ["planned"]


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("我们建设平台，目前已完成主体工程", "建设", "done"),
        ("我们委托研究院制定导则，已于2024年4月发布", "制定", "done"),
        ("一是年内建设平台，目前已完成可研", "建设", "planned"),
        ("自2021年以来，建设平台", "建设", "done"),
        ("推广已形成的经验，建设平台", "建设", "planned"),
        ("在已有站点旁建设平台", "建设", "planned"),
        ("拟建设平台，目前已完成选址", "建设", "planned"),
        ("目前已完成选址；建设平台", "建设", "planned"),
        ("条件已具备，建设平台", "建设", "planned"),
        ("我们已商得同意，建设平台", "建设", "planned"),
    ],
)
def test_among_plans_a_part_that_tells_what_was_done_is_no_plan(text, verb, status):
    at = text.index(verb)
    assert read_status(text, (at, at + len(verb)), "done", governing="下一步").status == status
