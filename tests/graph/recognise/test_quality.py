"""Floors, not results: they keep a change from making things worse unseen.

The shipped weights were trained on dev, tune, annotated and the report paragraphs, so only gold measures them here, and
even that with a grain of salt: some annotated texts were written with its constructions in mind. Cross-validated
numbers come from tests/benchmarks/bench_recognise.py.
"""

from pathlib import Path

import pytest
from recognition_scores import scores

from graph.recognise.annotated import read
from graph.recognise.grammar import Grammar
from graph.recognise.train import train
from graph.records import KINDS

TESTS = Path(__file__).resolve().parents[2]
GOLD_FLOORS = {"all": 0.83, "organisation": 0.83, "fund": 0.65, "platform": 0.76, "policy": 0.82}
"""Two to three points under the lowest of the last retrainings, fund more (15 names, of which
the last retraining finds 9, the one before 10). Without the reader's header the
persons addressed count against organisations here; through the whole flow that number is two points higher."""
OUTSIDE_FLOOR = 0.94
"""Eleven letters that no weights were trained on; rules were mended after their errors (../outside/README.md)."""
HELD_OUT_FLOORS = {"all": 0.78, "organisation": 0.86}


@pytest.fixture(scope="module")
def gold():
    return scores(Grammar(), read(TESTS / "gold"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_stays_above_its_floor_on_gold(gold, kind):
    assert gold.f1(kind) >= GOLD_FLOORS[kind], gold.line("gold")


def test_all_kinds_together_stay_above_the_floor_on_gold(gold):
    print(gold.line("gold"))
    assert gold.f1() >= GOLD_FLOORS["all"], gold.line("gold")


def test_names_of_an_outside_readers_letters_stay_above_the_floor():
    outside = scores(Grammar(), read(TESTS / "outside"))
    print(outside.line("outside"))
    assert outside.f1() >= OUTSIDE_FLOOR, outside.line("outside")


def test_weights_trained_on_other_letters_find_the_names_of_dev():
    held_out = scores(Grammar(weights=train(read(TESTS / "tune"), epochs=4, restarts=1)), read(TESTS / "dev"))
    print(held_out.line("dev, trained on tune only"))
    assert held_out.f1() >= HELD_OUT_FLOORS["all"], held_out.line("dev")
    assert held_out.f1("organisation") >= HELD_OUT_FLOORS["organisation"], held_out.line("dev")
