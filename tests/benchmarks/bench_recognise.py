"""Scores of the recogniser per set, cross-validated by letter, with errors by class; speed.

    python tests/benchmarks/bench_recognise.py [--folds 4] [--independent] [--errors]
                                               [--ablation] [--speed] [--gold]

Cross-validation: letters of dev, tune, annotated, claimed and claimed/ordinary are dealt into folds; each fold is
scored with weights trained on the other folds, on the report paragraphs and on the composed letters. Three sets are
never trained on, and their lines count them once for each fold's weights: gold, claimed_unseen and claimed_new, whose
writers have seen no training letter but dev's. --independent leaves out of training all letters that were written with
gold or dev in mind (composed/, annotated/f* and m*): only then are the lines of gold and dev held-out scores.
"""

import argparse
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from recognition_scores import Scores, scores  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)

from graph.recognise import learn, revisit  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)
from graph.recognise.annotated import read  # noqa: E402  (the script runs from any folder)
from graph.recognise.grammar import Grammar  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)
from graph.recognise.train import train  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)
from graph.recognise.weights import weights_of  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)

LETTERS = ("dev", "tune", "annotated", "claimed", "claimed/ordinary")
UNSEEN = ("claimed_unseen", "claimed_new", "gold")
COMPOSED = "composed"


def cross_validate(folds, independent, restarts, show_errors):
    sets = {
        name: [d for d in read(TESTS / name) if not (independent and mimics(name, d))] for name in LETTERS
    }
    always = read(TESTS / "tune" / "reports" / "paragraphs.jsonl") + (
        [] if independent else read(TESTS / COMPOSED)
    )
    unseen = {name: read(TESTS / name) for name in UNSEEN}
    order = sorted((document.name, name) for name, documents in sets.items() for document in documents)
    fold_of = {key: index % folds for index, key in enumerate(order)}
    totals = {name: Scores() for name in (*LETTERS, "all", *UNSEEN)}
    for fold in range(folds):
        rest = [d for name in LETTERS for d in sets[name] if fold_of[d.name, name] != fold]
        recogniser = Grammar(weights=train(rest + always, restarts=restarts))
        for name in LETTERS:
            for document in (d for d in sets[name] if fold_of[d.name, name] == fold):
                mentions = found(recogniser, document)
                totals[name].add(document, mentions)
                totals["all"].add(document, mentions)
        for name, documents in unseen.items():
            for document in documents:
                totals[name].add(document, found(recogniser, document))
    for name, total in totals.items():
        print(total.line(f"cross-validated {name}"), flush=True)
        if show_errors and name not in ("all", *UNSEEN):
            print_errors(total)


def mimics(name, document):
    """Whether a letter was written with the gold letters in mind (annotated/README.md)."""
    return name == "annotated" and document.name.startswith(("f", "m"))


def found(recogniser, document):
    """The mentions of a letter, with the second pass over this one letter."""
    letter = document.letter()
    first = recogniser.recognise(letter)
    return revisit(letter, first, learn([first])).mentions


def ablation(restarts):
    """What each component is worth on dev: weights trained without dev, then one component switched off."""
    documents = [
        d
        for name in ("tune", "annotated", "claimed", "claimed/ordinary", COMPOSED)
        for d in read(TESTS / name)
    ]
    documents += read(TESTS / "tune" / "reports" / "paragraphs.jsonl")
    weights = train(documents, restarts=restarts)
    dev = read(TESTS / "dev")
    print(scores(Grammar(weights=weights), dev).line("dev, all components"))
    for name, templates in COMPONENTS.items():
        kept = {f: v for f, v in weights.by_feature().items() if f[0] not in templates}
        print(scores(Grammar(weights=weights_of(kept)), dev).line(f"without {name}"), flush=True)


COMPONENTS = {
    "what stands before": (
        "b",
        "bt",
        "bt h",
        "bt ht at",
        "e b",
        "et bt",
        "joint e",
        "joint et",
        "bt made",
        "shape b",
    ),
    "what stands after": ("a", "at", "at lt", "a l", "a1", "at lt tt", "l a", "shape a", "head after"),
    "head words": (
        "head",
        "head1",
        "neck head",
        "neckt head",
        "head made",
        "head1 made",
        "head after",
        "head before",
        "first head",
        "firstt head",
    ),
    "generic or proper": (
        "made shape",
        "bt made",
        "head made",
        "head1 made",
        "extends made",
        "list made",
        "unknown",
    ),
    "words inside": ("in", "mid", "mid around", "mid place", "mid body", "mid head", "mid head kind"),
    "lists": ("list", "list made"),
}


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
    mean = size / len(letters)
    print(
        f"speed: {len(letters) / spent:.0f} letters/s of {mean:.0f} characters, {size / spent:.0f} characters/s"
    )


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--folds", type=int, default=0)
    options.add_argument(
        "--restarts", type=int, default=4, help="training runs to average (shipped weights: 8)"
    )
    options.add_argument("--independent", action="store_true", help="see above")
    options.add_argument("--ablation", action="store_true")
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
        cross_validate(chosen.folds, chosen.independent, chosen.restarts, chosen.errors)
    if chosen.ablation:
        ablation(chosen.restarts)
    if chosen.speed:
        speed()


if __name__ == "__main__":
    main()
