"""Which later letters would tell of the promises of another, and which are read together."""

from __future__ import annotations

from promises import letter

from graph.threads import later_letters
from graph.threads.later_letters import Bodies, LaterLetters


def groups(*letters, promising=None):
    bodies = Bodies.of(letters, {row.letter_id: row.jurisdiction for row in letters})
    known = LaterLetters(bodies)
    return [{one: known.of(one) for one in some} for some in known.groups(promising or {*bodies.dates})]


def reply(name, year, department="黄冈市教育局", place="黄冈市", **values):
    return letter(name, place, reply_date=f"{year}-06-01", department=department, **values)


def test_later_letters_of_one_line_of_work_or_to_one_proposer_tell_of_a_promise():
    (found,) = groups(
        reply("school", 2021),
        reply("sports", 2022, "黄冈市教育和体育局"),
        reply("court", 2022, "黄冈市人民检察院"),
        reply("asked", 2023, "黄冈市财政局", proposers=("李建国",)),
        reply("answered", 2020, "黄冈市城市管理局", proposers=("李建国",)),
        reply("elsewhere", 2022, place="鄂州市"),
    )
    assert found == {"school": ["sports"], "answered": ["asked"]}


def test_letters_of_the_same_day_tell_nothing_of_each_other():
    assert groups(reply("a", 2021), reply("b", 2021)) == []


def test_letters_that_promise_nothing_are_in_no_group():
    (found,) = groups(reply("a", 2021), reply("b", 2022), reply("c", 2023), promising={"b"})
    assert found == {"b": ["c"]}


def test_groups_are_of_bodies_of_one_line_of_work_and_no_larger_than_memory_holds(monkeypatch):
    monkeypatch.setattr(later_letters, "FEW", 1)
    offices = ("黄冈市教育局", "黄冈市财政局", "黄冈市教育和体育局")
    letters = [
        reply(f"{at}{year}", year, office) for at, office in enumerate(offices) for year in range(2020, 2024)
    ]
    assert [{*map(offices.__getitem__, {int(one[0]) for one in some})} for some in groups(*letters)] == [
        {"黄冈市教育局", "黄冈市教育和体育局"},
        {"黄冈市财政局"},
    ]
    monkeypatch.setattr(later_letters, "MOST", 2)
    assert [len(some) for some in groups(*letters)] == [2, 2, 2, 2, 1]
