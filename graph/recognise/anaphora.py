"""我局, 本委: the issuing body, named by its type alone (guideline, rule 6)."""

from __future__ import annotations

import re
from functools import cache

from corpus.records import Span
from ontology import lexicon

from .finding import Finding

_POSSESSIVES = "我本"


@cache
def _pattern() -> re.Pattern[str]:
    types = "|".join(
        sorted(map(re.escape, lexicon.words("anaphor_words.tsv")), key=lambda word: (-len(word), word))
    )
    follow = "|".join(sorted(map(re.escape, lexicon.words("anaphor_traps.tsv"))))
    return re.compile(rf"[{_POSSESSIVES}](?:{types})(?!{follow})")


def anaphora(text: str) -> list[Finding]:
    """Return every 我局, 本委 …; whose it is, is for linking to say (贵局, the reader, is no mention)."""
    return [
        Finding(
            span=Span(start=match.start(), end=match.end()),
            kind="organisation",
            score=0.95,
            reason="anaphor",
            anaphor=True,
        )
        for match in _pattern().finditer(text)
    ]
