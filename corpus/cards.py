"""The card of a page copied as text: 索引号：…　发布日期：…, or each label on a line, its value on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .metadata import FORM_WITHIN, LONGEST_PAGE_LINE, begins_with_label, label_kind, run_together
from .shapes import DATE, fold, is_salutation, is_stopped, is_title, same_width
from .signature import DEPTH, organ_line

FEWEST_LABELS = 3
"""Labels of a card; a line may be such a word by chance."""
LONGEST_LABEL, LONGEST_VALUE, LONGEST_LAST = 14, 80, 8
_DATES = frozenset({"meta_date", "meta_published"})
_OF_SITE = frozenset({"meta_published", "meta_source", "meta_url", "meta_other"})
_LABEL_ENDS = (":", "：", "】", "]")
_WHO = "meta_department"
_SHOWS_CARD = _OF_SITE | {_WHO}
_OF_CARD = _SHOWS_CARD | {"meta_date", "meta_document", "meta_title"}
Pairs = list[tuple[str, str]]


def card_rows(lines: Sequence[str]) -> dict[int, Pairs]:
    """Return, by their places, labels and values of the cards at the top of a text; at that of a value no pairs."""
    begun = [at for at, line in enumerate(lines[:FORM_WITHIN]) if begins_with_label(line)]
    return _stacked(lines, begun) | _lined(lines, begun)


def _lined(lines: Sequence[str], begun: Sequence[int]) -> dict[int, Pairs]:
    """Return the neighbouring lines that are nothing but labels and values of a page.

    A line that names who answers stays where no one signs, to be quoted; so does a title that stands nowhere else.
    """
    rows = {at: told for at in begun if (told := _told(lines[at]))}
    found: dict[int, Pairs] = {at: [] for at in begun if _is_empty(lines[at])}
    for block in _neighbours(sorted(rows), apart=1):
        kinds = [label_kind(label) for at in block for label, _ in rows[at]]
        if len(block) > 1 and len(kinds) >= FEWEST_LABELS and not _SHOWS_CARD.isdisjoint(kinds):
            found |= {at: rows[at] for at in block if not _is_needed(rows[at], lines, at)}
    return found


def _told(line: str) -> Pairs:
    may_be = len(line) <= LONGEST_PAGE_LINE and any(mark in line for mark in _LABEL_ENDS)
    told = run_together(same_width(line)) if may_be else []
    # 索引号：… 分类：: a class that is not given is none of the reply.
    return told if _OF_CARD.issuperset(label_kind(label) for label, value in told if value) else []


def _is_empty(line: str) -> bool:
    """Return whether a row holds nothing but labels of a page, or one of no use: 文号 | 浏览量 |, 点击：."""
    if line.endswith((":", "：")):
        return label_kind(line) == "meta_other"
    words = line.split()
    cells = [cell for cell in line.replace("｜", "|").split("|") if cell.strip()] if "|" in line else words
    return ("|" in line or len(words) > 1) and _OF_CARD.difference({"meta_title"}).issuperset(
        map(label_kind, cells)
    )


def _is_needed(row: Pairs, lines: Sequence[str], at: int) -> bool:
    """Return whether a row names who answers and no one signs so, or has a title that no other line holds."""
    if any(label_kind(label) == _WHO and not _signs(value, lines[at + 1 :]) for label, value in row):
        return True
    titles = [fold(value) for label, value in row if label_kind(label) == "meta_title"]
    others = [fold(line) for place, line in enumerate(lines[:FORM_WITHIN]) if place != at] if titles else []
    return not all(any(title in other for other in others) for title in titles)


def _signs(name: str, below: Sequence[str]) -> bool:
    """Return whether the last of the lines below a card are of an organ with this name."""
    bare = fold(name)
    ends = (fold(line) for line in below[-DEPTH:] if len(line) <= LONGEST_VALUE)
    return bool(bare) and any(bare in line and organ_line(line) for line in ends)


def _stacked(lines: Sequence[str], begun: Sequence[int]) -> dict[int, Pairs]:
    """Return the cards that have each label on a line of its own.

    A label has the line below it for its value unless that is the next label. Behind the last one the letter begins:
    there only what the label asks for is its value. Who answers stays where no one signs, to be quoted.
    """
    found: dict[int, Pairs] = {}
    for run in _neighbours([at for at in begun if _is_label(lines[at])], apart=2):
        if len(run) < FEWEST_LABELS:
            continue
        for label, following in pairwise((*run, len(lines))):
            below = lines[label + 1] if label + 1 < len(lines) else ""
            if label_kind(lines[label]) == _WHO and not _signs(below, lines[label + 2 :]):
                continue
            found[label] = []
            last = label == run[-1]
            if following > label + 1 and (_fits(lines[label], below) if last else _is_value(below)):
                found[label] = [("".join(lines[label].split()), below)]
                found[label + 1] = []
    return found


def _is_label(line: str) -> bool:
    return len(line) <= LONGEST_LABEL and label_kind(line) is not None


def _neighbours(places: Sequence[int], *, apart: int) -> Iterator[list[int]]:
    """Yield the places in groups whose members are at most `apart` from each other."""
    run: list[int] = []
    for at in places:
        if run and at - run[-1] > apart:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _is_value(line: str) -> bool:
    return len(line) <= LONGEST_VALUE and not is_stopped(fold(line))


def _fits(label: str, value: str) -> bool:
    """Return whether the line below the last label is its value: a day, a number, or a word or two."""
    kind, folded = label_kind(label), fold(value)
    if kind in _DATES:
        return DATE.match(folded) is not None
    if kind == "meta_document":
        return folded.endswith("号") and not is_title(folded)
    return kind == "meta_other" and len(folded) <= LONGEST_LAST and not is_salutation(folded)
