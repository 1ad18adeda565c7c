"""Which sentences words about next steps make plans."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sentences import linked

from corpus.records import Section, Span
from graph.relate.masked_letter import masked_letter
from graph.relate.next_steps import next_steps
from ontology import places


def planned(text):
    letter = linked(text).letter
    governed = next_steps(letter)
    return [each.sentence_id in governed for each in letter.sentences]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）答复。下一步，我局推进改革。\n（二）建成平台。", [False, True, False]),
        ("1.答复。接下来，推进改革。\n2.建成平台。", [False, True, False]),
        ("（一）关于平台\n已建成平台。下一步，加强管理。\n（二）建成车站。", [False, False, True, False]),
        ("（一）下一步，推进改革。\n（二）建成平台。", [True, False]),
        ("一是完善制度。下一步，推进改革。二是建成平台。", [False, True, False]),
    ],
)
def test_a_plan_at_the_end_of_an_item_ends_with_the_item(text, expected):
    assert planned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "下一步，我局加强统筹。\n（一）完善制度。\n（二）建成平台。",
        "下一步，一是完善制度；\n二是建成平台；\n三是充实人员。",
        "下一步，我局抓好以下工作：\n1.完善制度。\n（1）健全台账。\n（2）细化标准。\n2.建成平台。",
        "下一步，抓好三件事：①完善制度。②建成平台。",
    ],
)
def test_a_plan_before_a_list_rules_all_of_it(text):
    assert all(planned(text))


def test_the_list_within_an_item_is_planned_and_the_next_item_is_not():
    text = "（二）关于平台。下一步，抓好以下工作：\n1.完善制度。\n2.充实人员。\n（三）建成车站。"
    assert planned(text) == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("今后，研究开放数据。[市教育局|o]与[河海大学|o]签署合作协议，共建研究院。", [True, False]),
        ("下一步，推进改革。[市教育局|o]2023年设立[种子基金|f]，由银行管理。", [True, False]),
        ("下一步，推进改革。2023年，[市教育局|o]设立[种子基金|f]。", [True, False]),
        ("下一步，推进改革。与[河海大学|o]签署合作协议。", [True, True]),
        ("下一步，推进改革。[市教育局|o]与[河海大学|o]拟签署合作协议。", [True, True]),
        ("下一步，推进改革。落实2023年印发的[条例|y]。", [True, True]),
        ("下一步，推进改革。2025年设立[种子基金|f]。", [True, True]),
    ],
)
def test_what_is_told_with_a_time_past_or_of_somebody_is_no_plan(marked, expected):
    letter = masked_letter(linked(marked), places.load())
    found = [each.whole.sentence.sentence_id in letter.governed for each in letter.sentences]
    assert found == expected


def test_the_last_item_of_a_paragraph_below_a_heading_is_planned_though_it_seems_a_heading():
    letter = linked("下一步考虑\n抓好落实。一是完善制度。二是充实人员。\n二是建成平台。", heading="").letter
    heading = Section(
        section_id="s01",
        parent=None,
        level=1,
        heading="下一步考虑",
        heading_span=Span(start=0, end=5),
        span=Span(start=0, end=18),
    )
    sentences = tuple(
        replace(each, section_id="s01" if each.span.start < 18 else None) for each in letter.sentences
    )
    letter = replace(letter, sections=(heading,), sentences=sentences)
    governed = next_steps(letter)
    assert [each.sentence_id in governed for each in letter.sentences] == [True, True, True, True, False]


@pytest.mark.parametrize(("heading", "plans"), [("整改措施及打算", True), ("整改措施及成效", False)])
def test_a_heading_that_ends_in_what_is_to_be_done_makes_plans(heading, plans):
    letter = linked("完成排污口整治38个。", heading=heading).letter
    assert bool(next_steps(letter)) is plans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经会同市数据局研究，拟答复如下：\n已建成平台3个。", [False, False]),
        ("经市财政局研究答复如下：\n已建成平台3个。", [False, False]),
        ("市经信委研究提出3条措施：一是支持创新。\n已建成平台3个。", [False, False]),
        ("我局拟采取以下措施：\n一是建成平台3个。", [True, True]),
    ],
)
def test_what_announces_an_answer_announces_no_plan(text, expected):
    assert planned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对此，我局提出两条措施：一是增设班次；二是调整线路。", [True]),
        ("为此，我们认真研究制定如下办法：\n（一）增设班次。\n（二）调整线路。", [False, True, True]),
        ("针对养老床位不足，县民政局提出三项举措：一是改建敬老院；二是培训护工。", [True]),
        ("我局特提出以下工作思路：一是增设班次；二是调整线路。", [True]),
        ("对此，我局提出了两条措施：一是增设班次；二是调整线路。", [False]),
        ("去年，我局提出两条措施：一是增设班次；二是调整线路。", [False]),
        ("您提出两条措施：一是增设班次；二是调整线路。", [False]),
        ("省政府提出两条措施：一是增设班次；二是调整线路。", [False]),
        ("我局主要采取了两条措施：一是增设班次；二是调整线路。", [False]),
        ("我局将抓好两方面工作。一是增设班次。二是调整线路。", [False, True, True]),
        ("我局将抓好两方面工作。\n1.增设班次。\n2.调整线路。", [False, True, True]),
        ("我局将抓好两方面工作。目前已增设班次。", [False, False]),
        ("我局抓好两方面工作。一是增设班次。二是调整线路。", [False, False, False]),
    ],
)
def test_a_list_that_the_writer_puts_forward_is_a_plan_and_one_of_deeds_is_none(text, expected):
    assert planned(text) == expected
