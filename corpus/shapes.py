"""Shapes of lines that a letter's layout rests on: headings, salutations, dates, titles. Structure, no entities."""

from __future__ import annotations

import re
from functools import cache

from .cues import cues, either
from .late_pattern import late_pattern
from .numerals import CIRCLED, ONE_TO_TEN, iso_date, number
from .typography import WIDE, in_turn, usual_quotes

MASKS = "*×○〇◯＊Ｘ"
"""What sites print in place of the characters of a name (李*委员)."""
_FULL_WIDTH = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))))
_ONE_FORM = {
    **WIDE,
    **dict(zip("[]﹝﹞〈〉＊", "［］〔〕《》*", strict=True)),
    **dict.fromkeys("ΧХ", "X"),  # Greek and Cyrillic letters, typed for the X of a hidden name
    **dict(zip(_FULL_WIDTH, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", strict=True)),
}
_FOLDED = re.compile(f"[{re.escape(''.join(_ONE_FORM))}]")

NUMERAL = f"[0-9〇零○ＯOo{ONE_TO_TEN}百]"
YEAR = "(?:1[89]|20)[0-9]{2}|2[0Oo][0-9Oo]{2}|[一二][0〇零○OＯ九八一二三四五六七]{3}"
DATE = re.compile(
    rf"(?P<year>{YEAR})年(?P<month>{NUMERAL}{{1,3}})月(?P<day>{NUMERAL}{{1,3}})[日号曰]"
    r"|(?P<year2>20[0-9]{2}|19[0-9]{2})(?P<sep>[-－–—/.．年])(?P<month2>[01]?[0-9])[-－–—/.．月](?P<day2>[0-3]?[0-9])日?(?![0-9])"
    r"|(?<![0-9])(?P<day3>[0-3]?[0-9])[.．](?P<month3>[01]?[0-9])[.．](?P<year3>20[0-9]{2}|19[0-9]{2})(?![0-9])"
    r"|(?<![0-9])(?P<year4>20[0-9]{2}|19[0-9]{2})(?P<month4>[01][0-9])(?P<day4>[0-3][0-9])日?(?![0-9])"
    rf"|(?P<year5>{YEAR})年(?P<month5>{NUMERAL}{{1,3}})月(?![0-9{ONE_TO_TEN}〇])"
    r"|(?<![0-9])(?P<damaged>20[0-9]{2}年?[0-9]{1,2}月[0-9]{1,2}日|20[0-9]{2}年?[0-9]{2,4}日)"
    r"|(?<![0-9a-zA-Z])(?P<bare>20[0-9]{5})(?![0-9a-zA-Z])"
)

LONGEST_DATE = 24
"""Characters of the longest line that is a date: （二〇二三年十二月二十一日）, and room for two more."""

ITEM = re.compile(
    rf"(?P<asked>{either('asked')}[{ONE_TO_TEN}0-9]{{1,2}}[：、])"
    rf"|(?P<cn>[{ONE_TO_TEN}]{{1,3}}[、．.])"
    rf"|(?P<bracket>（?[{ONE_TO_TEN}]{{1,3}}）[、，]?)"
    r"|(?P<digit>[0-9]{1,2}[、．.](?:(?![0-9])|(?=20[0-9]{2}[年-])))"
    r"|(?P<digit_bracket>（[0-9]{1,2}）|[0-9]{1,2}）|[①-⑳])"
    rf"|(?P<yishi>[{ONE_TO_TEN}]{{1,2}}是)"
    rf"|(?P<part>第[{ONE_TO_TEN}]{{1,2}}部分[，、：]?)"
    rf"|(?P<ordinal>第[{ONE_TO_TEN}]{{1,2}}[，、：]|首先，|其次，|再次，)"
)
_ITEM_MARKS = re.compile(rf"[、．.（）是第，：]|部分|{either('asked')}")
_ITEM_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_ITEM_STARTS = frozenset(f"{ONE_TO_TEN}（0123456789{CIRCLED}第首其再").union(
    word[0] for word in cues()["asked"]
)


def item_number(mark: str) -> int:
    """Return the number in the mark of a list's item (（二）, 第三, ④, 其次), 0 where it holds none."""
    bare = _ITEM_MARKS.sub("", mark)
    if re.fullmatch(f"{NUMERAL}+", bare):
        return number(bare) or 0
    return _ITEM_WORDS.get(bare, CIRCLED.find(bare) + 1 if bare else 0)


_STOPS = ("。", "！", "？", "：", "；", "…")
_CLOSING_MARKS = "”’）》」"


def fold(text: str) -> str:
    """Return the text without white space, with one form for marks of two widths."""
    return same_width("".join(text.split()))


def is_stopped(folded: str) -> bool:
    """Return whether a folded line ends with a stop, closing quotes and brackets aside."""
    return folded.rstrip(_CLOSING_MARKS).endswith(_STOPS)


def same_width(text: str) -> str:
    """Return the text with half-width marks and full-width letters and digits in one form, length unchanged."""
    text = usual_quotes(in_turn(text) if '"' in text else text)
    return _FOLDED.sub(lambda mark: _ONE_FORM[mark[0]], text)


_ASKED = re.compile(either("asked"))
_OPENING = re.compile(either("received", "asked_by_you"))
_NAME = late_pattern(
    rf"[\u4e00-\u9fff{MASKS}]{{2,4}}|[\u4e00-\u9fff]+[·•・][\u4e00-\u9fff·•・]+|{either('party')}[\u4e00-\u9fff]{{0,12}}"
)
GREETING = re.compile("[，：]?[您你]们?好[！，。：]?$")
_ROLES = (*cues()["person_role"], *cues()["person_title"])
_ROLE_BEHIND = re.compile(f"(?<=.)(?:{either('person_role')})$")
_ROLES_AND_COSIGNERS = (*_ROLES, *cues()["cosigners"])
# The last characters that a salutation can have; most lines end with others, and its patterns are slow.
_GREETING_ENDS = frozenset("：，们好！。").union(role[-1] for role in _ROLES)
_NUMBERED = re.compile(rf"[0-9〇零{ONE_TO_TEN}]+号|届|次会议|(?<![0-9])[0-9]{{3,}}(?![0-9年])")


@cache
def title_shape() -> re.Pattern[str]:
    """Return the pattern of a reply's title, to be matched against a folded line."""
    asked, ends, organ = either("asked"), either("reply_end"), either("organ_end")
    tail = r"(?:（[^（）]{1,30}）|［[^［］]{1,20}］|《[^《》]{4,80}》)*"
    about = r"(?:关于对|关于|对|就|有关|办理|(?=《))"
    return re.compile(
        rf"(?P<issuer>(?!关于|对于)[^，。：；、《》“”]{{2,60}}?(?:{organ}(?:（[^（）]{{2,30}}）)?)(?={about}))?(?P<about>{about})?"
        rf"(?P<rest>.{{0,140}}?{asked}.{{0,140}}?{ends}){tail}"
    )


@cache
def title_start() -> re.Pattern[str]:
    """Return the pattern of a line that may be the first of several lines of a title."""
    return re.compile(
        rf"《.*|(?:[^，。：；、《》“”]{{2,40}}?{either('organ_end')}[^，。：；]{{0,20}}?)?(?:关于|对|办理).*"
    )


_TITLE_LABEL = re.compile(f"{either('meta_title')}：")
# The last characters that a title can have: of answers and opinions, or a bracket, or what was proposed, behind them.
_TITLE_ENDS = frozenset("）］》").union(word[-1] for word in cues()["reply_end"])

# Reports on a year's proposals speak of both kinds at once.
_GENERAL = re.compile(
    rf"{either('asked_noun')}[和、及与]?(?:政协|委员|代表)?{either('asked_noun')}(?!的)"
    r"|[0-9]{4}年(?:度|以来)?[市区省县]?(?:人大|政协)?(?:代表|委员)?(?:建议|提案)"
)
# 关于加强垃圾分类工作的建议的答复: of one proposal, not of a year's work on proposals.
_ANSWERS_ONE = re.compile(f"(?:{either('asked')})的?(?:{either('reply_word')})的?函?$")


def is_title(folded: str) -> bool:
    """Return whether a folded line reads as the title of a reply to a proposal."""
    if not 8 <= len(folded) <= 260 or folded[-1] not in _TITLE_ENDS or not _ASKED.search(folded):
        return False
    match = title_shape().fullmatch(folded)
    if (
        match is None
        or title_label(folded)
        or _OPENING.search(folded)
        or (_GENERAL.search(folded) and "号" not in folded)
    ):
        return False
    if _NUMBERED.search(folded):
        return True
    return (
        match["about"] is not None
        and ("工作" not in folded or _ANSWERS_ONE.search(folded) is not None)
        and any(word in folded for word in cues()["reply_word"])
    )


_X_FOR_NAME = re.compile("[\u4e00-\u9fff]{0,2}[Xx]{1,4}[\u4e00-\u9fff]?")


def hides_name(name: str) -> bool:
    """Return whether a site hides characters of a name (李*, 张某某, XXX): it then names no one in particular."""
    return any(mark in name for mark in f"{MASKS}某") or _X_FOR_NAME.fullmatch(same_width(name)) is not None


def names_nobody(name: str) -> bool:
    """Return whether a site hides the whole of a name (×××, XXX, 某某): not even a surname is left."""
    return not re.sub(f"[{re.escape(MASKS)}某XxΧХ·]", "", name)


def title_label(folded: str) -> int:
    """Return where the title begins in a line that labels it (标题：关于…的答复), 0 where the line labels none."""
    match = _TITLE_LABEL.match(folded) if "：" in folded[:8] else None
    return match.end() if match else 0


@cache
def salutation_shape() -> re.Pattern[str]:
    """Return the pattern of a salutation to deputies or members, to be matched against a folded line."""
    role, honorific = either("person_role"), either("honorific")
    # 孙州代表: behind a surname alone what may be a level is the rest of the name.
    level = "(?:(?<![、，的].)(?<!^.)(?:市|省|区|县|州|人大|政协|全国))"
    # The honorific is never taken for a part of the name (尊敬|的王), nor is who signed with the first one (及联名人).
    others = rf"[并及和与暨]?以?及?(?:各位|其他|全体)?{either('asked')}?{either('cosigners')}(?:{role})?"
    return re.compile(
        rf"(?:{honorific})?+(?P<names>(?!的)[\u4e00-\u9fff·•・、，（）《》“”0-9A-Za-z{MASKS}]{{1,600}}?|(?<=的))"
        rf"(?P<count>（?等[0-9{ONE_TO_TEN}百两]*[名位人]?(?:{either('asked')}提案人)?）?)?{level}*"
        rf"（?(?:(?P<role>{role})(?:们|同志)?|{either('person_title')})）?(?:{others}|等)?"
        rf"(?P<colon>[：，]?)(?:[您你]们?好[！，。：]?)?"
    )


@cache
def office_first_shape() -> re.Pattern[str]:
    """Return the pattern of a salutation that names the office first: 区人大代表王芳：."""
    role, honorific = either("person_role"), either("honorific")
    return re.compile(
        rf"(?:{honorific})?[\u4e00-\u9fff]{{0,10}}?(?:人大|政协)(?P<role>{role})"
        rf"(?P<names>[\u4e00-\u9fff·{MASKS}]{{2,4}}(?:、[\u4e00-\u9fff·{MASKS}]{{2,4}})*)(?P<count>等[0-9{ONE_TO_TEN}]*[名位]?)?(?P<colon>：)?"
    )


LONGEST_SALUTATION = 620
"""Characters of a folded salutation that names many: a hundred and fifty deputies."""


def is_salutation(folded: str) -> bool:
    """Return whether a folded line greets the deputies or members who asked."""
    if folded[-1:] not in _GREETING_ENDS:
        return False
    if len(folded) <= 60 and folded.endswith("：") and office_first_shape().fullmatch(folded):
        return True
    if len(folded) > LONGEST_SALUTATION:
        return False
    bare = GREETING.sub("", folded) if "好" in folded[-3:] else folded
    if not bare.rstrip("：，们）等").endswith(_ROLES_AND_COSIGNERS):
        return False
    match = salutation_shape().fullmatch(folded)
    return match is not None and _greets(match, folded)


def _greets(match: re.Match[str], folded: str) -> bool:
    """Return whether what has the shape of a salutation is one: names, and a colon where it says no role."""
    if folded.rstrip("：") in cues()["meta_proposer"]:
        return False  # 提案委员：封丽 is a row of a form
    names = [re.sub(r"（[^（）]*）", "", name) for name in match["names"].split("、")]
    if match["role"] is None:
        return match["colon"] == "：" and len(folded) <= 14
    if match["colon"] == "：":
        return _are_names(names, folded) and not is_item(folded)
    # Without its colon a salutation is nothing but names: a line of prose may end in 政协委员, too.
    return len(folded) <= 40 and all(_NAME.fullmatch(name) for name in names)


def _are_names(names: list[str], folded: str) -> bool:
    """Return whether what stands before a role may be names, of two characters or more, or surnames (李委员)."""
    if len(names) == 1 and len(names[0]) < 2:
        return folded.startswith(cues()["honorific"]) or names[0] in cues()["surname"]
    bare = (_ROLE_BEHIND.sub("", name) for name in names)  # 刘委员、马委员
    return all(2 <= len(one) <= 20 or one in cues()["surname"] for one in bare)


def salutation_end(folded: str) -> int:
    """Return where the salutation ends that a longer paragraph begins with (李明委员：您提出的…), 0 where none does."""
    colon = folded.find("：", 0, LONGEST_SALUTATION)
    return colon + 1 if 0 < colon < len(folded) - 1 and is_salutation(folded[: colon + 1]) else 0


def is_date_line(folded: str) -> bool:
    """Return whether a folded line is a date and nothing else."""
    if len(folded) > LONGEST_DATE:
        return False
    bare = folded.strip("（）")
    match = DATE.match(bare)
    if match is None:
        return False
    twice = 2 * match.group() == bare  # two who sign side by side, each with the date
    if len(bare) - match.end() > 2 and not twice:
        return False
    return (
        match["bare"] is None or iso_date(match) is not None
    )  # 2024237 numbers a proposal, 2019716 is a day


def is_item(folded: str) -> bool:
    """Return whether a folded line begins with the number of a section."""
    return folded[:1] in _ITEM_STARTS and ITEM.match(folded) is not None
