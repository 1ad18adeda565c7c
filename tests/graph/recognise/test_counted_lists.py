"""The sum behind a list of names is no part of the last one."""

import pytest

from corpus.records import Span
from graph.recognise.counted_lists import without_sums
from graph.recognise.finding import Finding


def cut(text, name, **more):
    at = text.index(name)
    finding = Finding(span=Span(start=at, end=at + len(name)), kind="fund", score=0.9, reason="test", **more)
    (found,) = without_sums(text, [finding])
    return text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("设立科创基金、人才基金和并购基金三大母基金。", "并购基金三大母基金", "并购基金"),
        ("设立苏州人才基金及苏州并购基金两支政府基金。", "苏州并购基金两支政府基金", "苏州并购基金"),
        ("建成算力平台、太湖云平台2个平台。", "太湖云平台2个平台", "太湖云平台"),
        ("与东太湖实验室、西山实验室两家实验室。", "西山实验室两家实验室", "西山实验室"),
    ],
)
def test_a_sum_behind_the_last_name_of_a_list_is_cut_off(text, name, left):
    assert cut(text, name) == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立并购基金三大母基金。", "并购基金三大母基金"),
        ("建设科创中心和三大平台。", "三大平台"),
        ("推进园区和基金三期基金。", "基金三期基金"),
        ("建设体育馆和国家冬季两项中心。", "国家冬季两项中心"),
        ("发展产业基金和苏州产业基金。", "苏州产业基金"),
    ],
)
def test_a_name_that_no_list_stands_before_or_that_ends_in_no_sum_stays(text, name):
    assert cut(text, name) == name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("三批机器人应用推荐目录", "机器人应用推荐目录"),
        ("第三批推荐目录", "第三批推荐目录"),
        ("三批次目录", "三批次目录"),
    ],
)
def test_how_many_batches_there_were_is_no_part_of_a_name(name, kept):
    text = f"发布{name}。"
    finding = Finding(span=Span(start=2, end=2 + len(name)), kind="policy", score=0.9, reason="test")
    (found,) = without_sums(text, [finding])
    assert text[found.span.start : found.span.end] == kept


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("建成1.2万个退役军人服务站。", "1.2万个退役军人服务站", "退役军人服务站"),
        ("培育3个100万亩基地。", "3个100万亩基地", "3个100万亩基地"),
    ],
)
def test_a_number_of_things_before_a_name_is_no_part_of_it(text, name, left):
    assert cut(text, name) == left
