"""Tables of tasks (任务 | 责任单位 | 完成时限): each row is a promise, with who keeps it and until when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from corpus.numerals import ONE_TO_TEN
from corpus.records import Sentence, Span
from ontology.table_words import TableRole, table_words

from ...records import ClaimStatus, LinkedLetter
from ..figures.periods import due_date, periods
from ..masked_letter import MaskedLetter
from ..masking import LetterNames, Name, unspaced
from ..records import Basis, Commitment
from ..status import firm_statuses
from ..table_rows import Cell, Row, Table, has_columns, tables

_DOTTED = re.compile(r"((?:19|20)\d{2})[.．/／\-—]0?(\d{1,2})(?:[.．/／\-—]0?(\d{1,2}))?(?!\d)")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
_BEARERS = frozenset({"organisation", "place"})
_ROLES: tuple[TableRole, ...] = ("assisting", "remark", "result", "due", "responsible", "task")
_VAGUE: tuple[TableRole, ...] = ("thing", "body")
_NUMBER = re.compile(rf"^(?:[（(]?[{ONE_TO_TEN}\d]+[)）、.．]|[①②③④⑤⑥⑦⑧⑨⑩])")


def task_promises(letter: MaskedLetter) -> dict[str, tuple[Commitment, ...]]:
    """Return the promises of the tables of tasks in a letter, by sentence; rows that promise nothing have none."""
    linked = letter.linked
    if not has_columns(linked.letter.text):
        return {}
    every = {each.whole.sentence.sentence_id: each.whole.sentence for each in letter.sentences}
    sentences = tuple(every.values())
    reader = _Reader(linked, sentences)
    found: dict[str, tuple[Commitment, ...]] = {}
    for table in tables(linked.letter, sentences):
        columns = _columns(table)
        if columns is None:
            continue
        for row in table.rows:
            for sentence in reader.within(row.line):
                found.setdefault(sentence.sentence_id, ())
            for promise in reader.of_row(row, columns):
                found[promise.sentence_id] = (promise,)
    return found


def _columns(table: Table) -> Mapping[TableRole, int] | None:
    """Return which column tells what, None where a table is none of tasks: it must say who or until when.

    What may be a list of things as well (项目, 内容) is one of tasks where both are said, or when each will be ready.
    """
    if len(table.heads) != 1:
        return None
    found: dict[TableRole, int] = {}
    for at, head in enumerate(table.heads[0]):
        role = _role(_BRACKETED.sub("", head.text))
        if role:
            found.setdefault(role, at)
    who, when = "responsible" in found or "body" in found, "due" in found
    ready = when and any(word in table.heads[0][found["due"]].text for word in table_words()["ready"])
    if "task" not in found and "thing" in found and ((who and when) or ready):
        found["task"] = found["thing"]
    if "responsible" not in found and "body" in found:
        found["responsible"] = found["body"]
    return found if "task" in found and (who or when) else None


def _role(head: str) -> TableRole | None:
    """Return what a column is of by the words of its head: as a whole, else by those that it holds, in this order."""
    whole = next((role for role in (*_ROLES, *_VAGUE) if head in table_words()[role]), None)
    return whole or next((role for role in _ROLES if any(word in head for word in table_words()[role])), None)


def _status(result: str) -> ClaimStatus:
    """Return how far a task is by what its row tells of it: planned where it tells nothing."""
    told = {*firm_statuses(result, 0, len(result))}
    if result.startswith(table_words()["done"]) or told == {"done"}:
        return "done"
    return "ongoing" if "ongoing" in told else "planned"


class _Reader:
    """Reads the rows of one letter's tables of tasks."""

    def __init__(self, linked: LinkedLetter, sentences: Sequence[Sentence]) -> None:
        self._linked = linked
        self._text = linked.letter.text
        self._named = LetterNames(linked, ())
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._date = linked.letter.header.date

    def within(self, line: Span) -> Iterator[Sentence]:
        """Yield the sentences of a line."""
        at = max(bisect_right(self._starts, line.start) - 1, 0)
        for sentence in self._sentences[at:]:
            if sentence.span.start >= line.end:
                return
            if sentence.span.end > line.start:
                yield sentence

    def of_row(self, row: Row, columns: Mapping[TableRole, int]) -> Iterator[Commitment]:
        """Yield the promise of a row; none where nothing is to be done, or its time or its result tell that it was."""
        task = row.cells[columns["task"]]
        sentence = next((one for one in self.within(task.span) if task.text), None)
        if sentence is None or task.is_number:
            return
        span = Span(start=task.span.start, end=min(task.span.end, sentence.span.end))
        what = _NUMBER.sub("", unspaced(self._text, span)).rstrip("。；;")
        due, past = self._due(self._words(row, columns, "due"))
        result = self._words(row, columns, "result")
        status = _status(result)
        told = columns["task"] == columns.get("thing") or (result and status == "planned")
        if past or status == "done" or not what or (told and not due):
            return  # a thing without a time ahead is listed, not promised
        bearer, basis = self._bearer(row, columns)
        yield Commitment(
            commitment_id=f"{self._linked.letter.letter_id}.c{span.start:05d}",
            letter_id=self._linked.letter.letter_id,
            actor=bearer,
            responsible=bearer,
            responsible_basis=basis,
            what=what,
            object_ids=tuple(
                dict.fromkeys(
                    node for name in self._names(task) if not name.anaphor for node in name.node_ids
                )
            ),
            status=status,
            cue="",
            due=due,
            date=self._date,
            section_id=sentence.section_id or "",
            sentence_id=sentence.sentence_id,
            span=span,
            quote=sentence.span,
        )

    def _words(self, row: Row, columns: Mapping[TableRole, int], role: TableRole) -> str:
        return row.cells[columns[role]].text if role in columns else ""

    def _due(self, words: str) -> tuple[str, bool]:
        """Return until when, and whether that was before the letter: then it tells when something was done."""
        words = _DOTTED.sub(lambda day: f"{day[1]}年{day[2]}月" + (f"{day[3]}日" if day[3] else ""), words)
        due = due_date(words, self._date)
        told = periods(words, self._date)
        return due, bool(told) and not due and "" < told[-1].last < self._date

    def _bearer(self, row: Row, columns: Mapping[TableRole, int]) -> tuple[str, Basis]:
        """Return the node of the first body that a row makes responsible, empty where it is none that is known."""
        if "responsible" not in columns:
            return self._linked.issuer or "", "implied" if self._linked.issuer else ""
        names = (name for name in self._names(row.cells[columns["responsible"]]) if name.kind in _BEARERS)
        bearer = next((name.node_ids[0] for name in names), "")
        return bearer, "named" if bearer else ""

    def _names(self, cell: Cell) -> list[Name]:
        sentence = next(self.within(cell.span), None) if cell.text else None
        named = self._named.of(sentence) if sentence else ()
        return [
            one
            for one in named
            if one.node_ids and cell.span.start <= one.span.start and one.span.end <= cell.span.end
        ]
