"""What all letters say, on its way into tables: claims in buckets, the rest letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from corpus.records import Issue, Letter
from ontology.places import PlaceTable

from ..knowledge import Knowledge
from ..link.linker import Linking
from ..records import Claim, Node
from ..relate.claims import LetterClaims
from ..relate.co_mention import MAX_NAMES, MIN_TOGETHER
from ..relate.decided import decided_claims, place_nodes, suggested_claims
from ..relate.part_of import part_of_claims
from ..relate.passages import Fingerprints
from ..storage.keyed_records import KeyedRecords
from ..storage.spool import Shelf
from ..tables.claim_buckets import ClaimBuckets, bucketed, derived, named_places
from ..tables.letter_tables import LetterTables
from ..tables.wordings import Wordings
from .faults import claims_failed
from .relate_tasks import LetterRelations

_CLAIMS_TOGETHER = 4096
"""Claims without a sentence that are put into buckets together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRelations:
    """All claims and nodes; what each letter says beside them, its rows and fingerprints, in the letters' order.

    `windows` and `counts` (windows per entity, of those that can have an NPMI) are what NPMI is computed from;
    `wordings`: in how many letters a wording stands, by its digest, where they are several; `texts` by letter_id.
    """

    claims: ClaimBuckets = field(repr=False)
    said: Sequence[LetterClaims] = field(repr=False)
    tables: Sequence[LetterTables] = field(repr=False)
    fingerprints: Sequence[Fingerprints] = field(repr=False)
    nodes: Sequence[Node] = field(repr=False)
    windows: int
    counts: Mapping[str, int] = field(repr=False)
    wordings: Mapping[int, int] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    issues: tuple[Issue, ...] = ()


def corpus_relations(
    related: Iterable[LetterRelations],
    letters: Iterable[Letter],
    linking: Linking,
    knowledge: Knowledge,
    shelf: Shelf,
) -> CorpusRelations:
    """Return what the letters say, and what is decided, proposed and follows from names alone."""
    gathered = _Gathered(shelf)
    for letter, one in zip(letters, related, strict=True):
        gathered.add(letter, one)
    for unquoted in _together(_unquoted(linking, knowledge)):
        gathered.add_unquoted(unquoted)
    return gathered.result(knowledge.places)


class _Gathered:
    """What was said so far, each kind where the shelf keeps it."""

    def __init__(self, shelf: Shelf) -> None:
        self._claims, self._wordings = ClaimBuckets(shelf), Wordings()
        # one record to a chunk: these are asked for out of turn
        self._said, self._fingerprints = shelf.records(LetterClaims, 1), shelf.records(Fingerprints, 1)
        self._tables, self._texts = shelf.records(LetterTables, 1), shelf.records(str, 1)
        self._nodes = shelf.records(Node)
        self._letter_ids: list[str] = []
        self._places: set[str] = set()
        self._windows = 0
        self._counts: Counter[str] = Counter()
        self._issues: list[Issue] = []

    def add(self, letter: Letter, found: LetterRelations) -> None:
        """Add what one letter says."""
        self._letter_ids.append(letter.letter_id)
        self._texts.append(letter.text)
        self._claims.add(found.claims)
        self._wordings.add(found.wordings)
        self._places.update(found.places)
        self._counts.update(found.counts)
        self._windows += found.windows
        self._issues += _issues_of(letter, found)
        self._nodes.extend(found.nodes)
        found.said.add_to(self._said, LetterClaims)
        self._tables.append(found.tables)
        found.fingerprints.add_to(self._fingerprints, Fingerprints)

    def add_unquoted(self, claims: Sequence[Claim]) -> None:
        """Add claims that no sentence makes."""
        self._claims.add(bucketed(derived(claims)))
        self._places.update(named_places(claims))

    def result(self, places: PlaceTable) -> CorpusRelations:
        """Return all of it, with a node for every place that a claim names."""
        self._nodes.extend(place_nodes(self._places, places))
        return CorpusRelations(
            claims=self._claims,
            said=self._said,
            tables=self._tables,
            fingerprints=self._fingerprints,
            nodes=self._nodes,
            windows=self._windows,
            counts={name: count for name, count in self._counts.items() if count >= MIN_TOGETHER},
            wordings=self._wordings.repeated(),
            texts=KeyedRecords(self._letter_ids, self._texts),
            issues=tuple(self._issues),
        )


def _unquoted(linking: Linking, knowledge: Knowledge) -> Iterator[Claim]:
    """Yield the claims that no sentence makes."""
    proposed = {frozenset((left, right)) for left, right, _ in linking.suggestions}
    yield from part_of_claims(linking.entities, knowledge.identity, proposed)
    yield from suggested_claims(linking)
    yield from decided_claims(linking)


def _together(claims: Iterator[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims some at a time: of a large corpus there are ten for every letter."""
    while some := list(islice(claims, _CLAIMS_TOGETHER)):
        yield some


def _issues_of(letter: Letter, found: LetterRelations) -> Iterator[Issue]:
    """Yield what a reader should know of how a letter was related."""
    if found.unpaired:
        yield _long_list(letter, found.unpaired)
    if found.fault:
        yield claims_failed(letter, found.fault)
    yield from (_table_unread(letter, head) for head in found.unread)


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


def _table_unread(letter: Letter, head: str) -> Issue:
    return Issue(
        source=letter.source,
        letter_id=letter.letter_id,
        severity="warning",
        code="table_unread",
        where="table",
        value=head,
        message="numbers in these columns of a table were not read: nothing says what they count, or in which unit",
        hint="read the numbers in the letter; they are not in figures.csv",
    )
