"""A contact person whom the text of the letter names as well: 我局股长王建华与您沟通, below it 联系人：王建华."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..cues import either
from ..late_pattern import late_pattern
from .people import LONG_NAME

_LABEL = re.compile(either("contact_person"))
# 联系人：路长制办公室 names an office, whose first characters have the shape of a name.
_OF_AN_OFFICE = f"(?![\u4e00-\u9fff]{{0,4}}{either('office_end')}(?![\u4e00-\u9fff]))"
_LABELLED = late_pattern(
    rf"{either('contact_person')}\s*(?:姓名)?\s*[：为]?\s*(?P<who>{LONG_NAME}){_OF_AN_OFFICE}"
)
# 联系人：马连庄, 马连庄镇: a name that goes on is one of something else; so is 王建华茶业有限公司.
_GOES_ON = (
    f"(?![{''.join('村镇乡街路巷市县区省州旗组站局厂店园校院桥河湖山庄')}]"
    f"|[\u4e00-\u9fff]{{0,2}}有限公司|{either('named_after')})"
)


def contact_names(views: Iterable[str]) -> frozenset[str]:
    """Return the names of three characters or more that labels of contact persons introduce, in contact views."""
    return frozenset(
        "".join(match["who"].split())
        for view in views
        if _LABEL.search(view)
        for match in _LABELLED.finditer(view)
    )


def said_again(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return the sorted ranges of a text in which one of the names stands."""
    found = (match.span() for name in names for match in re.finditer(re.escape(name) + _GOES_ON, text))
    return sorted(found)
