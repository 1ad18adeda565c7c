"""Which bodies would tell of another's promise."""

from __future__ import annotations

import pytest

from graph.threads.bodies import may_tell, same_line


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("黄冈市教育局", "黄冈市教育和体育局", True),
        ("黄冈市科技创新局", "黄冈市科技和工业信息化局", True),
        ("黄冈市住房和城乡建设局", "黄冈市人民检察院", False),
        ("黄冈市住房和城乡建设局", "黄冈市公共交通集团有限公司", False),
        ("黄冈市城市管理局", "黄冈市市场监督管理局", False),
        ("黄冈市自然资源局", "黄冈市人力资源和社会保障局", False),
    ],
)
def test_bodies_of_one_line_of_work_are_told_by_their_names(one, other, same):
    assert same_line(one, other) is same


def test_a_body_that_is_not_known_may_tell():
    assert may_tell(frozenset(), frozenset({"黄冈市人民检察院"}))
    assert may_tell(frozenset({"黄冈市教育局"}), frozenset())
    assert not may_tell(frozenset({"黄冈市教育局"}), frozenset({"黄冈市人民检察院"}))
