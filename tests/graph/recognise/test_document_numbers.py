"""Names beside the numbers of documents."""

import pytest

from corpus.records import Span
from graph.recognise.document_numbers import numbered_definitions, without_numbers
from graph.recognise.finding import Finding


def finding(text, name, kind="policy"):
    at = text.index(name)
    return Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason="head:方案")


def left(text, name, kind="policy"):
    found = without_numbers(text, [finding(text, name, kind)])
    return [text[one.span.start : one.span.end] for one in found]


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        (
            "编制了青环〔2023〕7号青石市碧水行动方案。",
            "青环〔2023〕7号青石市碧水行动方案",
            "青石市碧水行动方案",
        ),
        ("落实青政〔2021〕4号和“碧水十条”硬措施。", "青政〔2021〕4号和“碧水十条”硬措施", "“碧水十条”硬措施"),
        (
            "落实青政[2021]4号、青办(2022)11号文件精神。",
            "青政[2021]4号、青办(2022)11号文件",
            "青办(2022)11号文件",
        ),
        ("按青政〔2021〕4号实施方案推进。", "青政〔2021〕4号实施方案", "青政〔2021〕4号实施方案"),
        ("按青政〔2021〕4号关于印发碧水行动计划的通知", "碧水行动计划的通知", "碧水行动计划"),
        ("下发了关于开展节水宣传的通知。", "关于开展节水宣传的通知", "关于开展节水宣传的通知"),
    ],
)
def test_a_number_is_no_part_of_the_name_behind_it(text, name, kept):
    assert left(text, name) == [kept]


def test_a_file_whose_title_follows_is_named_by_its_title():
    assert left("根据青教〔2023〕5号文件《关于减轻负担的意见》，", "青教〔2023〕5号文件") == []


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("落实农业农村部发〔2021〕8号要求。", "农业农村部", False),
        ("按民政部办函〔2022〕3 号办理。", "民政部", False),
        ("国务院国发〔2019〕12号文件明确。", "国务院", True),
        ("按教育部（2022）部署。", "教育部", True),
    ],
)
def test_a_body_is_not_named_within_the_letters_of_a_number(text, name, stays):
    assert (left(text, name, "organisation") == [name]) is stays


@pytest.mark.parametrize(
    "text",
    [
        "《青石市用水办法》（青政办发〔2024〕3号）已施行，按照青政办发[2024]3号文件，",
        "青政办发〔2024〕3号《青石市用水办法》已施行，按照青政办发〔2024〕3 号文件，",
    ],
)
def test_a_document_called_by_its_number_is_the_one_printed_with_it(text):
    file = text[text.rindex("青政办发") : -1]
    at = text.rindex("青政办发")
    by_number = Finding(span=Span(start=at, end=at + len(file)), kind="policy", score=0.9, reason="head:文件")
    told = numbered_definitions("l1", text, [finding(text, "青石市用水办法"), by_number])
    assert [(one.name, one.alias) for one in told] == [("青石市用水办法", file)]


def test_another_number_is_another_document():
    text = "《青石市用水办法》（青政办发〔2024〕3号）已施行，按照青政办发〔2024〕13号文件，"
    found = [finding(text, "青石市用水办法"), finding(text, "青政办发〔2024〕13号文件")]
    assert numbered_definitions("l1", text, found) == []
