"""What may be wrong with a query that was answered: a term that is none of ours, a default that fits no letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ontology import vocabulary
from ontology.topics import topics
from ontology.vocabulary import NAMESPACE

from .parameters import names
from .tokens import declared, named_terms

_OURS = "fuwen"
_TOPIC = "topic"
"""The parameter whose values are topics."""


def unknown_terms(query: str) -> Iterator[str]:
    """Yield a line for every term of our namespace in a query that the vocabulary has not."""
    known = vocabulary.load().terms
    own = _OURS not in declared(query) or f"<{NAMESPACE}>" in query
    terms = (_local(prefix, name, own=own) for prefix, name in named_terms(query))
    for name in dict.fromkeys(term for term in terms if term and term not in known):
        close = get_close_matches(name, known, n=1)
        hint = f" · 是否指 did you mean {_OURS}:{close[0]}?" if close else ""
        yield f"{_OURS}:{name}: 没有这个词，见 ontology.html · no such term, ontology.html lists all{hint}"


def unfitting_defaults(query: str, given: Mapping[str, str]) -> str:
    """Return which defaults a query without rows was asked with, and how to ask otherwise; empty without defaults."""
    defaults = {name: value.strip('"') for name, value in names(query).items() if name not in given}
    if not defaults:
        return ""
    asked = ", ".join(f"{name}={value}" for name, value in defaults.items())
    option = f"--param {next(iter(defaults))}=…"
    return (
        f"按默认值 {asked} 没有结果；请用 {option} 另问 · "
        f"nothing found with the default {asked}; ask for yours with {option}"
    )


def unmatched(given: Mapping[str, str]) -> str:
    """Return how the values of a query without rows are to be written; empty where none was given."""
    if not given:
        return ""
    asked = ", ".join(f"{name}={value}" for name, value in given.items())
    zh, en = "名称须写全，与 `fuwen show` 所示一致", "names are to be whole, as `fuwen show` prints them"
    if _TOPIC in given:
        labels = "、".join(topic.label_zh for topic in topics())
        zh, en = (
            f"主题有：{labels}；另可在 fuwen/topics.tsv 中添加",
            "topics are these, and yours of fuwen/topics.tsv",
        )
    return f"没有与 {asked} 相符的内容；{zh} · nothing fits {asked}; {en}"


def _local(prefix: str, name: str, *, own: bool) -> str:
    """Return the name within our namespace; empty for what is outside it."""
    if prefix:
        return name if prefix == _OURS and own else ""
    return name.removeprefix(NAMESPACE) if name.startswith(NAMESPACE) else ""
