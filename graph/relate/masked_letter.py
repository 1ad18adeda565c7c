"""A letter with the names of every sentence masked, made once for all extractors of claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from corpus.records import Places, Sentence, Span
from corpus.typography import usual_lines

from ..records import LinkedLetter
from .masking import LetterNames, MaskedSentence, Name, mask
from .next_steps import next_steps, without_facts
from .place_names import place_names
from .status import CLAUSE_END, PART_MARKS
from .table_rows import cells_within
from .understood import understood_in

_LONGEST = 1000
"""Characters of a masked sentence that is read at once. Sentences of letters have a few hundred; what is longer is a
list, or no prose at all, and what is asked of each of its numbers and verbs would be asked of all of it each time."""
_SILENT_ZONES = frozenset({"title", "letterhead", "salutation", "signature", "contact"})


class MaskedSentences(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, masked twice: `whole` with all of its names, `known` with those that stand for an entity.

    Of a sentence longer than any in prose, these are pieces, each with the whole `sentence` that it is from.
    """

    whole: MaskedSentence
    known: MaskedSentence
    cell: Span | None = None
    """The cell of a table row that this is: nothing is said across its borders, and by whom is not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedLetter:
    """What claims are read from. Titles, salutations, signatures and contact lines claim nothing: they are left out.

    `governed`: sentence_id → the cue of a section or paragraph about next steps (`next_steps`).
    """

    linked: LinkedLetter
    places: Places
    sentences: tuple[MaskedSentences, ...]
    governed: Mapping[str, str]


def masked_letter(linked: LinkedLetter, places: Places) -> MaskedLetter:
    """Return a letter's sentences, masked, in text order; names and bare places are looked up once.

    What claims say in words is in the usual marks, whatever form of them the letter prints.
    """
    linked = replace(linked, letter=replace(linked.letter, text=usual_lines(linked.letter.text)))
    named = LetterNames(linked, place_names(linked, places))
    found: list[MaskedSentences] = []
    for sentence in linked.letter.sentences:
        if sentence.zone in _SILENT_ZONES:
            continue
        cells = cells_within(linked.letter.text, sentence.span) or (None,)
        for cell in cells:
            found.extend(_pieces(_masked(linked, named, sentence, cell)))
    governed = without_facts(
        next_steps(linked.letter), (each.whole for each in found), linked.letter.header.date
    )
    sentences = tuple(_with_understood(linked, found))
    return MaskedLetter(linked=linked, places=places, sentences=sentences, governed=governed)


def _with_understood(linked: LinkedLetter, sentences: Sequence[MaskedSentences]) -> Iterator[MaskedSentences]:
    """Yield the sentences, each with who is understood in it."""
    understood = understood_in(linked, (each.known for each in sentences))
    for each, node in zip(sentences, understood, strict=True):
        if node == each.known.understood:
            yield each
            continue
        known = msgspec.structs.replace(each.known, understood=node)
        same = each.whole is each.known
        whole = known if same else msgspec.structs.replace(each.whole, understood=node)
        yield MaskedSentences(whole=whole, known=known, cell=each.cell)


def _masked(
    linked: LinkedLetter, named: LetterNames, sentence: Sentence, cell: Span | None
) -> MaskedSentences:
    names = _in_cell(named.of(sentence, unresolved=True), cell)
    whole = known = mask(linked.letter, sentence, names, cell)
    if not all(name.node_ids for name in names):
        known = mask(linked.letter, sentence, _in_cell(named.of(sentence), cell), cell)
    return MaskedSentences(whole=whole, known=known, cell=cell)


def _in_cell(names: tuple[Name, ...], cell: Span | None) -> tuple[Name, ...]:
    if cell is None:
        return names
    return tuple(one for one in names if cell.start <= one.span.start and one.span.end <= cell.end)


def _pieces(masked: MaskedSentences) -> Iterator[MaskedSentences]:
    """Yield a sentence in pieces that are not too long, cut behind a mark where one stands near the end of a piece."""
    whole, known = masked.whole, masked.known
    if max(len(whole.text), len(known.text)) <= _LONGEST:
        yield masked
        return
    start = first = 0
    while start < len(whole.text):
        end = _cut(whole.text, start)
        last = bisect_left(known.offsets, whole.offsets[end]) if end < len(whole.text) else len(known.text)
        yield MaskedSentences(
            whole=_piece(whole, start, end), known=_piece(known, first, last), cell=masked.cell
        )
        start, first = end, last


def _cut(text: str, start: int) -> int:
    """Where the piece that begins at `start` ends: behind the last mark of a part, else of a clause, else anywhere."""
    end = start + _LONGEST
    if end >= len(text):
        return len(text)
    part = max(text.rfind(mark, start + _LONGEST // 2, end) for mark in PART_MARKS)
    if part >= 0:
        return part + 1
    clauses = [mark.end() for mark in CLAUSE_END.finditer(text, start + _LONGEST // 2, end)]
    return clauses[-1] if clauses else max(text.rfind("、", start + _LONGEST // 2, end) + 1, 0) or end


def _piece(masked: MaskedSentence, start: int, end: int) -> MaskedSentence:
    text = masked.text[start:end]
    return MaskedSentence(
        sentence=masked.sentence,
        text=text,
        offsets=masked.offsets[start : end + 1],
        names={char: masked.names[char] for char in text if char in masked.names},
        enclosing=masked.enclosing,
    )
