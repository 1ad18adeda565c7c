"""Which proposals a letter answers: their numbers and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..cues import cues, either
from ..numerals import ONE_TO_TEN
from ..page import Page, Paragraph
from ..records import Basis, Fact
from ..shapes import fold

_DIGITS = r"[A-Za-z]{0,4}[-—]?[0-9]{1,12}(?:[-—.](?:[A-Z]-?)?[0-9]{1,6}){0,2}"
_ASKED = either("asked")
# 会议上提出的余杭42号, 代表余杭42号: these words belong to no place.
_BEFORE_PLACE = f"(?:期间|上)?(?:提出的?)?(?:编号：?)?(?:{either('person_role')})?"
_PLACE = rf"(?![{ONE_TO_TEN}]+[届次批])(?:(?![第号和与及])[\u4e00-\u9fff]){{1,4}}?(?:{either('number_place_end')})*"
_BEHIND_PLACE = rf"(?:的?(?:{either('sort_of_asked')})*{_ASKED}|[）、和及与]|$)"
_ONE_OF_A_PLACE = re.compile(rf"(?P<di>第?)(?P<place>{_PLACE})?(?P<n>[0-9]{{1,4}})")
_PLACE_END = re.compile(f"(?<=..)(?:{either('number_place_end')})+$")
_NO_PLACE, _NO_NUMBER = re.compile(f"{either('not_number_place')}$"), re.compile(f"{either('not_numbered')}$")
_WITH_DI = re.compile(
    rf"(?<!类)第(?P<n>{_DIGITS}(?:号?[、，和及与至到~～]第?{_DIGITS})*)(?:号|件(?=(?:{either('sort_of_asked')})*{_ASKED}))"
    # 第4127建议: the word behind a number was left out
    rf"|第(?P<w>[0-9]{{2,6}})(?={_ASKED})"
    # 杭12号, 余杭42号: where deputies of a province or a city number their own, the place stands before the figure.
    rf"|(?:会议{_BEFORE_PLACE}第?|[（、和及与：]第?|[号第]|(?<=的))"
    rf"(?P<m>{_PLACE}[0-9]{{1,4}}(?:号?[、和及与]第?(?:{_PLACE})?[0-9]{{1,4}})*)号(?={_BEHIND_PLACE})"
    # 闭会第3号, 平时12号: numbered apart from those of the session itself.
    rf"|(?P<s>{either('number_series')}第[0-9]{{1,6}})号"
    r"|(?:No|NO|no|№)[.．：]?(?P<o>[0-9]{1,6})"
    # 第〔2024〕12号, 〔2024〕第12号, 2024〔012〕号: the year in brackets is that of the session.
    r"|(?:第|会议|（|》)(?:[〔【［（](?:19|20)[0-9]{2}[〕】］）]第?(?P<y>[0-9]{1,6})"
    r"|(?:19|20)[0-9]{2}[〔【［（](?P<z>[0-9]{1,6})[〕】］）])号"
)
_CN = re.compile(rf"第(?P<n>[〇零{ONE_TO_TEN}百千]{{1,8}})号(?={_ASKED}|的?{_ASKED}|（|）|》)")
_BARE = re.compile(
    rf"(?:{_ASKED}|会议|编号：?|案号：?|号：?)[（]?(?P<n>[A-Z]{{0,4}}[0-9]{{3,12}}(?:-(?:[A-Z]-?)?[0-9]{{1,6}}){{0,2}})(?=号|《|）|（|的|办|$)"
    rf"|(?<=会议)(?P<k>[0-9])号(?={_ASKED})"
    rf"|(?<![0-9A-Za-z第〕】］）])(?P<m>[A-Z]{{0,4}}[0-9]{{2,12}})号(?=[）]?的?(?:{either('sort_of_asked')})?{_ASKED}|）|》)"
)
# 财政经济类第2号建议: the one number there is; 第1836号（工业类第71号） has another.
_OF_CLASS = re.compile(rf"类第(?P<n>[0-9]{{1,6}})号(?={_ASKED})")
_ONE = re.compile(_DIGITS)
# 第148-150号, 第148至150号; but 2024-237 and 12-15 may be one number.
_FIRST_AND_LAST = re.compile(r"(?P<first>[0-9]{3,})[-—](?P<last>[0-9]{3,})")
_THROUGH = re.compile("号?[至到~～—-]第?")
LONGEST_RUN = 30
_BEFORE_DOCUMENT = re.compile(r"[〔【［（]?(?:19|20)[0-9]{2}[〕】］）]?$")


def find_numbers(page: Page, start: int, end: int, basis: Basis) -> Iterator[Fact]:
    """Yield the proposal numbers printed in the half-open range of `page.folded`, in order, without 第 and 号.

    Where places or series number their own (余杭42号, 闭会第3号), the number begins with their name.
    """
    text = page.folded
    spans: set[tuple[int, int]] = set()
    named: list[Fact] = []
    for pattern in (_WITH_DI, _CN, _BARE, _OF_CLASS):
        for match in pattern.finditer(text, start, end):
            group = next(name for name, value in match.groupdict().items() if value)
            if _BEFORE_DOCUMENT.search(text[max(start, match.start() - 6) : match.start()]):
                continue
            if pattern is _WITH_DI and group == "m":
                named += _of_places(page, *match.span(group), basis)
            elif group == "s":
                value = match["s"].replace("第", "")
                named.append(Fact(value=value, span=page.span(*match.span("s")), basis=basis))
            elif pattern is _CN or group == "k":
                spans.add(match.span(group))
            else:
                spans.update(one.span() for one in _ONE.finditer(text, *match.span(group)))
        if spans or named:
            break
    plain = _every(page, [part for span in sorted(spans) for part in _ends(text, *span)], basis)
    yield from sorted([*plain, *named], key=lambda fact: fact.span.start if fact.span else 0)


def _of_places(page: Page, start: int, end: int, basis: Basis) -> Iterator[Fact]:
    """Yield the numbers of a list that begins with one of a place (余杭42、43号): 余杭42, 余杭43."""
    place = ""
    for one in _ONE_OF_A_PLACE.finditer(page.folded, start, end):
        if one["place"] and _NO_NUMBER.search(one["place"]):
            return
        place = one["place"] or ("" if one["di"] else place)
        first = one.start("place") if one["place"] and not _NO_PLACE.search(place) else one.start("n")
        yield Fact(value=_of_place(place, one["n"]), span=page.span(first, one.end()), basis=basis)


def _of_place(place: str, number: str) -> str:
    """Return 余杭42 for 余杭区代表团 and 42, the number alone for what is no place (重点)."""
    return number if _NO_PLACE.search(place) else _PLACE_END.sub("", place) + number


def _ends(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return the two ranges where the half-open range holds the first and the last of a run, else the range itself."""
    match = _FIRST_AND_LAST.fullmatch(text, first, last)
    if match is None or len(match["first"]) != len(match["last"]) or not _run(match["first"], match["last"]):
        return [(first, last)]
    return [match.span("first"), match.span("last")]


def _every(page: Page, spans: Sequence[tuple[int, int]], basis: Basis) -> Iterator[Fact]:
    """Yield the number of each range, and before the last of a run (第148至150号) those that it leaves out."""
    before: tuple[int, int] | None = None
    for span in spans:
        fact = page.fact(*span, basis)
        if before and _THROUGH.fullmatch(page.folded, before[1], span[0]):
            printed = page.span(before[0], span[1])
            for value in _run(page.folded[slice(*before)], fact.value)[1:-1]:
                yield Fact(value=value, span=printed, basis=basis)
        yield fact
        before = span


def _run(first: str, last: str) -> list[str]:
    """Return the numbers from the first to the last, [] where the two are no run."""
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) < LONGEST_RUN:
        return []
    return [str(value).zfill(len(first)) for value in range(int(first), int(last) + 1)]


def stated_number(fact: Fact) -> Fact:
    """Return the number that a row of a form states (第0076号, 市十六届人大三次会议第14号) without 第 and 号."""
    match = _WITH_DI.search(fold(fact.value))
    number = next((value for value in match.groups() if value), "") if match else ""
    number = number or fact.value.removeprefix("第").removesuffix("号")
    of_place = _ONE_OF_A_PLACE.fullmatch(number)
    if of_place and of_place["place"]:
        number = _of_place(of_place["place"], of_place["n"])
    return replace(fact, value=number)


def same_number(left: str, right: str) -> bool:
    """Return whether two printed numbers are one (0452, 452 and ０４５２)."""
    return fold(left).upper().lstrip("0") == fold(right).upper().lstrip("0")


def distinct(numbers: Iterator[Fact]) -> tuple[Fact, ...]:
    """Return the facts, letters and digits half-width, without those whose number an earlier one has."""
    kept: list[Fact] = []
    for fact in numbers:
        if not any(same_number(fact.value, other.value) for other in kept):
            kept.append(replace(fact, value=fact.value.translate(_HALF_WIDTH)))
    return tuple(kept)


_HALF_WIDTH = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_QUOTED = re.compile(r"《(?P<t>(?:[^《》]|《[^《》]*》)*)》")
# 贵委《振兴柚子产业》提案, but not 修改《条例》的建议.
_BEFORE_TITLE = re.compile(
    rf"(?:^|提出[的了]?|提出的?关于|提交的?|题为|贵[委会党]|[您你们]的|号|[，。：]|{_ASKED})$"
)
# 关于“市政协十三届二次会议第103号提案”的答复: what is quoted tells which proposal it is, not what it is called.
_A_NUMBER = re.compile(rf"届.*会.*第{_DIGITS}号{_ASKED}$")
# 根据《关于做好区人大代表建议办理工作的通知》: it hands proposals out, and is none.
_NOTICE = cues()["notice_end"]
_RECEIVED_BEHIND = re.compile(rf"(?:（第?{_DIGITS}号）)?已?{either('received')}")
_ASKED_BEHIND = re.compile(f"的?(?:第{_DIGITS}号)?的?{_ASKED}")
_IN_MARKS = re.compile(rf"(?:提出的?|的|{_ASKED}|关于)：?“(?P<t>[^“”]{{4,120}})”")
_IN_MARKS_ABOUT = re.compile(rf"“(?P<t>(?:关于)?[^“”]{{6,120}}{either('asked_noun')})”")
# 贵单位“关于健全机制”的提案
_IN_MARKS_BEFORE = re.compile(rf"“(?P<t>关于[^“”]{{4,120}})”的?{_ASKED}")
_NEXT_IN_MARKS = re.compile(
    "(?<=”)(?:（[^（）]{0,8}[0-9]号[^（）]{0,4}）)?[、，和及与]?“(?P<t>关于[^“”]{4,120})”"
)
_PLAIN = re.compile(
    rf"(?:提出的?|的|提交的|您|你们|贵[委会党]|(?<![^\n]))(?P<t>(?:关于)(?=.{{4}})(?:[^。“”《》：]|“[^。“”]{{1,40}}”|《[^。《》]{{1,40}}》){{1,120}}?的?(?:集体)?{_ASKED})"
    rf"(?=已?{either('received')}|，|（|。|以及|和|后)"
)
# 您提出的振兴柚子产业的提案收悉: a title that does not begin with 关于.
_PLAINER = re.compile(
    rf"(?:提出的?|提交的)(?P<t>(?!第|该|此|上述|有关)[^。，“”《》：、0-9]{{6,80}}的{_ASKED})(?=已?{either('received')})"
)
_IN_TITLE = re.compile(rf"(?:号{_ASKED}?|{_ASKED})[：，]?(?P<t>关于[^《》“”]{{4,120}}?{_ASKED})(?:的|办理)")
_WHOLE_TITLE = re.compile(
    rf"(?:关于对|关于|对)?(?P<t>关于(?:(?!政协|人大|会议)[^《》“”第0-9：]){{4,120}}?{_ASKED})(?:的|办理|（|答复|{either('reply_end')})"
)
# Some pages print the proposal's title where the reply's should stand.
_HEADLINE = re.compile(rf"(?P<t>关于[^《》“”第：。\n]{{4,80}}的{_ASKED})(?=\n|\Z)")
_NUMBER_BEHIND = re.compile(rf"（第{_DIGITS}号(?:{_ASKED})?）?\Z")
_PROPOSAL_WORDS = re.compile(rf"{_ASKED}|意见")


def find_titles(page: Page, start: int, end: int, basis: Basis) -> tuple[Fact, ...]:
    """Return the titles of proposals printed in the half-open range of `page.folded`."""
    text = page.folded
    quoted = [
        match.span("t")
        for match in _QUOTED.finditer(text, start, end)
        if len(match["t"]) >= 6
        and not _A_NUMBER.search(match["t"])
        and not match["t"].endswith(_NOTICE)
        and (
            _PROPOSAL_WORDS.search(match["t"][-8:])
            or match["t"].startswith(("关于", "建议"))
            or (
                _BEFORE_TITLE.search(text[start : match.start()])
                and (_ASKED_BEHIND.match(text, match.end()) or _RECEIVED_BEHIND.match(text, match.end()))
            )
        )
    ]
    if quoted:
        return tuple(page.fact(first, _before_number(text, first, last), basis) for first, last in quoted)
    for pattern in (_IN_MARKS_ABOUT, _IN_MARKS, _IN_MARKS_BEFORE, _PLAIN, _PLAINER, _IN_TITLE):
        match = pattern.search(text, start, end)
        if match and not _A_NUMBER.search(match["t"]):
            spans = (
                (first, _before_number(text, first, last)) for first, last in _and_next(text, match, end)
            )
            return tuple(page.fact(*span, basis) for span in spans)
    whole = {"title": _WHOLE_TITLE, "letterhead": _HEADLINE}.get(basis)
    match = whole.match(text, start, end) if whole else None
    return (page.fact(*match.span("t"), basis),) if match else ()


def _and_next(text: str, first: re.Match[str], end: int) -> Iterator[tuple[int, int]]:
    """Yield where a title stands, and those that follow it at once: “关于…”“关于…”的建议 of several proposals."""
    yield first.span("t")
    following = _NEXT_IN_MARKS.match(text, first.end(), end)
    while following:
        yield following.span("t")
        following = _NEXT_IN_MARKS.match(text, following.end(), end)


def _before_number(text: str, first: int, last: int) -> int:
    """Return where a title ends that has its number within the marks: 《关于建设农田的提案（第25号提案》."""
    tail = _NUMBER_BEHIND.search(text, first, last)
    return tail.start() if tail and tail.start() - first >= 6 else last


# 收到《…》后: what is received follows, and is cited no earlier.
_ENDS = (
    re.compile(rf"{either('received')}(?![《“您你贵了关])"),
    re.compile(either("answers_below")),
    re.compile("。"),
)


def about_earlier(page: Page, paragraph: Paragraph) -> int:
    """Return where in `page.folded` the first sentence of an opening ends: later ones may cite other proposals."""
    begin = paragraph.start + len("已收到")  # 收到您关于…的提案: what is received follows
    stops = (pattern.search(page.folded, begin, paragraph.end) for pattern in _ENDS)
    stop = next((stop for stop in stops if stop), None)
    return stop.end() if stop else paragraph.end
