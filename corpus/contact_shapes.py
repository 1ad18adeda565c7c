"""Shapes of contact data: labels, telephone numbers, mail addresses, names behind labels. Matched as printed.

Texts are those of `shapes.same_width`: full-width marks, blanks kept.
"""

from __future__ import annotations

import re

from .cues import cues, either


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
_AFTER_LABEL = r"(?=\s*[：]|\s+|[0-9×xX*（/／|｜]|$|及|、)"
_LEAD = r"[（【［\[]?\s*(?:(?:附|注|备注|说明)：\s*)?"
LINE = re.compile(
    rf"{_LEAD}(?:{LABEL}{_AFTER_LABEL}"
    rf"|人\s*：\s*{NAME}\s*$"  # a label that lost its first characters
    rf"|{either('contact_person')}{NAME}(?=[，、；\s（0-9]|$))"
)
"""A line of contacts, from its first character."""
WEAK = re.compile(
    rf"(?:(?<=[\s，；（［【])|(?<=^)){spaced('byline_label')}\s*：\s*{NAME}(?=$|[\s，；、）］】|0-9])"
)
"""Who wrote, checked or signed: a label that also stands before organs, so that only a name behind it counts."""

_MOBILE = r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])"
_LANDLINE = r"(?<![0-9])[（]?0[0-9]{2,3}[）]?\s?[-—–－ ]?\s?[0-9]{7,8}(?:\s?[-—转]\s?[0-9]{1,6})?(?![0-9])"
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){1,5}"
_TOLL_FREE = r"(?<![0-9])[48]00[-—– ]?[0-9]{3,4}[-—– ]?[0-9]{3,4}(?![0-9])"
NUMBER = re.compile(rf"{_MOBILE}|{_LANDLINE}|{_MAIL}")
# Without its area code a number is one of seven or eight digits; those that begin with 20 may be a year's or a case's.
_LOCAL = r"(?<![0-9A-Za-z.-])(?!20[0-9]{2})[2-9][0-9]{2,3}[- ]?[0-9]{4}(?![0-9A-Za-z.%])"
LOCAL_ALONE = re.compile(
    rf"(?![^：（]*(?:{either('case_number_word')}))[\u4e00-\u9fff、/]{{0,12}}\s*[：（，；]?\s*(?:(?:{_LOCAL}|{_TOLL_FREE})[、，；\s/]*)+）?[。；]?"
)
"""A paragraph that is a local number, alone or behind a few words (王科长：8388 0000, 办公室（83880000）)."""
LOCAL_IN_SENTENCE = re.compile(
    rf"(?:{_LOCAL}|{_TOLL_FREE})(?!\s*[万亿千百元人户个家件次项名吨亩米度份辆台套册篇条])"
)
"""A local number in prose; it counts where the sentence asks to call."""
GROUP = re.compile(
    rf"[（【［][^（）【】［］]*?{STRONG}(?:\s*(?:[：]|[0-9×]|及)|[^（）【】［］]{{0,12}}?(?:{_MOBILE}|{_LANDLINE}|{_MAIL}))[^（）【】［］]*(?:[（][^（）]*[）][^（）【】［］]*)*[）】］]?"
    rf"|[（【［][^（）【】［］：]{{0,12}}?{NAME}\s*[，、：]?\s*(?:{_MOBILE}|{_LANDLINE}|{_MAIL}|{_LOCAL})[^（）【】［］]*[）】］]"
)
"""A bracket that holds contacts."""
TAIL = re.compile(rf"(?:(?<=[。；，！、\s])|(?<=^)){LABEL}\s*(?:[：]|(?=[0-9×]))[^。]*")
"""Contacts from their label to the end of the sentence."""

_LABELS = cues()["contact_label"]
_HINT = re.compile(
    "|".join(
        re.escape(label)
        for label in _LABELS
        if not any(other != label and other in label for other in _LABELS)
    )
)
_LABEL_ENDS = (*cues()["contact_core"], *cues()["byline_label"])
# Seven digits, four and four, or an at sign: begun with one set of characters, it is searched for five times as fast.
_HINT_NUMBER = re.compile("[0-9@＠](?:(?<=[@＠])|[0-9]{3}(?:[0-9]{3}|-[0-9]{4})|00-)")


def may_hold_contacts(bare: str) -> bool:
    """Return whether a paragraph without blanks holds any sign of contact data; most do not, the patterns are slow."""
    return (
        _HINT.search(bare) is not None
        or _HINT_NUMBER.search(bare) is not None
        or ("：" in bare and _is_labelled(bare))
    )


def _is_labelled(bare: str) -> bool:
    """Return whether the last word of a contact's label stands before a colon: 责任处长：, 签字（盖章）：."""
    at = bare.find("：")
    while at >= 0:
        end = bare.rfind("（", 0, at) if bare.endswith("）", 0, at) else at
        if bare.endswith(_LABEL_ENDS, 0, max(end, 0)):
            return True
        at = bare.find("：", at + 1)
    return False
