"""Topics of sentences and sections."""

from __future__ import annotations

import pytest
from sentences import letter_of

from graph.errors import CurationError
from graph.relate.own_topics import own_topics
from graph.relate.topics import topics_of
from ontology.errors import LexiconError
from ontology.topics import Topic, topics, with_own
from ontology.tsv import read_tsv


def test_topics_overlap_and_a_section_has_those_of_its_heading():
    letter = letter_of("一、强化人才支撑\n开展知识产权质押融资。完善机制。", heading="一、强化人才支撑")
    told = topics_of(letter)
    assert {"ip", "tech-finance"} <= set(told["0002"])
    assert "talent" in told["s01"]
    assert "0003" not in told


def test_a_topic_without_words_names_its_row(tmp_path, monkeypatch):
    path = tmp_path / "topics.tsv"
    path.write_text("topic\tlabel_zh\tlabel_en\twords\tsource\nx\t甲\tA\t\tmine\n", encoding="utf-8")
    monkeypatch.setattr("ontology.topics.read_tsv", lambda _, columns: read_tsv(path, columns))
    with pytest.raises(LexiconError, match="line 2, column words"):
        topics.__wrapped__()


def test_every_topic_has_both_labels():
    assert all(topic.label_zh and topic.label_en for topic in topics())


def write(folder, rows, head="topic\twords\tlabel_zh\tlabel_en"):
    (folder / "topics.tsv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")


def test_a_users_topics_are_told_after_the_shipped_ones_and_add_words_to_them(tmp_path):
    write(tmp_path, ["tea\t茶叶|茶园\t茶产业\tTea", "ip\t商业诀窍\t\t"])
    own = own_topics(tmp_path)
    told = topics_of(letter_of("改造茶园，保护专利。守护商业诀窍。"), own.topics)
    assert told == {"0001": ("ip", "tea"), "0002": ("ip",)}
    assert with_own(own.topics)[-1] == Topic(
        topic="tea", label_zh="茶产业", label_en="Tea", words=("茶叶", "茶园")
    )
    assert own.issues == ()


def test_no_topics_of_ones_own_leave_the_shipped_ones(tmp_path):
    assert with_own(own_topics(tmp_path).topics) == topics() == with_own(own_topics(None).topics)


def test_a_row_of_topics_that_cannot_be_used_is_told_and_the_rest_applied(tmp_path):
    write(tmp_path, ["tea\t茶", "tea\t茶叶", "rice\t", "tea\t茶园"])
    own = own_topics(tmp_path)
    assert [topic.words for topic in own.topics] == [("茶叶",)]
    assert [(issue.code, issue.where) for issue in own.issues] == [
        ("unusable_row", "line 2, column words"),
        ("unusable_row", "line 4, column words"),
        ("unusable_row", "line 5, column topic"),
    ]
    assert own.topics[0].label_zh == own.topics[0].label_en == "tea"


def test_a_file_that_is_no_table_of_topics_says_so(tmp_path):
    write(tmp_path, ["a\tb"], head="name\tkind")
    with pytest.raises(CurationError, match=r"topics\.tsv"):
        own_topics(tmp_path)


def topics_of_text(text, own=()):
    return {topic for told in topics_of(letter_of(text), own).values() for topic in told}


def test_a_users_word_is_taken_as_it_stands():
    own = (Topic(topic="fees", label_zh="收费", label_en="fees", words=("收费",)),)
    assert topics_of_text("调整收费标准。", own) == {"fees"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("我局投入300万元改造育才小学东校区。", "talent"),
        ("育才路路面已修复。", "talent"),
        ("麻石街道办事处组织清理。", "business-environment"),
        ("市财政局会办事项已完成。", "business-environment"),
        ("在原农机厂地块建设停车楼。", "agriculture"),
        ("我局将商县发展改革局调整收费标准。", "standards"),
        ("推动全县高质量发展。", "standards"),
        ("体育路、文化街路灯已更换。", "sport"),
        ("体育路、文化街路灯已更换。", "culture-tourism"),
    ],
)
def test_words_inside_names_and_other_words_tell_no_topic(text, topic):
    assert topic not in topics_of_text(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("实施人才引进和育才工程。", "talent"),
        ("推进企业办事一网通办。", "business-environment"),
        ("推广农机具补贴。", "agriculture"),
        ("制定地方标准12项。", "standards"),
        ("加强质量监管。", "standards"),
        ("新增公共停车泊位300个。", "transport"),
        ("交通路口实现监控全覆盖。", "transport"),
        ("建设文化街区。", "culture-tourism"),
    ],
)
def test_the_words_of_a_topic_tell_it(text, topic):
    assert topic in topics_of_text(text)
