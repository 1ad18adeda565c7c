"""What is any of its kind by its own words, a sum or a slogan: 五区政府, 省重点实验室, 示范工厂|达到9个, 应用第一城."""

from __future__ import annotations

import re

from corpus.numerals import ONE_TO_TEN
from ontology import places
from ontology.name_edges import name_edges

from .finding import Finding
from .marks import LIST_MARKS

_ANY_GOVERNMENT = re.compile(f"[两{ONE_TO_TEN[1:]}][省市县区](?:人民)?政府")
_BEST = re.compile("(?:世界|全球|国际|亚洲|中国|全国).+之[都乡城]|.+第一[城区县]")
"""What a place wants to be called: 世界工业互联网之都."""
_LEVEL = re.compile("(?:国家|[省市区县])级?")
_COUNTED = re.compile(r"(?:[已共现]有?|达到?|总?数)*(?:达到?)?(?!1[^0-9])[0-9]+余?[个家所座][，。；、（\n]")
_SUM_TOLD = re.compile(r"(?:已|现)?共有[0-9]+余?[个家所][，。；、（\n]")
"""全国专业标准化技术委员会|共有1330余个."""
_EVENTS = re.compile("[^、“”《》]+[赛展节]、.*[赛展节会]")
"""创新创业大赛、机器人技能大赛: a list of events is no policy, 促进产业发展、人才引进若干措施 is one."""


def is_any_of_kind(text: str, finding: Finding) -> bool:
    """Return whether a find names no single thing: a class, what is counted, a slogan; or is an event and no body."""
    start, end = finding.span.start, finding.span.end
    name = text[start:end]
    if finding.kind == "organisation":
        event = name.endswith(name_edges()["event_end"]) and not name.endswith(name_edges()["no_event"])
        return event or _ANY_GOVERNMENT.fullmatch(name) is not None or bool(_SUM_TOLD.match(text, end))
    if finding.kind == "policy":
        return _EVENTS.fullmatch(name) is not None
    if finding.kind == "fund":
        return finding.reason == f"head:{name}"  # 安排引导基金出资
    return _BEST.fullmatch(name) is not None or _is_class(name) or is_counted(text, start, end)


def is_counted(text: str, start: int, end: int) -> bool:
    """Return whether a number behind a platform counts it.

    Behind the last item of a list it sums up the list, behind what is entered (入驻甲产业园20家) it counts who enters.
    """
    return (
        not text.endswith((*LIST_MARKS, *name_edges()["enters"]), 0, start)
        and _COUNTED.match(text, end) is not None
    )


def _is_class(name: str) -> bool:
    """Whether nothing but a place or a level stands before a word for a class: 省创新实验室."""
    kind = next((word for word in name_edges()["class_platform"] if name.endswith(word)), "")
    before = name.removesuffix(kind) if kind else ""
    if not before or _LEVEL.fullmatch(before):
        return bool(before)
    return places.load().is_full(before) and places.load().resolve(before) is not None
