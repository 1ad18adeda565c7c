"""Times that figures and promises speak of: 2022年, 2024年上半年, 截至2024年6月底, 今年1—9月, 到2025年底.

Dates are as precise as the words: a year is yyyy-01-01 to yyyy-12-31. 今年, 去年 are counted from the reply date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

import msgspec

from ..lists import NUMERALS

_NAMED_YEAR = "今年|本年|去年|上年|(?<!以)前年|明年"
_YEAR = rf"(?:(?P<year>(?:19|20)\d{{2}})年|(?P<relative>{_NAMED_YEAR}))"
_TO_YEAR = r"[至到—–~～-](?:19|20)\d{2}(?:学?年|(?=连续))"
_BARE_YEAR = rf"(?:(?P<year2>(?:19|20)\d{{2}})(?:年度?|(?={_TO_YEAR}))|(?P<relative2>{_NAMED_YEAR}))"
_PART = (
    r"(?P<half>上半年|下半年)|(?P<quarter>第?[一二三四1-4]季度)"
    r"|(?P<from>\d{1,2})[—–~～至到-](?P<to>\d{1,2})月|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)
_TIME = re.compile(
    r"(?P<asof>截至|截止到?|到|至)?"
    rf"(?:(?P<now>目前|当前|今(?!年))|{_YEAR}?(?:{_PART})|{_BARE_YEAR}(?:[至到—–~～-](?P<until>(?:19|20)\d{{2}})(?:学?年度?|(?=连续)))?)"
    r"(?P<tail>年?底前?|年?末|年初|初|以来|起|前|内|至今)?"
)
_COUNTED = rf"{NUMERALS}两几\d"
_THIS_YEAR = re.compile(f"(?<![{_COUNTED}])年内|年底")
"""年内, but not 三年内."""
_BEGIN = re.compile(r"[截到至目当今本去上前明下第一二三四\d]")
"""The first characters of times."""
_HINT = re.compile(r"[年月季今]|目前|当前")
"""What every time holds one of: texts without are not looked at further."""
_SCHOOL = "学年"
_SCHOOL_YEAR = ("09-01", "08-31")
_WHOLE_YEAR = ("01-01", "12-31")
_EVENT_SINCE = re.compile("[^，。；：、的\\d]{2,6}以来")
"""2021年运行以来: the time of what began is when it began."""
_SINCE = ("以来", "至今")
_OFFSETS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Period(msgspec.Struct, frozen=True):
    """A time at [start, end) of a text. `first`, `last`, `as_of`: yyyy-mm-dd or empty; `words` as printed.

    A moment up to which something was counted (截至…) has `as_of` alone.
    """

    start: int
    end: int
    words: str
    first: str = ""
    last: str = ""
    as_of: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the words say that the time goes on: 2022年以来."""
        return self.words.endswith(_SINCE)


def periods(text: str, reply_date: str) -> tuple[Period, ...]:
    """Return the times in a text, in order. `reply_date` (yyyy-mm-dd or empty) settles 今年 and 目前."""
    return tuple(found for match in _times(text) if (found := _period(match, reply_date)) is not None)


def due_date(text: str, reply_date: str) -> str:
    """Return until when something is to be done, as precise as printed: 2025, 2025-06, 2025-12-31; or empty.

    The last time of the text that is not a counting date (截至…), goes on (2022年以来) or lies before the reply.
    """
    if not _HINT.search(text):
        return ""
    due = ""
    for match in _times(text):
        if match["asof"] in {"截至", "截止", "截止到"} or match["now"] or match["tail"] in _SINCE:
            continue
        year = _year(match, reply_date)
        printed = _as_printed(match, year)
        if printed and printed >= reply_date[: len(printed)]:
            due = printed
    if not due and reply_date and _THIS_YEAR.search(text):
        due = reply_date[:4]
    return due


def lies_ahead(text: str, reply_date: str) -> bool:
    """Return whether a text names a time after the reply: a later year or month, or the end of the reply's year."""
    due = due_date(text, reply_date)
    if not due or not reply_date:
        return False
    year_end = rf"(?<![去上前半{_COUNTED}])年(?:内|底|末)|{reply_date[:4]}年(?:内|底|末)"
    return due > reply_date[: len(due)] or re.search(year_end, text) is not None


def _times(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_TIME`: `finditer`, but tried only where a time can begin, which `re` cannot tell."""
    begin = _BEGIN.search(text) if _HINT.search(text) else None
    while begin:
        match = _TIME.match(text, begin.start())
        if match:
            yield match
        begin = _BEGIN.search(text, match.end() if match else begin.end())


def _period(match: re.Match[str], reply_date: str) -> Period | None:
    if match["now"]:
        if match["now"] == "今" and not match["asof"]:
            return None
        return Period(start=match.start(), end=match.end(), words=match[0], as_of=reply_date)
    year = _year(match, reply_date)
    if year is None:
        return None
    first, last = _bounds(match, year)
    if match["asof"] in {"截至", "截止", "截止到"}:
        return Period(start=match.start(), end=match.end(), words=match[0], as_of=last)
    end = match.end()
    if match["tail"] in _SINCE:
        last = reply_date
    elif match["tail"] is None and (since := _EVENT_SINCE.match(match.string, end)):
        last, end = reply_date, since.end()
    if last < first[: len(last)]:  # a reply dated before what it speaks of, or 9—3月: the end is not known
        last = ""
    return Period(
        start=match.start(), end=end, words=match.string[match.start() : end], first=first, last=last
    )


def _year(match: re.Match[str], reply_date: str) -> int | None:
    printed = match["year"] or match["year2"]
    if printed:
        return int(printed)
    if not reply_date:
        return None
    relative = match["relative"] or match["relative2"]
    return int(reply_date[:4]) + _OFFSETS.get(relative or "", 0)


def _bounds(match: re.Match[str], year: int) -> tuple[str, str]:
    first_month, last_month = 1, 12
    if match["half"]:
        first_month, last_month = (1, 6) if match["half"] == "上半年" else (7, 12)
    elif match["quarter"]:
        quarter = _QUARTERS[match["quarter"].strip("第季度")]
        first_month, last_month = quarter * 3 - 2, quarter * 3
    elif match["from"]:
        first_month, last_month = int(match["from"]), int(match["to"])
    elif match["month"]:
        first_month = last_month = int(match["month"])
    elif match["until"]:
        first, last = _SCHOOL_YEAR if _SCHOOL in match[0] else _WHOLE_YEAR
        return f"{year:04d}-{first}", f"{match['until']}-{last}"
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return f"{year:04d}-01-01", f"{year:04d}-12-31"
    if match["day"] and 1 <= int(match["day"]) <= monthrange(year, first_month)[1]:
        day = f"{year:04d}-{first_month:02d}-{int(match['day']):02d}"
        return day, day
    return (
        f"{year:04d}-{first_month:02d}-01",
        f"{year:04d}-{last_month:02d}-{monthrange(year, last_month)[1]:02d}",
    )


def _as_printed(match: re.Match[str], year: int | None) -> str:
    if year is None:
        return ""
    if match["until"]:
        return str(match["until"])
    if match["month"] and 1 <= int(match["month"]) <= 12:
        return f"{year:04d}-{int(match['month']):02d}"
    if match["half"] or match["quarter"] or match["from"]:
        return _bounds(match, year)[1][:7]
    return f"{year:04d}"
