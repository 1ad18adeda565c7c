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


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("吴江42号", ["吴江42"]),
        ("第吴江42号", ["吴江42"]),
        ("第苏12号", ["苏12"]),
        ("（吴江42号）", ["吴江42"]),
        ("吴江区42号", ["吴江42"]),
        ("吴江代表团12号", ["吴江12"]),
        ("第吴江区代表团12号", ["吴江12"]),
        ("同里镇3号", ["同里3"]),
        ("第平江街道3号", ["平江3"]),
        ("代表吴江42号", ["吴江42"]),
        ("上提出的吴江42号", ["吴江42"]),
        ("吴江42号、昆山42号", ["吴江42", "昆山42"]),
        ("第吴江42、43号", ["吴江42", "吴江43"]),
        ("吴江42号和第42号", ["吴江42", "42"]),
        ("闭会第3号", ["闭会3"]),
        ("平时第12号", ["平时12"]),
        ("大会第42号", ["42"]),
        ("重点42号", ["42"]),
        ("第42号", ["42"]),
        ("期间第42号", ["42"]),
        ("编号42号", ["42"]),
        ("农业第42号", ["42"]),
    ],
)
def test_a_place_or_series_that_numbers_its_own_belongs_to_the_number(printed, numbers):
    read = letter(reply(title=f"关于市十五届人大三次会议{printed}建议的答复", opening=ASKED))
    assert values(read.header.proposal_numbers) == numbers


def test_two_places_numbers_are_two_proposals_also_where_only_the_opening_prints_them():
    asked = "您在市十五届人大三次会议上提出的《关于加快智能制造发展的建议》（{}42号）收悉，现答复如下："
    read = [
        letter(reply(title="关于加快智能制造发展的建议的答复", opening=asked.format(place)))
        for place in ("吴江", "昆山")
    ]
    assert [values(one.header.proposal_numbers) for one in read] == [["吴江42"], ["昆山42"]]
    assert "two_numbers" not in {issue.code for one in read for issue in one.issues}


def test_a_number_of_a_class_a_document_or_a_road_is_none_of_a_proposal():
    for words in ("（教育类128号）", "（苏政办发42号）", "（人民路42号）"):
        title = f"关于市十五届人大三次会议第1414号{words}建议的答复"
        assert values(letter(reply(title=title, opening=ASKED)).header.proposal_numbers) == ["1414"]


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


@pytest.mark.parametrize(
    "opening",
    [
        "首先感谢您的关注。收到《关于发展竹编的提案》后，我局进行了研究，答复如下：",
        "关于发展竹编的提案（第12号）已收悉，现答复如下：",
    ],
)
def test_a_title_is_read_behind_thanks_and_at_the_very_beginning(opening):
    header = letter(
        reply(title="关于市政协十五届三次会议第12号提案的答复", salutation="李明委员：", opening=opening)
    ).header
    assert values(header.proposal_titles) == ["关于发展竹编的提案"]


def test_a_committee_is_greeted_where_the_proposals_title_follows():
    header = letter(
        reply(
            title="关于省政协十二届五次会议第12号提案的答复",
            salutation="民盟江西省委会：",
            opening="《关于发展竹编的提案》由我局会同省财政厅办理，现答复如下：",
        )
    ).header
    assert values(header.addressees) == ["民盟江西省委会"]


def test_titles_in_marks_that_follow_each_other_are_all_titles_of_proposals():
    opening = (
        "你们提出的“关于加快轨道交通S3线建设”“关于优化地铁接驳公交”和“关于增设停车换乘设施”的建议收悉，"
        "因内容相近，现合并答复如下："
    )
    read = letter(reply(title="关于对市十六届人大四次会议第12、45、78号建议的合并答复", opening=opening))
    assert values(read.header.proposal_titles) == [
        "关于加快轨道交通S3线建设",
        "关于优化地铁接驳公交",
        "关于增设停车换乘设施",
    ]
    later = "你们提出的“关于优化地铁接驳公交”的建议收悉，结合“关于建设公交都市”行动，现答复如下："
    assert values(letter(reply(opening=later)).header.proposal_titles) == ["关于优化地铁接驳公交"]


def test_each_of_several_proposals_has_its_title_where_numbers_stand_between_them():
    opening = "你们提出的“关于改善老旧小区停车难的提案”（第33号）和“关于盘活闲置地块的提案”（第47号）收悉："
    header = letter(reply(title="关于市政协九届四次会议第33号、第47号提案的答复", opening=opening)).header
    assert values(header.proposal_titles) == ["关于改善老旧小区停车难的提案", "关于盘活闲置地块的提案"]


def test_a_number_in_full_width_digits_is_found_as_any_other():
    title = "关于对市政协十五届三次会议第０１４５号提案的答复"
    header = letter(reply(title=title)).header
    assert values(header.proposal_numbers) == ["0145"]
    assert header.title.value == title


def test_a_number_that_title_and_opening_print_in_digits_of_either_width_is_one():
    opening = "您提出的《关于加快智能制造发展的提案》（第０１４５号）收悉。现答复如下："
    read = letter(reply(title="关于对市政协十五届三次会议第０１４５号提案的答复", opening=opening))
    assert "two_numbers" not in {issue.code for issue in read.issues}
