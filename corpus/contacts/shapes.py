"""Shapes of contact data: labels, telephone numbers, mail addresses, names behind labels. Matched as printed.

Texts are those of `contact_view`: full-width marks, blanks kept.
"""

from __future__ import annotations

import re

from ..cues import cues, either
from ..late_pattern import late_pattern
from .numbers import LOCAL, UNIT
from .numbers import NUMBER as _NUMBER
from .people import LONG_NAME, PERSON, TITLE
from .view import ODD_DIGIT, ODD_DIGITS, SPELT_OUT


def _spaced(word: str) -> str:
    """Return a pattern for a word that forms set wide (联 系 人)."""
    return r"\s{0,3}".join(map(re.escape, word))


def spaced(*kinds: str) -> str:
    """Return a pattern for any label of the kinds, set wide or not."""
    words = sorted({word for kind in kinds for word in cues()[kind]}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_spaced, words)) + ")"


_SURNAME = either("surname", "surname_rare")
NAME = rf"{_SURNAME}\s{{0,4}}[\u4e00-\u9fff×*]\s{{0,4}}[\u4e00-\u9fff×*]?"
"""A person's name, set wide or not."""
_COMPOSED = (
    rf"(?:{spaced('contact_qualifier')}\s{{0,3}}){{1,3}}{spaced('contact_core')}"
    r"(?=(?:（[^（）]{1,8}）)?\s*：)"
)
LABEL = rf"(?:{spaced('contact_label')}|{_COMPOSED})"
STRONG = spaced("contact_strong")
_ANOTHER = spaced("contact_label", "contact_core", "office_label")
_DIGITS = r"(?!20[0-9]{2}年)[0-9][0-9 -]{2}"
_AFTER_LABEL = (
    rf"(?=\s*[0-9一二三]?\s*[：→=]|；.|--|——|\s+|{_DIGITS}|[×xX*（/／|｜]|$"
    rf"|(?:[及、]\s*{_ANOTHER}\s*)+(?:[：0-9（]|\s|$))"
)
_LEAD = (
    r"(?:[（【［\[〔「『<《*＊→—–•·●■◆①②③④⑤⑥⑦⑧⑨⑩\s-]|[0-9]{1,2}[.．、]|（[一二三四五六七八九十0-9]{1,2}）"
    rf"|{either('aside_label')}[0-9]?：)*"
)
# 市科技局联系人, 提案办理工作联络员
_PREFIXED = (
    rf"(?![^：]{{0,200}}{either('meta_proposer')})[\u4e00-\u9fff0-9]{{1,14}}?{either('contact_prefixed')}"
)
_CALL_BEHIND = rf"(?=[+（]?[0-9][0-9 （）-]{{5,}}[0-9](?![0-9]|{UNIT}))"
LATIN_LABEL = (
    rf"(?<![A-Za-z])(?:(?i:{either('contact_latin')}(?:[ ./]+{either('contact_latin_more', 'contact_latin')})*)\.?"
    rf"\s*(?:：|(?=(?:{_NUMBER}|{LOCAL}))|{_CALL_BEHIND})|{either('contact_initial')}\s*[：.]\s*{_CALL_BEHIND})"
)
LATIN_LABEL_BARE = late_pattern(
    rf"(?i:{either('contact_latin')})|(?<![A-Za-z]){either('contact_initial')}[：.]"
)
_LINE = late_pattern(
    rf"{_LEAD}(?:{LABEL}(?:{_AFTER_LABEL}|(?<=[人员者]){PERSON}(?=[，、；\s（）】］0-9]|$)|[】］〕\]」』]\s*{PERSON})"
    rf"|人\s*：\s*{NAME}\s*$"  # a label that lost its first characters
    rf"|{either('contact_person')}{NAME}(?=[，、；\s（）】］0-9]|$)"
    rf"|{_PREFIXED}(?:：|\s*{PERSON}\s*$|\s*{_DIGITS}[0-9\s（）、，；转—-]*$)"
    rf"|姓名\s*：(?=.*职务)|职务\s*：.*姓名\s*：)"
)
_LATIN_LINE = late_pattern(rf"{_LEAD}{LATIN_LABEL}")
_LATIN_WORD = late_pattern(rf"(?i:{either('contact_latin')})|{either('contact_initial')}\s*[：.]")
_BYLINE = spaced("byline_label", "person_cell")
WEAK = late_pattern(
    rf"(?:(?<=[\s，；：（［【])|(?<=^))(?:[\u4e00-\u9fff]{{2,6}}?\s*)?{_BYLINE}\s*(?:（[^（）]{{1,8}}）)?\s*：\s*(?:[\u4e00-\u9fff]{{2,12}}?{either('office_end')}\s*)?"
    rf"{PERSON}(?:\s*{TITLE})?(?:\s*[、\s]\s*{PERSON})*(?=$|[\s，。；、（）］】|0-9])"
)
"""Who wrote, checked or signed: a label that also stands before organs, so that only a name behind it counts."""

NUMBER = late_pattern(_NUMBER)
LOCAL_ALONE = late_pattern(
    rf"(?![^：（]*(?:{either('case_number_word')}))(?P<whose>[\u4e00-\u9fff、/]{{0,12}})\s*[：（，；]?\s*(?:{LOCAL}[、，；\s/]*)+）?[。；]?"
)
"""A paragraph that is a local number, alone or behind a few words (王科长：8388 0000, 办公室（83880000）)."""
_LOCAL = late_pattern(LOCAL)
LOCAL_IN_SENTENCE = late_pattern(rf"{LOCAL}(?!{UNIT})")
"""A local number in prose; it counts where the sentence asks to call."""
_OFFICE_LAST = "".join(sorted({word[-1] for word in cues()["office_end"]}))
_LABELLED_PERSON = (
    rf"(?:{either('contact_person', 'account_holder')}\s*(?:为|是|系|——?|--?|→|=)?"
    rf"|(?:{LABEL}|{_BYLINE})\s*(?:：|——|--|→|=))"
)
GROUP = late_pattern(
    rf"[（【［][^（）【】［］]*?{STRONG}(?:\s*(?:[：]|[0-9×]|及)|[^（）【】［］]{{0,12}}?{_NUMBER})[^（）【】［］]*(?:[（][^（）]*[）][^（）【】［］]*)*[）】］]?"
    rf"|[（【［][^（）【】［］：]{{0,12}}?{NAME}\s*[，、：]?\s*(?:{_NUMBER}|{LOCAL})[^（）【】［］]*[）】］]"
    rf"|[（【［]\s*{_LABELLED_PERSON}\s*(?:[\u4e00-\u9fff]{{2,12}}?{either('office_end')}\s*)?{PERSON}(?:\s*{TITLE})?(?=[，、；\s）】］])[^（）【】［］]*[）】］]"
    rf"|（[^（）]{{0,12}}?{either('asks_to_call')}[^（）]{{0,8}}?{LONG_NAME}(?:{TITLE})?[^（）]{{0,12}}）"
    rf"|（\s*{PERSON}(?:[，、\s][^（）]{{0,30}}?(?:{_NUMBER}|{LOCAL}(?!{UNIT}))[^（）]*|(?:{TITLE})?收)）"
    rf"|(?<=[{_OFFICE_LAST}])（\s*(?:[2-9][0-9]{{3}}[- ]?|[2-9][0-9]{{2}}[- ])[0-9]{{4}}\s*）"
)
"""A bracket that holds contacts."""
_GROUP_SIGN = late_pattern(
    rf"[（【［](?:[^（）【】［］]*?{STRONG}|[^（）。]*?(?:[：→=]|——|--|收）)"
    rf"|\s*{either('contact_person', 'account_holder')}|[^（）]{{0,12}}?{either('asks_to_call')}"
    rf"|\s*[2-9][0-9]{{2,3}}[- ]?[0-9]{{4}}\s*）)"
)
"""What a bracket that holds contacts begins with, where no number stands in the paragraph."""
_OPENING = re.compile("[（【［]")
TAIL = late_pattern(
    rf"(?:(?<=[。；，！、：\s])|(?<=^))(?:{LABEL}\s*(?:(?:（[^（）]{{1,8}}）)?\s*：|(?={_DIGITS}|×))|{_PREFIXED}(?:：|(?={PERSON}(?:$|[，。；\s]))))[^。]*"
)
"""Contacts from their label to the end of the sentence."""
LATIN_TAIL = late_pattern(rf"{LATIN_LABEL}[^。]*")

_LABELS = cues()["contact_label"]
_HINT = re.compile(
    "|".join(
        re.escape(label)
        for label in _LABELS
        if not any(other != label and other in label for other in _LABELS)
    )
)
_BYLINES = (*cues()["byline_label"], *cues()["person_cell"])
_LABEL_ENDS = (
    *_BYLINES,
    *(
        word
        for kind in ("contact_core", "main_label", "joint_label", "contact_prefixed")
        for word in cues()[kind]
    ),
)
_LABELS_ALONE = (*_LABELS, *cues()["contact_core"])
_HINT_PREFIXED = re.compile(either("contact_prefixed"))
_SEPARATOR = "[-.·/－—–‐‑‒―−．•～~_，]"
# Seven digits, three and three, or an at sign: begun with one set of characters, it is searched for five times as fast.
_HINT_NUMBER = re.compile(
    rf"[0-9@＠](?:(?<=[@＠])|[0-9]{{2}}(?:[0-9Oo]{{4}}|[0-9]{_SEPARATOR}{{1,2}}[0-9]{{3}}|[*×xX＊]{{3}})"
    "|00-|[0-9]{5}）?$)"
)
_HINT_LATIN = re.compile("[A-Za-z][.]?(?:：|[0-9+（])")
_HINT_SENT = re.compile(either("asks_to_send"))
_HINT_RARE = re.compile(f"[件函案议复收{ODD_DIGITS}](?:(?<=[{ODD_DIGITS}])|(?<=收)）|(?<=[件函案议复])由)")
"""Who dealt with a letter, who takes mail, an odd digit: one search for all is quicker."""
_HINT_WORD = re.compile(
    either(
        "chat_word",
        "chat_labelled",
        "contact_sign",
        "at_word",
        "account_label",
        "account_holder",
        "passport_label",
    )
)
_PARTED = "(?:[.．。点]|[（［【{](?:dot|DOT|点)[）］】}])"
"""A dot of an address as a paragraph without blanks has it: wang at mail.sz.gov.cn has three."""
_HINT_CODED = re.compile(
    r"[#＃*＊（［【{&aA](?:(?<=[A-Za-z0-9][#＃*＊])[A-Za-z0-9]|(?<=[A-Za-z0-9][（［【{])(?:at|AT|At|a|#|\*)[）］】}]"
    r"|(?<=&)(?:#|commat)"
    rf"|[tT](?:[A-Za-z0-9-]{{1,63}}{_PARTED}){{0,4}}[A-Za-z0-9-]{{1,63}}"
    rf"(?:{_PARTED}|dot|DOT)(?:cn|com|net|org|gov|edu|CN|COM|NET|ORG|GOV|EDU))"
)
_HINT_ASKS = re.compile(either("asks_to_call", "asks_to_tell"))


def is_contacts(folded: str) -> bool:
    """Return whether a line is one of contacts, from its first character."""
    return _LINE.match(folded) is not None or (
        _LATIN_WORD.search(folded) is not None and _LATIN_LINE.match(folded) is not None
    )


def holds_call(folded: str) -> bool:
    """Return whether a paragraph holds a number, with area code or without: what stands beside a person's name."""
    return NUMBER.search(folded) is not None or LOCAL_IN_SENTENCE.search(folded) is not None


def may_hold_group(folded: str) -> bool:
    """Return whether a bracket may hold contacts; the pattern that finds them takes longest of all to compile."""
    opening = _OPENING.search(folded)
    return opening is not None and any(
        sign.search(folded, opening.start()) for sign in (_GROUP_SIGN, _LOCAL, NUMBER)
    )


def may_hold_contacts(bare: str) -> bool:
    """Return whether a paragraph without blanks holds any sign of contact data; most do not, the patterns are slow."""
    return (
        _HINT.search(bare) is not None
        or _shows_number(bare)
        or _is_labelled(bare, _LABEL_ENDS)
        or _HINT_SENT.search(bare) is not None
        or _HINT_RARE.search(bare) is not None
        or may_hold_latin(bare)
    )


def may_hold_number(bare: str) -> bool:
    """Return whether a paragraph without blanks holds any sign of a number or a mail address."""
    return _shows_number(bare) or ODD_DIGIT.search(bare) is not None


def _shows_number(bare: str) -> bool:
    return (
        _HINT_NUMBER.search(bare) is not None
        or _HINT_WORD.search(bare) is not None
        or _HINT_CODED.search(bare) is not None
        or SPELT_OUT.search(bare) is not None
    )


def may_hold_latin(bare: str) -> bool:
    """Return whether a paragraph without blanks may hold a label in English."""
    return _HINT_LATIN.search(bare) is not None and LATIN_LABEL_BARE.search(bare) is not None


def may_name_contact(bare: str) -> bool:
    """Return whether a paragraph without blanks may ask to turn to somebody."""
    return _HINT_ASKS.search(bare) is not None


def may_hold_label(bare: str) -> bool:
    """Return whether a paragraph without blanks may hold a label of contacts with what stands behind it."""
    return (
        _HINT.search(bare) is not None
        or _HINT_PREFIXED.search(bare) is not None
        or _is_labelled(bare, _LABEL_ENDS)
    )


def may_hold_byline(bare: str) -> bool:
    """Return whether a paragraph without blanks may say who wrote, checked or signed."""
    return _is_labelled(bare, _BYLINES)


def may_be_label(bare: str) -> bool:
    """Return whether a paragraph without blanks may be nothing but a label, of contacts or of who wrote."""
    words = bare.rstrip("：")
    return words.endswith(_LABELS_ALONE) or words in _BYLINES


def _is_labelled(bare: str, ends: tuple[str, ...]) -> bool:
    """Return whether one of `ends`, last words of labels, stands before a colon: 责任处长：, 签字（盖章）：."""
    at = bare.find("：")
    while at >= 0:
        end = bare.rfind("（", 0, at) if bare.endswith("）", 0, at) else at
        if bare.endswith(ends, 0, max(end, 0)):
            return True
        at = bare.find("：", at + 1)
    return False
