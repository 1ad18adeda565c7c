"""What lies beyond a bound, and further bounds of the same measure: 产值超亿元企业47家、超10亿元企业3家."""

from __future__ import annotations

import re

_BEYOND = re.compile(r"(?:超过?|过|突破|达到?)[\d.百千万亿]+元")
_MEASURED = re.compile(rf"(?P<measure>[^，。；：]{{2,12}}?){_BEYOND.pattern}")
"""产值超亿元企业: what is measured, and beyond which bound those are that are counted."""
_YUAN = "元"


def beyond(said: str, metric: str, unit: str) -> str:
    """Return what a number counts whose words so far are `said`, behind a number of `unit` that counts `metric`.

    A further bound is one of the same measure, and those behind it are counted by that measure as well.
    """
    if said == metric:
        measured = _MEASURED.match(said)
        return measured["measure"] if measured else said
    return metric + said if unit.endswith(_YUAN) and _BEYOND.match(said) else said
