"""What was found and names nothing: 各区政府, 两所民办幼儿园, the last item of 甲库、乙库三大综合库.

Only what the words themselves show; what is a class by its meaning alone the weights tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.numerals import ONE_TO_TEN
from ontology import lexicon, places
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .any_of_kind import is_any_of_kind
from .finding import Finding
from .marks import LIST_MARKS
from .words import is_coined, segmenter

_BODIES = frozenset({"organisation", "platform"})
_ALL = re.compile("全(?:[省市县区镇乡]|州(?![县镇])).{3,}")
"""全市公共法律服务中心 are all of them; 全州县 is a county."""
_LEVEL_IN_BRACKETS = re.compile("[（(](?:[市县区镇乡街村]|街道|社区)[）)]")
_GOING_ON = ("电子", "大学", "生物", "中心")
_GREAT = re.compile(f"[{ONE_TO_TEN}两0-9]大$")
_SUM = re.compile(f"(?<!第)[{ONE_TO_TEN}两]大(?!队)")
_SOME = "某"
_BEHIND = 4
_DASH = re.compile("[—－–-]+")
_COMMUNITY, _PLAIN = "社区", 4
_VILLAGE = re.compile(
    ".{2,16}(?:镇|乡|街道).{2,4}(?:村|社区)|.{2,6}[市州盟].{2,8}[县区旗].{2,5}(?:(?<!小)镇|乡)"
)
_LEVELS = re.compile("(?:国家|[省市县区镇乡村级（）()/、—－-]|街道|社区)+")


def without_unnamed(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that name nothing."""
    return [finding for finding in found if not _is_unnamed(text, finding)]


def _is_unnamed(text: str, finding: Finding) -> bool:
    start, end = finding.span.start, finding.span.end
    name = text[start:end]
    if name in _class_names() or _SOME in name or is_any_of_kind(text, finding):
        return True
    if finding.reason.partition(":")[0] == "quote":
        route = _is_route(name) or (_DASH.search(name) is not None and _line().match(text, end) is not None)
        return len(_DASH.findall(name)) > 1 or _LEVELS.fullmatch(name) is not None or route
    if finding.reason == "bare":
        modifies = text.startswith("“", end) and _is_of_words(name)
        great = _GREAT.search(name) is not None  # 装备两大|产业
        ends = name.endswith((*name_edges()["title"], *name_edges()["bare_end"])) or is_of_firms(name)
        return modifies or great or ends or _is_where(finding, name)
    if finding.kind not in _BODIES:
        return False
    # 信息电子|显示屏, 某某大学|之城
    going_on = name.endswith(_GOING_ON) and text.startswith(name_edges()["goes_on"], end)
    if going_on or (finding.kind == "organisation" and _names_a_road(text, end)):
        return True
    every = _ALL.match(name) or _LEVEL_IN_BRACKETS.search(name)
    trade = finding.kind == "organisation" and is_of_firms(name)
    classed = every is not None or _is_where(finding, name) or trade
    return classed or _is_any(text, finding, name) or _is_counted(text, start, name)


def _is_where(finding: Finding, name: str) -> bool:
    """Whether a name only tells where: a village with its town, a plain community, a road, what lies along one."""
    if _VILLAGE.fullmatch(name) is not None:
        return True
    if finding.kind == "platform":
        plain = len(name) <= _PLAIN and name.endswith(_COMMUNITY)
        return plain or _somewhere().search(name) is not None
    return finding.reason == "bare" and finding.kind == "organisation" and name.endswith(name_edges()["road"])


def _names_a_road(text: str, end: int) -> bool:
    """Whether a road or a stop is called after what ends at `end`: 武汉大学|路, but not 武汉大学|路演."""
    if not text.startswith(_on_roads(), end) or text.startswith(name_edges()["no_road"], end):
        return False
    return segmenter().cut(text[end : end + _BEHIND]).words[0].text in _on_roads()


@cache
def _on_roads() -> tuple[str, ...]:
    return (*sorted(lexicon.words("road_words.tsv")), *name_edges()["stop"])


def _is_route(name: str) -> bool:
    """Whether quotes hold two places that something runs between: “陇南—成都”."""
    ends = _DASH.split(name)
    return len(ends) > 1 and all(places.load().resolve(end) for end in ends)


def _is_any(text: str, finding: Finding, name: str) -> bool:
    """Whether a government is any of its kind (各区|政府, 有关|镇政府), or a site what a body left behind (旧址)."""
    start, end = finding.span.start, finding.span.end
    if text.startswith(name_edges()["left_behind"], end) and finding.kind == "organisation":
        return True
    if name.startswith(name_edges()["nearest"]):
        return True
    if not name.endswith(name_edges()["any_body"]):
        return False
    if name.startswith(name_edges()["any"]):
        return not name.startswith(_torn_towns())  # 各莫镇|人民政府
    if _any_of().search(text[max(0, start - 3) : start] + name) is None:
        return False
    printed = places.load().prefix(name) or ""
    return not (printed and places.load().is_full(printed))  # 涉及|市南区人民政府: a district is named


def _is_counted(text: str, start: int, name: str) -> bool:
    """Whether a number counts what is named (两所民办幼儿园), or sums up the list that it ends (三大综合库)."""
    if _counted().search(name):
        return True
    summed = _SUM.search(name, 2)
    if summed is None or not text.endswith(LIST_MARKS, 0, start):
        return False
    if any(word in name for word in name_edges()["with_a_sum"]):
        return False
    # 母基金三大母基金 is the last item with a sum that is cut off elsewhere
    return name[summed.start() - 1] != name[-1]


def is_of_firms(name: str) -> bool:
    """Return whether a name is made of words for departments and trades of firms alone: 售后, 研发设计, 储运公司."""
    return _of_firms().fullmatch(name) is not None


@cache
def _of_firms() -> re.Pattern[str]:
    return re.compile(f"{any_word(name_edges()['firm_word'])}+(?:公司|企业)?")


def _is_of_words(name: str) -> bool:
    """Whether a name is made of several common words: 城市运行, but not 网易 or 海康威视."""
    return len(segmenter().cut(name).words) > 1 and not is_coined(name, or_placed=True)


@cache
def _line() -> re.Pattern[str]:
    """What runs between two places that quotes hold: “九洲港—桂山岛”无人机物流航线."""
    return re.compile(rf"”[^，。；：、“”\n]{{0,8}}?{any_word(name_edges()['line'])}")


@cache
def _somewhere() -> re.Pattern[str]:
    """A word that tells where any of them are (沿线服务区), but not which places something joins (沿线国家)."""
    return re.compile(f"{any_word(name_edges()['somewhere'])}(?!国家(?!级)|城市)")


@cache
def _torn_towns() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("torn_towns.tsv")))


@cache
def _class_names() -> frozenset[str]:
    return frozenset(name_edges()["class_name"])


@cache
def _any_of() -> re.Pattern[str]:
    """A word for any of a kind right before a level: 有关|镇政府, but not 有关|绿源公司."""
    return re.compile(f"{any_word(name_edges()['any'])}[省市县区镇乡]")


@cache
def _counted() -> re.Pattern[str]:
    """A number of schools, homes or seats with a word for a class behind it: 两所民办, but not 第一所."""
    return re.compile(f"(?<!第)[{ONE_TO_TEN}两几多数0-9][所家座个]{any_word(name_edges()['counted_class'])}")
