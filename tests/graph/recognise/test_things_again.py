"""A fund or platform that a letter has named is named again in full or without its place."""

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.things_again import things_again


def again(text, *names, kind="fund", score=0.9):
    found = []
    for name in names:
        at = text.index(name)
        found.append(
            Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=score, reason="head:x")
        )
    return [text[one.span.start : one.span.end] for one in things_again(text, found)]


def test_without_its_place_at_the_begin_of_a_clause():
    text = "设立了西安市工业倍增引导基金。工业倍增引导基金，批复子基金21支。"
    assert again(text, "西安市工业倍增引导基金") == ["工业倍增引导基金"]


def test_in_full_wherever_it_stands():
    text = "设立规模50亿元的智能机器人产业基金。二是推动智能机器人产业基金2025年完成投资。"
    assert again(text, "智能机器人产业基金") == ["智能机器人产业基金"]


def test_another_places_fund_is_not_meant():
    text = "设立了西安市工业倍增引导基金。兄弟城市的工业倍增引导基金规模更大。"
    assert again(text, "西安市工业倍增引导基金") == []


def test_of_two_that_end_alike_none_is_meant():
    text = "设立了西安市种子期硬科技基金、陕西省种子期硬科技基金。种子期硬科技基金已投资。"
    assert again(text, "西安市种子期硬科技基金", "陕西省种子期硬科技基金") == []


def test_words_for_classes_and_doubtful_finds_are_not_looked_for():
    text = "设立了西安市科技成果转化基金。科技成果转化基金是重要手段。"
    assert again(text, "西安市科技成果转化基金") == []
    doubtful = "设立了硬科技天使一号基金。硬科技天使一号基金已投资。"
    assert again(doubtful, "硬科技天使一号基金", score=0.6) == []


def test_what_is_counted_is_a_class():
    text = "建设国家技术标准创新基地。已批准国家技术标准创新基地57个，覆盖多个区域。"
    assert again(text, "国家技术标准创新基地", kind="platform") == []
