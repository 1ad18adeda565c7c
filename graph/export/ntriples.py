"""Write graph.nt: the same statements as graph.ttl, one a line, with whole IRIs.

Source: RDF 1.1 N-Triples (W3C Recommendation 2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from .publication import Publication
from .statements import terms
from .statements.block import AND, NEXT, Block
from .statements.dataset import TRIPLES
from .statements.groups import groups
from .text_file import write_parts

_XSD = terms.VOCABULARIES["xsd"]
_KEPT = 1 << 12
_RDF_TYPE = f"<{terms.VOCABULARIES['rdf']}type>"


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.nt into `folder` and return its path. Raises `ExportError`, `UsageError` as turtle.write."""
    return write_lines(publication, folder / "graph.nt", named_graphs=False)


def write_lines(publication: Publication, path: Path, *, named_graphs: bool) -> tuple[Path, ...]:
    """Write one statement a line, with the letter's graph as fourth term where `named_graphs`; return the path."""
    whole = _Expansion(terms.prefixes(publication.base))
    blocks = _blocks(publication)
    lines = (_lines(block, whole, named_graphs=named_graphs) for block in blocks)
    return (write_parts(path, lines),)


class _Expansion:
    """Turns statements with Turtle tokens into N-Triples without subject; what recurs is kept."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._kept_token = lru_cache(_KEPT)(self.token)
        self._kept = lru_cache(_KEPT)(self._expanded)

    def statements(self, block: Block) -> list[str]:
        """Return predicate and object of every statement."""
        found: list[str] = []
        for statement in block.statements.split(NEXT):
            found += self._expanded(statement) if '"' in statement else self._kept(statement)
        return found

    def _expanded(self, statement: str) -> list[str]:
        predicate, _, objects = statement.partition(" ")
        whole = self._kept_token(predicate)
        if objects[0] == '"':
            return [f"{whole} {_literal(token)}" for token in objects.split(AND)]
        return [f"{whole} {self._kept_token(token)}" for token in objects.split(AND)]

    def token(self, short: str) -> str:
        """Return the token of a node, term or number with its whole IRI or datatype."""
        if short == "a":
            return _RDF_TYPE
        if short[0] == "<":
            return short
        if short[0] in "-0123456789":
            return f'"{short}"^^<{_XSD}{"decimal" if "." in short else "integer"}>'
        prefix, _, local = short.partition(":")
        return f"<{self._prefixes[prefix]}{local}>"


def _literal(token: str) -> str:
    """Return a literal with its whole datatype."""
    literal, _, suffix = token.rpartition('"')  # the closing quote: no suffix holds another
    return f'{literal}"^^<{_XSD}{suffix[6:]}>' if suffix.startswith("^^xsd:") else token


def _blocks(publication: Publication) -> Iterator[Block]:
    """Yield every block, and at the end the number of triples, which is known only then."""
    triples = 1
    dataset = ""
    for group in groups(publication):
        for block in group.blocks:
            dataset = dataset or block.subject
            triples += 1 + block.statements.count("\n") + block.statements.count("\t")
            yield block
    yield Block(dataset, f"{TRIPLES} {triples}")


def _lines(block: Block, whole: _Expansion, *, named_graphs: bool) -> str:
    start = f"{whole.token(block.subject)} "
    end = f" {whole.token(block.document)} .\n" if named_graphs and block.document else " .\n"
    return f"{start}{(end + start).join(whole.statements(block))}{end}"
