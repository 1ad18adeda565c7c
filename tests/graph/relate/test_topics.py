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
        ("unusable_row", "line 2"),
        ("unusable_row", "line 4"),
        ("unusable_row", "line 5"),
    ]
    assert own.topics[0].label_zh == own.topics[0].label_en == "tea"


def test_a_file_that_is_no_table_of_topics_says_so(tmp_path):
    write(tmp_path, ["a\tb"], head="name\tkind")
    with pytest.raises(CurationError, match=r"topics\.tsv"):
        own_topics(tmp_path)
