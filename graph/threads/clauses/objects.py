"""What a promise does something with, in its own words: without whom it is done with, where, for whom, and its place.

会同市教育局在高新区建设X is about X; a later letter seldom says again with whom, and seldom the name of its own city.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.promise_words import promise_words
from ontology.tsv import any_word

from .word_roles import any_long_promise_word, any_promise_word

_LEAST_STEM = 2
_LEAST_LEFT = 4
"""Characters of an object that stands for itself."""
_PLACING = "在为"
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
        if len(rest) >= _LEAST_LEFT and not _no_object_pattern().match(rest):
            return words[verb.end() :], begun["ground"] is not None
    return words, False


def members_of(words: str, home: str) -> tuple[str, ...]:
    """Return the things of a list that the words of a promise name, of which each may be told for itself; () for none.

    沈家祠堂、三元桥实施修缮: the last ends before a number, 等 or a verb.
    """
    for part in re.split("[，。；：]", words):
        told = [one for one in re.split("、|(?<=[”》])(?=[“《])", part) if one]
        if len(told) > 1:
            found = [_member(one, home) for one in (*told[:-1], _ended(told[-1]))]
            return tuple(found) if all(len(one) >= _LEAST_STEM for one in found) else ()
    return ()


def _ended(last: str) -> str:
    end = _end_pattern().search(last, _LEAST_STEM)
    return last[: end.start()] if end else last


def _member(words: str, home: str) -> str:
    """A member without the marks around it, the verbs before it, and the place that it is in."""
    lead = _before_pattern().match(words)
    bare = without_home((words[lead.end() :] if lead else words).strip("“”《》（）"), home)
    district = re.match(r"[^区县市]{1,3}[区县市]", bare)
    return bare[district.end() :] if district and len(bare) - district.end() >= _LEAST_LEFT else bare


def begins_with_ways(words: str) -> bool:
    """Return whether the words of a promise begin with whom or where it is done with or in."""
    return _ways_pattern().match(words) is not None


def begins_with_means(words: str) -> bool:
    """Return whether the words begin with by what means something is done (利用甲、乙新增X), which is not promised."""
    found = _ways_pattern().match(words)
    return bool(found and found["ground"] and found["ground"] not in _PLACING)


def without_home(piece: str, home: str) -> str:
    """Return a run of words without the name of the letter's own place before it: 金寨茶叶交易市场 in Jinzhai."""
    stems = _stems(home)
    found = re.match(rf"(?:{any_word(stems)}{_level()}?)+", piece) if stems else None
    if not found or piece.startswith(promise_words()["place_end"], found.end()):
        return piece  # 南屏河 in Nanping
    rest = piece[found.end() :]
    return rest if len(rest) >= _LEAST_LEFT or not rest else piece


def home_at(words: str, at: int, home: str) -> str:
    """Return the name of the letter's own place, with its level, that begins at a place of a text, or nothing."""
    pattern = _home_pattern(home)
    found = pattern.match(words, at) if pattern else None
    return found[0] if found else ""


@lru_cache(maxsize=1024)
def _home_pattern(home: str) -> re.Pattern[str] | None:
    stems = _stems(home)
    return re.compile(rf"(?:{any_word(stems)}{_level()})+") if stems else None


@lru_cache(maxsize=1024)
def _stems(home: str) -> tuple[str, ...]:
    """The names of places without their levels: 六安, 金寨 of 六安市金寨县."""
    return tuple(stem for stem in re.findall(rf"(.+?){_level()}", home) if len(stem) >= _LEAST_STEM)


@cache
def _level() -> str:
    return any_promise_word("place_level")


@cache
def _ways_pattern() -> re.Pattern[str]:
    """会同甲局, 在高新区: words that begin with whom or where something is done."""
    before = rf"，*(?:{any_promise_word('lead')}|{any_promise_word('plan')})*"
    return re.compile(
        rf"{before}(?:(?P<partner>{any_promise_word('partner')})|(?P<ground>{any_promise_word('ground')}))"
    )


@cache
def _no_object_pattern() -> re.Pattern[str]:
    """What follows a verb that is part of a name: 甲、乙改造的X, X改造纳入Y."""
    verbs = any_long_promise_word("verb")
    return re.compile(rf"[{_MARKS_BEFORE}]|{any_promise_word('entered')}|{verbs}")


@cache
def _end_pattern() -> re.Pattern[str]:
    counter, entered = any_promise_word("counter"), any_promise_word("entered")
    ends = rf"等|[各均都]|[”》]|{entered}|{any_long_promise_word('verb')}"
    return re.compile(rf"[两二三四五六七八九十\d]+{counter}|{ends}")


@cache
def _before_pattern() -> re.Pattern[str]:
    before = any_long_promise_word("lead", "plan", "partner", "verb")
    return re.compile(rf"(?:.*[将把对])?(?:{before}|[将把对在为])*")


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_long_promise_word('verb')}|[将把]")
