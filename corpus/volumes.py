"""Where in a file each of its letters begins: volumes, letters that were copied together."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from .genre import ANSWERS_BELOW, RECEIVED
from .metadata import PAIR, label_kind
from .shapes import is_date_line, is_salutation, is_title
from .signature import organ_line

LONGEST_LETTERHEAD = 40
_LETTERHEAD = re.compile(r"[〔【\[［（(]?20\d\d[〕】\]］）)]?.{0,4}号$|类别|^[（(]?[A-D]\d?类?[)）]?$")


def split_letters(folded: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of paragraphs that are one letter each.

    A letter begins at its title, at the lines of letterhead above it, or, without a title, at its salutation. A
    salutation below a title and the proposal itself (提案内容 … 答复内容 …) begins no second letter.
    """
    starts = _starts(folded)
    if len(starts) < 2:
        return ((0, len(folded)),)
    labels = _labels_above(folded, starts)
    floors = [0, *(start + 1 for start in starts)]
    begun = [_with_letterhead(folded, at, floor, labels) for at, floor in zip(starts, floors, strict=False)]
    begun[0] = 0
    return tuple(zip(begun, [*begun[1:], len(folded)], strict=True))


def _starts(folded: Sequence[str]) -> list[int]:
    """Return the titles, or salutations, at which letters begin."""
    starts: list[int] = []
    body_since = True
    titled = False
    for at, line in enumerate(folded):
        title, salutation = is_title(line), is_salutation(line)
        if title and body_since and _is_followed(folded, at):
            starts.append(at)
            body_since, titled = False, True
        elif (
            salutation and body_since and not titled and _opens(folded, at) and _is_whole(folded, starts, at)
        ):
            starts.append(at)
            body_since = False
        elif salutation:
            body_since, titled = False, False
        elif "。" in line or (is_date_line(line) and not titled):
            # a day right below a title dates the letter
            body_since, titled = True, False
    return starts


def _is_whole(folded: Sequence[str], starts: Sequence[int], at: int) -> bool:
    """Return whether what stands between the last start and `at` is a letter: it greets, opens or is signed."""
    return not starts or any(
        is_salutation(line) or ANSWERS_BELOW.search(line) or RECEIVED.search(line) or is_date_line(line)
        for line in folded[starts[-1] : at]
    )


def _is_followed(folded: Sequence[str], at: int) -> bool:
    """Return whether a title has a letter below it: a salutation or an opening, not just further titles (links)."""
    below = folded[at + 1 : at + 8]
    return any(is_salutation(line) or ANSWERS_BELOW.search(line) or RECEIVED.search(line) for line in below)


def _opens(folded: Sequence[str], at: int) -> bool:
    """Return whether a salutation has an opening below it, as one in the middle of a letter has not."""
    return any(ANSWERS_BELOW.search(line) or RECEIVED.search(line) for line in folded[at + 1 : at + 4])


def _with_letterhead(folded: Sequence[str], at: int, floor: int, labels: Set[str]) -> int:
    """Return where the letter that begins at `at` has its first line of letterhead: short lines without a stop.

    `labels` are those of rows (办理结果：A) that stand above the letters of this file.
    """
    begin = at
    if begin > floor and _heads_next(folded, begin - 1, floor):
        begin -= 1
    while (
        begin > floor
        and len(folded[begin - 1]) < LONGEST_LETTERHEAD
        and (_LETTERHEAD.search(folded[begin - 1]) or _label(folded[begin - 1]) in labels)
    ):
        begin -= 1
    return begin


def _labels_above(folded: Sequence[str], starts: Sequence[int]) -> frozenset[str]:
    """Return the labels of the rows that this file prints above its letters, not below them.

    Above the first letter only what is its own can stand. A class stands above (in the corner of the first page) but
    where the last letter has it at its end.
    """
    signed = max(
        (at for at in range(starts[-1], len(folded)) if is_date_line(folded[at])), default=len(folded)
    )
    below = {_label(line) for line in folded[signed:]}
    above = {_label(line) for line in folded[: starts[0]]}
    classes = {label for line in folded if label_kind(label := _label(line)) == "class_label"}
    return frozenset((above | (classes - below)) - {""})


def _label(line: str) -> str:
    """Return the label of a row (办理结果：A → 办理结果), empty for other lines."""
    pair = PAIR.match(line) if len(line) < LONGEST_LETTERHEAD else None
    return pair["label"] if pair else ""


def _heads_next(folded: Sequence[str], at: int, floor: int) -> bool:
    """Return whether an organ's line between two letters is letterhead: the letter above is signed, or not by it."""
    organ = organ_line(folded[at])
    if organ is None or organ["date"]:
        return False
    above = folded[floor:at]
    signed = len(above) > 1 and is_date_line(above[-1]) and organ_line(above[-2]) is not None
    return signed or (folded[at] not in above and folded[at] in folded[at + 1 :])
