from pathlib import Path

from graph.relate.learned.composed import composed
from graph.relate.masked_letter import masked_letter
from graph.relate.masking import outline
from graph.relate.needed_words import needed_words, spelt, stand_in_order, surest, without_names
from graph.relate.typed.pattern_text import as_patterns_read
from graph.relate.typed.regexes import compiled, steps
from ontology import places
from ontology.relation_patterns import relation_patterns

SENTENCES = Path(__file__).parents[2] / "relation_sentences" / "sentences.tsv"


def told(pattern):
    return [set(words) for words in needed_words(pattern)]


def test_words_outside_groups_stand_in_all_that_is_matched():
    assert told("由(?P<s>{O+}){etc}的(?P<t>{F})") == [{"由"}, {"的"}]
    assert told("(?<![在于])(?P<t>{P})，?完成。{0,2}的?") == [{"完成"}]
    assert told("经?与(?P<t>{OP+})[合作]作用") == [{"与"}, {"作用"}]


def test_one_word_of_a_group_stands_in_all_that_is_matched():
    assert told("(?P<v>设在|副?理事长|挂靠在?|争取(?!将))(?P<t>{F})") == [{"设在", "理事长", "挂靠", "争取"}]
    assert told("(?P<v>派人(?:常年)?值守)") == [{"派人"}, {"值守"}]


def test_what_may_be_absent_or_stands_aside_is_not_needed():
    assert told("(?:共同)?(?:联合)*(?:一起){0,2}(?!会同)(?<=携手)(?P<v>)") == []


def test_alternatives_need_the_surest_words_of_each():
    assert told("(?P<v>(?:合力|共同)(?:建设|打造成)|由{O}承(?:建|办))") == [{"合力", "共同", "由"}]
    assert told("由(?P<s>{O})|在(?P<s>{P})所在地") == [{"由", "所在地"}]
    assert told("(?P<v>建设|{char}{2})") == []


def test_words_of_groups_are_told_however_deep_they_are_nested():
    assert told("由" + "(?:" * 12 + "建设" + ")" * 12) == [{"由"}, {"建设"}]
    assert told("由(?:(?:在(?!建设))?的){2}") == [{"由"}]


def test_words_are_told_in_order_with_the_names_beside_them():
    needs = needed_words(
        "由(?P<s>{O+}){etc}的(?P<t>{F})(?:将|与{O}?)建{O+}?", {"O": "o", "O+": "o", "F": "f"}
    )
    assert needs == ({"由o"}, {"的f"}, {"将", "与"})
    assert without_names(needed_words("{F+}{O}", {"O": "\ue000", "F+": "\ue001"})) == ()
    assert without_names(({"由\ue000"},)) == ({"由"},)
    assert spelt({"由o的f"}, {"o": "甲乙", "f": "丙"}) == ("由甲的丙", "由乙的丙")


def test_words_that_stand_in_another_order_are_not_matched():
    assert stand_in_order("甲由乙建设", [("与", "由"), ("建设",)])
    assert not stand_in_order("建设甲由乙", [("与", "由"), ("建设",)])
    assert stand_in_order("由由", [("由",), ("由",)])
    assert not stand_in_order("由", [("由",), ("由",)])


def test_the_longest_words_are_the_surest():
    assert surest(needed_words("由(?:建设|运营)的")) == {"建设", "运营"}
    assert surest(()) == frozenset()


def test_patterns_match_no_sentence_without_their_words():
    letters = [letter.linked for _, letter in composed(SENTENCES)][::4]
    texts = [each.known.text for letter in letters for each in masked_letter(letter, places.load()).sentences]
    matched = 0
    for at, pattern in enumerate(relation_patterns()):
        needs = needed_words(pattern.pattern)
        for text in (text for text in texts if compiled(at).search(as_patterns_read(text))):
            matched += 1
            assert all(any(word in text for word in words) for words in needs), (pattern.rule, text)
            assert stand_in_order(outline(text), steps(at)), (pattern.rule, text)
    assert matched > len(texts)
