"""Times as letters print them: their words (今年, 国庆: lexicon/time_words.tsv) and one expression of them all.

2024年二季度, 今年上半年, “十四五”期间, 近两年, 10月上旬, 春节前. What a time means, figures.periods tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

import msgspec

from .tsv import length_order, read_tsv

TimeRole = Literal["year", "part", "point", "month", "near", "feast", "onset", "cold", "tail"]
_ROLES: tuple[TimeRole, ...] = get_args(TimeRole)
_VALUES: Mapping[TimeRole, str] = {
    "year": r"-?\d|",
    "part": r"\d\d-\d\d",
    "month": r"-?\d|",
    "feast": r"\d{1,2}/(?:\d\d)?",
    "onset": r"\d{1,2}/(?:\d\d)?",
}
"""What the value of a word looks like; of other words there is none."""
TO = "[至到—–~～-]"
"""The marks between the two ends of a time."""
_HAN = "[一二三四五六七八九十两几]"
_YEAR_DIGITS = r"(?:(?:19|20)\d{2}|(?<!\d)\d{2}|二[〇零○Ｏ][〇零○Ｏ一二三四五六七八九]{2})"
_QUARTER = rf"(?:[第前头]?[一二两三四1-4]个?季度|(?<!提)[前头](?:{_HAN}{{1,2}}|\d{{1,2}})个月)"
_THIRD = "[上中下]旬"
_PLAN = "“?十[一二三四五六]五”?(?:规划)?(?=期间|时期|以来|末|初|收官|开局)(?:时期)?"
_SPAN = rf"(?:近|过去|最近|这|此后|今后|未来)(?:{_HAN}+|\d{{1,2}})(?:个月|年|周|天)(?:多)?来?"
_TERM = rf"(?:{_HAN}+|\d{{1,2}})(?:个月|年|周|天)(?:之内|以内|内|以来|多?来|之后|后)"
YEARS_OF_WORK = rf"(?:{_HAN}+|\d{{1,2}})年(?:左右)?的?时间"
"""An expression for in how many years something is done: 用两年左右时间."""
_BEGINNINGS = r"\d一二两三四五六七八九十几第前头近过最这此今未“截自从到于在早至"
"""What the forms below begin with."""
_MOST_UNITS = 4
"""Parts of one time: 2024年|10月上旬, 2019年|9月1日|至2020年|8月31日."""
_AFTER_YEAR = "(?:[初中末底](?![步级次审标期考国学心端梢央小外西药医试介]))"
_PREFIX = "(?:截至|截止到?|自|从|到|于|在|早在|至(?!今)|早于)?"


class TimeWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of times: `value` as its role has it, `not_before` what makes it the beginning of another word."""

    word: str
    role: TimeRole
    value: str
    not_before: tuple[str, ...]


@cache
def time_words(role: TimeRole) -> Mapping[str, TimeWord]:
    """Return the words of a role, longest first. Raises `LexiconError` where the file is broken."""
    rows = read_tsv("time_words.tsv", ("word", "role", "value", "not_before", "source"))
    found: dict[str, TimeWord] = {}
    for row in rows:
        if row.one_of("role", _ROLES) != role:
            continue
        if not re.fullmatch(_VALUES.get(role, ""), row["value"]):
            raise row.error("value", f"不是 {role} 的值", f"is no value of a {role}")
        word = row.required("word")
        if word in found:
            raise row.error("word", "出现两次", "stands twice")
        found[word] = TimeWord(word=word, role=role, value=row["value"], not_before=row.listed("not_before"))
    return dict(sorted(found.items(), key=lambda pair: length_order(pair[0])))


@cache
def time_expression() -> str:
    """Return an expression, without groups, of one time with the words beside it: 到2025年底前, 自6月以来."""
    in_words = rf"(?:十[一二]?|[一二三四五六七八九])月(?=份|底|初|末|{_THIRD}|以来|起)"
    months = rf"(?:\d{{1,2}}(?:月?{TO}\d{{1,2}})?月|{in_words})"
    day = rf"\d{{1,2}}[日号](?:{TO}(?:\d{{1,2}}月)?\d{{1,2}}[日号])?"
    month = rf"(?:(?:{months}|{_any('month')})(?:{day}|份|{_THIRD})?(?:{_THIRD})?)"
    year = rf"(?:{_YEAR_DIGITS}(?:年?{TO}{_YEAR_DIGITS})?(?:学?年度?|年)|{_any('year')})"
    feast = rf"{_any('feast')}(?={_any('tail')})"
    part = rf"{_any('part')}|{_QUARTER}|{month}|{_any('point')}|{feast}|(?<=年){_AFTER_YEAR}"
    unit = rf"(?:{year}|{part}|{_PLAN}|{_SPAN}|{_TERM}|{_any('onset')}|{_any('cold')})"
    told = rf"{_PREFIX}(?:{TO}?{unit}){{1,{_MOST_UNITS}}}(?:{_any('tail')})*"
    return rf"(?>(?=[{_first_characters()}])(?:{told}|{_any('near')}|\d{{1,2}}[日号](?:前|起)?))"


def _first_characters() -> str:
    """The inside of a class of what times begin with: most words before a subject are soon seen to be none."""
    words = (word for role in _ROLES if role != "tail" for word in time_words(role))
    return r"\d" + "".join(sorted({*_BEGINNINGS.removeprefix(r"\d"), *(word[0] for word in words)}))


@cache
def time_pattern() -> re.Pattern[str]:
    """A time with the words beside it."""
    return re.compile(time_expression())


def _any(role: TimeRole) -> str:
    each = (
        re.escape(word.word) + "".join(f"(?!{re.escape(other)})" for other in word.not_before)
        for word in time_words(role).values()
    )
    return f"(?:{'|'.join(each)})"
