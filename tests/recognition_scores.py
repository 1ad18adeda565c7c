"""Strict precision, recall and F1 of a recogniser on annotated texts: same span and same kind, neutral spans aside."""

from collections import Counter
from dataclasses import dataclass, field

from graph.records import KINDS


@dataclass
class Scores:
    """Counts by kind, and every error as (class, document, kind, left context, name, right context)."""

    right: Counter = field(default_factory=Counter)
    extra: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)
    errors: list = field(default_factory=list)

    def f1(self, *kinds):
        """Micro F1 over `kinds` (all four by default); 0.0 where nothing is annotated or found."""
        right, extra, missed = self._counts(kinds or KINDS)
        return 2 * right / max(1, 2 * right + extra + missed)

    def precision(self, *kinds):
        right, extra, _ = self._counts(kinds or KINDS)
        return right / max(1, right + extra)

    def recall(self, *kinds):
        right, _, missed = self._counts(kinds or KINDS)
        return right / max(1, right + missed)

    def line(self, title):
        kinds = "  ".join(
            f"{kind} {self.f1(kind):.3f} ({self.right[kind] + self.missed[kind]})" for kind in KINDS
        )
        return f"{title:28} F1 {self.f1():.3f}  P {self.precision():.3f}  R {self.recall():.3f}  {kinds}"

    def _counts(self, kinds):
        return tuple(sum(counts[kind] for kind in kinds) for counts in (self.right, self.extra, self.missed))

    def add(self, document, mentions):
        """Count the mentions of one annotated document."""
        text = document.text
        found = {mention.span: mention.kind for mention in mentions}
        for span, kind in found.items():
            if document.names.get(span) == kind:
                self.right[kind] += 1
            elif not any(span.start < other.end and other.start < span.end for other in document.neutral):
                self.extra[kind] += 1
                self.errors.append(self._error("extra", document.name, kind, text, span))
        for span, kind in document.names.items():
            if found.get(span) != kind:
                self.missed[kind] += 1
                self.errors.append(self._error("missed", document.name, kind, text, span))

    @staticmethod
    def _error(what, name, kind, text, span):
        left, right = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 6]
        return (what, name, kind, left, text[span.start : span.end], right)


def scores(recogniser, documents):
    """Return the scores of `recogniser` on `documents` (graph.recognise.annotated.Annotated)."""
    total = Scores()
    for document in documents:
        total.add(document, recogniser.recognise(document.letter()).mentions)
    return total
