"""A letter with the names of every sentence masked, made once for all extractors of claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from corpus.records import Places

from ..records import LinkedLetter
from .masking import LetterNames, MaskedSentence, mask
from .place_names import place_names
from .status import next_steps

_SILENT_ZONES = frozenset({"title", "letterhead", "salutation", "signature", "contact"})


class MaskedSentences(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, masked twice: `whole` with all of its names, `known` with those that stand for an entity."""

    whole: MaskedSentence
    known: MaskedSentence


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
        names = named.of(sentence, unresolved=True)
        whole = known = mask(linked.letter, sentence, names)
        if not all(name.node_ids for name in names):
            known = mask(linked.letter, sentence, named.of(sentence))
        found.append(MaskedSentences(whole=whole, known=known))
    return MaskedLetter(
        linked=linked, places=places, sentences=tuple(found), governed=next_steps(linked.letter)
    )
