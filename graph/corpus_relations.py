"""What all letters say, on its way into tables: claims in buckets, the rest letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Issue, Letter

from .claim_buckets import ClaimBuckets, Wordings
from .knowledge import Knowledge
from .lazy_sequence import LazySequence
from .letter_tasks import LetterRelations
from .link.linker import Linking
from .records import Node
from .relate.claims import LetterClaims
from .relate.co_mention import MAX_NAMES
from .relate.decided import decided_claims, place_nodes, suggested_claims
from .relate.part_of import part_of_claims
from .spool import Shelf

_TOGETHER = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRelations:
    """All claims, what each letter says beside them (in the letters' order), and all nodes.

    `windows` and `counts` (windows per entity) are what NPMI is computed from; `texts` by letter_id.
    """

    claims: ClaimBuckets = field(repr=False)
    letters: Sequence[LetterRelations] = field(repr=False)
    nodes: Sequence[Node] = field(repr=False)
    windows: int
    counts: Counter[str] = field(repr=False)
    wordings: Wordings = field(repr=False)
    texts: dict[str, str] = field(repr=False)
    issues: tuple[Issue, ...] = ()

    @property
    def said(self) -> Sequence[LetterClaims]:
        """What each letter claims beside its edges, in the letters' order."""
        return LazySequence(len(self.letters), lambda at: self.letters[at].said)


def corpus_relations(
    related: Iterable[LetterRelations],
    letters: Iterable[Letter],
    linking: Linking,
    knowledge: Knowledge,
    shelf: Shelf,
) -> CorpusRelations:
    """Return what the letters say, and what is decided, proposed and follows from names alone."""
    claims, wordings = ClaimBuckets(shelf), Wordings()
    kept = shelf.records(LetterRelations, _TOGETHER)
    counts: Counter[str] = Counter()
    texts: dict[str, str] = {}
    issues: list[Issue] = []
    nodes: list[Node] = []
    windows = 0
    for letter, one in zip(letters, related, strict=True):
        texts[letter.letter_id] = letter.text
        claims.extend(one.claims)
        wordings.add(letter.text, {claim.quote for claim in one.claims if claim.quote is not None})
        counts.update(one.counts)
        windows += one.windows
        issues += [_long_list(letter, one.unpaired)] if one.unpaired else []
        nodes += one.nodes
        kept.append(replace(one, claims=(), nodes=(), counts={}))
    claims.extend(part_of_claims(linking.entities, knowledge.identity.governing_tails))
    claims.extend([*suggested_claims(linking), *decided_claims(linking)])
    return CorpusRelations(
        claims=claims,
        letters=kept,
        nodes=[*nodes, *place_nodes(claims.places, knowledge.places)],
        windows=windows,
        counts=counts,
        wordings=wordings,
        texts=texts,
        issues=tuple(issues),
    )


def _long_list(letter: Letter, unpaired: int) -> Issue:
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="info",
        code="long_list",
        where="co-mentions",
        value=str(unpaired),
        message=f"so many names stand behind the first {MAX_NAMES} names of one window and are paired with none",
        hint="nothing to do: the names are in the graph, and a list says little of any two of them",
    )
