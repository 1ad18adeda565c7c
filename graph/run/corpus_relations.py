"""What all letters say, on its way into tables: claims in buckets, the rest letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from corpus.records import Issue, Letter

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
    claims, wordings = ClaimBuckets(shelf), Wordings()
    said, prints = shelf.records(LetterClaims, 1), shelf.records(Fingerprints, 1)  # asked for out of turn
    tables = shelf.records(LetterTables, 1)
    counts: Counter[str] = Counter()
    letter_ids: list[str] = []
    texts = shelf.records(str, 1)
    issues: list[Issue] = []
    nodes = shelf.records(Node)
    places: set[str] = set()
    windows = 0
    for letter, one in zip(letters, related, strict=True):
        letter_ids.append(letter.letter_id)
        texts.append(letter.text)
        claims.add(one.claims)
        wordings.add(one.wordings)
        places.update(one.places)
        counts.update(one.counts)
        windows += one.windows
        issues += _issues_of(letter, one)
        nodes.extend(one.nodes)
        one.said.add_to(said, LetterClaims)
        tables.append(one.tables)
        one.fingerprints.add_to(prints, Fingerprints)
    for unquoted in _together(_unquoted(linking, knowledge)):
        claims.add(bucketed(derived(unquoted)))
        places.update(named_places(unquoted))
    nodes.extend(place_nodes(places, knowledge.places))
    return CorpusRelations(
        claims=claims,
        said=said,
        tables=tables,
        fingerprints=prints,
        nodes=nodes,
        windows=windows,
        counts={name: count for name, count in counts.items() if count >= MIN_TOGETHER},
        wordings=wordings.repeated(),
        texts=KeyedRecords(letter_ids, texts),
        issues=tuple(issues),
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
