"""Write ontology.html and ontology.ttl: the vocabulary beside the data, for people and for tools.

The page begins with a picture of the data model, an example in Turtle and questions to ask; all else is made from
fuwen.ttl, through a template with autoescape on. It makes no request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from ontology import questions, vocabulary
from ontology.vocabulary import NAMESPACE, Concept, Kind, Property, Term, Vocabulary

from .model_picture import BOX_HEIGHT, BOX_WIDTH, HEIGHT, WIDTH, model_picture
from .publication import Publication
from .statements.index import SUGGESTION, shorten
from .text_file import write_parts

PAGE, COPY = "ontology.html", "ontology.ttl"
_TEMPLATE = "reference.html.jinja"
_EXAMPLE = "model_example.ttl"
_QUESTIONS = 5
"""Of the shipped questions, the first in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A term that another refers to: its prefixed name, and where it is explained on the page, if it is."""

    name: str
    anchor: str = ""
    label_zh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One term on the page. `facts` are (Chinese, English, links): from, to, below."""

    term: Term
    name: str
    facts: tuple[tuple[str, str, tuple[Link, ...]], ...] = ()
    symmetric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of the page."""

    anchor: str
    title_zh: str
    title_en: str
    entries: tuple[Entry, ...]


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write ontology.html and ontology.ttl into `folder`; return their paths. Raises `ExportError`."""
    page = render(vocabulary.load(), version=publication.version)
    return write_parts(folder / PAGE, [page]), write_parts(folder / COPY, [vocabulary.source()])


def render(words: Vocabulary, *, version: str) -> str:
    """Return the page: every term with labels, definition, example and what it joins, in Chinese and English."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (loaded only where a page is written)

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_text(_TEMPLATE))
    asked = sorted(questions.load().values(), key=lambda one: one.number)
    page = template.render(
        picture=model_picture(words),
        size={"width": WIDTH, "height": HEIGHT, "box_width": BOX_WIDTH, "box_height": BOX_HEIGHT},
        example=_text(_EXAMPLE).rstrip(),
        questions=asked[:_QUESTIONS],
        chapters=_chapters(words),
        namespace=NAMESPACE,
        ontology=vocabulary.ONTOLOGY_IRI,
        words=words,
        version=version,
    )
    return page.rstrip("\n") + "\n"


def _text(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _chapters(words: Vocabulary) -> tuple[Chapter, ...]:
    terms = list(words.terms.values())
    kinds = [term for term in terms if isinstance(term, Kind)]
    relations = [term for term in terms if isinstance(term, Property) and _is_relation(term)]
    properties = [term for term in terms if isinstance(term, Property) and not _is_relation(term)]
    links = [term for term in properties if not term.literal]
    values = [term for term in properties if term.literal]
    concepts = [term for term in terms if isinstance(term, Concept)]
    return (
        _chapter("classes", "类", "Classes", kinds, words),
        _chapter("relations", "关系", "Relations", relations, words),
        _chapter("links", "链接", "Links", links, words),
        _chapter("values", "属性值", "Values", values, words),
        _chapter("lists", "取值表", "Closed lists", concepts, words),
    )


def _is_relation(term: Property) -> bool:
    return bool(term.codes) or term.name == SUGGESTION


def _chapter(anchor: str, zh: str, en: str, terms: Sequence[Term], words: Vocabulary) -> Chapter:
    entries = tuple(_entry(term, words) for term in terms)
    return Chapter(anchor=anchor, title_zh=zh, title_en=en, entries=entries)


def _entry(term: Term, words: Vocabulary) -> Entry:
    by_iri = {each.iri: each for each in words.terms.values()}
    facts: list[tuple[str, str, tuple[Link, ...]]] = []
    if isinstance(term, Kind):
        facts.append(("上位", "below", _links(term.parents, by_iri)))
        own = [
            one.iri
            for one in words.terms.values()
            if isinstance(one, Property) and not _is_relation(one) and term.iri in one.domain
        ]
        facts.append(("属性", "properties", _links(own, by_iri)))
    if isinstance(term, Property):
        facts.append(("从", "from", _links(term.domain, by_iri)))
        facts.append(("到", "to", _links(term.range, by_iri)))
        facts.append(("上位", "below", _links(term.parents, by_iri)))
    if isinstance(term, Concept):
        facts.append(("取值表", "list", (Link(name=term.scheme),)))
    symmetric = isinstance(term, Property) and term.symmetric
    shown = tuple(fact for fact in facts if fact[2])
    return Entry(term=term, name=shorten(term.iri), facts=shown, symmetric=symmetric)


def _links(iris: Sequence[str], by_iri: Mapping[str, Term]) -> tuple[Link, ...]:
    found = []
    for iri in iris:
        term = by_iri.get(iri)
        found.append(
            Link(name=shorten(iri), anchor=term.name if term else "", label_zh=term.label_zh if term else "")
        )
    return tuple(found)
