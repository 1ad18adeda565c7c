import pytest

from graph.recognise.annotated import marked
from graph.recognise.grammar import Grammar
from graph.recognise.titles_again import short_forms

TITLE = "襄阳市支持低空经济高质量发展行动方案（2024—2026年）"


def policies(text):
    """Return the policies that are found in a text, without 《》."""
    return [
        one.text for one in Grammar().recognise(marked("x", text).letter()).mentions if one.kind == "policy"
    ]


def test_a_title_is_called_by_what_it_is_about():
    assert short_forms("支持低空经济高质量发展行动方案") == {
        "支持低空经济高质量发展行动方案",
        "支持低空经济行动方案",
        "低空经济高质量发展行动方案",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"我市印发《{TITLE}》。低空经济高质量发展行动方案明确了12项任务。",
        f"我市印发《{TITLE}》。下一步，落实低空经济高质量发展行动方案。",
        f"我市印发《{TITLE}》。对照支持低空经济高质量发展行动方案，逐项督办。",
    ],
)
def test_a_title_is_found_again_without_its_place_and_marks(text):
    first, again = policies(text)
    assert first == TITLE
    assert again in TITLE


@pytest.mark.parametrize(
    "text",
    [
        f"我市印发《{TITLE}》，各县（市、区）制定高质量发展行动方案。",
        f"我市印发《{TITLE}》，行动方案明确了12项任务。",
    ],
)
def test_what_says_nothing_of_the_subject_is_no_title(text):
    assert TITLE in policies(text)
    assert not {"高质量发展行动方案", "行动方案"} & {*policies(text)}


@pytest.mark.parametrize("more", ["编制工作正在推进", "起草组由市发改委牵头", "（征求意见稿）正在公示"])
def test_what_is_only_being_made_is_not_the_document_that_is_out(more):
    text = f"我市印发《{TITLE}》。低空经济高质量发展行动方案{more}。"
    assert "低空经济高质量发展行动方案" not in policies(text)
