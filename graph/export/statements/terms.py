"""RDF terms as Turtle tokens: prefixed names, tagged texts, numbers, dates.

Source: RDF 1.1 Turtle (W3C Recommendation 2014), sections 6.4 (escapes) and 6.5 (grammar).
Numbers are written in their canonical form, so that every store hands them back unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ontology.vocabulary import NAMESPACE

from ...errors import UsageError

FILE = "graph.ttl"
"""Who only reads the file finds its name here, and need not load what makes it."""
NODE_KINDS = (
    # what letters name, and their parts
    "e",
    "proposal",
    "reply",
    "document",
    "section",
    "point",
    "session",
    "person",
    "place",
    "topic",
    "handling",
    "change",
    # what they claim
    "figure",
    "ranking",
    "commitment",
    "thread",
    "passage",
    "occurrence",
    # what proves it
    "edge",
    "evidence",
    "sentence",
    "mention",
)
"""First segments of node ids; each is a Turtle prefix."""

_KNOWN_KINDS = frozenset(NODE_KINDS)

VOCABULARIES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "fuwen": NAMESPACE,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_BASE = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NOT_FIRST = r"\-\u00B7\u0300-\u036F\u203F-\u2040"
# what stands first and last is looked at alone: a set for each place would take twice the time
_LOCAL_NAME = re.compile(rf"(?![.{_NOT_FIRST}])[{_BASE}_0-9{_NOT_FIRST}.]+(?<!\.)")
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_NOT_IN_STRINGS = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def prefixes(base: str) -> dict[str, str]:
    """Return every prefix of the export with its namespace, vocabularies first, then one per kind of node.

    Raises `UsageError` where `base` is no absolute IRI that ends in `/` or `#`.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+[/#]", base):
        raise UsageError(
            f"--base {base!r}: 须是以 / 或 # 结尾的完整网址 · "
            "must be an absolute IRI that ends in / or #, as https://example.org/id/"
        )
    return {**VOCABULARIES, **{kind: f"{base}{kind}/" for kind in NODE_KINDS}}


def node(node_id: str, base: str) -> str:
    """Return the token of a node: `e:深交所科交中心`, or its whole IRI where that is no legal prefixed name."""
    kind, _, local = node_id.partition("/")
    if _LOCAL_NAME.fullmatch(local) and kind in _KNOWN_KINDS:
        return f"{kind}:{local}"
    return f"<{iri(node_id, base)}>"


def token(kind: str, local: str, base: str) -> str:
    """Return `node` of an id in its two parts, of which the first is one of `NODE_KINDS`."""
    return f"{kind}:{local}" if _LOCAL_NAME.fullmatch(local) else f"<{iri(f'{kind}/{local}', base)}>"


def iri(node_id: str, base: str) -> str:
    """Return the whole IRI of a node."""
    return base + _NOT_IN_IRIS.sub(_percent, node_id)


def expanded(token: str, base: str) -> str:
    """Return the whole IRI that the token of a node stands for."""
    return token[1:-1] if token.startswith("<") else base + token.replace(":", "/", 1)


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def text(value: str, language: str = "zh") -> str:
    """Return a literal with a language tag (`zh` or `en`)."""
    return f'"{escape(value)}"@{language}'


def plain(value: str) -> str:
    """Return a literal without a tag (xsd:string)."""
    return f'"{escape(value)}"'


def escape(value: str) -> str:
    """Return the text as it stands between the quotation marks of a Turtle, N-Triples or SPARQL string."""
    if not value.isprintable():
        return _NOT_IN_STRINGS.sub(_escape, value)
    if '"' in value or "\\" in value:
        return value.replace("\\", r"\\").replace('"', r"\"")
    return value  # most texts, and a search takes longer


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


@lru_cache(maxsize=4096)
def decimal(value: Decimal | float) -> str:
    """Return an xsd:decimal in canonical form."""
    number = format(Decimal(str(value)).normalize(), "f")
    if number == "-0":
        number = "0"
    return number if "." in number else f'"{number}"^^xsd:decimal'


@lru_cache(maxsize=4096)
def day(value: str) -> str:
    """Return a date as precise as it may be typed: xsd:date for yyyy-mm-dd, xsd:gYear for a month or a year.

    Anything else is handed on as a plain string: nothing that was printed is lost.
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) and _is_day(value):
        return f'"{value}"^^xsd:date'
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        return f'"{value[:4]}"^^xsd:gYear'
    return plain(value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def year(value: str) -> str:
    """Return the year of a date as an integer token, empty where there is none."""
    return str(int(value[:4])) if re.match(r"\d{4}", value) else ""
