"""What the codes and columns of the tables are called, in Chinese and English: `已做 done`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ontology import vocabulary
from ontology.errors import VocabularyError
from ontology.tsv import read_tsv

from ..both_languages import chinese, english
from ..terminal import harmless

REASON = ("理由", "reason")
"""Heads of the two columns of `reason`: one is too wide for both languages."""
_WORDS = Path(__file__).with_name("screen_words.tsv")


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


def word(code: str) -> str:
    """Return a column, or a code that is none of the vocabulary, with its Chinese name; alone where it has none."""
    zh = _words().get(code)
    return f"{zh} {code}" if zh else harmless(code)


def reason(rule: str, said: str) -> tuple[str, str]:
    """Return why something is suggested in Chinese and in English, each behind the name of its rule."""
    return f"{_words().get(rule, harmless(rule))}：{chinese(said)}", f"{harmless(rule)}: {english(said)}"


@cache
def _words() -> Mapping[str, str]:
    return {row.required("word"): row.required("zh") for row in read_tsv(_WORDS, ("word", "zh"))}
