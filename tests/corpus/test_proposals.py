"""Which proposals a letter answers where it answers several."""

import pytest
from reply_letters import letter, reply, values

from corpus import read_facts

ASKED = "您提出的提案收悉。经研究，现答复如下："


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("第148-150号", ["148", "149", "150"]),
        ("第148—150号", ["148", "149", "150"]),
        ("第148至150号", ["148", "149", "150"]),
        ("第148号至第150号", ["148", "149", "150"]),
        ("第148～150号", ["148", "149", "150"]),
        ("第0098-0100号", ["0098", "0099", "0100"]),
        ("第120号、148-149号", ["120", "148", "149"]),
        ("第2024-237号", ["2024-237"]),
        ("第12-15号", ["12-15"]),
        ("第350-148号", ["350-148"]),
        ("第14-3-148号", ["14-3-148"]),
        ("第JY20240148-1号", ["JY20240148-1"]),
    ],
)
def test_a_run_of_numbers_is_every_number_of_it(printed, numbers):
    header = letter(reply(title=f"关于对市政协十五届三次会议{printed}提案的答复", opening=ASKED)).header
    assert values(header.proposal_numbers) == numbers


def test_every_number_of_a_run_cites_where_it_is_printed():
    read = letter(reply(title="关于对市政协十五届三次会议第148-150号提案的答复", opening=ASKED))
    spans = [fact.span for fact in read.header.proposal_numbers]
    assert [read.text[span.start : span.end] for span in spans] == ["148", "148-150", "150"]


BOTH = "关于市十四届人大三次会议第145号建议和市政协十二届三次会议第146号提案的答复"


@pytest.mark.parametrize(
    ("title", "body", "numbers", "proposers", "left"),
    [
        (BOTH, "npc", ["145"], ["王建国"], "146"),
        (
            "关于市政协十二届三次会议第146、147号提案和市十四届人大三次会议第145号建议的答复",
            "cppcc",
            ["146", "147"],
            ["李红"],
            "145",
        ),
        ("关于市十四届人大三次会议第145、146号建议的答复", "npc", ["145", "146"], ["王建国", "李红"], ""),
    ],
)
def test_a_letter_to_two_assemblies_is_filed_under_the_first_and_says_so(
    title, body, numbers, proposers, left
):
    read = letter(reply(title=title, salutation="王建国代表、李红委员：", opening=ASKED))
    assert read.header.body.value == body
    assert values(read.header.proposal_numbers) == numbers
    assert values(read.header.proposers) == proposers
    assert values(read.header.addressees) == ["王建国", "李红"]
    told = [(issue.severity, issue.value) for issue in read.issues if issue.code == "two_assemblies"]
    assert told == ([("warning", left)] if left else [])


def test_the_opening_tells_of_a_second_assembly_where_the_title_names_no_number():
    opening = "市十四届人大三次会议第145号建议和市政协十二届三次会议第146号提案收悉。经研究，现答复如下："
    read = letter(reply(title="关于加快智能制造发展的建议和提案的答复函", opening=opening))
    assert values(read.header.proposal_numbers) == ["145"]
    assert "two_assemblies" in {issue.code for issue in read.issues}


def test_a_stated_session_files_a_letter_to_two_assemblies_under_the_other(tmp_path):
    (tmp_path / "facts.csv").write_text(
        "source,field,value,evidence,by\na.txt,session,市政协十二届三次会议,标题,李\n", encoding="utf-8"
    )
    facts = read_facts(tmp_path / "facts.csv")
    read = letter(reply(title=BOTH, salutation="王建国代表、李红委员：", opening=ASKED), facts=facts)
    assert (values(read.header.proposal_numbers), values(read.header.proposers)) == (["146"], ["李红"])
