"""Typed relations of a sentence, for tests: its names are marked as in sentences.py."""

from __future__ import annotations

from collections import defaultdict

from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places

PLACE = "place/深圳市福田区"
WROTE = defaultdict(dict, issuer={"issuer": "issuer"})
"""Options by who is told to act: a letter that a body signed, else one of the place."""


def read(marked, **options):
    """Yield the typed relations of a marked text; the names of each stand inside its quote."""
    for claim in typed_relations(masked_letter(linked(marked, **options), places.load())):
        for span in (claim.source_span, claim.target_span):
            assert span is None or claim.quote.start <= span.start < span.end <= claim.quote.end
        yield claim


def told(marked, **options):
    """Return who does what with what, as a marked text tells."""
    return {(each.source, each.relation, each.target) for each in read(marked, **options)}
