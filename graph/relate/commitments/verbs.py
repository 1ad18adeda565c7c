"""Where the verb of a clause stands that may promise something; clauses that only say how, why or when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ontology.clause_words import clause_words
from ontology.cues import commitment_cues
from ontology.tsv import any_word

from ..clause_roles import any_clause_word, clause_pattern
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE
from ..typed.actors import assisting_pattern, lead_pattern


def verb_places(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the first verb of the clause [start, end) may stand, and behind each adverb that follows there."""
    at = verb_place(text, start, end)
    yield at
    while at < end and (adverb := clause_pattern("adverb").match(text, at)):
        at = _behind_leads(text, adverb.end(), end)
        yield at


@lru_cache(maxsize=512)
def verb_place(text: str, start: int, end: int) -> int:
    """Return where the first verb of a clause may stand: behind its list mark, adverbials and named subject."""
    at = _behind_leads(text, start, end)
    subject = _subject_pattern().match(text, at, end)
    if subject is None:
        subject = means_pattern().match(text, at, end)
    return _behind_leads(text, subject.end(), end) if subject else at


def _behind_leads(text: str, at: int, end: int) -> int:
    """Where what follows list marks, sentence adverbs and times (三是年底前…) begins."""
    lead = lead_pattern().match(text, at, end)
    return lead.end() if lead else at


def only_says_how(words: str) -> bool:
    """Return whether the words of a clause say how, on what ground or when alone (按照统一部署, 待批复后).

    A plan's verb behind them makes the clause more than that (结合职能抓好落实), unless all of it tells a time.
    """
    if not _circumstance_pattern().match(words):
        return False
    in_time = words.startswith("在") and words.endswith(clause_words()["within"])
    whole = in_time or _whole_pattern().match(words) is not None
    return whole or not _planned_verb_pattern().search(words, 2)


def holds_verb(words: str) -> bool:
    """Return whether words hold a verb of plans."""
    return _planned_verb_pattern().search(words) is not None


def begins_with_verb(text: str, start: int, end: int) -> bool:
    """Return whether the first verb of the clause [start, end) is one of plans (进一步加强与甲局合作)."""
    return any(_planned_verb_pattern().match(text, at, end) for at in verb_places(text, start, end))


def only_says_who(text: str, start: int, end: int) -> bool:
    """Return whether the clause [start, end) only says who leads (由甲牵头) or who assists (乙配合)."""
    return bool(_led_pattern().fullmatch(text, start, end)) or bool(
        assisting_pattern().fullmatch(text, start, end)
    )


@cache
def _led_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_clause_word('agent')}?[{ANY_NAME}{ANY_PLACE}][^，。；：]{{0,4}}?{any_clause_word('leading')}"
    )


@cache
def _planned_verb_pattern() -> re.Pattern[str]:
    verbs = (cue.cue for cue in commitment_cues("governed") if cue.needs != "plan")
    return re.compile(any_word(verbs))


@cache
def _whole_pattern() -> re.Pattern[str]:
    """What tells no act whatever verb stands in it: 以督办为契机, 由某中心牵头, 根据清理整顿的规定, 结合办法的修订."""
    led = rf"{any_clause_word('agent')}[^，。；：]*{any_clause_word('leading')}"
    ruled = rf"{any_clause_word('following')}[^，。；：]*{any_clause_word('rule')}"
    noun = rf"{any_clause_word('circumstance')}[^，。；：]*的{_planned_verb_pattern().pattern}"
    return re.compile(rf"(?:以[^，。；：]*为{any_clause_word('aim')}|{led}|{ruled}|{noun})$")


@cache
def _circumstance_pattern() -> re.Pattern[str]:
    """How, with whom, on what ground or when: 会同有关部门, 按照统一部署, 在试点的基础上, 待批复后."""
    aim = _whole_pattern().pattern.removesuffix("$")
    along = rf"{any_clause_word('joint')}[^，。；：]*(?:{any_clause_word('party')}|[{ANY_NAME}])"
    time = rf"(?:在[^，。；：]*{any_clause_word('within')}|待[^，。；：]*(?:时|后))"
    ground = any_clause_word("circumstance")
    return re.compile(rf"(?:会|计划)?(?:{time}|{aim}|{along}|(?:{ground})[^，。；：]*)$")


@cache
def _subject_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:[{ANY_NAME}{ANY_PLACE}]{AND}?)+|{any_clause_word('self')}")


@cache
def means_pattern() -> re.Pattern[str]:
    """依托A、B等机构合力: what the verb of a clause builds on, before that verb."""
    words = clause_words()
    names = rf"(?:[{ANY_NAME}]{AND}?)+(?:等[^，。；]{{0,8}}?)?"
    return re.compile(rf"(?:{'|'.join(words['means'])}){names}(?:{'|'.join(words['together'])})?")
