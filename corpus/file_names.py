"""Names of files as they are shown: without telephone numbers, mail addresses and the persons beside them.

A name is shown in every table and message, so what must not leave a letter must not stand in it, either.
"""

from __future__ import annotations

import re

from .contacts.numbers import TOP_LEVEL
from .contacts.people import LAST_PERSON, LONG_NAME, NAMED_NUMBER, TITLE, is_address
from .contacts.shapes import NUMBER, holds_call, may_hold_number
from .contacts.view import contact_view
from .cues import either
from .late_pattern import late_pattern
from .shapes import fold

HIDDEN = "×"
"""What stands in a name for what is not shown."""
LONGEST_SUFFIX = 5
_GAPS = str.maketrans("_+", "  ")
_DATED = re.compile(r"[0-9]{3,4}[-_. ]?(?:19|20)[0-9]{6}(?![0-9])")
"""023-20240912 is a proposal and a day, though it has the shape of a call."""
_LABEL = either("contact_person", "contact_label", "byline_label", "person_cell")
_LABELLED = late_pattern(
    rf"(?:(?!{either('file_word')}\s+[^\s：】］]){_LABEL}\s*[：】］]?"
    rf"\s*(?P<who>(?!.{{1,2}}{either('person_role')}){LAST_PERSON})(?:\s*{TITLE})?(?![\u4e00-\u9fff])"
    rf"|（\s*(?P<alone>{LONG_NAME})\s*）"
    rf"|(?<![A-Za-z])(?i:{either('contact_latin')})[.： ]?(?P<call>[0-9][0-9 -]{{5,}}[0-9])(?![0-9]))"
)
"""A person or number behind a label, or a name alone in brackets; 李明委员 is one who proposed.

答复 金华: what a file is labels nobody without a colon; who printed it may be named behind 打印.
"""
_MAY_BE_LABELLED = re.compile(rf"（|{_LABEL}|(?i:{either('contact_latin')})")
"""What such a name always holds; few names of files do."""


def shown_name(name: str) -> str:
    """Return the name of a file, of a member of an archive or of a URI as it is shown."""
    parted = contact_view(name.translate(_GAPS))
    labelled = _MAY_BE_LABELLED.search(parted) and _LABELLED.search(parted)
    if not (labelled or may_hold_number(fold(parted)) or any(map(is_address, _stems(parted)))):
        return name
    return "/".join(map(_shown_part, name.split("/")))


def _stems(name: str) -> list[str]:
    return [part.partition(".")[0] for part in name.split("/")]


def _shown_part(part: str) -> str:
    """Return a part of a path as it is shown; the end that tells the kind of a file stays."""
    stem, dot, suffix = part.rpartition(".")
    if not stem or len(suffix) > LONGEST_SUFFIX or suffix.lower() in TOP_LEVEL:
        stem, dot, suffix = part, "", ""
    kept = list(stem)
    parted = contact_view(stem.translate(_GAPS))
    if is_address(parted):
        return HIDDEN + dot + suffix
    for match in _LABELLED.finditer(parted) if _MAY_BE_LABELLED.search(parted) else ():
        start, end = match.span(match.lastgroup or 0)
        kept[start:end] = HIDDEN * (end - start)
    beside_names = [(NAMED_NUMBER, parted)] if holds_call(parted) else []
    for pattern, text in ((NUMBER, contact_view(stem)), (NUMBER, parted), *beside_names):
        for match in pattern.finditer(text):
            if _DATED.search(stem, *match.span()) is None:
                kept[match.start() : match.end()] = HIDDEN * (match.end() - match.start())
    return re.sub(f"{HIDDEN}+", HIDDEN, "".join(kept)) + dot + suffix
