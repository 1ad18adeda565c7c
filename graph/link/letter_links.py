"""The links of all mentions, letter by letter: a mapping by mention_id that need not be in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..records import Link

Links = dict[str, Link]
"""The links of one letter by mention_id."""


class LetterLinks(Mapping[str, Link]):
    """A link for every mention; `of` gives those of a letter at once."""

    def __init__(self, letter_ids: Sequence[str], links: Sequence[Links]) -> None:
        self._places = {letter_id: place for place, letter_id in enumerate(letter_ids)}
        self._links = links

    def of(self, letter_id: str) -> Links:
        """Return the links of one letter by mention_id."""
        return self._links[self._places[letter_id]]

    def letters(self) -> Iterator[tuple[str, Links]]:
        """Yield every letter_id with its links, in the order of the letters."""
        return zip(self._places, self._links, strict=True)

    def __getitem__(self, mention_id: str) -> Link:
        letter_id = mention_id.rpartition(".")[0]
        if letter_id not in self._places:
            raise KeyError(mention_id)
        return self.of(letter_id)[mention_id]

    def __iter__(self) -> Iterator[str]:
        return (mention_id for links in self._links for mention_id in links)

    def __len__(self) -> int:
        return sum(map(len, self._links))
