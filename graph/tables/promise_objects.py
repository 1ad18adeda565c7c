"""What a promise does something with, in its own words: without whom it is done with, where, for whom, and its place.

会同市教育局在高新区建设X is about X; a later letter seldom says again with whom, and seldom the name of its own city.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.promise_words import promise_words
from ontology.tsv import any_word

_LEVEL = "省|自治区|市|自治州|州|盟|县|区|旗|街道|镇|乡"
_LEAST_STEM = 2
_OF_PLACE = "河湖江山路街桥港湾海岛站村镇乡寺塔城巷道"
"""Characters that make another name of that of a place."""
_LEAST_LEFT = 4
"""Characters of an object that stands for itself."""
_MARKS_BEFORE = "、，”》和与及的"


def object_of(words: str) -> tuple[str, bool]:
    """Return the words of a promise from the object of its last verb on, and whether where or for whom was left out.

    `words` are those without its times. Where no such words stand before a verb they are returned as they are.
    """
    begun = _ways_pattern().match(words)
    if begun is None:
        return words, False
    end = re.search("[，。；]", words[begun.end() :])
    stop = begun.end() + end.start() if end else len(words)
    for verb in _verb_pattern().finditer(words, begun.end() + 1, stop):
        rest = words[verb.end() : stop]
        if len(rest) >= _LEAST_LEFT and not rest.startswith(tuple(_MARKS_BEFORE)):
            return words[verb.end() :], begun["ground"] is not None
    return words, False


def begins_with_ways(words: str) -> bool:
    """Return whether the words of a promise begin with whom or where it is done with or in."""
    return _ways_pattern().match(words) is not None


def without_home(piece: str, home: str) -> str:
    """Return a run of words without the name of the letter's own place before it: 金寨茶叶交易市场 in Jinzhai."""
    stems = _stems(home)
    found = re.match(rf"(?:{any_word(stems)}(?:{_LEVEL})?)+", piece) if stems else None
    if not found or (found.end() < len(piece) and piece[found.end()] in _OF_PLACE):
        return piece  # 南屏河 in Nanping
    rest = piece[found.end() :]
    return rest if len(rest) >= _LEAST_LEFT or not rest else piece


@lru_cache(maxsize=1024)
def _stems(home: str) -> tuple[str, ...]:
    """The names of places without their levels: 六安, 金寨 of 六安市金寨县."""
    return tuple(stem for stem in re.findall(rf"(.+?)(?:{_LEVEL})", home) if len(stem) >= _LEAST_STEM)


@cache
def _ways_pattern() -> re.Pattern[str]:
    """会同甲局, 在高新区: words that begin with whom or where something is done."""
    words = promise_words()
    return re.compile(
        rf"[，]*(?:{any_word(words['lead'])}|{any_word(words['plan'])})*"
        rf"(?:(?P<partner>{any_word(words['partner'])})|(?P<ground>{any_word(words['ground'])}))"
    )


@cache
def _verb_pattern() -> re.Pattern[str]:
    verbs = any_word(verb for verb in promise_words()["verb"] if len(verb) > 1)
    return re.compile(rf"{verbs}|[将把]")
