"""Who answers: the signing department, those that took part, the part the letter plays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..cues import cues, either
from ..late_pattern import late_pattern
from ..numerals import ONE_TO_TEN
from ..page import Page, Paragraph
from ..records import Fact, JointDepartment
from ..shapes import ITEM, title_shape
from ..signature import organ_line
from ..stated import named_bodies

_ROLE_IN_TITLE = re.compile(
    rf"(?P<role>{either('joint_role', 'role')})(?:单位|件)?）?(?:的)?{either('role_title_end')}"
)
_ROLE_BEHIND = rf"(?P<role>{either('role')})(?=，|、|{either('body_class', 'role_verb', 'joint_verb')})"
# 市财政局、市水利局为会办单位: another's part, unless it is said of ourselves
_NOT_OF_OTHERS = rf"(?!(?<=[局委厅办部院会府处心署关])作?为{either('joint_role')})"
_ROLE_IN_TEXT = (
    # 由贵局主办、我关会办: what is said of ourselves comes first. 我局会同会办单位… says what the others do.
    re.compile(
        rf"(?:{either('self')}|我(?![\u4e00-\u9fff]{either('joint_verb')})[\u4e00-\u9fff]{{1,3}})"
        rf"(?:(?:负责)?作?为)?{_ROLE_BEHIND}"
    ),
    # 我局为人大建议“关于…的建议”的承办部门, but not 我局是老旧小区改造工作的牵头部门
    re.compile(
        rf"{either('self')}(?:作?为|是)[^。；]{{0,60}}?{either('asked_noun')}[^。；]{{0,60}}?的(?P<role>{either('role')}){either('body_class')}"
    ),
    # 经综合各会办单位意见 tells what others did, 由副市长牵头 which person leads.
    re.compile(
        rf"{_NOT_OF_OTHERS}(?:作为|为|由|经(?!{either('joint_verb')}))(?![贵你])[^，。]{{0,12}}?"
        rf"(?<![各长导记任])(?<!有关|相关|其他){_ROLE_BEHIND}"
    ),
    # 现将会办意见函告如下, 现提出以下会办意见：
    re.compile(
        rf"(?:{either('opinion_told', 'self', 'own_place')})(?:[如以]下|有关|相关)?"
        rf"(?P<role>{either('joint_role', 'role')})意见(?=[^，。；]{{0,6}}(?:如下|：))"
    ),
)
_ROLE_LABEL = rf"(?:{either('class_of_bodies')})?(?:（[^（）]{{0,8}}）)?："
_LABELLED = re.compile(
    rf"(?P<role>{either('joint_role')}){_ROLE_LABEL}"
    rf"(?P<list>[^\n]+?)(?=[，；、]?(?<!（){either('joint_role', 'role')}{_ROLE_LABEL}|$|\n)"
)
_END = either("listed_end")
_CHARACTER = r"(?:[\u4e00-\u9fff·A-Za-z]|（[^（），。]{1,20}）)"
_ITEM = (
    rf"(?!并?{either('not_in_list')})(?:(?!并{either('not_in_list')}){_CHARACTER}){{1,28}}?(?:{_END})"
    r"(?:（[^（）]{2,30}）)?"
)
_BEING = rf"(?:作?为|是){either('joint_role')}"
_STOP = rf"(?=(?!{either('not_list_end')}){either('list_end', 'joint_role')}|{_BEING})"
# 广州、深圳、珠海市政府: the head of each stands behind the last.
_GROUP = r"(?:[\u4e00-\u9fff]{2,4}、){1,12}[\u4e00-\u9fff]{2,4}?(?P<head>[市县区州](?:人民)?政府)"
_IN_LIST = rf"(?:{_ITEM}|{_GROUP.replace('?P<head>', '?:')}){_STOP}"
_LIST = rf"(?P<list>{_IN_LIST}(?:(?:、|，|和|与|及|以及){_IN_LIST})*)"
# 会同会办单位市财政局、…: the list says first what those in it are.
_CLASS = rf"(?:{either('joint_role')}{either('body_class')}：?)?"
# 我市商务局 consults nobody: behind these only a verb that can be nothing else.
_OURSELVES = (
    "(?:(?<=我中心|我分行|我大队|我支队)|(?<=[我街][道市区县州镇乡站处馆社所校队行])|(?<=[销联]社|.[科处股室]))"
    rf"(?={either('joint_verb_alone')})"
)
_WITH = late_pattern(
    rf"(?:^|(?<=[，。；：我局委厅部办院会、牵头经并现已即])|(?<=我们)|(?<={either('joint_how')})|(?<=[在中])(?=征)|{_OURSELVES})"
    rf"(?P<verb>{either('joint_verb', 'with_others', 'heeding')}|(?:经|(?<=牵头))会(?!同|商|议|办)){_CLASS}{_LIST}"
    r"(?=(?P<tail>等?[^，。；]{0,14}))"
)
_ROLE = re.compile(either("joint_role", "separately"))
_PART = re.compile(either("joint_role", "role"))
# Above the first number of a letter: 我局召开局务会研究，会同市农业农村局、市财政局提出了办理意见.
_DEALT_WITH = re.compile("研究(?=[，。后办答]|$)|会商|协商|办理|答复")
_BY_ROLE = (
    late_pattern(
        rf"{either('self')}?{either('lead_role')}[，、]?(?:由)?{_LIST}(?:{either('took_part_how')})?"
        rf"(?P<role>{either('joint_role')})"
    ),
    late_pattern(
        rf"(?:^|(?<=[，。；]))(?![^，。；]*(?:{either('lead_role', 'self')}|由))"
        rf"(?:经(?!{either('joint_verb')}))?+{_LIST}"
        rf"(?:作?为|是)?(?P<role>{either('joint_role')})(?:{either('body_class')})?(?=[，。；]|办理|$)"
    ),
    late_pattern(rf"(?P<role>{either('joint_role')}){either('body_class')}(?:为|是|有|：)?{_LIST}"),
    # 本建议由省教育厅、省民政厅分别办理: the one that writes is among them
    late_pattern(rf"由{_LIST}(?P<role>{either('separately')}(?:{either('handled')}|研究))"),
    # 市科委、浦东新区政府对提案进行了会办
    late_pattern(
        rf"(?:^|(?<=[，。；])){_LIST}对(?:{either('this_proposal')}|上述)?{either('asked_noun')}进行了?"
        rf"(?P<role>{either('joint_role')})"
    ),
    # 经市财政局、市水利局等协办单位共同研究, 经两轮征求市财政局、市税务局等9家会办单位意见
    late_pattern(
        rf"(?:(?:^|(?<=[，。；]))经(?!与|会|[^，。]{{0,4}}征求|{either('joint_verb', 'consulted')})|征求了?){_LIST}"
        rf"等?(?:[0-9{ONE_TO_TEN}]{{1,2}}[家个])?(?P<role>{either('joint_role')}){either('body_class')}"
    ),
)
# As those above, each with the words without which it finds nothing.
_BY_WORD = (
    # 市港务局、南沙区政府提供了会办意见
    (
        re.compile("(?:提供|提出|反馈)了?[^，。；]{0,8}意见"),
        late_pattern(
            rf"(?:^|(?<=[，。；]))(?!{either('joint_verb', 'with_others')}){_LIST}"
            rf"(?:等?{either('class_of_bodies')})?(?:书面|分别|均|已)*"
            rf"(?:(?:提供|提出|反馈)了?(?:(?P<role>{either('joint_role')})|书面)|(?:提供|反馈)了)[^，。；]{{0,4}}意见"
        ),
    ),
    # 经区农业农村局、区自然资源局会商
    (
        re.compile("会商"),
        late_pattern(
            rf"(?:^|(?<=[，。；]))经(?!与|会|[^，。]{{0,4}}征求|{either('joint_verb', 'consulted')})"
            rf"{_LIST}(?P<role>会商)"
        ),
    ),
    # 组织区科技局、区投资促进局等单位进行研究办理, beside 各会办单位
    (
        re.compile("组织"),
        late_pattern(
            rf"(?:(?<=[，。；府委厅局办会部院])|(?<={either('joint_how')}))组织{_LIST}等?(?:{either('class_of_bodies')})?"
            rf"(?:进行)?(?:认真)?(?P<role>(?:研究|会商){either('handled')})"
        ),
    ),
)
# 2022年度市公安局关于…; 对县人大第3号建议的答复（水利局）.
_YEAR = re.compile("(?:19|20)[0-9]{2}年度?")
_ORGAN_BEHIND = re.compile("（(?P<name>[\u4e00-\u9fff]{3,20})）$")
_ASKING_OTHERS = re.compile(either("joint_verb_alone", "consulted"))
MOST_ABOVE = 3
"""Paragraphs above the first number of a letter: more are its text."""
_HANDLING = re.compile(f"{either('handling')}。?$")
_ONE = late_pattern(rf"{_ITEM}{_STOP}|{_ITEM}$")
_SEPARATED = re.compile(r"(?:[^\s、（）]|（[^（）]*）)+")
_UNNAMED = re.compile(
    rf"{either('unnamed')}|(?:{either('own_place')}|我区)$|[{ONE_TO_TEN}]+[市区县]政府$|[^、]*?{either('joint_role')}$|[^、]*?(?:{either('class_of_bodies')})$"
)
_GROUP_IN_LIST = late_pattern(rf"(?<![^、和与及]){_GROUP}")
_HEADED = re.compile(f"{_END}$")
# 市数据管理局（市大数据委）: what else it is called is no part of its name.
_ALSO = re.compile(rf"（(?:(?:以下)?(?:统一)?简称[^（）]+|[^（）]{{1,28}}{_END})）\Z")
_SELF = ("我", "本")
_JOINTS = re.compile("[和与]")
_OF_STREET = re.compile("(?:人民)?政府(?=[\u4e00-\u9fff]{2,8}街道)")
_LEVEL_FIRST = re.compile(f"^{either('place_type')}(?=[\u4e00-\u9fff]{{3}})")
_PLACE_ENDS = cues()["place_type"]
_SITE = cues()["site_end"]
_MAY_RUN_SITE = cues()["site_runner_end"]
_INNER = cues()["inner_office_end"]
_OF_STATE = re.compile(either("level", "place_type", "of_state"))
_TRIM = re.compile(r"^(?:和|与|及|以及|等)")


def signed_by(page: Page) -> tuple[Fact, ...]:
    """Return the departments of the signature, first the one that leads."""
    found: list[Fact] = []
    for paragraph in page.zone("signature"):
        match = organ_line(paragraph.folded)
        if match is None:
            continue
        for start, end in by_blanks(
            page, paragraph.start + match.start("name"), paragraph.start + match.end("name")
        ):
            found.append(page.fact(start, end, "signature"))
    return tuple(found)


def by_blanks(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the organs that blanks or 、 separate; blanks inside a name (市 财 政 局) separate nothing."""
    printed = page.text[page.at[start] : page.at[end - 1] + 1]
    words = _SEPARATED.findall(printed)
    if len(words) > 1 and all(organ_line(word) and len(word) >= 4 for word in words):
        at = start
        for word in words:
            yield at, at + len(word)
            at += len(word) + (page.folded[at + len(word) : at + len(word) + 1] == "、")
    else:
        yield start, end


def in_title(page: Page) -> Fact | None:
    """Return the department that a title begins with (X局关于…的答复), or that stands in brackets behind it."""
    for paragraph in page.zone("title"):
        match = title_shape().fullmatch(paragraph.folded)
        if match and match["issuer"] and match["about"] and organ_line(match["issuer"]):
            year = _YEAR.match(match["issuer"])
            start = paragraph.start + (year.end() if year else 0)
            return page.fact(start, paragraph.start + len(match["issuer"]), "title")
        behind = _ORGAN_BEHIND.search(paragraph.folded)
        if match and behind and organ_line(behind["name"]):
            return page.fact(
                paragraph.start + behind.start("name"), paragraph.start + behind.end("name"), "title"
            )
    return None


def in_letterhead(page: Page) -> Fact | None:
    """Return the department that stands on a line of its own above the salutation."""
    for paragraph in page.zone("letterhead"):
        match = organ_line(paragraph.folded.removesuffix("文件"))
        if match and not match["date"] and not _is_of_site(page, paragraph, match["name"]):
            return page.fact(
                paragraph.start + match.start("name"), paragraph.start + match.end("name"), "letterhead"
            )
    return None


def _is_of_site(page: Page, paragraph: Paragraph, name: str) -> bool:
    """Return whether a line of organs is one of links (某省政府网 某市人民政府), or the name of a site (农讯中心)."""
    words = page.text[paragraph.span.start : paragraph.span.end].split()
    if name.endswith(_MAY_RUN_SITE) and not _OF_STATE.search(name):
        return True
    return len(words) > 1 and any(word.endswith(_SITE) for word in words)


def is_inner_office(name: str) -> bool:
    """Return whether a name says neither place nor level and ends as those of a ministry's own offices (协调局)."""
    return name.endswith(_INNER) and not _OF_STATE.search(name)


def read_role(page: Page) -> Fact | None:
    """Return the printed part that this letter plays: 主办, 会办, 协办, 分办, 牵头, 独办, 承办."""
    for paragraph in page.zone("title"):
        match = _ROLE_IN_TITLE.search(paragraph.folded)
        if match:
            return page.fact(
                paragraph.start + match.start("role"), paragraph.start + match.end("role"), "title"
            )
    told = [paragraph for paragraph in _of_handling(page) if _PART.search(paragraph.folded)]
    for pattern in _ROLE_IN_TEXT:
        for paragraph in told:
            match = pattern.search(paragraph.folded)
            if match:
                start, end = match.span("role")
                return page.fact(paragraph.start + start, paragraph.start + end, "opening")
    return None


def read_joint(page: Page, signed: tuple[Fact, ...]) -> tuple[JointDepartment, ...]:
    """Return the departments that took part: labelled lists first, then the opening, then further signatures."""
    found = [*_labelled(page)]
    if not found:
        found = [joint for paragraph in _of_handling(page) for joint in _in_opening(page, paragraph)]
        found = found or [
            joint for one in _above_numbers(page) for joint in _in_opening(page, one, _DEALT_WITH)
        ]
    found += [JointDepartment(name=fact.value, role="联署", span=fact.span) for fact in signed[1:]]
    return tuple(found)


def _of_handling(page: Page) -> Iterator[Paragraph]:
    """Yield the paragraphs that tell who dealt with the proposal: the opening, and a part about its handling."""
    yield from page.zone("opening")
    within = False
    for paragraph in page.zone("heading", "body"):
        if (item := ITEM.match(paragraph.folded)) and item.lastgroup == "cn":
            if within or not _HANDLING.search(paragraph.folded):
                return
            within = True
        elif within:
            yield paragraph


def _above_numbers(page: Page) -> Iterator[Paragraph]:
    """Yield the text between the opening and the first numbered part; a letter without such a part yields nothing."""
    above = list(takewhile(lambda one: ITEM.match(one.folded) is None, page.zone("heading", "body")))
    if len(above) <= MOST_ABOVE:
        yield from (one for one in above if _ASKING_OTHERS.search(one.folded))


def others(found: Iterable[JointDepartment], own: Fact | None) -> tuple[JointDepartment, ...]:
    """Return each department once that took part, without the one that answers: nobody takes part with itself."""
    kept: list[JointDepartment] = []
    for joint in found:
        by_itself = joint.name in cues()["self"] or (
            joint.role.endswith(cues()["handled"]) and joint.name.startswith(_SELF)
        )
        is_own = own is not None and (are_one(joint.name, own.value) or _shortens(joint.name, own.value))
        if not (by_itself or is_own or any(are_one(joint.name, other.name) for other in kept)):
            kept.append(joint)
    return tuple(kept)


def are_one(left: str, right: str) -> bool:
    """Return whether two names are of one body: 区城管局 behind its place, a street's with its government."""
    names = (_OF_STREET.sub("", _JOINTS.sub("", name)) for name in (left, right))
    short, long = sorted(names, key=len)
    bare = _LEVEL_FIRST.sub("", short)
    level, place = short[: len(short) - len(bare)], long[: len(long) - len(bare)]
    if short == long:
        return True
    return len(bare) > 2 and long.endswith(bare) and place.endswith(level or _PLACE_ENDS)


def _shortens(name: str, full: str) -> bool:
    """Return whether a name is a level and a short form of another's own words: 区科技局 of 南沙区科学技术局."""
    level = _LEVEL_FIRST.match(name)
    if level is None or level.group() not in full:
        return False
    bare, own = name[level.end() :], full[full.rfind(level.group()) + 1 :]
    rest = iter(own)
    return len(bare) > 2 and own[:1] == bare[:1] and all(character in rest for character in bare)


def _labelled(page: Page) -> Iterator[JointDepartment]:
    for paragraph in page.zone("signature", "letterhead"):
        for match in _LABELLED.finditer(paragraph.folded):
            begin = paragraph.start + match.start("list")
            for first, last in named_bodies(match["list"]):
                for start, end in by_blanks(page, begin + first, begin + last):
                    yield _joint(page, start, end, match["role"])


def _in_opening(
    page: Page, paragraph: Paragraph, how: re.Pattern[str] | None = None
) -> Iterator[JointDepartment]:
    """Yield the bodies that a paragraph says took part, with `how` only those behind whom it says so, too."""
    text = paragraph.folded
    # The patterns are slow, and most openings name no role.
    roles = (
        *(_BY_ROLE if _ROLE.search(text) else ()),
        *(pattern for word, pattern in _BY_WORD if word.search(text)),
    )
    found = [(match, match["role"] or "会办") for pattern in roles for match in pattern.finditer(text)]
    found += [
        (match, _role(match["verb"], match["tail"]))
        for match in _WITH.finditer(text)
        if how is None or how.search(match["tail"])
    ]
    for match, role in found:
        for one in _ONE.finditer(match["list"]) if role else ():
            lead = _TRIM.match(one.group())
            start = paragraph.start + match.start("list") + one.start() + (lead.end() if lead else 0)
            end = paragraph.start + match.start("list") + one.end()
            also = _ALSO.search(page.folded, start, end)
            end = also.start() if also else end
            if end - start >= 2 and not _UNNAMED.match(page.folded, start, end):
                yield _joint(page, start, end, role)
        yield from _of_places(page, paragraph.start + match.start("list"), match["list"], role)


def _of_places(page: Page, start: int, listed: str, role: str) -> Iterator[JointDepartment]:
    """Yield 广州市政府 and 深圳市政府 of 广州、深圳、珠海市政府; the last one is printed in full."""
    for group in _GROUP_IN_LIST.finditer(listed) if role else ():
        for place in list(re.finditer(r"[^、]+", group[0]))[:-1]:
            if _HEADED.search(place[0]):
                continue  # 市财政局、广州、深圳市政府
            at = start + group.start() + place.start()
            span = page.span(at, at + len(place[0]))
            yield JointDepartment(name=place[0] + group["head"], role=role, span=span)


def _role(verb: str, tail: str) -> str:
    """Return the printed role: that of the list's end (等会办单位) before the verb in front (会同, 商)."""
    named = re.search(either("joint_role"), tail)
    if named:
        return named.group()
    if verb in cues()["with_others"]:
        return "会商" if re.search(either("consulted"), tail) else ""
    if verb in cues()["gathered"]:
        return "会办" if "意见" in tail else ""
    return verb


def _joint(page: Page, start: int, end: int, role: str) -> JointDepartment:
    return JointDepartment(name=page.value(start, end), role=role, span=page.span(start, end))
