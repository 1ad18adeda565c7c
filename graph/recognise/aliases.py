"""Short names that a letter defines for itself: 江南仪器技术研究院（以下简称“江仪院”）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from corpus.records import Span
from ontology import lexicon, places
from ontology.clause_words import clause_words
from ontology.edition_words import edition_words
from ontology.name_edges import name_edges
from ontology.not_second_names import not_second_names
from ontology.tsv import any_word, longest_first

from ..records import AliasDefinition
from .finding import Finding, Taken
from .marks import GENERIC, HEAD, PUNCTUATION, SOFT
from .words import WordEdges, is_coined, segmenter

_DEFINITION = re.compile(
    r"[（(](?:[^（）()\n]{1,40}[，,；;])?[^（）()\n，,；;]{0,6}(?:简称|下称|称)为?[：:]?\s*"
    r"[“‘《\"]{0,2}([^“”‘’《》\"（）()\n，,；;]{2,24}(?:[（(][^“”‘’《》\"（）()\n]{1,8}[）)])?)"
    rf"(?:[”’》\"]{{1,2}}{any_word(name_edges()['brand_noun'])}?)?"
    r"(?:[，,；;](?:以?下同|原[^“”（）()\n]{2,30}))?[）)]"
)
"""（以下简称“江仪院”）, （平政〔2021〕3号，下称《措施》）, （又称“惠企通”平台）: the noun is no part of the name.

（以下简称“甲公司”，原乙中心）: what it was called before stands behind.
（以下简称“港科大（广州）”）: what brackets hold within the marks is a part of it. （简称省科院，下同）
"""
_SAID = re.compile(
    r"[，,]?(?:(?:以下|下文)(?:简称|称)|下称|简称)为?[：:]?[“‘\"]([^“”‘’《》\"（）()\n，,；;]{2,16})[”’\"]"
    r"|[，,]?以下简称为?[：:]?([\u4e00-\u9fff]{2,6})(?=[，。；）])"
)
"""Right behind a name, without brackets: 某某大学简称“某大”, 某某公司以下简称省某投，."""
_BRACKETS = re.compile(r"[（(][^（）()\n]{1,40}[）)]\Z")
_BRACKETED = 42
"""Characters of brackets that may stand between a name and the definition: （平政规〔2021〕3号）（以下简称…）."""
_SEVERAL = re.compile(rf"两.{{1,3}}|[二三四五六七八九十]+个?{any_word(not_second_names()['several'])}")
"""“两部委” behind the last body of a list means all of them."""


_TWO = 2
MIN_LETTERS = 3
"""Latin letters of a second name: fewer are mostly a number's or a grade's (A, B2)."""
_SECOND = re.compile(r"[（(]([^（）()，,、。；;：:“”《》\"\n]{2,16})[）)，,]")
# （“汉融通”）, （即“汉融通”）: quoted, and nothing else in the brackets.
_QUOTED = re.compile(
    r"[（(][ ]?(?:即|又名|亦名|暨)?[“《「\"]([^“”《》「」（）()，,、。；;：:\"\n]{2,16})[”》」\"][ ]?[）)]"
)
_NAME_OF_ITS_OWN = re.compile(r"(?!第)[\u4e00-\u9fffA-Za-z0-9·+＋-]{3,12}")
_NUMBER = re.compile(r"[0-9〇一二两三四五六七八九十百]+.$")
_INSTITUTIONS = frozenset({"organisation", "platform"})
_KINDS_OF_BRANDS = frozenset({"platform", "fund", "policy"})
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .·+-]*[A-Za-z0-9]")
_NUMBERED = re.compile(r"[一二三四五六七八九十百0-9]{1,4}条[\u4e00-\u9fff]{2,4}$")
_COMPANY = "有限公司"
_CLAUSE, _NOUN = 8, "n"
_BRAND_SIZES = (4, 3)
_HAN = re.compile(r"(?!第)[\u4e00-\u9fff]{3,8}")
_OFFICES = ("局", "委", "办", "厅", "部")
"""What an office ends in; another one in brackets behind it (国家发展改革委（能源局）) is a body of its own."""
_MARKS, _ENDS = ("《", "“", "「", "『"), "，。；！？\n"


def alias_spans(text: str) -> list[Span]:
    """Return where short names are defined: they name what the brackets stand behind, whatever they look like."""
    return [Span(start=start, end=end) for start, end in map(_short, _said(text))]


def definitions_of_several(text: str) -> list[re.Match[str]]:
    """Return the definitions of a short name for several bodies (以下简称“两院”), which group 1 holds."""
    return [match for match in _DEFINITION.finditer(text) if _SEVERAL.fullmatch(match.group(1))]


def _said(text: str) -> list[re.Match[str]]:
    """Return what says outright that a short name follows, in brackets or right behind the name."""
    return [*_DEFINITION.finditer(text), *(one for one in _SAID.finditer(text) if not _in_bracket(text, one))]


def _in_bracket(text: str, match: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return max(map(line.rfind, "（(")) > max(map(line.rfind, "）)"))


def _short(match: re.Match[str]) -> tuple[int, int]:
    """Return where the short name stands that a definition gives."""
    return match.span(match.lastindex or 1)


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
    for match in _in_brackets(text, names):
        full = _before(match, text, ends) or _before_its_founding(text, match, ends)
        start, end = _short(match)
        if full is not None and not _SEVERAL.fullmatch(text, start, end) and not _reaches_out(match, names):
            span = Span(start=start, end=end)
            found.append(Finding(span=span, kind=full.kind, score=full.score, reason="defined short name"))
            definitions.append(_definition(letter_id, text, full.span, span))
    for full, short in (*_brands_before(text, names, ends), *_clipped(text, names, ends)):
        found.append(Finding(span=short, kind=full.kind, score=full.score, reason="defined short name"))
        definitions.append(_definition(letter_id, text, full.span, short))
    return found, definitions


def _before(match: re.Match[str], text: str, ends: Mapping[int, Finding]) -> Finding | None:
    """Return the name that the brackets stand behind: right behind, or behind brackets that hold something else."""
    at = match.start()
    found = ends.get(at) or ends.get(at - 1)
    if found is None and match.re is _DEFINITION and text[at - 1 : at] in {"）", ")"}:
        other = _BRACKETS.search(text, max(0, at - _BRACKETED), at)
        return other and (ends.get(other.start()) or ends.get(other.start() - 1))
    return found


def _before_its_founding(text: str, match: re.Match[str], ends: Mapping[int, Finding]) -> Finding | None:
    """Return what was founded right before brackets that say a short name: 某某委员会成立（简称“某委”）."""
    if match.re is not _DEFINITION:
        return None
    verb = next((verb for verb in _came_to_be() if text.endswith(verb, 0, match.start())), "")
    return ends.get(match.start() - len(verb)) if verb else None


@cache
def _came_to_be() -> tuple[str, ...]:
    """The verbs that say of a name before them that it came to be, longest first."""
    return longest_first(clause_words()["founding"])


def _definition(letter_id: str, text: str, full: Span, short: Span) -> AliasDefinition:
    return AliasDefinition(
        letter_id=letter_id,
        name=text[full.start : full.end],
        alias=text[short.start : short.end],
        name_span=full,
        alias_span=short,
    )


def _in_brackets(text: str, names: Sequence[Finding]) -> list[re.Match[str]]:
    """Return the brackets that hold a short name, in text order."""
    inside = {finding.span.start for finding in names}
    second = (match for match in _SECOND.finditer(text) if match.start(1) not in inside)
    found = [*_said(text), *(match for match in second if _is_second(match, text))]
    starts = {match.start() for match in found}
    quoted = (match for match in _QUOTED.finditer(text) if match.start() not in starts)
    ends = {finding.span.end: finding for finding in names}
    found += [match for match in quoted if is_brand(match.group(1)) or _is_two(match, text, ends)]
    return sorted(found, key=lambda match: match.start())


def _is_two(match: re.Match[str], text: str, ends: Mapping[int, Finding]) -> bool:
    """Return whether two characters in marks are those of the body before them: 江汉大学（“江大”）."""
    full, short = ends.get(match.start()), match.group(1)
    if full is None or full.kind != "organisation" or len(short) != _TWO:
        return False
    return _is_clipped(text[full.span.start : full.span.end], short)


def _reaches_out(match: re.Match[str], names: Sequence[Finding]) -> bool:
    """Return whether a longer name holds the brackets or a part of them (“一网通办”平台）."""
    start, end = _short(match)
    return any(
        one.span.start < end
        and start < one.span.end
        and not (start <= one.span.start and one.span.end <= end)
        for one in names
    )


def _brands_before(
    text: str, names: Sequence[Finding], ends: Mapping[int, Finding]
) -> Iterator[tuple[Finding, Span]]:
    """Yield the full name in brackets and the quoted brand before them: “汉融通”（武汉市企业融资对接服务平台）."""
    for full in names:
        start, end = full.span.start, full.span.end
        brand = ends.get(start - 2) if text[start - 1 : start] in {"（", "("} else None
        if brand is None or full.kind not in _KINDS_OF_BRANDS or text[end : end + 1] not in {"）", ")"}:
            continue
        name = text[brand.span.start : brand.span.end]
        quoted = text[brand.span.start - 1 : brand.span.start] == "“" and text[start - 2] == "”"
        if quoted and is_brand(name) and len(name) + 2 <= end - start:
            yield full, brand.span


def _clipped(
    text: str, names: Sequence[Finding], ends: Mapping[int, Finding]
) -> Iterator[tuple[Finding, Span]]:
    """Yield a body and its name in brackets behind it, made of some of its characters: 江南汽车研究中心（江汽中心）.

    What the longer name begins with may be the body that it belongs to: 江南大学附属医院（江南大学). Two names of one
    institution may also end alike: 江南光电科学技术创新实验室（云湖创新实验室）.
    """
    for short in names:
        start, end = short.span.start, short.span.end
        full = ends.get(start - 1) if text[start - 1 : start] in {"（", "("} else None
        if (
            full is None
            or full.kind != short.kind
            or full.kind not in _INSTITUTIONS
            or text[end : end + 1] not in {"）", ")"}
        ):
            continue
        name, clip = text[full.span.start : full.span.end], text[start:end]
        if _end_alike(name, clip) or (full.kind == "organisation" and _is_clipped(name, clip)):
            yield full, short.span


def _is_clipped(name: str, clip: str) -> bool:
    rest = iter(name)
    return not name.startswith(clip) and len(clip) < len(name) and all(one in rest for one in clip)


def _end_alike(name: str, clip: str) -> bool:
    """Return whether two names, the first the longer one, end with the same word for an institution."""
    head = next((word for word in name_edges()["twin_head"] if clip.endswith(word)), "")
    return bool(head) and len(head) < len(clip) < len(name) and name.endswith(clip[-len(head) - 2 :])


def is_brand(name: str) -> bool:
    """Return whether a quoted word can be the name of one thing: no place, no year, no phase, no word for a class."""
    told = not_second_names()
    return (
        _NAME_OF_ITS_OWN.fullmatch(name) is not None
        and sum(map(str.isalpha, name)) >= MIN_LETTERS
        and name not in told["word"]
        and not name.endswith(told["end"])
        and not (name.endswith(told["counted"]) and _NUMBER.search(name))
        and name not in lexicon.heads()
        and name not in lexicon.words("generic_words.tsv")
        and places.load().resolve(name) is None
    )


def _is_second(match: re.Match[str], text: str) -> bool:
    """Return whether brackets hold a second name: a brand in Latin letters, or a word that the letter uses again."""
    name = match.group(1)
    if _LATIN.fullmatch(name):
        return any(character.isupper() for character in name) and sum(map(str.isalpha, name)) >= MIN_LETTERS
    return (
        bool(_HAN.fullmatch(name))
        and text.count(name) > 1
        and places.load().resolve(name) is None
        and not (name.endswith(_OFFICES) and text.endswith(_OFFICES, 0, match.start()))
    )


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


@cache
def _bare_titles() -> frozenset[str]:
    """The words for documents that are ordinary words as well: 意见, 办法, 方案."""
    return frozenset(head.word for head in lexicon.heads().values() if "policy" in head.kinds)


def _is_document(text: str, span: Span) -> bool:
    """Return whether a bare 意见 is the document so called: in marks, pointed at, or the subject of a clause.

    征求意见 and 您的宝贵意见 are what people think.
    """
    words = edition_words()
    if text.endswith((*words["pointing"], *words["leaning"], *_MARKS), 0, span.start):
        return True
    opens = span.start == 0 or text[span.start - 1] in _ENDS
    return opens and text.startswith(words["speaks"], span.end)


def _is_end_of_class(text: str, span: Span) -> bool:
    """Return whether a bare head word ends a word for a class: 省级制造业|创新中心, but not 依托|创新中心."""
    words = segmenter().cut(text[max(0, span.start - _CLAUSE) : span.start]).words
    last = words[-1].tag if words else PUNCTUATION
    return (HEAD in last or GENERIC in last or last.startswith(_NOUN)) and SOFT not in last


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
            if definition.alias in _bare_titles() and not _is_document(text, span):
                continue
            if definition.alias in lexicon.heads() and _is_end_of_class(text, span):
                continue
            found.append(Finding(span=span, kind=kind, score=0.9, reason="defined short name, again"))
    return found
