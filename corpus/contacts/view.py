"""A paragraph as the shapes of contact data are matched against it: one form for marks, blanks and digits.

Its length is that of the paragraph, so that ranges found in it are ranges of the paragraph.
"""

from __future__ import annotations

import re

from ..cues import either
from ..shapes import same_width

_LOWER = {0xFF41 + place: chr(ord("a") + place) for place in range(26)}
_MARKS = str.maketrans("＠＃＋－—–‐‑‒―−．／＿•・‧＆＝\u3000\u00a0", "@#+--------./_···&=  ") | _LOWER
_PLAIN = re.compile("[" + re.escape("".join(map(chr, _MARKS))) + "]")
_CHINESE, _CIRCLED = "零一二三四五六七八九〇○幺壹贰叁肆伍陆柒捌玖", "⓪①②③④⑤⑥⑦⑧⑨"
_DIGITS = str.maketrans(_CHINESE + _CIRCLED, "0123456789001" + "123456789" + "0123456789")
_ODD = {0x2070: "0", 0xB9: "1", 0xB2: "2", 0xB3: "3"}
_ODD |= {0x2070 + digit: str(digit) for digit in range(4, 10)}  # superscripts
_ODD |= {
    first + digit: str(digit) for first in (0x2080, 0x660, 0x6F0) for digit in range(10)
}  # subscripts, Arabic
_ODD |= {0x20E3: " "}  # puts a digit on a key
_MATHEMATICAL = range(0x1D7CE, 0x1D800)
ODD_DIGITS = "".join(map(chr, _ODD)) + f"{chr(_MATHEMATICAL[0])}-{chr(_MATHEMATICAL[-1])}"
"""What a class of them holds: a range, for those that are listed one by one are compared with every character."""
_ODD |= {0xFE0F: " "}
_ODD |= {code: str(place % 10) for place, code in enumerate(_MATHEMATICAL)}
ODD_DIGIT = re.compile(f"[{ODD_DIGITS}]")
"""A digit that is none of ASCII, or the mark that puts one on a key."""
_SPELT = re.compile(rf"[{_CHINESE}{_CIRCLED}](?:[ -]{{0,3}}[{_CHINESE}{_CIRCLED}]){{6,}}")
SPELT_OUT = re.compile(rf"[{_CHINESE}{_CIRCLED}]{{3}}[^\u4e00-\u9fff]{{0,2}}[{_CHINESE}{_CIRCLED}]{{4}}")
"""Seven digits in words: what a paragraph without blanks shows of a number that is spelt out (一三九零零零零…)."""

_NO_CALL = re.compile(
    rf"(?:{either('code_label')}(?:为|：)?\s?|{either('patent_office')})[0-9]{{7,}}(?![0-9])|[0-9]{{9,}}(?=亿|万?{either('measure')})"
)
"""A code behind its label (项目编号：139…) and an amount (138…元) have the digits of a call by chance."""
CELL_MARK = re.compile(r"[\t|｜]")
"""Between two cells of a row."""
_SEVEN_DIGITS = re.compile("[0-9]{7}")
_ANY_DIGIT = re.compile("[0-9]")


def contact_view(text: str) -> str:
    """Return the text with one form for marks and blanks, numbers that are spelt out in digits, codes without any."""
    view = same_width(text)
    view = view.translate(_MARKS) if _PLAIN.search(view) else view
    view = view.translate(_ODD) if ODD_DIGIT.search(view) else view
    view = _SPELT.sub(lambda match: match.group().translate(_DIGITS), view)
    if not _SEVEN_DIGITS.search(view):
        return view  # nor is there a code or an amount as long as a call
    return _NO_CALL.sub(lambda match: _ANY_DIGIT.sub("◇", match.group()), view)
