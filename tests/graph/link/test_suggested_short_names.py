"""Short names that are likely and not certain: companies by their beginnings, titles without their years."""

import pytest
from linking import letter, linked, suggested


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("磐石量子", "磐石量子计算科技（合肥）股份有限公司", "organisation"),
        ("襄江公司", "襄江工程技术有限公司", "organisation"),
        ("襄阳市养老服务提升方案", "襄阳市养老服务提升方案（2021—2023年）", "policy"),
    ],
)
def test_a_likely_short_name_is_proposed_and_not_applied(one, other, kind):
    made = letter("a", "襄阳市", (one, kind)), letter("b", "襄阳市", (other, kind))
    assert suggested(linked(*made)) == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("湖北大学", "湖北大学出版社有限公司", "organisation"),
        ("磐石量子", "磐石量子计算科技有限公司合肥分公司", "organisation"),
        ("襄阳市数据资源管理办法", "襄阳市数据资源管理办法（2023年修订）", "policy"),
    ],
)
def test_owners_branches_and_later_editions_are_not_proposed(one, other, kind):
    made = letter("a", "襄阳市", (one, kind)), letter("b", "襄阳市", (other, kind))
    assert suggested(linked(*made)) == set()


def test_of_two_companies_that_begin_alike_none_is_proposed():
    names = "磐石量子", "磐石量子计算科技（合肥）有限公司", "磐石量子传感科技（武汉）有限公司"
    assert not suggested(linked(letter("a", "襄阳市", *names)))
