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


def test_cues_are_found_longest_first_and_never_overlap():
    found = find_cues("正在探索建设", 0, 6)
    assert [each.cue.cue for each in found] == ["正在", "探索"]


def test_an_opening_about_next_steps_governs_its_paragraph_only():
    letter = linked("下一步，我们将推进。完善机制。\n已建成平台。").letter
    governed = next_steps(letter)
    assert [each.sentence_id in governed for each in letter.sentences] == [True, True, False]
