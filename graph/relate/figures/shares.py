"""Shares and ratios in a masked sentence: 三分之一, 占1/6, 下降一半, 按4∶6分担, 翻了一番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from corpus.numerals import spelled
from ontology.quantity_words import Unit, units

from .quantity import DIGITS, HAN, HAN_DIGITS, Quantity, bound_before, han_number, printed

_SHARE = Unit(unit="", canonical="1", dimension="share", factor="1", words=1, one=True)
_FRACTION = re.compile(rf"(?P<below>{DIGITS}|{HAN}|万)分之(?P<above>{DIGITS}|{HAN})")
_SLASHED = re.compile(r"(?<![\d/.A-Za-z])(?P<above>[1-9])/(?P<below>[2-9]|10)(?![\d/年月日])")
_HALF = re.compile(
    r"一半(?!是)|(?<=减)半(?=[，。；、）征收]|$)|(?<=[过超逾近])半(?=[，。；、）的]|数|以上|$)|(?<!大)半数"
)
_PART = r"(?:[1-9]\d*(?:\.\d+)?|0\.\d+)"
_RATIO = re.compile(
    rf"(?<![\d.∶:：])(?:{_PART}(?:∶{_PART})+|(?<=[比例按为至到由从]){_PART}(?:[:：]{_PART})+"
    rf"|(?<![表图式例件])(?:\d|\d*\.\d+)(?::(?:[1-9]|\d*\.\d+))+)(?![\d.∶:：])"
)
"""4∶6, 按4:6; without such a word before it 1:0.5 as well, but no time of day (8:30)."""
_RATIO_MARK = re.compile(r"[∶:：](?<=\d.)(?=\d)")
_WHOLE = 10
_ANY_COLON = re.compile("[∶:：]")
_DOUBLING = re.compile(rf"翻了?(?:(?P<times>{HAN})番|[番倍](?![新译]))")
_SPLIT = re.compile(
    "(?P<one>[一二三四五六七八九])(?P<two>[一二三四五六七八九])(?=开(?:[，。；、）]|$)|分[成担账摊])"
)


def fractions(text: str) -> Iterator[Quantity]:
    """三分之一 as 1/3, 百分之五 as 5 %."""
    for match in _FRACTION.finditer(text):
        above, below = _number(match["above"]), _number(match["below"])
        if not above or not below:
            continue
        percent = below == 100
        yield Quantity(
            start=match.start(),
            end=match.end(),
            value=printed(above) if percent else f"{printed(above)}/{printed(below)}",
            unit="%" if percent else "",
            amount=above / below,
            unit_of=units()["%"] if percent else _SHARE,
            bound=bound_before(text, match.start()),
        )


def slashed(text: str) -> Iterator[Quantity]:
    """占全市约1/6: a share as printed; dates (1/6日) are none."""
    for match in _SLASHED.finditer(text):
        above, below = int(match["above"]), int(match["below"])
        if above < below:
            yield Quantity(
                start=match.start(),
                end=match.end(),
                value=match[0],
                unit="",
                amount=Fraction(above, below),
                unit_of=_SHARE,
                bound=bound_before(text, match.start()),
            )


def halves(text: str) -> Iterator[Quantity]:
    """下降了一半, 费用减半, 半数以上: 50 %."""
    for match in _HALF.finditer(text):
        yield Quantity(
            start=match.start(),
            end=match.end(),
            value="50",
            unit="%",
            amount=Fraction(1, 2),
            unit_of=units()["%"],
            bound=bound_before(text, match.start()),
        )


def ratios(text: str) -> Iterator[Quantity]:
    """按4∶6分担, 由2.6:1缩小: the ratio as printed."""
    for match in _RATIO.finditer(text) if _RATIO_MARK.search(text) else ():
        one, two = (Fraction(part) for part in _ANY_COLON.split(match[0])[:2])
        if two:
            yield Quantity(
                start=match.start(),
                end=match.end(),
                value=match[0],
                unit="",
                amount=one / two,
                unit_of=_SHARE,
            )


def splits(text: str) -> Iterator[Quantity]:
    """三七开: 3:7."""
    for match in _SPLIT.finditer(text):
        one, two = HAN_DIGITS[match["one"]], HAN_DIGITS[match["two"]]
        if one + two == _WHOLE:
            yield Quantity(
                start=match.start(),
                end=match.end(),
                value=f"{one}:{two}",
                unit="",
                amount=Fraction(one, two),
                unit_of=_SHARE,
            )


def doublings(text: str) -> Iterator[Quantity]:
    """翻了一番, 翻番: 2 倍."""
    for match in _DOUBLING.finditer(text):
        times = han_number(match["times"] or "一")
        if times:
            yield Quantity(
                start=match.start(),
                end=match.end(),
                value=str(2**times),
                unit="倍",
                amount=Fraction(2**times),
                unit_of=units()["倍"],
            )


def _number(word: str) -> Fraction | None:
    if word[0].isdigit():
        return Fraction(word.replace(",", ""))
    return Fraction(10_000) if word == "万" else spelled(word)
