"""Write graph.nt: the same statements as graph.ttl, one a line, with whole IRIs.

Source: RDF 1.1 N-Triples (W3C Recommendation 2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..publication import Publication
from .statements import terms
from .statements.block import AND, NEXT, Block
from .statements.dataset import TRIPLES
from .statements.groups import groups
from .text_file import write_parts

_XSD = terms.VOCABULARIES["xsd"]
_RDF_TYPE = f"<{terms.VOCABULARIES['rdf']}type>"


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.nt into `folder` and return its path. Raises `ExportError`, `UsageError` as turtle.write."""
    return write_lines(publication, folder / "graph.nt", named_graphs=False)


def write_lines(publication: Publication, path: Path, *, named_graphs: bool) -> tuple[Path, ...]:
    """Write one statement a line, with the letter's graph as fourth term where `named_graphs`; return the path."""
    whole = _Expansion(terms.prefixes(publication.base))
    blocks = _blocks(publication)
    lines = (line for block in blocks for line in _lines(block, whole, named_graphs=named_graphs))
    return (write_parts(path, lines),)


class _Expansion:
    """Turns Turtle tokens into N-Triples tokens; predicates and classes, which recur, are kept."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._seen = {"a": _RDF_TYPE}

    def __call__(self, token: str) -> str:
        """Return the token with its whole IRI, or the literal with its datatype."""
        if token[0] == '"':
            literal, _, suffix = token.rpartition('"')  # the closing quote: no suffix holds another
            return f'{literal}"^^<{_XSD}{suffix[6:]}>' if suffix.startswith("^^xsd:") else token
        if token[0] == "<":
            return token
        if token[0] in "-0123456789":
            return f'"{token}"^^<{_XSD}{"decimal" if "." in token else "integer"}>'
        return self._seen.get(token) or self._name(token)

    def _name(self, token: str) -> str:
        prefix, _, local = token.partition(":")
        whole = f"<{self._prefixes[prefix]}{local}>"
        if prefix in terms.VOCABULARIES:
            self._seen[token] = whole
        return whole


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


def _lines(block: Block, whole: _Expansion, *, named_graphs: bool) -> Iterator[str]:
    subject = whole(block.subject)
    graph = f" {whole(block.document)}" if named_graphs and block.document else ""
    for statement in block.statements.split(NEXT):
        predicate, _, objects = statement.partition(" ")
        start = f"{subject} {whole(predicate)} "
        for token in objects.split(AND):
            yield f"{start}{whole(token)}{graph} .\n"
