"""Parts two names that were found as one: 产业母基金和创投母基金 are two funds, as both end with the same word.

So are a company and what belongs to it: 甲集团所属乙公司; and who helps or builds and what: 甲医院对口支援某县人民医院;
a party committee and its government: 甲县委县政府; two offices in one house: 市自然资源局（林业局）, or side by side:
市经信局市新经济委; a company and its quoted brand: 甲公司“乙云平台”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology import lexicon, places
from ontology.clause_words import clause_words
from ontology.name_edges import name_edges
from ontology.place_types import TYPES
from ontology.tsv import any_word

from .finding import Finding
from .marks import CONJUNCTION, HEAD
from .words import Word, is_coined, segmenter

_KINDS = frozenset({"fund", "platform", "policy"})
_NEVER_ACTING = frozenset({"fund", "policy"})
"""What a verb is a noun in: 苏州市农村学校建设市级专项资金 is one fund."""
_JOINTS = frozenset("和与及")
_SHORTEST = 4
"""Characters: what is shorter, or one word alone (产业基金), is a word for a class."""
_SHORTEST_OFFICE = 3
_SHORTEST_MAKER = 2
_QUOTE_TAIL = "quote_tail:"
_ITEM = "、"
_JOINED = frozenset({"fund", "platform"})
_ENDS_OF_TWO = "府）)"
_LEVELS = frozenset("省市县区州旗盟")
_PARTY_AND_GOVERNMENT = re.compile("(?P<one>.{2,12}?党?委)(?P<other>[省市县区州旗盟镇乡]?(?:人民)?政府)")
_TWO_OFFICES = re.compile("(?P<one>[^（()）]{3,}[局委办厅部])[（(](?P<other>[^（()）]{2,}[局委办厅])[）)]")
_OFFICES_OF_ONE_PLACE = re.compile(
    "(?P<one>(?P<level>[省市县区州旗盟])[^（()）]{1,8}?[局委办厅])(?P<other>(?P=level)(?![场域容政委直属级])[^（()）]{2,8}[局委办厅])"
)
_MARKS = frozenset('（(“《"')


def parted(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each that is two by its words as two."""
    return [part for one in found for part in _two(text, _behind_item(text, one))]


def _two(text: str, one: Finding) -> Iterable[Finding]:
    return (
        _side_by_side(text, one)
        or _maker_and_brand(text, one)
        or _owned(text, one)
        or _acting(text, one)
        or _together(text, one)
        or _parts(text, one)
    )


def _behind_item(text: str, found: Finding) -> Finding:
    """The finding without a first item that is a name for itself: 中央预算内投资、|某某资金, 某市、|某市工业园区."""
    start, end = found.span.start, found.span.end
    item, joint, rest = text[start:end].partition(_ITEM)
    if found.kind not in _JOINED or not joint or len(rest) < _SHORTEST:
        return found
    printed = places.load().prefix(rest) or ""
    around = printed and places.load().resolve(item) == places.load().resolve(printed) is not None
    if not around and not (found.kind == "fund" and item.startswith(clause_words()["treasury_above"])):
        return found
    return replace(found, span=Span(start=start + len(item) + len(joint), end=end))


def _maker_and_brand(text: str, found: Finding) -> list[Finding]:
    """A company and its quoted brand (甲公司“乙云平台”), where they were found as one; else empty."""
    start, end = found.span.start, found.span.end
    if found.kind != "organisation" or not found.reason.startswith(_QUOTE_TAIL) or text[end - 1] != "”":
        return []
    kinds = lexicon.heads()[found.reason.removeprefix(_QUOTE_TAIL)].kinds
    quote = text.rfind("“", start, end)
    if kinds[0] == "organisation" or quote - start < _SHORTEST_MAKER:
        return []
    brand = replace(found, kind=kinds[0], span=Span(start=quote + 1, end=end - 1))
    return [replace(found, span=Span(start=start, end=quote)), brand]


def _side_by_side(text: str, found: Finding) -> list[Finding]:
    """The party's committee and the government, or an office and the one in brackets behind it; else empty."""
    start, end = found.span.start, found.span.end
    if found.kind != "organisation" or found.parts:
        return []
    told = None
    if text[end - 1] in _ENDS_OF_TWO:
        told = _PARTY_AND_GOVERNMENT.fullmatch(text, start, end) or _TWO_OFFICES.fullmatch(text, start, end)
    elif text[start] in _LEVELS:
        told = _OFFICES_OF_ONE_PLACE.fullmatch(text, start, end)
    if told is None:
        return []
    spans = [Span(start=told.start(group), end=told.end(group)) for group in ("one", "other")]
    bare = (
        spans[1].end - spans[1].start < _SHORTEST_OFFICE
    )  # 镇党委|政府: whose the government is only the whole says
    return [replace(found, span=span) for span in (spans[:1] if bare else spans)]


def _acting(text: str, found: Finding) -> list[Finding]:
    """Who acts on something and that, where a name holds a verb between a body and a place or a level; else empty."""
    start, end = found.span.start, found.span.end
    if found.kind in _NEVER_ACTING or found.parts or not _MARKS.isdisjoint(text[start:end]):
        return []
    for verb in _acting_pattern().finditer(text, start, end):
        left, right = text[start : verb.start()], text[verb.end() : end]
        if not left.endswith(_bodies()):
            continue
        if verb.group() in name_edges()["forming"]:
            return [replace(found, span=Span(start=start, end=verb.start()))]  # 甲公司组成联合体
        if len(right) < _SHORTEST or not _begins_anew(right):
            continue
        owner = replace(found, kind="organisation", span=Span(start=start, end=verb.start()))
        return [owner, replace(found, span=Span(start=verb.end(), end=end))]
    return []


def _together(text: str, found: Finding) -> list[Finding]:
    """Two bodies and what they do together (甲大学|联合|乙集团), but not 甲大学联合研究中心; else empty."""
    start, end = found.span.start, found.span.end
    if found.kind != "organisation" or found.parts or not _MARKS.isdisjoint(text[start:end]):
        return []
    for verb in _together_pattern().finditer(text, start, end):
        left, right = text[start : verb.start()], text[verb.end() : end]
        own = len(right) >= _SHORTEST and is_coined(right, or_placed=True)
        if own and left.endswith(_bodies()) and right.endswith(_bodies()):
            spans = Span(start=start, end=verb.start()), Span(start=verb.end(), end=end)
            return [replace(found, span=span) for span in spans]
    return []


@cache
def _together_pattern() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["together"]))


def _begins_anew(name: str) -> bool:
    return name[0] in TYPES or bool(places.load().prefix(name))


@cache
def _acting_pattern() -> re.Pattern[str]:
    return re.compile(any_word((*name_edges()["acting"], *name_edges()["forming"])))


@cache
def _bodies() -> tuple[str, ...]:
    """The ends of the names of bodies; one character (社, 会, 部) ends other words as well: 社会|建设."""
    return tuple(
        word for word, head in lexicon.heads().items() if len(word) > 1 and head.kinds[0] == "organisation"
    )


def _owned(text: str, found: Finding) -> list[Finding]:
    """The owner and what it owns, where an organisation's name tells both; an empty list where it does not."""
    start, end = found.span.start, found.span.end
    if found.kind != "organisation" or found.parts:
        return []
    for word in clause_words()["owning"]:
        at = text.find(word, start, end)
        if at < 0 or not text.endswith(name_edges()["owner"], start, at) or end - at - len(word) < _SHORTEST:
            continue
        spans = (Span(start=start, end=at), Span(start=at + len(word), end=end))
        return [replace(found, span=span) for span in spans]
    return []


def _parts(text: str, found: Finding) -> Iterator[Finding]:
    start, end = found.span.start, found.span.end
    name = text[start:end]
    if found.kind not in _KINDS or found.parts or _JOINTS.isdisjoint(name) or not _MARKS.isdisjoint(name):
        yield found
        return
    cut = segmenter().cut(name)
    joint = _joint(cut.words)
    left, right = (cut.starts[joint], cut.starts[joint + 1]) if joint else (0, 0)
    if min(left, end - start - right) < _SHORTEST:
        yield found
        return
    yield replace(found, span=Span(start=start, end=start + left))
    yield replace(found, span=Span(start=start + right, end=end))


def _joint(words: Sequence[Word]) -> int:
    """Return the joint behind the first word that ends both names, 0 where there is none or there are several."""
    last = words[-1]
    joints = [index for index, word in enumerate(words) if word.text in _JOINTS and CONJUNCTION in word.tag]
    if len(joints) != 1 or HEAD not in last.tag or not 1 < joints[0] < len(words) - 2:
        return 0
    return joints[0] if words[joints[0] - 1].text.endswith(last.text) else 0
