"""Short names that a letter defines for itself: 江南仪器技术研究院（以下简称“江仪院”）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.records import Span
from ontology import places

from ..records import AliasDefinition
from .finding import Finding, Taken
from .words import WordEdges, is_coined

_DEFINITION = re.compile(
    r"[（(][^（）()\n]{0,6}(?:简称|下称|称)为?[：:]?\s*[“《\"]?([^“”《》\"（）()\n]{2,24})[”》\"]?[）)]"
)


MIN_LETTERS = 3
"""Latin letters of a second name: fewer are mostly a number's or a grade's (A, B2)."""
_SECOND = re.compile(r"[（(]([^（）()，,、。；;：:“”《》\"\n]{2,16})[）)，,]")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .·+-]*[A-Za-z0-9]")
_NUMBERED = re.compile(r"[一二三四五六七八九十百0-9]{1,4}条[\u4e00-\u9fff]{2,4}$")
_COMPANY = "有限公司"
_BRAND_SIZES = (4, 3)
_HAN = re.compile(r"(?!第)[\u4e00-\u9fff]{3,8}")


def alias_spans(text: str) -> list[Span]:
    """Return where short names are defined: they name what the brackets stand behind, whatever they look like."""
    return [Span(start=match.start(1), end=match.end(1)) for match in _DEFINITION.finditer(text)]


def defined(
    letter_id: str, text: str, names: Sequence[Finding]
) -> tuple[list[Finding], list[AliasDefinition]]:
    """Return the defined short names as findings, with the definitions that tie them to full names.

    A definition counts where one of `names` ends right before the brackets (a closing mark may stand between). It
    need not say that it is one: （BioBAY）, and （合肥建投） where the letter uses that name again.
    """
    ends = {finding.span.end: finding for finding in names}
    found: list[Finding] = []
    definitions: list[AliasDefinition] = []
    inside = {finding.span.start for finding in names}
    second = (
        match for match in _SECOND.finditer(text) if match.start(1) not in inside and _is_second(match, text)
    )
    for match in sorted((*_DEFINITION.finditer(text), *second), key=lambda match: match.start()):
        full = ends.get(match.start()) or ends.get(match.start() - 1)
        if full is None:
            continue
        span = Span(start=match.start(1), end=match.end(1))
        found.append(Finding(span=span, kind=full.kind, score=full.score, reason="defined short name"))
        definitions.append(
            AliasDefinition(
                letter_id=letter_id,
                name=text[full.span.start : full.span.end],
                alias=match.group(1),
                name_span=full.span,
                alias_span=span,
            )
        )
    return found, definitions


def _is_second(match: re.Match[str], text: str) -> bool:
    """Return whether brackets hold a second name: a brand in Latin letters, or a word that the letter uses again."""
    name = match.group(1)
    if _LATIN.fullmatch(name):
        return any(character.isupper() for character in name) and sum(map(str.isalpha, name)) >= MIN_LETTERS
    return bool(_HAN.fullmatch(name)) and text.count(name) > 1 and places.load().resolve(name) is None


def numbered_again(text: str, names: Sequence[Finding]) -> list[Finding]:
    """Return where the letter calls a document by its number of articles (十条措施), once its title has said it so."""
    said: dict[str, int] = {}
    for title in names:
        ending = _NUMBERED.search(text[title.span.start : title.span.end]) if title.kind == "policy" else None
        if ending is not None:
            said[ending[0]] = min(title.span.end, said.get(ending[0], len(text)))
    return [
        Finding(span=span, kind="policy", score=0.9, reason="numbered measures, again")
        for span in _outside(text, said, names)
    ]


def companies_again(text: str, names: Sequence[Finding]) -> list[Finding]:
    """Return where the letter calls a company by the brand that its full name begins with (福寿康).

    The brand must hold a character that no dictionary word has, and stand as a word outside all names.
    """
    edges = WordEdges(text)
    coined = {brand: end for brand, end in _brands(text, names).items() if is_coined(brand)}
    return [
        Finding(span=span, kind="organisation", score=0.8, reason="company's brand, again")
        for span in _outside(text, coined, names)
        if edges.hold(span)
    ]


def _brands(text: str, names: Iterable[Finding]) -> dict[str, int]:
    """Return what full names of companies begin with, and where the first of them ends."""
    ends: dict[str, int] = {}
    for company in names:
        name = text[company.span.start : company.span.end]
        if company.kind == "organisation" and name.endswith(_COMPANY):
            ends[name] = min(company.span.end, ends.get(name, len(text)))
    found: dict[str, int] = {}
    for name, end in ends.items():
        stem = name[len(places.load().prefix(name) or "") :]
        for size in _BRAND_SIZES:
            if len(stem) >= size + len(_COMPANY):
                found[stem[:size]] = min(end, found.get(stem[:size], end))
    return found


def _outside(text: str, since: Mapping[str, int], names: Iterable[Finding]) -> Iterator[Span]:
    """Yield where a word stands outside all names, each word from its own offset in the text on."""
    taken = Taken.by(finding.span for finding in names)
    for word, start in since.items():
        for match in re.compile(re.escape(word)).finditer(text, start):
            span = Span(start=match.start(), end=match.end())
            if not taken.touch(span):
                yield span


def repeated(text: str, definitions: Sequence[AliasDefinition], names: Sequence[Finding]) -> list[Finding]:
    """Return where the letter uses its defined short names again, outside longer names."""
    kinds = {(finding.span.start, finding.span.end): finding.kind for finding in names}
    taken = [finding.span for finding in names]
    found: list[Finding] = []
    for definition in definitions:
        kind = kinds[definition.name_span.start, definition.name_span.end]
        for match in re.finditer(re.escape(definition.alias), text[definition.alias_span.end :]):
            start = definition.alias_span.end + match.start()
            span = Span(start=start, end=start + len(definition.alias))
            inside = [other for other in taken if span.start < other.end and other.start < span.end]
            if any(other.start < span.start or other.end > span.end for other in inside):
                continue
            found.append(Finding(span=span, kind=kind, score=0.9, reason="defined short name, again"))
    return found
