"""Floors under what is measured: patterns may get better, never silently worse (`tests/benchmarks/bench_claims.py`).

Gold mentions stand in for reader, recogniser and linker. Only the unseen letters were not tuned on; the two real ones
that used to be reported have been read since 2026-11-22.
"""

from __future__ import annotations

import pytest
from gold_letters import (
    COUNTIES,
    DENSE,
    DISTRICTS,
    FORMERLY_UNSEEN,
    LIFELIKE,
    LIFELIKE_UNREAD,
    MIXED,
    OFFICES,
    ORDINARY,
    PLAIN,
    REPORTED,
    REWORDED,
    TUNING,
    UNSEEN,
    VARIED,
)
from scoring import (
    actor_accuracy,
    commitment_counts,
    explicit_commitment_counts,
    figure_counts,
    relation_counts,
    status_accuracy,
    total,
)

FLOORS = [
    ("tuned", TUNING, relation_counts, 0.91, 0.88),
    ("real", REPORTED, relation_counts, 0.80, 0.60),
    ("tuned", TUNING, figure_counts, 0.97, 0.96),
    ("real", REPORTED, figure_counts, 0.92, 0.87),
    ("tuned", TUNING, commitment_counts, 0.95, 0.93),
    ("real", REPORTED, commitment_counts, 0.95, 0.73),
    ("real", REPORTED, explicit_commitment_counts, 0.95, 0.90),
    ("reworded", REWORDED, relation_counts, 0.94, 0.70),
    ("reworded", REWORDED, figure_counts, 0.91, 0.87),
    ("reworded", REWORDED, commitment_counts, 0.87, 0.87),
    ("ordinary", ORDINARY, relation_counts, 0.96, 0.92),
    ("formerly unseen", FORMERLY_UNSEEN, relation_counts, 0.95, 0.91),
    ("formerly unseen", FORMERLY_UNSEEN, figure_counts, 0.95, 0.93),
    ("formerly unseen", FORMERLY_UNSEEN, commitment_counts, 0.92, 0.91),
    ("dense", DENSE, relation_counts, 0.93, 0.83),
    ("unseen", UNSEEN, relation_counts, 0.90, 0.89),
    ("counties", COUNTIES, relation_counts, 0.83, 0.57),
    ("counties", COUNTIES, commitment_counts, 0.87, 0.79),
    ("offices", OFFICES, relation_counts, 0.92, 0.80),
    ("plain", PLAIN, relation_counts, 0.94, 0.93),
    ("mixed", MIXED, relation_counts, 0.88, 0.84),
    ("districts", DISTRICTS, relation_counts, 0.85, 0.84),
    ("varied", VARIED, relation_counts, 0.93, 0.93),
    ("varied", VARIED, commitment_counts, 0.90, 0.88),
    ("lifelike", LIFELIKE, relation_counts, 0.86, 0.74),
    ("lifelike, unread", LIFELIKE_UNREAD, relation_counts, 0.80, 0.63),
    ("lifelike, unread", LIFELIKE_UNREAD, figure_counts, 0.95, 0.94),
    ("lifelike, unread", LIFELIKE_UNREAD, commitment_counts, 0.90, 0.87),
    ("offices", OFFICES, figure_counts, 0.97, 0.97),
    ("offices", OFFICES, commitment_counts, 0.88, 0.86),
    ("unseen", UNSEEN, figure_counts, 0.95, 0.94),
    ("unseen", UNSEEN, commitment_counts, 0.85, 0.85),
]
STATUS_FLOORS = [
    (DENSE, 0.94),
    (TUNING, 0.95),
    (REWORDED, 0.88),
    (REPORTED, 0.90),
    (FORMERLY_UNSEEN, 0.92),
    (UNSEEN, 0.92),
]


@pytest.mark.parametrize(("part", "docs", "counted", "precision", "f1"), [each for each in FLOORS if each[1]])
def test_claims_are_found_at_least_this_well(part, docs, counted, precision, f1):
    score = total(docs, counted)
    print(f"{part} {counted.__name__}: {score}")
    assert score.precision >= precision, str(score)
    assert score.f1 >= f1, str(score)


@pytest.mark.parametrize(("docs", "floor"), [each for each in STATUS_FLOORS if each[0]])
def test_statuses_of_relations_are_right_at_least_this_often(docs, floor):
    accuracy = status_accuracy(docs)
    print(f"status accuracy {accuracy:.3f}")
    assert accuracy >= floor


@pytest.mark.parametrize(("docs", "floor"), [(TUNING, 0.81), (ORDINARY, 0.85), (DENSE, 0.80), (UNSEEN, 0.86)])
def test_who_promises_is_told_right_at_least_this_often(docs, floor):
    accuracy = actor_accuracy(docs)
    print(f"actor accuracy {accuracy:.3f}")
    assert accuracy >= floor
