"""What the vocabulary calls the codes of the tables, in Chinese and English: `已做 done`."""

from __future__ import annotations

from ontology import vocabulary
from ontology.errors import VocabularyError

from ..terminal import harmless


def kind(code: str) -> str:
    """Return the label of a kind of node; the code where the vocabulary has no such kind."""
    try:
        term = vocabulary.load().kind(code)
    except VocabularyError:
        return harmless(code)
    return f"{term.label_zh} {term.label_en}"


def relation(code: str) -> str:
    """Return the label of a relation; the code where the vocabulary has no such relation."""
    try:
        term = vocabulary.load().relation(code)
    except VocabularyError:
        return harmless(code)
    return f"{term.label_zh} {term.label_en}"


def concept(scheme: str, code: str) -> str:
    """Return the label of a code of a scheme (status, certainty, course, bound …); the code where it has none."""
    term = vocabulary.load().concepts[scheme].get(code)
    return f"{term.label_zh} {term.label_en}" if term else harmless(code)
