"""The alphabet of compiled patterns."""

import re

from graph.relate.typed.pattern_text import as_patterns_read
from graph.relate.typed.regexes import compiled
from ontology.relation_patterns import relation_patterns

_CLASS = re.compile(r"\[\^?((?:\\.|[^\]\\])+)\]")
_RANGE = re.compile(r"(\\?.)-(\\?.)")
_KINDS_OF_CHARACTERS = re.compile(r"\\[wWsSbB]")


def test_each_character_has_one_of_its_own():
    text = "“甲”、乙和丙（丁）：由2个，以3项；与…余万元。"
    read = as_patterns_read(text)
    assert len(read) == len(text)
    assert len({*read}) == len({*text})
    assert as_patterns_read(read) == read


def test_patterns_match_in_their_alphabet_what_they_match_in_the_sentences():
    """Neighbours in the code are others there: no range runs over them, and no kind of characters tells them apart."""
    for at in range(len(relation_patterns())):
        expression = compiled(at).pattern
        assert not _KINDS_OF_CHARACTERS.search(expression)
        for inside in _CLASS.findall(expression):
            ranges = _RANGE.findall(inside)
            assert all({*ends} == {"0", "9"} or min(ends) >= "\U000f0000" for ends in ranges), expression
