"""The known words of a clause that speaks of a promise, and what each says (ontology/lexicon/promise_words.tsv)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from string import digits

from corpus.numerals import ONE_TO_TEN
from ontology.outcome_words import outcome_words
from ontology.promise_words import PromiseRole, alike_words, promise_words
from ontology.tsv import any_word

from .objects import home_at
from .topics import Topic, period_pattern
from .units import number_pattern
from .word_roles import any_promise_word, promise_pattern

_LEAST_CHUNK = 2
_RESULTS = frozenset({"finished", "verb", "progress"})
_NUMBERED_NAME = re.compile(r"(?<!\d)\d+[路号线]")
"""21路: a number that is a name."""
_TOLD = _RESULTS | {"carry", "begin"}
"""What tells another thing of each promise."""


def classes_of(words: str, topic: Topic | None) -> frozenset[str]:
    """Return what the words of a text are: roles of `promise_words`, time, count, ? of what is not known."""
    return frozenset(name for name, _ in scan(words, topic))


def scan(words: str, topic: Topic | None) -> list[tuple[str, str]]:
    """Return the known words of a text with what they are, from left to right; what is not known as ?."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        name, word = _word_at(words, at)
        name = _name_for(name, word, topic)
        if name in {"?", "end"} and (own := _of_promise(words, at, topic)):
            name, word = "works", own
        if name == "?" and found and found[-1][0] == "?":
            found[-1] = ("?", found[-1][1] + word)
        else:
            found.append((name, word))
        at += len(word)
    return found


def _of_promise(words: str, at: int, topic: Topic | None) -> str:
    """The longest run of words at a place that stands in the sentence of the promise too, or nothing.

    It ends before a known word that goes on behind it (库|建成 of 基础库建设); one character goes on with such a run.
    """
    numbered = _NUMBERED_NAME.match(words, at) if topic else None
    if topic and numbered and numbered[0] in topic.sentence:
        return numbered[0]
    end = at + _LEAST_CHUNK
    if topic and (own_place := home_at(words, at, topic.home)):
        return own_place
    if topic is None or words[at:end] not in topic.sentence or end > len(words) or words[at].isdigit():
        return ""
    while end < len(words) and words[at : end + 1] in topic.sentence:
        end += 1
    for begin in range(at + 1, end):
        name, word = _word_at(words, begin)
        if name in _RESULTS and begin + len(word) > end:
            end = begin
            break
    own = words[at:end].rstrip(digits)  # 外地游客 of 外地游客236万人次
    goes_on = at > 0 and words[at - 1 : end] in topic.sentence
    return own if len(own) >= _LEAST_CHUNK or goes_on else ""


@lru_cache(maxsize=8192)
def _word_at(words: str, at: int) -> tuple[str, str]:
    """What begins at a place of a text, and the longest word that does."""
    best = "?", words[at]
    longest = 0
    for name, pattern in _patterns():
        match = pattern.match(words, at)
        if match and len(match[0]) > longest:
            best, longest = (name, match[0]), len(match[0])
    match = _known_pattern().match(words, at)
    return (_known()[match[0]], match[0]) if match and len(match[0]) > longest else best


def _name_for(name: str, word: str, topic: Topic | None) -> str:
    """What a word is beside a topic: only its own verbs tell that it was done."""
    given_up = name == "drop" or word in promise_words()["entered"]
    if topic is None or not (given_up or name in _TOLD):
        return name
    if given_up:
        return "verb" if word in topic.acts else name
    if name == "progress" and any(word.startswith(act) for act in topic.acts if len(act) > 1):
        name = "finished"  # 通过省级评审 was promised
    if name == "begin" or any(word.endswith(begin) for begin in promise_words()["begin"]):
        return "finished" if topic.begins else "begin"
    if name not in {"verb", "carry"}:
        return "prior" if name == "finished" and _is_on_the_way(word, topic) else name
    if _is_own(word, topic):
        return "verb"
    acting = word in {*promise_words()["covering"], *promise_words()["acting"]}
    return "acting" if acting else "?" if name == "verb" else name


def _is_own(verb: str, topic: Topic) -> bool:
    """Whether a verb is one of a promise, a part of one, or tells the same."""
    own = verb in topic.acts or (len(verb) == 1 and any(verb in act for act in topic.acts))
    own = own or (_is_adding(verb) and any(map(_is_adding, topic.acts)))
    return own or not topic.acts.isdisjoint(_alike().get(verb, ()))


def _is_on_the_way(word: str, topic: Topic) -> bool:
    """Whether a word tells a step on the way to what is promised; a body whose plate is hung up is there."""
    if not promise_pattern("passed").search(word) or any(word in act for act in topic.acts):
        return False
    agreed = "批" in word and topic.acts & {*promise_words()["drawing"]}  # 编制X规划 is kept by X规划获批
    return not (agreed or ("牌" in word and topic.acts & {*promise_words()["founding_body"]}))


def _is_adding(verb: str) -> bool:
    return verb in promise_words()["adding"]


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    """The verbs that tell the same as each."""
    return {verb: frozenset(group) for group in alike_words("verb") for verb in group}


@cache
def _patterns() -> Sequence[tuple[str, re.Pattern[str]]]:
    """What words without a list of them are, by name; the first of the longest matches counts."""
    everywhere = rf"在?{any_promise_word('locative')}[^，。；]{{0,14}}?(?={any_promise_word('all_over')})"
    return (
        ("time", period_pattern()),
        ("count", number_pattern()),
        ("count", re.compile(rf"[两{ONE_TO_TEN}]+[届场批轮]|\d+余?次")),
        ("lead", re.compile(everywhere)),
        ("no", re.compile("[一半].(?:也|都)(?:还?没有?|未)能?")),
        ("progress", _under_way_pattern()),
        ("finished", re.compile(f"通过[^，。；、]{{0,10}}{any_promise_word('inspected')}")),
        ("progress", re.compile(f"通过[^，。；、]{{0,8}}{any_promise_word('reviewed')}")),
        ("made", re.compile(f"{any_promise_word('finished')}以来")),
        ("made", re.compile(f"被[^，。；、]{{2,14}}?{any_promise_word('named')}")),
        ("undone", re.compile(f"{any_promise_word('not_yet')}[^，。；]{{1,24}}$")),
        (
            "lead",
            re.compile(f"{any_promise_word('weighed')}[^，。；、]{{0,10}}?{any_promise_word('weighing')}"),
        ),
        ("lead", _cause_pattern()),
        ("lead", re.compile(f"{any_promise_word('level')}[^，。；、]{{0,8}}?{any_promise_word('body')}")),
    )


@cache
def _under_way_pattern() -> re.Pattern[str]:
    """正在进行内部装修, 仍在报批中: whatever is going on; not 正在发挥作用, which tells that it is there."""
    otherwise = rf"{any_promise_word('lead')}*{any_promise_word('elsewise')}"
    return re.compile(rf"{any_promise_word('under_way')}(?!{otherwise})[^，。；、]{{2,20}}$")


@cache
def _cause_pattern() -> re.Pattern[str]:
    """受征地拆迁影响, 因前期工作深度不够: why, up to what became of it or to the end of the clause."""
    told = any_promise_word("no", "short", "drop", "delay", "replace", "not_yet", "under_way")
    return re.compile(rf"{any_promise_word('cause')}[^，。；]{{2,24}}?(?={told}|$)")


_ORDER: tuple[PromiseRole, ...] = (
    "no",
    "short",
    "delay",
    "drop",
    "asked",
    "said",
    "begin",
    "progress",
    "carry",
    "finished",
    "prior",
    "verb",
    "plan",
    "ending",
    "lead",
    "works",
    "particle",
    "manner",
    "covering",
    "acting",
)


@cache
def _known() -> Mapping[str, str]:
    """What each known word is; the first of the classes in `_ORDER` where it is of several."""
    known: dict[str, str] = {}
    for role in _ORDER:
        for word in promise_words()[role]:
            known.setdefault(word, "end" if role == "ending" else role)
    verbs = tuple(word for word in promise_words()["verb"] if len(word) > 1)
    for word in (*promise_words()["compare"], *promise_words()["stock"]):
        if not word.startswith(verbs):  # 延长到 begins with what was promised
            known.setdefault(word, "compare")
    for word in outcome_words()["sure"]:
        if known.get(word, "lead") in {"lead", "manner"}:
            known[word] = "sure"
    return known


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(any_word(_known()))
