"""The one loader of fuwen.ttl: what every kind, relation and listed value is called, and what it means.

Everything that prints a label (HTML, GEXF, report, command line) and everything that writes RDF takes it from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal, TypedDict, TypeVar

from .errors import VocabularyError
from .turtle_statements import statements

NAMESPACE = "https://w3id.org/fuwen/ns#"
ONTOLOGY_IRI = "https://w3id.org/fuwen/ns"
FILE = "fuwen.ttl"

Language = Literal["zh", "en"]

_T = TypeVar("_T", bound="Term")
_U = TypeVar("_U")

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_PROPERTIES = frozenset(_OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
_DECLARATIONS = _PROPERTIES | {_OWL + "Class"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the vocabulary. `codes` are its names in the tables (issued_by, done), empty where it has none."""

    iri: str
    codes: tuple[str, ...] = ()
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    examples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The local name: `issuedBy` of `fuwen:issuedBy`."""
        return self.iri.removeprefix(NAMESPACE)

    @property
    def code(self) -> str:
        """The first of its names in the tables, empty where it has none."""
        return self.codes[0] if self.codes else ""

    def label(self, language: Language) -> str:
        """Return the label in Chinese or English."""
        return self.label_zh if language == "zh" else self.label_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Term):
    """A class. `parents` are the IRIs it is declared below, `ancestors` those and all above them, sorted."""

    parents: tuple[str, ...] = ()
    ancestors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property(Term):
    """A property. `domain` and `range` are IRIs of classes or datatypes (any one of them), empty where open."""

    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    symmetric: bool = False
    literal: bool = False

    @property
    def directed(self) -> bool:
        """Whether the two ends play different parts."""
        return not self.symmetric


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Term):
    """A listed value. `scheme` is the local name of its list without `-scheme` (status, handling-role)."""

    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All terms, by their name in the tables (`kinds`, `relations`, `concepts`) and by local name (`terms`).

    `relations` are the properties that edges.csv uses; `concepts` is keyed by scheme, then by code. `declared` holds
    every class and property, those of other vocabularies too: IRI → IRI of its type in OWL, sorted.
    """

    version: str
    kinds: Mapping[str, Kind] = field(repr=False)
    relations: Mapping[str, Property] = field(repr=False)
    concepts: Mapping[str, Mapping[str, Concept]] = field(repr=False)
    terms: Mapping[str, Term] = field(repr=False)
    declared: Mapping[str, str] = field(repr=False)

    def kind(self, code: str) -> Kind:
        """Return the class of a kind or sub-kind of the tables. Raises `VocabularyError` where there is none."""
        return _find(self.kinds, code, "kind")

    def relation(self, code: str) -> Property:
        """Return the property of a relation of edges.csv. Raises `VocabularyError` where there is none."""
        return _find(self.relations, code, "relation")

    def concept(self, scheme: str, code: str) -> Concept:
        """Return a listed value. Raises `VocabularyError` where the list or the value is not there."""
        return _find(_find(self.concepts, scheme, "list of values"), code, f"value of {scheme}")

    def term(self, name: str) -> Term:
        """Return the term with this local name. Raises `VocabularyError` where there is none."""
        return _find(self.terms, name, "term")


@cache
def load() -> Vocabulary:
    """Return the shipped vocabulary. Raises `VocabularyError` where fuwen.ttl is broken (line and column)."""
    return read(source())


def source() -> str:
    """Return the text of fuwen.ttl."""
    return (resources.files(__package__) / FILE).read_text(encoding="utf-8")


def read(turtle: str) -> Vocabulary:
    """Return the vocabulary that a Turtle text declares. Raises `VocabularyError` as `load` does."""
    said = _parse(turtle)
    kinds, properties, concepts = _terms(said)
    schemes: dict[str, dict[str, Concept]] = {}
    for concept in concepts:
        schemes.setdefault(concept.scheme, {})[concept.code] = concept
    version = _first(said[ONTOLOGY_IRI], _OWL + "versionInfo") if ONTOLOGY_IRI in said else ""
    return Vocabulary(
        version=version,
        kinds=_by_code(kinds),
        relations=_by_code(properties),
        concepts=schemes,
        terms={term.name: term for term in (*kinds, *properties, *concepts)},
        declared=_declared(said),
    )


def _declared(said: Mapping[str, _Values]) -> dict[str, str]:
    types = {iri: _all(values, _RDF + "type") for iri, values in sorted(said.items())}
    return {iri: kind for iri, kinds in types.items() for kind in kinds if kind in _DECLARATIONS}


_Values = dict[str, list[tuple[str, str]]]
"""The statements on one subject: predicate → (value, language), in file order."""


def _parse(turtle: str) -> dict[str, _Values]:
    found: dict[str, _Values] = {}
    for subject, predicate, value, language in statements(turtle, FILE):
        found.setdefault(subject, {}).setdefault(predicate, []).append((value, language))
    return found


def _terms(said: Mapping[str, _Values]) -> tuple[list[Kind], list[Property], list[Concept]]:
    kinds: list[Kind] = []
    properties: list[Property] = []
    concepts: list[Concept] = []
    for iri, values in said.items():
        types = set(_all(values, _RDF + "type"))
        if not iri.startswith(NAMESPACE):
            continue
        if _OWL + "Class" in types:
            kinds.append(_kind(iri, said))
        elif types & _PROPERTIES:
            properties.append(_property(iri, values, types))
        elif _SKOS + "Concept" in types:
            concepts.append(_concept(iri, values))
    return kinds, properties, concepts


def _kind(iri: str, said: Mapping[str, _Values]) -> Kind:
    values = said[iri]
    return Kind(
        **_common(iri, values),
        parents=_all(values, _RDFS + "subClassOf"),
        ancestors=tuple(sorted(_ancestors(iri, said))),
    )


def _ancestors(iri: str, said: Mapping[str, _Values]) -> set[str]:
    found: set[str] = set()
    waiting = [iri]
    while waiting:
        for parent in _all(said.get(waiting.pop(), {}), _RDFS + "subClassOf"):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def _property(iri: str, values: _Values, types: set[str]) -> Property:
    return Property(
        **_common(iri, values),
        domain=_all(values, _RDFS + "domain", _SCHEMA + "domainIncludes"),
        range=_all(values, _RDFS + "range", _SCHEMA + "rangeIncludes"),
        parents=_all(values, _RDFS + "subPropertyOf"),
        symmetric=_OWL + "SymmetricProperty" in types,
        literal=_OWL + "DatatypeProperty" in types,
    )


def _concept(iri: str, values: _Values) -> Concept:
    scheme = _first(values, _SKOS + "inScheme").removeprefix(NAMESPACE).removesuffix("-scheme")
    if not scheme:
        raise VocabularyError(
            f"ontology/{FILE}: {iri} 没有 skos:inScheme；请补上 · is a concept without skos:inScheme; add it"
        )
    return Concept(**_common(iri, values), scheme=scheme)


class _Common(TypedDict):
    iri: str
    codes: tuple[str, ...]
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    examples: tuple[str, ...]


def _common(iri: str, values: _Values) -> _Common:
    label = _texts(iri, values, _RDFS + "label")
    definition = _texts(iri, values, _SKOS + "definition")
    return _Common(
        iri=iri,
        codes=_all(values, _SKOS + "notation"),
        label_zh=label["zh"],
        label_en=label["en"],
        definition_zh=definition["zh"],
        definition_en=definition["en"],
        examples=_all(values, _SKOS + "example"),
    )


def _texts(iri: str, values: _Values, predicate: str) -> Mapping[Language, str]:
    """Return the text in each language; the first one where several stand there."""
    found = {language: value for value, language in reversed(values.get(predicate, []))}
    missing = [language for language in ("zh", "en") if not found.get(language)]
    if missing:
        name = predicate.rpartition("#")[2]
        raise VocabularyError(
            f"ontology/{FILE}: {iri} 缺 {name}（{'、'.join(missing)}）；请补上 · "
            f"has no {name} in {', '.join(missing)}; add it"
        )
    return {"zh": found["zh"], "en": found["en"]}


def _all(values: _Values, *predicates: str) -> tuple[str, ...]:
    return tuple(value for predicate in predicates for value, _ in values.get(predicate, ()))


def _first(values: _Values, predicate: str) -> str:
    return next(iter(_all(values, predicate)), "")


def _by_code(terms: Iterable[_T]) -> dict[str, _T]:
    found: dict[str, _T] = {}
    for term in terms:
        for code in term.codes:
            if code in found:
                raise VocabularyError(
                    f"ontology/{FILE}: {code} 同时指两个词；请改其一 · "
                    f"names two terms, change one: {found[code].iri}, {term.iri}"
                )
            found[code] = term
    return found


def _find(found: Mapping[str, _U], code: str, what: str) -> _U:
    try:
        return found[code]
    except KeyError:
        known: Sequence[str] = sorted(found)
        raise VocabularyError(
            f"ontology/{FILE}: 没有 {what} {code!r}，已有的是 · no {what} {code!r}, there are: {', '.join(known)}"
        ) from None
