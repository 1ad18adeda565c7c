"""How sure a score is: the percentile bootstrap over letters (Efron and Tibshirani 1993, chapter 13)."""

from __future__ import annotations

import random
from collections.abc import Sequence

from .records import Score

SAMPLES = 2000
SEED = 20231101
SHARE = 0.95


def interval(scores: Sequence[Score]) -> tuple[float, float] | None:
    """Return the interval that holds `SHARE` of the F1 of resampled letters; None for fewer than two letters.

    The same letters always give the same interval: the generator has a fixed seed, and its `random()` is the same on
    every platform and version of Python.
    """
    if len(scores) < 2:
        return None
    generator = random.Random(SEED)  # noqa: S311 - statistics, no secret depends on it
    drawn = []
    for _ in range(SAMPLES):
        sample = (scores[int(generator.random() * len(scores))] for _ in scores)
        drawn.append(sum(sample, start=Score()).f1 or 0.0)
    drawn.sort()
    tail = (1 - SHARE) / 2
    return drawn[int(tail * SAMPLES)], drawn[min(SAMPLES - 1, int((1 - tail) * SAMPLES))]
