"""A reply to several proposals of several people: who submitted which is said by the letter or by nobody."""

import pytest
from reply_letters import letter, reply

from graph.relate.submitters import pairs

SCHOOL, FOOD = "《关于加强校园安全的提案》", "《关于加强食堂管理的提案》"
TWO = "关于市政协五届三次会议第12号、第15号提案的答复"
NONE = "关于市政协五届三次会议提案的答复"


def told(salutation, opening, title=TWO):
    """Return the pairs of proposer and number (of titles: their place) that a letter states."""
    text = reply(
        title=title,
        salutation=salutation,
        opening=f"{opening}收悉。现答复如下：",
        signature=("玉林市教育局", "2024年7月10日"),
    )
    header = letter(text).header
    proposals = header.proposal_numbers
    return {
        (header.proposers[one].value, proposals[other].value if proposals else str(other))
        for one, other in pairs(letter(text))
    }


@pytest.mark.parametrize(
    ("salutation", "opening"),
    [
        ("李明、王芳委员：", f"你们分别提出的{SCHOOL}（第12号）、{FOOD}（第15号）"),
        ("李明、王芳委员：", f"你们各自在会上提交的{SCHOOL}（第12号）、{FOOD}（第15号）"),
        ("李明委员、王芳委员：", f"李明委员提出的{SCHOOL}（第12号）和王芳委员提出的{FOOD}（第15号）"),
        ("李明、王芳委员：", f"王芳委员提出的第15号提案{FOOD}、李明委员提出的第12号提案{SCHOOL}"),
    ],
)
def test_everyone_has_the_proposal_that_the_letter_gives_him(salutation, opening):
    assert told(salutation, opening) == {("李明", "12"), ("王芳", "15")}


def test_the_title_may_say_who_submitted_what():
    title = "关于市政协五届三次会议第12号（李明委员）、第15号（王芳委员）提案的答复"
    assert told("李明、王芳委员：", "你们提出的提案", title) == {("李明", "12"), ("王芳", "15")}


def test_the_body_addressed_and_a_member_by_name_have_one_each():
    found = told("民革玉林市委、李明委员：", f"贵委{SCHOOL}（第12号）和李明委员{FOOD}（第15号）")
    assert found == {("民革玉林市委", "12"), ("李明", "15")}


def test_two_may_have_one_together_and_the_third_another():
    found = told(
        "李明、王芳、赵强委员：", f"李明、王芳委员提出的{SCHOOL}（第12号）和赵强委员提出的{FOOD}（第15号）"
    )
    assert found == {("李明", "12"), ("王芳", "12"), ("赵强", "15")}


def test_titles_without_numbers_go_in_order():
    found = told("李明、王芳委员：", f"你们分别提出的{SCHOOL}{FOOD}", NONE)
    assert found == {("李明", "0"), ("王芳", "1")}


@pytest.mark.parametrize(
    "opening",
    [
        f"你们提出的{SCHOOL}（第12号）、{FOOD}（第15号）",
        f"您提出的{SCHOOL}{FOOD}",
    ],
)
def test_where_nothing_pairs_them_nobody_is_said_to_have_submitted_either(opening):
    assert told("李明、王芳委员：", opening) == set()


def test_three_people_and_two_proposals_are_not_told_apart_by_their_order():
    assert told("李明、王芳、赵强委员：", f"你们分别提出的{SCHOOL}（第12号）、{FOOD}（第15号）") == set()


def test_what_all_submitted_together_is_everybodys():
    assert len(told("李明、王芳委员：", f"你们联名提出的{SCHOOL}（第12号）、{FOOD}（第15号）")) == 4


def test_one_person_has_all_proposals_and_one_proposal_all_people():
    assert len(told("李明委员：", f"您提出的{SCHOOL}（第12号）、{FOOD}（第15号）")) == 2
    one = "关于市政协五届三次会议第12号提案的答复"
    assert len(told("李明、王芳委员：", f"你们提出的{SCHOOL}", one)) == 2
