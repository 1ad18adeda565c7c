"""Bare nouns that stand for a thing named before them."""

from __future__ import annotations

from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.back_references import back_references
from graph.relate.typed.extraction import typed_relations
from ontology import places


def meant(marked):
    letter = linked(marked)
    return [
        (letter.letter.text[span.start : span.end], mention.text)
        for sentence in letter.letter.sentences
        for span, mention in back_references(letter, sentence)
    ]


def test_a_bare_noun_means_the_thing_named_before_it():
    assert meant("建成[海洋中试基地|p]，基地位于海边。") == [("基地", "海洋中试基地")]
    assert meant("建成[海洋中试基地|p]。该基地有员工百余人。") == [("该基地", "海洋中试基地")]


def test_some_nouns_stand_for_a_thing_only_when_pointed_at():
    assert meant("成立[甲研究院|o]，该院有员工百余人。") == [("该院", "甲研究院")]
    assert meant("成立[甲研究院|o]，院已开学。") == []


def test_what_is_pointed_at_is_the_nearest_thing_of_its_kind():
    assert meant("[甲基金|f]参股[乙基金|f]。该基金已投项目8个。") == [("该基金", "乙基金")]


def test_a_foundation_is_not_the_fund_that_its_name_begins_with():
    text = "不设立[甲援助基金|f]，由[乙发展基金会|o]统筹。该基金会资助学生346人。"
    assert meant(text) == [("该基金会", "乙发展基金会")]


def test_a_park_may_be_named_by_a_shorter_ending():
    assert meant("建成[甲产业园|p]，园区引进企业8家。") == [("园区", "甲产业园")]


def test_the_latter_is_the_last_thing_named_in_its_sentence():
    assert meant("[甲公司|o]迁入[乙园区|p]，后者免收租金。") == [("后者", "乙园区")]
    assert meant("[甲公司|o]成立。后者免收租金。") == []


def test_a_clipped_name_is_understood_through_the_whole_letter():
    assert meant("建成[海洋成果中试基地|p]。\n其他工作。\n中试基地二期开工。") == [
        ("中试基地", "海洋成果中试基地")
    ]


def test_a_bare_noun_does_not_look_beyond_its_paragraph():
    assert meant("建成[海洋中试基地|p]。\n基地位于海边。") == []


def test_classes_and_parts_of_compounds_mean_nothing_named():
    assert meant("设立[云服务平台|p]，平台企业较多，各类基地建设加快。") == []


def test_two_candidates_are_never_guessed_between():
    assert meant("建成[甲中试基地|p]、[乙实训基地|p]，基地位于海边。") == []


def test_what_is_said_of_a_bare_noun_is_implied():
    claims = typed_relations(
        masked_letter(linked("建成[海洋中试基地|p]，基地坐落于[蓝湾园区|p]。"), places.load())
    )
    (placed,) = [each for each in claims if each.relation == "located_in"]
    assert (placed.source, placed.target, placed.strength) == ("海洋中试基地", "蓝湾园区", "implied")


def test_a_noun_behind_a_quoted_name_says_what_the_name_is():
    text = "“[甲农资通|p]”系统已上线。[乙公司|o]依托该系统追溯流向。"
    assert meant(text) == [("该系统", "甲农资通")]


def test_what_stands_behind_with_is_named_on_the_way():
    text = "[甲教育平台|p]由[乙社|o]运维，与[丙就业平台|p]互通，[丁学院|o]依托该平台授课。"
    assert meant(text) == [("该平台", "甲教育平台")]
