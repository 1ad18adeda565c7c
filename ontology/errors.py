"""Errors of the knowledge files.

OntologyError               anything wrong with the knowledge that ships or that a user adds
├── LexiconError            a row of a TSV file cannot be used: file, row, column, value
└── VocabularyError         fuwen.ttl cannot be read, or a term that the code needs is not in it
"""

from __future__ import annotations


class OntologyError(Exception):
    """Root of all errors of this package."""


class LexiconError(OntologyError):
    """A row of a TSV file cannot be used: the message names file, row, column and value."""


class VocabularyError(OntologyError):
    """fuwen.ttl cannot be read, or a term that the code needs is not in it."""
