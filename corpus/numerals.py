"""Chinese and Arabic numerals and dates as letters print them."""

from __future__ import annotations

import re
from datetime import date

ONE_TO_TEN = "一二三四五六七八九十"
"""The numerals that number sections, items and schools; of two or three of them a larger one is made (二十一)."""
_DIGITS = {
    **dict(zip("〇零○Ｏ0oO一二三四五六七八九", [0, 0, 0, 0, 0, 0, 0, *range(1, 10)], strict=True)),
    "两": 2,
}


def number(text: str) -> int | None:
    """Return the number that Arabic digits or Chinese numerals up to 999 stand for, None where they are none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not re.search("[十百]", text):
        digits = [_DIGITS.get(mark, int(mark) if mark.isdigit() else -1) for mark in text]
        return None if not digits or -1 in digits else int("".join(map(str, digits)))
    total = 0
    for unit, size in (("百", 100), ("十", 10)):
        head, mark, rest = text.partition(unit)
        if mark:
            total += size * (_DIGITS.get(head.strip("零〇"), 1) if head.strip("零〇") else 1)
            text = rest.strip("零〇")
    return total + (number(text) or 0) if text else total


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
