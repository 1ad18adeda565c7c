"""A letter with the names of every sentence masked, made once for all extractors of claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from corpus.records import Places, Sentence, Span

from ..records import LinkedLetter
from .masking import LetterNames, MaskedSentence, Name, mask
from .place_names import place_names
from .status import next_steps
from .table_rows import cells_within

_SILENT_ZONES = frozenset({"title", "letterhead", "salutation", "signature", "contact"})


class MaskedSentences(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, masked twice: `whole` with all of its names, `known` with those that stand for an entity."""

    whole: MaskedSentence
    known: MaskedSentence
    cell: Span | None = None
    """The cell of a table row that this is: nothing is said across its borders, and by whom is not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedLetter:
    """What claims are read from. Titles, salutations, signatures and contact lines claim nothing: they are left out.

    `governed`: sentence_id → the cue of a section or paragraph about next steps (`status.next_steps`).
    """

    linked: LinkedLetter
    places: Places
    sentences: tuple[MaskedSentences, ...]
    governed: Mapping[str, str]


def masked_letter(linked: LinkedLetter, places: Places) -> MaskedLetter:
    """Return a letter's sentences, masked, in text order; names and bare places are looked up once."""
    named = LetterNames(linked, place_names(linked, places))
    found: list[MaskedSentences] = []
    for sentence in linked.letter.sentences:
        if sentence.zone in _SILENT_ZONES:
            continue
        cells = cells_within(linked.letter.text, sentence.span) or (None,)
        found += [_masked(linked, named, sentence, cell) for cell in cells]
    return MaskedLetter(
        linked=linked, places=places, sentences=tuple(found), governed=next_steps(linked.letter)
    )


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
