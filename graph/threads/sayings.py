"""What later letters say of a promise in their words, added to the steps of its thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .retelling import Retold
from .steps import Step

SAID: Mapping[str, tuple[str, str]] = {
    "done": ("done", ""),
    "refused": ("done", "refused"),
    "ongoing": ("ongoing", ""),
    "undone": ("planned", ""),
    "planned": ("planned", ""),
}
"""Status and outcome of what `ThreadRow.sentences_say` holds; a mention says neither."""


def says(step: Step) -> str:
    """Return what a sentence says of a promise, in one word."""
    if step.outcome or step.undone:
        return step.outcome or "undone"
    return step.status or "mentioned"


class Sayings:
    """The steps of one thread, to which sayings are added: `promises`, `told` of them, and the claims `linked` so.

    Where a thing is `named`, a letter that tells of it by its name needs no words.
    """

    def __init__(self, promises: list[Step], told: list[Step], *, named: bool) -> None:
        self.promises = promises
        self.told = told
        self.linked: set[str] = set()
        self._named = named
        self._sentences: set[str] = set()
        self._letters: set[str] = set()
        self._brings: dict[str, bool] = {}
        """Whether a promise lets the thing come about, by its claim."""
        self._know((*promises, *told))

    def _know(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self._sentences.add(step.sentence_id)
            self._letters.add(step.letter_id)
            if step.promised:
                self._brings[step.claim_id] = step.brings or self._brings.get(step.claim_id, False)

    def add(self, promise: str, one: Retold) -> None:
        """Add what a letter says of a promise: the claims that it makes there are steps, else what it tells."""
        failed = one.step.undone or bool(one.step.outcome)
        told_by_name = self._named and one.step.letter_id in self._letters
        if told_by_name or (one.step.sentence_id in self._sentences and not failed):
            return
        reported = [claim for claim in one.claims if claim.outcome]
        again = [
            claim
            for claim in one.claims
            if claim.status == one.step.status or (not one.step.status and not claim.outcome)
        ]
        linked = [
            claim for claim in reported or ([] if failed else again) if claim.claim_id not in self._brings
        ]
        self.promises += linked
        self.linked.update(claim.claim_id for claim in linked)
        self._know(linked)
        if not linked and not reported:
            of_more = one.begun and any(claim != promise for claim in self._brings)
            status = "ongoing" if of_more and one.step.status == "done" else one.step.status
            told = one.step._replace(brings=self._brings.get(promise, False), status=status)
            self.told.append(told)
            self._know([told])
