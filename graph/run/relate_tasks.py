"""Letters with their mentions resolved: what every relation extractor reads, made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import corpus
from corpus.records import Letter

from ..link.linker import Linking
from ..records import LinkedLetter, Recognition
from ..relate import nodes
from ..storage.lazy_sequence import LazySequence
from .letter_tasks import RelateTask


def relate_tasks(
    letters: Sequence[Letter], recognitions: Sequence[Recognition], linking: Linking
) -> Sequence[RelateTask]:
    """Return one task per letter, in the letters' order."""

    def task(at: int) -> RelateTask:
        letter = letters[at]
        return RelateTask(
            linked=linked_letter(letter, recognitions[at], linking),
            links=linking.links.of(letter.letter_id),
            header=linking.of_header(letter.letter_id),
        )

    return LazySequence(len(letters), task)


def linked_letter(letter: Letter, found: Recognition, linking: Linking) -> LinkedLetter:
    """Return a letter with its mentions resolved."""
    place = letter.header.home
    links = linking.links.of(letter.letter_id)
    return LinkedLetter(
        letter=letter,
        mentions=found.mentions,
        entity_ids={one.mention_id: links[one.mention_id].entity_ids for one in found.mentions},
        issuer=linking.of_header(letter.letter_id).get("department"),
        place=nodes.place_id(place) if place else None,
        reply=nodes.reply_id(letter),
        proposals=tuple(f"proposal/{key}" for key in corpus.proposal_key(letter.header, letter.letter_id)),
    )
