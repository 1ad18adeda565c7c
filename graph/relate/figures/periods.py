"""Times that figures and promises speak of: 2022年, 2024年上半年, 截至2024年6月底, 今年1—9月, 到2025年底.

Dates are as precise as the words: a year is yyyy-01-01 to yyyy-12-31. 今年, 去年 are counted from the reply date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category

import msgspec

from corpus.numerals import ONE_TO_TEN, number
from ontology.clause_words import clause_words
from ontology.time_words import TO, TimeRole, time_words
from ontology.tsv import any_word

_OFFSETS = {word: int(each.value) for word, each in time_words("year").items() if each.value}
_MONTHS = {word: int(each.value) for word, each in time_words("month").items() if each.value}
_PARTS = {word: (int(each.value[:2]), int(each.value[3:])) for word, each in time_words("part").items()}
_FEASTS = {**time_words("feast"), **time_words("onset")}
_DONE_BEFORE = "产成工用营运"
"""What ends an act before 后, so that 年 behind it begins another word: 达产后年产值, 建成后年处理能力."""
_NAMED_YEAR = "|".join(
    (rf"(?<![以\d{_DONE_BEFORE}])" if word[0] == "后" else r"(?<![以\d])") + word
    if word[0] in "前后"
    else word
    for word in _OFFSETS
)
_YEAR = rf"(?:(?P<year>(?:19|20)\d{{2}})年|(?P<relative>{_NAMED_YEAR}))"
_TO_YEAR = rf"{TO}(?:19|20)\d{{2}}(?:学?年|(?=连续))"
_BARE_YEAR = rf"(?:(?P<year2>(?:19|20)\d{{2}})(?:年度?|(?={_TO_YEAR}))|(?P<relative2>{_NAMED_YEAR}))"
_SEASON = "|".join(word for word in _PARTS if word.endswith("季"))
_HALF = "|".join(word for word in _PARTS if not word.endswith("季"))
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])(?=月(?:份|[底初末]|[上中下]旬))"
ELAPSED_FROM = r"(?:(?<=[全我本][省市区县州国局])|(?<![^\W年和及与至])(?<![一两半]年))[前头]"
"""Begins 前8个月 where it is a time: behind a year, a place or a mark, not in 提前3个月 or 到期前3个月."""
_PART = (
    rf"(?P<half>{_HALF})|(?P<first>[前头][一二两三1-3]个?季度)|(?P<quarter>第?[一二三四1-4]季度)"
    rf"|(?P<elapsed>{ELAPSED_FROM}(?:\d{{1,2}}|[{ONE_TO_TEN}两]{{1,2}}))个月"
    rf"|(?P<from>\d{{1,2}}){TO}(?P<to>\d{{1,2}})月|(?P<month>\d{{1,2}}|{_HAN_MONTH})月(?:(?P<day>\d{{1,2}})日|份)?"
)
_SEASONAL = (
    rf"(?:(?P<year3>(?:19|20)\d{{2}})年|(?P<relative3>{_NAMED_YEAR}))(?P<season>{_SEASON})(?!学期)"
    r"|(?<!冬)(?P<winter>[今去明])(?P<season2>[春夏秋冬])(?!节|明春)"
)
_TIME = re.compile(
    r"(?P<asof>截至|截止到?|到|至)?"
    rf"(?:(?P<now>目前|当前|今(?![年春夏秋冬]))|(?P<near>{'|'.join(_MONTHS)})|{_YEAR}?(?:{_PART})|{_SEASONAL}"
    rf"|{_BARE_YEAR}(?:{TO}(?P<until>(?:19|20)\d{{2}})(?:学?年度?|(?=连续)))?)"
    r"(?P<tail>年?底前?|年?末|年初|初|以来|起|前|内|至今)?"
)
_COUNTED = rf"{ONE_TO_TEN}两几\d"
_THIS_YEAR = re.compile(rf"(?<![{_COUNTED}])年内|(?<!\d)年底")
"""年内, 年底, but not 三年内, 2005年底."""
_MONTH = len("2024-06")
_BEFORE_MONTH_END = re.compile("月[底末]之?前")
_YEAR_END = re.compile(rf"(?<![去上前半{_COUNTED}])年[内底末]|(?P<year>\d{{4}})年[内底末]")
"""年底 of the reply's year, or of the year that is printed."""
_WORD_BEGINS = "截到至目当第头今本去上前明下后"
_BEGIN = re.compile(
    rf"[{_WORD_BEGINS}{ONE_TO_TEN}\d](?:(?<=[{_WORD_BEGINS}])|(?=[\d一二]{{0,3}}(?:[年月季]|{TO})))"
)
"""The first characters of times; of a number one that what counts years or months, or marks a range, stands behind."""
_HINT = re.compile("年|月|季|今|目前|当前|去春|去夏|去秋|去冬|明春|明夏|明秋|明冬")
"""What every time holds one of: texts without are not looked at further."""
_SCHOOL = "学年"
_SCHOOL_YEAR = ("09-01", "08-31")
_WHOLE_YEAR = ("01-01", "12-31")
_EVENT_SINCE = re.compile("[^，。；：、的\\d]{2,6}以来")
"""2021年运行以来: the time of what began is when it began."""
_SINCE = ("以来", "至今")
_TITLE_YEARS = re.compile(rf"（(?:19|20)\d{{2}}年?{TO}(?:19|20)\d{{2}}年?）")
_MASK = "Co"
"""The category of the characters that stand for names."""
_FROM = "起"
_STARTING = ("自", "从")
"""自2023年起 goes on up to the reply, whatever is told of it."""
_NO_DUE = frozenset({"截至", "截止", "截止到"})
_YEAR_ALONE = 4
"""Characters of a due date that is known to the year."""
_LAST_COLD = 4
"""今冬明春 of a reply of January to April is the winter that is ending."""
_PLAN = re.compile('[“"]?(?P<plan>十[一二三四五六七])五[”"]?(?P<tail>时?期间?末?|规划期末?|以来|末)')
"""“十四五”期间: the years of a five-year plan; “十四五”规划 alone is a paper."""
_BEFORE_PLANS = 1955
"""The fourteenth five-year plan ends fourteen times five years later."""
_RANGE_BY_WORD = frozenset({"至", "到"})


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
    """Return the times in a text, in order. `reply_date` (yyyy-mm-dd or empty) settles 今年 and 目前.

    2024年9月至2025年6月 is one time.
    """
    found: list[Period] = [*_plan_years(text, reply_date)]
    for match, year in _dated(text, reply_date):
        one = _period(match, year, reply_date)
        if one is None:
            continue
        if found and one.first and one.last and found[-1].first and _goes_up_to(text, found[-1].end, match):
            before = found.pop()
            whole = text[before.start : one.end]
            one = Period(start=before.start, end=one.end, words=whole, first=before.first, last=one.last)
        found.append(one)
    return tuple(sorted(found, key=lambda each: each.start))


def _plan_years(text: str, reply_date: str) -> Iterator[Period]:
    """Yield the years of five-year plans that a text names: “十四五”期间 is 2021 to 2025, 到“十四五”末 2025."""
    for match in _PLAN.finditer(text) if "五" in text else ():
        last = last_year_of_plan(match["plan"])
        first = last if match["tail"].endswith("末") else last - 4
        ends = reply_date if match["tail"] in _SINCE else f"{last}-12-31"
        yield Period(match.start(), match.end(), match[0], first=f"{first}-01-01", last=ends)


def last_year_of_plan(number_of_plan: str) -> int:
    """Return the last year of a five-year plan by the numerals of its number: 2025 for 十四."""
    return _BEFORE_PLANS + 5 * (number(number_of_plan) or 0)


def _goes_up_to(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether a time that ends at `end` is the beginning of the one that is matched: 2024年9月至2025年6月."""
    if match["asof"] in _RANGE_BY_WORD:
        return match.start() == end
    return match.start() == end + 1 and re.fullmatch(TO, text[end]) is not None


@lru_cache(maxsize=512)
def due_date(text: str, reply_date: str) -> str:
    """Return until when something is to be done, as precise as printed: 2025, 2025-06, 2025-12-31; or empty.

    The last time of the text that is not a counting date (截至…), goes on (2022年以来) or lies before the reply; else
    the feast that it is to be done before (春节前).
    """
    if not may_hold_time(text):
        return ""
    due = ""
    for match, year in _dated(text, reply_date):
        if match["asof"] in _NO_DUE or match["now"] or match["tail"] in _SINCE:
            continue
        if not reply_date and match["tail"] == _FROM:
            continue  # 自2012年起: whether that lies ahead is not known
        printed = _as_printed(match, year, reply_date)
        if printed and printed >= reply_date[: len(printed)]:
            due = printed
    if not due and reply_date and _THIS_YEAR.search(text):
        due = reply_date[:4]
    feast = _before_feast(text, reply_date)
    return feast if feast and len(due) <= _YEAR_ALONE else due


def may_hold_time(text: str) -> bool:
    """Return whether a text holds what every time has one of: where none does, nothing in it is due or lies ahead."""
    return _HINT.search(text) is not None or _feast_words().search(text) is not None


def _before_feast(text: str, reply_date: str) -> str:
    """The month, or where the feast moves the year, in which a feast of the text is next to come; or empty.

    Of one that comes in the month of the reply nobody knows whether it is over.
    """
    match = _feast_pattern().search(text) if reply_date and _feast_words().search(text) else None
    if match is None:
        return ""
    year, month = int(reply_date[:4]), int(reply_date[5:7] or 0)
    if match["cold"]:
        return f"{year + (month > _LAST_COLD):04d}"
    falls, before = _FEASTS[match["feast"]].value.split("/")
    told = (
        int(match["year"])
        if match["year"]
        else year + _OFFSETS[match["relative"]]
        if match["relative"]
        else 0
    )
    if not told and month == int(falls) and falls != "1":
        return ""
    told = told or year + (month >= int(falls))
    if not before:
        return f"{told:04d}"
    return f"{told - (int(before) > int(falls)):04d}-{before}"


@cache
def _feast_words() -> re.Pattern[str]:
    """What every match of `_feast_pattern` holds one of."""
    roles: tuple[TimeRole, ...] = ("feast", "onset", "cold")
    return re.compile(any_word(word for role in roles for word in time_words(role)))


@cache
def _feast_pattern() -> re.Pattern[str]:
    feasts = any_word(time_words("feast"))
    behind = "(?:期间|(?:节日?)?(?:之前|以前|前夕?|后))"
    year = rf"(?:(?P<year>(?:19|20)\d{{2}})年|(?P<relative>{_NAMED_YEAR}))?"
    onsets = any_word(time_words("onset"))
    return re.compile(
        rf"{year}(?P<feast>(?:{feasts})(?={behind})|{onsets})|(?P<cold>{'|'.join(time_words('cold'))})"
    )


def lies_ahead(text: str, reply_date: str) -> bool:
    """Return whether a text names a time after the reply: a later year or month, or the end of its own year or month.

    Of its month only what is to be done before the end (6月底前): 6月底 may tell what was done.
    """
    due = due_date(text, reply_date)
    if not due or not reply_date:
        return False
    ends = (found["year"] for found in _YEAR_END.finditer(text))
    if due > reply_date[: len(due)] or any(year in {None, reply_date[:4]} for year in ends):
        return True
    return due == reply_date[:_MONTH] and _BEFORE_MONTH_END.search(text) is not None


_LISTED = frozenset("和、及与")
"""Between two times of one year: 分别于2022年9月和12月."""


def _dated(text: str, reply_date: str) -> Iterator[tuple[re.Match[str], int | None]]:
    """Yield the times of a text with their years; in 2024年1月至6月, 2024年1月和6月 the second has that of the first.

    So has 同年11月, whose year is not known where no time stands before it.
    """
    before: re.Match[str] | None = None
    year: int | None = None
    for match in _times(text):
        if _is_of_title(text, match.start()):
            continue
        follows = before is not None and (
            _goes_up_to(text, before.end(), match) or text[before.end() : match.start()] in _LISTED
        )
        same_year = text.endswith(clause_words()["same_year"], 0, match.start())
        if not ((same_year or (follows and year is not None)) and not _printed_year(match)):
            year = _year(match, reply_date)
        before = match
        yield match, year


def _is_of_title(text: str, at: int) -> bool:
    """Whether a time stands in the bracket behind a title, which it belongs to: 《X规划》（2024—2030年）."""
    opened = text.rfind("（", 0, at)
    named = opened > 0 and (text[opened - 1] == "》" or category(text[opened - 1]) == _MASK)
    return named and _TITLE_YEARS.match(text, opened) is not None


def _times(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_TIME`: `finditer`, but tried only where a time can begin, which `re` cannot tell."""
    begin = _BEGIN.search(text) if _HINT.search(text) else None
    while begin:
        match = _TIME.match(text, begin.start())
        if match:
            yield match
        begin = _BEGIN.search(text, match.end() if match else begin.end())


def _period(match: re.Match[str], year: int | None, reply_date: str) -> Period | None:
    if match["now"]:
        if match["now"] == "今" and not match["asof"]:
            return None
        return Period(start=match.start(), end=match.end(), words=match[0], as_of=reply_date)
    if year is None:
        return None
    first, last = _bounds(match, year, reply_date)
    if match["asof"] in _NO_DUE:
        return Period(start=match.start(), end=match.end(), words=match[0], as_of=last)
    end = match.end()
    before = first[:_YEAR_ALONE] < reply_date[:_YEAR_ALONE]
    begun = before and match["tail"] == _FROM and match.string.endswith(_STARTING, 0, match.start())
    if match["tail"] in _SINCE or begun or (match["tail"] == _FROM and match["day"]):
        last = reply_date
    elif match["tail"] is None and (since := _EVENT_SINCE.match(match.string, end)):
        last, end = reply_date, since.end()
    if last < first[: len(last)]:  # a reply dated before what it speaks of, or 9—3月: the end is not known
        last = ""
    return Period(
        start=match.start(), end=end, words=match.string[match.start() : end], first=first, last=last
    )


def _printed_year(match: re.Match[str]) -> str | None:
    return match["year"] or match["year2"] or match["year3"] or _relative(match)


def _relative(match: re.Match[str]) -> str | None:
    return match["relative"] or match["relative2"] or match["relative3"] or match["winter"]


def _year(match: re.Match[str], reply_date: str) -> int | None:
    printed = match["year"] or match["year2"] or match["year3"]
    if printed:
        return int(printed)
    if not reply_date:
        return None
    if match["near"]:
        return int(reply_date[:4]) + (int(reply_date[5:7] or 1) + _MONTHS[match["near"]] - 1) // 12
    relative = _relative(match) or ""
    return int(reply_date[:4]) + _OFFSETS.get(relative, _OFFSETS.get(relative + "年", 0))


def _bounds(match: re.Match[str], year: int, reply_date: str) -> tuple[str, str]:
    if match["until"]:
        first, last = _SCHOOL_YEAR if _SCHOOL in match[0] else _WHOLE_YEAR
        return f"{year:04d}-{first}", f"{match['until']}-{last}"
    first_month, last_month = _months(match, reply_date)
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return f"{year:04d}-01-01", f"{year:04d}-12-31"
    if match["day"] and 1 <= int(match["day"]) <= monthrange(year, first_month)[1]:
        day = f"{year:04d}-{first_month:02d}-{int(match['day']):02d}"
        return day, day
    ends = year + (_season(match) is not None and last_month < first_month)
    return (
        f"{year:04d}-{first_month:02d}-01",
        f"{ends:04d}-{last_month:02d}-{monthrange(ends, last_month)[1]:02d}",
    )


def _months(match: re.Match[str], reply_date: str) -> tuple[int, int]:
    """The first and the last month that a time tells, 1 and 12 where it tells none."""
    if part := match["half"] or _season(match):
        return _PARTS[part]
    if match["first"] or match["elapsed"]:
        return 1, _months_so_far(match)
    if match["quarter"]:
        quarter = number(match["quarter"].strip("第季度")) or 0
        return quarter * 3 - 2, quarter * 3
    if match["from"]:
        return int(match["from"]), int(match["to"])
    if match["near"]:
        month = (int(reply_date[5:7] or 1) + _MONTHS[match["near"]] - 1) % 12 + 1
        return month, month
    told = _month(match)
    return (told, told) if told is not None else (1, 12)


def _months_so_far(match: re.Match[str]) -> int:
    """How many months 前8个月 or 前三季度 has."""
    if match["elapsed"]:
        return number(match["elapsed"][1:]) or 0
    return (number(match["first"][1]) or 0) * 3


def _season(match: re.Match[str]) -> str | None:
    short = match["season2"]
    return match["season"] or (short and f"{short}季")


def _month(match: re.Match[str]) -> int | None:
    return number(match["month"]) if match["month"] else None


def _as_printed(match: re.Match[str], year: int | None, reply_date: str) -> str:
    if year is None:
        return ""
    if match["until"]:
        return str(match["until"])
    month = _month(match)
    if month is not None and 1 <= month <= 12:
        last = _bounds(match, year, reply_date)[1]
        return last if match["day"] else last[:7]
    if any(
        match[told] for told in ("half", "first", "elapsed", "quarter", "from", "near", "season", "season2")
    ):
        return _bounds(match, year, reply_date)[1][:7]
    return f"{year:04d}"
