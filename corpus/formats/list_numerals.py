"""The numbers of items in lists that a program counts: 一, 甲, ①, iv."""

from __future__ import annotations

from ..numerals import CIRCLED, ONE_TO_TEN, in_words

_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_DIGIT_BY_DIGIT = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"})
_IN_ORDER = {
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "chineseLegalSimplified": "壹贰叁肆伍陆柒捌玖拾",
}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(count: int, form: str) -> str:
    """Return a number from 0 on in numerals of a form of 17.18.59 (ST_NumberFormat), else in digits."""
    if form in _CHINESE and 0 < count < 100:
        return in_words(count)
    if form in _DIGIT_BY_DIGIT:
        return "".join(f"〇{ONE_TO_TEN}"[int(digit)] for digit in str(count))
    if form in _IN_ORDER and 0 < count <= len(_IN_ORDER[form]):
        return _IN_ORDER[form][count - 1]
    if form in ("lowerRoman", "upperRoman") and 0 < count < 40:
        roman = _roman(count)
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, mark in _ROMAN:
        while count >= value:
            text, count = text + mark, count - value
    return text
