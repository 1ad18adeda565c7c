"""How a promise went, by what letters say of it in order of date: see `ThreadRow.course`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from .steps import Step

Course = Literal["kept", "late", "missed", "refused", "back", "forward", "open", "done", "unclear"]
"""How a promise went: see `ThreadRow`."""
_REPORTED: tuple[Course, ...] = ("refused", "missed", "late", "kept")
_UNDONE = frozenset({"refused", "missed"})
_ORDER = {"planned": 0, "ongoing": 1, "done": 2}


def course_of(steps: Sequence[Step]) -> Course:
    """How the promise went; what a letter itself reports (late, missed) counts before what the statuses tell."""
    steps = [step for step in steps if step.status]  # of what only mentions it nothing is known
    outcomes = {step.outcome for step in steps}
    for outcome in _REPORTED:
        if outcome not in outcomes:
            continue
        if outcome not in _UNDONE or not _is_done_after(steps, outcome):
            return outcome
        if outcome == "missed":
            return "late"
    told = [step for step in steps if step.outcome != "refused"]
    course = _course_of_statuses([step for step in told if not step.undone])
    if course == "kept" and _is_behind_time(told):
        return "late"
    failed = _first_failed(told)
    if failed is None or course == "unclear":
        return course
    return "late" if _is_done_later(told, failed.date) else "missed"


def _is_behind_time(steps: Sequence[Step]) -> bool:
    """Whether a thing came about at a time after that by which the first letter with one promised it.

    2024 is not after 2024-06: only what the words say counts, never the date of the letter that tells it.
    """
    due, promised = _due([step for step in steps if step.brings])
    if not due:
        return False
    done = [step for step in steps if step.status == "done" and step.brings and step.date > promised]
    times = [step.when[: len(due)] for step in done if step.when]
    return bool(times) and min(times) > due and all(step.date[: len(due)] > due for step in done)


def due_of(steps: Iterable[Step]) -> str:
    """Return until when the first dated letter that says so promises it, or the empty string."""
    return _due(steps)[0]


def overdue_as_of(course: Course, due: str, latest: str) -> str:
    """Return the month of the latest letter where what is due before it is still open, or the empty string."""
    is_open = course in {"open", "forward", "back"}
    return latest[:7] if is_open and due and latest[: len(due)] > due else ""


def _due(steps: Iterable[Step]) -> tuple[str, str]:
    """The last time that the first letter with one names, and the date of that letter; empty where none does."""
    dated = [step for step in steps if step.due and step.date]
    first = min((step.date for step in dated), default="")
    return max((step.due for step in dated if step.date == first), default=""), first


def _first_failed(steps: Sequence[Step]) -> Step | None:
    """The first step that says that a thing is not there though it was due, or that it is due at a later time now."""
    for step in steps:
        if not step.undone:
            continue
        promised = [each for each in steps if each.due and each.date and each.date < step.date]
        if not promised:
            continue
        due = promised[0].due
        moved = any(each.letter_id == step.letter_id and each.due > due for each in steps)
        if step.date[: len(due)] > due or moved:
            return step
    return None


def _is_done_after(steps: Sequence[Step], outcome: Course) -> bool:
    """Whether a later letter tells that what was missed or refused is there after all."""
    last = max(step.date for step in steps if step.outcome == outcome)
    return bool(last) and _is_done_later(steps, last)


def _is_done_later(steps: Iterable[Step], date: str) -> bool:
    return any(
        step.status == "done" and step.outcome not in _UNDONE and step.brings and step.date > date
        for step in steps
    )


def _course_of_statuses(steps: Sequence[Step]) -> Course:
    """How the promise went by the statuses alone: of what lets it come about, where any step speaks of that."""
    steps = [step for step in steps if step.brings] or steps
    statuses = {step.status for step in steps}
    if len(statuses) == 1:  # as in nearly all threads
        return "done" if "done" in statuses else "open"
    if any(not step.date and step.status == "done" for step in steps):
        return "unclear"
    course = _course_of_ranks(_ranks_by_date(steps))
    return "open" if course == "done" and _is_promised_last(steps) else course


def _is_promised_last(steps: Iterable[Step]) -> bool:
    """Whether the last dated letter still promises a thing that it says is there; carrying it out is no promise."""
    dated = [step for step in steps if step.date]
    last = max(step.date for step in dated)
    return any(
        step.promised and step.of_result and step.status != "done" for step in dated if step.date == last
    )


def _ranks_by_date(steps: Iterable[Step]) -> list[int]:
    """The furthest status of each dated letter (planned 0, ongoing 1, done 2), in order of date."""
    by_date: dict[str, int] = {}
    for step in steps:
        if step.date and step.of_result and step.status in _ORDER:
            by_date[step.date] = max(by_date.get(step.date, 0), _ORDER[step.status])
    return [by_date[date] for date in sorted(by_date)]


def _course_of_ranks(ranks: Sequence[int]) -> Course:
    if any(later < earlier for earlier, later in pairwise(ranks)):
        return "back"
    if not ranks or ranks[-1] < _ORDER["done"]:
        return "forward" if ranks and ranks[-1] > ranks[0] else "open"
    return "kept" if ranks[0] < ranks[-1] else "done"
