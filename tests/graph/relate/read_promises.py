"""Promises and reports of a sentence, for tests: its names are marked as in sentences.py."""

from __future__ import annotations

from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def read(marked, **options):
    """Return the promises and reports of a marked text; each stands inside its quote."""
    letter = linked(marked, **options)
    found = commitments(masked_letter(letter, places.load()))
    for each in found:
        assert each.quote.start <= each.span.start < each.span.end <= each.quote.end
    return found
