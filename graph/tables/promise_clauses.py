"""Whether a clause of a later letter speaks of what a promise is about, and what it says became of it.

Precision before recall: the words of the promise stand there without others between them that could make another
thing of it (月亮湖北路 is not 月亮湖路), and what became of it is told only where all the other words of the clause are
known ones (ontology/lexicon/promise_words.tsv).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from ontology.outcome_words import outcome_words
from ontology.promise_words import PromiseRole, promise_words
from ontology.tsv import any_word

from ..relate.figures.periods import lies_ahead, periods
from ..relate.lists import LOOSE_MARK
from ..relate.status import CLAUSE_END
from .promise_counts import is_elsewhere
from .promise_numbers import other_number, progress
from .promise_topics import (
    LEAST_TELLING,
    PERIOD,
    Topic,
    anchors,
    any_promise_word,
    number_pattern,
    period_pattern,
    promise_pattern,
    telling,
)

Verdict = Literal["done", "ongoing", "undone", "dropped", "planned", "mentioned"]
_LEAST_PART = 0.75
"""Of the telling characters of a promise that stand in a clause which speaks of it."""
_LEAST_OWN = 0.6
"""The same, where its numbers stand there as well."""
_LEAST_HOOKS = 0.2
"""Of the strings of four characters of a part of a promise."""
_LEAST_CHUNK = 2
_WHOLE = "100%"
_WHOLE_NAME = 6
"""Characters of one run that are a name even where few of them tell it from others: 护学岗专项行动."""
_LEAST_TAIL = 3
"""Characters at the end of what is promised that say what is counted: 充电桩."""
_LEVELS = "镇乡县市省州"
"""Characters behind the name of a place, which is often told without: 县城至石门镇公路."""
_CHANGING = re.compile(r"[\d一二三四五六七八九十东西南北中前后上下左右新老大小]")
"""Characters that make another thing of a name where they are left out."""
_NUMBERED = re.compile(f"^{LOOSE_MARK}")
"""The mark of an item is no word of it: 1、客运站已建成投用."""
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千]")
_ANOTHER = 3
"""Characters right before a name that may be a part of it: 东象山大道."""
_VALUES = re.compile(r"[时点：:]|分钟|小时|元|天")
"""Numbers of a thing, not of things: opening hours, minutes, prices."""
_PASSED = re.compile("批|备案|编制|签约|认定|登记|注册|发行|募|开发|揭牌|挂牌")
"""Steps on the way to a building or a road; they keep a promise of just that."""


_DENYING = frozenset({"no", "delay", "short", "undone"})
_UNDONE = frozenset({"finished", "verb", "begin", "progress", "carry", "delay", "short", "undone"})
"""What a word like 没有 denies."""


_SHORT = 4
"""Telling characters of what may be a part of the name of many things."""
_NO_COUNT = frozenset({"?", "asked", "prior", "plan", "said", "drop", "delay"})
"""Words beside another number than the promised one that make it no count of what was done, or of another thing."""


class Reading(NamedTuple):
    """What a clause says; `when`: the day from which on it may have come about, where it says so."""

    verdict: Verdict
    when: str = ""


class _Match(NamedTuple):
    start: int
    end: int
    between: tuple[str, ...]
    """The words between the parts of it."""
    again: bool
    """Whether a verb of the promise begins a part behind such words: 开放时间已延长到23时."""
    loose: bool = False
    """Whether it is only the number, and the thing that it counts."""
    numbers: tuple[str, str] | None = None
    """The number that was promised and that which is told of the same things, where they are not the same."""


def read_sentence(topic: Topic, sentence: str, date: str) -> tuple[Reading, int, int] | None:
    """Return what a sentence says of a promise, and the clause in which it does; None where it speaks of none."""
    hooks = anchors(topic)
    text = "".join("，".join(sentence.split("\t")).split())  # cells of a row are clauses
    text = _NUMBERED.sub(lambda mark: "，" * len(mark[0]), text)
    clauses = _clauses(text)
    for at, (start, end) in enumerate(clauses):
        match = _match(topic, text[start:end]) if _may_speak(hooks, text[start:end]) else None
        reading = match and _read(topic, text[start:end], match, date)
        if match and match.numbers and reading:
            reading = _of_number(topic, text, (start, end), match.numbers, date)
        if match is None or reading is None:
            continue
        changed = _is_changed(topic, text[start:end])
        if changed and reading.verdict in {"done", "ongoing"}:
            reading = Reading("mentioned")
        if reading.verdict in {"mentioned", "undone"} and not changed:
            reading = _read_on(topic, text, clauses[at:], match, date, reading)
        return reading, start, end
    return None


def _may_speak(hooks: Sequence[tuple[str, ...]], clause: str) -> bool:
    """Whether enough strings of a part of a promise stand in a clause, as in one that speaks of it."""
    return any(sum(hook in clause for hook in own) >= _LEAST_HOOKS * len(own) for own in hooks)


def read_alone(sentence: str) -> Verdict | None:
    """Return what a sentence that is all that stands behind a promise in a list says: 已完成."""
    bare = re.sub(r"[\s，。；：、！]+$", "", sentence.strip())
    words = promise_words()
    if bare in words["bare_undone"]:
        return "undone"
    if bare in words["bare_ongoing"]:
        return "ongoing"
    return "done" if bare in words["bare_done"] else None


def _clauses(text: str) -> list[tuple[int, int]]:
    ends = [mark.start() for mark in CLAUSE_END.finditer(text)]
    starts = [0, *(end + 1 for end in ends)]
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


def _match(topic: Topic, clause: str) -> _Match | None:
    """Where a clause speaks of a topic, None where it does not, or of another of its sort."""
    spans: list[tuple[int, int]] = []
    told_own = 0
    for piece in topic.pieces:
        found = _piece(piece, clause)
        if found is None:
            continue
        spans += found
        told_own += telling("".join(clause[start:end] for start, end in found))
    numbers = other_number(topic, clause)
    counted = _counts_in(topic, clause)
    if counted is None and numbers is None:
        return None
    counted = counted or []
    told = told_own + 2 * len(counted)
    wanted = topic.telling()
    if topic.subject:
        found = _subject_in(topic, clause)
        if (not found and told < LEAST_TELLING) or (wanted and not told_own):
            return None
        spans += found
        told += sum(end - start for start, end in found)
    whole = any(end - start >= _WHOLE_NAME for start, end in spans)
    least = min(LEAST_TELLING, wanted) if whole else LEAST_TELLING
    if not spans or told < max(least, _LEAST_PART * wanted) or told_own < _LEAST_OWN * wanted:
        return _loose(topic, clause, counted)
    spans = sorted({*spans, *counted})
    pairs = [(one, two) for one, two in pairwise(spans) if two[0] > one[1]]
    gaps = [clause[one[1] : two[0]] for one, two in pairs if two not in counted]
    if any("?" in _classes(gap, topic) for gap in gaps if not gap.startswith("、")):  # 兴业路、建业路等断头路
        return None
    between = tuple(clause[one[1] : two[0]] for one, two in pairs)
    acts = tuple(sorted(topic.acts, key=len, reverse=True))
    again = any(clause.startswith(acts, two[0]) for _, two in pairs)
    return _Match(spans[0][0], max(end for _, end in spans), between, again, numbers=numbers)


def _loose(topic: Topic, clause: str, counted: Sequence[tuple[int, int]]) -> _Match | None:
    """Where a clause has the number of a promise and the thing that it counts, but not where or for whom."""
    tail = topic.pieces[-1][-_LEAST_TAIL:] if topic.pieces else ""
    at = clause.find(tail) if telling(tail) > 1 else -1
    for start, end in counted if at >= 0 else ():
        spans = sorted([(start, end), (at, at + len(tail))])
        gap = clause[spans[0][1] : spans[1][0]]
        if not gap or "?" not in _classes(gap, topic):
            return _Match(spans[0][0], spans[1][1], (gap,) if gap else (), again=False, loose=True)
    return None


def _subject_in(topic: Topic, clause: str) -> list[tuple[int, int]]:
    """The part of a subject that a clause holds: all of a title, else most of it in one run."""
    subject = topic.subject
    at = clause.find(subject.strip("《》"))
    if at >= 0:
        return [(at, at + len(subject.strip("《》")))]
    if subject.startswith("《"):
        return _short_title(subject.strip("《》"), clause)
    run = SequenceMatcher(None, subject, clause, autojunk=False).find_longest_match()
    whole = run.size >= LEAST_TELLING and (run.size >= _LEAST_PART * len(subject) or bool(topic.telling()))
    return [(run.b, run.b + run.size)] if whole else []


def _short_title(title: str, clause: str) -> list[tuple[int, int]]:
    """The title that a clause prints, where it is the end of a longer one: 兜底管理指导意见."""
    printed = re.search(r"《([^《》]{5,})》", clause)
    if printed and title.endswith(printed[1]):
        return [(printed.start(), printed.end())]
    return []


def _piece(piece: str, clause: str) -> list[tuple[int, int]] | None:
    """Where a clause holds a run of words of a promise, None where it does not, or with other words within."""
    blocks = [
        block
        for block in SequenceMatcher(None, piece, clause, autojunk=False).get_matching_blocks()
        if block.size >= _LEAST_CHUNK
    ]
    if not blocks:
        return None
    first = blocks[0]
    if telling(piece[: first.a]) and "?" in _classes(piece[: first.a], None):
        return None
    for one, two in pairwise(blocks):
        left_out = piece[one.a + one.size : two.a]
        cut = len(left_out) == 1 and left_out not in _LEVELS
        if telling(left_out) and (cut or _CHANGING.search(left_out)):
            return None
    for block in blocks:
        if _cuts_number(clause, block.b, block.b + block.size):
            return None
    return [(block.b, block.b + block.size) for block in blocks]


def _cuts_number(clause: str, start: int, end: int) -> bool:
    """Whether a run begins or ends within a number: 6路 of 16路."""
    before, after = clause[start - 1 : start], clause[end : end + 1]
    return bool(
        (before and clause[start].isdigit() and (before.isdigit() or before in ".，"))
        or (after.isdigit() and clause[end - 1].isdigit())
    )


def _counts_in(topic: Topic, clause: str) -> list[tuple[int, int]] | None:
    """Where a clause has the numbers of a promise; None where it has another number of the same things."""
    found = [(each.start(), each.end()) for each in number_pattern().finditer(clause)]
    same = [(start, end) for start, end in found if clause[start:end] in topic.counts]
    units = {_unit(count) for count in topic.counts if not _VALUES.search(count)}
    others = {
        clause[start:end].lstrip("0123456789.,万亿千百余多")
        for start, end in found
        if (start, end) not in same
    }
    return None if not same and units & others else same


def _is_changed(topic: Topic, clause: str) -> bool:
    """Whether a clause sets another number of the same things beside that of the promise: 由28座调整为20座."""
    if not any(count in clause for count in topic.counts):
        return False
    numbers = {each[0] for each in number_pattern().finditer(clause)} - {*topic.counts}
    return not {_unit(each) for each in numbers}.isdisjoint({_unit(each) for each in topic.counts})


def _unit(number: str) -> str:
    return number.lstrip("0123456789.,万亿千百余多")


def _read(topic: Topic, clause: str, match: _Match, date: str) -> Reading | None:
    """What a clause says of the topic in it, None where it is of another thing or another year."""
    before, after = clause[: match.start], clause[match.end :]
    begun = _first_stage_pattern().match(after)
    if _is_part_of_name(before, topic) or (_stage_pattern().match(after) and not begun):
        return None
    after = after[begun.end() :] if begun else after
    when = _when(clause, date)
    if topic.apart and "?" in _classes(before, topic):
        return None  # 在滨江公园建设X is not Y公园X已建成
    words = [*_scan(before, topic), *(each for one in match.between for each in _scan(one, topic))]
    behind = _scan(after, topic)
    counted = any(count in clause for count in topic.counts)
    if topic.telling() <= _SHORT and not counted and _goes_on_as_name(behind):
        return None  # 老旧小区改造信息平台
    found = frozenset(name for name, _ in (*words, *behind)) | ({"verb"} if match.again else set())
    if match.numbers and found & _NO_COUNT:
        return None
    tells = not after.startswith("的") and any(name == "finished" for name, _ in behind)
    verdict = _verdict(found, timed=bool(when), behind=tells)
    if when and _is_of_another_year(topic, when, again="delay" not in found):
        return None
    if verdict == "done" and (when > date if when else lies_ahead(clause, date)):
        verdict = "planned"
    numbered = counted or not topic.counts
    if verdict == "done" and (match.loose or not numbered):
        verdict = "mentioned"
    if verdict == "done" and (begun or _is_a_part([word for name, word in behind if name == "count"], topic)):
        verdict = "ongoing"
    return Reading(verdict, when)


def _of_number(
    topic: Topic, text: str, clause: tuple[int, int], numbers: tuple[str, str], date: str
) -> Reading | None:
    """What another number of the same things says, None where it is of other ones, of another year, or of none.

    去年，改造58个: the time stands in a clause before it.
    """
    start, end = clause
    part = max(text.rfind(mark, 0, start) for mark in "；。：") + 1
    words = text[start:end] if periods(text[start:end], date) else text[part:end]
    told = progress(topic, text[start:end], numbers)
    when = _when(words, date)
    if told is None or is_elsewhere(text[start:end], topic.home) or lies_ahead(words, date):
        return None
    if when and _is_of_another_year(topic, when, again=True):
        return None
    spans = any(one.goes_on for one in periods(words, date)) or promise_pattern("over_years").search(words)
    if not (when or spans) and topic.due and date[: len(topic.due)] > topic.due:
        return None
    return Reading(told or "mentioned", when)


def _goes_on_as_name(behind: Sequence[tuple[str, str]]) -> bool:
    """Whether unknown words right behind those of a promise, its verbs aside, may make another thing of them."""
    first = next((name for name, _ in behind if name not in {"works", "verb"}), "")
    return first == "?"


def _is_a_part(numbers: Sequence[str], topic: Topic) -> bool:
    """Whether a number behind what was promised says how much of it is done: 已完成80%, 已完成3公里."""
    return any(one not in topic.counts and not one.startswith(_WHOLE) for one in numbers)


def _when(clause: str, date: str) -> str:
    """The first day of the last time that a clause tells, or the empty string; 去年 … 12月15日 is of that year."""
    told = [one for one in periods(clause, date) if one.first and not one.goes_on]
    if not told:
        return ""
    year = next((one.first[:4] for one in told if "年" in one.words), told[-1].first[:4])
    return year + told[-1].first[4:] if "年" not in told[-1].words else told[-1].first


def _is_of_another_year(topic: Topic, when: str, *, again: bool) -> bool:
    """Whether a time lies before the promise, or is that of a later year's task of the same kind, done `again`."""
    year = (topic.due or topic.date)[:4]
    later = again and bool(topic.counts or topic.yearly) and when[:4] > year
    return later or when[:4] < topic.date[:4]


def _verdict(found: frozenset[str], *, timed: bool, behind: bool) -> Verdict:
    """What the known words of a clause say; `behind`: that it is there stands behind what was promised."""
    told = bool(found & {"sure", "end"})
    bare = "said" in found and not told
    done = ("finished" in found and (told or timed or behind)) or ("verb" in found and (told or timed))
    there_at_last = found & _DENYING == {"delay"} and "finished" in found and timed  # 推迟到2025年3月才到位
    verdicts: Sequence[tuple[bool, Verdict]] = (
        (bool(found & {"?", "asked", "prior"}), "mentioned"),
        (there_at_last, "done"),
        ("drop" in found, "dropped"),
        (bool(found & _DENYING), "undone" if found & _UNDONE else "mentioned"),
        ("plan" in found, "planned"),
        (bool(found & {"progress", "begin"}), "mentioned" if "finished" in found else "ongoing"),
        (done and not bare, "done"),
    )
    return next((verdict for holds, verdict in verdicts if holds), "mentioned")


def _read_on(
    topic: Topic, text: str, clauses: Sequence[tuple[int, int]], match: _Match, date: str, found: Reading
) -> Reading:
    """What the clauses behind say, where they have no subject of their own.

    What was given up is so whatever else is told; what was not done in time and is there now is there.
    """
    begin = clauses[0][0]
    if "?" in _classes(text[begin : begin + match.start], topic):
        return found
    for start, end in clauses[1:]:
        if text[start - 1] in "；。！？;":
            break
        told = _of_clause(topic, text[start:end], date, found.when)
        if told is None:
            continue
        late = told.verdict == "done" and bool(topic.due) and told.when[: len(topic.due)] > topic.due
        if found.verdict == "mentioned" or told.verdict == "dropped" or (found.verdict == "undone" and late):
            found = told
    return found


def _of_clause(topic: Topic, clause: str, date: str, named: str) -> Reading | None:
    """What a clause without a subject says, None where its words are not all known; `named`: the time told before."""
    clause = _reason_pattern().sub("", clause, count=1)
    replaced = _replaced_pattern().match(clause)
    if replaced:
        return Reading("undone" if replaced["when"] else "dropped", named)
    classes = _classes(clause, topic)
    if "?" in classes or ("count" in classes and "short" not in classes):
        return None
    when = _when(clause, date)
    verdict = _verdict(classes, timed=bool(when), behind=False)
    ahead = when > date if when else lies_ahead(clause, date)
    told = verdict in {"undone", "dropped", "ongoing"} or (verdict == "done" and not ahead)
    return Reading(verdict, when or named) if told else None


def _is_part_of_name(before: str, topic: Topic) -> bool:
    """Whether what stands right before the words of a promise may make another name of them: 东象山大道."""
    classes = _scan(before, topic)
    unknown = classes[-1] if classes and classes[-1][0] == "?" else None
    return unknown is not None and len(unknown[1]) <= _ANOTHER


def _classes(words: str, topic: Topic | None) -> frozenset[str]:
    return frozenset(name for name, _ in _scan(words, topic))


def _scan(words: str, topic: Topic | None) -> list[tuple[str, str]]:
    """The known words of a text with what they are, from left to right; what is not known as ?."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        name, word = _word_at(words, at)
        name = _name_for(name, word, topic)
        if name == "?" and (own := _of_promise(words, at, topic)):
            name, word = "works", own
        if name == "?" and found and found[-1][0] == "?":
            found[-1] = ("?", found[-1][1] + word)
        else:
            found.append((name, word))
        at += len(word)
    return found


def _of_promise(words: str, at: int, topic: Topic | None) -> str:
    """The longest run of words at a place that stands in the sentence of the promise too, or nothing."""
    end = at + _LEAST_CHUNK
    if topic is None or words[at:end] not in topic.sentence or end > len(words):
        return ""
    while end < len(words) and words[at : end + 1] in topic.sentence:
        end += 1
    return words[at:end]


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
    if topic is None or name not in {"verb", "finished", "progress", "carry", "begin", "drop"}:
        return name
    if name == "drop":
        return "verb" if word in topic.acts else name
    if name == "begin" or any(word.endswith(begin) for begin in promise_words()["begin"]):
        return "finished" if topic.begins else "begin"
    if name == "finished" and _PASSED.search(word) and not any(word in act for act in topic.acts):
        return "prior"
    if name not in {"verb", "carry"}:
        return name
    own = word in topic.acts or (len(word) == 1 and any(word in act for act in topic.acts))
    return "verb" if own else "?" if name == "verb" else name


@cache
def _patterns() -> Sequence[tuple[str, re.Pattern[str]]]:
    """What words without a list of them are, by name; the first of the longest matches counts."""
    everywhere = "在?(?:全[市县区镇]|所有|各)[^，。；]{0,14}?(?=全部|全面|均已|都已|落实|实施|实行|推行|铺开|推开|开展)"
    return (
        ("time", period_pattern()),
        ("count", number_pattern()),
        ("lead", re.compile(everywhere)),
        ("no", re.compile("[一半].(?:也|都)(?:还?没有?|未)能?")),
        ("progress", _under_way_pattern()),
        ("undone", re.compile(f"{any_promise_word('not_yet')}[^，。；]{{1,16}}$")),
        ("lead", re.compile(f"{any_promise_word('weighed')}[^，。；、]{{0,10}}?{any_promise_word('weighing')}")),
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
)


@cache
def _known() -> Mapping[str, str]:
    """What each known word is; the first of the classes in `_ORDER` where it is of several."""
    known: dict[str, str] = {}
    for role in _ORDER:
        for word in promise_words()[role]:
            known.setdefault(word, "end" if role == "ending" else role)
    for word in outcome_words()["sure"]:
        if known.get(word, "lead") == "lead":
            known[word] = "sure"
    return known


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(any_word(_known()))


@cache
def _stage_pattern() -> re.Pattern[str]:
    return re.compile(rf"[的（(]?{any_promise_word('stage')}")


@cache
def _first_stage_pattern() -> re.Pattern[str]:
    """X一期, X首批: a beginning of what was promised."""
    return re.compile(rf"[的（(]?{any_promise_word('first_stage')}")


@cache
def _replaced_pattern() -> re.Pattern[str]:
    """改为租用6辆; 改为明年建设 only puts it off."""
    ways = rf"{any_promise_word('lead')}*"
    return re.compile(rf"{ways}{any_promise_word('replace')}(?P<when>{PERIOD})?")


@cache
def _reason_pattern() -> re.Pattern[str]:
    """因资金不到位没有实施: what stands before the words that tell."""
    reasons = any_word(outcome_words()["circumstance"])
    return re.compile(
        rf"^(?:{reasons})[^，。；]*?(?={any_promise_word('no', 'short', 'drop', 'delay', 'replace')})"
    )
