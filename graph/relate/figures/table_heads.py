"""What the head of a column or of a row says: what is counted, in which unit, of whom, where, when, and if planned."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from corpus.numerals import ONE_TO_TEN
from corpus.records import Sentence, Span
from ontology.quantity_words import Unit, units
from ontology.table_words import table_words

from ..masked_letter import MaskedLetter
from ..masking import LetterNames, Name
from ..nodes import place_id
from ..table_numbers import unit_expression
from ..table_rows import Cell
from .periods import Period, periods

_MOST_OF_IT = 0.6
"""Share of a head that a name must fill for the head to be that name and nothing else."""
_ONLY_UNIT = 12
"""（单位：万元）: a longer line tells more than the unit."""
_BARE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?![\d年])")
_BRACKETS = re.compile(r"[（(][）)]")
_AROUND = "：:、，,；;（）()【】*—-–/ 。"
_NUMBERED = re.compile(rf"^(?:附?表[{ONE_TO_TEN}\d]*|附件[{ONE_TO_TEN}\d]*)[：:、.\-—]*")
_ITEM = re.compile(rf"^(?:[（(]?[{ONE_TO_TEN}\d]+[)）、.．]|其中[：:]?)")
_CLAUSES = re.compile("[，；：。]")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a head says. `words` is what is counted, without unit, time and 计划; `plain` where it names nothing.

    `names` are who it is of, `place` the node of where; `total` where it adds up others.
    """

    words: str = ""
    printed: str = ""
    unit: Unit | None = None
    magnitude: str = ""
    period: Period | None = None
    planned: bool = False
    plain: bool = False
    total: bool = False
    names: tuple[Name, ...] = ()
    place: str = ""


class Title(msgspec.Struct, frozen=True):
    """What the lines above a table say of all of it."""

    words: str = ""
    period: Period | None = None
    printed: str = ""
    unit: Unit | None = None
    magnitude: str = ""


class HeadReader:
    """Reads the heads of one letter's tables."""

    def __init__(self, letter: MaskedLetter) -> None:
        self._letter = letter
        self._text = letter.linked.letter.text
        self._named = LetterNames(letter.linked, ())
        self._date = letter.linked.letter.header.date

    def read(self, cells: Sequence[Cell], sentence_of: Callable[[Cell], Sentence | None]) -> Head:
        """Return what the cells of a head say together: those above each other, or those of one row."""
        parts = [self._of_cell(cell, sentence_of(cell)) for cell in cells if cell.text]
        said = Head()
        for part in parts:
            said = Head(
                words=said.words + part.words,
                printed=part.printed or said.printed,
                unit=part.unit or said.unit,
                magnitude=part.magnitude if part.unit else said.magnitude,
                period=part.period or said.period,
                planned=said.planned or part.planned,
                plain=part.plain and (said.plain or not said.words),
                total=said.total or part.total,
                names=said.names or part.names,
                place=said.place or part.place,
            )
        return said

    def _of_cell(self, cell: Cell, sentence: Sentence | None) -> Head:
        if cell.text in table_words()["total"]:
            return Head(total=True)
        names = self._names(cell.span, sentence)
        filled = sum(name.span.end - name.span.start for name in names)
        if filled >= _MOST_OF_IT * (cell.span.end - cell.span.start):
            return Head(names=names)
        where = self._place(cell.text)
        return Head(place=where) if where else self._of_words(cell.text, names)

    def _names(self, span: Span, sentence: Sentence | None) -> tuple[Name, ...]:
        inside = self._named.of(sentence) if sentence else ()
        return tuple(one for one in inside if span.start <= one.span.start and one.span.end <= span.end)

    def _place(self, words: str) -> str:
        places, home = self._letter.places, self._letter.linked.letter.header.home
        named = places.resolve(words, within=home) if places.may_begin(words) else None
        return place_id(named) if named else ""

    def _of_words(self, words: str, names: tuple[Name, ...]) -> Head:
        unit, words = _without_unit(words)
        period, words = self._without_time(words)
        said = _ITEM.sub("", _BRACKETS.sub("", words).strip(_AROUND)).strip(_AROUND)
        planned, words = _without_plan(said)
        return Head(
            words=words or said,
            printed=unit["magnitude"] + unit["unit"] if unit else "",
            unit=units()[unit["unit"]] if unit else None,
            magnitude=unit["magnitude"] if unit else "",
            period=period,
            planned=planned,
            plain=not words or words in table_words()["plain"],
            names=names,
        )

    def _without_time(self, words: str) -> tuple[Period | None, str]:
        words = _BARE_YEAR.sub(lambda year: f"{year[0]}年", words)
        found = periods(words, self._date)
        if not found:
            return None, words
        last = found[-1]
        return last, words[: last.start] + words[last.end :]

    def title(self, above: Sequence[Sentence]) -> Title:
        """Return what the lines above a table say: the common unit, and what the nearest that is a title tells.

        Running prose above a table tells of something else: only its last clause, and a time alone before it.
        """
        lines = [self._text[each.span.start : each.span.end] for each in above]
        unit = next((unit for line in reversed(lines) if (unit := _common_unit(line))), None)
        named = [line for line in lines if not (_common_unit(line) and len(line) <= _ONLY_UNIT)]
        words = "".join(self._title_of(named[-1]).split()) if named else ""
        found = periods(words, self._date)
        return Title(
            words=_shown(self._without_time(words)[1]),
            period=found[-1] if found else None,
            printed=unit["magnitude"] + unit["unit"] if unit else "",
            unit=units()[unit["unit"]] if unit else None,
            magnitude=unit["magnitude"] if unit else "",
        )

    def _title_of(self, line: str) -> str:
        """Return the part of the line above a table that tells of the table, empty where none does."""
        line = _common_unit_pattern().sub("", line).strip().rstrip("：:。")
        *before, words = _CLAUSES.split(line)
        told = any(word in words for word in table_words()["title"])
        if not (told or words.endswith(table_words()["title_end"])):
            return ""
        return before[-1] + words if before and self._only_says_when(before[-1]) else words

    def _only_says_when(self, clause: str) -> bool:
        found = periods(clause.strip(), self._date)
        return bool(found) and found[-1].end - found[0].start >= len(clause.strip()) - 1


def _without_unit(words: str) -> tuple[dict[str, str] | None, str]:
    """Read 改造户数（户）, 资金（万元）合计, 资金/万元: the unit, and the words without it."""
    named = _unit_pattern().search(words)
    if named is None:
        return None, words
    return _parts(named), words[: named.start()] + words[named.end() :]


def _common_unit(line: str) -> dict[str, str] | None:
    said = _common_unit_pattern().search(line)
    return _parts(said) if said else None


def _parts(named: re.Match[str]) -> dict[str, str]:
    told = named.groupdict()
    found = {name: value for name, value in told.items() if value}
    unit = next(value for name, value in found.items() if name.startswith("unit"))
    return {"unit": unit, "magnitude": next((found[n] for n in found if n.startswith("magnitude")), "")}


def _without_plan(words: str) -> tuple[bool, str]:
    """Return whether words tell of a target, and the words that say of what: 计划新增投资, 投资（计划）."""
    if any(trap in words for trap in table_words()["not_planned"]):
        return False, words
    for word in table_words()["planned"]:
        if words.startswith(word):
            return True, words[len(word) :].strip(_AROUND)
        if words.endswith((word, f"（{word}）", f"({word})")):
            return True, words[: words.rindex(word)].strip(_AROUND)
    return False, words


def _shown(words: str) -> str:
    """Return what a title says is shown, without its number and words for a table (表1　各区资金情况表: 各区资金)."""
    words = _common_unit_pattern().sub("", _NUMBERED.sub("", _ITEM.sub("", words))).strip(_AROUND)
    before = ""
    while words != before:
        before = words
        for lead in table_words()["title_lead"]:
            words = words.removeprefix(lead).strip(_AROUND)
        for end in (*table_words()["title_end"], *table_words()["title"]):
            words = words.removesuffix(end).strip(_AROUND)
    return words


@cache
def _unit_pattern() -> re.Pattern[str]:
    """（万元）in a head, /万元 at its end."""
    bracketed = rf"[（(](?:单位[：:])?{unit_expression('1')}[）)]"
    return re.compile(rf"{bracketed}|[/／,，:：]{unit_expression('2')}$")


@cache
def _common_unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"[（(]?单位[：:]\s*{unit_expression()}(?![\u4e00-\u9fff])[）)]?")
