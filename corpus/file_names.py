"""Names of files as they are shown: without telephone numbers, mail addresses and the persons beside them.

A name is shown in every table and message, so what must not leave a letter must not stand in it, either.
"""

from __future__ import annotations

import re

from .contact_numbers import TOP_LEVEL
from .contact_people import NAMED_NUMBER
from .contact_shapes import NUMBER, may_hold_number
from .contact_view import contact_view
from .shapes import fold

HIDDEN = "×"
"""What stands in a name for what is not shown."""
LONGEST_SUFFIX = 5
_GAPS = str.maketrans("_+", "  ")
_DATED = re.compile(r"[0-9]{3,4}[-_. ]?(?:19|20)[0-9]{6}(?![0-9])")
"""023-20240912 is a proposal and a day, though it has the shape of a call."""


def shown_name(name: str) -> str:
    """Return the name of a file, of a member of an archive or of a URI as it is shown."""
    if not may_hold_number(fold(name.translate(_GAPS))):
        return name
    return "/".join(map(_shown_part, name.split("/")))


def _shown_part(part: str) -> str:
    """Return a part of a path as it is shown; the end that tells the kind of a file stays."""
    stem, dot, suffix = part.rpartition(".")
    if not stem or len(suffix) > LONGEST_SUFFIX or suffix.lower() in TOP_LEVEL:
        stem, dot, suffix = part, "", ""
    kept = list(stem)
    parted = contact_view(stem.translate(_GAPS))
    for pattern, text in ((NUMBER, contact_view(stem)), (NUMBER, parted), (NAMED_NUMBER, parted)):
        for match in pattern.finditer(text):
            if _DATED.search(stem, *match.span()) is None:
                kept[match.start() : match.end()] = HIDDEN * (match.end() - match.start())
    return re.sub(f"{HIDDEN}+", HIDDEN, "".join(kept)) + dot + suffix
