"""Chinese and Arabic numerals and dates as letters print them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

ONE_TO_TEN = "一二三四五六七八九十"
"""The numerals that number sections, items and schools; of two or three of them a larger one is made (二十一)."""
CIRCLED = "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
"""The same up to twenty in circles."""
_DIGITS = {
    **dict(zip("〇零○Ｏ0oO一二三四五六七八九", [0, 0, 0, 0, 0, 0, 0, *range(1, 10)], strict=True)),
    "两": 2,
}
_POWERS = {"千": 1000, "百": 100, "十": 10}
_MYRIADS = (("亿", 100_000_000), ("万", 10_000))
_ZEROS = "零〇"
_BELOW_MYRIAD = re.compile(
    "(?:(?P<千>[一二两三四五六七八九])?千)?(?:[零〇]?(?P<百>[一二两三四五六七八九])?百)?"
    "(?:[零〇]?(?P<十>[一二两三四五六七八九])?十)?(?:(?P<zero>[零〇])?(?P<one>[一二两三四五六七八九]))?"
)


def number(text: str) -> int | None:
    """Return the number that Arabic digits or Chinese numerals stand for, None where they are none: 二〇二三, 一百零五.

    In a row of digits each stands for itself; elsewhere as `spelled`.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if not re.search("[十百千万亿]", text):
        digits = [_DIGITS.get(mark, int(mark) if mark.isdigit() else -1) for mark in text]
        return None if not digits or -1 in digits else int("".join(map(str, digits)))
    value = spelled(text)
    return int(value) if value is not None and value.denominator == 1 else None


def spelled(words: str) -> Fraction | None:
    """Return the number that words say: 一百零五, 三千零五十, 两亿零三百万, 三点五; None where they say none.

    None too for what is about so many (五六百), and where the last place is left out (三百五, 一万二).
    """
    whole, point, decimals = words.partition("点")
    if point:
        base = 0 if whole in _ZEROS else _integer(whole)
        digits = [_DIGITS.get(mark, -1) for mark in decimals]
        if base is None or not whole or not digits or -1 in digits:
            return None
        return base + Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    value = _integer(words)
    return None if value is None else Fraction(value)


def _integer(words: str) -> int | None:
    """The number of numerals up to 亿, None where they are none."""
    total, size_before = 0, 0
    for mark, size in _MYRIADS:
        head, found, rest = words.rpartition(mark)
        if not found:
            continue
        part = _integer(head) if mark == "亿" else _below_myriad(head.lstrip(_ZEROS))
        if part is None:
            return None
        total, words, size_before = total + part * size, rest, size
    if not words:
        return total or None
    if size_before and words[0] not in _ZEROS and not re.search("[十百千]", words):
        return None
    part = _below_myriad(words.lstrip(_ZEROS) if size_before else words)
    return None if part is None else total + part


def _below_myriad(words: str) -> int | None:
    match = _BELOW_MYRIAD.fullmatch(words) if words else None
    if match is None:
        return None
    total = left = 0
    for power, size in _POWERS.items():
        if power in words:
            total, left = total + size * _DIGITS.get(match[power] or "一", 1), size
    if match["one"]:
        if left > _POWERS["十"] and not match["zero"]:
            return None
        total += _DIGITS[match["one"]]
    return total


def in_words(count: int) -> str:
    """Return a number from 0 to 99 in Chinese numerals (12 → 十二), a larger one in digits."""
    if not 0 < count < 100:
        return str(count) if count else _ZEROS[0]
    tens, ones = divmod(count, 10)
    lead = f"{ONE_TO_TEN[tens - 1]}十" if tens > 1 else "十" * tens
    return lead + (ONE_TO_TEN[ones - 1] if ones else "")


def iso_date(match: re.Match[str]) -> str | None:
    """Return yyyy-mm-dd, or yyyy-mm where no day is printed, for a match of `shapes.DATE`.

    None for a day that no calendar has. A damaged date (2017621日, 2019716) is read where only one reading is possible.
    """
    groups = match.groupdict()
    for suffix in ("", "2", "3", "4"):
        if groups.get(f"year{suffix}"):
            return _iso(groups[f"year{suffix}"], groups[f"month{suffix}"], groups[f"day{suffix}"])
    if groups.get("year5"):
        year, month = number(groups["year5"]), number(groups["month5"])
        return f"{year:04d}-{month:02d}" if year and month and 1 <= month <= 12 else None
    damaged = groups.get("damaged") or groups.get("bare")
    return _repaired(damaged) if damaged else None


def _iso(year: str, month: str, day: str) -> str | None:
    values = [number(part) for part in (year, month, day)]
    try:
        return date(*(value or 0 for value in values)).isoformat()
    except ValueError:
        return None


def _repaired(printed: str) -> str | None:
    whole = re.fullmatch(r"(?P<y>[0-9]{4})年?(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日", printed)
    if whole:
        return _iso(whole["y"], whole["m"], whole["d"])
    digits = re.sub("[^0-9]", "", printed)
    year, rest = digits[:4], digits[4:]
    readings = {
        _iso(year, rest[:cut], rest[cut:]) for cut in range(1, len(rest)) if rest[cut] != "0" or len(rest) > 3
    }
    valid = sorted(reading for reading in readings if reading and not rest.startswith("00"))
    return valid[0] if len(valid) == 1 else None
