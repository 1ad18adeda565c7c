"""Small letters for the tests of relations: one paragraph a line, one mention per marked name `[name]`."""

import re
from array import array

from corpus.records import Fact, Header, Letter, Sentence, Span
from graph.records import LinkedLetter, Mention

_MARK = re.compile(r"\[([^\]]+)\]")


def _written(sentences):
    """Return the text without its marks, the span of every sentence, and (span, name) of every mark."""
    text, spans, mentions = "", [], []
    for sentence in sentences:
        start = len(text)
        rest = sentence
        while match := _MARK.search(rest):
            text += rest[: match.start()]
            name = match.group(1)
            span = Span(start=len(text), end=len(text) + len(name))
            text += name
            mentions.append((span, name))
            rest = rest[match.end() :]
        text += rest
        spans.append(Span(start=start, end=len(text)))
        text += "\n"
    return text.rstrip("\n"), spans, mentions


def linked(
    *sentences: str, zones: tuple[str, ...] = (), letter_id: str = "l1", **entity_of: str
) -> LinkedLetter:
    """A letter with one sentence a paragraph; `[X]` marks a mention of the entity e/X (or entity_of[X])."""
    text, spans, mentions = _written(sentences)
    found = tuple(
        Mention(
            mention_id=f"{letter_id}.m{span.start}-{span.end}",
            letter_id=letter_id,
            span=span,
            text=name,
            kind="organisation",
            recogniser="test",
            score=1.0,
            anaphor=name.startswith("我"),
        )
        for span, name in mentions
    )
    letter = Letter(
        letter_id=letter_id,
        source=f"{letter_id}.txt",
        raw_sha256="0" * 64,
        text=text,
        raw_offsets=array("I", range(len(text))),
        header=Header(reply_date=Fact(value="2024-08-08", basis="signature")),
        sections=(),
        sentences=tuple(
            Sentence(
                sentence_id=f"{letter_id}.{n}",
                section_id=None,
                span=span,
                zone=zones[n - 1] if zones else "body",
            )
            for n, span in enumerate(spans, start=1)
        ),
    )
    return LinkedLetter(
        letter=letter,
        mentions=found,
        entity_ids={one.mention_id: (f"e/{entity_of.get(one.text, one.text)}",) for one in found},
        issuer=None,
        place=None,
        reply=f"reply/{letter_id}",
        proposals=(),
    )
