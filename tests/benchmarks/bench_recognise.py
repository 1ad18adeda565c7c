"""Scores of the recogniser per set, cross-validated by letter, with errors by class; speed.

    python tests/benchmarks/bench_recognise.py [--folds 4] [--errors] [--speed] [--gold]

Cross-validation: letters of dev, tune and annotated are dealt into folds; each fold is scored with weights trained
on the other folds and on the report paragraphs. Gold is never trained on.
"""

import argparse
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from graph.recognise.annotated import read  # noqa: E402  (the script runs from any folder)
from graph.recognise.grammar import Grammar  # noqa: E402
from graph.recognise.train import train  # noqa: E402
from recognition_scores import Scores, scores  # noqa: E402

LETTERS = ("dev", "tune", "annotated")


def cross_validate(folds, show_errors):
    sets = {name: read(TESTS / name) for name in LETTERS}
    reports = read(TESTS / "tune" / "reports" / "paragraphs.jsonl")
    order = sorted((document.name, name) for name, documents in sets.items() for document in documents)
    fold_of = {key: index % folds for index, key in enumerate(order)}
    totals = {name: Scores() for name in LETTERS}
    for fold in range(folds):
        rest = [d for name in LETTERS for d in sets[name] if fold_of[d.name, name] != fold]
        recogniser = Grammar(weights=train(rest + reports))
        for name in LETTERS:
            held_out = [d for d in sets[name] if fold_of[d.name, name] == fold]
            for document in held_out:
                totals[name].add(document, recogniser.recognise(document.letter()).mentions)
    for name, total in totals.items():
        print(total.line(f"cross-validated {name}"))
        if show_errors:
            print_errors(total)


def print_errors(total):
    for what, name, kind, left, text, right in total.errors:
        print(f"  {what:6} {name} {kind:12} {left!r} [{text}] {right!r}")


def speed():
    documents = [document for name in (*LETTERS, "gold") for document in read(TESTS / name)]
    letters = [document.letter() for document in documents]
    recogniser = Grammar()
    recogniser.recognise(letters[0])
    start = time.process_time()
    for letter in letters:
        recogniser.recognise(letter)
    spent = time.process_time() - start
    size = sum(len(letter.text) for letter in letters)
    print(
        f"speed: {len(letters) / spent:.0f} letters/s, {size / spent:.0f} characters/s ({size / len(letters):.0f} a letter)"
    )


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--speed", action="store_true")
    options.add_argument("--gold", action="store_true", help="shipped weights on gold")
    chosen = options.parse_args()
    if chosen.gold:
        total = scores(Grammar(), read(TESTS / "gold"))
        print(total.line("gold"))
        if chosen.errors:
            print_errors(total)
    if chosen.folds:
        cross_validate(chosen.folds, chosen.errors)
    if chosen.speed:
        speed()


if __name__ == "__main__":
    main()
