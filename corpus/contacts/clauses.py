"""How much of a sentence goes with contact data: the clauses that ask to call, and those that name somebody.

What holds for a sentence or a clause is found once and kept: a line of many contacts is not read again for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..cues import either
from ..late_pattern import late_pattern
from ..shapes import LONGEST_SALUTATION, fold, is_salutation
from .numbers import SIGN
from .people import ENDS_IN_NAME, NAMED, PERSON, PROPOSERS_LABEL
from .rows import is_figure, states_figure
from .shapes import LABEL, STRONG

_STOP = re.compile("[。！？；]")
_COMMA = re.compile("，")
_CLAUSE_ENDS = re.compile(r"[，；\t|｜]")
_SIGN_BEFORE = late_pattern(f"{SIGN}$")
LONGEST_SIGN = 6
_BRACKET = re.compile("[（）]")
LONGEST_BRACKET = 200
_COLON_OR_STOP = re.compile("[：。]")
_ASKS = re.compile(either("asks_to_call"))
_SOMEBODY = late_pattern(
    rf"{LABEL}|{STRONG}|{either('contact_person')}|{either('colleague')}|[0-9]{{5}}"
    rf"|(?:^|{either('office_end')}){PERSON}(?:{either('person_title')})?$|^{PERSON}{either('person_title')}"
)
"""What a clause beside a call holds that may name a person, a number or a place to go to."""
SHORTEST_STATEMENT = 6
"""Characters. A shorter clause beside a call to write or ring belongs to it: 如有疑问, 欢迎监督."""
LONGEST_NAMED = 100
"""Characters that `NAMED` reaches over at most, blanks and what must stand behind it included."""


def may_ask(folded: str) -> bool:
    """Return whether anything in a paragraph asks to call or write."""
    return _ASKS.search(folded) is not None


class Clauses:
    """The sentences and clauses of a paragraph. Ranges are asked for from left to right, or it takes longer."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._stops, self._commas, self._marks = (
            [match.end() for match in mark.finditer(folded)] for mark in (_STOP, _COMMA, _COLON_OR_STOP)
        )
        self._length = sum(map(len, folded.split()))
        self._asked: dict[int, tuple[int, int] | None] = {}
        self._begins: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._before: dict[int, tuple[int, re.Match[str] | None]] = {}
        self._behind: dict[int, tuple[int, re.Match[str] | None]] = {}

    def with_request(self, start: int, end: int) -> tuple[int, int]:
        """Return the range to cut: a number alone, or the clauses of its sentence that ask to call or write.

        The clauses before and behind them stay, unless somebody may be named there.
        """
        asked = self._asks(start, end)
        if asked:
            return self.around(min(start, asked[0]), max(end, asked[1]))
        return self.with_person(start, end)

    def with_person(self, start: int, end: int) -> tuple[int, int]:
        """Return the range to cut: contact data alone, or with the clause that names whose they are."""
        first, last = self._sentence(start, end)
        begin = self._clause_before(first, start)
        before = self._clause_before(first, begin - 1) if begin > first else begin
        named = self._named_before(before, start) or self._named_behind(end, self._clause_behind(last, end))
        if named is None or self.of_proposers(start) or self._greets(start, end):
            return _tidily(self.folded, start, end)
        return self.around(min(named.start(), start), max(named.end(), end))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the clauses that hold `start` and `end`, and of those beside them that name somebody."""
        first, last = self._sentence(start, end)
        begin = self._begin(first, self._clause_before(first, start))
        stop = self._end(last, self._clause_behind(last, end))
        if stop < last or begin == first:
            return begin, stop
        # The end of the sentence goes: the comma before it goes, too, and the mark that ends the sentence stays.
        return begin - 1, (last - 1 if self.folded[last - 1] in "。！？；" else last)

    def asks_to_call(self, start: int, end: int) -> bool:
        """Return whether the sentence around a range asks to call or write."""
        return self._asks(start, end) is not None

    def to_statement(self, start: int, end: int) -> tuple[int, int]:
        """Return what of a range from a contact's label on holds contacts: to its bracket's end, or to a statement.

        A statement is a clause or a cell that tells a figure (…，累计服务企业300家); from it on nobody may be named.
        """
        stop = following = _in_bracket(self.folded, start, end)
        for mark in reversed(list(_CLAUSE_ENDS.finditer(self.folded, start, stop))):
            clause, following = self.folded[mark.end() : following], mark.start()
            if mark.group() != "，" and is_figure(clause):
                stop = following
            elif _may_name_somebody(clause) or ENDS_IN_NAME.search(clause):
                break
            elif len(clause) >= SHORTEST_STATEMENT and states_figure(clause):
                stop = following
        return start, stop

    def of_proposers(self, start: int) -> bool:
        """Return whether what stands at `start` is behind the label of one who proposed or supervises."""
        place = bisect_right(self._marks, start) - 1
        if place < 0:
            return False
        end = self._marks[place]
        return PROPOSERS_LABEL.search(self.folded, max(0, end - LONGEST_NAMED), end) is not None

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        first, last = bisect_right(self._stops, start), bisect_right(self._stops, end)
        return (
            self._stops[first - 1] if first else 0,
            self._stops[last] if last < len(self._stops) else len(self.folded),
        )

    def _asks(self, start: int, end: int) -> tuple[int, int] | None:
        """Return from where to where the sentence around a range asks to call, None where it does not."""
        first, last = self._sentence(start, end)
        if bisect_right(self._stops, start) != bisect_right(self._stops, end):
            return self._asks_between(first, last)  # a range over two sentences
        if first not in self._asked:
            self._asked[first] = self._asks_between(first, last)
        return self._asked[first]

    def _asks_between(self, first: int, last: int) -> tuple[int, int] | None:
        found = list(_ASKS.finditer(self.folded, first, last))
        return (found[0].start(), found[-1].end()) if found else None

    def _clause_before(self, first: int, end: int) -> int:
        """Return where the clause begins that holds the character before `end`."""
        place = bisect_right(self._commas, end)
        return max(self._commas[place - 1], first) if place else first

    def _clause_behind(self, last: int, start: int) -> int:
        """Return where the clause ends, its comma included, that holds the character at `start`."""
        place = bisect_right(self._commas, start)
        return min(self._commas[place], last) if place < len(self._commas) else last

    def _begin(self, first: int, begin: int) -> int:
        """Return where the first of the clauses before `begin` begins that name somebody without a gap."""
        passed = []
        while begin > first and begin not in self._begins:
            before = self._clause_before(first, begin - 1)
            if not _may_name_somebody(self.folded[before : begin - 1]):
                break
            passed.append(begin)
            begin = before
        begin = self._begins.get(begin, begin)
        self._begins.update(dict.fromkeys(passed, begin))
        return begin

    def _end(self, last: int, stop: int) -> int:
        """Return where the last of the clauses behind `stop` ends that name somebody without a gap."""
        passed = []
        while stop < last and stop not in self._ends:
            behind = self._clause_behind(last, stop)
            if not _may_name_somebody(self.folded[stop:behind]):
                break
            passed.append(stop)
            stop = behind
        stop = self._ends.get(stop, stop)
        self._ends.update(dict.fromkeys(passed, stop))
        return stop

    def _named_before(self, before: int, start: int) -> re.Match[str] | None:
        """Return the first person named between two places; what was searched before is not searched again."""
        at = before
        searched, found = self._before.get(before, (-1, None))
        if 0 <= searched <= start:
            at = max(before, min(searched - LONGEST_NAMED, found.start() if found else searched))
        match = NAMED.search(self.folded, at, start)
        self._before[before] = start, match
        return match

    def _named_behind(self, end: int, stop: int) -> re.Match[str] | None:
        searched, found = self._behind.get(stop, (-1, None))
        if not 0 <= searched <= end or (found and found.start() < end):
            found = NAMED.search(self.folded, end, stop)
            self._behind[stop] = end, found
        return found

    def _greets(self, start: int, end: int) -> bool:
        if self._length - (end - start) > LONGEST_SALUTATION:
            return False
        return is_salutation(fold(self.folded[:start] + self.folded[end:]))


def _may_name_somebody(clause: str) -> bool:
    clause = clause.strip("，。！？； ")
    if NAMED.search(clause):
        return True
    if len(clause) < SHORTEST_STATEMENT and not any(map(str.isdigit, clause)):
        return True
    return _SOMEBODY.search(clause) is not None


def _in_bracket(folded: str, start: int, end: int) -> int:
    """Return where a range ends that begins in a bracket: before the mark that closes it."""
    head = folded[max(0, start - LONGEST_BRACKET) : start]
    if head.rfind("（") <= head.rfind("）"):
        return end
    depth = 1
    for mark in _BRACKET.finditer(folded, start, min(end, start + LONGEST_BRACKET)):
        depth += 1 if mark.group() == "（" else -1
        if not depth:
            return mark.start()
    return end


def _tidily(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the range with the brackets around it, or the comma before it, that would be left with nothing to hold."""
    sign = _SIGN_BEFORE.search(folded, max(0, start - LONGEST_SIGN), start)
    start = sign.start() if sign else start
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    if before == "（" and behind == "）":
        return start - 1, end + 1
    return (start - 1, end) if before == "，" and (not behind or behind in "。！？；") else (start, end)
