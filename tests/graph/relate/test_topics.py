"""Topics of sentences and sections."""

from __future__ import annotations

import pytest
from sentences import letter_of

from graph.relate.topics import topics_of
from ontology.errors import LexiconError
from ontology.topics import topics
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
