"""Precision, recall and F1 of claims against the annotation: what is matched on what.

Relations: evidence sentence + predicate + both ends, the elided actor of a letter being its place or its issuing
department alike (tests/dev/README.md, judgement calls). Figures: value + unit + sentence, a share in words being the
same however it is written: 四成 is 4 成, 40 % and 4/10 (tests/claimed/README.md). Commitments: sentence + status.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from gold_letters import GoldLetter, gold_letter

from graph.records import Claim
from graph.relate.commitments.extraction import commitments
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import MaskedLetter, masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Hits, false alarms and misses; shares are 0 where nothing is to be found."""

    hits: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.wrong) if self.hits else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (2 * self.hits + self.wrong + self.missed) if self.hits else 0.0

    def __str__(self) -> str:
        shares = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{shares}  ({self.hits} hits, {self.wrong} wrong, {self.missed} missed)"


def total(docs: Iterable[str], counted: Callable[[GoldLetter], tuple[Counter, Counter]]) -> Score:
    """Return the score over letters; `counted` gives the gold keys and the found keys of one."""
    hits = wrong = missed = 0
    for doc in docs:
        gold, found = counted(gold_letter(doc))
        both = sum((gold & found).values())
        hits, wrong, missed = hits + both, wrong + found.total() - both, missed + gold.total() - both
    return Score(hits=hits, wrong=wrong, missed=missed)


def sentence_at(gold: GoldLetter, position: int) -> str:
    sentences = gold.linked.letter.sentences
    return next(each.sentence_id for each in sentences if each.span.start <= position < each.span.end)


def relation_key(gold: GoldLetter, ends: tuple[str, str], relation: str, sentence_id: str) -> tuple[str, ...]:
    actors = {gold.linked.issuer, gold.linked.place}
    one, two = ("ACTOR" if end in actors else end for end in ends)
    first, second = sorted((one, two)) if relation == "cooperates_with" else (one, two)
    return sentence_id, relation, first, second


def masked(gold: GoldLetter) -> MaskedLetter:
    return masked_letter(gold.linked, places.load())


def found_relations(gold: GoldLetter) -> dict[tuple[str, ...], Claim]:
    claims = typed_relations(masked(gold))
    return {
        relation_key(gold, (each.source, each.target), each.relation, each.sentence_id): each
        for each in claims
    }


def gold_relations(gold: GoldLetter) -> dict[tuple[str, ...], dict]:
    return {
        relation_key(
            gold, (row["subject"], row["object"]), row["predicate"], sentence_at(gold, row["start"])
        ): row
        for row in gold.relations
    }


def relation_counts(gold: GoldLetter) -> tuple[Counter, Counter]:
    return Counter(gold_relations(gold).keys()), Counter(found_relations(gold).keys())


_PART = re.compile(r"\d+(?:\.\d+)?|\d+/[1-9]\d*")
_WHOLE = {"%": 100, "成": 10, "": 1}
"""Units of shares: how many of them are the whole. Without a unit only a fraction (1/3) is a share."""


def amount_key(value: str | None, unit: str | None) -> tuple[str, str]:
    """Return value and unit of a figure as they are compared: shares as parts of the whole, whatever their unit."""
    value, unit = value or "", unit or ""
    if unit not in _WHOLE or not _PART.fullmatch(value) or (not unit and "/" not in value):
        return value, unit
    return str(Fraction(value) / _WHOLE[unit]), "share"


def figure_counts(gold: GoldLetter) -> tuple[Counter, Counter]:
    annotated = Counter(
        (sentence_at(gold, row["start"]), *amount_key(row["value"], row["unit"])) for row in gold.figures
    )
    counted = figures(masked(gold)).figures
    return annotated, Counter((each.sentence_id, *amount_key(each.value, each.unit)) for each in counted)


def commitment_counts(gold: GoldLetter) -> tuple[Counter, Counter]:
    annotated = {(sentence_at(gold, row["start"]), row["status"]) for row in gold.commitments}
    found = {(each.sentence_id, each.status) for each in commitments(masked(gold))}
    return Counter(annotated), Counter(found)


def explicit_commitment_counts(gold: GoldLetter) -> tuple[Counter, Counter]:
    """The gold is complete for explicit markers only: softer ones are neither asked for nor held against us."""
    explicit = {
        (sentence_at(gold, row["start"]), row["status"]) for row in gold.commitments if row["explicit_marker"]
    }
    soft = {
        (sentence_at(gold, row["start"]), row["status"])
        for row in gold.commitments
        if not row["explicit_marker"]
    }
    found = {(each.sentence_id, each.status) for each in commitments(masked(gold))}
    return Counter(explicit), Counter(found - (soft - explicit))


def status_accuracy(docs: Iterable[str]) -> float:
    """Return the share of rightly found relations whose status is the annotated one."""
    right = hits = 0
    for doc in docs:
        gold = gold_letter(doc)
        annotated, found = gold_relations(gold), found_relations(gold)
        for key in annotated.keys() & found.keys():
            hits += 1
            right += annotated[key]["status"] == found[key].status
    return right / hits


def actor_accuracy(docs: Iterable[str]) -> float:
    """Return the share of rightly found promises whose actor is an annotated one of their sentence."""
    right = hits = 0
    for doc in docs:
        gold = gold_letter(doc)
        actors: dict[tuple[str, str], set[str]] = {}
        for row in gold.commitments:
            actors.setdefault((sentence_at(gold, row["start"]), row["status"]), set()).add(row["actor"])
        for each in commitments(masked(gold)):
            told = actors.get((each.sentence_id, each.status))
            hits += told is not None
            right += told is not None and each.actor in told
    return right / hits
