"""Whether a clause of a later letter speaks of what a promise is about, and what it says became of it.

Precision before recall: the words of the promise stand there without others between them that could make another
thing of it (月亮湖北路 is not 月亮湖路), and what became of it is told only where all the other words of the clause are
known ones (ontology/lexicon/promise_words.tsv).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from corpus.numerals import ONE_TO_TEN, number
from ontology.promise_words import promise_words

from ...relate.figures.periods import lies_ahead, periods
from ...relate.lists import LOOSE_MARK
from ...relate.status import CLAUSE_END
from ...relate.times import only_says_when
from .anchors import anchors, may_speak
from .counts import is_elsewhere
from .matches import Match, is_changed, match_of, match_of_members
from .numbers import is_yearly, progress
from .scan import classes_of, scan
from .topics import PERIOD, Topic
from .units import numbers_in, unit_of
from .word_roles import any_outcome_word, any_promise_word, promise_pattern

Verdict = Literal["done", "ongoing", "undone", "dropped", "planned", "mentioned"]
_WHOLE = "100%"
_LEAST_DIGITS = 3
_PART_ENDS = ("；", ";", "。")
_NUMBERED = re.compile(f"^{LOOSE_MARK}")
"""The mark of an item is no word of it: 1、客运站已建成投用."""
_ANOTHER = 3
"""Characters right before a name that may be a part of it: 东象山大道."""
_DENYING = frozenset({"no", "delay", "short", "undone"})
_UNDONE = frozenset({"finished", "verb", "begin", "progress", "carry", "delay", "short", "undone"})
"""What a word like 没有 denies."""
_UNCLEAR = _DENYING | {"?", "plan", "asked", "prior", "drop"}
"""Words beside which it does not tell that a thing is there what it does."""
_NO_COUNT = frozenset({"?", "asked", "prior", "plan", "said", "drop", "delay"})
"""Words beside another number than the promised one that make it no count of what was done, or of another thing."""
Scanned = Sequence[tuple[str, str]]
"""Known words, as of `scan`."""


class Reading(NamedTuple):
    """What a clause says; `when`: the day from which on it may have come about, where it says so."""

    verdict: Verdict
    when: str = ""


def read_sentence(topic: Topic, sentence: str, date: str) -> tuple[Reading, int, int] | None:
    """Return what a sentence says of a promise, and the clause in which it does; None where it speaks of none."""
    ways = anchors(topic)
    text, clauses = _divided(sentence)
    named = ""
    for at, (start, end) in enumerate(clauses):
        named = "" if text[start - 1 : start] in _PART_ENDS else named
        clause = text[start:end]
        if named and _counts_on(topic, clause):
            clause = named + clause  # X净增173家，2022年底总数达到1214家
        match = match_of(topic, clause) if clause != text[start:end] or may_speak(ways, clause) else None
        named = clause[match.start : match.end] if match else named
        reading = match and _read(topic, clause, match, date, _time_before(text, clauses, at))
        if match and match.numbers and reading:
            reading = _of_number(topic, text, (start, end), match.numbers, date)
        if match is None or reading is None:
            found = _read_members(topic, text, clauses[at:], date) if topic.members else None
            if found is None:
                continue
            return found, start, end
        changed = is_changed(topic, text[start:end])
        if changed and reading.verdict in {"done", "ongoing"}:
            reading = Reading("mentioned")
        if reading.verdict in {"mentioned", "undone", "ongoing"} and not changed:
            reading = _read_on(topic, text, clauses[at:], match, date, reading)
        return reading, start, end
    return None


def _counts_on(topic: Topic, clause: str) -> bool:
    """Whether a clause has a number of what a promise counts and no name: it goes on with the clause before."""
    units = {unit_of(count) for count in topic.counts}
    counted = any(each.unit in units for each in numbers_in(clause))
    return counted and "?" not in classes_of(clause, topic)


@lru_cache(maxsize=16)
def _divided(sentence: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """A sentence without its white space and mark, and its clauses; it is read for many promises in a row."""
    text = "".join(sentence.replace("\t", "，").split())  # cells of a row are clauses
    text = _NUMBERED.sub(lambda mark: "，" * len(mark[0]), text)
    return text, _clauses(text)


def _time_before(text: str, clauses: Sequence[tuple[int, int]], at: int) -> str:
    """The clause before one where that only says when."""
    before = text[slice(*clauses[at - 1])] if at else ""
    return before if only_says_when(before) else ""


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


class _Around(NamedTuple):
    """What stands around the words of a promise in a clause: known words before (and between) them, and behind.

    `after` is all that stands behind them; `begun`: they speak of a beginning of it (X一期).
    """

    before: Scanned
    behind: Scanned
    after: str
    begun: bool


def _around(topic: Topic, clause: str, match: Match) -> _Around | None:
    """What stands around the words of a promise, None where it makes another thing of them."""
    before, after = clause[: match.start], clause[match.end :]
    begun = _first_stage_pattern().match(after)
    if _is_part_of_name(before, topic) or (_stage_pattern().match(after) and not begun):
        return None
    if topic.apart and "?" in classes_of(before, topic):
        return None  # 在滨江公园建设X is not Y公园X已建成
    after = after[begun.end() :] if begun else after
    behind = scan(after, topic)
    if not (_has_number(topic, clause) or match.numbers) and _goes_on_as_name(behind):
        return None  # 老旧小区改造信息平台
    words = [*scan(before, topic), *(each for one in match.between for each in scan(one, topic))]
    return _Around(words, behind, after, begun is not None)


def _read(topic: Topic, clause: str, match: Match, date: str, lead: str = "") -> Reading | None:
    """What a clause says of the topic in it, None where it is of another thing or another year.

    `lead`: the clause before it where that only says when.
    """
    around = _around(topic, clause, match)
    if around is None:
        return None
    names = [name for name, _ in around.behind]
    found = frozenset(name for name, _ in around.before).union(names, ["verb"] if match.again else ())
    when = _when(clause, date) or _when(lead, date)
    if match.numbers and found & _NO_COUNT:
        return None
    if when and _is_of_another_year(topic, when, again="delay" not in found):
        return None
    counting = names == ["count"] and not around.after.endswith("%") and not topic.counts  # 聘请X45名
    tells = "finished" in names and not around.after.startswith("的")
    verdict = _verdict(found, timed=bool(when) or counting, behind=tells)
    if verdict == "mentioned" and not found & _UNCLEAR:
        verdict = _by_what_it_does(topic, around.before, around.behind)
    if verdict == "done" and (when > date if when else lies_ahead(clause, date)):
        verdict = "planned"
    if verdict == "done":
        verdict = _how_much(topic, clause, match, around, counting=counting)
    return Reading(verdict, when)


def _how_much(topic: Topic, clause: str, match: Match, around: _Around, *, counting: bool) -> Verdict:
    """What is told as done of a promise: all, a part, or not surely of it, where its number is another one.

    `counting`: the number behind is only how many there are.
    """
    numbered = not topic.counts or _has_number(topic, clause) or topic.is_sized()
    if not numbered or (match.loose and not _is_plain(topic, clause)):
        return "mentioned"
    numbers = [word for name, word in around.behind if name == "count"]
    return "ongoing" if around.begun or (not counting and _is_a_part(numbers, topic)) else "done"


def _has_number(topic: Topic, clause: str) -> bool:
    return any(count in clause for count in topic.counts)


def _is_plain(topic: Topic, clause: str) -> bool:
    """Whether a clause has a number of the promise that is hardly one by chance: 1200亩, not 14座."""
    return any(count in clause and sum(map(str.isdigit, count)) >= _LEAST_DIGITS for count in topic.counts)


def _by_what_it_does(topic: Topic, before: Scanned, behind: Scanned) -> Verdict:
    """What a clause says that tells what a thing does: 联席会议已召开9次, 视频监控已覆盖52处.

    What was to be set up is there; how much is covered is how far it is.
    """
    told = [word for _, word in behind]
    if not any(name == "sure" for name, _ in (*before, *behind)) or not any(
        name == "count" for name, _ in behind
    ):
        return "mentioned"
    if any(word in promise_words()["covering"] for word in told):
        return "ongoing"
    founding = topic.acts & {*promise_words()["founding"]}
    return "done" if founding and any(word in promise_words()["acting"] for word in told) else "mentioned"


def _read_members(topic: Topic, text: str, clauses: Sequence[tuple[int, int]], date: str) -> Reading | None:
    """What the first of some clauses says of things of the list that a promise names, where all of it is understood.

    What is there of some of them alone is a part of the promise.
    """
    start, end = clauses[0]
    found = match_of_members(topic, text[start:end])
    if found is None or "?" in classes_of(text[start : start + found[0].start], None):
        return None
    match, whole = found
    alone = topic._replace(counts=(), apart=False)
    reading = _read(alone, text[start:end], match, date)
    if reading is None or (
        reading.verdict == "mentioned" and "?" in classes_of(text[start + match.end : end], alone)
    ):
        return None
    if reading.verdict in {"mentioned", "undone"}:
        reading = _read_on(alone, text, clauses, match, date, reading)
    if reading.verdict in {"mentioned", "planned"}:
        return None
    return reading if whole or reading.verdict == "ongoing" else Reading("ongoing", reading.when)


def _of_number(
    topic: Topic, text: str, clause: tuple[int, int], numbers: tuple[str, str], date: str
) -> Reading | None:
    """What another number of the same things says, None where it is of other ones, of another year, or of none.

    去年，改造58个: the time stands in a clause before it.
    """
    start, end = clause
    part = max(text.rfind(mark, 0, start) for mark in "；。：") + 1
    words = text[start:end] if periods(text[start:end], date) else text[part:end]
    when, since = _when(words, date), _since(words, date)
    summed = promise_pattern("over_years").search(words) is not None
    told = progress(topic, text[start:end], numbers, _years_told(words) or int(bool(when) and not summed))
    planned = any(word in text[part:start] for word in promise_words()["plan"] if len(word) > 1)
    if told is None or planned or is_elsewhere(text[start:end], topic.home) or lies_ahead(words, date):
        return None
    if when and _is_of_another_year(topic, when, again=not is_yearly(topic)):
        return None
    if since and since < topic.date[: len(since)]:
        return None
    if not (when or since or summed) and topic.due and date[: len(topic.due)] > topic.due:
        return None
    apart = int(date[:4] or 0) - int(topic.date[:4] or 0)
    for_good = numbers[1].endswith("%") or promise_pattern("stock").search(topic.what) or is_yearly(topic)
    if told == "done" and not for_good and not since and (summed or (not when and apart > 1)):
        return Reading("mentioned", when)  # 累计建成183个: of which some may be of another year
    return Reading(told or "mentioned", when)


def _since(words: str, date: str) -> str:
    """From which year on something is summed up (2023年以来, 近两年); the empty string where none is told."""
    for one in periods(words, date):
        if one.goes_on and one.first:
            return one.first[:4]
    years = _years_told(words)
    return str(int(date[:4]) - years) if years and date else ""


def _years_told(words: str) -> int:
    """How many years something is summed up over (三年来), 0 where that is not told."""
    found = _years_pattern().search(words)
    return (number(found[1] or found[2]) or 0) if found else 0


def _goes_on_as_name(behind: Sequence[tuple[str, str]]) -> bool:
    """Whether unknown words right behind those of a promise, its verbs aside, may make another thing of them."""
    first = next((name for name, _ in behind if name not in {"works", "verb"}), "")
    return first == "?"


def _is_a_part(numbers: Sequence[str], topic: Topic) -> bool:
    """Whether a number behind what was promised says how much of it is done: 已完成80%, 已完成3公里; not 已增设2处."""
    if not topic.counts and topic.acts & {*promise_words()["adding"]}:
        numbers = [one for one in numbers if one.endswith(promise_words()["measured_unit"])]
    numbers = [one for one in numbers if not one.endswith(promise_words()["occasion"])]
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
    later = again and bool((topic.counts and not topic.is_sized()) or topic.yearly) and when[:4] > year
    return later or when[:4] < topic.date[:4]


def _verdict(found: frozenset[str], *, timed: bool, behind: bool) -> Verdict:
    """What the known words of a clause say; `behind`: that it is there stands behind what was promised."""
    told = bool(found & {"sure", "end"})
    bare = "said" in found and not told
    done = (
        "made" in found
        or ("finished" in found and (told or timed or behind))
        or ("verb" in found and (told or timed))
    )
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
    topic: Topic, text: str, clauses: Sequence[tuple[int, int]], match: Match, date: str, found: Reading
) -> Reading:
    """What the clauses behind say, where they have no subject of their own.

    What was given up is so whatever else is told; what was not done in time and is there now is there.
    """
    begin = clauses[0][0]
    if "?" in classes_of(text[begin : begin + match.start], topic):
        return found
    for start, end in clauses[1:]:
        if text[start - 1] in "；。！？;":
            break
        told = _of_clause(topic, text[start:end], date, found.when)
        if told is None:
            continue
        late = told.verdict == "done" and bool(topic.due) and told.when[: len(topic.due)] > topic.due
        at_last = found.verdict == "ongoing" and told.verdict == "done"  # 2022年6月开工，今年9月竣工
        if (
            found.verdict == "mentioned"
            or told.verdict == "dropped"
            or at_last
            or (found.verdict == "undone" and late)
        ):
            found = told
    return found


def _of_clause(topic: Topic, clause: str, date: str, named: str) -> Reading | None:
    """What a clause without a subject says, None where its words are not all known; `named`: the time told before."""
    clause = _reason_pattern().sub("", clause, count=1)
    replaced = _replaced_pattern().match(clause)
    if replaced:
        return Reading("undone" if replaced["when"] else "dropped", named)
    classes = classes_of(clause, topic)
    if "?" in classes or ("count" in classes and "short" not in classes):
        return None
    when = _when(clause, date)
    verdict = _verdict(classes, timed=bool(when), behind=False)
    ahead = when > date if when else lies_ahead(clause, date)
    told = verdict in {"undone", "dropped", "ongoing"} or (verdict == "done" and not ahead)
    return Reading(verdict, when or named) if told else None


def _is_part_of_name(before: str, topic: Topic) -> bool:
    """Whether what stands right before the words of a promise may make another name of them: 东象山大道."""
    classes = scan(before, topic)
    unknown = classes[-1] if classes and classes[-1][0] == "?" else None
    return unknown is not None and len(unknown[1]) <= _ANOTHER


@cache
def _years_pattern() -> re.Pattern[str]:
    """近五年来, 三年共: so many years up to the letter."""
    return re.compile(
        rf"(?<![\d第])([两{ONE_TO_TEN}]|\d{{1,2}})年(?:多来|以来|来|间|共|累计)|近([两{ONE_TO_TEN}])年"
    )


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
    told = any_promise_word("no", "short", "drop", "delay", "replace")
    return re.compile(rf"^{any_outcome_word('circumstance')}[^，。；]*?(?={told})")
