"""What graph.ttl says against the tables: quotes and offsets, ends and weights of relations, and the direct triples.

The file is read as a stream, one node at a time, and what the tables say of a node is remembered by a hash: beside
the names of entities and the direct triples some twenty bytes a node are in memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE

from ..export.statements.index import SUGGESTION
from ..oxigraph import require_oxigraph
from ..storage.digest_counts import DigestCounts, text_digest
from ..tables.graph_tables import EdgeRow, GraphTables
from .report import Finding
from .row_statements import COMPARED, RowStatements, Said

_SHOWN = 60
"""Characters of a value in a message."""
_NOWHERE = -1


def statement_findings(
    path: Path, tables: GraphTables, edges: Sequence[EdgeRow], most: int
) -> Iterator[Finding]:
    """Yield so many nodes of a Turtle file that say something else than the tables, in the order of the file.

    Behind them stand those that the file lacks. `edges` are those that the graph files hold. Raises `SyntaxError`
    where the file is broken.
    """
    wanted = RowStatements(tables, edges)
    expected = _Expected(wanted)
    every = (
        (subject, found, said)
        for subject, found in _nodes(path)
        if (said := expected.taken(subject)) != _digest(found)
    )
    differing = [*islice(every, most)]
    names = {subject for subject, _, said in differing if said != _NOTHING}
    of_rows = {subject: said for subject, said in wanted if subject in names} if names else {}
    for subject, found, said in differing:
        of_row = of_rows.get(subject, set()) if said != _NOTHING else set()
        yield _differs(path.name, subject, found, of_row)
    for subject, lacking in islice(expected.left(wanted), most - len(differing)):
        yield _differs(path.name, subject, set(), lacking)


class _Expected:
    """What the tables say of every node, by hashes; what was taken once is expected no more."""

    def __init__(self, wanted: Iterable[tuple[str, Said]]) -> None:
        self._said = array("Q")
        self._places = DigestCounts(self._numbered(wanted))
        self._is_left = bytearray(said != _NOTHING for said in self._said)

    def _numbered(self, wanted: Iterable[tuple[str, Said]]) -> Iterator[tuple[str, int]]:
        for at, (subject, said) in enumerate(wanted):
            self._said.append(_digest(said))
            yield subject, at

    def taken(self, subject: str) -> int:
        """Return the hash of what is expected of a node."""
        at = self._places.get(subject, _NOWHERE)
        if at == _NOWHERE or not self._is_left[at]:
            return _NOTHING
        self._is_left[at] = 0
        return self._said[at]

    def left(self, wanted: Iterable[tuple[str, Said]]) -> Iterator[tuple[str, Said]]:
        """Yield the nodes of which something is said, and that were not taken."""
        if 1 not in self._is_left:
            return
        for at, (subject, said) in enumerate(wanted):
            if self._is_left[at]:
                yield subject, said


def _digest(said: Said) -> int:
    """Return 64 bits by which statements are remembered."""
    return text_digest("\n".join([f"{name} {len(value)} {value}" for name, value in sorted(said)]))


_NOTHING = _digest(set())


def _nodes(path: Path) -> Iterator[tuple[str, Said]]:
    """Yield the IRI of every node with what it says, as far as that is compared."""
    require_oxigraph()
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  (loaded only where RDF is read)

    relations = [term.name for term in vocabulary.load().relations.values()]
    names = {NAMESPACE + name: name for name in (*COMPARED, *relations, SUGGESTION)}
    statements = (
        (quad.subject.value, name, quad.object.value)
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        if (name := names.get(quad.predicate.value))
    )
    for subject, said in groupby(statements, key=itemgetter(0)):
        yield subject, {(name, value) for _, name, value in said}


def _differs(file: str, subject: str, found: Said, wanted: Said) -> Finding:
    """Return the finding on a node: the first statement that it lacks or has too many, by name and value."""
    lacks, has = (
        "、".join(f"{name} {value[:_SHOWN]!r}" for name, value in sorted(said)[:2]) or "—"
        for said in (wanted - found, found - wanted)
    )
    return Finding(
        part="statements",
        where=f"{file}, {subject}",
        message_zh=f"与表格不符：写作 {has}，表格为 {lacks}；请重新生成",
        message_en=f"says {has}, the tables say {lacks}; build again",
    )
