"""Status cues: order of precedence, and words that only look like cues."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.status import find_cues, next_steps, read_status


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


def test_an_opening_about_next_steps_governs_its_paragraph_only():
    letter = linked("下一步，我们将推进。完善机制。\n已建成平台。").letter
    governed = next_steps(letter)
    assert [each.sentence_id in governed for each in letter.sentences] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "我局将采取以下措施。\n一、完善制度\n健全台账。\n二、充实力量\n增加人手。",
            [False, True, True, True, True],
        ),
        ("我局将做好以下工作：\n（一）完善制度。\n三、有关建议\n已建成平台。", [False, True, False, False]),
        (
            "一、现状\n已建成平台。\n下一步，加强管理。\n二、成效\n已建成车站。",
            [False, False, True, False, False],
        ),
        ("现答复如下：\n一、现状\n已建成平台。", [False, False, False]),
        ("感谢您的关心，下一步，我局推进改革。\n已建成平台。", [True, False]),
        ("我局将抓好以下工作：一是推进改革；二是建设平台。", [True]),
    ],
)
def test_an_announced_list_is_a_plan_as_far_as_its_own_marks_go(text, expected):
    letter = linked(text).letter
    governed = next_steps(letter)
    assert [each.sentence_id in governed for each in letter.sentences] == expected
