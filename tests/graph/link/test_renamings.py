"""Departments that a listed reform put in the place of others: proposed, never applied."""

from linking import letter, linked

CITY = "襄阳市"


def followers(*letters):
    """Return (old, new, rule) of all proposals."""
    linking = linked(*letters)
    names = {entity.entity_id: entity.name for entity in linking.entities}
    return {(names[left], names[right], one.rule) for left, right, one in linking.suggestions}


def test_the_department_of_a_reform_is_proposed_to_follow_the_old_one():
    old = letter("a", CITY, "市经信委", date="2017-05-01")
    new = letter("b", CITY, "市经信局", "原市经信委", date="2020-05-01")
    found = followers(old, new)
    assert found == {("襄阳市经济和信息化委员会", "襄阳市经济和信息化局", "reform")}
    assert len(linked(old, new).entities) == 2


def test_departments_of_two_cities_or_in_the_wrong_order_are_not():
    old = letter("a", "宜昌市", "市经信委", date="2017-05-01")
    assert not followers(old, letter("b", CITY, "市经信局", date="2020-05-01"))
    late = letter("a", CITY, "市环保局", date="2021-05-01")
    assert not followers(late, letter("b", CITY, "市生态环境局", date="2019-05-01"))


def test_a_branch_and_a_party_follow_nobody():
    old = letter("a", CITY, "市交通运输局东津管理局", "农工党襄阳市委会", date="2017-05-01")
    new = letter("b", CITY, "市交通运输局", "民建襄阳市委会", date="2020-05-01")
    assert not followers(old, new)
