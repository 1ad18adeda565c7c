"""我局, 本委: the issuing body, named by its type alone (guideline, rule 6)."""

from __future__ import annotations

import re
from functools import cache

from corpus.records import Span
from ontology.name_edges import name_edges
from ontology.tsv import any_word, longest_first, read_tsv

from .finding import Finding

_OWN = "本"


@cache
def _pattern() -> re.Pattern[str]:
    rows = read_tsv("anaphor_words.tsv", ("word", "after"))
    by_possessive = {
        possessive: [re.escape(row["word"]) for row in rows if possessive in row["after"]]
        for possessive in sorted({character for row in rows for character in row["after"]})
    }
    traps = "|".join(
        re.escape(row["word"]) + (f"(?!{row['unless']})" if row["unless"] else "")
        for row in read_tsv("anaphor_traps.tsv", ("word", "unless"))
    )
    words, verbs = (any_word(name_edges()[role]) for role in ("before_own", "verb_before_own"))
    torn = f"(?:(?<!{words}{_OWN})|(?<={verbs}{_OWN}))"  # 样|本中心, but 完成|本局任务
    return re.compile(
        "|".join(
            f"{possessive}{torn if possessive == _OWN else ''}(?!{traps})(?:{'|'.join(longest_first(types))})"
            for possessive, types in by_possessive.items()
        )
    )


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
