"""How often found figures say rightly what is counted, when, where and how it changed, against the annotation.

A found figure is compared with the annotated one of its sentence, value and unit that stands nearest. The annotation
tells what is counted in free words, so the metric is scored by the character bigrams that both have (Dice), and how
much of it is no part of those words is not told apart from what it lacks. Attributes that a row says nothing of, or in
words that name no dates (一年), do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from gold_letters import GoldLetter, gold_letter
from scoring import masked, sentence_at

from graph.relate.claims import letter_claims
from graph.relate.figures.likeness import bigrams
from graph.relate.figures.periods import periods
from graph.relate.records import Figure

_NOTE = re.compile("[（(].*")
"""今年上半年(2022): the year is the annotator's."""
_SINCE = re.compile("起(?:[（(]|$)")
"""从今年10月起(2023): the words tell no end, so none is right as well."""


def attribute_accuracies(docs: Iterable[str]) -> dict[str, float]:
    """Return the mean score of each attribute over the figures that were found."""
    scores: dict[str, list[float]] = defaultdict(list)
    for doc in docs:
        gold = gold_letter(doc)
        for row, figure in _pairs(gold):
            for name, score in _scores(gold, row, figure):
                scores[name].append(score)
    return {name: sum(found) / len(found) for name, found in scores.items()}


def _pairs(gold: GoldLetter) -> Iterator[tuple[dict[str, Any], Figure]]:
    left = list(letter_claims(masked(gold)).figures)
    for row in gold.figures:
        key = (sentence_at(gold, row["start"]), row["value"] or "", row["unit"] or "")
        same = [each for each in left if (each.sentence_id, each.value, each.unit) == key]
        if same:
            nearest = min(same, key=lambda each: abs(each.span.start - row["start"]))
            left.remove(nearest)
            yield row, nearest


def _scores(gold: GoldLetter, row: dict[str, Any], figure: Figure) -> Iterator[tuple[str, float]]:
    yield "metric (overlap)", overlap(figure.metric, row["what"])
    time = _time(gold, row["period"] or "")
    if time is not None:
        open_end = _SINCE.search(row["period"] or "") and not figure.period_end
        told = (figure.period_start, time[1] if open_end else figure.period_end, figure.as_of)
        yield "time", told == time
    if row["place"]:
        yield "place", any(name.endswith(row["place"]) for name in _place_names(gold, figure.place))
    yield "change (told or not)", bool(figure.change) == bool(row["change"])


def _place_names(gold: GoldLetter, node_id: str) -> set[str]:
    """The place's own name; of a zone, which is an entity, all that the letter calls it."""
    linked = gold.linked
    named = {one.text for one in linked.mentions if node_id in linked.entity_ids.get(one.mention_id, ())}
    return {node_id} if node_id.startswith("place/") else named


def overlap(one: str, two: str) -> float:
    """Return the share of character bigrams that two phrases have in common (Dice)."""
    left, right = bigrams(one), bigrams(two)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _time(gold: GoldLetter, printed: str) -> tuple[str, str, str] | None:
    """The dates that an annotated period says, None where it says none."""
    if not printed:
        return "", "", ""
    date = gold.linked.letter.header.reply_date
    found = periods(_NOTE.sub("", printed), date.value if date else "")
    return (found[0].first, found[0].last, found[0].as_of) if found else None
