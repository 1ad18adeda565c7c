"""Short names that a letter gives without brackets, for several bodies, or not at all."""

import pytest

from graph.recognise.annotated import marked
from graph.recognise.grammar import Grammar


def found(text):
    """Return the names of a text in order, and what each short name stands for."""
    letter = marked("l1", text).letter()
    made = Grammar().recognise(letter)
    return [mention.text for mention in made.mentions], {one.alias: one.name for one in made.aliases}


@pytest.mark.parametrize(
    "definition",
    [
        "简称“岭工大”，",
        "，以下简称“岭工大”，",
        "（简称岭工大，下同）",
        "以下简称岭工大，",
        "（下称“岭工大”，下同）",
    ],
)
def test_a_short_name_is_given_in_any_of_the_usual_ways(definition):
    names, full = found(f"岭南工程大学{definition}参与建设。岭工大投入500万元。")
    assert names == ["岭南工程大学", "岭工大", "岭工大"]
    assert full["岭工大"] == "岭南工程大学"


def test_two_titles_that_are_said_together_are_no_short_name_of_one():
    _, full = found("《供水管理条例》《排水管理条例》（以下分别简称《供水条例》《排水条例》）已施行。")
    assert full == {}


def test_two_characters_in_marks_are_those_of_the_body_before_them():
    assert found("江海大学（“江大”）牵头。")[1] == {"江大": "江海大学"}
    assert "老区" not in found("江海大学（“老区”）牵头。")[1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "贵溪市科学技术局、贵溪市财政局（以下简称“两局”）发文，“两局”每年考核。",
            ("贵溪市科学技术局", "贵溪市财政局"),
        ),
        ("贵溪市商务局、贵溪市财政局（以下简称“三部门”）发文，“三部门”每年考核。", None),
        ("贵溪市财政局（以下简称“两局”）发文，“两局”每年考核。", None),
    ],
)
def test_a_short_name_of_several_stands_for_as_many_as_it_says(text, parts):
    made = Grammar().recognise(marked("l1", text).letter())
    told = [
        mention.parts for mention in made.mentions if mention.text.endswith("局") and len(mention.text) == 2
    ]
    assert told == ([parts, parts] if parts else [])


def test_a_university_is_called_by_two_characters():
    names, full = found("江海大学与我市共建研究院。江大选派专家20名，邀请江大指导。")
    assert names == ["江海大学", "江大", "江大"]
    assert full["江大"] == "江海大学"
    assert found("东北农林大学建设试验站。东农投入1000万元。")[1] == {"东农": "东北农林大学"}


@pytest.mark.parametrize(
    "text",
    [
        "江海大学与我市共建研究院。长江大桥通车。",
        "江海大学、江北大学与我市共建研究院。江大选派专家。",
        "江大选派专家，与江海大学共建研究院。",
        "高原大学与我市共建研究院。高大建筑要有消防设施。",
    ],
)
def test_two_characters_that_may_be_something_else_are_no_university(text):
    assert not {"江大", "高大"} & set(found(text)[0])
