"""Promises that were put off: late, and planned anew until a time ahead."""

from __future__ import annotations

import pytest
from read_promises import read

_REPORT = "一、上年度承诺事项落实情况"


@pytest.mark.parametrize(
    ("text", "status", "due"),
    [
        ("[滨河文化馆|p]原定2024年7月底完工，推迟三个月。", "ongoing", ""),
        ("[滨河文化馆|p]原定2024年11月底完工，因设计变更延期至2025年3月。", "planned", "2025-03"),
        ("[滨河文化馆|p]工程因汛期延期至2026年底完工。", "planned", "2026"),
        ("[滨河文化馆|p]原定2024年4月建成，推迟到2024年6月投入使用。", "done", ""),
        ("[滨河文化馆|p]原计划2024年7月底建成，顺延半年。", "ongoing", ""),
        ("[滨河文化馆|p]已于2024年4月落成，比原计划推迟两个月。", "done", ""),
    ],
)
@pytest.mark.parametrize("heading", ["", _REPORT])
def test_what_was_put_off_is_late_and_never_kept(text, status, due, heading):
    (found,) = read(text, heading=heading)
    assert (found.outcome, found.status, found.due) == ("late", status, due)
    assert found.object_ids == ("滨河文化馆",)


@pytest.mark.parametrize(
    "text",
    [
        "报名延期至2024年9月30日。",
        "受台风影响，考试推迟三天。",
        "您建议将工期延期至2026年底完工。",
    ],
)
def test_what_is_no_plan_of_ours_or_came_early_is_not_late(text):
    assert read(text) == ()
