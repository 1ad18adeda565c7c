"""The quick signs of contact data, which decide whether the long patterns are looked for, miss nothing these find."""

from itertools import product

import pytest

from corpus.contacts.shapes import (
    GROUP,
    TAIL,
    WEAK,
    may_be_label,
    may_hold_byline,
    may_hold_group,
    may_hold_label,
)
from corpus.contacts.view import contact_view
from corpus.cues import cues
from corpus.shapes import fold

LABELS = sorted(
    {
        *(
            word
            for kind in (
                "contact_label",
                "contact_core",
                "contact_prefixed",
                "contact_strong",
                "byline_label",
                "person_cell",
            )
            for word in cues()[kind]
        ),
        *(f"{qualifier}电话" for qualifier in cues()["contact_qualifier"]),
    }
)
BEHIND = ("：", " ：", "（盖章）：", "83880000", " ×××", "王小明")


def lines(before: str, behind: str) -> list[str]:
    """Return lines with every label, also set wide, and every mark behind it."""
    wide = [*LABELS, *(" ".join(label) for label in LABELS), *("\u3000 ".join(label) for label in LABELS)]
    return [f"{before}{label}{mark}{behind}" for label, mark in product(wide, BEHIND)]


@pytest.mark.parametrize(("pattern", "sign"), [(TAIL, may_hold_label), (WEAK, may_hold_byline)])
@pytest.mark.parametrize("before", ["", "感谢您的关心，", "市科技局"])
def test_a_label_is_seen_wherever_its_pattern_finds_it(pattern, sign, before):
    views = [contact_view(line) for line in lines(before, "王小明")]
    found = [view for view in views if pattern.search(view)]
    assert found
    assert [view for view in found if not sign(fold(view))] == []


def test_a_bracket_that_holds_contacts_is_seen_behind_other_brackets():
    views = [
        contact_view(line) for line in lines("感谢您对我局工作（详见附件）的关心（", "王小明，83880000）")
    ]
    found = [view for view in views if GROUP.search(view)]
    assert found
    assert [view for view in found if not may_hold_group(view)] == []


@pytest.mark.parametrize("label", ["联系人", "联系电话：", "办公室电话：", "记者：", "联系人："])
def test_a_label_alone_may_be_one(label):
    assert may_be_label(label)


@pytest.mark.parametrize(
    "line",
    ["关于第12号提案的答复", "感谢您对我市工作的关心。", "联系人：王小明", "标准号为DB44/T 8657-2026。"],
)
def test_other_lines_are_no_label(line):
    assert not may_be_label(fold(line))
