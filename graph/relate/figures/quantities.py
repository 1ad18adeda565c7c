"""Numbers with units in a masked sentence: 18.87亿元, 超20家, 30-100万元, 四成, 三分之一, 翻了一番.

Numerals as in GB/T 15835; units, their factors and the words around numbers are data (ontology/lexicon/units.tsv,
bounds.tsv). Names are masked, so numbers inside them are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import zip_longest

import msgspec

from corpus.numerals import spelled
from corpus.records import Span
from ontology.clause_words import clause_words
from ontology.metric_edges import metric_edges
from ontology.quantity_words import (
    Unit,
    amount_roles,
    bounds,
    figure_words,
    unit_subjects,
    unit_traps,
    unit_traps_behind,
    units,
)
from ontology.tsv import any_word

from ..clause_roles import any_clause_word
from .periods import ELAPSED_FROM
from .quantity import (
    COUNT,
    DIGITS,
    HAN_DIGITS,
    HAN_MORE,
    HAN_NUMERALS,
    MAGNITUDE,
    MAGNITUDES,
    RANGE,
    Quantity,
    bound_before,
    printed,
    scale,
)
from .shares import doublings, fractions, halves, ratios, slashed, splits
from .word_patterns import any_figure_word

_FIRST_DIGIT = r"\d(?<![\d.A-Za-z〇]\d)"
"""What stands before is asked behind the digit: `re` then tries the pattern at digits alone."""
_MORE_DIGITS = r"(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)"
_LATIN_GOES_ON = r"(?:(?<![A-Za-z])|(?![A-Za-z/／]))"
"""5m/s counts no metres: behind a unit in Latin letters stands neither a letter nor what it is divided by."""
_MANY = r"(?<![以之加线网路身会马早晚])上"
"""上千人: more than one of a magnitude; in 线上 and the like the character belongs to the word before."""
_TOLD_BEFORE = re.compile(rf"[\d零〇{HAN_NUMERALS}][万亿零〇点.]+$")
"""What stands before a part of a longer number in words (三万|五千, 一百零|五): half of it would be another number."""
_TWO_DIGITS = re.compile(r"[一二三四五六七八九][一二三四五六七八九][十百千]")
"""五六百 is about so many, neither of both."""
_NO_NUMBER_BEFORE = re.compile(rf"[十百千万亿](?<![\d{HAN_NUMERALS}万亿].)")
"""A magnitude without a numeral before it: few sentences hold one."""
_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万亿半翻]")
_TITLE = re.compile(r"《[^《》]*》|“关于[^“”]*”|“[^“”，。；：]{1,14}”")
"""Titles, and slogans in quotation marks (“三个一批”): the numbers in them count nothing here."""
_HUNDREDTHS = re.compile("[一二三四五六七八九半](?=[，。；、）的]|以[上下内]|左右|$)")
_LIST_MARKS = frozenset("、和与及")
_CLAUSE_ENDS = frozenset({*"，。；、）", ""})
_BEFORE_YEARS = frozenset("这近去后来前每第")
_ELAPSED = re.compile(ELAPSED_FROM)
_BEHIND_YEARS = frozenset("来前后初末底代")
_PLANS = ("计划", "规划")
"""Behind a number of years, what such a plan is called: 五年计划."""
_ONE_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{2}(?<![第同另这那每任某之有是为了下上再又头首唯选成其占仅只])(?<!其中)$"
)
_MARKED_YEAR = re.compile(r"\d{1,2}\.20\d{2}")
"""1.2016-2019年: the mark of an item before years."""
_HYPHENS = frozenset("-－")
_THOUSAND = 3
"""Digits between the commas of a long number."""
_SUBJECT_REACH = 200
"""Characters before a sentence in which the subject of a unit may be named."""
_MOST = 10**20
"""Longer numbers count nothing: they are accounts or serial numbers."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a masked sentence in text order; ordinals, dates and years are none.

    Their amounts are 10^20 at most.
    """
    if not _NUMERAL.search(text):
        return ()
    kinds = _KINDS if _DIGIT.search(text) else _KINDS_IN_WORDS
    found = [quantity for mark, _, kind in kinds if mark in text for quantity in kind(text)]
    if not found:
        return ()
    addressing = text.removesuffix("：").endswith(clause_words()["addressee"])
    titles = [match.span() for match in _TITLE.finditer(text)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda each: (each.start, -each.end)):
        if quantity.amount > _MOST or (kept and quantity.start < kept[-1].end):
            continue
        if addressing and _addressed().match(text, quantity.end):
            continue
        if any(start < quantity.start < end for start, end in titles):
            continue
        if kept and quantity.edge == "upper" and not kept[-1].edge and quantity.start - kept[-1].end <= 1:
            kept[-1] = msgspec.structs.replace(kept[-1], edge="lower")
        kept.append(quantity)
    return tuple(_in_points(text, kept)) if "个百分点" in text else tuple(kept)


def of_their_subject(counted: Sequence[Quantity], text: str, span: Span) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence without those whose unit is another word where nobody speaks of its subject.

    100P算力 counts computing power, 3P空调 nothing: the sentence at `span` of the letter's `text`, or the end of its
    paragraph before it, must name it.
    """
    subjects = unit_subjects()
    if not any(each.unit_of.unit in subjects for each in counted):
        return tuple(counted)
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _SUBJECT_REACH)
    words = text[start : span.end].lower()
    return tuple(
        each for each in counted if any(word in words for word in subjects.get(each.unit_of.unit, ("",)))
    )


def _in_points(text: str, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, the first of 7.5个、12.1个百分点 in percentage points as well."""
    points = units()["个百分点"]
    for one, two in zip_longest(counted, counted[1:]):
        listed = two is not None and two.unit == points.unit and text[one.end : two.start] in _LIST_MARKS
        if listed and one.unit == "个":
            yield msgspec.structs.replace(one, unit=points.unit, unit_of=points)
        else:
            yield one


def _plain(text: str) -> Iterator[Quantity]:
    for match in _plain_pattern().finditer(text):
        quantity = _quantity(text, match, match["unit"], match["magnitude"] or "")
        if quantity:
            yield quantity


def _is_half(text: str, match: re.Match[str]) -> bool:
    """Whether a number in words is part of a longer one, or about so many: none of these is read."""
    if match["number"][0].isdigit() and match["number"][0].isascii():
        return False
    return bool(_TOLD_BEFORE.search(text, 0, match.start()) or _TWO_DIGITS.search(match["number"]))


def _quantity(text: str, match: re.Match[str], unit: str, magnitude: str) -> Quantity | None:
    """Build the quantity of a number, or None where the number is an ordinal, an article or part of a word."""
    number, known, start = match["number"], units()[unit], match.start()
    ordinal = _is_ordinal(text, start) or (unit == "年" and _is_no_duration(text, match))
    ordinal = ordinal or (unit == "个月" and start > 0 and _ELAPSED.match(text, start - 1) is not None)
    if ordinal or _is_half(text, match):
        return None
    if unit in figure_words("numbered") and _are_names(number):
        return None
    if text.endswith(unit_traps_behind().get(unit, ()), 0, start):
        return None
    if number[0] in f"零{HAN_NUMERALS}":
        one = _is_one_behind_noun(text, match, known) or _is_one_each_time(text, match, known)
        value = Fraction(1) if one else _word_value(number, known, magnitude)
        if value is None or _is_name(text, match, unit) or _is_article(text, match):
            return None
        printed_value, amount = printed(value), value
        if unit == "成":
            return _tenths(text, match, value)
    else:
        printed_value = number.replace(",", "")
        amount = Fraction(int(printed_value) if printed_value.isdigit() else printed_value)
    if magnitude or known.factor != "1":
        amount *= scale(magnitude, known.factor)
    return Quantity(
        start=start,
        end=match.end(),
        value=printed_value,
        unit=magnitude + (known.canonical if known.unit in {"大", "方面", "部门"} else unit),
        amount=amount,
        unit_of=known,
        bound=_bound(text, match),
        edge="upper" if _range_before(text, start) else "",
    )


def _are_names(number: str) -> bool:
    """Whether digits between commas are the names of several lines (101,102,103), not thousands (12,000)."""
    groups = number.split(",")
    return len(groups) > 1 and all(len(each) == _THOUSAND and each[0] != "0" for each in groups)


def _is_name(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether 金融十条 names a paper by how many items it has; 三条建议, 公交线路两条 and 已采纳四条 count."""
    if unit != "条" or match["number"] in {"一", "两"} or text[match.end() : match.end() + 1].isalpha():
        return False
    return not text.endswith(figure_words("having"), 0, match.start())


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Whether 一 only speaks of such a thing: 一座老城…, 没有一支…的队伍, 融入社会的一座桥."""
    return (
        match["number"] == "一"
        and match["unit"] != "成"
        and bool(_no_count_behind().search(text, 0, match.start()))
    )


def _is_one_behind_noun(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether 一 counts behind a noun at the end of a clause (新建公厕一处，): elsewhere 一处 is an article."""
    if match["number"] != "一" or unit.dimension != "count" or unit.words != 1:
        return False
    return (
        bool(_ONE_BEHIND.search(text, 0, match.start()))
        and text[match.end() : match.end() + 1] in _CLAUSE_ENDS
    )


def _is_one_each_time(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether 一 says how often or how many each time: 每年发布一次, 每季度召开一次座谈会."""
    each_time = match["number"] == "一" and unit.words == 1 and unit.dimension in {"count", "event"}
    return each_time and _each_time().search(text, 0, match.start()) is not None


def _tenths(text: str, match: re.Match[str], tenths: Fraction) -> Quantity:
    """近三成, 一成五: a share in words, written in figures as 30 and 15 % (GB/T 15835)."""
    more = _HUNDREDTHS.match(text, match.end())
    percent = 10 * tenths + (HAN_DIGITS.get(more[0], 5) if more else 0)
    return Quantity(
        start=match.start(),
        end=more.end() if more else match.end(),
        value=printed(percent),
        unit="%",
        amount=percent / 100,
        unit_of=units()["%"],
        bound=_bound(text, match),
    )


def _word_value(number: str, unit: Unit, magnitude: str) -> Fraction | None:
    """Return the number that numerals in words say, None where they count nothing: 十四届 is the 14th.

    Where a magnitude stands behind a longer number, that many of it: 两亿零三百万元 are 20300万元.
    """
    if number == "二" or (number == "一" and not unit.one) or not set(number) & {*HAN_DIGITS, "十"}:
        return None
    if not 0 < unit.words <= len(number + magnitude):
        return None
    if not magnitude or not any(mark in number for mark in "万亿"):
        return spelled(number)
    whole = spelled(number + magnitude)
    return None if whole is None else whole / scale(magnitude, "1")


def _unit_behind(text: str) -> Iterator[Quantity]:
    """Numbers whose unit stands behind a later one: 30-100万元, 10、20、30万元."""
    for match in _unit_behind_pattern().finditer(text):
        numbers = list(re.finditer(rf"(?P<number>{DIGITS})", match["list"]))
        in_range = any(mark in RANGE for mark in re.sub(r"[\d.,]", "", match["list"]))
        for number in numbers:
            start = match.start("list") + number.start()
            known = units()[match["unit"]]
            each = scale(match["magnitude"] or "", known.factor)
            value = number["number"].replace(",", "")
            if _is_ordinal(text, start) or _is_year(value) or _MARKED_YEAR.fullmatch(value):
                break
            yield Quantity(
                start=start,
                end=match.start("list") + number.end(),
                value=value,
                unit=(match["magnitude"] or "") + match["unit"],
                amount=Fraction(value) * each,
                unit_of=known,
                bound=bound_before(text, start),
                edge="lower" if in_range else "",
            )


def _unspoken_one(text: str) -> Iterator[Quantity]:
    """超亿元 says more than one 亿元, 不足百人 less than a hundred, 千余名 and 上千名 more than a thousand."""
    for match in _unspoken_one_pattern().finditer(text) if _NO_NUMBER_BEFORE.search(text) else ():
        known = units()[match["unit"]]
        said = "bare" if match["bare"] else "magnitude"
        counted = {"百": "100", "千": "1000"}.get(match[said])
        yield Quantity(
            start=match.start(said),
            end=match.end(),
            value=counted or "1",
            unit=match["unit"] if counted else match[said] + match["unit"],
            amount=Fraction(10) ** MAGNITUDES[match[said]] * Fraction(known.factor),
            unit_of=known,
            bound="over" if match["bare"] or match["many"] else bound_before(text, match.start(said)),
        )


def _without_unit(text: str) -> Iterator[Quantity]:
    """约40万新市民: a number whose unit is left out; in 30万至50万元 it is that of the number behind."""
    for match in _without_unit_pattern().finditer(text) if "万" in text or "亿" in text else ():
        value = match["number"].replace(",", "")
        shared = _shared_unit_pattern().match(text, match.end())
        of_money = not shared and _money_behind(text, match)
        known = units()[shared["unit"]] if shared else units()["元"] if of_money else COUNT
        yield Quantity(
            start=match.start(),
            end=match.end(),
            value=value,
            unit=match["magnitude"] + known.unit,
            amount=Fraction(value) * scale(match["magnitude"], known.factor),
            unit_of=known,
            bound="over" if match["more"] else bound_before(text, match.start()),
            edge="lower" if shared and shared["mark"] in RANGE else "",
        )


def _money_behind(text: str, match: re.Match[str]) -> bool:
    """Whether a number without a unit is an amount of 元: alone behind the name of money (购房补贴40万，)."""
    return text[match.end() : match.end() + 1] in _CLAUSE_ENDS and bool(
        _money_before().search(text, 0, match.start())
    )


_KINDS = (
    ("", False, _plain),
    ("", True, _unit_behind),
    ("", True, _without_unit),
    ("分之", False, fractions),
    ("/", True, slashed),
    ("半", False, halves),
    ("", False, _unspoken_one),
    ("翻", False, doublings),
    ("开", False, splits),
    ("分", False, splits),
    ("", True, ratios),
)
"""What finds quantities of one form, with the mark that such a quantity holds, and whether it is told in digits."""
_KINDS_IN_WORDS = tuple(each for each in _KINDS if not each[1])


def _is_ordinal(text: str, start: int) -> bool:
    if text[start - 1 : start] in _HYPHENS and text[max(0, start - 2) : start - 1].isascii():
        return text[max(0, start - 2) : start - 1].isalpha()  # LJ-25mm is a model
    return (start > 0 and text[start - 1] in "第〔[×·") or text[max(0, start - 2) : start] in {"每一", "任一"}


def _is_no_duration(text: str, match: re.Match[str]) -> bool:
    """2023年 is a date, 这五年 and 近3年 are times, 5年来 and 力争三年内 as well; 三年行动, 用5年 are durations."""
    year = match["number"][0].isdigit() and len(match["number"]) > 2
    behind = text[match.end() : match.end() + 1]
    return (
        year
        or text[match.start() - 1 : match.start()] in _BEFORE_YEARS
        or behind in _BEHIND_YEARS
        or text.startswith(_PLANS, match.end())
        or text.endswith(clause_words()["deadline"], 0, match.start())
    )


def _is_year(value: str) -> bool:
    return len(value) == 4 and value.isdigit() and value[:2] in {"19", "20"}


def _range_before(text: str, start: int) -> bool:
    return (
        start > 1
        and text[start - 1] in RANGE
        and (text[start - 2].isdigit() or text[start - 2] in "元%％万亿")
    )


def _bound(text: str, match: re.Match[str]) -> str:
    after = match["more"] or match["much"] or match["after"]
    return bounds("after")[after].bound if after else bound_before(text, match.start())


@cache
def _unit_words() -> str:
    return any_word(units())


@cache
def _addressed() -> re.Pattern[str]:
    """What stands behind the number of those whom a letter speaks to: 等12名）委员：."""
    return re.compile(rf"）?[^，。；：]{{0,6}}{any_clause_word('addressee')}：?$")


@cache
def _no_count_behind() -> re.Pattern[str]:
    """What an article stands behind: the beginning of a clause, 的, 没有."""
    return re.compile(rf"(?:^|[，。；：]|{any_figure_word('before_article')})$")


@cache
def _each_time() -> re.Pattern[str]:
    """每年, 每季度 and up to six characters: 每季度召开(一次)."""
    return re.compile(rf"{any_figure_word('recurring')}[^，。；：、的]{{0,6}}$")


@cache
def _not_a_unit() -> str:
    """Behind a unit: refuses one that is the beginning of another word (四次会议, 20周年)."""
    traps = unit_traps().items()
    return "".join(f"(?<!{re.escape(unit)}(?={any_word(behind)}))" for unit, behind in traps)


@cache
def _plain_pattern() -> re.Pattern[str]:
    after = any_word(bounds("after"))
    return re.compile(
        rf"(?P<number>[零\d{HAN_NUMERALS}]"
        rf"(?:(?<!零)(?<![\d.A-Za-z〇].)(?:(?<=\d){_MORE_DIGITS}|(?<!\d)(?<![数几].)(?:{HAN_MORE})*)"
        rf"|(?<=零)(?<![零〇\d{HAN_NUMERALS}万亿].)(?=点)(?:{HAN_MORE})*))"
        rf"(?P<more>余|多)?(?P<magnitude>{MAGNITUDE})?(?P<much>余|多)?(?P<unit>{_unit_words()}){_LATIN_GOES_ON}{_not_a_unit()}(?P<after>{after})?"
    )


@cache
def _unspoken_one_pattern() -> re.Pattern[str]:
    bound = "|".join(re.escape(each.word) for each in bounds("before").values() if each.bound != "exact")
    bounded = rf"(?:{bound}|(?P<many>{_MANY}))(?P<magnitude>{MAGNITUDE})"
    bare = rf"(?<!{_NUMERAL.pattern})(?<![数几])(?P<bare>百|千|万)(?:[余多]|(?=(?:{_unit_words()})以上))"
    return re.compile(rf"(?:{bounded}|{bare})(?P<unit>{_unit_words()}){_LATIN_GOES_ON}{_not_a_unit()}")


@cache
def _without_unit_pattern() -> re.Pattern[str]:
    following = rf"{MAGNITUDE}|{_unit_words()}|[余多]"
    return re.compile(
        rf"(?P<number>{_FIRST_DIGIT}{_MORE_DIGITS})(?P<more>[余多])?(?P<magnitude>万亿|万|亿)(?!{following})"
    )


@cache
def _money_before() -> re.Pattern[str]:
    """贴息贷款（, 投资共计: what stands before an amount whose unit is left out."""
    bound = any_word(bounds("before"))
    valued = (each.word for each in amount_roles() if (each.role, each.dimension) == ("valuation", "money"))
    named = any_word((*metric_edges()["money"], *valued))
    return re.compile(rf"{named}(?:[（总共合计达为]|[总金]额|{bound})*$")


@cache
def _shared_unit_pattern() -> re.Pattern[str]:
    """Behind a number without a unit: further ones, the last with the unit of all (30万至50万元, 3万、5万、8万元)."""
    one = rf"(?:{DIGITS})(?:{MAGNITUDE})"
    return re.compile(
        rf"(?P<mark>[、{RANGE}或])(?:{one}[、{RANGE}或])*{one}(?P<unit>{_unit_words()}){_LATIN_GOES_ON}"
    )


@cache
def _unit_behind_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<list>\d(?<![\d.A-Za-z第年月日〔\[]\d){_MORE_DIGITS}[、{RANGE}](?:(?:{DIGITS})[、{RANGE}])*)"
        rf"(?=(?:{DIGITS})(?P<magnitude>{MAGNITUDE})?(?P<unit>{_unit_words()}){_LATIN_GOES_ON})"
    )
