"""Proposals that a committee passes on: the letter goes to the committee, the proposal is another's."""

import pytest
from reply_letters import letter, reply


def proposers(salutation, opening):
    text = reply(
        title="关于市政协五届三次会议第12号提案的答复",
        salutation=salutation,
        opening=f"{opening}收悉。现答复如下：",
    )
    return [fact.value for fact in letter(text).header.proposers]


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("贵委转来的民革玉林市委《关于加强校园安全的提案》（第12号）", ["民革玉林市委"]),
        ("贵委交办的民建玉林市委会提出的《关于加强校园安全的提案》", ["民建玉林市委会"]),
        ("贵委转办的市工商联《关于加强校园安全的提案》", ["市工商联"]),
        ("你委批转的九三学社玉林市委员会的《关于加强校园安全的提案》", ["九三学社玉林市委员会"]),
        ("贵委转来李明、王芳委员提出的《关于加强校园安全的提案》", ["李明", "王芳"]),
        ("贵委转来的李明委员《关于加强校园安全的提案》", ["李明"]),
        ("现就李明委员提出的《关于加强校园安全的提案》", ["李明"]),
        ("贵委转交我局办理的李明委员关于加强校园安全的提案", ["李明"]),
        ("贵委转来的民革玉林市委《关于校园的提案》和李明委员《关于食堂的提案》", ["民革玉林市委", "李明"]),
        ("贵委转来的《关于加强校园安全的提案》", []),
        ("转来的《关于加强校园安全的提案》（第12号）", []),
        ("贵委提出的《关于加强校园安全的提案》", ["市政协提案委员会"]),
    ],
)
def test_a_proposal_that_a_committee_passes_on_is_its_authors(opening, names):
    assert proposers("市政协提案委员会：", opening) == names


@pytest.mark.parametrize(
    ("salutation", "opening", "names"),
    [
        ("民革玉林市委：", "市政协提案委转来贵委《关于加强校园安全的提案》", ["民革玉林市委"]),
        ("李明委员：", "市政协转来您提出的《关于加强校园安全的提案》", ["李明"]),
        ("市政协社会和法制委员会：", "贵委《关于加强校园安全的提案》", ["市政协社会和法制委员会"]),
        ("市人大常委会代表工作委员会：", "贵委转办的李明代表关于加强校园安全的建议", ["李明"]),
    ],
)
def test_who_is_addressed_keeps_what_is_his_own(salutation, opening, names):
    assert proposers(salutation, opening) == names
