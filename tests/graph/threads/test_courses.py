"""Courses by the times that letters tell: what came late, what is not there when it is due, what is overdue."""

from __future__ import annotations

import pytest

from graph.threads.courses import course_of, due_of, overdue_as_of
from graph.threads.steps import Step


def step(date, status, **said):
    return Step(
        order=date,
        letter_id=f"l{date}",
        start=1,
        claim_id=f"c{date}",
        date=date,
        status=status,
        sentence_id=f"s{date}",
        **said,
    )


@pytest.mark.parametrize(
    ("due", "when", "course"),
    [
        ("2024-06", "2024-07-01", "late"),
        ("2024-06", "2024-05-01", "kept"),
        ("2024-06", "2024-01-01", "kept"),
        ("2024", "2024-12-01", "kept"),
        ("2023", "2024-02-01", "late"),
        ("2024-06", "", "kept"),
        ("", "2024-07-01", "kept"),
    ],
)
def test_what_came_about_at_a_time_after_that_promised_is_late(due, when, course):
    steps = [step("2023-05-12", "planned", due=due), step("2024-09-10", "done", when=when, promised=False)]
    assert course_of(steps) == course


@pytest.mark.parametrize(
    ("due", "date", "new_due", "course"),
    [
        ("2024-06", "2024-09-18", "", "missed"),
        ("2025-06", "2025-06-20", "2025-12", "missed"),
        ("2025-06", "2024-09-18", "", "open"),
        ("2025-06", "2024-09-18", "2025-06", "open"),
        ("", "2024-09-18", "2025-06", "open"),
    ],
)
def test_what_is_not_there_yet_is_missed_where_it_was_due_or_is_put_off(due, date, new_due, course):
    steps = [
        step("2023-06-01", "planned", due=due),
        step(date, "planned", undone=True, promised=False),
        *([step(date, "planned", due=new_due)] if new_due else []),
    ]
    assert course_of(steps) == course


def test_what_was_not_there_when_it_was_due_and_is_there_now_is_late():
    steps = [
        step("2023-06-01", "planned", due="2024-06"),
        step("2024-09-18", "planned", undone=True, promised=False),
        step("2025-09-18", "done", promised=False),
    ]
    assert course_of(steps) == "late"


def test_a_promise_is_overdue_by_the_latest_letter_and_only_while_it_is_open():
    assert (
        due_of([step("2023-06-01", "planned", due="2024"), step("2024-06-01", "planned", due="2025")])
        == "2024"
    )
    assert overdue_as_of("open", "2024-06", "2024-09-20") == "2024-09"
    assert overdue_as_of("open", "2024", "2024-09-20") == ""
    assert overdue_as_of("kept", "2024-06", "2024-09-20") == ""
    assert overdue_as_of("open", "", "2024-09-20") == ""
