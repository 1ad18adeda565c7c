"""Which topics a letter's sentences and sections are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from corpus.records import Letter
from ontology.topics import Topic, topic_traps, with_own

Topics = dict[str, tuple[str, ...]]
"""Topic ids by sentence_id or section_id."""
_SHORT_SECTION = 3
"""Up to this many sentences, one is enough for the section to have its topic; else two."""


def topics_of(letter: Letter, own: tuple[Topic, ...] = ()) -> Topics:
    """Return the topics of a letter, in the order of the lexicon; sentences and sections without one are left out.

    `own` are the user's topics, which follow the shipped ones.

    A sentence has every topic one of whose words stands in it; a section those of its heading, and those of two of
    its sentences (of one, in a short section).
    """
    words = _topic_words(own)
    found: dict[str, tuple[str, ...]] = {}
    for sentence in letter.sentences:
        told = _told(letter.text[sentence.span.start : sentence.span.end], words)
        if told:
            found[sentence.sentence_id] = told
    starts = [sentence.span.start for sentence in letter.sentences]
    for section in letter.sections:
        first = bisect_left(starts, section.span.start)
        inside = letter.sentences[first : bisect_left(starts, section.span.end, first)]
        needed = 1 if len(inside) <= _SHORT_SECTION else 2
        counts = Counter(name for each in inside for name in found.get(each.sentence_id, ()))
        enough = {name for name, count in counts.items() if count >= needed}
        enough.update(_told(section.heading, words))
        if enough:
            found[section.section_id] = tuple(name for name in words.topics if name in enough)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _TopicWords:
    """What finds the words of topics; for each word the places of its topics in `topics`, none for traps."""

    automaton: CharwiseDoubleArrayAhoCorasick
    told: Sequence[Sequence[int]]
    shipped: Sequence[bool]
    """Which words are ours: what users list is taken as it stands."""
    topics: Sequence[str]


def _told(text: str, words: _TopicWords) -> tuple[str, ...]:
    hits = words.automaton.find_overlapping(text)
    if not hits:
        return ()
    traps = [(start, end) for start, end, word in hits if not words.told[word]]
    told = {
        at
        for start, end, word in hits
        if words.told[word] and not (words.shipped[word] and _is_trapped(text, start, end, traps))
        for at in words.told[word]
    }
    return tuple(words.topics[at] for at in sorted(told))


def _is_trapped(text: str, start: int, end: int, traps: Sequence[tuple[int, int]]) -> bool:
    """Return whether a topic's word only stands inside a longer one (收费标准) or begins a name (体育路)."""
    inside = any(first <= start and end <= last for first, last in traps)
    return inside or topic_traps().name_end.match(text, end) is not None


@lru_cache(maxsize=2)
def _topic_words(own: tuple[Topic, ...]) -> _TopicWords:
    lexicon = with_own(own)
    told: dict[str, list[int]] = {}
    for at, topic in enumerate(lexicon):
        for word in topic.words:
            told.setdefault(word, []).append(at)
    shipped = {word for topic in with_own(()) for word in topic.words}
    for trap in topic_traps().words:
        told.setdefault(trap, [])
    return _TopicWords(
        automaton=CharwiseDoubleArrayAhoCorasick(list(told)),
        told=list(told.values()),
        shipped=[word in shipped for word in told],
        topics=[topic.topic for topic in lexicon],
    )
