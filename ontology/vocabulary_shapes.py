"""The shapes that follow from fuwen.ttl: which properties a class may have, and what each property leads to.

Made from the vocabulary, so that the two cannot drift; what a class must have stands in shapes.ttl. Plain SHACL Core.
A node is written with its class and all classes above, so its types tell without inference what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .vocabulary import NAMESPACE, Kind, Property, Vocabulary

_XSD = "http://www.w3.org/2001/XMLSchema#"
_LISTED = "http://www.w3.org/2004/02/skos/core#Concept"
"""The range of properties whose values are listed: shapes.ttl names the list."""
_PREFIXES = f"""@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix fuwen: <{NAMESPACE}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <{_XSD}> .
"""
_OF_OTHERS = (
    "rdf:type rdfs:label skos:prefLabel skos:altLabel skos:exactMatch"
    " dcterms:identifier dcterms:title dcterms:issued dcterms:isReplacedBy"
)
"""The properties of other vocabularies that our nodes have."""

_Kinds = Mapping[str, Kind]


def turtle(words: Vocabulary) -> str:
    """Return the shapes as Turtle, in the order of the vocabulary, with messages in Chinese and English."""
    kinds = {term.iri: term for term in words.terms.values() if isinstance(term, Kind)}
    properties = [term for term in words.terms.values() if isinstance(term, Property)]
    shapes = (*_closed(kinds, properties), *_objects(kinds, properties), *_subjects(kinds, properties))
    return "\n".join((_PREFIXES, *shapes))


def _closed(kinds: _Kinds, properties: Iterable[Property]) -> Iterator[str]:
    """Yield a shape for every outermost class: its nodes have no other property, nor a misspelt one."""
    for kind in kinds.values():
        if kinds.keys().isdisjoint(kind.ancestors):
            may_be = _around(kind.iri, kinds)
            allowed = [
                _short(term.iri) for term in properties if not term.domain or may_be & set(term.domain)
            ]
            said = _message(
                f"词汇表没有这个属性，或它不用于{kind.label_zh}",
                f"the vocabulary has no such property, or not for this class ({kind.label_en})",
            )
            yield (
                f"fuwen:{kind.name}Properties a sh:NodeShape ; sh:targetClass {_short(kind.iri)} ;"
                f" sh:closed true ; sh:ignoredProperties ( {_OF_OTHERS} {' '.join(allowed)} ) ; {said} ."
            )


def _objects(kinds: _Kinds, properties: Iterable[Property]) -> Iterator[str]:
    """Yield a shape for every property whose range is known: what it leads to is one of these classes or types."""
    for term in properties:
        if term.range and _LISTED not in term.range:
            zh, en = _names(term.range, kinds)
            said = _message(
                f"「{term.label_zh}」（fuwen:{term.name}）的值须是{zh}",
                f"what fuwen:{term.name} leads to must be: {en}",
            )
            wanted = _one_of(term.range, said, kinds)
            yield f"fuwen:{term.name}Objects a sh:NodeShape ; sh:targetObjectsOf {_short(term.iri)} ; {wanted} ."


def _subjects(kinds: _Kinds, properties: Iterable[Property]) -> Iterator[str]:
    """Yield a shape for every property that stands on one class below another of ours, as on replies alone."""
    for term in properties:
        if len(term.domain) == 1 and not kinds.keys().isdisjoint(kinds[term.domain[0]].ancestors):
            zh, en = _names(term.domain, kinds)
            said = _message(
                f"有「{term.label_zh}」（fuwen:{term.name}）的须是{zh}",
                f"what has fuwen:{term.name} must be: {en}",
            )
            wanted = _one_of(term.domain, said, kinds)
            yield f"fuwen:{term.name}Subjects a sh:NodeShape ; sh:targetSubjectsOf {_short(term.iri)} ; {wanted} ."


def _one_of(iris: Iterable[str], said: str, kinds: _Kinds) -> str:
    """Return the constraint that a node is of one of these classes, or a literal of one of these datatypes.

    With several classes all types of the node must be among theirs: SHACL's sh:or would take ten times as long.
    """
    first, *others = iris
    if first.startswith(_XSD):
        return f"sh:or ( {' '.join(f'[ sh:datatype {_short(iri)} ]' for iri in (first, *others))} ) ; {said}"
    if not others:
        return f"sh:class {_short(first)} ; {said}"
    types = sorted(set().union(*(_around(iri, kinds) for iri in (first, *others))))
    listed = " ".join(map(_short, types))
    return f"sh:property [ sh:path rdf:type ; sh:minCount 1 ; sh:in ( {listed} ) ; {said} ]"


def _message(zh: str, en: str) -> str:
    return f'sh:message "{zh}"@zh, "{en}"@en'


def _around(iri: str, kinds: _Kinds) -> set[str]:
    """Return a class and all that its nodes may be as well: the classes above, and those below with theirs above."""
    below = [kind for kind in kinds.values() if iri in kind.ancestors]
    return {iri, *kinds[iri].ancestors}.union(*({kind.iri, *kind.ancestors} for kind in below))


def _names(iris: Iterable[str], kinds: _Kinds) -> tuple[str, str]:
    """Return how classes and datatypes are called, in Chinese and English."""
    zh = [kinds[iri].label_zh if iri in kinds else _short(iri) for iri in iris]
    en = [kinds[iri].label_en if iri in kinds else _short(iri) for iri in iris]
    return "或".join(zh), " or ".join(en)


def _short(iri: str) -> str:
    """Return the prefixed name of a term of ours or a datatype, else the IRI."""
    for prefix, namespace in (("fuwen", NAMESPACE), ("xsd", _XSD)):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
