"""Prints how well claims are found in the annotated letters: `python tests/benchmarks/bench_claims.py`.

Gold mentions stand in for reader, recogniser and linker, so these are upper bounds for the whole flow. Patterns
were tuned on all letters but the unseen ones, which nobody has read who works on the extractors; gold_letters.py says
beside each set since when, and what its last unread numbers were.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "graph" / "relate")]

import gold_letters  # noqa: E402  (the path is set above)
from figure_attributes import attribute_accuracies  # noqa: E402  (the path is set above)
from scoring import (  # noqa: E402  (the path is set above)
    actor_accuracy,
    commitment_counts,
    explicit_commitment_counts,
    figure_counts,
    relation_counts,
    status_accuracy,
    total,
)

MEASURES = {
    "typed relations": relation_counts,
    "figures": figure_counts,
    "commitments": commitment_counts,
    "commitments with explicit markers": explicit_commitment_counts,
}

if __name__ == "__main__":
    parts = (
        ("tuned on", gold_letters.TUNING),
        ("reworded", gold_letters.REWORDED),
        ("ordinary, tuned on", gold_letters.ORDINARY),
        ("two real letters, read since 2026-11-22", gold_letters.REPORTED),
        ("formerly unseen", gold_letters.FORMERLY_UNSEEN),
        ("dense, tuned on", gold_letters.DENSE),
        ("plain, tuned on", gold_letters.PLAIN),
        ("plain and later, tuned on", gold_letters.LATER),
        ("plain and last, tuned on", gold_letters.LAST),
        ("unseen", gold_letters.UNSEEN),
        ("unseen, dense: counties", gold_letters.COUNTIES),
        ("unseen, ordinary wording: offices", gold_letters.OFFICES),
        ("unseen, ordinary wording: mixed", gold_letters.MIXED),
        ("unseen, ordinary wording: districts", gold_letters.DISTRICTS),
        ("unseen, ordinary wording: varied", gold_letters.VARIED),
        ("unseen, dense: outside reader", gold_letters.OUTSIDE),
        ("as real offices write, tuned on", gold_letters.LIFELIKE),
        ("unseen, as real offices write", gold_letters.LIFELIKE_UNREAD),
    )
    for part, docs in ((part, docs) for part, docs in parts if docs):
        print(f"{part}: {', '.join(docs)}")
        for name, counted in MEASURES.items():
            print(f"  {name:<34} {total(docs, counted)}")
        print(f"  {'status accuracy of relations':<34} {status_accuracy(docs):.3f}")
        print(f"  {'actors of promises':<34} {actor_accuracy(docs):.3f}")
        for name, share in attribute_accuracies(docs).items():
            print(f"  {'figures: ' + name:<34} {share:.3f}")
