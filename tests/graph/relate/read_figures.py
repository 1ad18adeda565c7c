"""Figures and claims of rank of a sentence, for tests: its names are marked as in sentences.py."""

from __future__ import annotations

from sentences import linked

from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places


def read(marked, **options):
    """Return the figures and claims of rank of a marked text; each figure stands inside its quote, as printed."""
    letter = linked(marked, **options)
    found = figures(masked_letter(letter, places.load()))
    for figure in found.figures:
        words = "".join(letter.letter.text[figure.span.start : figure.span.end].split())
        assert figure.type == "ranking" or figure.value in words.replace(",", "") or figure.value == "1"
        assert figure.quote.start <= figure.span.start < figure.span.end <= figure.quote.end
    return found
